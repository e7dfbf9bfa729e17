#include "support/chaosproxy.h"

#include "support/sockets.h"

#include <algorithm>
#include <poll.h>
#include <unistd.h>

namespace glow::tests {

using namespace std::chrono_literals;

namespace {

constexpr auto orderEvery = 10ms;  // orders of other threads are looked at so often
constexpr auto quietAfter = 100ms; // an answer under TLS has ended when nothing more comes for so long

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

template <typename Packets, typename Packet> void append(Packets& packets, Packet packet)
{
    if (!packets.empty())
        packet.due = std::max(packet.due, packets.back().due); // never overtaken
    packets.push_back(std::move(packet));
}

template <typename Packets> bool hasEnded(const Packets& packets)
{
    return !packets.empty() && packets.back().bytes.isEmpty();
}

} // namespace

ChaosProxy::ChaosProxy(quint16 serverPort)
    : m_serverPort(serverPort)
    , m_listener(sockets::listenOn(m_port))
{
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
        applyOrders();
        std::erase_if(m_pairs, [](const Pair& pair) { return pair.client < 0; });
        m_open = static_cast<int>(m_pairs.size());
        if (m_silent) {
            std::this_thread::sleep_for(orderEvery);
            continue;
        }
        const std::vector<bool> ready = waitForSomething();
        for (size_t i = 0; i < m_pairs.size(); ++i) {
            Pair& pair = m_pairs[i];
            const bool goesOn = (!ready[1 + 2 * i] || fromClient(pair)) &&
                                (!ready[2 + 2 * i] || fromServer(pair)) && deliver(pair);
            if (!goesOn)
                close(pair);
        }
        if (ready[0])
            accept();
    }
}

void ChaosProxy::applyOrders()
{
    const bool before = m_swallowBefore.exchange(false);
    const bool after = m_swallowAfter.exchange(false);
    const bool cut = m_cut.exchange(false) || m_down;
    for (Pair& pair : m_pairs) {
        pair.serverIsDeaf = pair.serverIsDeaf || before;
        pair.clientIsDeaf = pair.clientIsDeaf || after;
        if (cut || (pair.losing && Clock::now() - pair.lastLost > quietAfter))
            close(pair);
    }
}

/// What can be read: the listener, then client and server of each pair.
std::vector<bool> ChaosProxy::waitForSomething() const
{
    std::vector<pollfd> waiting{{m_listener, POLLIN, 0}};
    auto until = Clock::now() + orderEvery;
    for (const Pair& pair : m_pairs) {
        // A negative number is left out.
        waiting.push_back({hasEnded(pair.toServer) ? -1 : pair.client, POLLIN, 0});
        waiting.push_back({hasEnded(pair.toClient) ? -1 : pair.server, POLLIN, 0});
        for (const auto* packets : {&pair.toServer, &pair.toClient}) {
            if (!packets->empty())
                until = std::min(until, packets->front().due);
        }
    }
    const auto left = std::max<std::chrono::nanoseconds>(0ns, until - Clock::now());
    const timespec timeout{0, static_cast<long>(left.count())};
    ::ppoll(waiting.data(), waiting.size(), &timeout, nullptr);
    std::vector<bool> ready;
    for (const pollfd& each : waiting)
        ready.push_back(each.revents != 0);
    return ready;
}

void ChaosProxy::accept()
{
    Pair pair;
    pair.client = sockets::acceptFrom(m_listener);
    pair.server = m_down ? -1 : sockets::connectTo(m_serverPort);
    if (pair.server < 0) {
        close(pair);
        return;
    }
    ++m_accepted;
    pair.answersFrom = Clock::now() + std::chrono::milliseconds(m_slowAnswer);
    m_pairs.push_back(std::move(pair));
}

std::chrono::microseconds ChaosProxy::oneWay() const
{
    return std::chrono::microseconds(m_delay * 500);
}

bool ChaosProxy::fromClient(Pair& pair)
{
    QByteArray bytes = sockets::receive(pair.client);
    if (bytes.isEmpty() && (pair.serverIsDeaf || pair.clientIsDeaf))
        return false;
    if (!bytes.isEmpty() && std::exchange(pair.serverSpoke, false))
        ++m_flights;
    if (!pair.serverIsDeaf)
        append(pair.toServer, Packet{Clock::now() + oneWay(), std::move(bytes)});
    return true;
}

bool ChaosProxy::fromServer(Pair& pair)
{
    QByteArray bytes = sockets::receive(pair.server);
    if (bytes.isEmpty() && (pair.losing || pair.serverIsDeaf || pair.clientIsDeaf)) {
        ::close(std::exchange(pair.server, -1)); // the client hears nothing of it
        return !pair.losing;
    }
    pair.serverSpoke = true;
    if (!bytes.isEmpty() && !pair.losing && m_loseReply.exchange(false))
        pair.losing = true;
    if (pair.losing) {
        pair.lastLost = Clock::now();
        return !bytes.endsWith(QByteArray("Z\0\0\0\5I", 6)); // ReadyForQuery, where there is no TLS
    }
    if (!pair.clientIsDeaf)
        append(pair.toClient, Packet{std::max(Clock::now() + oneWay(), pair.answersFrom), std::move(bytes)});
    return true;
}

bool ChaosProxy::deliver(Pair& pair)
{
    return deliver(pair.toServer, pair.server, m_clientBytesLeft) &&
           deliver(pair.toClient, pair.client, m_serverBytesLeft);
}

bool ChaosProxy::deliver(std::deque<Packet>& packets, int socket, std::atomic<qint64>& budget)
{
    if (socket < 0) // in a hole
        packets.clear();
    while (!packets.empty() && packets.front().due <= Clock::now()) {
        QByteArray bytes = std::move(packets.front().bytes);
        packets.pop_front();
        if (bytes.isEmpty())
            return false;
        const bool goesOn = spend(budget, bytes);
        if (!sockets::sendAll(socket, bytes) || !goesOn)
            return false;
    }
    return true;
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
