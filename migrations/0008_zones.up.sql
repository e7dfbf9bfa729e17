-- A zone that another program wrote may be no zone at all; `at time zone` would then fail every view that needs the day.
create function glowlist.known_zone(zone text) returns text language plpgsql stable strict
    set search_path = pg_catalog, pg_temp as $$
begin
    perform timezone(zone, timestamp '2000-01-01');
    return zone;
exception when invalid_parameter_value then
    return null;
end $$;

revoke all on function glowlist.known_zone(text) from public;
