#include "app/reminders/remindertext.h"

#include "app/editor/datetext.h"

#include <algorithm>

namespace glow::app {

namespace {

constexpr int longestTitle = 200;

bool isDisturbing(QChar letter)
{
    const bool turnsText = (letter >= QChar(0x202a) && letter <= QChar(0x202e)) ||
                           (letter >= QChar(0x2066) && letter <= QChar(0x2069));
    return letter.category() == QChar::Other_Control || turnsText;
}

QString dateText(const core::WallTime& time, const QDate& today)
{
    return dateFieldText(time, today, QLocale());
}

} // namespace

QString ReminderText::title(const core::Task& task)
{
    QString title = task.title.simplified();
    title.removeIf(&isDisturbing);
    title = title.left(longestTitle);
    if (!title.isEmpty() && title.back().isHighSurrogate())
        title.chop(1);
    return title.isEmpty() ? tr("Reminder") : title;
}

QString ReminderText::details(const Firing& firing, const QDate& today)
{
    QStringList lines;
    if (firing.missed) {
        const QDateTime at = firing.at.toLocalTime();
        lines.append(tr("Missed: %1").arg(dateText({at.date(), at.time()}, today)));
    }
    if (const auto& due = firing.task.due) {
        const QString text = tr("Due: %1").arg(dateText(*due, today));
        const bool isElsewhere =
            due->hasTime() && !firing.task.dueZone.isEmpty() && firing.task.dueZone != core::Clock::zone();
        lines.append(isElsewhere ? QStringLiteral("%1 (%2)").arg(text, firing.task.dueZone) : text);
    }
    return lines.join(u'\n');
}

QString ReminderText::headline(const QList<Firing>& firings)
{
    const int count = static_cast<int>(firings.size());
    const bool missed =
        std::any_of(firings.begin(), firings.end(), [](const Firing& each) { return each.missed; });
    return missed ? tr("%n missed reminder(s)", nullptr, count) : tr("%n reminder(s)", nullptr, count);
}

QStringList ReminderText::titles(const QList<Firing>& firings, int most)
{
    QStringList all;
    for (const Firing& each : firings)
        all.append(title(each.task));
    all.removeDuplicates();
    if (all.size() <= most)
        return all;
    const int rest = static_cast<int>(all.size()) - most;
    return all.mid(0, most) << tr("and %n more", nullptr, rest);
}

QDateTime tomorrowMorning(const QDateTime& now)
{
    const core::WallTime morning{now.date().addDays(1), std::nullopt};
    return core::fireTime(core::Reminder::atTime(morning), std::nullopt);
}

} // namespace glow::app
