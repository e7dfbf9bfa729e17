#include "app/changesfixture.h"

using namespace glow;
using core::Entity;
using core::Verb;
using tests::operation;

/// Promise 1: an edit shown on screen is stored, or visibly pending, or visibly refused with the text kept.
class TestChanges : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void isShownAtOnceAndStoredLater();
    void signalsComeInOrder();
    void onlyTheFirstOfAMessageBringsTheRows();
    void aLostReplyIsSentAgainAtOnce();
    void aLostReplyLeavesExactlyOneTask();
    void aCutRequestIsSentAgain();
    void waitsWhileTheServerIsDownAndGoesByItself();
    void aRefusedChangeTakesItsPatchBackAndKeepsTheText();
    void aRefusedChangeBetweenOthersStopsNeither();
    void aValueThatSpoilsTheWholeMessageIsFoundAndRefused();
    void aFailingLookDoesNotTouchTheChange();
    void aLockedRowIsTriedAgainUntilItIsFree();
    void longWorkGoesInSeveralMessages();
    void undoIsStrictAndSaysWhatItLeft();
    void whatOthersChangedMeanwhileIsReported();
    void undoOfWhatIsStillPendingWorks();
    void aBulkOfSeveralChangesIsUndoneAsOne();
    void earlierRunsAreAdoptedAndSentVerbatim();
    void earlierRunsShowAsPendingBeforeTheDatabaseAnswers();
    void twoProcessesShareADirectory();
    void aDatabaseRestoredToAnEarlierStateIsNoticed();
    void anUnwritableOutboxIsReportedAndTheChangeSent();
    void strangeTitlesAreStoredAsTyped_data();
    void strangeTitlesAreStoredAsTyped();

private:
    void notAtOnce();
    void awaitSettled() { QTRY_VERIFY_WITH_TIMEOUT(m->settled(), 30000); }
    QString title(const QUuid& uid) const { return m->titleOf(uid); }
    QStringList requestsWith(const QString& title) const;

    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<tests::ChangesFixture> m;
};

void TestChanges::initTestCase()
{
    store::Database::loadDriver();
    m_server = std::make_unique<tests::TemporaryServer>();
}

void TestChanges::init()
{
    m = std::make_unique<tests::ChangesFixture>(*m_server);
    m->start();
}

void TestChanges::cleanup()
{
    m.reset();
}

/// The requests that came to the server with such a task, as its log has them.
QStringList TestChanges::requestsWith(const QString& title) const
{
    QFile log(m_server->socketDirectory() + QStringLiteral("/log"));
    QStringList requests;
    if (!log.open(QIODevice::ReadOnly))
        return requests;
    const QStringList lines = QString::fromUtf8(log.readAll()).split(u'\n');
    for (const QString& line : lines) {
        const qsizetype at = line.indexOf(u"select glowlist.apply(");
        if (at >= 0 && line.contains(u'"' + title + u'"'))
            requests.append(line.mid(at));
    }
    return requests;
}

void TestChanges::isShownAtOnceAndStoredLater()
{
    QSignalSpy patched(m->changes.get(), &app::Changes::patched);
    const QUuid uid = m->add(QStringLiteral("Milk"));
    QCOMPARE(patched.size(), 1);
    QCOMPARE(m->changes->overlay().created().constFirst().title, QStringLiteral("Milk"));
    QCOMPARE(m->changes->pending(), 1);
    QCOMPARE(m->changes->undoLabel(), QStringLiteral("add Milk"));
    awaitSettled();
    QVERIFY(m->changes->overlay().created().isEmpty());
    QCOMPARE(title(uid), QStringLiteral("Milk"));
    QCOMPARE(m->link->state(), sync::Link::State::Online);
}

void TestChanges::signalsComeInOrder()
{
    QStringList order;
    connect(m->changes.get(), &app::Changes::patched, this,
            [&order] { order.append(QStringLiteral("patched")); });
    connect(m->changes.get(), &app::Changes::pendingChanged, this,
            [&order] { order.append(QStringLiteral("pending")); });
    connect(m->changes.get(), &app::Changes::undoChanged, this,
            [&order] { order.append(QStringLiteral("undo")); });
    connect(m->changes.get(), &app::Changes::confirmed, this, [&order, this](const core::Change& change) {
        order.append(QStringLiteral("confirmed"));
        QVERIFY(!m->changes->overlay().isPending(change.operations.constFirst().uid));
    });
    m->add(QStringLiteral("Milk"));
    const QStringList atOnce{QStringLiteral("patched"), QStringLiteral("pending"), QStringLiteral("undo")};
    QCOMPARE(order, atOnce);
    awaitSettled();
    QCOMPARE(order, atOnce + QStringList({QStringLiteral("confirmed"), QStringLiteral("patched"),
                                          QStringLiteral("pending")}));
}

