#include "support/applyclient.h"

#include <QtTest>
#include <atomic>
#include <thread>

using namespace glow;
using namespace glow::tests;

namespace {

const QString task = QStringLiteral("task");

const QString foreignInsert = QStringLiteral(
    "insert into public.tasks (user_id, title, completed, priority, due_date, created_at, updated_at) values "
    "('local', '%1', false, 'high', '2026-11-27 00:00', timezone('utc', now()), timezone('utc', now()))");

QJsonObject title(const QString& text)
{
    return {{QStringLiteral("title"), text}};
}

QSet<QString> uidsIn(const QJsonObject& reply)
{
    QSet<QString> uids;
    const QJsonArray rows = reply[u"rows"][u"task"].toArray();
    for (const QJsonValue& row : rows)
        uids.insert(row[u"uid"].toString());
    return uids;
}

} // namespace

/// The log that the triggers keep, whoever writes: DATABASE.md sections 1 and 2.
class TestApplyLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void aReaderGetsWhatChangedSinceItsRevision();
    void readingTakesNoLock();
    void noSinceMeansNoRows();
    void anUnknownTokenResets();
    void aRevisionFromAnotherHistoryResets();
    void moreThanAThousandRowsReset();
    void refusedOrEmptyWorkTakesNoNumber();
    void aForeignWriterIsLoggedAtItsCommit();
    void anOpenForeignTransactionDoesNotHoldUsUp();
    void aRowHeldByAnotherProgramLetsUsGiveWay();
    void aForeignRollbackLeavesNoTrace();
    void aForeignWriteIsReadAsItMeansIt();
    void aRoleWithRightsOnPublicOnlyGoesOnWriting();
    void theOtherProgramsOwnColumnsOfAnyTypeAreNoTrouble();
    void truncateIsRefusedWithASentence();
    void deletingAUserWithoutTasksWorks();
    void listenersHearRevisionAndClient();
    void historyHasWhoAndWhat();
    void purgeForgetsWhatIsOldButKeepsLastValues();
    void purgeRunsOnceADayAfterAnOwnWrite();
    void aForeignTransactionMayChangeRowsAndThenTheTable();
    void aForeignTransactionOfAHigherLevelIsToBeRepeated_data();
    void aForeignTransactionOfAHigherLevelIsToBeRepeated();
    void parentsAndTagsShowUpWithTheirTask();
    void nobodyElseHasRightsOnOurSchema();
    void aReaderAmongManyWritersMissesNothing();

private:
    std::unique_ptr<ApplyClient> client() const;
    QString foreign(const QString& sql) const { return m_server.psql(m_database.database, sql); }
    QString add(const QString& text) const;

    TemporaryServer m_server;
    store::ConnectionString m_template; ///< migrated once, copied for each test
    store::ConnectionString m_database;
    int m_copies = 0;
    std::unique_ptr<ApplyClient> m_client;
};

void TestApplyLog::initTestCase()
{
    m_template = m_server.createDatabase();
    migrate(m_template);
}

void TestApplyLog::init()
{
    m_client.reset();
    m_database = m_template;
    m_database.database += QStringLiteral("_%1").arg(++m_copies);
    m_server.psql(
        QStringLiteral("postgres"),
        QStringLiteral("create database %1 template %2").arg(m_database.database, m_template.database));
    m_client = client();
}

std::unique_ptr<ApplyClient> TestApplyLog::client() const
{
    auto made = std::make_unique<ApplyClient>(m_database);
    made->send({}, QJsonValue(), QJsonValue());
    return made;
}

QString TestApplyLog::add(const QString& text) const
{
    const QString made = uid();
    m_client->apply({create(task, made, title(text))});
    return made;
}

