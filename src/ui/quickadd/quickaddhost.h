#pragma once
#include "app/quickadd/quickaddbatch.h"

#include <QHash>
#include <QObject>
#include <memory>

namespace glow::app {
struct Message;
class Theme;
} // namespace glow::app

namespace glow::ui {

class QuickAddWindow;
class WindowState;
class WorkspacePane;

/// Opens the small window on the workspace that is shown, keeps its draft over a restart, and stores what it
/// adds. What is added before the workspace's lists are known waits, over a restart too, so that no list is
/// made twice.
class QuickAddHost : public QObject {
    Q_OBJECT
public:
    QuickAddHost(const app::Theme& theme, WindowState& state, QObject* parent = nullptr);
    ~QuickAddHost() override;

    /// The workspace that is shown from now on; null before it goes.
    void setPane(WorkspacePane* pane);
    QuickAddWindow* open(); ///< null without a workspace
    QuickAddWindow* window() const { return m_window.get(); }
    /// The window is open, or something that it added is not stored yet.
    bool isBusy() const;
    void settingsChanged();
    void keepDraft();

Q_SIGNALS:
    void said(const glow::app::Message& message);
    void busyChanged();

private:
    void makeWindow();
    void add(const app::QuickAddBatch& batch, const QString& text);
    void store(const app::QuickAddBatch& batch, const QString& text);
    void addWaiting();
    void wait(const QString& text);
    bool knowsLists() const;
    void refused(const QString& text, const QString& reason);
    void updateOnScreen();

    const app::Theme& m_theme;
    WindowState& m_state;
    WorkspacePane* m_pane = nullptr;
    std::unique_ptr<QuickAddWindow> m_window;
    QHash<QUuid, QString> m_texts; ///< by change, until it is stored
};

} // namespace glow::ui
