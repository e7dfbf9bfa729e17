#pragma once
#include "ui/table/tasktableview.h"

namespace glow::ui {

/// Where dragged tasks would land in manual order: before `row`, so deep, between these siblings.
struct TaskTableView::DropPlace {
    int row = 0;
    int depth = 0;
    QUuid parent;
    std::optional<QUuid> list; ///< of the parent; none: each keeps its own
    QString after;
    QString before;
};

} // namespace glow::ui
