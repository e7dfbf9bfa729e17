#include "ui/editor/subtaskdelegate.h"

#include "app/editor/subtaskmodel.h"
#include "app/theme.h"
#include "ui/style/checkcircle.h"
#include "ui/style/icons.h"
#include "ui/style/rowpaint.h"

#include <QLineEdit>
#include <QPainter>

namespace glow::ui {

namespace {

constexpr int chipHeight = 18;

Chip chipOf(const QModelIndex& index)
{
    return {QStringLiteral("subtasks"), index.data(app::SubtaskModel::BelowRole).toString()};
}

} // namespace

SubtaskDelegate::SubtaskDelegate(const app::Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

void SubtaskDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    using Role = app::SubtaskModel::Role;
    const app::Colours& colours = m_theme.colours();
    const bool done = index.data(Role::CompletedRole).toBool();
    const bool blocked = !done && index.data(Role::BlockedRole).toBool();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool current = option.state & QStyle::State_HasFocus;
    if (current || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(current ? colours.selection : colours.chip);
        painter->drawRoundedRect(option.rect.adjusted(titleAt - 6, 1, 0, -1), 4, 4);
    }
    const QRect circle(option.rect.x(), option.rect.y() + (rowHeight - circleSize) / 2, circleSize,
                       circleSize);
    paintCheckCircle(*painter, m_theme, QStyle::visualRect(option.direction, option.rect, circle),
                     static_cast<core::Priority>(index.data(Role::PriorityRole).toInt()), done, blocked);
    const bool pending = index.data(Role::PendingRole).toBool();
    const QRect chip = chipPlace(option.rect, index);
    QRect text = option.rect.adjusted(titleAt, 0, pending ? -20 : -4, 0);
    if (!chip.isNull())
        text.setRight(chip.left() - 6);
    QFont font = m_theme.font(app::Theme::Text::Body);
    font.setStrikeOut(done);
    painter->setFont(font);
    painter->setPen(done || blocked ? colours.muted : colours.text);
    const QString title = index.data().toString().simplified();
    // Beside the circle, and in the direction of its own script.
    const Qt::Alignment side = option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    painter->setLayoutDirection(title.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter->drawText(QStyle::visualRect(option.direction, option.rect, text),
                      static_cast<int>(Qt::AlignVCenter | side | Qt::AlignAbsolute),
                      QFontMetrics(font).elidedText(title, Qt::ElideRight, text.width()));
    if (!chip.isNull())
        paintChip(*painter, m_theme, QStyle::visualRect(option.direction, option.rect, chip), chipOf(index),
                  current, option.direction);
    if (pending) {
        const QRect mark(option.rect.right() - 17, option.rect.y(), 14, rowHeight);
        paintIcon(*painter, QStyle::visualRect(option.direction, option.rect, mark),
                  QStringLiteral("pending"), 14, colours.muted, option.direction);
    }
    painter->restore();
}

/// Behind the title, as far as there is room.
QRect SubtaskDelegate::chipPlace(const QRect& row, const QModelIndex& index) const
{
    const Chip chip = chipOf(index);
    if (chip.text.isEmpty())
        return {};
    const int width = chipWidth(m_theme, chip);
    const QFontMetrics metrics(m_theme.font(app::Theme::Text::Body));
    const int behind = titleAt + metrics.horizontalAdvance(index.data().toString().simplified()) + 8;
    const int last = row.width() - width - (index.data(app::SubtaskModel::PendingRole).toBool() ? 20 : 4);
    return {row.x() + std::min(behind, last), row.y() + (row.height() - chipHeight) / 2, width, chipHeight};
}

QSize SubtaskDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {100, rowHeight};
}

QWidget* SubtaskDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const
{
    auto* line = new QLineEdit(parent);
    line->setAccessibleName(tr("Title of the subtask"));
    return line;
}

/// Not again when the model follows what others write: somebody types.
void SubtaskDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    const auto* line = qobject_cast<QLineEdit*>(editor);
    if (!line || !line->isModified())
        QStyledItemDelegate::setEditorData(editor, index);
}

void SubtaskDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                           const QModelIndex&) const
{
    const QRect place = option.rect.adjusted(titleAt - 10, 0, 0, 0);
    editor->setGeometry(QStyle::visualRect(option.direction, option.rect, place));
}

} // namespace glow::ui
