#pragma once
#include <QList>
#include <QUuid>
#include <QWidget>
#include <memory>

namespace glow::app {
class Theme;
class Workspace;
} // namespace glow::app

namespace glow::ui {

class HistoryDialog;

/// The pane beside the table (336 wide): every field of one task, stored as it is typed after a short pause.
/// Made anew for each workspace; `workspace` must outlive it.
class TaskEditor : public QWidget {
    Q_OBJECT
public:
    TaskEditor(app::Workspace& workspace, const app::Theme& theme, QWidget* parent = nullptr);
    ~TaskEditor() override; ///< flushes

    /// The task chosen in the table; a null uid empties the pane. What was typed into the one before is
    /// stored first.
    void showTask(const QUuid& task);
    /// Several tasks: their number with Complete and Delete. One: as `showTask`.
    void showSelection(const QList<QUuid>& tasks);
    void focusTitle();                                      ///< as soon as the task is there
    void typeTitle(const QUuid& task, const QString& text); ///< shows it, with this title being typed
    void flush();                              ///< stores what is typed without waiting for the pause
    void setFirstDayOfWeek(Qt::DayOfWeek day); ///< for the calendar popups
    /// Of any task, over the window; null: of none. What is being typed is stored first.
    HistoryDialog* openHistory(const QUuid& task);
    QUuid task() const;
    bool isLoading() const; ///< the task asked for is not here yet

Q_SIGNALS:
    void closed(); ///< Escape, or Return in the title: the table takes the focus, a narrow window folds the
                   ///< pane away
    void checked(const QUuid& task, bool isThere); ///< after a reset (TaskEditorModel::checked)
    void taskActivated(const QUuid& task);         ///< a subtask shall be shown
    // Buttons under a multi-selection; the table knows the rows and does it as one change.
    void completeRequested(const QList<QUuid>& tasks);
    void deleteRequested(const QList<QUuid>& tasks);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace glow::ui
