// Round trips and milliseconds of what a person does, on a line with 80 ms round trip to the stand-in for
// Neon, beside QSqlTableModel doing the same in the same run; pooled and direct. Prints the table of the
// README. Usage: bench_roundtrips [milliseconds of a round trip] [tasks], 80 and 1,000 unless told.
#include "app/workspace.h"
#include "core/uid.h"
#include "support/builders.h"
#include "support/neonstandin.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlTableModel>
#include <QTemporaryDir>
#include <QtTest>
#include <cstdio>

using namespace glow;
using core::Entity;
using core::Verb;
using tests::operation;

namespace {

struct Cell {
    int roundTrips = 0;
    qint64 milliseconds = 0;
    QString error;
};
using Cells = QMap<QString, Cell>; ///< by step

const QStringList steps{QStringLiteral("open"),     QStringLiteral("first page"),
                        QStringLiteral("add"),      QStringLiteral("edit"),
                        QStringLiteral("complete"), QStringLiteral("delete"),
                        QStringLiteral("undo"),     QStringLiteral("bulk edit of 50"),
                        QStringLiteral("search"),   QStringLiteral("switching view")};

/// Does one step and counts it on the line.
class Counter {
public:
    explicit Counter(tests::ChaosProxy& line)
        : m_line(line)
    {}
    template <typename Act>
    void operator()(const QString& step, Act act) ///< `act` returns an error or nothing
    {
        QTest::qWait(50);
        m_line.reset();
        QElapsedTimer time;
        time.start();
        const QString error = act();
        cells.insert(step, {m_line.roundTrips(), time.elapsed(), error});
    }
    Cells cells;

private:
    tests::ChaosProxy& m_line;
};

core::TaskQuery viewOf(core::Scope scope, const QString& search = {})
{
    core::TaskQuery query;
    query.scope = scope;
    query.search = search;
    query.today = QDate(2026, 11, 24);
    query.zone = QStringLiteral("UTC");
    return query;
}

QString awaited(const std::function<bool()>& done)
{
    return QTest::qWaitFor(done, 120000) ? QString() : QStringLiteral("no end");
}

QString update(app::Workspace& workspace, const QList<QUuid>& tasks, const QString& field,
               const QJsonValue& value, const QJsonValue& was)
{
    QList<core::Operation> operations;
    for (const QUuid& uid : tasks)
        operations.append(operation(Verb::Update, Entity::Task, uid, {{field, value}}, {{field, was}}));
    workspace.changes().apply(workspace.changes().make(QStringLiteral("edit"), operations));
    return awaited([&workspace] { return workspace.changes().pending() == 0; });
}

Cells runOurs(const store::ConnectionString& target, tests::ChaosProxy& line)
{
    const QTemporaryDir directory;
    store::WorkspaceEntry entry;
    entry.id = core::uidText(core::newUid());
    entry.pooled = entry.direct = target;
    app::Workspace workspace(entry, store::Settings(), directory.path(), core::Clock());
    Counter count(line);
    core::TaskQuery shown = viewOf(core::Scope::All);
    QList<QUuid> uids;
    const auto read = [&](const core::TaskQuery& query) {
        shown = query;
        const auto reply = workspace.reader().pages(query, {core::PageRequest()}, 1);
        const QString error = awaited([&reply] { return reply.isFinished(); });
        uids.clear();
        for (const store::TaskRow& row : reply.result()->rows.constFirst())
            uids.append(row.task.uid);
        return error;
    };
    workspace.changes().setLook([&shown] { return app::Look{shown, {core::PageRequest()}, 1}; });
    const auto settled = [&workspace] { return workspace.changes().pending() == 0; };

    count(steps[0], [&] {
        workspace.open();
        return awaited([&workspace] { return workspace.isOpen(); });
    });
    count(steps[1], [&] { return read(viewOf(core::Scope::All)); });
    const QUuid fresh = core::newUid();
    count(steps[2], [&] {
        workspace.changes().apply(workspace.changes().make(
            QStringLiteral("add"), {operation(Verb::Create, Entity::Task, fresh,
                                              {{QStringLiteral("title"), QStringLiteral("new")}})}));
        return awaited(settled);
    });
    count(steps[3], [&] {
        return update(workspace, {fresh}, QStringLiteral("title"), QStringLiteral("newer"),
                      QStringLiteral("new"));
    });
    count(steps[4], [&] { return update(workspace, {fresh}, QStringLiteral("completed"), true, false); });
    count(steps[5], [&] {
        workspace.changes().apply(workspace.changes().make(QStringLiteral("delete"),
                                                           {operation(Verb::Delete, Entity::Task, fresh)}));
        return awaited(settled);
    });
    count(steps[6], [&] {
        workspace.changes().undo();
        return awaited(settled);
    });
    count(steps[7], [&] {
        return update(workspace, uids.first(50), QStringLiteral("priority"), QStringLiteral("high"),
                      QStringLiteral("none"));
    });
    count(steps[8], [&] { return read(viewOf(core::Scope::Search, QStringLiteral("task 77"))); });
    count(steps[9], [&] { return read(viewOf(core::Scope::Today)); });
    return count.cells;
}

/// What Qt offers for a table of a database, with the options of libpq that ours has.
Cells runPlain(const store::ConnectionString& target, tests::ChaosProxy& line)
{
    Counter count(line);
    QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), QStringLiteral("plain"));
    database.setDatabaseName(target.database);
    database.setUserName(target.user);
    database.setPassword(target.password);
    database.setConnectOptions(target.driverOptions());
    count(steps[0], [&] { return database.open() ? QString() : database.lastError().text(); });
    {
        QSqlTableModel model(nullptr, database);
        model.setEditStrategy(QSqlTableModel::OnManualSubmit);
        const auto done = [&model](bool ok) {
            return ok ? QString() : model.lastError().text().simplified();
        };
        const auto filter = [&](const char* condition) {
            model.setFilter(QString::fromLatin1(condition));
            return done(model.select());
        };
        const auto set = [&model](int row, const char* column, const QVariant& value) {
            model.setData(model.index(row, model.fieldIndex(QString::fromLatin1(column))), value);
        };
        const auto change = [&](int row, const char* column, const QVariant& value) {
            set(row, column, value);
            return done(model.submitAll());
        };
        count(steps[1], [&] {
            model.setTable(QStringLiteral("tasks"));
            return filter("not completed");
        });
        count(steps[2], [&] {
            model.insertRow(0);
            for (const auto& [column, value] :
                 {std::pair("user_id", QVariant(QStringLiteral("local"))),
                  std::pair("title", QVariant(QStringLiteral("plain"))),
                  std::pair("completed", QVariant(false)),
                  std::pair("priority", QVariant(QStringLiteral("none"))),
                  std::pair("created_at", QVariant(QDateTime::currentDateTimeUtc())),
                  std::pair("updated_at", QVariant(QDateTime::currentDateTimeUtc()))})
                set(0, column, value);
            return done(model.submitAll());
        });
        count(steps[3], [&] { return change(0, "title", QStringLiteral("plainer")); });
        count(steps[4], [&] { return change(0, "completed", true); });
        count(steps[5], [&] {
            model.removeRow(0);
            return done(model.submitAll());
        });
        count(steps[6], [&] { return change(1, "title", QStringLiteral("as it was")); });
        count(steps[7], [&] {
            for (int row = 0; row < 50; ++row)
                set(row, "priority", QStringLiteral("high"));
            return done(model.submitAll());
        });
        count(steps[8], [&] { return filter("title ilike '%task%' and title ilike '%77%'"); });
        count(steps[9], [&] { return filter("not completed and due_date < '2026-11-25'"); });
    }
    database.close();
    database = QSqlDatabase();
    QSqlDatabase::removeDatabase(QStringLiteral("plain"));
    return count.cells;
}

