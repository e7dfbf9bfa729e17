#pragma once
#include "cli/command.h"

namespace glow::cli {

core::Result<Reply> parse(Context& context);

} // namespace glow::cli
