#pragma once
#include <QStyleOption>
#include <optional>

class QWidget;

namespace glow::app {
class Theme;
}

/// The measuring half of GlowStyle; nothing where Fusion's measure holds.
namespace glow::ui::stylesizes {

inline constexpr int shortestHandle = 32; ///< of a scroll bar

std::optional<QSize> contents(const app::Theme& theme, QStyle::ContentsType type, const QStyleOption& option,
                              const QSize& size, const QWidget* widget);
std::optional<QRect> subControl(QStyle::ComplexControl control, const QStyleOptionComplex& option,
                                QStyle::SubControl subControl);

} // namespace glow::ui::stylesizes
