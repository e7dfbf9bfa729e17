#include "store/backup/backup.h"

#include "store/backup/backupsql.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <algorithm>

namespace glow::store::backup {

using core::Result;

namespace {

constexpr int rowsPerFetch = 200;
// A table that is asked for its first rows may have to be sorted first, or waited for.
constexpr std::chrono::milliseconds deadline{120000};

bool isCancelled(const Watcher& watcher)
{
    return watcher.cancelled && watcher.cancelled();
}

core::Error cancelledError()
{
    return {core::ErrorKind::Cancelled,
            QCoreApplication::translate("Backup", "The backup was cancelled."),
            {},
            {}};
}

/// Ends a transaction that only read, or that must not stay.
class Transaction {
public:
    explicit Transaction(Database& database)
        : m_database(database)
    {}
    ~Transaction()
    {
        if (m_database.isOpen())
            m_database.run(QStringLiteral("rollback"));
    }
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

private:
    Database& m_database;
};

Result<qint64> writeTable(Database& database, const backupsql::Moment::Table& table, GzipWriter& file,
                          qint64 rowsBefore, const Watcher& watcher)
{
    if (const auto written = file.writeLine(backupfile::tableLine(table.name, table.columns)); !written)
        return written.error();
    QString sql = backupsql::openCursor(table.name) + QStringLiteral("; ");
    qint64 count = 0;
    for (;;) {
        if (isCancelled(watcher))
            return cancelledError();
        const Result<QList<Rows>> results = database.query(sql + backupsql::fetch(rowsPerFetch), deadline);
        if (!results)
            return results.error();
        const Rows rows = results->value(0);
        for (const Row& row : rows) {
            if (const auto written = file.writeLine(backupfile::rowLine(row.value(0).toString().toUtf8()));
                !written)
                return written.error();
        }
        count += rows.size();
        if (watcher.progressed)
            watcher.progressed(rowsBefore + count);
        if (rows.size() < rowsPerFetch)
            break;
        sql.clear();
    }
    const Result<QList<Rows>> closed = database.query(backupsql::closeCursor());
    return closed ? Result(count) : closed.error();
}

Result<void> writeAll(Database& database, const backupsql::Moment& moment, GzipWriter& file,
                      const Watcher& watcher)
{
    if (const auto opened = file.open(); !opened)
        return opened.error();
    if (const auto written = file.writeLine(backupfile::header(moment.info)); !written)
        return written.error();
    qint64 rows = 0;
    for (const backupsql::Moment::Table& table : moment.tables) {
        const Result<qint64> count = writeTable(database, table, file, rows, watcher);
        if (!count)
            return count.error();
        rows += *count;
    }
    for (const auto& [sequence, last] : moment.sequences) {
        if (const auto written = file.writeLine(backupfile::sequenceLine(sequence, last)); !written)
            return written.error();
    }
    if (const auto written = file.writeLine(backupfile::endLine(rows)); !written)
        return written.error();
    return file.finish();
}

/// Two in one second must not take the place of one another.
QString freePath(const QString& folder, QDateTime now, bool beforeRestore)
{
    for (;; now = now.addSecs(1)) {
        const QString path = QDir(folder).filePath(backupfile::name(now, beforeRestore));
        if (!QFileInfo::exists(path))
            return path;
    }
}

} // namespace

QString folderFor(const QString& dataDirectory, const QString& chosen)
{
    return chosen.isEmpty() ? QDir(dataDirectory).filePath(QStringLiteral("backups")) : chosen;
}

Result<BackupInfo> write(Database& database, const QString& folder, const core::Clock& clock,
                         bool beforeRestore, const Watcher& watcher)
{
    const Transaction transaction(database);
    const Result<QList<Rows>> begun = database.query(backupsql::beginReading(), deadline);
    if (!begun)
        return begun.error();
    backupsql::Moment moment = backupsql::readMoment(*begun);
    const QDateTime now = clock.now();
    moment.info.takenAt = now.toUTC();
    moment.info.day = now.date();
    moment.info.beforeRestore = beforeRestore;
    moment.info.path = freePath(folder, now, beforeRestore);
    GzipWriter::removeLeftovers(folder);
    GzipWriter file(moment.info.path);
    if (const Result<void> written = writeAll(database, moment, file, watcher); !written)
        return written.error();
    moment.info.bytes = QFileInfo(moment.info.path).size();
    return moment.info;
}

Result<Daily> writeDaily(Database& database, const QString& folder, const core::Clock& clock,
                         const Watcher& watcher)
{
    const QDate today = clock.today();
    QList<BackupInfo> all = backupfile::all(folder);
    const bool done = std::any_of(all.cbegin(), all.cend(), [today](const BackupInfo& each) {
        return !each.beforeRestore && each.day == today;
    });
    if (done)
        return Daily{Daily::Outcome::ThereAlready};
    const Result<QList<Rows>> state = database.query(backupsql::state());
    if (!state)
        return state.error();
    const BackupInfo now = backupsql::readMoment(*state).info;
    if (!all.isEmpty() && all.constFirst().change == now.change && all.constFirst().token == now.token)
        return Daily{Daily::Outcome::NothingNew};
    const Result<BackupInfo> written = write(database, folder, clock, false, watcher);
    if (!written)
        return written.error();
    all.prepend(*written);
    for (const BackupInfo& each : backupfile::superfluous(all, today))
        QFile::remove(each.path);
    return Daily{Daily::Outcome::Taken, *written};
}

} // namespace glow::store::backup
