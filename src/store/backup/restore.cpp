#include "store/backup/backup.h"
#include "store/backup/backupsql.h"
#include "store/migrations/migrator.h"
#include "store/sqltext.h"

#include <QCoreApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace glow::store::backup {

using backupfile::Line;
using core::Result;

namespace {

constexpr qsizetype bytesPerStatement = 1024 * 1024;
constexpr qsizetype rowsPerStatement = 2000;
constexpr std::chrono::milliseconds deadline{120000};
const QString scratchName = QStringLiteral("glowlist_restore");

core::Error error(core::ErrorKind kind, const QString& message)
{
    return {kind, message, {}, {}};
}

core::Error cancelledError()
{
    return error(core::ErrorKind::Cancelled,
                 QCoreApplication::translate("Backup", "The restoring was cancelled."));
}

/// What is done with each portion of a table's rows, a JSON array.
using TakeRows = std::function<Result<void>(const Line& table, const QByteArray& rows, qsizetype count)>;
using TakeSequence = std::function<Result<void>(const Line& sequence)>;

/// Reads a backup to its end, in portions.
class Portions {
public:
    Portions(TakeRows rows, TakeSequence sequence, const Watcher& watcher)
        : m_takeRows(std::move(rows))
        , m_takeSequence(std::move(sequence))
        , m_watcher(watcher)
    {}

    Result<BackupInfo> read(const QString& path);

private:
    Result<void> take(const Line& line);
    Result<void> flush();

