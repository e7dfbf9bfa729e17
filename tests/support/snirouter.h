#pragma once
#include <QString>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace glow::tests {

/// One port for many host names, as Neon has it: the name in the TLS greeting (SNI) chooses the server, then
/// bytes are passed on. A thread for each connection. Without TLS, or without a name, it refuses in Neon's
/// words.
class SniRouter {
public:
    /// The port on 127.0.0.1 for a host name, 0 for none. Runs on the connection's thread and may take its
    /// time.
    using Route = std::function<quint16(const QString& host)>;

    /// `servers`: who gets a request to cancel, which carries no name.
    SniRouter(Route route, std::vector<quint16> servers);
    ~SniRouter();
    SniRouter(const SniRouter&) = delete;
    SniRouter& operator=(const SniRouter&) = delete;

    quint16 port() const { return m_port; }

private:
    void acceptAll();
    void serve(int client);
    int connectFor(int client);
    int greetServer(const QString& host, const QByteArray& hello);
    void cancelEverywhere(const QByteArray& request) const;
    bool adopt(int socket);
    void close(int socket);

    Route m_route;
    std::vector<quint16> m_servers;
    quint16 m_port = 0;
    int m_listener = -1;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::set<int> m_sockets;
    int m_serving = 0;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace glow::tests
