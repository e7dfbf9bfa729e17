#pragma once
#include <QDBusConnection>
#include <QObject>
#include <QProcess>
#include <QVariantMap>

namespace glow::tests {

/// A session bus of the test's own, which also the program under test finds from then on. One a process,
/// before anything asks for the session bus.
class SessionBus {
public:
    SessionBus();
    ~SessionBus();
    const QString& address() const { return m_address; }

private:
    QProcess m_daemon;
    QString m_address;
};

/// What a desktop's notification server does, on a connection of its own. It shows nothing and remembers all.
class NotificationServer : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    struct Shown {
        uint id = 0;
        QString summary;
        QString body;
        QStringList actions;
    };

    NotificationServer(const QString& bus, QStringList capabilities);
    ~NotificationServer() override;

    const QList<Shown>& all() const { return m_all; } ///< that were ever shown
    const QList<uint>& closed() const { return m_closed; }
    void press(uint id, const QString& action) { Q_EMIT ActionInvoked(id, action); }

public Q_SLOTS:
    QStringList GetCapabilities() { return m_capabilities; }
    QString GetServerInformation(QString& vendor, QString& version, QString& specification);
    uint Notify(const QString& program, uint replaces, const QString& icon, const QString& summary,
                const QString& body, const QStringList& actions, const QVariantMap& hints, int timeout);
    void CloseNotification(uint id);

Q_SIGNALS:
    void ActionInvoked(uint id, const QString& action);
    void NotificationClosed(uint id, uint reason);

private:
    QDBusConnection m_connection;
    QStringList m_capabilities;
    QList<Shown> m_all;
    QList<uint> m_closed;
};

} // namespace glow::tests
