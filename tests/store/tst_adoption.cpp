#include "store/migrations/adoption.h"
#include "store/sqltext.h"
#include "support/temporaryserver.h"
#include "support/webapplication.h"

#include <QtTest>

using namespace glow;
using core::Result;
using store::Database;
using store::Migration;
using store::Migrator;
using store::adoption::Report;
using tests::WebApplication;

namespace {

QList<Migration> migrations()
{
    const Result<QList<Migration>> embedded = store::embeddedMigrations();
    if (!embedded)
        qFatal("%s", qPrintable(embedded.error().message));
    return *embedded;
}

const QString glowColumns =
    QStringLiteral("select count(*) from information_schema.columns where table_schema = 'public' and "
                   "table_name = 'tasks' and column_name like 'glow%'");
const QString autogenerate = QStringLiteral("autogenerate");

} // namespace

/// Two programs, one database: Glowlist and the web application (SQLAlchemy, Alembic), on a real server.
class TestAdoption : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_application.reset(); }
    void theReportSaysWhatIsThereAndChangesNothing();
    void anEmptyDatabaseIsAdopted();
    void manyRowsOfSeveralUsersKeepEveryByte();
    void columnsThatDoNotFitAreNamed_data();
    void columnsThatDoNotFitAreNamed();
    void whoeverDoesNotOwnTheTableIsToldTheGrant();
    void aDifferenceInTheRowsTakesEverythingBack();
    void cancellingTakesEverythingBack();
    void theScriptDoesTheSame();
    void aUserIsMadeOnlyWhereItNeedsNothingButAnId();
    void ourOwnTablesAreNotForeign();
    void aPlainUpgradeOfTheWindowLeavesForeignTablesAlone();
    void aRoleWithoutRightsOnOurSchemaGoesOnWriting();
    void whatTheOtherProgramWritesIsLogged();
    void aParentDeletedByTheOtherProgramLeavesTopLevelTasks();
    void truncateIsRefusedWithASentence();
    void autogenerateWithoutTheHookIsRefusedAndNothingIsLost();
    void autogenerateWithTheHookIsEmpty();
    void theOtherProgramMayWidenItsTitle();
    void downToTheBaseTheOtherProgramWorksAsBefore();
    void theOtherProgramUsesADatabaseThatWeMade();
    void theHookInTheReadmeIsTheOneThatWasTried();

private:
    QString psql(const QString& sql) const { return m_server.psql(m_target.database, sql).trimmed(); }
    Report examine()
    {
        Database database;
        if (const auto opened = database.open(m_target); !opened)
            qFatal("%s", qPrintable(opened.error().message));
        const Result<Report> report = store::adoption::examine(database, migrations());
        if (!report)
            qFatal("%s", qPrintable(report.error().message + report.error().detail));
        return *report;
    }
    /// Fails where `migrate check` would say something afterwards, too.
    Result<void> adopt(const store::adoption::Choice& choice = {}, const Migrator::Watcher& watcher = {})
    {
        Database database;
        if (const auto opened = database.open(m_target); !opened)
            return opened;
        const auto differences = store::adoption::adopt(database, migrations(), choice, watcher);
        if (!differences)
            return differences.error();
        return differences->isEmpty() ? Result<void>()
                                      : core::Error{core::ErrorKind::Internal, differences->join(u' ')};
    }
    Result<void> downgrade(const QString& to)
    {
        Database database;
        if (const auto opened = database.open(m_target); !opened)
            return opened;
        return Migrator(database, migrations()).downgrade(to, true);
    }
    WebApplication& web() { return *m_application; }

    tests::TemporaryServer m_server;
    store::ConnectionString m_target;
    std::unique_ptr<WebApplication> m_application;
};

void TestAdoption::init()
{
    m_target = m_server.createDatabase();
    m_application = std::make_unique<WebApplication>(m_target);
}

