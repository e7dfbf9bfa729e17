#include "core/filter/filternode.h"

#include <algorithm>

namespace glow::core {

bool FilterNode::mentions(Kind wanted) const
{
    return kind == wanted || std::any_of(children.begin(), children.end(), [wanted](const FilterNode& child) {
               return child.mentions(wanted);
           });
}

} // namespace glow::core
