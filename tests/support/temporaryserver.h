#pragma once
#include "store/connectionstring.h"
#include "support/guardian.h"

#include <QProcess>
#include <QTemporaryDir>
#include <memory>

namespace glow::tests {

/// A real PostgreSQL for one test program: own directory, own Unix socket, own loopback port, nothing kept.
/// As root the server runs as `postgres`, since PostgreSQL refuses root. Fatal when it cannot start. It ends
/// with the program, a killed one too.
class TemporaryServer {
public:
    TemporaryServer();
    ~TemporaryServer();
    TemporaryServer(const TemporaryServer&) = delete;
    TemporaryServer& operator=(const TemporaryServer&) = delete;

    /// A new database over the Unix socket, signed in as the superuser `tester`: empty, or a copy of another.
    store::ConnectionString createDatabase(const QString& copyOf = QStringLiteral("template0"));
    /// The same database over TCP on 127.0.0.1, for proxies.
    store::ConnectionString overTcp(const store::ConnectionString& database) const;

    quint16 port() const { return m_port; }
    QString socketDirectory() const { return m_directory; }
    void stop(bool immediately = false);
    void start();
    void kill();    ///< SIGKILL to every server process; start() recovers
    void suspend(); ///< SIGSTOP to every server process: the link is dead without a reset
    void resume();
    qint64 postmasterPid() const;
    /// Runs SQL through psql as the superuser; returns what it prints (-At), fatal on error.
    QString psql(const QString& database, const QString& sql) const;
    /// Runs a program as the account of the server; returns what it prints, fatal on error.
    QString run(const QString& program, const QStringList& arguments, const QByteArray& input = {}) const;

private:
    QList<QByteArray> signalAll(int signal) const; ///< the pids

    QString m_binaries;
    QString m_directory;
    std::unique_ptr<Guardian> m_guardian;
    quint16 m_port = 0;
    int m_databases = 0;
};

} // namespace glow::tests
