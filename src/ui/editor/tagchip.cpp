#include "ui/editor/tagchip.h"

#include "app/theme.h"
#include "ui/style/icons.h"

#include <QPainter>

namespace glow::ui {

namespace {

constexpr int padding = 4;
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

QSize TagChip::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(app::Theme::Text::Medium));
    return {metrics.horizontalAdvance(text()) + 2 * padding + 1, chipHeight};
}

void TagChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.colours().accentTint);
    painter.drawRoundedRect(rect(), 4, 4);
    const QFont font = m_theme.font(app::Theme::Text::Medium);
    painter.setFont(font);
    painter.setPen(m_theme.colours().accent);
    const QRect inner = rect().adjusted(padding, 0, -padding, 0);
    const QString shown = QFontMetrics(font).elidedText(text(), Qt::ElideRight, inner.width() + 1);
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeading, shown);
    if (!underMouse())
        return;
    QRect corner(width() - crossSize - 2, 0, crossSize + 2, height());
    corner = QStyle::visualRect(layoutDirection(), rect(), corner);
    painter.fillRect(corner.adjusted(0, 1, 0, -1), m_theme.colours().accentTint);
    paintIcon(painter, corner, QStringLiteral("close"), crossSize, m_theme.colours().accent);
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
