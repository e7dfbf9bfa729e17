#include "app/openers.h"

#include "store/doctor/errorguide.h"
#include "store/local/localserver.h"
#include "store/migrations/adoption.h"
#include "store/secretstore.h"

#include <QCoreApplication>
#include <QVersionNumber>

namespace glow::app {

using core::Result;

core::Error notMigrated()
{
    return {core::ErrorKind::Migration,
            QCoreApplication::translate(
                "Workspace", "This database has to be upgraded for this version of Glowlist first.")};
}

std::optional<core::Error> unacceptedRisk(const store::WorkspaceEntry& entry)
{
    if (entry.isRiskAccepted())
        return std::nullopt;
    core::Error error = store::errorguide::error(
        store::errorguide::advice(store::errorguide::Finding::UnacceptedRisk), {}, {});
    error.part = QStringLiteral("key:sslmode");
    error.detail = entry.risk();
    return error;
}

std::shared_ptr<Progress> Progress::make()
{
    return {new Progress, [](Progress* progress) { progress->deleteLater(); }};
}

sync::DatabaseThread::Opener privateOpener(const QString& dataDirectory, std::shared_ptr<Progress> progress)
{
    // One server object for both connections of a workspace; it lets one in at a time.
    return [server = std::make_shared<store::LocalServer>(dataDirectory), progress] {
        auto address =
            server->start([&progress](const QString& sentence) { Q_EMIT progress->said(sentence); });
        if (address) {
            for (const QString& note : address->notes)
                Q_EMIT progress->noted(note);
        }
        return address;
    };
}

sync::DatabaseThread::Opener remoteOpener(const store::WorkspaceEntry& entry,
                                          const store::ConnectionString& endpoint,
                                          const QString& dataDirectory, bool secretsInFile)
{
    return [id = entry.id, risk = unacceptedRisk(entry), endpoint, dataDirectory,
            secretsInFile]() -> Result<store::ConnectionString> {
        if (risk)
            return *risk;
        store::ConnectionString target = endpoint;
        store::SecretStore secrets(dataDirectory, secretsInFile);
        if (const auto typed = secrets.inMemory(id))
            target.password = *typed;
        if (!target.password.isEmpty())
            return target;
        const Result<QString> secret = secrets.read(id);
        if (secret)
            target.password = *secret;
        else if (secret.error().kind != core::ErrorKind::NotFound)
            return secret.error();
        return target;
    };
}

Result<void> migrate(store::Database& database, Progress& progress, const std::function<bool()>& stopped)
{
    const Result<QList<store::Migration>> migrations = store::embeddedMigrations();
    if (!migrations)
        return migrations.error();
    store::Migrator migrator(database, *migrations);
    const Result<store::Migrator::State> state = migrator.state();
    if (!state)
        return state.error();
    if (state->pending.isEmpty() || state->newerThanProgram)
        return {};
    store::Migrator::Watcher watcher;
    watcher.step = [&progress](const store::Migration&, int done, int total) {
        Q_EMIT progress.said(
            QCoreApplication::translate("Workspace", "Preparing the database, step %1 of %2…")
                .arg(done + 1)
                .arg(total));
    };
    watcher.waiting = [&progress](const QString& sentence) { Q_EMIT progress.said(sentence); };
    watcher.cancelled = stopped;
    return store::adoption::upgradeOwn(database, *migrations, watcher);
}

Result<QString> requireMigrated(store::Database& database)
{
    const Result<QList<store::Migration>> migrations = store::embeddedMigrations();
    if (!migrations)
        return migrations.error();
    const Result<store::Migrator::State> state = store::Migrator(database, *migrations).state();
    if (!state)
        return state.error();
    if (state->revision.isNull() || (!state->pending.isEmpty() && !state->newerThanProgram))
        return notMigrated();
    const bool tooOld = QVersionNumber::fromString(state->minimumClient) >
                        QVersionNumber::fromString(QStringLiteral(GLOWLIST_VERSION));
    return tooOld ? state->minimumClient : QString();
}

} // namespace glow::app