void TestApplyLog::aReaderGetsWhatChangedSinceItsRevision()
{
    const auto reader = client();
    const QString a = add(QStringLiteral("a"));
    const QString b = add(QStringLiteral("b"));
    QJsonObject news = reader->send({});
    QCOMPARE(uidsIn(news), (QSet<QString>{a, b}));
    QVERIFY(uidsIn(reader->send({})).isEmpty());
    m_client->apply({update(task, a, title(QStringLiteral("c"))), remove(task, b)});
    news = reader->send({});
    QCOMPARE(uidsIn(news), QSet<QString>{a});
    QCOMPARE(news[u"gone"].toArray(), (QJsonArray{json(QStringLiteral("{'on':'task','uid':'%1'}").arg(b))}));
    QVERIFY(!news.contains(u"reset"));
}

void TestApplyLog::readingTakesNoLock()
{
    store::Database holder;
    QVERIFY(holder.open(m_database).ok());
    QVERIFY(holder.query(QStringLiteral("begin")).ok());
    QVERIFY(holder.query(QStringLiteral("select * from glowlist.workspace for update")).ok());
    QCOMPARE(m_client->send({})[u"revision"].toInt(), 0);
}

void TestApplyLog::noSinceMeansNoRows()
{
    const QJsonObject reply = m_client->send({change({create(task, uid(), title(QStringLiteral("x")))})},
                                             QJsonValue(), QJsonValue());
    QVERIFY(reply[u"rows"].isObject());
    QVERIFY(reply[u"rows"].toObject().isEmpty());
    QVERIFY(reply[u"gone"].toArray().isEmpty());
    QVERIFY(!reply.contains(u"reset"));
}

void TestApplyLog::anUnknownTokenResets()
{
    add(QStringLiteral("x"));
    const QJsonObject reply = m_client->send({change({create(task, uid(), title(QStringLiteral("y")))})},
                                             m_client->revision, uid());
    QCOMPARE(reply[u"reset"].toBool(), true);
    QVERIFY(reply[u"rows"].toObject().isEmpty());
    QCOMPARE(reply[u"changes"][0][u"state"].toString(), QStringLiteral("applied"));
    QVERIFY(!m_client->send({}).contains(u"reset"));
}

void TestApplyLog::aRevisionFromAnotherHistoryResets()
{
    QCOMPARE(m_client->send({}, 4711, m_client->token)[u"reset"].toBool(), true);
    // A copy of the database that went on by itself draws another token for the same number.
    const QString copy = m_database.database + QStringLiteral("_copy");
    m_client.reset();
    m_server.psql(QStringLiteral("postgres"),
                  QStringLiteral("create database %1 template %2").arg(copy, m_database.database));
    store::ConnectionString branch = m_database;
    branch.database = copy;
    ApplyClient here(m_database);
    ApplyClient there(branch);
    here.apply({create(task, uid(), title(QStringLiteral("x")))});
    there.apply({create(task, uid(), title(QStringLiteral("x")))});
    QCOMPARE(here.revision, there.revision);
    QCOMPARE(there.send({}, here.revision, here.token)[u"reset"].toBool(), true);
}

void TestApplyLog::moreThanAThousandRowsReset()
{
    const auto reader = client();
    foreign(QStringLiteral(
        "insert into tasks (user_id, title, completed, priority, created_at, updated_at) "
        "select 'local', n::text, false, 'none', now(), now() from generate_series(1, 1000) n"));
    QCOMPARE(uidsIn(client()->send({}, reader->revision, reader->token)).size(), 1000);
    add(QStringLiteral("one more"));
    const QJsonObject reply = reader->send({});
    QCOMPARE(reply[u"reset"].toBool(), true);
    QVERIFY(reply[u"rows"].toObject().isEmpty());
}

void TestApplyLog::refusedOrEmptyWorkTakesNoNumber()
{
    const QJsonValue before = m_client->revision;
    m_client->apply({remove(task, uid())});
    m_client->apply({update(task, uid(), title(QStringLiteral("x")))});
    m_client->send({});
    QCOMPARE(m_client->revision, before);
    m_client->send({change({create(task, uid(), title(QStringLiteral("x")))}),
                    change({create(task, uid(), title(QStringLiteral("y")))})});
    QCOMPARE(m_client->revision.toInt(), before.toInt() + 1);
}

