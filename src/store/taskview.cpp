#include "store/taskview.h"

#include "core/entities.h"
#include "core/task.h"
#include "store/duesql.h"
#include "store/filtersql.h"
#include "store/sqltext.h"

#include <QTimeZone>
#include <algorithm>

namespace glow::store {

using core::GroupField;
using core::Scope;
using core::SortField;

namespace {

QString utcLiteral(const QDateTime& time)
{
    return u'\'' + time.toUTC().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) +
           QStringLiteral("'::timestamp");
}

QString uidList(const QSet<QUuid>& uids)
{
    QStringList texts;
    for (const QUuid& uid : uids)
        texts.append(sqlUuid(uid));
    texts.sort(); // the same query is the same text
    return u'(' + texts.join(u", ") + u')';
}

QString dateTimeText(const QString& value)
{
    // A timestamp such as 'infinity' has no to_char, and is the same text in every DateStyle.
    return QStringLiteral(
               "coalesce(to_char(%1, case when %1 < '0001-01-01' then 'YYYY-MM-DD HH24:MI:SS.US BC' else "
               "'YYYY-MM-DD HH24:MI:SS.US' end), %1::text)")
        .arg(value);
}

// An index on trigrams serves patterns that begin a word, but no regular expression for it.
QString titleBegins(const QString& word)
{
    QString condition = QStringLiteral("(t.title ilike ") + sqlStartsWith(word);
    for (const QChar before : QStringLiteral(" (-/\"#@"))
        condition += QStringLiteral(" or t.title ilike ") + sqlContains(before + word);
    return condition + u')';
}

// Fewer than three letters make no trigram, so they match beginnings of words only.
QString titleHas(const QString& word)
{
    return core::codePoints(word) >= 3 ? QStringLiteral("t.title ilike ") + sqlContains(word)
                                       : titleBegins(word);
}

} // namespace

TaskView::TaskView(const core::TaskQuery& query)
    : m_query(query)
    , m_words(query.search.simplified().split(u' ', Qt::SkipEmptyParts).mid(0, 20))
    , m_descending((query.descending && query.sort != SortField::Manual) || query.sort == SortField::Match)
{
    makeBranches();
}

void TaskView::makeBranches()
{
    QStringList states;
    if (m_query.scope == Scope::Completed)
        states = {QStringLiteral("t.completed")};
    else if (m_query.withCompleted)
        states = {QStringLiteral("true")};
    else
        states = {QStringLiteral("not t.completed")};
    const QString meanwhile = completedMeanwhile();
    if (!meanwhile.isEmpty())
        states.append(meanwhile);
    for (const QString& state : states) {
        const QString owned =
            QStringLiteral("t.user_id = ") + sqlText(m_query.userId) + QStringLiteral(" and ") + state;
        // An instant has its day here whatever zone it is fixed to.
        if (!dependsOnDay() || m_query.dueInUtc) {
            m_branches.append({owned, false, dependsOnDay()});
            continue;
        }
        m_branches.append({owned + QStringLiteral(" and t.glow_due_zone is null"), false, true});
        m_branches.append({owned + QStringLiteral(" and t.glow_due_zone is not null"), true, false});
    }
    const QString common = searchCondition() + filterCondition() + collapsedCondition();
    for (Branch& branch : m_branches)
        branch.where += scopeCondition(branch) + common;
}

QString TaskView::completedMeanwhile() const
{
    if (m_query.scope == Scope::Completed || m_query.withCompleted)
        return {};
    QStringList conditions;
    if (!m_query.keep.isEmpty())
        conditions.append(QStringLiteral("t.glow_uid in ") + uidList(m_query.keep));
    if (m_query.scope == Scope::Today) {
        const QTimeZone zone(m_query.zone.toUtf8());
        const QDate today = m_query.today;
        conditions.append(QStringLiteral("t.glow_completed_at >= ") + utcLiteral(today.startOfDay(zone)) +
                          QStringLiteral(" and t.glow_completed_at < ") +
                          utcLiteral(today.addDays(1).startOfDay(zone)));
    }
    if (conditions.isEmpty())
        return {};
    return QStringLiteral("t.completed and (") + conditions.join(u" or ") + u')';
}

bool TaskView::dependsOnDay() const
{
    return m_query.scope == Scope::Today || m_query.scope == Scope::Upcoming ||
           m_query.group == GroupField::Day;
}

QString TaskView::due() const
{
    return dueSql(QStringLiteral("t"), m_query.dueInUtc ? m_query.zone : QString());
}

