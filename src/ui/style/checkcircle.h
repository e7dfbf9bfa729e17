#pragma once
#include "core/task.h"

#include <QRectF>

class QPainter;

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// The check circle of a task: a ring in the priority's colour and weight, filled with a check mark when
/// done.
void paintCheckCircle(QPainter& painter, const app::Theme& theme, const QRectF& square,
                      core::Priority priority, bool done);

} // namespace glow::ui
