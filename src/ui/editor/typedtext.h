#pragma once
#include <QTextDocument>

namespace glow::ui {

/// The text of a field exactly as typed: toPlainText() would turn a no-break space into a space.
inline QString typedText(const QTextDocument& document)
{
    QString text = document.toRawText();
    text.replace(QChar::ParagraphSeparator, u'\n');
    text.replace(QChar::LineSeparator, u'\n');
    return text;
}

} // namespace glow::ui
