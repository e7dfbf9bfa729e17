#include "store/filtersql.h"

#include "store/duesql.h"
#include "store/sqltext.h"

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

QString isInList(const QString& name, const QString& task)
{
    const QString named =
        QStringLiteral("exists (select 1 from glowlist.list filter_list where filter_list.uid = "
                       "%1.glow_list and lower(filter_list.name) = lower(%2))")
            .arg(task, sqlText(name));
    if (name.compare(u"inbox", Qt::CaseInsensitive) != 0)
        return named;
    return QStringLiteral("(%1.glow_list is null or %2)").arg(task, named);
}

/// The rank grows as the priority falls, so the sides change places.
QString priority(const FilterNode& node, const QString& task)
{
    return QStringLiteral("%1 %2 %3.glow_rank")
        .arg(QString::number(static_cast<int>(node.priority)), sign(node.compare), task);
}

/// Whole days, as ranges that an index on the due date can serve.
QString due(const FilterNode& node, const QString& wall)
{
    const auto literal = [](const QDate& date) {
        return QStringLiteral("timestamp '%1'").arg(date.toString(Qt::ISODate));
    };
    const QString day = literal(node.date);
    const QString next = literal(node.date.addDays(1));
    switch (node.compare) {
    case FilterNode::Compare::Less:
        return wall + QStringLiteral(" < ") + day;
    case FilterNode::Compare::LessOrEqual:
        return wall + QStringLiteral(" < ") + next;
    case FilterNode::Compare::Greater:
        return wall + QStringLiteral(" >= ") + next;
    case FilterNode::Compare::GreaterOrEqual:
        return wall + QStringLiteral(" >= ") + day;
    case FilterNode::Compare::Equal:
        break;
    }
    return u'(' + wall + QStringLiteral(" >= ") + day + QStringLiteral(" and ") + wall +
           QStringLiteral(" < ") + next + u')';
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
    case FilterNode::Kind::NoDue:
        return QStringLiteral("%1.due_date is null").arg(task);
    case FilterNode::Kind::NoTag:
        return QStringLiteral("not exists (select 1 from glowlist.task_tag filter_link where "
                              "filter_link.task = %1.glow_uid)")
            .arg(task);
    case FilterNode::Kind::Due:
        return due(node, dueSql(task, utcZone));
    case FilterNode::Kind::Completed:
        return QStringLiteral("%1.completed").arg(task);
    case FilterNode::Kind::Blocked:
        return QStringLiteral(
                   "(not %1.completed and exists (select 1 from glowlist.dependency filter_link "
                   "join public.tasks filter_blocker on filter_blocker.glow_uid = filter_link.blocker "
                   "where filter_link.task = %1.glow_uid and not filter_blocker.completed))")
            .arg(task);
    case FilterNode::Kind::ChangedIn:
        return QStringLiteral("%1.updated_at >= timestamp '%2'")
            .arg(task, now.toUTC().addDays(-node.days).toString(u"yyyy-MM-dd HH:mm:ss.zzz"));
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
