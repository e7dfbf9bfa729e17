#include "core/recurrence/recurrencetext.h"

#include "core/quickadd/datewords.h"
#include "core/quickadd/quickaddparser.h"

#include <QCoreApplication>
#include <algorithm>

namespace glow::core {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Recurrence)
};

const QList<int> workdays{1, 2, 3, 4, 5};

QList<int> weekdaysOf(const RecurrenceRule& rule)
{
    QList<int> days;
    for (const RuleDay& day : rule.byDay)
        days.append(day.weekday);
    std::sort(days.begin(), days.end());
    return days;
}

bool isEachDay(const RecurrenceRule& rule)
{
    return std::all_of(rule.byDay.begin(), rule.byDay.end(),
                       [](const RuleDay& day) { return day.which == 0; });
}

/// 29…31 of a rule that takes the last of the days that a short month has; 0: it is none.
int clampedDay(const RecurrenceRule& rule)
{
    QList<int> days;
    for (int day = 28; day <= 31; ++day) {
        days.append(day);
        if (day > 28 && rule.byMonthDay == days && rule.bySetPosition == QList<int>{-1})
            return day;
    }
    return 0;
}

QString which(int number)
{
    switch (number) {
    case 1:
        return Words::tr("first", "of its weekdays in a month");
    case 2:
        return Words::tr("second", "of its weekdays in a month");
    case 3:
        return Words::tr("third", "of its weekdays in a month");
    case 4:
        return Words::tr("fourth", "of its weekdays in a month");
    case 5:
        return Words::tr("fifth", "of its weekdays in a month");
    case -1:
        return Words::tr("last", "of its weekdays in a month");
    case -2:
        return Words::tr("second last", "of its weekdays in a month");
    default:
        return {};
    }
}

QString dayOfMonth(int day)
{
    if (day == -1)
        return Words::tr("the last day");
    const int tens = day % 100;
    if (day % 10 == 1 && tens != 11)
        return Words::tr("the %1st").arg(day);
    if (day % 10 == 2 && tens != 12)
        return Words::tr("the %1nd").arg(day);
    if (day % 10 == 3 && tens != 13)
        return Words::tr("the %1rd").arg(day);
    return Words::tr("the %1th").arg(day);
}

QString listed(const QStringList& words)
{
    if (words.size() < 2)
        return words.value(0);
    return Words::tr("%1 and %2", "a list")
        .arg(words.mid(0, words.size() - 1).join(QStringLiteral(", ")), words.constLast());
}

QString weekdayNames(const QList<int>& days, const QLocale& locale)
{
    QStringList names;
    for (const int day : days)
        names.append(locale.standaloneDayName(day));
    return listed(names);
}

bool hasOnly(const RecurrenceRule& rule, bool months)
{
    return rule.byYearDay.isEmpty() && rule.byWeekNumber.isEmpty() && rule.byHour.isEmpty() &&
           rule.byMinute.isEmpty() && rule.bySecond.isEmpty() &&
           (months ? rule.byMonth.size() <= 1 : rule.byMonth.isEmpty());
}

QString monthDays(const RecurrenceRule& rule, const WallTime& due, const QLocale& locale)
{
    if (const int day = clampedDay(rule))
        return Words::tr("%1 or the last day", "the 31st").arg(dayOfMonth(day));
    if (!rule.bySetPosition.isEmpty()) {
        const bool single = rule.bySetPosition.size() == 1 && isEachDay(rule) && rule.byMonthDay.isEmpty();
        const QString place = single ? which(rule.bySetPosition.constFirst()) : QString();
        return !place.isEmpty() && weekdaysOf(rule) == workdays ? Words::tr("the %1 workday").arg(place)
                                                                : QString();
    }
    if (!rule.byDay.isEmpty() && !rule.byMonthDay.isEmpty())
        return {};
    QStringList days;
    for (const int day : rule.byMonthDay) {
        if (day < -1)
            return {};
        days.append(dayOfMonth(day));
    }
    for (const RuleDay& day : rule.byDay) {
        if (which(day.which).isEmpty())
            return {};
        days.append(Words::tr("the %1 %2", "the last Friday")
                        .arg(which(day.which), locale.standaloneDayName(day.weekday)));
    }
    return days.isEmpty() ? dayOfMonth(due.date.day()) : listed(days);
}

