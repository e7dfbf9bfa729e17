-- Our columns on public.tasks. The first ALTER touches the catalogue only; the second rewrites the table once and fills
-- what depends on the row. Defaults use built-in functions only: the other program's role has no right on ours.
alter table public.tasks
    add column glow_rank smallint not null default 4,
    add column glow_list uuid,
    add column glow_section uuid,
    add column glow_parent uuid,
    add column glow_notes text,
    add column glow_due_has_time boolean not null default false,
    add column glow_due_zone text,
    add column glow_start timestamp without time zone,
    add column glow_start_has_time boolean not null default false,
    add column glow_deadline timestamp without time zone,
    add column glow_deadline_has_time boolean not null default false,
    add column glow_rrule text,
    add column glow_from_completion boolean not null default false,
    add column glow_estimate integer constraint glow_estimate_check check (glow_estimate > 0),
    add column glow_completed_at timestamp without time zone;

alter table public.tasks
    add column glow_uid uuid not null default gen_random_uuid(),
    add column glow_path text collate "C" not null default
        lpad(to_hex((extract(epoch from clock_timestamp()) * 1000000)::bigint), 14, '0')
        || substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 1 + floor(random() * 62)::int, 1)
        || substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 1 + floor(random() * 62)::int, 1)
        || substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 1 + floor(random() * 62)::int, 1)
        || substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz', 1 + floor(random() * 62)::int, 1),
    alter column glow_rank type smallint
        using (case priority when 'high' then 1 when 'low' then 3 when 'none' then 4 else 2 end),
    alter column glow_due_has_time type boolean using coalesce(due_date::time <> '00:00', false),
    alter column glow_completed_at type timestamp without time zone using (case when completed then updated_at end);

create unique index glow_uid_key on public.tasks (glow_uid);
alter table public.tasks
    add constraint glow_parent_fkey foreign key (glow_parent) references public.tasks (glow_uid) on delete set null;
create index glow_due_ix on public.tasks (user_id, due_date, glow_uid) where not completed;
create index glow_zone_ix on public.tasks (user_id, due_date, glow_uid) where glow_due_zone is not null;
create index glow_place_ix on public.tasks (user_id, glow_list, glow_path, glow_uid);
create index glow_title_ix on public.tasks (user_id, title collate "und-x-icu", glow_uid) where not completed;
create index glow_completed_ix on public.tasks (user_id, glow_completed_at, glow_uid) where completed;
create index glow_updated_ix on public.tasks (user_id, updated_at, glow_uid) include (completed);
-- For the foreign keys.
create index glow_parent_ix on public.tasks (glow_parent) where glow_parent is not null;
create index glow_list_ix on public.tasks (glow_list) where glow_list is not null;
create index glow_section_ix on public.tasks (glow_section) where glow_section is not null;

-- Names all and only our columns, so that another program's DROP COLUMN is refused (2BP01).
create view glowlist.tasks_guard as
select glow_uid, glow_path, glow_rank, glow_list, glow_section, glow_parent, glow_notes, glow_due_has_time,
       glow_due_zone, glow_start, glow_start_has_time, glow_deadline, glow_deadline_has_time, glow_rrule,
       glow_from_completion, glow_estimate, glow_completed_at
from public.tasks;

insert into glowlist.entity (name, level, "table", uid_column, user_column, defaults) values
    ('task', 3, 'public.tasks', 'glow_uid', 'user_id',
     '{"completed": false, "priority": "none", "created_at": null, "updated_at": null, "glow_due_has_time": false,
       "glow_start_has_time": false, "glow_deadline_has_time": false, "glow_from_completion": false}');
insert into glowlist.field (entity, name, "column", unit, form, time_column, max_length, required, refers) values
    ('task', 'title', 'title', null, 'text', null, 200, true, null),
    ('task', 'notes', 'glow_notes', null, 'notes', null, 100000, false, null),
    ('task', 'completed', 'completed', 'completion', 'boolean', null, null, true, null),
    ('task', 'priority', 'priority', null, 'text', null, 20, true, null),
    ('task', 'due_date', 'due_date', 'schedule', 'walltime', 'glow_due_has_time', null, false, null),
    ('task', 'due_zone', 'glow_due_zone', 'schedule', 'zone', null, 100, false, null),
    ('task', 'start', 'glow_start', 'schedule', 'walltime', 'glow_start_has_time', null, false, null),
    ('task', 'deadline', 'glow_deadline', null, 'walltime', 'glow_deadline_has_time', null, false, null),
    ('task', 'rrule', 'glow_rrule', 'schedule', 'text', null, 1000, false, null),
    ('task', 'from_completion', 'glow_from_completion', 'schedule', 'boolean', null, null, true, null),
    ('task', 'parent', 'glow_parent', 'placement', 'uuid', null, null, false, 'task'),
    ('task', 'position', 'glow_path', 'placement', 'path', null, 100, false, null),
    ('task', 'estimate', 'glow_estimate', null, 'integer', null, null, false, null);

-- What `apply` is doing, else an empty object: client, actor, change, group, label, at. Like other small functions
-- here it sets no path of its own, so that it is inlined; all that calls it does.
create function glowlist.writer() returns jsonb
language sql stable
as $$ select coalesce(nullif(current_setting('glowlist.writer', true), ''), '{}')::jsonb $$;

create function glowlist.rank() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    new.glow_rank := case new.priority when 'high' then 1 when 'low' then 3 when 'none' then 4 else 2 end;
    return new;
end
$$;

