#include "store/migrations/migrator.h"
#include "support/neonstandin.h"

#include <QSet>
#include <QtTest>

using namespace glow;
using core::ErrorKind;
using store::Database;

/// The stand-in itself behaves as Neon does; what the program makes of it is tested elsewhere.
class TestNeonStandIn : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void opensWithVerifiedTls_data();
    void opensWithVerifiedTls();
    void theNameChoosesPoolerOrServer();
    void theDerivedStringIsTheOther();
    void aForeignAuthorityIsRefused_data();
    void aForeignAuthorityIsRefused();
    void anotherNameThanTheCertificatesIsRefused();
    void withoutTlsItRefuses();
    void aWrongPasswordIsRefused_data();
    void aWrongPasswordIsRefused();
    void thePoolHasSoManyConnections();
    void aRotatedPasswordCounts_data();
    void aRotatedPasswordCounts();
    void thePoolerComesBack();
    void aSleepingComputeWakes_data();
    void aSleepingComputeWakes();
    void roundTripsAreCountedThroughTls_data();
    void roundTripsAreCountedThroughTls();
    void holesSwallowWhatIsOpen_data();
    void holesSwallowWhatIsOpen();
    void aLostReplyWasCommitted_data();
    void aLostReplyWasCommitted();

private:
    void bothWays();
    void opensSoon(Database& database);
    store::ConnectionString target() const;
    tests::ChaosProxy& line();

    std::unique_ptr<tests::NeonStandIn> m_neon;
    QString m_database;
};

namespace {

core::Result<QString> ask(Database& database, const QString& sql,
                          std::chrono::milliseconds deadline = Database::readDeadline)
{
    const auto results = database.query(sql, deadline);
    if (!results)
        return results.error();
    return results->value(0).value(0).value(0).toString();
}

QString reason(const core::Result<void>& result)
{
    return result ? QString() : result.error().message + u'\n' + result.error().detail;
}

ErrorKind openingFails(Database& database, const store::ConnectionString& target)
{
    const auto opened = database.open(target);
    return opened ? ErrorKind::Internal : opened.error().kind;
}

const QString whoAmI = QStringLiteral("select current_user");

} // namespace

void TestNeonStandIn::initTestCase()
{
    Database::loadDriver();
    m_neon = std::make_unique<tests::NeonStandIn>();
    m_database = m_neon->createDatabase();
}

void TestNeonStandIn::bothWays()
{
    QTest::addColumn<bool>("pooled");
    QTest::newRow("pooled") << true;
    QTest::newRow("direct") << false;
}

/// The pooler remembers a failure for a second.
void TestNeonStandIn::opensSoon(Database& database)
{
    QTRY_VERIFY_WITH_TIMEOUT(database.open(target()) && ask(database, whoAmI), 30000);
}

store::ConnectionString TestNeonStandIn::target() const
{
    QFETCH(bool, pooled);
    return pooled ? m_neon->pooled(m_database) : m_neon->direct(m_database);
}

tests::ChaosProxy& TestNeonStandIn::line()
{
    QFETCH(bool, pooled);
    return pooled ? m_neon->pooledLine() : m_neon->directLine();
}

void TestNeonStandIn::opensWithVerifiedTls_data()
{
    bothWays();
}

void TestNeonStandIn::opensWithVerifiedTls()
{
    Database database;
    const auto opened = database.open(target());
    QVERIFY2(opened, qPrintable(reason(opened)));
    QCOMPARE(database.encryption(), QStringLiteral("TLSv1.3"));
    QCOMPARE(*ask(database, whoAmI), QStringLiteral("neondb_owner"));
    QCOMPARE(*ask(database, QStringLiteral("show is_superuser")), QStringLiteral("off"));
}

void TestNeonStandIn::theNameChoosesPoolerOrServer()
{
    m_neon->pooledLine().reset();
    m_neon->directLine().reset();
    Database pooled;
    QVERIFY(pooled.open(m_neon->pooled(m_database)));
    QCOMPARE(m_neon->pooledLine().connections(), 1);
    QCOMPARE(m_neon->directLine().connections(), 0);
    Database direct;
    QVERIFY(direct.open(m_neon->direct(m_database)));
    QCOMPARE(m_neon->directLine().connections(), 1);
}

void TestNeonStandIn::theDerivedStringIsTheOther()
{
    QCOMPARE(m_neon->pooled(m_database).direct(), m_neon->direct(m_database));
    QCOMPARE(m_neon->direct(m_database).pooled(), m_neon->pooled(m_database));
    QCOMPARE(*store::ConnectionString::parse(m_neon->pooled(m_database).uri()), m_neon->pooled(m_database));
}

void TestNeonStandIn::aForeignAuthorityIsRefused_data()
{
    bothWays();
}

void TestNeonStandIn::aForeignAuthorityIsRefused()
{
    store::ConnectionString string = target();
    string.options.insert(QStringLiteral("sslrootcert"), m_neon->foreignAuthorityFile());
    Database database;
    const auto opened = database.open(string);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Tls);
}

void TestNeonStandIn::anotherNameThanTheCertificatesIsRefused()
{
    store::ConnectionString string = m_neon->direct(m_database);
    string.hosts.first().host = QStringLiteral("ep-quiet-lake-a1b2c3d4.example.localhost");
    Database database;
    const auto opened = database.open(string);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Tls);
}

