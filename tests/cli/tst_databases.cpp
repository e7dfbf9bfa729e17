#include "program.h"
#include "support/temporaryserver.h"

#include <QtTest>
#include <csignal>

using namespace glow;
using tests::Run;

/// Commands about databases: the private server, other databases, migrations, connection strings, exit
/// statuses.
class TestDatabases : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyMistakeHasItsStatusAndOneDocument_data();
    void everyMistakeHasItsStatusAndOneDocument();
    void helpAndVersionNeedNoDatabase();
    void theServerStaysAfterLocalStart();
    void otherCommandsStartTheServerAndStopIt();
    void aDatabaseThatIsNotMigratedIsLeftAlone();
    void severalUsersAreNamed();
    void migrationsGoUpAndDown();
    void aScriptForPsqlIsPrinted();
    void twoProgramsMigratingAtOnceWaitForEachOther();
    void aNewMigrationIsAPairOfFiles();
    void aConnectionStringIsTakenApart();
    void aPasswordIsNowhere();
    void whatLiesAroundForOtherToolsIsNotRead();
    void aDeadDatabaseIsReported();
    void theWindowQuitsOnSigtermAndStopsTheServer();
    void aPictureHasTheSizeAskedFor();

private:
    tests::Program m_program;
    tests::TemporaryServer m_server;
};

void TestDatabases::everyMistakeHasItsStatusAndOneDocument_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("kind");
    QTest::newRow("command") << QStringLiteral("nonsense --json") << 2 << QStringLiteral("usage");
    QTest::newRow("option") << QStringLiteral("list --jsno --json") << 2 << QStringLiteral("usage");
    QTest::newRow("option of another command")
        << QStringLiteral("list --title x --json") << 2 << QStringLiteral("usage");
    QTest::newRow("window option") << QStringLiteral("--title x --json") << 2 << QStringLiteral("usage");
    QTest::newRow("no display") << QStringLiteral("--json") << 1 << QStringLiteral("internal");
    QTest::newRow("time") << QStringLiteral("list --now yesterday --json") << 2 << QStringLiteral("usage");
    QTest::newRow("local") << QStringLiteral("local dance --json") << 2 << QStringLiteral("usage");
    QTest::newRow("migrate") << QStringLiteral("migrate dance --json") << 2 << QStringLiteral("usage");
    QTest::newRow("no argument") << QStringLiteral("show --json") << 2 << QStringLiteral("usage");
    QTest::newRow("URL") << QStringLiteral("list --url mysql://x/y --json") << 1
                         << QStringLiteral("connection-string");
    QTest::newRow("variable") << QStringLiteral("list --url env:NOBODY_SETS_THIS --json") << 1
                              << QStringLiteral("connection-string");
    QTest::newRow("workspace") << QStringLiteral("list --workspace nowhere --json") << 1
                               << QStringLiteral("not-found");
    QTest::newRow("encryption") << QStringLiteral("list --url postgresql://me@h/d --sslmode none --json") << 2
                                << QStringLiteral("usage");
}

void TestDatabases::everyMistakeHasItsStatusAndOneDocument()
{
    QFETCH(const QString, line);
    QFETCH(const int, status);
    QFETCH(const QString, kind);
    const Run run = m_program(line);
    QCOMPARE(run.status, status);
    QCOMPARE(run.kind(), kind);
    QVERIFY(!run.object()[u"error"].toString().isEmpty());
    QVERIFY(!run.err.isEmpty());
}

void TestDatabases::helpAndVersionNeedNoDatabase()
{
    QCOMPARE(m_program(QStringLiteral("--version")).out, QByteArray("glowlist " GLOWLIST_VERSION "\n"));
    QVERIFY(m_program(QStringLiteral("--help")).out.contains("glowlist add"));
    const Run help = m_program(QStringLiteral("add --help"));
    QCOMPARE(help.status, 0);
    QVERIFY(help.out.contains("--literal"));
    QVERIFY(!QFileInfo::exists(m_program.directory().clusterRoot() + QStringLiteral("/server.log")));
}

