#include "ui/sidebar/sidebardelegate.h"

#include "app/sidebar/sidebarmodel.h"
#include "app/theme.h"
#include "ui/style/icons.h"

#include <QLocale>
#include <QPainter>

namespace glow::ui {

namespace {

using app::SidebarModel;
using Text = app::Theme::Text;

constexpr int inset = 8;
constexpr int markSize = app::Metrics::iconSize;
constexpr int textAt = inset + markSize + 10;

QRect within(const QStyleOptionViewItem& option, const QRect& part)
{
    return QStyle::visualRect(option.direction, option.rect, part.translated(option.rect.topLeft()));
}

int alongText(const QStyleOptionViewItem& option)
{
    return Qt::AlignVCenter | (option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
}

} // namespace

SidebarDelegate::SidebarDelegate(const app::Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{}

QSize SidebarDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const auto kind = static_cast<SidebarModel::Kind>(index.data(SidebarModel::KindRole).toInt());
    return {0, kind == SidebarModel::Kind::Caption ? captionHeight : rowHeight};
}

QRect SidebarDelegate::plusRect(const QRect& caption, Qt::LayoutDirection direction)
{
    return QStyle::visualRect(direction, caption, QRect(caption.right() - 27, caption.bottom() - 23, 28, 24));
}

QRect SidebarDelegate::foldRect(const QRect& row, int depth, Qt::LayoutDirection direction)
{
    // Over the leading edge of the row, where no name begins; below the first level under the parent's dot.
    const QRect angle(row.left() + indent * depth - 2, row.top(), 12, row.height());
    return QStyle::visualRect(direction, row, angle);
}

void SidebarDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const auto kind = static_cast<SidebarModel::Kind>(index.data(SidebarModel::KindRole).toInt());
    if (kind == SidebarModel::Kind::Caption) {
        paintCaption(*painter, option, index.data().toString());
        painter->restore();
        return;
    }
    const app::Colours& c = m_theme.colours();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const bool hover = option.state.testFlag(QStyle::State_MouseOver);
    painter->setPen(Qt::NoPen);
    painter->setBrush(chosen ? c.accentTint : c.hairline);
    if (chosen || hover)
        painter->drawRoundedRect(option.rect, app::Metrics::radius, app::Metrics::radius);
    if (option.state.testFlag(QStyle::State_HasFocus) &&
        option.state.testFlag(QStyle::State_KeyboardFocusChange)) {
        painter->setPen(QPen(c.accent, 2));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), app::Metrics::radius,
                                 app::Metrics::radius);
    }
    const bool quiet = kind == SidebarModel::Kind::NewList || index.data(SidebarModel::ArchivedRole).toBool();
    const int depth = index.data(SidebarModel::DepthRole).toInt();
    const int shift = indent * depth;
    QStyleOptionViewItem inner = option;
    inner.rect = QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(shift, 0, 0, 0));
    paintMark(*painter, inner, index, chosen ? c.accent : c.muted);
    if (index.data(SidebarModel::FoldsRole).toBool()) {
        const bool closed = index.data(SidebarModel::CollapsedRole).toBool();
        paintIcon(*painter, foldRect(option.rect, depth, option.direction),
                  closed ? QStringLiteral("chevron-right") : QStringLiteral("chevron-down"), 10,
                  chosen ? c.accent : c.muted, option.direction);
    }

    const qint64 count = index.data(SidebarModel::CountRole).toLongLong();
    int room = option.rect.width() - textAt - inset - shift;
    if (count > 0) {
        const QString number = QLocale().toString(count);
        painter->setFont(m_theme.font(chosen ? Text::HintMedium : Text::Hint));
        painter->setPen(chosen ? c.accent : c.muted);
        const int width = painter->fontMetrics().horizontalAdvance(number) + 1;
        painter->drawText(within(option, {option.rect.width() - inset - width, 0, width, rowHeight}),
                          Qt::AlignCenter, number);
        room -= width + 8;
    }
    painter->setFont(m_theme.font(chosen ? Text::Strong : Text::Body));
    painter->setPen(chosen ? c.accent : quiet ? c.muted : c.text);
    const QString name = painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room);
    painter->drawText(within(option, {textAt + shift, 0, room, rowHeight}),
                      alongText(option) | Qt::TextSingleLine, name);
    painter->restore();
}

void SidebarDelegate::paintCaption(QPainter& painter, const QStyleOptionViewItem& option,
                                   const QString& text) const
{
    const app::Colours& c = m_theme.colours();
    painter.setFont(m_theme.font(Text::Caption));
    painter.setPen(c.muted);
    painter.drawText(within(option, {inset, captionHeight - 24, option.rect.width() - 40, 24}),
                     alongText(option), text);
    paintIcon(painter, within(option, {option.rect.width() - inset - 12, captionHeight - 24, 12, 24}),
              QStringLiteral("plus"), 12, c.muted);
}

void SidebarDelegate::paintMark(QPainter& painter, const QStyleOptionViewItem& option,
                                const QModelIndex& index, const QColor& ink) const
{
    const QRect place = within(option, {inset, 0, markSize, rowHeight});
    const QString colour = index.data(SidebarModel::ColourRole).toString();
    const QString name = index.data(SidebarModel::IconRole).toString();
    if (!name.isEmpty()) {
        paintIcon(painter, place, name, markSize, colour.isEmpty() ? ink : m_theme.listColour(colour),
                  option.direction);
        return;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.listColour(colour));
    painter.drawEllipse(QRect(place.x() + 4, place.y() + (rowHeight - 8) / 2, 8, 8));
}

} // namespace glow::ui
