#pragma once
#include "core/clock.h"
#include "core/entities.h"
#include "store/settings.h"
#include "store/workspaces.h"
#include "ui/settings/settingsjobs.h"

#include <QDialog>
#include <memory>

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// What the dialog starts from; all values, read before by the caller.
struct SettingsContext {
    QString dataDirectory;
    store::Settings settings;
    QList<store::WorkspaceEntry> workspaces; ///< the private one first
    QString currentWorkspace;                ///< id of the one in the window
    core::Catalogue catalogue;               ///< of the current workspace, for the default list
    core::Clock clock;
    bool hasTray = false; ///< the desktop has one: the window may close into it
};

/// Settings (1120 x 760): pages at the left, applied by Save. Files, keychain and servers are touched on
/// worker threads only; the signals come when everything is on disk. Show it with `open()` or `show()`, never
/// `exec()`.
class SettingsDialog : public QDialog {
    Q_OBJECT
public:
    SettingsDialog(SettingsContext context, const app::Theme& theme, QWidget* parent = nullptr);
    ~SettingsDialog() override;

    /// "general", "workspaces", "database", "backups", "appearance", "language", "about"; anything else:
    /// general.
    void showPage(const QString& page);

Q_SIGNALS:
    void settingsChanged(const glow::store::Settings& settings);
    void workspacesChanged(const QList<glow::store::WorkspaceEntry>& workspaces);
    void openWorkspace(const QString& id); ///< after workspacesChanged
    void restored();                       ///< the private workspace, from a backup
    void upgraded(const QString& id);      ///< its database can be opened now

private:
    void addPages();
    void connectAdoption();
    void reviewOpenWorkspace();
    void dress();
    void save();
    void say(const QString& problem); ///< above the buttons; empty: nothing
    void finishSave(const SettingsJobs::SavePlan& plan, const SettingsJobs::Saved& saved);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace glow::ui
