#include "app/reminders/notifier.h"

#include "app/reminders/remindertext.h"

#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <algorithm>

namespace glow::app {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString program = QStringLiteral("io.github.glowlist.Glowlist");
constexpr int answerMilliseconds = 8000; // a server may have to be started first
constexpr int untilDismissed = 0;

QDBusMessage call(const QString& method)
{
    return QDBusMessage::createMethodCall(service, path, service, method);
}

} // namespace

Notifier::Notifier(core::Clock clock, const QDBusConnection& bus, QObject* parent)
    : QObject(parent)
    , m_clock(std::move(clock))
    , m_bus(bus)
{
    if (!m_bus.isConnected())
        return;
    m_bus.connect(service, path, service, QStringLiteral("ActionInvoked"), this,
                  SLOT(actionInvoked(uint, QString)));
    m_bus.connect(service, path, service, QStringLiteral("NotificationClosed"), this,
                  SLOT(notificationClosed(uint, uint)));
    m_server.setConnection(m_bus);
    m_server.addWatchedService(service);
    m_server.setWatchMode(QDBusServiceWatcher::WatchForOwnerChange);
    connect(&m_server, &QDBusServiceWatcher::serviceOwnerChanged, this, [this] {
        m_capabilities.reset();
        m_shown.clear(); // another server counts anew
    });
}

void Notifier::show(const QList<Firing>& firings)
{
    if (firings.isEmpty())
        return;
    if (!m_bus.isConnected()) {
        Q_EMIT windowWanted(firings, false);
        return;
    }
    QList<Firing> missed;
    QList<Firing> punctual;
    for (const Firing& each : firings)
        (each.missed ? missed : punctual).append(each);
    if (!missed.isEmpty())
        m_waiting.append(missed);
    if (punctual.size() > mostSingly)
        m_waiting.append(punctual);
    else
        for (const Firing& each : std::as_const(punctual))
            m_waiting.append({each});
    if (m_capabilities)
        showWaiting();
    else
        askCapabilities();
}

void Notifier::askCapabilities()
{
    if (std::exchange(m_asking, true))
        return;
    auto* watcher = new QDBusPendingCallWatcher(
        m_bus.asyncCall(call(QStringLiteral("GetCapabilities")), answerMilliseconds), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        m_asking = false;
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (!reply.isError()) {
            m_capabilities = reply.value();
            showWaiting();
            return;
        }
        for (const QList<Firing>& firings : std::exchange(m_waiting, {}))
            Q_EMIT windowWanted(firings, false);
    });
}

void Notifier::showWaiting()
{
    for (const QList<Firing>& firings : std::exchange(m_waiting, {}))
        notify(firings);
}

void Notifier::notify(const QList<Firing>& firings)
{
    const bool hasButtons = can("actions");
    auto* watcher =
        new QDBusPendingCallWatcher(m_bus.asyncCall(notification(firings), answerMilliseconds), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, firings, hasButtons] {
        watcher->deleteLater();
        const QDBusPendingReply<uint> reply = *watcher;
        if (!reply.isError())
            m_shown.insert(reply.value(), firings);
        if (reply.isError() || !hasButtons)
            Q_EMIT windowWanted(firings, !reply.isError());
    });
}

QDBusMessage Notifier::notification(const QList<Firing>& firings) const
{
    const bool isOne = firings.size() == 1;
    const QString heading =
        isOne ? ReminderText::title(firings.constFirst().task) : ReminderText::headline(firings);
    const QString text = isOne ? ReminderText::details(firings.constFirst(), m_clock.today())
                               : ReminderText::titles(firings).join(u'\n');
    const QVariantMap hints{{QStringLiteral("desktop-entry"), program},
                            {QStringLiteral("category"), QStringLiteral("x-glowlist.reminder")},
                            {QStringLiteral("urgency"), QVariant::fromValue(uchar(1))}};
    QDBusMessage message = call(QStringLiteral("Notify"));
    message << QStringLiteral("Glowlist") << uint(0) << program << heading
            << (can("body-markup") ? text.toHtmlEscaped() : text) << actionsFor(firings) << hints
            << untilDismissed;
    return message;
}

QStringList Notifier::actionsFor(const QList<Firing>& firings) const
{
    if (!can("actions"))
        return {};
    QStringList actions{QStringLiteral("default"), tr("Open")};
    if (firings.size() == 1)
        actions << QStringLiteral("complete") << tr("Complete") << QStringLiteral("snooze-10")
                << tr("In 10 minutes") << QStringLiteral("snooze-60") << tr("In 1 hour")
                << QStringLiteral("snooze-morning") << tr("Tomorrow morning");
    return actions;
}

bool Notifier::can(const char* capability) const
{
    return m_capabilities && m_capabilities->contains(QLatin1String(capability));
}

void Notifier::actionInvoked(uint id, const QString& action)
{
    const auto shown = m_shown.constFind(id);
    if (shown == m_shown.constEnd())
        return; // of another program
    const QList<Firing> firings = *shown;
    close(id); // some servers leave it there
    const QDateTime now = m_clock.now();
    if (action == u"complete")
        Q_EMIT completeRequested(firings.constFirst());
    else if (action == u"snooze-10" || action == u"snooze-60")
        Q_EMIT snoozeRequested(firings.constFirst(), now.addSecs(action == u"snooze-10" ? 600 : 3600));
    else if (action == u"snooze-morning")
        Q_EMIT snoozeRequested(firings.constFirst(), tomorrowMorning(now));
    else
        Q_EMIT openRequested(firings);
}

void Notifier::notificationClosed(uint id, uint)
{
    m_shown.remove(id);
}

void Notifier::close(uint id)
{
    m_shown.remove(id);
    QDBusMessage message = call(QStringLiteral("CloseNotification"));
    message << id;
    m_bus.asyncCall(message);
}

void Notifier::withdrawOutdated(const std::function<bool(const Firing&)>& isCurrent)
{
    const QHash<uint, QList<Firing>> shown = m_shown;
    for (auto it = shown.cbegin(); it != shown.cend(); ++it) {
        if (std::none_of(it->begin(), it->end(), isCurrent))
            close(it.key());
    }
}

void Notifier::withdrawAll()
{
    withdrawOutdated([](const Firing&) { return false; });
}

} // namespace glow::app
