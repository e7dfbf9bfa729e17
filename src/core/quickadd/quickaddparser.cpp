#include "core/quickadd/quickaddparser.h"

#include "core/quickadd/recognisers.h"

#include <algorithm>
#include <array>

namespace glow::core {

namespace {

/// Reads one line: first the marks, then dates and adjectives among the words that are left.
class LineReader {
public:
    LineReader(const QString& line, const QuickAddContext& context)
        : m_line(line)
        , m_context(context)
        , m_frame(context.now, context.locale)
        , m_words(m_frame.words->split(line))
        , m_taken(m_words.size(), false)
    {
        if (context.firstDayOfWeek)
            m_frame.firstDayOfWeek = *context.firstDayOfWeek;
    }

    QuickAddResult read()
    {
        if (!readWholeQuotes()) {
            findEscapes();
            readMarks();
            readRepeatAdjective();
            readDates();
        }
        resolveDates();
        readTitle();
        return m_draft.result;
    }

private:
    bool readWholeQuotes();
    void findEscapes();
    void readMarks();
    std::optional<Finding> mark(qsizetype at) const;
    void settle(const Finding& finding, const QList<qsizetype>& words);
    void readRepeatAdjective();
    void readDates();
    bool readBestDate(bool withDate);
    void resolveDates();
    void readTitle();

    void addToken(QuickAddPart part, qsizetype start, qsizetype end)
    {
        m_draft.result.tokens.append({part, m_line.mid(start, end - start), start, end - start});
    }
    void collectRest();
    QList<qsizetype> restOf(qsizetype at, qsizetype count) const { return m_restAt.mid(at, count); }

