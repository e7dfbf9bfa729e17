#pragma once
#include "store/workspaces.h"
#include "sync/databasethread.h"

#include <QObject>
#include <functional>
#include <memory>
#include <optional>

namespace glow::app {

/// Carries sentences from a worker to the GUI thread; may outlive both ends.
class Progress : public QObject {
    Q_OBJECT
public:
    static std::shared_ptr<Progress> make();

Q_SIGNALS:
    void said(const QString& sentence);  ///< what takes long now; from any thread, as below
    void noted(const QString& sentence); ///< what a person should know
    void counted(qint64 rows);           ///< how far it is
};

/// How to connect to a workspace. The private server is started, or adopted, at each connect, so that a
/// stopped one comes back; it is let go, and stopped with its last user, when the last copy of the opener
/// goes, which may take seconds.
sync::DatabaseThread::Opener privateOpener(const QString& dataDirectory, std::shared_ptr<Progress> progress);
/// The password comes from the SecretStore unless the entry has one. Refuses an unaccepted risk.
sync::DatabaseThread::Opener remoteOpener(const store::WorkspaceEntry& entry,
                                          const store::ConnectionString& endpoint,
                                          const QString& dataDirectory, bool secretsInFile);

/// The error with which nothing is opened while a lowered encryption was not accepted; its part is
/// "key:sslmode".
std::optional<core::Error> unacceptedRisk(const store::WorkspaceEntry& entry);

/// Migrates, saying which step runs, until `stopped` between two of them. Worker thread.
core::Result<void> migrate(store::Database& database, Progress& progress,
                           const std::function<bool()>& stopped = {});
/// What `requireMigrated` says of a database that is behind.
core::Error notMigrated();
/// Ok when the database has every migration of this program or is newer; else ErrorKind::Migration. The value
/// is the version of Glowlist that the database asks for where this one is older, so that it may only read;
/// empty otherwise.
core::Result<QString> requireMigrated(store::Database& database);

} // namespace glow::app
