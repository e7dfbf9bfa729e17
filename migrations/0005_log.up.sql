-- Whoever writes, at their COMMIT one deferred constraint trigger logs the row: history, the revision counter,
-- tombstones, trash and NOTIFY. A foreign transaction so takes the counter only when it is about to end.

-- A row (as to_jsonb prints it) in the words of operations; all fields or some.
create function glowlist.field_values(entity text, "row" jsonb, names text[] default null) returns jsonb
language plpgsql stable set search_path = pg_catalog, pg_temp
as $$
begin
    return (
        select coalesce(jsonb_object_agg(f.name, case f.form
            when 'walltime' then to_jsonb(case when ("row" ->> f.time_column)::boolean
                then regexp_replace(left("row" ->> f."column", 19), ':00$', '')
                else left("row" ->> f."column", 10) end)
            when 'notes' then to_jsonb(nullif(coalesce("row" ->> f."column", "row" ->> 'description'), ''))
            when 'path' then to_jsonb(regexp_replace("row" ->> f."column", '^.*/', ''))
            else "row" -> f."column" end), '{}')
        from glowlist.field f
        where f.entity = field_values.entity and (names is null or f.name = any (names)));
end
$$;

-- The number of this transaction, drawn once and held until it ends, so that numbers become visible in order.
create function glowlist.take_revision(writer jsonb) returns bigint
language plpgsql set search_path = pg_catalog, pg_temp
as $$
declare
    number bigint;
begin
    -- The time too: after a restore into another cluster an old transaction's number may come again.
    select w.revision into number from glowlist.workspace w
    where w.taken_by = pg_current_xact_id() and w.taken_at = now();
    if found then
        return number;
    end if;
    update glowlist.workspace set revision = revision + 1, taken_by = pg_current_xact_id(), taken_at = now()
    returning revision into number;
    insert into glowlist.revision (revision, client, actor)
    values (number, (writer ->> 'client')::uuid, coalesce(writer ->> 'actor', session_user));
    perform pg_notify('glowlist', concat_ws(' ', number, writer ->> 'client'));
    return number;
end
$$;

create function glowlist.touch(entity text, uid uuid, revision bigint, gone boolean) returns void
language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
    insert into glowlist.touched as t (entity, uid, revision, gone) values (entity, uid, revision, gone)
    on conflict on constraint touched_pkey do update set revision = excluded.revision, gone = excluded.gone
    where (t.revision, t.gone) is distinct from (excluded.revision, excluded.gone);
end
$$;

-- Arguments: the entity, its uid column, and the column that names a task which shows something of this row.
create function glowlist.log() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    entity constant text := tg_argv[0];
    shown_by constant text := tg_argv[2];
    writer constant jsonb := glowlist.writer();
    before jsonb := '{}';
    after jsonb := '{}';
    number bigint;
    uid uuid;
    changed_from jsonb;
    changed_to jsonb;
begin
    if tg_op <> 'INSERT' then
        before := to_jsonb(old);
    end if;
    if tg_op <> 'DELETE' then
        after := to_jsonb(new);
    end if;
    if before = after then
        return null;
    end if;
    uid := coalesce(after ->> tg_argv[1], before ->> tg_argv[1])::uuid;
    number := glowlist.take_revision(writer);
    perform glowlist.touch(entity, uid, number, tg_op = 'DELETE');

    if tg_op = 'UPDATE' then
        select jsonb_object_agg(o.key, o.value), jsonb_object_agg(o.key, n.value) into changed_from, changed_to
        from jsonb_each(glowlist.field_values(entity, before)) o
        join jsonb_each(glowlist.field_values(entity, after)) n using (key)
        where o.value <> n.value;
    elsif tg_op = 'DELETE' then
        insert into glowlist.trash (revision, entity, uid, user_id, "row", change, "group", label, client, actor)
        values (number, entity, uid, before ->> 'user_id', before, (writer ->> 'change')::uuid,
                (writer ->> 'group')::uuid, writer ->> 'label', (writer ->> 'client')::uuid,
                coalesce(writer ->> 'actor', session_user));
    end if;
    if tg_op <> 'UPDATE' or changed_from is not null then
        insert into glowlist.history (revision, entity, uid, kind, old, new, change, "group", label, client, actor)
        values (number, entity, uid, case tg_op when 'INSERT' then 'create' else lower(tg_op) end,
                changed_from, changed_to, (writer ->> 'change')::uuid, (writer ->> 'group')::uuid, writer ->> 'label',
                (writer ->> 'client')::uuid, coalesce(writer ->> 'actor', session_user));
    end if;
    if coalesce(before ->> shown_by, after ->> shown_by) is not null
       and (before ->> shown_by, before -> 'completed') is distinct from (after ->> shown_by, after -> 'completed') then
        -- One by one: a session keeps the plan it made while the table was small, and that must be the index.
        for uid in select distinct u from unnest(array[before ->> shown_by, after ->> shown_by]::uuid[]) u loop
            if exists (select from public.tasks t where t.glow_uid = uid) then
                perform glowlist.touch('task', uid, number, false);
            end if;
        end loop;
    end if;
    return null;
end
$$;

create constraint trigger glow_log after insert or update or delete on public.tasks
    deferrable initially deferred for each row execute function glowlist.log('task', 'glow_uid', 'glow_parent');
create constraint trigger glow_log after insert or update or delete on glowlist.list
    deferrable initially deferred for each row execute function glowlist.log('list', 'uid', '');
create constraint trigger glow_log after insert or update or delete on glowlist.section
    deferrable initially deferred for each row execute function glowlist.log('section', 'uid', '');
create constraint trigger glow_log after insert or update or delete on glowlist.tag
    deferrable initially deferred for each row execute function glowlist.log('tag', 'uid', '');
create constraint trigger glow_log after insert or update or delete on glowlist.task_tag
    deferrable initially deferred for each row execute function glowlist.log('task_tag', 'uid', 'task');

create trigger glow_truncate before truncate on glowlist.list execute function glowlist.refuse_truncate();
create trigger glow_truncate before truncate on glowlist.section execute function glowlist.refuse_truncate();
create trigger glow_truncate before truncate on glowlist.tag execute function glowlist.refuse_truncate();
create trigger glow_truncate before truncate on glowlist.task_tag execute function glowlist.refuse_truncate();
