-- Time spent on a task: seconds that are done, and since when (UTC) its timer runs. One timer runs at a time for each
-- user, whatever programs start them: the last start stops the others.
alter table public.tasks
    add column glow_spent integer constraint glow_spent_check check (glow_spent >= 0),
    add column glow_timer timestamp without time zone;

drop view glowlist.tasks_guard;
create view glowlist.tasks_guard as
select glow_uid, glow_path, glow_rank, glow_list, glow_section, glow_parent, glow_notes, glow_due_has_time,
       glow_due_zone, glow_start, glow_start_has_time, glow_deadline, glow_deadline_has_time, glow_rrule,
       glow_from_completion, glow_estimate, glow_completed_at, glow_series, glow_occurrence, glow_scheduled,
       glow_scheduled_has_time, glow_continued, glow_spent, glow_timer
from public.tasks;
create index glow_timer_ix on public.tasks (user_id) where glow_timer is not null;

insert into glowlist.field (entity, name, "column", unit, form, required) values
    ('task', 'spent', 'glow_spent', 'timer', 'integer', false),
    ('task', 'timer', 'glow_timer', 'timer', 'text', false);

create function glowlist.spent_until(spent integer, started timestamp, stopped timestamp) returns integer
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select least(coalesce(spent, 0) + greatest(extract(epoch from stopped - started), 0), 999999999)::integer
$$;

create function glowlist.writer_time() returns timestamp
language sql stable set search_path = pg_catalog, pg_temp
as $$ select coalesce((glowlist.writer() ->> 'at')::timestamptz, now()) at time zone 'utc' $$;

-- What is completed, by whatever program, takes no more time.
create function glowlist.stop_completed_timer() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if new.completed and new.glow_timer is not null then
        new.glow_spent := glowlist.spent_until(new.glow_spent, new.glow_timer, glowlist.writer_time());
        new.glow_timer := null;
    end if;
    return new;
end
$$;
create trigger glow_timer before insert or update on public.tasks
    for each row execute function glowlist.stop_completed_timer();

create function glowlist.stop_other_timers() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
    if new.glow_timer is null or tg_op = 'UPDATE' and new.glow_timer is not distinct from old.glow_timer
       or not exists (select from public.tasks t
                      where t.glow_uid = new.glow_uid and t.glow_timer is not distinct from new.glow_timer) then
        return null;
    end if;
    update public.tasks t
    set glow_spent = glowlist.spent_until(t.glow_spent, t.glow_timer, glowlist.writer_time()), glow_timer = null
    where t.user_id = new.user_id and t.glow_timer is not null and t.glow_uid <> new.glow_uid;
    return null;
end
$$;
create constraint trigger glow_one_timer after insert or update on public.tasks
    deferrable initially deferred for each row execute function glowlist.stop_other_timers();

-- What is made like another task begins without its time.
create or replace function glowlist.like_op(op jsonb, user_id text) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    model constant jsonb := glowlist.row_of('task', (op ->> 'like')::uuid);
begin
    if not op ? 'like' then
        return op;
    elsif model is null then
        perform glowlist.refuse_missing('task', 'like', op ->> 'like');
    elsif model ->> 'user_id' <> like_op.user_id then
        perform glowlist.refuse('not_allowed', 'like', 'the task belongs to another user');
    end if;
    return op || jsonb_build_object('set',
        glowlist.field_values('task', model)
            - array['completed', 'continued', 'position', 'series', 'occurrence', 'scheduled', 'spent', 'timer']
        || coalesce(op -> 'set', '{}'));
end
$$;

revoke all on all functions in schema glowlist from public;
