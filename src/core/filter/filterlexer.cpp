#include "core/filter/filterlexer.h"

namespace glow::core {

namespace {

using Kind = FilterLexeme::Kind;

std::optional<Kind> signOf(QChar letter)
{
    switch (letter.unicode()) {
    case u'(':
        return Kind::Open;
    case u')':
        return Kind::Close;
    case u'&':
        return Kind::And;
    case u'|':
        return Kind::Or;
    case u'!':
        return Kind::Not;
    default:
        return std::nullopt;
    }
}

FilterLexeme quotedAt(const QString& query, qsizetype start)
{
    const qsizetype end = query.indexOf(u'"', start + 1);
    if (end < 0)
        return {Kind::OpenQuote, query.mid(start), start, query.size() - start};
    return {Kind::Quoted, query.mid(start + 1, end - start - 1), start, end - start + 1};
}

/// A word ends at a space, at a sign, and before the quotes of a value: list:"two words".
FilterLexeme wordAt(const QString& query, qsizetype start)
{
    qsizetype end = start;
    for (; end < query.size() && !query.at(end).isSpace(); ++end) {
        const QChar letter = query.at(end);
        const bool beginsValue =
            letter == u'"' && end > start && QStringView(u":=<>").contains(query.at(end - 1));
        if (beginsValue || (letter != u'!' && signOf(letter)))
            break;
    }
    return {Kind::Word, query.mid(start, end - start), start, end - start};
}

} // namespace

QList<FilterLexeme> filterLexemes(const QString& query)
{
    QList<FilterLexeme> lexemes;
    for (qsizetype at = 0; at < query.size();) {
        const QChar letter = query.at(at);
        if (letter.isSpace()) {
            ++at;
            continue;
        }
        if (letter == u'"')
            lexemes.append(quotedAt(query, at));
        else if (const auto sign = signOf(letter))
            lexemes.append({*sign, QString(letter), at, 1});
        else
            lexemes.append(wordAt(query, at));
        at += lexemes.constLast().length;
    }
    lexemes.append({Kind::End, {}, query.size(), 0});
    return lexemes;
}

} // namespace glow::core
