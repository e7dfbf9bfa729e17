#pragma once
#include "core/walltime.h"
#include "store/migrations/migrator.h"

namespace glow::store {

/// Taking over the tasks table of the web application (DATABASE.md sections 1 and 4): it goes on working and
/// keeps every byte of its rows. Everything works on an open direct connection; worker threads only.
namespace adoption {

/// One of their tasks with a due date, as it is stored.
struct Sample {
    QString title;
    core::WallTime due;
    /// 00:00:00 from the other program means the date only.
    core::WallTime wallTime() const;
    friend bool operator==(const Sample&, const Sample&) = default;
};

struct User {
    QString id;
    qint64 open = 0;
    qint64 done = 0;
    QList<Sample> samples; ///< at most three, those with a time first
    friend bool operator==(const User&, const User&) = default;
};

/// What stands there and what an upgrade would do. Made by reading only.
struct Report {
    /// False: there is no tasks table, or Glowlist has made or adopted it; the rest is empty then.
    bool isForeign = false;
    /// Why it cannot be adopted: columns that differ, as sentences. Empty: all nine are as expected.
    QStringList misfits;
    /// Rights that are missing, as sentences with the GRANT or the role to use.
    QStringList missingRights;
    QString role;
    QString owner;
    QString alembicRevision; ///< null: no alembic_version
    qint64 rows = 0;
    qint64 bytes = 0;  ///< of the table with its indexes
    QList<User> users; ///< at most a hundred, by id
    /// `users` needs nothing but `id`; with no user at all, "local" is made.
    bool mayMakeUser = false;
    int columns = 0; ///< that will be added to tasks
    int tables = 0;
    int indexes = 0;
    double seconds = 0;  ///< expected
    QStringList pending; ///< names of the files

    bool canAdopt() const { return isForeign && misfits.isEmpty() && missingRights.isEmpty(); }
    /// The first reason against it, as a sentence; empty where there is none.
    QString problem() const { return (misfits + missingRights).value(0); }
};

core::Result<Report> examine(Database& database, const QList<Migration>& migrations);

/// Upgrades what is ours. The tasks of another program are refused: a person reviews them first.
core::Result<void> upgradeOwn(Database& database, const QList<Migration>& migrations,
                              const Migrator::Watcher& watcher);

struct Choice {
    bool dueDatesAreUtc = false; ///< what the other program stores; else local time
};

/// Upgrades to the head in one transaction, with the base columns counted and summed before and after; any
/// difference takes everything back. Cancelling does too. `watcher.step` is told of each file. Returns what
/// `migrate check` says afterwards, a sentence each; empty: the schema is as it should be.
core::Result<QStringList> adopt(Database& database, const QList<Migration>& migrations, const Choice& choice,
                                const Migrator::Watcher& watcher = {});
/// The same as a script for `psql -1`.
core::Result<QString> script(Database& database, const QList<Migration>& migrations, const Choice& choice);

/// The three lines for the web application's `env.py`, which keep its autogenerate empty.
QString alembicHook();

} // namespace adoption
} // namespace glow::store
