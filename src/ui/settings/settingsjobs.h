#pragma once
#include "core/reply.h"
#include "core/result.h"
#include "store/settings.h"
#include "store/workspaces.h"

#include <QHash>
#include <QObject>
#include <optional>

namespace glow::ui {

/// What the settings dialog needs from disk, keychain and servers: every call runs on a worker and answers
/// later on the GUI thread.
class SettingsJobs : public QObject {
    Q_OBJECT
public:
    explicit SettingsJobs(QString dataDirectory, QObject* parent = nullptr);

    struct Found {
        store::ConnectionString pooled;
        store::ConnectionString direct;
        QString origin; ///< ".env" or "the environment"
    };
    struct SavePlan {
        store::Settings settings; ///< only the dialog's keys count
        QList<store::WorkspaceEntry> workspaces;
        QHash<QString, QString> passwords; ///< by id: to be stored
        QStringList removed;               ///< ids whose password goes
        bool secretsInFile = false;
    };
    struct Saved {
        store::Settings settings;
        bool onlyInMemory = false; ///< no keychain and no file: passwords last until the program ends
    };

    core::Reply<std::optional<Found>> findInEnvironment();
    core::Reply<std::pair<QString, bool>>
    privateCaption(); ///< "Private PostgreSQL 15 · running", and whether it runs
    core::Reply<bool> hasKeychain();
    core::Reply<core::Result<QString>> readPassword(const QString& id, bool secretsInFile);
    core::Reply<core::Result<Saved>> save(const SavePlan& plan);

private:
    QString m_dataDirectory;
};

/// The dialog's keys of `chosen` into `settings`; the others belong to the window.
void mergeSettings(store::Settings& settings, const store::Settings& chosen);

} // namespace glow::ui
