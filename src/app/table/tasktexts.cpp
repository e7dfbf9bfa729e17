#include "app/table/tasktexts.h"

#include <QDateTime>
#include <QLocale>

namespace glow::app {

QString TaskTexts::timeText(const QTime& time)
{
    const QLocale locale;
    return locale.language() == QLocale::C ? time.toString(u"HH:mm")
                                           : locale.toString(time, QLocale::ShortFormat);
}

QString TaskTexts::dayMonth(const QDate& date, const QDate& today)
{
    //: Date formats as QLocale::toString takes them
    const QString format = date.year() == today.year() ? tr("d MMM") : tr("d MMM yyyy");
    return QLocale().toString(date, format);
}

QString TaskTexts::due(const core::WallTime& due, const QDate& today, bool underItsDay)
{
    const qint64 days = today.daysTo(due.date);
    const bool ahead = days >= 0;
    if (due.hasTime() && (days == 0 || (underItsDay && ahead)))
        return timeText(*due.time);
    if (underItsDay && days > 0)
        return tr("All day");
    if (days == 0)
        return tr("Today");
    if (days == -1)
        return tr("Yesterday");
    if (days > 0 && days < 7) {
        const QString day = QLocale().standaloneDayName(due.date.dayOfWeek(), QLocale::ShortFormat);
        return due.hasTime() ? tr("%1 %2", "weekday and time").arg(day, timeText(*due.time)) : day;
    }
    return dayMonth(due.date, today);
}

QString TaskTexts::fullDue(const core::WallTime& due)
{
    const QString date = QLocale().toString(due.date, QLocale::LongFormat);
    return due.hasTime() ? tr("%1, %2", "date, time").arg(date, timeText(*due.time)) : date;
}

QString TaskTexts::since(const QDateTime& then, const QDateTime& now)
{
    const qint64 minutes = then.secsTo(now) / 60;
    const qint64 days = then.toLocalTime().date().daysTo(now.toLocalTime().date());
    if (minutes < 1)
        return tr("just now");
    if (minutes < 60)
        return tr("%n min ago", nullptr, static_cast<int>(minutes));
    if (days == 0 || minutes < 12 * 60)
        return tr("%n h ago", nullptr, static_cast<int>(minutes / 60));
    if (days == 1)
        return tr("yesterday");
    if (days < 7)
        return tr("%n d ago", nullptr, static_cast<int>(days));
    if (days < 31)
        return tr("%n w ago", nullptr, static_cast<int>(days / 7));
    if (days < 365)
        return tr("%n mo ago", nullptr, static_cast<int>(days / 30));
    return tr("%n y ago", nullptr, static_cast<int>(days / 365));
}

QString TaskTexts::priority(const QString& stored)
{
    if (stored == u"high")
        return tr("High");
    if (stored == u"medium")
        return tr("Medium");
    if (stored == u"low")
        return tr("Low");
    if (stored == u"none" || stored.isEmpty())
        return QStringLiteral("—");
    return stored;
}

QString TaskTexts::priorityHeading(core::Priority priority)
{
    switch (priority) {
    case core::Priority::High:
        return tr("High priority");
    case core::Priority::Medium:
        return tr("Medium priority");
    case core::Priority::Low:
        return tr("Low priority");
    case core::Priority::None:
        break;
    }
    return tr("No priority");
}

QString TaskTexts::dayHeading(const QDate& day, const QDate& today)
{
    if (day == today)
        return tr("Today");
    const QString name = QLocale().standaloneDayName(day.dayOfWeek());
    //: Date formats as QLocale::toString takes them
    const QString format = day.year() == today.year() ? tr("d MMMM") : tr("d MMMM yyyy");
    const QString date = QLocale().toString(day, format);
    if (day == today.addDays(1)) {
        const QString shortName = QLocale().standaloneDayName(day.dayOfWeek(), QLocale::ShortFormat);
        return tr("Tomorrow · %1 %2", "weekday, date").arg(shortName, date);
    }
    if (day == today.addDays(-1))
        return tr("Yesterday");
    return tr("%1 %2", "weekday, date").arg(name, date);
}

QString TaskTexts::overdueHeading()
{
    return tr("Overdue");
}

QString TaskTexts::noDateHeading()
{
    return tr("No date");
}

QString TaskTexts::inbox()
{
    return tr("Inbox");
}

} // namespace glow::app
