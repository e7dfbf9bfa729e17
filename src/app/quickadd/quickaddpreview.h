#pragma once
#include "core/entities.h"
#include "core/quickadd/quickaddparser.h"

namespace glow::app {

/// What a token of the line means, for a chip that can be dismissed.
struct QuickAddChip {
    core::QuickAddToken token;
    QString icon;   ///< empty: a dot in `colour`
    QString text;   ///< the value as it will be, not the words typed
    QString colour; ///< of the list
};

/// A chip for each token but the escapes, in the order of the line.
QList<QuickAddChip> quickAddChips(const core::QuickAddResult& reading, const core::Catalogue& catalogue,
                                  const QDate& today);
/// Reminders of a reading as they are shown: "30 min before · Today, 17:00".
QString remindersText(const QStringList& reminders, const QDate& today);
/// When it will be due, with the weekday: "Fri 27 Nov, 09:00".
QString dueWithWeekday(const core::WallTime& due, const QDate& today);
/// The next days of a rule: "27 Dec, 27 Jan, 27 Feb"; empty: it does not repeat.
QString daysAfterwards(const core::QuickAddResult& reading, const QDate& today);

} // namespace glow::app
