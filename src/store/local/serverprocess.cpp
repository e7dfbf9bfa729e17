#include "store/local/serverprocess.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QThread>
#include <csignal>
#include <libpq-fe.h>

namespace glow::store {

namespace {

constexpr qint64 answerDeadline = 300000;
constexpr qint64 largestLog = 1024 * 1024;

core::Error failure(const QString& message, const QString& detail = {})
{
    return {core::ErrorKind::LocalServer, message, {}, detail};
}

QStringList serverSettings(const QString& socketDirectory)
{
    const QStringList settings{QStringLiteral("listen_addresses="),
                               QStringLiteral("port=%1").arg(ServerProcess::port),
                               QStringLiteral("unix_socket_directories=") + socketDirectory,
                               QStringLiteral("unix_socket_permissions=0700"),
                               QStringLiteral("shared_buffers=16MB"),
                               QStringLiteral("max_connections=12"),
                               QStringLiteral("superuser_reserved_connections=0"),
                               QStringLiteral("wal_level=minimal"),
                               QStringLiteral("max_wal_senders=0"),
                               QStringLiteral("max_wal_size=32MB"),
                               QStringLiteral("max_parallel_workers=0"),
                               QStringLiteral("max_parallel_workers_per_gather=0"),
                               QStringLiteral("jit=off"),
                               QStringLiteral("autovacuum_max_workers=1"),
                               QStringLiteral("dynamic_shared_memory_type=mmap"),
                               QStringLiteral("max_logical_replication_workers=0"),
                               QStringLiteral("logging_collector=off"),
                               QStringLiteral("log_min_messages=error"), // each write warns of its COMMIT
                               QStringLiteral("log_min_error_statement=panic"), // no task's text in the log
                               QStringLiteral("log_destination=stderr"),
                               QStringLiteral("log_timezone=UTC"),
                               QStringLiteral("timezone=UTC"),
                               QStringLiteral("fsync=on")};
    QStringList arguments;
    for (const QString& setting : settings)
        arguments << QStringLiteral("-c") << setting;
    return arguments;
}

PGPing ping(const QString& socketDirectory)
{
    const QByteArray conninfo = "host='" + QFile::encodeName(socketDirectory) +
                                "' port=" + QByteArray::number(ServerProcess::port) +
                                " dbname=glowlist user=glowlist connect_timeout=5";
    return PQping(conninfo.constData());
}

/// The end of the log, where the reason of a failure stands.
QByteArray endOf(const QString& path)
{
    QFile log(path);
    if (!log.open(QIODevice::ReadOnly) || !log.seek(qMax<qint64>(0, log.size() - 4096)))
        return {};
    return log.readAll();
}

/// The server's own reason, the last FATAL or PANIC line without its prefix.
QString reasonIn(const QByteArray& log)
{
    QString reason;
    for (const QByteArray& line : log.split('\n')) {
        for (const char* mark : {"FATAL:", "PANIC:"}) {
            if (const qsizetype at = line.indexOf(mark); at >= 0)
                reason = QString::fromUtf8(line.mid(at + 6)).trimmed();
        }
    }
    return reason;
}

} // namespace

ServerProcess::ServerProcess(const Cluster& cluster)
    : m_cluster(cluster)
{}

core::Result<void> ServerProcess::clearAway(const QString& directory, const Progress& progress) const
{
    // Children of a server that was killed may still hold its memory; they end by themselves, or are told to.
    QElapsedTimer waited;
    waited.start();
    bool told = false;
    for (QList<qint64> left = Postmaster::processesIn(directory); !left.isEmpty();
         left = Postmaster::processesIn(directory)) {
        if (waited.elapsed() > stopDeadline)
            return failure(LocalText::tr("Processes of an earlier private PostgreSQL have not ended: %1.")
                               .arg(left.constFirst()));
        if (waited.elapsed() > 2000 && !std::exchange(told, true)) {
            if (progress)
                progress(LocalText::tr("Waiting for the rest of an earlier private PostgreSQL to end…"));
            for (const qint64 pid : left)
                ::kill(static_cast<pid_t>(pid), SIGQUIT);
        }
        QThread::msleep(20);
    }
    Postmaster::removeStaleLock(directory + QStringLiteral("/postmaster.pid"));
    return {};
}

core::Result<qint64> ServerProcess::spawn(const PostgresBinaries& binaries, const ServerAccount& account,
                                          const QString& socketDirectory) const
{
    if (QFileInfo(m_cluster.logFile()).size() > largestLog) {
        QFile::remove(m_cluster.logFile() + QStringLiteral(".old"));
        QFile::rename(m_cluster.logFile(), m_cluster.logFile() + QStringLiteral(".old"));
    }
    QFile log(m_cluster.logFile());
    if (log.open(QIODevice::Append))
        log.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QProcess shell;
    account.enter(shell, ServerAccount::Lifetime::Stays);
    shell.setWorkingDirectory(QStringLiteral("/"));
    shell.setStandardErrorFile(m_cluster.logFile(), QIODevice::Append);
    shell.setStandardInputFile(QProcess::nullDevice());
    // The shell's child becomes a process of its own, which this program need not wait for.
    shell.start(QStringLiteral("/bin/sh"),
                QStringList{QStringLiteral("-c"), QStringLiteral("\"$0\" \"$@\" >&2 & echo $!"),
                            binaries.program(QStringLiteral("postgres")), QStringLiteral("-D"),
                            m_cluster.directory(binaries.major)} +
                    serverSettings(socketDirectory));
    shell.waitForFinished(30000); // it only starts its child
    const qint64 pid = shell.readAllStandardOutput().trimmed().toLongLong();
    if (pid <= 0)
        return failure(
            LocalText::tr("The private PostgreSQL could not be started: %1.").arg(shell.errorString()));
    return pid;
}

core::Result<void> ServerProcess::awaitAnswer(qint64 pid, const QString& socketDirectory,
                                              const Progress& progress) const
{
    QElapsedTimer waited;
    waited.start();
    qint64 sayAgain = 3000;
    while (ping(socketDirectory) != PQPING_OK) {
        if (!Postmaster::isAlive(pid)) {
            const QByteArray log = endOf(m_cluster.logFile());
            return failure(LocalText::tr("The private PostgreSQL did not start: %1 (its log is %2).")
                               .arg(reasonIn(log), m_cluster.logFile()),
                           QString::fromUtf8(log).trimmed());
        }
        if (waited.elapsed() > answerDeadline)
            return core::Error{
                core::ErrorKind::Timeout,
                LocalText::tr("The private PostgreSQL has not answered for five minutes (its log is %1).")
                    .arg(m_cluster.logFile()),
                {},
                {}};
        if (progress && waited.elapsed() > sayAgain) {
            progress(LocalText::tr("The private PostgreSQL is putting its files in order…"));
            sayAgain = waited.elapsed() + 5000;
        }
        QThread::msleep(10);
    }
    return {};
}

Postmaster ServerProcess::postmaster() const
{
    const int major = m_cluster.major();
    return major > 0 ? Postmaster::of(m_cluster.directory(major)) : Postmaster{};
}

bool ServerProcess::stop(qint64 deadline) const
{
    const Postmaster running = postmaster();
    if (!running.isRunning())
        return true;
    ::kill(static_cast<pid_t>(running.pid), SIGINT);
    QElapsedTimer waited;
    waited.start();
    while (Postmaster::isAlive(running.pid)) {
        if (waited.elapsed() > deadline)
            return false;
        QThread::msleep(10);
    }
    return true;
}

} // namespace glow::store