void TestApplyLog::aForeignWriterIsLoggedAtItsCommit()
{
    store::Database other;
    QVERIFY(other.open(m_database).ok());
    QVERIFY(other.query(QStringLiteral("begin")).ok());
    QVERIFY(other.query(foreignInsert.arg(QStringLiteral("foreign"))).ok());
    QCOMPARE(m_client->send({})[u"revision"].toInt(), 0);
    QVERIFY(other.query(QStringLiteral("commit")).ok());
    const QJsonObject news = m_client->send({});
    QCOMPARE(news[u"revision"].toInt(), 1);
    QCOMPARE(news[u"rows"][u"task"][0][u"title"].toString(), QStringLiteral("foreign"));
}

void TestApplyLog::anOpenForeignTransactionDoesNotHoldUsUp()
{
    store::Database other;
    QVERIFY(other.open(m_database).ok());
    QVERIFY(other.query(QStringLiteral("begin")).ok());
    QVERIFY(other.query(foreignInsert.arg(QStringLiteral("slow"))).ok());
    const QString a = add(QStringLiteral("quick")); // would run into lock_timeout
    QCOMPARE(m_client->revision.toInt(), 1);
    QVERIFY(other.query(QStringLiteral("commit")).ok());
    QCOMPARE(m_client->send({})[u"rows"][u"task"][0][u"title"].toString(), QStringLiteral("slow"));
    QVERIFY(!a.isEmpty());
}

void TestApplyLog::aRowHeldByAnotherProgramLetsUsGiveWay()
{
    const QString a = add(QStringLiteral("x"));
    store::Database other;
    QVERIFY(other.open(m_database).ok());
    QVERIFY(other.query(QStringLiteral("begin")).ok());
    QVERIFY(other.query(QStringLiteral("update tasks set title = 'theirs'")).ok());
    const QJsonObject sent = change({update(task, a, title(QStringLiteral("mine")))});
    const QJsonObject request{{QStringLiteral("v"), 1},
                              {QStringLiteral("user"), QStringLiteral("local")},
                              {QStringLiteral("changes"), QJsonArray{sent}}};
    QCOMPARE(m_client->run(request).error->sqlState, QStringLiteral("55P03"));
    QVERIFY(other.query(QStringLiteral("commit")).ok());
    QCOMPARE(m_client->send({sent})[u"changes"][0][u"state"].toString(), QStringLiteral("applied"));
}

void TestApplyLog::aForeignRollbackLeavesNoTrace()
{
    foreign(QStringLiteral("begin; ") + foreignInsert.arg(QStringLiteral("x")) +
            QStringLiteral("; rollback"));
    QCOMPARE(m_client->send({})[u"revision"].toInt(), 0);
    QCOMPARE(m_client->sql(QStringLiteral("select count(*) from glowlist.history")), QStringLiteral("0"));
}

void TestApplyLog::aForeignWriteIsReadAsItMeansIt()
{
    foreign(foreignInsert.arg(QStringLiteral("x")));
    QJsonObject row = m_client->send({})[u"rows"][u"task"][0].toObject();
    QCOMPARE(row[u"due_date"].toString(), QStringLiteral("2026-11-27")); // 00:00:00 means the day
    QVERIFY(!row[u"position"].toString().isEmpty());
    foreign(QStringLiteral(
        "update tasks set due_date = '2026-11-28 09:30', priority = 'urgent', completed = true"));
    row = m_client->send({})[u"rows"][u"task"][0].toObject();
    QCOMPARE(row[u"due_date"].toString(), QStringLiteral("2026-11-28T09:30"));
    QCOMPARE(row[u"priority"].toString(), QStringLiteral("urgent"));
    QVERIFY(row[u"completed_at"].isString());
    QCOMPARE(m_client->sql(QStringLiteral("select glow_rank || ' ' || (updated_at > created_at) from tasks")),
             QStringLiteral("2 true"));
    foreign(QStringLiteral("update tasks set due_date = '2026-11-28 00:00', completed = false, "
                           "updated_at = '2020-01-01'"));
    row = m_client->send({})[u"rows"][u"task"][0].toObject();
    QCOMPARE(row[u"due_date"].toString(), QStringLiteral("2026-11-28"));
    QVERIFY(row[u"completed_at"].isNull());
    QCOMPARE(row[u"updated_at"].toString(), QStringLiteral("2020-01-01T00:00:00.000Z"));
}

