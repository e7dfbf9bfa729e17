#include "cli/edit.h"

#include "cli/givenfields.h"
#include "cli/session.h"
#include "cli/taskjson.h"
#include "core/position.h"
#include "core/recurrence/nextoccurrence.h"
#include "core/taskfield.h"
#include "core/uid.h"

#include <QCoreApplication>
#include <algorithm>

namespace glow::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Edit)
};

/// The tasks that the arguments name, in an open session.
core::Result<QList<core::Task>> named(Session& session, const Context& context)
{
    if (context.options.arguments.isEmpty())
        return usageError(
            Text::tr("glowlist %1 takes uids or numbers of tasks.").arg(context.options.command));
    if (const auto opened = session.openForTasks(); !opened)
        return opened.error();
    return session.find(context.options.arguments);
}

QList<QUuid> uidsOf(const QList<core::Task>& tasks)
{
    QList<QUuid> uids;
    for (const core::Task& task : tasks)
        uids.append(task.uid);
    return uids;
}

QString label(const QString& verb, const QList<core::Task>& tasks)
{
    return tasks.size() == 1
               ? verb + QStringLiteral(": ") + tasks.constFirst().title
               : verb + QStringLiteral(": ") + Text::tr("%n tasks", nullptr, static_cast<int>(tasks.size()));
}

/// The tasks as stored, next occurrences behind them.
core::Result<QList<core::Task>> writeAll(Session& session, const QString& verb,
                                         const QList<core::Task>& tasks,
                                         const QList<core::Operation>& operations)
{
    if (operations.isEmpty())
        return tasks;
    QList<QUuid> uids = uidsOf(tasks);
    for (const core::Operation& operation : operations) {
        if (!operation.like.isNull())
            uids.append(operation.uid);
    }
    const auto written = session.write(session.makeChange(label(verb, tasks), operations), uids);
    if (!written)
        return written.error();
    return written->tasks;
}

core::Result<Reply> complete(Context& context, bool completed)
{
    Session session(context);
    const auto tasks = named(session, context);
    if (!tasks)
        return tasks.error();
    QList<core::Operation> operations;
    for (const core::Task& task : *tasks) {
        if (task.completed == completed)
            continue;
        if (completed)
            operations += core::completion(task, context.clock.now());
        else
            operations.append({core::Verb::Update,
                               core::Entity::Task,
                               task.uid,
                               {{QStringLiteral("completed"), false}},
                               {{QStringLiteral("completed"), true}}});
    }
    const auto stored =
        writeAll(session, completed ? Text::tr("Complete") : Text::tr("Reopen"), *tasks, operations);
    if (!stored)
        return stored.error();
    const QList<core::Task> same = stored->first(tasks->size());
    QJsonObject json{{completed ? QStringLiteral("completed") : QStringLiteral("reopened"),
                      tasksJson(same, session.catalogue())}};
    if (completed)
        json.insert(QStringLiteral("next"), tasksJson(stored->mid(tasks->size()), session.catalogue()));
    return Reply{json, tasksText(*stored, session.catalogue())};
}

/// Where a task stands belongs together: another list or parent puts it at the end there.
void appendMove(QList<core::Operation>& operations, const core::Task& task, const std::optional<QUuid>& list,
                const std::optional<core::Task>& parent, bool parentGiven, const QDateTime& now)
{
    core::Task moved = task;
    if (parentGiven)
        moved.parent = parent ? parent->uid : QUuid();
    if (parent)
        moved.list = parent->list;
    if (list && *list != moved.list) {
        moved.list = *list;
        if (!parent)
            moved.parent = {};
    }
    if (moved.list == task.list && moved.parent == task.parent)
        return;
    if (moved.list != task.list)
        moved.section = {};
    moved.path = core::positionAtEnd(now);
    const QStringList place{QStringLiteral("list"), QStringLiteral("section"), QStringLiteral("parent"),
                            QStringLiteral("position")};
    operations.append({core::Verb::Move, core::Entity::Task, task.uid, core::taskValues(moved, place),
                       core::taskValues(task, place)});
}

