#pragma once
#include "core/entities.h"
#include "core/reply.h"
#include "core/result.h"
#include "core/taskquery.h"
#include "store/countssql.h"
#include "store/historysql.h"
#include "store/taskquerysql.h"
#include "store/trashsql.h"

#include <QObject>

namespace glow::sync {
class DatabaseThread;
}

namespace glow::app {

/// Several pages of one view, read in one round trip, in the order asked.
struct Pages {
    quint64 generation = 0; ///< of the asker; drops late answers
    QList<core::PageRequest> requests;
    QList<QList<store::TaskRow>> rows;
    qint64 elapsedMicroseconds = 0;
};

/// The statements of several pages for one message, and their rows out of the answer.
QString pagesSql(const core::TaskQuery& query, const QList<core::PageRequest>& requests);
QList<QList<store::TaskRow>> readPages(const QList<store::Rows>& results);

struct TaskDetail {
    core::Task task;
    QList<core::Task> subtasks; ///< direct ones, in manual order
    QList<core::Task> blockers; ///< what it waits for, open ones first
};

struct TrashPage {
    QList<store::TrashRow> rows;
    qint64 total = 0; ///< of all pages
};

struct HistoryPage {
    QList<store::HistoryRow> rows;
    store::HistoryStart start; ///< with the newest page only
};

/// The one way in for values. Every call is one round trip on a worker; the future ends on that worker, so
/// use
/// `.then(this, …)`. GUI thread.
class Reader : public QObject {
    Q_OBJECT
public:
    Reader(sync::DatabaseThread& interactive, sync::DatabaseThread& background, QString userId,
           QObject* parent = nullptr);

    const QString& userId() const { return m_userId; }
    /// Due times of this workspace are stored in UTC (core::Catalogue); for queries and counts.
    bool dueInUtc() const { return m_dueInUtc; }
    void setDueInUtc(bool on) { m_dueInUtc = on; }

    core::Reply<core::Result<Pages>> pages(const core::TaskQuery& query,
                                           const QList<core::PageRequest>& requests, quint64 generation);
    core::Reply<core::Result<QList<core::Segment>>>
    outline(const core::TaskQuery& query); ///< background connection
    core::Reply<core::Result<std::optional<store::taskquerysql::Location>>>
    locate(const core::TaskQuery& query, const QUuid& uid);
    core::Reply<core::Result<TaskDetail>> detail(const QUuid& uid); ///< NotFound when it is gone
    /// Whose counts, and how due times are kept, the reader knows itself. Background connection.
    core::Reply<core::Result<core::Counts>> counts(store::countssql::Question question);
    core::Reply<core::Result<core::Catalogue>> catalogue();
    core::Reply<core::Result<TrashPage>> trash(const QString& search, qint64 before, int limit);
    /// `tags`, `before`: as in store::historysql::page.
    core::Reply<core::Result<HistoryPage>> history(const QUuid& task, const QList<QUuid>& tags, qint64 before,
                                                   int limit);
    /// Tasks whose timer runs; background connection.
    core::Reply<core::Result<QList<core::Task>>> timed();
    /// Recurring tasks that another program completed, a portion; background connection.
    core::Reply<core::Result<QList<core::Task>>> uncontinued();
    /// Days in a range on which open tasks are due, for a calendar; background connection.
    core::Reply<core::Result<QList<QDate>>> dueDays(const QDate& first, const QDate& last);
    /// Open tasks that remind on these days, and those of `also`; background connection.
    core::Reply<core::Result<QList<core::Task>>> reminding(const QDate& first, const QDate& last,
                                                           const QList<QUuid>& also);
    /// Tasks that have `tag` and lack `without`.
    core::Reply<core::Result<QList<QUuid>>> withTag(const QUuid& tag, const QUuid& without);
    /// Open tasks whose titles have these words, best first, a few.
    core::Reply<core::Result<QList<core::Task>>> suggestions(const QString& words);

private:
    sync::DatabaseThread& m_interactive;
    sync::DatabaseThread& m_background;
    QString m_userId;
    bool m_dueInUtc = false;
};

} // namespace glow::app
