#include "ui/trayicon.h"

#include "app/theme.h"
#include "ui/style/icons.h"

#include <QMenu>

namespace glow::ui {

TrayIcon::TrayIcon(const app::Theme& theme, IsThere isThere, QObject* parent)
    : QObject(parent)
    , m_isThere(std::move(isThere))
    , m_menu(std::make_unique<QMenu>())
{
    m_menu->addAction(QString(), this, &TrayIcon::openRequested);
    m_menu->addAction(QString(), this, &TrayIcon::newTaskRequested);
    m_menu->addSeparator();
    m_menu->addAction(QString(), this, &TrayIcon::quitRequested);
    m_icon.setContextMenu(m_menu.get());
    connect(&m_icon, &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openRequested();
    });
    const auto draw = [this, &theme] { m_icon.setIcon(programIcon(theme)); };
    connect(&theme, &app::Theme::changed, this, draw);
    draw();
    retranslate();
}

TrayIcon::~TrayIcon() = default;

bool TrayIcon::appear()
{
    m_icon.setVisible(m_isThere());
    return m_icon.isVisible();
}

void TrayIcon::say(const QString& heading, const QString& text)
{
    if (m_icon.isVisible() && QSystemTrayIcon::supportsMessages())
        m_icon.showMessage(heading, text, m_icon.icon());
}

void TrayIcon::retranslate()
{
    const QList<QAction*> actions = m_menu->actions();
    actions.at(0)->setText(tr("&Open Glowlist"));
    actions.at(1)->setText(tr("&New task"));
    actions.at(3)->setText(tr("&Quit"));
    m_icon.setToolTip(QStringLiteral("Glowlist"));
}

} // namespace glow::ui
