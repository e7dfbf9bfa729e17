#include "app/editor/historywalk.h"
#include "core/recurrence/nextoccurrence.h"
#include "core/reminder.h"
#include "core/taskfield.h"
#include "core/uid.h"

// What brings a value of a history back.
namespace glow::app {

namespace {

using core::Entity;
using core::Operation;
using core::Verb;
using Operations = core::Result<QList<Operation>>;

core::Error gone(const QString& sentence)
{
    return {core::ErrorKind::NotFound, sentence};
}

Operation link(const QString& field, Verb verb, const QUuid& task, const QString& value)
{
    const QString taskText = core::uidText(task);
    const QUuid other(value);
    Operation operation{verb, Entity::TaskTag, {}, {}, {}};
    QJsonObject ends;
    if (field == FieldTexts::reminders) {
        const core::Reminder reminder = core::Reminder::fromText(value).value_or(core::Reminder());
        operation.on = Entity::Reminder;
        operation.uid = core::reminderUid(task, reminder);
        ends = core::reminderFields(task, reminder);
    } else if (field == FieldTexts::blockers) {
        operation.on = Entity::Dependency;
        operation.uid = core::dependencyUid(task, other);
        ends = {{QStringLiteral("task"), taskText}, {QStringLiteral("blocker"), value}};
    } else {
        operation.uid = core::taskTagUid(task, other);
        ends = {{QStringLiteral("task"), taskText}, {QStringLiteral("tag"), value}};
    }
    (verb == Verb::Create ? operation.set : operation.was) = ends;
    return operation;
}

} // namespace

Operations HistoryWalk::restoring(const HistoryEntry& entry, const QUuid& task) const
{
    if (entry.isCurrent)
        return QList<Operation>();
    if (!entry.links.isEmpty() || entry.before.isEmpty())
        return restoringLinks(entry, task);
    if (entry.field == u"list" || entry.field == u"section" || entry.field == u"parent")
        return restoringPlace(entry, task);
    const core::Task now = taskNow(task);
    const QString completed = QStringLiteral("completed");
    if (entry.field == completed && entry.before[completed].toBool())
        return core::completion(now, m_clock.now());
    Operation operation{Verb::Update, Entity::Task, entry.uid, entry.before, {}};
    if (entry.field == FieldTexts::subtask) {
        operation.was = {{completed, !entry.before[completed].toBool()}};
        return QList{operation};
    }
    core::addSeriesValues(now, operation.set);
    core::bringDueZone(now, operation.set);
    operation.was = core::taskValues(now, operation.set.keys());
    return QList{operation};
}

Operations HistoryWalk::restoringPlace(const HistoryEntry& entry, const QUuid& task) const
{
    if (isGone(entry.before[u"list"].toString()))
        return gone(tr("The list “%1” is gone, so the task cannot go back there.")
                        .arg(nameOf(entry.before[u"list"].toString())));
    if (isGone(entry.before[u"section"].toString()))
        return gone(tr("The section “%1” is gone, so the task cannot go back there.")
                        .arg(nameOf(entry.before[u"section"].toString())));
    if (isGone(entry.before[u"parent"].toString()))
        return gone(tr("The task “%1” is gone, so this one cannot be part of it again.")
                        .arg(nameOf(entry.before[u"parent"].toString())));
    return QList{Operation{Verb::Move, Entity::Task, task, entry.before,
                           core::taskValues(taskNow(task), entry.before.keys())}};
}

Operations HistoryWalk::restoringLinks(const HistoryEntry& entry, const QUuid& task) const
{
    const QStringList now = m_linksNow[entry.field];
    QList<Operation> operations;
    for (const QString& each : now) {
        if (!entry.links.contains(each))
            operations.append(link(entry.field, Verb::Delete, task, each));
    }
    for (const QString& each : entry.links) {
        if (now.contains(each))
            continue;
        if (entry.field == FieldTexts::tags && isGone(each))
            return gone(tr("The tag “%1” is gone; make it anew to use it again.").arg(nameOf(each)));
        if (entry.field == FieldTexts::blockers && isGone(each))
            return gone(tr("The task “%1” is gone, so nothing can wait for it.").arg(nameOf(each)));
        operations.append(link(entry.field, Verb::Create, task, each));
    }
    return operations;
}

} // namespace glow::app
