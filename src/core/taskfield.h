#pragma once
#include "core/task.h"

#include <QJsonObject>
#include <span>

namespace glow::core {

/// One writable field of a task, under the name that operations use (DATABASE.md section 2).
struct TaskField {
    const char* name;
    QJsonValue (*get)(const Task&);
    void (*set)(Task&, const QJsonValue&);
};

/// Every field, once; a new field is one line here, one migration and one editor row.
std::span<const TaskField> taskFields();
const TaskField* taskField(QStringView name);

/// The values of the named fields as an operation carries them: absent values are JSON null.
QJsonObject taskValues(const Task& task, const QStringList& names);
/// Where `set` gives a task that is fixed to a zone another due time, the zone goes along: what is stored
/// depends on it where a workspace keeps due times in UTC.
void bringDueZone(const Task& task, QJsonObject& set);
/// Writes the known fields of `values` into the task; unknown names are ignored (they come from newer
/// servers).
void setTaskValues(Task& task, const QJsonObject& values);
/// A task as `glowlist.apply` prints it in `rows`: every field above plus uid, id, user_id, path, tags (array
/// of uids), created_at, updated_at, completed_at (UTC, ISO 8601), parent_title, subtasks_done,
/// subtasks_total, open_blockers (array of uids), reminders (array of {"uid", "value"}).
Task taskFromJson(const QJsonObject& row);

} // namespace glow::core
