-- Copying a workspace's tasks from another database, or from another user of this one: each row as it stands there,
-- with its times, what other programs wrote, and its history. Operations carry fields, which is less. What is copied
-- is logged like any other change, so `revert` takes it back.

-- `source` is the other database's token. `groups` are the groups of history that are this copy's own doing: it, and
-- what took it back or did it again. History of the source is here up to `history_through`.
create table glowlist.copy (
    "group" uuid primary key,
    groups uuid[] not null,
    source uuid not null,
    source_user text not null,
    user_id varchar not null constraint user_id_fkey references public.users (id) on delete cascade,
    history_through bigint not null default 0,
    finished boolean not null default false,
    at timestamptz not null default now()
);
create index copy_source on glowlist.copy (source, source_user, user_id);

-- Where an entry was copied from; its revision is then the other database's with a minus, so that it is never one of
-- this one's.
alter table glowlist.history add column source uuid, add column source_id bigint;
create unique index history_source on glowlist.history (source, source_id, uid) where source is not null;

-- The uid that a row gets where another user of this database has it already: the version 3 one of user and uid.
create function glowlist.uid_beside(uid uuid, user_id text) returns uuid
language sql immutable set search_path = pg_catalog, pg_temp
as $$
    select overlay(overlay(h placing '3' from 13)
                   placing substr('89ab', 1 + (('x' || substr(h, 17, 1))::bit(4)::int & 3), 1) from 17)::uuid
    from (select md5(uuid_send(uid) || convert_to('copy:' || user_id, 'UTF8')) as h) s
$$;

-- {uid there: uid here} where the two differ.
create function glowlist.uids_beside(entity text, uids uuid[], user_id text) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    e glowlist.entity;
    result jsonb;
begin
    select * into e from glowlist.entity where name = uids_beside.entity;
    if e.user_column is null then
        return '{}';
    end if;
    execute format(
        'select coalesce(jsonb_object_agg(uid, beside), ''{}'')
         from (select distinct uid, glowlist.uid_beside(uid, $2) as beside from unnest($1) uid where uid is not null) s
         where exists (select from %1$s t where t.%2$I = beside and t.%3$I = $2)
            or exists (select from %1$s t where t.%2$I = uid and t.%3$I <> $2)',
        e."table", e.uid_column, e.user_column) into result using uids, uids_beside.user_id;
    return result;
end
$$;

-- Rows as they are to stand here: of this user, under the uids that they have here, only columns that are here.
create function glowlist.copied_rows(e glowlist.entity, rows jsonb, user_id text) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    r record;
    beside jsonb;
    names text[];
begin
    for r in
        select e.uid_column as "column", e.name as refers
        union all
        select f."column", f.refers from glowlist.field f where f.entity = e.name and f.refers is not null
    loop
        beside := glowlist.uids_beside(r.refers, array(select (value ->> r."column")::uuid
                                                       from jsonb_array_elements(rows)), user_id);
        continue when beside = '{}';
        rows := (
            select jsonb_agg(case when beside ? (value ->> r."column")
                    then value || jsonb_build_object(r."column", beside -> (value ->> r."column"))
                         || case when value ? 'beside' and r.refers = 'task'
                                then jsonb_build_object(e.uid_column, value -> 'beside') else '{}' end
                    else value end order by ordinality)
            from jsonb_array_elements(rows) with ordinality);
    end loop;
    names := array(select attname from pg_attribute
                   where attrelid = e."table"::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                     and attname <> 'id') || 'known'::text;
    return (
        select jsonb_agg((select jsonb_object_agg(c.key, c.value) from jsonb_each(value) c where c.key = any (names))
                         || case when e.user_column is null then '{}'
                                 else jsonb_build_object(e.user_column, copied_rows.user_id) end order by ordinality)
        from jsonb_array_elements(rows) with ordinality);
end
$$;

