#include "store/migrations/migrationsql.h"

#include "store/sqltext.h"

#include <QCoreApplication>

namespace glow::store::migrationsql {

using core::Result;

QString settings()
{
    return QStringLiteral("set local lock_timeout = '3s'; set local statement_timeout = 0; "
                          "set local search_path = pg_catalog, pg_temp; ");
}

QString mark(const Migration& migration)
{
    return QStringLiteral(
               "\n;insert into glowlist.migrations (revision, name, sha256, duration_ms, program) "
               "values (%1, %2, %3, (extract(epoch from clock_timestamp() - now()) * 1000)::int, %4)")
        .arg(sqlText(migration.revision), sqlText(migration.name), sqlText(migration.upSha256),
             sqlText(QStringLiteral("glowlist " GLOWLIST_VERSION)));
}

QString unmark(const Migration& migration, bool last)
{
    if (last)
        return QStringLiteral("\n;drop table glowlist.migrations; drop schema glowlist");
    return QStringLiteral("\n;delete from glowlist.migrations where revision = ") +
           sqlText(migration.revision);
}

// A schema that an administrator made needs no right to make schemas.
QString record()
{
    return QStringLiteral(R"(do $$ begin
    if to_regnamespace('glowlist') is null then
        create schema glowlist;
    end if;
end $$;
create table if not exists glowlist.migrations (
    revision text primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now(),
    duration_ms integer not null,
    program text not null
))");
}

QString stamp(const QList<Migration>& applied)
{
    QStringList kept{QStringLiteral("''")};
    QString marks;
    for (const Migration& migration : applied) {
        kept.append(sqlText(migration.revision));
        marks += mark(migration) + QStringLiteral(" on conflict (revision) do nothing");
    }
    return record() +
           QStringLiteral("\n;delete from glowlist.migrations where revision not in (%1)")
               .arg(kept.join(u',')) +
           marks;
}

namespace {

// Refuses to run twice, at another revision, or beside another program.
QString guard(const QString& revision)
{
    return QStringLiteral(R"(do $$
declare
    found text;
begin
    if not pg_try_advisory_xact_lock(%1) then
        raise exception 'Another program is migrating this database.';
    end if;
    if to_regclass('glowlist.migrations') is not null then
        execute 'select max(revision) from glowlist.migrations' into found;
    end if;
    if coalesce(found, 'base') <> %2 then
        raise exception 'This script begins at revision %, and the database is at %.', %2, coalesce(found, 'base');
    end if;
end
$$;
)")
        .arg(QString::number(lockKey), sqlText(revision.isNull() ? QStringLiteral("base") : revision));
}

QString heading(const MigrationState& from, const MigrationState& to)
{
    const auto word = [](const QString& revision) {
        return revision.isNull() ? QStringLiteral("base") : revision;
    };
    return QStringLiteral("-- Glowlist %1: from %2 to %3. Run it whole or not at all, past a pooler:\n"
                          "--   psql -1 -v ON_ERROR_STOP=1 -f FILE \"$DATABASE_URL_DIRECT\"\n")
        .arg(QStringLiteral(GLOWLIST_VERSION), word(from.revision), word(to.revision));
}

Result<QString> scriptBetween(const MigrationState& from, const MigrationState& to)
{
    const bool up = from.pending.size() >= to.pending.size();
    const Result<QList<Migration>> steps =
        up ? stepsUp(from, to.revision.isNull() ? QStringLiteral("+1") : to.revision)
           : stepsDown(from, to.revision.isNull() ? QStringLiteral("base") : to.revision);
    if (!steps)
        return steps.error();
    QString sql = heading(from, to) + settings() + u'\n' + guard(from.revision);
    if (up && from.revision.isNull())
        sql += record() + QStringLiteral(";\n");
    for (const Migration& step : *steps) {
        if (!step.transactional)
            return core::Error{core::ErrorKind::Migration,
                               QCoreApplication::translate(
                                   "Migrator", "Migration %1 cannot run within a transaction, so there is "
                                               "no script of it. Let Glowlist apply it.")
                                   .arg(step.fileName())};
        const bool last = step.revision == from.history.constFirst().migration.revision;
        sql += QStringLiteral("\n-- %1.%2.sql\n")
                   .arg(step.fileName(), up ? QStringLiteral("up") : QStringLiteral("down"));
        sql += up ? step.up + mark(step) : step.down + unmark(step, last);
        sql += QStringLiteral(";\n");
    }
    return sql;
}

} // namespace

Result<QString> script(const QString& from, const QString& to, const QList<Migration>& migrations)
{
    const Result<MigrationState> start = stateAt(from, migrations);
    if (!start)
        return start.error();
    const Result<MigrationState> end = stateAt(to, migrations);
    if (!end)
        return end.error();
    if (start->revision == end->revision)
        return core::Error{
            core::ErrorKind::Migration,
            QCoreApplication::translate("Migrator", "From %1 to %2 there is nothing to do.").arg(from, to)};
    return scriptBetween(*start, *end);
}

Result<QString> upgradeScript(const MigrationState& state, const QList<Migration>& migrations)
{
    const Result<MigrationState> end = stateAt(QStringLiteral("head"), migrations);
    return end ? scriptBetween(state, *end) : end.error();
}

} // namespace glow::store::migrationsql