/// What lies within reach of a moment's wall clock, for an index: no zone is a day away from UTC.
QString TaskView::nearby(const QString& comparison) const
{
    const QString slack = comparison.startsWith(u'<') ? QStringLiteral(" + ") : QStringLiteral(" - ");
    const QString place = due() + u' ' + comparison;
    return m_query.dueInUtc ? place + QStringLiteral(" and t.due_date ") + comparison + slack +
                                  QStringLiteral("interval '1 day'")
                            : place;
}

QString TaskView::day(const Branch& branch) const
{
    if (branch.floating)
        return due() + QStringLiteral("::date");
    return QStringLiteral("(case when t.glow_due_has_time then coalesce(t.due_date at time zone "
                          "glowlist.known_zone(t.glow_due_zone) at time zone ") +
           sqlText(m_query.zone) + QStringLiteral(", t.due_date) else t.due_date end)::date");
}

QString TaskView::scopeCondition(const Branch& branch) const
{
    const QString uid = sqlUuid(m_query.scopeUid);
    const QString tomorrow = sqlDate(m_query.today.addDays(1));
    switch (m_query.scope) {
    case Scope::Inbox:
        return QStringLiteral(" and t.glow_list is null");
    case Scope::List:
        return QStringLiteral(" and t.glow_list = ") + uid;
    case Scope::Tag:
        return QStringLiteral(" and exists (select from glowlist.task_tag x where x.tag = ") + uid +
               QStringLiteral(" and x.task = t.glow_uid)");
    case Scope::Subtasks:
        return QStringLiteral(" and t.glow_parent = ") + uid;
    case Scope::Today:
        return QStringLiteral(" and ") + (branch.floating ? nearby(QStringLiteral("< ") + tomorrow)
                                                          : day(branch) + QStringLiteral(" < ") + tomorrow);
    case Scope::Upcoming:
        return QStringLiteral(" and ") + (branch.floating ? nearby(QStringLiteral(">= ") + tomorrow)
                                                          : day(branch) + QStringLiteral(" >= ") + tomorrow);
    case Scope::All:
    case Scope::Completed:
    case Scope::Search:
    case Scope::Filter:
        break;
    }
    return {};
}

QString TaskView::searchCondition() const
{
    QString condition;
    for (const QString& word : m_words) {
        condition += QStringLiteral(" and (") + titleHas(word);
        if (core::codePoints(word) >= 3)
            condition +=
                QStringLiteral(" or coalesce(t.glow_notes, t.description) ilike ") + sqlContains(word);
        condition += u')';
    }
    return condition;
}

QString TaskView::filterCondition() const
{
    if (m_query.filter.kind == core::FilterNode::Kind::All)
        return {};
    return QStringLiteral(" and ") + filtersql::condition(m_query.filter, QStringLiteral("t"),
                                                          m_query.filterTime,
                                                          m_query.dueInUtc ? m_query.zone : QString());
}

QString TaskView::collapsedCondition() const
{
    if (!m_query.isTree() || m_query.collapsed.isEmpty())
        return {};
    // Hidden is what has a collapsed task above it, at whatever depth.
    return QStringLiteral(
               " and (position('/' in t.glow_path) = 0 or not exists (select from "
               "generate_series(1, array_length(string_to_array(t.glow_path, '/'), 1) - 1) k where "
               "array_to_string((string_to_array(t.glow_path, '/'))[1:k], '/') in "
               "(select c.glow_path from public.tasks c where c.glow_uid in ") +
           uidList(m_query.collapsed) + QStringLiteral(")))");
}

QString TaskView::sortValue() const
{
    switch (m_query.sort) {
    case SortField::Manual:
        return QStringLiteral("t.glow_path");
    case SortField::Title:
        return QStringLiteral("t.title collate \"und-x-icu\"");
    case SortField::List:
        return QStringLiteral("l.name collate \"und-x-icu\"");
    case SortField::Due:
        return due();
    case SortField::Priority:
        return QStringLiteral("t.glow_rank");
    case SortField::Created:
        return QStringLiteral("t.created_at");
    case SortField::Updated:
        return QStringLiteral("t.updated_at");
    case SortField::Completed:
        return QStringLiteral("t.glow_completed_at");
    case SortField::Start:
        return QStringLiteral("t.glow_start");
    case SortField::Deadline:
        return QStringLiteral("t.glow_deadline");
    case SortField::Match:
        return matchValue();
    }
    return {};
}

QString TaskView::matchValue() const
{
    // Best first: every word begins a word of the title, is in the title, is in the notes; then the newest.
    // One timestamp holds both, since it compares quickly: each class lies 2,700 years after the one below.
    QStringList begins{QStringLiteral("true")};
    QStringList inTitle{QStringLiteral("true")};
    for (const QString& word : m_words) {
        begins.append(titleBegins(word));
        inTitle.append(titleHas(word));
    }
    return QStringLiteral("(t.updated_at + case when not (") + inTitle.join(u" and ") +
           QStringLiteral(") then interval '0' when not (") + begins.join(u" and ") +
           QStringLiteral(") then interval '1000000 days' else interval '2000000 days' end)");
}

