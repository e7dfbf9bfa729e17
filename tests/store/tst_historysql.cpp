#include "support/applyclient.h"

#include "core/reminder.h"
#include "core/uid.h"
#include "store/historysql.h"

#include <QtTest>

using namespace glow;
using namespace glow::tests;
using store::HistoryRow;
using store::HistoryStart;
using Kind = HistoryRow::Kind;

namespace {

const QString task = QStringLiteral("task");

} // namespace

/// What store/historysql reads of a history that the log on a real server has written.
class TestHistorySql : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void anUnknownTaskHasNone();
    void eachChangeIsAnEntryNewestFirst();
    void theTaskAsItIsComesWithTheNewestPage();
    void aForeignRolesEditIsThereWithoutAClient();
    void tagsBlockersAndRemindersAreThereWhenTheyAreGone();
    void aTagThatIsGoneForGoodStillHasItsEntries();
    void subtasksThatAreDoneOrComeAndGoAreTold();
    void deletedAndRestoredAreTold();
    void whatAnEntryRefersToHasAName();
    void anotherUsersTaskHasNone();
    void aLongHistoryIsReadInPagesByItsIndex();
    void hostileTextComesThroughAsItIs();

private:
    QString add(const QString& title, const QJsonObject& set = {});
    QList<HistoryRow> read(qint64 before = 0, int limit = 100, HistoryStart* start = nullptr);

    TemporaryServer m_server;
    store::ConnectionString m_database;
    std::unique_ptr<ApplyClient> m_client;
    QList<QUuid> m_tags;
    QString m_task;
};

void TestHistorySql::initTestCase()
{
    m_database = m_server.createDatabase();
    migrate(m_database);
    m_client = std::make_unique<ApplyClient>(m_database);
    m_client->sql(
        QStringLiteral("create role web; grant usage on schema public to web; grant select, insert, "
                       "update, delete on public.tasks to web; insert into public.users values "
                       "('other'); select 1"));
}

void TestHistorySql::init()
{
    m_client->user = QStringLiteral("local");
    m_tags.clear();
    m_client->sql(
        QStringLiteral("delete from tasks; delete from glowlist.list; delete from glowlist.tag; select 1"));
    m_client->sql(QStringLiteral("delete from glowlist.trash; delete from glowlist.history; select 1"));
    m_task = add(QStringLiteral("First"));
}

QString TestHistorySql::add(const QString& title, const QJsonObject& set)
{
    QJsonObject values = set;
    values.insert(QStringLiteral("title"), title);
    const QString made = uid();
    m_client->apply({create(task, made, values)});
    return made;
}

QList<HistoryRow> TestHistorySql::read(qint64 before, int limit, HistoryStart* start)
{
    const auto results = m_client->connection().query(
        store::historysql::page(m_client->user, QUuid(m_task), m_tags, before, limit));
    [&] { QVERIFY2(results, results ? "" : qPrintable(results.error().detail)); }();
    if (!results)
        return {};
    if (start)
        *start = store::historysql::readStart(results->value(1));
    return store::historysql::readPage(results->value(0));
}

void TestHistorySql::anUnknownTaskHasNone()
{
    m_task = uid();
    HistoryStart start;
    QVERIFY(read(0, 100, &start).isEmpty());
    QVERIFY(!start.isThere);
    QVERIFY(start.values.isEmpty());
}

void TestHistorySql::eachChangeIsAnEntryNewestFirst()
{
    m_client->apply({update(task, m_task, json(QStringLiteral("{'title':'Second','priority':'high'}")))});
    m_client->apply({update(task, m_task, json(QStringLiteral("{'due_date':'2026-11-27T09:00'}")))});
    const QList<HistoryRow> rows = read();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0).before, json(QStringLiteral("{'due_date':null}")));
    QCOMPARE(rows.at(0).after, json(QStringLiteral("{'due_date':'2026-11-27T09:00'}")));
    QCOMPARE(rows.at(1).before, json(QStringLiteral("{'title':'First','priority':'none'}")));
    QCOMPARE(rows.at(2).kind, Kind::Create);
    QVERIFY(!rows.at(2).wasThere);
    QCOMPARE(rows.at(0).client, QUuid(m_client->clientId));
    QVERIFY(rows.at(0).at.isValid());
    QVERIFY(rows.at(0).id > rows.at(1).id);
}

