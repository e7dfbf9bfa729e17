#include "store/migrations/statementlines.h"

#include <QRegularExpression>

namespace glow::store {

namespace {

// What separates statements: blanks and comments.
qsizetype skipBlanks(const QString& sql, qsizetype from)
{
    static const QRegularExpression blanks(QStringLiteral("\\G(?:\\s|--[^\\n]*|/\\*.*?\\*/)+"),
                                           QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = blanks.match(sql, from);
    return match.hasMatch() ? match.capturedEnd() : from;
}

// One lexical piece: a quoted text, name or dollar-quoted body, a comment, or a single character.
qsizetype skipPiece(const QString& sql, qsizetype from)
{
    static const QRegularExpression piece(
        QStringLiteral(
            "\\G(?:'(?:[^']|'')*'|\"(?:[^\"]|\"\")*\"|(\\$\\w*\\$).*?\\1|--[^\\n]*|/\\*.*?\\*/|.)"),
        QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = piece.match(sql, from);
    return match.hasMatch() ? match.capturedEnd() : sql.size();
}

} // namespace

int lineOfStatement(const QString& sql, int index)
{
    qsizetype at = skipBlanks(sql, 0);
    for (int statement = 0; statement < index && at < sql.size(); ++statement) {
        while (at < sql.size() && sql.at(at) != u';')
            at = skipPiece(sql, at);
        at = skipBlanks(sql, at + 1);
    }
    return static_cast<int>(QStringView(sql).left(at).count(u'\n')) + 1;
}

int lineOfPosition(const QString& sql, int position)
{
    const QList<uint> before = sql.toUcs4().mid(0, qMax(0, position - 1));
    return static_cast<int>(before.count(u'\n')) + 1;
}

} // namespace glow::store
