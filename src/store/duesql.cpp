#include "store/duesql.h"

#include "store/sqltext.h"

namespace glow::store {

QString dueSql(const QString& task, const QString& utcZone)
{
    if (utcZone.isEmpty())
        return task + QStringLiteral(".due_date");
    return QStringLiteral(
               "(case when %1.glow_due_has_time then %1.due_date at time zone 'UTC' at time zone %2 "
               "else %1.due_date end)")
        .arg(task, sqlText(utcZone));
}

QString dueTextSql(const QString& task)
{
    // Another program may write a date that a calendar does not show: it has none here.
    return QStringLiteral(
               "case when %1.due_date >= '0001-01-01' then to_char(%1.due_date, case when not "
               "%1.glow_due_has_time then 'YYYY-MM-DD' when (select due_dates_utc from glowlist.workspace) "
               "then 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"' else 'YYYY-MM-DD\"T\"HH24:MI:SS' end) end")
        .arg(task);
}

} // namespace glow::store
