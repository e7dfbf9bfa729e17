#pragma once
#include "cli/command.h"

namespace glow::cli {

core::Result<Reply> recur(Context& context);

} // namespace glow::cli
