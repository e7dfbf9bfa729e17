#pragma once
#include "cli/command.h"

namespace glow::cli {

/// Fills the private database with tasks to look at; what was added once is not added again, even when it was
/// deleted.
core::Result<Reply> sample(Context& context);

} // namespace glow::cli
