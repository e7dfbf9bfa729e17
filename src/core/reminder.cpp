#include "core/reminder.h"

#include "core/clock.h"
#include "core/quickadd/datewords.h"
#include "core/uid.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace glow::core {

namespace {

constexpr int minutesOfDay = 24 * 60;
constexpr qint64 mostMinutes = 999'999'999; // what an operation's integer takes

std::optional<int> minutesOf(const QString& duration)
{
    static const QRegularExpression form(QStringLiteral(
        "^P(?=.)(?:(\\d{1,9})W)?(?:(\\d{1,9})D)?(?:T(?=.)(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?)?$"));
    const QRegularExpressionMatch match = form.match(duration);
    if (!match.hasMatch())
        return std::nullopt;
    const auto part = [&match](int group) { return match.captured(group).toLongLong(); };
    const qint64 minutes = ((part(1) * 7 + part(2)) * 24 + part(3)) * 60 + part(4);
    return minutes > mostMinutes ? std::nullopt : std::optional(static_cast<int>(minutes));
}

QDateTime instantOf(const WallTime& wall, const QString& zone)
{
    const WallTime utc = Clock::toUtc({wall.date, wall.time.value_or(QTime(morningHour, 0))}, zone);
    return {utc.date, *utc.time, Qt::UTC};
}

} // namespace

std::optional<Reminder> Reminder::fromText(QStringView text)
{
    if (text.startsWith(u'-')) {
        const auto minutes = minutesOf(text.mid(1).toString());
        return minutes ? std::optional(beforeDue(*minutes)) : std::nullopt;
    }
    const auto time = WallTime::fromText(text);
    return time ? std::optional(atTime(*time)) : std::nullopt;
}

QString Reminder::value() const
{
    return at ? at->toText() : QStringLiteral("-PT%1M").arg(before);
}

QString Reminder::toText() const
{
    if (at)
        return at->toText();
    if (before == 0)
        return value();
    return u'-' + (before % minutesOfDay == 0 ? QStringLiteral("P%1D").arg(before / minutesOfDay)
                                              : isoDuration(before));
}

bool comesBefore(const Reminder& a, const Reminder& b)
{
    if (a.at && b.at)
        return a.value() < b.value();
    return a.at || b.at ? !a.at : a.before > b.before;
}

QUuid reminderUid(const QUuid& task, const Reminder& reminder)
{
    return QUuid::createUuidV5(task, QStringLiteral("reminder:") + reminder.value());
}

QJsonObject reminderFields(const QUuid& task, const Reminder& reminder)
{
    QJsonObject fields{{QStringLiteral("task"), uidText(task)}};
    if (reminder.at)
        fields.insert(QStringLiteral("at"), reminder.at->toText());
    else
        fields.insert(QStringLiteral("before"), reminder.before);
    return fields;
}

Reminder reminderFromFields(const QUuid& uid, const QJsonObject& fields)
{
    return {uid, WallTime::fromText(fields[u"at"].toString()), fields[u"before"].toInt()};
}

QDateTime fireTime(const Reminder& reminder, const std::optional<WallTime>& due, const QString& dueZone,
                   const QString& here)
{
    if (reminder.at)
        return instantOf(*reminder.at, here);
    if (!due)
        return {};
    const WallTime day{due->date.addDays(-(reminder.before / minutesOfDay)), due->time};
    const bool isFixed = due->hasTime() && QTimeZone::isTimeZoneIdAvailable(dueZone.toUtf8());
    return instantOf(day, isFixed ? dueZone : here).addSecs(-60LL * (reminder.before % minutesOfDay));
}

} // namespace glow::core