void TestAdoption::theReportSaysWhatIsThereAndChangesNothing()
{
    web().setUp({QStringLiteral("jonas"), QStringLiteral("maya")});
    web().add(QStringLiteral("maya"), QStringLiteral("Send the lease"),
              QStringLiteral("2026-11-22T23:30:00"));
    const int done =
        web().add(QStringLiteral("maya"), QStringLiteral("All day"), QStringLiteral("2026-11-23"));
    web()(
        {QStringLiteral("edit"), QString::number(done), QStringLiteral("completed"), QStringLiteral("true")});
    const QString before = web().checksum();
    const Report report = examine();
    QVERIFY(report.canAdopt());
    QCOMPARE(report.rows, 2);
    QVERIFY(report.bytes > 0);
    QVERIFY(!report.alembicRevision.isEmpty());
    QCOMPARE(report.owner, QStringLiteral("tester"));
    QCOMPARE(report.users.size(), 2);
    QCOMPARE(report.users.at(0), (store::adoption::User{QStringLiteral("jonas"), 0, 0, {}}));
    QCOMPARE(report.users.at(1).open, 1);
    QCOMPARE(report.users.at(1).done, 1);
    QCOMPARE(report.users.at(1).samples.size(), 2);
    QCOMPARE(report.users.at(1).samples.constFirst().title, QStringLiteral("Send the lease"));
    QCOMPARE(report.users.at(1).samples.constFirst().due.toText(), QStringLiteral("2026-11-22T23:30"));
    QVERIFY(report.seconds > 0);
    QCOMPARE(web().checksum(), before);
    QCOMPARE(psql(QStringLiteral("select to_regnamespace('glowlist') is null")), QStringLiteral("t"));
    QVERIFY(adopt().ok());
    QCOMPARE(QString::number(report.columns), psql(glowColumns));
    QCOMPARE(QString::number(report.tables + 1), // and the record of migrations
             psql(QStringLiteral("select count(*) from pg_tables where schemaname = 'glowlist'")));
    QCOMPARE(QString::number(report.indexes),
             psql(QStringLiteral("select count(*) from pg_indexes where schemaname = 'public' and indexname "
                                 "like 'glow%'")));
    QVERIFY(!examine().isForeign);
}

void TestAdoption::anEmptyDatabaseIsAdopted()
{
    web().setUp({});
    QVERIFY(examine().canAdopt());
    QVERIFY(adopt().ok());
    QCOMPARE(psql(QStringLiteral("select id from users")), QStringLiteral("local"));
    web().run({QStringLiteral("users"), QStringLiteral("maya")});
    QVERIFY(web().add(QStringLiteral("maya"), QStringLiteral("First")) > 0);
}

void TestAdoption::manyRowsOfSeveralUsersKeepEveryByte()
{
    web().setUp({QStringLiteral("jonas"), QStringLiteral("maya"), QStringLiteral("test")});
    web().run({QStringLiteral("fill"), QStringLiteral("50000")});
    const QString before = web().checksum();
    const Report report = examine();
    QCOMPARE(report.rows, 50000);
    QElapsedTimer timer;
    timer.start();
    QStringList steps;
    Migrator::Watcher watcher;
    watcher.step = [&steps](const Migration& step, int, int) { steps.append(step.fileName()); };
    const Result<void> adopted = adopt({}, watcher);
    QVERIFY2(adopted.ok(), qPrintable(adopted ? QString() : adopted.error().message));
    qInfo() << "50,000 rows:" << timer.elapsed() << "ms, expected" << report.seconds * 1000;
    QCOMPARE(steps, report.pending);
    QCOMPARE(web().checksum(), before);
    // What it does not know is kept and ranked as medium.
    QCOMPARE(psql(QStringLiteral(
                 "select string_agg(distinct priority || ' ' || glow_rank, ',' order by priority || ' ' "
                 "|| glow_rank) from tasks where priority not in ('none', 'low', 'medium', 'high')")),
             QStringLiteral("2,High 2,urgent 2"));
    QCOMPARE(psql(QStringLiteral("select count(distinct glow_uid) from tasks")), QStringLiteral("50000"));
}

