#include "ui/settings/settingsjobs.h"

#include "store/autostart.h"
#include "store/envfile.h"
#include "store/local/localserver.h"
#include "store/secretstore.h"

#include <QCoreApplication>
#include <QDir>
#include <QtConcurrentRun>

namespace glow::ui {

using core::Result;
using store::Settings;

SettingsJobs::SettingsJobs(QString dataDirectory, QObject* parent)
    : QObject(parent)
    , m_dataDirectory(std::move(dataDirectory))
{}

core::Reply<std::optional<SettingsJobs::Found>> SettingsJobs::findInEnvironment()
{
    return QtConcurrent::run([]() -> std::optional<Found> {
        const store::EnvironmentOffer offer = store::environmentOffer(QDir::currentPath());
        const Result<store::ConnectionString> pooled =
            store::ConnectionString::parse(offer.pooled.isEmpty() ? offer.direct : offer.pooled);
        if (offer.isEmpty() || !pooled)
            return std::nullopt;
        const Result<store::ConnectionString> direct = store::ConnectionString::parse(offer.direct);
        const bool inFile = offer.source.endsWith(u".env");
        return Found{*pooled, direct ? *direct : pooled->direct(),
                     inFile ? QStringLiteral(".env") : tr("the environment")};
    });
}

core::Reply<std::pair<QString, bool>> SettingsJobs::privateCaption()
{
    return QtConcurrent::run([directory = m_dataDirectory]() -> std::pair<QString, bool> {
        const Result<store::LocalServer::Status> status = store::LocalServer(directory).status();
        if (!status || !status->running)
            return {tr("Private PostgreSQL · stopped"), false};
        return {tr("Private PostgreSQL %1 · running").arg(status->version.section(u'.', 0, 0)), true};
    });
}

core::Reply<bool> SettingsJobs::hasKeychain()
{
    return QtConcurrent::run(
        [directory = m_dataDirectory] { return store::SecretStore(directory, false).hasKeychain(); });
}

core::Reply<Result<QString>> SettingsJobs::readPassword(const QString& id, bool secretsInFile)
{
    return QtConcurrent::run([directory = m_dataDirectory, id, secretsInFile] {
        return store::SecretStore(directory, secretsInFile).read(id);
    });
}

core::Reply<Result<SettingsJobs::Saved>> SettingsJobs::save(const SavePlan& plan)
{
    return QtConcurrent::run([directory = m_dataDirectory, plan]() -> Result<Saved> {
        Saved saved;
        // The window may have written its own keys since the dialog was opened.
        const Result<Settings> onDisk = Settings::load(directory);
        if (!onDisk)
            return onDisk.error();
        saved.settings = *onDisk;
        mergeSettings(saved.settings, plan.settings);
        const bool inTray = plan.settings.value(Settings::StartInTray).toBool();
        if (inTray != store::startsAtLogin()) {
            const QStringList command =
                store::trayCommand(QCoreApplication::applicationFilePath(), QDir(directory).absolutePath());
            if (const Result<void> done = store::setStartsAtLogin(inTray, command); !done)
                return done.error();
        }
        saved.settings.set(Settings::SecretsInFile, plan.secretsInFile);
        store::SecretStore secrets(directory, plan.secretsInFile);
        for (auto password = plan.passwords.begin(); password != plan.passwords.end(); ++password) {
            const Result<store::SecretStore::Place> place = secrets.write(password.key(), password.value());
            if (!place)
                return place.error();
            saved.onlyInMemory |= *place == store::SecretStore::Place::Memory;
        }
        if (const Result<void> done = store::saveWorkspaces(directory, plan.workspaces); !done)
            return done.error();
        if (const Result<void> done = saved.settings.save(directory); !done)
            return done.error();
        for (const QString& id : plan.removed)
            (void)secrets.remove(id); // the workspace is gone; a password left behind opens nothing of ours
        return saved;
    });
}

void mergeSettings(Settings& settings, const Settings& chosen)
{
    for (const Settings::Key key :
         {Settings::Theme, Settings::Density, Settings::Locale, Settings::OnClose, Settings::StartInTray,
          Settings::FirstDayOfWeek, Settings::DefaultList, Settings::BackupFolder})
        settings.set(key, chosen.value(key));
}

} // namespace glow::ui
