drop index if exists public.glow_title_trgm;
drop index if exists public.glow_notes_trgm;

do $$
begin
    if exists (select from pg_extension e join pg_namespace n on n.oid = e.extnamespace
               where e.extname = 'pg_trgm' and n.nspname = 'glowlist') then
        drop extension pg_trgm;
    end if;
end
$$;
