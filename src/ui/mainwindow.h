#pragma once
#include "app/dayclock.h"
#include "ui/runwindow.h"

#include <QMainWindow>
#include <QPointer>
#include <QTimer>
#include <memory>

namespace Ui {
class MainWindow;
}

namespace glow::app {
class Theme;
struct Place;
} // namespace glow::app

namespace glow::ui {

class Actions;
class MenuReveal;
class QuickAddHost;
class ReminderHost;
class SettingsDialog;
class SidebarView;
class StatusLine;
class TrashDialog;
class TrayIcon;
class WindowState;
class WorkspaceCopies;
class WorkspacePane;
struct CopyContext;

/// The window: sidebar, the pane of the open workspace, status line. It joins what the parts say to each
/// other; each part knows its own business.
class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(const WindowOptions& options, app::Theme& theme, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens the workspace; the window is there at once and stays, whatever the database does.
    void start();
    /// Only the tray, until a person asks for a window: no database is opened. Where there is no tray even
    /// after a while, the window comes minimised.
    void startInTray();
    void raiseWindow();  ///< a second start asked for it
    void openQuickAdd(); ///< the small window; this one may be hidden
    void quit();         ///< closes, whatever closing is set to do
    WorkspacePane* pane() { return m_pane.get(); }
    SidebarView& sidebar() { return *m_sidebar; }
    StatusLine& statusLine() { return *m_status; }
    TrayIcon* tray() { return m_tray; }
    QuickAddHost& quickAdd() { return *m_quickAdd; }
    ReminderHost& reminders() { return *m_reminders; }
    Actions& actions() { return *m_actions; }
    SettingsDialog* openSettings(const QString& page);
    TrashDialog* openTrash();
    void switchWorkspace(const QString& id);

Q_SIGNALS:
    void paneReady();
    void closed(); ///< for good, not into the tray

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void connectActions();
    void connectSidebar();
    void connectTray();
    void connectQuickAdd();
    void connectReminders();
    void connectCopies();
    void copyTasks();
    CopyContext copyContext() const;
    const store::WorkspaceEntry* entryOf(const QString& id) const;
    void openWorkspace(const store::WorkspaceEntry& entry);
    void connectPane();
    const store::WorkspaceEntry& firstWorkspace() const;
    void applySettings(const store::Settings& settings);
    void applyLanguage();
    void acceptRisk();
    void workspacesChanged(const QList<store::WorkspaceEntry>& entries);
    void showPlace(const app::Place& place);
    void showStatus();
    QString linkText() const;
    void showUndo();

    WindowOptions m_options;
    app::Theme& m_theme;
    app::DayClock m_dayClock;
    QTimer m_trayWait; ///< while it starts without a window
    int m_trayTries = 30;
    QTimer m_tick; ///< the seconds to the next try go by
    WindowState* m_state;
    std::unique_ptr<Ui::MainWindow> m_form;
    MenuReveal* m_menu = nullptr;
    TrayIcon* m_tray = nullptr; ///< none in a picture
    Actions* m_actions;
    QuickAddHost* m_quickAdd;
    ReminderHost* m_reminders;
    SidebarView* m_sidebar;
    StatusLine* m_status;
    QList<store::WorkspaceEntry> m_entries;
    store::WorkspaceEntry m_current;
    std::unique_ptr<WorkspacePane> m_pane;
    QPointer<SettingsDialog> m_settings;
    WorkspaceCopies* m_copies;
    bool m_quitting = false;
};

} // namespace glow::ui
