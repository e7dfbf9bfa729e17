#include "store/migrations/migrationsql.h"
#include "store/migrations/migrationtexts.h"
#include "store/migrations/migrator.h"
#include "store/migrations/statementlines.h"
#include "support/temporaryserver.h"

#include <QtTest>
#include <atomic>
#include <thread>

using namespace glow;
using core::Result;
using store::Database;
using store::Migration;
using store::Migrator;

namespace {

QList<Migration> migrations()
{
    const Result<QList<Migration>> embedded = store::embeddedMigrations();
    if (!embedded)
        qFatal("%s", qPrintable(embedded.error().message));
    return *embedded;
}

Migration migration(const QString& revision, const QString& up,
                    const QString& down = QStringLiteral("select 1"))
{
    Migration made;
    made.revision = revision;
    made.name = QStringLiteral("trial");
    made.up = up;
    made.down = down;
    made.upSha256 = QStringLiteral("-");
    return made;
}

// What the other program would write into its own table.
const QString foreignRow = QStringLiteral(
    "insert into tasks (user_id, title, completed, priority, created_at, updated_at, due_date) values "
    "('local', '%1', false, 'high', '2026-01-02 03:04:05', '2026-01-02 03:04:05', '2026-11-27 09:00')");

const QString baseRows = QStringLiteral("select id, user_id, title, description, completed, priority, "
                                        "due_date, created_at, updated_at from tasks "
                                        "order by id");

} // namespace

class TestMigrator : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void anEmptyDatabaseIsBroughtToTheHeadAndBack();
    void everyMigrationGoesUpDownAndUpWithDataInEveryTable();
    void aStepUpAndAStepDown();
    void tablesOfAnotherProgramSurviveTheWayToBase();
    void aFailingFileDoesNothingAndIsNamedWithItsLine();
    void aFailureWithoutAPositionNamesTheStatementsLine();
    void linesOfStatementsAreFoundBehindQuotesAndComments();
    void twoMigratorsAtOnceApplyEachFileOnce();
    void aWaitingMigratorSaysSoAndCanBeCancelled();
    void cancellingStopsBetweenTwoFiles();
    void stampingRunsNothing();
    void theScriptDoesWhatTheProgramDoes();
    void theScriptRefusesAnotherRevision();
    void everyMigrationHasItsTexts();
    void aTableInUseIsTriedAgain();
    void downgradeNamesTheLossAndAsks();
    void downToTheBaseTablesLeavesTheirRowsAsTheyWere();
    void unknownTargetsAreRefused();
    void aNewerDatabaseIsRecognised();
    void guardViewHasAllAndOnlyOurColumns();
    void theOtherProgramCannotDropOurColumns();
    void withoutTheRightToMakePgTrgmTheRestIsMade();
    void aFileWithoutTransactionMayBuildAnIndexConcurrently();

private:
    QString psql(const QString& sql) const { return m_server.psql(m_target.database, sql); }
    void open(Database& database) const { QVERIFY(database.open(m_target).ok()); }
    void migrate(const QString& target = QStringLiteral("head"));

    tests::TemporaryServer m_server;
    store::ConnectionString m_target;
};

void TestMigrator::init()
{
    m_target = m_server.createDatabase();
}

void TestMigrator::migrate(const QString& target)
{
    Database database;
    open(database);
    const Result<void> done = Migrator(database, migrations()).upgrade(target);
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
}

void TestMigrator::anEmptyDatabaseIsBroughtToTheHeadAndBack()
{
    Database database;
    open(database);
    Migrator migrator(database, migrations());
    QVERIFY(migrator.state()->revision.isNull());
    for (int round = 0; round < 2; ++round) {
        QStringList seen;
        QVERIFY(migrator
                    .upgrade(QStringLiteral("head"), {.step = [&seen](const Migration& step, int,
                                                                      int) { seen.append(step.revision); }})
                    .ok());
        QCOMPARE(seen.size(), migrations().size());
        const auto state = migrator.state();
        QCOMPARE(state->revision, state->head);
        QVERIFY(state->pending.isEmpty());
        QVERIFY(state->history.constFirst().appliedAt.isValid());
        QCOMPARE(psql(QStringLiteral("select id from users")), QStringLiteral("local"));

        QVERIFY(migrator.downgrade(QStringLiteral("base"), true).ok());
        QVERIFY(migrator.state()->revision.isNull());
        QCOMPARE(psql(QStringLiteral(
                     "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace "
                     "where nspname in ('public', 'glowlist')")),
                 QStringLiteral("0"));
        QCOMPARE(psql(QStringLiteral("select count(*) from pg_namespace where nspname = 'glowlist'")),
                 QStringLiteral("0"));
    }
}

