#pragma once
#include "app/transfer/workspacecopy.h"

#include <QDialog>
#include <memory>

namespace Ui {
class WorkspaceCopyDialog;
}

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// What a copy needs beside its two ends.
struct CopyContext {
    QString dataDirectory;
    bool secretsInFile = false;
    store::changesql::Writer writer;
    core::Clock clock;
};

/// "8 tasks, 3 lists and 2 tags".
QString amountText(const store::copysql::Amount& amount);

/// Copies the tasks of one workspace to another that the person chooses: what there is, how far it is, what
/// came of it. Shown with `open()`. Closing it cancels.
class WorkspaceCopyDialog : public QDialog {
    Q_OBJECT
public:
    /// `targets` has at least one.
    WorkspaceCopyDialog(const store::WorkspaceEntry& source, const QList<store::WorkspaceEntry>& targets,
                        CopyContext context, QWidget* parent);
    ~WorkspaceCopyDialog() override;

    void choose(const QString& target); ///< its id

Q_SIGNALS:
    void copied(const QString& target, const glow::app::CopyReport& report);

public Q_SLOTS:
    void reject() override;

private:
    void showAmount(const core::Result<store::copysql::Amount>& amount);
    void start();
    void say(const QString& sentence);
    void fit();
    void finish(const app::CopyReport& report);
    const store::WorkspaceEntry& target() const;
    std::unique_ptr<app::WorkspaceCopy> makeCopy() const;

    std::unique_ptr<Ui::WorkspaceCopyDialog> m_form;
    store::WorkspaceEntry m_source;
    QList<store::WorkspaceEntry> m_targets;
    CopyContext m_context;
    std::unique_ptr<app::WorkspaceCopy> m_counting;
    std::unique_ptr<app::WorkspaceCopy> m_copy; ///< while it runs
    bool m_upgrade = false;                     ///< the person has said so
    bool m_closing = false;
};

} // namespace glow::ui
