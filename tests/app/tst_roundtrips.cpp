#include "app/changesfixture.h"

using namespace glow;
using core::Entity;
using core::Verb;
using tests::operation;

/// Promise 3: one round trip for one action, the refreshed rows included, counted on the wire.
class TestRoundTrips : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void anActionAndItsLookAreOneRoundTrip_data();
    void anActionAndItsLookAreOneRoundTrip();
    void undoAndRedoAreOneRoundTripEach();
    void aBulkEditIsOneRoundTrip();
    void openingAViewIsOneRoundTrip();
    void severalPagesAreOneRoundTrip();
    void aTaskWithItsSubtasksIsOneRoundTrip();
    void catalogueAndCountsAreOneRoundTripEach();
    void changesThatWaitGoInOneMessage();
    void idleSendsNothing();

private:
    core::TaskQuery all() const;
    void awaitSettled();

    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<tests::ChangesFixture> m;
    QUuid m_task;
    QUuid m_list;
    QUuid m_tag;
};

void TestRoundTrips::initTestCase()
{
    store::Database::loadDriver();
    m_server = std::make_unique<tests::TemporaryServer>();
}

void TestRoundTrips::init()
{
    m = std::make_unique<tests::ChangesFixture>(*m_server);
    m_list = m->builder.list(QStringLiteral("Home"));
    m_tag = m->builder.tag(QStringLiteral("urgent"));
    m_task =
        m->builder.task(QStringLiteral("Pay"), {{QStringLiteral("due_date"), QStringLiteral("2026-11-27")}});
    m->changes->setLook([this] { return app::Look{all(), {core::PageRequest()}, 7}; });
    m->start();
}

void TestRoundTrips::cleanup()
{
    m.reset();
}

core::TaskQuery TestRoundTrips::all() const
{
    core::TaskQuery query;
    query.today = QDate(2026, 11, 24);
    query.zone = QStringLiteral("Europe/Berlin");
    return query;
}

void TestRoundTrips::awaitSettled()
{
    QTRY_VERIFY_WITH_TIMEOUT(m->settled(), 30000);
}

void TestRoundTrips::anActionAndItsLookAreOneRoundTrip_data()
{
    QTest::addColumn<QString>("action");
    for (const char* action : {"add", "edit", "complete", "move", "tag", "delete", "list"})
        QTest::newRow(action) << QString::fromLatin1(action);
}

void TestRoundTrips::anActionAndItsLookAreOneRoundTrip()
{
    QFETCH(QString, action);
    const QUuid fresh = core::newUid();
    const QHash<QString, core::Operation> operations{
        {QStringLiteral("add"),
         operation(Verb::Create, Entity::Task, fresh, {{QStringLiteral("title"), action}})},
        {QStringLiteral("edit"),
         operation(Verb::Update, Entity::Task, m_task, {{QStringLiteral("title"), action}},
                   {{QStringLiteral("title"), QStringLiteral("Pay")}})},
        {QStringLiteral("complete"),
         operation(Verb::Update, Entity::Task, m_task, {{QStringLiteral("completed"), true}},
                   {{QStringLiteral("completed"), false}})},
        {QStringLiteral("move"), operation(Verb::Move, Entity::Task, m_task,
                                           {{QStringLiteral("list"), core::uidText(m_list)},
                                            {QStringLiteral("position"), QStringLiteral("m5kQ2a")}},
                                           {{QStringLiteral("list"), QJsonValue()}})},
        {QStringLiteral("tag"), operation(Verb::Create, Entity::TaskTag, core::taskTagUid(m_task, m_tag),
                                          {{QStringLiteral("task"), core::uidText(m_task)},
                                           {QStringLiteral("tag"), core::uidText(m_tag)}})},
        {QStringLiteral("delete"), operation(Verb::Delete, Entity::Task, m_task)},
        {QStringLiteral("list"),
         operation(Verb::Update, Entity::List, m_list, {{QStringLiteral("name"), action}},
                   {{QStringLiteral("name"), QStringLiteral("Home")}})}};
    app::Pages seen;
    connect(m->changes.get(), &app::Changes::confirmed, this,
            [&seen](const core::Change&, const core::ApplyReply&, const app::Pages& pages) { seen = pages; });
    m->apply(action, {operations.value(action)});
    awaitSettled();
    QCOMPARE(m->log, QStringList{QStringLiteral("confirmed ") + action});
    QCOMPARE(m->proxy.roundTrips(), 1);
    QCOMPARE(seen.generation, 7);
    QCOMPARE(seen.rows.size(), 1);
    const bool goes = action == u"delete" || action == u"complete";
    QCOMPARE(seen.rows.constFirst().size(), goes ? 0 : action == u"add" ? 2 : 1);
}