void appendTags(QList<core::Operation>& operations, const core::Task& task, const QList<QUuid>& tags)
{
    for (const QUuid& tag : task.tags) {
        if (!tags.contains(tag))
            operations.append(
                {core::Verb::Delete, core::Entity::TaskTag, core::taskTagUid(task.uid, tag), {}, {}});
    }
    for (const QUuid& tag : tags) {
        if (!task.tags.contains(tag))
            operations.append(tagTask(task.uid, tag));
    }
}

void appendReminders(QList<core::Operation>& operations, const core::Task& task,
                     const QList<core::Reminder>& wanted)
{
    const auto isIn = [](const QList<core::Reminder>& all, const core::Reminder& reminder) {
        return std::any_of(all.cbegin(), all.cend(),
                           [&reminder](const core::Reminder& each) { return each.sameTime(reminder); });
    };
    for (const core::Reminder& there : task.reminders) {
        if (!isIn(wanted, there))
            operations.append({core::Verb::Delete, core::Entity::Reminder, there.uid, {}, {}});
    }
    for (const core::Reminder& each : wanted) {
        if (!isIn(task.reminders, each))
            operations.append(remind(task.uid, each));
    }
}

} // namespace

core::Result<Reply> done(Context& context)
{
    return complete(context, true);
}

core::Result<Reply> reopen(Context& context)
{
    return complete(context, false);
}

core::Result<Reply> edit(Context& context)
{
    const auto fields = GivenFields::read(context);
    if (!fields)
        return fields.error();
    if (fields->isEmpty())
        return usageError(Text::tr("glowlist edit needs at least one field to change, such as --title."));
    Session session(context);
    const auto tasks = named(session, context);
    if (!tasks)
        return tasks.error();
    std::optional<core::Task> parent;
    if (!fields->parent().isEmpty()) {
        const auto found = session.find({fields->parent()});
        if (!found)
            return found.error();
        parent = found->constFirst();
    }
    core::Catalogue catalogue = session.catalogue();
    QList<core::Operation> operations;
    const auto list = fields->list(catalogue, operations, context.clock.now());
    const auto tags = fields->tags(catalogue, operations);
    qint64 place = 0;
    for (const core::Task& task : *tasks) {
        QJsonObject set = fields->values();
        const QJsonObject was = core::taskValues(task, set.keys());
        if (was != set) {
            core::addSeriesValues(task, set);
            core::bringDueZone(task, set);
            operations.append(
                {core::Verb::Update, core::Entity::Task, task.uid, set, core::taskValues(task, set.keys())});
        }
        appendMove(operations, task, list, parent, fields->hasParent(),
                   context.clock.now().addMSecs(place++));
        if (tags)
            appendTags(operations, task, *tags);
        if (fields->reminders())
            appendReminders(operations, task, *fields->reminders());
    }
    const auto stored = writeAll(session, Text::tr("Edit"), *tasks, operations);
    if (!stored)
        return stored.error();
    return Reply{tasksJson(*stored, session.catalogue()), tasksText(*stored, session.catalogue())};
}

core::Result<Reply> deleteTasks(Context& context)
{
    Session session(context);
    const auto tasks = named(session, context);
    if (!tasks)
        return tasks.error();
    QList<core::Operation> operations;
    QJsonArray uids;
    for (const core::Task& task : *tasks) {
        operations.append({core::Verb::Delete, core::Entity::Task, task.uid, {}, {}});
        uids.append(core::uidText(task.uid));
    }
    const auto stored = writeAll(session, Text::tr("Delete"), *tasks, operations);
    if (!stored)
        return stored.error();
    return Reply{QJsonObject{{QStringLiteral("deleted"), uids}},
                 Text::tr("%n task(s) deleted; glowlist undo brings them back.", nullptr,
                          static_cast<int>(tasks->size()))};
}

} // namespace glow::cli
