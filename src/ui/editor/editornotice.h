#pragma once
#include <QObject>

class QFrame;
class QLabel;
class QPushButton;

namespace glow::app {
class TaskEditorModel;
class Theme;
} // namespace glow::app

namespace glow::ui {

/// The box over the fields: the task was deleted, or another program had changed a field that was stored over
/// it.
class EditorNotice : public QObject {
    Q_OBJECT
public:
    EditorNotice(app::TaskEditorModel& model, const app::Theme& theme, QFrame* box, QLabel* text,
                 QPushButton* first, QPushButton* second);
    void refresh();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showConflict();

    app::TaskEditorModel& m_model;
    const app::Theme& m_theme;
    QFrame* m_box;
    QLabel* m_text;
    QPushButton* m_first;
    QPushButton* m_second;
};

} // namespace glow::ui
