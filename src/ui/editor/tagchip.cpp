#include "ui/editor/tagchip.h"

#include "app/theme.h"
#include "ui/style/icons.h"

#include <QPainter>

namespace glow::ui {

namespace {

constexpr int crossSize = 12;
constexpr int chipHeight = 22;

} // namespace

TagChip::TagChip(const app::Theme& theme, const QString& name, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setText(name);
    setAccessibleName(tr("Remove tag %1").arg(name));
    setToolTip(tr("Click to take “%1” off").arg(name.toHtmlEscaped()));
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
}

void TagChip::setLook(Look look)
{
    m_look = look;
    update();
}

QFont TagChip::textFont() const
{
    return m_theme.font(m_look == Look::Accent ? app::Theme::Text::Medium : app::Theme::Text::Body);
}

int TagChip::padding() const
{
    return m_look == Look::Bare ? 0 : 4;
}

QSize TagChip::sizeHint() const
{
    return {QFontMetrics(textFont()).horizontalAdvance(text()) + 2 * padding() + 1, chipHeight};
}

void TagChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const app::Colours& c = m_theme.colours();
    const QColor ground = m_look == Look::Accent ? c.accentTint : m_look == Look::Grey ? c.chip : c.surface;
    const QColor ink = m_look == Look::Accent ? c.accent : c.text;
    painter.setBrush(ground);
    painter.drawRoundedRect(rect(), 4, 4);
    const QFont font = textFont();
    painter.setFont(font);
    painter.setPen(ink);
    const QRect inner = rect().adjusted(padding(), 0, -padding(), 0);
    const QString shown = QFontMetrics(font).elidedText(text(), Qt::ElideRight, inner.width() + 1);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeading, shown);
    if (!underMouse())
        return;
    QRect corner(width() - crossSize - 2, 0, crossSize + 2, height());
    corner = QStyle::visualRect(layoutDirection(), rect(), corner);
    painter.fillRect(corner.adjusted(0, 1, 0, -1), ground);
    paintIcon(painter, corner, QStringLiteral("close"), crossSize, ink);
}

void TagChip::enterEvent(QEnterEvent* event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void TagChip::leaveEvent(QEvent* event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace glow::ui
