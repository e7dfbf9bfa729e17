#pragma once
#include "store/migrations/migrator.h"

namespace glow::store {

/// Held on the session while migrating. Polled, since a blocking wait deadlocks with CREATE INDEX
/// CONCURRENTLY.
class MigrationLock {
public:
    explicit MigrationLock(Database& database);
    ~MigrationLock();
    MigrationLock(const MigrationLock&) = delete;
    MigrationLock& operator=(const MigrationLock&) = delete;

    /// Waits while another program holds it, half an hour at most.
    core::Result<void> acquire(const Migrator::Watcher& watcher);

private:
    Database& m_database;
    bool m_held = false;
};

/// ErrorKind::Cancelled when the watcher asks for it.
core::Result<void> goOn(const Migrator::Watcher& watcher);
/// Tells the watcher that it takes longer, and waits a moment.
core::Result<void> waitForOthers(const Migrator::Watcher& watcher, const QString& sentence);

} // namespace glow::store
