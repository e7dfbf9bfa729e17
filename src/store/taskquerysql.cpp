#include "store/taskquerysql.h"

#include "core/clock.h"
#include "store/duesql.h"
#include "store/sqltext.h"
#include "store/taskview.h"

#include <array>

namespace glow::store::taskquerysql {

using core::Task;
using core::TaskKey;
using core::WallTime;

namespace {

// Dates as WallTime reads them: the time of day only where it counts.
#define GLOW_WALLTIME(COLUMN, HAS_TIME)                                                                      \
    "to_char(t." COLUMN ", case when t." HAS_TIME " then 'YYYY-MM-DD\"T\"HH24:MI:SS' else 'YYYY-MM-DD' end)"
#define GLOW_INSTANT(COLUMN) "to_char(t." COLUMN ", 'YYYY-MM-DD\"T\"HH24:MI:SS.MS')"

enum Column {
    Uid,
    Id,
    UserId,
    Title,
    Notes,
    Completed,
    Priority,
    Due,
    DueZone,
    Start,
    Deadline,
    Rrule,
    FromCompletion,
    Series,
    Occurrence,
    Scheduled,
    Continued,
    Estimate,
    Spent,
    TimerStarted,
    List,
    Section,
    Parent,
    Path,
    Tags,
    CreatedAt,
    UpdatedAt,
    CompletedAt,
    ParentTitle,
    SubtasksDone,
    SubtasksTotal,
    OpenBlockers,
    Reminders,
    ColumnCount,
    Group = ColumnCount,
    Sort,
    Snippet
};

constexpr std::array<const char*, ColumnCount> expressions{
    "t.glow_uid",
    "t.id",
    "t.user_id",
    "t.title",
    "coalesce(t.glow_notes, t.description)",
    "t.completed",
    "t.priority",
    nullptr, // dueTextSql
    "t.glow_due_zone",
    GLOW_WALLTIME("glow_start", "glow_start_has_time"),
    GLOW_WALLTIME("glow_deadline", "glow_deadline_has_time"),
    "t.glow_rrule",
    "t.glow_from_completion",
    "t.glow_series",
    "t.glow_occurrence",
    GLOW_WALLTIME("glow_scheduled", "glow_scheduled_has_time"),
    "t.glow_continued",
    "t.glow_estimate",
    "t.glow_spent",
    GLOW_INSTANT("glow_timer"),
    "t.glow_list",
    "t.glow_section",
    "t.glow_parent",
    "t.glow_path",
    "(select string_agg(x.tag::text, ',' order by y.name collate \"und-x-icu\", y.uid) from "
    "glowlist.task_tag x "
    "join glowlist.tag y on y.uid = x.tag where x.task = t.glow_uid)",
    GLOW_INSTANT("created_at"),
    GLOW_INSTANT("updated_at"),
    GLOW_INSTANT("glow_completed_at"),
    "above.title",
    "below.done",
    "below.total",
    "(select string_agg(d.blocker::text, ',' order by d.blocker) from glowlist.dependency d "
    "join public.tasks o on o.glow_uid = d.blocker where d.task = t.glow_uid and not o.completed)",
    "(select string_agg(r.uid || ' ' || glowlist.reminder_value(r), ',' "
    "order by r.before desc nulls last, r.at) from glowlist.reminder r where r.task = t.glow_uid)",
};
#undef GLOW_WALLTIME
#undef GLOW_INSTANT

QString columns()
{
    QStringList list;
    for (const char* expression : expressions)
        list.append(expression ? QString::fromLatin1(expression) : dueTextSql(QStringLiteral("t")));
    return list.join(u", ");
}

// What a task needs from its relatives, in the same trip.
QString relatives()
{
    return QStringLiteral(
        " left join public.tasks above on above.glow_uid = t.glow_parent"
        " left join lateral (select count(*) filter (where c.completed) done, count(*) total"
        " from public.tasks c where c.glow_parent = t.glow_uid) below on true");
}

QString snippet(const core::TaskQuery& query)
{
    // A piece of the notes around the first word that is in them.
    const QString notes = QStringLiteral("coalesce(t.glow_notes, t.description)");
    QString cases;
    const QStringList words = query.search.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        const QString place = QStringLiteral("strpos(lower(") + notes + QStringLiteral("), lower(") +
                              sqlText(word) + QStringLiteral("))");
        cases += QStringLiteral(" when ") + place + QStringLiteral(" > 0 then substr(translate(") + notes +
                 QStringLiteral(", E'\\n\\r\\t', '   '), greatest(1, ") + place +
                 QStringLiteral(" - 24), 120)");
    }
    return cases.isEmpty() ? QStringLiteral("null::text")
                           : QStringLiteral("case") + cases + QStringLiteral(" end");
}

QString single(const QString& condition)
{
    return QStringLiteral("select ") + columns() +
           QStringLiteral(", null::text, null::text, null::text from public.tasks t") + relatives() +
           QStringLiteral(" where ") + condition;
}

/// A null of the server stays a null QString, an empty text does not become one.
QString textOf(const QVariant& value)
{
    if (value.isNull())
        return {};
    const QString text = value.toString();
    return text.isNull() ? QStringLiteral("") : text;
}

QUuid uidOf(const QVariant& value)
{
    return value.isNull() ? QUuid() : QUuid(value.toString());
}

std::optional<WallTime> timeOf(const QVariant& value)
{
    return value.isNull() ? std::nullopt : WallTime::fromText(value.toString());
}

/// On the wall clock of the task's zone, else here.
std::optional<WallTime> dueOf(const QVariant& value, const QString& zone)
{
    const QString text = value.toString();
    if (!text.endsWith(u'Z'))
        return timeOf(value);
    const auto utc = WallTime::fromText(QStringView(text).chopped(1));
    return utc ? std::optional(core::Clock::fromUtc(*utc, zone)) : std::nullopt;
}

QDateTime instantOf(const QVariant& value)
{
    if (value.isNull())
        return {};
    QDateTime time = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
    time.setTimeSpec(Qt::UTC);
    return time;
}

QList<QUuid> uidsOf(const QVariant& value)
{
    QList<QUuid> uids;
    const QStringList texts = value.toString().split(u',', Qt::SkipEmptyParts);
    for (const QString& text : texts)
        uids.append(QUuid(text));
    return uids;
}

QList<core::Reminder> remindersOf(const QVariant& value)
{
    QList<core::Reminder> reminders;
    const QStringList texts = value.toString().split(u',', Qt::SkipEmptyParts);
    for (const QString& text : texts) {
        if (auto reminder = core::Reminder::fromText(QStringView(text).mid(37))) { // behind the uid
            reminder->uid = QUuid(text.left(36));
            reminders.append(*reminder);
        }
    }
    return reminders;
}

Task taskOf(const Row& row)
{
    Task task;
    task.uid = uidOf(row[Uid]);
    task.id = row[Id].toLongLong();
    task.userId = row[UserId].toString();
    task.title = row[Title].toString();
    task.notes = row[Notes].toString();
    task.completed = row[Completed].toBool();
    task.priority = row[Priority].toString();
    task.dueZone = row[DueZone].toString();
    task.due = dueOf(row[Due], task.dueZone);
    task.start = timeOf(row[Start]);
    task.deadline = timeOf(row[Deadline]);
    task.rrule = row[Rrule].toString();
    task.fromCompletion = row[FromCompletion].toBool();
    task.series = uidOf(row[Series]);
    task.occurrence = row[Occurrence].toInt();
    task.scheduled = timeOf(row[Scheduled]);
    task.continued = row[Continued].toBool();
    task.estimateMinutes = row[Estimate].toInt();
    task.spentSeconds = row[Spent].toInt();
    task.timerStarted = instantOf(row[TimerStarted]);
    task.list = uidOf(row[List]);
    task.section = uidOf(row[Section]);
    task.parent = uidOf(row[Parent]);
    task.path = row[Path].toString();
    task.tags = uidsOf(row[Tags]);
    task.createdAt = instantOf(row[CreatedAt]);
    task.updatedAt = instantOf(row[UpdatedAt]);
    task.completedAt = instantOf(row[CompletedAt]);
    task.parentTitle = row[ParentTitle].toString();
    task.subtasksDone = row[SubtasksDone].toInt();
    task.subtasksTotal = row[SubtasksTotal].toInt();
    task.openBlockers = uidsOf(row[OpenBlockers]);
    task.reminders = remindersOf(row[Reminders]);
    return task;
}

TaskKey keyOf(const QVariant& group, const QVariant& sort, const QVariant& uid)
{
    return {textOf(group), textOf(sort), uidOf(uid)};
}

} // namespace