void TestAdoption::columnsThatDoNotFitAreNamed_data()
{
    QTest::addColumn<QString>("change");
    QTest::addColumn<QString>("word");
    QTest::newRow("date") << "alter table tasks alter due_date type date"
                          << "due_date";
    QTest::newRow("zone") << "alter table tasks alter created_at type timestamptz"
                          << "created_at";
    QTest::newRow("missing") << "alter table tasks drop description"
                             << "description";
    QTest::newRow("number") << "alter table tasks alter completed type int using 0"
                            << "completed";
    QTest::newRow("short") << "alter table tasks alter title type varchar(50)"
                           << "title";
    QTest::newRow("more") << "alter table tasks add project int not null"
                          << "project";
    QTest::newRow("no users") << "drop table users cascade"
                              << "users";
}

void TestAdoption::columnsThatDoNotFitAreNamed()
{
    QFETCH(QString, change);
    QFETCH(QString, word);
    web()({QStringLiteral("create")});
    psql(change);
    const Report report = examine();
    QVERIFY(report.isForeign);
    QVERIFY(!report.canAdopt());
    QCOMPARE(report.misfits.size(), 1);
    QVERIFY2(report.problem().contains(word), qPrintable(report.problem()));
}

void TestAdoption::whoeverDoesNotOwnTheTableIsToldTheGrant()
{
    web().setUp({QStringLiteral("maya")});
    const QString role = QStringLiteral("guest_") + m_target.database;
    psql(QStringLiteral("create role %1 login; grant select on all tables in schema public to %1").arg(role));
    m_target.user = role;
    const Report report = examine();
    QVERIFY(!report.canAdopt());
    QVERIFY2(report.problem().contains(QStringLiteral("GRANT \"tester\" TO \"%1\"").arg(role)),
             qPrintable(report.problem()));
    psql(QStringLiteral("alter table tasks owner to %1").arg(role));
    QVERIFY(examine().problem().contains(QStringLiteral("GRANT CREATE ON DATABASE")));
    psql(QStringLiteral("grant create on database \"%2\" to %1").arg(role, m_target.database));
    QVERIFY(examine().problem().contains(QStringLiteral("GRANT CREATE ON SCHEMA public")));
    psql(QStringLiteral("grant create on schema public to %1; grant all on users to %1").arg(role));
    QVERIFY(examine().canAdopt());
    const Result<void> adopted = adopt();
    QVERIFY2(adopted.ok(), qPrintable(adopted ? QString() : adopted.error().message));
}

void TestAdoption::aDifferenceInTheRowsTakesEverythingBack()
{
    web().setUp({QStringLiteral("maya")});
    web().add(QStringLiteral("maya"), QStringLiteral("Stays"));
    const QString before = web().checksum();
    QList<Migration> wrong = migrations();
    wrong.last().up += QStringLiteral("\n;update public.tasks set title = title || '!'");
    Database database;
    QVERIFY(database.open(m_target).ok());
    const Result<QStringList> adopted = store::adoption::adopt(database, wrong, {});
    QVERIFY(!adopted.ok());
    QCOMPARE(adopted.error().kind, core::ErrorKind::Migration);
    QVERIFY2(adopted.error().message.contains(QStringLiteral("taken back")),
             qPrintable(adopted.error().message));
    QCOMPARE(web().checksum(), before);
    QCOMPARE(psql(glowColumns), QStringLiteral("0"));
    QCOMPARE(psql(QStringLiteral("select to_regnamespace('glowlist') is null")), QStringLiteral("t"));
    QVERIFY(adopt().ok());
}

void TestAdoption::cancellingTakesEverythingBack()
{
    web().setUp({QStringLiteral("maya")});
    web().add(QStringLiteral("maya"), QStringLiteral("Stays"));
    const QString before = web().checksum();
    int step = 0;
    Migrator::Watcher watcher;
    watcher.step = [&step](const Migration&, int i, int) { step = i; };
    watcher.cancelled = [&step] { return step == 3; };
    const Result<void> adopted = adopt({}, watcher);
    QVERIFY(!adopted.ok());
    QCOMPARE(adopted.error().kind, core::ErrorKind::Cancelled);
    QCOMPARE(web().checksum(), before);
    QCOMPARE(psql(QStringLiteral("select to_regnamespace('glowlist') is null")), QStringLiteral("t"));
}

