-- loses: Reminders.
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

create or replace function glowlist.carry_on(former uuid, next uuid, days integer, user_id text) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    child record;
    fields jsonb;
    copy uuid;
begin
    insert into glowlist.task_tag (uid, task, tag)
    select glowlist.uid_v5(next, 'tag:' || x.tag), next, x.tag from glowlist.task_tag x where x.task = former
    on conflict do nothing;
    for child in select t.* from public.tasks t where t.glow_parent = former order by t.glow_path loop
        fields := glowlist.field_values('task', to_jsonb(child), array['due_date', 'start', 'deadline', 'position']);
        select fields || coalesce(jsonb_object_agg(f.key, glowlist.days_later(f.value, days)), '{}') into fields
        from jsonb_each_text(fields) f where f.key <> 'position' and isfinite(left(f.value, 10)::date);
        fields := fields || jsonb_build_object('parent', next);
        if not child.completed then
            perform glowlist.update_row('task', child.glow_uid, fields, '{}', false, carry_on.user_id);
            perform glowlist.update_row('task', t.glow_uid, '{"completed": false}', '{}', false, carry_on.user_id)
            from glowlist.below(child.glow_uid) t where t.completed and not t.glow_continued;
        elsif not child.glow_continued then
            copy := glowlist.uid_v5(next, child.glow_uid::text);
            perform glowlist.create_rows('task', array[glowlist.like_op(jsonb_build_object(
                'do', 'create', 'on', 'task', 'uid', copy, 'like', child.glow_uid, 'set', fields), carry_on.user_id)
                - 'like'], carry_on.user_id);
            perform glowlist.carry_on(child.glow_uid, copy, days, carry_on.user_id);
        end if;
    end loop;
end
$$;

drop function glowlist.copy_links(text, jsonb, uuid[], uuid[], bigint, text);
create function glowlist.copy_tags(links jsonb, tasks uuid[], own uuid[], known_through bigint,
                                   user_id text) returns uuid[]
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    e glowlist.entity;
    done jsonb;
    touched uuid[];
begin
    select * into e from glowlist.entity where name = 'task_tag';
    links := coalesce(glowlist.copied_rows(e, links, user_id), '[]');
    links := (select coalesce(jsonb_agg(value), '[]') from jsonb_array_elements(links)
              where (value ->> 'task')::uuid = any (tasks));
    with gone as (
        delete from glowlist.task_tag x
        where x.task = any (tasks)
          and not exists (select from jsonb_array_elements(links) l where (l.value ->> 'tag')::uuid = x.tag)
          and (select h."group" = any (own) or h.id <= known_through from glowlist.history h
               where h.uid = x.uid and h.entity = 'task_tag' and h.source is null order by h.id desc limit 1)
        returning x.task)
    select array_agg(distinct gone.task) into touched from gone;
    if links = '[]' then
        return touched;
    end if;
    done := glowlist.copy_rows(e, links, own, user_id);
    return touched || array(select (l.value ->> 'task')::uuid from jsonb_array_elements(links) l
                            where done -> 'new' ? (l.value ->> 'uid'));
end
$$;

create or replace function glowlist.copy_in(request jsonb) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp set lock_timeout = '800ms'
as $$
declare
    owner constant text := request ->> 'user';
    change constant jsonb := request -> 'change';
    own uuid[];
    e glowlist.entity;
    rows jsonb;
    done jsonb;
    tasks uuid[] := '{}';
    retagged uuid[];
    reply jsonb;
begin
    if request -> 'v' is distinct from '1' then
        raise exception 'glowlist.copy_in takes requests of version 1' using errcode = '22023';
    end if;
    for e in select * from glowlist.entity where user_column is not null order by level loop
        execute format('select from %1$s t where t.%2$I in (
                            select (value ->> %2$L)::uuid from jsonb_array_elements($1)) order by t.%2$I for update',
                       e."table", e.uid_column) using request -> 'rows' -> e.name;
    end loop;
    perform from glowlist.workspace for update;
    select c.reply into reply from glowlist.change c where c.id = (change ->> 'id')::uuid;
    if found then
        return reply || '{"duplicate": true}';
    end if;
    -- "reverting": rows come as they stand there, and their parents and sections with them.
    perform set_config('glowlist.writer', jsonb_build_object(
        'client', (request ->> 'client')::uuid, 'actor', request ->> 'actor', 'change', (change ->> 'id')::uuid,
        'group', (change ->> 'group')::uuid, 'label', change ->> 'label', 'at', (change ->> 'at')::timestamptz,
        'reverting', true)::text, true);
    insert into glowlist.copy as c ("group", groups, source, source_user, user_id, history_through, finished)
    values ((change ->> 'group')::uuid, array[(change ->> 'group')::uuid], (request -> 'source' ->> 'token')::uuid,
            request -> 'source' ->> 'user', owner, coalesce((request ->> 'history_through')::bigint, 0),
            coalesce((request ->> 'finished')::boolean, false))
    on conflict ("group") do update set history_through = greatest(c.history_through, excluded.history_through),
                                        finished = excluded.finished;
    own := array(select unnest(c.groups) from glowlist.copy c
                 where c.source = (request -> 'source' ->> 'token')::uuid
                   and c.source_user = request -> 'source' ->> 'user' and c.user_id = owner);
    reply := jsonb_build_object('id', change -> 'id');
    for e in select * from glowlist.entity where name <> 'task_tag' order by level loop
        rows := glowlist.copied_rows(e, request -> 'rows' -> e.name, owner);
        continue when rows is null;
        done := glowlist.copy_rows(e, rows, own, owner);
        if e.name = 'task' then
            tasks := array(select (value ->> 'glow_uid')::uuid from jsonb_array_elements(rows)
                           where not done -> 'left' ? (value ->> 'glow_uid'));
            retagged := glowlist.copy_tags(coalesce(request -> 'rows' -> 'task_tag', '[]'), tasks, own,
                                           coalesce((request ->> 'known_through')::bigint, 0), owner);
            done := jsonb_set(done, '{changed}', (
                select coalesce(jsonb_agg(distinct u), '[]') from (
                    select jsonb_array_elements_text(done -> 'changed')
                    union select uid::text from unnest(retagged) uid) s (u)
                where not done -> 'new' ? u));
        end if;
        reply := reply || jsonb_build_object(e.name, jsonb_build_object(
            'new', jsonb_array_length(done -> 'new'), 'changed', jsonb_array_length(done -> 'changed'),
            'left', jsonb_array_length(done -> 'left')));
    end loop;
    if jsonb_array_length(request -> 'history') > 0 then
        perform glowlist.copy_history(request -> 'history', (request -> 'source' ->> 'token')::uuid, owner);
    end if;
    perform glowlist.flush();
    perform set_config('glowlist.writer', '', true);
    insert into glowlist.change (id, "group", client, actor, label, at, revision, reply)
    select (change ->> 'id')::uuid, (change ->> 'group')::uuid, (request ->> 'client')::uuid, request ->> 'actor',
           change ->> 'label', (change ->> 'at')::timestamptz, w.revision, reply
    from glowlist.workspace w
    where exists (select from glowlist.history h  -- else there is nothing to take back, nor harm in a second time
                  where h.revision = w.revision and h.change = (copy_in.request #>> '{change,id}')::uuid);
    return reply;
end
$$;

delete from glowlist.entity where name = 'reminder';
drop function glowlist.add_reminders(uuid, glowlist.reminder[], integer), glowlist.reminder_value(glowlist.reminder);
drop table glowlist.reminder;

revoke all on all functions in schema glowlist from public;
