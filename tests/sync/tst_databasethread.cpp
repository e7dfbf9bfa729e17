#include "support/chaosproxy.h"
#include "support/temporaryserver.h"
#include "sync/databasethread.h"

#include <QtTest>

using namespace glow;
using store::Database;
using sync::DatabaseThread;

class TestDatabaseThread : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void opensWhenFirstNeededAndKeepsTheConnection();
    void worksWithoutAnEventLoop();
    void runsInOrderOfArrival();
    void aDeadConnectionIsOpenedAgainBeforeSending();
    void aFailedOpeningReachesTheFutureAndTheSignal();
    void theCheckBeforeEachUseCostsNoRoundTrip();
    void interruptEndsABlockedCall();
    void endsAtOnceWhileTheServerIsStopped();
    void endsWhileItConnectsToNobody();
    void waitingFunctionsAreCancelledAtTheEnd();
    void endsWhileItsOpenerTakesForEver();

private:
    DatabaseThread::Opener opener() const
    {
        return [target = m_database]() -> core::Result<store::ConnectionString> { return target; };
    }

    std::unique_ptr<tests::TemporaryServer> m_server;
    store::ConnectionString m_database;
};

namespace {

core::Result<QString> ask(Database& database, const QString& sql)
{
    const auto results = database.query(sql);
    if (!results)
        return results.error();
    return results->value(0).value(0).value(0).toString();
}

auto asking(const QString& sql)
{
    return [sql](Database& database) { return ask(database, sql); };
}

const QString backend = QStringLiteral("select pg_backend_pid()");

} // namespace

void TestDatabaseThread::initTestCase()
{
    Database::loadDriver();
    m_server = std::make_unique<tests::TemporaryServer>();
    m_database = m_server->createDatabase();
}

void TestDatabaseThread::opensWhenFirstNeededAndKeepsTheConnection()
{
    DatabaseThread thread(QStringLiteral("t"), opener());
    int opened = 0;
    connect(&thread, &DatabaseThread::opened, this, [&opened] { ++opened; });
    QTest::qWait(20);
    QCOMPARE(opened, 0);
    const auto first = thread.run(asking(backend)).result();
    const auto second = thread.run(asking(backend)).result();
    QVERIFY2(first, qPrintable(first ? QString() : first.error().message));
    QCOMPARE(*first, *second);
    QTRY_COMPARE_WITH_TIMEOUT(opened, 1, 30000);
}

void TestDatabaseThread::worksWithoutAnEventLoop()
{
    DatabaseThread thread(QStringLiteral("t"), opener());
    QCOMPARE(*thread.run(asking(QStringLiteral("select 'yes'"))).result(), QStringLiteral("yes"));
}

void TestDatabaseThread::runsInOrderOfArrival()
{
    DatabaseThread thread(QStringLiteral("t"), opener());
    auto order = std::make_shared<QList<int>>();
    core::Reply<core::Result<QString>> last = thread.run(asking(backend));
    for (int i = 0; i < 50; ++i) {
        last = thread.run([order, i](Database& database) {
            order->append(i);
            return ask(database, QStringLiteral("select 1"));
        });
    }
    last.waitForFinished();
    QCOMPARE(order->size(), 50);
    QVERIFY(std::is_sorted(order->cbegin(), order->cend()));
}

void TestDatabaseThread::aDeadConnectionIsOpenedAgainBeforeSending()
{
    DatabaseThread thread(QStringLiteral("t"), opener());
    const QString first = *thread.run(asking(backend)).result();
    m_server->stop(true);
    m_server->start();
    const auto second = thread.run(asking(backend)).result();
    QVERIFY2(second, qPrintable(second ? QString() : second.error().message));
    QVERIFY(*second != first);
}

