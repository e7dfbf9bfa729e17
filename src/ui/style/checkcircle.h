#pragma once
#include "core/task.h"

#include <QRectF>

class QPainter;

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// The check circle of a task: a ring in the priority's colour and weight, filled with a check mark when
/// done, dashed while the task is blocked.
void paintCheckCircle(QPainter& painter, const app::Theme& theme, const QRectF& square,
                      core::Priority priority, bool done, bool blocked = false);

} // namespace glow::ui