QString yearDay(const RecurrenceRule& rule, const WallTime& due, const QLocale& locale)
{
    const QDate date(2024, rule.byMonth.value(0, due.date.month()), 1);
    if (rule.byDay.isEmpty() && rule.byMonthDay.size() <= 1 && rule.bySetPosition.isEmpty()) {
        const QDate day = date.addDays(rule.byMonthDay.value(0, due.date.day()) - 1);
        const bool dotted = locale.language() == QLocale::German;
        return day.month() == date.month() && rule.byMonthDay.value(0, 1) > 0 &&
                       (rule.byMonthDay.isEmpty() || !rule.byMonth.isEmpty())
                   ? locale.toString(day, dotted ? QStringLiteral("d. MMMM") : QStringLiteral("d MMMM"))
                   : QString();
    }
    const QString days = monthDays(rule, due, locale);
    return days.isEmpty() || rule.byMonth.isEmpty()
               ? QString()
               : Words::tr("%1 of %2", "the last Friday of November")
                     .arg(days, locale.standaloneMonthName(date.month()));
}

QString head(const RecurrenceRule& rule)
{
    const int n = rule.interval;
    switch (rule.frequency) {
    case Frequency::Yearly:
        return n == 1 ? Words::tr("Every year") : Words::tr("Every %n years", nullptr, n);
    case Frequency::Monthly:
        return n == 1 ? Words::tr("Every month") : Words::tr("Every %n months", nullptr, n);
    case Frequency::Weekly:
        return n == 1 ? Words::tr("Every week") : Words::tr("Every %n weeks", nullptr, n);
    case Frequency::Daily:
        return n == 1 ? Words::tr("Every day") : Words::tr("Every %n days", nullptr, n);
    case Frequency::Hourly:
        return n == 1 ? Words::tr("Every hour") : Words::tr("Every %n hours", nullptr, n);
    case Frequency::Minutely:
        return n == 1 ? Words::tr("Every minute") : Words::tr("Every %n minutes", nullptr, n);
    case Frequency::Secondly:
        break;
    }
    return {};
}

/// Without end and time; empty where there are no words.
QString body(const RecurrenceRule& rule, const WallTime& due, const QLocale& locale)
{
    if (!hasOnly(rule, rule.frequency == Frequency::Yearly) || rule.weekStart != Qt::Monday)
        return {};
    if (rule.frequency == Frequency::Weekly || rule.frequency == Frequency::Daily) {
        if (!rule.bySetPosition.isEmpty() || !rule.byMonthDay.isEmpty())
            return {};
        if (rule.interval == 1 && weekdaysOf(rule) == workdays)
            return Words::tr("Every workday");
        if (rule.frequency == Frequency::Daily)
            return rule.byDay.isEmpty() ? head(rule) : QString();
    } else if (rule.frequency < Frequency::Daily) {
        return rule.byDay.isEmpty() && rule.byMonthDay.isEmpty() && rule.bySetPosition.isEmpty() ? head(rule)
                                                                                                 : QString();
    }
    const QString days = recurrenceDayText(rule, due, locale);
    return days.isEmpty() ? QString()
                          : Words::tr("%1 on %2", "Every month on the last Friday").arg(head(rule), days);
}

QString ending(const RecurrenceRule& rule, const WallTime& due, const QLocale& locale)
{
    if (rule.until)
        return Words::tr(", until %1").arg(shortWallTime({rule.until->date, std::nullopt}, due.date, locale));
    return rule.count > 0 ? Words::tr(", %n times", nullptr, rule.count) : QString();
}

