#include "app/backup/backups.h"

#include "app/openers.h"
#include "store/local/localserver.h"

#include <QtConcurrentRun>
#include <atomic>

namespace glow::app {

using core::Result;
using store::BackupInfo;
namespace backup = store::backup;

/// What the work and the object that asked for it have in common; the object may go first.
struct Backups::Shared {
    explicit Shared(const QString& directory)
        : dataDirectory(directory)
    {}

    const QString dataDirectory;
    std::optional<store::LocalServer> server; ///< while the work runs: letting go of it takes time
    store::Database database;
    std::shared_ptr<Progress> progress = Progress::make();
    std::function<void(qint64)> progressed;
    std::atomic_bool cancelled = false;

    Result<void> open()
    {
        const Result<store::ConnectionString> address = start();
        return address ? database.open(*address) : Result<void>(address.error());
    }
    Result<store::ConnectionString> start() { return server->start(sayer()); }
    store::LocalServer::Progress sayer()
    {
        return [this](const QString& sentence) { Q_EMIT progress->said(sentence); };
    }
    backup::Watcher watcher()
    {
        return {progressed, [this] { return cancelled.load(); }};
    }
    void cancel()
    {
        cancelled = true;
        database.interrupt();
    }
};

namespace {

/// The schema must be there, and this program's: else there is nothing to compare with, or to replace.
template <typename SharedWork> Result<void> openMigrated(SharedWork& work)
{
    if (const Result<void> opened = work.open(); !opened)
        return opened;
    return migrate(work.database, *work.progress);
}

} // namespace

Backups::Backups(QString dataDirectory, core::Clock clock, QObject* parent)
    : QObject(parent)
    , m_dataDirectory(std::move(dataDirectory))
    , m_clock(std::move(clock))
{}

Backups::~Backups()
{
    stop();
}

void Backups::stop()
{
    if (m_shared)
        m_shared->cancel();
}

std::shared_ptr<Backups::Shared> Backups::begin()
{
    m_shared = std::make_shared<Shared>(m_dataDirectory);
    connect(m_shared->progress.get(), &Progress::said, this, &Backups::said);
    connect(m_shared->progress.get(), &Progress::counted, this, &Backups::progressed);
    m_shared->progressed = [progress = m_shared->progress](qint64 rows) { Q_EMIT progress->counted(rows); };
    return m_shared;
}

template <typename Work>
auto Backups::run(Work work) -> core::Reply<decltype(work(*std::shared_ptr<Shared>()))>
{
    return QtConcurrent::run([shared = begin(), work = std::move(work)]() mutable {
        shared->server.emplace(shared->dataDirectory);
        auto answer = work(*shared);
        shared->database.close();
        shared->server.reset();
        return answer;
    });
}

core::Reply<QList<BackupInfo>> Backups::list(const QString& folder)
{
    return QtConcurrent::run([folder] { return store::backupfile::all(folder); });
}

core::Reply<Result<backup::Daily>> Backups::takeDaily(const QString& folder)
{
    return run([folder, clock = m_clock](Shared& work) -> Result<backup::Daily> {
        if (const Result<void> opened = work.open(); !opened)
            return opened.error();
        return backup::writeDaily(work.database, folder, clock, work.watcher());
    });
}

core::Reply<Result<BackupInfo>> Backups::take(const QString& folder)
{
    return run([folder, clock = m_clock](Shared& work) -> Result<BackupInfo> {
        if (const Result<void> opened = work.open(); !opened)
            return opened.error();
        return backup::write(work.database, folder, clock, false, work.watcher());
    });
}

core::Reply<Result<Backups::Preview>> Backups::preview(const QString& path)
{
    return run([path](Shared& work) -> Result<Preview> {
        Preview preview;
        if (const Result<void> opened = openMigrated(work); !opened) {
            const Result<BackupInfo> whole = backup::verify(path, work.watcher());
            if (!whole)
                return whole.error();
            preview.note = opened.error().message;
            preview.canRestore = opened.error().part == store::LocalServer::otherVersion;
            if (preview.canRestore)
                preview.note +=
                    u' ' +
                    tr("Restoring makes a new database of the PostgreSQL that is installed; the files of "
                       "the old one stay where they are.");
            return preview;
        }
        const Result<backup::Difference> difference = backup::compare(work.database, path, work.watcher());
        if (!difference)
            return difference.error();
        preview.difference = *difference;
        return preview;
    });
}

core::Reply<Result<Backups::Restored>> Backups::restore(const QString& path, const QString& folder)
{
    return run([path, folder, clock = m_clock](Shared& work) -> Result<Restored> {
        const Result<void> opened = openMigrated(work);
        if (!opened && opened.error().part == store::LocalServer::otherVersion) {
            const Result<void> rebuilt = work.server->rebuild(
                [&work, &path](const store::ConnectionString& address) {
                    const Result<void> there = work.database.open(address);
                    const Result<void> filled =
                        there ? backup::fill(work.database, path, work.watcher()) : there;
                    work.database.close();
                    return filled;
                },
                work.sayer());
            return rebuilt ? Result(Restored{}) : rebuilt.error();
        }
        if (!opened)
            return opened.error();
        const auto beside = [&work](store::Database& database, const QString& name) -> Result<void> {
            Result<store::ConnectionString> address = work.start();
            if (!address)
                return address.error();
            address->database = name;
            return database.open(*address);
        };
        const Result<BackupInfo> before =
            backup::restore(work.database, path, folder, clock, beside, work.watcher());
        return before ? Result(Restored{*before}) : before.error();
    });
}

} // namespace glow::app
