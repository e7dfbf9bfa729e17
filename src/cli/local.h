#pragma once
#include "cli/command.h"

namespace glow::cli {

core::Result<Reply> local(Context& context);

} // namespace glow::cli
