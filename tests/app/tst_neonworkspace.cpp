#include "app/transfer/workspacecopy.h"
#include "app/workspace.h"
#include "core/uid.h"
#include "support/builders.h"
#include "support/neonstandin.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace glow;
using core::Entity;
using core::Verb;
using tests::operation;

/// A workspace at Neon's stand-in, by the pooled string and by the direct one: TLS verified, SCRAM,
/// transactions pooled.
class TestNeonWorkspace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_neon = std::make_unique<tests::NeonStandIn>(); }
    void cleanup() { m_workspace.reset(); }
    void opensAndReadsPages_data() { bothWays(); }
    void opensAndReadsPages();
    void aChangeAndItsUndoAreOneRoundTripEach_data() { bothWays(); }
    void aChangeAndItsUndoAreOneRoundTripEach();
    void manyChangesArriveInOrder_data() { bothWays(); }
    void manyChangesArriveInOrder();
    void anUpgradeGoesToTheDirectEndpoint_data() { bothWays(); }
    void anUpgradeGoesToTheDirectEndpoint();
    void workAndACopyThroughThePoolerLeaveNothingInItsSessions();

private:
    void bothWays();
    void make(bool migrated = true);
    tests::ChaosProxy& line();
    QUuid add(const QString& title);
    void awaitListening();
    bool isSettled() const { return m_workspace->changes().pending() == 0; }
    QString sql(const QString& statement) const { return m_neon->psql(m_database, statement); }

    std::unique_ptr<tests::NeonStandIn> m_neon;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<app::Workspace> m_workspace;
    QString m_database;
};

namespace {

constexpr int patience = 30000;

core::TaskQuery all()
{
    core::TaskQuery query;
    query.today = QDate(2026, 11, 24);
    query.zone = QStringLiteral("UTC");
    return query;
}

} // namespace

void TestNeonWorkspace::bothWays()
{
    QTest::addColumn<bool>("pooled");
    QTest::newRow("pooled") << true;
    QTest::newRow("direct") << false;
}

/// With the one string a person pasted; the other is derived.
void TestNeonWorkspace::make(bool migrated)
{
    QFETCH(bool, pooled);
    m_database = m_neon->createDatabase(migrated);
    m_directory = std::make_unique<QTemporaryDir>();
    store::WorkspaceEntry entry;
    entry.id = core::uidText(core::newUid());
    entry.name = QStringLiteral("Neon");
    entry.pooled = pooled ? m_neon->pooled(m_database) : m_neon->direct(m_database);
    m_workspace =
        std::make_unique<app::Workspace>(entry, store::Settings(), m_directory->path(), core::Clock());
    m_workspace->open();
}

tests::ChaosProxy& TestNeonWorkspace::line()
{
    QFETCH(bool, pooled);
    return pooled ? m_neon->pooledLine() : m_neon->directLine();
}

QUuid TestNeonWorkspace::add(const QString& title)
{
    const QUuid uid = core::newUid();
    m_workspace->changes().apply(m_workspace->changes().make(
        QStringLiteral("add"),
        {operation(Verb::Create, Entity::Task, uid, {{QStringLiteral("title"), title}})}));
    return uid;
}

void TestNeonWorkspace::opensAndReadsPages()
{
    make();
    QTRY_VERIFY_WITH_TIMEOUT(m_workspace->isOpen(), patience);
    sql(QStringLiteral(
        "insert into public.tasks (user_id, title, completed, priority, created_at, updated_at) "
        "select 'local', 'Task ' || n, false, 'none', now(), now() "
        "from generate_series(1, 500) n"));
    line().reset();
    core::PageRequest next;
    next.offset = 200;
    next.limit = 200;
    const auto pages = m_workspace->reader().pages(all(), {core::PageRequest(), next}, 1).result();
    QVERIFY2(pages, pages ? "" : qPrintable(pages.error().detail));
    QCOMPARE(pages->rows.at(0).size(), 201);
    QCOMPARE(pages->rows.at(1).size(), 200);
    QCOMPARE(line().roundTrips(), 1);
    const auto counts = m_workspace->reader().counts({{}, all().today, all().zone, false, {}, {}}).result();
    QVERIFY(counts);
    QCOMPARE(counts->all, 500);
}

/// Direct, the connection that listens goes the same way: it has opened and is quiet.
void TestNeonWorkspace::awaitListening()
{
    QTRY_COMPARE_WITH_TIMEOUT(
        sql(QStringLiteral(
            "select count(*) from pg_stat_activity where state = 'idle' and query ilike '%listen%' "
            "and pid <> pg_backend_pid()")),
        QStringLiteral("1"), patience);
    int before = -1;
    while (before != line().roundTrips()) {
        before = line().roundTrips();
        QTest::qWait(1000);
    }
}

void TestNeonWorkspace::aChangeAndItsUndoAreOneRoundTripEach()
{
    make();
    QTRY_VERIFY_WITH_TIMEOUT(m_workspace->isOpen(), patience);
    m_workspace->changes().setLook([] { return app::Look{all(), {core::PageRequest()}, 7}; });
    QSignalSpy refused(&m_workspace->changes(), &app::Changes::refused);
    awaitListening();
    line().reset();
    const QUuid uid = add(QStringLiteral("Pay"));
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), patience);
    QCOMPARE(line().roundTrips(), 1);
    const QString there =
        QStringLiteral("select count(*) from public.tasks where glow_uid = '%1'").arg(core::uidText(uid));
    QCOMPARE(sql(there), QStringLiteral("1"));
    m_workspace->changes().undo();
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), patience);
    QCOMPARE(line().roundTrips(), 2);
    QCOMPARE(sql(there), QStringLiteral("0"));
    m_workspace->changes().redo();
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), patience);
    QCOMPARE(sql(there), QStringLiteral("1"));
    QCOMPARE(refused.size(), 0);
}

