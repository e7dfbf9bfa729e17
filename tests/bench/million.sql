-- Tasks :first to :last of one user, every twentieth completed. Triggers are left out: a million log rows are not what is measured.
set session_replication_role = replica;
insert into public.tasks (user_id, title, description, completed, priority, glow_rank, due_date, created_at, updated_at,
                          glow_completed_at)
select 'local', 'Task ' || n || ' about ' || md5(n::text), 'Notes of task ' || n, n % 20 = 0,
       (array['none', 'low', 'medium', 'high'])[1 + n % 4], (array[4, 3, 2, 1])[1 + n % 4],
       case when n % 10 > 0 then timestamp '2025-01-01' + (n::bigint * 7919 % 1000) * interval '1 day' end,
       timestamp '2025-01-01' + n * interval '1 second', timestamp '2025-06-01' + (n::bigint * 104729 % 30000000) * interval '1 second',
       case when n % 20 = 0 then timestamp '2026-01-01' end
from generate_series(:first, :last) n;
reset session_replication_role;
