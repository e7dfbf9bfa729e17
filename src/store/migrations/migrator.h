#pragma once
#include "store/database.h"
#include "store/migrations/migrationplan.h"

#include <functional>

namespace glow::store {

/// What a caller wants to hear and say meanwhile; every function may be empty.
struct MigrationWatcher {
    std::function<void(const Migration& migration, int done, int total)> step = {};
    std::function<void(const QString& sentence)> waiting = {}; ///< for another program
    /// Asked while waiting and between files: true ends with ErrorKind::Cancelled at a whole revision.
    std::function<bool()> cancelled = {};
};

/// Brings a database to a revision (DATABASE.md section 3). Works on an open direct connection; worker
/// threads only. A failure stops with file, line and the server's message; nothing of that file is done.
class Migrator {
public:
    using Watcher = MigrationWatcher;
    using State = MigrationState;

    Migrator(Database& database, QList<Migration> migrations);

    /// From one round trip.
    core::Result<State> state();
    /// Target: "head", "+n" or a revision. While another program migrates it waits, then finds it done.
    core::Result<void> upgrade(const QString& target = QStringLiteral("head"), const Watcher& watcher = {});
    /// Target: "-n", "base" or a revision. Where data would be lost and `dataLossAccepted` is false: Refused,
    /// naming it.
    core::Result<void> downgrade(const QString& target, bool dataLossAccepted, const Watcher& watcher = {});
    /// Records the revision ("base", "head" or a number) without running anything.
    core::Result<void> stamp(const QString& revision, const Watcher& watcher = {});

private:
    core::Result<void> run(const QList<Migration>& steps, bool up, const Watcher& watcher);

    Database& m_database;
    QList<Migration> m_migrations;
};

} // namespace glow::store
