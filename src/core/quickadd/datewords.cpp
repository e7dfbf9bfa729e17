#include "core/quickadd/datewords.h"

#include "core/quickadd/quickaddparser.h"
#include "core/quickadd/recognisers.h"

namespace glow::core {

std::optional<WallTime> parseDatePhrase(const QString& text, const QDateTime& now, const QLocale& locale)
{
    const auto reading = wholeDate(text, DateFrame(now, locale));
    return reading ? std::optional(reading->resolved(now)) : std::nullopt;
}

std::optional<Reminder> parseReminderPhrase(const QString& text, const QDateTime& now, const QLocale& locale)
{
    const QString phrase = text.simplified();
    auto reminder = Reminder::fromText(phrase);
    if (!reminder) {
        const QuickAddContext context{
            now, locale, QuickAddPart::Reminder | QuickAddPart::Escape, QuickAddProfile::Glowlist, {}};
        const QuickAddResult read = parseQuickAdd(u'!' + phrase, context);
        if (read.title.isEmpty() && read.reminders.size() == 1)
            reminder = Reminder::fromText(read.reminders.constFirst());
    }
    if (!reminder) {
        if (const auto time = parseDatePhrase(phrase, now, locale))
            reminder = Reminder::atTime(*time);
    }
    if (reminder && reminder->at && !reminder->at->time)
        reminder->at->time = QTime(morningHour, 0);
    return reminder;
}

QString shortWallTime(const WallTime& time, const QDate& today, const QLocale& locale)
{
    const bool dotted = locale.language() == QLocale::German;
    QString form = dotted ? QStringLiteral("d. MMM") : QStringLiteral("d MMM");
    if (time.date.year() != today.year())
        form += QStringLiteral(" yyyy");
    const QString day = locale.toString(time.date, form);
    return time.time ? day + QStringLiteral(", ") + locale.toString(*time.time, QStringLiteral("HH:mm"))
                     : day;
}

QString isoDuration(int minutes)
{
    if (minutes <= 0)
        return {};
    QString text = QStringLiteral("PT");
    if (minutes >= 60)
        text += QStringLiteral("%1H").arg(minutes / 60);
    if (minutes % 60 != 0)
        text += QStringLiteral("%1M").arg(minutes % 60);
    return text;
}

} // namespace glow::core
