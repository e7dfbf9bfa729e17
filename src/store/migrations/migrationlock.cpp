#include "store/migrations/migrationlock.h"

#include "store/migrations/migrationsql.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QThread>

namespace glow::store {

using core::Error;
using core::ErrorKind;
using core::Result;

namespace {

constexpr std::chrono::minutes patience{30};
constexpr unsigned long pauseMilliseconds = 200;

} // namespace

MigrationLock::MigrationLock(Database& database)
    : m_database(database)
{}

MigrationLock::~MigrationLock()
{
    if (m_held && m_database.isOpen())
        m_database.run(QStringLiteral("select pg_advisory_unlock(%1)").arg(migrationsql::lockKey));
}

Result<void> MigrationLock::acquire(const Migrator::Watcher& watcher)
{
    const QDeadlineTimer end(patience);
    while (!end.hasExpired()) {
        if (const Result<void> wanted = goOn(watcher); !wanted)
            return wanted;
        const auto answer =
            m_database.query(QStringLiteral("select pg_try_advisory_lock(%1)").arg(migrationsql::lockKey));
        if (!answer)
            return answer.error();
        m_held = answer->value(0).value(0).value(0).toBool();
        if (m_held)
            return {};
        const Result<void> waited = waitForOthers(
            watcher, QCoreApplication::translate(
                         "Migrator", "Another program is migrating this database; waiting for it…"));
        if (!waited)
            return waited;
    }
    return Error{ErrorKind::Migration,
                 QCoreApplication::translate(
                     "Migrator", "Another program is migrating this database. Try again when it is done.")};
}

Result<void> goOn(const Migrator::Watcher& watcher)
{
    if (!watcher.cancelled || !watcher.cancelled())
        return {};
    return Error{ErrorKind::Cancelled,
                 QCoreApplication::translate("Migrator", "The migration was cancelled between two steps.")};
}

Result<void> waitForOthers(const Migrator::Watcher& watcher, const QString& sentence)
{
    if (watcher.waiting)
        watcher.waiting(sentence);
    QThread::msleep(pauseMilliseconds);
    return goOn(watcher);
}

} // namespace glow::store
