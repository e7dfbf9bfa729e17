#include "support/builders.h"
#include "support/neonstandin.h"
#include "sync/changefeed.h"

#include <QSignalSpy>
#include <QtTest>

using namespace glow;
using namespace std::chrono_literals;
using sync::ChangeFeed;

/// What the feed hears with LISTEN on a direct endpoint, and what it does where LISTEN is deaf or cannot be
/// had.
class TestChangeFeed : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void directItListens();
    void whatAForeignProgramWritesIsHeard();
    void ofABurstTheNewestIsHeard();
    void inactiveItHoldsNoConnection();
    void aCutConnectionIsReopenedAndAskedForWhatWasMissed();
    void aSilentConnectionIsNoticed();
    void whereNobodyAnswersItLooksAgainAndAgain();
    void aPoolerIsFoundDeaf();
    void itEndsWhileItConnects();

private:
    void open(const store::ConnectionString& endpoint, const store::ConnectionString& other,
              const ChangeFeed::Pace& pace);
    ChangeFeed::Pace quick() const;
    int connections() const;
    void insertPlainly(const QString& title);

    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<tests::Builder> m_builder;
    std::unique_ptr<tests::ChaosProxy> m_proxy;
    std::unique_ptr<sync::DatabaseThread> m_other; ///< sends the calls
    std::unique_ptr<ChangeFeed> m_feed;
    QList<qint64> m_heard;
    int m_looks = 0;
};

void TestChangeFeed::initTestCase()
{
    store::Database::loadDriver();
    m_server = std::make_unique<tests::TemporaryServer>();
}

void TestChangeFeed::init()
{
    m_builder = std::make_unique<tests::Builder>(*m_server);
    m_proxy = std::make_unique<tests::ChaosProxy>(m_server->port());
}

void TestChangeFeed::cleanup()
{
    m_feed.reset();
    m_other.reset();
    m_proxy.reset();
    m_builder.reset();
}

void TestChangeFeed::open(const store::ConnectionString& endpoint, const store::ConnectionString& other,
                          const ChangeFeed::Pace& pace)
{
    m_heard.clear();
    m_looks = 0;
    m_other = std::make_unique<sync::DatabaseThread>(QStringLiteral("other"),
                                                     [other] { return core::Result(other); });
    m_feed = std::make_unique<ChangeFeed>([endpoint] { return core::Result(endpoint); }, pace);
    connect(m_feed.get(), &ChangeFeed::changed, this, [this](qint64 revision) { m_heard.append(revision); });
    connect(m_feed.get(), &ChangeFeed::lookWanted, this, [this] { ++m_looks; });
    connect(m_feed.get(), &ChangeFeed::callWanted, this, [this](const QString& word) {
        m_other->run([word](store::Database& database) {
            return database.query(QStringLiteral("select pg_notify('glowlist', '%1')").arg(word));
        });
    });
    m_feed->setActive(true);
}

/// Quick where a test waits for it, out of the way where it does not.
ChangeFeed::Pace TestChangeFeed::quick() const
{
    ChangeFeed::Pace pace;
    pace.firstLook = 60s;
    pace.look = 60s;
    pace.answer = 60s;
    pace.retry = 100ms;
    return pace;
}

/// Connections of the feed and of the thread that sends its calls.
int TestChangeFeed::connections() const
{
    return m_builder
        ->sql(QStringLiteral("select count(*) from pg_stat_activity where datname = current_database() and "
                             "pid <> pg_backend_pid()"))
        .toInt();
}

void TestChangeFeed::insertPlainly(const QString& title)
{
    m_builder->sql(
        QStringLiteral(
            "insert into public.tasks (user_id, title, completed, priority, created_at, updated_at) "
            "values ('local', '%1', false, 'none', now(), now())")
            .arg(title));
}

void TestChangeFeed::directItListens()
{
    open(m_builder->database(), m_builder->database(), quick());
    QCOMPARE(m_feed->mode(), ChangeFeed::Mode::Looking);
    QTRY_COMPARE_WITH_TIMEOUT(m_feed->mode(), ChangeFeed::Mode::Listening, 30000);
    QCOMPARE(m_looks, 1);
    QCOMPARE(m_heard, QList<qint64>());
}

void TestChangeFeed::whatAForeignProgramWritesIsHeard()
{
    open(m_builder->database(), m_builder->database(), quick());
    QTRY_COMPARE_WITH_TIMEOUT(m_feed->mode(), ChangeFeed::Mode::Listening, 30000);
    QSignalSpy changed(m_feed.get(), &ChangeFeed::changed);
    insertPlainly(QStringLiteral("from the browser"));
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 1, 30000);
    QVERIFY(changed.constFirst().at(1).toUuid().isNull());
    m_builder->task(QStringLiteral("from a window"));
    QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, 30000);
    QVERIFY(!changed.at(1).at(1).toUuid().isNull());
    QCOMPARE(changed.at(1).at(0).toLongLong(), changed.at(0).at(0).toLongLong() + 1);
}

