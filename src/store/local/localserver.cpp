#include "store/local/localserver.h"

#include "store/guithread.h"
#include "store/local/cluster.h"
#include "store/local/clusterlock.h"
#include "store/local/clusterrebuild.h"
#include "store/local/clusterupgrade.h"
#include "store/local/serverprocess.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMutex>

namespace glow::store {

namespace {

/// Quitting takes at most 5 s in all; the server ends by itself later.
constexpr qint64 farewellDeadline = 4000;
constexpr qint64 secondsKept = 24 * 60 * 60;
const QString upgradedFrom = QStringLiteral("/upgraded-from");

core::Error failure(const QString& message, const QString& detail = {})
{
    return {core::ErrorKind::LocalServer, message, {}, detail};
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
    core::Result<ServerAccount> account() const;
    ConnectionString addressAt(const QString& socketDirectory) const;
    void releaseReserveWhenFull(const Progress& progress);
    void collectStatistics(const PostgresBinaries& binaries, const Progress& progress);
    void removeOutlived(int majorInUse);

    Cluster cluster;
    ServerProcess process{cluster};
    ClusterLock lock;
    QStringList searchPath;
    QStringList notes;
    bool justUpgraded = false;
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
        d->process.stop(farewellDeadline);
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

core::Result<void>
LocalServer::rebuild(const std::function<core::Result<void>(const ConnectionString&)>& fill,
                     const Progress& progress)
{
    assertNotGuiThread();
    const QMutexLocker locker(&d->mutex);
    if (const auto made = d->cluster.makeRoot(); !made)
        return made.error();
    const auto turn = d->lock.takeTurn(progress);
    if (!turn)
        return turn.error();
    if (!d->process.stop(ServerProcess::stopDeadline))
        return failure(LocalText::tr("The private PostgreSQL has not ended within %1 seconds.")
                           .arg(ServerProcess::stopDeadline / 1000));
    const QList<PostgresBinaries> installed = PostgresBinaries::installed(d->searchPath);
    if (installed.isEmpty())
        return PostgresBinaries::missing(0);
    const auto runner = d->account();
    if (!runner)
        return runner.error();
    const auto fillAt = [this, &fill](const QString& sockets) { return fill(d->addressAt(sockets)); };
    return ClusterRebuild(d->cluster, *runner, progress).run(installed.constFirst(), fillAt);
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
    if (!d->process.stop(ServerProcess::stopDeadline))
        return failure(LocalText::tr("The private PostgreSQL has not ended within %1 seconds.")
                           .arg(ServerProcess::stopDeadline / 1000));
    return {};
}

core::Result<LocalServer::Status> LocalServer::status()
{
    assertNotGuiThread();
    const QMutexLocker locker(&d->mutex);
    const auto account = d->account();
    if (!account)
        return account.error();
    const Postmaster postmaster = d->process.postmaster();
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
    Postmaster running = process.postmaster();
    // Another port: left over by an upgrade that was killed.
    if (running.state == Postmaster::State::Stopping ||
        (running.isRunning() && running.port != ServerProcess::port)) {
        process.stop(ServerProcess::stopDeadline);
        running = process.postmaster();
    }
    if (running.isRunning()) {
        const auto answered = process.awaitAnswer(running.pid, running.socketDirectory, progress);
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
    if (address) {
        if (std::exchange(justUpgraded, false))
            collectStatistics(*binaries, progress);
        removeOutlived(binaries->major);
        cluster.fillBallast();
    }
    return address;
}

/// pg_upgrade brings none along, and without them the plans for many tasks are bad. Doing without is no
/// reason to fail.
void LocalServer::Private::collectStatistics(const PostgresBinaries& binaries, const Progress& progress)
{
    const auto runner = account();
    if (!runner)
        return;
    const QStringList arguments{QStringLiteral("--analyze-only"),
                                QStringLiteral("--quiet"),
                                QStringLiteral("-h"),
                                process.postmaster().socketDirectory,
                                QStringLiteral("-p"),
                                QString::number(ServerProcess::port),
                                QStringLiteral("-U"),
                                QStringLiteral("glowlist"),
                                QStringLiteral("glowlist")};
    [[maybe_unused]] const auto done =
        runner->run({binaries.program(QStringLiteral("vacuumdb")), arguments}, [&progress] {
            if (progress)
                progress(LocalText::tr("The private PostgreSQL is putting its files in order…"));
        });
}

/// The data that an upgrade took over stay until the new version has started again after a day.
void LocalServer::Private::removeOutlived(int majorInUse)
{
    QFile mark(cluster.root() + upgradedFrom);
    if (!mark.open(QIODevice::ReadOnly))
        return;
    const int old = mark.readAll().toInt();
    if (QFileInfo(mark).lastModified().secsTo(QDateTime::currentDateTime()) < secondsKept)
        return;
    if (old > 0 && old < majorInUse)
        QDir(cluster.directory(old)).removeRecursively();
    mark.remove();
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
    if (same == installed.end()) {
        core::Error error = PostgresBinaries::missing(major);
        error.part = otherVersion;
        return error;
    }
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
    if (const auto cleared = process.clearAway(cluster.directory(old.major), progress); !cleared)
        return cleared.error();
    const auto done =
        ClusterUpgrade(cluster, *runner, progress).run(old, cluster.directory(old.major), newest);
    if (done) {
        justUpgraded = true;
        // For `removeOutlived`; without it the old data stay.
        if (QFile from(cluster.root() + upgradedFrom); from.open(QIODevice::WriteOnly))
            from.write(QByteArray::number(old.major));
        return newest;
    }
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
    if (const auto cleared = process.clearAway(directory, progress); !cleared)
        return cleared.error();
    const auto sockets = cluster.socketDirectory(*runner);
    if (!sockets)
        return sockets.error();
    Postmaster::removeStaleLock(*sockets + QStringLiteral("/.s.PGSQL.%1.lock").arg(ServerProcess::port));
    QString sentence = LocalText::tr("Starting the private PostgreSQL…");
    if (runner->isForeign()) {
        sentence =
            LocalText::tr(
                "Starting the private PostgreSQL as the user %1, since it refuses root; its files are in %2.")
                .arg(runner->name(), cluster.root());
    }
    if (progress)
        progress(sentence);
    const auto pid = process.spawn(binaries, *runner, *sockets);
    if (!pid)
        return pid.error();
    if (const auto answered = process.awaitAnswer(*pid, *sockets, progress); !answered)
        return answered.error();
    return addressAt(*sockets);
}

core::Result<ServerAccount> LocalServer::Private::account() const
{
    const int major = cluster.major();
    return major > 0 ? ServerAccount::ownerOf(cluster.directory(major)) : ServerAccount::choose();
}

ConnectionString LocalServer::Private::addressAt(const QString& socketDirectory) const
{
    ConnectionString address;
    address.hosts = {{socketDirectory, ServerProcess::port}};
    address.database = QStringLiteral("glowlist");
    address.user = QStringLiteral("glowlist");
    address.notes = notes;
    return address;
}

} // namespace glow::store
