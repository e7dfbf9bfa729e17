drop function glowlist.known_zone(text);
