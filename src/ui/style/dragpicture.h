#pragma once
#include <QPixmap>

class QColor;
class QPainter;

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// What goes along under the pointer while something is dragged (design/README.md "Dragging"): its name,
/// opaque, in a 2 px accent border.
QPixmap dragPicture(const app::Theme& theme, const QString& text, int height, qreal pixelRatio);

/// The place it came from: empty, with a dashed outline.
void paintOldPlace(QPainter& painter, const app::Theme& theme, const QRect& place, const QColor& background);

} // namespace glow::ui
