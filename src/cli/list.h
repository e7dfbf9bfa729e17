#pragma once
#include "cli/command.h"

namespace glow::cli {

core::Result<Reply> list(Context& context);
core::Result<Reply> show(Context& context);

} // namespace glow::cli