void TestHistorySql::theTaskAsItIsComesWithTheNewestPage()
{
    const QString tag = uid();
    m_client->apply(
        {create(QStringLiteral("tag"), tag, json(QStringLiteral("{'name':'home'}"))),
         create(QStringLiteral("task_tag"), core::uidText(core::taskTagUid(QUuid(m_task), QUuid(tag))),
                {{task, m_task}, {QStringLiteral("tag"), tag}})});
    HistoryStart start;
    read(0, 100, &start);
    QVERIFY(start.isThere);
    QVERIFY(!start.adopted);
    QCOMPARE(start.values[u"title"].toString(), QStringLiteral("First"));
    QCOMPARE(start.tags, QList<QUuid>{QUuid(tag)});
    QCOMPARE(start.names[tag][u"name"].toString(), QStringLiteral("home"));
}

void TestHistorySql::aForeignRolesEditIsThereWithoutAClient()
{
    m_server.psql(m_database.database,
                  QStringLiteral("set role web; update public.tasks set title = 'By the web', due_date = "
                                 "'2026-11-27 10:30'"));
    const QList<HistoryRow> rows = read();
    QCOMPARE(rows.size(), 2);
    QVERIFY(rows.at(0).client.isNull());
    QVERIFY(rows.at(0).change.isNull());
    QVERIFY(!rows.at(0).actor.isEmpty());
    QCOMPARE(rows.at(0).after[u"title"].toString(), QStringLiteral("By the web"));
    QCOMPARE(rows.at(0).after[u"due_date"].toString(), QStringLiteral("2026-11-27T10:30"));
}

void TestHistorySql::tagsBlockersAndRemindersAreThereWhenTheyAreGone()
{
    const QString other = add(QStringLiteral("Blocker"));
    const QString tag = uid();
    const core::Reminder early = core::Reminder::beforeDue(30);
    const QStringList links{core::uidText(core::taskTagUid(QUuid(m_task), QUuid(tag))),
                            core::uidText(core::dependencyUid(QUuid(m_task), QUuid(other))),
                            core::uidText(core::reminderUid(QUuid(m_task), early))};
    const QStringList entities{QStringLiteral("task_tag"), QStringLiteral("dependency"),
                               QStringLiteral("reminder")};
    m_client->apply({create(QStringLiteral("tag"), tag, json(QStringLiteral("{'name':'home'}"))),
                     create(entities[0], links[0], {{task, m_task}, {QStringLiteral("tag"), tag}}),
                     create(entities[1], links[1], {{task, m_task}, {QStringLiteral("blocker"), other}}),
                     create(entities[2], links[2], core::reminderFields(QUuid(m_task), early))});
    m_client->apply(
        {remove(entities[0], links[0]), remove(entities[1], links[1]), remove(entities[2], links[2])});
    const QList<HistoryRow> rows = read();
    QCOMPARE(rows.size(), 7);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(rows.at(i).kind, Kind::Delete);
    for (int i = 3; i < 6; ++i)
        QCOMPARE(rows.at(i).kind, Kind::Create);
    for (const HistoryRow& row : rows) {
        if (row.entity == entities[0])
            QCOMPARE(row.names[tag][u"name"].toString(), QStringLiteral("home"));
        if (row.entity == entities[1])
            QCOMPARE(row.names[other][u"name"].toString(), QStringLiteral("Blocker"));
        if (row.entity == entities[2])
            QCOMPARE(row.text, QStringLiteral("-PT30M"));
    }
}

void TestHistorySql::aTagThatIsGoneForGoodStillHasItsEntries()
{
    const QString tag = uid();
    const QString link = core::uidText(core::taskTagUid(QUuid(m_task), QUuid(tag)));
    m_client->apply(
        {create(QStringLiteral("tag"), tag, json(QStringLiteral("{'name':'home'}"))),
         create(QStringLiteral("task_tag"), link, {{task, m_task}, {QStringLiteral("tag"), tag}})});
    m_client->apply({remove(QStringLiteral("task_tag"), link)});
    m_client->sql(QStringLiteral("delete from glowlist.trash; select 1"));
    QCOMPARE(read().size(), 1);
    m_tags = {QUuid(tag)}; // as the catalogue has it
    QCOMPARE(read().size(), 3);
    QCOMPARE(read().at(0).other, QUuid(tag));
}