void TestChanges::onlyTheFirstOfAMessageBringsTheRows()
{
    QList<qsizetype> rows;
    QList<qsizetype> pages;
    connect(m->changes.get(), &app::Changes::confirmed, this,
            [&](const core::Change& change, const core::ApplyReply& reply, const app::Pages& seen) {
                rows.append(reply.rows.value(Entity::Task).size());
                pages.append(seen.rows.size());
                QCOMPARE(reply.changes.size(), 1);
                QCOMPARE(reply.changes.constFirst().id, change.id);
                QVERIFY(reply.changes.constFirst().applied);
            });
    core::TaskQuery query;
    query.today = QDate(2026, 11, 24);
    query.zone = QStringLiteral("UTC");
    m->changes->setLook([query] { return app::Look{query, {core::PageRequest()}, 1}; });
    m->proxy.setDown(true); // so that all wait
    m->link->failed({core::ErrorKind::Connection, {}, {}, {}});
    for (int i = 0; i < 3; ++i)
        m->add(QString::number(i));
    QTest::qWait(200);
    m->proxy.setDown(false);
    m->link->retryNow();
    awaitSettled();
    QCOMPARE(rows, (QList<qsizetype>{3, 0, 0}));
    QCOMPARE(pages, (QList<qsizetype>{1, 0, 0}));
}

/// As after a failure a moment ago: the next one waits a little before it is sent again.
void TestChanges::notAtOnce()
{
    QTRY_COMPARE_WITH_TIMEOUT(m->link->state(), sync::Link::State::Online, 30000);
    m->link->failed({core::ErrorKind::Connection, {}, {}, {}});
    m->link->opened();
}

void TestChanges::aLostReplyIsSentAgainAtOnce()
{
    QTRY_COMPARE_WITH_TIMEOUT(m->link->state(), sync::Link::State::Online, 30000);
    QList<sync::Link::State> states;
    connect(m->link.get(), &sync::Link::stateChanged, this, [&] { states.append(m->link->state()); });
    m->proxy.loseNextReply();
    m->add(QStringLiteral("Once"));
    awaitSettled();
    QCOMPARE(states, (QList{sync::Link::State::Connecting, sync::Link::State::Online}));
    QCOMPARE(m->tasks(), 1);
}

void TestChanges::aLostReplyLeavesExactlyOneTask()
{
    notAtOnce();
    m->proxy.loseNextReply();
    const QUuid uid = m->add(QStringLiteral("Once"));
    QTRY_COMPARE_WITH_TIMEOUT(m->link->state(), sync::Link::State::Offline, 30000);
    QCOMPARE(m->changes->pending(), 1);
    QCOMPARE(m->tasks(), 1); // the server has it, we do not know
    awaitSettled();
    QCOMPARE(m->link->state(), sync::Link::State::Online);
    QCOMPARE(m->log, QStringList{QStringLiteral("confirmed add Once")});
    QCOMPARE(m->tasks(), 1);
    QCOMPARE(title(uid), QStringLiteral("Once"));
    QCOMPARE(m->builder.count(QStringLiteral("glowlist.change")), 1);
}

void TestChanges::aCutRequestIsSentAgain()
{
    notAtOnce();
    m->proxy.cutAfterClientBytes(100);
    m->add(QStringLiteral("Cut"));
    QTRY_COMPARE_WITH_TIMEOUT(m->link->state(), sync::Link::State::Offline, 30000);
    QCOMPARE(m->tasks(), 0);
    awaitSettled();
    QCOMPARE(m->tasks(), 1);
}

void TestChanges::waitsWhileTheServerIsDownAndGoesByItself()
{
    const QUuid first = m->add(QStringLiteral("Before"));
    awaitSettled();
    m_server->stop();
    QSignalSpy pending(m->changes.get(), &app::Changes::pendingChanged);
    m->rename(first, QStringLiteral("Before"), QStringLiteral("While down"));
    const QUuid second = m->add(QStringLiteral("New while down"));
    QTRY_COMPARE_WITH_TIMEOUT(m->link->state(), sync::Link::State::Offline, 30000);
    QCOMPARE(m->changes->pending(), 2);
    QVERIFY(m->link->secondsToRetry() >= 0);
    m_server->start();
    awaitSettled();
    QVERIFY(pending.size() >= 3);
    QCOMPARE(title(first), QStringLiteral("While down"));
    QCOMPARE(title(second), QStringLiteral("New while down"));
}