void TestAdoption::theScriptDoesTheSame()
{
    web().setUp({QStringLiteral("maya")});
    web().add(QStringLiteral("maya"), QStringLiteral("Stays"));
    const QString before = web().checksum();
    Database database;
    QVERIFY(database.open(m_target).ok());
    const Result<QString> script = store::adoption::script(database, migrations(), {true});
    QVERIFY(script.ok());
    psql(QStringLiteral("begin;\n") + *script + QStringLiteral("commit;"));
    QCOMPARE(web().checksum(), before);
    QCOMPARE(psql(QStringLiteral("select due_dates_utc from glowlist.workspace")), QStringLiteral("t"));
    QVERIFY(Migrator(database, migrations()).state()->pending.isEmpty());
}

void TestAdoption::aUserIsMadeOnlyWhereItNeedsNothingButAnId()
{
    web().setOptions({QStringLiteral("--email")});
    web().setUp({});
    QVERIFY(!examine().mayMakeUser);
    QVERIFY(adopt().ok());
    QCOMPARE(psql(QStringLiteral("select count(*) from users")), QStringLiteral("0"));
}

void TestAdoption::ourOwnTablesAreNotForeign()
{
    Database database;
    QVERIFY(database.open(m_target).ok());
    QVERIFY(Migrator(database, migrations()).upgrade().ok());
    QVERIFY(!examine().isForeign);
    QVERIFY(downgrade(QStringLiteral("0001")).ok());
    QVERIFY(!examine().isForeign);
}

void TestAdoption::aPlainUpgradeOfTheWindowLeavesForeignTablesAlone()
{
    web().setUp({QStringLiteral("maya")});
    web().add(QStringLiteral("maya"), QStringLiteral("Stays"));
    const QString before = web().checksum();
    Database database;
    QVERIFY(database.open(m_target).ok());
    const Result<void> refused = store::adoption::upgradeOwn(database, migrations(), {});
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, core::ErrorKind::Migration);
    QVERIFY(refused.error().message.contains(QStringLiteral("Review")));
    QCOMPARE(web().checksum(), before);
    QCOMPARE(psql(QStringLiteral("select to_regnamespace('glowlist') is null")), QStringLiteral("t"));
    QVERIFY(adopt().ok()); // reviewed and agreed to
    QVERIFY(downgrade(QStringLiteral("0003")).ok());
    QVERIFY(store::adoption::upgradeOwn(database, migrations(), {}).ok()); // now they are ours, too
}

void TestAdoption::aRoleWithoutRightsOnOurSchemaGoesOnWriting()
{
    web().setUp({QStringLiteral("maya")});
    QVERIFY(adopt().ok());
    const QString role = QStringLiteral("web_") + m_target.database;
    psql(QStringLiteral(
             "create role %1 login; grant select, insert, update, delete on tasks, users to %1; grant usage "
             "on sequence tasks_id_seq to %1")
             .arg(role));
    store::ConnectionString target = m_target;
    target.user = role;
    const WebApplication other(target);
    const QString id = QString::number(other.add(QStringLiteral("maya"), QStringLiteral("Mine")));
    QVERIFY(
        other({QStringLiteral("edit"), id, QStringLiteral("title"), QStringLiteral("Still mine")}).isEmpty());
    QVERIFY(
        other({QStringLiteral("edit"), id, QStringLiteral("completed"), QStringLiteral("true")}).isEmpty());
    QVERIFY(other({QStringLiteral("delete"), id}).isEmpty());
    QCOMPARE(psql(QStringLiteral("select \"row\"->>'title' || ' ' || actor from glowlist.trash")),
             QStringLiteral("Still mine %1").arg(role));
}

