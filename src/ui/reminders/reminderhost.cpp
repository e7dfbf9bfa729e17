#include "ui/reminders/reminderhost.h"

#include "app/dayclock.h"
#include "app/message.h"
#include "app/reminders/reminderfollower.h"
#include "app/reminders/remindertext.h"
#include "app/workspace.h"
#include "core/recurrence/nextoccurrence.h"
#include "ui/messagebar.h"
#include "ui/trayicon.h"
#include "ui/windowstate.h"
#include "ui/workspacepane.h"

#include <algorithm>

namespace glow::ui {

using app::Firing;
using app::Message;
using app::ReminderText;

namespace {

const QString missedKey = QStringLiteral("reminders.missed");

QString keyOf(const Firing& firing)
{
    return QStringLiteral("reminder:") + firing.key;
}

} // namespace

/// A workspace that is not shown, open for as long as something waits to be stored in it.
struct ReminderHost::Away {
    Away(const store::WorkspaceEntry& entry, ReminderHost& host)
        : file(app::reminderFileOf(entry))
        , workspace(entry, host.m_state.settings(), host.m_dataDirectory, host.m_schedule.clock())
        , follower(host.m_schedule, file, workspace, host.m_dayClock)
    {}
    QString file;
    app::Workspace workspace;
    app::ReminderFollower follower;
};

ReminderHost::ReminderHost(const QString& dataDirectory, const core::Clock& clock, app::DayClock& dayClock,
                           WindowState& state, QObject* parent)
    : QObject(parent)
    , m_dataDirectory(dataDirectory)
    , m_dayClock(dayClock)
    , m_state(state)
    , m_schedule(dataDirectory, clock)
    , m_notifier(clock)
{
    connect(&m_schedule, &app::ReminderSchedule::fired, this, &ReminderHost::fire);
    connect(&m_schedule, &app::ReminderSchedule::changed, this, &ReminderHost::forgetOutdated);
    connect(&m_schedule, &app::ReminderSchedule::failed, this, [this](const core::Error& error) {
        say({Message::Kind::Warning,
             QStringLiteral("reminders.file"),
             tr("Reminders cannot be kept on this computer."),
             error.message,
             {},
             true});
    });
    connect(&dayClock, &app::DayClock::dayChanged, &m_schedule, &app::ReminderSchedule::check);
    connect(&m_notifier, &app::Notifier::completeRequested, this, &ReminderHost::complete);
    connect(&m_notifier, &app::Notifier::snoozeRequested, this, &ReminderHost::snooze);
    connect(&m_notifier, &app::Notifier::openRequested, this, &ReminderHost::open);
    connect(&m_notifier, &app::Notifier::windowWanted, this, &ReminderHost::showInWindow);
}

ReminderHost::~ReminderHost()
{
    m_notifier.withdrawAll();
}

void ReminderHost::setWorkspaces(const QList<store::WorkspaceEntry>& entries)
{
    QStringList files;
    for (const store::WorkspaceEntry& entry : entries)
        files.append(app::reminderFileOf(entry));
    for (const store::WorkspaceEntry& before : std::as_const(m_entries)) {
        if (const QString file = app::reminderFileOf(before); !files.contains(file))
            m_schedule.forget(file);
    }
    m_entries = entries;
    m_schedule.setWorkspaces(files);
}

void ReminderHost::setPane(WorkspacePane* pane)
{
    delete std::exchange(m_follower, nullptr);
    m_away.clear(); // what waits in them is taken over by the next to open it
    m_pane = pane;
    if (!pane)
        return;
    m_follower = new app::ReminderFollower(m_schedule, app::reminderFileOf(pane->workspace().entry()),
                                           pane->workspace(), m_dayClock, this);
    showMissed();
    for (const Firing& each : std::as_const(m_inWindow))
        showOne(each);
}

void ReminderHost::fire(const QList<Firing>& firings)
{
    QList<Firing> missed = firings;
    missed.removeIf([](const Firing& each) { return !each.missed; });
    if (!missed.isEmpty()) {
        if (m_pane && !m_pane->messages().has(missedKey))
            m_missed.clear(); // the person has closed the line
        m_missed += missed;
        showMissed();
    }
    m_notifier.show(firings);
}

/// Completed, deleted or put off, here or by others: there is nothing to remind of.
void ReminderHost::forgetOutdated()
{
    const auto isCurrent = [this](const Firing& each) { return m_schedule.isCurrent(each); };
    m_notifier.withdrawOutdated(isCurrent);
    for (const Firing& each : QList<Firing>(m_inWindow)) {
        if (!isCurrent(each))
            clear(keyOf(each));
    }
    if (m_missed.removeIf(std::not_fn(isCurrent)) > 0 && m_pane && m_pane->messages().has(missedKey))
        showMissed();
}

void ReminderHost::showMissed()
{
    if (m_missed.isEmpty()) {
        clear(missedKey);
        return;
    }
    QList<Message::Action> actions;
    if (m_missed.size() == 1) {
        const Firing firing = m_missed.constFirst();
        actions.append({tr("Complete"), [this, firing] { complete(firing); }});
        actions.append({tr("Open"), [this, firing] { open({firing}); }});
    } else {
        actions.append({tr("Show Today"), [this] {
                            clear(missedKey);
                            Q_EMIT todayRequested();
                        }});
    }
    say({Message::Kind::Info, missedKey, ReminderText::headline(m_missed) + u':',
         ReminderText::titles(m_missed).join(QStringLiteral(" · ")), actions, true});
}

void ReminderHost::showInWindow(const QList<Firing>& firings, bool isShown)
{
    for (const Firing& each : firings) {
        if (each.missed)
            continue; // has its line already
        m_inWindow.append(each);
        showOne(each);
    }
    if (isShown || !m_tray)
        return;
    if (firings.size() == 1)
        m_tray->say(ReminderText::title(firings.constFirst().task),
                    ReminderText::details(firings.constFirst(), m_dayClock.today()));
    else
        m_tray->say(ReminderText::headline(firings), ReminderText::titles(firings).join(u'\n'));
}

void ReminderHost::showOne(const Firing& firing)
{
    const core::Clock& clock = m_schedule.clock();
    const QString text = ReminderText::title(firing.task);
    say({Message::Kind::Info,
         keyOf(firing),
         tr("Reminder:"),
         text,
         {{tr("Complete"), [this, firing] { complete(firing); }},
          {tr("In 10 minutes"), [this, firing, &clock] { snooze(firing, clock.now().addSecs(600)); }},
          {tr("Tomorrow morning"),
           [this, firing, &clock] { snooze(firing, app::tomorrowMorning(clock.now())); }}},
         true});
}

void ReminderHost::complete(const Firing& firing)
{
    clear(keyOf(firing));
    app::Workspace* workspace = m_schedule.isCurrent(firing) ? workspaceOf(firing.workspace) : nullptr;
    if (!workspace)
        return;
    const core::Task task = m_schedule.state(firing.workspace).tasks.value(firing.task.uid).task;
    app::Changes& changes = workspace->changes();
    changes.apply(changes.make(tr("Complete: %1").arg(ReminderText::title(task)),
                               core::completion(task, m_schedule.clock().now())));
}

void ReminderHost::snooze(const Firing& firing, const QDateTime& until)
{
    clear(keyOf(firing));
    m_schedule.snooze(firing, until);
}

void ReminderHost::open(const QList<Firing>& firings)
{
    if (firings.size() > 1) {
        Q_EMIT todayRequested();
        return;
    }
    const Firing firing = firings.constFirst();
    clear(keyOf(firing));
    if (m_missed.size() == 1)
        clear(missedKey);
    for (const store::WorkspaceEntry& entry : std::as_const(m_entries)) {
        if (app::reminderFileOf(entry) == firing.workspace) {
            Q_EMIT openRequested(entry.id, firing.task);
            return;
        }
    }
}

/// The one in the window, else one opened for the purpose; null when it was removed from the settings.
app::Workspace* ReminderHost::workspaceOf(const QString& file)
{
    if (m_pane && app::reminderFileOf(m_pane->workspace().entry()) == file)
        return &m_pane->workspace();
    for (const auto& each : m_away) {
        if (each->file == file)
            return &each->workspace;
    }
    const auto entry = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [&](const auto& each) { return app::reminderFileOf(each) == file; });
    if (entry == m_entries.cend())
        return nullptr;
    m_away.push_back(std::make_unique<Away>(*entry, *this));
    Away* away = m_away.back().get();
    // Later: it is telling of it right now.
    connect(
        &away->workspace.changes(), &app::Changes::pendingChanged, this,
        [this, away] {
            std::erase_if(m_away, [away](const auto& each) {
                return each.get() == away && each->workspace.changes().pending() == 0;
            });
        },
        Qt::QueuedConnection);
    connect(&away->workspace.changes(), &app::Changes::refused, this,
            [this](const core::Change& change, const core::Error& error) {
                say({Message::Kind::Error,
                     QStringLiteral("refused"),
                     tr("Not stored: %1.").arg(change.label),
                     error.message,
                     {},
                     true});
            });
    away->workspace.open();
    return &away->workspace;
}

void ReminderHost::say(const Message& message)
{
    if (m_pane)
        m_pane->say(message);
}

void ReminderHost::clear(const QString& key)
{
    m_inWindow.removeIf([&key](const Firing& each) { return keyOf(each) == key; });
    if (key == missedKey)
        m_missed.clear();
    if (m_pane)
        m_pane->messages().clear(key);
}

} // namespace glow::ui
