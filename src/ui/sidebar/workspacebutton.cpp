#include "ui/sidebar/workspacebutton.h"

#include "app/theme.h"
#include "ui/style/icons.h"

#include <QPainter>
#include <QStyle>

namespace glow::ui {

using sync::Link;

QString workspaceKind(const store::WorkspaceEntry& entry)
{
    if (entry.isPrivate)
        return WorkspaceButton::tr("Private PostgreSQL");
    const QString host = entry.pooled.hosts.isEmpty() ? QString() : entry.pooled.hosts.constFirst().host;
    const bool isNeon = host.endsWith(u".neon.tech") || host.endsWith(u".neon.build");
    return (isNeon ? WorkspaceButton::tr("Neon · %1") : WorkspaceButton::tr("PostgreSQL · %1"))
        .arg(entry.pooled.database);
}

QColor linkColour(const app::Theme& theme, Link::State state)
{
    const app::Colours& c = theme.colours();
    switch (state) {
    case Link::State::Online:
        return c.accent;
    case Link::State::Connecting:
    case Link::State::Waking:
    case Link::State::Offline:
        return c.today;
    case Link::State::Refused:
        return c.overdue;
    case Link::State::Closed:
        break;
    }
    return c.ring;
}

WorkspaceButton::WorkspaceButton(const app::Theme& theme, QWidget* parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setFixedHeight(48);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
}

void WorkspaceButton::showWorkspace(const store::WorkspaceEntry& entry, Link::State state)
{
    m_entry = entry;
    m_state = state;
    switch (state) {
    case Link::State::Offline:
        m_detail = tr("offline");
        break;
    case Link::State::Waking:
        m_detail = tr("waking up…");
        break;
    case Link::State::Connecting:
        m_detail = tr("connecting…");
        break;
    case Link::State::Refused:
        m_detail = tr("refused");
        break;
    default:
        m_detail.clear();
        break;
    }
    setAccessibleName(tr("Workspace: %1").arg(entry.title()));
    setAccessibleDescription(m_detail.isEmpty() ? workspaceKind(entry) : m_detail);
    setToolTip(tr("Switch to another workspace"));
    update();
}

void WorkspaceButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const app::Colours& c = m_theme.colours();
    painter.setPen(c.outline);
    painter.setBrush(isDown() ? c.accentTint : underMouse() ? c.hover : c.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7.5, 7.5);
    const auto place = [this](int x, int y, int w, int h) {
        return QStyle::visualRect(layoutDirection(), rect(), {x, y, w, h});
    };

    painter.setPen(Qt::NoPen);
    painter.setBrush(linkColour(m_theme, m_state));
    painter.drawEllipse(place(11, 20, 8, 8));
    const int side =
        Qt::AlignVCenter | (layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft);
    const int room = width() - 27 - 28;
    painter.setPen(c.text);
    painter.setFont(m_theme.font(app::Theme::Text::Strong));
    painter.drawText(place(27, 6, room, 20), side | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(m_entry.title(), Qt::ElideRight, room));
    const QString kind = workspaceKind(m_entry);
    const QString detail =
        m_detail.isEmpty() ? kind : tr("%1 · %2").arg(kind.section(QStringLiteral(" · "), 0, 0), m_detail);
    painter.setPen(c.muted);
    painter.setFont(m_theme.font(app::Theme::Text::Chip));
    painter.drawText(place(27, 25, room, 16), side | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(detail, Qt::ElideRight, room));
    paintIcon(painter, place(width() - 26, 0, 16, height()), QStringLiteral("choose"), 16, c.muted);
}

} // namespace glow::ui
