#include "store/doctor/connectioncheck.h"
#include "store/migrations/migrator.h"
#include "support/temporaryserver.h"

#include <QTcpServer>
#include <QtTest>
#include <thread>

using namespace glow;
using Status = store::CheckStep::Status;

class TestConnectionCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aPreparedDatabasePassesEveryStep();
    void anUnpreparedDatabaseIsAWarning();
    void rowsThatAreGoneWantAVacuum();
    void nothingIsLeftBehind();
    void aCauseFailsItsOwnStepWithItsOwnRemedy_data();
    void aCauseFailsItsOwnStepWithItsOwnRemedy();
    void aServerThatKeepsSilentEndsTheCheck();
    void cancellingEndsTheCheck();
    void aTextThatCannotBeReadFailsTheFirstStep();

private:
    static QStringList names(const store::CheckReport& report);
    static store::CheckStep step(const store::CheckReport& report, const QString& name);

    std::unique_ptr<tests::TemporaryServer> m_server;
    store::ConnectionString m_empty;
    store::ConnectionString m_prepared;
};

static const QStringList allSteps{
    QStringLiteral("string"),  QStringLiteral("resolve"),    QStringLiteral("tcp"),
    QStringLiteral("tls"),     QStringLiteral("signin"),     QStringLiteral("endpoint"),
    QStringLiteral("version"), QStringLiteral("roundtrip"),  QStringLiteral("wake"),
    QStringLiteral("rights"),  QStringLiteral("migrations"), QStringLiteral("search"),
    QStringLiteral("size"),    QStringLiteral("clock"),      QStringLiteral("write")};

QStringList TestConnectionCheck::names(const store::CheckReport& report)
{
    QStringList list;
    for (const store::CheckStep& each : report.steps)
        list.append(each.name);
    return list;
}

store::CheckStep TestConnectionCheck::step(const store::CheckReport& report, const QString& name)
{
    for (const store::CheckStep& each : report.steps) {
        if (each.name == name)
            return each;
    }
    return {};
}

void TestConnectionCheck::initTestCase()
{
    store::Database::loadDriver();
    m_server = std::make_unique<tests::TemporaryServer>();
    m_empty = m_server->createDatabase();
    m_prepared = m_server->createDatabase();
    store::Database database;
    QVERIFY(database.open(m_prepared));
    const auto migrations = store::embeddedMigrations();
    QVERIFY(migrations);
    const auto upgraded = store::Migrator(database, *migrations).upgrade();
    QVERIFY2(upgraded, qPrintable(upgraded ? QString() : upgraded.error().message));
}

void TestConnectionCheck::aPreparedDatabasePassesEveryStep()
{
    QStringList heard;
    const auto report = store::ConnectionCheck(m_prepared, QStringLiteral("local"))
                            .run([&heard](const store::CheckStep& each) { heard.append(each.name); });
    QCOMPARE(names(report), allSteps);
    QCOMPARE(heard, allSteps);
    QVERIFY(report.ok());
    for (const store::CheckStep& each : report.steps)
        QVERIFY2(each.status == Status::Ok || each.name == u"tls", qPrintable(each.name + each.detail));
    QCOMPARE(report.users, QStringList{QStringLiteral("local")});
}

void TestConnectionCheck::anUnpreparedDatabaseIsAWarning()
{
    const auto report = store::ConnectionCheck(m_server->overTcp(m_empty), QStringLiteral("local")).run();
    QVERIFY(report.ok());
    QCOMPARE(step(report, QStringLiteral("migrations")).status, Status::Warning);
    QVERIFY(step(report, QStringLiteral("migrations")).remedy.contains(u"glowlist migrate upgrade"));
    QCOMPARE(step(report, QStringLiteral("write")).status, Status::Skipped);
}

void TestConnectionCheck::rowsThatAreGoneWantAVacuum()
{
    const store::ConnectionString database = m_server->createDatabase(m_prepared.database);
    m_server->psql(
        database.database,
        QStringLiteral("alter table users set (autovacuum_enabled = false); "
                       "insert into users select repeat('x', 60) || n from generate_series(1, 200000) n; "
                       "delete from users where id <> 'local'"));
    const auto size = [&database] {
        const auto report = store::ConnectionCheck(database, QStringLiteral("local")).run();
        return step(report, QStringLiteral("size"));
    };
    QTRY_COMPARE_WITH_TIMEOUT(size().status, Status::Warning, 30000); // the server counts with delay
    QVERIFY(size().remedy.contains(u"VACUUM"));
    m_server->psql(database.database, QStringLiteral("vacuum full users"));
    QTRY_COMPARE_WITH_TIMEOUT(size().status, Status::Ok, 30000);
}