void TestDatabases::theServerStaysAfterLocalStart()
{
    const Run started = m_program(QStringLiteral("local start --json"));
    QVERIFY2(started.status == 0, started.err);
    QVERIFY(started.object()[u"running"].toBool());
    const qint64 pid = started.object()[u"pid"].toInteger();
    QCOMPARE(m_program(QStringLiteral("add x")).status, 0);
    QCOMPARE(m_program(QStringLiteral("local status --json")).object()[u"pid"].toInteger(), pid);
    QProcess psql;
    psql.start(QStringLiteral("psql"),
               {QString::fromUtf8(m_program(QStringLiteral("local url")).out.trimmed()),
                QStringLiteral("-XAtc"), QStringLiteral("select count(*) from tasks")});
    QVERIFY(psql.waitForFinished());
    QCOMPARE(psql.readAllStandardOutput().trimmed(), QByteArray("1"));
    QCOMPARE(m_program(QStringLiteral("local stop")).status, 0);
    QVERIFY(!m_program(QStringLiteral("local status --json")).object()[u"running"].toBool());
}

void TestDatabases::otherCommandsStartTheServerAndStopIt()
{
    QCOMPARE(m_program(QStringLiteral("list --json")).status, 0);
    QVERIFY(!m_program(QStringLiteral("local status --json")).object()[u"running"].toBool());
}

void TestDatabases::aDatabaseThatIsNotMigratedIsLeftAlone()
{
    const store::ConnectionString database = m_server.createDatabase();
    const QStringList url{QStringLiteral("--url"), database.uri(), QStringLiteral("--json")};
    for (const char* command : {"list", "add"}) {
        const Run run = m_program.run(QStringList{QLatin1String(command), QStringLiteral("x")} + url);
        QCOMPARE(run.status, 1);
        QCOMPARE(run.kind(), QStringLiteral("migration"));
        QVERIFY(run.err.contains("glowlist migrate upgrade"));
    }
    QCOMPARE(m_server.psql(
                 database.database,
                 QStringLiteral("select count(*) from pg_tables where schemaname !~ '^(pg_|information)'")),
             QStringLiteral("0"));
    QCOMPARE(m_program.run(QStringList{QStringLiteral("migrate"), QStringLiteral("upgrade")} + url).status,
             0);
    QCOMPARE(m_program.run(QStringList{QStringLiteral("add"), QStringLiteral("x")} + url).array().size(), 1);
    const Run fromInput = m_program.run(
        {QStringLiteral("list"), QStringLiteral("--url"), QStringLiteral("-"), QStringLiteral("--json")},
        database.uri().toUtf8());
    QCOMPARE(fromInput.array().size(), 1);
    QProcessEnvironment environment = tests::Program::clean();
    environment.insert(QStringLiteral("DATABASE_URL"), database.uri());
    for (const QStringList& choice :
         {QStringList{QStringLiteral("--workspace"), QStringLiteral("env")},
          QStringList{QStringLiteral("--url"), QStringLiteral("env:DATABASE_URL")}}) {
        const Run run = m_program.run(QStringList{QStringLiteral("list"), QStringLiteral("--json")} + choice,
                                      {}, environment);
        QVERIFY2(run.array().size() == 1, run.err);
    }
}

void TestDatabases::severalUsersAreNamed()
{
    const store::ConnectionString database = m_server.createDatabase();
    const QStringList url{QStringLiteral("--url"), database.uri(), QStringLiteral("--json")};
    QCOMPARE(m_program.run(QStringList{QStringLiteral("migrate"), QStringLiteral("upgrade")} + url).status,
             0);
    m_server.psql(database.database, QStringLiteral("insert into users values ('maya')"));
    const Run run = m_program.run(QStringList{QStringLiteral("list")} + url);
    QCOMPARE(run.status, 1);
    QVERIFY(run.err.contains("local") && run.err.contains("maya"));
    const QStringList maya = url + QStringList{QStringLiteral("--user"), QStringLiteral("maya")};
    QCOMPARE(m_program.run(QStringList{QStringLiteral("add"), QStringLiteral("x")} + maya)
                 .array()
                 .at(0)[u"user_id"]
                 .toString(),
             QStringLiteral("maya"));
    QCOMPARE(
        m_program
            .run(QStringList{QStringLiteral("list"), QStringLiteral("--user"), QStringLiteral("nobody")} +
                 url)
            .status,
        1);
}

