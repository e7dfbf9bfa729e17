-- loses: The trash, the history and the record of what was sent.
drop table glowlist.trash, glowlist.history, glowlist.touched, glowlist.change, glowlist.field, glowlist.entity,
    glowlist.revision, glowlist.workspace;
