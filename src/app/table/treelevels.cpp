#include "app/table/treelevels.h"

#include "core/position.h"

#include <algorithm>

namespace glow::app {

namespace {

using core::Task;
using Placement = TaskCommands::Placement;

/// The first row above with a task of at most this depth.
std::optional<Task> above(const TaskTableModel& model, int row, int depth)
{
    for (--row; row >= 0; --row) {
        const auto task = model.taskAt(row);
        if (!task || task->depth() <= depth)
            return task;
    }
    return std::nullopt;
}

/// The first row below the subtree of `row`; whether all of the subtree has been read.
std::pair<int, bool> behindSubtree(const TaskTableModel& model, int row, int depth)
{
    for (++row; row < model.rowCount(); ++row) {
        const auto task = model.taskAt(row);
        if (!task)
            return {row, false};
        if (task->depth() <= depth)
            break;
    }
    return {row, true};
}

/// Behind the last subtask on screen, or where new tasks go when they are folded away.
std::optional<QString> behindSubtasks(const TaskTableModel& model, const Task& parent)
{
    if (model.query().collapsed.contains(parent.uid))
        return core::positionAtEnd(model.clock().nowUtc());
    const int row = model.rowOf(parent.uid);
    const auto [end, isRead] = behindSubtree(model, row, parent.depth());
    if (!isRead)
        return std::nullopt;
    QString last;
    for (int each = row + 1; each < end; ++each) {
        if (const auto task = model.taskAt(each); task->parent == parent.uid)
            last = task->position();
    }
    return core::positionBetween(last, {});
}

} // namespace

QList<Placement> oneLevelDeeper(const TaskTableModel& model, const QList<Task>& tasks)
{
    QList<Placement> placements;
    QHash<QUuid, QUuid> parents; // of those that have been placed
    QHash<QUuid, QString> lasts; // by new parent
    const QList<Task> roots = withoutDescendants(tasks);
    for (const Task& task : roots) {
        const auto upper = above(model, model.rowOf(task.uid), task.depth());
        if (!upper || upper->depth() < task.depth())
            continue; // the first of its siblings
        const bool isChosen = std::any_of(roots.begin(), roots.end(),
                                          [&upper](const Task& each) { return each.uid == upper->uid; });
        const QUuid parent = isChosen ? parents.value(upper->uid) : upper->uid;
        if (parent.isNull())
            continue;
        std::optional<QString> place;
        if (lasts.contains(parent))
            place = core::positionBetween(lasts.value(parent), {});
        else
            place = behindSubtasks(model, *upper);
        if (!place)
            continue;
        parents.insert(task.uid, parent);
        lasts.insert(parent, *place);
        placements.append({task, parent, *place});
    }
    return placements;
}

QList<Placement> oneLevelUp(const TaskTableModel& model, const QList<Task>& tasks)
{
    QList<Placement> placements;
    QHash<QUuid, QString> lasts; // by old parent
    for (const Task& task : withoutDescendants(tasks)) {
        const auto parent = model.task(task.parent);
        const int row = model.rowOf(task.parent);
        if (!parent || row < 0)
            continue;
        const auto [end, isRead] = behindSubtree(model, row, parent->depth());
        if (!isRead)
            continue;
        const auto next = model.taskAt(end);
        const QString before = next && next->depth() == parent->depth() ? next->position() : QString();
        const QString place = core::positionBetween(lasts.value(parent->uid, parent->position()), before);
        lasts.insert(parent->uid, place);
        placements.append({task, parent->parent, place});
    }
    return placements;
}

} // namespace glow::app
