#pragma once
#include "support/chaosproxy.h"
#include "support/snirouter.h"
#include "support/temporaryserver.h"

#include <memory>
#include <mutex>

namespace glow::tests {

/// What a Neon project looks like from outside, on this computer: PostgreSQL with TLS and SCRAM (direct),
/// PgBouncer in transaction mode before it (`-pooler` in the first label), both behind one port that tells
/// them by the name in the TLS greeting, each with a ChaosProxy on its way. The certificate is signed by an
/// authority of its own, so verify-full verifies. Names end in `.localhost` and carry hostaddr, since nothing
/// resolves them. Everything ends with the object, or with the program.
class NeonStandIn {
public:
    explicit NeonStandIn(int poolSize = 2, const QString& password = QStringLiteral("npg_s3cret"));
    ~NeonStandIn();
    NeonStandIn(const NeonStandIn&) = delete;
    NeonStandIn& operator=(const NeonStandIn&) = delete;

    /// A new database owned by the project's role (no superuser), empty or migrated over the direct endpoint.
    QString createDatabase(bool migrated = true);
    /// As the console shows them, with the password of now.
    store::ConnectionString pooled(const QString& database) const;
    store::ConnectionString direct(const QString& database) const;
    QString authorityFile() const;        ///< signed the certificate
    QString foreignAuthorityFile() const; ///< did not

    ChaosProxy& pooledLine() { return *m_pooledLine; }
    ChaosProxy& directLine() { return *m_directLine; }
    TemporaryServer& server() { return m_server; }
    /// As the superuser, past everything.
    QString psql(const QString& database, const QString& sql) const { return m_server.psql(database, sql); }

    void setPoolSize(int connections);
    void setQueryWaitTimeout(int seconds);
    void stopPooler();
    void startPooler();
    /// Who is signed in at the server stays; the pooler's servers need a client who signs in with the new
    /// one.
    void rotatePassword(const QString& password);
    /// The compute sleeps: every connection ends, the next one wakes it, which takes `wakeTime`.
    void suspendCompute(std::chrono::milliseconds wakeTime);
    bool isAsleep() const;

private:
    void makeCertificates();
    void configureServer();
    void writePoolerFiles();
    void writeFile(const QString& name, const QString& text) const;
    quint16 portFor(const QString& host);
    void tellPooler(int signal) const;
    qint64 poolerPid() const;
    store::ConnectionString endpoint(const QString& label, const QString& database) const;

    TemporaryServer m_server;
    int m_poolSize;
    int m_queryWait = 120; ///< seconds
    QString m_password;
    quint16 m_poolerPort = 0;
    int m_rotations = 0;
    int m_databases = 0;
    QString m_migrated; ///< the database that migrated ones are copies of
    mutable std::mutex m_sleep;
    bool m_asleep = false;
    std::chrono::milliseconds m_wakeTime{0};
    std::unique_ptr<ChaosProxy> m_pooledLine;
    std::unique_ptr<ChaosProxy> m_directLine;
    std::unique_ptr<SniRouter> m_router; // last, so that it ends first
};

} // namespace glow::tests
