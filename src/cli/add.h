#pragma once
#include "cli/command.h"

namespace glow::cli {

core::Result<Reply> add(Context& context);

} // namespace glow::cli
