#include "support/snirouter.h"

#include "support/sockets.h"

#include <QtEndian>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace glow::tests {

namespace {

// Codes in the place of a protocol version (PostgreSQL, "Message Formats").
constexpr quint32 cancelCode = 80877102;
constexpr quint32 tlsCode = 80877103;
constexpr quint32 gssCode = 80877104;
const QByteArray tlsRequest = QByteArray::fromHex("0000000804d2162f");

/// Exactly so many bytes; fewer at the end.
QByteArray receiveExactly(int socket, qsizetype count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    const ssize_t got = ::recv(socket, bytes.data(), static_cast<size_t>(count), MSG_WAITALL);
    bytes.resize(std::max<ssize_t>(got, 0));
    return bytes;
}

/// Walks through the fields of a TLS message.
class Fields {
public:
    explicit Fields(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {}
    bool atEnd() const { return m_bytes.isEmpty(); }
    int number(int bytes)
    {
        int value = 0;
        for (const char byte : take(bytes))
            value = value << 8 | static_cast<uchar>(byte);
        return value;
    }
    QByteArray take(qsizetype count)
    {
        const QByteArray taken = m_bytes.left(count);
        m_bytes.remove(0, count);
        return taken;
    }
    QByteArray takeWithLength(int bytesOfLength) { return take(number(bytesOfLength)); }

private:
    QByteArray m_bytes;
};

/// The server name in a ClientHello record (RFC 8446, 4.1.2; RFC 6066, 3); empty when there is none.
QString serverName(const QByteArray& record)
{
    Fields hello(record.mid(5 + 4)); // record header, handshake header
    hello.take(2 + 32);              // version, random
    hello.takeWithLength(1);         // session
    hello.takeWithLength(2);         // ciphers
    hello.takeWithLength(1);         // compression
    Fields extensions(hello.takeWithLength(2));
    while (!extensions.atEnd()) {
        const int type = extensions.number(2);
        Fields content(extensions.takeWithLength(2));
        if (type != 0)
            continue;
        Fields names(content.takeWithLength(2));
        names.take(1); // host_name
        return QString::fromLatin1(names.takeWithLength(2));
    }
    return {};
}

QByteArray fatal(const QByteArray& text)
{
    QByteArray fields;
    for (const QByteArray& field :
         {QByteArray("SFATAL"), QByteArray("VFATAL"), QByteArray("C28000"), 'M' + text})
        fields += field + '\0';
    fields += '\0';
    QByteArray length(4, Qt::Uninitialized);
    qToBigEndian(static_cast<quint32>(fields.size() + 4), length.data());
    return 'E' + length + fields;
}

void passBytes(int client, int server)
{
    pollfd both[]{{client, POLLIN, 0}, {server, POLLIN, 0}};
    while (::poll(both, 2, -1) > 0) {
        for (const auto& [from, to] : {std::pair(0, server), std::pair(1, client)}) {
            if (!both[from].revents)
                continue;
            const QByteArray bytes = sockets::receive(both[from].fd);
            if (bytes.isEmpty() || !sockets::sendAll(to, bytes))
                return;
        }
    }
}

} // namespace

SniRouter::SniRouter(Route route, std::vector<quint16> servers)
    : m_route(std::move(route))
    , m_servers(std::move(servers))
    , m_listener(sockets::listenOn(m_port))
{
    m_thread = std::thread([this] { acceptAll(); });
}

SniRouter::~SniRouter()
{
    std::unique_lock lock(m_mutex);
    m_ending = true;
    ::shutdown(m_listener, SHUT_RDWR);
    for (const int socket : m_sockets)
        ::shutdown(socket, SHUT_RDWR);
    m_changed.wait(lock, [this] { return m_serving == 0; });
    lock.unlock();
    m_thread.join();
    ::close(m_listener);
}

void SniRouter::acceptAll()
{
    while (true) {
        const int client = sockets::acceptFrom(m_listener);
        if (client < 0 || !adopt(client))
            return;
        const std::lock_guard lock(m_mutex);
        ++m_serving;
        std::thread([this, client] { serve(client); }).detach();
    }
}

bool SniRouter::adopt(int socket)
{
    const std::lock_guard lock(m_mutex);
    if (m_ending)
        ::close(socket);
    else
        m_sockets.insert(socket);
    return !m_ending;
}

void SniRouter::close(int socket)
{
    const std::lock_guard lock(m_mutex);
    m_sockets.erase(socket);
    ::close(socket);
}

void SniRouter::serve(int client)
{
    const int server = connectFor(client);
    if (server >= 0) {
        passBytes(client, server);
        close(server);
    }
    close(client);
    const std::lock_guard lock(m_mutex);
    --m_serving;
    m_changed.notify_one();
}

/// Reads the greeting; -1 when the connection leads nowhere.
int SniRouter::connectFor(int client)
{
    while (true) {
        const QByteArray start = receiveExactly(client, 8);
        if (start.size() < 8)
            return -1;
        switch (qFromBigEndian<quint32>(start.constData() + 4)) {
        case gssCode:
            sockets::sendAll(client, "N");
            break;
        case cancelCode:
            cancelEverywhere(start + receiveExactly(client, 8));
            return -1;
        case tlsCode: {
            sockets::sendAll(client, "S");
            QByteArray hello = receiveExactly(client, 5);
            if (hello.size() < 5)
                return -1;
            hello += receiveExactly(client, qFromBigEndian<quint16>(hello.constData() + 3));
            return greetServer(serverName(hello), hello);
        }
        default:
            sockets::sendAll(client, fatal("connection is insecure (try using `sslmode=require`)"));
            return -1;
        }
    }
}

int SniRouter::greetServer(const QString& host, const QByteArray& hello)
{
    const quint16 port = m_route(host);
    const int server = port == 0 ? -1 : sockets::connectTo(port);
    if (server < 0 || !adopt(server))
        return -1;
    if (sockets::sendAll(server, tlsRequest) && receiveExactly(server, 1) == "S" &&
        sockets::sendAll(server, hello))
        return server;
    close(server);
    return -1;
}

void SniRouter::cancelEverywhere(const QByteArray& request) const
{
    for (const quint16 port : m_servers) {
        const int server = sockets::connectTo(port);
        if (server < 0)
            continue;
        sockets::sendAll(server, request);
        receiveExactly(server, 1); // the server closes when it has done it
        ::close(server);
    }
}

} // namespace glow::tests