void TestChanges::aRefusedChangeTakesItsPatchBackAndKeepsTheText()
{
    const QUuid uid = m->add(QStringLiteral("Short"));
    awaitSettled();
    QList<core::Change> refused;
    QList<core::Error> errors;
    connect(m->changes.get(), &app::Changes::refused, this,
            [&](const core::Change& change, const core::Error& error) {
                refused.append(change);
                errors.append(error);
            });
    const QString tooLong(300, QLatin1Char('x'));
    m->rename(uid, QStringLiteral("Short"), tooLong);
    core::Task row;
    row.uid = uid;
    row.title = QStringLiteral("Short");
    QCOMPARE(m->changes->overlay().patched(row).title, tooLong);
    awaitSettled();
    QCOMPARE(m->changes->overlay().patched(row).title, QStringLiteral("Short"));
    QCOMPARE(refused.size(), 1);
    QCOMPARE(refused.constFirst().operations.constFirst().set.value(u"title").toString(), tooLong);
    QCOMPARE(errors.constFirst().kind, core::ErrorKind::Refused);
    QVERIFY(!errors.constFirst().message.isEmpty());
    QCOMPARE(m->changes->undoLabel(), QStringLiteral("add Short"));
    QCOMPARE(title(uid), QStringLiteral("Short"));
}

void TestChanges::aRefusedChangeBetweenOthersStopsNeither()
{
    m->link->failed({core::ErrorKind::Connection, {}, {}, {}}); // so that they go together
    m->add(QStringLiteral("one"));
    m->add(QString(300, QLatin1Char('y')));
    m->add(QStringLiteral("three"));
    awaitSettled();
    QCOMPARE(m->log.size(), 3);
    QCOMPARE(m->log[0], QStringLiteral("confirmed add one"));
    QVERIFY(m->log[1].startsWith(u"refused"));
    QCOMPARE(m->log[2], QStringLiteral("confirmed add three"));
    QCOMPARE(m->tasks(), 2);
}

void TestChanges::aValueThatSpoilsTheWholeMessageIsFoundAndRefused()
{
    m->link->failed({core::ErrorKind::Connection, {}, {}, {}});
    m->add(QStringLiteral("one"));
    m->add(QStringLiteral("nul") + QChar(0)); // jsonb cannot hold it: the whole message fails
    m->add(QStringLiteral("three"));
    awaitSettled();
    QCOMPARE(m->log.size(), 3);
    QCOMPARE(m->log[0], QStringLiteral("confirmed add one"));
    QVERIFY(m->log[1].startsWith(u"refused"));
    QCOMPARE(m->log[2], QStringLiteral("confirmed add three"));
}

void TestChanges::aFailingLookDoesNotTouchTheChange()
{
    core::PageRequest impossible;
    impossible.limit = -1;
    core::TaskQuery query;
    query.today = QDate(2026, 11, 24);
    query.zone = QStringLiteral("UTC");
    m->changes->setLook([=] { return app::Look{query, {impossible}, 1}; });
    m->add(QStringLiteral("one"));
    awaitSettled();
    QCOMPARE(m->log, QStringList{QStringLiteral("confirmed add one")});
    QCOMPARE(m->builder.count(QStringLiteral("glowlist.change")), 1);
}

void TestChanges::aLockedRowIsTriedAgainUntilItIsFree()
{
    const QUuid uid = m->add(QStringLiteral("Shared"));
    awaitSettled();
    store::Database other;
    QVERIFY(other.open(m->builder.database()));
    QVERIFY(other.query(QStringLiteral("begin")));
    QVERIFY(other.query(QStringLiteral("select 1 from public.tasks for update")));
    m->rename(uid, QStringLiteral("Shared"), QStringLiteral("Mine"));
    QTest::qWait(1200); // longer than the lock_timeout of the write function
    QCOMPARE(m->changes->pending(), 1);
    QVERIFY(!m->link->isDown());
    QVERIFY(other.query(QStringLiteral("rollback")));
    awaitSettled();
    QCOMPARE(title(uid), QStringLiteral("Mine"));
}

