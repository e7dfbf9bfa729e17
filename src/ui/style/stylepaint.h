#pragma once
#include <QStyleOption>

class QPainter;
class QWidget;

namespace glow::app {
class Theme;
}

/// The painting half of GlowStyle: one function a kind of control, nothing kept.
namespace glow::ui::stylepaint {

void button(const app::Theme& theme, QPainter& painter, const QStyleOptionButton& option,
            const QWidget* widget);
void buttonLabel(const app::Theme& theme, QPainter& painter, const QStyleOptionButton& option,
                 const QWidget* widget);
void toolButton(const app::Theme& theme, QPainter& painter, const QStyleOptionToolButton& option,
                const QWidget* widget);
void field(const app::Theme& theme, QPainter& painter, const QRect& rect, QStyle::State state);
void comboBox(const app::Theme& theme, QPainter& painter, const QStyleOptionComboBox& option);
void comboBoxLabel(const app::Theme& theme, QPainter& painter, const QStyleOptionComboBox& option);
void spinBox(const app::Theme& theme, QPainter& painter, const QStyleOptionSpinBox& option,
             const QStyle& style, const QWidget* widget);
void checkIndicator(const app::Theme& theme, QPainter& painter, const QStyleOption& option);
void radioIndicator(const app::Theme& theme, QPainter& painter, const QStyleOption& option);
void indicatorLabel(const app::Theme& theme, QPainter& painter, const QStyleOptionButton& option);
void scrollBar(const app::Theme& theme, QPainter& painter, const QStyleOptionSlider& option,
               const QRect& handle);
void menuItem(const app::Theme& theme, QPainter& painter, const QStyleOptionMenuItem& option);
void menuBarItem(const app::Theme& theme, QPainter& painter, const QStyleOptionMenuItem& option);
void popup(const app::Theme& theme, QPainter& painter, const QRect& rect);
void headerSection(const app::Theme& theme, QPainter& painter, const QStyleOption& option);
void headerLabel(const app::Theme& theme, QPainter& painter, const QStyleOptionHeader& option);
void tab(const app::Theme& theme, QPainter& painter, const QStyleOptionTab& option);
void progressBar(const app::Theme& theme, QPainter& painter, const QStyleOptionProgressBar& option);
void focusFrame(const app::Theme& theme, QPainter& painter, const QRect& rect, const QWidget* inside);

} // namespace glow::ui::stylepaint
