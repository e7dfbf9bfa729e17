-- Fills what the writer left: times, and our reading of what another program changed. Takes no locks.
create or replace function glowlist.stamp() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
    writer constant jsonb := glowlist.writer();
    ours constant boolean := writer ? 'change';
    moved record;
begin
    if tg_op = 'INSERT' then
        new.created_at := coalesce(new.created_at, now() at time zone 'utc');
        new.updated_at := coalesce(new.updated_at, new.created_at);
        if new.completed and new.glow_completed_at is null then
            new.glow_completed_at := coalesce((writer ->> 'at')::timestamptz, now()) at time zone 'utc';
        end if;
        if not ours and not new.glow_due_has_time then
            new.glow_due_has_time := new.due_date is not null and new.due_date::time <> '00:00';
        end if;
        return new;
    end if;
    -- *= compares any type, the other program's too. A new place alone is no news.
    moved := new;
    moved.glow_path := old.glow_path;
    if moved *= old then
        return new;
    end if;
    if new.updated_at is not distinct from old.updated_at then
        new.updated_at := now() at time zone 'utc';
    end if;
    if new.completed is distinct from old.completed
       and new.glow_completed_at is not distinct from old.glow_completed_at then
        new.glow_completed_at := case when new.completed
            then coalesce((writer ->> 'at')::timestamptz, now()) at time zone 'utc' end;
    end if;
    if not ours then
        if new.due_date is distinct from old.due_date and new.glow_due_has_time = old.glow_due_has_time then
            new.glow_due_has_time := new.due_date is not null and new.due_date::time <> '00:00';
        end if;
        -- The short text wins; the long one goes to the history.
        if new.description is distinct from old.description and new.glow_notes is not distinct from old.glow_notes then
            new.glow_notes := null;
        end if;
    end if;
    return new;
end
$$;

-- A row (as to_jsonb prints it) in the words of operations; all fields or some.
create or replace function glowlist.field_values(entity text, "row" jsonb, names text[] default null) returns jsonb
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
