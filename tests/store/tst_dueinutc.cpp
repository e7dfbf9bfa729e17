#include "core/filter/filterparser.h"
#include "core/taskfield.h"
#include "core/uid.h"
#include "store/changesql.h"
#include "store/countssql.h"
#include "store/filtersql.h"
#include "store/sqltext.h"
#include "store/taskquerysql.h"
#include "support/builders.h"

#include <QtTest>

using namespace glow;
using core::GroupField;
using core::Scope;
using core::TaskQuery;

namespace {

const QString newYork = QStringLiteral("America/New_York"); // UTC-5 in November
const QDate today(2026, 11, 22);

} // namespace

/// A workspace whose due times the other program stores in UTC (DATABASE.md section 1), seen from New York.
class TestDueInUtc : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void viewsFollowTheWallClockHere_data();
    void viewsFollowTheWallClockHere();
    void pagesContinueWhereTheLastOneEnded();
    void countsFollowTheWallClockHere();
    void filtersFollowTheWallClockHere_data();
    void filtersFollowTheWallClockHere();
    void whatIsWrittenGoesToUtcAndBack();
    void aTimeFixedToAZoneIsWrittenInThatZone();
    void oddDatesOfTheOtherProgramAreNone();

private:
    QList<store::TaskRow> page(const TaskQuery& query, const core::PageRequest& request = {})
    {
        const auto rows = m_database.query(store::taskquerysql::page(query, request));
        if (!rows)
            qFatal("%s", qPrintable(rows.error().message + rows.error().detail));
        return store::taskquerysql::readPage(rows->value(0));
    }
    TaskQuery query(Scope scope) const
    {
        TaskQuery query;
        query.scope = scope;
        query.today = today;
        query.zone = newYork;
        query.dueInUtc = true;
        if (scope != Scope::All)
            query.group = GroupField::Day;
        return query;
    }
    core::ApplyReply write(const core::Operation& operation)
    {
        const store::changesql::Writer writer{core::newUid(), QStringLiteral("tester"),
                                              QStringLiteral("local"), true};
        const core::Change change{
            core::newUid(), {}, QStringLiteral("Test"), QDateTime::currentDateTimeUtc(), {operation}};
        const auto catalogue = m_database.query(store::countssql::catalogue(QStringLiteral("local")));
        const core::Catalogue known = store::countssql::readCatalogue(catalogue->value(0));
        const QByteArray request = store::changesql::request(writer, {change}, known.revision, known.token);
        const auto results = m_database.query(store::changesql::apply(request));
        if (!results)
            qFatal("%s", qPrintable(results.error().message + results.error().detail));
        return *store::changesql::readReply(results->value(0), true);
    }
    QString stored(const QUuid& uid) const
    {
        return m_builder
            ->sql(QStringLiteral("select due_date, glow_due_has_time from tasks where glow_uid = ") +
                  store::sqlUuid(uid))
            .trimmed();
    }

    tests::TemporaryServer m_server;
    std::unique_ptr<tests::Builder> m_builder;
    store::Database m_database;
};

