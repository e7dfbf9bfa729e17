#include "support/notificationserver.h"

#include <QtTest>

namespace glow::tests {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString connectionName = QStringLiteral("notification server");

} // namespace

SessionBus::SessionBus()
{
    m_daemon.start(QStringLiteral("dbus-daemon"), {QStringLiteral("--session"), QStringLiteral("--nofork"),
                                                   QStringLiteral("--print-address")});
    while (m_daemon.state() != QProcess::NotRunning && !m_daemon.canReadLine()) {
        if (!m_daemon.waitForReadyRead(30000))
            break;
    }
    m_address = QString::fromLatin1(m_daemon.readLine().trimmed());
    if (m_address.isEmpty())
        qFatal("dbus-daemon: %s", m_daemon.readAllStandardError().constData());
    qputenv("DBUS_SESSION_BUS_ADDRESS", m_address.toLatin1());
}

SessionBus::~SessionBus()
{
    m_daemon.terminate();
    m_daemon.waitForFinished();
}

NotificationServer::NotificationServer(const QString& bus, QStringList capabilities)
    : m_connection(QDBusConnection::connectToBus(bus, connectionName))
    , m_capabilities(std::move(capabilities))
{
    if (!m_connection.registerObject(QStringLiteral("/org/freedesktop/Notifications"), this,
                                     QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals) ||
        !m_connection.registerService(service))
        qFatal("no notification server");
}

NotificationServer::~NotificationServer()
{
    m_connection.unregisterService(service);
    QDBusConnection::disconnectFromBus(connectionName);
}

QString NotificationServer::GetServerInformation(QString& vendor, QString& version, QString& specification)
{
    vendor = version = QStringLiteral("test");
    specification = QStringLiteral("1.2");
    return QStringLiteral("test");
}

uint NotificationServer::Notify(const QString&, uint, const QString&, const QString& summary,
                                const QString& body, const QStringList& actions, const QVariantMap&, int)
{
    const uint id = static_cast<uint>(m_all.size()) + 1;
    m_all.append({id, summary, body, actions});
    return id;
}

void NotificationServer::CloseNotification(uint id)
{
    m_closed.append(id);
    Q_EMIT NotificationClosed(id, 3);
}

} // namespace glow::tests
