#include "store/historysql.h"

#include "core/uid.h"
#include "store/sqltext.h"

#include <QJsonDocument>

namespace glow::store::historysql {

namespace {

/// The uids whose entries belong to the history: the task, its subtasks, its links of today, those in the
/// trash, and those that it may have had with tags that are still there.
QString wanted(const QString& userId, const QUuid& task, const QList<QUuid>& tags)
{
    QStringList links{QStringLiteral("(null::uuid, null::uuid)")};
    for (const QUuid& tag : tags)
        links.append(QStringLiteral("('%1', '%2')")
                         .arg(core::uidText(core::taskTagUid(task, tag)), core::uidText(tag)));
    return QStringLiteral(
               "own as materialized (select t.glow_uid as uid from public.tasks t where t.glow_uid = %1 and "
               "t.user_id = %2 union select t.uid from glowlist.trash t where t.uid = %1 and t.entity = "
               "'task' "
               "and t.user_id = %2), "
               "wanted as materialized (select distinct on (w.uid) w.* from ("
               "select uid, 'task' as entity, null::uuid as other, null::text as text from own "
               "union all select t.glow_uid, 'task', null, t.title from public.tasks t where t.glow_parent = "
               "%1 "
               "union all select x.uid, 'task_tag', x.tag, null from glowlist.task_tag x where x.task = %1 "
               "union all select x.uid, 'dependency', x.blocker, null from glowlist.dependency x where "
               "x.task "
               "= %1 "
               "union all select x.uid, 'reminder', null, glowlist.reminder_value(x) from glowlist.reminder "
               "x "
               "where x.task = %1 "
               "union all select x.uid, x.entity, (x.\"row\" ->> case x.entity when 'task_tag' then 'tag' "
               "else "
               "'blocker' end)::uuid, case when x.entity = 'reminder' then glowlist.reminder_value("
               "jsonb_populate_record(null::glowlist.reminder, x.\"row\")) end from glowlist.trash x "
               "where x.entity in ('task_tag', 'dependency', 'reminder') and x.\"row\" ->> 'task' = %3 "
               "union all select x.uid, 'task', null, x.\"row\" ->> 'title' from glowlist.trash x where "
               "x.entity = 'task' and x.\"row\" ->> 'glow_parent' = %3 "
               "union all select v.uid, 'task_tag', v.tag, null from (values %4) v (uid, tag) where v.uid is "
               "not null) w where exists (select from own) order by w.uid, w.other nulls last, w.text nulls "
               "last)")
        .arg(sqlUuid(task), sqlText(userId), sqlText(core::uidText(task)), links.join(u", "));
}

/// The names of whatever an array of uids as text refers to.
QString names(const QString& uids)
{
    return QStringLiteral(
               "(select jsonb_object_agg(u.uid, jsonb_build_object('name', coalesce(l.name, s.name, g.name, "
               "k.title, x.name), 'there', coalesce(l.uid, s.uid, g.uid, k.glow_uid) is not null)) "
               "from (select distinct v::uuid as uid from unnest(%1) v where v is not null) u "
               "left join glowlist.list l on l.uid = u.uid left join glowlist.section s on s.uid = u.uid "
               "left join glowlist.tag g on g.uid = u.uid left join public.tasks k on k.glow_uid = u.uid "
               "left join lateral (select coalesce(t.\"row\" ->> 'name', t.\"row\" ->> 'title') as name from "
               "glowlist.trash t where t.uid = u.uid order by t.id desc limit 1) x on true)")
        .arg(uids);
}

QString entries(qint64 before, int limit)
{
    const QString older = before > 0 ? QStringLiteral(" and h.id < %1").arg(before) : QString();
    // A page for each uid by its index, of which the newest are taken.
    return QStringLiteral(
               "page as materialized (select h.*, w.other, w.text from wanted w cross join lateral (select * "
               "from glowlist.history h where h.uid = w.uid "
               "and h.entity = w.entity%1 and (w.entity <> 'task' or w.text is null or h.kind <> 'update' or "
               "h.new ? 'completed') order by h.id desc limit %2) h order by h.id desc limit %2) "
               "select p.id, p.revision, p.entity, p.uid::text, p.kind, p.kind = 'create' and (select o.kind "
               "from glowlist.history o where o.uid = p.uid and o.entity = p.entity and o.id < p.id order by "
               "o.id desc limit 1) = 'delete', p.old::text, p.new::text, p.change::text, p.client::text, "
               "p.actor, to_char(p.at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"'), p.other::text, "
               "p.text, %3::text from page p order by p.id desc")
        .arg(older, QString::number(limit),
             names(QStringLiteral(
                 "array[p.other::text, p.old ->> 'list', p.new ->> 'list', p.old ->> 'section', "
                 "p.new ->> 'section', p.old ->> 'parent', p.new ->> 'parent']")));
}

QString start(const QString& userId, const QUuid& task)
{
    const QString now = QStringLiteral(
        "select to_jsonb(t) as r, true as there from public.tasks t where t.glow_uid = %1 and t.user_id = %2 "
        "union all (select t.\"row\", false from glowlist.trash t where t.uid = %1 and t.entity = 'task' and "
        "t.user_id = %2 order by t.id desc limit 1) limit 1");
    const QString tags = QStringLiteral("from glowlist.task_tag x where x.task = %1");
    const QString blockers = QStringLiteral("from glowlist.dependency x where x.task = %1");
    const QString places =
        QStringLiteral("array[s.r ->> 'glow_list', s.r ->> 'glow_section', s.r ->> 'glow_parent'] || "
                       "array(select x.tag::text ") +
        tags + QStringLiteral(") || array(select x.blocker::text ") + blockers + u')';
    return (QStringLiteral(
                "select glowlist.field_values('task', s.r)::text, s.there, not exists (select from "
                "glowlist.base b where b.object = 'table public.tasks'), "
                "(select string_agg(x.tag::text, ',' order by x.tag) ") +
            tags + QStringLiteral("), (select string_agg(x.blocker::text, ',' order by x.blocker) ") +
            blockers +
            QStringLiteral(
                "), (select string_agg(glowlist.reminder_value(x), ',' order by x.before desc nulls "
                "last, x.at) from glowlist.reminder x where x.task = %1), ") +
            names(places) + QStringLiteral("::text from (") + now + QStringLiteral(") s"))
        .arg(sqlUuid(task), sqlText(userId));
}

QJsonObject objectOf(const QVariant& value)
{
    return QJsonDocument::fromJson(value.toString().toUtf8()).object();
}

QList<QUuid> uidsOf(const QVariant& value)
{
    QList<QUuid> uids;
    const QStringList texts = value.toString().split(u',', Qt::SkipEmptyParts);
    for (const QString& text : texts)
        uids.append(QUuid(text));
    return uids;
}

} // namespace

QString page(const QString& userId, const QUuid& task, const QList<QUuid>& tags, qint64 before, int limit)
{
    const QString rows =
        QStringLiteral("with ") + wanted(userId, task, tags) + QStringLiteral(", ") + entries(before, limit);
    return before > 0 ? rows : rows + QStringLiteral("; ") + start(userId, task);
}

QList<HistoryRow> readPage(const Rows& rows)
{
    QList<HistoryRow> page;
    for (const Row& row : rows) {
        const QString kind = row.value(4).toString();
        page.append({row.value(0).toLongLong(), row.value(1).toLongLong(), row.value(2).toString(),
                     QUuid(row.value(3).toString()),
                     kind == u"create"   ? HistoryRow::Kind::Create
                     : kind == u"delete" ? HistoryRow::Kind::Delete
                                         : HistoryRow::Kind::Update,
                     row.value(5).toBool(), objectOf(row.value(6)), objectOf(row.value(7)),
                     QUuid(row.value(8).toString()), QUuid(row.value(9).toString()), row.value(10).toString(),
                     QDateTime::fromString(row.value(11).toString(), Qt::ISODate),
                     QUuid(row.value(12).toString()), row.value(13).toString(), objectOf(row.value(14))});
    }
    return page;
}

HistoryStart readStart(const Rows& rows)
{
    const Row row = rows.value(0);
    return {objectOf(row.value(0)), row.value(1).toBool(),
            row.value(2).toBool(),  uidsOf(row.value(3)),
            uidsOf(row.value(4)),   row.value(5).toString().split(u',', Qt::SkipEmptyParts),
            objectOf(row.value(6))};
}

} // namespace glow::store::historysql