void TestDatabaseThread::aFailedOpeningReachesTheFutureAndTheSignal()
{
    store::ConnectionString nobody = m_server->overTcp(m_database);
    nobody.hosts = {{QStringLiteral("127.0.0.1"), 1}};
    DatabaseThread thread(QStringLiteral("t"),
                          [nobody]() -> core::Result<store::ConnectionString> { return nobody; });
    int failed = 0;
    connect(&thread, &DatabaseThread::failed, this, [&failed] { ++failed; });
    const auto answer = thread.run(asking(backend)).result();
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, core::ErrorKind::Connection);
    QTRY_COMPARE_WITH_TIMEOUT(failed, 1, 30000);
}

void TestDatabaseThread::theCheckBeforeEachUseCostsNoRoundTrip()
{
    tests::ChaosProxy proxy(m_server->port());
    const store::ConnectionString through = proxy.through(m_database);
    DatabaseThread thread(QStringLiteral("t"),
                          [through]() -> core::Result<store::ConnectionString> { return through; });
    thread.run(asking(backend)).waitForFinished();
    proxy.reset();
    for (int i = 0; i < 10; ++i)
        thread.run(asking(backend)).waitForFinished();
    QCOMPARE(proxy.roundTrips(), 10);
    QCOMPARE(proxy.connections(), 0);
}

void TestDatabaseThread::interruptEndsABlockedCall()
{
    DatabaseThread thread(QStringLiteral("t"), opener());
    thread.run(asking(backend)).waitForFinished();
    auto blocked = thread.run(asking(QStringLiteral("select pg_sleep(60)")));
    QTRY_COMPARE_WITH_TIMEOUT(
        m_server->psql(
            m_database.database,
            QStringLiteral("select count(*) from pg_stat_activity where query like 'select pg_sleep%'")),
        QStringLiteral("1"), 30000);
    thread.interrupt();
    QCOMPARE(blocked.result().error().kind, core::ErrorKind::Cancelled);
    QVERIFY(thread.run(asking(backend)).result());
}

void TestDatabaseThread::endsAtOnceWhileTheServerIsStopped()
{
    auto thread = std::make_unique<DatabaseThread>(QStringLiteral("t"), opener());
    thread->run(asking(backend)).waitForFinished();
    m_server->suspend();
    auto blocked = thread->run(asking(QStringLiteral("select 1")));
    QTest::qWait(50);
    thread.reset();
    QVERIFY(blocked.isFinished());
    QVERIFY(!blocked.result());
    m_server->resume();
}

void TestDatabaseThread::endsWhileItConnectsToNobody()
{
    tests::ChaosProxy proxy(m_server->port());
    proxy.setSilent(true);
    const store::ConnectionString through = proxy.through(m_database);
    auto thread = std::make_unique<DatabaseThread>(
        QStringLiteral("t"), [through]() -> core::Result<store::ConnectionString> { return through; });
    auto blocked = thread->run(asking(backend));
    QTest::qWait(50);
    thread.reset();
    QVERIFY(blocked.isFinished());
    QVERIFY(!blocked.result());
}

void TestDatabaseThread::waitingFunctionsAreCancelledAtTheEnd()
{
    auto thread = std::make_unique<DatabaseThread>(QStringLiteral("t"), opener());
    auto running = thread->run(asking(QStringLiteral("select pg_sleep(60)")));
    auto waiting = thread->run(asking(backend));
    QTest::qWait(50);
    thread.reset();
    QVERIFY(running.isFinished());
    QVERIFY(waiting.isFinished());
    QCOMPARE(waiting.result().error().kind, core::ErrorKind::Cancelled);
}

void TestDatabaseThread::endsWhileItsOpenerTakesForEver()
{
    auto release = std::make_shared<QSemaphore>();
    auto thread = std::make_unique<DatabaseThread>(
        QStringLiteral("t"), [release, target = m_database]() -> core::Result<store::ConnectionString> {
            release->acquire();
            return target;
        });
    auto blocked = thread->run(asking(backend));
    QTest::qWait(50);
    thread.reset();
    QVERIFY(!blocked.isFinished()); // left to itself
    release->release();
    QCOMPARE(blocked.result().error().kind, core::ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(TestDatabaseThread)
#include "tst_databasethread.moc"