void TestApplyLog::aRoleWithRightsOnPublicOnlyGoesOnWriting()
{
    foreign(QStringLiteral("drop role if exists webapp; create role webapp login; "
                           "grant select, insert, update, delete on all tables in schema public to webapp; "
                           "grant usage on all sequences in schema public to webapp"));
    store::ConnectionString modest = m_database;
    modest.user = QStringLiteral("webapp");
    store::Database web;
    QVERIFY(web.open(modest).ok());
    const QString parent = add(QStringLiteral("parent"));
    m_client->apply(
        {create(task, uid(), json(QStringLiteral("{'title':'child','parent':'%1'}").arg(parent)))});
    for (const QString& statement : {foreignInsert.arg(QStringLiteral("web")),
                                     QStringLiteral("update tasks set title = 'web!' where title = 'web'"),
                                     QStringLiteral("update tasks set completed = true"),
                                     QStringLiteral("delete from tasks where title = 'parent'")}) {
        const auto answer = web.query(statement);
        QVERIFY2(answer.ok(), answer.ok() ? "" : qPrintable(statement + answer.error().detail));
    }
    QCOMPARE(web.query(QStringLiteral("select * from glowlist.list")).error().sqlState,
             QStringLiteral("42501"));
    QCOMPARE(m_client->sql(QStringLiteral(
                 "select string_agg(distinct actor, ',') from glowlist.history where client is null")),
             QStringLiteral("webapp"));
    QCOMPARE(m_client->sql(QStringLiteral("select \"row\" ->> 'title' from glowlist.trash")),
             QStringLiteral("parent"));
}

void TestApplyLog::theOtherProgramsOwnColumnsOfAnyTypeAreNoTrouble()
{
    foreign(QStringLiteral("alter table tasks add column extra json, add column place point"));
    foreign(foreignInsert.arg(QStringLiteral("x")));
    foreign(QStringLiteral("update tasks set extra = '{\"a\": 1}', place = '(1,2)'"));
    foreign(QStringLiteral("update tasks set extra = '{\"a\":1}'"));
    const QString a = m_client->send({})[u"rows"][u"task"][0][u"uid"].toString();
    QCOMPARE(m_client->apply({update(task, a, title(QStringLiteral("y")))})[u"state"].toString(),
             QStringLiteral("applied"));
    m_client->apply({remove(task, a)});
    m_client->apply({restore(task, a)});
    QCOMPARE(foreign(QStringLiteral("select title || extra::text || place::text from tasks")),
             QStringLiteral("y{\"a\": 1}(1,2)"));
}

void TestApplyLog::truncateIsRefusedWithASentence()
{
    add(QStringLiteral("x"));
    for (const char* table : {"tasks cascade", "users cascade", "glowlist.list cascade"}) {
        const auto answer =
            m_client->connection().query(QStringLiteral("truncate ") + QString::fromLatin1(table));
        QVERIFY(!answer);
        QVERIFY(answer.error().detail.contains(QStringLiteral("use DELETE")));
    }
    QCOMPARE(m_client->sql(QStringLiteral("select count(*) from tasks")), QStringLiteral("1"));
}

void TestApplyLog::deletingAUserWithoutTasksWorks()
{
    foreign(QStringLiteral("insert into users values ('guest')"));
    m_client->user = QStringLiteral("guest");
    m_client->apply({create(QStringLiteral("list"), uid(), json(QStringLiteral("{'name':'L'}")))});
    foreign(QStringLiteral("delete from users where id = 'guest'"));
    QCOMPARE(m_client->sql(QStringLiteral("select count(*) from glowlist.list")), QStringLiteral("0"));
}

