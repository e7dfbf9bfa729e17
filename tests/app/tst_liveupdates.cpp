#include "app/dayclock.h"
#include "app/sidebar/counts.h"
#include "app/table/taskcommands.h"
#include "app/workspace.h"
#include "core/uid.h"
#include "support/builders.h"
#include "support/chaosproxy.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace glow;
using core::Entity;
using core::Verb;
using tests::operation;

namespace {

constexpr int patience = 30000;

/// A window without widgets: workspace, table, counts; its interactive line is counted.
struct Window {
    explicit Window(tests::TemporaryServer& server, const tests::Builder& data)
        : proxy(server.port())
        , clock(core::Clock())
        , workspace(entryFor(data), {}, directory.path(), core::Clock())
        , table(workspace.reader(), workspace.changes(), core::Clock())
        , counts(workspace.reader(), workspace.changes(), clock)
    {
        workspace.open();
        if (!QTest::qWaitFor([this] { return workspace.isOpen(); }, patience))
            qFatal("the workspace did not open");
        core::TaskQuery all;
        all.userId = workspace.reader().userId();
        all.today = clock.today();
        all.zone = clock.zone();
        table.setQuery(all);
        counts.refreshNow();
        const auto ready = [this] {
            return table.rowCountKnown() && counts.known() &&
                   workspace.feed().mode() == sync::ChangeFeed::Mode::Listening;
        };
        if (!QTest::qWaitFor(ready, patience))
            qFatal("the window is not ready");
        QTest::qWait(500); // what was asked at the start is answered
        proxy.reset();
    }
    store::WorkspaceEntry entryFor(const tests::Builder& data) const
    {
        store::WorkspaceEntry entry;
        entry.id = core::uidText(core::newUid());
        entry.pooled = proxy.through(data.database());
        entry.direct = data.database();
        return entry;
    }
    void apply(const QList<core::Operation>& operations)
    {
        workspace.changes().apply(workspace.changes().make(QStringLiteral("test"), operations));
    }
    std::optional<core::Task> shown(const QUuid& task) const { return table.task(task); }
    bool shows(const QString& title) const
    {
        for (int row = 0; row < table.rowCount(); ++row) {
            const auto task = table.taskAt(row);
            if (task && task->title == title)
                return true;
        }
        return false;
    }

    tests::ChaosProxy proxy;
    QTemporaryDir directory;
    app::DayClock clock;
    app::Workspace workspace;
    app::TaskTableModel table;
    app::SidebarCounts counts;
};

} // namespace

/// Two windows on one database.
class TestLiveUpdates : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void whatOneWindowDoesTheOtherShows();
    void listsAndTagsFollow();
    void newsIsOneRoundTripAndTheOwnEchoNone();
    void ownCountsComeWithTheChange();
    void aBurstIsFewRoundTrips();
    void whatIsMissedWhileAwayIsCaughtUp();
    void moreThanAReplyTellsIsReadAgain();

private:
    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<tests::Builder> m_data;
};

void TestLiveUpdates::initTestCase()
{
    store::Database::loadDriver();
    m_server = std::make_unique<tests::TemporaryServer>();
}

void TestLiveUpdates::init()
{
    m_data = std::make_unique<tests::Builder>(*m_server);
}

void TestLiveUpdates::whatOneWindowDoesTheOtherShows()
{
    const QUuid list = m_data->list(QStringLiteral("Home"));
    const QUuid tag = m_data->tag(QStringLiteral("urgent"));
    const QUuid task = m_data->task(QStringLiteral("Pay"));
    Window one(*m_server, *m_data);
    Window two(*m_server, *m_data);
    const QUuid fresh = core::newUid();
    one.apply(
        {operation(Verb::Create, Entity::Task, fresh, {{QStringLiteral("title"), QStringLiteral("New")}})});
    QElapsedTimer seen;
    seen.start();
    QTRY_VERIFY_WITH_TIMEOUT(two.shows(QStringLiteral("New")), patience);
    qInfo("a new task is seen in the other window after %lld ms", seen.elapsed());
    one.apply(
        {operation(Verb::Update, Entity::Task, task, {{QStringLiteral("title"), QStringLiteral("Pay rent")}},
                   {{QStringLiteral("title"), QStringLiteral("Pay")}})});
    seen.restart();
    QTRY_VERIFY_WITH_TIMEOUT(two.shows(QStringLiteral("Pay rent")), patience);
    qInfo("an edit is seen in the other window after %lld ms", seen.elapsed());
    one.apply({operation(Verb::Move, Entity::Task, task,
                         {{QStringLiteral("list"), core::uidText(list)},
                          {QStringLiteral("position"), QStringLiteral("m5kQ2a")}})});
    QTRY_COMPARE_WITH_TIMEOUT(two.shown(task)->list, list, patience);
    one.apply({operation(
        Verb::Create, Entity::TaskTag, core::taskTagUid(task, tag),
        {{QStringLiteral("task"), core::uidText(task)}, {QStringLiteral("tag"), core::uidText(tag)}})});
    QTRY_COMPARE_WITH_TIMEOUT(two.shown(task)->tags, QList{tag}, patience);
    QTRY_COMPARE_WITH_TIMEOUT(two.counts.counts().tags.value(tag), 1, patience);
    one.apply({operation(Verb::Update, Entity::Task, fresh, {{QStringLiteral("completed"), true}})});
    QTRY_VERIFY_WITH_TIMEOUT(!two.shows(QStringLiteral("New")), patience);
    one.apply({operation(Verb::Delete, Entity::Task, task)});
    QTRY_VERIFY_WITH_TIMEOUT(!two.shows(QStringLiteral("Pay rent")), patience);
    QTRY_COMPARE_WITH_TIMEOUT(two.counts.counts().all, 0, patience);
}