-- Fills what the writer left: times, and our reading of what another program changed. Takes no locks.
create function glowlist.stamp() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    writer constant jsonb := glowlist.writer();
    ours constant boolean := writer ? 'change';
    moved record;
begin
    if tg_op = 'INSERT' then
        new.created_at := coalesce(new.created_at, now() at time zone 'utc');
        new.updated_at := coalesce(new.updated_at, new.created_at);
        if new.completed and new.glow_completed_at is null then
            new.glow_completed_at := coalesce((writer ->> 'at')::timestamptz, now()) at time zone 'utc';
        end if;
        if not ours and not new.glow_due_has_time then
            new.glow_due_has_time := new.due_date is not null and new.due_date::time <> '00:00';
        end if;
        return new;
    end if;
    -- *= compares any type, the other program's too. A new place alone is no news.
    moved := new;
    moved.glow_path := old.glow_path;
    if moved *= old then
        return new;
    end if;
    if new.updated_at is not distinct from old.updated_at then
        new.updated_at := now() at time zone 'utc';
    end if;
    if new.completed is distinct from old.completed
       and new.glow_completed_at is not distinct from old.glow_completed_at then
        new.glow_completed_at := case when new.completed
            then coalesce((writer ->> 'at')::timestamptz, now()) at time zone 'utc' end;
    end if;
    if not ours then
        if new.due_date is distinct from old.due_date and new.glow_due_has_time = old.glow_due_has_time then
            new.glow_due_has_time := new.due_date is not null and new.due_date::time <> '00:00';
        end if;
        -- The short text wins; the long one goes to the history.
        if new.description is distinct from old.description and new.glow_notes is not distinct from old.glow_notes then
            new.glow_notes := null;
        end if;
    end if;
    return new;
end
$$;

-- glow_path is the parent's path and the own position. A subtask lies in its parent's list; a task that leaves its list
-- leaves its section, and its parent too if that stays behind. Only `apply` chooses places, so only then is it judged.
create function glowlist.place() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    fresh constant boolean := tg_op = 'INSERT';
    writer jsonb;
    relisted boolean := fresh and new.glow_list is not null;
    reparented boolean := fresh and new.glow_parent is not null;
    resectioned boolean := fresh and new.glow_section is not null;
    ours boolean;
    above record;
    section_list uuid;
begin
    if not fresh then
        relisted := new.glow_list is distinct from old.glow_list;
        reparented := new.glow_parent is distinct from old.glow_parent;
        resectioned := new.glow_section is distinct from old.glow_section;
        if not (relisted or reparented or resectioned or new.glow_path <> old.glow_path) then
            return new;
        end if;
        if relisted and not resectioned then
            new.glow_section := null;
        end if;
    end if;
    writer := glowlist.writer();
    ours := writer ? 'change';
    if ours and resectioned and new.glow_section is not null then
        select s.list into section_list from glowlist.section s where s.uid = new.glow_section;
        if not relisted then
            new.glow_list := section_list;
        elsif section_list is distinct from new.glow_list then
            new.glow_section := null;
        end if;
    end if;
    new.glow_path := regexp_replace(new.glow_path, '^.*/', '');
    if new.glow_parent is null then
        return new;
    end if;
    if new.glow_parent = new.glow_uid then
        raise exception 'a task cannot be its own subtask' using errcode = '23514', constraint = 'glow_parent_cycle';
    end if;
    select t.glow_path as path, t.glow_list as list, t.glow_section as section into above
    from public.tasks t where t.glow_uid = new.glow_parent;
    if not found then
        if ours then
            raise exception 'there is no task % to put it under', new.glow_parent
                using errcode = '23503', constraint = 'glow_parent_fkey';
        end if;
        return new;
    end if;
    if ours and reparented and not relisted and not resectioned then
        new.glow_list := above.list;
        new.glow_section := above.section;
    elsif ours and relisted and not reparented and above.list is distinct from new.glow_list
          and not writer ? 'reverting' then  -- a revert moves the parent next
        new.glow_parent := null;
        return new;
    end if;
    new.glow_path := above.path || '/' || new.glow_path;
    if length(new.glow_path) > 2000 then
        raise exception 'subtasks are nested too deeply'
            using errcode = '22001', column = 'parent', hint = 'glowlist:invalid';
    end if;
    return new;
end
$$;

-- What lies below a moved task moves along, level by level.
create function glowlist.move_subtree() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if new.glow_path <> old.glow_path then
        update public.tasks set glow_path = new.glow_path || '/' || regexp_replace(glow_path, '^.*/', '')
        where glow_parent = new.glow_uid;
    end if;
    if new.glow_list is distinct from old.glow_list or new.glow_section is distinct from old.glow_section then
        update public.tasks set glow_list = new.glow_list, glow_section = new.glow_section
        where glow_parent = new.glow_uid
          and (glow_list, glow_section) is distinct from (new.glow_list, new.glow_section);
    end if;
    return null;
end
$$;

create function glowlist.refuse_truncate() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception 'TRUNCATE would bypass the trash of Glowlist: use DELETE' using errcode = '42501';
end
$$;

create trigger glow_rank before insert or update on public.tasks for each row execute function glowlist.rank();
create trigger glow_stamp before insert or update on public.tasks for each row execute function glowlist.stamp();
create trigger glow_place before insert or update on public.tasks for each row execute function glowlist.place();
create trigger glow_subtree after update on public.tasks for each row execute function glowlist.move_subtree();
create trigger glow_truncate before truncate on public.tasks execute function glowlist.refuse_truncate();
