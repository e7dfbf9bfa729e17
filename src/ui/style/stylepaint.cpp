#include "ui/style/stylepaint.h"

#include "ui/style/glowstyle.h"
#include "ui/style/icons.h"
#include "ui/style/paintparts.h"

#include <QPainterPath>
#include <QTextEdit>

namespace glow::ui::stylepaint {

using app::Theme;

void roundedBox(QPainter& painter, const QRectF& rect, qreal corner, const QColor& fill, const QColor& line)
{
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.setPen(line.isValid() ? QPen(line, 1) : QPen(Qt::NoPen));
    const qreal inset = line.isValid() ? 0.5 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner - inset, corner - inset);
}

QColor faded(QColor colour)
{
    colour.setAlphaF(0.6F);
    return colour;
}

bool has(QStyle::State state, QStyle::StateFlag flag)
{
    return state.testFlag(flag);
}

void iconAndText(QPainter& painter, const QRect& rect, const QIcon& icon, const QString& text,
                 const QSize& size, QStyle::State state, Qt::LayoutDirection direction, bool centred,
                 int between)
{
    const int side = icon.isNull() ? 0 : qMin(size.width(), size.height());
    const QFontMetrics metrics(painter.font());
    const int gap = side > 0 && !text.isEmpty() ? between : 0;
    const int room = rect.width() - side - gap;
    const QString shown = metrics.elidedText(text, Qt::ElideRight, room, Qt::TextShowMnemonic);
    const int textWidth = text.isEmpty() ? 0 : qMin(room, metrics.size(Qt::TextShowMnemonic, text).width());
    int x = rect.x();
    if (centred)
        x += (rect.width() - side - gap - textWidth) / 2;
    const QRect iconRect(x, rect.y() + (rect.height() - side) / 2, side, side);
    const QRect textRect(x + side + gap, rect.y(), textWidth + 1, rect.height());
    if (side > 0) {
        const QIcon::Mode mode = has(state, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled;
        icon.paint(&painter, QStyle::visualRect(direction, rect, iconRect), Qt::AlignCenter, mode);
    }
    painter.drawText(QStyle::visualRect(direction, rect, textRect),
                     Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextHideMnemonic |
                         (direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft),
                     shown);
}

void field(const Theme& theme, QPainter& painter, const QRect& rect, QStyle::State state)
{
    const Saved saved(painter);
    const app::Colours& c = theme.colours();
    const bool focused = has(state, QStyle::State_HasFocus) && has(state, QStyle::State_Enabled);
    roundedBox(painter, rect, radius, has(state, QStyle::State_Enabled) ? c.surface : c.window,
               focused ? c.accent : c.outline);
}

void comboBox(const Theme& theme, QPainter& painter, const QStyleOptionComboBox& option)
{
    const Saved saved(painter);
    const app::Colours& c = theme.colours();
    const bool enabled = has(option.state, QStyle::State_Enabled);
    const bool hover = enabled && has(option.state, QStyle::State_MouseOver) && !option.editable;
    const bool focused = option.editable && has(option.state, QStyle::State_HasFocus);
    roundedBox(painter, option.rect, radius,
               !enabled ? c.window
               : hover  ? c.hover
                        : c.surface,
               focused ? c.accent : c.outline);
    const QRect mark(option.rect.right() - 10 - iconSize + 2, option.rect.y(), iconSize,
                     option.rect.height());
    paintIcon(painter, QStyle::visualRect(option.direction, option.rect, mark), QStringLiteral("choose"),
              iconSize, enabled ? c.muted : faded(c.muted));
}

void comboBoxLabel(const Theme& theme, QPainter& painter, const QStyleOptionComboBox& option)
{
    if (option.editable)
        return;
    const Saved saved(painter);
    const app::Colours& c = theme.colours();
    painter.setPen(has(option.state, QStyle::State_Enabled) ? option.palette.color(QPalette::Text)
                                                            : faded(c.muted));
    const QRect inside =
        QStyle::visualRect(option.direction, option.rect, option.rect.adjusted(9, 0, -28, 0));
    iconAndText(painter, inside, option.currentIcon, option.currentText, option.iconSize, option.state,
                option.direction, false);
}

void spinBox(const Theme& theme, QPainter& painter, const QStyleOptionSpinBox& option, const QStyle& style,
             const QWidget* widget)
{
    field(theme, painter, option.rect, option.state);
    const auto arrow = [&](QStyle::SubControl control, const QString& name, bool possible) {
        const QRect rect = style.subControlRect(QStyle::CC_SpinBox, &option, control, widget);
        const QColor& muted = theme.colours().muted;
        paintIcon(painter, rect, name, 12, possible ? muted : faded(muted));
    };
    if (option.buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    arrow(QStyle::SC_SpinBoxUp, QStringLiteral("chevron-up"),
          option.stepEnabled & QAbstractSpinBox::StepUpEnabled);
    arrow(QStyle::SC_SpinBoxDown, QStringLiteral("chevron-down"),
          option.stepEnabled & QAbstractSpinBox::StepDownEnabled);
}

void checkIndicator(const Theme& theme, QPainter& painter, const QStyleOption& option)
{
    const Saved saved(painter);
    const app::Colours& c = theme.colours();
    const bool enabled = has(option.state, QStyle::State_Enabled);
    if (has(option.state, QStyle::State_On) || has(option.state, QStyle::State_NoChange)) {
        roundedBox(painter, option.rect, 4, enabled ? c.accent : faded(c.muted), {});
        const QString name =
            has(option.state, QStyle::State_On) ? QStringLiteral("check") : QStringLiteral("minus");
        paintIcon(painter, option.rect, name, 12, c.onAccent);
        return;
    }
    const bool hover = enabled && has(option.state, QStyle::State_MouseOver);
    roundedBox(painter, option.rect, 4, hover ? c.hover : c.surface, enabled ? c.ring : faded(c.ring));
}

void radioIndicator(const Theme& theme, QPainter& painter, const QStyleOption& option)
{
    const Saved saved(painter);
    const app::Colours& c = theme.colours();
    const bool enabled = has(option.state, QStyle::State_Enabled);
    const QRectF circle(option.rect);
    if (has(option.state, QStyle::State_On)) {
        painter.setPen(QPen(enabled ? c.accent : faded(c.muted), 5));
        painter.setBrush(c.surface);
        painter.drawEllipse(circle.adjusted(2.5, 2.5, -2.5, -2.5));
        return;
    }
    roundedBox(painter, circle, circle.width() / 2, c.surface, enabled ? c.ring : faded(c.ring));
}

void indicatorLabel(const Theme& theme, QPainter& painter, const QStyleOptionButton& option)
{
    const Saved saved(painter);
    const app::Colours& c = theme.colours();
    painter.setPen(has(option.state, QStyle::State_Enabled) ? c.text : faded(c.muted));
    iconAndText(painter, option.rect, option.icon, option.text, option.iconSize, option.state,
                option.direction, false);
}

void scrollBar(const Theme& theme, QPainter& painter, const QStyleOptionSlider& option, const QRect& handle)
{
    if (option.minimum >= option.maximum)
        return;
    const Saved saved(painter);
    QColor colour = theme.colours().ring;
    const bool active = has(option.state, QStyle::State_MouseOver) || has(option.state, QStyle::State_Sunken);
    colour.setAlphaF(active ? 0.8F : 0.45F);
    const QRectF bar = QRectF(handle).adjusted(2, 2, -2, -2);
    const qreal corner = qMin(bar.width(), bar.height()) / 2;
    roundedBox(painter, bar, corner, colour, {});
}

void menuItem(const Theme& theme, QPainter& painter, const QStyleOptionMenuItem& option)
{
    const Saved saved(painter);
    const app::Colours& c = theme.colours();
    const QRect& rect = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.setPen(c.hairline);
        painter.drawLine(QPointF(rect.left() + 8, rect.center().y() + 0.5),
                         QPointF(rect.right() - 7, rect.center().y() + 0.5));
        return;
    }
    const bool enabled = has(option.state, QStyle::State_Enabled);
    if (enabled && has(option.state, QStyle::State_Selected))
        roundedBox(painter, rect, radius, c.chip, {});
    const QRect row = rect.adjusted(10, 0, -10, 0);
    const auto place = [&](int from, int width) {
        return QStyle::visualRect(option.direction, row, QRect(row.x() + from, row.y(), width, row.height()));
    };
    const bool checkable = option.checkType != QStyleOptionMenuItem::NotCheckable;
    if (checkable && option.checked)
        paintIcon(painter, place(0, iconSize), QStringLiteral("check"), iconSize, c.accent);
    else if (!option.icon.isNull())
        option.icon.paint(&painter, place(0, iconSize), Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled);
    const qsizetype tab = option.text.indexOf(u'\t');
    const int indent = iconSize + 10;
    const QRect words = place(indent, row.width() - indent);
    const int leading = option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    const int trailing = option.direction == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight;
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextHideMnemonic;
    painter.setFont(option.font);
    painter.setPen(enabled ? c.text : faded(c.muted));
    painter.drawText(words, flags | leading, tab < 0 ? option.text : option.text.left(tab));
    painter.setPen(enabled ? c.muted : faded(c.muted));
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintIcon(painter, place(row.width() - 12, 12), QStringLiteral("chevron-right"), 12, c.muted,
                  option.direction);
    else if (tab >= 0)
        painter.drawText(words, flags | trailing, option.text.mid(tab + 1));
}

void menuBarItem(const Theme& theme, QPainter& painter, const QStyleOptionMenuItem& option)
{
    const Saved saved(painter);
    const app::Colours& c = theme.colours();
    painter.fillRect(option.rect, c.sidebar);
    const bool active = has(option.state, QStyle::State_Selected) || has(option.state, QStyle::State_Sunken);
    if (active)
        roundedBox(painter, option.rect.adjusted(0, 2, 0, -2), radius, c.accentTint, {});
    painter.setPen(has(option.state, QStyle::State_Enabled) ? c.text : faded(c.muted));
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextShowMnemonic, option.text);
}

