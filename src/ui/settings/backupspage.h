#pragma once
#include "app/backup/backups.h"
#include "ui/settings/smallpages.h"

#include <optional>

namespace Ui {
class BackupsPage;
}

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// The page Backups of the settings: where they lie, which there are, what restoring one would change, and
/// restoring, which can be undone. The folder counts with Save, the rest at once.
class BackupsPage : public SettingsPage {
    Q_OBJECT
public:
    BackupsPage(const store::Settings& settings, const QString& dataDirectory, const core::Clock& clock,
                const app::Theme& theme, QWidget* parent = nullptr);
    ~BackupsPage() override;
    void store(store::Settings& settings) const override;

    void shown(); ///< the page came to the front: look

Q_SIGNALS:
    void restored(); ///< what the private workspace shows is another now

private:
    void connectParts();
    QString folder() const;
    void chooseFolder();
    void look();
    void showList(const QList<store::BackupInfo>& backups);
    void preview(int row);
    void showPreview(const core::Result<app::Backups::Preview>& preview);
    void backUp();
    void restore(const store::BackupInfo& info, bool isUndo);
    void showButtons();
    void say(const QString& sentence, bool bad = false);
    void begin(const QString& sentence);
    void end();

    std::unique_ptr<Ui::BackupsPage> m_ui;
    const app::Theme& m_theme;
    QString m_dataDirectory;
    app::Backups m_backups;
    QList<store::BackupInfo> m_all;
    std::optional<store::BackupInfo> m_before; ///< of the last restoring here
    QString m_doing;
    int m_round = 0; ///< of previews; an older one is not shown
    bool m_busy = false;
    bool m_canRestore = false;
};

} // namespace glow::ui
