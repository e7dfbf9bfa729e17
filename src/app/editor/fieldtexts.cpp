#include "app/editor/fieldtexts.h"

#include "app/editor/datetext.h"
#include "app/editor/remindertext.h"
#include "app/table/tasktexts.h"
#include "core/recurrence/recurrencetext.h"

namespace glow::app {

const QString FieldTexts::tags = QStringLiteral("tags");
const QString FieldTexts::blockers = QStringLiteral("blockers");
const QString FieldTexts::reminders = QStringLiteral("reminders");
const QString FieldTexts::subtask = QStringLiteral("subtask");
const QString FieldTexts::event = QStringLiteral("event");

namespace {

struct Named {
    const char* field;
    const char* label;
};

const Named named[] = {
    {"title", QT_TRANSLATE_NOOP("glow::app::FieldTexts", "Title")},
    {"notes", QT_TRANSLATE_NOOP("glow::app::FieldTexts", "Notes")},
    {"completed", QT_TRANSLATE_NOOP("glow::app::FieldTexts", "Status")},
    {"priority", QT_TRANSLATE_NOOP("glow::app::FieldTexts", "Priority")},
    {"due_date", QT_TRANSLATE_NOOP("glow::app::FieldTexts", "Due")},
    {"start", QT_TRANSLATE_NOOP("glow::app::FieldTexts", "Start")},
    {"deadline", QT_TRANSLATE_NOOP("glow::app::FieldTexts", "Deadline")},
    {"rrule", QT_TRANSLATE_NOOP("glow::app::FieldTexts", "Repeat")},
    {"estimate", QT_TRANSLATE_NOOP("glow::app::FieldTexts", "Estimate")},
    {"list", QT_TRANSLATE_NOOP("glow::app::FieldTexts", "List")},
    {"section", QT_TRANSLATE_NOOP("glow::app::FieldTexts", "Section")},
    {"parent", QT_TRANSLATE_NOOP("glow::app::FieldTexts", "Part of")},
    {"tags", QT_TRANSLATE_NOOP("glow::app::FieldTexts", "Tags")},
    {"blockers", QT_TRANSLATE_NOOP("glow::app::FieldTexts", "Blocked by")},
    {"reminders", QT_TRANSLATE_NOOP("glow::app::FieldTexts", "Reminder")},
    {"subtask", QT_TRANSLATE_NOOP("glow::app::FieldTexts", "Subtask")},
    {"event", QT_TRANSLATE_NOOP("glow::app::FieldTexts", "Created, deleted")},
};

const Named* find(const QString& field)
{
    for (const Named& each : named) {
        if (field == QLatin1String(each.field))
            return &each;
    }
    return nullptr;
}

QString dateText(const QJsonValue& value, const QDate& today)
{
    const auto time = core::WallTime::fromText(value.toString());
    return time ? dateFieldText(*time, today, QLocale()) : value.toString();
}

QString ruleText(const QJsonObject& values)
{
    const QString text = values[u"rrule"].toString();
    const auto rule = core::RecurrenceRule::fromText(text);
    const auto due = core::WallTime::fromText(values[u"due_date"].toString());
    if (text.isEmpty() || !rule || !due)
        return text;
    return core::recurrenceText(*rule, values[u"from_completion"].toBool(), *due, QLocale());
}

QString dueText(const QJsonObject& values, const QDate& today)
{
    const QString text = dateText(values[u"due_date"], today);
    const QString zone = values[u"due_zone"].toString();
    return text.isEmpty() || zone.isEmpty() ? text : text + QStringLiteral(" (") + zone + u')';
}

} // namespace

QString FieldTexts::shownAs(const QString& field)
{
    if (field == u"due_zone")
        return QStringLiteral("due_date");
    if (field == u"from_completion")
        return QStringLiteral("rrule");
    return find(field) ? field : QString();
}

QString FieldTexts::label(const QString& field)
{
    const Named* const found = find(field);
    return found ? tr(found->label) : QString();
}

QString FieldTexts::value(const QString& field, const QJsonObject& values, const QDate& today,
                          const NameOf& nameOf)
{
    const QJsonValue value = values[field];
    QString text = value.toString();
    if (field == u"completed")
        text = value.toBool() ? tr("done") : tr("open");
    else if (field == u"priority")
        text = TaskTexts::priority(text);
    else if (field == u"due_date")
        text = dueText(values, today);
    else if (field == u"start" || field == u"deadline")
        text = dateText(value, today);
    else if (field == u"rrule")
        text = ruleText(values);
    else if (field == u"estimate")
        text = estimateText(value.toInt());
    else if (field == u"list")
        text = text.isEmpty() ? TaskTexts::inbox() : nameOf(text);
    else if ((field == u"section" || field == u"parent") && !text.isEmpty())
        text = nameOf(text);
    return text.isEmpty() ? nothing() : text;
}

QString FieldTexts::reminder(const QString& value, const QDate& today)
{
    const auto reminder = core::Reminder::fromText(value);
    return reminder ? reminderText(*reminder, today, QLocale()) : value;
}

std::pair<QString, QString> FieldTexts::longTexts(const QString& before, const QString& after)
{
    const QStringList from = before.split(u'\n');
    const QStringList to = after.split(u'\n');
    const auto lines = [](const QString& text, const QStringList& all) {
        return text.isEmpty() ? nothing() : tr("%n line(s)", nullptr, static_cast<int>(all.size()));
    };
    if (from.size() != to.size())
        return {lines(before, from), lines(after, to)};
    qsizetype other = 0;
    while (other + 1 < from.size() && from.at(other) == to.at(other))
        ++other;
    const auto piece = [](const QString& line) {
        return line.trimmed().isEmpty() ? nothing() : line.trimmed().left(200);
    };
    return {piece(from.at(other)), piece(to.at(other))};
}

} // namespace glow::app
