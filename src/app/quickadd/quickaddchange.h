#pragma once
#include "core/change.h"
#include "core/entities.h"
#include "core/quickadd/quickaddparser.h"

namespace glow::app {

/// What the view gives a new task where the line says nothing.
struct QuickAddDefaults {
    std::optional<core::WallTime> due;
    QUuid list;
    QUuid tag;
    QUuid parent;
    friend bool operator==(const QuickAddDefaults&, const QuickAddDefaults&) = default;
};

/// The operations that make the task of one reading, for the window and the command line: the task at the end
/// of its list, its tags, and the list and tags that do not exist yet. The task's own creation comes after
/// those of its list.
struct QuickAddOperations {
    QUuid task;
    QList<core::Operation> operations;
};
QuickAddOperations quickAddOperations(const core::QuickAddResult& reading, const QuickAddDefaults& defaults,
                                      const core::Catalogue& catalogue, const QDateTime& now);

} // namespace glow::app
