#include "app/workspace.h"
#include "core/uid.h"
#include "store/local/localserver.h"
#include "support/builders.h"
#include "support/chaosproxy.h"
#include "support/datadirectory.h"
#include "support/temporaryserver.h"
#include "sync/activity.h"

#include <QDir>
#include <QSignalSpy>
#include <QThreadPool>
#include <QtTest>
#include <csignal>

using namespace glow;
using app::Workspace;
using core::Entity;
using core::Verb;
using sync::Link;
using tests::operation;

class TestWorkspace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void thePrivateOneStartsMigratesAndStores();
    void aStoppedPrivateServerComesBackByItself();
    void aKilledPrivateServerIsStartedByTheNextAction();
    void endsWhileThePrivateServerIsStopped();
    void endsWhileItStarts();
    void twoWindowsShareThePrivateServer();
    void aRemoteDatabaseIsNotMigratedUnasked();
    void anUpgradeOpensIt();
    void aDatabaseOfANewerProgramIsOnlyRead();
    void aDatabaseThatIsAwayIsOpenedWhenItReturns();
    void whatWaitsForOneDatabaseNeverGoesToAnother();
    void aRefusedSignInIsNotTriedAgain();
    void listsAreShownAtOnceAndStayWhenConfirmed();
    void aRefusedListGoesAgain();
    void theTimeOfTheLastActionIsTheOwnOne();
    void aConnectionThatTheServerClosedIsOpenedForTheNextAction();
    void anIdleHourSendsNothingAndHoldsNoConnection();
    void whatWaitsIsSentEvenWhenNobodyIsThere();
    void cancelledOpeningIsAStateAndCanBeTriedAgain();
    void oneConnectionIsEnoughWhenSoChosen();

private:
    Workspace& openPrivate(const tests::DataDirectory& directory);
    Workspace& makeRemote(const store::ConnectionString& database, bool sameDirectory = false);
    QUuid add(Workspace& workspace, const QString& title);
    /// Glowlist's connections, as the server counts them.
    int connections(const store::ConnectionString& database)
    {
        return m_server
            ->psql(database.database,
                   QStringLiteral("select count(*) from pg_stat_activity where datname = '%1' and "
                                  "application_name = 'Glowlist'")
                       .arg(database.database))
            .toInt();
    }
    store::ConnectionString migrated() { return tests::Builder(*m_server).database(); }

    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<tests::DataDirectory> m_directory;
    std::vector<std::unique_ptr<Workspace>> m_open;
};

namespace {

qint64 postmaster(const tests::DataDirectory& directory)
{
    return store::LocalServer(directory.path()).status()->pid;
}

} // namespace

void TestWorkspace::initTestCase()
{
    store::Database::loadDriver();
    m_server = std::make_unique<tests::TemporaryServer>();
}

void TestWorkspace::cleanup()
{
    m_open.clear();
    QThreadPool::globalInstance()->waitForDone(); // the private server is let go
    m_directory.reset();
}

Workspace& TestWorkspace::openPrivate(const tests::DataDirectory& directory)
{
    store::WorkspaceEntry entry;
    entry.id = QStringLiteral("private");
    entry.isPrivate = true;
    m_open.push_back(std::make_unique<Workspace>(entry, store::Settings(), directory.path(), core::Clock()));
    m_open.back()->open();
    return *m_open.back();
}

Workspace& TestWorkspace::makeRemote(const store::ConnectionString& database, bool sameDirectory)
{
    if (!sameDirectory)
        m_directory = std::make_unique<tests::DataDirectory>();
    store::WorkspaceEntry entry;
    entry.id = core::uidText(core::newUid());
    entry.name = QStringLiteral("Test");
    entry.pooled = entry.direct = database;
    m_open.push_back(
        std::make_unique<Workspace>(entry, store::Settings(), m_directory->path(), core::Clock()));
    return *m_open.back();
}

QUuid TestWorkspace::add(Workspace& workspace, const QString& title)
{
    const QUuid uid = core::newUid();
    workspace.changes().apply(workspace.changes().make(
        QStringLiteral("add"),
        {operation(Verb::Create, Entity::Task, uid, {{QStringLiteral("title"), title}})}));
    return uid;
}

