#pragma once
#include "core/result.h"
#include "core/task.h"

#include <QHash>
#include <QMap>
#include <functional>

namespace glow::store {

/// What a computer knows of the reminders of one workspace, so that they fire without its database.
struct ReminderState {
    struct Entry {
        core::Task task;      ///< without its notes
        bool deleted = false; ///< here, and not stored yet: it may come back
        /// Where due times are stored in UTC, the zone in which `task.due` is to be read; else empty.
        QString readIn;
    };
    struct Mark {
        QDateTime fired;   ///< UTC
        QDateTime snoozed; ///< UTC, until when; invalid: it is done with
    };
    QHash<QUuid, Entry> tasks;
    QMap<QString, Mark> marks; ///< by `reminderKey`
    QDateTime read;            ///< UTC, when it was last in step with the database; invalid: never

    /// When a reminder of a task fires, or fires again; invalid: not any more.
    QDateTime fireTime(const Entry& entry, const core::Reminder& reminder) const;
};

/// The name of one firing. It is made of the wall clock, so that a journey does not repeat what has fired,
/// and of the due date, so that a task that is put off reminds again.
QString reminderKey(const core::Task& task, const core::Reminder& reminder);

/// The file `reminders/<name>.json` of a data directory (0600), which several programs may hold: each change
/// is made under a lock to what the file says now. Where it cannot be written the state stays in memory, so
/// that nothing fires twice. One thread at a time, a worker.
class ReminderFile {
public:
    ReminderFile(const QString& dataDirectory, const QString& name);

    struct Outcome {
        ReminderState state;
        std::optional<core::Error> error; ///< it could not be read (and was set aside), or not be written
    };
    Outcome read();
    /// Writes when `change` returns true.
    Outcome update(const std::function<bool(ReminderState&)>& change);
    static void remove(const QString& dataDirectory, const QString& name);

private:
    Outcome load();

    QString m_directory;
    QString m_path;
    std::optional<ReminderState> m_unsaved;
};

} // namespace glow::store
