#pragma once
#include "core/walltime.h"

#include <QDateTime>
#include <QJsonObject>
#include <QUuid>

namespace glow::core {

/// When a task is called to mind: at a time on the wall clock, or so many minutes before it is due.
struct Reminder {
    QUuid uid;
    std::optional<WallTime> at; ///< of the computer that reminds: it floats
    int before = 0;             ///< minutes, where `at` is absent; 0: when the task is due

    static Reminder atTime(const WallTime& time) { return {{}, time, 0}; }
    static Reminder beforeDue(int minutes) { return {{}, {}, minutes}; }
    /// Of "YYYY-MM-DDTHH:MM", "YYYY-MM-DD", or a duration before the due time: "-PT30M", "-P1D".
    static std::optional<Reminder> fromText(QStringView text);
    /// As glowlist.reminder_value prints it: as above, always in minutes. Two of a task have two names.
    QString value() const;
    QString toText() const; ///< for people and scripts: "-PT1H30M", "-P1D", "2026-11-27T09:00"

    bool sameTime(const Reminder& other) const { return at == other.at && before == other.before; }
    friend bool operator==(const Reminder&, const Reminder&) = default;
};

/// The order of a task's reminders: before the due time the earliest first, then those at a time.
bool comesBefore(const Reminder& a, const Reminder& b);

/// The uid of a reminder of this task: v5 of the task and "reminder:" + its value.
QUuid reminderUid(const QUuid& task, const Reminder& reminder);
/// Fields of an operation on a reminder, and a reminder from them.
QJsonObject reminderFields(const QUuid& task, const Reminder& reminder);
Reminder reminderFromFields(const QUuid& uid, const QJsonObject& fields);

/// From this hour of a day without a time reminders count: "1 day before" Friday is Thursday, 09:00.
inline constexpr int morningHour = 9;

/// The instant (UTC) at which a reminder fires; invalid where it hangs on a due date that the task has not.
/// `dueZone` is the task's, empty where its due time floats; `here` the zone of this computer (empty: as it
/// is now). Whole days before are counted on the calendar, hours and minutes as they pass, so that "1 day
/// before" keeps its time of day across a change of the clocks and "30 min before" is never after the due
/// time. A time that a change skips is the one after the gap, of one that comes twice the first.
QDateTime fireTime(const Reminder& reminder, const std::optional<WallTime>& due, const QString& dueZone = {},
                   const QString& here = {});

} // namespace glow::core
