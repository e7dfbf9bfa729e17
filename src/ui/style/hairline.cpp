#include "ui/style/hairline.h"

#include "app/theme.h"
#include "ui/style/glowstyle.h"

#include <QPainter>

namespace glow::ui {

Hairline::Hairline(QWidget* parent)
    : QFrame(parent)
{
    setFrameShape(QFrame::HLine); // decides the size policy as well
}

void Hairline::paintEvent(QPaintEvent*)
{
    const auto* glow = qobject_cast<const GlowStyle*>(style());
    if (!glow)
        return;
    QRect line = rect();
    if (frameShape() == QFrame::VLine)
        line.setWidth(1);
    else
        line.setHeight(1);
    QPainter(this).fillRect(line, glow->theme().colours().hairline);
}

} // namespace glow::ui
