-- Reminders of a task: at a time on the wall clock, or so many minutes before it is due. Its uid is v5 of the task and
-- 'reminder:' + its value, so that two programs that make it at once make one.
create table glowlist.reminder (
    uid uuid primary key,
    task uuid not null constraint task_fkey references public.tasks (glow_uid) on delete cascade,
    at timestamp without time zone,
    at_has_time boolean not null default false,
    before integer,
    constraint reminder_check check (num_nonnulls(at, before) = 1 and before >= 0)
);
create index reminder_task on glowlist.reminder (task);
create index reminder_at on glowlist.reminder (at) where at is not null;

insert into glowlist.entity (name, level, "table", user_column, defaults) values
    ('reminder', 4, 'glowlist.reminder', null, '{"at_has_time": false}');
insert into glowlist.field (entity, name, "column", unit, form, time_column, max_length, required, refers) values
    ('reminder', 'task', 'task', null, 'uuid', null, null, true, 'task'),
    ('reminder', 'at', 'at', 'value', 'walltime', 'at_has_time', null, false, null),
    ('reminder', 'before', 'before', 'value', 'integer', null, null, false, null);

create constraint trigger glow_log after insert or update or delete on glowlist.reminder
    deferrable initially deferred for each row execute function glowlist.log('reminder', 'uid', 'task');
create trigger glow_truncate before truncate on glowlist.reminder execute function glowlist.refuse_truncate();

-- "-PT30M", "2026-11-27T09:00" or "2026-11-27": the name of a reminder among those of its task.
create function glowlist.reminder_value(r glowlist.reminder) returns text
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select case when r.before is not null then format('-PT%sM', r.before)
                when not r.at_has_time then to_char(r.at, 'YYYY-MM-DD')
                else regexp_replace(to_char(r.at, 'YYYY-MM-DD"T"HH24:MI:SS'), ':00$', '') end
$$;

-- Beside the fields and the blockers: reminders, the earliest before the due time first, then those at a time.
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
        'subtasks_done', s.done, 'subtasks_total', s.total, 'blockers', b.every, 'open_blockers', b.open,
        'reminders', coalesce((select jsonb_agg(jsonb_build_object('uid', r.uid, 'value', glowlist.reminder_value(r))
                                               order by r.before desc nulls last, r.at)
                               from glowlist.reminder r where r.task = t.uid), '[]'))
    from (select ("row" ->> 'glow_uid')::uuid as uid) t
    cross join lateral (select count(*) filter (where c.completed) as done, count(*) as total
                        from public.tasks c where c.glow_parent = t.uid) s
    cross join lateral (select coalesce(jsonb_agg(d.blocker order by d.blocker), '[]') as every,
                               coalesce(jsonb_agg(d.blocker order by d.blocker) filter (where not o.completed), '[]')
                                   as open
                        from glowlist.dependency d join public.tasks o on o.glow_uid = d.blocker
                        where d.task = t.uid) b
$$;

-- Reminders as another task or another date has them: those at a time so many days later.
create function glowlist.add_reminders(task uuid, reminders glowlist.reminder[], days integer) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    r glowlist.reminder;
begin
    foreach r in array reminders loop
        r.task := add_reminders.task;
        r.at := r.at + make_interval(days => days);
        r.uid := glowlist.uid_v5(r.task, 'reminder:' || glowlist.reminder_value(r));
        insert into glowlist.reminder select r.* on conflict do nothing;
    end loop;
end
$$;

-- What hangs on a task goes on with its next occurrence: tags, reminders and the blockers that are still open are copied,
-- open subtasks move along, done ones begin anew, their dates so many days later. A done subtask that repeats by itself
-- has its own next occurrence.
create or replace function glowlist.carry_on(former uuid, next uuid, days integer, user_id text) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    child record;
    fields jsonb;
    copy uuid;
    reminders glowlist.reminder[];
