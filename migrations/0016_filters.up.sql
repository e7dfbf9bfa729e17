-- Saved filters: a name and a query in the words of the query language (CLI.md), read again at each use.
create table glowlist.filter (
    uid uuid primary key,
    user_id varchar not null constraint user_id_fkey references public.users (id) on delete cascade,
    name text not null,
    query text not null,
    colour text,
    position text collate "C" not null
);
create index filter_user on glowlist.filter (user_id, position);

insert into glowlist.entity (name, level, "table", user_column, defaults) values
    ('filter', 1, 'glowlist.filter', 'user_id', '{}');
insert into glowlist.field (entity, name, "column", unit, form, max_length, required, refers) values
    ('filter', 'name', 'name', null, 'text', 200, true, null),
    ('filter', 'query', 'query', null, 'text', 1000, true, null),
    ('filter', 'colour', 'colour', null, 'text', 20, false, null),
    ('filter', 'position', 'position', 'placement', 'position', 100, false, null);

create constraint trigger glow_log after insert or update or delete on glowlist.filter
    deferrable initially deferred for each row execute function glowlist.log('filter', 'uid', '');
create trigger glow_truncate before truncate on glowlist.filter execute function glowlist.refuse_truncate();