void TestAdoption::whatTheOtherProgramWritesIsLogged()
{
    web().setUp({QStringLiteral("maya")});
    const QString id = QString::number(web().add(QStringLiteral("maya"), QStringLiteral("Before")));
    QVERIFY(adopt().ok());
    const QString since = psql(QStringLiteral("select revision from glowlist.workspace"));
    web()({QStringLiteral("edit"), id, QStringLiteral("title"), QStringLiteral("After")});
    const QString added = QString::number(
        web().add(QStringLiteral("maya"), QStringLiteral("New"), QStringLiteral("2026-11-22T09:15")));
    web()({QStringLiteral("delete"), id});
    QCOMPARE(psql(QStringLiteral("select string_agg(kind, ' ' order by id) from glowlist.history")),
             QStringLiteral("update create delete"));
    QCOMPARE(psql(QStringLiteral(
                      "select string_agg(gone::text, ' ' order by revision) from glowlist.touched where "
                      "revision > %1")
                      .arg(since)),
             QStringLiteral("false true"));
    QCOMPARE(psql(QStringLiteral("select glow_due_has_time from tasks where id = ") + added),
             QStringLiteral("t"));
}

void TestAdoption::aParentDeletedByTheOtherProgramLeavesTopLevelTasks()
{
    web().setUp({QStringLiteral("maya")});
    QVERIFY(adopt().ok());
    const QStringList titles{QStringLiteral("Parent"), QStringLiteral("Child"), QStringLiteral("Grandchild")};
    QStringList ids;
    for (const QString& title : titles)
        ids.append(QString::number(web().add(QStringLiteral("maya"), title)));
    for (int i = 1; i < 3; ++i)
        psql(QStringLiteral(
                 "update tasks set glow_parent = (select glow_uid from tasks where id = %1) where id = %2")
                 .arg(ids.at(i - 1), ids.at(i)));
    QCOMPARE(
        psql(QStringLiteral("select glow_path ~ '^[^/]+/[^/]+/[^/]+$' from tasks where id = ") + ids.at(2)),
        QStringLiteral("t"));
    QVERIFY(web()({QStringLiteral("delete"), ids.at(0)}).isEmpty());
    QCOMPARE(psql(QStringLiteral("select glow_parent is null and glow_path !~ '/' from tasks where id = ") +
                  ids.at(1)),
             QStringLiteral("t"));
    QCOMPARE(psql(QStringLiteral(
                      "select c.glow_path ~ ('^' || p.glow_path || '/[^/]+$') from tasks c join tasks p on "
                      "p.glow_uid = c.glow_parent where c.id = ") +
                  ids.at(2)),
             QStringLiteral("t"));
}

void TestAdoption::truncateIsRefusedWithASentence()
{
    web().setUp({QStringLiteral("maya")});
    web().add(QStringLiteral("maya"), QStringLiteral("Stays"));
    QVERIFY(adopt().ok());
    QCOMPARE(web()({QStringLiteral("truncate")})[u"sqlstate"].toString(), QStringLiteral("0A000"));
    const QJsonObject refused = web()({QStringLiteral("truncate"), QStringLiteral("cascade")});
    QCOMPARE(refused[u"sqlstate"].toString(), QStringLiteral("42501"));
    QVERIFY(refused[u"error"].toString().contains(QStringLiteral("use DELETE")));
    QCOMPARE(psql(QStringLiteral("select count(*) from tasks")), QStringLiteral("1"));
}

void TestAdoption::autogenerateWithoutTheHookIsRefusedAndNothingIsLost()
{
    web().setUp({QStringLiteral("maya")});
    web().add(QStringLiteral("maya"), QStringLiteral("Stays"));
    QVERIFY(adopt().ok());
    const QString ours = QStringLiteral("select md5(string_agg(t::text, '' order by id)) from tasks t");
    const QString before = psql(ours);
    QVERIFY(!web().alembic(autogenerate)[u"operations"].toArray().isEmpty());
    const QJsonObject refused = web().alembic(QStringLiteral("upgrade"));
    QCOMPARE(refused[u"sqlstate"].toString(), QStringLiteral("2BP01"));
    QCOMPARE(psql(ours), before);
    QVERIFY(web().add(QStringLiteral("maya"), QStringLiteral("Goes on")) > 0);
    Database database;
    QVERIFY(database.open(m_target).ok());
    QVERIFY(Migrator(database, migrations()).state()->pending.isEmpty());
}

