-- Lists, their sections, tags, and which task has which tag. A tag belongs to the database: its uid is made of the
-- workspace's token and its name.
create table glowlist.list (
    uid uuid primary key,
    user_id varchar not null constraint user_id_fkey references public.users (id) on delete cascade,
    name text not null,
    colour text,
    parent uuid constraint parent_fkey references glowlist.list on delete set null,
    position text collate "C" not null,
    archived boolean not null default false
);
create index list_user on glowlist.list (user_id, position);
create index list_parent on glowlist.list (parent) where parent is not null;

create table glowlist.section (
    uid uuid primary key,
    user_id varchar not null constraint user_id_fkey references public.users (id) on delete cascade,
    name text not null,
    list uuid not null constraint list_fkey references glowlist.list on delete cascade,
    position text collate "C" not null
);
create index section_list on glowlist.section (list, position);

create table glowlist.tag (
    uid uuid primary key,
    name text not null,
    colour text
);

create table glowlist.task_tag (
    uid uuid primary key,
    task uuid not null constraint task_fkey references public.tasks (glow_uid) on delete cascade,
    tag uuid not null constraint tag_fkey references glowlist.tag on delete cascade
);
create unique index task_tag_task on glowlist.task_tag (task, tag);
create index task_tag_tag on glowlist.task_tag (tag, task);

alter table public.tasks
    add constraint glow_list_fkey foreign key (glow_list) references glowlist.list on delete set null,
    add constraint glow_section_fkey foreign key (glow_section) references glowlist.section on delete set null;

insert into glowlist.entity (name, level, "table", user_column, defaults) values
    ('list', 1, 'glowlist.list', 'user_id', '{"archived": false}'),
    ('section', 2, 'glowlist.section', 'user_id', '{}'),
    ('tag', 1, 'glowlist.tag', null, '{}'),
    ('task_tag', 4, 'glowlist.task_tag', null, '{}');
insert into glowlist.field (entity, name, "column", unit, form, max_length, required, refers) values
    ('task', 'list', 'glow_list', 'placement', 'uuid', null, false, 'list'),
    ('task', 'section', 'glow_section', 'placement', 'uuid', null, false, 'section'),
    ('list', 'name', 'name', null, 'text', 200, true, null),
    ('list', 'colour', 'colour', null, 'text', 20, false, null),
    ('list', 'parent', 'parent', 'placement', 'uuid', null, false, 'list'),
    ('list', 'position', 'position', 'placement', 'position', 100, false, null),
    ('list', 'archived', 'archived', null, 'boolean', null, true, null),
    ('section', 'name', 'name', null, 'text', 200, true, null),
    ('section', 'list', 'list', 'placement', 'uuid', null, true, 'list'),
    ('section', 'position', 'position', 'placement', 'position', 100, false, null),
    ('tag', 'name', 'name', null, 'text', 200, true, null),
    ('tag', 'colour', 'colour', null, 'text', 20, false, null),
    ('task_tag', 'task', 'task', null, 'uuid', null, true, 'task'),
    ('task_tag', 'tag', 'tag', null, 'uuid', null, true, 'tag');
