#include "ui/style/icons.h"

#include "app/theme.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSet>
#include <QSvgRenderer>

namespace glow::ui {

namespace {

bool mirrors(const QString& name)
{
    static const QSet<QString> names{
        QStringLiteral("upcoming"), QStringLiteral("chevron-right"), QStringLiteral("chevron-left"),
        QStringLiteral("move"),     QStringLiteral("undo"),          QStringLiteral("redo"),
        QStringLiteral("subtasks"), QStringLiteral("palette"),       QStringLiteral("sidebar"),
        QStringLiteral("pane"),     QStringLiteral("enter"),
    };
    return names.contains(name);
}

QPixmap draw(const QString& name, int pixels, const QColor& colour, bool mirrored)
{
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    if (!file.open(QIODevice::ReadOnly))
        return pixmap;
    QSvgRenderer renderer(file.readAll());
    QPainter painter(&pixmap);
    if (mirrored) {
        painter.translate(pixels, 0);
        painter.scale(-1, 1);
    }
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.resetTransform();
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(pixmap.rect(), colour);
    return pixmap;
}

QColor inkColour(const app::Theme& theme, Ink ink)
{
    const app::Colours& c = theme.colours();
    switch (ink) {
    case Ink::Text:
        return c.text;
    case Ink::Muted:
        return c.muted;
    case Ink::Accent:
        return c.accent;
    case Ink::OnAccent:
        return c.onAccent;
    case Ink::Overdue:
        return c.overdue;
    case Ink::Today:
        return c.today;
    }
    return c.text;
}

class ThemeIconEngine : public QIconEngine {
public:
    ThemeIconEngine(const app::Theme& theme, QString name, Ink ink)
        : m_theme(theme)
        , m_name(std::move(name))
        , m_ink(ink)
    {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        paintIcon(*painter, rect, m_name, qMin(rect.width(), rect.height()), colour(mode),
                  QApplication::layoutDirection());
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, qMin(size.width(), size.height()), colour(mode), 1,
                          QApplication::layoutDirection());
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const int side = qRound(qMin(size.width(), size.height()) / scale);
        return iconPixmap(m_name, side, colour(mode), scale, QApplication::layoutDirection());
    }

    QIconEngine* clone() const override { return new ThemeIconEngine(m_theme, m_name, m_ink); }

private:
    QColor colour(QIcon::Mode mode) const
    {
        QColor colour = inkColour(m_theme, mode == QIcon::Disabled ? Ink::Muted : m_ink);
        if (mode == QIcon::Disabled)
            colour.setAlphaF(0.6F);
        return colour;
    }

    const app::Theme& m_theme;
    QString m_name;
    Ink m_ink;
};

} // namespace

QIcon icon(const app::Theme& theme, const QString& name, Ink ink)
{
    return QIcon(new ThemeIconEngine(theme, name, ink));
}

QIcon programIcon(const app::Theme& theme)
{
    QIcon picture;
    for (const int size : {16, 22, 24, 32, 48})
        picture.addPixmap(iconPixmap(QStringLiteral("completed"), size, theme.colours().accent, 1));
    return picture;
}

QPixmap iconPixmap(const QString& name, int size, const QColor& colour, qreal devicePixelRatio,
                   Qt::LayoutDirection direction)
{
    const bool mirrored = direction == Qt::RightToLeft && mirrors(name);
    const int pixels = qRound(size * devicePixelRatio);
    const QString key =
        QStringLiteral("glow/%1/%2/%3/%4").arg(name).arg(pixels).arg(colour.rgba()).arg(mirrored ? 1 : 0);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = draw(name, pixels, colour, mirrored);
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void paintIcon(QPainter& painter, const QRect& rect, const QString& name, int size, const QColor& colour,
               Qt::LayoutDirection direction)
{
    const QPoint topLeft(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2);
    painter.drawPixmap(topLeft,
                       iconPixmap(name, size, colour, painter.device()->devicePixelRatioF(), direction));
}

} // namespace glow::ui