namespace {

const QString uid = QStringLiteral("'00000000-0000-4000-8000-00000000000%1'");

/// Rows for every table that a revision brings, as the programs of that time wrote them.
QString rowsFor(const QString& revision)
{
    if (revision == u"0001")
        return foreignRow.arg(QStringLiteral("kept"));
    if (revision == u"0002")
        return QStringLiteral(
                   "insert into glowlist.change (id, revision, reply) values (%1, 0, '{}'); "
                   "insert into glowlist.touched values (%1, 'task', 0, false); "
                   "insert into glowlist.history (revision, entity, uid, kind) values (0, 'task', %1, "
                   "'create'); "
                   "insert into glowlist.trash (revision, entity, uid, \"row\") values (0, 'task', %1, "
                   "'{}'); "
                   "insert into glowlist.entity (name, \"table\") values ('trial', 'x'); "
                   "insert into glowlist.field (entity, name, \"column\") values ('trial', 'a', 'a')")
            .arg(uid.arg(9));
    if (revision == u"0003")
        return QStringLiteral("update tasks set glow_notes = repeat('long ', 400), glow_uid = %1")
            .arg(uid.arg(1));
    if (revision == u"0004")
        return QStringLiteral(
                   "insert into glowlist.list (uid, user_id, name, position) values (%1, 'local', 'L', 'a'); "
                   "insert into glowlist.section (uid, user_id, name, list, position) values (%2, 'local', "
                   "'S', %1, 'a'); "
                   "insert into glowlist.tag (uid, name) values (%3, 'T'); "
                   "insert into glowlist.task_tag (uid, task, tag) values (%4, (select glow_uid from tasks "
                   "limit 1), %3); "
                   "update tasks set glow_list = %1")
            .arg(uid.arg(2), uid.arg(3), uid.arg(4), uid.arg(5));
    if (revision == u"0015")
        return QStringLiteral("update tasks set glow_spent = 60, glow_timer = now()");
    if (revision == u"0016")
        return QStringLiteral("insert into glowlist.filter (uid, user_id, name, query, position) values (%1, "
                              "'local', 'F', 'today', 'a')")
            .arg(uid.arg(8));
    if (revision == u"0012")
        return QStringLiteral("update tasks set glow_series = %1, glow_occurrence = 2").arg(uid.arg(1));
    if (revision == u"0009")
        return QStringLiteral(
                   "insert into glowlist.copy (\"group\", groups, source, source_user, user_id) values "
                   "(%1, array[%1::uuid], %1, 'local', 'local'); "
                   "insert into glowlist.history (revision, entity, uid, kind, source, source_id) values "
                   "(-1, 'task', %1, 'create', %1, 1)")
            .arg(uid.arg(6));
    if (revision == u"0010")
        return QStringLiteral(
                   "insert into tasks (user_id, title, completed, priority, created_at, updated_at) values "
                   "('local', "
                   "'blocker', false, 'none', now(), now()); "
                   "insert into glowlist.dependency select %1, a.glow_uid, b.glow_uid from tasks a, tasks b "
                   "where a.title = 'kept' and b.title = 'blocker'")
            .arg(uid.arg(7));
    if (revision == u"0014")
        return QStringLiteral(
                   "insert into glowlist.reminder (uid, task, before) select %1, glow_uid, 30 from "
                   "tasks where title = 'kept'")
            .arg(uid.arg(8));
    return {};
}

// "schema.table=rows" of our tables and the base ones, but for the record of migrations itself.
const QString counts = QStringLiteral(
    "select string_agg(t || '=' || (xpath('/row/c/text()', query_to_xml('select count(*) as c from ' || t, "
    "false, true, '')))[1]::text, ' ' order by t) from (select format('%I.%I', schemaname, tablename) as t "
    "from "
    "pg_tables where schemaname = 'glowlist' and tablename <> 'migrations' or schemaname = 'public') tables");

} // namespace