void TestWorkspace::thePrivateOneStartsMigratesAndStores()
{
    const tests::DataDirectory directory;
    QUuid uid;
    {
        Workspace& workspace = openPrivate(directory);
        QSignalSpy progress(&workspace, &Workspace::progressChanged);
        QVERIFY(!workspace.progress().isEmpty());
        uid = add(workspace, QStringLiteral("Before it is open"));
        QTRY_VERIFY_WITH_TIMEOUT(workspace.isOpen(), 60000);
        QVERIFY(progress.size() >= 2);
        QVERIFY(workspace.progress().isEmpty());
        QCOMPARE(workspace.link().state(), Link::State::Online);
        QTRY_COMPARE_WITH_TIMEOUT(workspace.changes().pending(), 0, 30000);
        m_open.clear();
        QThreadPool::globalInstance()->waitForDone();
    }
    QVERIFY(!store::LocalServer(directory.path()).status()->running);
    Workspace& again = openPrivate(directory);
    QTRY_VERIFY_WITH_TIMEOUT(again.isOpen(), 60000);
    QCOMPARE(again.reader().detail(uid).result()->task.title, QStringLiteral("Before it is open"));
    cleanup();
}

void TestWorkspace::aStoppedPrivateServerComesBackByItself()
{
    const tests::DataDirectory directory;
    Workspace& workspace = openPrivate(directory);
    QTRY_VERIFY_WITH_TIMEOUT(workspace.isOpen(), 60000);
    QList<Link::State> states;
    connect(&workspace.link(), &Link::stateChanged, this, [&] { states.append(workspace.link().state()); });
    QVERIFY(store::LocalServer(directory.path()).stop());
    QTRY_VERIFY_WITH_TIMEOUT(!states.isEmpty() && states.last() == Link::State::Online, 30000);
    const QUuid uid = add(workspace, QStringLiteral("After"));
    QTRY_COMPARE_WITH_TIMEOUT(workspace.changes().pending(), 0, 30000);
    QVERIFY(workspace.reader().detail(uid).result());
    cleanup();
}

void TestWorkspace::aKilledPrivateServerIsStartedByTheNextAction()
{
    const tests::DataDirectory directory;
    Workspace& workspace = openPrivate(directory);
    QTRY_VERIFY_WITH_TIMEOUT(workspace.isOpen(), 60000);
    const QUuid before = add(workspace, QStringLiteral("Before"));
    QTRY_COMPARE_WITH_TIMEOUT(workspace.changes().pending(), 0, 30000);
    tests::signalServer(postmaster(directory), SIGKILL);
    const QUuid after = add(workspace, QStringLiteral("After"));
    QTRY_COMPARE_WITH_TIMEOUT(workspace.changes().pending(), 0, 60000);
    QCOMPARE(workspace.reader().detail(before).result()->task.title, QStringLiteral("Before"));
    QCOMPARE(workspace.reader().detail(after).result()->task.title, QStringLiteral("After"));
    cleanup();
}

void TestWorkspace::endsWhileThePrivateServerIsStopped()
{
    const tests::DataDirectory directory;
    Workspace& workspace = openPrivate(directory);
    QTRY_VERIFY_WITH_TIMEOUT(workspace.isOpen(), 60000);
    const qint64 pid = postmaster(directory);
    tests::signalServer(pid, SIGSTOP);
    add(workspace, QStringLiteral("Into the void"));
    QTest::qWait(300);
    QCOMPARE(workspace.changes().pending(), 1);
    cleanup();
    tests::signalServer(pid, SIGCONT);
    Workspace& again = openPrivate(directory);
    QTRY_VERIFY_WITH_TIMEOUT(again.isOpen(), 60000);
    QTRY_COMPARE_WITH_TIMEOUT(again.changes().pending(), 0, 30000);
    QCOMPARE(directory.psql(QStringLiteral("select count(*) from public.tasks")), QStringLiteral("1"));
    cleanup();
}

void TestWorkspace::endsWhileItStarts()
{
    const tests::DataDirectory directory;
    openPrivate(directory);
    cleanup();
    Workspace& again = openPrivate(directory);
    QTRY_VERIFY_WITH_TIMEOUT(again.isOpen(), 60000);
    cleanup();
}

