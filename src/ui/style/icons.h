#pragma once
#include <QColor>
#include <QIcon>
#include <QPixmap>

class QPainter;

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// Which colour of the theme an icon takes.
enum class Ink { Text, Muted, Accent, OnAccent, Overdue, Today };

/// `:/icons/NAME.svg` as an icon that takes its colour from the theme whenever it is painted, so it follows a
/// change of theme by itself. Icons marked "(mirrors)" are flipped in right-to-left.
QIcon icon(const app::Theme& theme, const QString& name, Ink ink = Ink::Muted);

/// The program's own, in fixed sizes: panels and trays in other processes get pixels, not an engine that
/// draws.
QIcon programIcon(const app::Theme& theme);

/// The same drawing in any colour, for delegates; cached.
QPixmap iconPixmap(const QString& name, int size, const QColor& colour, qreal devicePixelRatio,
                   Qt::LayoutDirection direction = Qt::LeftToRight);
/// Paints it in the middle of `rect` at `size`.
void paintIcon(QPainter& painter, const QRect& rect, const QString& name, int size, const QColor& colour,
               Qt::LayoutDirection direction = Qt::LeftToRight);

} // namespace glow::ui
