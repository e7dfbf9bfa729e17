#include "core/filter/filterparser.h"

#include "core/filter/filterlexer.h"
#include "core/quickadd/datereader.h"
#include "core/quickadd/pattern.h"

#include <QCoreApplication>

namespace glow::core {

namespace {

using Kind = FilterNode::Kind;
using Compare = FilterNode::Compare;

/// Deeper nesting is refused, since reading it recurses.
constexpr int deepest = 100;

class FilterReader {
    Q_DECLARE_TR_FUNCTIONS(FilterReader)

public:
    FilterReader(const QString& query, const QDateTime& now, const QLocale& locale)
        : m_lexemes(filterLexemes(query))
        , m_frame(now, locale)
    {}

    ParsedFilter read()
    {
        if (m_lexemes.size() > 1)
            m_filter.root = alternatives();
        if (m_filter.ok() && lexeme().kind != FilterLexeme::Kind::End)
            fail(tr("“%1” closes nothing.").arg(lexeme().text));
        if (!m_filter.ok())
            m_filter.root = {};
        return m_filter;
    }

private:
    const FilterLexeme& lexeme(qsizetype ahead = 0) const
    {
        return m_lexemes.at(std::min(m_at + ahead, m_lexemes.size() - 1));
    }
    bool is(FilterLexeme::Kind kind) const { return lexeme().kind == kind; }
    bool isWord(qsizetype ahead, QStringView word) const
    {
        return lexeme(ahead).kind == FilterLexeme::Kind::Word &&
               lexeme(ahead).text.compare(word, Qt::CaseInsensitive) == 0;
    }
    FilterNode fail(const QString& sentence);
    FilterNode alternatives();
    FilterNode conditions();
    FilterNode negation();
    FilterNode atom();
    FilterNode group();
    FilterNode word();
    std::optional<FilterNode> fixedPhrase();
    std::optional<FilterNode> keyed();
    FilterNode nameIs(Kind kind, const QString& inlineValue);
    FilterNode priorityIs(const QString& comparison, const QString& inlineValue);
    FilterNode dueIs(Compare compare, const QString& inlineValue);
    std::optional<FilterNode> changedIn();
    FilterNode missingValue();

