#pragma once
#include "store/database.h"
#include "store/migrations/migrationset.h"

#include <QDateTime>
#include <functional>

namespace glow::store {

/// Brings a database to a revision (DATABASE.md section 3). Works on an open direct connection; worker
/// threads only. A failure stops with file, line and the server's message; nothing of that file is done.
class Migrator {
public:
    using Progress = std::function<void(const Migration& migration, int done, int total)>;

    Migrator(Database& database, QList<Migration> migrations);

    struct Applied {
        Migration migration;
        QDateTime appliedAt; ///< UTC; invalid when pending
    };
    /// State from one round trip.
    struct State {
        QString revision; ///< null when nothing is applied
        QString head;
        QList<Applied> history;
        QStringList pending;
        bool newerThanProgram = false;
        QString minimumClient;
    };
    core::Result<State> state();
    /// Target: "head", "+n" or a revision.
    core::Result<void> upgrade(const QString& target = QStringLiteral("head"), const Progress& progress = {});
    /// Target: "-n", "base" or a revision. Where data would be lost and `dataLossAccepted` is false: Refused,
    /// naming it.
    core::Result<void> downgrade(const QString& target, bool dataLossAccepted, const Progress& progress = {});

private:
    Database& m_database;
    QList<Migration> m_migrations;
};

} // namespace glow::store
