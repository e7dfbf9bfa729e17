#pragma once
#include "app/table/tasktablemodel.h"

#include <QTableView>
#include <memory>

namespace glow::app {
class TaskCommands;
class Theme;
} // namespace glow::app

namespace glow::ui {

class TaskDelegate;

/// The table of tasks: everything a person does to rows by mouse and keyboard. Holds current row, selection
/// and scroll anchor by uid across changes. `model`, `commands` and `theme` must outlive it.
class TaskTableView : public QTableView {
public:
    TaskTableView(app::TaskTableModel& model, app::TaskCommands& commands, const app::Theme& theme,
                  QWidget* parent = nullptr);
    ~TaskTableView() override;

    QUuid currentTask() const;
    QList<QUuid>
    selectedTasks() const; ///< in the order of the rows; the current one when nothing is selected
    /// Makes the task current and scrolls to it, wherever in the view it is.
    void showTask(const QUuid& task);

    /// Widths, order and hidden columns that the person chose; empty: none.
    QByteArray saveState() const;
    bool restoreState(const QByteArray& state);

public Q_SLOTS:
    void completeSelection(); ///< completes; reopens when all of them are completed
    void deleteSelection();
    void editTitle();
    void setCollapsed(const QUuid& task, bool collapsed);

Q_SIGNALS:
    void currentTaskChanged(const QUuid& task);
    void selectedTasksChanged(const QList<QUuid>& tasks);
    void openRequested(const QUuid& task); ///< Enter: show it in the editor
    void menuRequested(const QList<QUuid>& tasks, const QPoint& globalPosition);
    void sortRequested(glow::core::SortField sort, bool descending);
    void collapsedChanged(const QSet<QUuid>& collapsed); ///< to be remembered
    void said(const QString& sentence);                  ///< for the message bar

public:
    void setModel(QAbstractItemModel* model) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace glow::ui
