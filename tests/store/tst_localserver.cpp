#include "store/database.h"
#include "store/local/cluster.h"
#include "store/local/localserver.h"
#include "store/local/postmaster.h"
#include "support/datadirectory.h"

#include <QtTest>
#include <csignal>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace glow;
using tests::DataDirectory;

/// The private server as one program sees it, and as several, with every way of ending badly.
class TestLocalServer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLastUserStopsTheServer();
    void sentencesTellWhatTakesLong();
    void twoProgramsShareOneServer();
    void twoFirstStartsAtOnceMakeOneCluster();
    void aKilledProgramLeavesAServerThatIsAdopted();
    void aKilledServerIsStartedAgainWithItsData();
    void aPidThatBelongsToAnotherProgramByNowIsNoServer();
    void aServerStoppedByAnotherProgramIsStartedAgain();
    void startAndLeaveStaysUntilStop();
    void aKilledFirstStartIsRepeated();
    void directoriesWithOddNamesWork_data();
    void directoriesWithOddNamesWork();
    void aTakenSocketDirectoryIsAvoided();
    void nobodyElseCanConnect();
    void missingProgramsNameThePackage();
    void anUnknownVersionIsRefusedAndLeftAlone();
    void aNewerVersionTakesTheDataOver();
    void theOldDataStayUntilADayHasPassed();
    void aFailedUpgradeGoesOnWithTheOldVersion();
    void aNewClusterIsFilledWhereTheOldVersionIsGone_data();
    void aNewClusterIsFilledWhereTheOldVersionIsGone();
    void aNewClusterThatCannotBeFilledIsNeverInUse();
    void aFullDiskGetsTheReserve();
    void aReadOnlyDirectoryIsNamed();
};

namespace {

QString explain(const core::Result<store::ConnectionString>& result)
{
    return result ? QString() : result.error().message + u' ' + result.error().detail;
}

QByteArray lastError;

bool runs(store::LocalServer& server)
{
    const auto started = server.start();
    lastError = explain(started).toUtf8();
    return started.ok();
}

const char* error()
{
    return lastError.constData();
}

qint64 serverPid(const DataDirectory& directory)
{
    return store::LocalServer(directory.path()).status()->pid;
}

/// This program again, as a user of the server that ends when told to.
class OtherProgram {
public:
    explicit OtherProgram(const DataDirectory& directory)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(QCoreApplication::applicationFilePath(),
                        {QStringLiteral("--hold"), directory.path()});
    }
    bool isReady()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(60000))
                return false;
        }
        return m_process.readLine() == "ready\n";
    }
    void quit()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished(60000);
    }
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(60000);
    }

private:
    QProcess m_process;
};

int hold(const QString& directory)
{
    store::LocalServer server(directory);
    const auto started = server.start();
    fputs(started ? "ready\n" : qPrintable(explain(started)), stdout);
    fflush(stdout);
    char byte = 0;
    while (read(STDIN_FILENO, &byte, 1) > 0) {
    }
    return started ? 0 : 1;
}