void TestMigrator::everyMigrationGoesUpDownAndUpWithDataInEveryTable()
{
    const QList<Migration> all = migrations();
    for (const Migration& from : all) {
        m_target = m_server.createDatabase();
        for (const Migration& each : all) {
            if (each.revision > from.revision)
                break;
            migrate(each.revision);
            if (const QString rows = rowsFor(each.revision); !rows.isEmpty())
                psql(rows);
        }
        const QString there = psql(counts);
        QVERIFY2(!there.contains(QStringLiteral("=0")), qPrintable(from.fileName() + u' ' + there));
        const QString rows = psql(baseRows);
        Database database;
        open(database);
        Migrator migrator(database, all);
        const Result<void> up = migrator.upgrade();
        QVERIFY2(up.ok(), up.ok() ? "" : qPrintable(up.error().message));
        QCOMPARE(psql(QStringLiteral("select title || glow_rank || glow_due_has_time from tasks "
                                     "where glow_uid is not null and glow_path <> '' and title = 'kept'")),
                 QStringLiteral("kept1true"));
        const Result<void> down = migrator.downgrade(from.revision, true);
        QVERIFY2(down.ok(), down.ok() ? "" : qPrintable(down.error().message));
        QCOMPARE(psql(baseRows), rows);
        QCOMPARE(psql(counts), there);
        const Result<void> again = migrator.upgrade();
        QVERIFY2(again.ok(), again.ok() ? "" : qPrintable(again.error().message));
        QCOMPARE(psql(baseRows), rows);
    }
}

void TestMigrator::aStepUpAndAStepDown()
{
    Database database;
    open(database);
    Migrator migrator(database, migrations());
    QVERIFY(migrator.upgrade(QStringLiteral("+2")).ok());
    QCOMPARE(migrator.state()->revision, QStringLiteral("0002"));
    QVERIFY(migrator.upgrade(QStringLiteral("0004")).ok());
    QVERIFY(migrator.downgrade(QStringLiteral("-1"), true).ok());
    QCOMPARE(migrator.state()->revision, QStringLiteral("0003"));
    QVERIFY(migrator.downgrade(QStringLiteral("0001"), true).ok());
    QCOMPARE(migrator.state()->revision, QStringLiteral("0001"));
    QCOMPARE(migrator.state()->pending.constFirst(), QStringLiteral("0002"));
}

void TestMigrator::tablesOfAnotherProgramSurviveTheWayToBase()
{
    psql(QStringLiteral("create table users (id varchar primary key, email varchar not null)"));
    psql(QStringLiteral("insert into users values ('u1', 'a@b.c')"));
    migrate();
    QCOMPARE(psql(QStringLiteral("select string_agg(id, ',') from users")), QStringLiteral("u1"));
    Database database;
    open(database);
    QVERIFY(Migrator(database, migrations()).downgrade(QStringLiteral("base"), true).ok());
    QCOMPARE(psql(QStringLiteral("select email from users")), QStringLiteral("a@b.c"));
    QCOMPARE(psql(QStringLiteral("select to_regclass('public.tasks') is null")), QStringLiteral("t"));
}

void TestMigrator::aFailingFileDoesNothingAndIsNamedWithItsLine()
{
    migrate();
    Database database;
    open(database);
    QList<Migration> set = migrations();
    set.append(migration(
        QStringLiteral("0900"),
        QStringLiteral("create table glowlist.half (a int);\n\ncreate table glowlist.no (a nonsense);\n")));
    Migrator migrator(database, set);
    const Result<void> done = migrator.upgrade();
    QVERIFY(!done);
    QCOMPARE(done.error().kind, core::ErrorKind::Migration);
    QVERIFY2(done.error().message.contains(QStringLiteral("0900_trial.up.sql, line 3: ")),
             qPrintable(done.error().message));
    QVERIFY(done.error().message.contains(QStringLiteral("type \"nonsense\" does not exist")));
    QCOMPARE(psql(QStringLiteral("select to_regclass('glowlist.half') is null")), QStringLiteral("t"));
    QVERIFY(migrator.state()->pending.contains(QStringLiteral("0900")));
}

