#pragma once
#include "core/change.h"

#include <QStringList>

namespace glow::app {

/// Titles of the tasks that wait for nothing any more, since this change completed the last of their
/// blockers; from the rows of its reply.
QStringList unblockedBy(const core::Change& change, const core::ApplyReply& reply);

} // namespace glow::app
