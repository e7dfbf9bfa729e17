#include "store/database.h"
#include "support/temporaryserver.h"

#include <QtTest>
#include <chrono>
#include <thread>

using namespace glow;
using namespace std::chrono_literals;

class TestDatabase : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void resultsBeforeAnErrorAreKept();
    void commitInsideAMessageSurvivesALaterError();
    void namesStateAndPositionOfAnError();
    void aSentenceRaisedByTheDatabaseStands();
    void noticesGoNowhere();
    void endsAtItsDeadlineWhenTheServerStandsStill_data();
    void endsAtItsDeadlineWhenTheServerStandsStill();
    void openingEndsAtItsDeadlineWhenTheServerStandsStill();
    void interruptEndsABlockedCall();
    void interruptEndsOpening();
    void aLateQueryIsCancelledOnTheServer();
    void seesWithoutARoundTripThatTheServerLetGo();
    void opensAgainAfterARestart();
    void environmentDoesNotMatter();
    void sortsErrorsOfOpening_data();
    void sortsErrorsOfOpening();

private:
    tests::TemporaryServer& server() { return *m_server; }
    store::ConnectionString target(bool tcp = false) { return tcp ? server().overTcp(m_target) : m_target; }

    std::unique_ptr<tests::TemporaryServer> m_server;
    store::ConnectionString m_target;
};

void TestDatabase::initTestCase()
{
    qputenv("PGOPTIONS", "-c nonsense=1");
    qputenv("PGHOST", "nowhere.invalid");
    qputenv("PGSSLMODE", "verify-full");
    store::Database::loadDriver();
    m_server = std::make_unique<tests::TemporaryServer>();
    m_target = server().createDatabase();
}

void TestDatabase::resultsBeforeAnErrorAreKept()
{
    store::Database database;
    QVERIFY(database.open(target()));
    const store::Answer answer =
        database.run(QStringLiteral("select 1; select 2, 'b'; select 1/0; select 3"));
    QCOMPARE(answer.results.size(), 2);
    QCOMPARE(answer.results.at(0), (store::Rows{{1}}));
    QCOMPARE(answer.results.at(1), (store::Rows{{2, QStringLiteral("b")}}));
    QVERIFY(answer.error);
    QCOMPARE(answer.error->sqlState, QStringLiteral("22012"));
    QVERIFY(database.isAlive());
    QCOMPARE(database.query(QStringLiteral("select 4")).value(), (QList<store::Rows>{{{4}}}));
}

void TestDatabase::commitInsideAMessageSurvivesALaterError()
{
    store::Database database;
    QVERIFY(database.open(target()));
    const store::Answer answer = database.run(
        QStringLiteral("create table kept(n int); insert into kept values (7); commit; select nothing"));
    QCOMPARE(answer.error->sqlState, QStringLiteral("42703"));
    QCOMPARE(database.query(QStringLiteral("select n from kept")).value(), (QList<store::Rows>{{{7}}}));
}

void TestDatabase::namesStateAndPositionOfAnError()
{
    store::Database database;
    QVERIFY(database.open(target()));
    const QString sql = QStringLiteral("select 'ü';\nselect 1;\nselect wrong from pg_class");
    const store::Answer answer = database.run(sql);
    QCOMPARE(answer.error->kind, core::ErrorKind::Query);
    QCOMPARE(answer.error->position, static_cast<int>(sql.indexOf(u"wrong")) + 1);
    QVERIFY(answer.error->detail.contains(u"\"wrong\""));
}

void TestDatabase::aSentenceRaisedByTheDatabaseStands()
{
    store::Database database;
    QVERIFY(database.open(target()));
    const store::Answer answer = database.run(QStringLiteral("do $$ begin raise 'Not on a Sunday.'; end $$"));
    QCOMPARE(answer.error->kind, core::ErrorKind::Refused);
    QCOMPARE(answer.error->message, QStringLiteral("Not on a Sunday."));
}

void TestDatabase::noticesGoNowhere()
{
    store::Database database;
    QVERIFY(database.open(target()));
    QTemporaryFile captured;
    QVERIFY(captured.open());
    const int kept = dup(2);
    dup2(captured.handle(), 2);
    const store::Answer answer =
        database.run(QStringLiteral("commit; do $$ begin raise warning 'loud'; end $$"));
    dup2(kept, 2);
    ::close(kept);
    QVERIFY(!answer.error);
    captured.seek(0);
    QCOMPARE(captured.readAll(), QByteArray());
}

void TestDatabase::endsAtItsDeadlineWhenTheServerStandsStill_data()
{
    QTest::addColumn<bool>("tcp");
    QTest::newRow("Unix socket") << false;
    QTest::newRow("TCP") << true;
}

