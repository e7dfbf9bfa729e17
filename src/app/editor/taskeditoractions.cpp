#include "app/editor/taskeditormodel.h"
#include "app/editor/titlecheck.h"
#include "core/position.h"
#include "core/recurrence/nextoccurrence.h"
#include "core/taskfield.h"
#include "core/uid.h"

#include <algorithm>

// What the pane does at once, without waiting for a pause.
namespace glow::app {

namespace {

core::Operation tagOperation(core::Verb verb, const QUuid& task, const QUuid& tag)
{
    const QJsonObject ends{{QStringLiteral("task"), core::uidText(task)},
                           {QStringLiteral("tag"), core::uidText(tag)}};
    core::Operation operation{verb, core::Entity::TaskTag, core::taskTagUid(task, tag), {}, {}};
    (verb == core::Verb::Create ? operation.set : operation.was) = ends;
    return operation;
}

core::Operation blockerOperation(core::Verb verb, const QUuid& task, const QUuid& blocker)
{
    const QJsonObject ends{{QStringLiteral("task"), core::uidText(task)},
                           {QStringLiteral("blocker"), core::uidText(blocker)}};
    core::Operation operation{verb, core::Entity::Dependency, core::dependencyUid(task, blocker), {}, {}};
    (verb == core::Verb::Create ? operation.set : operation.was) = ends;
    return operation;
}

} // namespace

void TaskEditorModel::setCompleted(bool completed)
{
    flush();
    if (completed == m_shown.completed)
        return;
    if (completed) {
        apply(tr("Complete: %1").arg(title()), core::completion(m_shown, m_changes.now()));
        return;
    }
    apply(tr("Reopen: %1").arg(title()), {{core::Verb::Update,
                                           core::Entity::Task,
                                           m_shown.uid,
                                           {{QStringLiteral("completed"), false}},
                                           {{QStringLiteral("completed"), true}}}});
}

void TaskEditorModel::setSchedule(const Schedule& schedule, bool onlyThis)
{
    flush();
    core::Task after = m_shown;
    after.due = schedule.due;
    after.dueZone = schedule.zone;
    after.rrule = schedule.rrule;
    after.fromCompletion = schedule.fromCompletion;
    core::Operation operation{core::Verb::Update, core::Entity::Task, m_shown.uid, {}, {}};
    for (const QString& field : {QStringLiteral("due_date"), QStringLiteral("due_zone"),
                                 QStringLiteral("rrule"), QStringLiteral("from_completion")}) {
        const QJsonValue value = core::taskField(field)->get(after);
        if (value != core::taskField(field)->get(m_shown))
            operation.set.insert(field, value);
    }
    if (operation.set.isEmpty())
        return;
    const bool newRule = operation.set.contains(u"rrule") || operation.set.contains(u"from_completion");
    const QJsonObject series = m_shown.rrule.isEmpty()
                                   ? QJsonObject()
                                   : core::seriesValues(m_shown, operation.set, onlyThis && !newRule);
    for (auto value = series.begin(); value != series.end(); ++value)
        operation.set.insert(value.key(), value.value());
    operation.was = core::taskValues(m_shown, operation.set.keys());
    apply((newRule ? tr("Set repeat: %1") : tr("Set due date: %1")).arg(title()), {operation});
}

void TaskEditorModel::skip()
{
    flush();
    const QList<core::Operation> operations = core::skipping(m_shown, m_changes.now());
    if (!operations.isEmpty())
        apply(tr("Skip an occurrence: %1").arg(title()), operations);
}

void TaskEditorModel::moveToList(const QUuid& list)
{
    if (list == m_shown.list)
        return;
    flush();
    core::Task moved = m_shown;
    moved.list = list;
    moved.section = {}; // a section belongs to the list that is left
    moved.parent = {};
    const QStringList place{QStringLiteral("list"), QStringLiteral("section"), QStringLiteral("parent"),
                            QStringLiteral("position")};
    moved.path = core::positionAtEnd(m_changes.make({}, {}).at);
    core::Operation operation{core::Verb::Move, core::Entity::Task, m_shown.uid,
                              core::taskValues(moved, place), core::taskValues(m_shown, place)};
    const core::TaskList* target = m_catalogue.list(list);
    apply(tr("Move to %1: %2").arg(target ? target->name : tr("Inbox"), title()), {operation});
}

void TaskEditorModel::addTag(const QString& name)
{
    const QString word = name.simplified();
    if (word.isEmpty() || m_shown.uid.isNull())
        return;
    QList<core::Operation> operations;
    const core::Tag* known = m_catalogue.tagNamed(word);
    const QUuid tag = known ? known->uid : m_catalogue.newTagUid(word);
    if (m_shown.tags.contains(tag))
        return;
    flush();
    if (!known)
        operations.append({core::Verb::Create, core::Entity::Tag, tag, {{QStringLiteral("name"), word}}, {}});
    operations.append(tagOperation(core::Verb::Create, m_shown.uid, tag));
    apply(tr("Add tag: %1").arg(title()), operations);
}

void TaskEditorModel::removeTag(const QUuid& tag)
{
    flush();
    apply(tr("Remove tag: %1").arg(title()), {tagOperation(core::Verb::Delete, m_shown.uid, tag)});
}

void TaskEditorModel::addReminder(core::Reminder reminder)
{
    if (m_shown.uid.isNull())
        return;
    reminder.uid = core::reminderUid(m_shown.uid, reminder);
    const bool isThere =
        std::any_of(m_shown.reminders.cbegin(), m_shown.reminders.cend(),
                    [&reminder](const core::Reminder& each) { return each.sameTime(reminder); });
    if (isThere)
        return;
    flush();
    apply(tr("Add reminder: %1").arg(title()), {{core::Verb::Create,
                                                 core::Entity::Reminder,
                                                 reminder.uid,
                                                 core::reminderFields(m_shown.uid, reminder),
                                                 {}}});
}

void TaskEditorModel::removeReminder(const QUuid& uid)
{
    const auto found = std::find_if(m_shown.reminders.cbegin(), m_shown.reminders.cend(),
                                    [&uid](const core::Reminder& each) { return each.uid == uid; });
    if (found == m_shown.reminders.cend())
        return;
    const QJsonObject fields = core::reminderFields(m_shown.uid, *found);
    flush();
    apply(tr("Remove reminder: %1").arg(title()),
          {{core::Verb::Delete, core::Entity::Reminder, uid, {}, fields}});
}

void TaskEditorModel::moveToSection(const QUuid& section)
{
    if (section == m_shown.section)
        return;
    flush();
    core::Task moved = m_shown;
    moved.section = section;
    moved.parent = {}; // a subtask lies in its parent's section
    moved.path = core::positionAtEnd(m_changes.make({}, {}).at);
    const QStringList place{QStringLiteral("section"), QStringLiteral("parent"), QStringLiteral("position")};
    const core::Operation operation{core::Verb::Move, core::Entity::Task, m_shown.uid,
                                    core::taskValues(moved, place), core::taskValues(m_shown, place)};
    const core::Section* target = m_catalogue.section(section);
    apply(tr("Move to %1: %2").arg(target ? target->name : tr("no section"), title()), {operation});
}

void TaskEditorModel::addBlocker(const core::Task& blocker)
{
    const bool known = std::any_of(m_blockers.cbegin(), m_blockers.cend(),
                                   [&blocker](const core::Task& each) { return each.uid == blocker.uid; });
    if (known || m_shown.uid.isNull())
        return;
    flush();
    m_blockers.append(blocker);
    apply(tr("Blocked by %1: %2").arg(shortTitle(blocker.title), title()),
          {blockerOperation(core::Verb::Create, m_shown.uid, blocker.uid)});
    Q_EMIT fieldChanged(blockersField());
}

void TaskEditorModel::removeBlocker(const QUuid& blocker)
{
    flush();
    m_blockers.removeIf([&blocker](const core::Task& each) { return each.uid == blocker; });
    apply(tr("No longer blocked: %1").arg(title()),
          {blockerOperation(core::Verb::Delete, m_shown.uid, blocker)});
    Q_EMIT fieldChanged(blockersField());
}

void TaskEditorModel::remove()
{
    flush();
    apply(tr("Delete: %1").arg(title()), {{core::Verb::Delete, core::Entity::Task, m_shown.uid, {}, {}}});
}

void TaskEditorModel::restore()
{
    apply(tr("Restore: %1").arg(title()), {{core::Verb::Restore, core::Entity::Task, m_shown.uid, {}, {}}});
    flush();
}

void TaskEditorModel::retry()
{
    m_slow.start();
    read();
}

} // namespace glow::app