void TestNeonWorkspace::manyChangesArriveInOrder()
{
    make();
    QStringList titles;
    for (int i = 0; i < 100; ++i) { // also before it is open
        titles.append(QStringLiteral("Task %1").arg(i));
        add(titles.constLast());
    }
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), patience);
    QCOMPARE(sql(QStringLiteral("select string_agg(title, ',' order by id) from public.tasks")),
             titles.join(u','));
}

void TestNeonWorkspace::anUpgradeGoesToTheDirectEndpoint()
{
    make(false);
    QSignalSpy failed(m_workspace.get(), &app::Workspace::openFailed);
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
    QCOMPARE(failed.constFirst().constFirst().value<core::Error>().kind, core::ErrorKind::Migration);
    m_neon->directLine().reset();
    m_neon->pooledLine().reset();
    bool sentPooled = false;
    connect(m_workspace.get(), &app::Workspace::opened, this,
            [&] { sentPooled = m_neon->pooledLine().connections() > 0; });
    m_workspace->upgrade();
    QTRY_VERIFY_WITH_TIMEOUT(m_workspace->isOpen(), patience);
    // The upgrade's connection, then the one that listens; over the direct string also the one in the
    // background.
    QFETCH(bool, pooled);
    QTRY_COMPARE_WITH_TIMEOUT(m_neon->directLine().connections(), pooled ? 2 : 3, patience);
    QVERIFY(!sentPooled); // the connection that was open before has read the catalogue
    add(QStringLiteral("first"));
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), patience);
    QCOMPARE(sql(QStringLiteral("select title from public.tasks")), QStringLiteral("first"));
}

/// PgBouncer gives each statement the next free session, whatever was left behind in it.
void TestNeonWorkspace::workAndACopyThroughThePoolerLeaveNothingInItsSessions()
{
    tests::NeonStandIn neon(1);
    const QString from = neon.createDatabase();
    const QString to = neon.createDatabase();
    neon.psql(to, QStringLiteral("update glowlist.workspace set token = gen_random_uuid()"));
    neon.psql(
        from,
        QStringLiteral(
            "insert into public.tasks (user_id, title, completed, priority, created_at, updated_at) "
            "select 'local', 'Task ' || n, false, 'none', now(), now() from generate_series(1, 3000) n"));
    const auto end = [&neon](const QString& database) {
        return app::CopyEnd{database, QStringLiteral("local"),
                            [target = neon.pooled(database)] { return core::Result(target); }, false};
    };
    app::WorkspaceCopy copy(end(from), end(to), {core::newUid(), QStringLiteral("tester"), {}},
                            core::Clock());
    QSignalSpy finished(&copy, &app::WorkspaceCopy::finished);
    copy.start();
    QVERIFY(finished.wait(120000));
    const auto report = finished.at(0).at(0).value<app::CopyReport>();
    QVERIFY2(!report.error, report.error ? qPrintable(report.error->message + report.error->detail) : "");
    QCOMPARE(neon.psql(to, QStringLiteral("select count(*) from public.tasks")), QStringLiteral("3000"));

    m_directory = std::make_unique<QTemporaryDir>();
    store::WorkspaceEntry entry;
    entry.id = core::uidText(core::newUid());
    entry.pooled = neon.pooled(to);
    m_workspace =
        std::make_unique<app::Workspace>(entry, store::Settings(), m_directory->path(), core::Clock());
    m_workspace->open();
    m_workspace->changes().setLook([] { return app::Look{all(), {core::PageRequest()}, 7}; });
    m_workspace->changes().remember(report.changes);
    add(QStringLiteral("Mine"));
    m_workspace->changes().undo();
    m_workspace->changes().undo();
    QTRY_VERIFY_WITH_TIMEOUT(isSettled(), 60000);
    QVERIFY(m_workspace->reader().counts({{}, all().today, all().zone, false, {}, {}}).result());
    QCOMPARE(neon.psql(to, QStringLiteral("select count(*) from public.tasks")), QStringLiteral("0"));
    m_workspace.reset();

    // What PgBouncer follows itself is each client's own; bytea_output is set by Qt's driver, and no column
    // of ours is a bytea.
    const QString state = QStringLiteral(
        "select (select count(*) from pg_prepared_statements), (select count(*) from "
        "pg_listening_channels()), "
        "(select count(*) from pg_locks where locktype = 'advisory'), "
        "(select count(*) from pg_class where relpersistence = 't'), "
        "(select string_agg(name, ',' order by name) from pg_settings where source = 'session' and name not "
        "in "
        "('client_encoding', 'DateStyle', 'TimeZone', 'standard_conforming_strings', 'application_name', "
        "'bytea_output'))");
    for (const QString& database : {from, to}) {
        const auto seen = [&]() -> QStringList {
            store::Database line;
            if (const auto opened = line.open(neon.pooled(database)); !opened)
                return {opened.error().message};
            const auto rows = line.query(state);
            QStringList values;
            for (const QVariant& value : rows ? rows->value(0).value(0) : store::Row())
                values.append(value.toString());
            return values;
        }();
        QCOMPARE(seen, (QStringList{QStringLiteral("0"), QStringLiteral("0"), QStringLiteral("0"),
                                    QStringLiteral("0"), QString()}));
    }
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    store::Database::loadDriver();
    TestNeonWorkspace test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_neonworkspace.moc"