-- A reference to what is not here becomes null.
create function glowlist.without_missing(e glowlist.entity, "row" jsonb) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    r record;
    found_row boolean;
begin
    for r in
        select f."column", o."table", o.uid_column
        from glowlist.field f join glowlist.entity o on o.name = f.refers
        where f.entity = e.name and not f.required
    loop
        execute format('select exists (select from %s t where t.%I = $1)', r."table", r.uid_column)
            into found_row using ("row" ->> r."column")::uuid;
        if not found_row then
            "row" := "row" || jsonb_build_object(r."column", null);
        end if;
    end loop;
    return "row";
end
$$;

-- Two states of a row are compared by the own part of its path; the rest follows from the parent.
create function glowlist.own_place("row" jsonb) returns jsonb
language sql immutable
as $$
    select case when "row" ? 'glow_path'
        then "row" || jsonb_build_object('glow_path', regexp_replace("row" ->> 'glow_path', '^.*/', ''))
        else "row" end
$$;

-- Writes a row that is here and has not been changed here; false where it would come to lie below itself.
create function glowlist.copy_over(e glowlist.entity, "row" jsonb) returns boolean
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    uid constant uuid := "row" ->> e.uid_column;
    r record;
    names text;
begin
    for r in select f."column" from glowlist.field f where f.entity = e.name and f.refers = e.name loop
        if glowlist.is_above(e.name, r."column", uid, ("row" ->> r."column")::uuid) then
            return false;
        end if;
    end loop;
    select string_agg(quote_ident(key), ', ') into names from jsonb_object_keys("row") key;
    execute format('update %s set (%s) = (select %s from jsonb_populate_record(null::%s, $1)) where %I = $2',
                   e."table", names, names, e."table", e.uid_column) using "row", uid;
    return true;
end
$$;