QByteArray text(const Cell& cell)
{
    if (!cell.error.isEmpty())
        return "fails: " + cell.error.left(60).toUtf8();
    return QByteArray::number(cell.roundTrips) + " (" + QByteArray::number(cell.milliseconds) + " ms)";
}

} // namespace

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    store::Database::loadDriver();
    tests::NeonStandIn neon;
    const std::chrono::milliseconds delay(argc > 1 ? QByteArray(argv[1]).toInt() : 80);
    const int tasks = argc > 2 ? QByteArray(argv[2]).toInt() : 1000;
    std::printf("| | Glowlist pooled | Glowlist direct | QSqlTableModel pooled | QSqlTableModel direct |\n"
                "|---|---|---|---|---|\n");
    QList<Cells> columns;
    for (const bool ours : {true, false}) {
        for (const bool pooled : {true, false}) {
            const QString database = neon.createDatabase();
            neon.psql(
                database,
                QStringLiteral("insert into public.tasks (user_id, title, completed, priority, due_date, "
                               "created_at, updated_at) select 'local', 'Task ' || n, false, 'none', "
                               "timestamp '2026-11-20' + n * interval '1 hour', now(), now() "
                               "from generate_series(1, %1) n")
                    .arg(tasks));
            tests::ChaosProxy& line = pooled ? neon.pooledLine() : neon.directLine();
            const store::ConnectionString target = pooled ? neon.pooled(database) : neon.direct(database);
            line.setDelay(delay);
            columns.append(ours ? runOurs(target, line) : runPlain(target, line));
            line.setDelay(std::chrono::milliseconds(0));
        }
    }
    for (const QString& step : steps) {
        std::printf("| %s |", qPrintable(step));
        for (const Cells& cells : columns)
            std::printf(" %s |", text(cells.value(step)).constData());
        std::printf("\n");
    }
    return 0;
}
