#include "store/trashsql.h"

#include "store/sqltext.h"

namespace glow::store::trashsql {

namespace {

QString goneTogether(const QString& entity, const QString& uid)
{
    return QStringLiteral(
               "exists (select from glowlist.trash p where p.revision = t.revision and p.entity = %1 "
               "and p.uid = (t.\"row\" ->> %2)::uuid)")
        .arg(entity, uid);
}

QString condition(const QString& userId, const QString& search)
{
    const QString own =
        QStringLiteral("t.user_id = %1 and t.entity in ('task', 'list')").arg(sqlText(userId));
    if (!search.trimmed().isEmpty()) {
        return own + QStringLiteral(" and coalesce(t.\"row\" ->> 'title', t.\"row\" ->> 'name') ilike ") +
               sqlContains(search.trimmed());
    }
    return own +
           QStringLiteral(" and not (t.entity = 'task' and (%1 or %2)) and not (t.entity = 'list' and %3)")
               .arg(goneTogether(QStringLiteral("'task'"), QStringLiteral("'glow_parent'")),
                    goneTogether(QStringLiteral("'list'"), QStringLiteral("'glow_list'")),
                    goneTogether(QStringLiteral("'list'"), QStringLiteral("'parent'")));
}

} // namespace

QString page(const QString& userId, const QString& search, qint64 before, int limit)
{
    const QString which = condition(userId, search);
    const QString older = before > 0 ? QStringLiteral(" and t.id < %1").arg(before) : QString();
    // What lies below a task is counted by the beginnings of its path, in one pass over what was deleted with
    // it.
    return QStringLiteral(
               "with page as materialized (select t.id, t.revision, t.entity, t.uid, t.\"row\" as r, "
               "t.\"row\" ->> 'glow_path' as path, t.deleted_at, t.client, t.actor from glowlist.trash t "
               "where %1%2 order by t.id desc limit %3), "
               "gone as materialized (select c.revision, c.\"row\" ->> 'glow_path' as path, "
               "(c.\"row\" ->> 'glow_list')::uuid as list from glowlist.trash c where c.entity = 'task' and "
               "c.revision in (select revision from page)), "
               "below as (select p.id, count(*) as n from page p join (select g.revision, "
               "array_to_string((string_to_array(g.path, '/'))[1:k], '/') as path from gone g "
               "cross join generate_series(1, array_length(string_to_array(g.path, '/'), 1) - 1) k) a "
               "on p.entity = 'task' and a.revision = p.revision and a.path = p.path group by p.id "
               "union all select p.id, count(*) from page p join gone g on p.entity = 'list' and "
               "g.revision = p.revision and g.list = p.uid group by p.id) "
               "select p.id, p.uid::text, p.entity = 'list', coalesce(p.r ->> 'title', p.r ->> 'name'), "
               "p.r ->> 'priority', coalesce((p.r ->> 'completed')::boolean, false), p.r ->> 'glow_list', "
               "coalesce(l.name, x.\"row\" ->> 'name'), "
               "coalesce(p.r ->> 'colour', l.colour, x.\"row\" ->> 'colour'), "
               "to_char(p.deleted_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), p.client::text, "
               "p.actor, coalesce(b.n, 0) from page p left join below b on b.id = p.id "
               "left join glowlist.list l on l.uid = (p.r ->> 'glow_list')::uuid "
               "left join lateral (select t.\"row\" from glowlist.trash t where l.uid is null and "
               "t.entity = 'list' and t.uid = (p.r ->> 'glow_list')::uuid order by t.id desc limit 1) x on "
               "true "
               "order by p.id desc; select count(*) from glowlist.trash t where %1")
        .arg(which, older, QString::number(limit));
}

QList<TrashRow> readPage(const Rows& rows)
{
    QList<TrashRow> page;
    for (const Row& row : rows) {
        page.append({row.value(0).toLongLong(), QUuid(row.value(1).toString()), row.value(2).toBool(),
                     row.value(3).toString(), row.value(4).toString(), row.value(5).toBool(),
                     QUuid(row.value(6).toString()), row.value(7).toString(), row.value(8).toString(),
                     QDateTime::fromString(row.value(9).toString(), Qt::ISODate),
                     QUuid(row.value(10).toString()), row.value(11).toString(), row.value(12).toLongLong()});
    }
    return page;
}

QString empty(const QString& userId, qint64 through)
{
    // Links have no user of their own; they went in the transaction of their task.
    return QStringLiteral(
               "delete from glowlist.trash t where t.id <= %2 and (t.user_id = %1 or t.user_id is null "
               "and t.entity <> 'tag' and t.revision in (select o.revision from glowlist.trash o "
               "where o.user_id = %1 and o.id <= %2))")
        .arg(sqlText(userId), QString::number(through));
}

} // namespace glow::store::trashsql
