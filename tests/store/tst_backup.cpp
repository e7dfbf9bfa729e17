#include "core/uid.h"
#include "store/backup/backup.h"
#include "store/migrations/migrator.h"
#include "support/builders.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>
#include <csignal>
#include <sys/mount.h>
#include <unistd.h>

using namespace glow;
using namespace glow::tests;
using core::Result;
using store::BackupInfo;
namespace backup = store::backup;
namespace backupfile = store::backupfile;

/// Backups of a database and what comes of them, on a real server and real files.
class TestBackup : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void everyTableComesBackByteForByte();
    void aBackupOfAnOlderSchemaIsBroughtUpToDate();
    void aBackupOfANewerSchemaIsRefused();
    void aDatabaseOfANewerSchemaIsLeftAlone();
    void theHeaderCountsWhatIsIn();
    void aBackupSeesOneMoment();
    void itIsTextThatOtherProgramsRead();
    void restoringBacksUpFirstAndIsTakenBackByRestoringThat();
    void twoInOneSecondAreTwo();
    void restoringTellsProgramsToReadAnew();
    void anOlderBackupReplacesWhatIsThere();
    void theDifferenceIsTold();
    void aDamagedFileIsToldAndChangesNothing_data();
    void aDamagedFileIsToldAndChangesNothing();
    void aTableOfAnotherSchemaIsNeverWritten();
    void onceADayAndOnlyAfterAChange();
    void fourteenDaysAndSixMonthsAreKept();
    void whatIsTooManyIsRemoved();
    void anUnwritableFolderIsTold_data();
    void anUnwritableFolderIsTold();
    void aFullDiskIsToldAndLeavesTheFormerOnes();
    void aKilledBackupLeavesTheFormerOnes();
    void aCancelledBackupLeavesNothing();

private:
    core::Clock at(const char* time) const
    {
        return core::Clock::fixedAt(QDateTime::fromString(QLatin1String(time), Qt::ISODate));
    }
    BackupInfo written(const QString& folder, const core::Clock& clock = {});
    void fillEveryTable();
    QString contents(const Builder& of) const;
    std::function<Result<void>(store::Database&, const QString&)> elsewhere() const;

    TemporaryServer m_server;
    std::unique_ptr<Builder> m_builder;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QString explain(const core::Error& error)
{
    return error.message + u' ' + error.detail;
}

template <typename T> QString explain(const Result<T>& result)
{
    return result ? QString() : explain(result.error());
}

#define VERIFY(result)                                                                                       \
    do {                                                                                                     \
        const auto& once = (result);                                                                         \
        QVERIFY2(once.ok(), qPrintable(explain(once)));                                                      \
    } while (false)

QByteArray unzipped(const QString& path)
{
    QProcess gzip;
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("-dc"), path});
    gzip.waitForFinished(60000);
    return gzip.exitCode() == 0 ? gzip.readAllStandardOutput() : QByteArray();
}

void zip(const QString& path, const QByteArray& text)
{
    QProcess gzip;
    gzip.setStandardOutputFile(path);
    gzip.start(QStringLiteral("gzip"), {QStringLiteral("-c")});
    gzip.write(text);
    gzip.closeWriteChannel();
    gzip.waitForFinished(60000);
}

/// This program again: backs a database up, slowly, until it is killed.
int backUp(const QStringList& arguments)
{
    const auto target = store::ConnectionString::parse(arguments.value(0));
    store::Database database;
    if (!target || !database.open(*target))
        return 1;
    backup::Watcher watcher;
    watcher.progressed = [](qint64) {
        puts("on the way");
        fflush(stdout);
        QThread::msleep(100);
    };
    return backup::write(database, arguments.value(1), {}, false, watcher) ? 0 : 1;
}

} // namespace

void TestBackup::initTestCase()
{
    store::Database::loadDriver();
}

void TestBackup::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_database = std::make_unique<store::Database>();
    m_builder = std::make_unique<Builder>(m_server);
    VERIFY(m_database->open(m_builder->database()));
}

