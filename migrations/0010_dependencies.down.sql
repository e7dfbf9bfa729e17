-- loses: Which task waits for which.
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
        'subtasks_done', s.done, 'subtasks_total', s.total)
    from (select ("row" ->> 'glow_uid')::uuid as uid) t
    cross join lateral (select count(*) filter (where c.completed) as done, count(*) as total
                        from public.tasks c where c.glow_parent = t.uid) s
$$;

delete from glowlist.entity where name = 'dependency';
drop trigger glow_log_waiting on public.tasks;
drop table glowlist.dependency;
drop function glowlist.refuse_waiting_circle(), glowlist.log_waiting();
