-- loses: Every task and user of a database whose tables Glowlist made; the tables of another program stay.
do $$
declare
    made text;
begin
    for made in select object from glowlist.base order by split_part(object, ' ', 1), object loop
        execute format('drop %s if exists %s', split_part(made, ' ', 1), split_part(made, ' ', 2));
    end loop;
end
$$;

drop table glowlist.base;
