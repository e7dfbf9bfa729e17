#pragma once
#include "store/workspaces.h"
#include "sync/link.h"

#include <QAbstractButton>

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// What kind of database a workspace is, for the line below its name: "Private PostgreSQL", "Neon · main".
QString workspaceKind(const store::WorkspaceEntry& entry);
/// The colour that stands for the state of the line.
QColor linkColour(const app::Theme& theme, sync::Link::State state);

/// The workspace in the window, its state, and the way to the others.
class WorkspaceButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit WorkspaceButton(const app::Theme& theme, QWidget* parent = nullptr);

    void showWorkspace(const store::WorkspaceEntry& entry, sync::Link::State state);
    QSize sizeHint() const override { return {200, 48}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const app::Theme& m_theme;
    store::WorkspaceEntry m_entry;
    sync::Link::State m_state = sync::Link::State::Closed;
    QString m_detail;
};

} // namespace glow::ui
