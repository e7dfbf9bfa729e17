#pragma once
#include "core/task.h"
#include "core/taskquery.h"
#include "store/database.h"

namespace glow::store {

/// A row of a page: the task and its place in the view.
struct TaskRow {
    core::Task task;
    core::TaskKey key;
    QString snippet; ///< Search only: a piece of the notes around the hit, else empty
    friend bool operator==(const TaskRow&, const TaskRow&) = default;
};

/// The only builder of task SQL (TASK_TABLE.md 1 to 7): each function is one statement for one message.
namespace taskquerysql {

QString page(const core::TaskQuery& query, const core::PageRequest& request);
QList<TaskRow> readPage(const Rows& rows);

/// Segments of the whole view, in order.
QString outline(const core::TaskQuery& query);
QList<core::Segment> readOutline(const Rows& rows);

/// Index of a task in the view (0-based, headings not counted) and its key; no row when it is not in the
/// view.
QString locate(const core::TaskQuery& query, const QUuid& uid);
struct Location {
    core::TaskKey key;
    qint64 index = 0;
};
std::optional<Location> readLocation(const Rows& rows);

/// One task by uid, or by the base schema's id.
QString one(const QString& userId, const QUuid& uid);
QString oneById(const QString& userId, qint64 id);
/// Every task that meets a condition over `public.tasks t`: open ones first, by due date, then in manual
/// order. `utcZone` as in `dueSql`.
QString matching(const QString& userId, const QString& condition, const QString& utcZone = {});
/// Tasks whose timer runs: one, unless two programs were away from the database.
QString timed(const QString& userId);
/// Completed recurring tasks whose next occurrence is not dealt with, at most 500.
QString uncontinued(const QString& userId);
/// The days from first to last on which an open task is due, as ISO dates. `utcZone` as in `dueSql`.
QString dueDays(const QString& userId, const QDate& first, const QDate& last, const QString& utcZone = {});
/// The tasks that this one waits for, open ones first.
QString blockersOf(const QString& userId, const QUuid& uid);
/// Uids of the tasks that have one tag and lack another, done ones too.
QString withTag(const QString& userId, const QUuid& tag, const QUuid& without);
QString several(const QString& userId, const QList<QUuid>& uids, const QList<qint64>& ids = {});

} // namespace taskquerysql
} // namespace glow::store
