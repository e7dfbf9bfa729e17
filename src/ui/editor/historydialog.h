#pragma once
#include "app/editor/historymodel.h"

#include <QDialog>
#include <memory>

namespace Ui {
class HistoryDialog;
}

namespace glow::app {
class Theme;
class Workspace;
} // namespace glow::app

namespace glow::ui {

/// The history of one task (history-light.png): who changed what and when, with the value before brought back
/// by a button. Deletes itself when closed.
class HistoryDialog : public QDialog {
    Q_OBJECT
public:
    HistoryDialog(app::Workspace& workspace, const app::Theme& theme, const QUuid& task, QWidget* parent);
    ~HistoryDialog() override;

    app::HistoryModel& model() { return m_model; }

private:
    void showHead();
    void showChosen();
    void showWhole(bool shown);
    void chooseField();
    void restore();
    void copy();

    std::unique_ptr<Ui::HistoryDialog> m_form;
    const app::Theme& m_theme;
    app::HistoryModel m_model;
};

} // namespace glow::ui
