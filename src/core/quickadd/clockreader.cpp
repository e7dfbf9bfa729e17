#include "core/quickadd/datereader.h"

#include "core/quickadd/pattern.h"

namespace glow::core {

namespace {

std::optional<QTime> timeOf(int hour, int minute, std::optional<bool> afternoon)
{
    if (afternoon) {
        if (hour < 1 || hour > 12)
            return std::nullopt;
        hour = hour % 12 + (*afternoon ? 12 : 0);
    }
    if (hour == 24 && minute == 0)
        hour = 0;
    const QTime time(hour, minute);
    return time.isValid() ? std::optional(time) : std::nullopt;
}

} // namespace

QTime timeAt(int minutes)
{
    return QTime(minutes / 60, minutes % 60);
}

std::optional<QTime> DateReader::clock(bool afterDate)
{
    const qsizetype start = position;
    if (afterDate) {
        if (const auto part = take(WordClass::DayPart)) {
            const qsizetype behind = position;
            if (const auto exact = clock(false)) // "tomorrow evening at 18:00"
                return exact;
            position = behind;
            return timeAt(*part);
        }
    }
    const bool marked = take(WordClass::At) || take(WordClass::On); // "at 5pm", "by 5pm"
    if (const auto minutes = take(WordClass::ClockWord)) {
        m_place = marked || afterDate ? DatePlace::Anywhere : DatePlace::Edge;
        return timeAt(*minutes);
    }
    if (const auto exact = clockFace())
        return exact;
    if (const auto hour = clockHour(marked && afterDate))
        return hour;
    if (const auto asian = asianClock())
        return asian;
    position = start;
    return std::nullopt;
}

std::optional<QTime> DateReader::clockFace()
{
    const auto match = GLOW_MATCH(word(), "(\\d{1,2}):(\\d{2})(am|pm)?");
    if (!match.hasMatch())
        return std::nullopt;
    const qsizetype start = position++;
    std::optional<bool> afternoon;
    if (match.hasCaptured(3))
        afternoon = match.captured(3) == u"pm";
    else if (take(WordClass::Pm))
        afternoon = true;
    else if (take(WordClass::Am))
        afternoon = false;
    take(WordClass::OClock);
    const auto time = timeOf(match.captured(1).toInt(), match.captured(2).toInt(), afternoon);
    if (!time)
        position = start;
    return time;
}

std::optional<QTime> DateReader::clockHour(bool bareIsHour)
{
    const qsizetype start = position;
    const auto latin = m_frame.locale.language() == QLocale::French ||
                       m_frame.locale.language() == QLocale::Portuguese ||
                       m_frame.locale.language() == QLocale::Spanish;
    const auto match = latin ? GLOW_MATCH(word(), "(\\d{1,2})(?:[h.](\\d{2}))?(am|pm|h)?")
                             : GLOW_MATCH(word(), "(\\d{1,2})(?:\\.(\\d{2}))?(am|pm)?");
    if (!match.hasMatch())
        return std::nullopt;
    ++position;
    std::optional<bool> afternoon;
    const QString suffix = match.captured(3);
    const bool hourMark = suffix == u"h" || (latin && word(-1).contains(u'h'));
    if (suffix == u"am" || suffix == u"pm")
        afternoon = suffix == u"pm";
    else if (take(WordClass::Pm))
        afternoon = true;
    else if (take(WordClass::Am))
        afternoon = false;
    int minute = match.captured(2).toInt();
    const bool spoken = take(WordClass::OClock).has_value();
    if (spoken && !match.hasCaptured(2) && GLOW_MATCH(word(), "[0-5]\\d").hasMatch()) // "15 Uhr 30"
        minute = m_words.at(position++).folded.toInt();
    const auto time = timeOf(match.captured(1).toInt(), minute, afternoon);
    if (time && (afternoon || spoken || hourMark || bareIsHour))
        return time;
    position = start;
    return std::nullopt;
}

std::optional<QTime> DateReader::asianClock()
{
    const auto match =
        GLOW_MATCH(word(), "(午前|午後|上午|下午|晚上)?(\\d{1,2})[時点](?:(半)|(\\d{1,2})分)?に?");
    if (!match.hasMatch())
        return std::nullopt;
    const QString half = match.captured(1);
    const bool afternoon = half == u"午後" || half == u"下午" || half == u"晚上";
    int hour = match.captured(2).toInt();
    if (afternoon && hour < 12)
        hour += 12;
    const auto time = timeOf(hour, match.hasCaptured(3) ? 30 : match.captured(4).toInt(), std::nullopt);
    if (time)
        ++position;
    return time;
}

} // namespace glow::core
