#pragma once
#include "app/message.h"
#include "app/sidebar/catalogueactions.h"
#include "app/sidebar/counts.h"
#include "app/sidebar/sidebarmodel.h"
#include "app/signin.h"
#include "app/workspace.h"
#include "sync/activity.h"
#include "ui/activitywatch.h"

#include <QWidget>
#include <memory>

namespace glow::app {
class DailyBackup;
class DayClock;
class Theme;
} // namespace glow::app

namespace glow::ui {

class Actions;
class MessageBar;
class PasswordBar;
class TaskEditor;
class TaskPage;
class WindowState;

/// Everything of the window that belongs to one open workspace: it owns the Workspace, so that switching is
/// destroying one pane and making another. Message bar over the page, editor beside it (over it in a narrow
/// window).
class WorkspacePane : public QWidget {
    Q_OBJECT
public:
    WorkspacePane(const store::WorkspaceEntry& entry, const QString& dataDirectory, const core::Clock& clock,
                  app::DayClock& dayClock, const app::Theme& theme, const Actions& actions,
                  WindowState& state, QWidget* parent = nullptr);
    ~WorkspacePane() override;

    void open(); ///< the view is shown when the catalogue is there
    /// The view to open; a place that is not there becomes Today.
    void setFirstView(const QString& view) { m_firstView = view; }

    app::Workspace& workspace() { return m_workspace; }
    sync::Activity& activity() { return m_activity; }
    app::SidebarModel& sidebar() { return m_sidebar; }
    app::CatalogueActions& catalogueActions() { return m_catalogueActions; }
    app::SidebarCounts& counts() { return m_counts; }
    TaskPage* page() { return m_page; } ///< null until it is open
    TaskEditor* editor() { return m_editor; }
    MessageBar& messages() { return *m_messages; }

    void showPlace(const app::Place& place);
    /// Goes where the task lies and opens it, as soon as the page is there.
    void revealTask(const core::Task& task);
    void showSearch(const QString& words); ///< empty: back to the place before
    void showTask(const QUuid& task);      ///< in the editor, whatever the table shows
    void setNarrow(bool narrow);
    void editFilter(core::SavedFilter filter); ///< by its uid; null: a new one
    void mergeTags(const QUuid& tag, const QUuid& into);
    void settingsChanged();
    void retranslate();
    void say(const app::Message& message);

Q_SIGNALS:
    void ready();
    void placeShown(const glow::app::Place& place);
    void selectionChanged(bool any);
    void settingsRequested(const QString& page);
    void searchRequested(const QString& text);
    void riskAccepted(); ///< the workspace may be opened with its lowered encryption

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void makePage();
    void connectChanges();
    void showStayed(const core::Change& change, int values);
    void showSelection(const QList<QUuid>& tasks);
    bool isInEditor(const QWidget* widget) const;
    bool editorKeepsItsTask();
    void editorChecked(const QUuid& task, bool isThere);
    void goOnTyping(const QUuid& task, const QString& text);
    void openEditor(const QUuid& task);
    void closeEditor();
    void arrangeEditor();
    void showFirstPlace();
    void showWantedPlace();
    void showLink();
    void showCancelled();
    void showPending();
    void showOpenFailed(const core::Error& error);
    void connectSignIn();
    void connectBackup();
    QString backupFolder() const;
    void askForPassword(const core::Error& error);
    /// Where another password or the person's consent helps: the button for it.
    QList<app::Message::Action> remedies(const core::Error& error);
    void showUpgrade();
    void showForgottenTimer();

    const app::Theme& m_theme;
    const Actions& m_actions;
    WindowState& m_state;
    app::DayClock& m_dayClock;
    QString m_dataDirectory;
    sync::Activity m_activity;
    app::Workspace m_workspace;
    std::unique_ptr<app::DailyBackup> m_backup; ///< of the private workspace
    app::SignIn m_signIn;
    app::CatalogueActions m_catalogueActions;
    app::SidebarModel m_sidebar;
    app::SidebarCounts m_counts;
    QString m_firstView;
    app::Place m_lastPlace;
    std::optional<core::Task> m_toReveal;
    std::optional<app::Place> m_wantedPlace; ///< a filter that is being stored
    QList<QUuid> m_selected;
    bool m_narrow = false;
    bool m_editorOpen = false; ///< asked for by Enter: stays until Escape
    bool m_wasDown = false;
    QUuid m_deletedElsewhere; ///< while it was shown in the editor
    QUuid m_unsure;           ///< shown in the editor, which is asking whether it is still there
    struct {
        QUuid group;
        int values = 0;
    } m_stayed;            ///< of the step that was last not taken back as a whole
    bool m_isAway = false; ///< the page stands, and the workspace was never open
    ActivityWatch m_activityWatch;
    QWidget* m_centre;
    QWidget* m_editorHost; ///< draws the hairline before the editor
    MessageBar* m_messages;
    PasswordBar* m_password;
    TaskPage* m_page = nullptr;
    TaskEditor* m_editor = nullptr;
};

} // namespace glow::ui
