#pragma once
#include <QObject>

class QComboBox;

namespace glow::app {
class TaskEditorModel;
class Theme;
class Workspace;
} // namespace glow::app

namespace glow::ui {

/// List and section of the task, to be chosen; a section only where the list has any. GUI thread.
class PlaceRow : public QObject {
    Q_OBJECT
public:
    /// `sectionBox` holds `section` and its label.
    PlaceRow(app::TaskEditorModel& model, app::Workspace& workspace, const app::Theme& theme, QComboBox& list,
             QComboBox& section, QWidget& sectionBox);
    void show(); ///< the place of the model's task, and what there is to choose
    void showSection();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    app::TaskEditorModel& m_model;
    app::Workspace& m_workspace;
    const app::Theme& m_theme;
    QComboBox& m_list;
    QComboBox& m_section;
    QWidget& m_sectionBox;
};

} // namespace glow::ui
