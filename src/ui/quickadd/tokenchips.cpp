#include "ui/quickadd/tokenchips.h"

#include "app/theme.h"
#include "ui/style/icons.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace glow::ui {

namespace {

constexpr int chipHeight = 24;
constexpr int gap = 8;
constexpr int padding = 8;
constexpr int symbolSize = 14;
constexpr int crossSize = 12;
constexpr int textAt = padding + symbolSize + 6;
constexpr int textAtDot = padding + 8 + 6;
constexpr int crossRoom = 8 + crossSize + 5;
constexpr int widest = 260;

} // namespace

TokenChip::TokenChip(const app::Theme& theme, const app::QuickAddChip& chip, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
    , m_chip(chip)
{
    setAccessibleName(tr("%1. Take “%2” as text").arg(chip.text, chip.token.text));
    setToolTip(tr("Take “%1” as text").arg(chip.token.text.toHtmlEscaped()));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
}

QSize TokenChip::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(app::Theme::Text::HintMedium));
    const int text = metrics.horizontalAdvance(m_chip.text) + 1;
    return {qMin(widest, (m_chip.icon.isEmpty() ? textAtDot : textAt) + text + crossRoom), chipHeight};
}

void TokenChip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const app::Colours& c = m_theme.colours();
    const auto place = [this](int x, int width) {
        return QStyle::visualRect(layoutDirection(), rect(), {x, 0, width, height()});
    };
    painter.setPen(Qt::NoPen);
    painter.setBrush(c.accentTint);
    painter.drawRoundedRect(rect(), 6, 6);
    int x = textAt;
    if (m_chip.icon.isEmpty()) {
        painter.setBrush(m_theme.listColour(m_chip.colour));
        painter.drawEllipse(QRectF(place(padding, 8)).center(), 4, 4);
        x = textAtDot;
    } else {
        paintIcon(painter, place(padding, symbolSize), m_chip.icon, symbolSize, c.accent, layoutDirection());
    }
    painter.setFont(m_theme.font(app::Theme::Text::HintMedium));
    painter.setPen(c.accent);
    const QRect text = place(x, width() - x - crossRoom);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeading,
                     painter.fontMetrics().elidedText(m_chip.text, Qt::ElideRight, text.width() + 1));
    paintIcon(painter, place(width() - 5 - crossSize, crossSize), QStringLiteral("close"), crossSize,
              underMouse() ? c.text : c.muted);
    if (hasFocus()) {
        painter.setPen(QPen(c.accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    }
}

void TokenChip::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        Q_EMIT clicked();
        return;
    default:
        event->ignore(); // arrows are for the row
    }
}

TokenChips::TokenChips(QWidget* parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void TokenChips::setChips(const QList<app::QuickAddChip>& chips)
{
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    for (TokenChip* chip : std::as_const(m_chips))
        chip->deleteLater();
    m_chips.clear();
    for (const app::QuickAddChip& each : chips) {
        auto* chip = new TokenChip(*m_theme, each, this);
        connect(chip, &QAbstractButton::clicked, this,
                [this, token = each.token] { Q_EMIT dismissed(token); });
        m_chips.append(chip);
        chip->show();
    }
    arrange();
    if (hadFocus && !focusFirst())
        Q_EMIT left();
}

void TokenChips::setRoom(int width)
{
    m_room = width;
    arrange();
}

bool TokenChips::focusFirst()
{
    if (m_chips.isEmpty())
        return false;
    m_chips.constFirst()->setFocus(Qt::TabFocusReason);
    return true;
}

QList<QRect> TokenChips::places(int width) const
{
    QList<QRect> rects;
    int x = 0;
    int y = 0;
    for (const TokenChip* chip : m_chips) {
        const QSize size = chip->sizeHint().boundedTo({width, chipHeight});
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += chipHeight + gap;
        }
        rects.append({x, y, size.width(), size.height()});
        x += size.width() + gap;
    }
    return rects;
}

int TokenChips::heightForWidth(int width) const
{
    return m_chips.isEmpty() ? chipHeight : places(qMax(qMin(width, m_room), 1)).constLast().bottom() + 1;
}

void TokenChips::arrange()
{
    const QList<QRect> rects = places(qMin(width(), m_room));
    for (qsizetype i = 0; i < m_chips.size(); ++i)
        m_chips.at(i)->setGeometry(QStyle::visualRect(layoutDirection(), rect(), rects.at(i)));
    updateGeometry();
}

void TokenChips::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TokenChips::keyPressEvent(QKeyEvent* event)
{
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (event->key() == Qt::Key_Left)
        step(mirrored ? 1 : -1);
    else if (event->key() == Qt::Key_Right)
        step(mirrored ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

void TokenChips::step(int by)
{
    for (qsizetype i = 0; i < m_chips.size(); ++i) {
        if (m_chips.at(i)->hasFocus()) {
            m_chips.at(qBound(qsizetype(0), i + by, m_chips.size() - 1))->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

} // namespace glow::ui
