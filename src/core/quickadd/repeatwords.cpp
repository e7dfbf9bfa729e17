#include "core/quickadd/repeatwords.h"

#include "core/quickadd/pattern.h"

#include <algorithm>
#include <array>

namespace glow::core {

namespace {

constexpr std::array weekdayNames{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr std::array adjectives{std::pair{"HOURLY", 1}, std::pair{"DAILY", 1},   std::pair{"WEEKLY", 1},
                                std::pair{"WEEKLY", 2}, std::pair{"MONTHLY", 1}, std::pair{"MONTHLY", 3},
                                std::pair{"YEARLY", 1}};

void everyWorkday(RepeatRule& rule)
{
    for (int day = Qt::Monday; day <= Qt::Friday; ++day)
        rule.weekdays.append({0, day});
}

void setUnit(RepeatRule& rule, WordUnit unit)
{
    static constexpr std::array names{"MINUTELY", "HOURLY", "DAILY", "WEEKLY", "WEEKLY", "MONTHLY", "YEARLY"};
    rule.frequency = QString::fromLatin1(names[unit]);
    if (unit == WorkdayUnit)
        everyWorkday(rule);
}

QString numbers(const QList<int>& values)
{
    QStringList texts;
    for (const int value : values)
        texts.append(QString::number(value));
    return texts.join(u',');
}

/// The days of a rule whose anchor short months lack: the last of them that exists counts.
QList<int> clamped(int day)
{
    QList<int> days;
    for (int each = 28; each <= day; ++each)
        days.append(each);
    return days;
}

} // namespace

bool RepeatRule::isDay(const QDate& date) const
{
    if (month > 0 && date.month() != month)
        return false;
    if (!monthDays.isEmpty()) {
        const int last = date.daysInMonth();
        return std::any_of(monthDays.begin(), monthDays.end(), [&](int day) {
            return date.day() == (day < 0 ? last + 1 + day : std::min(day, last));
        });
    }
    if (weekdays.isEmpty())
        return true;
    const auto falls = [this](const QDate& day) {
        return std::any_of(weekdays.begin(), weekdays.end(), [&](const auto& each) {
            const bool inWeek = each.second == day.dayOfWeek();
            const int fromEnd = (day.daysInMonth() - day.day()) / 7 + 1;
            return inWeek &&
                   (each.first == 0 || each.first == (day.day() - 1) / 7 + 1 || each.first == -fromEnd);
        });
    };
    if (!falls(date))
        return false;
    if (setPosition == 0)
        return true;
    int others = 0; // days of the set on the far side of this one, in its month
    for (QDate day = date.addDays(setPosition < 0 ? 1 : -1); day.month() == date.month();
         day = day.addDays(setPosition < 0 ? 1 : -1))
        others += falls(day) ? 1 : 0;
    return others == std::abs(setPosition) - 1;
}

QDate RepeatRule::first(const QDateTime& now, const std::optional<QTime>& at) const
{
    const QDate start = from.value_or(now.date());
    QDate date = start == now.date() && at && *at <= now.time() ? start.addDays(1) : start;
    for (int tries = 0; tries < 366 * 8 && !isDay(date); ++tries)
        date = date.addDays(1);
    return date;
}

std::optional<QDate> RepeatRule::lastDay(const QDate& begin) const
{
    if (until || !lasting)
        return until;
    const auto [count, unit] = *lasting;
    if (unit == YearUnit)
        return begin.addYears(count).addDays(-1);
    if (unit == MonthUnit)
        return begin.addMonths(count).addDays(-1);
    return begin.addDays(qint64(count) * (unit == WeekUnit ? 7 : 1) - 1);
}

QString RepeatRule::toText(const WallTime& begin) const
{
    QStringList parts{QStringLiteral("FREQ=") + frequency};
    if (interval > 1)
        parts.append(QStringLiteral("INTERVAL=%1").arg(interval));
    if (month > 0)
        parts.append(QStringLiteral("BYMONTH=%1").arg(month));
    QStringList days;
    for (const auto& [which, weekday] : weekdays)
        days.append((which == 0 ? QString() : QString::number(which)) +
                    QLatin1String(weekdayNames[weekday - 1]));
    if (!days.isEmpty())
        parts.append(QStringLiteral("BYDAY=") + days.join(u','));
    const bool monthly = frequency == u"MONTHLY" && weekdays.isEmpty();
    const QList<int> anchor = monthDays.isEmpty() && monthly ? QList<int>{begin.date.day()} : monthDays;
    if (monthly && anchor.size() == 1 && anchor.constFirst() > 28)
        parts.append(QStringLiteral("BYMONTHDAY=%1;BYSETPOS=-1").arg(numbers(clamped(anchor.constFirst()))));
    else if (!monthDays.isEmpty())
        parts.append(QStringLiteral("BYMONTHDAY=") + numbers(monthDays));
    if (setPosition != 0)
        parts.append(QStringLiteral("BYSETPOS=%1").arg(setPosition));
    if (const auto last = lastDay(begin.date))
        parts.append(QStringLiteral("UNTIL=") + last->toString(u"yyyyMMdd") +
                     (begin.time ? QStringLiteral("T235959") : QString()));
    if (times > 0)
        parts.append(QStringLiteral("COUNT=%1").arg(times));
    return parts.join(u';');
}

std::optional<RepeatRule> RepeatReader::read(qsizetype at)
{
    m_reader.position = at;
    const auto every = m_reader.take(WordClass::Every);
    RepeatRule result;
    if (!every || !rule(result))
        return std::nullopt;
    result.fromCompletion = *every == 1;
    limits(result);
    return result;
}

std::optional<RepeatRule> RepeatReader::adjective(qsizetype at)
{
    m_reader.position = at;
    RepeatRule result;
    if (const auto frequency = m_reader.take(WordClass::Frequency)) {
        const auto [name, interval] = adjectives[static_cast<std::size_t>(*frequency)];
        result.frequency = QString::fromLatin1(name);
        result.interval = interval;
    } else if (const auto weekday = m_reader.take(WordClass::RepeatWeekday)) {
        result.frequency = QStringLiteral("WEEKLY");
        if (*weekday == 0)
            everyWorkday(result);
        else
            result.weekdays.append({0, *weekday});
    } else {
        return std::nullopt;
    }
    limits(result);
    return result;
}

std::optional<RepeatRule> RepeatReader::fromShort(const QString& text, const QuickAddWords& words)
{
    RepeatRule rule;
    if (const auto frequency = words.value(text.toCaseFolded(), WordClass::Frequency)) {
        rule.frequency = QString::fromLatin1(adjectives[static_cast<std::size_t>(*frequency)].first);
        rule.interval = adjectives[static_cast<std::size_t>(*frequency)].second;
        return rule;
    }
    const auto match = GLOW_MATCH(text.toCaseFolded(), "(\\+?)(\\d{1,3})([a-z]+)");
    if (!match.hasMatch() || match.captured(2).toInt() < 1)
        return std::nullopt;
    const QString unit = match.captured(3);
    const auto known = unit == u"m" ? std::optional<int>(MonthUnit) : words.value(unit, WordClass::ShortUnit);
    if (!known)
        return std::nullopt;
    setUnit(rule, static_cast<WordUnit>(*known));
    rule.interval = match.captured(2).toInt();
    rule.fromCompletion = match.captured(1).isEmpty();
    return rule;
}

bool RepeatReader::rule(RepeatRule& rule)
{
    const qsizetype start = m_reader.position;
    for (const auto form : {&RepeatReader::unitRule, &RepeatReader::weekdayRule, &RepeatReader::dayRule}) {
        m_reader.position = start;
        RepeatRule attempt;
        if ((this->*form)(attempt)) {
            rule = attempt;
            return true;
        }
    }
    return false;
}

bool RepeatReader::unitRule(RepeatRule& rule)
{
    if (const auto part = m_reader.take(WordClass::DayPart)) {
        rule.frequency = QStringLiteral("DAILY");
        rule.time = timeAt(*part);
        return true;
    }
    if (m_reader.take(WordClass::Other))
        rule.interval = 2;
    WordUnit unit = DayUnit;
    const qsizetype start = m_reader.position;
    if (const auto count = m_reader.count(unit)) {
        rule.interval = *count;
    } else {
        m_reader.position = start;
        const auto nth = m_reader.take(WordClass::Ordinal); // "every second day"
        const auto single = m_reader.take(WordClass::Unit);
        if (!single || (nth && (*nth < 2 || single == WorkdayUnit)))
            return false;
        unit = static_cast<WordUnit>(*single);
        rule.interval = nth ? *nth : rule.interval;
    }
    setUnit(rule, unit);
    return rule.interval > 0;
}

bool RepeatReader::weekdayRule(RepeatRule& rule)
{
    rule.frequency = QStringLiteral("WEEKLY");
    if (m_reader.take(WordClass::Other))
        rule.interval = 2;
    if (m_reader.take(WordClass::Weekend)) {
        rule.weekdays.append({0, Qt::Saturday});
        return true;
    }
    if (const auto range = m_reader.weekdayRange()) {
        for (int day = range->first;; day = day % 7 + 1) {
            rule.weekdays.append({0, day});
            if (day == range->second)
                return true;
        }
    }
    while (true) {
        const auto weekday = m_reader.take(WordClass::Weekday);
        if (!weekday)
            break;
        rule.weekdays.append({0, *weekday});
        const qsizetype behind = m_reader.position;
        m_reader.take(WordClass::And);
        if (!m_reader.take(WordClass::Weekday)) {
            m_reader.position = behind;
            break;
        }
        --m_reader.position;
    }
    std::sort(rule.weekdays.begin(), rule.weekdays.end());
    return !rule.weekdays.isEmpty();
}

bool RepeatReader::dayRule(RepeatRule& rule)
{
    rule.frequency = QStringLiteral("MONTHLY");
    if (const auto month = m_reader.take(WordClass::Month)) {
        auto day = m_reader.ordinal();
        day = day ? day : m_reader.number();
        rule.frequency = QStringLiteral("YEARLY");
        rule.month = *month;
        rule.monthDays = {day.value_or(0)};
        return QDate(2024, *month, day.value_or(0)).isValid();
    }
    QList<int> days;
    while (true) {
        auto day = m_reader.ordinal();
        day = day ? day : m_reader.number();
        if (!day || *day == 0 || *day > 31)
            break;
        days.append(*day);
        m_reader.take(WordClass::And);
    }
    if (days.isEmpty())
        return false;
    m_reader.take(WordClass::Filler);
    if (const auto weekday = m_reader.take(WordClass::Weekday)) {
        for (const int which : days)
            rule.weekdays.append({which, *weekday});
        return std::all_of(days.begin(), days.end(), [](int which) { return which <= 5; });
    }
    if (const auto month = m_reader.take(WordClass::Month)) {
        rule.frequency = QStringLiteral("YEARLY");
        rule.month = *month;
        rule.monthDays = days;
        return days.size() == 1 && QDate(2024, *month, days.constFirst()).isValid();
    }
    const qsizetype behind = m_reader.position;
    const auto unit = m_reader.take(WordClass::Unit);
    if (unit == WorkdayUnit && days.size() == 1) {
        everyWorkday(rule);
        rule.setPosition = days.constFirst();
        return true;
    }
    if (unit != DayUnit)
        m_reader.position = behind;
    rule.monthDays = days;
    return unit == DayUnit || days.constFirst() > 0;
}

void RepeatReader::limits(RepeatRule& rule)
{
    while (limit(rule)) {
    }
}

/// One thing behind the rule: a time, a beginning, an end, or "when done".
bool RepeatReader::limit(RepeatRule& rule)
{
    const qsizetype start = m_reader.position;
    if (m_reader.take(WordClass::WhenDone)) {
        rule.fromCompletion = true;
        return true;
    }
    if (const auto time = m_reader.readTime(start, true); time && !rule.time) {
        rule.time = time->time;
        return true;
    }
    m_reader.position = start;
    const bool begins = m_reader.take(WordClass::From).has_value();
    if (begins || m_reader.take(WordClass::Until)) {
        const qsizetype value = m_reader.position;
        if (const auto reading = m_reader.read(value, true); reading && (begins || reading->date)) {
            m_reader.position = value + reading->words;
            (begins ? rule.from : rule.until) = reading->date;
            rule.time = reading->time && begins ? reading->time : rule.time;
            return true;
        }
    }
    m_reader.position = start;
    WordUnit unit = DayUnit;
    const bool lasts = m_reader.take(WordClass::For).has_value();
    const qsizetype amount = m_reader.position;
    if (const auto count = lasts ? m_reader.count(unit) : std::nullopt;
        count && unit >= DayUnit && *count > 0) {
        rule.lasting = {*count, unit};
        return true;
    }
    m_reader.position = amount;
    if (const auto count = m_reader.number(); count && *count > 0 && m_reader.take(WordClass::Times)) {
        rule.times = *count;
        return true;
    }
    m_reader.position = start;
    return false;
}

} // namespace glow::core
