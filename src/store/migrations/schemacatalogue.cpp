#include "store/migrations/schemacatalogue.h"

namespace glow::store::schemacatalogue {

namespace {

// Members of extensions (pg_trgm may live in our schema) belong to nobody here.
const QString tables = QStringLiteral(R"(
with member as (select classid, objid from pg_depend where deptype = 'e'),
rel as (
    select c.oid, c.relname, c.relkind, c.relacl, c.relowner, n.nspname, n.nspname || '.' || c.relname as name,
           n.nspname = 'glowlist' as own
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm')
      and (n.nspname = 'glowlist' or n.nspname = 'public' and c.relname in ('users', 'tasks'))
      and not exists (select from member m where m.classid = 'pg_class'::regclass and m.objid = c.oid)
),)");

const QString columns = QStringLiteral(R"(
col as (
    select 'column' as kind, r.name as on_table, r.name || '.' || a.attname as object,
           case when format_type(a.atttypid, null) = 'character varying'
                     and (a.atttypmod < 0 or r.nspname = 'public' and a.attname !~ '^glow_')
                then 'text' else format_type(a.atttypid, a.atttypmod) end
           || case when a.attcollation not in (0, 100)
                   then ' collate ' || (select collname from pg_collation where oid = a.attcollation) else '' end
           || case when a.attnotnull then ' not null' else '' end
           || case when a.attgenerated <> '' then ' generated ' || pg_get_expr(d.adbin, d.adrelid)
                   when a.attidentity <> '' or pg_get_expr(d.adbin, d.adrelid) ~ '^nextval\(' then ' from a sequence'
                   when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end
           as definition,
           r.own or a.attname ~ '^glow_' as ours
    from rel r join pg_attribute a on a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where r.relkind in ('r', 'p')
),
con as (
    select 'constraint' as kind, r.name as on_table, r.name || ' ' || replace(pg_get_constraintdef(c.oid), ' NOT VALID', '') as object,
           case when c.convalidated then 'valid' else 'not validated' end as definition,
           r.own or exists (select from pg_attribute a where a.attrelid = r.oid and a.attnum = any (c.conkey)
                              and a.attname ~ '^glow_') as ours
    from rel r join pg_constraint c on c.conrelid = r.oid and c.contype in ('c', 'f', 'p', 'u', 'x')
),
idx as (
    select 'index' as kind, r.name as on_table, r.nspname || '.' || i.relname as object,
           regexp_replace(regexp_replace(pg_get_indexdef(x.indexrelid), '\((\w+)\)::text', '\1', 'g'),
                          '\w+\.gin_trgm_ops', 'gin_trgm_ops', 'g')
           || case when x.indisvalid then '' else ' (not valid)' end as definition,
           r.own or i.relname ~ '^glow_' as ours
    from rel r join pg_index x on x.indrelid = r.oid join pg_class i on i.oid = x.indexrelid
    where not exists (select from pg_constraint c where c.conindid = x.indexrelid and c.contype in ('p', 'u', 'x'))
),)");

// A definer's view prints its columns with or without the table, as the version likes.
const QString code = QStringLiteral(R"(
trg as (
    select 'trigger' as kind, r.name as on_table, r.name || '.' || t.tgname as object,
           pg_get_triggerdef(t.oid) || case t.tgenabled when 'O' then '' when 'D' then ' (disabled)'
                                            else ' (enabled ' || t.tgenabled::text || ')' end as definition,
           r.own or t.tgname ~ '^glow_' as ours
    from rel r join pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal
),
fun as (
    select 'function' as kind, null::text as on_table,
           'glowlist.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')' as object,
           'returns ' || pg_get_function_result(p.oid) || ' language ' || l.lanname
           || case p.provolatile when 'i' then ' immutable' when 's' then ' stable' else '' end
           || case when p.prosecdef then ' security definer' else '' end
           || case when p.proisstrict then ' strict' else '' end
           || coalesce(' set ' || array_to_string(p.proconfig, ' set '), '')
           || ' body ' || encode(sha256(convert_to(coalesce(p.prosrc, ''), 'UTF8')), 'hex') as definition,
           true as ours
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
    where n.nspname = 'glowlist'
      and not exists (select from member m where m.classid = 'pg_proc'::regclass and m.objid = p.oid)
),
viw as (
    select 'view' as kind, null::text as on_table, r.name as object,
           regexp_replace(regexp_replace(pg_get_viewdef(r.oid), '\m\w+\.', '', 'g'), '\s+', ' ', 'g') as definition,
           r.own as ours
    from rel r where r.relkind in ('v', 'm')
),
tab as (
    select 'table' as kind, null::text as on_table, r.name as object, 'table' as definition, false as ours
    from rel r where r.relkind in ('r', 'p')
),)");

// Only what PUBLIC may: rights of particular roles are the administrator's.
const QString rights = QStringLiteral(R"(
acl as (
    select 'schema glowlist' as object, coalesce(n.nspacl, acldefault('n', n.nspowner)) as acl, null::text as on_table
    from pg_namespace n where n.nspname = 'glowlist'
    union all
    select 'glowlist.' || p.proname || '(' || pg_get_function_identity_arguments(p.oid) || ')',
           coalesce(p.proacl, acldefault('f', p.proowner)), null
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname = 'glowlist'
      and not exists (select from member m where m.classid = 'pg_proc'::regclass and m.objid = p.oid)
    union all
    select r.name, coalesce(r.relacl, acldefault('r', r.relowner)), r.name from rel r where r.own
),
rgt as (
    select 'rights' as kind, a.on_table, a.object,
           'for PUBLIC: ' || coalesce((select string_agg(lower(e.privilege_type), ', ' order by e.privilege_type)
                                       from aclexplode(a.acl) e where e.grantee = 0), 'none') as definition,
           true as ours
    from acl a
)
select distinct kind collate "C", coalesce(on_table, ''), object collate "C", definition collate "C", ours
from (select * from tab union all select * from col union all select * from con union all select * from idx
      union all select * from trg union all select * from fun union all select * from viw
      union all select * from rgt) everything
order by 1, 3, 4)");

} // namespace

