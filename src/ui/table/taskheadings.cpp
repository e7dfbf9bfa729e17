// Headings of the task table, painted across the row.
#include "app/theme.h"
#include "ui/style/icons.h"
#include "ui/table/taskdelegate.h"

#include <QLocale>
#include <QPainter>

namespace glow::ui {

using app::TaskTableModel;
using app::Theme;

namespace {

bool isSection(const QModelIndex& index)
{
    return !index.data(TaskTableModel::SectionRole).toUuid().isNull();
}

QString countOf(const QModelIndex& index)
{
    return QLocale().toString(index.data(TaskTableModel::GroupCountRole).toInt());
}

} // namespace

QString TaskDelegate::headingAction(const QModelIndex& index)
{
    return index.data(TaskTableModel::GroupOverdueRole).toBool() ? tr("Move all to today") : QString();
}

TaskLayout::Heading TaskDelegate::headingPlaces(const QRect& row, Qt::LayoutDirection direction,
                                                const QModelIndex& index) const
{
    const auto width = [this](Theme::Text face, const QString& text) {
        return text.isEmpty() ? 0 : QFontMetrics(m_theme.font(face)).horizontalAdvance(text) + 1;
    };
    return TaskLayout(direction).heading(
        row, isSection(index), width(Theme::Text::Strong, index.data().toString()),
        width(Theme::Text::Body, countOf(index)), width(Theme::Text::HintMedium, headingAction(index)),
        m_theme.metrics().headingShift);
}

void TaskDelegate::paintHeading(QPainter& painter, const QRect& row, Qt::LayoutDirection direction,
                                const QModelIndex& index) const
{
    const TaskLayout::Heading at = headingPlaces(row, direction, index);
    const app::Colours& colours = m_theme.colours();
    const Qt::Alignment side = direction == Qt::LeftToRight ? Qt::AlignLeft : Qt::AlignRight;
    const auto write = [&](const QRect& rect, Theme::Text face, const QColor& colour, const QString& text) {
        painter.setFont(m_theme.font(face));
        painter.setPen(colour);
        painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, rect.width());
        painter.drawText(
            rect, static_cast<int>(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
    };
    if (!at.fold.isNull()) {
        const bool isFolded = index.data(TaskTableModel::CollapsedRole).toBool();
        paintIcon(painter, at.fold,
                  isFolded ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down"),
                  at.fold.width(), colours.muted, direction);
    }
    write(at.text, Theme::Text::Strong, colours.text, index.data().toString());
    write(at.count, Theme::Text::Body, colours.muted, countOf(index));
    if (!at.action.isNull())
        write(at.action, Theme::Text::HintMedium, colours.accent, headingAction(index));
}

} // namespace glow::ui