BackupInfo TestBackup::written(const QString& folder, const core::Clock& clock)
{
    const Result<BackupInfo> info = backup::write(*m_database, folder, clock);
    return info ? *info : BackupInfo{};
}

/// As a person and other programs leave it, with what is hard to write down.
void TestBackup::fillEveryTable()
{
    const QUuid list = m_builder->list(QStringLiteral("Haus 🏡 \"quoted\""));
    const QUuid tag = m_builder->tag(QStringLiteral("büro"));
    const QUuid parent =
        m_builder->task(QStringLiteral("Parent"), {{QStringLiteral("list"), core::uidText(list)}}, {tag});
    m_builder->task(QStringLiteral("Child \\ 'with' <marks>"),
                    {{QStringLiteral("parent"), core::uidText(parent)},
                     {QStringLiteral("due_date"), QStringLiteral("2026-11-27T09:00:00")},
                     {QStringLiteral("notes"), QString(1500, u'ß') + QStringLiteral("\nnext\tline")}});
    m_builder->complete(m_builder->task(QStringLiteral("Done")));
    const QUuid gone = m_builder->task(QStringLiteral("Thrown away"), {}, {tag});
    m_builder->apply({operation(core::Verb::Delete, core::Entity::Task, gone)});
    m_builder->sql(QStringLiteral(
        "insert into glowlist.section (uid, user_id, name, list, position) select gen_random_uuid(), "
        "'local', "
        "'S', uid, 'a' from glowlist.list; "
        "update tasks set priority = 'urgent', due_date = '2026-03-29 02:30:00.123456', glow_deadline = "
        "'infinity' where title = 'Done'; "
        "insert into glowlist.filter (uid, user_id, name, query, position) values (gen_random_uuid(), "
        "'local', 'Soon', 'due in 7 days', 'a'); "
        "insert into glowlist.dependency select gen_random_uuid(), a.glow_uid, b.glow_uid from tasks a, "
        "tasks b "
        "where a.title = 'Parent' and b.title = 'Done'; "
        "insert into glowlist.reminder (uid, task, at, at_has_time, before) select gen_random_uuid(), "
        "glow_uid, timestamp '2026-11-27 09:00:00.5', true, null::integer from tasks where title = 'Parent' "
        "union all "
        "select gen_random_uuid(), glow_uid, null, false, 30 from tasks; "
        "insert into glowlist.copy (\"group\", groups, source, source_user, user_id) values "
        "(gen_random_uuid(), "
        "array[gen_random_uuid(), gen_random_uuid()], gen_random_uuid(), 'x', 'local'); "
        "insert into glowlist.history (revision, entity, uid, kind, new, source, source_id) values (-1, "
        "'task', "
        "gen_random_uuid(), 'create', '{\"n\": 12345678901234567890.10}', gen_random_uuid(), "
        "9007199254740993)"));
    m_builder->bulk(2500);
}

/// Every row of every table but the record of when the migrations ran, and every sequence.
QString TestBackup::contents(const Builder& of) const
{
    const QString tables = of.sql(QStringLiteral(
        "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = 'glowlist' and "
        "tablename <> 'migrations' or schemaname = 'public' order by 1"));
    QString all =
        of.sql(QStringLiteral("select schemaname, sequencename, last_value from pg_sequences order by 1, 2"));
    for (const QString& table : tables.split(u'\n'))
        all +=
            u'\n' + table + u'\n' + of.sql(QStringLiteral("select t::text from %1 t order by 1").arg(table));
    return all;
}

std::function<Result<void>(store::Database&, const QString&)> TestBackup::elsewhere() const
{
    return [target = m_builder->database()](store::Database& database, const QString& name) {
        store::ConnectionString there = target;
        there.database = name;
        return database.open(there);
    };
}

