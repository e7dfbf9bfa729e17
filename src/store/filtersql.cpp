#include "store/filtersql.h"

#include "store/duesql.h"
#include "store/sqltext.h"

#include <QTimeZone>

namespace glow::store::filtersql {

namespace {

using core::FilterNode;

QString sign(FilterNode::Compare compare)
{
    switch (compare) {
    case FilterNode::Compare::Equal:
        return QStringLiteral("=");
    case FilterNode::Compare::Less:
        return QStringLiteral("<");
    case FilterNode::Compare::LessOrEqual:
        return QStringLiteral("<=");
    case FilterNode::Compare::Greater:
        return QStringLiteral(">");
    case FilterNode::Compare::GreaterOrEqual:
        return QStringLiteral(">=");
    }
    return {};
}

QString words(const QString& text, const QString& task)
{
    return QStringLiteral("(%1.title ilike %2 or coalesce(%1.glow_notes, %1.description) ilike %2)")
        .arg(task, sqlContains(text));
}

QString hasTag(const QString& name, const QString& task)
{
    return QStringLiteral(
               "exists (select 1 from glowlist.task_tag filter_link join glowlist.tag filter_tag on "
               "filter_tag.uid = filter_link.tag where filter_link.task = %1.glow_uid and "
               "lower(filter_tag.name) = lower(%2))")
        .arg(task, sqlText(name));
}

/// Nested lists count too; `union` ends where lists lie in each other.
QString isInList(const QString& name, const QString& task)
{
    const QString named =
        QStringLiteral("%1.glow_list in (with recursive filter_inside(uid) as (select uid from "
                       "glowlist.list where lower(name) = lower(%2) union select filter_list.uid from "
                       "glowlist.list filter_list join filter_inside on filter_list.parent = "
                       "filter_inside.uid) select uid from filter_inside)")
            .arg(task, sqlText(name));
    if (name.compare(u"inbox", Qt::CaseInsensitive) != 0)
        return named;
    return QStringLiteral("(%1.glow_list is null or %2)").arg(task, named);
}

QString isInSection(const QString& name, const QString& task)
{
    return QStringLiteral("%1.glow_section in (select uid from glowlist.section where lower(name) = "
                          "lower(%2))")
        .arg(task, sqlText(name));
}

QString has(FilterNode::Feature feature, const QString& task)
{
    using Feature = FilterNode::Feature;
    const auto isSet = [&task](const char* column) {
        return QStringLiteral("%1.%2 is not null").arg(task, QString::fromLatin1(column));
    };
    switch (feature) {
    case Feature::Due:
        return isSet("due_date");
    case Feature::Start:
        return isSet("glow_start");
    case Feature::Deadline:
        return isSet("glow_deadline");
    case Feature::List:
        return isSet("glow_list");
    case Feature::Section:
        return isSet("glow_section");
    case Feature::Tag:
        return QStringLiteral("exists (select 1 from glowlist.task_tag filter_link where filter_link.task "
                              "= %1.glow_uid)")
            .arg(task);
    case Feature::Notes:
        return QStringLiteral("coalesce(%1.glow_notes, %1.description, '') <> ''").arg(task);
    case Feature::Subtasks:
        return QStringLiteral("exists (select 1 from public.tasks filter_below where "
                              "filter_below.glow_parent = %1.glow_uid)")
            .arg(task);
    case Feature::Parent:
        return isSet("glow_parent");
    case Feature::Repeat:
        return QStringLiteral("coalesce(%1.glow_rrule, '') <> ''").arg(task);
    case Feature::Estimate:
        return QStringLiteral("coalesce(%1.glow_estimate, 0) > 0").arg(task);
    case Feature::Priority:
        return QStringLiteral("%1.glow_rank < %2").arg(task).arg(static_cast<int>(core::Priority::None));
    }
    return QStringLiteral("false");
}

/// The rank grows as the priority falls, so the sides change places.
QString priority(const FilterNode& node, const QString& task)
{
    return QStringLiteral("%1 %2 %3.glow_rank")
        .arg(QString::number(static_cast<int>(node.priority)), sign(node.compare), task);
}

QString instantColumn(FilterNode::Field field, const QString& task)
{
    return task + (field == FilterNode::Field::Created   ? QStringLiteral(".created_at")
                   : field == FilterNode::Field::Changed ? QStringLiteral(".updated_at")
                                                         : QStringLiteral(".glow_completed_at"));
}

QString instantLiteral(const QDateTime& time)
{
    return QStringLiteral("timestamp '%1'").arg(time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss.zzz"));
}

/// Whole days, as ranges that an index can serve: [day, next).
QString inDays(FilterNode::Compare compare, const QString& value, const QString& day, const QString& next)
{
    switch (compare) {
    case FilterNode::Compare::Less:
        return value + QStringLiteral(" < ") + day;
    case FilterNode::Compare::LessOrEqual:
        return value + QStringLiteral(" < ") + next;
    case FilterNode::Compare::Greater:
        return value + QStringLiteral(" >= ") + next;
    case FilterNode::Compare::GreaterOrEqual:
        return value + QStringLiteral(" >= ") + day;
    case FilterNode::Compare::Equal:
        break;
    }
    return u'(' + value + QStringLiteral(" >= ") + day + QStringLiteral(" and ") + value +
           QStringLiteral(" < ") + next + u')';
}

QString date(const FilterNode& node, const QString& task, const QDateTime& now, const QString& utcZone)
{
    using Field = FilterNode::Field;
    const QDate next = node.date.addDays(1);
    switch (node.field) {
    case Field::Due:
    case Field::Start:
    case Field::Deadline: {
        const QString value = node.field == Field::Due     ? dueSql(task, utcZone)
                              : node.field == Field::Start ? task + QStringLiteral(".glow_start")
                                                           : task + QStringLiteral(".glow_deadline");
        return inDays(node.compare, value, sqlDate(node.date), sqlDate(next));
    }
    case Field::Created:
    case Field::Changed:
    case Field::Completed:
        break;
    }
    const QTimeZone zone = now.timeZone();
    return inDays(node.compare, instantColumn(node.field, task), instantLiteral(node.date.startOfDay(zone)),
                  instantLiteral(next.startOfDay(zone)));
}

QString joined(const FilterNode& node, const QString& task, const QDateTime& now, const QString& utcZone,
               QStringView separator)
{
    QStringList parts;
    for (const FilterNode& child : node.children)
        parts.append(condition(child, task, now, utcZone));
    return u'(' + parts.join(separator) + u')';
}

} // namespace

QString condition(const FilterNode& node, const QString& task, const QDateTime& now, const QString& utcZone)
{
    switch (node.kind) {
    case FilterNode::Kind::All:
        return QStringLiteral("true");
    case FilterNode::Kind::Words:
        return words(node.text, task);
    case FilterNode::Kind::Tag:
        return hasTag(node.text, task);
    case FilterNode::Kind::List:
        return isInList(node.text, task);
    case FilterNode::Kind::Priority:
        return priority(node, task);
    case FilterNode::Kind::Section:
        return isInSection(node.text, task);
    case FilterNode::Kind::Has:
        return has(node.feature, task);
    case FilterNode::Kind::Date:
        return date(node, task, now, utcZone);
    case FilterNode::Kind::Lately:
        return instantColumn(node.field, task) + QStringLiteral(" >= ") +
               instantLiteral(now.toUTC().addDays(-node.days));
    case FilterNode::Kind::Completed:
        return QStringLiteral("%1.completed").arg(task);
    case FilterNode::Kind::Blocked:
        return QStringLiteral(
                   "(not %1.completed and exists (select 1 from glowlist.dependency filter_link "
                   "join public.tasks filter_blocker on filter_blocker.glow_uid = filter_link.blocker "
                   "where filter_link.task = %1.glow_uid and not filter_blocker.completed))")
            .arg(task);
    case FilterNode::Kind::Not:
        return QStringLiteral("(not coalesce(%1, false))")
            .arg(condition(node.children.constFirst(), task, now, utcZone));
    case FilterNode::Kind::And:
        return joined(node, task, now, utcZone, u" and ");
    case FilterNode::Kind::Or:
        return joined(node, task, now, utcZone, u" or ");
    }
    return QStringLiteral("false");
}

} // namespace glow::store::filtersql