QString page(const core::TaskQuery& query, const core::PageRequest& request)
{
    const TaskView view(query);
    const QString reach = QString::number(request.offset + request.limit);
    const QStringList parts = request.fromStart ? view.parts() : QStringList{QString()};
    QStringList selects;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        for (const TaskView::Branch& branch : view.branches()) {
            const QString extra = request.fromStart ? parts.at(i) : view.atOrAfter(request.from, branch);
            selects.append(QStringLiteral("(select %1 part, r.* from (").arg(i) + view.rows(branch, extra) +
                           view.order(branch) + QStringLiteral(" limit ") + reach + QStringLiteral(") r)"));
        }
    }
    const QString order =
        QStringLiteral(" order by part, ") + view.order().mid(QStringLiteral(" order by ").size());
    return QStringLiteral("with k as (select r.*, row_number() over (") + order +
           QStringLiteral(") n from (") + selects.join(QStringLiteral(" union all ")) +
           QStringLiteral(") r order by n offset %1 limit %2) select ")
               .arg(request.offset)
               .arg(request.limit) +
           columns() + QStringLiteral(", ") + view.groupText() + QStringLiteral(", ") + view.sortText() +
           QStringLiteral(", ") + snippet(query) +
           QStringLiteral(" from k join public.tasks t on t.glow_uid = k.u") + relatives() +
           QStringLiteral(" order by k.n");
}