QString query()
{
    return QStringLiteral("set local search_path = pg_catalog, pg_temp; ") + tables + columns + code + rights;
}

QString staleIndexes(int serverVersion)
{
    // Since PostgreSQL 15 the database's own collation has a version too; before, there is nothing to
    // compare.
    const QString ofDatabase =
        serverVersion >= 150000
            ? QStringLiteral(
                  "(select d.datcollversion from pg_database d where d.datname = current_database()), "
                  "(select pg_database_collation_actual_version(d.oid) from pg_database d "
                  "where d.datname = current_database())")
            : QStringLiteral("null::text, null::text");
    return QStringLiteral(R"(set local search_path = pg_catalog, pg_temp;
with own(recorded, actual) as (select %1),
used as (
    select distinct i.oid, format('%I.%I', n.nspname, i.relname) as name, k.coll
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
    join pg_namespace n on n.oid = i.relnamespace, unnest(x.indcollation) k(coll)
    where k.coll <> 0
      and (n.nspname = 'glowlist' or n.nspname = 'public' and t.relname = 'tasks' and i.relname ~ '^(glow_|ix_tasks_)')
),
versions as (
    select u.oid, u.name, case when c.oid = 100 then 'the database''s' else c.collname end as coll,
           case when c.oid = 100 then o.recorded else c.collversion end as recorded,
           case when c.oid = 100 then o.actual else pg_collation_actual_version(c.oid) end as actual
    from used u join pg_collation c on c.oid = u.coll, own o
)
select distinct name, coll, recorded, actual from versions
where recorded <> actual
  and coalesce(obj_description(oid, 'pg_class'), '') not like '%collation version ' || actual || '%'
order by 1)")
        .replace(QStringLiteral("%1"), ofDatabase);
}

} // namespace glow::store::schemacatalogue