void TestChanges::longWorkGoesInSeveralMessages()
{
    m->link->failed({core::ErrorKind::Connection, {}, {}, {}});
    const QString notes(99000, u'n');
    for (int i = 0; i < 60; ++i) // 6 MB; 4 MB go at once
        m->apply(QString::number(i), {operation(Verb::Create, Entity::Task, core::newUid(),
                                                {{QStringLiteral("title"), QString::number(i)},
                                                 {QStringLiteral("notes"), notes}})});
    awaitSettled();
    QCOMPARE(m->tasks(), 60);
    QCOMPARE(m->log.size(), 60);
    QCOMPARE(m->log.constLast(), QStringLiteral("confirmed 59"));
    QVERIFY(m->proxy.roundTrips() >= 2);
}

void TestChanges::undoIsStrictAndSaysWhatItLeft()
{
    const QUuid uid = m->add(QStringLiteral("a"));
    m->rename(uid, QStringLiteral("a"), QStringLiteral("b"));
    awaitSettled();
    m->builder.sql(QStringLiteral("update public.tasks set title = 'theirs'"));
    QList<core::ChangeOutcome> left;
    connect(m->changes.get(), &app::Changes::overwrote, this,
            [&left](const core::Change&, const core::ChangeOutcome& outcome) { left.append(outcome); });
    m->changes->undo();
    awaitSettled();
    QCOMPARE(title(uid), QStringLiteral("theirs"));
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.constFirst().skipped.size(), 1);
}

void TestChanges::whatOthersChangedMeanwhileIsReported()
{
    const QUuid uid = m->add(QStringLiteral("a"));
    awaitSettled();
    m->builder.sql(QStringLiteral("update public.tasks set title = 'theirs'"));
    QList<core::ChangeOutcome> seen;
    connect(m->changes.get(), &app::Changes::overwrote, this,
            [&seen](const core::Change&, const core::ChangeOutcome& outcome) { seen.append(outcome); });
    m->rename(uid, QStringLiteral("a"), QStringLiteral("mine"));
    awaitSettled();
    QCOMPARE(title(uid), QStringLiteral("mine"));
    QCOMPARE(seen.size(), 1);
    QCOMPARE(seen.constFirst().overwrote.constFirst().value(u"found").toString(), QStringLiteral("theirs"));
}

void TestChanges::undoOfWhatIsStillPendingWorks()
{
    m->link->failed({core::ErrorKind::Connection, {}, {}, {}});
    const QUuid uid = m->add(QStringLiteral("a"));
    m->rename(uid, QStringLiteral("a"), QStringLiteral("b"));
    m->changes->undo();
    QCOMPARE(m->changes->overlay().created().constFirst().title, QStringLiteral("a"));
    QCOMPARE(m->changes->redoLabel(), QStringLiteral("rename b"));
    awaitSettled();
    QCOMPARE(title(uid), QStringLiteral("a"));
    m->changes->undo();
    awaitSettled();
    QCOMPARE(m->tasks(), 0);
    m->changes->redo();
    awaitSettled();
    QCOMPARE(title(uid), QStringLiteral("a"));
}

void TestChanges::aBulkOfSeveralChangesIsUndoneAsOne()
{
    const QUuid group = core::newUid();
    for (const QString& name : {QStringLiteral("one"), QStringLiteral("two")}) {
        core::Change change = m->changes->make(
            QStringLiteral("bulk"),
            {operation(Verb::Create, Entity::Task, core::newUid(), {{QStringLiteral("title"), name}})});
        change.group = group;
        m->changes->apply(change);
    }
    awaitSettled();
    QCOMPARE(m->tasks(), 2);
    m->changes->undo();
    awaitSettled();
    QCOMPARE(m->tasks(), 0);
    QVERIFY(m->changes->undoLabel().isEmpty());
}

void TestChanges::earlierRunsAreAdoptedAndSentVerbatim()
{
    notAtOnce();
    m->proxy.loseNextReply();
    const QUuid sent = m->add(QStringLiteral("Sent"));
    QTRY_COMPARE_WITH_TIMEOUT(m->tasks(), 1, 30000);
    QTRY_COMPARE_WITH_TIMEOUT(m->link->state(), sync::Link::State::Offline, 30000);
    const QUuid unsent = m->add(QStringLiteral("Unsent"));
    QTest::qWait(50);
    m->restart();
    m->log.clear();
    m->start();
    QTRY_COMPARE_WITH_TIMEOUT(m->log.size(), 2, 30000);
    awaitSettled();
    QCOMPARE(m->tasks(), 2);
    QCOMPARE(title(sent), QStringLiteral("Sent"));
    QCOMPARE(title(unsent), QStringLiteral("Unsent"));
    QCOMPARE(m->builder.count(QStringLiteral("glowlist.change")), 2);
    QVERIFY(m->changes->undoLabel().isEmpty());
    const QStringList requests = requestsWith(QStringLiteral("Sent"));
    QCOMPARE(requests.size(), 2);
    QCOMPARE(requests[0], requests[1]);
}

