#include "app/editor/datetext.h"

#include "core/quickadd/datewords.h"
#include "core/quickadd/quickaddparser.h"

#include <QCoreApplication>

namespace glow::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(glow::app::DateText)
};

QString dayName(qint64 daysFromToday)
{
    switch (daysFromToday) {
    case -1:
        return Words::tr("Yesterday");
    case 0:
        return Words::tr("Today");
    case 1:
        return Words::tr("Tomorrow");
    default:
        return {};
    }
}

} // namespace

QString dateFieldText(const core::WallTime& time, const QDate& today, const QLocale& locale)
{
    const QString day = dayName(today.daysTo(time.date));
    if (day.isEmpty())
        return core::shortWallTime(time, today, locale);
    return time.time ? day + QStringLiteral(", ") + locale.toString(*time.time, QStringLiteral("HH:mm"))
                     : day;
}

std::optional<core::WallTime> readDateField(const QString& text, const QDateTime& now, const QLocale& locale)
{
    const QString phrase = text.simplified();
    if (const auto time = core::WallTime::fromText(phrase))
        return time;
    // The names this field prints are read back first, whatever the table of words knows.
    const QString day = phrase.section(u',', 0, 0);
    for (const int offset : {-1, 0, 1}) {
        if (day.compare(dayName(offset), Qt::CaseInsensitive) != 0)
            continue;
        const QString clock = phrase.section(u',', 1).trimmed();
        const QDate date = now.date().addDays(offset);
        if (clock.isEmpty())
            return core::WallTime{date, std::nullopt};
        return core::parseDatePhrase(date.toString(Qt::ISODate) + u' ' + clock, now, locale);
    }
    if (const auto time = core::parseDatePhrase(phrase, now, locale))
        return time;
    QString withoutCommas = phrase;
    return core::parseDatePhrase(withoutCommas.remove(u','), now, locale);
}

QString estimateText(int minutes)
{
    const int hours = minutes / 60;
    const int rest = minutes % 60;
    if (minutes <= 0)
        return {};
    if (hours == 0)
        return Words::tr("%1 min").arg(rest);
    return rest == 0 ? Words::tr("%1 h").arg(hours) : Words::tr("%1 h %2 min").arg(hours).arg(rest);
}

QString durationText(qint64 seconds)
{
    return seconds > 0 && seconds < 60 ? Words::tr("under 1 min")
                                       : estimateText(static_cast<int>(seconds / 60));
}

std::optional<int> readEstimate(const QString& text, const QLocale& locale)
{
    QString word = text.simplified().remove(u' ');
    if (word.isEmpty())
        return 0;
    bool number = false;
    const int minutes = word.toInt(&number);
    if (number)
        return minutes > 0 ? std::optional(minutes) : std::nullopt;
    core::QuickAddContext context;
    context.now = QDateTime::currentDateTime();
    context.locale = locale;
    const core::QuickAddResult read = core::parseQuickAdd(QStringLiteral("x est:") + word, context);
    return read.durationMinutes > 0 && read.title == u"x" ? std::optional(read.durationMinutes)
                                                          : std::nullopt;
}

} // namespace glow::app