void TestBackup::everyTableComesBackByteForByte()
{
    fillEveryTable();
    const QString empty = m_builder->sql(
        QStringLiteral("select string_agg(c, ' ') from (select format('%I.%I', schemaname, tablename) as c "
                       "from pg_tables where "
                       "schemaname in ('glowlist', 'public') and (xpath('/row/c/text()', "
                       "query_to_xml(format('select count(*) "
                       "as c from %I.%I', schemaname, tablename), false, true, '')))[1]::text = '0') s"));
    QCOMPARE(empty, QString()); // a new table needs rows above
    const BackupInfo info = written(m_folder->path());
    QVERIFY(!info.path.isEmpty());

    store::ConnectionString fresh = m_server.createDatabase();
    store::Database other;
    VERIFY(other.open(fresh));
    VERIFY(backup::fill(other, info.path));
    other.close();
    const Builder restored(m_server, fresh);
    QCOMPARE(contents(restored), contents(*m_builder));
    // What the triggers keep goes on.
    restored.sql(QStringLiteral("delete from tasks where title = 'Parent'"));
    QCOMPARE(
        restored.sql(QStringLiteral("select \"row\" ->> 'title' from glowlist.trash where entity = 'task' "
                                    "order by id desc limit 1")),
        QStringLiteral("Parent"));
}

void TestBackup::aDatabaseOfANewerSchemaIsLeftAlone()
{
    m_builder->task(QStringLiteral("Kept"));
    const BackupInfo info = written(m_folder->path());
    m_builder->task(QStringLiteral("Later"));
    m_builder->sql(
        QStringLiteral("insert into glowlist.migrations (revision, name, sha256, duration_ms, program) "
                       "values ('9000', 'x', '', 0, '')"));
    const Result<BackupInfo> done =
        backup::restore(*m_database, info.path, m_folder->path(), {}, elsewhere());
    QVERIFY(!done);
    QCOMPARE(done.error().kind, core::ErrorKind::Migration);
    QCOMPARE(m_builder->count(QStringLiteral("tasks")), 2);
}

