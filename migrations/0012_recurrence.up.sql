-- Occurrences of a recurring task. A series is named by its first task; an occurrence has its number in it and, where only
-- its own date was moved, the date that the rule gave it. `glow_continued`: the next occurrence is made, or there is none;
-- what another program completes lacks it, so that Glowlist finds it.
alter table public.tasks
    add column glow_series uuid,
    add column glow_occurrence integer constraint glow_occurrence_check check (glow_occurrence >= 0),
    add column glow_scheduled timestamp without time zone,
    add column glow_scheduled_has_time boolean not null default false,
    add column glow_continued boolean not null default false;

drop view glowlist.tasks_guard;
create view glowlist.tasks_guard as
select glow_uid, glow_path, glow_rank, glow_list, glow_section, glow_parent, glow_notes, glow_due_has_time,
       glow_due_zone, glow_start, glow_start_has_time, glow_deadline, glow_deadline_has_time, glow_rrule,
       glow_from_completion, glow_estimate, glow_completed_at, glow_series, glow_occurrence, glow_scheduled,
       glow_scheduled_has_time, glow_continued
from public.tasks;

-- What was completed before has been dealt with; that is no news to log.
alter table public.tasks disable trigger user;
update public.tasks set glow_continued = true where completed and glow_rrule is not null;
alter table public.tasks enable trigger user;
create index glow_continue_ix on public.tasks (user_id) where completed and glow_rrule is not null and not glow_continued;

update glowlist.entity set defaults = defaults || '{"glow_scheduled_has_time": false, "glow_continued": false}'
where name = 'task';
insert into glowlist.field (entity, name, "column", unit, form, time_column, max_length, required, refers) values
    ('task', 'series', 'glow_series', 'schedule', 'uuid', null, null, false, null),
    ('task', 'occurrence', 'glow_occurrence', 'schedule', 'integer', null, null, false, null),
    ('task', 'scheduled', 'glow_scheduled', 'schedule', 'walltime', 'glow_scheduled_has_time', null, false, null),
    ('task', 'continued', 'glow_continued', 'completion', 'boolean', null, null, true, null);

-- FIPS 180-4, which PostgreSQL has in an extension only; uuids of version 5 need it.
create function glowlist.sha1(message bytea) returns bytea
language plpgsql immutable strict set search_path = pg_catalog, pg_temp
as $$
declare
    mask constant bigint := 4294967295;
    state bigint[] := array[1732584193, 4023233417, 2562383102, 271733878, 3285377520];
    padded constant bytea := message || '\x80'::bytea
        || decode(repeat('00', (119 - length(message) % 64) % 64), 'hex') || int8send(length(message)::bigint * 8);
    w bigint[];
    a bigint; b bigint; c bigint; d bigint; e bigint; f bigint; k bigint; x bigint;
begin
    for block in 0 .. length(padded) / 64 - 1 loop
        for i in 0 .. 79 loop
            if i < 16 then
                w[i] := ('x' || encode(substr(padded, block * 64 + i * 4 + 1, 4), 'hex'))::bit(32)::bigint & mask;
            else
                x := w[i - 3] # w[i - 8] # w[i - 14] # w[i - 16];
                w[i] := ((x << 1) | (x >> 31)) & mask;
            end if;
        end loop;
        a := state[1]; b := state[2]; c := state[3]; d := state[4]; e := state[5];
        for i in 0 .. 79 loop
            if i < 20 then
                f := (b & c) | ((b # mask) & d); k := 1518500249;
            elsif i < 40 then
                f := b # c # d; k := 1859775393;
            elsif i < 60 then
                f := (b & c) | (b & d) | (c & d); k := 2400959708;
            else
                f := b # c # d; k := 3395469782;
            end if;
            x := ((((a << 5) | (a >> 27)) & mask) + f + e + k + w[i]) & mask;
            e := d; d := c; c := ((b << 30) | (b >> 2)) & mask; b := a; a := x;
        end loop;
        state := array[(state[1] + a) & mask, (state[2] + b) & mask, (state[3] + c) & mask, (state[4] + d) & mask,
                       (state[5] + e) & mask];
    end loop;
    return decode((select string_agg(lpad(to_hex(s), 8, '0'), '' order by n) from unnest(state) with ordinality u (s, n)),
                  'hex');
end
$$;

-- RFC 4122, version 5.
create function glowlist.uid_v5(space uuid, name text) returns uuid
language plpgsql immutable strict set search_path = pg_catalog, pg_temp
as $$
declare
    digest bytea := substr(glowlist.sha1(uuid_send(space) || convert_to(name, 'UTF8')), 1, 16);
begin
    digest := set_byte(digest, 6, (get_byte(digest, 6) & 15) | 80);
    digest := set_byte(digest, 8, (get_byte(digest, 8) & 63) | 128);
    return encode(digest, 'hex')::uuid;
end
$$;

-- A date or time as operations carry it, some days later.
create function glowlist.days_later(walltime text, days integer) returns text
language sql immutable
as $$ select to_char(left(walltime, 10)::date + days, 'YYYY-MM-DD') || substr(walltime, 11) $$;

-- A create may say "like": the uid of a task whose values it takes where it sets none. It is open, and no occurrence of a
-- series unless it says so.
create function glowlist.like_op(op jsonb, user_id text) returns jsonb
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

-- What hangs on a task goes on with its next occurrence: links are copied, open subtasks move along, done ones begin anew,
-- their dates so many days later. A done subtask that repeats by itself has its own next occurrence.
create function glowlist.carry_on(former uuid, next uuid, days integer, user_id text) returns void
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

create function glowlist.below(top uuid) returns setof public.tasks
language sql stable set search_path = pg_catalog, pg_temp
as $$
    with recursive below as (
        select t.glow_uid from public.tasks t where t.glow_parent = top
        union
        select t.glow_uid from public.tasks t join below on t.glow_parent = below.glow_uid)
    select t.* from public.tasks t join below using (glow_uid)
$$;

-- Days between the due dates of two tasks.
create function glowlist.days_between(former uuid, next uuid) returns integer
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select coalesce((select n.due_date::date - f.due_date::date from public.tasks f, public.tasks n
                     where f.glow_uid = former and n.glow_uid = next
                       and isfinite(f.due_date) and isfinite(n.due_date)), 0)
$$;

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
    op jsonb;
begin
    select * into e from glowlist.entity where name = create_rows.entity;
    if e.name = 'task' and exists (select from unnest(ops) o where o ? 'like') then
        ops := array(select glowlist.like_op(o.op, create_rows.user_id)
                     from unnest(ops) with ordinality o (op, place) order by o.place);
    end if;
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
    for op in select o from unnest(ops) o where o ? 'like' loop
        if (op ->> 'uid')::uuid = any (made) then
            perform glowlist.carry_on((op ->> 'like')::uuid, (op ->> 'uid')::uuid,
                glowlist.days_between((op ->> 'like')::uuid, (op ->> 'uid')::uuid), create_rows.user_id);
        end if;
    end loop;
    select jsonb_agg(jsonb_build_object('on', e.name, 'uid', o.op -> 'uid')) into here
    from unnest(ops) o (op) where (o.op ->> 'uid')::uuid <> all (coalesce(made, '{}'));
    return notes || case when here is null then '{}' else jsonb_build_object('exists', here) end;
end
$$;

revoke all on all functions in schema glowlist from public;
