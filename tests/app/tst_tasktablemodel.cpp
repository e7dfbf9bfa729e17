#include "app/table/taskcommands.h"
#include "app/table/tasktablemodel.h"
#include "support/builders.h"
#include "support/chaosproxy.h"
#include "support/openreader.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace glow;
using app::TaskTableModel;

namespace {

const QDate today(2026, 11, 23);

core::Clock clockAt(const QTime& time = QTime(12, 0))
{
    return core::Clock::fixedAt(QDateTime(today, time));
}

core::TaskQuery query(core::Scope scope, core::SortField sort = core::SortField::Due)
{
    core::TaskQuery query;
    query.scope = scope;
    query.sort = sort;
    query.today = today;
    query.zone = QStringLiteral("UTC");
    if (scope == core::Scope::Today || scope == core::Scope::Upcoming)
        query.group = core::GroupField::Day;
    return query;
}

QJsonObject due(const QString& date)
{
    return {{QStringLiteral("due_date"), date}};
}

/// A model on its own database, checked by the model tester whatever it does.
struct Table {
    Table(tests::Builder& builder, const tests::ChaosProxy* proxy = nullptr)
        : open(proxy ? proxy->through(builder.database()) : builder.database(), clockAt())
        , model(open.reader, open.changes, open.clock)
        , commands(model, open.changes)
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        model.setCatalogue(open.catalogue);
        model.setViewport(0, 25);
    }

    void show(const core::TaskQuery& view)
    {
        QSignalSpy loaded(&model, &TaskTableModel::loaded);
        model.setQuery(view);
        QVERIFY(loaded.wait(20000));
    }

    /// The rows as a person reads them: headings in brackets.
    QStringList rows() const
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QString text = model.index(row, 0).data().toString();
            const bool heading = model.kindAt(row) == TaskTableModel::RowKind::Heading;
            texts.append(heading ? u'[' + text + u']' : text);
        }
        return texts;
    }

    QList<QUuid> uids() const
    {
        QList<QUuid> all;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.kindAt(row) != TaskTableModel::RowKind::Heading)
                all.append(model.uidAt(row));
        }
        return all;
    }

    core::Task task(const QUuid& uid) const { return model.task(uid).value_or(core::Task()); }
    bool isIdle() const { return open.changes.pending() == 0; }

    tests::OpenReader open;
    TaskTableModel model;
    app::TaskCommands commands;
    QAbstractItemModelTester tester;
};

} // namespace

class TestTaskTableModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void todayHasHeadingsWithTheirCounts();
    void openingAViewIsOneRoundTrip();
    void aHundredThousandTasksReadNoMorePagesThanAHundred();
    void jumpingFarReadsOnlyWhatIsThere();
    void ofQuicklyChangedViewsOnlyTheNewestIsShown();
    void aCompletedTaskStaysWhereItStands();
    void oneActionIsOneRoundTrip();
    void aDeletedTaskIsGoneAtOnceAndComesBackByUndo();
    void aNewTaskIsOnTopUntilItIsStored();
    void aRefusedChangeIsTakenBack();
    void selectionFollowsItsTasks();
    void aCollapsedTaskHidesItsSubtasks();
    void changesOfTwoProgramsArriveInTheServersOrder_data();
    void changesOfTwoProgramsArriveInTheServersOrder();

private:
    tests::TemporaryServer m_server;
};

void TestTaskTableModel::todayHasHeadingsWithTheirCounts()
{
    tests::Builder builder(m_server);
    builder.task(QStringLiteral("late"), due(QStringLiteral("2026-11-20")));
    builder.task(QStringLiteral("evening"), due(QStringLiteral("2026-11-23T18:30")));
    builder.task(QStringLiteral("some time today"), due(QStringLiteral("2026-11-23")));
    builder.task(QStringLiteral("later"), due(QStringLiteral("2026-11-30")));
    Table table(builder);
    table.show(query(core::Scope::Today));
    QCOMPARE(table.rows(),
             (QStringList{QStringLiteral("[Overdue]"), QStringLiteral("late"), QStringLiteral("[Today]"),
                          QStringLiteral("some time today"), QStringLiteral("evening")}));
    QCOMPARE(table.model.index(0, 0).data(TaskTableModel::GroupCountRole).toInt(), 1);
    QCOMPARE(table.model.index(2, 0).data(TaskTableModel::GroupCountRole).toInt(), 2);
    QVERIFY(table.model.index(0, 0).data(TaskTableModel::GroupOverdueRole).toBool());
    QVERIFY(!table.model.flags(table.model.index(0, 0)).testFlag(Qt::ItemIsSelectable));
    QCOMPARE(table.model.taskCount(), 3);
    table.show(query(core::Scope::Upcoming));
    QCOMPARE(table.rows(), (QStringList{QStringLiteral("[Monday 30 November]"), QStringLiteral("later")}));
}

