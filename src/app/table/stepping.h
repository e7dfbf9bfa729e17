#pragma once
#include "app/table/tasktablemodel.h"

namespace glow::app {

/// The rows between two states, while the steps from one to the other are signalled: `head` rows and `tail`
/// rows are the same in both, the ones between are named by token.
struct TaskTableModel::Stepping {
    int head = 0;
    int tail = 0;
    QList<QUuid> tokens;
    QHash<QUuid, TableRows::Slot> rows;
};

} // namespace glow::app
