#include "ui/style/rowpaint.h"

#include "app/theme.h"
#include "ui/style/icons.h"

#include <QPainter>
#include <QStyle>

namespace glow::ui {

namespace {

using Text = app::Theme::Text;

constexpr int chipPadding = 6;
constexpr int chipIcon = 12;
constexpr int chipIconGap = 4;

} // namespace

int chipWidth(const app::Theme& theme, const Chip& chip)
{
    const QFontMetrics metrics(theme.font(Text::Chip));
    return metrics.horizontalAdvance(chip.text) + 2 * chipPadding +
           (chip.icon.isEmpty() ? 0 : chipIcon + chipIconGap);
}

void paintChip(QPainter& painter, const app::Theme& theme, const QRect& rect, const Chip& chip, bool selected,
               Qt::LayoutDirection direction)
{
    const app::Colours& colours = theme.colours();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(selected ? colours.surface : colours.chip);
    painter.drawRoundedRect(rect, 4, 4);
    QRect inner = rect.adjusted(chipPadding, 0, -chipPadding, 0);
    if (!chip.icon.isEmpty()) {
        const QRect icon(inner.left(), inner.top(), chipIcon, inner.height());
        paintIcon(painter, QStyle::visualRect(direction, inner, icon), chip.icon, chipIcon, colours.muted,
                  direction);
        inner = QStyle::visualRect(direction, inner, inner.adjusted(chipIcon + chipIconGap, 0, 0, 0));
    }
    painter.setFont(theme.font(Text::Chip));
    painter.setPen(colours.muted);
    painter.setLayoutDirection(chip.text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(inner, Qt::AlignCenter | Qt::TextSingleLine, chip.text);
    painter.restore();
}

QString oneLine(QString text)
{
    for (QChar& c : text) {
        if (c == u'\n' || c == u'\r' || c == u'\t' || c == QChar::LineSeparator ||
            c == QChar::ParagraphSeparator)
            c = u' ';
    }
    return text;
}

void paintCellText(QPainter& painter, const app::Theme& theme, const QRect& rect, const QString& text,
                   const QColor& colour, Qt::LayoutDirection direction, bool atEnd)
{
    const QFont font = theme.font(Text::Body);
    painter.setFont(font);
    painter.setPen(colour);
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    const Qt::Alignment side = (direction == Qt::LeftToRight) != atEnd ? Qt::AlignLeft : Qt::AlignRight;
    const QString shown = QFontMetrics(font).elidedText(oneLine(text), Qt::ElideRight, rect.width());
    painter.drawText(rect, static_cast<int>(side | Qt::AlignAbsolute | Qt::AlignVCenter) | Qt::TextSingleLine,
                     shown);
}

void paintListMark(QPainter& painter, const app::Theme& theme, const QRect& place, bool inbox,
                   const QString& colour, Qt::LayoutDirection direction)
{
    if (inbox) {
        paintIcon(painter, place, QStringLiteral("inbox"), 12, theme.colours().muted, direction);
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.listColour(colour));
    QRectF dot(0, 0, 8, 8);
    dot.moveCenter(QRectF(place).center() + QPointF(0, 0.5));
    painter.drawEllipse(dot);
    painter.restore();
}

} // namespace glow::ui
