// Buttons of every kind: plain, main, quiet, links, segments, tool buttons.
#include "ui/style/glowstyle.h"
#include "ui/style/icons.h"
#include "ui/style/paintparts.h"
#include "ui/style/stylepaint.h"

namespace glow::ui::stylepaint {

using app::Theme;

namespace {

bool isSegment(const QWidget* widget)
{
    return hasLook(widget, u"segment-first") || hasLook(widget, u"segment-middle") ||
           hasLook(widget, u"segment-last");
}

// A segment's leading line is its neighbour's trailing one, so the box begins one pixel early and is cut
// there.
void segment(const Theme& theme, QPainter& painter, const QRect& rect, QStyle::State state,
             const QWidget* widget, Qt::LayoutDirection direction)
{
    const app::Colours& c = theme.colours();
    const bool rtl = direction == Qt::RightToLeft;
    const bool roundLeft = hasLook(widget, rtl ? u"segment-last" : u"segment-first");
    const bool roundRight = hasLook(widget, rtl ? u"segment-first" : u"segment-last");
    QRectF box(rect);
    if (!roundLeft)
        box.setLeft(box.left() - (rtl ? radius : 1 + radius));
    if (!roundRight)
        box.setRight(box.right() + (rtl ? 1 + radius : radius));
    painter.setClipRect(rect);
    QColor fill = c.surface;
    if (has(state, QStyle::State_On) || has(state, QStyle::State_Sunken))
        fill = c.accentTint;
    else if (has(state, QStyle::State_MouseOver))
        fill = c.hover;
    roundedBox(painter, box, radius, fill, c.outline);
    const bool leadingOpen = rtl ? !roundLeft : !roundRight;
    if (leadingOpen) {
        const qreal x = rtl ? rect.left() + 0.5 : rect.right() + 0.5;
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom() + 1));
    }
}

QColor buttonTextColour(const app::Colours& c, QStyle::State state, const QWidget* widget)
{
    if (!has(state, QStyle::State_Enabled))
        return faded(c.muted);
    if (hasLook(widget, u"main"))
        return c.onAccent;
    if (hasLook(widget, u"link") || has(state, QStyle::State_On))
        return c.accent;
    return isSegment(widget) ? c.muted : c.text;
}

QFont buttonFont(const Theme& theme, QStyle::State state, const QWidget* widget)
{
    if (hasLook(widget, u"small"))
        return theme.font(Theme::Text::Hint);
    if (hasLook(widget, u"link"))
        return theme.font(Theme::Text::HintMedium);
    const bool strong = hasLook(widget, u"main") || (has(state, QStyle::State_On) && isSegment(widget));
    return theme.font(strong ? Theme::Text::Strong : Theme::Text::Body);
}

void buttonBox(const Theme& theme, QPainter& painter, const QRect& rect, QStyle::State state,
               const QWidget* widget, Qt::LayoutDirection direction)
{
    const app::Colours& c = theme.colours();
    const bool enabled = has(state, QStyle::State_Enabled);
    const bool hover = enabled && has(state, QStyle::State_MouseOver);
    const bool pressed = enabled && has(state, QStyle::State_Sunken);
    if (isSegment(widget)) {
        segment(theme, painter, rect, state, widget, direction);
    } else if (hasLook(widget, u"main")) {
        QColor fill = enabled ? c.accent : faded(c.muted);
        if (pressed || hover)
            fill = theme.isDark() ? fill.lighter(pressed ? 112 : 106) : fill.darker(pressed ? 118 : 108);
        roundedBox(painter, rect, radius, fill, {});
    } else if (hasLook(widget, u"quiet") || hasLook(widget, u"link")) {
        if (pressed || has(state, QStyle::State_On))
            roundedBox(painter, rect, radius, c.accentTint, {});
        else if (hover)
            roundedBox(painter, rect, radius, c.chip, {});
    } else {
        const bool on = pressed || has(state, QStyle::State_On);
        roundedBox(painter, rect, radius, on ? c.accentTint : hover ? c.hover : c.surface, c.outline);
    }
}

} // namespace

void button(const Theme& theme, QPainter& painter, const QStyleOptionButton& option, const QWidget* widget)
{
    const Saved saved(painter);
    buttonBox(theme, painter, option.rect, option.state, widget, option.direction);
}

void buttonLabel(const Theme& theme, QPainter& painter, const QStyleOptionButton& option,
                 const QWidget* widget)
{
    const Saved saved(painter);
    painter.setFont(buttonFont(theme, option.state, widget));
    painter.setPen(buttonTextColour(theme.colours(), option.state, widget));
    QRect inside = option.rect.adjusted(4, 0, -4, 0);
    if (option.features & QStyleOptionButton::HasMenu) {
        const QRect mark(inside.right() - iconSize + 1, inside.y(), iconSize, inside.height());
        paintIcon(painter, QStyle::visualRect(option.direction, inside, mark), QStringLiteral("chevron-down"),
                  12, theme.colours().muted);
        inside = QStyle::visualRect(option.direction, inside, inside.adjusted(0, 0, -iconSize, 0));
    }
    iconAndText(painter, inside, option.icon, option.text, option.iconSize, option.state, option.direction,
                true);
}

void toolButton(const Theme& theme, QPainter& painter, const QStyleOptionToolButton& option,
                const QWidget* widget)
{
    const Saved saved(painter);
    buttonBox(theme, painter, option.rect, option.state, widget, option.direction);
    painter.setFont(buttonFont(theme, option.state, widget));
    painter.setPen(buttonTextColour(theme.colours(), option.state, widget));
    const bool showText = option.toolButtonStyle != Qt::ToolButtonIconOnly;
    const bool showIcon = option.toolButtonStyle != Qt::ToolButtonTextOnly;
    const QString text = showText || option.icon.isNull() ? option.text : QString();
    if (hasLook(widget, u"row")) { // a row of the sidebar
        iconAndText(painter, option.rect.adjusted(8, 0, -8, 0), option.icon, text, option.iconSize,
                    option.state, option.direction, false, 10);
        return;
    }
    iconAndText(painter, option.rect.adjusted(4, 0, -4, 0), showIcon ? option.icon : QIcon(), text,
                option.iconSize, option.state, option.direction, true);
}

} // namespace glow::ui::stylepaint
