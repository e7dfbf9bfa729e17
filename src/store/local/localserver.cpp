#include "store/local/localserver.h"

#include "store/guithread.h"
#include "store/local/cluster.h"
#include "store/local/clusterlock.h"
#include "store/local/clusterupgrade.h"
#include "store/local/postmaster.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QMutex>
#include <QProcess>
#include <QThread>
#include <csignal>
#include <libpq-fe.h>

namespace glow::store {

namespace {

constexpr quint16 port = 5432; ///< only part of the socket's name
constexpr qint64 stopDeadline = 30000;
constexpr qint64 farewellDeadline =
    4000; ///< quitting takes at most 5 s in all; the server ends by itself later
constexpr qint64 answerDeadline = 300000;
constexpr qint64 largestLog = 1024 * 1024;

core::Error failure(const QString& message, const QString& detail = {})
{
    return {core::ErrorKind::LocalServer, message, {}, detail};
}

QStringList serverSettings(const QString& socketDirectory)
{
    const QStringList settings{QStringLiteral("listen_addresses="),
                               QStringLiteral("port=%1").arg(port),
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
                                "' port=" + QByteArray::number(port) +
                                " dbname=glowlist user=glowlist connect_timeout=5";
    return PQping(conninfo.constData());
}

QByteArray logSince(const QString& path, qint64 position)
{
    QFile log(path);
    if (!log.open(QIODevice::ReadOnly) || !log.seek(position))
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

struct LocalServer::Private {
    Private(const QString& dataDirectory, QStringList path)
        : cluster(dataDirectory)
        , lock(cluster.root())
        , searchPath(std::move(path))
    {}

    core::Result<ConnectionString> start(bool leave, const Progress& progress);
    core::Result<ConnectionString> run(const Progress& progress);
    core::Result<PostgresBinaries> dataAndBinaries(const Progress& progress);
    core::Result<PostgresBinaries> upgraded(const PostgresBinaries& old, const PostgresBinaries& newest,
                                            const Progress& progress);
    core::Result<ConnectionString> launch(const PostgresBinaries& binaries, const Progress& progress);
    core::Result<void> clearAway(const QString& directory, const Progress& progress) const;
    core::Result<qint64> spawn(const PostgresBinaries& binaries, const ServerAccount& account,
                               const QString& socketDirectory) const;
    core::Result<void> awaitAnswer(qint64 pid, const QString& socketDirectory,
                                   const Progress& progress) const;
    core::Result<ServerAccount> account() const;
    ConnectionString addressAt(const QString& socketDirectory) const;
    Postmaster postmaster() const;
    bool stopServer(qint64 deadline) const;
    void releaseReserveWhenFull(const Progress& progress);

    Cluster cluster;
    ClusterLock lock;
    QStringList searchPath;
    QStringList notes;
    QMutex mutex;
};

LocalServer::LocalServer(const QString& dataDirectory, QStringList searchPath)
    : d(std::make_unique<Private>(dataDirectory, std::move(searchPath)))
{}

LocalServer::~LocalServer()
{
    if (!d->lock.isUser())
        return;
    const auto turn = d->lock.takeTurn({});
    if (turn && d->lock.letGo() && !QFileInfo::exists(d->cluster.keepFile()))
        d->stopServer(farewellDeadline);
}

core::Result<ConnectionString> LocalServer::start(const Progress& progress)
{
    assertNotGuiThread();
    return d->start(false, progress);
}

core::Result<ConnectionString> LocalServer::startAndLeave(const Progress& progress)
{
    return d->start(true, progress);
}

core::Result<void> LocalServer::stop()
{
    assertNotGuiThread();
    const QMutexLocker locker(&d->mutex);
    if (!QFileInfo(d->cluster.root()).isDir())
        return {};
    const auto turn = d->lock.takeTurn({});
    if (!turn)
        return turn.error();
    QFile::remove(d->cluster.keepFile());
    if (!d->stopServer(stopDeadline))
        return failure(LocalText::tr("The private PostgreSQL has not ended within %1 seconds.")
                           .arg(stopDeadline / 1000));
    return {};
}

core::Result<LocalServer::Status> LocalServer::status()
{
    assertNotGuiThread();
    const QMutexLocker locker(&d->mutex);
    const auto account = d->account();
    if (!account)
        return account.error();
    const Postmaster postmaster = d->postmaster();
    const int major = d->cluster.major();
    Status status;
    status.running = postmaster.isRunning();
    status.pid = postmaster.pid;
    status.user = account->name();
    status.socketDirectory =
        status.running ? postmaster.socketDirectory : d->cluster.plannedSocketDirectory(*account);
    for (const PostgresBinaries& binaries : PostgresBinaries::installed(d->searchPath)) {
        if (status.version.isEmpty() && (major == 0 || binaries.major == major))
            status.version = binaries.version;
    }
    if (status.version.isEmpty() && major > 0)
        status.version = QString::number(major);
    status.dataDirectory = major > 0 ? d->cluster.directory(major) : d->cluster.root();
    return status;
}

core::Result<ConnectionString> LocalServer::address()
{
    const auto now = status();
    if (!now)
        return now.error();
    return d->addressAt(now->socketDirectory);
}

core::Result<ConnectionString> LocalServer::Private::start(bool leave, const Progress& progress)
{
    const QMutexLocker locker(&mutex);
    notes.clear();
    if (const auto made = cluster.makeRoot(); !made)
        return made.error();
    const auto turn = lock.takeTurn(progress);
    if (!turn)
        return turn.error();
    const bool wasUser = lock.isUser();
    if (const auto used = lock.use(); !used)
        return used.error();
    auto address = run(progress);
    if (address && leave && !QFile(cluster.keepFile()).open(QIODevice::WriteOnly))
        address = failure(LocalText::tr("%1 cannot be written.").arg(cluster.keepFile()));
    if (!address && !wasUser)
        lock.letGo();
    return address;
}

core::Result<ConnectionString> LocalServer::Private::run(const Progress& progress)
{
    releaseReserveWhenFull(progress);
    Postmaster running = postmaster();
    // Another port: left over by an upgrade that was killed.
    if (running.state == Postmaster::State::Stopping || (running.isRunning() && running.port != port)) {
        stopServer(stopDeadline);
        running = postmaster();
    }
    if (running.isRunning()) {
        const auto answered = awaitAnswer(running.pid, running.socketDirectory, progress);
        if (answered)
            return addressAt(running.socketDirectory);
        if (Postmaster::isAlive(running.pid))
            return answered.error();
    }
    const auto binaries = dataAndBinaries(progress);
    if (!binaries)
        return binaries.error();
    auto address = launch(*binaries, progress);
    if (!address && address.error().detail.contains(u"No space left on device") && cluster.releaseBallast()) {
        notes.append(LocalText::tr(
            "The disk is full. Glowlist gave its reserve of 8 MB free; delete some files soon."));
        address = launch(*binaries, progress);
    }
    if (address)
        cluster.fillBallast();
    return address;
}

void LocalServer::Private::releaseReserveWhenFull(const Progress& progress)
{
    if (!cluster.diskIsFull() || !cluster.releaseBallast())
        return;
    notes.append(
        LocalText::tr("The disk is full. Glowlist gave its reserve of 8 MB free; delete some files soon."));
    if (progress)
        progress(notes.constLast());
}

core::Result<PostgresBinaries> LocalServer::Private::dataAndBinaries(const Progress& progress)
{
    const QList<PostgresBinaries> installed = PostgresBinaries::installed(searchPath);
    const int major = cluster.major();
    if (installed.isEmpty())
        return PostgresBinaries::missing(major);
    if (major == 0) {
        const auto runner = account();
        if (!runner)
            return runner.error();
        if (const auto made = cluster.create(installed.constFirst(), *runner, progress); !made)
            return made.error();
        return installed.constFirst();
    }
    const auto same = std::find_if(installed.begin(), installed.end(),
                                   [major](const PostgresBinaries& each) { return each.major == major; });
    if (same == installed.end())
        return PostgresBinaries::missing(major);
    if (installed.constFirst().major > major)
        return upgraded(*same, installed.constFirst(), progress);
    return *same;
}

core::Result<PostgresBinaries> LocalServer::Private::upgraded(const PostgresBinaries& old,
                                                              const PostgresBinaries& newest,
                                                              const Progress& progress)
{
    // One attempt with each pair of versions: the old server still serves, and the person should not wait for
    // each failure.
    const QString mark = cluster.root() + QStringLiteral("/not-upgraded-to-") + newest.version;
    const auto runner = account();
    if (!runner)
        return runner.error();
    if (QFileInfo::exists(mark))
        return old;
    if (const auto cleared = clearAway(cluster.directory(old.major), progress); !cleared)
        return cleared.error();
    const auto done =
        ClusterUpgrade(cluster, *runner, progress).run(old, cluster.directory(old.major), newest);
    if (done)
        return newest;
    notes.append(done.error().message + u' ' +
                 LocalText::tr("It goes on with PostgreSQL %1; nothing was changed.").arg(old.major));
    if (QFile file(mark); file.open(QIODevice::WriteOnly))
        file.write(done.error().detail.toUtf8());
    return old;
}

core::Result<ConnectionString> LocalServer::Private::launch(const PostgresBinaries& binaries,
                                                            const Progress& progress)
{
    const QString directory = cluster.directory(binaries.major);
    const auto runner = account();
    if (!runner)
        return runner.error();
    if (const auto cleared = clearAway(directory, progress); !cleared)
        return cleared.error();
    const auto sockets = cluster.socketDirectory(*runner);
    if (!sockets)
        return sockets.error();
    Postmaster::removeStaleLock(*sockets + QStringLiteral("/.s.PGSQL.%1.lock").arg(port));
    QString sentence = LocalText::tr("Starting the private PostgreSQL…");
    if (runner->isForeign()) {
        sentence =
            LocalText::tr(
                "Starting the private PostgreSQL as the user %1, since it refuses root; its files are in %2.")
                .arg(runner->name(), cluster.root());
    }
    if (progress)
        progress(sentence);
    const auto pid = spawn(binaries, *runner, *sockets);
    if (!pid)
        return pid.error();
    if (const auto answered = awaitAnswer(*pid, *sockets, progress); !answered)
        return answered.error();
    return addressAt(*sockets);
}

core::Result<void> LocalServer::Private::clearAway(const QString& directory, const Progress& progress) const
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

core::Result<qint64> LocalServer::Private::spawn(const PostgresBinaries& binaries,
                                                 const ServerAccount& account,
                                                 const QString& socketDirectory) const
{
    if (QFileInfo(cluster.logFile()).size() > largestLog) {
        QFile::remove(cluster.logFile() + QStringLiteral(".old"));
        QFile::rename(cluster.logFile(), cluster.logFile() + QStringLiteral(".old"));
    }
    QFile log(cluster.logFile());
    if (log.open(QIODevice::Append))
        log.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QProcess shell;
    account.enter(shell, ServerAccount::Lifetime::Stays);
    shell.setWorkingDirectory(QStringLiteral("/"));
    shell.setStandardErrorFile(cluster.logFile(), QIODevice::Append);
    shell.setStandardInputFile(QProcess::nullDevice());
    // The shell's child becomes a process of its own, which this program need not wait for.
    shell.start(QStringLiteral("/bin/sh"),
                QStringList{QStringLiteral("-c"), QStringLiteral("\"$0\" \"$@\" >&2 & echo $!"),
                            binaries.program(QStringLiteral("postgres")), QStringLiteral("-D"),
                            cluster.directory(binaries.major)} +
                    serverSettings(socketDirectory));
    shell.waitForFinished(-1);
    const qint64 pid = shell.readAllStandardOutput().trimmed().toLongLong();
    if (pid <= 0)
        return failure(
            LocalText::tr("The private PostgreSQL could not be started: %1.").arg(shell.errorString()));
    return pid;
}

core::Result<void> LocalServer::Private::awaitAnswer(qint64 pid, const QString& socketDirectory,
                                                     const Progress& progress) const
{
    QElapsedTimer waited;
    waited.start();
    qint64 sayAgain = 3000;
    while (ping(socketDirectory) != PQPING_OK) {
        if (!Postmaster::isAlive(pid)) {
            const QByteArray log =
                logSince(cluster.logFile(), qMax<qint64>(0, QFileInfo(cluster.logFile()).size() - 4096));
            return failure(LocalText::tr("The private PostgreSQL did not start: %1 (its log is %2).")
                               .arg(reasonIn(log), cluster.logFile()),
                           QString::fromUtf8(log).trimmed());
        }
        if (waited.elapsed() > answerDeadline)
            return core::Error{
                core::ErrorKind::Timeout,
                LocalText::tr("The private PostgreSQL has not answered for five minutes (its log is %1).")
                    .arg(cluster.logFile()),
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

core::Result<ServerAccount> LocalServer::Private::account() const
{
    const int major = cluster.major();
    return major > 0 ? ServerAccount::ownerOf(cluster.directory(major)) : ServerAccount::choose();
}

ConnectionString LocalServer::Private::addressAt(const QString& socketDirectory) const
{
    ConnectionString address;
    address.hosts = {{socketDirectory, port}};
    address.database = QStringLiteral("glowlist");
    address.user = QStringLiteral("glowlist");
    address.notes = notes;
    return address;
}

Postmaster LocalServer::Private::postmaster() const
{
    const int major = cluster.major();
    return major > 0 ? Postmaster::of(cluster.directory(major)) : Postmaster{};
}

bool LocalServer::Private::stopServer(qint64 deadline) const
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
