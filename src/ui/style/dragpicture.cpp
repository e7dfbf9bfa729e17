#include "ui/style/dragpicture.h"

#include "app/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace glow::ui {

namespace {

constexpr int widest = 280;
constexpr int padding = 12;

} // namespace

QPixmap dragPicture(const app::Theme& theme, const QString& text, int height, qreal pixelRatio)
{
    const QFont font = theme.font(app::Theme::Text::Body);
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text, Qt::ElideRight, widest);
    const QSize size(metrics.horizontalAdvance(shown) + 2 * padding, height);
    QPixmap picture(size * pixelRatio);
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.colours().accent, 2));
    painter.setBrush(theme.colours().surface);
    painter.drawRoundedRect(QRectF(QPointF(), QSizeF(size)).adjusted(1, 1, -1, -1), app::Metrics::radius,
                            app::Metrics::radius);
    painter.setFont(font);
    painter.setPen(theme.colours().text);
    painter.drawText(QRect(QPoint(), size), Qt::AlignCenter | Qt::TextSingleLine, shown);
    return picture;
}

void paintOldPlace(QPainter& painter, const app::Theme& theme, const QRect& place, const QColor& background)
{
    painter.save();
    painter.fillRect(place, background);
    painter.setRenderHint(QPainter::Antialiasing);
    QPen pen(theme.colours().ring, 1);
    pen.setDashPattern({4, 3});
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(place).adjusted(1.5, 1.5, -1.5, -1.5), app::Metrics::radius,
                            app::Metrics::radius);
    painter.restore();
}

} // namespace glow::ui
