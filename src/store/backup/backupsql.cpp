#include "store/backup/backupsql.h"

#include "store/sqltext.h"

namespace glow::store::backupsql {

namespace {

/// What the migrations fill is the schema's, not the person's.
const QString tables =
    QStringLiteral("pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and ("
                   "n.nspname = 'glowlist' and c.relname not in ('migrations', 'base', 'entity', 'field') or "
                   "n.nspname = 'public' and c.relname in ('users', 'tasks'))");

// How values are printed and read.
const QString plainForms = QStringLiteral("set local timezone = 'UTC'; set local datestyle = 'ISO'; "
                                          "set local intervalstyle = 'postgres'; "
                                          "set local extra_float_digits = 1; ");

/// "glowlist.list" as SQL takes it. Names may come from a file.
QString quoted(const QString& name)
{
    return sqlIdentifier(name.section(u'.', 0, 0)) + u'.' + sqlIdentifier(name.section(u'.', 1));
}

} // namespace

QString state()
{
    return QStringLiteral("select w.revision, (select r.token::text from glowlist.revision r "
                          "where r.revision = w.revision) from glowlist.workspace w");
}

QString beginReading()
{
    return QStringLiteral("begin transaction isolation level repeatable read read only; ") + plainForms +
           state() +
           QStringLiteral(
               "; select (select max(revision) from glowlist.migrations where revision ~ '^[0-9]+$'), "
               "(select count(*) from public.tasks), (select count(*) from public.tasks where completed), "
               "(select count(*) from glowlist.list), (select count(*) from glowlist.tag), "
               "(select count(*) from glowlist.trash where entity = 'task'); "
               "select n.nspname || '.' || c.relname, (select json_agg(a.attname order by a.attnum) "
               "from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped "
               "and a.attgenerated = '')::text from ") +
           tables +
           QStringLiteral(" order by n.nspname desc, c.relname desc; "
                          "select schemaname || '.' || sequencename, last_value from pg_sequences "
                          "where schemaname in ('public', 'glowlist') and last_value is not null "
                          "order by 1");
}

Moment readMoment(const QList<Rows>& results)
{
    Moment moment;
    const Row state = results.value(0).value(0);
    moment.info.change = state.value(0).toLongLong();
    moment.info.token = QUuid(state.value(1).toString());
    const Row counts = results.value(1).value(0);
    moment.info.revision = counts.value(0).toString();
    moment.info.tasks = counts.value(1).toLongLong();
    moment.info.done = counts.value(2).toLongLong();
    moment.info.lists = counts.value(3).toLongLong();
    moment.info.tags = counts.value(4).toLongLong();
    moment.info.trash = counts.value(5).toLongLong();
    for (const Row& row : results.value(2))
        moment.tables.append({row.value(0).toString(), row.value(1).toString().toUtf8()});
    for (const Row& row : results.value(3))
        moment.sequences.append({row.value(0).toString(), row.value(1).toLongLong()});
    return moment;
}

QString openCursor(const QString& table)
{
    return QStringLiteral("declare glow_rows no scroll cursor for select to_jsonb(t)::text from %1 t")
        .arg(quoted(table));
}

QString fetch(int rows)
{
    return QStringLiteral("fetch forward %1 from glow_rows").arg(rows);
}

QString closeCursor()
{
    return QStringLiteral("close glow_rows");
}

QString beginWriting()
{
    return QStringLiteral("begin; set local session_replication_role = replica; "
                          "set local lock_timeout = '8s'; ") +
           plainForms +
           QStringLiteral("do $$ declare names text; begin "
                          "select string_agg(format('%I.%I', n.nspname, c.relname), ', ') into names from ") +
           tables + QStringLiteral("; execute 'truncate ' || names; end $$");
}

QString insert(const QString& table, const QStringList& columns, const QByteArray& rows)
{
    QStringList names;
    for (const QString& column : columns)
        names.append(sqlIdentifier(column));
    const QString list = names.join(QStringLiteral(", "));
    return QStringLiteral("insert into %1 (%2) overriding system value select %2 from "
                          "jsonb_populate_recordset(null::%1, ")
               .arg(quoted(table), list) +
           sqlJson(rows) + u')';
}

QString setSequence(const QString& sequence, qint64 last)
{
    // One that a later version of the schema no longer has is not missed.
    return QStringLiteral("select setval(to_regclass(%1), %2)").arg(sqlText(quoted(sequence))).arg(last);
}

QString drawRevision()
{
    return QStringLiteral("select glowlist.take_revision('{}')");
}

QString compare(const QString& table, const QString& uidColumn, const QByteArray& rows)
{
    return QStringLiteral("select count(*) filter (where t.%2 is null), "
                          "count(*) filter (where t.%2 is not null and not to_jsonb(t) @> x.value) "
                          "from jsonb_array_elements(%3) x left join %1 t "
                          "on t.%2 = (x.value ->> '%2')::uuid")
        .arg(quoted(table), uidColumn, sqlJson(rows));
}

QString count(const QString& table)
{
    return QStringLiteral("select count(*) from ") + quoted(table);
}

} // namespace glow::store::backupsql
