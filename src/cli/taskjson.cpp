#include "cli/taskjson.h"

#include "core/uid.h"

#include <algorithm>

namespace glow::cli {

namespace {

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue orNull(const std::optional<core::WallTime>& time)
{
    return time ? QJsonValue(time->toText().left(16)) : QJsonValue();
}

QJsonValue orNull(const QDateTime& time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")))
                          : QJsonValue();
}

QString listName(const QUuid& uid, const core::Catalogue& catalogue)
{
    const core::TaskList* list = catalogue.list(uid);
    return list ? list->name : QString();
}

QString sectionName(const QUuid& uid, const core::Catalogue& catalogue)
{
    const auto found = std::find_if(catalogue.sections.begin(), catalogue.sections.end(),
                                    [&uid](const core::Section& section) { return section.uid == uid; });
    return found == catalogue.sections.end() ? QString() : found->name;
}

QStringList tagNames(const core::Task& task, const core::Catalogue& catalogue)
{
    QStringList names;
    for (const QUuid& uid : task.tags) {
        if (const core::Tag* tag = catalogue.tag(uid))
            names.append(tag->name);
    }
    return names;
}

QString taskLine(const core::Task& task, const core::Catalogue& catalogue)
{
    QStringList words{QString::number(task.id).rightJustified(5),
                      task.completed ? QStringLiteral("[x]") : QStringLiteral("[ ]"), task.title};
    if (task.due)
        words.append(task.due->toText().left(16).replace(u'T', u' '));
    if (task.priority != u"none")
        words.append(task.priority);
    if (const QString list = listName(task.list, catalogue); !list.isEmpty())
        words.append(u'#' + list);
    for (const QString& tag : tagNames(task, catalogue))
        words.append(u'@' + tag);
    return words.join(QStringLiteral("  ")) + u'\n';
}

QJsonArray reminderTexts(const core::Task& task)
{
    QJsonArray texts;
    for (const core::Reminder& reminder : task.reminders)
        texts.append(reminder.toText());
    return texts;
}

QJsonArray uidTexts(const QList<QUuid>& uids)
{
    QJsonArray texts;
    for (const QUuid& uid : uids)
        texts.append(core::uidText(uid));
    return texts;
}

} // namespace

QJsonObject taskJson(const core::Task& task, const core::Catalogue& catalogue)
{
    return {{QStringLiteral("uid"), core::uidText(task.uid)},
            {QStringLiteral("id"), task.id},
            {QStringLiteral("title"), task.title},
            {QStringLiteral("notes"), orNull(task.notes)},
            {QStringLiteral("completed"), task.completed},
            {QStringLiteral("completed_at"), orNull(task.completedAt)},
            {QStringLiteral("priority"), task.priority},
            {QStringLiteral("start"), orNull(task.start)},
            {QStringLiteral("due"), orNull(task.due)},
            {QStringLiteral("due_timezone"), orNull(task.dueZone)},
            {QStringLiteral("deadline"), orNull(task.deadline)},
            {QStringLiteral("list"), orNull(listName(task.list, catalogue))},
            {QStringLiteral("section"), orNull(sectionName(task.section, catalogue))},
            {QStringLiteral("tags"), QJsonArray::fromStringList(tagNames(task, catalogue))},
            {QStringLiteral("parent"), orNull(core::uidText(task.parent))},
            {QStringLiteral("blocked_by"), uidTexts(task.openBlockers)},
            {QStringLiteral("reminders"), reminderTexts(task)},
            {QStringLiteral("rrule"), orNull(task.rrule)},
            {QStringLiteral("from_completion"), task.fromCompletion},
            {QStringLiteral("estimate_minutes"),
             task.estimateMinutes > 0 ? QJsonValue(task.estimateMinutes) : QJsonValue()},
            {QStringLiteral("spent_seconds"), task.spentSeconds},
            {QStringLiteral("timer_started"), orNull(task.timerStarted)},
            {QStringLiteral("created_at"), orNull(task.createdAt)},
            {QStringLiteral("updated_at"), orNull(task.updatedAt)},
            {QStringLiteral("user_id"), task.userId}};
}

QJsonArray tasksJson(const QList<core::Task>& tasks, const core::Catalogue& catalogue)
{
    QJsonArray array;
    for (const core::Task& task : tasks)
        array.append(taskJson(task, catalogue));
    return array;
}

QString tasksText(const QList<core::Task>& tasks, const core::Catalogue& catalogue)
{
    QString text;
    for (const core::Task& task : tasks)
        text += taskLine(task, catalogue);
    return text;
}

} // namespace glow::cli
