#include "core/quickadd/recognisers.h"

#include "core/quickadd/datewords.h"
#include "core/quickadd/pattern.h"

#include <array>

namespace glow::core {

namespace {

using enum QuickAddPart;

std::optional<Finding> note(const LineView& view, qsizetype at)
{
    if (at == 0 || view.words.at(at).text != u"//" || at + 1 == view.words.size())
        return std::nullopt;
    const QString rest = view.line.mid(view.words.at(at + 1).start).trimmed();
    return Finding{Note, view.words.size() - at, [rest](QuickAddDraft& draft) {
                       draft.result.note = rest;
                       return true;
                   }};
}

std::optional<Finding> list(const LineView& view, qsizetype at)
{
    const QString& text = view.words.at(at).text;
    if (!text.startsWith(u'#') || GLOW_MATCH(text, "#[\\d#]*").hasMatch())
        return std::nullopt;
    const auto name = properName(view, at);
    return name ? std::optional(listFinding(name->name, name->words)) : std::nullopt;
}

std::optional<Finding> section(const LineView& view, qsizetype at)
{
    if (view.before != List || !view.words.at(at).text.startsWith(u'/'))
        return std::nullopt;
    const auto name = properName(view, at);
    if (!name)
        return std::nullopt;
    return Finding{Section, name->words, [text = name->name](QuickAddDraft& draft) {
                       draft.result.section = text;
                       return true;
                   }};
}

std::optional<Finding> tag(const LineView& view, qsizetype at)
{
    if (!view.words.at(at).text.startsWith(u'@'))
        return std::nullopt;
    const auto name = properName(view, at);
    return name ? std::optional(tagsFinding({name->name}, name->words)) : std::nullopt;
}

std::optional<Finding> priority(const LineView& view, qsizetype at)
{
    const QString& word = view.words.at(at).folded;
    if (const auto level = GLOW_MATCH(word, "[p!]([1-4])"); level.hasMatch())
        return priorityFinding(level.captured(1).toInt(), 1);
    if (word == u"!!" || word == u"!!!")
        return priorityFinding(4 - static_cast<int>(word.size()), 1);
    const auto named = word.startsWith(u'!') && word.size() > 2
                           ? view.frame.words->value(word.mid(1), WordClass::Priority)
                           : std::nullopt;
    return named ? std::optional(priorityFinding(*named, 1)) : std::nullopt;
}

Finding reminderFinding(const QString& reminder, qsizetype words)
{
    return {Reminder, words, [reminder](QuickAddDraft& draft) {
                draft.result.reminders.append(reminder);
                return true;
            }};
}

std::optional<Finding> reminder(const LineView& view, qsizetype at)
{
    if (!view.words.at(at).folded.startsWith(u'!') || view.words.at(at).folded.size() < 2)
        return std::nullopt;
    QList<LineWord> rest = view.words.mid(at, 6);
    rest.first().folded.remove(0, 1);
    DateReader reader(rest, view.frame);
    WordUnit unit = DayUnit;
    if (const auto count = reader.count(unit);
        count && reader.take(WordClass::Before) && unit != WorkdayUnit && unit < MonthUnit) {
        const int amount = *count * (unit == WeekUnit ? 7 : 1);
        const int minutes = amount * (unit == MinuteUnit ? 1 : unit == HourUnit ? 60 : 24 * 60);
        return reminderFinding(Reminder::beforeDue(minutes).toText(), reader.position);
    }
    const auto reading = reader.readTime(0, false);
    if (!reading)
        return std::nullopt;
    return reminderFinding(reading->resolved(view.frame.now).toText(), reading->words);
}

std::optional<Finding> deadline(const LineView& view, qsizetype at)
{
    if (!view.words.at(at).text.startsWith(u'{'))
        return std::nullopt;
    const qsizetype start = view.words.at(at).start + 1;
    const qsizetype end = view.line.indexOf(u'}', start);
    qsizetype last = at;
    while (end >= 0 && last < view.words.size() && view.words.at(last).end() <= end)
        ++last;
    if (end < 0 || last == view.words.size() || view.words.at(last).end() != end + 1)
        return std::nullopt;
    const auto reading = wholeDate(view.line.mid(start, end - start), view.frame);
    if (!reading)
        return std::nullopt;
    return dateFinding(Deadline, *reading, last - at + 1, view.frame);
}

std::optional<Finding> duration(const LineView& view, qsizetype at)
{
    DateReader reader(view.words, view.frame);
    reader.position = at;
    if (!reader.take(WordClass::For))
        return std::nullopt;
    int minutes = 0;
    while (true) {
        const qsizetype behind = reader.position;
        WordUnit unit = DayUnit;
        const auto count = reader.count(unit);
        if (!count || unit > HourUnit) {
            reader.position = behind;
            break;
        }
        minutes += *count * (unit == HourUnit ? 60 : 1);
    }
    if (minutes == 0)
        return std::nullopt;
    return Finding{Duration, reader.position - at, [minutes](QuickAddDraft& draft) {
                       return std::exchange(draft.result.durationMinutes, minutes) == 0;
                   }};
}

std::optional<Finding> repeat(const LineView& view, qsizetype at)
{
    RepeatReader reader(view.words, view.frame);
    const auto rule = reader.read(at);
    return rule ? std::optional(repeatFinding(*rule, reader.position() - at)) : std::nullopt;
}

std::optional<Finding> checkBox(const LineView& view, qsizetype at)
{
    if (at != 0 || view.words.size() < 3 || !GLOW_MATCH(view.words.at(0).text, "[-*+]").hasMatch() ||
        view.words.at(1).text != u"[" || view.words.at(2).text != u"]")
        return std::nullopt;
    return Finding{Mark, 3, [](QuickAddDraft&) { return true; }};
}

/// Obsidian's marks: an emoji, then its value.
std::optional<Finding> emoji(const LineView& view, qsizetype at)
{
    QString mark = view.words.at(at).text;
    mark.remove(QChar(0xfe0f));
    static const QHash<QString, int> priorities{{QStringLiteral("🔺"), 1},
                                                {QStringLiteral("⏫"), 2},
                                                {QStringLiteral("🔼"), 2},
                                                {QStringLiteral("🔽"), 3},
                                                {QStringLiteral("⏬"), 3}};
    if (const auto rank = priorities.constFind(mark); rank != priorities.constEnd())
        return priorityFinding(*rank, 1);
    static const QHash<QString, QuickAddPart> dates{
        {QStringLiteral("📅"), Due}, {QStringLiteral("⏳"), Start}, {QStringLiteral("🛫"), Start}};
    const auto date = dates.constFind(mark);
    if (date != dates.constEnd()) {
        const auto reading = DateReader(view.words, view.frame).read(at + 1, true);
        return reading ? std::optional(dateFinding(*date, *reading, reading->words + 1, view.frame))
                       : std::nullopt;
    }
    if (mark != u"🔁")
        return std::nullopt;
    RepeatReader reader(view.words, view.frame);
    const auto rule = reader.read(at + 1);
    return rule ? std::optional(repeatFinding(*rule, reader.position() - at)) : std::nullopt;
}

} // namespace

std::span<const Recogniser> markRecognisers()
{
    static constexpr std::array<Recogniser, 13> all{note,       quotedText, checkBox, emoji, deadline,
                                                    keyedValue, list,       section,  tag,   reminder,
                                                    priority,   repeat,     duration};
    return all;
}

std::optional<Finding> quotedText(const LineView& view, qsizetype at)
{
    if (view.words.at(at).text.at(0) != u'"')
        return std::nullopt;
    for (qsizetype last = at; last < view.words.size(); ++last) {
        const QString& text = view.words.at(last).text;
        if (text.endsWith(u'"') && (last > at || text.size() > 1))
            return Finding{Escape, last - at + 1, {}, true};
    }
    return std::nullopt;
}

std::optional<MarkedName> markedName(const LineView& view, qsizetype at, qsizetype markLength, QChar quote)
{
    const LineWord& word = view.words.at(at);
    if (word.text.size() <= markLength)
        return std::nullopt;
    if (word.text.at(markLength) != quote) {
        return MarkedName{word.text.mid(markLength), 1};
    }
    const qsizetype start = word.start + markLength + 1;
    const qsizetype end = view.line.indexOf(quote, start);
    const QString name = view.line.mid(start, end - start).trimmed();
    if (end < 0 || name.isEmpty())
        return std::nullopt;
    qsizetype last = at;
    while (last + 1 < view.words.size() && view.words.at(last).end() < end + 1)
        ++last;
    if (view.words.at(last).end() != end + 1)
        return std::nullopt;
    return MarkedName{name, last - at + 1};
}

std::optional<MarkedName> properName(const LineView& view, qsizetype at)
{
    auto found = markedName(view, at, 1);
    while (found && !found->name.isEmpty() && QStringView(u",;.:!?").contains(found->name.back()))
        found->name.chop(1);
    return found && !found->name.isEmpty() ? found : std::nullopt;
}

Finding listFinding(const QString& name, qsizetype words)
{
    return {List, words, [name](QuickAddDraft& draft) {
                if (!draft.result.list.isEmpty())
                    return false;
                draft.result.list = name;
                return true;
            }};
}

Finding tagsFinding(const QStringList& names, qsizetype words)
{
    return {Tag, words, [names](QuickAddDraft& draft) {
                for (const QString& name : names) {
                    if (!name.isEmpty() && !draft.result.tags.contains(name, Qt::CaseInsensitive))
                        draft.result.tags.append(name);
                }
                return true;
            }};
}

Finding priorityFinding(int rank, qsizetype words)
{
    return {QuickAddPart::Priority, words, [rank](QuickAddDraft& draft) {
                if (draft.result.priority)
                    return false;
                draft.result.priority = static_cast<core::Priority>(rank);
                return true;
            }};
}

Finding dueFinding(const DateReading& reading, qsizetype words)
{
    return {Due, words, [reading](QuickAddDraft& draft) {
                const bool timeTaken = reading.time && draft.dueTime;
                if (timeTaken || (reading.date && draft.dueDate))
                    return false;
                draft.dueDate = reading.date ? reading.date : draft.dueDate;
                draft.dueTime = reading.time ? reading.time : draft.dueTime;
                return true;
            }};
}

Finding dateFinding(QuickAddPart part, const DateReading& reading, qsizetype words, const DateFrame& frame)
{
    if (part == Due)
        return dueFinding(reading, words);
    return {part, words, [part, value = reading.resolved(frame.now)](QuickAddDraft& draft) {
                std::optional<WallTime>& field = part == Start ? draft.result.start : draft.result.deadline;
                if (field)
                    return false;
                field = value;
                return true;
            }};
}

Finding repeatFinding(const RepeatRule& rule, qsizetype words)
{
    return {Repeat, words, [rule](QuickAddDraft& draft) {
                if (draft.repeat)
                    return false;
                draft.repeat = rule;
                return true;
            }};
}

std::optional<DateReading> wholeDate(const QString& text, const DateFrame& frame)
{
    const QList<LineWord> words = frame.words->split(text);
    if (words.isEmpty())
        return std::nullopt;
    const auto reading = DateReader(words, frame).read(0, true);
    return reading && reading->words == words.size() ? reading : std::nullopt;
}

} // namespace glow::core
