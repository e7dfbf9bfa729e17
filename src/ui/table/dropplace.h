#pragma once
#include "app/table/taskcommands.h"
#include "ui/table/tasktableview.h"

namespace glow::ui {

/// Where dragged tasks would land in manual order: before `row`, so deep, between these siblings.
struct TaskTableView::DropPlace {
    int row = 0;
    int depth = 0;
    app::TaskCommands::Target target;
};

} // namespace glow::ui
