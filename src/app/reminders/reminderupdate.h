#pragma once
#include "store/reminderfile.h"

#include <QSet>

namespace glow::app {

/// What becomes known of the reminders of a workspace. No I/O, any thread.
///
/// A reminder that is new and lies in the past fires late when nobody here could know of it in time. It is
/// passed over where a person set it to the past, which the task's last change shows, and when this computer
/// sees the workspace for the first time.
struct ReminderUpdate {
    enum class By { Here, Database };
    QList<store::ReminderState::Entry> tasks; ///< as they are now
    QList<QUuid> gone;
    bool whole = false; ///< there are no other tasks
    By by = By::Database;
    QDateTime now; ///< UTC

    void apply(store::ReminderState& state) const;

private:
    void passOver(store::ReminderState& state, const store::ReminderState::Entry& entry,
                  const QSet<QString>& known) const;
};

} // namespace glow::app
