// What keys and the mouse do in the task table.
#include "app/table/taskcommands.h"
#include "app/table/treelevels.h"
#include "app/theme.h"
#include "ui/table/dropplace.h"
#include "ui/table/taskdelegate.h"
#include "ui/table/tasktableview.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMouseEvent>

namespace glow::ui {

using app::TaskTableModel;

/// The next row in this direction that is a task or may become one; -1: none.
int TaskTableView::nextTaskRow(int row, int step) const
{
    for (row += step; row >= 0 && row < m_model.rowCount(); row += step) {
        if (m_model.kindAt(row) != TaskTableModel::RowKind::Heading)
            return row;
    }
    return -1;
}

QModelIndex TaskTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int row = currentIndex().row();
    const int rows = m_model.rowCount();
    int target = row;
    int step = 1;
    switch (action) {
    case MoveUp:
    case MovePrevious:
        step = -1;
        target = nextTaskRow(row < 0 ? rows : row, -1);
        break;
    case MoveDown:
    case MoveNext:
        target = nextTaskRow(row, 1);
        break;
    case MoveHome:
        target = nextTaskRow(-1, 1);
        break;
    case MoveEnd:
        step = -1;
        target = nextTaskRow(rows, -1);
        break;
    case MovePageUp:
    case MovePageDown:
        step = action == MovePageUp ? -1 : 1;
        target = QTableView::moveCursor(action, modifiers).row();
        break;
    case MoveLeft:
    case MoveRight:
        break;
    }
    if (target >= 0 && m_model.kindAt(target) == TaskTableModel::RowKind::Heading)
        target = nextTaskRow(target, nextTaskRow(target, step) < 0 ? -step : step);
    return target < 0 ? currentIndex() : titleIndex(target);
}

/// Tab changes the level of what is selected in manual order. Everywhere else, and for somebody who came
/// here by Tab and has done nothing yet, it goes on to the next widget.
bool TaskTableView::event(QEvent* event)
{
    if (event->type() != QEvent::KeyPress || state() == EditingState)
        return QTableView::event(event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isTab = (key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier) ||
                       (key->key() == Qt::Key_Backtab && key->modifiers() == Qt::ShiftModifier);
    if (!isTab || m_tabbedIn || !m_model.query().isTree() || !selectionModel()->hasSelection())
        return QTableView::event(event);
    shiftLevel(key->key() == Qt::Key_Tab);
    return true;
}

void TaskTableView::focusInEvent(QFocusEvent* event)
{
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        m_tabbedIn = true;
    QTableView::focusInEvent(event);
}

void TaskTableView::shiftLevel(bool deeper)
{
    if (!m_model.query().isTree()) {
        Q_EMIT said(tr("Tasks have levels only where they stand in manual order."));
        return;
    }
    withSelection([this, deeper](const QList<core::Task>& tasks) {
        const auto placements =
            deeper ? app::oneLevelDeeper(m_model, tasks) : app::oneLevelUp(m_model, tasks);
        m_commands.place(placements);
        for (const auto& each : placements)
            setCollapsed(each.parent, false); // what was moved stays in sight
    });
}

void TaskTableView::keyPressEvent(QKeyEvent* event)
{
    m_tabbedIn = false;
    m_motion.stop();
    const bool plain = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    if (!plain || state() == EditingState) {
        QTableView::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Space:
        completeSelection();
        break;
    case Qt::Key_Delete:
        deleteSelection();
        break;
    case Qt::Key_F2:
        editTitle();
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!currentTask().isNull())
            Q_EMIT openRequested(currentTask());
        break;
    case Qt::Key_Left:
        fold(!mirrored);
        break;
    case Qt::Key_Right:
        fold(mirrored);
        break;
    default:
        QTableView::keyPressEvent(event);
        return;
    }
    event->accept();
}

/// Left closes a task with subtasks, or goes to the parent; Right opens it, or goes to the first subtask.
void TaskTableView::fold(bool collapse)
{
    const auto task = m_model.task(currentTask());
    if (!task || !m_model.query().isTree())
        return;
    const bool collapsed = m_model.query().collapsed.contains(task->uid);
    if (task->subtasksTotal > 0 && collapsed != collapse) {
        setCollapsed(task->uid, collapse);
        return;
    }
    if (collapse && task->depth() == 0 && m_model.query().group == core::GroupField::Section) {
        setSectionFolded(task->section, !task->section.isNull());
        return;
    }
    const int row = collapse ? m_model.rowOf(task->parent) : nextTaskRow(currentIndex().row(), 1);
    const auto there = m_model.taskAt(row);
    if (there && (collapse || there->parent == task->uid))
        setCurrentIndex(titleIndex(row));
}

QUuid TaskTableView::sectionAt(const QPoint& position) const
{
    const int row = rowAt(position.y());
    return row < 0 ? QUuid() : titleIndex(row).data(TaskTableModel::SectionRole).toUuid();
}

QUuid TaskTableView::currentSection() const
{
    const auto task = m_model.task(currentTask());
    return task && m_model.query().group == core::GroupField::Section ? task->section : QUuid();
}

QPoint TaskTableView::sectionPoint(const QUuid& section) const
{
    const int row = sectionRow(section);
    const int below = std::clamp(rowViewportPosition(row) + rowHeight(row), 0, viewport()->height());
    return viewport()->mapToGlobal(QPoint(TaskLayout::headingInset, below));
}

