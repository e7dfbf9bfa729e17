#pragma once
#include "cli/command.h"

namespace glow::cli {

QString help();
QString help(const Command& command);

} // namespace glow::cli
