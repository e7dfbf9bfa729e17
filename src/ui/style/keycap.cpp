#include "ui/style/keycap.h"

#include "app/theme.h"

#include <QPainter>

namespace glow::ui {

KeyCap::KeyCap(const app::Theme& theme, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void KeyCap::setText(const QString& text)
{
    m_text = text;
    updateGeometry();
    update();
}

QSize KeyCap::sizeHint() const
{
    return {QFontMetrics(m_theme.font(app::Theme::Text::Chip)).horizontalAdvance(m_text) + 10, 18};
}

void KeyCap::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(m_theme.colours().outline);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3.5, 3.5);
    painter.setPen(m_theme.colours().muted);
    painter.setFont(m_theme.font(app::Theme::Text::Chip));
    painter.drawText(rect(), Qt::AlignCenter, m_text);
}

} // namespace glow::ui
