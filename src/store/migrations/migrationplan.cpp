#include "store/migrations/migrationplan.h"

#include "store/migrations/migrationtexts.h"

#include <QCoreApplication>
#include <algorithm>

namespace glow::store {

using core::Error;
using core::ErrorKind;
using core::Result;

namespace {

Error unknownTarget(const QString& target)
{
    return {ErrorKind::Migration,
            QCoreApplication::translate("Migrator", "There is no migration “%1”.").arg(target)};
}

// n of "+n" or "-n"; 0 when it is no number.
int stepCount(const QString& target)
{
    return qMax(0, target.mid(1).toInt());
}

} // namespace

Result<QList<Migration>> stepsUp(const MigrationState& state, const QString& target)
{
    QList<Migration> pending;
    for (const AppliedMigration& entry : state.history) {
        if (!entry.appliedAt.isValid())
            pending.append(entry.migration);
    }
    if (target == u"head")
        return pending;
    if (target.startsWith(u'+')) {
        const int steps = stepCount(target);
        return steps > 0 ? Result<QList<Migration>>(pending.mid(0, steps)) : unknownTarget(target);
    }
    const auto isTarget = [&target](const Migration& migration) { return migration.revision == target; };
    const auto last = std::find_if(pending.begin(), pending.end(), isTarget);
    if (last != pending.end())
        return pending.mid(0, std::distance(pending.begin(), last) + 1);
    const bool applied =
        std::any_of(state.history.begin(), state.history.end(),
                    [&isTarget](const AppliedMigration& entry) { return isTarget(entry.migration); });
    return applied ? Result<QList<Migration>>(QList<Migration>()) : unknownTarget(target);
}

Result<QList<Migration>> stepsDown(const MigrationState& state, const QString& target)
{
    QList<Migration> applied;
    for (const AppliedMigration& entry : state.history) {
        if (entry.appliedAt.isValid())
            applied.prepend(entry.migration);
    }
    if (target == u"base")
        return applied;
    if (target.startsWith(u'-')) {
        const int steps = stepCount(target);
        return steps > 0 ? Result<QList<Migration>>(applied.mid(0, steps)) : unknownTarget(target);
    }
    for (qsizetype i = 0; i < applied.size(); ++i) {
        if (applied.at(i).revision == target)
            return applied.mid(0, i);
    }
    return unknownTarget(target);
}

Result<MigrationState> stateAt(const QString& revision, const QList<Migration>& migrations)
{
    MigrationState state;
    state.head = migrations.constLast().revision;
    const QString last = revision == u"head" ? state.head : revision;
    bool reached = last == u"base";
    for (const Migration& migration : migrations) {
        state.history.append({migration, reached ? QDateTime() : QDateTime::currentDateTimeUtc()});
        if (reached)
            state.pending.append(migration.revision);
        else
            state.revision = migration.revision;
        reached |= migration.revision == last;
    }
    return reached ? Result<MigrationState>(state) : unknownTarget(revision);
}

QStringList lossesOf(const QList<Migration>& steps)
{
    QStringList losses;
    for (const Migration& step : steps) {
        if (!step.losesOnDown.isEmpty())
            losses.append(migrationLoss(step));
    }
    return losses;
}

} // namespace glow::store
