#pragma once
#include "store/database.h"

#include <QDateTime>
#include <QUuid>

namespace glow::store {

/// What was deleted at once: a task with its subtasks, or a list with its tasks. Tables `glowlist.trash`.
struct TrashRow {
    qint64 id = 0; ///< rises with the time of deletion
    QUuid uid;
    bool isList = false;
    QString title;
    QString priority; ///< as stored
    bool completed = false;
    QUuid list;        ///< where the task stood; null: the Inbox
    QString listName;  ///< of a list that is there or in the trash; empty: the Inbox, or it is gone for good
    QString colour;    ///< of that list, or of the list that was deleted
    QDateTime deleted; ///< UTC
    QUuid client;      ///< null: another program
    QString actor;
    qint64 below = 0; ///< subtasks, or tasks of the list, that went with it
    friend bool operator==(const TrashRow&, const TrashRow&) = default;
};

namespace trashsql {

/// At most `limit` rows of this user, newest first, older than `before` (0: from the newest on). With words
/// to search for, every task and list whose name has them, also below another that went with it. Two
/// statements: the rows, and how many there are in all.
QString page(const QString& userId, const QString& search, qint64 before, int limit);
QList<TrashRow> readPage(const Rows& rows);
/// Forgets for good what this user has in the trash up to a row, with the tags and links that went along.
QString empty(const QString& userId, qint64 through);

} // namespace trashsql
} // namespace glow::store