void TestMigrator::aFailureWithoutAPositionNamesTheStatementsLine()
{
    migrate();
    Database database;
    open(database);
    QList<Migration> set = migrations();
    set.append(migration(QStringLiteral("0900"), QStringLiteral("-- a; comment\nselect 'x;\ny';\n\n"
                                                                "create table glowlist.list (a int);\n")));
    const Result<void> done = Migrator(database, set).upgrade();
    QVERIFY(!done);
    QVERIFY2(done.error().message.contains(QStringLiteral("line 5: relation \"list\" already exists")),
             qPrintable(done.error().message));
}

void TestMigrator::linesOfStatementsAreFoundBehindQuotesAndComments()
{
    const QString sql = QStringLiteral(
        "select 1;\ndo $x$ begin; $y$ end $x$;\n/* ; */ -- ;\nselect \"a;\nb\", ';';\nselect 4");
    QCOMPARE(store::lineOfStatement(sql, 0), 1);
    QCOMPARE(store::lineOfStatement(sql, 1), 2);
    QCOMPARE(store::lineOfStatement(sql, 2), 4);
    QCOMPARE(store::lineOfStatement(sql, 3), 6);
    QCOMPARE(store::lineOfPosition(sql, 11), 2);
}

void TestMigrator::twoMigratorsAtOnceApplyEachFileOnce()
{
    std::atomic<int> failures = 0;
    std::atomic<int> applied = 0;
    const auto work = [&] {
        Database database;
        const auto count = [&applied](const Migration&, int, int) { ++applied; };
        if (!database.open(m_target) ||
            !Migrator(database, migrations()).upgrade(QStringLiteral("head"), {.step = count}))
            ++failures;
    };
    std::thread one(work);
    std::thread two(work);
    one.join();
    two.join();
    QCOMPARE(failures.load(), 0);
    QCOMPARE(applied.load(), migrations().size());
}

void TestMigrator::aWaitingMigratorSaysSoAndCanBeCancelled()
{
    Database other;
    open(other);
    QVERIFY(
        other.query(QStringLiteral("select pg_advisory_lock(%1)").arg(store::migrationsql::lockKey)).ok());
    Database database;
    open(database);
    int waits = 0;
    QString said;
    Migrator::Watcher watcher;
    watcher.waiting = [&](const QString& sentence) {
        said = sentence;
        ++waits;
    };
    watcher.cancelled = [&waits] { return waits == 3; };
    Migrator migrator(database, migrations());
    const Result<void> done = migrator.upgrade(QStringLiteral("head"), watcher);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, core::ErrorKind::Cancelled);
    QVERIFY2(said.contains(QStringLiteral("Another program is migrating")), qPrintable(said));
    QVERIFY(migrator.state()->revision.isNull());
}

void TestMigrator::cancellingStopsBetweenTwoFiles()
{
    Database database;
    open(database);
    Migrator migrator(database, migrations());
    int steps = 0;
    const Migrator::Watcher watcher{.step = [&steps](const Migration&, int, int) { ++steps; },
                                    .cancelled = [&steps] { return steps == 2; }};
    const Result<void> done = migrator.upgrade(QStringLiteral("head"), watcher);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, core::ErrorKind::Cancelled);
    QCOMPARE(migrator.state()->revision, QStringLiteral("0002"));
    QVERIFY(migrator.upgrade().ok());
}

void TestMigrator::stampingRunsNothing()
{
    Database database;
    open(database);
    Migrator migrator(database, migrations());
    QVERIFY(!migrator.stamp(QStringLiteral("4711")));
    QVERIFY(migrator.stamp(QStringLiteral("0003")).ok());
    QCOMPARE(migrator.state()->revision, QStringLiteral("0003"));
    QCOMPARE(psql(QStringLiteral("select to_regclass('tasks') is null")), QStringLiteral("t"));
    const QString since = psql(QStringLiteral("select applied_at from glowlist.migrations limit 1"));
    QVERIFY(migrator.stamp(QStringLiteral("head")).ok());
    QVERIFY(migrator.state()->pending.isEmpty());
    QCOMPARE(psql(QStringLiteral("select applied_at from glowlist.migrations order by 1 limit 1")), since);
    QVERIFY(migrator.stamp(QStringLiteral("base")).ok());
    QVERIFY(migrator.state()->revision.isNull());
}

namespace {

const QString recorded = QStringLiteral("select string_agg(concat_ws(' ', revision, name, sha256), e'\n' "
                                        "order by revision) from glowlist.migrations");

} // namespace

