drop trigger glow_truncate on glowlist.list;
drop trigger glow_truncate on glowlist.section;
drop trigger glow_truncate on glowlist.tag;
drop trigger glow_truncate on glowlist.task_tag;
drop trigger glow_log on public.tasks;
drop trigger glow_log on glowlist.list;
drop trigger glow_log on glowlist.section;
drop trigger glow_log on glowlist.tag;
drop trigger glow_log on glowlist.task_tag;
drop function glowlist.log(), glowlist.touch(text, uuid, bigint, boolean), glowlist.take_revision(jsonb),
    glowlist.field_values(text, jsonb, text[]);
