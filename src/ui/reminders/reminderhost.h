#pragma once
#include "app/reminders/notifier.h"
#include "app/reminders/reminderschedule.h"
#include "store/workspaces.h"

#include <QObject>
#include <QPointer>
#include <memory>

namespace glow::app {
class DayClock;
class Workspace;
struct Message;
} // namespace glow::app

namespace glow::ui {

class TrayIcon;
class WindowState;
class WorkspacePane;

/// Reminders of all workspaces while the program runs, with or without its window: shown on the desktop, else
/// in the message bar and the tray. What a person answers goes the way of every change, also to a workspace
/// that is not the one in the window.
class ReminderHost : public QObject {
    Q_OBJECT
public:
    ReminderHost(const QString& dataDirectory, const core::Clock& clock, app::DayClock& dayClock,
                 WindowState& state, QObject* parent = nullptr);
    ~ReminderHost() override;

    void setTray(TrayIcon* tray) { m_tray = tray; }
    /// All there are; of one that is no longer there the reminders go.
    void setWorkspaces(const QList<store::WorkspaceEntry>& entries);
    /// The workspace that is shown from now on; null before it goes.
    void setPane(WorkspacePane* pane);
    app::ReminderSchedule& schedule() { return m_schedule; }

Q_SIGNALS:
    void openRequested(const QString& workspace, const glow::core::Task& task); ///< id of the entry
    void todayRequested();

private:
    struct Away;
    void fire(const QList<app::Firing>& firings);
    void forgetOutdated();
    void showMissed();
    void showInWindow(const QList<app::Firing>& firings, bool isShown);
    void showOne(const app::Firing& firing);
    void complete(const app::Firing& firing);
    void snooze(const app::Firing& firing, const QDateTime& until);
    void open(const QList<app::Firing>& firings);
    void say(const app::Message& message);
    void clear(const QString& key);
    app::Workspace* workspaceOf(const QString& file);

    QString m_dataDirectory;
    app::DayClock& m_dayClock;
    WindowState& m_state;
    app::ReminderSchedule m_schedule;
    app::Notifier m_notifier;
    TrayIcon* m_tray = nullptr;
    QList<store::WorkspaceEntry> m_entries;
    WorkspacePane* m_pane = nullptr;
    QObject* m_follower = nullptr;
    std::vector<std::unique_ptr<Away>> m_away; ///< workspaces that store what was answered, and go
    QList<app::Firing> m_missed;               ///< in the message bar
    QList<app::Firing> m_inWindow;             ///< each with a line of its own there
};

} // namespace glow::ui
