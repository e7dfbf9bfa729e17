#pragma once
#include "app/table/taskcommands.h"

namespace glow::app {

/// Where tasks of the manual order go when they change their level; those that have nowhere to go, or whose
/// neighbours are not read, are left out. The order of the result is that of the rows.

/// Each becomes the last subtask of the task above it on its level.
QList<TaskCommands::Placement> oneLevelDeeper(const TaskTableModel& model, const QList<core::Task>& tasks);
/// Each becomes the next sibling of its parent.
QList<TaskCommands::Placement> oneLevelUp(const TaskTableModel& model, const QList<core::Task>& tasks);

} // namespace glow::app
