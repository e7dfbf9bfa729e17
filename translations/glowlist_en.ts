<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Edit</name>
    <message numerus="yes">
        <source>%n tasks</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) deleted; glowlist undo brings them back.</source>
        <translation>
            <numerusform>%n task deleted; glowlist undo brings it back.</numerusform>
            <numerusform>%n tasks deleted; glowlist undo brings them back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FilterText</name>
    <message numerus="yes">
        <source>created in the last %n day(s)</source>
        <translation>
            <numerusform>created in the last %n day</numerusform>
            <numerusform>created in the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>changed in the last %n day(s)</source>
        <translation>
            <numerusform>changed in the last %n day</numerusform>
            <numerusform>changed in the last %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>completed in the last %n day(s)</source>
        <translation>
            <numerusform>completed in the last %n day</numerusform>
            <numerusform>completed in the last %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Migrate</name>
    <message numerus="yes">
        <source>Building %n index(es) anew…</source>
        <translation>
            <numerusform>Building %n index anew…</numerusform>
            <numerusform>Building %n indexes anew…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PendingMenu</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Recurrence</name>
    <message numerus="yes">
        <source>Every %n years</source>
        <translation>
            <numerusform>Every %n year</numerusform>
            <numerusform>Every %n years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n months</source>
        <translation>
            <numerusform>Every %n month</numerusform>
            <numerusform>Every %n months</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n weeks</source>
        <translation>
            <numerusform>Every %n week</numerusform>
            <numerusform>Every %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n days</source>
        <translation>
            <numerusform>Every %n day</numerusform>
            <numerusform>Every %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n hours</source>
        <translation>
            <numerusform>Every %n hour</numerusform>
            <numerusform>Every %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minutes</source>
        <translation>
            <numerusform>Every %n minute</numerusform>
            <numerusform>Every %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n times</source>
        <translation>
            <numerusform>, %n time</numerusform>
            <numerusform>, %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReminderText</name>
    <message numerus="yes">
        <source>%n missed reminder(s)</source>
        <translation>
            <numerusform>%n missed reminder</numerusform>
            <numerusform>%n missed reminders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reminder(s)</source>
        <translation>
            <numerusform>%n reminder</numerusform>
            <numerusform>%n reminders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sample</name>
    <message numerus="yes">
        <source>%n sample task(s) added.</source>
        <translation>
            <numerusform>%n sample task added.</numerusform>
            <numerusform>%n sample tasks added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskCommands</name>
    <message numerus="yes">
        <source>Complete %n task(s)</source>
        <translation>
            <numerusform>Complete %n task</numerusform>
            <numerusform>Complete %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Reopen %n task(s)</source>
        <translation>
            <numerusform>Reopen %n task</numerusform>
            <numerusform>Reopen %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %n task(s)</source>
        <translation>
            <numerusform>Delete %n task</numerusform>
            <numerusform>Delete %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set priority of %n task(s)</source>
        <translation>
            <numerusform>Set priority of %n task</numerusform>
            <numerusform>Set priority of %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set due date of %n task(s)</source>
        <translation>
            <numerusform>Set due date of %n task</numerusform>
            <numerusform>Set due date of %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove due date of %n task(s)</source>
        <translation>
            <numerusform>Remove due date of %n task</numerusform>
            <numerusform>Remove due date of %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Tag %n task(s)</source>
        <translation>
            <numerusform>Tag %n task</numerusform>
            <numerusform>Tag %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n task(s)</source>
        <translation>
            <numerusform>Move %n task</numerusform>
            <numerusform>Move %n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskTexts</name>
    <message numerus="yes">
        <source>%n min ago</source>
        <translation>
            <numerusform>%n min ago</numerusform>
            <numerusform>%n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n h ago</source>
        <translation>
            <numerusform>%n h ago</numerusform>
            <numerusform>%n h ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n d ago</source>
        <translation>
            <numerusform>%n d ago</numerusform>
            <numerusform>%n d ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n w ago</source>
        <translation>
            <numerusform>%n w ago</numerusform>
            <numerusform>%n w ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n mo ago</source>
        <translation>
            <numerusform>%n mo ago</numerusform>
            <numerusform>%n mo ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n y ago</source>
        <translation>
            <numerusform>%n y ago</numerusform>
            <numerusform>%n y ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Undo</name>
    <message numerus="yes">
        <source>%n value(s) had been changed since and were left.</source>
        <translation>
            <numerusform>%n value had been changed since and was left.</numerusform>
            <numerusform>%n values had been changed since and were left.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::app::FieldTexts</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::app::QuickAdd</name>
    <message numerus="yes">
        <source>Add %n task(s)</source>
        <translation>
            <numerusform>Add %n task</numerusform>
            <numerusform>Add %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n title(s) had more than 200 characters; the rest stands in the notes.</source>
        <translation>
            <numerusform>%n title had more than 200 characters; the rest stands in the notes.</numerusform>
            <numerusform>%n titles had more than 200 characters; the rest stands in the notes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::app::ReminderText</name>
    <message numerus="yes">
        <source>%n week(s) before</source>
        <translation>
            <numerusform>%n week before</numerusform>
            <numerusform>%n weeks before</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) before</source>
        <translation>
            <numerusform>%n day before</numerusform>
            <numerusform>%n days before</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::app::SidebarModel</name>
    <message numerus="yes">
        <source>%1, %n open task(s)</source>
        <translation>
            <numerusform>%1, %n open task</numerusform>
            <numerusform>%1, %n open tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::app::TaskTableModel</name>
    <message numerus="yes">
        <source>Heading %1, %n task(s)</source>
        <translation>
            <numerusform>Heading %1, %n task</numerusform>
            <numerusform>Heading %1, %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Section %1, folded, %n task(s)</source>
        <translation>
            <numerusform>Section %1, folded, %n task</numerusform>
            <numerusform>Section %1, folded, %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Section %1, %n task(s)</source>
        <translation>
            <numerusform>Section %1, %n task</numerusform>
            <numerusform>Section %1, %n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>blocked by %n task(s)</source>
        <translation>
            <numerusform>blocked by %n task</numerusform>
            <numerusform>blocked by %n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::app::TitleCheck</name>
    <message numerus="yes">
        <source>%n character(s) too many: a title holds 200. The text is kept here and stored once it fits.</source>
        <translation>
            <numerusform>%n character too many: a title holds 200. The text is kept here and stored once it fits.</numerusform>
            <numerusform>%n characters too many: a title holds 200. The text is kept here and stored once it fits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) too many: notes hold 100,000. The text is kept here and stored once it fits.</source>
        <translation>
            <numerusform>%n character too many: notes hold 100,000. The text is kept here and stored once it fits.</numerusform>
            <numerusform>%n characters too many: notes hold 100,000. The text is kept here and stored once it fits.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::app::TrashModel</name>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln subtask(s)</source>
        <translation>
            <numerusform>%Ln subtask</numerusform>
            <numerusform>%Ln subtasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln day(s)</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln item(s)</source>
        <translation>
            <numerusform>Restore %Ln item</numerusform>
            <numerusform>Restore %Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::app::WorkspaceCopy</name>
    <message numerus="yes">
        <source>%n task(s) were copied to %1.</source>
        <translation>
            <numerusform>%n task was copied to %1.</numerusform>
            <numerusform>%n tasks were copied to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) were brought up to date.</source>
        <translation>
            <numerusform>%n task was brought up to date.</numerusform>
            <numerusform>%n tasks were brought up to date.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n had been changed or deleted there since and were left alone.</source>
        <translation>
            <numerusform>%n had been changed or deleted there since and was left alone.</numerusform>
            <numerusform>%n had been changed or deleted there since and were left alone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::ui::AdoptionPage</name>
    <message numerus="yes">
        <source>%n column(s) “glow_…”</source>
        <translation>
            <numerusform>%n column “glow_…”</numerusform>
            <numerusform>%n columns “glow_…”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) · %1</source>
        <translation>
            <numerusform>%Ln row · %1</numerusform>
            <numerusform>%Ln rows · %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::ui::BackupsPage</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n list(s)</source>
        <translation>
            <numerusform>%n list</numerusform>
            <numerusform>%n lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n tag(s)</source>
        <translation>
            <numerusform>%n tag</numerusform>
            <numerusform>%n tags</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n in the trash</source>
        <translation>
            <numerusform>%n in the trash</numerusform>
            <numerusform>%n in the trash</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) come back</source>
        <translation>
            <numerusform>%n task comes back</numerusform>
            <numerusform>%n tasks come back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) change</source>
        <translation>
            <numerusform>%n task changes</numerusform>
            <numerusform>%n tasks change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s) go</source>
        <translation>
            <numerusform>%n task goes</numerusform>
            <numerusform>%n tasks go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n list(s) come back</source>
        <translation>
            <numerusform>%n list comes back</numerusform>
            <numerusform>%n lists come back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n list(s) change</source>
        <translation>
            <numerusform>%n list changes</numerusform>
            <numerusform>%n lists change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n list(s) go</source>
        <translation>
            <numerusform>%n list goes</numerusform>
            <numerusform>%n lists go</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::ui::EditorForm</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::ui::MainWindow</name>
    <message numerus="yes">
        <source>Offline · %n change(s) wait</source>
        <translation>
            <numerusform>Offline · %n change waits</numerusform>
            <numerusform>Offline · %n changes wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n due today</source>
        <translation>
            <numerusform>%n due today</numerusform>
            <numerusform>%n due today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::ui::MigrationPage</name>
    <message numerus="yes">
        <source>%1 · %n step(s) behind</source>
        <translation>
            <numerusform>%1 · %n step behind</numerusform>
            <numerusform>%1 · %n steps behind</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::ui::QuickAddHost</name>
    <message numerus="yes">
        <source>%n task(s) added.</source>
        <translation>
            <numerusform>%n task added.</numerusform>
            <numerusform>%n tasks added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::ui::RepeatEditor</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::ui::TaskDelegate</name>
    <message numerus="yes">
        <source>blocked by %n</source>
        <translation>
            <numerusform>blocked by %n</numerusform>
            <numerusform>blocked by %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::ui::TaskPage</name>
    <message numerus="yes">
        <source>%n task(s) after today</source>
        <translation>
            <numerusform>%n task after today</numerusform>
            <numerusform>%n tasks after today</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::ui::TaskTableView</name>
    <message numerus="yes">
        <source>%n task(s)</source>
        <translation>
            <numerusform>%n task</numerusform>
            <numerusform>%n tasks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::ui::TrashDialog</name>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln item</numerusform>
            <numerusform>%Ln items</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restore %Ln item(s)</source>
        <translation>
            <numerusform>Restore %Ln item</numerusform>
            <numerusform>Restore %Ln items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::ui::WorkspaceCopies</name>
    <message numerus="yes">
        <source>Copy your %Ln task(s) from %1 to %2?</source>
        <translation>
            <numerusform>Copy your %Ln task from %1 to %2?</numerusform>
            <numerusform>Copy your %Ln tasks from %1 to %2?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::ui::WorkspaceCopyDialog</name>
    <message numerus="yes">
        <source>%Ln task(s)</source>
        <translation>
            <numerusform>%Ln task</numerusform>
            <numerusform>%Ln tasks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln list(s)</source>
        <translation>
            <numerusform>%Ln list</numerusform>
            <numerusform>%Ln lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln tag(s)</source>
        <translation>
            <numerusform>%Ln tag</numerusform>
            <numerusform>%Ln tags</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>glow::ui::WorkspacePane</name>
    <message numerus="yes">
        <source>%n value(s) changed elsewhere since and stayed as they are.</source>
        <translation>
            <numerusform>%n value changed elsewhere since and stayed as it is.</numerusform>
            <numerusform>%n values changed elsewhere since and stayed as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Offline: %n change(s) wait</source>
        <translation>
            <numerusform>Offline: %n change waits</numerusform>
            <numerusform>Offline: %n changes wait</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) wait to be sent.</source>
        <translation>
            <numerusform>%n change waits to be sent.</numerusform>
            <numerusform>%n changes wait to be sent.</numerusform>
        </translation>
    </message>
</context>
</TS>
