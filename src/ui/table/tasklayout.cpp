#include "ui/table/tasklayout.h"

#include <algorithm>
#include <numeric>

namespace glow::ui {

namespace {

constexpr int gapBeforeChips = 6;
constexpr int gapBetweenChips = 4;
constexpr int foldAngle = 12;

QRect centred(const QRect& cell, int x, int width, int height)
{
    return {cell.left() + x, cell.top() + (cell.height() - height) / 2, width, height};
}

} // namespace

QRect TaskLayout::mirrored(const QRect& bounds, const QRect& rect) const
{
    if (m_direction == Qt::LeftToRight || rect.isNull())
        return rect;
    QRect moved = rect;
    moved.moveLeft(bounds.left() + bounds.right() - rect.right());
    return moved;
}

int TaskLayout::logicalX(const QRect& bounds, int x) const
{
    return m_direction == Qt::LeftToRight ? x - bounds.left() : bounds.right() - x;
}

/// The title is cut first, never below `leastTitle`; then chips go one by one from the end and become "+n".
TaskLayout::Title TaskLayout::title(const QRect& cell, const Content& content) const
{
    const int start = titleStart(content.tree, content.depth);
    int room = cell.width() - start - cellPadding;
    Title at;
    if (content.pending) {
        room -= pendingMark + cellPadding;
        at.pending = centred(cell, cell.width() - cellPadding - pendingMark, pendingMark, pendingMark);
    }
    int shown = static_cast<int>(content.chipWidths.size());
    const auto chipRoom = [&content](int count) {
        const int hidden = static_cast<int>(content.chipWidths.size()) - count;
        int width = std::accumulate(content.chipWidths.begin(), content.chipWidths.begin() + count, 0);
        int pieces = count;
        if (hidden > 0) {
            width += content.moreWidth(hidden);
            ++pieces;
        }
        return pieces == 0 ? 0 : gapBeforeChips + width + gapBetweenChips * (pieces - 1);
    };
    while (shown > 0 && room - chipRoom(shown) < std::min(content.titleWidth, leastTitle))
        --shown;
    const int titleRoom = std::max(0, room - chipRoom(shown));
    const int titleWidth = std::min(content.titleWidth, titleRoom);
    at.title = QRect(cell.left() + start, cell.top(), titleWidth, cell.height());
    int x = start + titleWidth + gapBeforeChips;
    for (int i = 0; i < shown; ++i) {
        at.chips.append(mirrored(cell, centred(cell, x, content.chipWidths.at(i), chipHeight)));
        x += content.chipWidths.at(i) + gapBetweenChips;
    }
    at.hidden = static_cast<int>(content.chipWidths.size()) - shown;
    if (at.hidden > 0 && x + content.moreWidth(at.hidden) <= cell.width())
        at.more = mirrored(cell, centred(cell, x, content.moreWidth(at.hidden), chipHeight));
    const int circleStart = content.tree ? start - 32 : 20;
    at.circle = mirrored(cell, centred(cell, circleStart, circle, circle));
    at.circleHit = mirrored(cell, QRect(cell.left() + circleStart - (hitArea - circle) / 2, cell.top(),
                                        hitArea, std::max(hitArea, cell.height()))
                                      .intersected(cell));
    if (content.folds)
        at.fold = mirrored(cell, centred(cell, start - 52, 12, 12));
    at.title = mirrored(cell, at.title);
    at.pending = mirrored(cell, at.pending);
    return at;
}

TaskLayout::Heading TaskLayout::heading(const QRect& row, bool folds, int textWidth, int countWidth,
                                        int actionWidth, int shift) const
{
    const QRect line = row.translated(0, shift);
    const int start = folds ? 2 * headingInset : headingInset;
    const int room = row.width() - start - headingInset - countWidth - actionWidth - 3 * cellPadding;
    const int width = std::min(textWidth, std::max(0, room));
    Heading at;
    if (folds)
        at.fold = mirrored(row, centred(line, headingInset, foldAngle, foldAngle));
    at.text = QRect(line.left() + start, line.top(), width, line.height());
    at.count = QRect(at.text.left() + width + cellPadding, line.top(), countWidth, line.height());
    if (actionWidth > 0)
        at.action =
            QRect(line.right() + 1 - headingInset - actionWidth, line.top(), actionWidth, line.height());
    at.text = mirrored(row, at.text);
    at.count = mirrored(row, at.count);
    at.action = mirrored(row, at.action);
    return at;
}

QRect TaskLayout::text(const QRect& cell) const
{
    // The text runs up to the next cell's own padding.
    return mirrored(cell, cell.adjusted(cellPadding, 0, -1, 0));
}

TaskLayout::Marked TaskLayout::marked(const QRect& cell) const
{
    const QRect inner = cell.adjusted(cellPadding, 0, -1, 0);
    return {mirrored(cell, QRect(inner.left() - 2, inner.top(), 12, inner.height())),
            mirrored(cell, inner.adjusted(16, 0, 0, 0))};
}

QRect TaskLayout::currentBar(const QRect& cell) const
{
    return mirrored(cell, QRect(cell.left(), cell.top(), 3, cell.height()));
}

} // namespace glow::ui
