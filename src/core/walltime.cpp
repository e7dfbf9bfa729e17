#include "core/walltime.h"

namespace glow::core {

QString WallTime::toText() const
{
    const QString day = date.toString(Qt::ISODate);
    if (!time)
        return day;
    return day + u'T' + time->toString(time->second() == 0 ? u"HH:mm" : u"HH:mm:ss");
}

std::optional<WallTime> WallTime::fromText(QStringView text)
{
    const QDate date = QDate::fromString(text.left(10).toString(), Qt::ISODate);
    if (!date.isValid())
        return std::nullopt;
    if (text.size() == 10)
        return WallTime{date, std::nullopt};
    if (text.at(10) != u'T' && text.at(10) != u' ')
        return std::nullopt;
    const QString clock = text.mid(11).toString();
    QTime time = QTime::fromString(clock, QStringLiteral("HH:mm"));
    if (!time.isValid())
        time = QTime::fromString(clock, QStringLiteral("HH:mm:ss"));
    if (!time.isValid())
        return std::nullopt;
    return WallTime{date, time};
}

} // namespace glow::core