void TestMigrator::theScriptDoesWhatTheProgramDoes()
{
    migrate();
    const QString wanted = psql(recorded);
    m_target = m_server.createDatabase();
    const auto apply = [this](const QString& from, const QString& to) {
        const Result<QString> script = store::migrationsql::script(from, to, migrations());
        QVERIFY(script.ok());
        const QString out =
            m_server.psql(m_target.database, QStringLiteral("begin;") + *script + QStringLiteral("commit;"));
        Q_UNUSED(out);
    };
    apply(QStringLiteral("base"), QStringLiteral("0003"));
    psql(foreignRow.arg(QStringLiteral("kept")));
    apply(QStringLiteral("0003"), QStringLiteral("head"));
    QCOMPARE(psql(recorded), wanted);
    apply(QStringLiteral("head"), QStringLiteral("0001"));
    QCOMPARE(psql(QStringLiteral("select title from tasks")), QStringLiteral("kept"));
    apply(QStringLiteral("0001"), QStringLiteral("base"));
    QCOMPARE(psql(QStringLiteral("select to_regnamespace('glowlist') is null")), QStringLiteral("t"));
}

void TestMigrator::theScriptRefusesAnotherRevision()
{
    migrate(QStringLiteral("0002"));
    Database database;
    open(database);
    const Result<QString> script =
        store::migrationsql::script(QStringLiteral("0003"), QStringLiteral("head"), migrations());
    const auto done = database.query(QStringLiteral("begin;") + *script);
    QVERIFY(!done);
    QVERIFY(done.error().detail.contains(QStringLiteral("the database is at 0002")));
    QVERIFY(!store::migrationsql::script(QStringLiteral("0003"), QStringLiteral("0003"), migrations()));
    QVERIFY(!store::migrationsql::script(QStringLiteral("0003"), QStringLiteral("x"), migrations()));
    QList<Migration> set = migrations();
    set.append(migration(QStringLiteral("0900"), QStringLiteral("select 1")));
    set.last().transactional = false;
    const Result<QString> refused =
        store::migrationsql::script(QStringLiteral("base"), QStringLiteral("head"), set);
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(QStringLiteral("0900_trial")));
}

void TestMigrator::everyMigrationHasItsTexts()
{
    const QList<Migration> all = migrations();
    for (const Migration& each : all)
        QVERIFY2(store::hasMigrationTexts(each), qPrintable(each.fileName()));
}

void TestMigrator::aTableInUseIsTriedAgain()
{
    migrate(QStringLiteral("0002"));
    Database other;
    open(other);
    QVERIFY(other.query(QStringLiteral("begin")).ok());
    QVERIFY(other.query(QStringLiteral("lock table tasks in access share mode")).ok());
    std::thread release([&other] {
        std::this_thread::sleep_for(std::chrono::milliseconds(4000));
        static_cast<void>(other.run(QStringLiteral("commit")));
    });
    migrate(QStringLiteral("0003"));
    release.join();
}

void TestMigrator::downgradeNamesTheLossAndAsks()
{
    migrate();
    Database database;
    open(database);
    Migrator migrator(database, migrations());
    const Result<void> refused = migrator.downgrade(QStringLiteral("0003"), false);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, core::ErrorKind::Refused);
    QVERIFY(refused.error().message.contains(QStringLiteral("Lists, sections and tags")));
    QVERIFY(migrator.state()->pending.isEmpty());
    QVERIFY(migrator.downgrade(QStringLiteral("0007"), true).ok());
    QVERIFY(migrator.downgrade(QStringLiteral("0006"), false).ok()); // an index is no loss
}

void TestMigrator::downToTheBaseTablesLeavesTheirRowsAsTheyWere()
{
    migrate(QStringLiteral("0001"));
    for (int i = 0; i < 20; ++i)
        psql(foreignRow.arg(QStringLiteral("row %1 %2").arg(i).arg(QChar(0x2603))));
    const QString before = psql(baseRows);
    migrate();
    QCOMPARE(psql(baseRows), before);
    psql(QStringLiteral("insert into glowlist.list (uid, user_id, name, position) values "
                        "('00000000-0000-4000-8000-000000000001', 'local', 'L', 'a')"));
    psql(QStringLiteral("alter table tasks disable trigger user; update tasks set "
                        "glow_list = '00000000-0000-4000-8000-000000000001' where id < 5; "
                        "alter table tasks enable trigger user"));
    Database database;
    open(database);
    QVERIFY(Migrator(database, migrations()).downgrade(QStringLiteral("0001"), true).ok());
    QCOMPARE(psql(baseRows), before);
    QCOMPARE(psql(QStringLiteral(
                 "select count(*) from pg_trigger where tgrelid = 'tasks'::regclass and not tgisinternal")),
             QStringLiteral("0"));
    migrate();
    QCOMPARE(psql(baseRows), before);
}