bool TaskView::sortMayBeNull() const
{
    if (m_query.sort == SortField::Due)
        return m_query.scope != Scope::Today && m_query.scope != Scope::Upcoming;
    return m_query.sort == SortField::List || m_query.sort == SortField::Completed ||
           m_query.sort == SortField::Start || m_query.sort == SortField::Deadline;
}

/// The group is a section or a list; rows without one come first.
bool TaskView::isByName() const
{
    return m_query.group == GroupField::Section || m_query.group == GroupField::List;
}

bool TaskView::groupFollowsSort() const
{
    return (m_query.group == GroupField::Day && m_query.sort == SortField::Due) ||
           (m_query.group == GroupField::CompletedDay && m_query.sort == SortField::Completed);
}

bool TaskView::splitByNull() const
{
    return sortMayBeNull() && (m_query.group == GroupField::None || groupFollowsSort());
}

QStringList TaskView::parts() const
{
    if (!splitByNull())
        return {QString()};
    return {QStringLiteral(" and ") + sortValue() + QStringLiteral(" is not null"),
            QStringLiteral(" and ") + sortValue() + QStringLiteral(" is null")};
}

QString TaskView::groupValue(const Branch& branch) const
{
    switch (m_query.group) {
    case GroupField::None:
        break;
    case GroupField::Day:
        return QStringLiteral("case when t.due_date is not null then greatest(") + day(branch) + u',' +
               sqlDate(m_query.today.addDays(-1)) + QStringLiteral(") end");
    case GroupField::Section:
        return QStringLiteral("(select x.position || ' ' || x.uid from glowlist.section x where x.uid = "
                              "t.glow_section)");
    case GroupField::List:
        return QStringLiteral("(select x.position || ' ' || x.uid from glowlist.list x where x.uid = "
                              "t.glow_list)");
    case GroupField::Priority:
        return QStringLiteral("t.glow_rank");
    case GroupField::CompletedDay:
        return QStringLiteral("(t.glow_completed_at at time zone 'UTC' at time zone ") +
               sqlText(m_query.zone) + QStringLiteral(")::date");
    }
    return QStringLiteral("null::date");
}

QString TaskView::rows(const Branch& branch, const QString& extra) const
{
    const QString zero =
        sortMayBeNull() ? u'(' + sortValue() + QStringLiteral(" is null)::int") : QStringLiteral("0");
    const QString from =
        m_query.sort == SortField::List
            ? QStringLiteral("public.tasks t left join glowlist.list l on l.uid = t.glow_list")
            : QStringLiteral("public.tasks t");
    return QStringLiteral("select ") + groupValue(branch) + QStringLiteral(" g, ") + zero +
           QStringLiteral(" z, ") + sortValue() + QStringLiteral(" s, t.glow_uid u from ") + from +
           QStringLiteral(" where ") + branch.where + extra;
}

QString TaskView::allRows(const QString& extra) const
{
    QStringList selects;
    for (const Branch& branch : m_branches)
        selects.append(rows(branch, extra));
    return selects.join(QStringLiteral(" union all "));
}

QString TaskView::groupDirection() const
{
    if (isByName())
        return QStringLiteral(" nulls first");
    const bool down = groupFollowsSort() ? m_descending : m_query.group == GroupField::CompletedDay;
    return down ? QStringLiteral(" desc nulls last") : QString();
}

QString TaskView::order() const
{
    QStringList columns;
    if (m_query.group != GroupField::None)
        columns.append(u'g' + groupDirection());
    if (sortMayBeNull() && !splitByNull())
        columns.append(QStringLiteral("z"));
    columns += {u's' + direction(), u'u' + direction()};
    return QStringLiteral(" order by ") + columns.join(u", ");
}

QString TaskView::order(const Branch& branch) const
{
    // Where days follow from the sort value an index gives the order.
    if (groupFollowsSort() && !branch.zoned)
        return QStringLiteral(" order by s%1, u%1").arg(direction());
    // The planner takes "= value" for a constant place in an index, but not "is null".
    if (m_query.scope == Scope::Inbox && m_query.sort == SortField::Manual &&
        m_query.group == GroupField::None)
        return QStringLiteral(" order by t.glow_list, s, u");
    return order();
}

