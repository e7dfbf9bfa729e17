-- loses: Lists, sections and tags; every task returns to the Inbox.
delete from glowlist.entity where name in ('list', 'section', 'tag', 'task_tag');

-- Without the triggers, which would take this for an edit and stamp the rows.
alter table public.tasks drop constraint glow_list_fkey, drop constraint glow_section_fkey, disable trigger user;
update public.tasks set glow_list = null, glow_section = null where glow_list is not null or glow_section is not null;
alter table public.tasks enable trigger user;
drop table glowlist.task_tag, glowlist.tag, glowlist.section, glowlist.list;