QList<TaskRow> readPage(const Rows& rows)
{
    QList<TaskRow> page;
    page.reserve(rows.size());
    for (const Row& row : rows)
        page.append({taskOf(row), keyOf(row[Group], row[Sort], row[Uid]), row[Snippet].toString()});
    return page;
}

QString outline(const core::TaskQuery& query)
{
    const TaskView view(query);
    const QStringList parts = view.parts();
    const bool grouped = query.group != core::GroupField::None;
    QStringList selects;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QString change =
            QStringLiteral("%1z is distinct from lag(z) over w")
                .arg(grouped ? QStringLiteral("g is distinct from lag(g) over w or ") : QString());
        selects.append(
            QStringLiteral("select %1 part, n, n % 500 = 1 or head cut, last, g, s, u from (select g, s, u, "
                           "row_number() over w n, %2 head, lead(u) over w is null last from (%3) r "
                           "window w as (%4)) r where n % 500 = 1 or head or last")
                .arg(QString::number(i), change, view.allRows(parts.at(i)), view.order().trimmed()));
    }
    return QStringLiteral("select cut, last, n, ") + view.groupText() + QStringLiteral(", ") +
           view.sortText() + QStringLiteral(", u from (") + selects.join(QStringLiteral(" union all ")) +
           QStringLiteral(") r order by part, n");
}

QList<core::Segment> readOutline(const Rows& rows)
{
    enum { Cut, Last, Number, GroupKey, SortKey, UidKey };
    QList<core::Segment> segments;
    qint64 begin = 0;
    for (const Row& row : rows) {
        const qint64 number = row[Number].toLongLong();
        if (row[Cut].toBool()) {
            if (begin > 0)
                segments.last().count = number - begin;
            segments.append({keyOf(row[GroupKey], row[SortKey], row[UidKey]), 0});
            begin = number;
        }
        if (row[Last].toBool()) {
            segments.last().count = number - begin + 1;
            begin = 0; // the next part counts from 1 again
        }
    }
    return segments;
}

