#include "support/chaosproxy.h"

#include <QByteArray>
#include <algorithm>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace glow::tests {

namespace {

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

void withoutDelay(int socket)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

QByteArray receive(int socket)
{
    QByteArray bytes(65536, Qt::Uninitialized);
    const ssize_t count = ::recv(socket, bytes.data(), static_cast<size_t>(bytes.size()), 0);
    bytes.resize(std::max<ssize_t>(count, 0));
    return bytes;
}

bool sendAll(int socket, const QByteArray& bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t count =
            ::send(socket, bytes.constData() + done, static_cast<size_t>(bytes.size() - done), MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        done += count;
    }
    return true;
}

/// Takes bytes off a budget; false when it is used up, once.
bool spend(std::atomic<qint64>& left, QByteArray& bytes)
{
    if (left < 0)
        return true;
    bytes.truncate(std::min<qint64>(bytes.size(), left));
    left -= bytes.size();
    if (left > 0)
        return true;
    left = -1;
    return false;
}

} // namespace

ChaosProxy::ChaosProxy(quint16 serverPort)
    : m_serverPort(serverPort)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    if (::bind(m_listener, reinterpret_cast<sockaddr*>(&address), length) != 0 ||
        ::listen(m_listener, 64) != 0 ||
        ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length) != 0)
        qFatal("The proxy cannot listen");
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { loop(); });
}

ChaosProxy::~ChaosProxy()
{
    m_ending = true;
    m_thread.join();
    for (Pair& pair : m_pairs)
        close(pair);
    ::close(m_listener);
}

store::ConnectionString ChaosProxy::through(const store::ConnectionString& database) const
{
    store::ConnectionString string = database;
    string.hosts = {{QStringLiteral("127.0.0.1"), m_port}};
    string.options.insert(QStringLiteral("sslmode"), QStringLiteral("disable"));
    return string;
}

void ChaosProxy::loop()
{
    while (!m_ending) {
        if (m_down) {
            for (Pair& pair : m_pairs)
                close(pair);
        }
        std::erase_if(m_pairs, [](const Pair& pair) { return pair.client < 0; });
        std::vector<pollfd> waiting{{m_listener, POLLIN, 0}};
        for (const Pair& pair : m_pairs) {
            waiting.push_back({pair.client, POLLIN, 0});
            waiting.push_back({pair.server, POLLIN, 0});
        }
        if (m_silent) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            continue;
        }
        ::poll(waiting.data(), waiting.size(), 10);
        for (size_t i = 0; i < m_pairs.size(); ++i) {
            const bool clientOk = !waiting[1 + 2 * i].revents || forwardFromClient(m_pairs[i]);
            if (!clientOk || (waiting[2 + 2 * i].revents && !forwardFromServer(m_pairs[i])))
                close(m_pairs[i]);
        }
        if (waiting[0].revents & POLLIN)
            accept();
    }
}

void ChaosProxy::accept()
{
    Pair pair;
    pair.client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    pair.server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(m_serverPort);
    if (m_down || ::connect(pair.server, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        close(pair);
        return;
    }
    ++m_accepted;
    withoutDelay(pair.client);
    withoutDelay(pair.server);
    m_pairs.push_back(pair);
}

bool ChaosProxy::forwardFromClient(Pair& pair)
{
    QByteArray bytes = receive(pair.client);
    if (bytes.isEmpty())
        return false;
    if (pair.serverSpoke) {
        ++m_flights;
        pair.serverSpoke = false;
        if (m_delay > 0)
            std::this_thread::sleep_for(std::chrono::milliseconds(m_delay));
    }
    const bool goesOn = spend(m_clientBytesLeft, bytes);
    return sendAll(pair.server, bytes) && goesOn;
}

bool ChaosProxy::forwardFromServer(Pair& pair)
{
    QByteArray bytes = receive(pair.server);
    if (bytes.isEmpty())
        return false;
    pair.serverSpoke = true;
    if (m_loseReply.exchange(false))
        pair.losing = true;
    if (pair.losing) // until ReadyForQuery
        return !bytes.endsWith(QByteArray("Z\0\0\0\5I", 6));
    const bool goesOn = spend(m_serverBytesLeft, bytes);
    return sendAll(pair.client, bytes) && goesOn;
}

void ChaosProxy::close(Pair& pair)
{
    for (int* socket : {&pair.client, &pair.server}) {
        if (*socket >= 0)
            ::close(*socket);
        *socket = -1;
    }
}

} // namespace glow::tests
