-- The write function: glowlist.apply(request jsonb) returns jsonb. What may be written is said by glowlist.entity and
-- glowlist.field; a new column needs a row there, not a line here.

-- Refuses the running change with a code of the contract. SQLSTATE classes 22, 23, 42501 and P0002 are refusals.
create function glowlist.refuse(code text, field text, sentence text) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception using message = sentence, hint = 'glowlist:' || code, column = coalesce(field, ''),
        errcode = case code when 'no_such_task' then 'P0002' when 'no_such_list' then 'P0002'
            when 'too_long' then '22001' when 'cycle' then '23514' when 'not_allowed' then '42501' else '22023' end;
end
$$;

create function glowlist.refusable(state text) returns boolean
language sql immutable
as $$ select left(state, 2) in ('22', '23') or state in ('42501', 'P0002') $$;

create function glowlist.refuse_missing(entity text, field text, uid text) returns void
language sql set search_path = pg_catalog, pg_temp
as $$
    select glowlist.refuse(case entity when 'task' then 'no_such_task' when 'list' then 'no_such_list'
                                else 'invalid' end, field, format('there is no %s %s', entity, uid))
$$;

create function glowlist.is_uuid(value text) returns boolean
language sql immutable
as $$ select coalesce(value ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$', false) $$;

-- Wall-clock text: a date, or a date and a time. Words such as 'tomorrow' and 'infinity' are none.
create function glowlist.is_walltime(value text) returns boolean
language sql immutable
as $$
    select case when value !~ ('^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])'
                               || '(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d+)?)?)?$')
                     or left(value, 4) = '0000' then false
           else extract(day from make_date(left(value, 4)::int, substr(value, 6, 2)::int, 1)
                                 + interval '1 month' - interval '1 day') >= substr(value, 9, 2)::int end
$$;

create function glowlist.is_zone(value text) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    perform now() at time zone value;
    return value ~ '^[A-Za-z_-]+(/[A-Za-z0-9_+-]+)*$';  -- not a POSIX rule such as 'x5'
exception when invalid_parameter_value then
    return false;
end
$$;

-- A place at the end of manual order, by time of arrival; `later` keeps rows of one call in their order.
create function glowlist.position_at_end(later bigint) returns text
language sql volatile set search_path = pg_catalog, pg_temp
as $$
    select lpad(to_hex((extract(epoch from clock_timestamp()) * 1000000)::bigint + later), 14, '0')
        || string_agg(substr('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz',
                             1 + floor(random() * 62)::int, 1), '')
    from generate_series(1, 4)
$$;

-- Fields as a request carries them → columns of the row. Former values (`was`) only have to be readable.
create function glowlist.columns(entity text, fields jsonb, former boolean default false) returns jsonb
language plpgsql volatile set search_path = pg_catalog, pg_temp
as $$
declare
    f record;
    text_value text;
    result jsonb := '{}';
begin
    if jsonb_typeof(fields) <> 'object' then
        perform glowlist.refuse('invalid', null, 'set and was are objects');
    end if;
    for f in
        select e.key, e.value, jsonb_typeof(e.value) as kind, field.*
        from jsonb_each(fields) e left join glowlist.field on field.entity = columns.entity and field.name = e.key
    loop
        text_value := f.value #>> '{}';
        if f.name is null then
            perform glowlist.refuse('unknown_field', f.key, format('%s has no field %s', entity, f.key));
        elsif f.kind in ('object', 'array')
              or f.kind <> 'null' and f.form in ('boolean', 'integer')
                 and f.kind <> replace(f.form, 'integer', 'number')
              or f.kind not in ('null', 'string') and f.form not in ('boolean', 'integer', 'plain')
              or f.form = 'integer' and (text_value !~ '^\d{1,9}$')
              or f.form = 'uuid' and not glowlist.is_uuid(text_value) and f.kind <> 'null'
              or f.form = 'walltime' and not glowlist.is_walltime(text_value)
              or f.form = 'zone' and not glowlist.is_zone(text_value)
              or f.form in ('path', 'position') and text_value !~ '^[0-9A-Za-z]+$' then
            perform glowlist.refuse('invalid', f.name,
                format('%s of a %s cannot be %s', f.name, entity, left(f.value::text, 100)));
        elsif f.required and not former and (f.kind = 'null' or f.form = 'text' and text_value ~ '^\s*$') then
            perform glowlist.refuse('invalid', f.name, format('a %s needs its %s', entity, f.name));
        elsif length(text_value) > f.max_length and not former then
            perform glowlist.refuse('too_long', f.name,
                format('%s has %s characters, at most %s fit', f.name, length(text_value), f.max_length));
        end if;
        if f.form in ('path', 'position') and f.kind = 'null' then
            continue when former;
            f.value := to_jsonb(glowlist.position_at_end(0));
        end if;
        result := result || case f.form
            when 'walltime' then jsonb_build_object(f."column", f.value,
                                                    f.time_column, coalesce(length(text_value) > 10, false))
            when 'notes' then jsonb_build_object(
                f."column", case when length(text_value) > 1000 then text_value end,
                'description', left(nullif(text_value, ''), 1000))
            when 'zone' then jsonb_build_object(f."column", nullif(text_value, ''))
            else jsonb_build_object(f."column", f.value) end;
    end loop;
    return result;
end
$$;

-- What a change reports beside its state: overwrote, skipped, exists, restored. Adds the lists of two reports.
create function glowlist.add_notes(a jsonb, b jsonb) returns jsonb
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    if b = '{}' or a = '{}' then
        return a || b;
    end if;
    return a || (select jsonb_object_agg(e.key, coalesce(a -> e.key, '[]') || e.value) from jsonb_each(b) e);
end
$$;

create function glowlist.row_of(entity text, uid uuid) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    e glowlist.entity;
    result jsonb;
begin
    select * into e from glowlist.entity where name = row_of.entity;
    execute format('select to_jsonb(t) from %s t where t.%I = $1', e."table", e.uid_column)
        into result using row_of.uid;
    return result;
end
$$;

-- Rows that were written may only refer to rows of the same user.
create function glowlist.check_references(entity text, uids uuid[], fields text[], user_id text) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    r record;
    foreign_row boolean;
begin
    for r in
        select f.name, f.refers, f."column", e."table", e.uid_column, o."table" as other, o.uid_column as other_uid,
               o.user_column
        from glowlist.field f
        join glowlist.entity e on e.name = f.entity
        join glowlist.entity o on o.name = f.refers
        where f.entity = check_references.entity and f.name = any (fields) and o.user_column is not null
    loop
        execute format('select exists (select from %s t join %s o on o.%I = t.%I where t.%I = any ($1) and o.%I <> $2)',
                       r."table", r.other, r.other_uid, r."column", r.uid_column, r.user_column)
            into foreign_row using uids, check_references.user_id;
        if foreign_row then
            perform glowlist.refuse('not_allowed', r.name, format('the %s belongs to another user', r.refers));
        end if;
    end loop;
end
$$;

-- True when `uid` is `start` or one of the rows above it.
create function glowlist.is_above(entity text, "column" text, uid uuid, start uuid) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    e glowlist.entity;
    place uuid := start;
begin
    select * into e from glowlist.entity where name = is_above.entity;
    for step in 1 .. 10000 loop
        if place is null or place = is_above.uid then
            return place is not null;
        end if;
        execute format('select t.%I from %s t where t.%I = $1', "column", e."table", e.uid_column)
            into place using place;
    end loop;
    return true;
end
$$;

-- Lets the log catch up within the transaction, so that the trash and the history are readable. Ends a change, too.
create function glowlist.flush() returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    set constraints all immediate;
    set constraints public.glow_log, glowlist.glow_log deferred;
end
$$;

-- Inserts deleted rows of one entity and answers which. A reference to what is gone becomes null; a row that cannot be
-- without it stays out.
create function glowlist.reinsert(e glowlist.entity, rows jsonb, uids uuid[]) returns uuid[]
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    r record;
    names text;
begin
    for r in
        select f."column", f.required, f.refers = e.name as own, o."table", o.uid_column
        from glowlist.field f join glowlist.entity o on o.name = f.refers
        where f.entity = e.name
    loop
        execute format(
            'select coalesce(jsonb_agg(case when stands then value else value || jsonb_build_object(%1$L, null) end
                                       order by ordinality), ''[]'')
             from (select x.value, x.ordinality,
                          x.value ->> %1$L is null or %2$L and (x.value ->> %1$L)::uuid = any ($2)
                          or exists (select from %3$s o where o.%4$I = (x.value ->> %1$L)::uuid) as stands
                   from jsonb_array_elements($1) with ordinality x) s
             where stands or not %5$L',
            r."column", r.own, r."table", r.uid_column, r.required) into rows using rows, uids;
    end loop;
    -- Only columns that the row had; the table may have grown since.
    select string_agg(quote_ident(attname), ', ') into names from pg_attribute
    where attrelid = e."table"::regclass and attnum > 0 and not attisdropped and attgenerated = ''
      and rows -> 0 ? attname;
    if names is not null then
        execute format('insert into %s (%s) overriding system value
                        select %s from jsonb_populate_recordset(null::%s, $1)
                        on conflict (%I) do nothing', e."table", names, names, e."table", e.uid_column) using rows;
    end if;
    return array(select (value ->> e.uid_column)::uuid from jsonb_array_elements(rows));
end
$$;

-- Rows that only lost their reference when its row was deleted get it back, unless they got another since.
create function glowlist.reattach(entity text, uids uuid[], part bigint[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    revisions constant bigint[] := array(select distinct t.revision from glowlist.trash t where t.id = any (part));
    r record;
begin
    for r in
        select f.entity, f.name, f."column", f.refers = f.entity as own, e."table", e.uid_column
        from glowlist.field f join glowlist.entity e on e.name = f.entity
        where f.refers = reattach.entity and not f.required
        order by f.name
    loop
        execute format(
            'update %1$s t set %2$I = (h.old ->> %3$L)::uuid
             from glowlist.history h
             where h.revision = any ($3) and exists (
                     select from glowlist.trash x
                     where x.id = any ($1) and x.revision = h.revision and x.change is not distinct from h.change)
               and h.entity = %4$L and h.kind = ''update'' and h.uid = t.%5$I and (h.old ->> %3$L)::uuid = any ($2)
               and h.new -> %3$L = ''null'' and t.%2$I is null
               and not (%6$L and glowlist.is_above(%4$L, %2$L, t.%5$I, (h.old ->> %3$L)::uuid))',
            r."table", r."column", r.name, r.entity, r.uid_column, r.own) using part, uids, revisions;
    end loop;
end
$$;

-- The rows of the trash that come back with these: what their transactions took along, subtasks, tags, a list's tasks
-- and sections.
create function glowlist.trash_of(roots bigint[]) returns bigint[]
language sql stable set search_path = pg_catalog, pg_temp
as $$
    with recursive
        deletion as materialized (select distinct t.revision, t.change from glowlist.trash t where t.id = any (roots)),
        edge as materialized (
            select t.id, t.entity, t.uid, t.revision, t.change, f.refers, (t."row" ->> f."column")::uuid as target
            from deletion d
            join glowlist.trash t on t.revision = d.revision and t.change is not distinct from d.change
            join glowlist.field f on f.entity = t.entity and f.refers is not null
                and t."row" ->> f."column" is not null),
        belongs (id, entity, uid, revision, change) as (
            select t.id, t.entity, t.uid, t.revision, t.change from glowlist.trash t where t.id = any (roots)
            union
            select edge.id, edge.entity, edge.uid, edge.revision, edge.change
            from belongs b
            join edge on edge.target = b.uid and edge.refers = b.entity and edge.revision = b.revision
                and edge.change is not distinct from b.change)
    select array_agg(distinct id) from belongs
$$;

-- True when one of the rows that are there belongs to another user.
create function glowlist.are_foreign(e glowlist.entity, uids uuid[], user_id text) returns boolean
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
declare
    result boolean := false;
    r record;
begin
    if e.user_column is not null then
        execute format('select exists (select from %s t where t.%I = any ($1) and t.%I is distinct from $2)',
                       e."table", e.uid_column, e.user_column) into result using uids, user_id;
        return result;
    end if;
    for r in select f."column" from glowlist.field f where f.entity = e.name and f.refers = 'task' loop
        execute format('select exists (select from %s t join public.tasks o on o.glow_uid = t.%I
                                       where t.%I = any ($1) and o.user_id is distinct from $2)',
                       e."table", r."column", e.uid_column) into result using uids, user_id;
        exit when result;
    end loop;
    return result;
end
$$;

-- A row belongs to its user_id, a link to the user of its task, a tag to everybody.
create function glowlist.check_user(e glowlist.entity, uids uuid[], user_id text) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    if glowlist.are_foreign(e, uids, user_id) then
        perform glowlist.refuse('not_allowed', null, format('the %s belongs to another user', e.name));
    end if;
end
$$;

-- Puts deleted rows back with all that their transactions took along; answers which came back. What has lost its place
-- goes to the Inbox or the top level. A row that is there stays; one that is neither there nor in the trash is refused.
create function glowlist.restore_rows(entity text, uids uuid[], user_id text) returns uuid[]
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    e glowlist.entity;
    present uuid[];
    missing uuid;
    roots bigint[];
    part bigint[];
    rows jsonb;
    some_uids uuid[];
    back uuid[] := '{}';
begin
    perform glowlist.flush();
    select * into e from glowlist.entity where name = restore_rows.entity;
    execute format('select coalesce(array_agg(t.%1$I), ''{}'') from %2$s t where t.%1$I = any ($1)',
                   e.uid_column, e."table") into present using uids;
    perform glowlist.check_user(e, present, restore_rows.user_id);
    select array_agg(s.id), min(u.uid::text) filter (where s.id is null) into roots, missing
    from unnest(uids) u (uid)
    left join lateral (select t.id from glowlist.trash t where t.uid = u.uid and t.entity = restore_rows.entity
                       order by t.id desc limit 1) s on true
    where u.uid <> all (present);
    if missing is not null then
        perform glowlist.refuse_missing(e.name, null, missing::text);
    elsif exists (select from glowlist.trash t where t.id = any (roots) and t.user_id <> restore_rows.user_id) then
        perform glowlist.refuse('not_allowed', null, format('the %s belongs to another user', e.name));
    end if;
    part := glowlist.trash_of(roots);
    for e in select * from glowlist.entity order by level loop
        select jsonb_agg(t."row" order by length(t."row" ->> 'glow_path'), t.id), array_agg(t.uid) into rows, some_uids
        from glowlist.trash t where t.id = any (part) and t.entity = e.name;
        continue when rows is null;
        some_uids := glowlist.reinsert(e, rows, some_uids);
        perform glowlist.reattach(e.name, some_uids, part);
        perform glowlist.check_references(e.name, some_uids,
                                          array(select f.name from glowlist.field f where f.entity = e.name),
                                          restore_rows.user_id);
        back := back || some_uids;
    end loop;
    select u.uid into missing from unnest(uids) u (uid) where u.uid <> all (back || present);
    if found then
        perform glowlist.refuse_missing('task', null, format('for the %s %s', entity, missing));
    end if;
    delete from glowlist.trash t where t.id = any (part) and t.uid = any (back);
    return array(select u.uid from unnest(uids) u (uid) where u.uid <> all (present));
end
$$;

-- What a change reports beside its state when an edit brought rows back.
create function glowlist.restored(entity text, uids uuid[]) returns jsonb
language sql immutable
as $$
    select case when uids = '{}' then '{}'::jsonb else jsonb_build_object('restored', (
        select jsonb_agg(jsonb_build_object('on', entity, 'uid', uid)) from unnest(uids) uid)) end
$$;

-- An edit beats a delete: tasks in the trash that new values refer to (a tag's task, a subtask's parent) come back.
create function glowlist.restore_referred(entity text, rows jsonb, user_id text) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    lost constant uuid[] := array(
        select distinct t.uid
        from glowlist.field f
        cross join jsonb_array_elements(rows) r
        join glowlist.trash t on t.entity = f.refers and t.uid = (r ->> f."column")::uuid
        where f.entity = restore_referred.entity and f.refers = 'task'
          and not exists (select from public.tasks x where x.glow_uid = t.uid));
begin
    if lost = '{}' then
        return '{}';
    end if;
    return glowlist.restored('task', glowlist.restore_rows('task', lost, user_id));
end
$$;

-- Inserts a run of creates of one entity in one statement. Reports those that were there already.
create function glowlist.create_rows(entity text, ops jsonb[], user_id text) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    e glowlist.entity;
    rows jsonb;
    names text;
    made uuid[];
    here jsonb;
    notes jsonb;
begin
    select * into e from glowlist.entity where name = create_rows.entity;
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
    select jsonb_agg(jsonb_build_object('on', e.name, 'uid', o.op -> 'uid')) into here
    from unnest(ops) o (op) where (o.op ->> 'uid')::uuid <> all (coalesce(made, '{}'));
    return notes || case when here is null then '{}' else jsonb_build_object('exists', here) end;
end
$$;

-- The fields of `was` that the row no longer has, `here` being its present values. Both sides are cast through the row
-- type. What already has the new value is no conflict.
create function glowlist.conflicts(e glowlist.entity, current jsonb, here jsonb, wanted jsonb, former jsonb,
                                   names text[]) returns text[]
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    execute format('select to_jsonb(jsonb_populate_record(null::%1$s, $1)),
                           to_jsonb(jsonb_populate_record(null::%1$s, $2))', e."table")
        into former, wanted using current || former, current || wanted;
    former := glowlist.field_values(e.name, former, names);
    wanted := glowlist.field_values(e.name, wanted, names);
    return array(
        select name from unnest(names) name
        where former -> name <> here -> name and (wanted -> name = former -> name or wanted -> name <> here -> name));
end
$$;

-- Writes fields of a row that is there. Last write wins per field: one that no longer has its `was` value is written
-- and reported in `overwrote`; with `strict` it is left with its whole unit and reported in `skipped`.
create function glowlist.write_fields(e glowlist.entity, uid uuid, current jsonb, fields jsonb, wanted jsonb,
                                      former jsonb, was jsonb, strict boolean, user_id text) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    here jsonb;
    reported text[];
    names text;
    notes jsonb := '{}';
    r record;
begin
    if was <> '{}' then
        here := glowlist.field_values(e.name, current, array(select jsonb_object_keys(was || fields)));
        reported := glowlist.conflicts(e, current, here, wanted, former, array(select jsonb_object_keys(was)));
        if strict then
            reported := array(
                select f.name from glowlist.field f
                where f.entity = e.name and fields ? f.name and coalesce(f.unit, f.name) in (
                    select coalesce(c.unit, c.name) from glowlist.field c
                    where c.entity = e.name and c.name = any (reported)));
        else
            reported := array(select name from unnest(reported) name where fields ? name);
        end if;
    end if;
    if reported <> '{}' then
        notes := jsonb_build_object(case when strict then 'skipped' else 'overwrote' end, (
            select jsonb_agg(jsonb_build_object('uid', write_fields.uid, 'field', name, 'found', here -> name))
            from unnest(reported) name));
        if strict then
            fields := fields - reported;
            wanted := glowlist.columns(e.name, fields);
        end if;
    end if;
    if fields = '{}' then
        return notes;
    end if;
    notes := glowlist.add_notes(notes, glowlist.restore_referred(e.name, jsonb_build_array(wanted),
                                                                 write_fields.user_id));
    for r in
        select f.name, f."column" from glowlist.field f
        where f.entity = e.name and f.refers = e.name and fields ? f.name
    loop
        if glowlist.is_above(e.name, r."column", write_fields.uid, (fields ->> r.name)::uuid) then
            perform glowlist.refuse('cycle', r.name, format('the %s cannot lie below itself', e.name));
        end if;
    end loop;
    select string_agg(quote_ident(key), ', ') into names from jsonb_object_keys(wanted) key;
    execute format('update %s set (%s) = (select %s from jsonb_populate_record(null::%s, $1)) where %I = $2',
                   e."table", names, names, e."table", e.uid_column) using wanted, write_fields.uid;
    perform glowlist.check_references(e.name, array[write_fields.uid], array(select jsonb_object_keys(fields)),
                                      write_fields.user_id);
    return notes;
end
$$;

-- An edit of a row in the trash restores it; a strict one finds nothing that it could take back.
create function glowlist.update_row(entity text, uid uuid, fields jsonb, was jsonb, strict boolean, user_id text)
    returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    e glowlist.entity;
    current jsonb := glowlist.row_of(entity, uid);
    wanted constant jsonb := glowlist.columns(entity, fields);
    former constant jsonb := glowlist.columns(entity, was, true);
    notes jsonb := '{}';
begin
    select * into e from glowlist.entity where name = update_row.entity;
    if current is null then
        perform glowlist.flush();
        if strict and was <> '{}'
           and exists (select from glowlist.trash t where t.uid = update_row.uid and t.entity = e.name) then
            return jsonb_build_object('skipped', (
                select jsonb_agg(jsonb_build_object('uid', update_row.uid, 'field', key, 'found', null))
                from jsonb_object_keys(fields) key));
        end if;
        notes := glowlist.restored(e.name, glowlist.restore_rows(e.name, array[update_row.uid], update_row.user_id));
        current := glowlist.row_of(e.name, update_row.uid);
    end if;
    if e.user_column is null or current ->> e.user_column is distinct from update_row.user_id then
        perform glowlist.check_user(e, array[update_row.uid], update_row.user_id);
    end if;
    return glowlist.add_notes(notes, glowlist.write_fields(e, update_row.uid, current, fields, wanted, former, was,
                                                           strict, update_row.user_id));
end
$$;

-- Writes the same fields of many rows in one statement. Rows that need a closer look (not there, another user's, named
-- twice, no longer as they were) are written one by one, and all of them where a row may come to lie below another.
create function glowlist.update_rows(entity text, ops jsonb[], user_id text) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    e glowlist.entity;
    fields constant text[] := array(select jsonb_object_keys(ops[1] -> 'set'));
    singly integer[];
    rows jsonb;
    uids uuid[];
    columns text;
    notes jsonb := '{}';
    op jsonb;
begin
    select * into e from glowlist.entity where name = update_rows.entity;
    if cardinality(ops) > 1 and e.user_column is not null and not exists (
            select from glowlist.field f
            where f.entity = e.name and f.name = any (fields) and f.refers in (e.name, 'task')) then
        execute format(
            'with op as (
                 select o.place, (o.op ->> ''uid'')::uuid as uid, o.op -> ''set'' as fields,
                        coalesce(o.op -> ''was'', ''{}'') as was, count(*) over (partition by o.op ->> ''uid'') as times
                 from unnest($1) with ordinality o (op, place)),
             kind as materialized (
                 select d.*, glowlist.columns($2, d.fields) as wanted, glowlist.columns($2, d.was, true) as former
                 from (select distinct fields, was from op) d),
             judged as (
                 select op.place, op.uid, kind.wanted,
                        times = 1 and t.%1$I = $3
                        and (op.was = ''{}'' or to_jsonb(jsonb_populate_record(t, kind.former)) = to_jsonb(t)) as plain
                 from op join kind using (fields, was) left join %2$s t on t.%3$I = op.uid)
             select array_agg(place order by place) filter (where plain is not true), array_agg(uid) filter (where plain),
                    jsonb_agg(wanted || jsonb_build_object(%3$L, uid)) filter (where plain)
             from judged', e.user_column, e."table", e.uid_column)
            into singly, uids, rows using ops, e.name, user_id;
        if rows is not null then
            select string_agg(format('%1$I = r.%1$I', key), ', ') into columns
            from jsonb_object_keys(rows -> 0) key where key <> e.uid_column;
            execute format('update %s t set %s from jsonb_populate_recordset(null::%s, $1) r where t.%I = r.%I',
                           e."table", columns, e."table", e.uid_column, e.uid_column) using rows;
            perform glowlist.check_references(e.name, uids, fields, update_rows.user_id);
        end if;
        ops := array(select ops[place] from unnest(singly) place);
    end if;
    foreach op in array ops loop
        notes := glowlist.add_notes(notes, glowlist.update_row(
            e.name, (op ->> 'uid')::uuid, coalesce(op -> 'set', '{}'), coalesce(op -> 'was', '{}'),
            op -> 'strict' is not distinct from 'true', update_rows.user_id));
    end loop;
    return notes;
end
$$;

create function glowlist.delete_tasks(uids uuid[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    uids := array(
        with recursive below (uid) as (
            select unnest(uids)
            union
            select t.glow_uid from public.tasks t join below on t.glow_parent = below.uid)
        select below.uid from below);
    delete from public.tasks where glow_uid = any (uids);
end
$$;

-- Takes subtrees, and a list's tasks and sections along, each while it still shows where it was. What is gone is done.
create function glowlist.delete_rows(entity text, uids uuid[], user_id text) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    e glowlist.entity;
begin
    select * into e from glowlist.entity where name = delete_rows.entity;
    perform glowlist.check_user(e, uids, delete_rows.user_id);
    if entity = 'task' then
        perform glowlist.delete_tasks(uids);
        return;
    elsif entity = 'list' then
        perform glowlist.delete_tasks(array(
            select t.glow_uid from public.tasks t
            where t.user_id = delete_rows.user_id and t.glow_list = any (uids)));
        delete from glowlist.section s where s.list = any (uids);
    end if;
    execute format('delete from %s where %I = any ($1)', e."table", e.uid_column) using uids;
end
$$;

-- True when taking back the making of a row would take more than that: it was changed since, or others lie in it.
create function glowlist.grew_since(made glowlist.history) returns boolean
language sql stable set search_path = pg_catalog, pg_temp
as $$
    -- An edit that was taken back since is none.
    select exists (select from glowlist.history h cross join lateral jsonb_object_keys(h.new) field
                   where h.uid = made.uid and h.entity = made.entity and h.id > made.id and h.kind = 'update'
                     and h."group" is distinct from made."group"
                   group by field
                   having (array_agg(h.old -> field order by h.id))[1]
                       is distinct from (array_agg(h.new -> field order by h.id desc))[1])
        or made.entity = 'task' and exists (select from public.tasks t where t.glow_parent = made.uid)
        or made.entity = 'list' and exists (select from public.tasks t where t.glow_list = made.uid)
$$;

-- Undoes a group from history, newest first. Strict: what was changed since stays and is reported in `skipped`.
create function glowlist.revert_group("group" uuid, user_id text) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    h glowlist.history;
    e glowlist.entity;
    here boolean;
    notes jsonb := '{}';
    writer constant jsonb := glowlist.writer();
begin
    perform glowlist.flush();
    if not exists (select from glowlist.history x where x."group" = revert_group."group") then
        perform glowlist.refuse('invalid', 'group', format('the history knows no group %s', "group"));
    end if;
    perform set_config('glowlist.writer', (writer || '{"reverting": true}')::text, true);
    -- Deleted rows first and together, since each needs the others to find its place.
    for e in select * from glowlist.entity order by level loop
        perform glowlist.restore_rows(e.name, array(
            select distinct t.uid from glowlist.history x join glowlist.trash t on t.uid = x.uid and t.entity = x.entity
            where x."group" = revert_group."group" and x.entity = e.name and x.kind = 'delete'), revert_group.user_id);
    end loop;
    for h in select * from glowlist.history x where x."group" = revert_group."group" order by x.id desc loop
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

-- Neighbouring operations of one kind.
create function glowlist.apply_run(ops jsonb[], user_id text) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    verb constant text := ops[1] ->> 'do';
    entity constant text := ops[1] ->> 'on';
    uids constant uuid[] := array(select (op ->> 'uid')::uuid from unnest(ops) op);
begin
    if verb = 'create' then
        return glowlist.create_rows(entity, ops, user_id);
    elsif verb in ('update', 'move') then
        return glowlist.update_rows(entity, ops, user_id);
    elsif verb = 'delete' then
        perform glowlist.delete_rows(entity, uids, user_id);
    else
        perform glowlist.restore_rows(entity, uids, user_id);
    end if;
    return '{}';
end
$$;

create function glowlist.apply_op(op jsonb, user_id text) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    verb constant text := op ->> 'do';
    entity constant text := op ->> 'on';
begin
    if verb = 'revert' and glowlist.is_uuid(op ->> 'group') then
        return glowlist.revert_group((op ->> 'group')::uuid, user_id);
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

-- What operations of one run have in common; null: this one is none of a run.
create function glowlist.kind_of(op jsonb) returns text
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
begin
    if op ->> 'do' in ('create', 'delete', 'restore') then
        return concat_ws(' ', op ->> 'do', op ->> 'on');
    elsif op ->> 'do' in ('update', 'move') and jsonb_typeof(op -> 'set') = 'object' then
        return concat_ws(' ', 'update', op ->> 'on', array(select jsonb_object_keys(op -> 'set')));
    end if;
    return null;
end
$$;

-- The operation after the run that starts at `first`.
create function glowlist.run_end(ops jsonb[], first integer) returns integer
language plpgsql immutable set search_path = pg_catalog, pg_temp
as $$
declare
    kind constant text := glowlist.kind_of(ops[first]);
    after integer := first + 1;
begin
    while glowlist.kind_of(ops[after]) = kind loop
        after := after + 1;
    end loop;
    return after;
end
$$;

-- What the contract calls a server error, from its diagnostics.
create function glowlist.refusal(entity text, state text, sentence text, hint text, column_name text,
                                 constraint_name text)
    returns jsonb
language sql stable set search_path = pg_catalog, pg_temp
as $$
    select jsonb_build_object(
        'code', case
            when hint like 'glowlist:%' then substr(hint, 10)
            when state = '22001' then 'too_long'
            when state = '42501' then 'not_allowed'
            when constraint_name = 'glow_parent_cycle' then 'cycle'
            when state = '23503' and f.refers = 'task' or state = 'P0002' then 'no_such_task'
            when state = '23503' and f.refers = 'list' then 'no_such_list'
            when state = '23503' and constraint_name like '%user_id_fkey' then 'not_allowed'
            else 'invalid' end,
        'field', coalesce(f.name, nullif(column_name, '')), 'sqlstate', state, 'message', sentence)
    from (select) one
    left join glowlist.field f on f.entity = refusal.entity
        and f."column" in (column_name, regexp_replace(constraint_name, '_(fkey|check|cycle)$', ''))
    limit 1
$$;

-- All operations of a change or none, in its own subtransaction.
create function glowlist.apply_change(change jsonb, writer jsonb, user_id text) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    id constant jsonb := change -> 'id';
    ops jsonb[];
    at integer := 1;
    singly integer := 0;
    run integer;
    notes jsonb := '{}';
    reply jsonb;
    state text;
    sentence text;
    hint text;
    column_name text;
    constraint_name text;
begin
    if not glowlist.is_uuid(change ->> 'id') then
        return jsonb_build_object('id', id, 'state', 'refused', 'op', null, 'code', 'invalid', 'field', 'id',
                                  'sqlstate', '22023', 'message', 'a change needs an id');
    end if;
    select c.reply into reply from glowlist.change c where c.id = (change ->> 'id')::uuid;
    if found then
        return reply || '{"duplicate": true}';
    end if;
    begin
        ops := array(select o.value from jsonb_array_elements(coalesce(change -> 'ops', '[]')) with ordinality o
                     order by o.ordinality);
        writer := writer || jsonb_build_object(
            'change', (change ->> 'id')::uuid, 'group', coalesce(change ->> 'group', change ->> 'id')::uuid,
            'label', change ->> 'label', 'at', (change ->> 'at')::timestamptz);
        perform set_config('glowlist.writer', writer::text, true);
        while at <= cardinality(ops) loop
            run := glowlist.run_end(ops, at);
            if run > at + 1 and at > singly then
                begin
                    notes := glowlist.add_notes(notes, glowlist.apply_run(ops[at : run - 1], user_id));
                    at := run;
                    continue;
                exception when others then
                    if not glowlist.refusable(sqlstate) then
                        raise;
                    end if;
                    singly := run - 1;  -- to name the operation at fault
                end;
            end if;
            notes := glowlist.add_notes(notes, glowlist.apply_op(ops[at], user_id));
            at := at + 1;
        end loop;
        at := cardinality(ops);
        perform glowlist.flush();
        reply := jsonb_build_object('id', id, 'state', 'applied',
                                    'revision', (select w.revision from glowlist.workspace w)) || notes;
        insert into glowlist.change (id, "group", client, actor, label, at, revision, reply)
        values ((change ->> 'id')::uuid, (change ->> 'group')::uuid, (writer ->> 'client')::uuid, writer ->> 'actor',
                change ->> 'label', (change ->> 'at')::timestamptz, (reply ->> 'revision')::bigint, reply);
        return reply;
    exception when others then
        get stacked diagnostics state = returned_sqlstate, sentence = message_text, hint = pg_exception_hint,
            column_name = column_name, constraint_name = constraint_name;
        if not glowlist.refusable(state) then
            raise;
        end if;
        return jsonb_build_object('id', id, 'state', 'refused', 'op', at - 1)
            || glowlist.refusal(ops[at] ->> 'on', state, sentence, hint, column_name, constraint_name);
    end;
end
$$;

-- The tasks that deletes and moves take along.
create function glowlist.taken_along(changes jsonb) returns uuid[]
language sql stable set search_path = pg_catalog, pg_temp
as $$
    with recursive
        named as (
            select op ->> 'on' as entity, (op ->> 'uid')::uuid as uid
            from jsonb_path_query(changes, '$[*].ops[*]') op
            where op ->> 'do' in ('delete', 'move', 'update') and glowlist.is_uuid(op ->> 'uid')),
        below (uid) as (
            select t.glow_uid from named n join public.tasks t on t.glow_parent = n.uid where n.entity = 'task'
            union
            select t.glow_uid from named n join public.tasks t on t.glow_list = n.uid where n.entity = 'list'
            union
            select t.glow_uid from public.tasks t join below on t.glow_parent = below.uid)
    select array_agg(uid) from below
$$;

-- Locks every row that the changes name or take along, in order, before the counter: the other way round a foreign
-- transaction about to commit would wait for us and we for it.
create function glowlist.lock_rows(changes jsonb) returns void
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
            select h.entity, h.uid::text from jsonb_path_query(changes, '$[*].ops[*] ? (@.do == "revert")') op
            join glowlist.history h on glowlist.is_uuid(op ->> 'group') and h."group" = (op ->> 'group')::uuid
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

create function glowlist.utc_text(moment text) returns text
language sql stable
as $$ select to_char(moment::timestamp, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- A task as a reply carries it: its fields, and what is derived from other rows.
create function glowlist.task_json("row" jsonb) returns jsonb
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

-- What changed since revision n, for one user; or `reset` when n cannot be trusted or the answer would be long.
create function glowlist.changes_since(since bigint, token uuid, user_id text) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    e glowlist.entity;
    found_rows jsonb;
    rows jsonb := '{}';
    gone jsonb;
begin
    if since < (select w.complete_since from glowlist.workspace w)
       or not exists (select from glowlist.revision r where r.revision = since and r.token = changes_since.token)
       or 1000 < (select count(*) from (select from glowlist.touched t where t.revision > since limit 1001) s) then
        return '{"reset": true, "rows": {}, "gone": []}';
    end if;
    for e in select * from glowlist.entity order by level loop
        execute format(
            'select jsonb_agg(%s) from glowlist.touched x join %s t on t.%I = x.uid
             where x.entity = $1 and x.revision > $2 and not x.gone %s',
            case e.name when 'task' then 'glowlist.task_json(to_jsonb(t))'
                 else format('glowlist.field_values(%L, to_jsonb(t)) || jsonb_build_object(''uid'', t.uid)', e.name)
            end,
            e."table", e.uid_column,
            case when e.user_column is not null then format('and t.%I = $3', e.user_column) end)
            into found_rows using e.name, since, changes_since.user_id;
        if found_rows is not null then
            rows := rows || jsonb_build_object(e.name, found_rows);
        end if;
    end loop;
    select coalesce(jsonb_agg(jsonb_build_object('on', t.entity, 'uid', t.uid)), '[]') into gone
    from glowlist.touched t where t.revision > since and t.gone;
    return jsonb_build_object('rows', rows, 'gone', gone);
end
$$;

-- Forgets what nobody needs any more: replies after 90 days, tombstones and tokens after 180, trash after 30, history
-- after a year but the last value of each field. In portions, since it holds up the write that it follows.
create function glowlist.purge() returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    portion constant integer := 5000;
    forgotten bigint;
begin
    update glowlist.workspace set purged_at = now();
    delete from glowlist.change where id in (
        select id from glowlist.change where stored_at < now() - interval '90 days' limit portion);
    delete from glowlist.trash where id in (
        select id from glowlist.trash where deleted_at < now() - interval '30 days' limit portion);
    select max(revision) into forgotten from glowlist.revision
    where at < now() - interval '180 days' and revision < (select revision from glowlist.workspace);
    if forgotten is not null then
        update glowlist.workspace set complete_since = greatest(complete_since, forgotten);
        delete from glowlist.touched where (uid, entity) in (
            select uid, entity from glowlist.touched where gone and revision <= forgotten limit portion);
        delete from glowlist.revision where revision in (
            select revision from glowlist.revision where revision <= forgotten limit portion);
    end if;
    delete from glowlist.history where id in (
        select h.id from glowlist.history h
        where h.at < now() - interval '1 year' and not exists (
            select from jsonb_object_keys(h.new) field
            where not exists (select from glowlist.history later
                              where later.uid = h.uid and later.entity = h.entity and later.id > h.id
                                and later.new ? field))
        limit portion);
end
$$;

create function glowlist.apply(request jsonb) returns jsonb
language plpgsql set search_path = pg_catalog, pg_temp set lock_timeout = '800ms'
as $$
declare
    changes constant jsonb := coalesce(nullif(request -> 'changes', 'null'), '[]');
    user_id constant text := coalesce(request ->> 'user', '');
    writer constant jsonb := jsonb_build_object('client', (request ->> 'client')::uuid, 'actor', request ->> 'actor');
    change jsonb;
    outcomes jsonb[] := '{}';
    reply jsonb;
    excess text;
begin
    if request -> 'v' is distinct from '1' or jsonb_typeof(changes) <> 'array' then
        raise exception 'glowlist.apply takes requests of version 1 with an array of changes' using errcode = '22023';
    end if;
    if changes <> '[]' then
        if (select count(*) from jsonb_path_query(changes, '$[*].ops[*]')) > 5000 then
            excess := 'a request has at most 5,000 operations';
        elsif pg_column_size(request) > 3000000 and octet_length(request::text) > 4 * 1024 * 1024 then
            excess := 'a request has at most 4 MB';
        else
            perform glowlist.lock_rows(changes);
            perform from glowlist.workspace for update;
        end if;
        for change in select c.value from jsonb_array_elements(changes) with ordinality c order by c.ordinality loop
            outcomes := outcomes || case when excess is null then glowlist.apply_change(change, writer, user_id)
                else jsonb_build_object('id', change -> 'id', 'state', 'refused', 'op', null, 'code', 'invalid',
                                        'field', null, 'sqlstate', '54000', 'message', excess) end;
        end loop;
        perform set_config('glowlist.writer', '', true);
        if (select w.purged_at < now() - interval '1 day' and w.taken_at = now() from glowlist.workspace w) then
            begin
                perform glowlist.purge();
            exception when others then
                raise warning 'glowlist.purge: %', sqlerrm;  -- it can wait; the write cannot
            end;
        end if;
    end if;
    select jsonb_build_object('v', 1, 'revision', r.revision, 'token', r.token, 'changes', to_jsonb(outcomes))
        into reply
    from glowlist.workspace w join glowlist.revision r using (revision);
    if (request ->> 'since') is null then
        return reply || '{"rows": {}, "gone": []}';
    end if;
    return reply || glowlist.changes_since((request ->> 'since')::bigint, (request ->> 'token')::uuid, user_id);
end
$$;

revoke all on all functions in schema glowlist from public;
