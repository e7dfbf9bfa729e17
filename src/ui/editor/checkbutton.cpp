#include "ui/editor/checkbutton.h"

#include "ui/style/checkcircle.h"

#include <QPainter>

namespace glow::ui {

CheckButton::CheckButton(QWidget* parent)
    : QAbstractButton(parent)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void CheckButton::setPriority(core::Priority priority)
{
    m_priority = priority;
    update();
}

void CheckButton::setBlocked(bool blocked)
{
    m_blocked = blocked;
    update();
}

void CheckButton::paintEvent(QPaintEvent*)
{
    if (!m_theme)
        return;
    QPainter painter(this);
    paintCheckCircle(painter, *m_theme, QRectF(0, (height() - 18) / 2.0, 18, 18), m_priority, isChecked(),
                     m_blocked);
}

} // namespace glow::ui
