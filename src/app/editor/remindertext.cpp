#include "app/editor/remindertext.h"

#include "app/editor/datetext.h"
#include "core/quickadd/datewords.h"

#include <QCoreApplication>

namespace glow::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(glow::app::ReminderText)
};

constexpr int hour = 60;
constexpr int day = 24 * hour;
constexpr int week = 7 * day;

QString beforeText(int minutes)
{
    if (minutes == 0)
        return Words::tr("When due");
    if (minutes % week == 0)
        return Words::tr("%n week(s) before", nullptr, minutes / week);
    if (minutes % day == 0)
        return Words::tr("%n day(s) before", nullptr, minutes / day);
    return Words::tr("%1 before", "a duration").arg(estimateText(minutes));
}

} // namespace

QString reminderText(const core::Reminder& reminder, const QDate& today, const QLocale& locale)
{
    return reminder.at ? dateFieldText(*reminder.at, today, locale) : beforeText(reminder.before);
}

std::optional<core::Reminder> readReminder(const QString& text, const QDateTime& now, const QLocale& locale)
{
    const QString phrase = text.simplified();
    if (phrase.isEmpty())
        return std::nullopt;
    // What this program prints is read back first, whatever the table of words knows.
    for (const core::Reminder& usual : usualReminders()) {
        if (phrase.compare(beforeText(usual.before), Qt::CaseInsensitive) == 0)
            return usual;
    }
    if (const auto reminder = core::parseReminderPhrase(phrase, now, locale))
        return reminder;
    if (const auto time = readDateField(phrase, now, locale))
        return core::Reminder::atTime({time->date, time->time.value_or(QTime(core::morningHour, 0))});
    bool isNumber = false;
    phrase.toInt(&isNumber);
    const auto minutes = isNumber ? std::nullopt : readEstimate(phrase, locale);
    return minutes ? std::optional(core::Reminder::beforeDue(*minutes)) : std::nullopt;
}

QList<core::Reminder> usualReminders()
{
    QList<core::Reminder> usual;
    for (const int minutes : {0, 10, 30, hour, 2 * hour, day, 2 * day, week})
        usual.append(core::Reminder::beforeDue(minutes));
    return usual;
}

} // namespace glow::app
