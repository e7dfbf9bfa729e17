#include "app/reader.h"

#include "core/clock.h"
#include "store/remindersql.h"
#include "sync/databasethread.h"

#include <QCoreApplication>

namespace glow::app {

using core::Reply;
using core::Result;
using store::Database;
using store::Rows;
namespace sql = store::taskquerysql;

namespace {

// An outline or a count over a million unindexed rows may take a while on a small server; nobody waits for
// it.
constexpr std::chrono::milliseconds backgroundDeadline{60000};
constexpr int mostSuggestions = 8;
// Nobody looks while nobody is there.
constexpr auto fresh = sync::DatabaseThread::When::SomebodyIsThere;

core::TaskQuery subtasksOf(const QString& userId, const QUuid& parent)
{
    core::TaskQuery query;
    query.userId = userId;
    query.scope = core::Scope::Subtasks;
    query.scopeUid = parent;
    query.withCompleted = true;
    query.sort = core::SortField::Manual;
    return query;
}

Result<Rows> onlyResult(Database& database, const QString& statement,
                        std::chrono::milliseconds deadline = Database::readDeadline)
{
    Result<QList<Rows>> results = database.query(statement, deadline);
    if (!results)
        return results.error();
    return results->isEmpty() ? Rows() : results->takeFirst();
}

QList<core::Task> tasksOf(const Rows& rows)
{
    QList<core::Task> tasks;
    for (const store::TaskRow& row : sql::readPage(rows))
        tasks.append(row.task);
    return tasks;
}

Result<TaskDetail> readDetail(const QList<Rows>& results)
{
    const QList<store::TaskRow> found =
        results.isEmpty() ? QList<store::TaskRow>() : sql::readPage(results.constFirst());
    if (found.isEmpty())
        return core::Error{core::ErrorKind::NotFound,
                           QCoreApplication::translate("Reader", "This task does not exist any more.")};
    return TaskDetail{found.constFirst().task, tasksOf(results.value(1)), tasksOf(results.value(2))};
}

} // namespace

QString pagesSql(const core::TaskQuery& query, const QList<core::PageRequest>& requests)
{
    QStringList statements;
    for (const core::PageRequest& request : requests)
        statements.append(sql::page(query, request));
    return statements.join(QStringLiteral("; "));
}

QList<QList<store::TaskRow>> readPages(const QList<Rows>& results)
{
    QList<QList<store::TaskRow>> pages;
    for (const Rows& rows : results)
        pages.append(sql::readPage(rows));
    return pages;
}

Reader::Reader(sync::DatabaseThread& interactive, sync::DatabaseThread& background, QString userId,
               QObject* parent)
    : QObject(parent)
    , m_interactive(interactive)
    , m_background(background)
    , m_userId(std::move(userId))
{}

Reply<Result<Pages>> Reader::pages(const core::TaskQuery& query, const QList<core::PageRequest>& requests,
                                   quint64 generation)
{
    return m_interactive.run(fresh, [query, requests, generation](Database& database) -> Result<Pages> {
        const store::Answer answer = database.run(pagesSql(query, requests));
        if (answer.error)
            return *answer.error;
        return Pages{generation, requests, readPages(answer.results), answer.elapsedMicroseconds};
    });
}

Reply<Result<QList<core::Segment>>> Reader::outline(const core::TaskQuery& query)
{
    return m_background.run(fresh, [query](Database& database) -> Result<QList<core::Segment>> {
        const Result<Rows> rows = onlyResult(database, sql::outline(query), backgroundDeadline);
        if (!rows)
            return rows.error();
        return sql::readOutline(*rows);
    });
}

Reply<Result<std::optional<sql::Location>>> Reader::locate(const core::TaskQuery& query, const QUuid& uid)
{
    return m_interactive.run(fresh, [query, uid](Database& database) -> Result<std::optional<sql::Location>> {
        const Result<Rows> rows = onlyResult(database, sql::locate(query, uid));
        if (!rows)
            return rows.error();
        return sql::readLocation(*rows);
    });
}

Reply<Result<TaskDetail>> Reader::detail(const QUuid& uid)
{
    return m_interactive.run(fresh, [userId = m_userId, uid](Database& database) -> Result<TaskDetail> {
        core::PageRequest all;
        all.limit = 500;
        const Result<QList<Rows>> results = database.query(
            sql::one(userId, uid) + QStringLiteral("; ") + sql::page(subtasksOf(userId, uid), all) +
            QStringLiteral("; ") + sql::blockersOf(userId, uid));
        if (!results)
            return results.error();
        return readDetail(*results);
    });
}

Reply<Result<core::Counts>> Reader::counts(store::countssql::Question question)
{
    question.userId = m_userId;
    question.dueInUtc = m_dueInUtc;
    return m_background.run(fresh, [question](Database& database) -> Result<core::Counts> {
        const Result<Rows> rows =
            onlyResult(database, store::countssql::counts(question), backgroundDeadline);
        if (!rows)
            return rows.error();
        return store::countssql::readCounts(*rows);
    });
}

Reply<Result<QList<core::Task>>> Reader::timed()
{
    return m_background.run(fresh, [userId = m_userId](Database& database) -> Result<QList<core::Task>> {
        const Result<Rows> rows = onlyResult(database, sql::timed(userId), backgroundDeadline);
        if (!rows)
            return rows.error();
        return tasksOf(*rows);
    });
}

Reply<Result<QList<core::Task>>> Reader::uncontinued()
{
    return m_background.run(fresh, [userId = m_userId](Database& database) -> Result<QList<core::Task>> {
        const Result<Rows> rows = onlyResult(database, sql::uncontinued(userId), backgroundDeadline);
        if (!rows)
            return rows.error();
        return tasksOf(*rows);
    });
}

Reply<Result<QList<QDate>>> Reader::dueDays(const QDate& first, const QDate& last)
{
    return m_background.run(
        fresh,
        [userId = m_userId, first, last,
         utcZone = m_dueInUtc ? core::Clock::zone() : QString()](Database& database) -> Result<QList<QDate>> {
            const Result<Rows> rows =
                onlyResult(database, sql::dueDays(userId, first, last, utcZone), backgroundDeadline);
            if (!rows)
                return rows.error();
            QList<QDate> days;
            for (const store::Row& row : *rows)
                days.append(QDate::fromString(row.value(0).toString(), Qt::ISODate));
            return days;
        });
}

Reply<Result<QList<core::Task>>> Reader::reminding(const QDate& first, const QDate& last,
                                                   const QList<QUuid>& also)
{
    const QString statement = store::remindersql::between(m_userId, first, last, also);
    return m_background.run(fresh, [statement](Database& database) -> Result<QList<core::Task>> {
        const Result<Rows> rows = onlyResult(database, statement, backgroundDeadline);
        if (!rows)
            return rows.error();
        return store::remindersql::readTasks(*rows);
    });
}

Reply<Result<core::Catalogue>> Reader::catalogue()
{
    return m_interactive.run(fresh, [userId = m_userId](Database& database) -> Result<core::Catalogue> {
        const Result<Rows> rows = onlyResult(database, store::countssql::catalogue(userId));
        if (!rows)
            return rows.error();
        return store::countssql::readCatalogue(*rows);
    });
}

Reply<Result<TrashPage>> Reader::trash(const QString& search, qint64 before, int limit)
{
    return m_interactive.run(
        fresh, [userId = m_userId, search, before, limit](Database& database) -> Result<TrashPage> {
            const Result<QList<Rows>> results =
                database.query(store::trashsql::page(userId, search, before, limit), backgroundDeadline);
            if (!results)
                return results.error();
            return TrashPage{store::trashsql::readPage(results->value(0)),
                             results->value(1).value(0).value(0).toLongLong()};
        });
}

Reply<Result<HistoryPage>> Reader::history(const QUuid& task, const QList<QUuid>& tags, qint64 before,
                                           int limit)
{
    return m_interactive.run(
        fresh, [userId = m_userId, task, tags, before, limit](Database& database) -> Result<HistoryPage> {
            const Result<QList<Rows>> results =
                database.query(store::historysql::page(userId, task, tags, before, limit));
            if (!results)
                return results.error();
            return HistoryPage{store::historysql::readPage(results->value(0)),
                               store::historysql::readStart(results->value(1))};
        });
}

Reply<Result<QList<QUuid>>> Reader::withTag(const QUuid& tag, const QUuid& without)
{
    return m_interactive.run(
        fresh, [userId = m_userId, tag, without](Database& database) -> Result<QList<QUuid>> {
            const Result<Rows> rows = onlyResult(database, sql::withTag(userId, tag, without));
            if (!rows)
                return rows.error();
            QList<QUuid> uids;
            for (const store::Row& row : *rows)
                uids.append(QUuid(row.value(0).toString()));
            return uids;
        });
}

Reply<Result<QList<core::Task>>> Reader::suggestions(const QString& words)
{
    core::TaskQuery query;
    query.userId = m_userId;
    query.scope = core::Scope::Search;
    query.search = words;
    query.sort = core::SortField::Match;
    core::PageRequest some;
    some.limit = mostSuggestions;
    return m_interactive.run(fresh, [query, some](Database& database) -> Result<QList<core::Task>> {
        const Result<Rows> rows = onlyResult(database, sql::page(query, some));
        if (!rows)
            return rows.error();
        return tasksOf(*rows);
    });
}

} // namespace glow::app