void TestDueInUtc::initTestCase()
{
    qputenv("TZ", newYork.toUtf8());
    m_builder = std::make_unique<tests::Builder>(m_server);
    m_builder->sql(QStringLiteral(R"(
update glowlist.workspace set due_dates_utc = true;
insert into tasks (user_id, title, completed, priority, due_date, created_at, updated_at)
select 'local', title, false, 'none', due, now(), now() from (values
    ('Overdue',  timestamp '2026-11-22 04:59'),
    ('Midnight', timestamp '2026-11-22 05:00'),
    ('Late',     timestamp '2026-11-23 04:30'),
    ('Tomorrow', timestamp '2026-11-23 05:00'),
    ('Day',      timestamp '2026-11-22 00:00'),
    ('Next day', timestamp '2026-11-23 00:00'),
    ('None',     null)) v (title, due);
insert into tasks (user_id, title, completed, priority, due_date, glow_due_zone, created_at, updated_at)
values ('local', 'Tokyo', false, 'none', '2026-11-22 23:30', 'Asia/Tokyo', now(), now());
)"));
    QVERIFY(m_database.open(m_builder->database()));
}

void TestDueInUtc::viewsFollowTheWallClockHere_data()
{
    QTest::addColumn<int>("scope");
    QTest::addColumn<QString>("rows");
    QTest::newRow("today") << int(Scope::Today)
                           << "21|Overdue 2026-11-21T23:59, 22|Day 2026-11-22, 22|Midnight 2026-11-22T00:00, "
                              "22|Tokyo 2026-11-23T08:30, 22|Late 2026-11-22T23:30";
    QTest::newRow("upcoming") << int(Scope::Upcoming)
                              << "23|Next day 2026-11-23, 23|Tomorrow 2026-11-23T00:00";
    QTest::newRow("all") << int(Scope::All)
                         << "|Overdue 2026-11-21T23:59, |Day 2026-11-22, |Midnight 2026-11-22T00:00, "
                            "|Tokyo 2026-11-23T08:30, |Late 2026-11-22T23:30, |Next day 2026-11-23, "
                            "|Tomorrow 2026-11-23T00:00, |None ";
}

void TestDueInUtc::viewsFollowTheWallClockHere()
{
    QFETCH(int, scope);
    QFETCH(QString, rows);
    const TaskQuery asked = query(Scope(scope));
    QStringList found;
    for (const store::TaskRow& row : page(asked))
        found.append(row.key.group.mid(8) + u'|' + row.task.title + u' ' +
                     (row.task.due ? row.task.due->toText() : QString()));
    const auto sorted = [](QStringList list) {
        list.sort();
        return list;
    };
    QCOMPARE(sorted(found), sorted(rows.split(QStringLiteral(", "))));
    const auto outline = m_database.query(store::taskquerysql::outline(asked));
    QVERIFY(outline);
    qint64 counted = 0;
    for (const core::Segment& segment : store::taskquerysql::readOutline(outline->value(0)))
        counted += segment.count;
    QCOMPARE(counted, found.size());
}

void TestDueInUtc::pagesContinueWhereTheLastOneEnded()
{
    for (const Scope scope : {Scope::All, Scope::Today}) {
        for (const bool descending : {false, true}) {
            TaskQuery asked = query(scope);
            asked.descending = descending;
            const QList<store::TaskRow> all = page(asked);
            for (qsizetype i = 0; i < all.size(); ++i) {
                const auto rows = m_database.query(store::taskquerysql::locate(asked, all.at(i).task.uid));
                QVERIFY(rows);
                const auto found = store::taskquerysql::readLocation(rows->value(0));
                QVERIFY(found);
                QCOMPARE(found->index, i);
                QCOMPARE(found->key, all.at(i).key);
                core::PageRequest request;
                request.fromStart = false;
                request.from = all.at(i).key;
                request.limit = 1;
                QCOMPARE(page(asked, request).value(0).task.uid, all.at(i).task.uid);
            }
        }
    }
}

void TestDueInUtc::countsFollowTheWallClockHere()
{
    const auto rows =
        m_database.query(store::countssql::counts({QStringLiteral("local"), today, newYork, true, {}, {}}));
    QVERIFY(rows);
    const core::Counts counts = store::countssql::readCounts(rows->value(0));
    QCOMPARE(counts.overdue, 1);
    QCOMPARE(counts.dueToday, 4);
    QCOMPARE(counts.upcoming, 2);
    QCOMPARE(counts.all, 8);
}

void TestDueInUtc::filtersFollowTheWallClockHere_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("titles");
    QTest::newRow("overdue") << "due before: 2026-11-22"
                             << "Overdue";
    QTest::newRow("on a day") << "due: 2026-11-22"
                              << "Day, Midnight, Tokyo, Late";
    QTest::newRow("after a day") << "due after: 2026-11-22"
                                 << "Next day, Tomorrow";
    QTest::newRow("none") << "no due"
                          << "None";
}

void TestDueInUtc::filtersFollowTheWallClockHere()
{
    QFETCH(QString, filter);
    QFETCH(QString, titles);
    const QDateTime now(today, QTime(20, 0));
    const core::ParsedFilter parsed = core::parseFilter(filter, now, QLocale::c());
    QVERIFY2(parsed.ok(), qPrintable(parsed.error));
    const QString condition = store::filtersql::condition(parsed.root, QStringLiteral("t"), now, newYork);
    const auto rows =
        m_database.query(store::taskquerysql::matching(QStringLiteral("local"), condition, newYork));
    QVERIFY(rows);
    QStringList found;
    for (const store::TaskRow& row : store::taskquerysql::readPage(rows->value(0)))
        found.append(row.task.title);
    if (titles.startsWith(u"Day"))
        QVERIFY(found.indexOf(QStringLiteral("Tokyo")) < found.indexOf(QStringLiteral("Late")));
    found.sort();
    QStringList wanted = titles.split(QStringLiteral(", "));
    wanted.sort();
    QCOMPARE(found, wanted);
}

