#include "ui/style/glowstyle.h"

#include "app/theme.h"
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

bool isTextField(const QWidget* widget)
{
    return qobject_cast<const QLineEdit*>(widget) || qobject_cast<const QTextEdit*>(widget) ||
           qobject_cast<const QPlainTextEdit*>(widget);
}

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
        return 8;
    case PM_RadioButtonLabelSpacing:
        return 12; // rows of choices stand under the rows of a check
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
