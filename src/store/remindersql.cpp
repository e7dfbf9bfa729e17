#include "store/remindersql.h"

#include "store/sqltext.h"
#include "store/taskquerysql.h"

namespace glow::store::remindersql {

namespace {

constexpr int slackDays =
    2; // between two zones lies more than a day, and a date without a time fires at nine
constexpr int most = 5000;

} // namespace

QString between(const QString& userId, const QDate& first, const QDate& last, const QList<QUuid>& also)
{
    // The reminders come first, of which there are few; dates are compared with no more than today and what
    // lies ahead, since of those that other programs write some have nothing before them.
    QString tasks =
        QStringLiteral(
            "select r.task from glowlist.reminder r where r.at >= %1 and r.at < %2 union all select "
            "r.task from glowlist.reminder r join public.tasks d on d.glow_uid = r.task where not "
            "d.completed and d.due_date >= %1 + make_interval(mins => r.before) and d.due_date < %2 "
            "+ make_interval(mins => r.before)")
            .arg(sqlDate(first.addDays(-slackDays)), sqlDate(last.addDays(slackDays + 1)));
    QStringList uids;
    for (const QUuid& uid : also)
        uids.append(sqlUuid(uid));
    if (!uids.isEmpty())
        tasks += QStringLiteral(" union all select unnest(array[%1])").arg(uids.join(u','));
    return taskquerysql::matching(userId,
                                  QStringLiteral("not t.completed and t.glow_uid in (%1)").arg(tasks)) +
           QStringLiteral(" limit %1").arg(most);
}

QList<core::Task> readTasks(const Rows& rows)
{
    QList<core::Task> tasks;
    for (const TaskRow& row : taskquerysql::readPage(rows))
        tasks.append(row.task);
    return tasks;
}

} // namespace glow::store::remindersql
