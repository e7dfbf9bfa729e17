#pragma once
#include <QTextBlock>
#include <QTextDocument>

namespace glow::ui {

/// Something in rendered notes that can be worked: a box or a link.
struct NotesItem {
    int begin = -1; ///< in the document; -1: none
    int end = -1;
    qsizetype box = -1; ///< the place of its state in the notes; -1: a link
    QString target;     ///< of a link, as it was typed

    bool isValid() const { return begin >= 0; }
};

QList<NotesItem> notesItems(const QTextDocument& document);
/// The place of a block's box or bullet, in the document.
QRectF notesMarkRect(const QTextBlock& block, qreal width);
QTextBlock blockOfBox(const QTextDocument& document, qsizetype box);

} // namespace glow::ui