void TaskTableView::toggleSection(const QUuid& section)
{
    setSectionFolded(section, !m_model.query().collapsed.contains(section));
}

QUuid TaskTableView::circleAt(const QPoint& position) const
{
    const QModelIndex index = indexAt(position);
    if (index.column() != TaskTableModel::Title || m_model.uidAt(index.row()).isNull())
        return {};
    const QRect hit = m_delegate->titlePlaces(visualRect(index), layoutDirection(), index).circleHit;
    return hit.contains(position) && foldAt(position).isNull() ? m_model.uidAt(index.row()) : QUuid();
}

QUuid TaskTableView::foldAt(const QPoint& position) const
{
    const QModelIndex index = indexAt(position);
    if (index.column() != TaskTableModel::Title || m_model.uidAt(index.row()).isNull())
        return {};
    const QRect fold = m_delegate->titlePlaces(visualRect(index), layoutDirection(), index).fold;
    const bool hit = !fold.isNull() && fold.adjusted(-6, -8, 3, 8).contains(position);
    return hit ? m_model.uidAt(index.row()) : QUuid();
}

int TaskTableView::headingActionAt(const QPoint& position) const
{
    const int row = rowAt(position.y());
    if (row < 0 || m_model.kindAt(row) != TaskTableModel::RowKind::Heading)
        return -1;
    const QRect line(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
    const QRect action = m_delegate->headingPlaces(line, layoutDirection(), titleIndex(row)).action;
    return !action.isNull() && action.adjusted(-8, 0, 8, 0).contains(position) ? row : -1;
}

void TaskTableView::mousePressEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    m_motion.stop();
    m_pressedCircle = {};
    m_pressedAction = -1;
    m_pressedSection = {};
    m_pressedAt = position;
    m_tabbedIn = false;
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier) {
        m_pressedCircle = circleAt(position);
        m_pressedAction = headingActionAt(position);
        const QUuid folding = foldAt(position);
        m_pressedSection = sectionAt(position);
        if (!folding.isNull())
            setCollapsed(folding, !m_model.query().collapsed.contains(folding));
        m_delegate->setPressed(m_pressedCircle);
        if (!m_pressedCircle.isNull() || m_pressedAction >= 0 || !folding.isNull() ||
            !m_pressedSection.isNull()) {
            viewport()->update();
            event->accept();
            return;
        }
    }
    QTableView::mousePressEvent(event);
}

void TaskTableView::mouseReleaseEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    const QUuid circle = std::exchange(m_pressedCircle, QUuid());
    const int action = std::exchange(m_pressedAction, -1);
    const QUuid section = std::exchange(m_pressedSection, QUuid());
    m_delegate->setPressed({});
    viewport()->update();
    if (!circle.isNull()) {
        if (circleAt(position) == circle)
            toggle(circle);
        return;
    }
    if (action >= 0) {
        if (headingActionAt(position) == action)
            moveGroupToToday(action);
        return;
    }
    if (!section.isNull()) {
        if (sectionAt(position) == section)
            toggleSection(section);
        return;
    }
    QTableView::mouseReleaseEvent(event);
}

void TaskTableView::mouseDoubleClickEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    const QModelIndex index = indexAt(position);
    const bool plain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    // The second press of two quick clicks on a circle, a fold or an action.
    if (!circleAt(position).isNull() || !foldAt(position).isNull() || headingActionAt(position) >= 0 ||
        !sectionAt(position).isNull())
        mousePressEvent(event);
    else if (plain && index.column() == TaskTableModel::Title && !m_model.uidAt(index.row()).isNull())
        edit(index);
    else if (plain && !m_model.uidAt(index.row()).isNull())
        Q_EMIT openRequested(m_model.uidAt(index.row()));
}

void TaskTableView::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint position = event->position().toPoint();
    hover(rowAt(position.y()));
    const bool pointing = headingActionAt(position) >= 0 || !sectionAt(position).isNull();
    viewport()->setCursor(pointing ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (!m_pressedSection.isNull()) {
        if ((position - m_pressedAt).manhattanLength() >= QApplication::startDragDistance())
            dragSection(std::exchange(m_pressedSection, QUuid()));
        return;
    }
    if (m_pressedCircle.isNull() && m_pressedAction < 0)
        QTableView::mouseMoveEvent(event);
}

void TaskTableView::leaveEvent(QEvent* event)
{
    hover(-1);
    QTableView::leaveEvent(event);
}

void TaskTableView::hover(int row)
{
    if (row == m_delegate->hoveredRow())
        return;
    m_delegate->setHoveredRow(row);
    viewport()->update();
}

void TaskTableView::contextMenuEvent(QContextMenuEvent* event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QUuid section = byKey ? QUuid() : sectionAt(event->pos());
    if (!section.isNull()) {
        Q_EMIT sectionMenuRequested(section, event->globalPos());
        return;
    }
    const QModelIndex index = byKey ? currentIndex() : indexAt(event->pos());
    if (m_model.uidAt(index.row()).isNull())
        return;
    const QPoint place = byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos();
    Q_EMIT menuRequested(selectedTasks(), place);
}

} // namespace glow::ui
