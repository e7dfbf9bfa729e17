#include "ui/editor/notesitems.h"

#include "ui/editor/notesrender.h"

#include <QTextLayout>

namespace glow::ui {

QList<NotesItem> notesItems(const QTextDocument& document)
{
    QList<NotesItem> items;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QVariant box = block.blockFormat().property(NotesRender::boxProperty);
        if (box.isValid())
            items.append({block.position(), block.position(), box.toLongLong(), {}});
        for (auto each = block.begin(); !each.atEnd(); ++each) {
            const QTextFragment fragment = each.fragment();
            if (!fragment.charFormat().isAnchor())
                continue;
            const QString target = fragment.charFormat().anchorHref();
            const int end = fragment.position() + fragment.length();
            if (!items.isEmpty() && items.constLast().box < 0 && items.constLast().target == target &&
                items.constLast().end == fragment.position())
                items.last().end = end;
            else
                items.append({fragment.position(), end, -1, target});
        }
    }
    return items;
}

QRectF notesMarkRect(const QTextBlock& block, qreal width)
{
    const QTextLayout* layout = block.layout();
    if (!layout || layout->lineCount() == 0)
        return {};
    const QTextLine line = layout->lineAt(0);
    const QRectF text = line.naturalTextRect().translated(layout->position());
    const qreal left = block.textDirection() == Qt::RightToLeft ? text.right() : text.left() - width;
    return {left, text.top(), width, text.height()};
}

QTextBlock blockOfBox(const QTextDocument& document, qsizetype box)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QVariant place = block.blockFormat().property(NotesRender::boxProperty);
        if (place.isValid() && place.toLongLong() == box)
            return block;
    }
    return {};
}

} // namespace glow::ui
