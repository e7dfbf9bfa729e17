-- Which task waits for which: `task` is blocked while one of its blockers is open. A link's uid is v5 of the task and
-- 'blocker:' + uid of the blocker, so that two programs that make it at once make one.
create table glowlist.dependency (
    uid uuid primary key,
    task uuid not null constraint task_fkey references public.tasks (glow_uid) on delete cascade,
    blocker uuid not null constraint blocker_fkey references public.tasks (glow_uid) on delete cascade
);
create unique index dependency_task on glowlist.dependency (task, blocker);
create index dependency_blocker on glowlist.dependency (blocker, task);

insert into glowlist.entity (name, level, "table", user_column, defaults) values
    ('dependency', 4, 'glowlist.dependency', null, '{}');
insert into glowlist.field (entity, name, "column", unit, form, max_length, required, refers) values
    ('dependency', 'task', 'task', null, 'uuid', null, true, 'task'),
    ('dependency', 'blocker', 'blocker', null, 'uuid', null, true, 'task');

-- No task waits for itself, by whatever detour. A link that comes back with a task, or by a revert, yields to those
-- that were made since.
create function glowlist.refuse_waiting_circle() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if not exists (
        with recursive waits (uid) as (
            select new.blocker
            union
            select d.blocker from waits join glowlist.dependency d on d.task = waits.uid)
        select from waits where waits.uid = new.task) then
        return new;
    end if;
    if glowlist.writer() ? 'reverting' or exists (
            select from glowlist.trash l
            join glowlist.trash t on t.revision = l.revision and t.change is not distinct from l.change
            where l.entity = 'dependency' and l.uid = new.uid and t.entity = 'task'
              and t.uid in (new.task, new.blocker)) then
        return null;
    end if;
    perform glowlist.refuse('cycle', 'blocker', 'these tasks would wait for each other');
end
$$;
create trigger glow_circle before insert or update on glowlist.dependency
    for each row execute function glowlist.refuse_waiting_circle();

create constraint trigger glow_log after insert or update or delete on glowlist.dependency
    deferrable initially deferred for each row execute function glowlist.log('dependency', 'uid', 'task');
create trigger glow_truncate before truncate on glowlist.dependency execute function glowlist.refuse_truncate();

-- Whether a task is blocked is news of that task, told with the news of its blocker.
create function glowlist.log_waiting() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    waiting uuid;
    number bigint;
begin
    if new.completed = old.completed then
        return null;
    end if;
    for waiting in select d.task from glowlist.dependency d where d.blocker = new.glow_uid loop
        number := coalesce(number, glowlist.take_revision(glowlist.writer()));
        perform glowlist.touch('task', waiting, number, false);
    end loop;
    return null;
end
$$;
create constraint trigger glow_log_waiting after update on public.tasks
    deferrable initially deferred for each row execute function glowlist.log_waiting();

-- Beside the fields: all blockers, and those that are open.
create or replace function glowlist.task_json("row" jsonb) returns jsonb
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select glowlist.field_values('task', "row") || jsonb_build_object(
        'uid', t.uid, 'id', "row" -> 'id', 'user_id', "row" -> 'user_id', 'path', "row" -> 'glow_path',
        'tags', coalesce((select jsonb_agg(x.tag order by g.name collate "und-x-icu", g.uid)
                          from glowlist.task_tag x join glowlist.tag g on g.uid = x.tag where x.task = t.uid), '[]'),
        'created_at', glowlist.utc_text("row" ->> 'created_at'),
        'updated_at', glowlist.utc_text("row" ->> 'updated_at'),
        'completed_at', glowlist.utc_text("row" ->> 'glow_completed_at'),
        'parent_title', (select p.title from public.tasks p where p.glow_uid = ("row" ->> 'glow_parent')::uuid),
        'subtasks_done', s.done, 'subtasks_total', s.total, 'blockers', b.every, 'open_blockers', b.open)
    from (select ("row" ->> 'glow_uid')::uuid as uid) t
    cross join lateral (select count(*) filter (where c.completed) as done, count(*) as total
                        from public.tasks c where c.glow_parent = t.uid) s
    cross join lateral (select coalesce(jsonb_agg(d.blocker order by d.blocker), '[]') as every,
                               coalesce(jsonb_agg(d.blocker order by d.blocker) filter (where not o.completed), '[]')
                                   as open
                        from glowlist.dependency d join public.tasks o on o.glow_uid = d.blocker
                        where d.task = t.uid) b
$$;

revoke all on all functions in schema glowlist from public;