void popup(const Theme& theme, QPainter& painter, const QRect& rect)
{
    const Saved saved(painter);
    roundedBox(painter, rect, 8, theme.colours().surface, theme.colours().outline);
}

void headerSection(const Theme& theme, QPainter& painter, const QStyleOption& option)
{
    const app::Colours& c = theme.colours();
    painter.fillRect(option.rect, c.surface);
    const int bottom = option.rect.bottom();
    painter.fillRect(QRect(option.rect.left(), bottom, option.rect.width(), 1), c.hairline);
}

void headerLabel(const Theme& theme, QPainter& painter, const QStyleOptionHeader& option)
{
    const Saved saved(painter);
    const app::Colours& c = theme.colours();
    const bool sorted = option.sortIndicator != QStyleOptionHeader::None;
    painter.setFont(theme.font(sorted ? Theme::Text::HintMedium : Theme::Text::Hint));
    painter.setPen(sorted ? c.text : c.muted);
    const QRect inside = option.rect.adjusted(8, 0, -8, 0);
    const QFontMetrics metrics(painter.font());
    const int room = inside.width() - (sorted ? 18 : 0);
    const QString shown = metrics.elidedText(option.text, Qt::ElideRight, room);
    const int width = metrics.horizontalAdvance(shown);
    const QRect words(inside.x(), inside.y(), width + 1, inside.height());
    painter.drawText(QStyle::visualRect(option.direction, inside, words),
                     Qt::AlignVCenter | Qt::TextSingleLine, shown);
    if (!sorted)
        return;
    // Qt calls the indicator of an ascending order "down".
    const bool ascending = option.sortIndicator == QStyleOptionHeader::SortDown;
    const QRect mark(inside.x() + width + 6, inside.y(), 12, inside.height());
    paintIcon(painter, QStyle::visualRect(option.direction, inside, mark),
              ascending ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"), 12, c.text);
}

void tab(const Theme& theme, QPainter& painter, const QStyleOptionTab& option)
{
    const Saved saved(painter);
    const app::Colours& c = theme.colours();
    const bool chosen = has(option.state, QStyle::State_Selected);
    painter.setFont(theme.font(chosen ? Theme::Text::Strong : Theme::Text::Body));
    painter.setPen(chosen ? c.accent : c.muted);
    painter.drawText(option.rect, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextShowMnemonic, option.text);
    if (chosen)
        painter.fillRect(QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2),
                         c.accent);
}

void progressBar(const Theme& theme, QPainter& painter, const QStyleOptionProgressBar& option)
{
    const Saved saved(painter);
    const app::Colours& c = theme.colours();
    QRect groove(option.rect.x(), option.rect.center().y() - 2, option.rect.width(), 4);
    roundedBox(painter, groove, 2, c.hairline, {});
    const int range = option.maximum - option.minimum;
    if (range <= 0)
        return;
    const int width = groove.width() * (option.progress - option.minimum) / range;
    const QRect done(groove.x(), groove.y(), width, groove.height());
    roundedBox(painter, QStyle::visualRect(option.direction, groove, done), 2, c.accent, {});
}

void focusFrame(const Theme& theme, QPainter& painter, const QRect& rect, const QWidget* inside)
{
    const Saved saved(painter);
    const app::Colours& c = theme.colours();
    const bool isField = inside && inside->inherits("QLineEdit");
    const bool isTextArea = inside && (inside->inherits("QTextEdit") || inside->inherits("QPlainTextEdit"));
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(isField || isTextArea ? c.accentTint : c.accent, 2));
    const qreal inset = isField || isTextArea ? 2 : 1;
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius + 2, radius + 2);
}

} // namespace glow::ui::stylepaint