void TestLiveUpdates::listsAndTagsFollow()
{
    const QUuid list = m_data->list(QStringLiteral("Home"));
    const QUuid tag = m_data->tag(QStringLiteral("urgent"));
    Window one(*m_server, *m_data);
    Window two(*m_server, *m_data);
    const core::Catalogue& shown = two.workspace.catalogue();
    one.apply(
        {operation(Verb::Update, Entity::List, list, {{QStringLiteral("name"), QStringLiteral("House")}}),
         operation(Verb::Update, Entity::Tag, tag, {{QStringLiteral("name"), QStringLiteral("soon")}})});
    QTRY_VERIFY_WITH_TIMEOUT(shown.listNamed(u"House") && shown.tagNamed(u"soon"), patience);
    one.apply({operation(Verb::Delete, Entity::List, list)});
    QTRY_VERIFY_WITH_TIMEOUT(shown.lists.isEmpty(), patience);
}

void TestLiveUpdates::newsIsOneRoundTripAndTheOwnEchoNone()
{
    Window one(*m_server, *m_data);
    Window two(*m_server, *m_data);
    one.proxy.reset();
    two.proxy.reset();
    one.apply({operation(Verb::Create, Entity::Task, core::newUid(),
                         {{QStringLiteral("title"), QStringLiteral("New")}})});
    QTRY_COMPARE_WITH_TIMEOUT(two.counts.counts().all, 1, patience);
    QVERIFY(two.shows(QStringLiteral("New")));
    QTest::qWait(1000);
    QCOMPARE(one.proxy.roundTrips(), 1); // the change, its rows and the counts
    QCOMPARE(two.proxy.roundTrips(), 1); // the rows and the counts
}

void TestLiveUpdates::ownCountsComeWithTheChange()
{
    const QUuid task = m_data->task(QStringLiteral("Pay"));
    Window one(*m_server, *m_data);
    QCOMPARE(one.counts.counts().inbox, 1);
    QSignalSpy confirmed(&one.workspace.changes(), &app::Changes::confirmed);
    one.apply({operation(Verb::Update, Entity::Task, task, {{QStringLiteral("completed"), true}})});
    qint64 countedThen = -1;
    connect(&one.workspace.changes(), &app::Changes::confirmed, this,
            [&] { countedThen = one.counts.counts().inbox; });
    QTRY_COMPARE_WITH_TIMEOUT(confirmed.size(), 1, patience);
    QCOMPARE(countedThen, 0);
    QTest::qWait(1000);
    QCOMPARE(one.proxy.roundTrips(), 1);
}

void TestLiveUpdates::aBurstIsFewRoundTrips()
{
    Window one(*m_server, *m_data);
    QString burst;
    for (int i = 0; i < 900; ++i)
        burst += QStringLiteral("insert into public.tasks (user_id, title, completed, priority, created_at, "
                                "updated_at) values ('local', 'Task %1', false, 'none', now(), now());\n")
                     .arg(i);
    QElapsedTimer writing;
    writing.start();
    m_data->sql(burst);
    const qint64 took = writing.elapsed();
    QTRY_COMPARE_WITH_TIMEOUT(one.counts.counts().all, 900, patience);
    QTRY_COMPARE_WITH_TIMEOUT(one.table.taskCount(), 900, patience);
    QTest::qWait(1000);
    qInfo("900 inserts in %lld ms: %d round trips", took, one.proxy.roundTrips());
    // At most three a second and what the view reads again, however many were written.
    QVERIFY2(one.proxy.roundTrips() < 40 + took / 50, qPrintable(QString::number(one.proxy.roundTrips())));
}

void TestLiveUpdates::whatIsMissedWhileAwayIsCaughtUp()
{
    Window one(*m_server, *m_data);
    one.workspace.setActive(false);
    QCOMPARE(one.workspace.feed().mode(), sync::ChangeFeed::Mode::Off);
    m_data->task(QStringLiteral("Meanwhile"));
    QTest::qWait(500);
    QVERIFY(!one.shows(QStringLiteral("Meanwhile")));
    one.workspace.setActive(true);
    QTRY_VERIFY_WITH_TIMEOUT(one.shows(QStringLiteral("Meanwhile")), patience);
    one.proxy.setDown(true);
    m_data->task(QStringLiteral("Cut off"));
    QTest::qWait(500);
    one.proxy.setDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(one.shows(QStringLiteral("Cut off")), patience);
}

void TestLiveUpdates::moreThanAReplyTellsIsReadAgain()
{
    Window one(*m_server, *m_data);
    QSignalSpy outdated(&one.workspace.changes(), &app::Changes::outdated);
    m_data->bulk(3000);
    QTRY_COMPARE_WITH_TIMEOUT(one.table.taskCount(), 2000, patience);
    QVERIFY(outdated.size() >= 1);
    m_data->task(QStringLiteral("One more"));
    QTRY_COMPARE_WITH_TIMEOUT(one.table.taskCount(), 2001, patience);
}

QTEST_GUILESS_MAIN(TestLiveUpdates)
#include "tst_liveupdates.moc"