void TestDueInUtc::whatIsWrittenGoesToUtcAndBack()
{
    const QUuid uid = core::newUid();
    const auto set = [&](const char* due, const char* was = nullptr) {
        core::Operation operation =
            tests::operation(was ? core::Verb::Update : core::Verb::Create, core::Entity::Task, uid,
                             {{QStringLiteral("due_date"), QLatin1String(due)}});
        if (was)
            operation.was = {{QStringLiteral("due_date"), QLatin1String(was)}};
        else
            operation.set.insert(QStringLiteral("title"), QStringLiteral("Written"));
        return write(operation);
    };
    core::ApplyReply reply = set("2026-11-24T22:00");
    QCOMPARE(stored(uid), QStringLiteral("2026-11-25 03:00:00|t"));
    const QJsonObject row = reply.rows[core::Entity::Task].value(0);
    QCOMPARE(row[u"due_date"].toString(), QStringLiteral("2026-11-24T22:00"));
    QCOMPARE(core::taskFromJson(row).due->toText(), QStringLiteral("2026-11-24T22:00"));
    // Midnight in UTC is a time where we write it; a date stays a date.
    reply = set("2026-11-24T19:00", "2026-11-24T22:00");
    QVERIFY(reply.changes.value(0).overwrote.isEmpty());
    QCOMPARE(stored(uid), QStringLiteral("2026-11-25 00:00:00|t"));
    reply = set("2026-11-26", "2026-11-24T19:00");
    QVERIFY(reply.changes.value(0).overwrote.isEmpty());
    QCOMPARE(stored(uid), QStringLiteral("2026-11-26 00:00:00|f"));
    // What another program wrote meanwhile is told on the wall clock.
    m_builder->sql(QStringLiteral("update tasks set due_date = '2026-11-27 15:00' where glow_uid = ") +
                   store::sqlUuid(uid));
    reply = set("2026-11-28", "2026-11-26");
    QCOMPARE(reply.changes.value(0).overwrote.size(), 1);
    QCOMPARE(reply.changes.value(0).overwrote.at(0)[u"found"].toString(), QStringLiteral("2026-11-27T10:00"));
    write(tests::operation(core::Verb::Delete, core::Entity::Task, uid));
}

void TestDueInUtc::aTimeFixedToAZoneIsWrittenInThatZone()
{
    const QUuid uid = core::newUid();
    const core::ApplyReply reply =
        write(tests::operation(core::Verb::Create, core::Entity::Task, uid,
                               {{QStringLiteral("title"), QStringLiteral("Call")},
                                {QStringLiteral("due_date"), QStringLiteral("2026-11-24T09:00")},
                                {QStringLiteral("due_zone"), QStringLiteral("Asia/Tokyo")}}));
    QCOMPARE(stored(uid), QStringLiteral("2026-11-24 00:00:00|t"));
    const core::Task task = core::taskFromJson(reply.rows[core::Entity::Task].value(0));
    QCOMPARE(task.due->toText(), QStringLiteral("2026-11-24T09:00"));
    QJsonObject set{{QStringLiteral("due_date"), QStringLiteral("2026-11-25T10:00")}};
    core::bringDueZone(task, set);
    write(tests::operation(core::Verb::Update, core::Entity::Task, uid, set,
                           core::taskValues(task, set.keys())));
    QCOMPARE(stored(uid), QStringLiteral("2026-11-25 01:00:00|t"));
    write(tests::operation(core::Verb::Delete, core::Entity::Task, uid));
}

/// 'infinity', and what lies before Christ: no calendar shows it, and the views still work.
void TestDueInUtc::oddDatesOfTheOtherProgramAreNone()
{
    m_builder->sql(QStringLiteral(
        "insert into tasks (user_id, title, completed, priority, due_date, created_at, updated_at) select "
        "'local', "
        "'Odd', false, 'twenty letters as is', due, now(), now() from unnest(array["
        "'infinity', '-infinity', '0044-03-15 12:00 BC', '0044-03-15 BC', '12026-11-24']::timestamp[]) due"));
    QCOMPARE(m_builder->sql(QStringLiteral("select count(*) from tasks where title = 'Odd'")).trimmed(),
             QStringLiteral("5"));
    m_builder->sql(QStringLiteral(
        "update tasks set due_date = 'infinity' where title = 'Odd' and due_date < '0001-01-01' "
        "and isfinite(due_date) and due_date::time = '12:00'"));
    for (const bool utc : {true, false}) {
        for (const Scope scope : {Scope::All, Scope::Today, Scope::Upcoming}) {
            TaskQuery asked = query(scope);
            asked.dueInUtc = utc;
            const QList<store::TaskRow> rows = page(asked);
            int odd = 0;
            for (const store::TaskRow& row : rows) {
                if (row.task.title != u"Odd")
                    continue;
                ++odd;
                QVERIFY2(!row.task.due, qPrintable(row.task.due.value_or(core::WallTime()).toText()));
                core::PageRequest request;
                request.fromStart = false;
                request.from = row.key;
                request.limit = 1;
                QCOMPARE(page(asked, request).value(0).task.uid, row.task.uid);
            }
            QCOMPARE(odd, scope == Scope::All ? 5 : scope == Scope::Today ? 2 : 3);
        }
    }
    m_builder->sql(QStringLiteral("delete from tasks where title = 'Odd'"));
}

QTEST_GUILESS_MAIN(TestDueInUtc)
#include "tst_dueinutc.moc"