void TestDatabases::migrationsGoUpAndDown()
{
    const store::ConnectionString database = m_server.createDatabase();
    const auto migrate = [&](const QString& what) {
        return m_program.run(QStringList{QStringLiteral("migrate")} + what.split(u' ') +
                             QStringList{QStringLiteral("--url"), database.uri(), QStringLiteral("--json")});
    };
    QVERIFY(migrate(QStringLiteral("current")).object()[u"revision"].isNull());
    const QString head =
        m_program(QStringLiteral("migrate heads --json")).array().at(0)[u"revision"].toString();
    QCOMPARE(migrate(QStringLiteral("upgrade +2")).object()[u"revision"].toString(), QStringLiteral("0002"));
    QCOMPARE(migrate(QStringLiteral("upgrade")).object()[u"revision"].toString(), head);
    QVERIFY(migrate(QStringLiteral("history")).array().at(0)[u"applied_at"].isString());
    QVERIFY(migrate(QStringLiteral("check")).object()[u"clean"].toBool());
    m_server.psql(database.database,
                  QStringLiteral("update pg_collation set collversion = '1.0' where collname = 'und-x-icu'"));
    const Run stale = migrate(QStringLiteral("check"));
    QCOMPARE(stale.status, 1);
    QCOMPARE(stale.object()[u"differences"].toArray().at(0)[u"kind"].toString(), QStringLiteral("collation"));
    QVERIFY(stale.object()[u"reindex"].toString().contains(QStringLiteral("reindex index")));
    QCOMPARE(migrate(QStringLiteral("check")).status, 1); // nothing is done unasked
    QVERIFY(migrate(QStringLiteral("check --yes")).object()[u"clean"].toBool());
    QCOMPARE(migrate(QStringLiteral("check")).status, 0);
    m_server.psql(database.database, QStringLiteral("drop index glow_due_ix"));
    const Run drift = migrate(QStringLiteral("check"));
    QCOMPARE(drift.status, 1);
    QCOMPARE(drift.object()[u"differences"].toArray().at(0)[u"object"].toString(),
             QStringLiteral("public.glow_due_ix"));
    const Run refused = migrate(QStringLiteral("downgrade base"));
    QCOMPARE(refused.status, 1);
    QCOMPARE(refused.kind(), QStringLiteral("refused"));
    QCOMPARE(migrate(QStringLiteral("downgrade base --yes")).status, 0);
    QVERIFY(migrate(QStringLiteral("current")).object()[u"revision"].isNull());
    QCOMPARE(migrate(QStringLiteral("upgrade 4711")).status, 1);
    QCOMPARE(migrate(QStringLiteral("stamp 4711")).status, 1);
    QCOMPARE(migrate(QStringLiteral("stamp")).status, 2);
    QCOMPARE(migrate(QStringLiteral("stamp 0002")).object()[u"revision"].toString(), QStringLiteral("0002"));
}

void TestDatabases::aScriptForPsqlIsPrinted()
{
    const store::ConnectionString database = m_server.createDatabase();
    const Run script = m_program(QStringLiteral("migrate sql base:head"));
    QVERIFY2(script.status == 0, script.err);
    QProcess psql;
    psql.start(QStringLiteral("psql"),
               {database.uri(), QStringLiteral("-X1qv"), QStringLiteral("ON_ERROR_STOP=1")});
    psql.write(script.out);
    psql.closeWriteChannel();
    QVERIFY(psql.waitForFinished());
    QVERIFY2(psql.exitCode() == 0, psql.readAllStandardError());
    const Run list = m_program.run({QStringLiteral("list"), QStringLiteral("--url"), database.uri()});
    QVERIFY2(list.status == 0, list.err);
    QCOMPARE(m_program(QStringLiteral("migrate sql 0001")).status, 2);
    QCOMPARE(m_program(QStringLiteral("migrate sql 0001:4711")).status, 1);
    QVERIFY(m_program(QStringLiteral("migrate sql 0001:base --json"))
                .object()[u"sql"]
                .toString()
                .contains(QStringLiteral("drop schema glowlist")));
}

