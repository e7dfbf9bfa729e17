#include "core/recurrence/recurrencerule.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>

namespace glow::core {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Recurrence)
};

constexpr std::array frequencies{"SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
constexpr std::array weekdays{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr int longestInterval = 100000;
constexpr int largestCount = 1000000;

/// A part that is a list of numbers, with the range of RFC 5545.
struct NumberPart {
    const char* name;
    QList<int> RecurrenceRule::*member;
    int from;
    int to;
    bool negativeToo; ///< counted from the end
};
constexpr std::array numberParts{NumberPart{"BYMONTH", &RecurrenceRule::byMonth, 1, 12, false},
                                 NumberPart{"BYWEEKNO", &RecurrenceRule::byWeekNumber, 1, 53, true},
                                 NumberPart{"BYYEARDAY", &RecurrenceRule::byYearDay, 1, 366, true},
                                 NumberPart{"BYMONTHDAY", &RecurrenceRule::byMonthDay, 1, 31, true},
                                 NumberPart{"BYHOUR", &RecurrenceRule::byHour, 0, 23, false},
                                 NumberPart{"BYMINUTE", &RecurrenceRule::byMinute, 0, 59, false},
                                 NumberPart{"BYSECOND", &RecurrenceRule::bySecond, 0, 59, false},
                                 NumberPart{"BYSETPOS", &RecurrenceRule::bySetPosition, 1, 366, true}};

std::optional<int> number(QStringView text)
{
    const QStringView digits = text.startsWith(u'-') || text.startsWith(u'+') ? text.mid(1) : text;
    const bool plain = !digits.isEmpty() && std::all_of(digits.begin(), digits.end(),
                                                        [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool ok = false;
    const int value = text.toInt(&ok);
    return ok && plain ? std::optional(value) : std::nullopt;
}

std::optional<Qt::DayOfWeek> weekdayNamed(QStringView name)
{
    for (std::size_t i = 0; i < weekdays.size(); ++i) {
        if (name == QLatin1String(weekdays[i]))
            return static_cast<Qt::DayOfWeek>(i + 1);
    }
    return std::nullopt;
}

std::optional<RuleDay> ruleDay(QStringView text)
{
    const auto weekday = weekdayNamed(text.right(2));
    if (!weekday)
        return std::nullopt;
    if (text.size() == 2)
        return RuleDay{0, *weekday};
    const auto which = number(text.chopped(2));
    if (!which || *which == 0 || std::abs(*which) > 53)
        return std::nullopt;
    return RuleDay{*which, *weekday};
}

/// "20270101", "20270101T090000" or the same with "Z".
std::optional<WallTime> untilOf(QString text)
{
    if (text.endsWith(u'Z'))
        text.chop(1);
    const QDate date = QDate::fromString(text.left(8), QStringLiteral("yyyyMMdd"));
    if (!date.isValid() || (text.size() != 8 && text.size() != 15))
        return std::nullopt;
    if (text.size() == 8)
        return WallTime{date, std::nullopt};
    const QTime time = QTime::fromString(text.mid(9), QStringLiteral("HHmmss"));
    return text.at(8) == u'T' && time.isValid() ? std::optional(WallTime{date, time}) : std::nullopt;
}

bool readNumbers(const NumberPart& part, const QString& value, RecurrenceRule& rule)
{
    for (const QString& each : value.split(u',')) {
        const auto read = number(each);
        const int size = read ? (part.negativeToo ? std::abs(*read) : *read) : -1;
        if (size < part.from || size > part.to)
            return false;
        (rule.*part.member).append(*read);
    }
    return true;
}

bool readDays(const QString& value, RecurrenceRule& rule)
{
    for (const QString& each : value.split(u',')) {
        const auto day = ruleDay(each);
        if (!day)
            return false;
        rule.byDay.append(*day);
    }
    return true;
}

bool readFrequency(const QString& value, RecurrenceRule& rule)
{
    for (std::size_t i = 0; i < frequencies.size(); ++i) {
        if (value == QLatin1String(frequencies[i])) {
            rule.frequency = static_cast<Frequency>(i);
            return true;
        }
    }
    return false;
}

/// False when the value is none for that part; nothing when there is no such part.
std::optional<bool> readPart(const QString& name, const QString& value, RecurrenceRule& rule)
{
    for (const NumberPart& part : numberParts) {
        if (name == QLatin1String(part.name))
            return readNumbers(part, value, rule);
    }
    if (name == u"FREQ")
        return readFrequency(value, rule);
    if (name == u"BYDAY")
        return readDays(value, rule);
    if (name == u"INTERVAL") {
        rule.interval = number(value).value_or(0);
        return rule.interval > 0 && rule.interval <= longestInterval;
    }
    if (name == u"COUNT") {
        rule.count = number(value).value_or(0);
        return rule.count > 0 && rule.count <= largestCount;
    }
    if (name == u"UNTIL") {
        rule.until = untilOf(value);
        rule.untilUtc = value.endsWith(u'Z');
        return rule.until.has_value();
    }
    if (name == u"WKST") {
        const auto day = weekdayNamed(value);
        rule.weekStart = day.value_or(Qt::Monday);
        return day.has_value();
    }
    return std::nullopt;
}

/// What RFC 5545 does not allow together; empty: nothing is wrong.
QString contradiction(const RecurrenceRule& rule)
{
    if (rule.count > 0 && rule.until)
        return Text::tr("A rule ends by COUNT or by UNTIL, not by both.");
    if (!rule.byWeekNumber.isEmpty() && rule.frequency != Frequency::Yearly)
        return Text::tr("BYWEEKNO needs FREQ=YEARLY.");
    if (!rule.byMonthDay.isEmpty() && rule.frequency == Frequency::Weekly)
        return Text::tr("BYMONTHDAY does not go with FREQ=WEEKLY.");
    if (!rule.byYearDay.isEmpty() &&
        (rule.frequency == Frequency::Daily || rule.frequency == Frequency::Weekly ||
         rule.frequency == Frequency::Monthly))
        return Text::tr("BYYEARDAY does not go with a rule by day, week or month.");
    const bool numbered =
        std::any_of(rule.byDay.begin(), rule.byDay.end(), [](const RuleDay& day) { return day.which != 0; });
    if (numbered && ((rule.frequency != Frequency::Monthly && rule.frequency != Frequency::Yearly) ||
                     !rule.byWeekNumber.isEmpty()))
        return Text::tr("A numbered weekday such as 2MO needs FREQ=MONTHLY or FREQ=YEARLY without BYWEEKNO.");
    const bool hasSet = !rule.byDay.isEmpty() || std::any_of(numberParts.begin(), numberParts.end() - 1,
                                                             [&rule](const NumberPart& part) {
                                                                 return !(rule.*part.member).isEmpty();
                                                             });
    if (!rule.bySetPosition.isEmpty() && !hasSet)
        return Text::tr("BYSETPOS needs another BY… part to choose from.");
    return {};
}

Error invalid(const QString& sentence)
{
    return {ErrorKind::Invalid, sentence, {}, {}};
}

QString untilText(const RecurrenceRule& rule)
{
    QString text = rule.until->date.toString(QStringLiteral("yyyyMMdd"));
    if (rule.until->time)
        text += rule.until->time->toString(QStringLiteral("'T'HHmmss"));
    return rule.untilUtc ? text + u'Z' : text;
}

} // namespace

Result<RecurrenceRule> RecurrenceRule::fromText(const QString& text)
{
    QString whole = text.trimmed().toUpper();
    if (whole.startsWith(u"RRULE:"))
        whole.remove(0, 6);
    RecurrenceRule rule;
    QStringList seen;
    for (const QString& part : whole.split(u';', Qt::SkipEmptyParts)) {
        const QString name = part.section(u'=', 0, 0);
        const auto good = readPart(name, part.section(u'=', 1), rule);
        if (!good)
            return invalid(Text::tr("“%1” is no part of a rule of repetition.").arg(part.left(60)));
        if (!*good)
            return invalid(
                Text::tr("The value in “%1” is not allowed in a rule of repetition.").arg(part.left(60)));
        if (seen.contains(name))
            return invalid(Text::tr("The rule of repetition has %1 twice.").arg(name));
        seen.append(name);
    }
    if (!seen.contains(u"FREQ"))
        return invalid(Text::tr("“%1” is no rule of repetition: it needs FREQ, as in FREQ=WEEKLY;BYDAY=FR.")
                           .arg(text.left(60)));
    if (const QString sentence = contradiction(rule); !sentence.isEmpty())
        return invalid(sentence);
    return rule;
}

QString RecurrenceRule::toText() const
{
    QStringList parts{QStringLiteral("FREQ=") +
                      QLatin1String(frequencies[static_cast<std::size_t>(frequency)])};
    if (interval > 1)
        parts.append(QStringLiteral("INTERVAL=%1").arg(interval));
    QStringList days;
    for (const RuleDay& day : byDay)
        days.append((day.which == 0 ? QString() : QString::number(day.which)) +
                    QLatin1String(weekdays[static_cast<std::size_t>(day.weekday) - 1]));
    for (const NumberPart& part : numberParts) {
        QStringList values;
        for (const int value : this->*part.member)
            values.append(QString::number(value));
        if (!values.isEmpty())
            parts.append(QLatin1String(part.name) + u'=' + values.join(u','));
        if (part.member == &RecurrenceRule::byMonth && !days.isEmpty())
            parts.append(QStringLiteral("BYDAY=") + days.join(u','));
    }
    if (weekStart != Qt::Monday)
        parts.append(QStringLiteral("WKST=") +
                     QLatin1String(weekdays[static_cast<std::size_t>(weekStart) - 1]));
    if (until)
        parts.append(QStringLiteral("UNTIL=") + untilText(*this));
    if (count > 0)
        parts.append(QStringLiteral("COUNT=%1").arg(count));
    return parts.join(u';');
}

} // namespace glow::core