void TestDatabase::endsAtItsDeadlineWhenTheServerStandsStill()
{
    QFETCH(bool, tcp);
    store::Database database;
    QVERIFY(database.open(target(tcp)));
    server().suspend();
    const store::Answer answer = database.run(QStringLiteral("select 1"), 300ms);
    server().resume();
    QVERIFY(answer.error);
    QCOMPARE(answer.error->kind, core::ErrorKind::Timeout);
    QCOMPARE(answer.error->sqlState, QString());
    QVERIFY(!database.isOpen());
}

void TestDatabase::openingEndsAtItsDeadlineWhenTheServerStandsStill()
{
    store::Database database;
    server().suspend();
    const auto overSocket = database.open(target(), 300ms);
    const auto overTcp = database.open(target(true), 300ms);
    server().resume();
    QCOMPARE(overSocket.error().kind, core::ErrorKind::Timeout);
    QCOMPARE(overTcp.error().kind, core::ErrorKind::Timeout);
    QVERIFY(database.open(target()));
}

void TestDatabase::interruptEndsABlockedCall()
{
    store::Database database;
    QVERIFY(database.open(target()));
    std::thread other([&database] {
        std::this_thread::sleep_for(200ms);
        database.interrupt();
    });
    const store::Answer answer = database.run(QStringLiteral("select pg_sleep(3600)"), 60s);
    other.join();
    QCOMPARE(answer.error->kind, core::ErrorKind::Cancelled);
    QVERIFY(!database.isOpen());
}

void TestDatabase::interruptEndsOpening()
{
    store::Database database;
    server().suspend();
    std::thread other([&database] {
        std::this_thread::sleep_for(200ms);
        database.interrupt();
    });
    const auto opened = database.open(target(true), 60s);
    other.join();
    server().resume();
    QCOMPARE(opened.error().kind, core::ErrorKind::Cancelled);
}

void TestDatabase::aLateQueryIsCancelledOnTheServer()
{
    store::Database database;
    QVERIFY(database.open(target()));
    QVERIFY(database.run(QStringLiteral("select pg_sleep(3600)"), 200ms).error);
    QVERIFY(database.open(target()));
    const QString running = QStringLiteral(
        "select count(*) from pg_stat_activity where query like '%pg_sleep(3600)' and state = 'active'");
    QTRY_COMPARE(database.query(running).value().constFirst(), (store::Rows{{qint64(0)}}));
}

void TestDatabase::seesWithoutARoundTripThatTheServerLetGo()
{
    store::Database database;
    QVERIFY(database.open(target()));
    QVERIFY(database.isAlive());
    server().psql(
        QStringLiteral("postgres"),
        QStringLiteral("select pg_terminate_backend(pid) from pg_stat_activity where datname = '%1'")
            .arg(target().database));
    QTRY_VERIFY(!database.isAlive());
    QCOMPARE(database.run(QStringLiteral("select 1")).error->kind, core::ErrorKind::Connection);
}

void TestDatabase::opensAgainAfterARestart()
{
    store::Database database;
    QVERIFY(database.open(target()));
    server().stop(true);
    QVERIFY(!database.isAlive());
    QCOMPARE(database.open(target()).error().kind, core::ErrorKind::Connection);
    server().start();
    QVERIFY(database.open(target()));
    QVERIFY(database.query(QStringLiteral("select 1")));
}

void TestDatabase::environmentDoesNotMatter()
{
    QVERIFY(!qEnvironmentVariableIsSet("PGOPTIONS"));
    QVERIFY(!qEnvironmentVariableIsSet("PGHOST"));
    QVERIFY(!qEnvironmentVariableIsSet("PGSSLMODE"));
}

void TestDatabase::sortsErrorsOfOpening_data()
{
    QTest::addColumn<store::ConnectionString>("string");
    QTest::addColumn<core::ErrorKind>("kind");
    store::ConnectionString string = target(true);
    string.database = QStringLiteral("nowhere");
    QTest::newRow("no such database") << string << core::ErrorKind::SignIn;
    string = target(true);
    string.user = QStringLiteral("nobody'; --");
    QTest::newRow("no such role") << string << core::ErrorKind::SignIn;
    string = target(true);
    string.options.insert(QStringLiteral("sslmode"), QStringLiteral("require"));
    QTest::newRow("no encryption") << string << core::ErrorKind::Tls;
    string = target(true);
    string.hosts = {{QStringLiteral("127.0.0.1"), 1}};
    QTest::newRow("nobody listens") << string << core::ErrorKind::Connection;
    string.hosts = {{QStringLiteral("name.invalid"), 5432}};
    QTest::newRow("no such host") << string << core::ErrorKind::Connection;
}

void TestDatabase::sortsErrorsOfOpening()
{
    QFETCH(store::ConnectionString, string);
    QFETCH(core::ErrorKind, kind);
    string.password = QStringLiteral("s3cret; \\ '");
    store::Database database;
    const auto opened = database.open(string);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, kind);
    QVERIFY(!opened.error().message.isEmpty());
    QVERIFY(!opened.error().detail.isEmpty());
    QVERIFY(!(opened.error().message + opened.error().detail).contains(u"s3cret"));
}

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
