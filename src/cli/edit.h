#pragma once
#include "cli/command.h"

namespace glow::cli {

core::Result<Reply> done(Context& context);
core::Result<Reply> reopen(Context& context);
core::Result<Reply> edit(Context& context);
core::Result<Reply> deleteTasks(Context& context);

} // namespace glow::cli
