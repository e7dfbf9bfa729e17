-- The schema of the Todo web application, as SQLAlchemy prints it. Only what is missing is made, and what was made is
-- recorded, so that the way down leaves another program's tables alone.
create table glowlist.base (object text primary key);

do $$
begin
    if to_regclass('public.users') is null then
        create table public.users (
            id varchar not null,
            primary key (id)
        );
        insert into public.users (id) values ('local');
        insert into glowlist.base values ('table public.users');
    end if;
    if to_regclass('public.tasks') is null then
        create table public.tasks (
            id serial not null,
            user_id varchar not null,
            title varchar(200) not null,
            description varchar(1000),
            completed boolean not null,
            priority varchar(20) not null,
            due_date timestamp without time zone,
            created_at timestamp without time zone not null,
            updated_at timestamp without time zone not null,
            primary key (id),
            foreign key (user_id) references public.users (id)
        );
        insert into glowlist.base values ('table public.tasks');
    end if;
    if to_regclass('public.ix_tasks_user_id') is null then
        create index ix_tasks_user_id on public.tasks (user_id);
        insert into glowlist.base values ('index public.ix_tasks_user_id');
    end if;
    if to_regclass('public.ix_tasks_title') is null then
        create index ix_tasks_title on public.tasks (title);
        insert into glowlist.base values ('index public.ix_tasks_title');
    end if;
    if to_regclass('public.ix_tasks_completed') is null then
        create index ix_tasks_completed on public.tasks (completed);
        insert into glowlist.base values ('index public.ix_tasks_completed');
    end if;
end
$$;
