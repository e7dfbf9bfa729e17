#include "store/migrations/migrator.h"
#include "store/migrations/schemacheck.h"
#include "support/temporaryserver.h"

#include <QtTest>
#include <csignal>

using namespace glow;
using store::Database;
using store::Migrator;
using store::SchemaCheck;

namespace {

QList<store::Migration> migrations()
{
    const auto embedded = store::embeddedMigrations();
    if (!embedded)
        qFatal("%s", qPrintable(embedded.error().message));
    return *embedded;
}

const QString baseRows =
    QStringLiteral("select count(*) || ' ' || md5(string_agg(concat_ws('|', id, user_id, title, description, "
                   "completed, priority, due_date, created_at, updated_at), e'\\n' order by id)) from tasks");

/// The catalogue but for the rights: what a migration revokes from PUBLIC stays revoked on the way down.
QJsonArray shape(Database& database)
{
    const auto catalogue = SchemaCheck(database).catalogue();
    if (!catalogue)
        qFatal("%s", qPrintable(catalogue.error().detail));
    QJsonArray shape;
    for (const QJsonValue& each : *catalogue) {
        if (each[u"kind"] != QStringLiteral("rights"))
            shape.append(each);
    }
    return shape;
}

// Started by the test as its own program: migrates, and is killed meanwhile.
int moveDatabase(const QStringList& arguments)
{
    store::ConnectionString target;
    target.hosts = {{arguments.value(2), static_cast<quint16>(arguments.value(3).toUInt())}};
    target.database = arguments.value(4);
    target.user = QStringLiteral("tester");
    Database database;
    if (!database.open(target))
        return 1;
    Migrator migrator(database, migrations());
    const QString revision = arguments.value(5);
    const core::Result<void> done =
        revision == u"head" ? migrator.upgrade() : migrator.downgrade(revision, true);
    return done ? 0 : 1;
}

} // namespace

/// Kill -9 of the program or the server at a random moment of an upgrade or downgrade: the database is at a
/// whole revision afterwards, and no row is lost. GLOWLIST_KILLS sets the number of runs.
class TestMigrateKilled : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aKilledMigrationEndsAtAWholeRevision();

private:
    void killSomebody(const QString& target, int milliseconds, bool server);
    QJsonArray catalogue();
    QString psql(const QString& sql) const { return m_server.psql(m_database.database, sql); }

    tests::TemporaryServer m_server;
    store::ConnectionString m_low;
    store::ConnectionString m_high;
    store::ConnectionString m_database;
    QHash<QString, QJsonArray> m_catalogues; ///< by revision
    qint64 m_duration = 0;                   ///< of a whole upgrade, in milliseconds
    QString m_rows;
};

QJsonArray TestMigrateKilled::catalogue()
{
    Database database;
    if (!database.open(m_database))
        qFatal("not opened");
    return shape(database);
}

void TestMigrateKilled::initTestCase()
{
    const auto upgradeTo = [this](const QString& revision) {
        Database database;
        QVERIFY(database.open(m_database).ok());
        const core::Result<void> done = Migrator(database, migrations()).upgrade(revision);
        QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
    };
    m_low = m_database = m_server.createDatabase();
    upgradeTo(QStringLiteral("0001"));
    psql(QStringLiteral(
        "insert into tasks (user_id, title, completed, priority, created_at, updated_at, due_date) "
        "select 'local', 'Task ' || n, n % 3 = 0, 'high', '2026-01-02 03:04:05', "
        "'2026-01-02 03:04:05', '2026-11-27 09:00' from generate_series(1, 10000) n"));
    m_rows = psql(baseRows);
    m_high = m_database = m_server.createDatabase(m_low.database);
    m_catalogues.insert(QStringLiteral("0001"), catalogue());
    QElapsedTimer timer;
    for (const store::Migration& each : migrations().mid(1)) {
        timer.start();
        upgradeTo(each.revision);
        m_duration += timer.elapsed();
        m_catalogues.insert(each.revision, catalogue());
    }
}

void TestMigrateKilled::killSomebody(const QString& target, int milliseconds, bool server)
{
    const store::HostPort host = m_database.hosts.constFirst();
    QProcess child;
    child.start(
        QCoreApplication::applicationFilePath(),
        {QStringLiteral("--move"), host.host, QString::number(host.port), m_database.database, target});
    QVERIFY(child.waitForStarted());
    QTest::qSleep(milliseconds);
    if (server)
        m_server.kill();
    else
        ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
    QVERIFY(child.waitForFinished(120000));
    if (server)
        m_server.start();
}

void TestMigrateKilled::aKilledMigrationEndsAtAWholeRevision()
{
    const int runs = qEnvironmentVariable("GLOWLIST_KILLS", QStringLiteral("6")).toInt();
    QHash<QString, int> ends;
    for (int run = 0; run < runs; ++run) {
        const bool up = run % 2 == 0;
        const bool server = run % 4 >= 2;
        m_database = m_server.createDatabase((up ? m_low : m_high).database);
        const int moment = QRandomGenerator::global()->bounded(static_cast<int>(m_duration) + 200);
        killSomebody(up ? QStringLiteral("head") : QStringLiteral("0001"), moment, server);
        QString revision;
        {
            Database database;
            QTRY_VERIFY_WITH_TIMEOUT(database.open(m_database).ok(), 60000);
            Migrator migrator(database, migrations());
            // A program that was killed leaves its backend to finish the file it had sent.
            QTRY_COMPARE_WITH_TIMEOUT(
                psql(QStringLiteral(
                         "select count(*) from pg_stat_activity where datname = current_database() and "
                         "application_name <> 'psql' and pid <> %1")
                         .arg(database.query(QStringLiteral("select pg_backend_pid()"))
                                  ->value(0)
                                  .value(0)
                                  .value(0)
                                  .toString())),
                QStringLiteral("0"), 60000);
            revision = migrator.state()->revision;
            QVERIFY2(m_catalogues.contains(revision), qPrintable(revision));
            const QByteArray found = SchemaCheck::toText(shape(database));
            const QByteArray whole = SchemaCheck::toText(m_catalogues.value(revision));
            QCOMPARE(found.split('\n').size(), whole.split('\n').size());
            QVERIFY2(found == whole, qPrintable(revision));
            QCOMPARE(psql(baseRows), m_rows);
            const core::Result<void> again = migrator.upgrade();
            QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().message));
            QVERIFY(SchemaCheck(database).run(*migrator.state())->isClean());
        }
        QCOMPARE(psql(baseRows), m_rows);
        ++ends[(up ? QStringLiteral("up ") : QStringLiteral("down ")) + revision];
        m_server.psql(QStringLiteral("postgres"), QStringLiteral("drop database ") + m_database.database);
    }
    qInfo() << "ended at" << ends;
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    Database::loadDriver();
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--move")
        return moveDatabase(arguments);
    TestMigrateKilled test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_migratekilled.moc"