void TestDatabases::twoProgramsMigratingAtOnceWaitForEachOther()
{
    const store::ConnectionString database = m_server.createDatabase();
    QProcess other; // holds the lock as a program that migrates does
    other.start(QStringLiteral("psql"), {database.uri(), QStringLiteral("-XqAt")});
    other.write("select pg_advisory_lock(x'676c6f776c697374'::bigint);\n");
    QVERIFY(other.waitForBytesWritten());
    QTRY_COMPARE(m_server.psql(database.database,
                               QStringLiteral("select count(*) from pg_locks where locktype = 'advisory'")),
                 QStringLiteral("1"));
    QProcess program;
    program.start(QStringLiteral(GLOWLIST_PROGRAM), {QStringLiteral("migrate"), QStringLiteral("upgrade"),
                                                     QStringLiteral("--url"), database.uri()});
    QByteArray said;
    while (!said.contains("Another program is migrating") && program.waitForReadyRead(60000))
        said += program.readAllStandardError();
    program.setReadChannel(QProcess::StandardError);
    while (!said.contains("Another program is migrating") && program.waitForReadyRead(60000))
        said += program.readAllStandardError();
    QVERIFY2(said.contains("Another program is migrating"), said);
    const Run sql = m_program(QStringLiteral("migrate sql base:head"));
    other.write("begin;\n" + sql.out + "commit;\n\\q\n");
    other.closeWriteChannel();
    QVERIFY(other.waitForFinished());
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 0);
}

void TestDatabases::aNewMigrationIsAPairOfFiles()
{
    QTemporaryDir tree;
    QVERIFY(QDir(tree.path()).mkpath(QStringLiteral("migrations")) &&
            QDir(tree.path()).mkpath(QStringLiteral("src")));
    for (const char* name :
         {"CMakeLists.txt", "migrations/0001_base.up.sql", "migrations/0041_last.up.sql"}) {
        QFile file(tree.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
    }
    QProcess program;
    program.setWorkingDirectory(tree.filePath(QStringLiteral("src")));
    program.start(QStringLiteral(GLOWLIST_PROGRAM),
                  {QStringLiteral("migrate"), QStringLiteral("new"), QStringLiteral("colours")});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(QFile::exists(tree.filePath(QStringLiteral("migrations/0042_colours.up.sql"))));
    QVERIFY(QFile::exists(tree.filePath(QStringLiteral("migrations/0042_colours.down.sql"))));
    program.setWorkingDirectory(QDir::rootPath());
    program.start(QStringLiteral(GLOWLIST_PROGRAM),
                  {QStringLiteral("migrate"), QStringLiteral("new"), QStringLiteral("colours")});
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 1);
    QCOMPARE(m_program(QStringLiteral("migrate new Über")).status, 2);
}

void TestDatabases::aConnectionStringIsTakenApart()
{
    const Run run = m_program(
        QStringLiteral("connection - --json"),
        "postgresql://me:s%40crt@ep-cool-1.eu.aws.neon.tech/neondb?sslmode=require&pgbouncer=true\n");
    const QJsonObject json = run.object();
    QCOMPARE(run.status, 0);
    QCOMPARE(json[u"pooled_host"].toString(), QStringLiteral("ep-cool-1-pooler.eu.aws.neon.tech"));
    QCOMPARE(json[u"direct_host"].toString(), QStringLiteral("ep-cool-1.eu.aws.neon.tech"));
    QCOMPARE(json[u"sslmode"].toString(), QStringLiteral("verify-full"));
    QVERIFY(json[u"password_set"].toBool());
    QVERIFY(!json[u"notes"].toArray().isEmpty());
    QVERIFY(!run.out.contains("crt"));
    const Run refused = m_program(QStringLiteral("connection - --json"), "postgresql://h:99999/d");
    QCOMPARE(refused.status, 1);
    QCOMPARE(refused.object()[u"part"].toString(), QStringLiteral("port"));
}

