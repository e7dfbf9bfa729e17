-- loses: Which occurrence of its series a task is.
create or replace function glowlist.create_rows(entity text, ops jsonb[], user_id text) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    e glowlist.entity;
    rows jsonb;
    names text;
    made uuid[];
    here jsonb;
    notes jsonb;
begin
    select * into e from glowlist.entity where name = create_rows.entity;
    select jsonb_agg(e.defaults
            || (select coalesce(jsonb_object_agg(f."column", glowlist.position_at_end(o.ordinality)), '{}')
                from glowlist.field f where f.entity = e.name and f.form in ('path', 'position'))
            || glowlist.columns(e.name, coalesce(o.op -> 'set', '{}'))
            || case when e.user_column is null then '{}' else jsonb_build_object(e.user_column, create_rows.user_id) end
            || jsonb_build_object(e.uid_column, o.op -> 'uid') order by o.ordinality)
        into rows from unnest(ops) with ordinality o (op, ordinality);
    notes := glowlist.restore_referred(e.name, rows, create_rows.user_id);

    select string_agg(quote_ident(c), ', ') into names from (
        select e.uid_column union select e.user_column union select jsonb_object_keys(e.defaults)
        union select f."column" from glowlist.field f where f.entity = e.name
        union select f.time_column from glowlist.field f where f.entity = e.name
        union select 'description' from glowlist.field f where f.entity = e.name and f.form = 'notes') s (c)
    where c is not null;
    execute format('with made as (insert into %s (%s) select %s from jsonb_populate_recordset(null::%s, $1)
                                  on conflict do nothing returning %I) select array_agg(%I) from made',
                   e."table", names, names, e."table", e.uid_column, e.uid_column) into made using rows;
    perform glowlist.check_references(e.name, made, array(select f.name from glowlist.field f where f.entity = e.name),
                                      create_rows.user_id);
    select jsonb_agg(jsonb_build_object('on', e.name, 'uid', o.op -> 'uid')) into here
    from unnest(ops) o (op) where (o.op ->> 'uid')::uuid <> all (coalesce(made, '{}'));
    return notes || case when here is null then '{}' else jsonb_build_object('exists', here) end;
end
$$;

drop function glowlist.carry_on(uuid, uuid, integer, text);
drop function glowlist.below(uuid);
drop function glowlist.days_between(uuid, uuid);
drop function glowlist.like_op(jsonb, text);
drop function glowlist.days_later(text, integer);
drop function glowlist.uid_v5(uuid, text);
drop function glowlist.sha1(bytea);
delete from glowlist.field where entity = 'task' and name in ('series', 'occurrence', 'scheduled', 'continued');
update glowlist.entity set defaults = defaults - array['glow_scheduled_has_time', 'glow_continued'] where name = 'task';

drop view glowlist.tasks_guard;
alter table public.tasks
    drop column glow_series,
    drop column glow_occurrence,
    drop column glow_scheduled,
    drop column glow_scheduled_has_time,
    drop column glow_continued;
create view glowlist.tasks_guard as
select glow_uid, glow_path, glow_rank, glow_list, glow_section, glow_parent, glow_notes, glow_due_has_time,
       glow_due_zone, glow_start, glow_start_has_time, glow_deadline, glow_deadline_has_time, glow_rrule,
       glow_from_completion, glow_estimate, glow_completed_at
from public.tasks;
