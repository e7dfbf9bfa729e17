#pragma once
#include "store/database.h"

#include <QDateTime>
#include <QJsonObject>
#include <QUuid>

namespace glow::store {

/// One entry of the history of a task: of the task itself, of a subtask, or of a link that it has or had.
struct HistoryRow {
    enum class Kind { Create, Update, Delete };
    qint64 id = 0;       ///< rises with time
    qint64 revision = 0; ///< entries of one transaction share it
    QString entity;      ///< task | task_tag | dependency | reminder
    QUuid uid;           ///< of the task, subtask or link
    Kind kind = Kind::Update;
    bool wasThere = false; ///< of a create: the row had been deleted before
    QJsonObject before;    ///< of an update: changed fields in the words of operations, due times as stored
    QJsonObject after;
    QUuid change; ///< null: another program
    QUuid client; ///< null: another program
    QString actor;
    QDateTime at;      ///< UTC
    QUuid other;       ///< the tag or the blocker of a link
    QString text;      ///< title of a subtask, value of a reminder (core::Reminder::fromText)
    QJsonObject names; ///< by uid of what the entry refers to: {"name", "there": bool}
    friend bool operator==(const HistoryRow&, const HistoryRow&) = default;
};

/// A task as it is now, from where its history goes back.
struct HistoryStart {
    QJsonObject values; ///< of all fields as `HistoryRow::before` has them
    bool isThere = false;
    bool adopted = false; ///< the database was another program's before
    QList<QUuid> tags;
    QList<QUuid> blockers;
    QStringList reminders; ///< values
    QJsonObject names;     ///< of tags, blockers and places, as in a row
};

namespace historysql {

/// At most `limit` entries, newest first, older than `before` (0: from the newest on); with the newest page
/// a second statement, the task as it is now. `tags`: all tags, whose links with this task leave no other
/// trace when they are gone. One message.
QString page(const QString& userId, const QUuid& task, const QList<QUuid>& tags, qint64 before, int limit);
QList<HistoryRow> readPage(const Rows& rows);
HistoryStart readStart(const Rows& rows); ///< of no row: a task that is neither there nor in the trash

} // namespace historysql
} // namespace glow::store
