#pragma once
#include "store/connectionstring.h"

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

namespace glow::tests {

/// A line between program and PostgreSQL that counts and misbehaves on demand: a TCP proxy on 127.0.0.1 with
/// a thread of its own. A round trip is a flight from client to server: bytes of the client that follow bytes
/// of the server (or nothing), however many packets they take.
class ChaosProxy {
public:
    explicit ChaosProxy(quint16 serverPort);
    ~ChaosProxy();
    ChaosProxy(const ChaosProxy&) = delete;
    ChaosProxy& operator=(const ChaosProxy&) = delete;

    /// The same database, reached through this proxy.
    store::ConnectionString through(const store::ConnectionString& database) const;

    int roundTrips() const { return m_flights; }
    int connections() const { return m_accepted; }
    void reset() { m_flights = m_accepted = 0; }

    void setDelay(std::chrono::milliseconds roundTrip) { m_delay = roundTrip.count(); }
    /// The next answer is read to its end (the server has committed), thrown away, and the connection cut.
    void loseNextReply() { m_loseReply = true; }
    /// Cuts the connection after that many more bytes from the client; -1: never.
    void cutAfterClientBytes(qint64 bytes) { m_clientBytesLeft = bytes; }
    void cutAfterServerBytes(qint64 bytes) { m_serverBytesLeft = bytes; }
    /// Nothing passes any more, and nobody is told: a dead link.
    void setSilent(bool silent) { m_silent = silent; }
    /// Cuts every connection and refuses new ones, until it is taken back.
    void setDown(bool down) { m_down = down; }

private:
    struct Pair {
        int client = -1;
        int server = -1;
        bool serverSpoke = true; ///< so that the first bytes of the client begin a flight
        bool losing = false;
    };
    void loop();
    void accept();
    bool forwardFromClient(Pair& pair);
    bool forwardFromServer(Pair& pair);
    static void close(Pair& pair);

    quint16 m_serverPort;
    quint16 m_port = 0;
    int m_listener = -1;
    std::vector<Pair> m_pairs;
    std::atomic<int> m_flights{0};
    std::atomic<int> m_accepted{0};
    std::atomic<qint64> m_delay{0};
    std::atomic<bool> m_loseReply{false};
    std::atomic<qint64> m_clientBytesLeft{-1};
    std::atomic<qint64> m_serverBytesLeft{-1};
    std::atomic<bool> m_silent{false};
    std::atomic<bool> m_down{false};
    std::atomic<bool> m_ending{false};
    std::thread m_thread;
};

} // namespace glow::tests