void TestHistorySql::subtasksThatAreDoneOrComeAndGoAreTold()
{
    const QString below = add(QStringLiteral("Below"), {{QStringLiteral("parent"), m_task}});
    m_client->apply({update(task, below, json(QStringLiteral("{'title':'Renamed'}")))});
    m_client->apply({update(task, below, json(QStringLiteral("{'completed':true}")))});
    QList<HistoryRow> rows = read();
    QCOMPARE(rows.size(), 3); // its new title is no matter of the task above
    QCOMPARE(rows.at(0).text, QStringLiteral("Renamed"));
    QCOMPARE(rows.at(0).after[u"completed"], QJsonValue(true));
    QCOMPARE(rows.at(1).kind, Kind::Create);
    QCOMPARE(rows.at(1).uid, QUuid(below));
    m_client->apply({remove(task, below)});
    rows = read();
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows.at(0).kind, Kind::Delete);
}

void TestHistorySql::deletedAndRestoredAreTold()
{
    m_client->apply({remove(task, m_task)});
    HistoryStart start;
    QList<HistoryRow> rows = read(0, 100, &start);
    QCOMPARE(rows.at(0).kind, Kind::Delete);
    QVERIFY(!start.isThere);
    QCOMPARE(start.values[u"title"].toString(), QStringLiteral("First"));
    m_client->apply({restore(task, m_task)});
    rows = read(0, 100, &start);
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0).kind, Kind::Create);
    QVERIFY(rows.at(0).wasThere);
    QVERIFY(start.isThere);
}

void TestHistorySql::whatAnEntryRefersToHasAName()
{
    const QString list = uid();
    m_client->apply({create(QStringLiteral("list"), list, json(QStringLiteral("{'name':'Work'}")))});
    const QJsonObject place{{QStringLiteral("list"), list}};
    m_client->apply({update(task, m_task, place)});
    QJsonObject name = read().at(0).names[list].toObject();
    QCOMPARE(name[u"name"].toString(), QStringLiteral("Work"));
    QVERIFY(name[u"there"].toBool());
    m_client->apply({update(task, m_task, {{QStringLiteral("list"), QJsonValue()}})});
    m_client->apply({remove(QStringLiteral("list"), list)});
    name = read().at(0).names[list].toObject();
    QCOMPARE(name[u"name"].toString(), QStringLiteral("Work"));
    QVERIFY(!name[u"there"].toBool());
}

void TestHistorySql::anotherUsersTaskHasNone()
{
    QVERIFY(!read().isEmpty());
    m_client->user = QStringLiteral("other");
    HistoryStart start;
    QVERIFY(read(0, 100, &start).isEmpty());
    QVERIFY(!start.isThere && start.values.isEmpty());
}

void TestHistorySql::aLongHistoryIsReadInPagesByItsIndex()
{
    m_client->sql(QStringLiteral(
                      "insert into glowlist.history (revision, entity, uid, kind, old, new) select 1000 + n, "
                      "'task', '%1', 'update', jsonb_build_object('title', n), jsonb_build_object('title', "
                      "n + 1) from generate_series(1, 5000) n; select 1")
                      .arg(m_task));
    m_client->sql(
        QStringLiteral("insert into glowlist.history (revision, entity, uid, kind) select n, 'task', "
                       "gen_random_uuid(), 'create' from generate_series(1, 20000) n; select 1"));
    m_client->sql(QStringLiteral("analyze glowlist.history; select 1"));
    QList<HistoryRow> all = read(0, 400);
    while (all.size() < 6000) {
        const QList<HistoryRow> more = read(all.constLast().id, 400);
        if (more.isEmpty())
            break;
        QVERIFY(more.constFirst().id < all.constLast().id);
        all += more;
    }
    QCOMPARE(all.size(), 5001);
    QCOMPARE(all.constLast().kind, Kind::Create);
    const QString plan = m_server.psql(
        m_database.database,
        QStringLiteral("explain ") + store::historysql::page(m_client->user, QUuid(m_task), {}, 100000, 400));
    QVERIFY2(plan.contains(QStringLiteral("history_uid")) &&
                 !plan.contains(QStringLiteral("Seq Scan on history")),
             qPrintable(plan));
}

void TestHistorySql::hostileTextComesThroughAsItIs()
{
    const QString hostile = QStringLiteral("<b>'; drop table x; --</b> \\ %1 \"\u202e\n\t");
    m_client->apply({update(task, m_task, {{QStringLiteral("notes"), hostile}})});
    QCOMPARE(read().at(0).after[u"notes"].toString(), hostile);
}

QTEST_GUILESS_MAIN(TestHistorySql)
#include "tst_historysql.moc"