/// The English or translated pieces of a phrase; a translation must be words that quick add knows.
struct PhraseWords {
    bool english;
    QString operator()(const char* text) const
    {
        return english ? QString::fromLatin1(text) : QCoreApplication::translate("RecurrencePhrase", text);
    }
    QString ordinal(int number) const
    {
        static const char* const words[]{
            QT_TRANSLATE_NOOP("RecurrencePhrase", "last"),   QT_TRANSLATE_NOOP("RecurrencePhrase", "first"),
            QT_TRANSLATE_NOOP("RecurrencePhrase", "second"), QT_TRANSLATE_NOOP("RecurrencePhrase", "third"),
            QT_TRANSLATE_NOOP("RecurrencePhrase", "fourth"), QT_TRANSLATE_NOOP("RecurrencePhrase", "fifth")};
        return number < -1 || number > 5 ? QString() : (*this)(words[std::max(0, number)]);
    }
    QString unit(Frequency frequency) const
    {
        static const char* const words[]{"",
                                         QT_TRANSLATE_NOOP("RecurrencePhrase", "every minute"),
                                         QT_TRANSLATE_NOOP("RecurrencePhrase", "every hour"),
                                         QT_TRANSLATE_NOOP("RecurrencePhrase", "every day"),
                                         QT_TRANSLATE_NOOP("RecurrencePhrase", "every week"),
                                         QT_TRANSLATE_NOOP("RecurrencePhrase", "every month"),
                                         QT_TRANSLATE_NOOP("RecurrencePhrase", "every year")};
        return (*this)(words[static_cast<std::size_t>(frequency)]);
    }
    QString units(Frequency frequency, int interval) const
    {
        static const char* const words[]{"",
                                         QT_TRANSLATE_NOOP("RecurrencePhrase", "every %1 minutes"),
                                         QT_TRANSLATE_NOOP("RecurrencePhrase", "every %1 hours"),
                                         QT_TRANSLATE_NOOP("RecurrencePhrase", "every %1 days"),
                                         QT_TRANSLATE_NOOP("RecurrencePhrase", "every %1 weeks"),
                                         QT_TRANSLATE_NOOP("RecurrencePhrase", "every %1 months"),
                                         QT_TRANSLATE_NOOP("RecurrencePhrase", "every %1 years")};
        return (*this)(words[static_cast<std::size_t>(frequency)]).arg(interval);
    }
};

QString phraseDays(const RecurrenceRule& rule, const WallTime& due, const PhraseWords& word,
                   const QLocale& locale)
{
    const char* const numbered = QT_TRANSLATE_NOOP("RecurrencePhrase", "%1th");
    if (const int day = clampedDay(rule))
        return word(numbered).arg(day);
    if (rule.bySetPosition.size() == 1)
        return word(QT_TRANSLATE_NOOP("RecurrencePhrase", "%1 workday"))
            .arg(word.ordinal(rule.bySetPosition.constFirst()));
    QStringList days;
    for (const RuleDay& day : rule.byDay)
        days.append((day.which == 0 ? QString() : word.ordinal(day.which) + u' ') +
                    locale.standaloneDayName(day.weekday));
    for (const int day : rule.byMonthDay)
        days.append(day == -1 ? word(QT_TRANSLATE_NOOP("RecurrencePhrase", "last day"))
                              : word(numbered).arg(day));
    if (days.isEmpty() && rule.frequency == Frequency::Monthly)
        days.append(word(numbered).arg(due.date.day()));
    return word.english ? days.join(QStringLiteral(", ")).toLower() : days.join(QStringLiteral(", "));
}

QString phraseBody(const RecurrenceRule& rule, const WallTime& due, const PhraseWords& word,
                   const QLocale& locale)
{
    const bool plain = rule.byDay.isEmpty() && rule.byMonthDay.isEmpty() && rule.bySetPosition.isEmpty();
    const char* const every = QT_TRANSLATE_NOOP("RecurrencePhrase", "every %1");
    if (rule.frequency == Frequency::Yearly && rule.byMonth.size() == 1 && rule.byMonthDay.size() == 1) {
        const bool dotted = locale.language() == QLocale::German;
        const QDate date(2024, rule.byMonth.constFirst(), std::max(1, rule.byMonthDay.constFirst()));
        return word(every).arg(
            locale.toString(date, dotted ? QStringLiteral("d. MMMM") : QStringLiteral("d MMMM")));
    }
    if (rule.interval == 2 && rule.frequency == Frequency::Weekly && !plain)
        return word(QT_TRANSLATE_NOOP("RecurrencePhrase", "every other %1"))
            .arg(phraseDays(rule, due, word, locale));
    if (rule.interval > 1)
        return word.units(rule.frequency, rule.interval);
    if (weekdaysOf(rule) == workdays && rule.bySetPosition.isEmpty())
        return word(QT_TRANSLATE_NOOP("RecurrencePhrase", "every workday"));
    return plain ? word.unit(rule.frequency) : word(every).arg(phraseDays(rule, due, word, locale));
}

QString phraseEnd(const RecurrenceRule& rule, const PhraseWords& word)
{
    if (rule.until)
        return u' ' + word(QT_TRANSLATE_NOOP("RecurrencePhrase", "until %1"))
                          .arg(rule.until->date.toString(Qt::ISODate));
    return rule.count > 0 ? u' ' + word(QT_TRANSLATE_NOOP("RecurrencePhrase", "for %1 times")).arg(rule.count)
                          : QString();
}

