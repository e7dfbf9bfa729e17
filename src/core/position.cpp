#include "core/position.h"

#include <QRandomGenerator>
#include <algorithm>

namespace glow::core {

namespace {

constexpr QStringView digits = u"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

int digitAt(const QString& text, qsizetype index, int beyond)
{
    return index < text.size() ? static_cast<int>(digits.indexOf(text.at(index))) : beyond;
}

QString randomTail()
{
    QString tail;
    for (int i = 0; i < 4; ++i)
        tail += digits.at(QRandomGenerator::global()->bounded(static_cast<int>(digits.size())));
    return tail;
}

} // namespace

QString positionBetween(const QString& before, const QString& after)
{
    // Copies the common part, then takes the middle digit; where the digits are neighbours it goes one deeper
    // behind `before`, where the end is open.
    QString place;
    bool open = after.isEmpty();
    for (qsizetype i = 0;; ++i) {
        const int low = digitAt(before, i, 0);
        const int high = open ? 62 : digitAt(after, i, 62);
        if (high - low > 1) {
            place += digits.at((low + high) / 2);
            return place + randomTail();
        }
        place += digits.at(low);
        open = open || low < high;
    }
}

QString positionAtEnd(const QDateTime& now)
{
    const qint64 microseconds = now.toMSecsSinceEpoch() * 1000 + QRandomGenerator::global()->bounded(1000);
    return QString::number(microseconds, 16).rightJustified(14, u'0') + randomTail();
}

QString positionBeside(const QString& position, const QUuid& uid)
{
    QString place = position.chopped(std::min<qsizetype>(4, position.size()));
    const QByteArray bytes = uid.toRfc4122();
    for (int i = 0; i < 4; ++i)
        place += digits.at(static_cast<uchar>(bytes.at(i)) % digits.size());
    return place;
}

} // namespace glow::core