void TestRoundTrips::undoAndRedoAreOneRoundTripEach()
{
    m->rename(m_task, QStringLiteral("Pay"), QStringLiteral("Pay rent"));
    awaitSettled();
    m->proxy.reset();
    m->changes->undo();
    awaitSettled();
    QCOMPARE(m->proxy.roundTrips(), 1);
    QCOMPARE(m->titleOf(m_task), QStringLiteral("Pay"));
    m->changes->redo();
    awaitSettled();
    QCOMPARE(m->proxy.roundTrips(), 2);
    QCOMPARE(m->titleOf(m_task), QStringLiteral("Pay rent"));
}

void TestRoundTrips::aBulkEditIsOneRoundTrip()
{
    QList<core::Operation> operations;
    for (int i = 0; i < 500; ++i)
        operations.append(operation(Verb::Create, Entity::Task, core::newUid(),
                                    {{QStringLiteral("title"), QStringLiteral("Task %1").arg(i)}}));
    m->apply(QStringLiteral("bulk"), operations);
    awaitSettled();
    QCOMPARE(m->proxy.roundTrips(), 1);
    QCOMPARE(m->tasks(), 501);
}

void TestRoundTrips::openingAViewIsOneRoundTrip()
{
    m->builder.bulk(1000);
    const auto pages = m->reader->pages(all(), {core::PageRequest()}, 1).result();
    QVERIFY(pages);
    QCOMPARE(pages->rows.constFirst().size(), 201);
    QCOMPARE(m->proxy.roundTrips(), 1);
    QVERIFY(pages->elapsedMicroseconds > 0);
}

void TestRoundTrips::severalPagesAreOneRoundTrip()
{
    m->builder.bulk(1000);
    core::PageRequest next;
    next.offset = 200;
    next.limit = 200;
    const auto pages = m->reader->pages(all(), {core::PageRequest(), next}, 1).result();
    QVERIFY(pages);
    QCOMPARE(pages->rows.size(), 2);
    QCOMPARE(pages->rows[0][200].task.uid, pages->rows[1][0].task.uid);
    QCOMPARE(m->proxy.roundTrips(), 1);
}

void TestRoundTrips::aTaskWithItsSubtasksIsOneRoundTrip()
{
    const QUuid child = m->builder.task(QStringLiteral("Fill in the form"),
                                        {{QStringLiteral("parent"), core::uidText(m_task)}});
    const auto detail = m->reader->detail(m_task).result();
    QVERIFY2(detail, detail ? "" : qPrintable(detail.error().detail));
    QCOMPARE(detail->task.title, QStringLiteral("Pay"));
    QCOMPARE(detail->subtasks.size(), 1);
    QCOMPARE(detail->subtasks.constFirst().uid, child);
    QCOMPARE(m->proxy.roundTrips(), 1);
    QCOMPARE(m->reader->detail(core::newUid()).result().error().kind, core::ErrorKind::NotFound);
}

void TestRoundTrips::catalogueAndCountsAreOneRoundTripEach()
{
    const auto catalogue = m->reader->catalogue().result();
    QVERIFY(catalogue);
    QCOMPARE(catalogue->lists.size(), 1);
    QCOMPARE(catalogue->tags.size(), 1);
    QCOMPARE(m->proxy.roundTrips(), 1);
    m->reader->counts({{}, all().today, all().zone, false, {}, {}})
        .waitForFinished(); // opens the background connection
    m->proxy.reset();
    const auto counts = m->reader->counts({{}, all().today, all().zone, false, {}, {}}).result();
    QVERIFY(counts);
    QCOMPARE(counts->all, 1);
    QCOMPARE(m->proxy.roundTrips(), 1);
}

void TestRoundTrips::changesThatWaitGoInOneMessage()
{
    for (int i = 0; i < 200; ++i)
        m->add(QStringLiteral("Task %1").arg(i));
    awaitSettled();
    QCOMPARE(m->tasks(), 201);
    // The first may go alone, while the outbox writes the rest.
    QVERIFY2(m->proxy.roundTrips() <= 4, qPrintable(QString::number(m->proxy.roundTrips())));
    QCOMPARE(m->log.size(), 200);
    QCOMPARE(m->log.constFirst(), QStringLiteral("confirmed add Task 0"));
    QCOMPARE(m->log.constLast(), QStringLiteral("confirmed add Task 199"));
}

void TestRoundTrips::idleSendsNothing()
{
    m->add(QStringLiteral("x"));
    awaitSettled();
    m->proxy.reset();
    QTest::qWait(2500); // longer than the look at an unused connection
    QCOMPARE(m->proxy.roundTrips(), 0);
    QCOMPARE(
        m->builder.sql(QStringLiteral("select count(*) from pg_stat_activity where state like 'idle in%'")),
        QStringLiteral("0"));
}

QTEST_GUILESS_MAIN(TestRoundTrips)
#include "tst_roundtrips.moc"
