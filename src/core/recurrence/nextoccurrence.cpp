#include "core/recurrence/nextoccurrence.h"

#include "core/position.h"
#include "core/recurrence/occurrences.h"
#include "core/taskfield.h"
#include "core/uid.h"

#include <QTimeZone>
#include <algorithm>
#include <utility>

namespace glow::core {

namespace {

const QStringList occurrenceFields{QStringLiteral("due_date"),   QStringLiteral("start"),
                                   QStringLiteral("deadline"),   QStringLiteral("series"),
                                   QStringLiteral("occurrence"), QStringLiteral("scheduled")};

/// The wall clock of the due time at that moment.
QDateTime clockOf(const Task& task, const QDateTime& now)
{
    const QTimeZone zone(task.dueZone.toUtf8());
    return !task.dueZone.isEmpty() && zone.isValid() ? now.toTimeZone(zone) : now;
}

/// What the rule counts from: the date that it gave this occurrence, or the completion.
WallTime anchor(const Task& task, const RecurrenceRule& rule, const QDateTime& now)
{
    const QDateTime clock = clockOf(task, now);
    if (!task.due)
        return {clock.date(), std::nullopt};
    if (!task.fromCompletion)
        return task.scheduled.value_or(*task.due);
    if (!task.due->time)
        return {clock.date(), std::nullopt};
    const QTime minute(clock.time().hour(), clock.time().minute());
    return {clock.date(), rule.frequency < Frequency::Daily ? minute : *task.due->time};
}

bool isLater(const WallTime& one, const WallTime& other)
{
    return std::pair(one.date, one.time.value_or(QTime(0, 0))) >
           std::pair(other.date, other.time.value_or(QTime(0, 0)));
}

void shift(std::optional<WallTime>& time, qint64 days)
{
    if (time)
        time->date = time->date.addDays(days);
}

/// The same occurrence on the next date of its series; nothing when it was the last.
std::optional<Task> moved(const Task& task, const QDateTime& now)
{
    auto rule = RecurrenceRule::fromText(task.rrule);
    if (!rule)
        return std::nullopt;
    const WallTime from = anchor(task, *rule, now);
    // The first task of a series counts when its rule names its date.
    const int number = task.occurrence > 0 ? task.occurrence : beginsOnRule(*rule, from) ? 1 : 0;
    if (rule->count > 0 && number >= rule->count)
        return std::nullopt;
    rule->count = 0;
    // One that was put off beyond the next date is not followed by what lies before it.
    const bool putOff = task.due && !task.fromCompletion && isLater(*task.due, from);
    const QList<WallTime> dates = occurrences(*rule, from, putOff ? *task.due : from, 1);
    if (dates.isEmpty())
        return std::nullopt;
    Task next = task;
    const qint64 days = task.due ? task.due->date.daysTo(dates.constFirst().date) : 0;
    next.due = dates.constFirst();
    shift(next.start, days);
    shift(next.deadline, days);
    next.occurrence = number + 1;
    next.scheduled.reset();
    return next;
}

/// Those at a time go along by so many days.
void moveReminders(QList<Operation>& operations, const Task& task, qint64 days)
{
    QList<Operation> made;
    QList<QUuid> stay;
    for (const Reminder& each : task.reminders) {
        Reminder later = each;
        shift(later.at, days);
        const QUuid uid = reminderUid(task.uid, later);
        const bool isThere = std::any_of(task.reminders.cbegin(), task.reminders.cend(),
                                         [&uid](const Reminder& other) { return other.uid == uid; });
        if (!each.at || isThere)
            stay.append(each.at ? uid : each.uid);
        else
            made.append({Verb::Create, Entity::Reminder, uid, reminderFields(task.uid, later), {}});
    }
    for (const Reminder& each : task.reminders) {
        if (!stay.contains(each.uid))
            operations.append({Verb::Delete, Entity::Reminder, each.uid, {}, reminderFields(task.uid, each)});
    }
    operations += made;
}

Operation update(const Task& before, const Task& after, const QStringList& fields)
{
    return {Verb::Update, Entity::Task, before.uid, taskValues(after, fields), taskValues(before, fields)};
}

void appendNext(QList<Operation>& operations, const Task& task, const QDateTime& now)
{
    const auto next = nextOccurrence(task, now);
    if (!next)
        return;
    Operation create{Verb::Create, Entity::Task, next->uid, taskValues(*next, occurrenceFields), {}};
    create.set.insert(QStringLiteral("position"), next->position());
    create.like = task.uid;
    operations.append(create);
}

} // namespace

std::optional<Task> nextOccurrence(const Task& task, const QDateTime& now)
{
    auto next = task.rrule.isEmpty() ? std::nullopt : moved(task, now);
    if (!next)
        return std::nullopt;
    next->series = task.series.isNull() ? task.uid : task.series;
    next->uid = occurrenceUid(next->series, next->occurrence);
    next->path = task.path.left(task.path.lastIndexOf(u'/') + 1) + positionBeside(task.position(), next->uid);
    next->id = 0;
    next->completed = false;
    next->completedAt = {};
    next->continued = false;
    return next;
}

QList<Operation> completion(const Task& task, const QDateTime& now)
{
    Task done = task;
    done.completed = true;
    done.continued = !task.rrule.isEmpty();
    QStringList fields{QStringLiteral("completed")};
    if (done.continued)
        fields.append(QStringLiteral("continued"));
    QList<Operation> operations{update(task, done, fields)};
    appendNext(operations, task, now);
    return operations;
}

QList<Operation> continuation(const Task& task)
{
    if (!task.completed || task.continued || task.rrule.isEmpty())
        return {};
    Task done = task;
    done.continued = true;
    QList<Operation> operations{update(task, done, {QStringLiteral("continued")})};
    appendNext(operations, task, task.completedAt.toLocalTime());
    return operations;
}

QList<Operation> skipping(const Task& task, const QDateTime& now)
{
    // What counts from the completion has none here: the date that is passed over stands for it.
    Task dated = task;
    dated.fromCompletion = task.fromCompletion && !task.due;
    const auto next = task.rrule.isEmpty() ? std::nullopt : moved(dated, now);
    if (!next)
        return {};
    QStringList fields = occurrenceFields;
    fields.removeOne(QStringLiteral("series"));
    QList<Operation> operations{update(task, *next, fields)};
    moveReminders(operations, task, task.due ? task.due->date.daysTo(next->due->date) : 0);
    return operations;
}

void addSeriesValues(const Task& before, QJsonObject& set)
{
    if (before.rrule.isEmpty())
        return;
    const bool newRule = set.contains(u"rrule") || set.contains(u"from_completion");
    const QJsonObject values = seriesValues(before, set, !newRule);
    for (auto it = values.begin(); it != values.end(); ++it)
        set.insert(it.key(), it.value());
}

QJsonObject seriesValues(const Task& before, const QJsonObject& set, bool onlyThis)
{
    QJsonObject values;
    const bool moves = set.contains(u"due_date") && !set[u"due_date"].isNull();
    if (onlyThis && moves && before.due && !before.scheduled && !before.rrule.isEmpty())
        values.insert(QStringLiteral("scheduled"), before.due->toText());
    if (onlyThis)
        return values;
    if (!before.series.isNull())
        values.insert(QStringLiteral("series"), QJsonValue());
    if (before.occurrence > 0)
        values.insert(QStringLiteral("occurrence"), QJsonValue());
    if (before.scheduled)
        values.insert(QStringLiteral("scheduled"), QJsonValue());
    return values;
}

} // namespace glow::core