void TestTaskTableModel::openingAViewIsOneRoundTrip()
{
    tests::Builder builder(m_server);
    builder.task(QStringLiteral("one"));
    tests::ChaosProxy proxy(m_server.port());
    Table table(builder, &proxy);
    proxy.reset();
    table.show(query(core::Scope::All));
    QCOMPARE(table.rows(), QStringList{QStringLiteral("one")});
    QTest::qWait(300);
    QCOMPARE(proxy.roundTrips(), 1);
}

void TestTaskTableModel::aHundredThousandTasksReadNoMorePagesThanAHundred()
{
    tests::Builder builder(m_server);
    builder.bulk(100000);
    Table table(builder);
    QSignalSpy pages(&table.model, &TaskTableModel::elapsedChanged);
    table.show(query(core::Scope::All));
    QCOMPARE(pages.size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(table.model.rowCountKnown(), 20000);
    QCOMPARE(table.model.taskCount(), builder.count(QStringLiteral("tasks where not completed")));
    QTest::qWait(300);
    QVERIFY2(pages.size() <= 2, qPrintable(QString::number(pages.size()))); // the neighbours of the viewport
}

void TestTaskTableModel::jumpingFarReadsOnlyWhatIsThere()
{
    tests::Builder builder(m_server);
    builder.bulk(20000);
    Table table(builder);
    table.show(query(core::Scope::All, core::SortField::Title));
    QTRY_VERIFY_WITH_TIMEOUT(table.model.rowCountKnown(), 20000);
    QTest::qWait(300);
    QSignalSpy pages(&table.model, &TaskTableModel::elapsedChanged);
    table.model.setViewport(9000, 9025);
    QCOMPARE(table.model.kindAt(9010), TaskTableModel::RowKind::Placeholder);
    QTRY_COMPARE_WITH_TIMEOUT(table.model.kindAt(9010), TaskTableModel::RowKind::Task, 20000);
    QTest::qWait(300);
    QCOMPARE(pages.size(), 1);
    const QStringList expected =
        builder
            .sql(QStringLiteral(
                "select title from tasks where not completed order by title collate \"und-x-icu\", "
                "glow_uid offset 9000 limit 26"))
            .split(u'\n');
    QCOMPARE(table.rows().mid(9000, 26), expected);
}

void TestTaskTableModel::ofQuicklyChangedViewsOnlyTheNewestIsShown()
{
    tests::Builder builder(m_server);
    builder.task(QStringLiteral("alpha"));
    builder.task(QStringLiteral("beta"));
    builder.task(QStringLiteral("gamma"));
    Table table(builder);
    QStringList seen;
    connect(&table.model, &TaskTableModel::loaded, this, [&] { seen.append(table.rows().join(u'+')); });
    for (const QString& word : {QStringLiteral("alpha"), QStringLiteral("beta"), QStringLiteral("gamma")}) {
        core::TaskQuery search = query(core::Scope::Search);
        search.search = word;
        table.model.setQuery(search);
    }
    QTRY_COMPARE_WITH_TIMEOUT(table.rows(), QStringList{QStringLiteral("gamma")}, 20000);
    QTest::qWait(200);
    QCOMPARE(seen, QStringList{QStringLiteral("gamma")});
}

void TestTaskTableModel::aCompletedTaskStaysWhereItStands()
{
    tests::Builder builder(m_server);
    builder.task(QStringLiteral("a"));
    const QUuid b = builder.task(QStringLiteral("b"));
    builder.task(QStringLiteral("c"));
    Table table(builder);
    table.show(query(core::Scope::All, core::SortField::Title));
    table.commands.complete({table.task(b)});
    QVERIFY(table.task(b).completed);
    QVERIFY(table.model.index(1, 0).data(TaskTableModel::PendingRole).toBool());
    QTRY_VERIFY_WITH_TIMEOUT(table.isIdle(), 20000);
    QTest::qWait(300);
    QCOMPARE(table.rows(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    QCOMPARE(builder.count(QStringLiteral("tasks where completed")), 1);
    table.show(query(core::Scope::All, core::SortField::Title));
    QCOMPARE(table.rows(), (QStringList{QStringLiteral("a"), QStringLiteral("c")}));
}

void TestTaskTableModel::oneActionIsOneRoundTrip()
{
    tests::Builder builder(m_server);
    QList<QUuid> tasks;
    for (int i = 0; i < 30; ++i)
        tasks.append(builder.task(QStringLiteral("task %1").arg(i, 2, 10, QLatin1Char('0'))));
    tests::ChaosProxy proxy(m_server.port());
    Table table(builder, &proxy);
    table.show(query(core::Scope::All, core::SortField::Title));
    const auto trips = [&](const std::function<void()>& act) {
        QTest::qWait(250);
        proxy.reset();
        act();
        if (!QTest::qWaitFor([&] { return table.isIdle(); }, 20000))
            return -1;
        QTest::qWait(250);
        return proxy.roundTrips();
    };
    QCOMPARE(trips([&] { table.commands.rename(table.task(tasks.at(3)), QStringLiteral("zz")); }), 1);
    QCOMPARE(table.rows().constLast(), QStringLiteral("zz"));
    QCOMPARE(trips([&] { table.commands.complete({table.task(tasks.at(1)), table.task(tasks.at(2))}); }), 1);
    QCOMPARE(trips([&] { table.commands.remove({table.task(tasks.at(4)), table.task(tasks.at(5))}); }), 1);
    QCOMPARE(trips([&] { table.open.changes.undo(); }), 1);
    QCOMPARE(table.model.taskCount(), 30);
    QCOMPARE(trips([&] { table.commands.setDueDay({table.task(tasks.at(6))}, today); }), 1);
    QCOMPARE(table.task(tasks.at(6)).due->date, today);
}

void TestTaskTableModel::aDeletedTaskIsGoneAtOnceAndComesBackByUndo()
{
    tests::Builder builder(m_server);
    const QUuid parent = builder.task(QStringLiteral("a"));
    builder.task(QStringLiteral("child"), {{QStringLiteral("parent"), core::uidText(parent)}});
    builder.task(QStringLiteral("b"));
    Table table(builder);
    table.show(query(core::Scope::All, core::SortField::Manual));
    QCOMPARE(table.rows(), (QStringList{QStringLiteral("a"), QStringLiteral("child"), QStringLiteral("b")}));
    table.commands.remove({table.task(parent)});
    QCOMPARE(table.rows(), QStringList{QStringLiteral("b")});
    QTRY_VERIFY_WITH_TIMEOUT(table.isIdle(), 20000);
    QCOMPARE(table.rows(), QStringList{QStringLiteral("b")});
    table.open.changes.undo();
    QTRY_COMPARE_WITH_TIMEOUT(
        table.rows(), (QStringList{QStringLiteral("a"), QStringLiteral("child"), QStringLiteral("b")}),
        20000);
}

void TestTaskTableModel::aNewTaskIsOnTopUntilItIsStored()
{
    tests::Builder builder(m_server);
    builder.task(QStringLiteral("a"));
    Table table(builder);
    table.show(query(core::Scope::All, core::SortField::Title));
    core::Operation create;
    create.verb = core::Verb::Create;
    create.uid = core::newUid();
    create.set = {{QStringLiteral("title"), QStringLiteral("new")}};
    QSignalSpy moved(&table.model, &TaskTableModel::rowsMoved);
    table.open.changes.apply(table.open.changes.make(QStringLiteral("Add: new"), {create}));
    QCOMPARE(table.rows(), (QStringList{QStringLiteral("new"), QStringLiteral("a")}));
    QTRY_COMPARE_WITH_TIMEOUT(table.rows(), (QStringList{QStringLiteral("a"), QStringLiteral("new")}), 20000);
    QCOMPARE(moved.size(), 1);
    QVERIFY(!table.model.index(1, 0).data(TaskTableModel::PendingRole).toBool());
}

void TestTaskTableModel::aRefusedChangeIsTakenBack()
{
    tests::Builder builder(m_server);
    const QUuid uid = builder.task(QStringLiteral("a"));
    Table table(builder);
    table.show(query(core::Scope::All));
    QSignalSpy refused(&table.open.changes, &app::Changes::refused);
    core::Operation update;
    update.uid = uid;
    update.set = {{QStringLiteral("list"), core::uidText(core::newUid())}};
    table.open.changes.apply(table.open.changes.make(QStringLiteral("Move"), {update}));
    QVERIFY(!table.task(uid).list.isNull());
    QVERIFY(refused.wait(20000));
    QTRY_VERIFY_WITH_TIMEOUT(table.task(uid).list.isNull(), 20000);
    QCOMPARE(table.rows(), QStringList{QStringLiteral("a")});
}

void TestTaskTableModel::selectionFollowsItsTasks()
{
    tests::Builder builder(m_server);
    QList<QUuid> tasks;
    for (int i = 0; i < 150; ++i)
        tasks.append(builder.task(QStringLiteral("task %1").arg(i, 3, 10, QLatin1Char('0'))));
    Table table(builder);
    table.show(query(core::Scope::All, core::SortField::Title));
    const QPersistentModelIndex third(table.model.index(3, 0));
    const QPersistentModelIndex hundredth(table.model.index(100, 0));
    core::TaskQuery turned = query(core::Scope::All, core::SortField::Title);
    turned.descending = true; // more than thirty steps: a changed layout
    table.show(turned);
    QCOMPARE(table.rows().constFirst(), QStringLiteral("task 149"));
    QCOMPARE(table.model.uidAt(third.row()), tasks.at(3));
    QCOMPARE(table.model.uidAt(hundredth.row()), tasks.at(100));
    table.commands.rename(table.task(tasks.at(3)), QStringLiteral("zz"));
    QTRY_COMPARE_WITH_TIMEOUT(table.rows().constFirst(), QStringLiteral("zz"), 20000);
    QCOMPARE(third.row(), 0);
    QCOMPARE(table.model.uidAt(hundredth.row()), tasks.at(100));
}

void TestTaskTableModel::aCollapsedTaskHidesItsSubtasks()
{
    tests::Builder builder(m_server);
    const QUuid parent = builder.task(QStringLiteral("parent"));
    const QJsonObject below{{QStringLiteral("parent"), core::uidText(parent)}};
    builder.complete(builder.task(QStringLiteral("done"), below));
    builder.task(QStringLiteral("open"), below);
    Table table(builder);
    core::TaskQuery tree = query(core::Scope::All, core::SortField::Manual);
    table.show(tree);
    QCOMPARE(table.rows(), (QStringList{QStringLiteral("parent"), QStringLiteral("open")}));
    QCOMPARE(table.task(parent).subtasksTotal, 2);
    QCOMPARE(table.task(parent).subtasksDone, 1);
    tree.collapsed.insert(parent);
    table.show(tree);
    QCOMPARE(table.rows(), QStringList{QStringLiteral("parent")});
    QVERIFY(table.model.index(0, 0).data(TaskTableModel::CollapsedRole).toBool());
}

void TestTaskTableModel::changesOfTwoProgramsArriveInTheServersOrder_data()
{
    QTest::addColumn<int>("tasks");
    QTest::addColumn<int>("rounds");
    QTest::newRow("a view read whole") << 60 << 15;
    QTest::newRow("a long view") << 1200 << 8;
}

/// The reference is the server's own order, asked in the plainest way.
void TestTaskTableModel::changesOfTwoProgramsArriveInTheServersOrder()
{
    QFETCH(int, tasks);
    QFETCH(int, rounds);
    tests::Builder builder(m_server);
    builder.bulk(tasks);
    Table table(builder);
    table.show(query(core::Scope::All, core::SortField::Title));
    QTRY_VERIFY_WITH_TIMEOUT(table.model.rowCountKnown(), 20000);
    const auto reference = [&] {
        const QStringList lines =
            builder
                .sql(QStringLiteral("select glow_uid from tasks where not completed order by "
                                    "title collate \"und-x-icu\", glow_uid"))
                .split(u'\n', Qt::SkipEmptyParts);
        QList<QUuid> uids;
        for (const QString& line : lines)
            uids.append(QUuid(line));
        return uids;
    };
    QRandomGenerator random(7);
    QPersistentModelIndex selected(table.model.index(5, 0));
    QUuid selectedUid = table.model.uidAt(5);
    for (int round = 0; round < rounds; ++round) {
        const QList<QUuid> before = reference();
        const int top = random.bounded(std::max(1, static_cast<int>(before.size()) - 30));
        table.model.setViewport(top, top + 25);
        QTRY_VERIFY_WITH_TIMEOUT(!table.model.uidAt(top + 25).isNull() || top + 25 >= table.model.rowCount(),
                                 20000);
        const QUuid mine = table.model.uidAt(top + random.bounded(10));
        const QUuid theirs = before.at(random.bounded(static_cast<int>(before.size())));
        const QString title = QStringLiteral("Task %1").arg(random.bounded(tasks));
        const bool deletes = random.bounded(4) == 0;
        if (random.bounded(3) == 0)
            builder.sql(QStringLiteral("update tasks set title = 'Task %1' where glow_uid = '%2'")
                            .arg(random.bounded(tasks))
                            .arg(core::uidText(theirs)));
        if (random.bounded(6) == 0)
            builder.task(title);
        if (deletes)
            table.commands.remove({table.task(mine)});
        else
            table.commands.rename(table.task(mine), title);
        QTRY_VERIFY_WITH_TIMEOUT(table.isIdle(), 20000);
        const QList<QUuid> expected = reference();
        const auto agrees = [&] {
            if (!table.model.rowCountKnown() || table.model.taskCount() != expected.size())
                return false;
            for (int row = top; row <= std::min(top + 25, table.model.rowCount() - 1); ++row) {
                if (table.model.uidAt(row) != expected.at(row))
                    return false;
            }
            return true;
        };
        QTRY_VERIFY_WITH_TIMEOUT(agrees(), 20000);
        if (selected.isValid() && !table.model.uidAt(selected.row()).isNull())
            QCOMPARE(table.model.uidAt(selected.row()), selectedUid);
    }
}

QTEST_GUILESS_MAIN(TestTaskTableModel)
#include "tst_tasktablemodel.moc"
