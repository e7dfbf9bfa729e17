-- loses: The saved filters.
delete from glowlist.entity where name = 'filter';
drop table glowlist.filter;