    TakeRows m_takeRows;
    TakeSequence m_takeSequence;
    const Watcher& m_watcher;
    Line m_table;
    QByteArray m_rows;
    qsizetype m_count = 0;
    qint64 m_done = 0;
};

Result<BackupInfo> Portions::read(const QString& path)
{
    backupfile::Reader reader(path);
    Result<BackupInfo> info = reader.open();
    if (!info)
        return info;
    for (;;) {
        const Result<Line> line = reader.next();
        if (!line)
            return line.error();
        if (const Result<void> taken = take(*line); !taken)
            return taken.error();
        if (line->kind == Line::Kind::End)
            return info;
    }
}

Result<void> Portions::take(const Line& line)
{
    if (line.kind == Line::Kind::Row) {
        m_rows += (m_count == 0 ? '[' : ',') + line.row;
        ++m_count;
        return m_count == rowsPerStatement || m_rows.size() > bytesPerStatement ? flush() : Result<void>();
    }
    if (const Result<void> flushed = flush(); !flushed)
        return flushed;
    if (line.kind == Line::Kind::Table)
        m_table = line;
    return line.kind == Line::Kind::Sequence && m_takeSequence ? m_takeSequence(line) : Result<void>();
}

Result<void> Portions::flush()
{
    if (m_watcher.cancelled && m_watcher.cancelled())
        return cancelledError();
    if (m_count == 0)
        return {};
    m_done += m_count;
    Result<void> taken;
    if (m_takeRows)
        taken = m_takeRows(m_table, m_rows + ']', m_count);
    m_rows.clear();
    m_count = 0;
    if (m_watcher.progressed)
        m_watcher.progressed(m_done);
    return taken;
}

Result<void> ask(Database& database, const QString& sql)
{
    const Result<QList<Rows>> done = database.query(sql, deadline);
    return done ? Result<void>() : done.error();
}

/// Within a transaction that `beginWriting` began.
Result<void> load(Database& database, const QString& path, const Watcher& watcher)
{
    const TakeRows rows = [&database](const Line& table, const QByteArray& json, qsizetype) {
        return ask(database, backupsql::insert(table.name, table.columns, json));
    };
    const TakeSequence sequence = [&database](const Line& line) {
        return ask(database, backupsql::setSequence(line.name, line.number));
    };
    const Result<BackupInfo> read = Portions(rows, sequence, watcher).read(path);
    return read ? Result<void>() : read.error();
}

Result<void> loadWhole(Database& database, const QString& path, const QString& lastly, const Watcher& watcher)
{
    Result<void> done = ask(database, backupsql::beginWriting());
    if (done)
        done = load(database, path, watcher);
    if (done)
        done = ask(database, lastly + QStringLiteral("commit"));
    if (!done && database.isOpen())
        database.run(QStringLiteral("rollback"));
    if (done)
        database.run(QStringLiteral("analyze"), deadline); // good plans from the beginning
    return done;
}

core::Error tooNew()
{
    return error(core::ErrorKind::Migration,
                 QCoreApplication::translate(
                     "Backup", "This backup was made by a newer Glowlist. Install that, then restore it."));
}

/// A database for a moment, gone with the object.
class Scratch {
public:
    explicit Scratch(Database& database)
        : m_database(database)
    {}
    ~Scratch()
    {
        if (m_database.isOpen())
            m_database.run(dropSql());
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    Result<void> create()
    {
        if (const Result<void> dropped = ask(m_database, dropSql()); !dropped)
            return dropped; // what a killed restore has left
        return ask(m_database, QStringLiteral("create database %1 template template0").arg(scratchName));
    }

private:
    static QString dropSql()
    {
        return QStringLiteral("drop database if exists %1 with (force)").arg(scratchName);
    }
    Database& m_database;
};

/// The backup as the newest schema would have written it.
Result<QString> modernised(Database& database, const QString& path, const QTemporaryDir& folder,
                           const core::Clock& clock,
                           const std::function<Result<void>(Database&, const QString&)>& elsewhere,
                           const Watcher& watcher)
{
    Scratch scratch(database);
    if (const Result<void> made = scratch.create(); !made)
        return made.error();
    Database beside;
    Result<void> done = elsewhere(beside, scratchName);
    if (done)
        done = fill(beside, path, watcher);
    const Result<BackupInfo> written =
        done ? write(beside, folder.path(), clock, false, watcher) : Result<BackupInfo>(done.error());
    beside.close();
    return written ? Result(written->path) : written.error();
}

} // namespace

Result<BackupInfo> verify(const QString& path, const Watcher& watcher)
{
    return Portions({}, {}, watcher).read(path);
}

Result<Difference> compare(Database& database, const QString& path, const Watcher& watcher)
{
    Difference difference;
    const auto countOf = [&difference](const QString& table) -> Difference::Count* {
        return table == u"public.tasks"    ? &difference.tasks
               : table == u"glowlist.list" ? &difference.lists
                                           : nullptr;
    };
    const TakeRows rows = [&](const Line& table, const QByteArray& json, qsizetype size) -> Result<void> {
        Difference::Count* count = countOf(table.name);
        if (!count)
            return {};
        const QString uid =
            table.name == u"public.tasks" ? QStringLiteral("glow_uid") : QStringLiteral("uid");
        const Result<QList<Rows>> found = database.query(backupsql::compare(table.name, uid, json), deadline);
        if (!found)
            return found.error();
        const Row row = found->value(0).value(0);
        count->back += row.value(0).toLongLong();
        count->changed += row.value(1).toLongLong();
        count->gone -= size - row.value(0).toLongLong(); // in both
        return {};
    };
    const Result<BackupInfo> read = Portions(rows, {}, watcher).read(path);
    if (!read)
        return read.error();
    for (const QString& table : {QStringLiteral("public.tasks"), QStringLiteral("glowlist.list")}) {
        const Result<QList<Rows>> here = database.query(backupsql::count(table), deadline);
        if (!here)
            return here.error();
        countOf(table)->gone += here->value(0).value(0).value(0).toLongLong();
    }
    return difference;
}

Result<void> replace(Database& database, const QString& path, const Watcher& watcher)
{
    return loadWhole(database, path, backupsql::drawRevision() + QStringLiteral("; "), watcher);
}

Result<void> fill(Database& database, const QString& path, const Watcher& watcher)
{
    const Result<BackupInfo> info = backupfile::Reader(path).open();
    if (!info)
        return info.error();
    const Result<QList<Migration>> migrations = embeddedMigrations();
    if (!migrations)
        return migrations.error();
    if (info->revision > migrations->constLast().revision)
        return tooNew();
    Migrator migrator(database, *migrations);
    Result<void> done = migrator.upgrade(info->revision);
    if (done)
        done = loadWhole(database, path, {}, watcher);
    return done ? migrator.upgrade() : done;
}

Result<BackupInfo> restore(Database& database, const QString& path, const QString& folder,
                           const core::Clock& clock,
                           const std::function<Result<void>(Database&, const QString&)>& elsewhere,
                           const Watcher& watcher)
{
    const Result<BackupInfo> info = verify(path, watcher);
    if (!info)
        return info;
    const Result<QList<Migration>> migrations = embeddedMigrations();
    if (!migrations)
        return migrations.error();
    // Tables of a newer schema would be emptied, and not be filled again.
    const Result<Migrator::State> state = Migrator(database, *migrations).state();
    if (!state)
        return state.error();
    if (state->newerThanProgram)
        return error(
            core::ErrorKind::Migration,
            QCoreApplication::translate(
                "Backup", "The database belongs to a newer Glowlist. Restore the backup with that."));
    const QString head = migrations->constLast().revision;
    if (info->revision > head)
        return tooNew();
    const QTemporaryDir work;
    QString source = path;
    if (info->revision < head) {
        const Result<QString> modern = modernised(database, path, work, clock, elsewhere, watcher);
        if (!modern)
            return modern.error();
        source = *modern;
    }
    const Result<BackupInfo> before = write(database, folder, clock, true, watcher);
    if (!before)
        return before;
    const Result<void> done = replace(database, source, watcher);
    return done ? before : Result<BackupInfo>(done.error());
}

} // namespace glow::store::backup
