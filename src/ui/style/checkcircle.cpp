#include "ui/style/checkcircle.h"

#include "app/theme.h"

#include <QPainter>
#include <QPolygonF>

namespace glow::ui {

void paintCheckCircle(QPainter& painter, const app::Theme& theme, const QRectF& square,
                      core::Priority priority, bool done, bool blocked)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (done) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.colours().accent);
        painter.drawEllipse(square);
        const qreal unit = square.width() / 16;
        const QPolygonF check{{QPointF(4.6, 8.3), QPointF(7, 10.7), QPointF(11.4, 5.8)}};
        painter.translate(square.topLeft());
        painter.scale(unit, unit);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(theme.colours().onAccent, 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPolyline(check);
    } else {
        const qreal width = app::Theme::ringWidth(priority);
        painter.setBrush(Qt::NoBrush);
        QPen ring(theme.priorityColour(priority), width);
        if (blocked) {
            ring.setDashPattern({2.6 / width, 2.1 / width});
            ring.setCapStyle(Qt::FlatCap); // a square one would fill the gaps
        }
        painter.setPen(ring);
        const qreal inset = width / 2 + 0.2;
        painter.drawEllipse(square.adjusted(inset, inset, -inset, -inset));
    }
    painter.restore();
}

} // namespace glow::ui
