#pragma once
#include "store/migrations/migrationset.h"

#include <QDateTime>

namespace glow::store {

struct AppliedMigration {
    Migration migration;
    QDateTime appliedAt; ///< UTC; invalid when pending
};

/// Where a database stands.
struct MigrationState {
    QString revision; ///< null when nothing is applied
    QString head;
    QList<AppliedMigration> history; ///< oldest first, what is pending at the end
    QStringList pending;
    bool newerThanProgram = false;
    QString minimumClient;
};

/// What an upgrade to "head", "+n" or a revision applies, in order.
core::Result<QList<Migration>> stepsUp(const MigrationState& state, const QString& target);
/// What a downgrade to "-n", "base" or a revision takes back, newest first.
core::Result<QList<Migration>> stepsDown(const MigrationState& state, const QString& target);
/// The state of a database on which exactly the migrations up to `revision` ("base", "head" or a number) are
/// applied.
core::Result<MigrationState> stateAt(const QString& revision, const QList<Migration>& migrations);
/// What going down these steps deletes for good, one translated sentence each.
QStringList lossesOf(const QList<Migration>& steps);

} // namespace glow::store