    QList<FilterLexeme> m_lexemes;
    DateFrame m_frame;
    qsizetype m_at = 0;
    int m_depth = 0;
    ParsedFilter m_filter;
};

/// Keeps the first error, about the word at hand.
FilterNode FilterReader::fail(const QString& sentence)
{
    if (m_filter.ok()) {
        m_filter.error = sentence;
        m_filter.errorStart = lexeme().start;
        m_filter.errorLength = lexeme().length;
    }
    return {};
}

FilterNode joined(Kind kind, const QList<FilterNode>& children)
{
    if (children.size() == 1)
        return children.constFirst();
    FilterNode node;
    node.kind = kind;
    node.children = children;
    return node;
}

FilterNode FilterReader::alternatives()
{
    QList<FilterNode> children{conditions()};
    while (m_filter.ok() && is(FilterLexeme::Kind::Or)) {
        ++m_at;
        children.append(conditions());
    }
    return joined(Kind::Or, children);
}

FilterNode FilterReader::conditions()
{
    QList<FilterNode> children{negation()};
    while (m_filter.ok() && !is(FilterLexeme::Kind::End) && !is(FilterLexeme::Kind::Close) &&
           !is(FilterLexeme::Kind::Or)) {
        if (is(FilterLexeme::Kind::And))
            ++m_at;
        children.append(negation());
    }
    return joined(Kind::And, children);
}

FilterNode FilterReader::negation()
{
    bool negative = false;
    while (is(FilterLexeme::Kind::Not)) {
        negative = !negative;
        ++m_at;
    }
    FilterNode node = atom();
    if (!negative)
        return node;
    FilterNode inverse;
    inverse.kind = Kind::Not;
    inverse.children = {node};
    return inverse;
}

FilterNode FilterReader::atom()
{
    switch (lexeme().kind) {
    case FilterLexeme::Kind::Open:
        return group();
    case FilterLexeme::Kind::Quoted: {
        FilterNode node;
        node.kind = Kind::Words;
        node.text = m_lexemes.at(m_at++).text;
        return node;
    }
    case FilterLexeme::Kind::OpenQuote:
        return fail(tr("The quotes that begin at %1 have no end.").arg(lexeme().text));
    case FilterLexeme::Kind::Word:
        return word();
    default:
        break;
    }
    if (m_at == 0)
        return fail(tr("A condition is missing before “%1”.").arg(lexeme().text));
    return fail(tr("A condition is missing after “%1”.").arg(lexeme(-1).text));
}

FilterNode FilterReader::group()
{
    if (++m_depth > deepest)
        return fail(tr("The parentheses are nested too deeply at “%1”.").arg(lexeme().text));
    const qsizetype opening = m_at++;
    FilterNode node = alternatives();
    --m_depth;
    if (m_filter.ok() && !is(FilterLexeme::Kind::Close)) {
        m_at = opening;
        return fail(tr("“%1” is not closed.").arg(lexeme().text));
    }
    ++m_at;
    return node;
}

FilterNode FilterReader::word()
{
    if (const auto phrase = fixedPhrase())
        return *phrase;
    if (const auto condition = keyed())
        return *condition;
    FilterNode node;
    node.kind = Kind::Words;
    node.text = m_lexemes.at(m_at++).text;
    return node;
}

std::optional<FilterNode> FilterReader::fixedPhrase()
{
    FilterNode node;
    qsizetype words = 1;
    const bool today = isWord(0, u"today");
    if (today || isWord(0, u"overdue")) {
        node.kind = Kind::Due;
        node.compare = today ? Compare::Equal : Compare::Less;
        node.date = m_frame.now.date();
    } else if (isWord(0, u"completed")) {
        node.kind = Kind::Completed;
    } else if (isWord(0, u"blocked")) {
        node.kind = Kind::Blocked;
    } else if (isWord(0, u"no") && (isWord(1, u"due") || isWord(1, u"tag"))) {
        node.kind = isWord(1, u"due") ? Kind::NoDue : Kind::NoTag;
        words = 2;
    } else {
        return changedIn();
    }
    m_at += words;
    return node;
}

std::optional<FilterNode> FilterReader::changedIn()
{
    if (!isWord(0, u"changed") || !isWord(1, u"in"))
        return std::nullopt;
    QList<LineWord> words;
    for (qsizetype ahead = 2; ahead < 4 && lexeme(ahead).kind == FilterLexeme::Kind::Word; ++ahead)
        words.append({lexeme(ahead).text, lexeme(ahead).text.toCaseFolded(), 0, false});
    DateReader reader(words, m_frame);
    WordUnit unit = DayUnit;
    const auto count = reader.count(unit);
    m_at += 2;
    if (!count || (unit != DayUnit && unit != WeekUnit))
        return lexeme().kind == FilterLexeme::Kind::End
                   ? missingValue()
                   : fail(tr("“%1” is not a number of days.").arg(lexeme().text));
    m_at += reader.position;
    FilterNode node;
    node.kind = Kind::ChangedIn;
    node.days = *count * (unit == WeekUnit ? 7 : 1);
    return node;
}

std::optional<FilterNode> FilterReader::keyed()
{
    if (isWord(0, u"due") && lexeme(1).kind == FilterLexeme::Kind::Word) {
        const auto side = GLOW_MATCH(lexeme(1).text.toCaseFolded(), "(before|after):(.*)");
        if (side.hasMatch()) {
            ++m_at;
            return dueIs(side.captured(1) == u"before" ? Compare::Less : Compare::Greater,
                         lexeme().text.section(u':', 1));
        }
    }
    const auto match = GLOW_MATCH(lexeme().text, "(?i:(tag|list|priority|due))(:|<=|>=|<|>|=)(.*)");
    if (!match.hasMatch())
        return std::nullopt;
    const QString key = match.captured(1).toCaseFolded();
    const QString comparison = match.captured(2);
    if (key == u"priority")
        return priorityIs(comparison, match.captured(3));
    if (comparison != u":" && comparison != u"=")
        return std::nullopt;
    if (key == u"due")
        return dueIs(Compare::Equal, match.captured(3));
    return nameIs(key == u"tag" ? Kind::Tag : Kind::List, match.captured(3));
}

FilterNode FilterReader::missingValue()
{
    return fail(tr("A value is missing after “%1”.").arg(lexeme(-1).text));
}

FilterNode FilterReader::nameIs(Kind kind, const QString& inlineValue)
{
    FilterNode node;
    node.kind = kind;
    node.text = inlineValue;
    ++m_at;
    if (!inlineValue.isEmpty())
        return node;
    if (!is(FilterLexeme::Kind::Word) && !is(FilterLexeme::Kind::Quoted))
        return missingValue();
    node.text = m_lexemes.at(m_at++).text;
    return node;
}

FilterNode FilterReader::priorityIs(const QString& comparison, const QString& inlineValue)
{
    static const QHash<QString, Priority> ranks{{QStringLiteral("high"), Priority::High},
                                                {QStringLiteral("medium"), Priority::Medium},
                                                {QStringLiteral("low"), Priority::Low},
                                                {QStringLiteral("none"), Priority::None}};
    static const QHash<QString, Compare> comparisons{{QStringLiteral("<"), Compare::Less},
                                                     {QStringLiteral("<="), Compare::LessOrEqual},
                                                     {QStringLiteral(">"), Compare::Greater},
                                                     {QStringLiteral(">="), Compare::GreaterOrEqual}};
    if (inlineValue.isEmpty())
        ++m_at;
    if (is(FilterLexeme::Kind::End))
        return missingValue();
    const QString value = inlineValue.isEmpty() ? lexeme().text : inlineValue;
    const auto rank = ranks.constFind(value.toCaseFolded());
    if (rank == ranks.constEnd())
        return fail(tr("“%1” is not a priority: high, medium, low or none.").arg(value));
    ++m_at;
    FilterNode node;
    node.kind = Kind::Priority;
    node.compare = comparisons.value(comparison, Compare::Equal);
    node.priority = *rank;
    return node;
}

FilterNode FilterReader::dueIs(Compare compare, const QString& inlineValue)
{
    if (inlineValue.isEmpty())
        ++m_at;
    QList<LineWord> words;
    if (!inlineValue.isEmpty())
        words.append({inlineValue, inlineValue.toCaseFolded(), 0, false});
    for (qsizetype ahead = inlineValue.isEmpty() ? 0 : 1; ahead < 4; ++ahead) {
        const FilterLexeme& each = lexeme(ahead);
        if (each.kind == FilterLexeme::Kind::Quoted && words.isEmpty())
            words = m_frame.words->split(each.text);
        if (each.kind != FilterLexeme::Kind::Word)
            break;
        words.append({each.text, each.text.toCaseFolded(), 0, false});
    }
    if (words.isEmpty())
        return missingValue();
    const auto date = DateReader(words, m_frame).readDate(0);
    const bool quoted = inlineValue.isEmpty() && is(FilterLexeme::Kind::Quoted);
    if (!date || date->time || (quoted && date->words != words.size()))
        return fail(tr("“%1” is not a date.").arg(inlineValue.isEmpty() ? lexeme().text : inlineValue));
    m_at += quoted ? 1 : date->words;
    FilterNode node;
    node.kind = Kind::Due;
    node.compare = compare;
    node.date = *date->date;
    return node;
}

} // namespace

ParsedFilter parseFilter(const QString& query, const QDateTime& now, const QLocale& locale)
{
    return FilterReader(query, now, locale).read();
}

} // namespace glow::core
