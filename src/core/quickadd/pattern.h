#pragma once
#include <QRegularExpression>

/// Matches a whole text; the expression is compiled once. Only for the readers of this folder.
#define GLOW_MATCH(TEXT, PATTERN)                                                                            \
    [](const QString& subject) {                                                                             \
        static const QRegularExpression expression(QStringLiteral("^(?:" PATTERN ")$"));                     \
        return expression.match(subject);                                                                    \
    }(TEXT)
