-- Trigram indexes for search in titles and notes. pg_trgm is optional: it is used where it is, else made in our schema;
-- without it, or without the right to make it, search works more slowly and `doctor` says so.
do $$
declare
    home text;
begin
    select n.nspname into home from pg_extension e join pg_namespace n on n.oid = e.extnamespace
    where e.extname = 'pg_trgm';
    if home is null then
        begin
            create extension pg_trgm schema glowlist;
            home := 'glowlist';
        exception when insufficient_privilege or undefined_file or feature_not_supported or undefined_object then
            raise notice 'pg_trgm is not available, so search has no index: %', sqlerrm;
            return;
        end;
    end if;
    execute format('create index glow_title_trgm on public.tasks using gin (title %I.gin_trgm_ops)', home);
    execute format('create index glow_notes_trgm on public.tasks
                    using gin (coalesce(glow_notes, description) %I.gin_trgm_ops)', home);
end
$$;