void TestAdoption::autogenerateWithTheHookIsEmpty()
{
    web().setUp({QStringLiteral("maya")});
    QVERIFY(adopt().ok());
    QCOMPARE(web().alembic(autogenerate, {QStringLiteral("hook")})[u"operations"].toArray(), QJsonArray());
    QVERIFY(web().alembic(QStringLiteral("upgrade")).isEmpty());
}

void TestAdoption::theOtherProgramMayWidenItsTitle()
{
    web().setUp({QStringLiteral("maya")});
    const QString id = QString::number(web().add(QStringLiteral("maya"), QStringLiteral("Short")));
    QVERIFY(adopt().ok());
    web().setOptions({QStringLiteral("--title-length"), QStringLiteral("300")});
    const QJsonArray operations =
        web().alembic(autogenerate, {QStringLiteral("hook")})[u"operations"].toArray();
    QCOMPARE(operations.size(), 1);
    QVERIFY(operations.at(0).toString().contains(QStringLiteral("alter_column('tasks', 'title'")));
    QVERIFY(web().alembic(QStringLiteral("upgrade")).isEmpty());
    QVERIFY(web()({QStringLiteral("edit"), id, QStringLiteral("title"), QString(300, u'x')}).isEmpty());
    QCOMPARE(psql(QStringLiteral("select length(title) from tasks")), QStringLiteral("300"));
}

void TestAdoption::downToTheBaseTheOtherProgramWorksAsBefore()
{
    web().setUp({QStringLiteral("jonas"), QStringLiteral("maya")});
    web().run({QStringLiteral("fill"), QStringLiteral("2000")});
    const QString before = web().checksum();
    QVERIFY(adopt().ok());
    QVERIFY(downgrade(QStringLiteral("0001")).ok());
    QCOMPARE(web().checksum(), before);
    QCOMPARE(psql(glowColumns), QStringLiteral("0"));
    QVERIFY(web().add(QStringLiteral("maya"), QStringLiteral("As before")) > 0);
    QCOMPARE(web().alembic(autogenerate)[u"operations"].toArray(), QJsonArray());
    // And once more.
    QVERIFY(examine().canAdopt());
    QVERIFY(adopt({true}).ok());
    QCOMPARE(psql(QStringLiteral("select due_dates_utc from glowlist.workspace")), QStringLiteral("t"));
    QVERIFY(downgrade(QStringLiteral("base")).ok());
    QCOMPARE(psql(QStringLiteral("select count(*) from tasks")), QStringLiteral("2001"));
}

void TestAdoption::theOtherProgramUsesADatabaseThatWeMade()
{
    Database database;
    QVERIFY(database.open(m_target).ok());
    QVERIFY(Migrator(database, migrations()).upgrade().ok());
    QVERIFY(web().alembic(QStringLiteral("stamp")).isEmpty());
    QCOMPARE(web().alembic(autogenerate, {QStringLiteral("hook")})[u"operations"].toArray(), QJsonArray());
    QVERIFY(web().alembic(QStringLiteral("upgrade")).isEmpty());
    const QString id =
        QString::number(web().add(QStringLiteral("local"), QStringLiteral("From the browser")));
    QVERIFY(
        web()({QStringLiteral("edit"), id, QStringLiteral("completed"), QStringLiteral("true")}).isEmpty());
    QVERIFY(web()({QStringLiteral("delete"), id}).isEmpty());
    QCOMPARE(psql(QStringLiteral("select count(*) from glowlist.trash")), QStringLiteral("1"));
}

void TestAdoption::theHookInTheReadmeIsTheOneThatWasTried()
{
    QFile readme(QStringLiteral(GLOWLIST_SOURCE_DIR "/README.md"));
    QFile application(QStringLiteral(GLOWLIST_SOURCE_DIR "/tests/support/webapplication.py"));
    QVERIFY(readme.open(QIODevice::ReadOnly) && application.open(QIODevice::ReadOnly));
    const QByteArray hook = store::adoption::alembicHook().section(u'\n', 0, 1).toUtf8();
    QVERIFY(readme.readAll().contains(hook));
    QVERIFY(application.readAll().contains(hook));
}

QTEST_GUILESS_MAIN(TestAdoption)
#include "tst_adoption.moc"