    const QString& m_line;
    const QuickAddContext& m_context;
    DateFrame m_frame;
    QList<LineWord> m_words;
    QList<bool> m_taken;
    QSet<qsizetype> m_escaped; ///< words with a backslash before them
    QuickAddDraft m_draft;
    QList<LineWord> m_rest; ///< words that are not taken, and their places among all words
    QList<qsizetype> m_restAt;
};

bool LineReader::readWholeQuotes()
{
    const QString text = m_line.trimmed();
    if (text.size() < 3 || !text.startsWith(u'"') || text.indexOf(u'"', 1) != text.size() - 1)
        return false;
    const qsizetype start = m_line.indexOf(u'"');
    addToken(QuickAddPart::Escape, start, start + 1);
    addToken(QuickAddPart::Escape, start + text.size() - 1, start + text.size());
    return true;
}

void LineReader::findEscapes()
{
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        LineWord& word = m_words[i];
        if (word.text.size() < 2 || !word.text.startsWith(u'\\'))
            continue;
        m_escaped.insert(i);
        word.text.remove(0, 1);
        word.folded.remove(0, 1);
        ++word.start;
    }
}

std::optional<Finding> LineReader::mark(qsizetype at) const
{
    std::optional<QuickAddPart> before;
    if (!m_draft.result.tokens.isEmpty() && at > 0 && m_taken.at(at - 1))
        before = m_draft.result.tokens.constLast().part;
    const LineView view{m_line, m_words, m_frame, m_context, before};
    for (const auto recognisers : {profileRecognisers(m_context.profile), markRecognisers()}) {
        for (const Recogniser recogniser : recognisers) {
            if (auto finding = recogniser(view, at))
                return finding;
        }
    }
    return std::nullopt;
}

void LineReader::readMarks()
{
    for (qsizetype at = 0; at < m_words.size();) {
        const auto finding = mark(at);
        if (!finding) {
            ++at;
            continue;
        }
        QList<qsizetype> words;
        for (qsizetype i = at; i < at + finding->words; ++i)
            words.append(i);
        settle(*finding, words);
        at += finding->words;
    }
}

/// Makes a token of the words, or marks them as text that nothing else reads.
void LineReader::settle(const Finding& finding, const QList<qsizetype>& words)
{
    const bool escaped = m_escaped.contains(words.constFirst());
    if (escaped)
        addToken(QuickAddPart::Escape, m_words.at(words.constFirst()).start - 1,
                 m_words.at(words.constFirst()).start);
    if (escaped || finding.isText || !m_context.parts.testFlag(finding.part) || !finding.apply(m_draft)) {
        for (const qsizetype word : words)
            m_words[word].folded.clear();
        return;
    }
    qsizetype first = words.constFirst();
    for (qsizetype i = 0; i < words.size(); ++i) {
        m_taken[words.at(i)] = true;
        if (i + 1 == words.size() || words.at(i + 1) != words.at(i) + 1) { // another token stands between
            addToken(finding.part, m_words.at(first).start, m_words.at(words.at(i)).end());
            first = i + 1 < words.size() ? words.at(i + 1) : first;
        }
    }
}

void LineReader::collectRest()
{
    m_rest.clear();
    m_restAt.clear();
    for (qsizetype i = 0; i < m_words.size(); ++i) {
        if (!m_taken.at(i)) {
            m_rest.append(m_words.at(i));
            m_restAt.append(i);
        }
    }
}

/// "Journal daily", "Journal daily 6am", but not "Create monthly report".
void LineReader::readRepeatAdjective()
{
    collectRest();
    for (qsizetype at = 0; at < m_rest.size(); ++at) {
        RepeatReader reader(m_rest, m_frame);
        const auto rule = reader.adjective(at);
        if (!rule || at == 0)
            continue;
        const qsizetype count = reader.position() - at;
        if (m_escaped.contains(m_restAt.at(at)) || rule->time || at + count == m_rest.size()) {
            settle(repeatFinding(*rule, count), restOf(at, count));
            collectRest();
        }
    }
}

void LineReader::readDates()
{
    collectRest();
    for (qsizetype at = 0; at < m_rest.size(); ++at) {
        if (!m_escaped.contains(m_restAt.at(at)))
            continue;
        if (const auto reading = DateReader(m_rest, m_frame).read(at)) {
            settle(dueFinding(*reading, reading->words), restOf(at, reading->words));
            collectRest();
        }
    }
    if (!m_draft.dueDate)
        readBestDate(true);
    if (!m_draft.dueTime)
        readBestDate(false);
}

/// Of all dates that stand where a date may stand the longest counts, of equal ones the last.
bool LineReader::readBestDate(bool withDate)
{
    std::optional<DateReading> best;
    qsizetype bestAt = 0;
    for (qsizetype at = 0; at < m_rest.size(); ++at) {
        const auto reading = DateReader(m_rest, m_frame).read(at);
        if (!reading || reading->date.has_value() != withDate || (reading->time && m_draft.dueTime))
            continue;
        const bool atStart = at == 0 && reading->place == DatePlace::Edge;
        const bool atEnd = at + reading->words == m_rest.size() && reading->place != DatePlace::Never;
        if (reading->place != DatePlace::Anywhere && !atStart && !atEnd)
            continue;
        if (!best || reading->words >= best->words) {
            best = reading;
            bestAt = at;
        }
    }
    if (!best)
        return false;
    settle(dueFinding(*best, best->words), restOf(bestAt, best->words));
    collectRest();
    return true;
}

void LineReader::resolveDates()
{
    QuickAddResult& result = m_draft.result;
    const std::optional<RepeatRule>& repeat = m_draft.repeat;
    if (repeat) {
        const auto time = m_draft.dueTime ? m_draft.dueTime : repeat->time;
        const QDate date = m_draft.dueDate ? *m_draft.dueDate : repeat->first(m_context.now, time);
        result.due = WallTime{date, time};
        result.rrule = repeat->toText(*result.due);
        result.until = repeat->lastDay(date);
        result.fromCompletion = repeat->fromCompletion;
    } else if (m_draft.dueDate || m_draft.dueTime) {
        result.due = DateReading{0, m_draft.dueDate, m_draft.dueTime, {}}.resolved(m_context.now);
    }
}

/// What is left of the line; a space where one stood beside a token.
void LineReader::readTitle()
{
    QList<QuickAddToken>& tokens = m_draft.result.tokens;
    std::sort(tokens.begin(), tokens.end(), [](const auto& a, const auto& b) { return a.start < b.start; });
    QString title;
    qsizetype behind = 0;
    for (const QuickAddToken& token : tokens) {
        const QString piece = m_line.mid(behind, token.start - behind);
        const bool joins =
            !title.isEmpty() && title.back().isSpace() && !piece.isEmpty() && piece.front().isSpace();
        title += joins ? piece.mid(1) : piece;
        behind = token.start + token.length;
    }
    const QString last = m_line.mid(behind);
    const bool joins =
        !title.isEmpty() && title.back().isSpace() && !last.isEmpty() && last.front().isSpace();
    m_draft.result.title = (title + (joins ? last.mid(1) : last)).trimmed();
}

} // namespace

QString quickAddPartName(QuickAddPart part)
{
    static constexpr std::array names{"escape",   "list",  "section",  "tag",      "priority",
                                      "due",      "start", "deadline", "duration", "repeat",
                                      "reminder", "note",  "mark"};
    std::size_t index = 0;
    for (unsigned bits = static_cast<unsigned>(part); bits > 1; bits >>= 1)
        ++index;
    return QString::fromLatin1(names.at(index));
}

QuickAddResult parseQuickAdd(const QString& line, const QuickAddContext& context)
{
    return LineReader(line, context).read();
}

QString dismissQuickAddToken(const QString& line, const QuickAddToken& token)
{
    return line.left(token.start) + u'\\' + line.mid(token.start);
}

} // namespace glow::core
