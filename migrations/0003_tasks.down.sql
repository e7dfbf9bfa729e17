-- loses: Subtasks, manual order, notes beyond 1,000 characters, start dates, deadlines, repetition and estimates.
drop view glowlist.tasks_guard;
drop trigger glow_rank on public.tasks;
drop trigger glow_stamp on public.tasks;
drop trigger glow_place on public.tasks;
drop trigger glow_subtree on public.tasks;
drop trigger glow_truncate on public.tasks;
drop function glowlist.rank(), glowlist.stamp(), glowlist.place(), glowlist.move_subtree(), glowlist.refuse_truncate(),
    glowlist.writer();
delete from glowlist.entity where name = 'task';

-- The indexes go with the columns.
alter table public.tasks
    drop constraint glow_parent_fkey,
    drop column glow_uid,
    drop column glow_path,
    drop column glow_rank,
    drop column glow_list,
    drop column glow_section,
    drop column glow_parent,
    drop column glow_notes,
    drop column glow_due_has_time,
    drop column glow_due_zone,
    drop column glow_start,
    drop column glow_start_has_time,
    drop column glow_deadline,
    drop column glow_deadline_has_time,
    drop column glow_rrule,
    drop column glow_from_completion,
    drop column glow_estimate,
    drop column glow_completed_at;
