#include "support/applyclient.h"

#include "core/uid.h"
#include "store/taskquerysql.h"

#include <QtTest>

using namespace glow;
using namespace glow::tests;

namespace {

const QString task = QStringLiteral("task");
const QString dependency = QStringLiteral("dependency");

QString linkOf(const QString& waiting, const QString& blocker)
{
    return core::uidText(core::dependencyUid(QUuid(waiting), QUuid(blocker)));
}

QJsonObject link(const QString& waiting, const QString& blocker)
{
    return create(dependency, linkOf(waiting, blocker),
                  json(QStringLiteral("{'task':'%1','blocker':'%2'}").arg(waiting, blocker)));
}

QJsonObject done(const QString& uid, bool completed = true)
{
    return update(task, uid, {{QStringLiteral("completed"), completed}});
}

} // namespace

/// Tasks that wait for other tasks: migration 0010 and what the read path says of them.
class TestDependencies : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void theSameLinkMadeTwiceIsOne();
    void aPageSaysWhichBlockersAreOpen();
    void whoseBlockerIsDoneIsNewsToEverybody();
    void aForeignCompletionIsNewsToo();
    void aCircleIsRefusedWithItsField_data();
    void aCircleIsRefusedWithItsField();
    void aCircleWithinOneChangeIsRefused();
    void aDeletedBlockerBlocksNobody();
    void aRestoredTaskWaitsAgain();
    void aTaskThatComesBackMakesNoCircle();
    void removingALinkIsUndoneByRestore();
    void revertTakesALinkBack();
    void aLinkToAnotherUsersTaskIsRefused();
    void truncateIsRefused();

private:
    QString add(const QString& title);
    QJsonObject row(const QJsonObject& reply, const QString& uid) const;
    QString links() const;

    TemporaryServer m_server;
    store::ConnectionString m_database;
    std::unique_ptr<ApplyClient> m_client;
    QString m_a, m_b, m_c;
};

void TestDependencies::initTestCase()
{
    m_database = m_server.createDatabase();
    migrate(m_database);
    m_client = std::make_unique<ApplyClient>(m_database);
}

void TestDependencies::init()
{
    m_client->user = QStringLiteral("local");
    m_client->sql(QStringLiteral("delete from tasks; delete from glowlist.trash; select 1"));
    m_client->sql(QStringLiteral("delete from glowlist.trash; select 1"));
    m_a = add(QStringLiteral("a"));
    m_b = add(QStringLiteral("b"));
    m_c = add(QStringLiteral("c"));
}

QString TestDependencies::add(const QString& title)
{
    const QString made = uid();
    m_client->apply({create(task, made, {{QStringLiteral("title"), title}})});
    return made;
}

QJsonObject TestDependencies::row(const QJsonObject& reply, const QString& uid) const
{
    const QJsonArray rows = reply[u"rows"][u"task"].toArray();
    for (const QJsonValue& each : rows) {
        if (each[u"uid"].toString() == uid)
            return each.toObject();
    }
    return {};
}

QString TestDependencies::links() const
{
    return m_client->sql(QStringLiteral(
        "select coalesce(string_agg(t.title || '<' || b.title, ' ' order by t.title, b.title), '') from "
        "glowlist.dependency d join tasks t on t.glow_uid = d.task join tasks b on b.glow_uid = d.blocker"));
}

void TestDependencies::theSameLinkMadeTwiceIsOne()
{
    m_client->apply({link(m_a, m_b)});
    const QJsonObject again = m_client->apply({link(m_a, m_b)});
    QCOMPARE(again[u"state"].toString(), QStringLiteral("applied"));
    QCOMPARE(again[u"exists"][0][u"uid"].toString(), linkOf(m_a, m_b));
    QCOMPARE(links(), QStringLiteral("a<b"));
}

void TestDependencies::aPageSaysWhichBlockersAreOpen()
{
    m_client->apply({link(m_a, m_b), link(m_a, m_c), done(m_c)});
    store::Database reader;
    QVERIFY(reader.open(m_database).ok());
    const auto read = reader.query(store::taskquerysql::one(QStringLiteral("local"), QUuid(m_a)));
    QVERIFY(read.ok());
    QCOMPARE(store::taskquerysql::readPage(read->value(0)).value(0).task.openBlockers,
             QList<QUuid>{QUuid(m_b)});
}

void TestDependencies::whoseBlockerIsDoneIsNewsToEverybody()
{
    m_client->apply({link(m_a, m_b)});
    ApplyClient other(m_database);
    other.send({});
    m_client->apply({done(m_b)});
    const QJsonObject told = row(other.send({}), m_a);
    QCOMPARE(told[u"blockers"].toArray(), QJsonArray{m_b});
    QCOMPARE(told[u"open_blockers"].toArray(), QJsonArray());
    m_client->apply({done(m_b, false)});
    QCOMPARE(row(other.send({}), m_a)[u"open_blockers"].toArray(), QJsonArray{m_b});
}

void TestDependencies::aForeignCompletionIsNewsToo()
{
    m_client->apply({link(m_a, m_b)});
    m_client->send({});
    m_client->sql(
        QStringLiteral("update tasks set completed = true where glow_uid = '%1'; select 1").arg(m_b));
    const QJsonObject reply = m_client->send({});
    QVERIFY(!row(reply, m_b).isEmpty());
    QCOMPARE(row(reply, m_a)[u"open_blockers"].toArray(), QJsonArray());
}

