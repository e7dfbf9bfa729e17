#include "core/filter/filternode.h"

#include <algorithm>

namespace glow::core {

bool FilterNode::mentions(Kind wanted) const
{
    return kind == wanted || std::any_of(children.begin(), children.end(), [wanted](const FilterNode& child) {
               return child.mentions(wanted);
           });
}

bool FilterNode::asksForCompleted() const
{
    if (kind == Kind::Completed)
        return true;
    if (kind == Kind::Date || kind == Kind::Lately)
        return field == Field::Completed;
    return std::any_of(children.begin(), children.end(),
                       [](const FilterNode& child) { return child.asksForCompleted(); });
}

} // namespace glow::core