-- What is to become of each row: 'new', 'changed' (there, not here), 'same', 'left' (changed or deleted here since).
-- `own` are the groups of copies from this source; `known` is the newest entry of our history that the source has seen.
create function glowlist.judge_copied(e glowlist.entity, rows jsonb, own uuid[])
    returns table (place bigint, uid uuid, here jsonb, wanted jsonb, verdict text)
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return query execute format(
        'select x.ordinality, (x.value ->> %2$L)::uuid, to_jsonb(t), x.value - ''known'',
                case when t.%2$I is null then case when l.kind = ''delete'' and l.ours then ''left'' else ''new'' end
                     when glowlist.own_place(to_jsonb(t) || (x.value - ''known''))
                          = glowlist.own_place(to_jsonb(t)) then ''same''
                     when l.ours then ''left''
                     else ''changed'' end
         from jsonb_array_elements($1) with ordinality x
         left join %1$s t on t.%2$I = (x.value ->> %2$L)::uuid
         left join lateral (
             select h.kind, coalesce(h."group" <> all ($2), true)
                    and h.id > coalesce((x.value ->> ''known'')::bigint, 0) as ours
             from glowlist.history h
             where h.uid = (x.value ->> %2$L)::uuid and h.entity = %3$L and h.source is null
             order by h.id desc limit 1) l on true', e."table", e.uid_column, e.name) using rows, own;
end
$$;

-- Copies rows of one entity; answers the uids of those that are new, changed and left.
create function glowlist.copy_rows(e glowlist.entity, rows jsonb, own uuid[], user_id text) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    judged constant jsonb := (
        select jsonb_object_agg(s.verdict, s.found) from (
            select j.verdict, jsonb_agg(jsonb_build_object('uid', j.uid, 'here', j.here, 'row', j.wanted)
                                        order by j.place) as found
            from glowlist.judge_copied(e, rows, own) j where j.verdict <> 'same' group by j.verdict) s);
    fresh uuid[] := array(select (value ->> 'uid')::uuid from jsonb_array_elements(judged -> 'new'));
    left_alone uuid[] := array(select (value ->> 'uid')::uuid from jsonb_array_elements(judged -> 'left'));
    made uuid[] := '{}';
    changed uuid[] := '{}';
    r record;
    wanted jsonb;
begin
    if fresh <> '{}' then
        made := glowlist.reinsert(e, (select jsonb_agg(value -> 'row' order by ordinality)
                                      from jsonb_array_elements(judged -> 'new') with ordinality), fresh);
        delete from glowlist.trash t where t.uid = any (made) and t.entity = e.name;
        left_alone := left_alone || array(select unnest(fresh) except select unnest(made));
    end if;
    for r in select (value ->> 'uid')::uuid as uid, value -> 'here' as here, value -> 'row' as "row"
             from jsonb_array_elements(judged -> 'changed') loop
        wanted := glowlist.without_missing(e, r."row");
        continue when glowlist.own_place(r.here || wanted) = glowlist.own_place(r.here);
        if glowlist.copy_over(e, wanted) then
            changed := changed || r.uid;
        else
            left_alone := left_alone || r.uid;
        end if;
    end loop;
    perform glowlist.check_references(e.name, made || changed,
        array(select f.name from glowlist.field f where f.entity = e.name), user_id);
    return jsonb_build_object('new', to_jsonb(made), 'changed', to_jsonb(changed), 'left', to_jsonb(left_alone));
end
$$;

-- Tags of copied tasks: those that the source took off go, unless they were put on here.
create function glowlist.copy_tags(links jsonb, tasks uuid[], own uuid[], user_id text) returns uuid[]
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
          and (select h."group" = any (own) from glowlist.history h
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

-- Values of history under the uids that they have here.
create function glowlist.values_beside(entity text, fields jsonb, beside jsonb) returns jsonb
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select jsonb_object_agg(e.key, coalesce(beside -> f.refers -> (e.value #>> '{}'), e.value))
    from jsonb_each(case when jsonb_typeof(fields) = 'object' then fields end) e
    left join glowlist.field f on f.entity = values_beside.entity and f.name = e.key and f.refers is not null
$$;

create function glowlist.copy_history(entries jsonb, source uuid, user_id text) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    e record;
    beside jsonb := '{}';
begin
    for e in select name from glowlist.entity where user_column is not null loop
        beside := beside || jsonb_build_object(e.name, glowlist.uids_beside(e.name, array(
            select (x.value ->> 'uid')::uuid from jsonb_array_elements(entries) x where x.value ->> 'entity' = e.name
            union
            select (x.value ->> 'task')::uuid from jsonb_array_elements(entries) x where e.name = 'task'
            union
            select v.value::uuid from jsonb_array_elements(entries) x
            cross join unnest(array[x.value -> 'old', x.value -> 'new']) side
            cross join lateral jsonb_each_text(case when jsonb_typeof(side) = 'object' then side end) v
            join glowlist.field f on f.entity = x.value ->> 'entity' and f.name = v.key and f.refers = e.name
            where v.value is not null), user_id));
    end loop;
    insert into glowlist.history (revision, entity, uid, kind, old, new, change, "group", label, client, actor, at,
                                  source, source_id)
    select -abs(h.revision), h.entity,
           coalesce((beside -> h.entity ->> h.uid::text)::uuid,
                    case when beside -> 'task' ? (x.value ->> 'task') then (x.value ->> 'beside')::uuid end, h.uid),
           h.kind, glowlist.values_beside(h.entity, h.old, beside), glowlist.values_beside(h.entity, h.new, beside),
           h.change, h."group", h.label, h.client, h.actor, h.at, coalesce(h.source, copy_history.source),
           coalesce(h.source_id, h.id)
    from jsonb_array_elements(entries) with ordinality x
    cross join lateral jsonb_populate_record(null::glowlist.history, x.value) h
    order by x.ordinality
    on conflict do nothing;
end
$$;

-- One portion of a copy: {"v":1, "client", "actor", "user", "source":{"token", "user"}, "change":{"id", "group",
-- "label", "at"}, "rows":{"list":[…], "section":[…], "tag":[…], "task":[…], "task_tag":[{"uid", "beside", "task",
-- "tag"}]}, "history":[…], "history_through":n, "finished":bool}. Rows are as to_jsonb prints them, parents first; a
-- link carries the uid that it has when its task's is another here. Idempotent by change id; all or nothing.
create function glowlist.copy_in(request jsonb) returns jsonb
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
            retagged := glowlist.copy_tags(coalesce(request -> 'rows' -> 'task_tag', '[]'), tasks, own, owner);
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

-- What the history says of the time before a copy is no change since.
create or replace function glowlist.grew_since(made glowlist.history) returns boolean
language sql stable set search_path = pg_catalog, pg_temp
as $$
    -- An edit that was taken back since is none.
    select exists (select from glowlist.history h cross join lateral jsonb_object_keys(h.new) field
                   where h.uid = made.uid and h.entity = made.entity and h.id > made.id and h.kind = 'update'
                     and h.source is null
                     and h."group" is distinct from made."group"
                   group by field
                   having (array_agg(h.old -> field order by h.id))[1]
                       is distinct from (array_agg(h.new -> field order by h.id desc))[1])
        or made.entity = 'task' and exists (select from public.tasks t where t.glow_parent = made.uid)
        or made.entity = 'list' and exists (select from public.tasks t where t.glow_list = made.uid)
$$;

-- Tasks that a change made and nobody touched since, nor put others below: they are deleted in one statement, which is
-- many times faster than one by one.
create function glowlist.made_alone("group" uuid, change uuid) returns uuid[]
language sql stable set search_path = pg_catalog, pg_temp
as $$
    with recursive
        made as materialized (
            select h.uid, h.id from glowlist.history h
            where h."group" = made_alone."group" and h.kind = 'create' and h.entity = 'task' and h.source is null
              and (made_alone.change is null or h.change = made_alone.change)),
        stays (uid) as (
            select s.uid from (
                select m.uid from made m
                where exists (select from glowlist.history h where h.uid = m.uid and h.entity = 'task'
                                and h.id > m.id and h.source is null)
                union all
                select t.glow_parent from made m join public.tasks t on t.glow_parent = m.uid
                where t.glow_uid not in (select made.uid from made)) s
            union
            select t.glow_parent from stays join public.tasks t on t.glow_uid = stays.uid
            where t.glow_parent is not null)
    select coalesce(array_agg(m.uid), '{}') from made m where m.uid not in (select stays.uid from stays)
$$;

-- A revert may name one change of its group, {"do":"revert", "group":…, "change":…}: a long copy is taken back in
-- portions.
drop function glowlist.revert_group(uuid, text);
create function glowlist.revert_group("group" uuid, user_id text, change uuid) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    h glowlist.history;
    e glowlist.entity;
    here boolean;
    alone uuid[];
    notes jsonb := '{}';
    writer constant jsonb := glowlist.writer();
begin
    perform glowlist.flush();
    if not exists (select from glowlist.history x where x."group" = revert_group."group" and x.source is null
                   and (revert_group.change is null or x.change = revert_group.change)) then
        perform glowlist.refuse('invalid', 'group', format('the history knows no group %s', "group"));
    end if;
    update glowlist.copy c set groups = groups || (writer ->> 'group')::uuid
    where revert_group."group" = any (c.groups) and (writer ->> 'group')::uuid <> all (c.groups);
    perform set_config('glowlist.writer', (writer || '{"reverting": true}')::text, true);
    -- Deleted rows first and together, since each needs the others to find its place.
    for e in select * from glowlist.entity order by level loop
        perform glowlist.restore_rows(e.name, array(
            select distinct t.uid from glowlist.history x join glowlist.trash t on t.uid = x.uid and t.entity = x.entity
            where x."group" = revert_group."group" and x.source is null and x.entity = e.name and x.kind = 'delete'
              and (revert_group.change is null or x.change = revert_group.change)), revert_group.user_id);
    end loop;
    alone := glowlist.made_alone("group", change);
    perform glowlist.delete_rows('task', alone, user_id);
    for h in select * from glowlist.history x where x."group" = revert_group."group" and x.source is null
               and (revert_group.change is null or x.change = revert_group.change) and x.uid <> all (alone)
             order by x.id desc loop
        here := glowlist.row_of(h.entity, h.uid) is not null;
        if h.kind = 'update' and here then
            notes := glowlist.add_notes(notes, glowlist.update_row(h.entity, h.uid, h.old, h.new, true,
                                                                   revert_group.user_id));
        elsif h.kind = 'create' and here and not glowlist.grew_since(h) then
            perform glowlist.delete_rows(h.entity, array[h.uid], revert_group.user_id);
        elsif not (h.kind = 'create' and not here or h.kind = 'delete' and here) then
            notes := glowlist.add_notes(notes, jsonb_build_object('skipped', jsonb_build_array(
                jsonb_build_object('uid', h.uid, 'field', null, 'found', null))));
        end if;
    end loop;
    perform set_config('glowlist.writer', writer::text, true);
    return notes;
end
$$;

create or replace function glowlist.apply_op(op jsonb, user_id text) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    verb constant text := op ->> 'do';
    entity constant text := op ->> 'on';
begin
    if verb = 'revert' and glowlist.is_uuid(op ->> 'group') then
        return glowlist.revert_group((op ->> 'group')::uuid, user_id,
                                     case when glowlist.is_uuid(op ->> 'change') then (op ->> 'change')::uuid end);
    elsif verb is null or verb not in ('create', 'update', 'move', 'delete', 'restore') then
        perform glowlist.refuse('invalid', 'do', format('there is no such operation: %s', left(op::text, 100)));
    elsif entity is null or not exists (select from glowlist.entity e where e.name = entity) then
        perform glowlist.refuse('invalid', 'on', format('there is no kind of row named %s', entity));
    elsif not glowlist.is_uuid(op ->> 'uid') then
        perform glowlist.refuse('invalid', 'uid', 'an operation needs the uid of its row');
    end if;
    return glowlist.apply_run(array[op], user_id);
end
$$;

create or replace function glowlist.lock_rows(changes jsonb) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    r record;
    along uuid[];
begin
    if changes @? '$[*].ops[*] ? (@.do == "delete" || @.do == "move" || exists (@.set.parent) || exists (@.set.list)
                                  || exists (@.set.section) || exists (@.set.position))' then
        along := glowlist.taken_along(changes);
    end if;
    for r in
        select e."table", e.uid_column, array_agg(distinct n.uid::uuid) as uids
        from (
            select op ->> 'on', op ->> 'uid' from jsonb_path_query(changes, '$[*].ops[*]') op
            union all
            select f.refers, op -> 'set' ->> f.name from jsonb_path_query(changes, '$[*].ops[*]') op
            join glowlist.field f on f.entity = op ->> 'on' and f.refers is not null
            union all
            select 'task', uid::text from unnest(along) uid
            union all
            (select h.entity, h.uid::text from jsonb_path_query(changes, '$[*].ops[*] ? (@.do == "revert")') op
            join glowlist.history h on glowlist.is_uuid(op ->> 'group') and h."group" = (op ->> 'group')::uuid
                and (not glowlist.is_uuid(op ->> 'change') or h.change = (op ->> 'change')::uuid)
            offset 0  -- a long group is not searched for what is no uid
            )
        ) n (entity, uid)
        join glowlist.entity e on e.name = n.entity
        where glowlist.is_uuid(n.uid)
        group by e.name
        order by e.level
    loop
        execute format('select from %s t where t.%I = any ($1) order by t.%I for update',
                       r."table", r.uid_column, r.uid_column) using r.uids;
    end loop;
end
$$;

revoke all on all functions in schema glowlist from public;
