#pragma once
#include "core/task.h"
#include "store/database.h"

#include <QDate>

namespace glow::store::remindersql {

/// Open tasks with a reminder that may fire from the first to the last day here, whatever zone it is fixed
/// to, and those of `also` that are still open; one statement, read by `readTasks`.
QString between(const QString& userId, const QDate& first, const QDate& last, const QList<QUuid>& also);
QList<core::Task> readTasks(const Rows& rows);

} // namespace glow::store::remindersql
