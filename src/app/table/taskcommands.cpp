#include "app/table/taskcommands.h"

#include "app/editor/titlecheck.h"
#include "core/position.h"
#include "core/recurrence/nextoccurrence.h"
#include "core/taskfield.h"
#include "core/uid.h"

namespace glow::app {

namespace {

QJsonValue uidOrNull(const QUuid& uid)
{
    return uid.isNull() ? QJsonValue() : QJsonValue(core::uidText(uid));
}

} // namespace

QList<core::Task> withoutDescendants(const QList<core::Task>& tasks)
{
    QList<core::Task> roots;
    for (const core::Task& task : tasks) {
        const bool inside = std::any_of(tasks.begin(), tasks.end(), [&task](const core::Task& other) {
            return !other.path.isEmpty() && task.path.startsWith(other.path + u'/');
        });
        if (!inside)
            roots.append(task);
    }
    return roots;
}

TaskCommands::TaskCommands(TaskTableModel& model, Changes& changes)
    : m_model(model)
    , m_changes(changes)
{}

core::Operation TaskCommands::update(const core::Task& task, const QJsonObject& set, core::Verb verb) const
{
    core::Operation operation;
    operation.verb = verb;
    operation.uid = task.uid;
    operation.set = set;
    core::bringDueZone(task, operation.set);
    operation.was = core::taskValues(task, operation.set.keys());
    return operation;
}

/// `one` takes the title as %1, `many` the number.
void TaskCommands::apply(const QString& one, const QString& many, const QList<core::Task>& tasks,
                         const QList<core::Operation>& operations)
{
    if (operations.isEmpty())
        return;
    const QString label = tasks.size() == 1 ? one.arg(shortTitle(tasks.constFirst().title)) : many;
    m_changes.apply(m_changes.make(label, operations));
}

void TaskCommands::complete(const QList<core::Task>& tasks, bool completed)
{
    QList<core::Operation> operations;
    QList<core::Task> changed;
    QList<QUuid> uids;
    for (const core::Task& task : tasks) {
        if (task.completed == completed)
            continue;
        if (completed)
            operations += core::completion(task, m_model.clock().now());
        else
            operations.append(update(task, {{QStringLiteral("completed"), false}}));
        changed.append(task);
        uids.append(task.uid);
    }
    m_model.keep(uids);
    const int count = static_cast<int>(changed.size());
    if (completed)
        apply(tr("Complete: %1"), tr("Complete %n task(s)", nullptr, count), changed, operations);
    else
        apply(tr("Reopen: %1"), tr("Reopen %n task(s)", nullptr, count), changed, operations);
}

void TaskCommands::remove(const QList<core::Task>& tasks)
{
    QList<core::Operation> operations;
    for (const core::Task& task : tasks) {
        core::Operation operation;
        operation.verb = core::Verb::Delete;
        operation.uid = task.uid;
        operations.append(operation);
    }
    apply(tr("Delete: %1"), tr("Delete %n task(s)", nullptr, static_cast<int>(tasks.size())), tasks,
          operations);
}

void TaskCommands::rename(const core::Task& task, const QString& title)
{
    if (title == task.title)
        return;
    apply(tr("Rename: %1"), {}, {task}, {update(task, {{QStringLiteral("title"), title}})});
}

void TaskCommands::setPriority(const QList<core::Task>& tasks, core::Priority priority)
{
    QList<core::Operation> operations;
    for (const core::Task& task : tasks) {
        if (task.priority != core::priorityWord(priority))
            operations.append(update(task, {{QStringLiteral("priority"), core::priorityWord(priority)}}));
    }
    const int count = static_cast<int>(tasks.size());
    apply(tr("Set priority: %1"), tr("Set priority of %n task(s)", nullptr, count), tasks, operations);
}

void TaskCommands::setDueDay(const QList<core::Task>& tasks, const QDate& day)
{
    QList<core::Operation> operations;
    for (const core::Task& task : tasks) {
        core::WallTime due = task.due.value_or(core::WallTime());
        due.date = day;
        const QJsonValue value = day.isValid() ? QJsonValue(due.toText()) : QJsonValue();
        QJsonObject set{{QStringLiteral("due_date"), value}};
        core::addSeriesValues(task, set);
        operations.append(update(task, set));
    }
    const int count = static_cast<int>(tasks.size());
    if (day.isValid())
        apply(tr("Set due date: %1"), tr("Set due date of %n task(s)", nullptr, count), tasks, operations);
    else
        apply(tr("Remove due date: %1"), tr("Remove due date of %n task(s)", nullptr, count), tasks,
              operations);
}

void TaskCommands::moveToList(const QList<core::Task>& tasks, const QUuid& list)
{
    const QString end = core::positionAtEnd(m_model.clock().nowUtc());
    place(tasks, {{}, list, std::nullopt, end, {}});
}

void TaskCommands::moveToSection(const QList<core::Task>& tasks, const core::Section& section)
{
    const QString end = core::positionAtEnd(m_model.clock().nowUtc());
    place(tasks, {{}, section.list, section.uid, end, {}});
}

void TaskCommands::addTag(const QList<core::Task>& tasks, const core::Tag& tag)
{
    QList<core::Operation> operations;
    QList<core::Task> changed;
    for (const core::Task& task : tasks) {
        if (task.tags.contains(tag.uid))
            continue;
        core::Operation operation;
        operation.verb = core::Verb::Create;
        operation.on = core::Entity::TaskTag;
        operation.uid = core::taskTagUid(task.uid, tag.uid);
        operation.set = {{QStringLiteral("task"), core::uidText(task.uid)},
                         {QStringLiteral("tag"), core::uidText(tag.uid)}};
        operations.append(operation);
        changed.append(task);
    }
    apply(tr("Tag: %1"), tr("Tag %n task(s)", nullptr, static_cast<int>(changed.size())), changed,
          operations);
}

core::Operation TaskCommands::move(const core::Task& task, const QUuid& list, const QUuid& section,
                                   const QUuid& parent, const QString& position) const
{
    return update(task,
                  {{QStringLiteral("list"), uidOrNull(list)},
                   {QStringLiteral("section"), uidOrNull(section)},
                   {QStringLiteral("parent"), uidOrNull(parent)},
                   {QStringLiteral("position"), position}},
                  core::Verb::Move);
}

void TaskCommands::place(const QList<Placement>& placements)
{
    QList<core::Task> tasks;
    QList<core::Operation> operations;
    for (const Placement& each : placements) {
        tasks.append(each.task);
        operations.append(move(each.task, each.task.list, each.task.section, each.parent, each.position));
    }
    apply(tr("Move: %1"), tr("Move %n task(s)", nullptr, static_cast<int>(tasks.size())), tasks, operations);
}

void TaskCommands::place(const QList<core::Task>& tasks, const Target& target)
{
    const QList<core::Task> roots = withoutDescendants(tasks);
    QList<core::Operation> operations;
    QString last = target.after;
    for (const core::Task& task : roots) {
        last = core::positionBetween(last, target.before);
        const QUuid list = target.list.value_or(task.list);
        const QUuid stays = list == task.list ? task.section : QUuid(); // it belongs to the list that is left
        operations.append(move(task, list, target.section.value_or(stays), target.parent, last));
    }
    apply(tr("Move: %1"), tr("Move %n task(s)", nullptr, static_cast<int>(roots.size())), roots, operations);
}

} // namespace glow::app
