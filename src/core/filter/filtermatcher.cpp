#include "core/filter/filtermatcher.h"

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

bool isInList(const Task& task, const QString& name, const Catalogue& catalogue)
{
    if (task.list.isNull())
        return name.compare(u"inbox", Qt::CaseInsensitive) == 0;
    const TaskList* list = catalogue.list(task.list);
    return list && list->name.compare(name, Qt::CaseInsensitive) == 0;
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
    case FilterNode::Kind::NoDue:
        return !task.due;
    case FilterNode::Kind::NoTag:
        return task.tags.isEmpty();
    case FilterNode::Kind::Due:
        return task.due && compared(task.due->date, node.compare, node.date);
    case FilterNode::Kind::Completed:
        return task.completed;
    case FilterNode::Kind::Blocked:
        return task.isBlocked();
    case FilterNode::Kind::ChangedIn:
        return task.updatedAt >= now.toUTC().addDays(-node.days);
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
