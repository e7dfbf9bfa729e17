#pragma once
#include "store/backup/backupfile.h"
#include "store/database.h"

namespace glow::store::backupsql {

/// Where the newest change stands: number and token, as in BackupInfo.
QString state();
/// Begins a transaction that sees one moment. Results: see `readMoment`.
QString beginReading();
struct Moment {
    BackupInfo info; ///< what the database says of it
    struct Table {
        QString name;       ///< "glowlist.list"
        QByteArray columns; ///< JSON array
    };
    QList<Table> tables;
    QList<std::pair<QString, qint64>> sequences;
};
Moment readMoment(const QList<Rows>& results);
QString openCursor(const QString& table);
QString fetch(int rows);
QString closeCursor();

/// Begins a transaction that writes without triggers and foreign keys, and empties what a backup holds.
QString beginWriting();
QString insert(const QString& table, const QStringList& columns, const QByteArray& rows);
QString setSequence(const QString& sequence, qint64 last);
/// A number and token that no program has seen, so that each reads everything anew.
QString drawRevision();

/// Rows: how many are not here, and how many are here but differ.
QString compare(const QString& table, const QString& uidColumn, const QByteArray& rows);
QString count(const QString& table);

} // namespace glow::store::backupsql
