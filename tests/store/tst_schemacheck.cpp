#include "store/migrations/migrator.h"
#include "store/migrations/schemacheck.h"
#include "support/temporaryserver.h"

#include <QtTest>

using namespace glow;
using core::Result;
using store::Database;
using store::Migrator;
using store::SchemaCheck;

/// `migrate check`: what is compared, what is not, and that migrations/schema.json is what the migrations
/// make.
class TestSchemaCheck : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void theKeptCatalogueIsWhatTheMigrationsMake();
    void anUpgradedDatabaseIsClean();
    void aChangeOfOursIsADifference_data();
    void aChangeOfOursIsADifference();
    void aChangeOfOthersIsNone_data();
    void aChangeOfOthersIsNone();
    void theGuardViewNamesAllAndOnlyOurColumns();
    void aDatabaseOfTheWebApplicationIsCleanAfterAdoption();
    void withoutPgTrgmItIsClean();
    void anotherRevisionIsADifference();
    void indexesOfAnotherCollationVersionAreBuiltAnew();

private:
    QString psql(const QString& sql) const { return m_server.psql(m_target.database, sql); }
    SchemaCheck::Report check();
    void upgrade();

    tests::TemporaryServer m_server;
    store::ConnectionString m_upgraded;
    store::ConnectionString m_target;
};

void TestSchemaCheck::upgrade()
{
    Database database;
    QVERIFY(database.open(m_target).ok());
    const Result<void> done = Migrator(database, *store::embeddedMigrations()).upgrade();
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
}

void TestSchemaCheck::initTestCase()
{
    m_target = m_server.createDatabase();
    upgrade();
    m_upgraded = m_target;
}

void TestSchemaCheck::init()
{
    m_target = m_server.createDatabase(m_upgraded.database);
}

SchemaCheck::Report TestSchemaCheck::check()
{
    Database database;
    if (!database.open(m_target))
        qFatal("not opened");
    const auto state = Migrator(database, *store::embeddedMigrations()).state();
    const auto report = SchemaCheck(database).run(*state);
    if (!report)
        qFatal("%s", qPrintable(report.error().message + report.error().detail));
    return *report;
}

/// GLOWLIST_WRITE_SCHEMA=1 writes the file instead.
void TestSchemaCheck::theKeptCatalogueIsWhatTheMigrationsMake()
{
    Database database;
    QVERIFY(database.open(m_target).ok());
    const auto catalogue = SchemaCheck(database).catalogue();
    QVERIFY2(catalogue.ok(), catalogue.ok() ? "" : qPrintable(catalogue.error().detail));
    const QByteArray text = SchemaCheck::toText(*catalogue);
    QFile file(QStringLiteral(GLOWLIST_SOURCE_DIR "/migrations/schema.json"));
    if (qEnvironmentVariableIsSet("GLOWLIST_WRITE_SCHEMA")) {
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        return;
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList kept = file.readAll().split('\n');
    const QByteArrayList made = text.split('\n');
    for (qsizetype i = 0; i < qMin(kept.size(), made.size()); ++i)
        QCOMPARE(made.at(i), kept.at(i));
    QCOMPARE(made.size(), kept.size());
}

void TestSchemaCheck::anUpgradedDatabaseIsClean()
{
    const SchemaCheck::Report report = check();
    QVERIFY2(report.isClean(),
             qPrintable(report.isClean() ? QString() : report.differences.constFirst().sentence));
    QVERIFY(report.notes.isEmpty());
}

void TestSchemaCheck::aChangeOfOursIsADifference_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("object");
    const auto row = [](const char* sql, const char* kind, const char* object) {
        QTest::newRow(sql) << QString::fromLatin1(sql) << QString::fromLatin1(kind)
                           << QString::fromLatin1(object);
    };
    row("alter table glowlist.history alter actor type varchar(20)", "column", "glowlist.history.actor");
    row("alter table tasks alter glow_due_has_time drop default", "column", "public.tasks.glow_due_has_time");
    row("alter table tasks alter glow_rank drop not null", "column", "public.tasks.glow_rank");
    row("alter table tasks alter title drop not null", "column", "public.tasks.title");
    row("alter table tasks add glow_extra int", "column", "public.tasks.glow_extra");
    row("alter table glowlist.list drop colour", "column", "glowlist.list.colour");
    row("drop index glow_due_ix", "index", "public.glow_due_ix");
    row("drop index ix_tasks_title", "index", "public.ix_tasks_title");
    row("drop index glow_due_ix; create index glow_due_ix on tasks (due_date)", "index",
        "public.glow_due_ix");
    row("drop index glowlist.touched_revision", "index", "glowlist.touched_revision");
    row("create index glow_more on tasks (due_date)", "index", "public.glow_more");
    row("update pg_index set indisvalid = false where indexrelid = 'glow_due_ix'::regclass", "index",
        "public.glow_due_ix");
    row("alter table tasks drop constraint glow_parent_fkey", "constraint",
        "public.tasks FOREIGN KEY (glow_parent) REFERENCES public.tasks(glow_uid) ON DELETE SET NULL");
    row("alter table glowlist.task_tag drop constraint task_tag_pkey", "constraint",
        "glowlist.task_tag PRIMARY KEY (uid)");
    row("drop trigger glow_log on tasks", "trigger", "public.tasks.glow_log");
    row("alter table tasks disable trigger glow_log", "trigger", "public.tasks.glow_log");
    row("create or replace function glowlist.rank() returns trigger language plpgsql security definer "
        "set search_path = pg_catalog, pg_temp as 'begin return new; end'",
        "function", "glowlist.rank()");
    row("alter function glowlist.rank() security invoker", "function", "glowlist.rank()");
    row("alter function glowlist.apply(jsonb) reset lock_timeout", "function",
        "glowlist.apply(request jsonb)");
    row("drop view glowlist.tasks_guard", "view", "glowlist.tasks_guard");
    row("drop table glowlist.trash", "table", "glowlist.trash");
    row("grant usage on schema glowlist to public", "rights", "schema glowlist");
    row("grant execute on function glowlist.apply(jsonb) to public", "rights",
        "glowlist.apply(request jsonb)");
    row("grant select on glowlist.trash to public", "rights", "glowlist.trash");
}

