#pragma once
#include <QString>

namespace glow::core {

/// Whether a line of Markdown stands in a fence of code (``` or ~~~); lines are read in their order.
class CodeFence {
public:
    void read(QStringView line);
    bool isOpen() const { return !m_marks.isEmpty(); }
    /// The line that opens it again.
    QString reopened() const { return (m_quoted ? QStringLiteral("> ") : QString()) + m_marks; }

private:
    bool isClosedBy(QStringView line) const;

    QString m_marks; ///< empty: none is open
    bool m_quoted = false;
    qsizetype m_column = 0; ///< of the list item that holds it
};

} // namespace glow::core
