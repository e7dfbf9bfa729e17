#pragma once
#include "cli/command.h"

namespace glow::cli {

core::Result<Reply> undo(Context& context);

} // namespace glow::cli
