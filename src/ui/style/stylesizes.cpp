#include "ui/style/stylesizes.h"

#include "app/theme.h"
#include "ui/style/glowstyle.h"

namespace glow::ui::stylesizes {

namespace {

constexpr int controlHeight = app::Metrics::controlHeight;
constexpr int smallHeight = 24;
constexpr int tallHeight = 32;
constexpr int menuRow = 32;

template <typename Option> const Option& as(const QStyleOption& option)
{
    return static_cast<const Option&>(option);
}

int heightByLook(const QWidget* widget)
{
    if (hasLook(widget, u"small"))
        return smallHeight;
    return hasLook(widget, u"tall") ? tallHeight : controlHeight;
}

} // namespace

std::optional<QSize> contents(const app::Theme& theme, QStyle::ContentsType type, const QStyleOption& option,
                              const QSize& size, const QWidget* widget)
{
    switch (type) {
    case QStyle::CT_PushButton: {
        const auto& button = as<QStyleOptionButton>(option);
        const bool strong = hasLook(widget, u"main") || (button.state.testFlag(QStyle::State_On));
        const QFontMetrics metrics(theme.font(strong ? app::Theme::Text::Strong : app::Theme::Text::Body));
        int width = metrics.size(Qt::TextShowMnemonic, button.text).width();
        if (!button.icon.isNull())
            width += button.iconSize.width() + (button.text.isEmpty() ? 0 : 6);
        if (button.features & QStyleOptionButton::HasMenu)
            width += app::Metrics::iconSize;
        const int padding = hasLook(widget, u"small") ? 18 : hasLook(widget, u"link") ? 8 : 22;
        return QSize(button.text.isEmpty() ? qMax(heightByLook(widget), width + 12) : width + padding,
                     heightByLook(widget));
    }
    case QStyle::CT_ToolButton: {
        const auto& button = as<QStyleOptionToolButton>(option);
        const bool iconOnly = button.toolButtonStyle == Qt::ToolButtonIconOnly;
        if (iconOnly && !button.icon.isNull())
            return QSize(heightByLook(widget), heightByLook(widget));
        const QFontMetrics metrics(theme.font(app::Theme::Text::Strong));
        int width = metrics.size(Qt::TextShowMnemonic, button.text).width() + 20;
        if (!button.icon.isNull())
            width += button.iconSize.width() + 6;
        return QSize(width, heightByLook(widget));
    }
    case QStyle::CT_CheckBox:
    case QStyle::CT_RadioButton: {
        const QString& text = as<QStyleOptionButton>(option).text;
        const int words =
            QFontMetrics(theme.font(app::Theme::Text::Body)).size(Qt::TextShowMnemonic, text).width();
        return QSize(app::Metrics::iconSize + (text.isEmpty() ? 0 : 8 + words + 1), 20);
    }
    case QStyle::CT_LineEdit:
        return QSize(size.width() + 20, hasLook(widget, u"bare") ? 20 : heightByLook(widget));
    case QStyle::CT_ComboBox:
        return QSize(size.width() + 9 + 28, heightByLook(widget));
    case QStyle::CT_SpinBox:
        return QSize(size.width() + 9 + 24, heightByLook(widget));
    case QStyle::CT_MenuItem: {
        const auto& item = as<QStyleOptionMenuItem>(option);
        if (item.menuItemType == QStyleOptionMenuItem::Separator)
            return QSize(size.width(), 9);
        const QStringList parts = item.text.split(u'\t');
        const QFontMetrics metrics(item.font);
        int width = 10 + app::Metrics::iconSize + 10 +
                    metrics.size(Qt::TextShowMnemonic, parts.constFirst()).width() + 20;
        if (parts.size() > 1)
            width += 24; // QMenu adds the width of the keys itself
        return QSize(qMax(width, 180), menuRow);
    }
    case QStyle::CT_MenuBarItem:
        return QSize(size.width() + 16, controlHeight);
    case QStyle::CT_TabBarTab:
        return QSize(size.width() + 16, 36);
    case QStyle::CT_HeaderSection:
        return QSize(size.width(), app::Metrics::columnHeadHeight);
    default:
        return std::nullopt;
    }
}

std::optional<QRect> subControl(QStyle::ComplexControl control, const QStyleOptionComplex& option,
                                QStyle::SubControl subControl)
{
    const QRect& rect = option.rect;
    const auto mirrored = [&](const QRect& part) { return QStyle::visualRect(option.direction, rect, part); };
    if (control == QStyle::CC_ComboBox && subControl == QStyle::SC_ComboBoxEditField)
        return mirrored(rect.adjusted(2, 1, -28, -1));
    if (control == QStyle::CC_ComboBox && subControl == QStyle::SC_ComboBoxArrow)
        return mirrored(QRect(rect.right() - 27, rect.y(), 28, rect.height()));
    if (control == QStyle::CC_SpinBox) {
        const int half = rect.height() / 2;
        const QRect buttons(rect.right() - 23, rect.y() + 2, 20, rect.height() - 4);
        switch (subControl) {
        case QStyle::SC_SpinBoxUp:
            return mirrored(QRect(buttons.x(), buttons.y(), buttons.width(), half - 2));
        case QStyle::SC_SpinBoxDown:
            return mirrored(QRect(buttons.x(), rect.y() + half, buttons.width(), half - 2));
        case QStyle::SC_SpinBoxEditField:
            return mirrored(rect.adjusted(1, 1, -24, -1));
        default:
            return rect;
        }
    }
    if (control == QStyle::CC_ScrollBar) {
        const auto& bar = as<QStyleOptionSlider>(option);
        const bool across = bar.orientation == Qt::Horizontal;
        const int length = across ? rect.width() : rect.height();
        const int range = bar.maximum - bar.minimum;
        const int wanted =
            range > 0 ? static_cast<int>(qint64(bar.pageStep) * length / (qint64(range) + bar.pageStep))
                      : length;
        const int handle = qBound(qMin(length, shortestHandle), wanted, length);
        const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                          length - handle, bar.upsideDown);
        const auto stretch = [&](int from, int size) {
            return across ? QRect(rect.x() + from, rect.y(), size, rect.height())
                          : QRect(rect.x(), rect.y() + from, rect.width(), size);
        };
        switch (subControl) {
        case QStyle::SC_ScrollBarGroove:
            return rect;
        case QStyle::SC_ScrollBarSlider:
            return mirrored(stretch(start, handle));
        case QStyle::SC_ScrollBarSubPage:
            return mirrored(stretch(0, start));
        case QStyle::SC_ScrollBarAddPage:
            return mirrored(stretch(start + handle, length - start - handle));
        default:
            return QRect();
        }
    }
    return std::nullopt;
}

} // namespace glow::ui::stylesizes