void TestDatabases::aPasswordIsNowhere()
{
    const Run run = m_program(QStringLiteral("list --json --url postgresql://me:geheim@127.0.0.1:1/db"));
    QCOMPARE(run.status, 1);
    QVERIFY(!run.out.contains("geheim") && !run.err.contains("geheim"));
    QVERIFY(run.err.contains("--url env:NAME"));
    QProcess waiting;
    waiting.start(QStringLiteral(GLOWLIST_PROGRAM),
                  {QStringLiteral("connection"), QStringLiteral("-"), QStringLiteral("--url"),
                   QStringLiteral("postgresql://me:geheim@127.0.0.1:1/db?password=geheim"),
                   QStringLiteral("--direct-url"),
                   QStringLiteral("host=h user=me Password = 'ge heim geheim'")});
    QVERIFY(waiting.waitForStarted());
    const auto commandLine = [&waiting] {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(waiting.processId()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTRY_VERIFY(commandLine().contains("me:******@"));
    QVERIFY(!commandLine().contains("geheim"));
    waiting.closeWriteChannel();
    waiting.waitForFinished();
}

void TestDatabases::whatLiesAroundForOtherToolsIsNotRead()
{
    // A server that wants a password which only libpq's own files and variables know.
    m_server.psql(
        QStringLiteral("postgres"),
        QStringLiteral("create role visitor login password 'hush'; create database visited owner visitor"));
    const QTemporaryDir home;
    const QString place = QStringLiteral("127.0.0.1:%1:*:visitor:hush\n").arg(m_server.port());
    QFile passwords(home.filePath(QStringLiteral(".pgpass")));
    QVERIFY(passwords.open(QIODevice::WriteOnly) && passwords.write(place.toUtf8()) > 0);
    QVERIFY(passwords.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    passwords.close();
    QFile rules(m_server.socketDirectory() + QStringLiteral("/pg/pg_hba.conf"));
    QVERIFY(rules.open(QIODevice::ReadWrite));
    const QByteArray before = rules.readAll();
    rules.seek(0);
    rules.write("host all visitor 127.0.0.1/32 scram-sha-256\n" + before);
    rules.close();
    m_server.psql(QStringLiteral("postgres"), QStringLiteral("select pg_reload_conf()"));
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), home.path());
    environment.insert(QStringLiteral("PGPASSWORD"), QStringLiteral("hush"));
    environment.insert(QStringLiteral("PGPASSFILE"), passwords.fileName());
    environment.insert(QStringLiteral("PGSERVICE"), QStringLiteral("none"));
    environment.insert(QStringLiteral("PGOPTIONS"), QStringLiteral("-c nonsense=1"));
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(GLOWLIST_PROGRAM),
                  {QStringLiteral("migrate"), QStringLiteral("current"), QStringLiteral("--json"),
                   QStringLiteral("--url"),
                   QStringLiteral("postgresql://visitor@127.0.0.1:%1/visited").arg(m_server.port())});
    QVERIFY(program.waitForFinished(60000));
    QCOMPARE(program.exitCode(), 1);
    const auto answer = QJsonDocument::fromJson(program.readAllStandardOutput()).object();
    QCOMPARE(answer[u"kind"].toString(), QStringLiteral("signin"));
}

void TestDatabases::aDeadDatabaseIsReported()
{
    const Run run = m_program(QStringLiteral("list --json --url postgresql://me@127.0.0.1:1/db"));
    QCOMPARE(run.status, 1);
    QCOMPARE(run.kind(), QStringLiteral("connection"));
}

void TestDatabases::theWindowQuitsOnSigtermAndStopsTheServer()
{
    QProcessEnvironment environment = tests::Program::clean();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    QProcess window;
    window.setProcessEnvironment(environment);
    window.start(QStringLiteral(GLOWLIST_PROGRAM),
                 {QStringLiteral("--data-dir"), m_program.directory().path()});
    QVERIFY(window.waitForStarted());
    const auto isRunning = [this] {
        return m_program(QStringLiteral("local status --json")).object()[u"running"].toBool();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isRunning(), 60000);
    ::kill(static_cast<pid_t>(window.processId()), SIGTERM);
    QVERIFY(window.waitForFinished());
    QVERIFY2(window.exitStatus() == QProcess::NormalExit,
             (QByteArray::number(window.exitCode()) + window.readAllStandardError()).constData());
    QCOMPARE(window.exitCode(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(!isRunning(), 30000);
}

void TestDatabases::aPictureHasTheSizeAskedFor()
{
    const QString file = m_program.directory().path() + QStringLiteral("/window.png");
    const Run run = m_program.run({QStringLiteral("--screenshot"), file, QStringLiteral("--size"),
                                   QStringLiteral("900x600"), QStringLiteral("--view"), QStringLiteral("all"),
                                   QStringLiteral("--theme"), QStringLiteral("dark")});
    QVERIFY2(run.status == 0, run.err);
    QCOMPARE(QImage(file).size(), QSize(900, 600));
}

QTEST_GUILESS_MAIN(TestDatabases)
#include "tst_databases.moc"
