#pragma once
#include "store/connectionstring.h"

#include <atomic>
#include <chrono>
#include <deque>
#include <thread>
#include <vector>

namespace glow::tests {

/// A line between program and PostgreSQL that counts and misbehaves on demand: a TCP proxy on 127.0.0.1 with
/// a thread of its own. It passes bytes, so it works under TLS too. A round trip is a flight from client to
/// server: bytes of the client that follow bytes of the server (or nothing), however many packets they take.
/// All faults can be set at any moment from any thread.
class ChaosProxy {
public:
    /// Where the bytes of a black hole end.
    enum class Hole {
        BeforeSending, ///< what the client sends never arrives
        AfterSending   ///< what the client sends arrives, the answers never do
    };

    explicit ChaosProxy(quint16 serverPort);
    ~ChaosProxy();
    ChaosProxy(const ChaosProxy&) = delete;
    ChaosProxy& operator=(const ChaosProxy&) = delete;

    quint16 port() const { return m_port; }
    /// The same database, reached through this proxy, without TLS.
    store::ConnectionString through(const store::ConnectionString& database) const;

    int roundTrips() const { return m_flights; }
    int connections() const { return m_accepted; }
    int openConnections() const { return m_open; }
    void reset() { m_flights = m_accepted = 0; }

    /// Half of it in each direction.
    void setDelay(std::chrono::milliseconds roundTrip) { m_delay = roundTrip.count(); }
    /// A new connection is accepted at once and gets its first answer only so much later.
    void setSlowAnswer(std::chrono::milliseconds later) { m_slowAnswer = later.count(); }
    /// The next answer is read to its end (the server has committed), thrown away, and the connection cut.
    void loseNextReply() { m_loseReply = true; }
    /// Cuts the connection after that many more bytes from the client; -1: never.
    void cutAfterClientBytes(qint64 bytes) { m_clientBytesLeft = bytes; }
    void cutAfterServerBytes(qint64 bytes) { m_serverBytesLeft = bytes; }
    /// Cuts what is open; new connections are welcome.
    void cut() { m_cut = true; }
    /// Nothing passes any more, and nobody is told: a dead link. It goes on where it stopped.
    void setSilent(bool silent) { m_silent = silent; }
    /// What is open now falls into a hole for ever, and nobody is told; new connections are well.
    void swallow(Hole hole) { (hole == Hole::BeforeSending ? m_swallowBefore : m_swallowAfter) = true; }
    /// This computer has another address now: as `swallow`, in both directions.
    void changeAddress() { m_swallowBefore = m_swallowAfter = true; }
    /// Cuts every connection and refuses new ones, until it is taken back.
    void setDown(bool down) { m_down = down; }

private:
    using Clock = std::chrono::steady_clock;
    struct Packet {
        Clock::time_point due;
        QByteArray bytes; ///< empty: the sender has closed
    };
    struct Pair {
        int client = -1;
        int server = -1;
        bool serverSpoke = true; ///< so that the first bytes of the client begin a flight
        bool losing = false;
        bool serverIsDeaf = false; ///< a hole swallows what the client sends
        bool clientIsDeaf = false; ///< … what the server answers
        Clock::time_point answersFrom;
        Clock::time_point lastLost;
        std::deque<Packet> toServer;
        std::deque<Packet> toClient;
    };
    void loop();
    void applyOrders();
    std::vector<bool> waitForSomething() const;
    void accept();
    std::chrono::microseconds oneWay() const;
    bool fromClient(Pair& pair);
    bool fromServer(Pair& pair);
    static bool deliver(std::deque<Packet>& packets, int socket, std::atomic<qint64>& budget);
    bool deliver(Pair& pair);
    static void close(Pair& pair);

    quint16 m_serverPort;
    quint16 m_port = 0;
    int m_listener = -1;
    std::vector<Pair> m_pairs;
    std::atomic<int> m_flights{0};
    std::atomic<int> m_accepted{0};
    std::atomic<int> m_open{0};
    std::atomic<qint64> m_delay{0};
    std::atomic<qint64> m_slowAnswer{0};
    std::atomic<bool> m_loseReply{false};
    std::atomic<qint64> m_clientBytesLeft{-1};
    std::atomic<qint64> m_serverBytesLeft{-1};
    std::atomic<bool> m_cut{false};
    std::atomic<bool> m_silent{false};
    std::atomic<bool> m_swallowBefore{false};
    std::atomic<bool> m_swallowAfter{false};
    std::atomic<bool> m_down{false};
    std::atomic<bool> m_ending{false};
    std::thread m_thread;
};

} // namespace glow::tests