void TestWorkspace::twoWindowsShareThePrivateServer()
{
    const tests::DataDirectory directory;
    Workspace& one = openPrivate(directory);
    Workspace& two = openPrivate(directory);
    QTRY_VERIFY_WITH_TIMEOUT(one.isOpen() && two.isOpen(), 60000);
    const QUuid uid = add(one, QStringLiteral("Shared"));
    QTRY_COMPARE_WITH_TIMEOUT(one.changes().pending(), 0, 30000);
    m_open.erase(m_open.begin());
    QThreadPool::globalInstance()->waitForDone();
    QCOMPARE(two.reader().detail(uid).result()->task.title, QStringLiteral("Shared"));
    cleanup();
}

void TestWorkspace::aRemoteDatabaseIsNotMigratedUnasked()
{
    Workspace& workspace = makeRemote(m_server->createDatabase());
    QSignalSpy failed(&workspace, &Workspace::openFailed);
    workspace.open();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30000);
    QCOMPARE(failed.constFirst().constFirst().value<core::Error>().kind, core::ErrorKind::Migration);
    QTRY_COMPARE_WITH_TIMEOUT(workspace.link().state(), Link::State::Refused, 30000);
    QVERIFY(!workspace.isOpen());
    QCOMPARE(m_server->psql(workspace.entry().pooled.database,
                            QStringLiteral("select count(*) from pg_namespace where nspname = 'glowlist'")),
             QStringLiteral("0"));
}

void TestWorkspace::anUpgradeOpensIt()
{
    Workspace& workspace = makeRemote(m_server->createDatabase());
    QSignalSpy failed(&workspace, &Workspace::openFailed);
    workspace.open();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30000);
    QSignalSpy progress(&workspace, &Workspace::progressChanged);
    workspace.upgrade();
    QTRY_VERIFY_WITH_TIMEOUT(workspace.isOpen(), 30000);
    QVERIFY(progress.size() > 3);
    add(workspace, QStringLiteral("First"));
    QTRY_COMPARE_WITH_TIMEOUT(workspace.changes().pending(), 0, 30000);
    QCOMPARE(workspace.link().state(), Link::State::Online);
}

void TestWorkspace::aDatabaseOfANewerProgramIsOnlyRead()
{
    const store::ConnectionString database = migrated();
    m_server->psql(database.database, QStringLiteral("update glowlist.workspace set min_client = '999.1'"));
    Workspace& workspace = makeRemote(database);
    QSignalSpy noted(&workspace, &Workspace::noted);
    QSignalSpy refused(&workspace.changes(), &app::Changes::refused);
    workspace.open();
    QTRY_VERIFY_WITH_TIMEOUT(workspace.isOpen(), 30000);
    QVERIFY(noted.constFirst().constFirst().toString().contains(u"999.1"));
    add(workspace, QStringLiteral("x"));
    QCOMPARE(refused.size(), 1);
    QCOMPARE(workspace.changes().pending(), 0);
}

void TestWorkspace::aDatabaseThatIsAwayIsOpenedWhenItReturns()
{
    tests::ChaosProxy proxy(m_server->port());
    proxy.setDown(true);
    Workspace& workspace = makeRemote(proxy.through(migrated()));
    QSignalSpy failed(&workspace, &Workspace::openFailed);
    workspace.open();
    add(workspace, QStringLiteral("Typed meanwhile"));
    QTRY_VERIFY_WITH_TIMEOUT(failed.size() >= 1, 30000);
    QCOMPARE(workspace.link().state(), Link::State::Offline);
    QCOMPARE(workspace.changes().pending(), 1);
    proxy.setDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(workspace.isOpen(), 30000);
    QTRY_COMPARE_WITH_TIMEOUT(workspace.changes().pending(), 0, 30000);
}

