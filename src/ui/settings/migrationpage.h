#pragma once
#include "ui/settings/migrationjobs.h"

#include <QWidget>
#include <memory>
#include <optional>

namespace Ui {
class MigrationPage;
}

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// The page Database of the settings: at which revision a workspace's database is, what an upgrade brings
/// (also as SQL), whether its schema is as the migrations make it, and the way back. Works at once, not with
/// Save.
class MigrationPage : public QWidget {
    Q_OBJECT
public:
    /// `current`: the workspace in the window, which cannot be downgraded under it.
    MigrationPage(const QList<store::WorkspaceEntry>& entries, const QString& current, bool secretsInFile,
                  const QString& dataDirectory, const app::Theme& theme, QWidget* parent = nullptr);
    ~MigrationPage() override;

    void shown(); ///< the page came to the front: look
    /// Shows the database of this workspace, which may not be saved yet.
    void review(const store::WorkspaceEntry& entry);

Q_SIGNALS:
    void upgraded(const QString& id); ///< the workspace's database is at the head now

private:
    const store::WorkspaceEntry& entry() const;
    void connectButtons();
    void look();
    void showLook(const core::Result<MigrationJobs::Look>& look);
    void showSteps();
    void showCheck();
    void fillTargets();
    void showLoss();
    void showButtons();
    void say(const QString& sentence, bool bad = false);
    void upgrade();
    void downgrade();
    void reindex();
    void begin();
    void finish(const core::Result<void>& done, const QString& success);
    QString script();
    void saveScript();

    std::unique_ptr<Ui::MigrationPage> m_ui;
    QList<store::WorkspaceEntry> m_entries;
    QString m_current;
    const app::Theme& m_theme;
    MigrationJobs m_jobs;
    std::optional<MigrationJobs::Look> m_look; ///< of the chosen workspace; nothing while unknown
    int m_round = 0;                           ///< of looks; an older one is not shown
    bool m_secretsInFile;
    bool m_busy = false;
};

} // namespace glow::ui
