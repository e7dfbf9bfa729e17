#include "support/neonstandin.h"

#include "store/migrations/migrator.h"
#include "support/sockets.h"

#include <QFile>
#include <QMessageAuthenticationCode>
#include <QPasswordDigestor>
#include <QThread>
#include <csignal>
#include <unistd.h>

namespace glow::tests {

using namespace std::chrono_literals;

namespace {

const QString role = QStringLiteral("neondb_owner");
const QString label = QStringLiteral("ep-quiet-lake-a1b2c3d4");
const QString domain = QStringLiteral(".eu-central-1.aws.neon.localhost");

constexpr const char* certificateScript = R"sh(set -e
cd "$1"
key() { openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -sha256 "$@"; }
for name in ca foreign; do
    key -x509 -days 30 -keyout $name.key -out $name.pem -subj "/CN=Stand-in authority ($name)"
done
key -keyout server.key -out server.csr -subj "/CN=*$2"
printf 'subjectAltName=DNS:*%s\n' "$2" >server.ext
openssl x509 -req -days 30 -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -extfile server.ext -out server.pem
chmod 600 server.key
)sh";

/// What PostgreSQL and PgBouncer keep instead of a password (RFC 5803); neither sees the password itself.
QString scramVerifier(const QString& password)
{
    constexpr int rounds = 4096;
    const QByteArray salt = QByteArray::fromHex("000102030405060708090a0b0c0d0e0f");
    const auto hash = QCryptographicHash::Sha256;
    const QByteArray salted = QPasswordDigestor::deriveKeyPbkdf2(hash, password.toUtf8(), salt, rounds, 32);
    const QByteArray clientKey = QMessageAuthenticationCode::hash("Client Key", salted, hash);
    const QByteArray serverKey = QMessageAuthenticationCode::hash("Server Key", salted, hash);
    return QStringLiteral("SCRAM-SHA-256$%1:%2$%3:%4")
        .arg(rounds)
        .arg(QString::fromLatin1(salt.toBase64()),
             QString::fromLatin1(QCryptographicHash::hash(clientKey, hash).toBase64()),
             QString::fromLatin1(serverKey.toBase64()));
}

quint16 freePort()
{
    quint16 port = 0;
    ::close(sockets::listenOn(port));
    return port;
}

template <typename Done> void await(const char* what, Done done)
{
    for (int i = 0; i < 1000; ++i) {
        if (done())
            return;
        QThread::msleep(20);
    }
    qFatal("%s took too long", what);
}

} // namespace

NeonStandIn::NeonStandIn(int poolSize, const QString& password)
    : m_poolSize(poolSize)
    , m_password(password)
    , m_poolerPort(freePort())
    , m_pooledLine(std::make_unique<ChaosProxy>(m_poolerPort))
    , m_directLine(std::make_unique<ChaosProxy>(m_server.port()))
{
    makeCertificates();
    configureServer();
    startPooler();
    m_router = std::make_unique<SniRouter>([this](const QString& host) { return portFor(host); },
                                           std::vector<quint16>{m_pooledLine->port(), m_directLine->port()});
}

NeonStandIn::~NeonStandIn()
{
    m_router.reset();
    stopPooler();
}

void NeonStandIn::makeCertificates()
{
    m_server.run(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QString::fromLatin1(certificateScript),
                                             QStringLiteral("sh"), m_server.socketDirectory(), domain});
}

void NeonStandIn::configureServer()
{
    writeFile(QStringLiteral("pg/pg_hba.conf"),
              QStringLiteral("local all all trust\n"
                             "hostssl all all 127.0.0.1/32 scram-sha-256\n"));
    const QString set = QStringLiteral("alter system set %1 = '%2'");
    const QString file = m_server.socketDirectory() + QStringLiteral("/server.");
    for (const auto& [name, value] :
         {std::pair(QStringLiteral("ssl_cert_file"), file + QStringLiteral("pem")),
          std::pair(QStringLiteral("ssl_key_file"), file + QStringLiteral("key")),
          std::pair(QStringLiteral("ssl"), QStringLiteral("on"))})
        psql(QStringLiteral("postgres"), set.arg(name, value));
    psql(QStringLiteral("postgres"),
         QStringLiteral(
             "create role %1 login createdb password '%2'; "
             // What was confirmed survives a kill, which the test server's own setting does not promise.
             "alter role %1 set synchronous_commit = on; select pg_reload_conf()")
             .arg(role, scramVerifier(m_password)));
}

void NeonStandIn::writeFile(const QString& name, const QString& text) const
{
    m_server.run(QStringLiteral("/bin/sh"),
                 {QStringLiteral("-c"), QStringLiteral("umask 077; cat >\"$1\""), QStringLiteral("sh"),
                  m_server.socketDirectory() + u'/' + name},
                 text.toUtf8());
}

/// PgBouncer's own time-outs stay but one: after an outage it tries the server again after 1 s instead of 15.
void NeonStandIn::writePoolerFiles()
{
    // Read again only when its size or its time in seconds has changed.
    const QString padding(m_rotations, u'\n');
    writeFile(QStringLiteral("userlist.txt"),
              QStringLiteral("\"%1\" \"%2\"\n%3").arg(role, scramVerifier(m_password), padding));
    writeFile(QStringLiteral("pgbouncer.ini"),
              QStringLiteral("[databases]\n* = host=127.0.0.1 port=%1\n[pgbouncer]\n"
                             "listen_addr = 127.0.0.1\nlisten_port = %2\nunix_socket_dir =\n"
                             "auth_type = scram-sha-256\nauth_file = %3/userlist.txt\n"
                             "pool_mode = transaction\ndefault_pool_size = %4\nmax_client_conn = 500\n"
                             "server_login_retry = 1\nserver_tls_sslmode = require\n"
                             "client_tls_sslmode = require\nclient_tls_key_file = %3/server.key\n"
                             "client_tls_cert_file = %3/server.pem\n"
                             "query_wait_timeout = %5\n"
                             "pidfile = %3/pgbouncer.pid\nlogfile = %3/pgbouncer.log\n")
                  .arg(m_server.port())
                  .arg(m_poolerPort)
                  .arg(m_server.socketDirectory())
                  .arg(m_poolSize)
                  .arg(m_queryWait));
}

