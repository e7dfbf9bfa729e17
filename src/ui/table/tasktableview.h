#pragma once
#include "app/table/tasktablemodel.h"
#include "ui/table/rowmotion.h"

#include <QTableView>
#include <QTimer>
#include <memory>
#include <optional>

class QMimeData;
class QScrollBar;

namespace glow::app {
class TaskCommands;
class Theme;
} // namespace glow::app

namespace glow::ui {

class TaskDelegate;
class TaskHeader;

/// The table of tasks: everything a person does to rows by mouse and keyboard. Holds current row, selection
/// and scroll anchor by uid across changes. `model`, `commands` and `theme` must outlive it.
class TaskTableView : public QTableView {
    Q_OBJECT
public:
    TaskTableView(app::TaskTableModel& model, app::TaskCommands& commands, const app::Theme& theme,
                  QWidget* parent = nullptr);
    ~TaskTableView() override;

    /// The selection that is being told is no choice of the person: rows have come or gone.
    bool followsRows() const { return m_followsRows; }
    QUuid currentTask() const;
    QUuid currentSection() const; ///< of the current task; null: of none, or the rows stand in another order
    QPoint sectionPoint(const QUuid& section) const; ///< global, below its heading
    bool isCollapsed(const QUuid& taskOrSection) const
    {
        return m_model.query().collapsed.contains(taskOrSection);
    }
    QList<QUuid>
    selectedTasks() const; ///< in the order of the rows; the current one when nothing is selected
    /// Makes the task current and scrolls to it, wherever in the view it is.
    void showTask(const QUuid& task);

    /// Widths, order and hidden columns that the person chose.
    QByteArray saveState() const;
    /// Without a state that can be read the columns stand as they come.
    bool restoreState(const QByteArray& state);

public Q_SLOTS:
    void completeSelection(); ///< completes; reopens when all of them are completed
    void deleteSelection();
    void editTitle();
    void setCollapsed(const QUuid& task, bool collapsed);
    void setSectionFolded(const QUuid& section, bool folded);
    /// In manual order: the selected tasks become subtasks of the task above them, or go up to their parent's
    /// level.
    void shiftLevel(bool deeper);
    /// Any field; Manual is the order by hand, with the tree. Headings come and go with it.
    void sortBy(glow::core::SortField sort, bool descending);

Q_SIGNALS:
    void currentTaskChanged(const QUuid& task);
    void selectedTasksChanged(const QList<QUuid>& tasks);
    void openRequested(const QUuid& task); ///< Enter: show it in the editor
    void menuRequested(const QList<QUuid>& tasks, const QPoint& globalPosition);
    void sectionMenuRequested(const QUuid& section, const QPoint& globalPosition);
    void sectionDropped(const QUuid& section, const QUuid& before); ///< null: to the end
    void sortChanged(glow::core::SortField sort, bool descending);
    void collapsedChanged(const QSet<QUuid>& collapsed); ///< to be remembered
    void said(const QString& sentence);                  ///< for the message bar
    /// The row of a title that is being typed has left the view; the text must not be lost.
    void typingInterrupted(const QUuid& task, const QString& text);

public:
    /// Not by typing: it would read row after row.
    void keyboardSearch(const QString&) override {}
    QSize minimumSizeHint() const override { return {200, 100}; }

protected:
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void updateGeometries() override;
    void verticalScrollbarValueChanged(int value) override;
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void startDrag(Qt::DropActions actions) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    struct DropPlace;
    /// Where a dragged section would land: before the heading in `row`, or behind the last row.
    struct SectionPlace {
        int row = 0;
        QUuid before;
    };

    void connectModel();
    QModelIndex titleIndex(int row) const;
    int nextTaskRow(int row, int step) const;
    void withSelection(const std::function<void(const QList<core::Task>&)>& use);
    void holdAnchor();
    void restoreAnchor();
    void restoreCurrent();
    void reportViewport();
    void layBar();
    void connectBar();
    void tellSelection();
    void hover(int row);
    QUuid circleAt(const QPoint& position) const;
    QUuid foldAt(const QPoint& position) const;
    int headingActionAt(const QPoint& position) const;
    QUuid sectionAt(const QPoint& position) const;
    void toggleSection(const QUuid& section);
    void dragSection(const QUuid& section);
    std::optional<SectionPlace> sectionPlace(const QPoint& position, const QMimeData& data) const;
    int sectionRow(const QUuid& section) const;
    void paintLine(QPainter& painter, int row, int start) const;
    void toggle(const QUuid& task);
    void moveGroupToToday(int headingRow);
    void editCommitted(const QUuid& task, const QString& title, const QString& before);
    void fold(bool collapse);
    std::optional<DropPlace> dropPlace(const QPoint& position, const QMimeData& data) const;
    bool findParent(DropPlace& place, int above, const std::function<bool(const core::Task&)>& goes) const;
    void findSection(DropPlace& place, int above) const;
    void paintDropLine(QPainter& painter) const;
    QSet<QUuid> rowsThatGo() const;
    void paintOldPlaces(QPainter& painter, int first, int last) const;
    QString dragText() const;

    app::TaskTableModel& m_model;
    app::TaskCommands& m_commands;
    const app::Theme& m_theme;
    TaskDelegate* m_delegate;
    TaskHeader* m_header;
    QTimer m_minute; ///< "4 min ago" grows
    QUuid m_current;
    int m_currentRow = -1;
    bool m_hadSelection = false;
    bool m_tabbedIn = false; ///< the focus travels through: Tab takes it on
    bool m_changing = false; ///< rows are being exchanged
    bool m_followsRows = false;
    QUuid m_anchor; ///< top visible task and its distance from the top
    int m_anchorOffset = 0;
    QUuid m_pressedCircle;
    int m_pressedAction = -1;
    QUuid m_pressedSection; ///< folds when it is released, or goes along with the pointer
    QPoint m_pressedAt;
    QScrollBar* m_bar; ///< lies over the rows, so that columns keep their places
    QUuid m_awaited;   ///< to become current when its row is known
    std::unique_ptr<DropPlace> m_drop;
    RowMotion m_motion;
    QSet<QUuid> m_dragged; ///< being dragged, with what goes along
    QUuid m_draggedSection;
    std::optional<SectionPlace> m_sectionDrop;
};

} // namespace glow::ui