QString locate(const core::TaskQuery& query, const QUuid& uid)
{
    const TaskView view(query);
    return QStringLiteral("with me as (") +
           view.allRows(QStringLiteral(" and t.glow_uid = ") + sqlUuid(uid)) + QStringLiteral(") select ") +
           view.groupText() + QStringLiteral(", ") + view.sortText() +
           QStringLiteral(", u, (select count(*) from (") + view.allRows() + QStringLiteral(") r where ") +
           view.before() + QStringLiteral(") from me");
}

std::optional<Location> readLocation(const Rows& rows)
{
    if (rows.isEmpty())
        return std::nullopt;
    const Row& row = rows.constFirst();
    return Location{keyOf(row[0], row[1], row[2]), row[3].toLongLong()};
}

QString one(const QString& userId, const QUuid& uid)
{
    return single(QStringLiteral("t.user_id = ") + sqlText(userId) + QStringLiteral(" and t.glow_uid = ") +
                  sqlUuid(uid));
}

QString oneById(const QString& userId, qint64 id)
{
    return single(QStringLiteral("t.user_id = ") + sqlText(userId) + QStringLiteral(" and t.id = ") +
                  QString::number(id));
}

QString matching(const QString& userId, const QString& condition, const QString& utcZone)
{
    return single(QStringLiteral("t.user_id = ") + sqlText(userId) + QStringLiteral(" and ") + condition) +
           QStringLiteral(" order by t.completed, %1 nulls last, t.glow_path, t.glow_uid")
               .arg(dueSql(QStringLiteral("t"), utcZone));
}

QString blockersOf(const QString& userId, const QUuid& uid)
{
    return matching(userId, QStringLiteral("t.glow_uid in (select d.blocker from glowlist.dependency d where "
                                           "d.task = %1)")
                                .arg(sqlUuid(uid)));
}

QString withTag(const QString& userId, const QUuid& tag, const QUuid& without)
{
    return QStringLiteral(
               "select x.task::text from glowlist.task_tag x join public.tasks t on t.glow_uid = x.task "
               "where t.user_id = %1 and x.tag = %2 and not exists (select from glowlist.task_tag y "
               "where y.task = x.task and y.tag = %3) order by x.task")
        .arg(sqlText(userId), sqlUuid(tag), sqlUuid(without));
}

QString several(const QString& userId, const QList<QUuid>& uids, const QList<qint64>& ids)
{
    QStringList names{QStringLiteral("null")};
    for (const QUuid& uid : uids)
        names.append(sqlUuid(uid));
    QStringList numbers{QStringLiteral("null")};
    for (const qint64 id : ids)
        numbers.append(QString::number(id));
    return matching(
        userId,
        QStringLiteral("(t.glow_uid in (%1) or t.id in (%2))").arg(names.join(u','), numbers.join(u',')));
}

QString timed(const QString& userId)
{
    return matching(userId, QStringLiteral("t.glow_timer is not null"));
}

QString uncontinued(const QString& userId)
{
    return matching(userId,
                    QStringLiteral("t.completed and t.glow_rrule is not null and not t.glow_continued")) +
           QStringLiteral(" limit 500");
}

QString dueDays(const QString& userId, const QDate& first, const QDate& last, const QString& utcZone)
{
    return QStringLiteral(
               "select distinct to_char(%1, 'YYYY-MM-DD') from public.tasks t where t.user_id = %2 and "
               "not t.completed and %1 >= %3 and %1 < %4")
        .arg(dueSql(QStringLiteral("t"), utcZone), sqlText(userId), sqlDate(first), sqlDate(last.addDays(1)));
}

} // namespace glow::store::taskquerysql
