#include "store/migrations/adoptionsql.h"

#include "store/sqltext.h"

namespace glow::store::adoptionsql {

namespace {

QString columnsOf(const QString& table)
{
    return QStringLiteral("(select coalesce(jsonb_agg(jsonb_build_object('name', a.attname, 'type', "
                          "format_type(a.atttypid, a.atttypmod), 'required', a.attnotnull, 'filled', "
                          "a.atthasdef or a.attidentity <> '') order by a.attnum), '[]') from pg_attribute a "
                          "where a.attrelid = to_regclass(%1) and a.attnum > 0 and not a.attisdropped)")
        .arg(sqlText(table));
}

// Independent of the order of rows, and of every column but the nine.
QString checksum()
{
    return QStringLiteral(
        "(select count(*) || ' ' || coalesce(sum(hashtextextended(row(id, user_id, title, description, "
        "completed, priority, due_date, created_at, updated_at)::text, 0)), 0) from public.tasks)");
}

} // namespace

QString catalogue()
{
    return QStringLiteral(
               "select jsonb_build_object('kind', (select relkind from pg_class where oid = "
               "to_regclass('public.tasks')), 'columns', %1, 'userColumns', %2, 'alembic', "
               "to_regclass('public.alembic_version') is not null, 'record', to_regclass('glowlist.base') is "
               "not null, 'role', current_user, 'database', current_database(), 'owner', (select "
               "pg_get_userbyid(relowner) from pg_class where oid = to_regclass('public.tasks')), 'owns', "
               "(select pg_has_role(relowner, 'usage') from pg_class where oid = "
               "to_regclass('public.tasks')), 'mayMakeSchema', has_database_privilege(current_database(), "
               "'create') or coalesce(has_schema_privilege(to_regnamespace('glowlist'), 'create'), false), "
               "'mayMakeIndexes', has_schema_privilege('public', 'create'), 'bytes', "
               "pg_total_relation_size(to_regclass('public.tasks')))")
        .arg(columnsOf(QStringLiteral("public.tasks")), columnsOf(QStringLiteral("public.users")));
}

QString madeByUs()
{
    return QStringLiteral("select exists (select from glowlist.base where object = 'table public.tasks')");
}

QString contents(bool withAlembic)
{
    const QString alembic =
        withAlembic ? QStringLiteral("(select string_agg(version_num, ', ') from public.alembic_version)")
                    : QStringLiteral("null");
    return QStringLiteral(
               "with per as (select user_id, count(*) filter (where not completed) open, count(*) filter "
               "(where completed) done from public.tasks group by user_id), everybody as (select u.id, "
               "coalesce(p.open, 0) open, coalesce(p.done, 0) done from public.users u left join per p on "
               "p.user_id = u.id order by u.id limit 100) select jsonb_build_object('alembic', %1, 'rows', "
               "(select coalesce(sum(open + done), 0) from per), 'users', (select "
               "coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'open', e.open, 'done', e.done, 'samples', "
               "(select coalesce(jsonb_agg(jsonb_build_array(s.title, to_char(s.due_date, "
               "'YYYY-MM-DD\"T\"HH24:MI:SS'))), '[]') from (select t.title, t.due_date from public.tasks t "
               "where t.user_id = e.id and isfinite(t.due_date) order by t.due_date::time = '00:00', "
               "t.due_date desc, t.id limit 3) s)) order by e.id), '[]') from everybody e))")
        .arg(alembic);
}

QString before()
{
    return QStringLiteral("set local lock_timeout = '3s'; lock table public.tasks in access exclusive mode; "
                          "select set_config('glowlist.rows_before', %1, true)")
        .arg(checksum());
}

QString rowsDiffer()
{
    return QStringLiteral("GLW01");
}

QString after(const adoption::Choice& choice)
{
    // Where nobody is there yet and a user needs nothing but an id, one is made, as in a database of our own.
    return QStringLiteral(R"(do $$
begin
    if %1 is distinct from current_setting('glowlist.rows_before') then
        raise exception 'the rows of public.tasks are not as they were' using errcode = '%2';
    end if;
    if not exists (select from public.users) and not exists (
        select from pg_attribute a where a.attrelid = 'public.users'::regclass and a.attnum > 0
        and a.attname <> 'id' and a.attnotnull and not a.atthasdef and a.attidentity = '' and not a.attisdropped) then
        insert into public.users (id) values ('local');
    end if;
end
$$;
update glowlist.workspace set due_dates_utc = %3)")
        .arg(checksum(), rowsDiffer(),
             choice.dueDatesAreUtc ? QStringLiteral("true") : QStringLiteral("false"));
}

} // namespace glow::store::adoptionsql
