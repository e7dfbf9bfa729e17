#pragma once
#include "core/recurrence/recurrencerule.h"

namespace glow::core {

/// The next occurrences of a rule that begins at `start` (DTSTART), strictly after `after`, at most `wanted`,
/// in the form of `start`: days where it has no time. Wall clock throughout: what a zone makes of the times
/// is not asked. The search is bounded, so a rule that never comes again has none. UNTIL in UTC is read as a
/// time of this computer's zone. Any thread.
QList<WallTime> occurrences(const RecurrenceRule& rule, const WallTime& start, const WallTime& after,
                            int wanted);

/// Whether `start` itself is a day of the rule; else it stands before the series and COUNT does not count it.
bool beginsOnRule(const RecurrenceRule& rule, const WallTime& start);

} // namespace glow::core
