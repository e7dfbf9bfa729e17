#pragma once
#include "core/entities.h"
#include "core/task.h"

#include <QJsonArray>
#include <QJsonObject>

namespace glow::cli {

/// A task in the form that CLI.md promises: names instead of uids, null for what is not set.
QJsonObject taskJson(const core::Task& task, const core::Catalogue& catalogue);
QJsonArray tasksJson(const QList<core::Task>& tasks, const core::Catalogue& catalogue);
/// The same for people: one line a task.
QString tasksText(const QList<core::Task>& tasks, const core::Catalogue& catalogue);

} // namespace glow::cli