void TestNeonStandIn::withoutTlsItRefuses()
{
    store::ConnectionString string = m_neon->pooled(m_database);
    string.options.insert(QStringLiteral("sslmode"), QStringLiteral("disable"));
    Database database;
    const auto opened = database.open(string);
    QVERIFY(!opened);
    QVERIFY2(opened.error().detail.contains(u"connection is insecure"), qPrintable(reason(opened)));
}

void TestNeonStandIn::aWrongPasswordIsRefused_data()
{
    bothWays();
}

void TestNeonStandIn::aWrongPasswordIsRefused()
{
    store::ConnectionString string = target();
    string.password = QStringLiteral("guess");
    Database database;
    const auto opened = database.open(string);
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::SignIn);
}

void TestNeonStandIn::thePoolHasSoManyConnections()
{
    std::vector<std::unique_ptr<Database>> clients;
    std::vector<std::thread> threads;
    std::mutex mutex;
    QSet<QString> backends;
    for (int i = 0; i < 6; ++i)
        threads.emplace_back([&] {
            Database database;
            if (!database.open(m_neon->pooled(m_database)))
                return;
            for (int n = 0; n < 5; ++n) {
                const auto pid = ask(database, QStringLiteral("select pg_backend_pid() from pg_sleep(0.02)"));
                const std::lock_guard lock(mutex);
                backends.insert(pid ? *pid : pid.error().detail);
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(backends.size(), 2);
}

void TestNeonStandIn::aRotatedPasswordCounts_data()
{
    bothWays();
}

void TestNeonStandIn::aRotatedPasswordCounts()
{
    const store::ConnectionString before = target();
    m_neon->rotatePassword(before.password + QStringLiteral("+1"));
    Database database;
    QTRY_COMPARE_WITH_TIMEOUT(openingFails(database, before), ErrorKind::SignIn, 30000);
    opensSoon(database);
}

void TestNeonStandIn::thePoolerComesBack()
{
    Database database;
    QVERIFY(database.open(m_neon->pooled(m_database)));
    m_neon->stopPooler();
    QVERIFY(!ask(database, whoAmI));
    QVERIFY(!database.open(m_neon->pooled(m_database)));
    m_neon->startPooler();
    QVERIFY(database.open(m_neon->pooled(m_database)));
    QVERIFY(ask(database, whoAmI));
}

void TestNeonStandIn::aSleepingComputeWakes_data()
{
    bothWays();
}

void TestNeonStandIn::aSleepingComputeWakes()
{
    Database database;
    QVERIFY(database.open(target()));
    m_neon->suspendCompute(std::chrono::milliseconds(300));
    QVERIFY(m_neon->isAsleep());
    QVERIFY(!ask(database, whoAmI));
    const auto opened = database.open(target());
    QVERIFY2(opened, qPrintable(reason(opened)));
    QVERIFY(!m_neon->isAsleep());
    QVERIFY(ask(database, whoAmI));
}

void TestNeonStandIn::roundTripsAreCountedThroughTls_data()
{
    bothWays();
}

void TestNeonStandIn::roundTripsAreCountedThroughTls()
{
    Database database;
    QVERIFY(database.open(target()));
    line().reset();
    for (int i = 0; i < 10; ++i)
        QVERIFY(ask(database, whoAmI));
    QCOMPARE(line().roundTrips(), 10);
    line().setDelay(std::chrono::milliseconds(80));
    QElapsedTimer time;
    time.start();
    QVERIFY(ask(database, whoAmI));
    line().setDelay(std::chrono::milliseconds(0));
    QVERIFY(time.elapsed() >= 79);
}

void TestNeonStandIn::holesSwallowWhatIsOpen_data()
{
    QTest::addColumn<bool>("pooled");
    QTest::addColumn<bool>("after");
    for (const bool pooled : {true, false}) {
        for (const bool after : {true, false})
            QTest::addRow("%s, %s sending", pooled ? "pooled" : "direct", after ? "after" : "before")
                << pooled << after;
    }
}

void TestNeonStandIn::holesSwallowWhatIsOpen()
{
    QFETCH(bool, after);
    m_neon->psql(m_database,
                 QStringLiteral("drop table if exists public.seen; create table public.seen (n int);"
                                "grant all on public.seen to neondb_owner"));
    Database database;
    QVERIFY(database.open(target()));
    line().swallow(after ? tests::ChaosProxy::Hole::AfterSending : tests::ChaosProxy::Hole::BeforeSending);
    QTest::qWait(50);
    const auto answer =
        ask(database, QStringLiteral("insert into public.seen values (1)"), std::chrono::milliseconds(500));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Timeout);
    QCOMPARE(m_neon->psql(m_database, QStringLiteral("select count(*) from public.seen")),
             after ? QStringLiteral("1") : QStringLiteral("0"));
    QVERIFY(database.open(target()));
    QVERIFY(ask(database, whoAmI));
}

void TestNeonStandIn::aLostReplyWasCommitted_data()
{
    bothWays();
}

void TestNeonStandIn::aLostReplyWasCommitted()
{
    m_neon->psql(m_database,
                 QStringLiteral("drop table if exists public.seen; create table public.seen (n int);"
                                "grant all on public.seen to neondb_owner"));
    Database database;
    QVERIFY(database.open(target()));
    line().loseNextReply();
    const auto answer = ask(database, QStringLiteral("insert into public.seen values (1)"));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Connection);
    QCOMPARE(m_neon->psql(m_database, QStringLiteral("select count(*) from public.seen")),
             QStringLiteral("1"));
}

QTEST_GUILESS_MAIN(TestNeonStandIn)
#include "tst_neonstandin.moc"
