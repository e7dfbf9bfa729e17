#pragma once
#include "core/clock.h"
#include "store/backup/backupfile.h"
#include "store/database.h"

#include <functional>

namespace glow::store::backup {

/// What a caller wants to hear and say meanwhile; both may be empty.
struct Watcher {
    std::function<void(qint64 rows)> progressed = {};
    std::function<bool()> cancelled = {};
};

/// The folder of the settings, or the one in the data directory where none was chosen.
QString folderFor(const QString& dataDirectory, const QString& chosen);

/// Writes everything in the database as it stands at one moment into a new file of the folder, in portions. A
/// file is whole or not there. Worker threads only, as all below.
core::Result<BackupInfo> write(Database& database, const QString& folder, const core::Clock& clock,
                               bool beforeRestore = false, const Watcher& watcher = {});
struct Daily {
    enum class Outcome { Taken, ThereAlready, NothingNew };
    Outcome outcome = Outcome::Taken;
    BackupInfo info = {}; ///< when taken
};
/// The backup of the day, unless today has one or nothing has changed since the newest. Removes those that
/// have become too many.
core::Result<Daily> writeDaily(Database& database, const QString& folder, const core::Clock& clock,
                               const Watcher& watcher = {});

/// What restoring would change in the database as it is.
struct Difference {
    struct Count {
        qint64 back = 0;    ///< in the backup, not here
        qint64 changed = 0; ///< in both, not the same
        qint64 gone = 0;    ///< here, not in the backup
        bool any() const { return back + changed + gone > 0; }
    };
    Count tasks;
    Count lists;
};
/// Also reads the whole file, so that a damaged one is told.
core::Result<Difference> compare(Database& database, const QString& path, const Watcher& watcher = {});
/// Reads the whole file.
core::Result<BackupInfo> verify(const QString& path, const Watcher& watcher = {});

/// Puts the backup in the place of everything in the database, all or nothing. It is whole, of the schema's
/// revision, and the role is a superuser. Programs that have the database open read it anew.
core::Result<void> replace(Database& database, const QString& path, const Watcher& watcher = {});
/// The same into an empty database, for which the schema is made first: that of the backup, then brought up
/// to date.
core::Result<void> fill(Database& database, const QString& path, const Watcher& watcher = {});
/// The backup in the place of what is there; what is there is backed up first. Answers that backup. One of an
/// older schema goes through a database of its own beside this one, which `elsewhere` opens by name.
core::Result<BackupInfo>
restore(Database& database, const QString& path, const QString& folder, const core::Clock& clock,
        const std::function<core::Result<void>(Database&, const QString& name)>& elsewhere,
        const Watcher& watcher = {});

} // namespace glow::store::backup
