#pragma once
#include "core/result.h"
#include "store/backup/gzipfile.h"

#include <QDateTime>
#include <QUuid>

namespace glow::store {

/// A backup as its name and its first line tell.
struct BackupInfo {
    QString path;
    qint64 bytes = 0;
    bool beforeRestore = false; ///< taken because another was about to be restored, not by the day
    QDateTime takenAt;          ///< UTC
    QDate day;                  ///< on the wall clock of the computer that took it
    QString revision;           ///< of the schema
    qint64 change = 0;          ///< number of the last change in it, and the token that belongs to it
    QUuid token;
    qint64 tasks = 0;
    qint64 done = 0; ///< of the tasks
    qint64 lists = 0;
    qint64 tags = 0;
    qint64 trash = 0;
};

/// A backup is gzipped text, one JSON object a line, so that other programs can read it: a header; for each
/// table
/// {"table", "columns"} and then {"row"} as to_jsonb prints it; {"sequence", "last"}; {"end"} with the number
/// of rows.
namespace backupfile {

/// "glowlist-2026-11-24-201512.jsonl.gz", by the wall clock.
QString name(const QDateTime& now, bool beforeRestore);
QByteArray header(const BackupInfo& info);
QByteArray tableLine(const QString& table, const QByteArray& columns);
QByteArray rowLine(const QByteArray& row);
QByteArray sequenceLine(const QString& sequence, qint64 last);
QByteArray endLine(qint64 rows);

struct Line {
    enum class Kind { Table, Row, Sequence, End };
    Kind kind = Kind::End;
    QString name;        ///< of the table or sequence
    QStringList columns; ///< of the table
    QByteArray row;      ///< JSON
    qint64 number = 0;   ///< of the sequence; rows at the end
};

/// Reads one from beginning to end; it is damaged where a line is no line of a backup or the end is missing.
class Reader {
public:
    explicit Reader(const QString& path);
    core::Result<BackupInfo> open();
    core::Result<Line> next(); ///< Line::Kind::End once, at the end

private:
    core::Error damaged() const;

    QString m_path;
    GzipReader m_lines;
    qint64 m_rows = 0;
};

/// All whole backups in a folder, newest first. What cannot be read is left out.
QList<BackupInfo> all(const QString& folder);
/// Which to remove: but the newest of each of the 14 last days that have one, and of what is older the newest
/// of each of the 6 last months. One taken before restoring stays 14 days.
QList<BackupInfo> superfluous(const QList<BackupInfo>& newestFirst, const QDate& today);

} // namespace backupfile
} // namespace glow::store
