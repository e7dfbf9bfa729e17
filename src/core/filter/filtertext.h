#pragma once
#include "core/filter/filterparser.h"

namespace glow::core {

/// What a query asks for, in words: "due before Mon 30 Nov and not blocked, sorted by title". Empty for the
/// query that asks nothing. `today` decides whether a date needs its year. Any thread.
QString filterText(const ParsedFilter& filter, const QDate& today, const QLocale& locale);

} // namespace glow::core
