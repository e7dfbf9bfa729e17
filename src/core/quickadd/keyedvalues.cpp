#include "core/quickadd/recognisers.h"

#include "core/quickadd/datewords.h"
#include "core/quickadd/pattern.h"

namespace glow::core {

namespace {

using enum QuickAddPart;

std::optional<int> minutesOf(const QString& text, const DateFrame& frame)
{
    int minutes = 0;
    auto parts =
        QRegularExpression(QStringLiteral("\\G(\\d{1,4})(\\p{L}+)")).globalMatch(text.toCaseFolded());
    qsizetype read = 0;
    while (parts.hasNext()) {
        const auto part = parts.next();
        const auto unit = frame.words->value(part.captured(2), WordClass::ShortUnit);
        if (!unit || *unit > HourUnit)
            return std::nullopt;
        minutes += part.captured(1).toInt() * (*unit == HourUnit ? 60 : 1);
        read = part.capturedEnd();
    }
    return read == text.size() && minutes > 0 ? std::optional(minutes) : std::nullopt;
}

std::optional<Finding> priorityValue(const QString& value, qsizetype words, const DateFrame& frame)
{
    const QString folded = value.toCaseFolded();
    if (GLOW_MATCH(folded, "[1-4]").hasMatch())
        return priorityFinding(folded.toInt(), words);
    const auto named = frame.words->value(folded, WordClass::Priority);
    return named ? std::optional(priorityFinding(*named, words)) : std::nullopt;
}

std::optional<Finding> reminderValue(const QString& value, qsizetype words, const DateFrame& frame)
{
    QString reminder;
    if (const auto minutes = minutesOf(value, frame))
        reminder = Reminder::beforeDue(*minutes).toText();
    else if (const auto reading = wholeDate(value, frame); reading && reading->time)
        reminder = reading->resolved(frame.now).toText();
    if (reminder.isEmpty())
        return std::nullopt;
    return Finding{Reminder, words, [reminder](QuickAddDraft& draft) {
                       draft.result.reminders.append(reminder);
                       return true;
                   }};
}

std::optional<Finding> durationValue(const QString& value, qsizetype words, const DateFrame& frame)
{
    const auto minutes = minutesOf(value, frame);
    if (!minutes)
        return std::nullopt;
    return Finding{Duration, words, [minutes](QuickAddDraft& draft) {
                       return std::exchange(draft.result.durationMinutes, *minutes) == 0;
                   }};
}

std::optional<Finding> repeatValue(const QString& value, qsizetype words, const DateFrame& frame)
{
    const auto rule = RepeatReader::fromShort(value, *frame.words);
    return rule ? std::optional(repeatFinding(*rule, words)) : std::nullopt;
}

std::optional<Finding> valueOf(WordKey key, const MarkedName& value, const DateFrame& frame)
{
    const QString& text = value.name;
    switch (key) {
    case ListKey:
        return listFinding(text, value.words);
    case TagKey:
        return tagsFinding(text.split(u','), value.words);
    case PriorityKey:
        return priorityValue(text, value.words, frame);
    case RepeatKey:
        return repeatValue(text, value.words, frame);
    case ReminderKey:
        return reminderValue(text, value.words, frame);
    case DurationKey:
        return durationValue(text, value.words, frame);
    case DueKey:
    case StartKey:
    case DeadlineKey:
        break;
    }
    const auto reading = wholeDate(text, frame);
    if (!reading)
        return std::nullopt;
    return dateFinding(key == DueKey     ? Due
                       : key == StartKey ? Start
                                         : Deadline,
                       *reading, value.words, frame);
}

/// Obsidian's "[due:: 2026-04-16]".
std::optional<Finding> bracketedValue(const LineView& view, qsizetype at)
{
    const auto opening = GLOW_MATCH(view.words.at(at).folded, "[\\[(](\\p{L}+)::");
    if (!opening.hasMatch())
        return std::nullopt;
    const auto key = view.frame.words->value(opening.captured(1), WordClass::Key);
    const qsizetype start = view.words.at(at).end();
    qsizetype last = at + 1;
    while (last < view.words.size() && !GLOW_MATCH(view.words.at(last).text, ".*[\\])]").hasMatch())
        ++last;
    if (!key || last >= view.words.size())
        return std::nullopt;
    const QString value = view.line.mid(start, view.words.at(last).end() - start - 1).trimmed();
    return valueOf(static_cast<WordKey>(*key), {value, last - at + 1}, view.frame);
}

} // namespace

std::optional<Finding> keyedValue(const LineView& view, qsizetype at)
{
    const auto keyed = GLOW_MATCH(view.words.at(at).text, "(\\p{L}+):[^/:].*");
    if (!keyed.hasMatch())
        return bracketedValue(view, at);
    const QString name = keyed.captured(1);
    const auto key = view.frame.words->value(name.toCaseFolded(), WordClass::Key);
    const auto value = key ? markedName(view, at, name.size() + 1) : std::nullopt;
    return value ? valueOf(static_cast<WordKey>(*key), *value, view.frame) : std::nullopt;
}

} // namespace glow::core