void TestChangeFeed::ofABurstTheNewestIsHeard()
{
    open(m_builder->database(), m_builder->database(), quick());
    QTRY_COMPARE_WITH_TIMEOUT(m_feed->mode(), ChangeFeed::Mode::Listening, 30000);
    QString burst;
    for (int i = 0; i < 200; ++i)
        burst += QStringLiteral(
                     "insert into public.tasks (user_id, title, completed, priority, created_at, updated_at) "
                     "values ('local', '%1', false, 'none', now(), now());\n")
                     .arg(i);
    m_builder->sql(burst);
    const qint64 last =
        m_builder->sql(QStringLiteral("select revision from glowlist.workspace")).toLongLong();
    QTRY_VERIFY_WITH_TIMEOUT(!m_heard.isEmpty() && m_heard.constLast() == last, 30000);
    QVERIFY(std::is_sorted(m_heard.cbegin(), m_heard.cend()));
}

void TestChangeFeed::inactiveItHoldsNoConnection()
{
    open(m_builder->database(), m_builder->database(), quick());
    QTRY_COMPARE_WITH_TIMEOUT(m_feed->mode(), ChangeFeed::Mode::Listening, 30000);
    QCOMPARE(connections(), 2);
    m_feed->setActive(false);
    QCOMPARE(m_feed->mode(), ChangeFeed::Mode::Off);
    QTRY_COMPARE_WITH_TIMEOUT(connections(), 1, 30000);
    insertPlainly(QStringLiteral("unheard"));
    m_feed->setActive(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_feed->mode(), ChangeFeed::Mode::Listening, 30000);
    QCOMPARE(m_looks, 2);
}

void TestChangeFeed::aCutConnectionIsReopenedAndAskedForWhatWasMissed()
{
    open(m_proxy->through(m_builder->database()), m_builder->database(), quick());
    QTRY_COMPARE_WITH_TIMEOUT(m_feed->mode(), ChangeFeed::Mode::Listening, 30000);
    m_proxy->setDown(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_feed->mode(), ChangeFeed::Mode::Looking, 30000);
    insertPlainly(QStringLiteral("meanwhile"));
    m_proxy->setDown(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_feed->mode(), ChangeFeed::Mode::Listening, 30000);
    QCOMPARE(m_looks, 2);
    insertPlainly(QStringLiteral("afterwards"));
    QTRY_COMPARE_WITH_TIMEOUT(m_heard.size(), 1, 30000);
}

void TestChangeFeed::aSilentConnectionIsNoticed()
{
    ChangeFeed::Pace pace = quick();
    pace.beat = 200ms;
    open(m_proxy->through(m_builder->database()), m_builder->database(), pace);
    QTRY_COMPARE_WITH_TIMEOUT(m_feed->mode(), ChangeFeed::Mode::Listening, 30000);
    m_proxy->setSilent(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_feed->mode(), ChangeFeed::Mode::Looking, 60000);
    m_proxy->setSilent(false);
    QTRY_COMPARE_WITH_TIMEOUT(m_feed->mode(), ChangeFeed::Mode::Listening, 90000);
}

void TestChangeFeed::whereNobodyAnswersItLooksAgainAndAgain()
{
    ChangeFeed::Pace pace = quick();
    pace.firstLook = 50ms;
    pace.look = 50ms;
    m_proxy->setDown(true);
    open(m_proxy->through(m_builder->database()), m_builder->database(), pace);
    QTRY_VERIFY_WITH_TIMEOUT(m_looks >= 3, 30000);
    QCOMPARE(m_feed->mode(), ChangeFeed::Mode::Looking);
    m_feed->setActive(false);
    const int before = m_looks;
    QTest::qWait(300);
    QCOMPARE(m_looks, before);
}

void TestChangeFeed::aPoolerIsFoundDeaf()
{
    tests::NeonStandIn neon;
    const QString database = neon.createDatabase();
    ChangeFeed::Pace pace = quick();
    pace.answer = 3s;
    pace.look = 100ms;
    open(neon.pooled(database), neon.pooled(database), pace);
    QTRY_VERIFY_WITH_TIMEOUT(m_looks >= 5, 60000);
    QTest::qWait(4000); // past the answer that does not come
    QCOMPARE(m_feed->mode(), ChangeFeed::Mode::Looking);
    const int before = m_looks;
    QTRY_VERIFY_WITH_TIMEOUT(m_looks > before + 3, 30000);
    QCOMPARE(m_heard, QList<qint64>());
    m_feed.reset();
    open(neon.direct(database), neon.pooled(database), quick());
    QTRY_COMPARE_WITH_TIMEOUT(m_feed->mode(), ChangeFeed::Mode::Listening, 30000);
}

void TestChangeFeed::itEndsWhileItConnects()
{
    m_proxy->setSilent(true);
    open(m_proxy->through(m_builder->database()), m_builder->database(), quick());
    QTest::qWait(300);
    m_feed->setActive(false);
    m_feed.reset();
    QVERIFY(m_heard.isEmpty());
}

QTEST_GUILESS_MAIN(TestChangeFeed)
#include "tst_changefeed.moc"