/// PostgreSQL's programs under another version number: what asks `--version` gets it, all else is the real
/// program.
QString disguised(const QTemporaryDir& directory, const QString& version, bool upgrades = true)
{
    const auto real = store::PostgresBinaries::installed(store::PostgresBinaries::searchPath()).constFirst();
    const auto write = [&](const QString& name, const QByteArray& lines) {
        QFile file(directory.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write("#!/bin/sh\n" + lines + "exec " + real.program(name).toUtf8() + " \"$@\"\n");
        file.setPermissions(QFile::Permissions(0x7755));
    };
    for (const char* name : {"initdb", "pg_ctl", "pg_controldata", "pg_resetwal", "pg_dump", "pg_dumpall",
                             "pg_restore", "psql", "vacuumdb"})
        write(QLatin1String(name), {});
    write(QStringLiteral("pg_upgrade"),
          upgrades ? QByteArray() : QByteArray("echo cannot load library >&2; exit 1\n"));
    write(QStringLiteral("postgres"),
          "[ \"$1\" = --version ] && echo 'postgres (PostgreSQL) " + version.toUtf8() + "' && exit\n");
    QFile::setPermissions(directory.path(), QFile::Permissions(0x7755));
    return directory.path();
}

/// A file system of its own where the cluster lies, gone with the object. Only root may mount.
class SmallDisk {
public:
    SmallDisk(const DataDirectory& directory, const char* options)
        : m_path(QFile::encodeName(directory.clusterRoot()))
    {
        QDir().mkpath(directory.clusterRoot());
        m_mounted = mount("tmpfs", m_path.constData(), "tmpfs", 0, options) == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            umount2(m_path.constData(), MNT_DETACH);
    }
    bool isMounted() const { return m_mounted; }
    bool makeReadOnly() const
    {
        return mount(nullptr, m_path.constData(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

private:
    QByteArray m_path;
    bool m_mounted = false;
};

} // namespace

void TestLocalServer::theLastUserStopsTheServer()
{
    const DataDirectory directory;
    {
        store::LocalServer first(directory.path());
        QVERIFY2(runs(first), error());
        const qint64 pid = serverPid(directory);
        {
            store::LocalServer second(directory.path());
            QVERIFY2(runs(second), error());
            QCOMPARE(serverPid(directory), pid);
        }
        QCOMPARE(serverPid(directory), pid);
    }
    QCOMPARE(serverPid(directory), 0);
}

void TestLocalServer::sentencesTellWhatTakesLong()
{
    const DataDirectory directory;
    QStringList sentences;
    store::LocalServer server(directory.path());
    const auto started = server.start([&](const QString& sentence) { sentences.append(sentence); });
    QVERIFY2(started, qPrintable(explain(started)));
    QCOMPARE(sentences.size(), 2);
    const auto status = server.status();
    QVERIFY(!status->user.isEmpty() && status->user != u"root");
    QCOMPARE(geteuid() == 0, sentences.constLast().contains(status->user));
    QVERIFY(status->version.startsWith(QFileInfo(status->dataDirectory).fileName() + u'.'));
}

void TestLocalServer::twoProgramsShareOneServer()
{
    const DataDirectory directory;
    OtherProgram first(directory);
    OtherProgram second(directory);
    QVERIFY(first.isReady() && second.isReady());
    const qint64 pid = serverPid(directory);
    first.quit();
    QCOMPARE(serverPid(directory), pid);
    second.quit();
    QCOMPARE(serverPid(directory), 0);
}

void TestLocalServer::twoFirstStartsAtOnceMakeOneCluster()
{
    const DataDirectory directory;
    OtherProgram programs[]{OtherProgram(directory), OtherProgram(directory), OtherProgram(directory)};
    for (OtherProgram& program : programs)
        QVERIFY(program.isReady());
    const auto status = store::LocalServer(directory.path()).status();
    QCOMPARE(store::Postmaster::of(status->dataDirectory).pid, status->pid);
    for (OtherProgram& program : programs)
        program.quit();
    QVERIFY(store::Postmaster::processesIn(status->dataDirectory).isEmpty());
}

void TestLocalServer::aKilledProgramLeavesAServerThatIsAdopted()
{
    const DataDirectory directory;
    OtherProgram killed(directory);
    QVERIFY(killed.isReady());
    const qint64 pid = serverPid(directory);
    killed.kill();
    QCOMPARE(serverPid(directory), pid);
    {
        store::LocalServer server(directory.path());
        QVERIFY2(runs(server), error());
        QCOMPARE(serverPid(directory), pid);
    }
    QCOMPARE(serverPid(directory), 0);
}

void TestLocalServer::aKilledServerIsStartedAgainWithItsData()
{
    const DataDirectory directory;
    store::LocalServer server(directory.path());
    QVERIFY2(runs(server), error());
    directory.psql(QStringLiteral("create table kept (n int); insert into kept values (42)"));
    QProcess busy; // a child of the server that is at work when it dies
    busy.start(QStringLiteral("psql"),
               {QStringLiteral("-X"), QStringLiteral("-h"), server.status()->socketDirectory,
                QStringLiteral("-U"), QStringLiteral("glowlist"), QStringLiteral("-c"),
                QStringLiteral("select pg_sleep(60)"), QStringLiteral("glowlist")});
    QTRY_COMPARE(directory.psql(QStringLiteral(
                     "select count(*) from pg_stat_activity where query like 'select pg_sleep%'")),
                 QStringLiteral("1"));
    const qint64 pid = serverPid(directory);
    QCOMPARE(kill(static_cast<pid_t>(pid), SIGKILL), 0);
    QVERIFY2(runs(server), error());
    QVERIFY(serverPid(directory) != pid);
    QCOMPARE(directory.psql(QStringLiteral("select n from kept")), QStringLiteral("42"));
    busy.kill();
    busy.waitForFinished();
}

void TestLocalServer::aPidThatBelongsToAnotherProgramByNowIsNoServer()
{
    const DataDirectory directory;
    store::LocalServer server(directory.path());
    QVERIFY2(runs(server), error());
    const auto status = server.status();
    QCOMPARE(kill(static_cast<pid_t>(status->pid), SIGKILL), 0);
    QTRY_VERIFY(store::Postmaster::processesIn(status->dataDirectory).isEmpty());
    QFile file(status->dataDirectory + QStringLiteral("/postmaster.pid"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QList<QByteArray> lines = file.readAll().split('\n');
    file.close();
    lines[0] = QByteArray::number(QCoreApplication::applicationPid());
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(lines.join('\n'));
    file.close();
    QCOMPARE(serverPid(directory), 0);
    QVERIFY2(runs(server), error());
    QVERIFY(serverPid(directory) > 0);
}

void TestLocalServer::aServerStoppedByAnotherProgramIsStartedAgain()
{
    const DataDirectory directory;
    store::LocalServer server(directory.path());
    QVERIFY2(runs(server), error());
    QVERIFY(store::LocalServer(directory.path()).stop());
    QCOMPARE(serverPid(directory), 0);
    QVERIFY2(runs(server), error());
    QVERIFY(serverPid(directory) > 0);
}

void TestLocalServer::startAndLeaveStaysUntilStop()
{
    const DataDirectory directory;
    {
        const auto left = store::LocalServer(directory.path()).startAndLeave();
        QVERIFY2(left, qPrintable(explain(left)));
    }
    const qint64 pid = serverPid(directory);
    QVERIFY(pid > 0);
    {
        store::LocalServer user(directory.path());
        QVERIFY2(runs(user), error());
    }
    QCOMPARE(serverPid(directory), pid);
    QVERIFY(store::LocalServer(directory.path()).stop());
    QCOMPARE(serverPid(directory), 0);
    {
        store::LocalServer user(directory.path());
        QVERIFY2(runs(user), error());
    }
    QCOMPARE(serverPid(directory), 0);
}

void TestLocalServer::aKilledFirstStartIsRepeated()
{
    const DataDirectory directory;
    {
        OtherProgram killed(directory);
        QTRY_VERIFY(
            QDir(directory.clusterRoot()).entryList({QStringLiteral("*.unfinished")}, QDir::Dirs).size() ==
            1);
        killed.kill();
    }
    store::LocalServer server(directory.path());
    QVERIFY2(runs(server), error());
    QCOMPARE(directory.psql(QStringLiteral("select 1")), QStringLiteral("1"));
}

void TestLocalServer::directoriesWithOddNamesWork_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("spaces and quotes") << QStringLiteral("my own \"to-do\" it's, 100%");
    QTest::newRow("not ASCII") << QStringLiteral("Aufgaben für Élodie 日本語");
    QTest::newRow("long") << QString(150, u'x');
    QTest::newRow("deep") << QStringList(12, QStringLiteral("long folder name")).join(u'/');
}

void TestLocalServer::directoriesWithOddNamesWork()
{
    QFETCH(const QString, name);
    const DataDirectory directory(name);
    store::LocalServer server(directory.path());
    const auto address = server.start();
    QVERIFY2(address, qPrintable(explain(address)));
    const QString sockets = address->hosts.constFirst().host;
    QVERIFY(sockets.size() < 90);
    QCOMPARE(QFileInfo(sockets).permissions() & QFile::Permissions(0x0077), QFile::Permissions());
    QCOMPARE(directory.psql(QStringLiteral("select current_user")), QStringLiteral("glowlist"));
}

void TestLocalServer::aTakenSocketDirectoryIsAvoided()
{
    const DataDirectory directory(QString(150, u'y'));
    const store::Cluster cluster(directory.path());
    QVERIFY(cluster.makeRoot());
    const auto account = store::ServerAccount::choose();
    const QString planned = cluster.plannedSocketDirectory(*account);
    QVERIFY(QDir().mkdir(planned));
    QFile::setPermissions(planned, QFile::Permissions(0x7777));
    store::LocalServer server(directory.path());
    const auto address = server.start();
    QVERIFY2(address, qPrintable(explain(address)));
    QCOMPARE(address->hosts.constFirst().host, planned + QStringLiteral("-1"));
    QDir(planned).removeRecursively();
}

void TestLocalServer::nobodyElseCanConnect()
{
    const DataDirectory directory;
    store::LocalServer server(directory.path());
    QVERIFY2(runs(server), error());
    const QString sockets = server.status()->socketDirectory;
    const auto connects = [&sockets](const QStringList& before, const QString& role) {
        QProcess psql;
        const QStringList command =
            before + QStringList{QStringLiteral("psql"),    QStringLiteral("-X"),
                                 QStringLiteral("-h"),      sockets,
                                 QStringLiteral("-U"),      role,
                                 QStringLiteral("-c"),      QStringLiteral("select 1"),
                                 QStringLiteral("glowlist")};
        psql.start(command.constFirst(), command.mid(1));
        return psql.waitForFinished(30000) && psql.exitCode() == 0;
    };
    QVERIFY(connects({}, QStringLiteral("glowlist")));
    QVERIFY(!connects({}, QStringLiteral("postgres")));
    QCOMPARE(directory.psql(QStringLiteral("select count(*) from pg_hba_file_rules")), QStringLiteral("1"));
    QCOMPARE(directory.psql(QStringLiteral("show listen_addresses")), QString());
    if (geteuid() != 0)
        return; // only root can become somebody else
    const QStringList nobody{QStringLiteral("runuser"), QStringLiteral("-u"), QStringLiteral("nobody"),
                             QStringLiteral("--")};
    QVERIFY(!connects(nobody, QStringLiteral("glowlist")));
    // Even with the door open the server itself knows who is there.
    QCOMPARE(chmod(QFile::encodeName(sockets).constData(), 0755), 0);
    QCOMPARE(chmod(QFile::encodeName(sockets + QStringLiteral("/.s.PGSQL.5432")).constData(), 0777), 0);
    QVERIFY(!connects(nobody, QStringLiteral("glowlist")));
    QVERIFY(connects({}, QStringLiteral("glowlist")));
}

void TestLocalServer::missingProgramsNameThePackage()
{
    const DataDirectory directory;
    store::LocalServer server(directory.path(), {QStringLiteral("/nowhere")});
    const auto started = server.start();
    QVERIFY(!started);
    QCOMPARE(started.error().kind, core::ErrorKind::LocalServer);
    QVERIFY2(started.error().message.contains(u"postgresql"), qPrintable(started.error().message));
    // It can be put right while the program runs.
    store::LocalServer later(directory.path());
    QVERIFY2(runs(later), error());
}

void TestLocalServer::anUnknownVersionIsRefusedAndLeftAlone()
{
    const DataDirectory directory;
    {
        store::LocalServer server(directory.path());
        QVERIFY2(runs(server), error());
    }
    const QString present = store::LocalServer(directory.path()).status()->dataDirectory;
    const QString elsewhere = QFileInfo(present).path() + QStringLiteral("/9999");
    QVERIFY(QDir().rename(present, elsewhere));
    store::LocalServer server(directory.path());
    const auto started = server.start();
    QVERIFY(!started);
    QVERIFY2(started.error().message.contains(u"9999"), qPrintable(started.error().message));
    QVERIFY(QFileInfo::exists(elsewhere + QStringLiteral("/PG_VERSION")));
    QVERIFY(!QFileInfo::exists(present));
}

void TestLocalServer::aNewerVersionTakesTheDataOver()
{
    const DataDirectory directory(QStringLiteral("two words"));
    QString old;
    {
        store::LocalServer server(directory.path());
        QVERIFY2(runs(server), error());
        directory.psql(QStringLiteral("create table kept (n int); insert into kept values (42)"));
        old = server.status()->dataDirectory;
        // Not shut down cleanly either.
        QCOMPARE(kill(static_cast<pid_t>(server.status()->pid), SIGKILL), 0);
    }
    const QTemporaryDir programs;
    const QStringList path =
        QStringList(disguised(programs, QStringLiteral("99.1"))) + store::PostgresBinaries::searchPath();
    store::LocalServer server(directory.path(), path);
    QStringList sentences;
    const auto started = server.start([&](const QString& sentence) { sentences.append(sentence); });
    QVERIFY2(started, qPrintable(explain(started)));
    QVERIFY2(started->notes.isEmpty(), qPrintable(started->notes.join(u'\n')));
    QCOMPARE(QFileInfo(server.status()->dataDirectory).fileName(), QStringLiteral("99"));
    QVERIFY(QFileInfo::exists(old + QStringLiteral("/PG_VERSION")));
    QCOMPARE(directory.psql(QStringLiteral("select n from kept")), QStringLiteral("42"));
    QCOMPARE(directory.psql(QStringLiteral("show data_checksums")), QStringLiteral("on"));
    QCOMPARE(directory.psql(QStringLiteral("show wal_segment_size")), QStringLiteral("1MB"));
    QCOMPARE(directory.psql(QStringLiteral("select count(*) from pg_hba_file_rules")), QStringLiteral("1"));
}

void TestLocalServer::theOldDataStayUntilADayHasPassed()
{
    const DataDirectory directory;
    QString old;
    {
        store::LocalServer server(directory.path());
        QVERIFY2(runs(server), error());
        directory.psql(QStringLiteral("create table kept as select 42 as n"));
        old = server.status()->dataDirectory;
    }
    const QTemporaryDir programs;
    const QStringList path =
        QStringList(disguised(programs, QStringLiteral("99.1"))) + store::PostgresBinaries::searchPath();
    for (const bool aDayLater : {false, false, true}) {
        QFile mark(directory.clusterRoot() + QStringLiteral("/upgraded-from"));
        if (aDayLater) {
            QVERIFY(mark.open(QIODevice::ReadWrite));
            const QDateTime then = QDateTime::currentDateTime().addSecs(-25 * 60 * 60);
            QVERIFY(mark.setFileTime(then, QFileDevice::FileModificationTime));
            mark.close();
        }
        store::LocalServer server(directory.path(), path);
        QVERIFY2(runs(server), error());
        QCOMPARE(QFileInfo::exists(old), !aDayLater);
        QCOMPARE(directory.psql(QStringLiteral("select n from kept")), QStringLiteral("42"));
        // pg_upgrade leaves the statistics behind.
        QCOMPARE(directory.psql(QStringLiteral("select count(*) from pg_stats where tablename = 'kept'")),
                 QStringLiteral("1"));
    }
    QVERIFY(!QFileInfo::exists(directory.clusterRoot() + QStringLiteral("/upgraded-from")));
}

void TestLocalServer::aNewClusterIsFilledWhereTheOldVersionIsGone_data()
{
    QTest::addColumn<QString>("installed");
    QTest::addColumn<QString>("left");
    const QString present = QString::number(
        store::PostgresBinaries::installed(store::PostgresBinaries::searchPath()).constFirst().major);
    QTest::newRow("newer") << QStringLiteral("99.1") << present;
    QTest::newRow("older") << QStringLiteral("9.1") << present + QStringLiteral(".kept");
}

void TestLocalServer::aNewClusterIsFilledWhereTheOldVersionIsGone()
{
    QFETCH(QString, installed);
    QFETCH(QString, left);
    const DataDirectory directory;
    {
        store::LocalServer server(directory.path());
        QVERIFY2(runs(server), error());
    }
    const QTemporaryDir programs;
    const QStringList path{disguised(programs, installed)};
    store::LocalServer server(directory.path(), path);
    const auto started = server.start();
    QVERIFY(!started);
    QCOMPARE(started.error().part, store::LocalServer::otherVersion);
    const auto rebuilt = server.rebuild([](const store::ConnectionString& address) -> core::Result<void> {
        store::Database database;
        if (const auto opened = database.open(address); !opened)
            return opened;
        const auto made = database.query(QStringLiteral("create table kept as select 42 as n"));
        return made ? core::Result<void>() : made.error();
    });
    QVERIFY2(rebuilt, rebuilt ? "" : qPrintable(rebuilt.error().message + rebuilt.error().detail));
    QVERIFY(QFileInfo::exists(directory.clusterRoot() + u'/' + left + QStringLiteral("/PG_VERSION")));
    QVERIFY(!QFileInfo::exists(directory.clusterRoot() + QStringLiteral("/restoring")));
    QVERIFY2(runs(server), error());
    QCOMPARE(directory.psql(QStringLiteral("select n from kept")), QStringLiteral("42"));
}

void TestLocalServer::aNewClusterThatCannotBeFilledIsNeverInUse()
{
    const DataDirectory directory;
    QString old;
    {
        store::LocalServer server(directory.path());
        QVERIFY2(runs(server), error());
        old = server.status()->dataDirectory;
    }
    const QTemporaryDir programs;
    store::LocalServer server(directory.path(), {disguised(programs, QStringLiteral("99.1"))});
    const auto rebuilt = server.rebuild([](const store::ConnectionString&) {
        return core::Result<void>(core::Error{core::ErrorKind::File, QStringLiteral("torn")});
    });
    QVERIFY(!rebuilt);
    QCOMPARE(rebuilt.error().message, QStringLiteral("torn"));
    QVERIFY(!QFileInfo::exists(directory.clusterRoot() + QStringLiteral("/99")));
    QVERIFY(!QFileInfo::exists(directory.clusterRoot() + QStringLiteral("/restoring")));
    QVERIFY(!server.start());
    store::LocalServer again(directory.path());
    QVERIFY2(runs(again), error());
    QCOMPARE(again.status()->dataDirectory, old);
}

void TestLocalServer::aFailedUpgradeGoesOnWithTheOldVersion()
{
    const DataDirectory directory;
    {
        store::LocalServer server(directory.path());
        QVERIFY2(runs(server), error());
    }
    const QTemporaryDir programs;
    const QStringList path = QStringList(disguised(programs, QStringLiteral("99.1"), false)) +
                             store::PostgresBinaries::searchPath();
    for (const bool firstTime : {true, false}) {
        store::LocalServer server(directory.path(), path);
        const auto started = server.start();
        QVERIFY2(started, qPrintable(explain(started)));
        QCOMPARE(started->notes.join(u' ').contains(u"99"), firstTime);
        QVERIFY(!QFileInfo::exists(directory.clusterRoot() + QStringLiteral("/99")));
    }
}

void TestLocalServer::aFullDiskGetsTheReserve()
{
    const DataDirectory directory;
    if (geteuid() != 0) {
        store::LocalServer server(directory.path());
        QVERIFY2(runs(server), error());
        QCOMPARE(QFileInfo(directory.clusterRoot() + QStringLiteral("/ballast")).size(), 8 * 1024 * 1024);
        return; // only root can make a small disk
    }
    const SmallDisk disk(directory, "size=120m,mode=711");
    QVERIFY(disk.isMounted());
    {
        store::LocalServer server(directory.path());
        QVERIFY2(runs(server), error());
    }
    QFile filler(directory.clusterRoot() + QStringLiteral("/filler"));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    const QByteArray block(4096, 'x');
    while (filler.write(block) == block.size()) {
    }
    store::LocalServer server(directory.path());
    const auto started = server.start();
    QVERIFY2(started, qPrintable(explain(started)));
    QVERIFY(started->notes.join(u' ').contains(u"full"));
    QVERIFY(!QFileInfo::exists(directory.clusterRoot() + QStringLiteral("/ballast")));
    directory.psql(QStringLiteral("create table written (n int)"));
    // Room again: the next start keeps a new reserve.
    QVERIFY(filler.remove());
    QVERIFY(store::LocalServer(directory.path()).stop());
    QVERIFY2(runs(server), error());
    QVERIFY(QFileInfo::exists(directory.clusterRoot() + QStringLiteral("/ballast")));
    QVERIFY(store::LocalServer(directory.path()).stop());
}

void TestLocalServer::aReadOnlyDirectoryIsNamed()
{
    const DataDirectory directory;
    store::LocalServer server(directory.path());
    if (geteuid() == 0) {
        const SmallDisk disk(directory, "size=1m,mode=711");
        QVERIFY(disk.isMounted() && disk.makeReadOnly());
        const auto started = server.start();
        QVERIFY(!started);
        QVERIFY2(started.error().message.contains(u"read-only"), qPrintable(started.error().message));
        return;
    }
    QVERIFY(QDir().mkpath(directory.clusterRoot()));
    QFile::setPermissions(directory.clusterRoot(), QFile::Permissions(0x5500));
    const auto started = server.start();
    QVERIFY(!started);
    QVERIFY2(started.error().message.contains(directory.clusterRoot()), qPrintable(started.error().message));
    QFile::setPermissions(directory.clusterRoot(), QFile::Permissions(0x7700));
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    if (argc == 3 && qstrcmp(argv[1], "--hold") == 0)
        return hold(QFile::decodeName(argv[2]));
    store::Database::loadDriver();
    TestLocalServer test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_localserver.moc"
