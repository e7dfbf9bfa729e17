#pragma once
#include <QObject>
#include <QUuid>

class QToolButton;

namespace glow::app {
class TaskEditorModel;
class Theme;
} // namespace glow::app

namespace glow::ui {

class NotesEdit;
class NotesLink;

/// Ties the notes of the form to the model, their links to the line under them, and attaches files.
class NotesField : public QObject {
    Q_OBJECT
public:
    NotesField(app::TaskEditorModel& model, const app::Theme& theme, NotesEdit* notes, NotesLink* link,
               QToolButton* attach);

private:
    void typed(const QString& notes);
    void changed(const QString& notes);
    void chooseFiles();

    app::TaskEditorModel& m_model;
    NotesEdit* m_notes;
    NotesLink* m_link;
    QUuid m_task; ///< that is shown
};

} // namespace glow::ui