void TestChanges::earlierRunsShowAsPendingBeforeTheDatabaseAnswers()
{
    m_server->stop(true);
    m->add(QStringLiteral("Early"));
    QTRY_COMPARE_WITH_TIMEOUT(m->link->state(), sync::Link::State::Offline, 30000);
    m->restart();
    QTRY_COMPARE_WITH_TIMEOUT(m->changes->pending(), 1, 30000);
    QCOMPARE(m->changes->overlay().created().constFirst().title, QStringLiteral("Early"));
    m_server->start();
}

void TestChanges::twoProcessesShareADirectory()
{
    sync::Link link;
    app::Changes other(*m->background, link, m->writer, m->outbox.path(), core::Clock());
    const auto catalogue = m->reader->catalogue().result();
    other.start(catalogue->revision, catalogue->token);
    m->link->failed({core::ErrorKind::Connection, {}, {}, {}});
    m->add(QStringLiteral("mine, waiting"));
    other.apply(
        other.make(QStringLiteral("x"), {operation(Verb::Create, Entity::Task, core::newUid(),
                                                   {{QStringLiteral("title"), QStringLiteral("theirs")}})}));
    QTRY_COMPARE_WITH_TIMEOUT(other.pending(), 0, 30000);
    awaitSettled();
    QCOMPARE(m->tasks(), 2);
    QCOMPARE(m->builder.count(QStringLiteral("glowlist.change")), 2);
}

void TestChanges::aDatabaseRestoredToAnEarlierStateIsNoticed()
{
    QSignalSpy outdated(m->changes.get(), &app::Changes::outdated);
    m->add(QStringLiteral("one"));
    awaitSettled();
    QCOMPARE(outdated.size(), 0);
    m->builder.sql(QStringLiteral("update glowlist.revision set token = gen_random_uuid()"));
    m->add(QStringLiteral("two"));
    awaitSettled();
    QCOMPARE(outdated.size(), 1);
    m->add(QStringLiteral("three"));
    awaitSettled();
    QCOMPARE(outdated.size(), 1);
}

void TestChanges::anUnwritableOutboxIsReportedAndTheChangeSent()
{
    QList<core::Error> reports;
    sync::Link link;
    app::Changes changes(*m->interactive, link, m->writer, QStringLiteral("/proc/no/such"), core::Clock());
    connect(&changes, &app::Changes::notKept, this,
            [&reports](const core::Error& error) { reports.append(error); });
    changes.start(0, {});
    changes.apply(
        changes.make(QStringLiteral("x"), {operation(Verb::Create, Entity::Task, core::newUid(),
                                                     {{QStringLiteral("title"), QStringLiteral("x")}})}));
    QTRY_COMPARE_WITH_TIMEOUT(changes.pending(), 0, 30000);
    QCOMPARE(m->tasks(), 1);
    QCOMPARE(reports.size(), 1);
    QCOMPARE(reports.constFirst().kind, core::ErrorKind::File);
}

void TestChanges::strangeTitlesAreStoredAsTyped_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("sql") << QStringLiteral("'; DROP TABLE tasks; --");
    QTest::newRow("backslash") << QStringLiteral("\\'; \\x41 \\u0041 \"%_");
    QTest::newRow("html") << QStringLiteral("<b>x</b>&amp;");
    QTest::newRow("rtl") << QStringLiteral("שלום عالم");
    QTest::newRow("emoji") << QStringLiteral("👩‍👩‍👧 🏳️‍🌈 é");
    QTest::newRow("wide") << QString(200, QLatin1Char('W'));
    QTest::newRow("astral") << QString::fromUtf8("🙂").repeated(200);
}

void TestChanges::strangeTitlesAreStoredAsTyped()
{
    QFETCH(QString, text);
    const QUuid uid = m->add(text);
    awaitSettled();
    QCOMPARE(m->log, QStringList{QStringLiteral("confirmed add ") + text});
    const auto detail = m->reader->detail(uid).result();
    QVERIFY(detail);
    QCOMPARE(detail->task.title, text);
}

QTEST_GUILESS_MAIN(TestChanges)
#include "tst_changes.moc"
