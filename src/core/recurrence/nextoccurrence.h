#pragma once
#include "core/change.h"
#include "core/task.h"

namespace glow::core {

/// The task that follows a recurring one, completed at `now`: the first date of its rule after its own, or
/// after the completion where it counts from there; in the zone of the due time where it has one. Its start
/// and deadline stand as many days before and after it. Nothing where the rule has ended, is none, or the
/// task does not repeat. Two computers make the same: its uid follows from the series and its number.
std::optional<Task> nextOccurrence(const Task& task, const QDateTime& now);

/// The operations that complete an open task and make its next occurrence, which `glowlist.apply` fills with
/// what the task has then (`like`).
QList<Operation> completion(const Task& task, const QDateTime& now);
/// The same for a task that another program completed; empty when nothing is left to do.
QList<Operation> continuation(const Task& task);

/// Passes this occurrence over: the task itself moves to the next date. Empty when there is none.
QList<Operation> skipping(const Task& task, const QDateTime& now);

/// The fields that a new due date or rule sets beside itself. `onlyThis`: the series stays as it is; else it
/// begins anew with this task, whose earlier occurrences stay.
QJsonObject seriesValues(const Task& before, const QJsonObject& set, bool onlyThis);
/// Adds them: a new rule changes this occurrence and all that follow, a new date alone only this one.
void addSeriesValues(const Task& before, QJsonObject& set);

} // namespace glow::core
