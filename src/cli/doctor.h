#pragma once
#include "cli/command.h"

namespace glow::cli {

/// The status of the answer is 1 when a step failed.
core::Result<Reply> doctor(Context& context);

} // namespace glow::cli
