#include "app/theme.h"
#include "ui/editor/notesedit.h"
#include "ui/editor/notesrender.h"
#include "ui/style/icons.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

namespace glow::ui {

namespace {

constexpr int boxSize = 14;
constexpr int boxRadius = 4;
constexpr int checkSize = 12;

} // namespace

QPointF NotesEdit::origin() const
{
    const QScrollBar& across = *horizontalScrollBar();
    const int x = isRightToLeft() ? across.maximum() - across.value() : across.value();
    return {static_cast<qreal>(-x), static_cast<qreal>(-verticalScrollBar()->value())};
}

QRectF NotesEdit::boxRect(const QTextBlock& block) const
{
    const QRectF mark = notesMarkRect(block, NotesRender::markWidth).translated(origin());
    const qreal left = block.textDirection() == Qt::RightToLeft ? mark.right() - boxSize : mark.left();
    return {left, mark.center().y() - boxSize / 2.0, boxSize, boxSize};
}

void NotesEdit::paintEvent(QPaintEvent* event)
{
    QTextEdit::paintEvent(event);
    if (m_source || !m_theme)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    paintMarks(painter, event->rect());
    if (hasFocus() && m_item.isValid())
        paintItem(painter);
}

void NotesEdit::paintMarks(QPainter& painter, const QRect& exposed) const
{
    const app::Colours& colours = m_theme->colours();
    const QString bullet = QStringLiteral("•");
    const qreal bulletWidth = document()->indentWidth();
    for (QTextBlock block = cursorForPosition({0, exposed.top() - NotesRender::markWidth}).block();
         block.isValid(); block = block.next()) {
        const QTextBlockFormat format = block.blockFormat();
        const bool box = format.hasProperty(NotesRender::boxProperty);
        if (!box && !format.hasProperty(NotesRender::bulletProperty))
            continue;
        const QRectF mark = notesMarkRect(block, bulletWidth).translated(origin());
        if (mark.top() > exposed.bottom())
            break;
        if (!box) {
            painter.setPen(colours.text);
            painter.setFont(document()->defaultFont());
            const Qt::Alignment side =
                block.textDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
            painter.drawText(mark, static_cast<int>(side | Qt::AlignVCenter), bullet);
            continue;
        }
        const bool checked = format.boolProperty(NotesRender::checkedProperty);
        const QRectF rect = boxRect(block).adjusted(0.5, 0.5, -0.5, -0.5);
        painter.setPen(QPen(checked ? colours.accent : colours.outline, 1.5));
        painter.setBrush(checked ? colours.accent : colours.surface);
        painter.drawRoundedRect(rect, boxRadius, boxRadius);
        if (checked)
            paintIcon(painter, boxRect(block).toRect(), QStringLiteral("check"), checkSize, colours.onAccent);
    }
}

/// A ring around what the keyboard works.
void NotesEdit::paintItem(QPainter& painter) const
{
    painter.setPen(QPen(m_theme->colours().ring, 2));
    painter.setBrush(Qt::NoBrush);
    const QTextBlock block = document()->findBlock(m_item.begin);
    if (m_item.box >= 0) {
        painter.drawRoundedRect(boxRect(block).adjusted(-2, -2, 2, 2), boxRadius + 2, boxRadius + 2);
        return;
    }
    const QTextLayout& layout = *block.layout();
    const int begin = m_item.begin - block.position();
    const int end = m_item.end - block.position();
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const int from = qMax(begin, line.textStart());
        const int to = qMin(end, line.textStart() + line.textLength());
        if (from >= to)
            continue;
        const QRectF rect(QPointF(line.cursorToX(from), line.y()),
                          QPointF(line.cursorToX(to), line.y() + line.height()));
        painter.drawRoundedRect(
            rect.normalized().translated(layout.position() + origin()).adjusted(-2, 0, 2, 0), 4, 4);
    }
}

} // namespace glow::ui
