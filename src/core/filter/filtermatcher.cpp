#include "core/filter/filtermatcher.h"

#include <QTimeZone>
#include <algorithm>

namespace glow::core {

namespace {

template <typename Value> bool compared(const Value& left, FilterNode::Compare compare, const Value& right)
{
    switch (compare) {
    case FilterNode::Compare::Equal:
        return left == right;
    case FilterNode::Compare::Less:
        return left < right;
    case FilterNode::Compare::LessOrEqual:
        return left <= right;
    case FilterNode::Compare::Greater:
        return left > right;
    case FilterNode::Compare::GreaterOrEqual:
        return left >= right;
    }
    return false;
}

bool hasTag(const Task& task, const QString& name, const Catalogue& catalogue)
{
    return std::any_of(task.tags.begin(), task.tags.end(), [&](const QUuid& uid) {
        const Tag* tag = catalogue.tag(uid);
        return tag && tag->name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

/// Nested lists count as their parents too.
bool isInList(const Task& task, const QString& name, const Catalogue& catalogue)
{
    if (task.list.isNull())
        return name.compare(u"inbox", Qt::CaseInsensitive) == 0;
    return std::any_of(catalogue.lists.begin(), catalogue.lists.end(), [&](const TaskList& list) {
        return list.name.compare(name, Qt::CaseInsensitive) == 0 && catalogue.isBelow(task.list, list.uid);
    });
}

bool has(const Task& task, FilterNode::Feature feature)
{
    using Feature = FilterNode::Feature;
    switch (feature) {
    case Feature::Due:
        return task.due.has_value();
    case Feature::Start:
        return task.start.has_value();
    case Feature::Deadline:
        return task.deadline.has_value();
    case Feature::List:
        return !task.list.isNull();
    case Feature::Section:
        return !task.section.isNull();
    case Feature::Tag:
        return !task.tags.isEmpty();
    case Feature::Notes:
        return !task.notes.isEmpty();
    case Feature::Subtasks:
        return task.subtasksTotal > 0;
    case Feature::Parent:
        return !task.parent.isNull();
    case Feature::Repeat:
        return !task.rrule.isEmpty();
    case Feature::Estimate:
        return task.estimateMinutes > 0;
    case Feature::Priority:
        return priorityRank(task.priority) != Priority::None;
    }
    return false;
}

QDateTime instant(const Task& task, FilterNode::Field field)
{
    return field == FilterNode::Field::Created   ? task.createdAt
           : field == FilterNode::Field::Changed ? task.updatedAt
                                                 : task.completedAt;
}

QDate day(const Task& task, FilterNode::Field field, const QTimeZone& zone)
{
    using Field = FilterNode::Field;
    const auto dayOf = [](const std::optional<WallTime>& time) { return time ? time->date : QDate(); };
    switch (field) {
    case Field::Due:
        return dayOf(task.due);
    case Field::Start:
        return dayOf(task.start);
    case Field::Deadline:
        return dayOf(task.deadline);
    case Field::Created:
    case Field::Changed:
    case Field::Completed:
        break;
    }
    const QDateTime time = instant(task, field);
    return time.isValid() ? time.toTimeZone(zone).date() : QDate();
}

} // namespace

bool matches(const FilterNode& node, const Task& task, const Catalogue& catalogue, const QDateTime& now)
{
    const auto holds = [&](const FilterNode& child) { return matches(child, task, catalogue, now); };
    switch (node.kind) {
    case FilterNode::Kind::All:
        return true;
    case FilterNode::Kind::Words:
        return task.title.contains(node.text, Qt::CaseInsensitive) ||
               task.notes.contains(node.text, Qt::CaseInsensitive);
    case FilterNode::Kind::Tag:
        return hasTag(task, node.text, catalogue);
    case FilterNode::Kind::List:
        return isInList(task, node.text, catalogue);
    case FilterNode::Kind::Priority: // a high priority has a low rank
        return compared(-static_cast<int>(priorityRank(task.priority)), node.compare,
                        -static_cast<int>(node.priority));
    case FilterNode::Kind::Section: {
        const Section* section = catalogue.section(task.section);
        return section && section->name.compare(node.text, Qt::CaseInsensitive) == 0;
    }
    case FilterNode::Kind::Has:
        return has(task, node.feature);
    case FilterNode::Kind::Date: {
        const QDate date = day(task, node.field, now.timeZone());
        return date.isValid() && compared(date, node.compare, node.date);
    }
    case FilterNode::Kind::Lately: {
        const QDateTime time = instant(task, node.field);
        return time.isValid() && time >= now.toUTC().addDays(-node.days);
    }
    case FilterNode::Kind::Completed:
        return task.completed;
    case FilterNode::Kind::Blocked:
        return task.isBlocked();
    case FilterNode::Kind::Not:
        return !holds(node.children.constFirst());
    case FilterNode::Kind::And:
        return std::all_of(node.children.begin(), node.children.end(), holds);
    case FilterNode::Kind::Or:
        return std::any_of(node.children.begin(), node.children.end(), holds);
    }
    return false;
}

} // namespace glow::core
