#include "app/reminders/reminderupdate.h"

#include <QSet>

namespace glow::app {

using store::ReminderState;

namespace {

constexpr int daysToRemember = 60; // a mark may outlive its task, which may be restored

QSet<QString> keysOf(const ReminderState& state)
{
    QSet<QString> keys;
    for (const ReminderState::Entry& entry : state.tasks) {
        for (const core::Reminder& reminder : entry.task.reminders)
            keys.insert(store::reminderKey(entry.task, reminder));
    }
    return keys;
}

void forgetOldMarks(ReminderState& state, const QDateTime& now)
{
    const QSet<QString> keys = keysOf(state);
    const QDateTime oldest = now.addDays(-daysToRemember);
    state.marks.removeIf(
        [&](const auto& mark) { return !keys.contains(mark.key()) && mark.value().fired < oldest; });
}

} // namespace

/// Marks what is new and shall not fire any more.
void ReminderUpdate::passOver(ReminderState& state, const ReminderState::Entry& entry,
                              const QSet<QString>& known) const
{
    for (const core::Reminder& reminder : entry.task.reminders) {
        const QString key = store::reminderKey(entry.task, reminder);
        const QDateTime fire = state.fireTime(entry, reminder);
        if (!fire.isValid() || fire > now || known.contains(key) || state.marks.contains(key))
            continue;
        const bool couldNotKnow =
            by == By::Database && state.read.isValid() && fire > state.read && fire >= entry.task.updatedAt;
        if (!couldNotKnow)
            state.marks.insert(key, {fire, {}});
    }
}

void ReminderUpdate::apply(ReminderState& state) const
{
    const QSet<QString> known = keysOf(state);
    if (whole)
        state.tasks.clear();
    for (const QUuid& uid : gone)
        state.tasks.remove(uid);
    for (const ReminderState::Entry& entry : tasks) {
        if (entry.task.reminders.isEmpty()) {
            state.tasks.remove(entry.task.uid);
            continue;
        }
        state.tasks.insert(entry.task.uid, entry);
        passOver(state, entry, known);
    }
    if (whole)
        forgetOldMarks(state, now);
    if (by == By::Database)
        state.read = now;
}

} // namespace glow::app