void NeonStandIn::startPooler()
{
    writePoolerFiles();
    m_server.run(QStringLiteral("/usr/sbin/pgbouncer"),
                 {QStringLiteral("-q"), QStringLiteral("-d"),
                  m_server.socketDirectory() + QStringLiteral("/pgbouncer.ini")});
    await("PgBouncer", [this] {
        const int socket = sockets::connectTo(m_poolerPort);
        if (socket >= 0)
            ::close(socket);
        return socket >= 0;
    });
}

qint64 NeonStandIn::poolerPid() const
{
    QFile file(m_server.socketDirectory() + QStringLiteral("/pgbouncer.pid"));
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
}

void NeonStandIn::tellPooler(int signal) const
{
    if (const qint64 pid = poolerPid(); pid > 1)
        ::kill(static_cast<pid_t>(pid), signal);
}

void NeonStandIn::stopPooler()
{
    const qint64 pid = poolerPid();
    tellPooler(SIGTERM);
    await("The end of PgBouncer",
          [this, pid] { return poolerPid() == 0 && (pid == 0 || ::kill(static_cast<pid_t>(pid), 0) != 0); });
}

void NeonStandIn::setPoolSize(int connections)
{
    m_poolSize = connections;
    writePoolerFiles();
    tellPooler(SIGHUP);
}

void NeonStandIn::setQueryWaitTimeout(int seconds)
{
    m_queryWait = seconds;
    writePoolerFiles();
    tellPooler(SIGHUP);
}

void NeonStandIn::rotatePassword(const QString& password)
{
    m_password = password;
    ++m_rotations;
    psql(QStringLiteral("postgres"),
         QStringLiteral("alter role %1 password '%2'").arg(role, scramVerifier(m_password)));
    writePoolerFiles();
    tellPooler(SIGHUP);
}

void NeonStandIn::suspendCompute(std::chrono::milliseconds wakeTime)
{
    const std::lock_guard lock(m_sleep);
    m_asleep = true;
    m_wakeTime = wakeTime;
    stopPooler();
    m_server.stop(true);
}

bool NeonStandIn::isAsleep() const
{
    const std::lock_guard lock(m_sleep);
    return m_asleep;
}

/// Runs for each connection; the first one to a sleeping compute wakes it, the others wait for that.
quint16 NeonStandIn::portFor(const QString& host)
{
    const QString first = host.section(u'.', 0, 0);
    const bool pooled = first == label + QStringLiteral("-pooler");
    if (!pooled && first != label)
        return 0;
    const std::lock_guard lock(m_sleep);
    if (m_asleep) {
        std::this_thread::sleep_for(m_wakeTime);
        m_server.start();
        startPooler();
        m_asleep = false;
    }
    return pooled ? m_pooledLine->port() : m_directLine->port();
}

QString NeonStandIn::createDatabase(bool migrated)
{
    const QString name = QStringLiteral("neondb%1").arg(++m_databases);
    if (!migrated) {
        psql(QStringLiteral("postgres"),
             QStringLiteral("create database %1 template template0 owner %2").arg(name, role));
        return name;
    }
    if (m_migrated.isEmpty()) {
        m_migrated = createDatabase(false);
        store::Database connection;
        const auto migrations = store::embeddedMigrations();
        const auto opened = connection.open(direct(m_migrated));
        const auto done = opened && migrations ? store::Migrator(connection, *migrations).upgrade() : opened;
        if (!done)
            qFatal("%s\n%s", qPrintable(done.error().message), qPrintable(done.error().detail));
        connection.close();
        return createDatabase();
    }
    await("Leaving the template", [this] {
        return psql(QStringLiteral("postgres"),
                    QStringLiteral("select count(*) from pg_stat_activity where datname = '%1'")
                        .arg(m_migrated)) == u"0";
    });
    psql(QStringLiteral("postgres"),
         QStringLiteral("create database %1 template %2 owner %3").arg(name, m_migrated, role));
    return name;
}

store::ConnectionString NeonStandIn::endpoint(const QString& firstLabel, const QString& database) const
{
    store::ConnectionString string;
    string.hosts = {{firstLabel + domain, m_router->port()}};
    string.database = database;
    string.user = role;
    string.password = m_password;
    string.options = {{QStringLiteral("hostaddr"), QStringLiteral("127.0.0.1")},
                      {QStringLiteral("sslmode"), QStringLiteral("verify-full")},
                      {QStringLiteral("sslrootcert"), authorityFile()}};
    return string;
}

store::ConnectionString NeonStandIn::pooled(const QString& database) const
{
    return endpoint(label + QStringLiteral("-pooler"), database);
}

store::ConnectionString NeonStandIn::direct(const QString& database) const
{
    return endpoint(label, database);
}

QString NeonStandIn::authorityFile() const
{
    return m_server.socketDirectory() + QStringLiteral("/ca.pem");
}

QString NeonStandIn::foreignAuthorityFile() const
{
    return m_server.socketDirectory() + QStringLiteral("/foreign.pem");
}

} // namespace glow::tests
