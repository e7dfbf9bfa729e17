#pragma once
#include "cli/command.h"

namespace glow::cli {

/// `migrate new NAME` in a source tree: writes the next pair of files.
core::Result<Reply> newMigration(const QString& name);

} // namespace glow::cli
