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

template <typename Meaning, std::size_t size>
const FilterWord<Meaning>* meaningOf(const FilterWord<Meaning> (&table)[size], const QString& word)
{
    const auto* found = std::find_if(std::begin(table), std::end(table), [&word](const auto& each) {
        return word.compare(QLatin1String(each.word), Qt::CaseInsensitive) == 0;
    });
    return found == std::end(table) ? nullptr : found;
}

template <typename Meaning, std::size_t size> QString wordList(const FilterWord<Meaning> (&table)[size])
{
    QStringList words;
    for (const auto& each : table)
        words.append(QLatin1String(each.word));
    return words.join(QStringLiteral(", "));
}

Compare compareOf(const QString& sign)
{
    static const QHash<QString, Compare> comparisons{{QStringLiteral("<"), Compare::Less},
                                                     {QStringLiteral("<="), Compare::LessOrEqual},
                                                     {QStringLiteral(">"), Compare::Greater},
                                                     {QStringLiteral(">="), Compare::GreaterOrEqual}};
    return comparisons.value(sign, Compare::Equal);
}

FilterNode inverseOf(const FilterNode& node)
{
    FilterNode inverse;
    inverse.kind = Kind::Not;
    inverse.children = {node};
    return inverse;
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

class FilterReader {
    Q_DECLARE_TR_FUNCTIONS(FilterReader)

public:
    FilterReader(const QString& query, const QDateTime& now, const QLocale& locale)
        : m_lexemes(filterLexemes(query))
        , m_frame(now, locale)
    {}

    ParsedFilter read()
    {
        takeArrangement();
        if (m_filter.ok() && m_lexemes.size() > 1)
            m_filter.root = alternatives();
        if (m_filter.ok() && lexeme().kind != FilterLexeme::Kind::End)
            fail(tr("“%1” closes nothing.").arg(lexeme().text));
        if (!m_filter.ok())
            return {{}, {}, false, {}, m_filter.error, m_filter.errorStart, m_filter.errorLength};
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
    FilterNode dayIs(FilterNode::Field field, Compare compare, const QString& inlineValue);
    std::optional<FilterNode> within();
    FilterNode has(const QString& inlineValue);
    void takeArrangement();
    void arrange(const QString& key, QString value);
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
    const FilterNode node = atom();
    return negative ? inverseOf(node) : node;
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
    const bool today = isWord(0, u"today");
    if (today || isWord(0, u"overdue")) {
        node.kind = Kind::Date;
        node.compare = today ? Compare::Equal : Compare::Less;
        node.date = m_frame.now.date();
    } else if (isWord(0, u"blocked")) {
        node.kind = Kind::Blocked;
    } else if (isWord(0, u"recurring")) {
        node.kind = Kind::Has;
        node.feature = FilterNode::Feature::Repeat;
    } else if (const auto* feature = meaningOf(filterFeatures, lexeme(1).text);
               feature && isWord(0, u"no") && lexeme(1).kind == FilterLexeme::Kind::Word) {
        node.kind = Kind::Has;
        node.feature = feature->meaning;
        node = inverseOf(node);
        ++m_at;
    } else {
        return std::nullopt;
    }
    ++m_at;
    return node;
}

/// "changed in 7 days" looks back, "due in 7 days" ahead, from today.
std::optional<FilterNode> FilterReader::within()
{
    const auto* field = meaningOf(filterFields, lexeme().text);
    if (!field || !isWord(1, u"in"))
        return std::nullopt;
    QList<LineWord> words;
    for (qsizetype ahead = 2; ahead < 4 && lexeme(ahead).kind == FilterLexeme::Kind::Word; ++ahead)
        words.append({lexeme(ahead).text, lexeme(ahead).text.toCaseFolded(), 0, false});
    DateReader reader(words, m_frame);
    WordUnit unit = DayUnit;
    const auto count = reader.count(unit);
    m_at += 2;
    if (!count || *count > 36500 || (unit != DayUnit && unit != WeekUnit))
        return lexeme().kind == FilterLexeme::Kind::End
                   ? missingValue()
                   : fail(tr("“%1” is not a number of days.").arg(lexeme().text));
    m_at += reader.position;
    FilterNode node;
    node.field = field->meaning;
    const int days = *count * (unit == WeekUnit ? 7 : 1);
    if (field->meaning >= FilterNode::Field::Created) {
        node.kind = Kind::Lately;
        node.days = days;
        return node;
    }
    node.kind = Kind::Date;
    node.compare = Compare::GreaterOrEqual;
    node.date = m_frame.now.date();
    FilterNode end = node;
    end.compare = Compare::LessOrEqual;
    end.date = node.date.addDays(days);
    return joined(Kind::And, {node, end});
}

std::optional<FilterNode> FilterReader::keyed()
{
    if (const auto condition = within())
        return condition;
    if (const auto* field = meaningOf(filterFields, lexeme().text);
        field && lexeme(1).kind == FilterLexeme::Kind::Word) {
        const auto side = GLOW_MATCH(lexeme(1).text.toCaseFolded(), "(before|after):(.*)");
        if (side.hasMatch()) {
            ++m_at;
            return dayIs(field->meaning, side.captured(1) == u"before" ? Compare::Less : Compare::Greater,
                         lexeme().text.section(u':', 1));
        }
    }
    if (isWord(0, u"completed")) {
        FilterNode node;
        node.kind = Kind::Completed;
        ++m_at;
        return node;
    }
    const auto match = GLOW_MATCH(lexeme().text, "([a-zA-Z]+)(:|<=|>=|<|>|=)(.*)");
    if (!match.hasMatch())
        return std::nullopt;
    const QString key = match.captured(1).toCaseFolded();
    const QString comparison = match.captured(2);
    if (key == u"priority")
        return priorityIs(comparison, match.captured(3));
    if (const auto* field = meaningOf(filterFields, key))
        return dayIs(field->meaning, compareOf(comparison), match.captured(3));
    if (comparison != u":" && comparison != u"=")
        return std::nullopt;
    if (key == u"has")
        return has(match.captured(3));
    static const QHash<QString, Kind> names{{QStringLiteral("tag"), Kind::Tag},
                                            {QStringLiteral("list"), Kind::List},
                                            {QStringLiteral("section"), Kind::Section}};
    const auto kind = names.constFind(key);
    return kind == names.constEnd() ? std::nullopt : std::optional(nameIs(*kind, match.captured(3)));
}

FilterNode FilterReader::has(const QString& inlineValue)
{
    if (inlineValue.isEmpty())
        ++m_at;
    const QString value = inlineValue.isEmpty() ? lexeme().text : inlineValue;
    if (is(FilterLexeme::Kind::End))
        return missingValue();
    const auto* feature = meaningOf(filterFeatures, value);
    if (!feature)
        return fail(tr("A task cannot have “%1”: %2.").arg(value, wordList(filterFeatures)));
    ++m_at;
    FilterNode node;
    node.kind = Kind::Has;
    node.feature = feature->meaning;
    return node;
}

/// "sort: title", "group: list" arrange what is found, wherever they stand, so they are no conditions.
void FilterReader::takeArrangement()
{
    int depth = 0;
    for (m_at = 0; m_filter.ok() && m_at < m_lexemes.size(); ++m_at) {
        depth += is(FilterLexeme::Kind::Open) ? 1 : is(FilterLexeme::Kind::Close) ? -1 : 0;
        const auto match = GLOW_MATCH(lexeme().text, "(?i:(sort|group)):(.*)");
        if (!is(FilterLexeme::Kind::Word) || !match.hasMatch())
            continue;
        if (depth > 0 || (m_at > 0 && lexeme(-1).kind == FilterLexeme::Kind::Not)) {
            fail(tr("“%1” holds for all that is found: it cannot stand in parentheses or after “!”.")
                     .arg(lexeme().text));
            break;
        }
        const bool isBehind = match.captured(2).isEmpty();
        if (isBehind && lexeme(1).kind != FilterLexeme::Kind::Word) {
            ++m_at;
            missingValue();
            break;
        }
        if (isBehind)
            m_lexemes.removeAt(m_at);
        arrange(match.captured(1).toCaseFolded(), isBehind ? lexeme().text : match.captured(2));
        m_lexemes.removeAt(m_at--);
    }
    m_at = 0;
}

void FilterReader::arrange(const QString& key, QString value)
{
    if (key == u"group") {
        if (const auto* group = meaningOf(filterGroups, value))
            m_filter.group = group->meaning;
        else
            fail(tr("Tasks are not grouped by “%1”: %2.").arg(value, wordList(filterGroups)));
        return;
    }
    m_filter.descending = value.startsWith(u'-');
    if (m_filter.descending)
        value.remove(0, 1);
    if (const auto* sort = meaningOf(filterSorts, value))
        m_filter.sort = sort->meaning;
    else
        fail(tr("Tasks are not sorted by “%1”: %2.").arg(value, wordList(filterSorts)));
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
    node.compare = compareOf(comparison);
    node.priority = *rank;
    return node;
}

FilterNode FilterReader::dayIs(FilterNode::Field field, Compare compare, const QString& inlineValue)
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
    node.kind = Kind::Date;
    node.field = field;
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
