#pragma once
#include "ui/settings/settingsjobs.h"

#include <QObject>

namespace Ui {
class SettingsDialog;
}

namespace glow::app {
class Theme;
}

namespace glow::ui {

struct SettingsContext;
class WorkspaceCheck;
class WorkspaceDraft;
class WorkspaceList;
class WorkspacesPage;

/// The Workspaces page at work: the list at the left, the draft at the right, and its check.
class WorkspaceEditing : public QObject {
    Q_OBJECT
public:
    WorkspaceEditing(const SettingsContext& context, const app::Theme& theme, SettingsJobs& jobs,
                     Ui::SettingsDialog& ui, QObject* parent);

    QWidget* page() const;
    void shown();      ///< the page came to the front: look for what is around and check
    QString problem(); ///< why it cannot be saved; shows the workspace that is meant
    SettingsJobs::SavePlan plan() const;
    void saved(const SettingsJobs::SavePlan& plan);
    void setUser(const QString& id, const QString& userId); ///< whose tasks the workspace shows
    void offerFile();                                       ///< there is no keychain
    bool hasKeychainChoice() const; ///< the person has seen that there is none, and where passwords go

Q_SIGNALS:
    void openWanted(const QString& id);                          ///< after saving
    void reviewWanted(const glow::store::WorkspaceEntry& entry); ///< what an upgrade of its database brings

private:
    void choose(int row);
    void offer(const SettingsJobs::Found& found);
    void checkCurrent();
    void showButtons();
    void add();
    void addFound();
    void remove();
    void edited();
    void readPassword();
    void check();
    void showCheck();

    SettingsJobs& m_jobs;
    Ui::SettingsDialog& m_ui;
    WorkspaceList* m_list;
    WorkspacesPage* m_page;
    WorkspaceCheck* m_check;
    QStringList m_removed;
    int m_row = 0;
    bool m_secretsInFile = false;
    bool m_looked = false;
};

} // namespace glow::ui
