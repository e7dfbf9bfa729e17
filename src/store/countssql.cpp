#include "store/countssql.h"

#include "core/uid.h"
#include "store/duesql.h"
#include "store/filtersql.h"
#include "store/sqltext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace glow::store::countssql {

namespace {

enum Kind { ByDay, ByList, ByTag, ByFilter };
enum Day { NoDay, Overdue, DueToday, Later };

QUuid uidOf(const QJsonValue& value)
{
    return QUuid(value.toString());
}

template <typename T, typename Read> QList<T> readAll(const QJsonValue& array, Read read)
{
    QList<T> all;
    const QJsonArray values = array.toArray();
    for (const QJsonValue& value : values)
        all.append(read(value.toObject()));
    return all;
}

core::TaskList readList(const QJsonObject& json)
{
    return {uidOf(json[u"uid"]),    json[u"name"].toString(),     json[u"colour"].toString(),
            uidOf(json[u"parent"]), json[u"position"].toString(), json[u"archived"].toBool()};
}

core::Section readSection(const QJsonObject& json)
{
    return {uidOf(json[u"uid"]), json[u"name"].toString(), uidOf(json[u"list"]),
            json[u"position"].toString()};
}

core::Tag readTag(const QJsonObject& json)
{
    return {uidOf(json[u"uid"]), json[u"name"].toString(), json[u"colour"].toString()};
}

core::SavedFilter readFilter(const QJsonObject& json)
{
    return {uidOf(json[u"uid"]), json[u"name"].toString(), json[u"query"].toString(),
            json[u"colour"].toString(), json[u"position"].toString()};
}

QString counted(const CountedFilter& filter, const Question& question)
{
    const QString open = filter.node.asksForCompleted() ? QString() : QStringLiteral(" and not t.completed");
    return QStringLiteral(" union all select %1, null, '%2', count(*) from public.tasks t where t.user_id = ")
               .arg(QString::number(ByFilter), core::uidText(filter.uid)) +
           sqlText(question.userId) + open + QStringLiteral(" and ") +
           filtersql::condition(filter.node, QStringLiteral("t"), question.now,
                                question.dueInUtc ? question.zone : QString());
}

void addDayCount(core::Counts& counts, int day, qint64 count)
{
    counts.all += count;
    if (day == Overdue || day == DueToday)
        counts.today += count;
    if (day == Overdue)
        counts.overdue += count;
    if (day == DueToday)
        counts.dueToday += count;
    if (day == Later)
        counts.upcoming += count;
}

} // namespace

QString counts(const Question& question)
{
    const QString due =
        question.dueInUtc
            ? dueSql(QStringLiteral("t"), question.zone)
            : QStringLiteral("case when t.glow_due_zone is not null and t.glow_due_has_time then "
                             "coalesce(t.due_date at time zone glowlist.known_zone(t.glow_due_zone) at time "
                             "zone %1, t.due_date) else t.due_date end")
                  .arg(sqlText(question.zone));
    QString statement =
        QStringLiteral(
            "with open as (select o.glow_list, case when o.due is null then 0 when o.due < %1 then 1"
            " when o.due < %2 then 2 else 3 end as day from (select t.glow_list, %3 "
            "as due from public.tasks t where t.user_id = %4 and not t.completed) o)"
            " select case when grouping(day) = 0 then 0 else 1 end, day, glow_list::text, count(*) from "
            "open"
            " group by grouping sets ((day), (glow_list))"
            " union all select 2, null, x.tag::text, count(*) from glowlist.task_tag x"
            " join public.tasks t on t.glow_uid = x.task where t.user_id = %4 and not t.completed group "
            "by x.tag")
            .arg(sqlDate(question.today), sqlDate(question.today.addDays(1)), due, sqlText(question.userId));
    for (const CountedFilter& filter : question.filters)
        statement += counted(filter, question);
    return statement;
}

core::Counts readCounts(const Rows& rows)
{
    core::Counts counts;
    for (const Row& row : rows) {
        const qint64 count = row[3].toLongLong();
        const QUuid uid(row[2].toString());
        switch (row[0].toInt()) {
        case ByDay:
            addDayCount(counts, row[1].toInt(), count);
            break;
        case ByList:
            if (uid.isNull())
                counts.inbox = count;
            else
                counts.lists.insert(uid, count);
            break;
        case ByTag:
            counts.tags.insert(uid, count);
            break;
        case ByFilter:
            counts.filters.insert(uid, count);
            break;
        }
    }
    return counts;
}

QString catalogue(const QString& userId)
{
    return QStringLiteral(
               "select jsonb_build_object("
               "'lists', (select coalesce(jsonb_agg(to_jsonb(l) order by l.position, l.uid), '[]') from "
               "glowlist.list l"
               " where l.user_id = %1), "
               "'sections', (select coalesce(jsonb_agg(to_jsonb(s) order by s.position, s.uid), '[]')"
               " from glowlist.section s where s.user_id = %1), "
               "'tags', (select coalesce(jsonb_agg(to_jsonb(g) order by g.name collate \"und-x-icu\", "
               "g.uid), '[]')"
               " from glowlist.tag g), "
               "'filters', (select coalesce(jsonb_agg(to_jsonb(f) order by f.position, f.uid), '[]')"
               " from glowlist.filter f where f.user_id = %1), "
               "'namespace', w.token, 'revision', w.revision, 'due_in_utc', w.due_dates_utc, "
               "'token', (select r.token from glowlist.revision r where r.revision = w.revision))"
               " from glowlist.workspace w")
        .arg(sqlText(userId));
}

core::Catalogue readCatalogue(const Rows& rows)
{
    if (rows.isEmpty())
        return {};
    const QJsonObject json =
        QJsonDocument::fromJson(rows.constFirst().constFirst().toString().toUtf8()).object();
    core::Catalogue catalogue;
    catalogue.lists = readAll<core::TaskList>(json[u"lists"], readList);
    catalogue.sections = readAll<core::Section>(json[u"sections"], readSection);
    catalogue.tags = readAll<core::Tag>(json[u"tags"], readTag);
    catalogue.filters = readAll<core::SavedFilter>(json[u"filters"], readFilter);
    catalogue.tagNamespace = uidOf(json[u"namespace"]);
    catalogue.revision = json[u"revision"].toInteger();
    catalogue.token = uidOf(json[u"token"]);
    catalogue.dueInUtc = json[u"due_in_utc"].toBool();
    return catalogue;
}

} // namespace glow::store::countssql