void TestDependencies::aCircleIsRefusedWithItsField_data()
{
    QTest::addColumn<int>("length");
    QTest::newRow("itself") << 1;
    QTest::newRow("each other") << 2;
    QTest::newRow("by a detour") << 3;
}

void TestDependencies::aCircleIsRefusedWithItsField()
{
    QFETCH(const int, length);
    if (length == 2)
        m_client->apply({link(m_b, m_a)});
    if (length == 3)
        m_client->apply({link(m_b, m_c), link(m_c, m_a)});
    const QString before = links();
    const QJsonObject refused = m_client->apply({link(m_a, length == 1 ? m_a : m_b)});
    QCOMPARE(refused[u"state"].toString(), QStringLiteral("refused"));
    QCOMPARE(refused[u"code"].toString(), QStringLiteral("cycle"));
    QCOMPARE(refused[u"field"].toString(), QStringLiteral("blocker"));
    QCOMPARE(links(), before);
}

void TestDependencies::aCircleWithinOneChangeIsRefused()
{
    const QJsonObject refused = m_client->apply({link(m_a, m_b), link(m_b, m_a)});
    QCOMPARE(refused[u"code"].toString(), QStringLiteral("cycle"));
    QCOMPARE(links(), QString());
}

void TestDependencies::aDeletedBlockerBlocksNobody()
{
    m_client->apply({link(m_a, m_b)});
    const QJsonObject reply = m_client->send({change({remove(task, m_b)})});
    QCOMPARE(row(reply, m_a)[u"open_blockers"].toArray(), QJsonArray());
    QCOMPARE(links(), QString());
}

void TestDependencies::aRestoredTaskWaitsAgain()
{
    m_client->apply({link(m_a, m_b), link(m_b, m_c)});
    for (const QString& each : {m_a, m_b, m_c}) {
        m_client->apply({remove(task, each)});
        m_client->apply({restore(task, each)});
        QCOMPARE(links(), QStringLiteral("a<b b<c"));
    }
    m_client->apply({remove(task, m_a), remove(task, m_b)});
    m_client->apply({restore(task, m_a)});
    m_client->apply({restore(task, m_b)});
    QCOMPARE(links(), QStringLiteral("a<b b<c"));
    QCOMPARE(m_client->sql(QStringLiteral("select count(*) from glowlist.trash")), QStringLiteral("0"));
}

void TestDependencies::aTaskThatComesBackMakesNoCircle()
{
    m_client->apply({link(m_a, m_b), link(m_c, m_a)});
    m_client->apply({remove(task, m_a)});
    m_client->apply({link(m_b, m_c)});
    const QJsonObject back = m_client->apply({restore(task, m_a)});
    QCOMPARE(back[u"state"].toString(), QStringLiteral("applied"));
    QVERIFY2(links() == u"a<b b<c" || links() == u"b<c c<a", qPrintable(links()));
}

void TestDependencies::removingALinkIsUndoneByRestore()
{
    m_client->apply({link(m_a, m_b)});
    m_client->apply({remove(dependency, linkOf(m_a, m_b))});
    QCOMPARE(links(), QString());
    m_client->apply({restore(dependency, linkOf(m_a, m_b))});
    QCOMPARE(links(), QStringLiteral("a<b"));
    m_client->apply({remove(dependency, linkOf(m_a, m_b))});
    m_client->apply({link(m_b, m_a)});
    const QJsonObject refused = m_client->apply({restore(dependency, linkOf(m_a, m_b))});
    QCOMPARE(refused[u"code"].toString(), QStringLiteral("cycle"));
    QCOMPARE(links(), QStringLiteral("b<a"));
}

void TestDependencies::revertTakesALinkBack()
{
    const QString group = uid();
    m_client->apply({link(m_a, m_b)}, group);
    const QJsonObject revert{{QStringLiteral("do"), QStringLiteral("revert")},
                             {QStringLiteral("group"), group}};
    m_client->apply({revert});
    QCOMPARE(links(), QString());
}

void TestDependencies::aLinkToAnotherUsersTaskIsRefused()
{
    m_client->sql(QStringLiteral("insert into users values ('other') on conflict do nothing; select 1"));
    m_client->user = QStringLiteral("other");
    const QString theirs = add(QStringLiteral("theirs"));
    const QJsonObject refused = m_client->apply({link(theirs, m_a)});
    QCOMPARE(refused[u"state"].toString(), QStringLiteral("refused"));
    QCOMPARE(refused[u"code"].toString(), QStringLiteral("not_allowed"));
    m_client->user = QStringLiteral("local");
    QCOMPARE(m_client->apply({link(m_a, theirs)})[u"code"].toString(), QStringLiteral("not_allowed"));
}

void TestDependencies::truncateIsRefused()
{
    store::Database other;
    QVERIFY(other.open(m_database).ok());
    const auto refused = other.query(QStringLiteral("truncate glowlist.dependency"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().sqlState, QStringLiteral("42501"));
}

QTEST_GUILESS_MAIN(TestDependencies)
#include "tst_dependencies.moc"
