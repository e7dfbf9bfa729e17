#pragma once
#include "ui/settings/checklist.h"
#include "ui/settings/workspacedraft.h"

#include <QWidget>
#include <memory>

namespace Ui {
class WorkspacesPage;
}

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// The right side of the Workspaces page: one draft and its connection check. It edits the draft it was given
/// and tells every change; it touches neither disk nor network.
class WorkspacesPage : public QWidget {
    Q_OBJECT
public:
    explicit WorkspacesPage(const app::Theme& theme, QWidget* parent = nullptr);
    ~WorkspacesPage() override;

    void showDraft(const WorkspaceDraft& draft, bool canBeOpened);
    void focusConnection();
    const WorkspaceDraft& draft() const { return m_draft; }
    void setPrivateText(const QString& text) { m_privateText = text; }
    /// The stored password has been read: it can be shown and used.
    void setKnownPassword(const QString& password);
    void showKeychainChoice(bool inFile); ///< there is no keychain: ask each time, or a file
    bool hasKeychainChoice() const { return m_keychainChoice; }
    bool keepInFile() const;

    void showCheck(const QList<CheckRow>& rows, const QString& time);

Q_SIGNALS:
    void edited(); ///< the draft is another
    void openWanted();
    void addWanted();      ///< what was found shall become a workspace
    void passwordWanted(); ///< to be shown; answered by setKnownPassword
    void checkActionClicked(int row);

private:
    void connectFields();
    void fillEncryption();
    void takePooled(const QString& text);
    void takeDirect(const QString& text);
    void reveal(bool on);
    void showStrings();
    void showHints();
    void chooseEncryption();
    void chooseAuthority();
    void setAuthority(const QString& path);

    const app::Theme& m_theme;
    std::unique_ptr<Ui::WorkspacesPage> m_ui;
    WorkspaceDraft m_draft;
    QString m_privateText;
    QString m_savedRisk; ///< the one that was accepted before
    bool m_keychainChoice = false;
};

} // namespace glow::ui
