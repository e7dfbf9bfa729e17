#include "store/workspacecopysql.h"

#include "store/sqltext.h"

namespace glow::store::copysql {

namespace {

QString columnsSql()
{
    return QStringLiteral("select string_agg(attname, ',' order by attnum) from pg_attribute "
                          "where attrelid = 'public.tasks'::regclass and attnum > 0 and not attisdropped");
}

/// Tags belong to the database: those of this user's tasks, and those that no task has.
QString isOwnTag(const QString& user)
{
    return QStringLiteral("(not exists (select from glowlist.task_tag x where x.tag = g.uid) or exists ("
                          "select from glowlist.task_tag x join public.tasks t on t.glow_uid = x.task "
                          "where x.tag = g.uid and t.user_id = %1))")
        .arg(user);
}

/// A copy that was taken back has also taken off tags, which nobody there wanted.
QString knownSql(const QString& userId, const QUuid& targetToken, const QString& targetUser)
{
    return QStringLiteral(
               "select coalesce(max(c.history_through), 0) from glowlist.copy c where c.source = %1 "
               "and c.source_user = %2 and c.user_id = %3 and cardinality(c.groups) % 2 = 1; ")
        .arg(sqlUuid(targetToken), sqlText(targetUser), sqlText(userId));
}

} // namespace

QString amount(const QString& userId)
{
    const QString user = sqlText(userId);
    return QStringLiteral("select (select count(*) from public.tasks where user_id = %1), "
                          "(select count(*) from glowlist.list where user_id = %1), "
                          "(select count(*) from glowlist.tag g where %2)")
        .arg(user, isOwnTag(user));
}

Amount readAmount(const Rows& rows)
{
    const Row row = rows.value(0);
    return {row.value(0).toLongLong(), row.value(1).toLongLong(), row.value(2).toLongLong()};
}

QString beginSource(const QString& userId)
{
    return QStringLiteral("begin transaction isolation level repeatable read read only; "
                          "select w.token::text, (select coalesce(max(id), 0) from glowlist.history), "
                          "w.due_dates_utc from glowlist.workspace w; ") +
           columnsSql() + QStringLiteral("; ") + amount(userId);
}

Source readSource(const QList<Rows>& results)
{
    const Row first = results.value(0).value(0);
    Source source;
    source.token = QUuid(first.value(0).toString());
    source.lastHistory = first.value(1).toLongLong();
    source.dueInUtc = first.value(2).toBool();
    source.columns = results.value(1).value(0).value(0).toString().split(u',');
    source.amount = readAmount(results.value(2));
    return source;
}

QString target(const QUuid& sourceToken, const QString& sourceUser, const QString& userId)
{
    // One that was taken back is not gone on with: what it brought stands in the trash, under its own undo.
    return QStringLiteral(
               "select w.token::text, coalesce((select max(c.history_through) from glowlist.copy c "
               "where c.source = %1 and c.source_user = %2 and c.user_id = %3), 0), "
               "(select c.\"group\"::text from glowlist.copy c where c.source = %1 and c.source_user = %2 "
               "and c.user_id = %3 and not c.finished and cardinality(c.groups) = 1 "
               "order by c.at desc limit 1), w.due_dates_utc from glowlist.workspace w; ")
               .arg(sqlUuid(sourceToken), sqlText(sourceUser), sqlText(userId)) +
           columnsSql() + QStringLiteral("; select g.uid::text, g.name from glowlist.tag g");
}

Target readTarget(const QList<Rows>& results)
{
    const Row first = results.value(0).value(0);
    Target target;
    target.token = QUuid(first.value(0).toString());
    target.historyThrough = first.value(1).toLongLong();
    target.unfinished = QUuid(first.value(2).toString());
    target.dueInUtc = first.value(3).toBool();
    target.columns = results.value(1).value(0).value(0).toString().split(u',');
    for (const Row& row : results.value(2))
        target.tags.insert(row.value(1).toString().toCaseFolded(), QUuid(row.value(0).toString()));
    return target;
}

QString openCursors(const QString& userId, const QUuid& targetToken, const QString& targetUser,
                    qint64 historyAfter)
{
    const QString user = sqlText(userId);
    const QString there = sqlUuid(targetToken);
    // What the target's own history already holds is known to both: a row that has not been changed there
    // since may be written over.
    const QString known = QStringLiteral("(select max(h.source_id) from glowlist.history h "
                                         "where h.uid = t.%1 and h.source = %2)");
    const QString row = QStringLiteral("(to_jsonb(t) || jsonb_build_object('known', %1))::text");
    const QString ofUid = row.arg(known.arg(QStringLiteral("uid"), there));
    const QString ofTask = row.arg(known.arg(QStringLiteral("glow_uid"), there));
    return QStringLiteral(
               "with recursive tree (uid, depth) as (select uid, 0 from glowlist.list where user_id = %1 and "
               "parent is null union all select l.uid, tree.depth + 1 from glowlist.list l join tree on "
               "l.parent = tree.uid) select 'list', %2 from glowlist.list t left join tree using (uid) "
               "where t.user_id = %1 order by tree.depth, t.position, t.uid; "
               "select 'section', %2 from glowlist.section t where t.user_id = %1 order by t.position, "
               "t.uid; "
               "select g.uid::text, g.name, to_jsonb(g)::text from glowlist.tag g where %3 order by g.uid; ")
               .arg(user, ofUid, isOwnTag(user)) +
           knownSql(userId, targetToken, targetUser) +
           QStringLiteral("declare glow_tasks no scroll cursor for "
                          "select t.glow_uid::text, %2, (select string_agg(x.tag::text, ',' order by x.tag) "
                          "from glowlist.task_tag x where x.task = t.glow_uid), "
                          "(select json_agg(r)::text from glowlist.reminder r where r.task = t.glow_uid) "
                          "from public.tasks t where t.user_id = %1 order by t.glow_path, t.glow_uid; ")
               .arg(user, ofTask) +
           QStringLiteral("declare glow_dependencies no scroll cursor for "
                          "select d.uid::text, d.task::text, d.blocker::text from glowlist.dependency d "
                          "join public.tasks t on t.glow_uid = d.task where t.user_id = %1 order by d.uid; ")
               .arg(user) +
           QStringLiteral(
               "declare glow_history no scroll cursor for "
               "select h.entity, h.uid::text, to_jsonb(h)::text, x.task::text, x.tag::text "
               "from glowlist.history h left join glowlist.task_tag x on h.entity = 'task_tag' and x.uid = "
               "h.uid "
               "where h.source is distinct from %2 and (h.id > %3 or exists (select from glowlist.history c "
               "where c.uid = h.uid and c.entity = h.entity and c.kind = 'create' and c.id > %3)) and ("
               "h.entity = 'task' and exists (select from public.tasks t where t.glow_uid = h.uid and "
               "t.user_id = %1) or h.entity = 'list' and exists (select from glowlist.list l where l.uid = "
               "h.uid "
               "and l.user_id = %1) or h.entity = 'section' and exists (select from glowlist.section s "
               "where s.uid = h.uid and s.user_id = %1) or exists (select from public.tasks t "
               "where t.glow_uid = x.task and t.user_id = %1) or h.entity = 'tag' and exists (select from "
               "glowlist.tag g where g.uid = h.uid and %4)) order by h.id")
               .arg(user, there, QString::number(historyAfter), isOwnTag(user));
}

qint64 readKnown(const QList<Rows>& results)
{
    return results.value(3).value(0).value(0).toLongLong();
}

QString fetchTasks(int count)
{
    return QStringLiteral("fetch forward %1 from glow_tasks").arg(count);
}

QString fetchDependencies(int count)
{
    return QStringLiteral("fetch forward %1 from glow_dependencies").arg(count);
}

QString fetchHistory(int count)
{
    return QStringLiteral("fetch forward %1 from glow_history").arg(count);
}

QString copyIn(const QByteArray& request)
{
    return QStringLiteral("select glowlist.copy_in(") + sqlJson(request) + QStringLiteral(")");
}

QString changesOf(const QUuid& group)
{
    return QStringLiteral(
               "select id::text from glowlist.change where \"group\" = %1 order by revision, stored_at")
        .arg(sqlUuid(group));
}

} // namespace glow::store::copysql
