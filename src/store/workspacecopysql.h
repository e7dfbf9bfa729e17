#pragma once
#include "store/database.h"

#include <QHash>
#include <QStringList>
#include <QUuid>

namespace glow::store::copysql {

/// What a workspace holds, to be copied.
struct Amount {
    qint64 tasks = 0; ///< done ones too
    qint64 lists = 0; ///< archived ones too
    qint64 tags = 0;
    friend bool operator==(const Amount&, const Amount&) = default;
};

/// The source as it stands when the copy begins.
struct Source {
    QUuid token; ///< of the database
    Amount amount;
    QStringList columns; ///< of public.tasks
    qint64 lastHistory = 0;
    bool dueInUtc = false; ///< due times are stored in UTC
};

/// The target, and what it has of this source already.
struct Target {
    QUuid token;
    QHash<QString, QUuid> tags; ///< by their names, case folded
    QStringList columns;
    qint64 historyThrough = 0; ///< of the source, copied before
    QUuid unfinished;          ///< the group of a copy that was cut short; null: none
    bool dueInUtc = false;
};

QString amount(const QString& userId);
Amount readAmount(const Rows& rows);

/// Begins the reading transaction, in which everything is read as of one moment; ends with the connection.
QString beginSource(const QString& userId);
Source readSource(const QList<Rows>& results);
QString target(const QUuid& sourceToken, const QString& sourceUser, const QString& userId);
Target readTarget(const QList<Rows>& results);

/// Results: lists and sections (entity, row as JSON; parents first), then tags (uid, name, row as JSON), and
/// how much of the target's history the source has been given (`readKnown`). Leaves three cursors open.
QString openCursors(const QString& userId, const QUuid& targetToken, const QString& targetUser,
                    qint64 historyAfter);
qint64 readKnown(const QList<Rows>& results);
/// Rows: uid, row as JSON, uids of its tags joined by commas. Parents first.
QString fetchTasks(int count);
/// Rows: uid, the task that waits, the task that it waits for.
QString fetchDependencies(int count);
/// Rows: entity, uid, entry as JSON, and of a task's tag the task and the tag.
QString fetchHistory(int count);

QString copyIn(const QByteArray& request); ///< `select glowlist.copy_in('…')`
/// The changes of one copy, in the order in which they were made.
QString changesOf(const QUuid& group);

} // namespace glow::store::copysql
