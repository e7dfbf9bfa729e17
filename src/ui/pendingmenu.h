#pragma once
#include "core/change.h"

#include <QList>
#include <functional>

class QMenu;

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// What waits to be sent, one entry a change, the newest first. `show` leads to a task; empty for a task that
/// cannot be shown while the database is away.
void fillPendingMenu(QMenu& menu, const app::Theme& theme, const QList<core::Change>& waiting,
                     const std::function<std::function<void()>(const QUuid& task)>& show);

} // namespace glow::ui
