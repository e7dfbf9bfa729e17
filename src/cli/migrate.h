#pragma once
#include "cli/command.h"

namespace glow::cli {

core::Result<Reply> migrate(Context& context);

} // namespace glow::cli