bool sameRule(const QString& left, const RecurrenceRule& right, const WallTime& due)
{
    auto read = RecurrenceRule::fromText(left);
    if (!read)
        return false;
    // By month on the day of the due date is the same said or unsaid; so is the time of the last day.
    const auto plain = [&due](RecurrenceRule rule) {
        if (rule.frequency == Frequency::Monthly && rule.byDay.isEmpty() && rule.byMonthDay.isEmpty())
            rule.byMonthDay = {due.date.day()};
        if (rule.until)
            rule.until->time.reset();
        return rule;
    };
    return plain(*read) == plain(right);
}

} // namespace

QString recurrenceDayText(const RecurrenceRule& rule, const WallTime& due, const QLocale& locale)
{
    switch (rule.frequency) {
    case Frequency::Weekly:
        return weekdayNames(rule.byDay.isEmpty() ? QList<int>{due.date.dayOfWeek()} : weekdaysOf(rule),
                            locale);
    case Frequency::Monthly:
        return monthDays(rule, due, locale);
    case Frequency::Yearly:
        return yearDay(rule, due, locale);
    default:
        return {};
    }
}

QString recurrenceText(const RecurrenceRule& rule, bool fromCompletion, const WallTime& due,
                       const QLocale& locale)
{
    QString text = body(rule, due, locale);
    if (text.isEmpty())
        text = Words::tr("By the rule %1").arg(rule.toText());
    else
        text += due.time
                    ? Words::tr(" at %1", "17:00").arg(locale.toString(*due.time, QStringLiteral("HH:mm")))
                    : QString();
    text += ending(rule, due, locale);
    return fromCompletion ? text + Words::tr(", counted from when it is done") : text;
}

QString recurrencePhrase(const RecurrenceRule& rule, bool fromCompletion, const WallTime& due,
                         const QDateTime& now, const QLocale& locale)
{
    for (const bool english : {false, true}) {
        const PhraseWords word{english};
        const QLocale names = english ? QLocale(QLocale::English) : locale;
        QString phrase = phraseBody(rule, due, word, names);
        if (due.time)
            phrase += u' ' + word(QT_TRANSLATE_NOOP("RecurrencePhrase", "at %1"))
                                 .arg(due.time->toString(QStringLiteral("HH:mm")));
        phrase += phraseEnd(rule, word);
        if (fromCompletion)
            phrase += u' ' + word(QT_TRANSLATE_NOOP("RecurrencePhrase", "when done"));
        const QuickAddContext context{now, locale, allQuickAddParts, {}, {}};
        const QuickAddResult read = parseQuickAdd(QStringLiteral("x ") + phrase, context);
        if (read.title == u"x" && sameRule(read.rrule, rule, due) && read.fromCompletion == fromCompletion)
            return phrase;
    }
    return rule.toText();
}

RecurrenceRule monthlyOn(int day)
{
    RecurrenceRule rule;
    rule.frequency = Frequency::Monthly;
    if (day <= 28) {
        rule.byMonthDay = {day};
        return rule;
    }
    for (int each = 28; each <= day; ++each)
        rule.byMonthDay.append(each);
    rule.bySetPosition = {-1};
    return rule;
}

RecurrenceRule ruleOn(const RecurrenceRule& rule, const QDate& date)
{
    RecurrenceRule moved = rule;
    if (rule.byDay.size() == 1 && rule.bySetPosition.isEmpty()) {
        const int number = (date.day() - 1) / 7 + 1;
        const bool last =
            date.day() + 7 > date.daysInMonth() && (rule.byDay.constFirst().which < 0 || number > 4);
        moved.byDay = {{rule.byDay.constFirst().which == 0 ? 0
                        : last                             ? -1
                                                           : number,
                        static_cast<Qt::DayOfWeek>(date.dayOfWeek())}};
    } else if (clampedDay(rule) > 0 || (rule.byMonthDay.size() == 1 && rule.byMonthDay.constFirst() > 0)) {
        const RecurrenceRule monthly = monthlyOn(date.day());
        const bool clamps = rule.frequency == Frequency::Monthly;
        moved.byMonthDay = clamps ? monthly.byMonthDay : QList<int>{date.day()};
        moved.bySetPosition = clamps ? monthly.bySetPosition : QList<int>();
    }
    if (rule.frequency == Frequency::Yearly && rule.byMonth.size() == 1)
        moved.byMonth = {date.month()};
    return moved;
}

} // namespace glow::core