void TestMigrator::unknownTargetsAreRefused()
{
    Database database;
    open(database);
    Migrator migrator(database, migrations());
    for (const char* target : {"9999", "", "+0", "+x", "nonsense"})
        QVERIFY2(!migrator.upgrade(QString::fromLatin1(target)), target);
    for (const char* target : {"9999", "", "-0", "-x"})
        QVERIFY2(!migrator.downgrade(QString::fromLatin1(target), true), target);
    QCOMPARE(psql(QStringLiteral("select to_regclass('glowlist.migrations') is null")), QStringLiteral("t"));
}

void TestMigrator::aNewerDatabaseIsRecognised()
{
    migrate();
    psql(QStringLiteral("insert into glowlist.migrations values ('0999', 'future', '', now(), 1, 'x'); "
                        "update glowlist.workspace set min_client = '2.0'"));
    Database database;
    open(database);
    Migrator migrator(database, migrations());
    const auto state = migrator.state();
    QVERIFY(state->newerThanProgram);
    QCOMPARE(state->minimumClient, QStringLiteral("2.0"));
    QVERIFY(migrator.upgrade().ok());
    QVERIFY(!migrator.downgrade(QStringLiteral("-1"), true));
}

void TestMigrator::guardViewHasAllAndOnlyOurColumns()
{
    migrate();
    const QString columns = QStringLiteral("select string_agg(column_name, ',' order by column_name) "
                                           "from information_schema.columns where ");
    const QString guard =
        psql(columns + QStringLiteral("table_schema = 'glowlist' and table_name = 'tasks_guard'"));
    const QString ours = psql(columns + QStringLiteral("table_schema = 'public' and table_name = 'tasks' "
                                                       "and column_name like 'glow\\_%'"));
    QCOMPARE(guard, ours);
    QVERIFY(guard.contains(QStringLiteral("glow_uid")));
}

void TestMigrator::theOtherProgramCannotDropOurColumns()
{
    migrate();
    Database database;
    open(database);
    const auto dropped = database.query(QStringLiteral("alter table tasks drop column glow_notes"));
    QVERIFY(!dropped);
    QCOMPARE(dropped.error().sqlState, QStringLiteral("2BP01"));
    QVERIFY(database.query(QStringLiteral("alter table tasks add column colour varchar(20)")).ok());
    QVERIFY(database.query(QStringLiteral("alter table tasks drop column colour")).ok());
}

void TestMigrator::withoutTheRightToMakePgTrgmTheRestIsMade()
{
    psql(QStringLiteral("drop role if exists modest; create role modest login; "
                        "create schema glowlist authorization modest; grant all on schema public to modest"));
    m_target.user = QStringLiteral("modest");
    migrate();
    QCOMPARE(psql(QStringLiteral("select count(*) from pg_extension where extname = 'pg_trgm'")),
             QStringLiteral("0"));
    QCOMPARE(psql(QStringLiteral("select max(revision) from glowlist.migrations")),
             migrations().constLast().revision);
}

void TestMigrator::aFileWithoutTransactionMayBuildAnIndexConcurrently()
{
    migrate();
    Database database;
    open(database);
    QList<Migration> set = migrations();
    Migration concurrent = migration(QStringLiteral("0900"),
                                     QStringLiteral("create index concurrently glow_trial on tasks (title)"));
    concurrent.transactional = false;
    set.append(concurrent);
    QVERIFY(Migrator(database, set).upgrade().ok());
    QCOMPARE(psql(QStringLiteral("select count(*) from pg_indexes where indexname = 'glow_trial'")),
             QStringLiteral("1"));
    QCOMPARE(psql(QStringLiteral("select max(revision) from glowlist.migrations")), QStringLiteral("0900"));
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    Database::loadDriver();
    TestMigrator test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_migrator.moc"
