#pragma once
#include "app/transfer/trashmodel.h"

#include <QDialog>
#include <memory>

namespace Ui {
class TrashDialog;
}

namespace glow::app {
class Theme;
class Workspace;
} // namespace glow::app

namespace glow::ui {

/// What was deleted in the last thirty days, to be brought back or forgotten for good. Shown with `open()`.
class TrashDialog : public QDialog {
    Q_OBJECT
public:
    TrashDialog(app::Workspace& workspace, const app::Theme& theme, QWidget* parent);
    ~TrashDialog() override;

    app::TrashModel& model() { return m_model; }

Q_SIGNALS:
    void settled(); ///< what is there has been read, or could not be

public Q_SLOTS:
    void reject() override;

private:
    void showAmount();
    void showChosen();
    void restore();
    void empty();
    void askAboutEmptying(bool asking);

    std::unique_ptr<Ui::TrashDialog> m_form;
    app::TrashModel m_model;
    bool m_asking = false; ///< whether to empty the trash
};

} // namespace glow::ui
