-- What Glowlist keeps beside the tasks: the revision counter, what may be written, and what was.
revoke all on schema glowlist from public;

-- One row a database. `token` is drawn once; a tag's uid is derived from it. `taken_by` and `taken_at` are the
-- transaction that raised `revision` last. `complete_since`: from this revision on `touched` has every change.
create table glowlist.workspace (
    only_row boolean primary key default true check (only_row),
    revision bigint not null default 0,
    token uuid not null default gen_random_uuid(),
    min_client text,
    due_dates_utc boolean not null default false,
    taken_by xid8,
    taken_at timestamptz,
    complete_since bigint not null default 0,
    purged_at timestamptz not null default now()
);
insert into glowlist.workspace default values;

-- A pair that is not here belongs to a history that was given up, as when the database was restored.
create table glowlist.revision (
    revision bigint primary key,
    token uuid not null default gen_random_uuid(),
    at timestamptz not null default now(),
    client uuid,
    actor text
);
insert into glowlist.revision (revision, token) select revision, token from glowlist.workspace;

-- What may be written, and where it lies. `defaults` fills the columns that a create leaves out; rows of a lower
-- `level` are made first.
create table glowlist.entity (
    name text primary key,
    level smallint not null default 5,
    "table" text not null,
    uid_column text not null default 'uid',
    user_column text,
    defaults jsonb not null default '{}'
);

-- `form` says how a JSON value becomes columns, `plain` that the column's type decides; fields of one `unit` are taken
-- or left together.
create table glowlist.field (
    entity text not null references glowlist.entity on delete cascade,
    name text not null,
    "column" text not null,
    unit text,
    form text not null default 'plain'
        check (form in ('plain', 'text', 'boolean', 'integer', 'uuid', 'walltime', 'zone', 'notes', 'path',
                        'position')),
    time_column text,
    max_length integer,
    required boolean not null default false,
    refers text references glowlist.entity on delete cascade,
    primary key (entity, name)
);

-- Replies by change id, for what is sent again.
create table glowlist.change (
    id uuid primary key,
    "group" uuid,
    client uuid,
    actor text,
    label text,
    at timestamptz,
    stored_at timestamptz not null default now(),
    revision bigint not null,
    reply jsonb not null
);
create index change_stored_at on glowlist.change (stored_at);

-- The newest revision of each row, tombstones included: "changed since n" is one index range.
create table glowlist.touched (
    uid uuid not null,
    entity text not null,
    revision bigint not null,
    gone boolean not null,
    primary key (uid, entity)
);
create index touched_revision on glowlist.touched (revision);

-- Changed fields before and after, by whoever wrote. "group" is the change's own id where it has no group.
create table glowlist.history (
    id bigint generated always as identity primary key,
    revision bigint not null,
    entity text not null,
    uid uuid not null,
    kind text not null check (kind in ('create', 'update', 'delete')),
    old jsonb,
    new jsonb,
    change uuid,
    "group" uuid,
    label text,
    client uuid,
    actor text,
    at timestamptz not null default now()
);
create index history_uid on glowlist.history (uid, id);
create index history_group on glowlist.history ("group") where "group" is not null;
create index history_revision on glowlist.history (revision);
create index history_at on glowlist.history using brin (at);

-- Whole rows that were deleted. Rows of one transaction have one revision.
create table glowlist.trash (
    id bigint generated always as identity primary key,
    revision bigint not null,
    entity text not null,
    uid uuid not null,
    user_id text,
    "row" jsonb not null,
    change uuid,
    "group" uuid,
    label text,
    client uuid,
    actor text,
    deleted_at timestamptz not null default now()
);
create index trash_uid on glowlist.trash (uid);
create index trash_revision on glowlist.trash (revision);
create index trash_deleted_at on glowlist.trash (deleted_at);