void TestSchemaCheck::aChangeOfOursIsADifference()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, kind);
    QFETCH(const QString, object);
    psql(sql);
    const SchemaCheck::Report report = check();
    QCOMPARE(report.differences.size(), 1);
    QCOMPARE(report.differences.constFirst().kind, kind);
    QCOMPARE(report.differences.constFirst().object, object);
    QVERIFY(report.differences.constFirst().sentence.contains(object));
}

void TestSchemaCheck::aChangeOfOthersIsNone_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("notes");
    const auto row = [](const char* sql, int notes) {
        QTest::newRow(sql) << QString::fromLatin1(sql) << notes;
    };
    row("alter table tasks rename constraint glow_parent_fkey to other", 0);
    row("alter table users rename constraint users_pkey to pk_users", 0);
    row("alter table tasks alter title type text", 0);
    row("alter table tasks alter title type varchar(500)", 0);
    row("alter table tasks alter id drop default; drop sequence tasks_id_seq; "
        "alter table tasks alter id add generated by default as identity",
        0);
    row("create table alembic_version (version_num varchar(32) primary key)", 0);
    row("alter table users add email varchar not null default ''", 1);
    row("alter table tasks add colour varchar(20)", 1);
    row("create index ix_tasks_priority on tasks (priority)", 1);
    row("create table glowlist.notes_of_admin (a int primary key)", 1);
    row("create role reader; grant usage on schema glowlist to reader; grant select on tasks to reader", 0);
}

void TestSchemaCheck::aChangeOfOthersIsNone()
{
    QFETCH(const QString, sql);
    QFETCH(const int, notes);
    psql(sql);
    const SchemaCheck::Report report = check();
    QVERIFY2(report.isClean(),
             qPrintable(report.isClean() ? QString() : report.differences.constFirst().sentence));
    QCOMPARE(report.notes.size(), notes);
}

void TestSchemaCheck::theGuardViewNamesAllAndOnlyOurColumns()
{
    psql(QStringLiteral(
        "drop view glowlist.tasks_guard; create view glowlist.tasks_guard as select glow_uid from "
        "tasks"));
    const SchemaCheck::Report report = check();
    QCOMPARE(report.differences.size(), 1);
    QCOMPARE(report.differences.constFirst().object, QStringLiteral("glowlist.tasks_guard"));
}

void TestSchemaCheck::aDatabaseOfTheWebApplicationIsCleanAfterAdoption()
{
    m_target = m_server.createDatabase();
    psql(QStringLiteral(
        "create table users (id varchar not null, email varchar not null, primary key (id)); "
        "create table tasks (id serial not null, user_id varchar not null, title varchar(200) not null, "
        "description varchar(1000), completed boolean not null, priority varchar(20) not null, due_date "
        "timestamp, "
        "created_at timestamp not null, updated_at timestamp not null, primary key (id), "
        "constraint their_name foreign key (user_id) references users (id)); "
        "create index ix_tasks_user_id on tasks (user_id); create index ix_tasks_title on tasks (title); "
        "create index ix_tasks_completed on tasks (completed)"));
    upgrade();
    const SchemaCheck::Report report = check();
    QVERIFY2(report.isClean(),
             qPrintable(report.isClean() ? QString() : report.differences.constFirst().sentence));
    QCOMPARE(report.notes.size(), 1);
}

void TestSchemaCheck::withoutPgTrgmItIsClean()
{
    psql(QStringLiteral("drop extension pg_trgm cascade"));
    const SchemaCheck::Report report = check();
    QVERIFY(report.isClean());
    QCOMPARE(report.notes.size(), 2);
}

void TestSchemaCheck::anotherRevisionIsADifference()
{
    psql(QStringLiteral("delete from glowlist.migrations where revision > '0003'"));
    QCOMPARE(check().differences.constFirst().kind, QStringLiteral("revision"));
    psql(QStringLiteral("insert into glowlist.migrations values ('0999', 'future', '', now(), 1, 'x')"));
    QCOMPARE(check().differences.constFirst().kind, QStringLiteral("revision"));
}

void TestSchemaCheck::indexesOfAnotherCollationVersionAreBuiltAnew()
{
    psql(QStringLiteral("update pg_collation set collversion = '1.0' where collname = 'und-x-icu'"));
    const SchemaCheck::Report report = check();
    QVERIFY(!report.staleIndexes.isEmpty());
    QCOMPARE(report.differences.constFirst().kind, QStringLiteral("collation"));
    QCOMPARE(report.staleIndexes.constFirst().name, QStringLiteral("public.glow_title_ix"));
    Database database;
    QVERIFY(database.open(m_target).ok());
    QVERIFY(SchemaCheck(database).reindex(report.staleIndexes).ok());
    QVERIFY(check().isClean());
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    Database::loadDriver();
    TestSchemaCheck test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_schemacheck.moc"
