#include "core/notes/codefence.h"

#include <QRegularExpression>

namespace glow::core {

void CodeFence::read(QStringView line)
{
    if (isOpen()) {
        if (isClosedBy(line))
            m_marks.clear();
        return;
    }
    static const QRegularExpression opener(
        QStringLiteral(R"(^((?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])[ \t]))*[ \t]*)(`{3,}(?=[^`]*$)|~{3,}))"));
    const QRegularExpressionMatch match = opener.match(line.toString());
    if (!match.hasMatch())
        return;
    const QString prefix = match.captured(1);
    m_marks = match.captured(2);
    m_quoted = prefix.contains(u'>');
    m_column = m_quoted || prefix.trimmed().isEmpty() ? 0 : prefix.size();
}

bool CodeFence::isClosedBy(QStringView line) const
{
    const QStringView typed = line.trimmed();
    if (m_quoted && !typed.startsWith(u'>'))
        return true;
    qsizetype indent = 0;
    while (indent < line.size() && line.at(indent).isSpace())
        ++indent;
    if (!typed.isEmpty() && indent < m_column)
        return true; // left of the item that holds it
    const QStringView content = m_quoted ? typed.mid(1).trimmed() : typed;
    qsizetype marks = 0;
    while (marks < content.size() && content.at(marks) == m_marks.at(0))
        ++marks;
    return marks >= m_marks.size() && marks == content.size();
}

} // namespace glow::core
