-- loses: The time spent on tasks.
drop trigger glow_one_timer on public.tasks;
drop trigger glow_timer on public.tasks;
drop function glowlist.stop_other_timers(), glowlist.stop_completed_timer();
drop function glowlist.writer_time(), glowlist.spent_until(integer, timestamp, timestamp);
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
            - array['completed', 'continued', 'position', 'series', 'occurrence', 'scheduled']
        || coalesce(op -> 'set', '{}'));
end
$$;

delete from glowlist.field where entity = 'task' and name in ('spent', 'timer');

drop view glowlist.tasks_guard;
alter table public.tasks
    drop column glow_spent,
    drop column glow_timer;
create view glowlist.tasks_guard as
select glow_uid, glow_path, glow_rank, glow_list, glow_section, glow_parent, glow_notes, glow_due_has_time,
       glow_due_zone, glow_start, glow_start_has_time, glow_deadline, glow_deadline_has_time, glow_rrule,
       glow_from_completion, glow_estimate, glow_completed_at, glow_series, glow_occurrence, glow_scheduled,
       glow_scheduled_has_time, glow_continued
from public.tasks;