void TestWorkspace::whatWaitsForOneDatabaseNeverGoesToAnother()
{
    tests::ChaosProxy away(m_server->port());
    const store::ConnectionString first = away.through(migrated());
    const store::ConnectionString second = m_server->overTcp(migrated());
    away.setDown(true);
    add(makeRemote(first), QStringLiteral("For the first"));
    QTest::qWait(100);
    m_open.clear();

    Workspace& other = makeRemote(second, true);
    other.open();
    QTRY_VERIFY_WITH_TIMEOUT(other.isOpen(), 30000);
    add(other, QStringLiteral("For the second"));
    QTRY_COMPARE_WITH_TIMEOUT(other.changes().pending(), 0, 30000);
    away.setDown(false);
    Workspace& again = makeRemote(first, true);
    again.open();
    QTRY_VERIFY_WITH_TIMEOUT(again.isOpen(), 30000);
    QTRY_COMPARE_WITH_TIMEOUT(again.changes().pending(), 0, 30000);
    const QString titles = QStringLiteral("select string_agg(title, ',') from public.tasks");
    QCOMPARE(m_server->psql(first.database, titles), QStringLiteral("For the first"));
    QCOMPARE(m_server->psql(second.database, titles), QStringLiteral("For the second"));
}

void TestWorkspace::aRefusedSignInIsNotTriedAgain()
{
    store::ConnectionString database = migrated();
    database.user = QStringLiteral("stranger");
    Workspace& workspace = makeRemote(database);
    QSignalSpy failed(&workspace, &Workspace::openFailed);
    workspace.open();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(workspace.link().state(), Link::State::Refused, 30000);
    QCOMPARE(workspace.link().secondsToRetry(), -1);
    workspace.link().retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, 30000);
}