void TestApplyLog::listenersHearRevisionAndClient()
{
    const QString heard =
        foreign(QStringLiteral("listen glowlist; select glowlist.apply('{\"v\":1,\"client\":\"%1\","
                               "\"user\":\"local\",\"changes\":[{\"id\":\"%2\",\"ops\":[{\"do\":\"create\","
                               "\"on\":\"task\",\"uid\":\"%3\",\"set\":{\"title\":\"x\"}}]}]}');")
                    .arg(m_client->clientId, uid(), uid()));
    QVERIFY2(heard.contains(QStringLiteral("\"glowlist\" with payload \"1 %1\"").arg(m_client->clientId)),
             qPrintable(heard));
}

void TestApplyLog::historyHasWhoAndWhat()
{
    const QString a = add(QStringLiteral("before"));
    m_client->apply({update(task, a, json(QStringLiteral("{'title':'after','due_date':'2026-01-01'}")))});
    QCOMPARE(
        m_client->sql(QStringLiteral(
                          "select concat_ws(' ', kind, old, new, actor, label, change is not null, "
                          "\"group\" is not null) from glowlist.history where uid = '%1' and kind = 'update'")
                          .arg(a)),
        QStringLiteral("update {\"title\": \"before\", \"due_date\": null} "
                       "{\"title\": \"after\", \"due_date\": \"2026-01-01\"} maya trial t t"));
}

void TestApplyLog::purgeRunsOnceADayAfterAnOwnWrite()
{
    const QString old =
        QStringLiteral("update glowlist.trash set deleted_at = deleted_at - interval '31 days'");
    const QString inTrash = QStringLiteral("select count(*) from glowlist.trash");
    m_client->apply({remove(task, add(QStringLiteral("first")))});
    foreign(old + QStringLiteral("; update glowlist.workspace set purged_at = now() - interval '25 hours'"));
    foreign(foreignInsert.arg(QStringLiteral("not ours")));
    QCOMPARE(m_client->sql(inTrash), QStringLiteral("1"));
    m_client->apply({remove(task, add(QStringLiteral("second")))});
    QCOMPARE(m_client->sql(inTrash), QStringLiteral("1"));
    foreign(old);
    add(QStringLiteral("the same day"));
    QCOMPARE(m_client->sql(inTrash), QStringLiteral("1"));
}

/// A deferred trigger waits on the table, which must not be altered meanwhile (55006): README, "Migrations".
void TestApplyLog::aForeignTransactionMayChangeRowsAndThenTheTable()
{
    const QString a = add(QStringLiteral("x"));
    store::Database other;
    QVERIFY(other.open(m_database).ok());
    const QString rows = QStringLiteral("begin; update tasks set title = 'theirs'; ");
    const QString table = QStringLiteral("alter table tasks add column colour varchar(20); commit");
    const auto refused = other.query(rows + table);
    QVERIFY(!refused);
    QCOMPARE(refused.error().sqlState, QStringLiteral("55006"));
    QVERIFY(other.query(QStringLiteral("rollback")).ok());
    QCOMPARE(m_client->sql(QStringLiteral("select title from tasks")), QStringLiteral("x"));
    QVERIFY(other.query(rows + QStringLiteral("set constraints all immediate; ") + table).ok());
    QCOMPARE(m_client->send({})[u"rows"][u"task"][0][u"title"].toString(), QStringLiteral("theirs"));
    QCOMPARE(m_client->sql(QStringLiteral("select count(*) from glowlist.history where kind = 'update'")),
             QStringLiteral("1"));
}

void TestApplyLog::aForeignTransactionOfAHigherLevelIsToBeRepeated_data()
{
    QTest::addColumn<QString>("level");
    QTest::newRow("repeatable read") << QStringLiteral("repeatable read");
    QTest::newRow("serializable") << QStringLiteral("serializable");
}

