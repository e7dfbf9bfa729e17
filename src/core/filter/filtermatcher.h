#pragma once
#include "core/entities.h"
#include "core/filter/filternode.h"

#include <QDateTime>

namespace glow::core {

/// Whether a task meets the condition: the slow reference of what store/filtersql asks the server.
bool matches(const FilterNode& node, const Task& task, const Catalogue& catalogue, const QDateTime& now);

} // namespace glow::core
