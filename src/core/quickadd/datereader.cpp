#include "core/quickadd/datereader.h"

#include "core/quickadd/pattern.h"

#include <array>

namespace glow::core {

namespace {

bool isMonthFirst(const QLocale& locale)
{
    const QString format = locale.dateFormat(QLocale::ShortFormat);
    return format.indexOf(u'M') < format.indexOf(u'd');
}

QDate addWorkdays(QDate date, int count)
{
    while (count > 0) {
        date = date.addDays(1);
        if (date.dayOfWeek() <= Qt::Friday)
            --count;
    }
    return date;
}

} // namespace

DateFrame::DateFrame(const QDateTime& time, const QLocale& language)
    : now(time)
    , locale(language)
    , firstDayOfWeek(language.firstDayOfWeek())
    , words(&QuickAddWords::forLocale(language))
{}

WallTime DateReading::resolved(const QDateTime& now) const
{
    if (date)
        return {*date, time};
    return {*time > now.time() ? now.date() : now.date().addDays(1), time};
}

const QString& DateReader::word(qsizetype ahead) const
{
    static const QString none;
    return position + ahead < m_words.size() ? m_words.at(position + ahead).folded : none;
}

std::optional<int> DateReader::take(WordClass meaning)
{
    const auto match = m_frame.words->match(m_words, position, meaning);
    if (!match)
        return std::nullopt;
    position += match->words;
    if (match->weakness > 0)
        m_place = match->weakness == 1 ? DatePlace::End : DatePlace::Never;
    return match->value;
}

std::optional<int> DateReader::number()
{
    bool ok = false;
    const int value = word().size() <= 4 ? word().toInt(&ok) : 0;
    if (!ok || value < 0 || !word().at(0).isDigit())
        return take(WordClass::Number);
    ++position;
    return value;
}

std::optional<int> DateReader::ordinal()
{
    if (const auto named = take(WordClass::Ordinal))
        return named;
    const auto match = GLOW_MATCH(word(), "(\\d{1,2})(?:st|nd|rd|th)");
    const bool dotted =
        m_frame.locale.language() == QLocale::German && GLOW_MATCH(word(), "\\d{1,2}\\.").hasMatch();
    if (!match.hasMatch() && !dotted)
        return std::nullopt;
    const int value = dotted ? word().chopped(1).toInt() : match.captured(1).toInt();
    ++position;
    return value;
}

std::optional<int> DateReader::count(WordUnit& unit)
{
    const qsizetype start = position;
    const auto attached = GLOW_MATCH(word(), "(\\d{1,4})(\\p{L}+)");
    if (attached.hasMatch()) {
        const auto short_ = m_frame.words->value(attached.captured(2), WordClass::ShortUnit);
        const auto full = m_frame.words->value(attached.captured(2), WordClass::Unit);
        if (short_ || full) {
            unit = static_cast<WordUnit>(short_ ? *short_ : *full);
            ++position;
            return attached.captured(1).toInt();
        }
    }
    if (const auto value = number()) {
        if (const auto kind = take(WordClass::Unit)) {
            unit = static_cast<WordUnit>(*kind);
            return value;
        }
        const auto letter = m_frame.words->value(word(), WordClass::ShortUnit);
        if (letter && word().size() == 1) {
            unit = static_cast<WordUnit>(*letter);
            ++position;
            return value;
        }
    }
    position = start;
    return std::nullopt;
}

std::optional<DateReading> DateReader::read(qsizetype at, bool afterMark)
{
    auto reading = readDate(at);
    const bool timeFirst = !reading;
    if (timeFirst)
        reading = readTime(at, false);
    if (timeFirst && !reading) // "at 10 tomorrow": the hour counts when a date follows
        reading = readTime(at, true);
    if (!reading)
        return std::nullopt;
    position = at + reading->words;
    if (timeFirst) {
        if (const auto date = readDate(position); date && !date->time) {
            reading =
                DateReading{reading->words + date->words, date->date, reading->time, DatePlace::Anywhere};
        } else if (!readTime(at, false)) {
            return std::nullopt;
        }
    } else if (!reading->time || m_dayTime) {
        if (const auto time = readTime(position, true)) {
            reading->time = time->time;
            reading->words += time->words;
            reading->place = DatePlace::Anywhere;
        }
    }
    if (afterMark)
        reading->place = DatePlace::Anywhere;
    return reading;
}

std::optional<DateReading> DateReader::readTime(qsizetype at, bool afterDate)
{
    position = at;
    m_place = DatePlace::Anywhere;
    const auto time = clock(afterDate);
    if (!time)
        return std::nullopt;
    return DateReading{position - at, std::nullopt, time, m_place};
}

std::optional<DateReading> DateReader::readDate(qsizetype at)
{
    position = at;
    m_dayTime.reset();
    const bool marked = take(WordClass::On).has_value();
    m_place = DatePlace::Edge;
    auto date = day();
    if (!date && marked) { // "on" may also begin the date itself: "am Ende der Woche"
        position = at;
        date = day();
    }
    if (!date)
        return std::nullopt;
    return DateReading{position - at, date, m_dayTime, marked ? DatePlace::Anywhere : m_place};
}

std::optional<QDate> DateReader::day()
{
    using Form = std::optional<QDate> (DateReader::*)();
    static constexpr std::array<Form, 11> forms{
        &DateReader::isoDate,     &DateReader::namedDay,    &DateReader::weekday,
        &DateReader::coming,      &DateReader::period,      &DateReader::partOfMonth,
        &DateReader::dayAndMonth, &DateReader::monthAndDay, &DateReader::numericDate,
        &DateReader::dayOfMonth,  &DateReader::distance};
    const qsizetype start = position;
    const DatePlace place = m_place;
    for (const Form form : forms) {
        position = start;
        m_place = place;
        if (const auto date = (this->*form)(); date && date->isValid() && date->year() < 10000)
            return date;
    }
    position = start;
    return std::nullopt;
}

std::optional<QDate> DateReader::isoDate()
{
    const auto match = GLOW_MATCH(word(), "(\\d{4}-\\d{2}-\\d{2})(?:[t](\\d{2}:\\d{2}(?::\\d{2})?))?");
    if (!match.hasMatch())
        return std::nullopt;
    ++position;
    if (match.hasCaptured(2)) {
        m_place = DatePlace::Anywhere;
        m_dayTime = QTime::fromString(match.captured(2), Qt::ISODate);
        if (!m_dayTime->isValid())
            return std::nullopt;
    }
    return QDate::fromString(match.captured(1), Qt::ISODate);
}

std::optional<QDate> DateReader::namedDay()
{
    if (const auto days = take(WordClass::DayOffset))
        return today().addDays(*days);
    if (const auto minutes = take(WordClass::Tonight)) {
        m_dayTime = timeAt(*minutes);
        return today();
    }
    const bool isThis = take(WordClass::This).has_value();
    const auto part = isThis ? take(WordClass::DayPart) : std::nullopt; // "this evening"
    if (!part)
        return std::nullopt;
    m_dayTime = timeAt(*part);
    return today();
}

std::optional<QDate> DateReader::weekday()
{
    take(WordClass::This);
    const auto number = take(WordClass::Weekday);
    if (!number)
        return std::nullopt;
    if (take(WordClass::NextAfter))
        return nextWeek(*number);
    const QDate next = today().addDays((*number - today().dayOfWeek() + 6) % 7 + 1);
    // "Friday, 27 November" is one date.
    const qsizetype behind = position;
    const DatePlace place = m_place;
    for (const auto form : {&DateReader::dayAndMonth, &DateReader::monthAndDay, &DateReader::numericDate}) {
        position = behind;
        const auto exact = (this->*form)();
        if (exact && exact->isValid() && exact->dayOfWeek() == *number)
            return exact;
    }
    position = behind;
    m_place = place;
    return next;
}

std::optional<std::pair<int, int>> DateReader::weekdayRange()
{
    const QStringList ends = word().split(QRegularExpression(QStringLiteral("[-–]")));
    if (ends.size() != 2)
        return std::nullopt;
    const auto first = m_frame.words->value(ends.at(0), WordClass::Weekday);
    const auto last = m_frame.words->value(ends.at(1), WordClass::Weekday);
    if (!first || !last)
        return std::nullopt;
    ++position;
    return std::pair(*first, *last);
}

std::optional<QDate> DateReader::coming()
{
    if (take(WordClass::This)) {
        if (!take(WordClass::Weekend))
            return std::nullopt;
        return today().addDays((Qt::Saturday - today().dayOfWeek() + 7) % 7);
    }
    if (take(WordClass::Weekend)) { // only behind a mark: "am Wochenende"
        m_place = DatePlace::Never;
        return today().addDays((Qt::Saturday - today().dayOfWeek() + 7) % 7);
    }
    if (!take(WordClass::Next))
        return std::nullopt;
    if (const auto number = take(WordClass::Weekday)) {
        m_place = DatePlace::Edge;
        return nextWeek(*number);
    }
    if (take(WordClass::Weekend))
        return nextWeek(Qt::Saturday);
    const auto unit = take(WordClass::Unit);
    if (unit == DayUnit)
        return today().addDays(1);
    if (unit == WorkdayUnit)
        return addWorkdays(today(), 1);
    if (unit == WeekUnit)
        return nextWeek(Qt::Monday);
    if (unit == MonthUnit)
        return QDate(today().year(), today().month(), 1).addMonths(1);
    if (unit == YearUnit)
        return QDate(today().year() + 1, 1, 1);
    return std::nullopt;
}

QDate DateReader::nextWeek(int weekdayNumber) const
{
    const int first = m_frame.firstDayOfWeek;
    const QDate begin = today().addDays(7 - (today().dayOfWeek() - first + 7) % 7);
    return begin.addDays((weekdayNumber - first + 7) % 7);
}

std::optional<QDate> DateReader::period()
{
    auto unit = take(WordClass::PeriodEnd);
    if (!unit) {
        if (!take(WordClass::EndOf))
            return std::nullopt;
        take(WordClass::This);
        unit = take(WordClass::Unit);
    }
    if (unit == DayUnit)
        return today();
    if (unit == WeekUnit)
        return today().addDays((Qt::Friday - today().dayOfWeek() + 7) % 7);
    if (unit == MonthUnit)
        return QDate(today().year(), today().month(), today().daysInMonth());
    if (unit == YearUnit)
        return QDate(today().year(), 12, 31);
    return std::nullopt;
}

std::optional<QDate> DateReader::partOfMonth()
{
    const bool middle = take(WordClass::MidOf).has_value();
    const bool end = !middle && take(WordClass::EndOf);
    const bool start = !middle && !end && take(WordClass::StartOf);
    if (!middle && !end && !start)
        return std::nullopt;
    const auto month = take(WordClass::Month);
    if (!month)
        return std::nullopt;
    const int year = yearBehind();
    if (!end)
        return rolled(*month, middle ? 15 : 1, year);
    const QDate first = year > 0 ? QDate(year, *month, 1) : rolled(*month, 28, 0);
    return QDate(first.year(), *month, first.daysInMonth());
}

std::optional<QDate> DateReader::dayAndMonth()
{
    auto number = ordinal();
    if (!number && GLOW_MATCH(word(), "\\d{1,2}").hasMatch())
        number = this->number();
    if (!number)
        return std::nullopt;
    take(WordClass::Filler);
    const auto month = take(WordClass::Month);
    return month ? std::optional(rolled(*month, *number, yearBehind())) : std::nullopt;
}

std::optional<QDate> DateReader::monthAndDay()
{
    const auto month = take(WordClass::Month);
    if (!month)
        return std::nullopt;
    take(WordClass::Filler);
    auto number = ordinal();
    if (!number && GLOW_MATCH(word(), "\\d{1,2}").hasMatch())
        number = this->number();
    return number ? std::optional(rolled(*month, *number, yearBehind())) : std::nullopt;
}

int DateReader::yearBehind()
{
    if (!GLOW_MATCH(word(), "(?:19|20|21)\\d{2}").hasMatch())
        return 0;
    return m_words.at(position++).folded.toInt();
}

std::optional<QDate> DateReader::numericDate()
{
    const auto slashed = GLOW_MATCH(word(), "(\\d{1,2})/(\\d{1,2})(?:/(\\d{2}|\\d{4}))?");
    const auto dotted = GLOW_MATCH(word(), "(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})?");
    if (!slashed.hasMatch() && !dotted.hasMatch())
        return std::nullopt;
    const QRegularExpressionMatch& match = slashed.hasMatch() ? slashed : dotted;
    int dayNumber = match.captured(1).toInt();
    int month = match.captured(2).toInt();
    if (slashed.hasMatch() && isMonthFirst(m_frame.locale))
        std::swap(dayNumber, month);
    if (slashed.hasMatch() && month > 12)
        std::swap(dayNumber, month);
    ++position;
    int year = match.captured(3).toInt();
    if (year > 0 && year < 100)
        year += 2000;
    return rolled(month, dayNumber, year == 0 ? yearBehind() : year);
}

std::optional<QDate> DateReader::dayOfMonth()
{
    const auto match = GLOW_MATCH(word(), "(\\d{1,2})(?:st|nd|rd|th)");
    const auto number = ordinal();
    if (!number || *number < 1 || *number > 31)
        return std::nullopt;
    m_place = match.hasMatch() ? DatePlace::End : DatePlace::Never;
    for (int ahead = 0; ahead < 12; ++ahead) {
        const QDate month = QDate(today().year(), today().month(), 1).addMonths(ahead);
        const QDate date(month.year(), month.month(), *number);
        if (date.isValid() && date >= today())
            return date;
    }
    return std::nullopt;
}

std::optional<QDate> DateReader::distance()
{
    const qsizetype start = position;
    const bool plus = word().size() > 1 && word().startsWith(u'+');
    const bool in = !plus && take(WordClass::In);
    WordUnit unit = DayUnit;
    std::optional<int> amount;
    if (plus) {
        QList<LineWord> rest = m_words.mid(position, 3);
        rest.first().folded.remove(0, 1);
        DateReader reader(rest, m_frame);
        amount = reader.count(unit);
        position += reader.position;
    } else {
        amount = count(unit);
    }
    if (!amount || (!plus && !in && !take(WordClass::FromNow))) {
        position = start;
        return std::nullopt;
    }
    m_place = DatePlace::Anywhere;
    if (unit == MinuteUnit || unit == HourUnit) {
        const QDateTime then = m_frame.now.addSecs(qint64(*amount) * (unit == HourUnit ? 3600 : 60));
        m_dayTime = QTime(then.time().hour(), then.time().minute());
        return then.date();
    }
    if (unit == WorkdayUnit)
        return addWorkdays(today(), *amount);
    if (unit == MonthUnit)
        return today().addMonths(*amount);
    if (unit == YearUnit)
        return today().addYears(*amount);
    return today().addDays(qint64(*amount) * (unit == WeekUnit ? 7 : 1));
}

QDate DateReader::rolled(int month, int dayNumber, int year) const
{
    if (year > 0)
        return QDate(year, month, dayNumber);
    for (int ahead = 0; ahead <= 8; ++ahead) { // 8: from one 29 February over a century to the next
        const QDate date(today().year() + ahead, month, dayNumber);
        if (date.isValid() && date >= today())
            return date;
    }
    return {};
}

} // namespace glow::core
