#pragma once
#include "app/reminders/reminderschedule.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusServiceWatcher>
#include <optional>

namespace glow::app {

/// Shows reminders through the desktop's notification server (org.freedesktop.Notifications), with buttons to
/// complete or snooze where it has buttons. What it cannot show, or nobody could answer there, is said by
/// `windowWanted`, so that no reminder is lost. Never waits for the server. GUI thread.
class Notifier : public QObject {
    Q_OBJECT
public:
    static constexpr int mostSingly = 3; ///< more at once become one notification

    Notifier(core::Clock clock, const QDBusConnection& bus = QDBusConnection::sessionBus(),
             QObject* parent = nullptr);

    void show(const QList<Firing>& firings);
    /// Takes away what is shown of firings that are not current any more.
    void withdrawOutdated(const std::function<bool(const Firing&)>& isCurrent);
    void withdrawAll(); ///< nobody would answer their buttons any more

Q_SIGNALS:
    void completeRequested(const glow::app::Firing& firing);
    void snoozeRequested(const glow::app::Firing& firing, const QDateTime& until);
    void openRequested(const QList<glow::app::Firing>& firings);
    /// `isShown`: on the desktop too, but without buttons.
    void windowWanted(const QList<glow::app::Firing>& firings, bool isShown);

private Q_SLOTS:
    void actionInvoked(uint id, const QString& action);
    void notificationClosed(uint id, uint reason);

private:
    void askCapabilities();
    void showWaiting();
    void notify(const QList<Firing>& firings);
    QDBusMessage notification(const QList<Firing>& firings) const;
    QStringList actionsFor(const QList<Firing>& firings) const;
    bool can(const char* capability) const;
    void close(uint id);

    core::Clock m_clock;
    QDBusConnection m_bus;
    QDBusServiceWatcher m_server;
    std::optional<QStringList> m_capabilities; ///< of the server that runs now; absent: not asked yet
    bool m_asking = false;
    QList<QList<Firing>> m_waiting; ///< for the capabilities
    QHash<uint, QList<Firing>> m_shown;
};

} // namespace glow::app