void TestConnectionCheck::nothingIsLeftBehind()
{
    const QString dump =
        QStringLiteral("select (select count(*) from tasks), (select count(*) from glowlist.history), "
                       "(select revision from glowlist.workspace)");
    const QString before = m_server->psql(m_prepared.database, dump);
    QVERIFY(store::ConnectionCheck(m_prepared, QStringLiteral("local")).run().ok());
    QCOMPARE(m_server->psql(m_prepared.database, dump), before);
}

void TestConnectionCheck::aCauseFailsItsOwnStepWithItsOwnRemedy_data()
{
    QTest::addColumn<store::ConnectionString>("target");
    QTest::addColumn<QString>("failing");
    m_server->psql(
        QStringLiteral("postgres"),
        QStringLiteral("create role guest login; create role locked nologin; create role reader login;"
                       "alter role reader set default_transaction_read_only = on"));
    const store::ConnectionString tcp = m_server->overTcp(m_prepared);
    store::ConnectionString target = tcp;
    target.hosts = {{QStringLiteral("name.invalid"), 5432}};
    QTest::newRow("no such host") << target << "resolve";
    target.hosts = {{QStringLiteral("127.0.0.1"), 1}};
    QTest::newRow("nothing listens") << target << "tcp";
    target.hosts = {{QStringLiteral("/nonexistent"), 5432}};
    QTest::newRow("no socket") << target << "tcp";
    target = tcp;
    target.options.insert(QStringLiteral("sslmode"), QStringLiteral("verify-full"));
    QTest::newRow("no encryption") << target << "tls";
    target = tcp;
    target.user = QStringLiteral("nobody");
    QTest::newRow("no such user") << target << "signin";
    target.user = QStringLiteral("locked");
    QTest::newRow("may not sign in") << target << "signin";
    target = tcp;
    target.database = QStringLiteral("nothing");
    QTest::newRow("no such database") << target << "signin";
    target = tcp;
    target.user = QStringLiteral("guest");
    QTest::newRow("no rights") << target << "rights";
    target.user = QStringLiteral("reader");
    QTest::newRow("read only") << target << "rights";
}

void TestConnectionCheck::aCauseFailsItsOwnStepWithItsOwnRemedy()
{
    QFETCH(store::ConnectionString, target);
    QFETCH(QString, failing);
    target.password = QStringLiteral("s3cret");
    const auto report = store::ConnectionCheck(target, QStringLiteral("local")).run();
    QVERIFY(!report.ok());
    QCOMPARE(names(report), allSteps);
    for (const store::CheckStep& each : report.steps) {
        if (each.name == failing) {
            QCOMPARE(each.status, Status::Failed);
            QVERIFY(!each.remedy.isEmpty());
            break;
        }
        QVERIFY2(each.status != Status::Failed, qPrintable(each.name + u' ' + each.detail));
    }
    if (target.user == u"guest")
        QVERIFY(step(report, failing).remedy.contains(u"grant usage on schema glowlist to \"guest\""));
    for (const store::CheckStep& each : report.steps)
        QVERIFY(!(each.title + each.detail + each.remedy).contains(u"s3cret"));
}

void TestConnectionCheck::aServerThatKeepsSilentEndsTheCheck()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    store::ConnectionString target = m_server->overTcp(m_prepared);
    target.hosts = {{QStringLiteral("127.0.0.1"), silent.serverPort()}};
    const auto report = store::ConnectionCheck(target, QStringLiteral("local")).run();
    QCOMPARE(step(report, QStringLiteral("signin")).status, Status::Failed);
}

void TestConnectionCheck::cancellingEndsTheCheck()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    store::ConnectionString target = m_server->overTcp(m_prepared);
    target.hosts = {{QStringLiteral("127.0.0.1"), silent.serverPort()}};
    store::ConnectionCheck check(target, QStringLiteral("local"));
    std::thread other;
    const auto report = check.run([&](const store::CheckStep& each) {
        if (each.name == u"tcp")
            other = std::thread([&check] {
                std::this_thread::sleep_for(std::chrono::milliseconds(300));
                check.cancel();
            });
    });
    other.join();
    QCOMPARE(names(report), allSteps);
    QCOMPARE(step(report, QStringLiteral("write")).status, Status::Skipped);
}

void TestConnectionCheck::aTextThatCannotBeReadFailsTheFirstStep()
{
    const auto report =
        store::checkConnection(QStringLiteral("postgresql://u:s3c%zzret@h/d"), QStringLiteral("local"));
    QCOMPARE(names(report), allSteps);
    QCOMPARE(report.steps.constFirst().status, Status::Failed);
    QVERIFY(!report.steps.constFirst().title.contains(u"s3c"));
}

QTEST_GUILESS_MAIN(TestConnectionCheck)
#include "tst_connectioncheck.moc"