/// Every writer raises the one counter, so that a snapshot taken before somebody else's write cannot: 40001,
/// as such transactions must expect. Nothing of it is stored, and repeated it goes through.
void TestApplyLog::aForeignTransactionOfAHigherLevelIsToBeRepeated()
{
    QFETCH(const QString, level);
    add(QStringLiteral("a"));
    const QString b = add(QStringLiteral("b"));
    store::Database other;
    QVERIFY(other.open(m_database).ok());
    const QString begin = QStringLiteral("begin isolation level %1; select count(*) from tasks; ").arg(level);
    const QString write = QStringLiteral("update tasks set title = 'theirs' where title = 'a'; commit");
    QVERIFY(other.query(begin).ok());
    m_client->apply({update(task, b, title(QStringLiteral("mine")))});
    const auto refused = other.query(write);
    QVERIFY(!refused);
    QCOMPARE(refused.error().sqlState, QStringLiteral("40001"));
    QVERIFY(other.query(QStringLiteral("rollback")).ok());
    QCOMPARE(m_client->sql(QStringLiteral("select string_agg(title, ',' order by id) from tasks")),
             QStringLiteral("a,mine"));
    QVERIFY(other.query(begin + write).ok());
    QCOMPARE(m_client->sql(QStringLiteral("select string_agg(title, ',' order by id) from tasks")),
             QStringLiteral("theirs,mine"));
}

void TestApplyLog::purgeForgetsWhatIsOldButKeepsLastValues()
{
    const auto reader = client();
    const QString a = add(QStringLiteral("one"));
    const QString b = add(QStringLiteral("gone"));
    m_client->apply({update(task, a, title(QStringLiteral("two")))});
    m_client->apply({update(task, a, title(QStringLiteral("three")))});
    m_client->apply({remove(task, b)});
    m_client->sql(QStringLiteral("select glowlist.purge()"));
    QCOMPARE(m_client->sql(QStringLiteral("select count(*) from glowlist.trash")), QStringLiteral("1"));
    foreign(QStringLiteral("update glowlist.trash set deleted_at = deleted_at - interval '31 days'; "
                           "update glowlist.change set stored_at = stored_at - interval '91 days'; "
                           "update glowlist.history set at = at - interval '366 days'; "
                           "update glowlist.revision set at = at - interval '181 days'; "
                           "update glowlist.workspace set purged_at = purged_at - interval '2 days'"));
    add(QStringLiteral("own write")); // purges by itself, once a day
    QCOMPARE(m_client->sql(QStringLiteral("select count(*) from glowlist.trash")), QStringLiteral("0"));
    QCOMPARE(m_client->sql(QStringLiteral("select count(*) from glowlist.change")), QStringLiteral("1"));
    QCOMPARE(m_client->sql(QStringLiteral(
                 "select string_agg(new ->> 'title', ',') from glowlist.history where kind = 'update'")),
             QStringLiteral("three"));
    QCOMPARE(m_client->sql(QStringLiteral("select count(*) from glowlist.touched where gone")),
             QStringLiteral("0"));
    QCOMPARE(reader->send({})[u"reset"].toBool(), true);
    QVERIFY(!m_client->send({}).contains(u"reset"));
}

void TestApplyLog::parentsAndTagsShowUpWithTheirTask()
{
    const QString parent = add(QStringLiteral("parent"));
    const QString t = uid();
    m_client->apply({create(QStringLiteral("tag"), t, json(QStringLiteral("{'name':'home'}")))});
    const auto reader = client();
    m_client->apply(
        {create(task, uid(),
                json(QStringLiteral("{'title':'sub','completed':true,'parent':'%1'}").arg(parent))),
         create(QStringLiteral("task_tag"), uid(),
                json(QStringLiteral("{'task':'%1','tag':'%2'}").arg(parent, t)))});
    const QJsonArray rows = reader->send({})[u"rows"][u"task"].toArray();
    QCOMPARE(rows.size(), 2);
    const QJsonObject row = rows[0][u"uid"] == parent ? rows[0].toObject() : rows[1].toObject();
    QCOMPARE(row[u"tags"].toArray(), QJsonArray{t});
    QCOMPARE(row[u"subtasks_done"].toInt(), 1);
    QCOMPARE(row[u"subtasks_total"].toInt(), 1);
}

