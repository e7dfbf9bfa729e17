#include "app/editor/scheduletext.h"

#include "app/editor/datetext.h"
#include "core/quickadd/quickaddparser.h"
#include "core/recurrence/occurrences.h"
#include "core/recurrence/recurrencetext.h"

namespace glow::app {

namespace {

std::optional<Schedule> readRule(const QString& text, const QDateTime& now)
{
    const QString ruleText = text.section(u' ', 0, 0);
    const auto rule = core::RecurrenceRule::fromText(ruleText);
    if (!rule)
        return std::nullopt;
    const auto from = core::WallTime::fromText(text.section(u' ', 1).trimmed());
    return Schedule{from.value_or(core::WallTime{now.date(), std::nullopt}), {}, rule->toText(), false};
}

} // namespace

std::optional<Schedule> readSchedule(const QString& text, const QDateTime& now, const QLocale& locale)
{
    const QString phrase = text.simplified();
    if (phrase.isEmpty())
        return Schedule();
    if (phrase.startsWith(u"FREQ=") || phrase.startsWith(u"RRULE:"))
        return readRule(phrase, now);
    const core::QuickAddContext context{now,
                                        locale,
                                        core::QuickAddPart::Due | core::QuickAddPart::Repeat |
                                            core::QuickAddPart::Escape,
                                        {},
                                        {}};
    const core::QuickAddResult read = core::parseQuickAdd(QStringLiteral("x ") + phrase, context);
    if (read.title == u"x" && !read.rrule.isEmpty() && read.due)
        return Schedule{read.due, {}, read.rrule, read.fromCompletion};
    const auto due = readDateField(phrase, now, locale);
    return due ? std::optional(Schedule{due, {}, {}, false}) : std::nullopt;
}

QString schedulePhrase(const Schedule& schedule, const QDateTime& now, const QLocale& locale)
{
    if (!schedule.due)
        return {};
    const auto rule = core::RecurrenceRule::fromText(schedule.rrule);
    if (schedule.rrule.isEmpty() || !rule)
        return dateFieldText(*schedule.due, now.date(), locale);
    const QString phrase = core::recurrencePhrase(*rule, schedule.fromCompletion, *schedule.due, now, locale);
    if (phrase.startsWith(u"FREQ="))
        return phrase + u' ' + schedule.due->toText();
    const auto read = readSchedule(phrase, now, locale);
    if (read && read->due == schedule.due)
        return phrase;
    const QString from = phrase + QStringLiteral(" from ") + schedule.due->date.toString(Qt::ISODate);
    const auto again = readSchedule(from, now, locale);
    return again && again->due == schedule.due ? from : rule->toText() + u' ' + schedule.due->toText();
}

} // namespace glow::app
