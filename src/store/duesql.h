#pragma once
#include <QString>

namespace glow::store {

/// SQL of the due date on the wall clock here, of the row `task` of public.tasks. `utcZone`: the IANA name of
/// the zone here where the workspace stores due times in UTC (DATABASE.md section 1), else empty.
QString dueSql(const QString& task, const QString& utcZone);
/// The due date as `readDue` reads it: the time of day only where it counts, and "Z" behind what is stored in
/// UTC.
QString dueTextSql(const QString& task);

} // namespace glow::store