QString TaskView::groupIs(const QString& group, const Branch& branch) const
{
    if (m_query.group == GroupField::Priority)
        return QStringLiteral(" and t.glow_rank = ") + QString::number(group.toInt());
    if (isByName())
        return (m_query.group == GroupField::Section ? QStringLiteral(" and t.glow_section ")
                                                     : QStringLiteral(" and t.glow_list ")) +
               (group.isNull() ? QStringLiteral("is null")
                               : QStringLiteral("= ") + sqlUuid(core::uidOfGroup(group)));
    const QString column = m_query.group == GroupField::Day ? QStringLiteral("t.due_date")
                                                            : QStringLiteral("t.glow_completed_at");
    if (group.isNull())
        return QStringLiteral(" and ") + column + QStringLiteral(" is null");
    const QDate date = QDate::fromString(group, Qt::ISODate);
    if (branch.floating && date.isValid()) {
        const QString end = QStringLiteral(" and ") + nearby(QStringLiteral("< ") + sqlDate(date.addDays(1)));
        return date < m_query.today
                   ? end
                   : QStringLiteral(" and ") + nearby(QStringLiteral(">= ") + sqlDate(date)) + end;
    }
    QString condition = QStringLiteral(" and ") + groupValue(branch) + QStringLiteral(" = ") +
                        sqlText(group) + QStringLiteral("::date");
    if (m_query.group == GroupField::CompletedDay && date.isValid())
        condition += QStringLiteral(" and t.glow_completed_at >= ") + sqlDate(date.addDays(-2)) +
                     QStringLiteral(" and t.glow_completed_at < ") + sqlDate(date.addDays(3));
    return condition;
}

QString TaskView::atOrAfter(const core::TaskKey& key, const Branch& branch) const
{
    QString condition = m_query.group == GroupField::None ? QString() : groupIs(key.group, branch);
    const QString compare = m_descending ? QStringLiteral(" <= ") : QStringLiteral(" >= ");
    if (key.sort.isNull())
        return condition + QStringLiteral(" and ") + sortValue() + QStringLiteral(" is null and t.glow_uid") +
               compare + sqlUuid(key.uid);
    QString value = sqlText(key.sort);
    switch (m_query.sort) {
    case SortField::Due:
    case SortField::Created:
    case SortField::Updated:
    case SortField::Completed:
    case SortField::Start:
    case SortField::Deadline:
    case SortField::Match:
        value += QStringLiteral("::timestamp");
        break;
    case SortField::Priority:
        value += QStringLiteral("::smallint");
        break;
    case SortField::Manual:
    case SortField::Title:
    case SortField::List:
        break;
    }
    return condition + QStringLiteral(" and (") + sortValue() + QStringLiteral(", t.glow_uid)") + compare +
           u'(' + value + QStringLiteral(", ") + sqlUuid(key.uid) + u')';
}

QString TaskView::before() const
{
    const QString less = m_descending ? QStringLiteral(" > ") : QStringLiteral(" < ");
    QString inGroup = QStringLiteral("(r.s, r.u)") + less + QStringLiteral("(me.s, me.u)");
    if (sortMayBeNull())
        inGroup =
            QStringLiteral("(r.z < me.z or (r.z = me.z and (case when r.z = 1 then r.u%1me.u else %2 end)))")
                .arg(less, inGroup);
    if (m_query.group == GroupField::None)
        return inGroup;
    if (isByName())
        return QStringLiteral("(r.g < me.g or (r.g is null and me.g is not null) or (r.g is not distinct "
                              "from me.g and %1))")
            .arg(inGroup);
    const QString groupLess = groupDirection().isEmpty() ? QStringLiteral(" < ") : QStringLiteral(" > ");
    return QStringLiteral(
               "(r.g%1me.g or (me.g is null and r.g is not null) or (r.g is not distinct from me.g and %2))")
        .arg(groupLess, inGroup);
}

QString TaskView::groupText() const
{
    if (m_query.group == GroupField::None)
        return QStringLiteral("null::text");
    if (isByName())
        return QStringLiteral("g");
    if (m_query.group == GroupField::Priority)
        return QStringLiteral("g::text");
    return QStringLiteral("coalesce(to_char(g, 'YYYY-MM-DD'), g::text)");
}

QString TaskView::sortText() const
{
    switch (m_query.sort) {
    case SortField::Due:
    case SortField::Created:
    case SortField::Updated:
    case SortField::Completed:
    case SortField::Start:
    case SortField::Deadline:
    case SortField::Match:
        return dateTimeText(QStringLiteral("s"));
    case SortField::Manual:
    case SortField::Title:
    case SortField::List:
    case SortField::Priority:
        break;
    }
    return QStringLiteral("s::text");
}

} // namespace glow::store
