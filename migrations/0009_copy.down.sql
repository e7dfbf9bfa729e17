-- loses: The history that was copied from other workspaces, and which copies were made.
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

create or replace function glowlist.apply_op(op jsonb, user_id text) returns jsonb
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

drop function glowlist.revert_group(uuid, text, uuid);
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

create or replace function glowlist.grew_since(made glowlist.history) returns boolean
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

drop function glowlist.made_alone(uuid, uuid), glowlist.copy_in(jsonb), glowlist.copy_history(jsonb, uuid, text),
    glowlist.values_beside(text, jsonb, jsonb), glowlist.copy_tags(jsonb, uuid[], uuid[], text),
    glowlist.copy_rows(glowlist.entity, jsonb, uuid[], text),
    glowlist.judge_copied(glowlist.entity, jsonb, uuid[]), glowlist.copy_over(glowlist.entity, jsonb),
    glowlist.own_place(jsonb), glowlist.without_missing(glowlist.entity, jsonb),
    glowlist.copied_rows(glowlist.entity, jsonb, text), glowlist.uids_beside(text, uuid[], text),
    glowlist.uid_beside(uuid, text);
delete from glowlist.history where source is not null;
alter table glowlist.history drop column source, drop column source_id;
drop table glowlist.copy;
revoke all on all functions in schema glowlist from public;
