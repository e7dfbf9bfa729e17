#pragma once
#include "core/entities.h"
#include "core/task.h"

#include <QList>

class QMenu;

namespace glow::app {
class TaskCommands;
class Theme;
} // namespace glow::app

namespace glow::ui {

class Actions;

/// The context menu of rows: the commands of the table of actions, then the lists and tags the tasks can go
/// to. The menu lives longer than this call; `commands` and `catalogue` live longer than the menu.
void fillTaskMenu(QMenu& menu, const Actions& actions, app::TaskCommands& commands,
                  const core::Catalogue& catalogue, const app::Theme& theme, const QList<core::Task>& tasks);

} // namespace glow::ui