void TestWorkspace::listsAreShownAtOnceAndStayWhenConfirmed()
{
    Workspace& workspace = makeRemote(migrated());
    workspace.open();
    QTRY_VERIFY_WITH_TIMEOUT(workspace.isOpen(), 30000);
    QSignalSpy changed(&workspace, &Workspace::catalogueChanged);
    const QUuid uid = core::newUid();
    const auto send = [&](Verb verb, const QJsonObject& set) {
        workspace.changes().apply(
            workspace.changes().make(QStringLiteral("list"), {operation(verb, Entity::List, uid, set)}));
    };
    send(Verb::Create,
         {{QStringLiteral("name"), QStringLiteral("Home")}, {QStringLiteral("colour"), QStringLiteral("2")}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(workspace.catalogue().list(uid)->name, QStringLiteral("Home"));
    QTRY_COMPARE_WITH_TIMEOUT(workspace.changes().pending(), 0, 30000);
    QCOMPARE(workspace.catalogue().list(uid)->colour, QStringLiteral("2"));
    QVERIFY(!workspace.catalogue().list(uid)->position.isEmpty()); // the server's own
    send(Verb::Update, {{QStringLiteral("archived"), true}});
    QTRY_COMPARE_WITH_TIMEOUT(workspace.changes().pending(), 0, 30000);
    QVERIFY(workspace.catalogue().list(uid)->archived);
    send(Verb::Delete, {});
    QVERIFY(!workspace.catalogue().list(uid));
    QTRY_COMPARE_WITH_TIMEOUT(workspace.changes().pending(), 0, 30000);
    QVERIFY(!workspace.catalogue().list(uid));
    workspace.changes().undo();
    QTRY_COMPARE_WITH_TIMEOUT(workspace.changes().pending(), 0, 30000);
    QVERIFY(workspace.catalogue().list(uid));
}

void TestWorkspace::aRefusedListGoesAgain()
{
    Workspace& workspace = makeRemote(migrated());
    workspace.open();
    QTRY_VERIFY_WITH_TIMEOUT(workspace.isOpen(), 30000);
    const QUuid uid = core::newUid();
    workspace.changes().apply(workspace.changes().make(
        QStringLiteral("list"),
        {operation(Verb::Create, Entity::List, uid, {{QStringLiteral("name"), QString(5000, u'x')}})}));
    QVERIFY(workspace.catalogue().list(uid));
    QTRY_COMPARE_WITH_TIMEOUT(workspace.changes().pending(), 0, 30000);
    QVERIFY(!workspace.catalogue().list(uid));
}

void TestWorkspace::theTimeOfTheLastActionIsTheOwnOne()
{
    Workspace& workspace = makeRemote(migrated());
    QCOMPARE(workspace.lastActionMilliseconds(), -1.0);
    workspace.open();
    QTRY_VERIFY_WITH_TIMEOUT(workspace.isOpen(), 30000);
    add(workspace, QStringLiteral("x"));
    QTRY_COMPARE_WITH_TIMEOUT(workspace.changes().pending(), 0, 30000);
    const double action = workspace.lastActionMilliseconds();
    QVERIFY(action > 0);
    workspace.link().retryNow();
    QSignalSpy heard(&workspace.changes(), &app::Changes::changedElsewhere);
    m_server->psql(workspace.entry().pooled.database,
                   QStringLiteral("insert into tasks (user_id, title, completed, priority, created_at, "
                                  "updated_at) values ('local', 'Theirs', false, 'none', now(), now())"));
    QTRY_VERIFY_WITH_TIMEOUT(!heard.isEmpty(), 60000);
    QVERIFY(
        workspace.reader().counts({{}, QDate(2026, 11, 24), QStringLiteral("UTC"), false, {}, {}}).result());
    QCOMPARE(workspace.lastActionMilliseconds(), action);
}

/// While somebody is at work: the next action must not pay for connecting. Once an action.
void TestWorkspace::aConnectionThatTheServerClosedIsOpenedForTheNextAction()
{
    Workspace& workspace = makeRemote(migrated());
    const QString database = workspace.entry().pooled.database;
    workspace.open();
    QTRY_VERIFY_WITH_TIMEOUT(workspace.isOpen(), 30000);
    add(workspace, QStringLiteral("x"));
    QTRY_COMPARE_WITH_TIMEOUT(workspace.changes().pending(), 0, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(workspace.feed().mode(), sync::ChangeFeed::Mode::Listening, 60000);
    const QString ours =
        QStringLiteral("select pg_terminate_backend(pid) from pg_stat_activity where datname "
                       "= '%1' and query not ilike '%listen%' and pid <> pg_backend_pid() "
                       "and application_name = 'Glowlist'")
            .arg(database);
    QSignalSpy states(&workspace.link(), &Link::stateChanged);
    m_server->psql(database, ours);
    QTRY_VERIFY_WITH_TIMEOUT(states.size() >= 2 && workspace.link().state() == Link::State::Online, 60000);
    QTRY_COMPARE_WITH_TIMEOUT(connections(workspace.entry().pooled), 2, 30000);
    states.clear();
    m_server->psql(database, ours);
    QTest::qWait(4000); // twice as long as a dead line needs to be found
    QCOMPARE(states.size(), 0);
    add(workspace, QStringLiteral("y"));
    QTRY_COMPARE_WITH_TIMEOUT(workspace.changes().pending(), 0, 30000);
}

// Time is simulated: an hour of it, in steps of ten seconds, in which the day rolls over, the network changes
// and the window wants to refresh itself.
void TestWorkspace::anIdleHourSendsNothingAndHoldsNoConnection()
{
    tests::ChaosProxy proxy(m_server->port());
    const store::ConnectionString database = migrated();
    Workspace& workspace = makeRemote(proxy.through(database));
    QDateTime now(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
    sync::Activity activity(QDir(m_directory->path()).filePath(QStringLiteral("activity")),
                            [&now] { return now; });
    connect(&activity, &sync::Activity::activeChanged, &workspace, &Workspace::setActive);
    activity.setOnScreen(true);
    activity.input();
    workspace.open();
    QTRY_VERIFY_WITH_TIMEOUT(workspace.isOpen(), 30000);
    add(workspace, QStringLiteral("x"));
    QTRY_COMPARE_WITH_TIMEOUT(workspace.changes().pending(), 0, 30000);
    QVERIFY(
        workspace.reader().counts({{}, QDate(2026, 11, 23), QStringLiteral("UTC"), false, {}, {}}).result());
    QTRY_COMPARE_WITH_TIMEOUT(connections(database), 3, 30000); // the third listens

    now = now.addDuration(sync::Activity::idleAfter);
    activity.check();
    QTRY_COMPARE_WITH_TIMEOUT(connections(database), 0, 30000);
    QCOMPARE(workspace.link().state(), Link::State::Closed);
    proxy.reset();
    auto held = workspace.reader().counts({{}, QDate(2026, 11, 24), QStringLiteral("UTC"), false, {}, {}});
    auto rows = workspace.reader().catalogue();
    int connectionSeconds = 0;
    for (int step = 0; step < 360; ++step) {
        now = now.addSecs(10);
        activity.check();
        workspace.link().networkChanged();
        QTest::qWait(5);
        if (step % 36 == 0)
            connectionSeconds += connections(database) * 360;
    }
    QCOMPARE(proxy.roundTrips(), 0);
    QCOMPARE(proxy.connections(), 0);
    QCOMPARE(connectionSeconds, 0);

    activity.input();
    QTRY_COMPARE_WITH_TIMEOUT(workspace.link().state(), Link::State::Online, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(held.isFinished() && rows.isFinished(), 30000);
    QVERIFY(held.result() && rows.result());
}

void TestWorkspace::whatWaitsIsSentEvenWhenNobodyIsThere()
{
    tests::ChaosProxy proxy(m_server->port());
    const store::ConnectionString database = migrated();
    Workspace& workspace = makeRemote(proxy.through(database));
    workspace.open();
    QTRY_VERIFY_WITH_TIMEOUT(workspace.isOpen(), 30000);
    proxy.setDown(true);
    add(workspace, QStringLiteral("Typed, then lunch"));
    QTRY_COMPARE_WITH_TIMEOUT(workspace.link().state(), Link::State::Offline, 30000);
    workspace.setActive(false);
    QVERIFY(workspace.link().secondsToRetry() >= 0 || workspace.link().isDown());
    proxy.setDown(false);
    QTRY_COMPARE_WITH_TIMEOUT(workspace.changes().pending(), 0, 60000);
    QTRY_COMPARE_WITH_TIMEOUT(connections(database), 0, 30000);
    QCOMPARE(workspace.link().state(), Link::State::Closed);
    QCOMPARE(m_server->psql(database.database, QStringLiteral("select count(*) from public.tasks")),
             QStringLiteral("1"));
}

void TestWorkspace::cancelledOpeningIsAStateAndCanBeTriedAgain()
{
    tests::ChaosProxy proxy(m_server->port());
    proxy.setSilent(true);
    Workspace& workspace = makeRemote(proxy.through(migrated()));
    QSignalSpy failed(&workspace, &Workspace::openFailed);
    workspace.open();
    add(workspace, QStringLiteral("Typed meanwhile"));
    QTRY_COMPARE_WITH_TIMEOUT(workspace.link().state(), Link::State::Waking, 30000);
    workspace.cancel();
    QVERIFY(workspace.link().isCancelled());
    QVERIFY(workspace.progress().isEmpty());
    proxy.setSilent(false);
    QTest::qWait(300);
    QVERIFY(workspace.link().isCancelled() && !workspace.isOpen());
    QCOMPARE(failed.size(), 0);
    workspace.link().retryNow();
    QTRY_VERIFY_WITH_TIMEOUT(workspace.isOpen(), 30000);
    QTRY_COMPARE_WITH_TIMEOUT(workspace.changes().pending(), 0, 30000);
}

void TestWorkspace::oneConnectionIsEnoughWhenSoChosen()
{
    m_directory = std::make_unique<tests::DataDirectory>();
    store::WorkspaceEntry entry;
    entry.id = core::uidText(core::newUid());
    entry.pooled = entry.direct = migrated();
    entry.connections = 1;
    m_open.push_back(
        std::make_unique<Workspace>(entry, store::Settings(), m_directory->path(), core::Clock()));
    Workspace& workspace = *m_open.back();
    workspace.open();
    QTRY_VERIFY_WITH_TIMEOUT(workspace.isOpen(), 30000);
    QVERIFY(
        workspace.reader().counts({{}, QDate(2026, 11, 23), QStringLiteral("UTC"), false, {}, {}}).result());
    QTRY_COMPARE_WITH_TIMEOUT(connections(entry.pooled), 2, 30000); // the other one listens
}

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
