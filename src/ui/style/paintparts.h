#pragma once
#include "app/theme.h"

#include <QIcon>
#include <QPainter>
#include <QStyle>

/// What the paintings of controls have in common.
namespace glow::ui::stylepaint {

constexpr int radius = app::Metrics::radius;
constexpr int iconSize = app::Metrics::iconSize;
constexpr int iconGap = 6;

/// A painter with smooth edges, as it was afterwards.
class Saved {
public:
    explicit Saved(QPainter& painter)
        : m_painter(painter)
    {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter.restore(); }
    Saved(const Saved&) = delete;
    Saved& operator=(const Saved&) = delete;

private:
    QPainter& m_painter;
};

/// Invalid colours: no filling, no line.
void roundedBox(QPainter& painter, const QRectF& rect, qreal corner, const QColor& fill, const QColor& line);
QColor faded(QColor colour); ///< disabled
bool has(QStyle::State state, QStyle::StateFlag flag);
/// As one group in the middle, or at the leading edge.
void iconAndText(QPainter& painter, const QRect& rect, const QIcon& icon, const QString& text,
                 const QSize& size, QStyle::State state, Qt::LayoutDirection direction, bool centred,
                 int between = iconGap);

} // namespace glow::ui::stylepaint
