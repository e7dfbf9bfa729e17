#pragma once
#include <QObject>
#include <QSystemTrayIcon>
#include <functional>
#include <memory>

class QMenu;

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// The program's icon in the desktop's tray: a click opens the window, the menu adds a task or quits. GUI
/// thread.
class TrayIcon : public QObject {
    Q_OBJECT
public:
    using IsThere = std::function<bool()>;

    /// `isThere` says whether the desktop has a tray now.
    TrayIcon(const app::Theme& theme, IsThere isThere, QObject* parent = nullptr);
    ~TrayIcon() override;

    /// Shows it where the desktop has a tray now; false: it has none.
    bool appear();
    /// Says something where the desktop has no notifications of its own.
    void say(const QString& heading, const QString& text);
    QMenu& menu() { return *m_menu; }
    void retranslate();

Q_SIGNALS:
    void openRequested();
    void newTaskRequested();
    void quitRequested();

private:
    IsThere m_isThere;
    std::unique_ptr<QMenu> m_menu; ///< a tray's menu has no parent widget
    QSystemTrayIcon m_icon;
};

} // namespace glow::ui
