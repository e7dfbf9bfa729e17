#pragma once
#include "cli/command.h"
#include "core/change.h"
#include "core/entities.h"
#include "core/task.h"
#include "store/database.h"
#include "store/local/localserver.h"
#include "store/migrations/migrator.h"
#include "store/settings.h"
#include "store/workspaces.h"

#include <memory>

namespace glow::cli {

/// Says on the command's progress how far a migration is.
store::Migrator::Watcher watchMigrations(const Context& context);

/// The database that the options name, for one command: connects, starts and migrates the private one, reads
/// the catalogue, writes changes through glowlist.apply. What is not confirmed is reported as failed and
/// never sent later.
class Session {
public:
    explicit Session(Context& context);

    /// Chooses the database without connecting: where it is, with the password.
    core::Result<store::ConnectionString> choose(bool direct);
    /// Connects past the pooler; does not ask what state the database is in.
    core::Result<void> openDirect();
    /// Connects for tasks: migrated, with a user and the catalogue.
    core::Result<void> openForTasks();

    store::Database& database() { return m_database; }
    bool isPrivate() const { return m_entry.isPrivate; }
    bool isNeon() const; ///< a compute of Neon, whose branches are cheap
    const QString& userId() const { return m_entry.userId; }
    const core::Catalogue& catalogue() const { return m_catalogue; }
    /// The zone here where the database keeps due times in UTC, else empty (store::dueSql).
    QString utcZone() const;
    QUuid client() const { return m_client; }

    /// The tasks that uids or ids name, in that order; NotFound names the first that is unknown.
    core::Result<QList<core::Task>> find(const QStringList& names);

    struct Written {
        core::ChangeOutcome outcome;
        QList<core::Task> tasks; ///< those looked at, as stored, in the order asked
    };
    core::Change makeChange(const QString& label, const QList<core::Operation>& operations) const;
    /// Sends the change and reads the tasks in the same trip.
    core::Result<Written> write(const core::Change& change, const QList<QUuid>& lookAt);

private:
    core::Result<store::ConnectionString> endpoint(bool direct);
    core::Result<void> open(bool direct);
    core::Result<void> requireMigrated();
    core::Result<void> chooseUser();
    core::Result<void> readClient();
    core::Result<store::Answer> send(const QByteArray& request, const QString& look);

    Context& m_context;
    store::WorkspaceEntry m_entry;
    std::unique_ptr<store::LocalServer> m_server;
    store::Database m_database; // closed before the server is let go
    core::Catalogue m_catalogue;
    QUuid m_client;
    bool m_readOnly = false;
    QString m_minimumClient;
};

} // namespace glow::cli
