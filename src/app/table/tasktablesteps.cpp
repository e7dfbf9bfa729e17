// How TaskTableModel goes from one state of its rows to the next (TASK_TABLE.md 14).
#include "app/table/rowdiff.h"
#include "app/table/stepping.h"

#include <algorithm>

namespace glow::app {

namespace {

constexpr int mostStepwiseRows = 4 * Outline::segmentRows;

/// Every known row of `before` stands where it stood.
bool nothingMoved(const TableRows& before, const TableRows& after)
{
    if (before.created != after.created || before.rowCount() > mostStepwiseRows)
        return false;
    const int rows = std::min(before.rowCount(), after.rowCount());
    for (int row = 0; row < rows; ++row) {
        const TableRows::Slot slot = before.at(row);
        if (slot.kind != TableRows::Kind::Unread && slot.token != after.at(row).token)
            return false;
    }
    return true;
}

} // namespace

TableRows::Slot TaskTableModel::slot(int row) const
{
    if (!m_stepping)
        return m_shown.at(row);
    const int inside = row - m_stepping->head;
    if (inside < 0)
        return m_shown.at(row);
    if (inside < m_stepping->tokens.size())
        return m_stepping->rows.value(m_stepping->tokens.at(inside));
    return m_shown.at(m_shown.rowCount() - (rowCount() - row));
}

void TaskTableModel::show(TableRows next)
{
    const auto [head, tail] = TableRows::commonEnds(m_shown, next);
    const int before = m_shown.rowCount() - head - tail;
    const int after = next.rowCount() - head - tail;
    const int tasks = m_shown.outline.taskCount();
    const bool known = m_shown.outline.rowCount() > 0;
    Q_EMIT aboutToChangeRows();
    if (before == 0 && after == 0)
        m_shown = std::move(next);
    else if (std::max(before, after) <= mostStepwiseRows)
        showStepByStep(std::move(next), head, tail);
    else
        showAtOnce(std::move(next));
    Q_EMIT rowsChanged();
    if (tasks != m_shown.outline.taskCount() || !known || m_known)
        Q_EMIT countChanged();
    repaint();
}

void TaskTableModel::showStepByStep(TableRows next, int head, int tail)
{
    auto stepping = std::make_unique<Stepping>();
    stepping->head = head;
    stepping->tail = tail;
    QList<QUuid> target;
    const auto collect = [head = head, tail = tail, &stepping](const TableRows& rows, QList<QUuid>& tokens) {
        for (int row = head; row < rows.rowCount() - tail; ++row) {
            const TableRows::Slot slot = rows.at(row);
            tokens.append(slot.token);
            stepping->rows.insert(slot.token, slot);
        }
    };
    collect(m_shown, stepping->tokens);
    collect(next, target);
    const auto distinct = [](const QList<QUuid>& tokens) {
        return QSet<QUuid>(tokens.begin(), tokens.end()).size() == tokens.size();
    };
    const bool clear = distinct(stepping->tokens) && distinct(target);
    const auto steps = clear ? rowDiff(stepping->tokens, target) : std::nullopt;
    if (!steps) {
        showAtOnce(std::move(next));
        return;
    }
    m_stepping = std::move(stepping);
    m_shown = std::move(next);
    for (const RowStep& step : *steps) {
        const int first = head + step.first;
        const int last = first + step.count - 1;
        if (step.kind == RowStep::Kind::Remove)
            beginRemoveRows({}, first, last);
        else if (step.kind == RowStep::Kind::Insert)
            beginInsertRows({}, first, last);
        else
            beginMoveRows({}, first, last, {}, head + step.to);
        applyStep(m_stepping->tokens, step, target);
        if (step.kind == RowStep::Kind::Remove)
            endRemoveRows();
        else if (step.kind == RowStep::Kind::Insert)
            endInsertRows();
        else
            endMoveRows();
    }
    m_stepping.reset();
}

/// One insertion or removal at the end for the total, and a changed layout in which indexes follow their
/// uids.
void TaskTableModel::showAtOnce(TableRows next)
{
    const int before = m_shown.rowCount();
    const int after = next.rowCount();
    const bool moved = !nothingMoved(m_shown, next);
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_padding = after - before;
        endInsertRows();
    }
    if (moved)
        Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList from = moved ? persistentIndexList() : QModelIndexList();
    QModelIndexList to;
    for (const QModelIndex& index : from) {
        const QUuid uid = m_shown.at(index.row()).uid;
        const int row = uid.isNull() ? index.row() : next.rowOf(uid);
        to.append(row < 0 ? QModelIndex() : createIndex(row, index.column()));
    }
    m_shown = std::move(next);
    m_padding = std::max(0, before - after);
    if (moved) {
        changePersistentIndexList(from, to);
        Q_EMIT layoutChanged();
    }
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_padding = 0;
        endRemoveRows();
    }
}

void TaskTableModel::repaint()
{
    const int last = std::min(m_last, rowCount() - 1);
    if (m_first <= last)
        Q_EMIT dataChanged(index(m_first, 0), index(last, ColumnCount - 1));
}

int TaskTableModel::rowCount(const QModelIndex& parent) const
{
    if (parent.isValid())
        return 0;
    if (m_stepping)
        return m_stepping->head + static_cast<int>(m_stepping->tokens.size()) + m_stepping->tail;
    return m_shown.rowCount() + m_padding;
}

} // namespace glow::app
