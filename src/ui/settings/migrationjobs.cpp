#include "ui/settings/migrationjobs.h"

#include "app/openers.h"
#include "store/local/localserver.h"
#include "store/migrations/adoption.h"
#include "store/migrations/migrationtexts.h"
#include "store/secretstore.h"

#include <QtConcurrentRun>
#include <optional>

namespace glow::ui {

using core::Result;
using store::Migrator;

namespace {

/// Past the pooler, with the stored password unless another was typed. The private server runs as long as
/// `server`.
Result<void> openDirect(store::Database& database, std::optional<store::LocalServer>& server,
                        const store::WorkspaceEntry& entry, const QString& directory, bool secretsInFile)
{
    if (entry.isPrivate) {
        const Result<store::ConnectionString> address = server.emplace(directory).start();
        return address ? database.open(*address) : Result<void>(address.error());
    }
    if (const auto risk = app::unacceptedRisk(entry))
        return *risk;
    store::ConnectionString target = entry.direct.hosts.isEmpty() ? entry.pooled.direct() : entry.direct;
    if (target.password.isEmpty()) {
        if (const Result<QString> secret = store::SecretStore(directory, secretsInFile).read(entry.id))
            target.password = *secret;
    }
    return database.open(target);
}

} // namespace

MigrationJobs::MigrationJobs(QString dataDirectory, QObject* parent)
    : QObject(parent)
    , m_dataDirectory(std::move(dataDirectory))
    , m_stopped(std::make_shared<std::atomic<bool>>(false))
{}

MigrationJobs::~MigrationJobs()
{
    stop();
    if (m_database)
        m_database->interrupt();
}

void MigrationJobs::stop()
{
    *m_stopped = true;
}

Migrator::Watcher MigrationJobs::watcher()
{
    m_stopped = std::make_shared<std::atomic<bool>>(false);
    auto steps = std::shared_ptr<MigrationSteps>(new MigrationSteps,
                                                 [](MigrationSteps* gone) { gone->deleteLater(); });
    connect(steps.get(), &MigrationSteps::began, this, &MigrationJobs::began);
    connect(steps.get(), &MigrationSteps::waiting, this, &MigrationJobs::waiting);
    Migrator::Watcher watcher;
    watcher.step = [steps](const store::Migration& migration, int done, int total) {
        Q_EMIT steps->began(store::migrationTitle(migration), done, total);
    };
    watcher.waiting = [steps](const QString& sentence) { Q_EMIT steps->waiting(sentence); };
    watcher.cancelled = [stopped = m_stopped] { return stopped->load(); };
    return watcher;
}

template <typename Work>
auto MigrationJobs::run(const store::WorkspaceEntry& entry, bool secretsInFile, Work work)
    -> core::Reply<std::invoke_result_t<Work, store::Database&, const QList<store::Migration>&>>
{
    using Answer = std::invoke_result_t<Work, store::Database&, const QList<store::Migration>&>;
    m_database = std::make_shared<store::Database>();
    return QtConcurrent::run([=, directory = m_dataDirectory, database = m_database]() -> Answer {
        const Result<QList<store::Migration>> migrations = store::embeddedMigrations();
        if (!migrations)
            return migrations.error();
        std::optional<store::LocalServer> server;
        const Result<void> opened = openDirect(*database, server, entry, directory, secretsInFile);
        Answer answer = opened ? work(*database, *migrations) : Answer(opened.error());
        database->close();
        return answer;
    });
}

core::Reply<Result<MigrationJobs::Look>> MigrationJobs::look(const store::WorkspaceEntry& entry,
                                                             bool secretsInFile)
{
    return run(entry, secretsInFile,
               [](store::Database& database, const QList<store::Migration>& migrations) -> Result<Look> {
                   const Result<Migrator::State> state = Migrator(database, migrations).state();
                   if (!state)
                       return state.error();
                   const Result<store::SchemaCheck::Report> check = store::SchemaCheck(database).run(*state);
                   if (!check)
                       return check.error();
                   return Look{migrations, *state, *check};
               });
}

core::Reply<Result<void>> MigrationJobs::upgrade(const store::WorkspaceEntry& entry, bool secretsInFile)
{
    return run(entry, secretsInFile,
               [watcher = watcher()](store::Database& database, const QList<store::Migration>& migrations) {
                   return store::adoption::upgradeOwn(database, migrations, watcher);
               });
}

core::Reply<Result<void>> MigrationJobs::downgrade(const store::WorkspaceEntry& entry, bool secretsInFile,
                                                   const QString& target)
{
    return run(
        entry, secretsInFile,
        [watcher = watcher(), target](store::Database& database, const QList<store::Migration>& migrations) {
            return Migrator(database, migrations).downgrade(target, true, watcher);
        });
}

core::Reply<Result<void>> MigrationJobs::reindex(const store::WorkspaceEntry& entry, bool secretsInFile,
                                                 const QList<store::SchemaCheck::StaleIndex>& indexes)
{
    return run(entry, secretsInFile, [indexes](store::Database& database, const QList<store::Migration>&) {
        return store::SchemaCheck(database).reindex(indexes);
    });
}

} // namespace glow::ui
