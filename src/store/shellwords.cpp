#include "store/shellwords.h"

namespace glow::store {

namespace {

// One string a kind: those that open it, then those that close it.
struct QuoteKind {
    QStringView open;
    QStringView close;
};
constexpr QuoteKind kinds[] = {
    {u"'‘’‚‛‹›", u"'’‘‛›‹"}, {u"\"“”„‟«»", u"\"”“‟»«"}, {u"`", u"`"}, {u"<", u">"}};

} // namespace

bool opensQuote(QChar character)
{
    return std::any_of(std::begin(kinds), std::end(kinds),
                       [character](const QuoteKind& kind) { return kind.open.contains(character); });
}

bool closesQuote(QChar character)
{
    return std::any_of(std::begin(kinds), std::end(kinds),
                       [character](const QuoteKind& kind) { return kind.close.contains(character); });
}

bool sameQuote(QChar open, QChar close)
{
    return std::any_of(std::begin(kinds), std::end(kinds), [=](const QuoteKind& kind) {
        return kind.open.contains(open) && kind.close.contains(close);
    });
}

std::optional<QStringList> shellWords(const QString& text)
{
    QStringList words;
    QString word;
    QChar quote;
    bool inWord = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool single = !quote.isNull() && sameQuote(u'\'', quote);
        if (c == u'\\' && !single && i + 1 < text.size() &&
            (quote.isNull() || QStringView(u"\"\\$`").contains(text.at(i + 1)))) {
            word += text.at(++i);
            inWord = true;
        } else if (!quote.isNull()) {
            if (sameQuote(quote, c))
                quote = QChar();
            else
                word += c;
        } else if (opensQuote(c) && c != u'<' && c != u'`') {
            quote = c;
            inWord = true;
        } else if (c.isSpace()) {
            if (inWord)
                words.append(std::exchange(word, QString()));
            inWord = false;
        } else {
            word += c;
            inWord = true;
        }
    }
    if (!quote.isNull())
        return std::nullopt;
    if (inWord)
        words.append(word);
    return words;
}

} // namespace glow::store
