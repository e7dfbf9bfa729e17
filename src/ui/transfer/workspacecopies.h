#pragma once
#include "app/message.h"
#include "ui/transfer/workspacecopydialog.h"

#include <QHash>
#include <QPointer>

namespace glow::ui {

/// Copies between the workspaces of this window: the dialog, the offer after one was added, and the step that
/// Ctrl+Z takes back in the workspace that was copied to.
class WorkspaceCopies : public QObject {
    Q_OBJECT
public:
    explicit WorkspaceCopies(QWidget* window);

    /// `context` as of now; `entries` all workspaces.
    WorkspaceCopyDialog* openDialog(const store::WorkspaceEntry& source,
                                    const QList<store::WorkspaceEntry>& entries, const CopyContext& context);
    /// Offers to copy to a workspace that was added just now, if the source has any tasks.
    void offer(const store::WorkspaceEntry& source, const store::WorkspaceEntry& target,
               const CopyContext& context);
    /// A workspace comes into the window: an offer that concerns it is made again.
    void workspaceShown(const QString& id);
    /// The copy to this workspace that can be undone in it, once.
    QList<core::Change> takeStep(const QString& id) { return m_steps.take(id); }

Q_SIGNALS:
    void said(const glow::app::Message& message);
    void copied(const QString& target);
    void undoWanted(const QString& target); ///< show that workspace and take the copy back there
    void showWanted(const QString& target);

private:
    void showOffer();
    void report(const store::WorkspaceEntry& source, const store::WorkspaceEntry& target,
                const app::CopyReport& report);

    struct Offer {
        store::WorkspaceEntry source;
        store::WorkspaceEntry target;
        CopyContext context;
        qint64 tasks = 0;
    };
    QWidget* m_window;
    QPointer<WorkspaceCopyDialog> m_dialog;
    std::unique_ptr<app::WorkspaceCopy> m_counting;
    std::optional<Offer> m_offer;
    QHash<QString, QList<core::Change>> m_steps; ///< by workspace
};

} // namespace glow::ui