void TestApplyLog::nobodyElseHasRightsOnOurSchema()
{
    QCOMPARE(foreign(QStringLiteral(
                 "select has_schema_privilege('public', 'glowlist', 'usage') "
                 "or exists (select from pg_proc p join pg_namespace n on n.oid = p.pronamespace "
                 "left join pg_depend d on d.objid = p.oid and d.deptype = 'e' where nspname = 'glowlist' "
                 "and d.objid is null and has_function_privilege('public', p.oid, 'execute'))")),
             QStringLiteral("f"));
    QCOMPARE(foreign(QStringLiteral(
                 "select string_agg(proname, ',') from pg_proc p join pg_trigger t on t.tgfoid = p.oid "
                 "where not t.tgisinternal and (not prosecdef or proconfig is null)")),
             QString());
}

// Our writers and foreign ones at once, and a reader that asks for `revision > n` all the while.
void TestApplyLog::aReaderAmongManyWritersMissesNothing()
{
    constexpr int ours = 8;
    constexpr int theirs = 4;
    constexpr int each = 40;
    std::atomic<int> running = ours + theirs;
    std::atomic<int> failures = 0;
    std::vector<std::thread> writers;
    for (int w = 0; w < ours; ++w) {
        writers.emplace_back([&] {
            ApplyClient writer(m_database);
            QString last;
            for (int i = 0; i < each; ++i) {
                const QString made = uid();
                QJsonArray operations{create(task, made, title(QStringLiteral("ours")))};
                if (!last.isEmpty())
                    operations.append(update(task, last, title(QStringLiteral("ours again"))));
                last = made;
                const QJsonObject request{{QStringLiteral("v"), 1},
                                          {QStringLiteral("user"), QStringLiteral("local")},
                                          {QStringLiteral("changes"), QJsonArray{change(operations)}}};
                store::Answer answer = writer.run(request);
                while (answer.error && answer.error->sqlState == u"55P03") // in a jam we give way and retry
                    answer = writer.run(request);
                failures += answer.error.has_value();
            }
            --running;
        });
    }
    for (int w = 0; w < theirs; ++w) {
        writers.emplace_back([&, w] {
            store::Database writer;
            failures += !writer.open(m_database).ok();
            for (int i = 0; i < each; ++i) {
                failures += !writer.query(QStringLiteral("begin")).ok();
                failures += !writer.query(foreignInsert.arg(QStringLiteral("theirs %1").arg(w))).ok();
                failures +=
                    !writer
                         .query(QStringLiteral("update tasks set completed = not completed where id = "
                                               "(select max(id) from tasks where title = 'theirs %1')")
                                    .arg(w))
                         .ok();
                failures += !writer.query(QStringLiteral("commit")).ok();
            }
            --running;
        });
    }
    QSet<QString> seen;
    while (running > 0) {
        const QJsonObject news = m_client->send({});
        QVERIFY(!news.contains(u"reset"));
        seen += uidsIn(news);
    }
    for (std::thread& writer : writers)
        writer.join();
    seen += uidsIn(m_client->send({}));
    QCOMPARE(failures.load(), 0);
    QCOMPARE(m_client->sql(QStringLiteral("select count(*) from tasks")).toInt(), (ours + theirs) * each);
    QCOMPARE(seen.size(), (ours + theirs) * each);
    QCOMPARE(m_client->revision.toInt(), (ours + theirs) * each);
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    store::Database::loadDriver();
    TestApplyLog test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_applylog.moc"
