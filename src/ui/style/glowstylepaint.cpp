// Which control GlowStyle paints by which function of stylepaint.
#include "app/theme.h"
#include "ui/style/glowstyle.h"
#include "ui/style/stylepaint.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QFrame>
#include <QGuiApplication>
#include <QPainter>
#include <QStyleOption>

namespace glow::ui {

namespace {

template <typename Option> const Option& as(const QStyleOption* option)
{
    return *static_cast<const Option*>(option);
}

} // namespace

/// A label stands by the window's direction, whatever script its words are in.
void GlowStyle::drawItemText(QPainter* painter, const QRect& rect, int flags, const QPalette& palette,
                             bool enabled, const QString& text, QPalette::ColorRole role) const
{
    constexpr int sides = Qt::AlignLeft | Qt::AlignRight;
    const bool isOneSided = (flags & sides) == Qt::AlignLeft || (flags & sides) == Qt::AlignRight;
    const int against =
        QGuiApplication::isRightToLeft() ? Qt::TextForceLeftToRight : Qt::TextForceRightToLeft;
    if (isOneSided && (flags & against))
        flags ^= sides;
    QProxyStyle::drawItemText(painter, rect, flags, palette, enabled, text, role);
}

void GlowStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const
{
    const app::Colours& c = m_theme.colours();
    switch (element) {
    case PE_FrameFocusRect:
        return; // the focus frame and the current row's bar say it
    case PE_PanelLineEdit:
        if (!hasLook(widget, u"bare") &&
            !(widget && qobject_cast<const QAbstractSpinBox*>(widget->parentWidget())) &&
            !(widget && qobject_cast<const QComboBox*>(widget->parentWidget())))
            stylepaint::field(m_theme, *painter, option->rect, option->state);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        if (widget && widget->inherits("QComboBoxPrivateContainer")) { // the popup of a drop-down
            painter->setPen(c.outline);
            painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        } else if (isTextField(widget) && as<QStyleOptionFrame>(option).lineWidth > 0)
            stylepaint::field(m_theme, *painter, option->rect, option->state);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return stylepaint::checkIndicator(m_theme, *painter, *option);
    case PE_IndicatorRadioButton:
        return stylepaint::radioIndicator(m_theme, *painter, *option);
    case PE_PanelMenu:
        return stylepaint::popup(m_theme, *painter, option->rect);
    case PE_FrameMenu:
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, c.surface);
        painter->setPen(c.outline);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_IndicatorItemViewItemDrop: {
        // A target is outlined inside its edge, a place between two rows is a line.
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(QPen(c.accent, 2));
        if (option->rect.height() <= 2)
            painter->drawLine(option->rect.topLeft(), option->rect.topRight());
        else
            painter->drawRoundedRect(QRectF(option->rect).adjusted(1, 1, -1, -1), app::Metrics::radius,
                                     app::Metrics::radius);
        painter->restore();
        return;
    }
    case PE_PanelMenuBar:
    case PE_FrameTabBarBase:
    case PE_FrameStatusBarItem:
        return;
    case PE_PanelItemViewItem:
        if (option->state.testFlag(State_Selected))
            painter->fillRect(option->rect, c.selection);
        else if (option->state.testFlag(State_MouseOver) && option->state.testFlag(State_Enabled))
            painter->fillRect(option->rect, c.hover);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void GlowStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                            const QWidget* widget) const
{
    switch (element) {
    case CE_ItemViewItem: { // what is selected lies on a light tint, so its text keeps its colour
        QStyleOptionViewItem item = as<QStyleOptionViewItem>(option);
        item.palette.setColor(QPalette::HighlightedText, item.palette.color(QPalette::Text));
        QProxyStyle::drawControl(element, &item, painter, widget);
        return;
    }
    case CE_PushButtonBevel:
        return stylepaint::button(m_theme, *painter, as<QStyleOptionButton>(option), widget);
    case CE_PushButtonLabel:
        return stylepaint::buttonLabel(m_theme, *painter, as<QStyleOptionButton>(option), widget);
    case CE_CheckBoxLabel:
    case CE_RadioButtonLabel:
        return stylepaint::indicatorLabel(m_theme, *painter, as<QStyleOptionButton>(option));
    case CE_ComboBoxLabel:
        return stylepaint::comboBoxLabel(m_theme, *painter, as<QStyleOptionComboBox>(option));
    case CE_MenuItem:
        return stylepaint::menuItem(m_theme, *painter, as<QStyleOptionMenuItem>(option));
    case CE_MenuBarItem:
        return stylepaint::menuBarItem(m_theme, *painter, as<QStyleOptionMenuItem>(option));
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, m_theme.colours().sidebar);
        return;
    case CE_ShapedFrame: {
        const auto& frame = as<QStyleOptionFrame>(option);
        const QRect& rect = option->rect;
        if (frame.frameShape == QFrame::HLine)
            painter->fillRect(QRect(rect.x(), rect.center().y(), rect.width(), 1),
                              m_theme.colours().hairline);
        else if (frame.frameShape == QFrame::VLine)
            painter->fillRect(QRect(rect.center().x(), rect.y(), 1, rect.height()),
                              m_theme.colours().hairline);
        else
            QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    case CE_MenuEmptyArea:
        return;
    case CE_HeaderSection:
        return stylepaint::headerSection(m_theme, *painter, *option);
    case CE_HeaderLabel:
        return stylepaint::headerLabel(m_theme, *painter, as<QStyleOptionHeader>(option));
    case CE_HeaderEmptyArea:
        return stylepaint::headerSection(m_theme, *painter, *option);
    case CE_TabBarTabShape:
        return;
    case CE_TabBarTabLabel:
        return stylepaint::tab(m_theme, *painter, as<QStyleOptionTab>(option));
    case CE_ProgressBarGroove:
    case CE_ProgressBarLabel:
        return;
    case CE_ProgressBarContents:
        return stylepaint::progressBar(m_theme, *painter, as<QStyleOptionProgressBar>(option));
    case CE_Splitter:
        painter->fillRect(option->rect, m_theme.colours().hairline);
        return;
    case CE_FocusFrame: {
        const auto* frame = qobject_cast<const QFocusFrame*>(widget);
        return stylepaint::focusFrame(m_theme, *painter, option->rect, frame ? frame->widget() : nullptr);
    }
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void GlowStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                   QPainter* painter, const QWidget* widget) const
{
    switch (control) {
    case CC_ComboBox:
        return stylepaint::comboBox(m_theme, *painter, as<QStyleOptionComboBox>(option));
    case CC_ToolButton:
        return stylepaint::toolButton(m_theme, *painter, as<QStyleOptionToolButton>(option), widget);
    case CC_SpinBox:
        return stylepaint::spinBox(m_theme, *painter, as<QStyleOptionSpinBox>(option), *this, widget);
    case CC_ScrollBar:
        return stylepaint::scrollBar(m_theme, *painter, as<QStyleOptionSlider>(option),
                                     subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace glow::ui
