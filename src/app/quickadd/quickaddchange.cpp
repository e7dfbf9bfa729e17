#include "app/quickadd/quickaddchange.h"

#include "core/position.h"
#include "core/taskfield.h"
#include "core/uid.h"

#include <algorithm>

namespace glow::app {

namespace {

core::Operation creation(core::Entity entity, const QUuid& uid, const QJsonObject& set)
{
    return {core::Verb::Create, entity, uid, set, {}};
}

QUuid listFor(const QString& name, const core::Catalogue& catalogue, const QDateTime& now,
              QList<core::Operation>& operations)
{
    if (const core::TaskList* known = catalogue.listNamed(name))
        return known->uid;
    const QUuid uid = core::newUid();
    operations.append(creation(core::Entity::List, uid,
                               {{QStringLiteral("name"), name},
                                {QStringLiteral("colour"), QString::number(catalogue.lists.size() % 4)},
                                {QStringLiteral("position"), core::positionAtEnd(now)}}));
    return uid;
}

QUuid tagFor(const QString& name, const core::Catalogue& catalogue, QList<core::Operation>& operations)
{
    if (const core::Tag* known = catalogue.tagNamed(name))
        return known->uid;
    const QUuid uid = catalogue.newTagUid(name);
    operations.append(creation(core::Entity::Tag, uid, {{QStringLiteral("name"), name}}));
    return uid;
}

QUuid sectionFor(const QString& name, const QUuid& list, const core::Catalogue& catalogue,
                 const QDateTime& now, QList<core::Operation>& operations)
{
    for (const core::Section& known : catalogue.sections) {
        if (known.list == list && known.name.compare(name, Qt::CaseInsensitive) == 0)
            return known.uid;
    }
    const QUuid uid = core::newUid();
    operations.append(creation(core::Entity::Section, uid,
                               {{QStringLiteral("name"), name},
                                {QStringLiteral("list"), core::uidText(list)},
                                {QStringLiteral("position"), core::positionAtEnd(now)}}));
    return uid;
}

// Only what differs from an empty task is sent.
QJsonObject valuesOf(const core::Task& task)
{
    const core::Task empty;
    QJsonObject values;
    for (const core::TaskField& field : core::taskFields()) {
        const QJsonValue value = field.get(task);
        if (value != field.get(empty) || qstrcmp(field.name, "title") == 0)
            values.insert(QString::fromLatin1(field.name), value);
    }
    return values;
}

} // namespace

QuickAddOperations quickAddOperations(const core::QuickAddResult& reading, const QuickAddDefaults& defaults,
                                      const core::Catalogue& catalogue, const QDateTime& now)
{
    QuickAddOperations made{core::newUid(), {}};
    core::Task task;
    task.title = reading.title;
    task.notes = reading.note;
    task.due = reading.due ? reading.due : defaults.due;
    task.start = reading.start;
    task.deadline = reading.deadline;
    task.rrule = reading.rrule;
    task.fromCompletion = reading.fromCompletion;
    task.estimateMinutes = reading.durationMinutes;
    if (reading.priority)
        task.priority = core::priorityWord(*reading.priority);
    task.list =
        reading.list.isEmpty() ? defaults.list : listFor(reading.list, catalogue, now, made.operations);
    if (!reading.section.isEmpty() && !task.list.isNull())
        task.section = sectionFor(reading.section, task.list, catalogue, now, made.operations);
    task.parent = defaults.parent;
    task.path = core::positionAtEnd(now);

    QList<QUuid> tags;
    if (!defaults.tag.isNull())
        tags.append(defaults.tag);
    for (const QString& name : reading.tags) {
        const QUuid tag = tagFor(name, catalogue, made.operations);
        if (!tags.contains(tag))
            tags.append(tag);
    }
    made.operations.append(creation(core::Entity::Task, made.task, valuesOf(task)));
    for (const QUuid& tag : tags) {
        made.operations.append(creation(core::Entity::TaskTag, core::taskTagUid(made.task, tag),
                                        {{QStringLiteral("task"), core::uidText(made.task)},
                                         {QStringLiteral("tag"), core::uidText(tag)}}));
    }
    for (const QString& text : reading.reminders) {
        const auto reminder = core::Reminder::fromText(text);
        if (!reminder)
            continue;
        const QUuid uid = core::reminderUid(made.task, *reminder);
        const bool isThere = std::any_of(made.operations.cbegin(), made.operations.cend(),
                                         [&uid](const core::Operation& each) { return each.uid == uid; });
        if (!isThere)
            made.operations.append(
                creation(core::Entity::Reminder, uid, core::reminderFields(made.task, *reminder)));
    }
    return made;
}

} // namespace glow::app