void TestBackup::theHeaderCountsWhatIsIn()
{
    fillEveryTable();
    const BackupInfo info = written(m_folder->path(), at("2026-11-24T20:15:12"));
    QCOMPARE(QFileInfo(info.path).fileName(), QStringLiteral("glowlist-2026-11-24-201512.jsonl.gz"));
    QCOMPARE(QFile::permissions(info.path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const QList<BackupInfo> all = backupfile::all(m_folder->path());
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.constFirst().tasks, m_builder->count(QStringLiteral("tasks")));
    QCOMPARE(all.constFirst().done, m_builder->count(QStringLiteral("tasks where completed")));
    QCOMPARE(all.constFirst().lists, 1);
    QCOMPARE(all.constFirst().tags, 1);
    QCOMPARE(all.constFirst().trash, 1);
    QCOMPARE(all.constFirst().takenAt.toLocalTime().time(), QTime(20, 15, 12));
    QCOMPARE(all.constFirst().day, QDate(2026, 11, 24));
    VERIFY(backup::verify(info.path));
}

void TestBackup::aBackupSeesOneMoment()
{
    m_builder->bulk(1000);
    backup::Watcher watcher;
    bool written = false;
    watcher.progressed = [&](qint64) {
        if (!std::exchange(written, true))
            m_builder->sql(QStringLiteral("delete from tasks where title <> 'Task 1'; "
                                          "insert into glowlist.tag values (gen_random_uuid(), 'late')"));
    };
    const Result<BackupInfo> info = backup::write(*m_database, m_folder->path(), {}, false, watcher);
    VERIFY(info);
    const QByteArray text = unzipped(info->path);
    QCOMPARE(text.count("\"title\": \"Task "), 1000);
    QVERIFY(!text.contains("late"));
}

void TestBackup::itIsTextThatOtherProgramsRead()
{
    fillEveryTable();
    const QList<QByteArray> lines = unzipped(written(m_folder->path()).path).trimmed().split('\n');
    QVERIFY(lines.size() > 2500);
    for (const QByteArray& line : lines) {
        QJsonParseError error;
        QJsonDocument::fromJson(line, &error);
        QCOMPARE(error.error, QJsonParseError::NoError);
    }
}

void TestBackup::aBackupOfAnOlderSchemaIsBroughtUpToDate()
{
    store::ConnectionString old = m_server.createDatabase();
    store::Database database;
    VERIFY(database.open(old));
    VERIFY(store::Migrator(database, *store::embeddedMigrations()).upgrade(QStringLiteral("0006")));
    m_server.psql(old.database, QStringLiteral("insert into tasks (user_id, title, completed, priority) "
                                               "values ('local', 'Old', false, 'high')"));
    const Result<BackupInfo> info = backup::write(database, m_folder->path(), {});
    VERIFY(info);
    QCOMPARE(info->revision, QStringLiteral("0006"));
    store::ConnectionString fresh = m_server.createDatabase();
    store::Database other;
    VERIFY(other.open(fresh));
    VERIFY(backup::fill(other, info->path));
    QCOMPARE(store::Migrator(other, *store::embeddedMigrations()).state()->pending, QStringList());
    QCOMPARE(m_server.psql(fresh.database, QStringLiteral("select title, glow_rank from tasks")),
             QStringLiteral("Old|1"));
}

void TestBackup::aBackupOfANewerSchemaIsRefused()
{
    const BackupInfo info = written(m_folder->path());
    zip(info.path,
        unzipped(info.path).replace("\"revision\":\"" + info.revision.toUtf8(), "\"revision\":\"9000"));
    const QString before = contents(*m_builder);
    const Result<BackupInfo> done =
        backup::restore(*m_database, info.path, m_folder->path(), {}, elsewhere());
    QVERIFY(!done);
    QCOMPARE(done.error().kind, core::ErrorKind::Migration);
    QCOMPARE(contents(*m_builder), before);
}

void TestBackup::restoringBacksUpFirstAndIsTakenBackByRestoringThat()
{
    fillEveryTable();
    const BackupInfo then = written(m_folder->path());
    const QString tasksThen =
        m_builder->sql(QStringLiteral("select string_agg(t::text, ',' order by id) from tasks t"));
    m_builder->task(QStringLiteral("New since"));
    m_builder->sql(QStringLiteral("delete from tasks where title like 'Task 1%'"));
    const QString tasksNow =
        m_builder->sql(QStringLiteral("select string_agg(t::text, ',' order by id) from tasks t"));

    const Result<BackupInfo> before =
        backup::restore(*m_database, then.path, m_folder->path(), {}, elsewhere());
    VERIFY(before);
    QVERIFY(before->beforeRestore);
    QCOMPARE(m_builder->sql(QStringLiteral("select string_agg(t::text, ',' order by id) from tasks t")),
             tasksThen);
    VERIFY(backup::restore(*m_database, before->path, m_folder->path(), {}, elsewhere()));
    QCOMPARE(m_builder->sql(QStringLiteral("select string_agg(t::text, ',' order by id) from tasks t")),
             tasksNow);
}

void TestBackup::twoInOneSecondAreTwo()
{
    const core::Clock clock = at("2026-11-24T20:15:12");
    m_builder->task(QStringLiteral("One"));
    const BackupInfo first = written(m_folder->path(), clock);
    m_builder->task(QStringLiteral("Two"));
    const Result<BackupInfo> before =
        backup::restore(*m_database, first.path, m_folder->path(), clock, elsewhere());
    VERIFY(before);
    VERIFY(backup::restore(*m_database, before->path, m_folder->path(), clock, elsewhere()));
    QCOMPARE(m_builder->count(QStringLiteral("tasks")), 2);
    QCOMPARE(written(m_folder->path(), clock).tasks, 2);
    QCOMPARE(backupfile::all(m_folder->path()).size(), 4);
}

void TestBackup::restoringTellsProgramsToReadAnew()
{
    m_builder->task(QStringLiteral("Kept"));
    const BackupInfo then = written(m_folder->path());
    const QString pairs =
        QStringLiteral("select revision, token from glowlist.revision order by revision desc limit 1");
    m_builder->task(QStringLiteral("Later"));
    const QString seen = m_builder->sql(pairs);
    store::Database listener;
    VERIFY(listener.open(m_builder->database()));
    VERIFY(listener.query(QStringLiteral("listen glowlist")));
    VERIFY(backup::restore(*m_database, then.path, m_folder->path(), {}, elsewhere()));
    QVERIFY(m_builder->sql(pairs) != seen);
    const auto heard = listener.notifications(std::chrono::seconds(20), -1);
    VERIFY(heard);
    const QString number = m_builder->sql(QStringLiteral("select revision from glowlist.workspace"));
    QVERIFY(std::any_of(heard->cbegin(), heard->cend(),
                        [&number](const QString& payload) { return payload.section(u' ', 0, 0) == number; }));
}

void TestBackup::anOlderBackupReplacesWhatIsThere()
{
    store::ConnectionString old = m_server.createDatabase();
    store::Database database;
    VERIFY(database.open(old));
    VERIFY(store::Migrator(database, *store::embeddedMigrations()).upgrade(QStringLiteral("0006")));
    m_server.psql(old.database, QStringLiteral("insert into tasks (user_id, title, completed, priority) "
                                               "values ('local', 'Old', false, 'high')"));
    const Result<BackupInfo> info = backup::write(database, m_folder->path(), {});
    VERIFY(info);
    m_builder->bulk(10);
    VERIFY(backup::restore(*m_database, info->path, m_folder->path(), {}, elsewhere()));
    QCOMPARE(m_builder->sql(QStringLiteral("select title from tasks")), QStringLiteral("Old"));
    QCOMPARE(m_builder->count(QStringLiteral("pg_database where datname = 'glowlist_restore'")), 0);
}

void TestBackup::theDifferenceIsTold()
{
    m_builder->bulk(10);
    m_builder->list(QStringLiteral("Kept"));
    const BackupInfo then = written(m_folder->path());
    m_builder->sql(QStringLiteral("update tasks set title = 'Renamed' where title in ('Task 1', 'Task 2'); "
                                  "delete from tasks where title in ('Task 3', 'Task 4', 'Task 5')"));
    m_builder->task(QStringLiteral("New"));
    m_builder->list(QStringLiteral("New"));
    const Result<backup::Difference> difference = backup::compare(*m_database, then.path);
    VERIFY(difference);
    QCOMPARE(difference->tasks.back, 3);
    QCOMPARE(difference->tasks.changed, 2);
    QCOMPARE(difference->tasks.gone, 1);
    QCOMPARE(difference->lists.back, 0);
    QCOMPARE(difference->lists.changed, 0);
    QCOMPARE(difference->lists.gone, 1);
}

void TestBackup::aDamagedFileIsToldAndChangesNothing_data()
{
    QTest::addColumn<QString>("damage");
    for (const char* damage : {"cut", "cut text", "a line less", "no gzip", "empty", "bits"})
        QTest::newRow(damage) << QString::fromLatin1(damage);
}

void TestBackup::aDamagedFileIsToldAndChangesNothing()
{
    QFETCH(QString, damage);
    fillEveryTable();
    const BackupInfo then = written(m_folder->path());
    QFile file(then.path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray bytes = file.readAll();
    file.close();
    QByteArray text = unzipped(then.path);
    if (damage == u"cut text")
        zip(then.path, text.left(text.size() / 2));
    else if (damage == u"a line less")
        zip(then.path,
            text.remove(text.indexOf("\n{\"row\"") + 1,
                        text.indexOf("\n", text.indexOf("\n{\"row\"") + 1) - text.indexOf("\n{\"row\"")));
    else {
        if (damage == u"cut")
            bytes.truncate(bytes.size() / 2);
        else if (damage == u"no gzip")
            bytes = "This is a letter.\n";
        else if (damage == u"empty")
            bytes.clear();
        else
            bytes[bytes.size() / 2] = char(~bytes[bytes.size() / 2]);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
    }
    const QString before = contents(*m_builder);
    const Result<BackupInfo> done =
        backup::restore(*m_database, then.path, m_folder->path(), {}, elsewhere());
    QVERIFY(!done);
    QCOMPARE(done.error().kind, core::ErrorKind::File);
    QVERIFY2(done.error().message.contains(QStringLiteral("is damaged")), qPrintable(done.error().message));
    QVERIFY(!backup::replace(*m_database, then.path)); // even unlooked at
    QCOMPARE(contents(*m_builder), before);
}

void TestBackup::aTableOfAnotherSchemaIsNeverWritten()
{
    const BackupInfo then = written(m_folder->path());
    QByteArray text = unzipped(then.path);
    zip(then.path, text.replace("\"glowlist.list\"", "\"pg_catalog.pg_authid\""));
    QVERIFY(!backup::replace(*m_database, then.path));
}

void TestBackup::onceADayAndOnlyAfterAChange()
{
    const auto daily = [this](const char* now) {
        const Result<backup::Daily> done = backup::writeDaily(*m_database, m_folder->path(), at(now));
        return done.ok() && done->outcome == backup::Daily::Outcome::Taken;
    };
    QVERIFY(daily("2026-11-24T08:00:00")); // the first
    m_builder->task(QStringLiteral("One"));
    QVERIFY(!daily("2026-11-24T23:59:00")); // once a day
    QVERIFY(daily("2026-11-25T00:01:00"));
    QVERIFY(!daily("2026-11-26T08:00:00")); // nothing new
    m_builder->task(QStringLiteral("Two"));
    QVERIFY(daily("2026-11-26T09:00:00"));
    QCOMPARE(backupfile::all(m_folder->path()).size(), 3);
}

void TestBackup::fourteenDaysAndSixMonthsAreKept()
{
    QList<BackupInfo> kept; // newest first
    QDate day(2026, 1, 1);
    for (; day < QDate(2026, 11, 17); day = day.addDays(1)) {
        BackupInfo info;
        info.path = day.toString(Qt::ISODate);
        info.day = day;
        kept.prepend(info);
        for (const BackupInfo& gone : backupfile::superfluous(kept, day))
            kept.removeIf([&gone](const BackupInfo& each) { return each.path == gone.path; });
    }
    QStringList days;
    for (const BackupInfo& each : kept)
        days.append(each.day.toString(QStringLiteral("MM-dd")));
    QStringList expected;
    for (int i = 0; i < 14; ++i)
        expected.append(QDate(2026, 11, 16).addDays(-i).toString(QStringLiteral("MM-dd")));
    expected += {QStringLiteral("11-02"), QStringLiteral("10-31"), QStringLiteral("09-30"),
                 QStringLiteral("08-31"), QStringLiteral("07-31"), QStringLiteral("06-30")};
    QCOMPARE(days, expected);
}

void TestBackup::whatIsTooManyIsRemoved()
{
    for (int day = 1; day <= 16; ++day) {
        m_builder->task(QString::number(day));
        const auto clock = core::Clock::fixedAt(QDateTime(QDate(2026, 11, day), QTime(10, 0)));
        VERIFY(backup::writeDaily(*m_database, m_folder->path(), clock));
    }
    const QList<BackupInfo> all = backupfile::all(m_folder->path());
    QCOMPARE(all.size(), 15); // the second day is that of its month
    QCOMPARE(all.constLast().day, QDate(2026, 11, 2));
}

void TestBackup::anUnwritableFolderIsTold_data()
{
    QTest::addColumn<QString>("folder");
    QTest::newRow("not a folder") << QStringLiteral("/dev/null/backups");
    QTest::newRow("no such place") << QStringLiteral("/proc/backups");
    QTest::newRow("read-only") << QStringLiteral("/sys/kernel");
}

void TestBackup::anUnwritableFolderIsTold()
{
    QFETCH(QString, folder);
    const Result<BackupInfo> done = backup::write(*m_database, folder, {});
    QVERIFY(!done);
    QCOMPARE(done.error().kind, core::ErrorKind::File);
    QVERIFY2(done.error().message.contains(folder), qPrintable(done.error().message));
    VERIFY(m_database->query(QStringLiteral("select 1"))); // the connection goes on
}

void TestBackup::aFullDiskIsToldAndLeavesTheFormerOnes()
{
    if (geteuid() != 0)
        return; // only root may mount a disk that is full soon
    QCOMPARE(mount("tmpfs", QFile::encodeName(m_folder->path()).constData(), "tmpfs", 0, "size=256k"), 0);
    const auto unmount =
        qScopeGuard([this] { umount2(QFile::encodeName(m_folder->path()).constData(), MNT_DETACH); });
    const BackupInfo first = written(m_folder->path(), at("2026-11-24T08:00:00"));
    QVERIFY(!first.path.isEmpty());
    m_builder->bulk(20000);
    const Result<BackupInfo> done = backup::write(*m_database, m_folder->path(), at("2026-11-25T08:00:00"));
    QVERIFY(!done);
    QVERIFY2(done.error().message.contains(QStringLiteral("is full")), qPrintable(done.error().message));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 1);
    VERIFY(backup::verify(first.path));
}

void TestBackup::aKilledBackupLeavesTheFormerOnes()
{
    m_builder->bulk(5000);
    const BackupInfo first = written(m_folder->path(), at("2026-11-24T08:00:00"));
    const store::ConnectionString& target = m_builder->database();
    QProcess other;
    other.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--back-up"),
                                                          QStringLiteral("host=%1 port=%2 dbname=%3 user=%4")
                                                              .arg(target.hosts.constFirst().host)
                                                              .arg(target.hosts.constFirst().port)
                                                              .arg(target.database, target.user),
                                                          m_folder->path()});
    for (int portions = 0; portions < 20; ++portions) {
        while (!other.canReadLine())
            QVERIFY2(other.waitForReadyRead(60000), other.readAllStandardError().constData());
        other.readLine();
    }
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.part")}, QDir::Files).size(), 1);
    // One that is being written is let be.
    store::GzipWriter::removeLeftovers(m_folder->path());
    QCOMPARE(QDir(m_folder->path()).entryList({QStringLiteral("*.part")}, QDir::Files).size(), 1);
    other.kill();
    QVERIFY(other.waitForFinished(60000));
    const QList<BackupInfo> all = backupfile::all(m_folder->path());
    QCOMPARE(all.size(), 1); // the half one never counts
    VERIFY(backup::verify(all.constFirst().path));
    const Result<backup::Daily> next =
        backup::writeDaily(*m_database, m_folder->path(), at("2026-11-25T08:00:00"));
    VERIFY(next);
    m_builder->bulk(1);
    VERIFY(backup::writeDaily(*m_database, m_folder->path(), at("2026-11-26T08:00:00")));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2); // and is cleared away
    QCOMPARE(first.path, all.constFirst().path);
}

void TestBackup::aCancelledBackupLeavesNothing()
{
    m_builder->bulk(1000);
    backup::Watcher watcher;
    bool stop = false;
    watcher.progressed = [&stop](qint64 rows) { stop = rows > 300; };
    watcher.cancelled = [&stop] { return stop; };
    const Result<BackupInfo> done = backup::write(*m_database, m_folder->path(), {}, false, watcher);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, core::ErrorKind::Cancelled);
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList());
    VERIFY(m_database->query(QStringLiteral("select 1")));
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--back-up") {
        store::Database::loadDriver();
        return backUp(arguments.mid(2));
    }
    TestBackup test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_backup.moc"
