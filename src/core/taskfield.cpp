#include "core/taskfield.h"

#include "core/uid.h"

#include <QJsonArray>
#include <algorithm>
#include <array>

namespace glow::core {

namespace {

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue timeOrNull(const std::optional<WallTime>& time)
{
    return time ? QJsonValue(time->toText()) : QJsonValue();
}

QUuid uidOf(const QJsonValue& value)
{
    return QUuid(value.toString());
}

std::optional<WallTime> timeOf(const QJsonValue& value)
{
    return WallTime::fromText(value.toString());
}

void place(Task& task, const QString& position)
{
    const qsizetype slash = task.path.lastIndexOf(u'/');
    task.path = task.path.left(slash + 1) + position;
}

// The row of a member whose JSON form is made and read by two functions.
#define GLOW_FIELD(NAME, MEMBER, TO, FROM)                                                                   \
    TaskField                                                                                                \
    {                                                                                                        \
        NAME, [](const Task& task) -> QJsonValue { return TO(task.MEMBER); },                                \
            [](Task& task, const QJsonValue& value) { task.MEMBER = FROM(value); }                           \
    }

QJsonValue textValue(const QString& text)
{
    return text;
}
QString textOf(const QJsonValue& value)
{
    return value.toString();
}
QJsonValue boolValue(bool on)
{
    return on;
}
bool boolOf(const QJsonValue& value)
{
    return value.toBool();
}
QJsonValue uidValue(const QUuid& uid)
{
    return textOrNull(uidText(uid));
}
QJsonValue positiveValue(int number)
{
    return number > 0 ? QJsonValue(number) : QJsonValue();
}
int intOf(const QJsonValue& value)
{
    return value.toInt();
}
QJsonValue instantValue(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss")) : QJsonValue();
}
QDateTime instantOf(const QJsonValue& value)
{
    QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODate);
    time.setTimeSpec(Qt::UTC);
    return time;
}
QString priorityOf(const QJsonValue& value)
{
    return value.toString(QStringLiteral("none"));
}

const std::array fields{
    GLOW_FIELD("title", title, textValue, textOf),
    GLOW_FIELD("notes", notes, textOrNull, textOf),
    GLOW_FIELD("completed", completed, boolValue, boolOf),
    GLOW_FIELD("priority", priority, textValue, priorityOf),
    GLOW_FIELD("due_date", due, timeOrNull, timeOf),
    GLOW_FIELD("due_zone", dueZone, textOrNull, textOf),
    GLOW_FIELD("start", start, timeOrNull, timeOf),
    GLOW_FIELD("deadline", deadline, timeOrNull, timeOf),
    GLOW_FIELD("rrule", rrule, textOrNull, textOf),
    GLOW_FIELD("from_completion", fromCompletion, boolValue, boolOf),
    GLOW_FIELD("series", series, uidValue, uidOf),
    GLOW_FIELD("occurrence", occurrence, positiveValue, intOf),
    GLOW_FIELD("scheduled", scheduled, timeOrNull, timeOf),
    GLOW_FIELD("continued", continued, boolValue, boolOf),
    GLOW_FIELD("estimate", estimateMinutes, positiveValue, intOf),
    GLOW_FIELD("spent", spentSeconds, positiveValue, intOf),
    GLOW_FIELD("timer", timerStarted, instantValue, instantOf),
    GLOW_FIELD("list", list, uidValue, uidOf),
    GLOW_FIELD("section", section, uidValue, uidOf),
    GLOW_FIELD("parent", parent, uidValue, uidOf),
    TaskField{"position", [](const Task& task) -> QJsonValue { return textOrNull(task.position()); },
              [](Task& task, const QJsonValue& value) { place(task, value.toString()); }},
};

} // namespace

std::span<const TaskField> taskFields()
{
    return fields;
}

const TaskField* taskField(QStringView name)
{
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [name](const TaskField& f) { return name == QLatin1String(f.name); });
    return found == fields.end() ? nullptr : &*found;
}

QJsonObject taskValues(const Task& task, const QStringList& names)
{
    QJsonObject values;
    for (const QString& name : names) {
        if (const TaskField* field = taskField(name))
            values.insert(name, field->get(task));
    }
    return values;
}

void bringDueZone(const Task& task, QJsonObject& set)
{
    const QString zone = QStringLiteral("due_zone");
    if (!task.dueZone.isEmpty() && !set.contains(zone) && set[u"due_date"].toString().contains(u'T'))
        set.insert(zone, task.dueZone);
}

void setTaskValues(Task& task, const QJsonObject& values)
{
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (const TaskField* field = taskField(it.key()))
            field->set(task, it.value());
    }
}

Task taskFromJson(const QJsonObject& row)
{
    const auto utc = [&row](QStringView key) {
        QDateTime time = QDateTime::fromString(row[key].toString(), Qt::ISODateWithMs);
        time.setTimeSpec(Qt::UTC);
        return time;
    };
    Task task;
    task.path = row[u"path"].toString();
    setTaskValues(task, row);
    task.uid = uidOf(row[u"uid"]);
    task.id = row[u"id"].toInteger();
    task.userId = row[u"user_id"].toString();
    const QJsonArray tags = row[u"tags"].toArray();
    for (const QJsonValue& tag : tags)
        task.tags.append(uidOf(tag));
    task.createdAt = utc(u"created_at");
    task.updatedAt = utc(u"updated_at");
    if (row[u"completed_at"].isString())
        task.completedAt = utc(u"completed_at");
    task.parentTitle = row[u"parent_title"].toString();
    task.subtasksDone = row[u"subtasks_done"].toInt();
    task.subtasksTotal = row[u"subtasks_total"].toInt();
    const QJsonArray blockers = row[u"open_blockers"].toArray();
    for (const QJsonValue& blocker : blockers)
        task.openBlockers.append(uidOf(blocker));
    const QJsonArray reminders = row[u"reminders"].toArray();
    for (const QJsonValue& each : reminders) {
        if (auto reminder = Reminder::fromText(each[u"value"].toString())) {
            reminder->uid = uidOf(each[u"uid"]);
            task.reminders.append(*reminder);
        }
    }
    return task;
}

} // namespace glow::core
