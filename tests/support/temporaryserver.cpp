#include "support/temporaryserver.h"

#include <QDir>
#include <QFile>
#include <QTcpServer>
#include <QThread>
#include <csignal>
#include <pwd.h>
#include <unistd.h>

namespace glow::tests {

namespace {

QString findBinaries()
{
    const QDir root(QStringLiteral("/usr/lib/postgresql"));
    const QStringList versions =
        root.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString& version : versions) {
        const QString bin = root.filePath(version + QStringLiteral("/bin"));
        if (QFile::exists(bin + QStringLiteral("/initdb")))
            return bin;
    }
    qFatal("No PostgreSQL server found under /usr/lib/postgresql");
}

quint16 freePort()
{
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

} // namespace

TemporaryServer::TemporaryServer()
    : m_binaries(findBinaries())
    , m_port(freePort())
{
    QByteArray path = "/tmp/glowlist-test-XXXXXX";
    if (!mkdtemp(path.data()))
        qFatal("mkdtemp failed");
    m_directory = QString::fromLocal8Bit(path);
    m_guardian = std::make_unique<Guardian>(m_directory);
    if (geteuid() == 0) {
        const passwd* account = getpwnam("postgres");
        if (!account || chown(path.constData(), account->pw_uid, account->pw_gid) != 0)
            qFatal("As root the tests need the account postgres");
    }
    run(m_binaries + QStringLiteral("/initdb"),
        {QStringLiteral("-D"), m_directory + QStringLiteral("/pg"), QStringLiteral("-U"),
         QStringLiteral("tester"), QStringLiteral("-A"), QStringLiteral("trust"), QStringLiteral("-E"),
         QStringLiteral("UTF8"), QStringLiteral("--locale=C.UTF-8"), QStringLiteral("--no-sync"),
         QStringLiteral("--wal-segsize=1")});
    start();
}

TemporaryServer::~TemporaryServer()
{
    resume();
    stop(true);
    QDir(m_directory).removeRecursively();
}

void TemporaryServer::start()
{
    const QString options =
        QStringLiteral("-c listen_addresses=127.0.0.1 -c port=%1 -c unix_socket_directories=%2 "
                       "-c fsync=off -c synchronous_commit=off -c shared_buffers=32MB "
                       "-c max_connections=60 -c max_prepared_transactions=4 "
                       "-c log_statement=all -c logging_collector=off")
            .arg(m_port)
            .arg(m_directory);
    run(m_binaries + QStringLiteral("/pg_ctl"),
        {QStringLiteral("-D"), m_directory + QStringLiteral("/pg"), QStringLiteral("-w"),
         QStringLiteral("-l"), m_directory + QStringLiteral("/log"), QStringLiteral("-o"), options,
         QStringLiteral("start")});
}

void TemporaryServer::stop(bool immediately)
{
    if (postmasterPid() == 0)
        return;
    run(m_binaries + QStringLiteral("/pg_ctl"),
        {QStringLiteral("-D"), m_directory + QStringLiteral("/pg"), QStringLiteral("-m"),
         immediately ? QStringLiteral("immediate") : QStringLiteral("fast"), QStringLiteral("-w"),
         QStringLiteral("stop")});
}

qint64 TemporaryServer::postmasterPid() const
{
    QFile file(m_directory + QStringLiteral("/pg/postmaster.pid"));
    return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toLongLong() : 0;
}

QList<QByteArray> TemporaryServer::signalAll(int signal) const
{
    const qint64 postmaster = postmasterPid();
    if (postmaster == 0)
        return {};
    QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(postmaster));
    QList<QByteArray> pids{QByteArray::number(postmaster)};
    if (children.open(QIODevice::ReadOnly))
        pids += children.readAll().trimmed().split(' ');
    for (const QByteArray& pid : pids) {
        if (pid.toLongLong() > 1)
            ::kill(static_cast<pid_t>(pid.toLongLong()), signal);
    }
    return pids;
}

void TemporaryServer::kill()
{
    const auto isAlive = [](const QByteArray& pid) {
        QFile stat(QStringLiteral("/proc/%1/stat").arg(QString::fromLatin1(pid)));
        return stat.open(QIODevice::ReadOnly) && !stat.readAll().contains(") Z ");
    };
    for (const QByteArray& pid : signalAll(SIGKILL)) {
        while (isAlive(pid))
            QThread::msleep(10);
    }
    // Nobody may wait for the postmaster's status, and then its number is taken for a running server.
    QFile::remove(m_directory + QStringLiteral("/pg/postmaster.pid"));
    QFile::remove(m_directory + QStringLiteral("/.s.PGSQL.%1.lock").arg(m_port));
}

void TemporaryServer::suspend()
{
    signalAll(SIGSTOP);
}

void TemporaryServer::resume()
{
    signalAll(SIGCONT);
}

store::ConnectionString TemporaryServer::createDatabase(const QString& copyOf)
{
    const QString name = QStringLiteral("test%1").arg(++m_databases);
    psql(QStringLiteral("postgres"), QStringLiteral("create database %1 template %2").arg(name, copyOf));
    store::ConnectionString string;
    string.hosts = {{m_directory, m_port}};
    string.database = name;
    string.user = QStringLiteral("tester");
    return string;
}

store::ConnectionString TemporaryServer::overTcp(const store::ConnectionString& database) const
{
    store::ConnectionString string = database;
    string.hosts = {{QStringLiteral("127.0.0.1"), m_port}};
    string.options.insert(QStringLiteral("sslmode"), QStringLiteral("disable"));
    return string;
}

QString TemporaryServer::psql(const QString& database, const QString& sql) const
{
    return run(m_binaries + QStringLiteral("/psql"),
               {QStringLiteral("-X"), QStringLiteral("-q"), QStringLiteral("-A"), QStringLiteral("-t"),
                QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-h"), m_directory,
                QStringLiteral("-p"), QString::number(m_port), QStringLiteral("-U"), QStringLiteral("tester"),
                QStringLiteral("-d"), database},
               sql.toUtf8())
        .trimmed();
}

QString TemporaryServer::run(const QString& program, const QStringList& arguments,
                             const QByteArray& input) const
{
    QProcess process;
    process.setWorkingDirectory(QStringLiteral("/"));
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/bin:/bin"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::SeparateChannels);
    if (geteuid() == 0)
        process.start(
            QStringLiteral("/usr/sbin/runuser"),
            QStringList{QStringLiteral("-u"), QStringLiteral("postgres"), QStringLiteral("--"), program} +
                arguments);
    else
        process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    // pg_ctl's server inherits the pipes, so wait for the exit, not for the end of output.
    if (!process.waitForFinished(120000) || process.exitCode() != 0)
        qFatal("%s failed: %s", qPrintable(program), process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace glow::tests