begin
    insert into glowlist.task_tag (uid, task, tag)
    select glowlist.uid_v5(next, 'tag:' || x.tag), next, x.tag from glowlist.task_tag x where x.task = former
    on conflict do nothing;
    insert into glowlist.dependency (uid, task, blocker)
    select glowlist.uid_v5(next, 'blocker:' || d.blocker), next, d.blocker
    from glowlist.dependency d join public.tasks b on b.glow_uid = d.blocker
    where d.task = former and not b.completed and d.blocker <> next
    on conflict do nothing;
    perform glowlist.add_reminders(next, array(select r from glowlist.reminder r where r.task = former), days);
    for child in select t.* from public.tasks t where t.glow_parent = former order by t.glow_path loop
        fields := glowlist.field_values('task', to_jsonb(child), array['due_date', 'start', 'deadline', 'position']);
        select fields || coalesce(jsonb_object_agg(f.key, glowlist.days_later(f.value, days)), '{}') into fields
        from jsonb_each_text(fields) f where f.key <> 'position' and isfinite(left(f.value, 10)::date);
        fields := fields || jsonb_build_object('parent', next);
        if not child.completed then
            perform glowlist.update_row('task', child.glow_uid, fields, '{}', false, carry_on.user_id);
            reminders := array(select r from glowlist.reminder r
                               where r.task = child.glow_uid and r.at is not null and days <> 0);
            perform glowlist.add_reminders(child.glow_uid, reminders, days);
            delete from glowlist.reminder r using unnest(reminders) former
            where r.uid = former.uid and not exists (
                select from unnest(reminders) o
                where (o.at + make_interval(days => days), o.at_has_time) = (r.at, r.at_has_time));
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

drop function glowlist.copy_tags(jsonb, uuid[], uuid[], bigint, text);
-- Tags or reminders of copied tasks: those that the source took off go, unless they were put on here since.
create function glowlist.copy_links(entity text, links jsonb, tasks uuid[], own uuid[], known_through bigint,
                                    user_id text) returns uuid[]
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    e glowlist.entity;
    done jsonb;
    touched uuid[];
begin
    select * into e from glowlist.entity where name = copy_links.entity;
    links := coalesce(glowlist.copied_rows(e, links, user_id), '[]');
    links := (select coalesce(jsonb_agg(value), '[]') from jsonb_array_elements(links)
              where (value ->> 'task')::uuid = any (tasks));
    execute format('
        with gone as (
            delete from %s x
            where x.task = any ($1)
              and not exists (select from jsonb_array_elements($2) l where (l.value ->> ''uid'')::uuid = x.uid)
              and (select h."group" = any ($3) or h.id <= $4 from glowlist.history h
                   where h.uid = x.uid and h.entity = $5 and h.source is null order by h.id desc limit 1)
            returning x.task)
        select array_agg(distinct gone.task) from gone', e."table")
        into touched using tasks, links, own, known_through, e.name;
    if links = '[]' then
        return touched;
    end if;
    done := glowlist.copy_rows(e, links, own, user_id);
    return touched || array(select (l.value ->> 'task')::uuid from jsonb_array_elements(links) l
                            where done -> 'new' ? (l.value ->> 'uid'));
end
$$;

-- A program that knows no reminders sends none, which says nothing of them.
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
    relinked uuid[] := '{}';
    kind text;
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
    for e in select * from glowlist.entity where name not in ('task_tag', 'reminder') order by level loop
        rows := glowlist.copied_rows(e, request -> 'rows' -> e.name, owner);
        continue when rows is null;
        done := glowlist.copy_rows(e, rows, own, owner);
        if e.name = 'task' then
            tasks := array(select (value ->> 'glow_uid')::uuid from jsonb_array_elements(rows)
                           where not done -> 'left' ? (value ->> 'glow_uid'));
            for kind in select name from glowlist.entity where name = 'task_tag'
                        or name = 'reminder' and request -> 'rows' ? 'reminder' loop
                relinked := relinked || glowlist.copy_links(
                    kind, coalesce(request -> 'rows' -> kind, '[]'), tasks, own,
                    coalesce((request ->> 'known_through')::bigint, 0), owner);
            end loop;
            done := jsonb_set(done, '{changed}', (
                select coalesce(jsonb_agg(distinct u), '[]') from (
                    select jsonb_array_elements_text(done -> 'changed')
                    union select uid::text from unnest(relinked) uid) s (u)
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

revoke all on all functions in schema glowlist from public;
