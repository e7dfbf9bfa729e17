#pragma once
#include <QList>
#include <QString>

namespace glow::core {

/// A word or sign of a query.
struct FilterLexeme {
    enum class Kind { Word, Quoted, OpenQuote, Open, Close, And, Or, Not, End };
    Kind kind = Kind::End;
    QString text;
    qsizetype start = 0;
    qsizetype length = 0;
};

/// The query in pieces, closed by End. A quote without its partner is one OpenQuote.
QList<FilterLexeme> filterLexemes(const QString& query);

} // namespace glow::core
