#include "ui/style/glowstyle.h"

#include "app/theme.h"
#include "ui/style/stylepaint.h"
#include "ui/style/stylesizes.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QFocusEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTextEdit>

namespace glow::ui {

namespace {

constexpr int scrollBarWidth = 10;
constexpr int focusMargin = 3; // 1 outside, 2 thick

template <typename Option> const Option& as(const QStyleOption* option)
{
    return *static_cast<const Option*>(option);
}

bool isTextField(const QWidget* widget)
{
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QTextEdit*>(widget) ||
           qobject_cast<const QPlainTextEdit*>(widget);
}

bool takesRing(const QWidget* widget)
{
    return isTextField(widget) || qobject_cast<const QAbstractButton*>(widget) ||
           qobject_cast<const QComboBox*>(widget) || qobject_cast<const QAbstractSpinBox*>(widget);
}

// The columns of a table keep their places whether its rows fit or not.
bool liesOverRows(const QWidget* scrollBar)
{
    for (const QWidget* above = scrollBar; above; above = above->parentWidget()) {
        if (qobject_cast<const QAbstractItemView*>(above))
            return true;
    }
    return false;
}

QRegion roundedMask(const QRect& rect)
{
    QPainterPath path;
    path.addRoundedRect(QRectF(rect), 8, 8);
    return QRegion(path.toFillPolygon().toPolygon());
}

} // namespace

bool hasLook(const QWidget* widget, QStringView word)
{
    if (!widget)
        return false;
    const QVariant look = widget->property("look");
    if (!look.isValid())
        return false;
    const QString words = look.toString();
    const auto parts = QStringView(words).split(u' ');
    return parts.contains(word);
}

void setLook(QWidget* widget, const QString& words)
{
    widget->setProperty("look", words);
    widget->style()->polish(widget);
    widget->updateGeometry();
    widget->update();
}

GlowStyle::GlowStyle(const app::Theme& theme)
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
    , m_theme(theme)
{
    connect(&theme, &app::Theme::changed, this, &GlowStyle::applyTheme);
}

GlowStyle::~GlowStyle() = default;

void GlowStyle::applyTheme()
{
    QApplication::setPalette(m_theme.palette());
    const QWidgetList widgets = QApplication::allWidgets();
    for (QWidget* widget : widgets) {
        applyLook(widget);
        widget->update();
    }
}

void GlowStyle::applyLook(QWidget* widget) const
{
    if (!widget->property("look").isValid())
        return;
    const app::Colours& c = m_theme.colours();
    const auto background = [widget](const QColor& colour) {
        QPalette palette = widget->palette();
        palette.setColor(QPalette::Window, colour);
        if (qobject_cast<QAbstractItemView*>(widget))
            palette.setColor(QPalette::Base, colour);
        widget->setPalette(palette);
        widget->setAutoFillBackground(true);
    };
    if (hasLook(widget, u"surface"))
        background(c.surface);
    else if (hasLook(widget, u"sidebar"))
        background(c.sidebar);
    else if (hasLook(widget, u"window"))
        background(c.window);
    if (hasLook(widget, u"title") && qobject_cast<QLineEdit*>(widget))
        widget->setFont(m_theme.font(app::Theme::Text::SectionTitle));
    if (!qobject_cast<QLabel*>(widget))
        return;
    using Text = app::Theme::Text;
    static const std::pair<QStringView, Text> fonts[] = {
        {u"hint", Text::Hint},     {u"caption", Text::Caption},      {u"title", Text::ViewTitle},
        {u"strong", Text::Strong}, {u"section", Text::SectionTitle},
    };
    for (const auto& [word, text] : fonts) {
        if (hasLook(widget, word))
            widget->setFont(m_theme.font(text));
    }
    const bool muted = hasLook(widget, u"muted") || hasLook(widget, u"hint") || hasLook(widget, u"caption");
    QPalette palette = widget->palette();
    palette.setColor(QPalette::WindowText, muted ? c.muted : c.text);
    widget->setPalette(palette);
}

void GlowStyle::polish(QWidget* widget)
{
    QProxyStyle::polish(widget);
    applyLook(widget);
    if (takesRing(widget)) {
        widget->setAttribute(Qt::WA_Hover);
        widget->installEventFilter(this);
    }
    if (qobject_cast<QScrollBar*>(widget)) {
        widget->setAttribute(Qt::WA_OpaquePaintEvent, false);
        widget->setAttribute(Qt::WA_Hover);
    }
    // The frame paints the rounded background; a filled viewport would put its square corners over it.
    if (auto* area = qobject_cast<QTextEdit*>(widget))
        area->viewport()->setAutoFillBackground(false);
    if (auto* area = qobject_cast<QPlainTextEdit*>(widget))
        area->viewport()->setAutoFillBackground(false);
}

void GlowStyle::unpolish(QWidget* widget)
{
    widget->removeEventFilter(this);
    QProxyStyle::unpolish(widget);
}

void GlowStyle::polish(QPalette& palette)
{
    palette = m_theme.palette();
}

int GlowStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const
{
    switch (metric) {
    case PM_DefaultFrameWidth:
        return qobject_cast<const QAbstractItemView*>(widget) ? 0 : 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_SpinBoxFrameWidth:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_ToolBarFrameWidth:
        return 0;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return app::Metrics::iconSize;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return 4;
    case PM_MenuBarHMargin:
        return 8;
    case PM_SplitterWidth:
        return 1;
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_ScrollView_ScrollBarOverlap:
        return liesOverRows(widget) ? scrollBarWidth : 0;
    case PM_ScrollBarSliderMin:
        return stylesizes::shortestHandle;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return focusMargin;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_HeaderMargin:
        return 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int GlowStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                         QStyleHintReturn* returnData) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
    case SH_Menu_MouseTracking:
    case SH_ComboBox_ListMouseTracking:
    case SH_MenuBar_AltKeyNavigation:
        return 1;
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
    case SH_FocusFrame_Mask:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_Menu_Mask:
        if (auto* mask = qstyleoption_cast<QStyleHintReturnMask*>(returnData); mask && option) {
            mask->region = roundedMask(option->rect);
            return 1;
        }
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize GlowStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                  const QWidget* widget) const
{
    if (const auto ours = stylesizes::contents(m_theme, type, *option, size, widget))
        return *ours;
    const QSize fusion = QProxyStyle::sizeFromContents(type, option, size, widget);
    return type == CT_ItemViewItem ? fusion.expandedTo({0, app::Metrics::controlHeight}) : fusion;
}

QRect GlowStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const
{
    if (element == SE_LineEditContents) {
        // QLineEdit adds 2 itself.
        const int padding = hasLook(widget, u"bare") ? -2 : 7;
        return option->rect.adjusted(padding, 0, -padding, 0);
    }
    if (element == SE_PushButtonContents)
        return option->rect;
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect GlowStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option,
                                SubControl subControl, const QWidget* widget) const
{
    if (const auto ours = stylesizes::subControl(control, *option, subControl))
        return *ours;
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

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

bool GlowStyle::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        moveFocusFrame(static_cast<QWidget*>(watched), static_cast<QFocusEvent*>(event)->reason());
    else if (event->type() == QEvent::FocusOut && m_focusFrame)
        m_focusFrame->setWidget(nullptr);
    return QProxyStyle::eventFilter(watched, event);
}

void GlowStyle::moveFocusFrame(QWidget* widget, Qt::FocusReason reason)
{
    const bool byKeyboard =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    if (hasLook(widget, u"bare") || (!isTextField(widget) && !byKeyboard))
        return;
    if (!m_focusFrame)
        m_focusFrame = new QFocusFrame;
    m_focusFrame->setWidget(widget);
}

} // namespace glow::ui
