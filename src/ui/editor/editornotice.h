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

/// The box over the fields: the task was deleted.
class EditorNotice : public QObject {
    Q_OBJECT
public:
    EditorNotice(app::TaskEditorModel& model, const app::Theme& theme, QFrame& box, QLabel& text,
                 QPushButton& restore);
    void refresh();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    app::TaskEditorModel& m_model;
    const app::Theme& m_theme;
    QFrame& m_box;
    QLabel& m_text;
};

} // namespace glow::ui
