// How the table keeps current row, selection and what is on screen while rows come and go.
#include "app/theme.h"
#include "ui/table/dropplace.h"

#include <QScrollBar>

namespace glow::ui {

/// Remembers the top visible task and its place; at the very top the view stays there.
void TaskTableView::holdAnchor()
{
    m_motion.hold();
    m_changing = true;
    m_current = currentTask();
    m_currentRow = currentIndex().row();
    m_hadSelection = selectionModel()->hasSelection();
    m_anchor = {};
    if (verticalScrollBar()->value() == 0)
        return;
    const int row = rowAt(0);
    m_anchor = m_model.uidAt(row);
    m_anchorOffset = rowViewportPosition(row);
}

void TaskTableView::restoreAnchor()
{
    m_changing = false;
    updateGeometries();
    const int row = m_model.rowOf(m_anchor);
    if (row >= 0)
        verticalScrollBar()->setValue(row * m_theme.metrics().rowHeight - m_anchorOffset);
    m_followsRows = true;
    restoreCurrent();
    reportViewport();
    tellSelection();
    m_followsRows = false;
    m_motion.start();
}

/// The current task stays current wherever it went; when it is gone, its place goes to the next one.
void TaskTableView::restoreCurrent()
{
    const auto command = m_hadSelection ? QItemSelectionModel::Select | QItemSelectionModel::Rows
                                        : QItemSelectionModel::SelectionFlags(QItemSelectionModel::NoUpdate);
    int row = m_model.rowOf(m_awaited);
    if (row >= 0) {
        showTask(m_awaited);
        return;
    }
    row = m_model.rowOf(m_current);
    if (row < 0 && m_currentRow >= 0) {
        row = nextTaskRow(m_currentRow - 1, 1);
        if (row < 0)
            row = nextTaskRow(m_currentRow, -1);
    }
    const bool lost = m_hadSelection && !selectionModel()->hasSelection();
    if (row >= 0 && (row != currentIndex().row() || lost))
        selectionModel()->setCurrentIndex(titleIndex(row), lost ? command : QItemSelectionModel::NoUpdate);
    m_current = currentTask();
}

void TaskTableView::reportViewport()
{
    if (m_changing)
        return;
    const int height = m_theme.metrics().rowHeight;
    const int first = verticalScrollBar()->value() / height;
    m_model.setViewport(first, first + viewport()->height() / height + 1);
}

void TaskTableView::tellSelection()
{
    if (m_changing)
        return;
    Q_EMIT selectedTasksChanged(selectedTasks());
    if (const QUuid task = currentTask(); task != m_current) {
        m_current = task;
        Q_EMIT currentTaskChanged(task);
    }
}

void TaskTableView::selectionChanged(const QItemSelection& selected, const QItemSelection& deselected)
{
    QTableView::selectionChanged(selected, deselected);
    tellSelection();
}

void TaskTableView::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    m_motion.stop();
    viewport()->update(); // the bar at the edge of the row
    if (!m_changing && currentTask() != m_current) {
        m_awaited = {}; // the person has gone elsewhere
        m_current = currentTask();
        Q_EMIT currentTaskChanged(m_current);
    }
}

} // namespace glow::ui
