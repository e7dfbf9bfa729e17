#include "core/filter/filterparser.h"
#include "core/uid.h"
#include "store/countssql.h"
#include "store/taskquerysql.h"
#include "support/temporaryserver.h"

#include <QtTest>
#include <algorithm>

using namespace glow;
using core::GroupField;
using core::Scope;
using core::SortField;
using core::TaskQuery;
namespace sql = store::taskquerysql;

namespace {

const QDate today(2026, 11, 24);
const QString zone = QStringLiteral("Europe/Berlin");
const QUuid listUid(QStringLiteral("00000000-0000-4000-8000-000000000001"));
const QUuid tagUid(QStringLiteral("00000000-0000-4000-8000-000000000101"));

// What the reference knows of a task. Text has the rank that the server's collation gives it.
struct Known {
    QUuid uid;
    QUuid list;
    QUuid parent;
    bool tagged = false;
    bool completed = false;
    QDate dueDay;
    QDate completedDay;
    QMap<SortField, QVariant> sort;
    QByteArray path;
};

QString seed(int count)
{
    return QStringLiteral(R"(
insert into users(id) values ('local'), ('other') on conflict do nothing;
insert into glowlist.list(uid, user_id, name, colour, position)
select ('00000000-0000-4000-8000-00000000000' || n)::uuid, 'local', name, n::text, n::text
from unnest(array['Äpfel', 'apfel', 'Zoo', 'zebra', 'Ωmega']) with ordinality as x(name, n);
insert into glowlist.tag(uid, name) values ('00000000-0000-4000-8000-000000000101', 'phone'),
                                           ('00000000-0000-4000-8000-000000000102', 'Errand');
select setseed(0.5);
alter table tasks disable trigger glow_log;
alter table glowlist.task_tag disable trigger glow_log;
create table seed as select n, gen_random_uuid() uid, random() a, random() b, random() c, random() d, random() e
from generate_series(1, %1) n;
alter table seed add primary key (n);
insert into tasks(user_id, title, description, completed, priority, due_date, created_at, updated_at, glow_uid, glow_list,
                  glow_due_has_time, glow_due_zone, glow_parent, glow_completed_at, glow_start, glow_deadline)
select case when a < 0.97 then 'local' else 'other' end,
       (array['apple', 'Äpfel', 'zebra', 'Éclair', 'éclair', 'Zoo', '買う', 'x''; --', '100%'])[1 + floor(b * 9)] ||
           case when c < 0.5 then '' else ' ' || floor(c * 50) end,
       case when d < 0.3 then 'note ' || n end,
       e < 0.3,
       (array['none', 'low', 'medium', 'high', 'urgent'])[1 + floor(a * 5)],
       case when c < 0.75 then timestamp '2026-11-24' + make_interval(days => floor(b * 30)::int - 10) +
           case when d < 0.5 then make_interval(mins => floor(e * 1440)::int) else interval '0' end end,
       timestamp '2026-11-01' + make_interval(hours => floor(d * 40)::int),
       timestamp '2026-11-10' + make_interval(hours => floor(e * 300)::int),
       uid,
       case when b < 0.6 then ('00000000-0000-4000-8000-00000000000' || 1 + floor(d * 5))::uuid end,
       d < 0.5,
       case when a < 0.15 then (array['Asia/Tokyo', 'America/Los_Angeles', 'Pacific/Kiritimati'])[1 + floor(d * 3)] end,
       case when n > 40 and n % 5 = 0 then (select p.uid from seed p where p.n = seed.n / 10 and p.a < 0.97) end,
       case when e < 0.3 then timestamp '2026-11-24 10:00' - make_interval(mins => floor(d * 5000)::int) end,
       case when d < 0.6 then timestamp '2026-11-20' + make_interval(days => floor(a * 20)::int) end,
       case when a < 0.4 then timestamp '2026-11-25 12:00' + make_interval(hours => floor(c * 90)::int) end
from seed order by n;
update tasks set glow_completed_at = null where completed and id % 7 = 0;
insert into glowlist.task_tag(uid, task, tag) select gen_random_uuid(), uid, '00000000-0000-4000-8000-000000000101'
from seed where n % 3 = 0 and a < 0.97;
insert into glowlist.task_tag(uid, task, tag) select gen_random_uuid(), uid, '00000000-0000-4000-8000-000000000102'
from seed where n % 6 = 0 and a < 0.97;
drop table seed;
alter table tasks enable trigger glow_log;
alter table glowlist.task_tag enable trigger glow_log;
analyze;
)")
        .arg(count);
}

TaskQuery queryFor(Scope scope, SortField sort, bool descending, GroupField group)
{
    TaskQuery query;
    query.scope = scope;
    query.sort = sort;
    query.descending = descending;
    query.group = group;
    query.today = today;
    query.zone = zone;
    if (scope == Scope::List)
        query.scopeUid = listUid;
    if (scope == Scope::Tag)
        query.scopeUid = tagUid;
    return query;
}

/// As the server prints the key; null: none.
QString groupOf(const TaskQuery& query, const Known& task)
{
    const auto dayKey = [](const QDate& day) {
        return day.isValid() ? day.toString(Qt::ISODate) : QString();
    };
    switch (query.group) {
    case GroupField::Day:
        return task.dueDay.isValid() ? dayKey(std::max(task.dueDay, today.addDays(-1))) : QString();
    case GroupField::CompletedDay:
        return dayKey(task.completedDay);
    case GroupField::Priority:
        return task.sort[SortField::Priority].toString();
    case GroupField::List:
        return task.list.isNull() ? QString()
                                  : core::uidText(task.list).last(1) + u' ' + core::uidText(task.list);
    case GroupField::None:
    case GroupField::Section:
        break;
    }
    return {};
}

bool isIn(const TaskQuery& query, const Known& task)
{
    const bool completedToday = query.scope == Scope::Today && task.completedDay == today;
    if (query.scope == Scope::Completed
            ? !task.completed
            : task.completed && !query.withCompleted && !completedToday && !query.keep.contains(task.uid))
        return false;
    switch (query.scope) {
    case Scope::Inbox:
        return task.list.isNull();
    case Scope::Today:
        return task.dueDay.isValid() && task.dueDay <= today;
    case Scope::Upcoming:
        return task.dueDay > today;
    case Scope::List:
        return task.list == query.scopeUid;
    case Scope::Tag:
        return task.tagged;
    case Scope::Subtasks:
        return task.parent == query.scopeUid;
    case Scope::All:
    case Scope::Completed:
    case Scope::Search:
    case Scope::Filter:
        break;
    }
    return true;
}

int compare(const QVariant& a, const QVariant& b)
{
    if (a.typeId() == QMetaType::QByteArray)
        return a.toByteArray().compare(b.toByteArray());
    return a.toLongLong() < b.toLongLong() ? -1 : a.toLongLong() > b.toLongLong() ? 1 : 0;
}

// (group, no value last, value, uid); descending turns value and uid together.
bool standsBefore(const TaskQuery& query, const Known& a, const Known& b)
{
    const bool ownGroup = (query.group == GroupField::Day && query.sort == SortField::Due) ||
                          (query.group == GroupField::CompletedDay && query.sort == SortField::Completed);
    const bool descending = query.descending && query.sort != SortField::Manual;
    const bool newestGroupFirst = ownGroup ? descending : query.group == GroupField::CompletedDay;
    const QString groupA = groupOf(query, a);
    const QString groupB = groupOf(query, b);
    if (groupA != groupB) {
        if (groupA.isNull() || groupB.isNull())
            return groupA.isNull() == (query.group == GroupField::List);
        return newestGroupFirst ? groupA > groupB : groupA < groupB;
    }
    const QVariant valueA = a.sort[query.sort];
    const QVariant valueB = b.sort[query.sort];
    if (valueA.isNull() != valueB.isNull())
        return valueB.isNull();
    const int byValue = valueA.isNull() ? 0 : compare(valueA, valueB);
    const int byUid = core::uidText(a.uid).compare(core::uidText(b.uid));
    const int order = byValue != 0 ? byValue : byUid;
    return descending ? order > 0 : order < 0;
}

} // namespace

Q_DECLARE_METATYPE(glow::core::TaskQuery)

class TestTaskQuerySql : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyViewIsTheReference_data();
    void everyViewIsTheReference();
    void aFilterHoldsInEveryView_data();
    void aFilterHoldsInEveryView();
    void thirtyThousandRowsAreTheReference_data();
    void thirtyThousandRowsAreTheReference();
    void everyFieldOfATaskIsRead();
    void completedTasksStayWhileTheViewIsOpen();
    void collapsedTasksHideWhatIsBelowThem();
    void searchTakesWordsAsLettersAndIgnoresCase_data();
    void searchTakesWordsAsLettersAndIgnoresCase();
    void searchPutsTheBestFirst();
    void oneTaskByUidOrNumber();
    void countsAreThoseOfTheReference();
    void aZoneThatIsNoneCountsAsLocalTime();
    void catalogueHasListsAndTagsInOrder();

private:
    using Expected = QList<Known>;
    void make(int count, store::Database& database, QList<Known>& known);
    QList<Known> readKnown(store::Database& database) const;
    Expected expected(const TaskQuery& query, const QList<Known>& all) const;
    void checkView(store::Database& database, const TaskQuery& query, const Expected& rows);
    void checkFirstPage(store::Database& database, const TaskQuery& query, const Expected& rows);
    void checkSegments(store::Database& database, const TaskQuery& query, const Expected& rows);
    void checkLocate(store::Database& database, const TaskQuery& query, const Expected& rows,
                     qsizetype index);
    QList<store::TaskRow> page(const TaskQuery& query, const core::PageRequest& request = {});
    QStringList titles(const QString& search);

    std::unique_ptr<tests::TemporaryServer> m_server;
    store::Database m_small;
    store::Database m_large;
    QList<Known> m_knownSmall;
    QList<Known> m_knownLarge;
};

void TestTaskQuerySql::initTestCase()
{
    store::Database::loadDriver();
    m_server = std::make_unique<tests::TemporaryServer>();
    make(1200, m_small, m_knownSmall);
    make(30000, m_large, m_knownLarge);
}

void TestTaskQuerySql::make(int count, store::Database& database, QList<Known>& known)
{
    const store::ConnectionString target = m_server->createDatabase();
    QString script = QStringLiteral("create schema glowlist;\n");
    QDir migrations(QStringLiteral(GLOWLIST_SOURCE_DIR "/migrations"));
    const QStringList files = migrations.entryList({QStringLiteral("*.up.sql")}, QDir::Files, QDir::Name);
    for (const QString& name : files) {
        QFile file(migrations.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        script += QString::fromUtf8(file.readAll()) + u'\n';
    }
    m_server->psql(target.database, script);
    m_server->psql(target.database, seed(count));
    QVERIFY(database.open(target));
    known = readKnown(database);
    QVERIFY(known.size() > count * 9 / 10);
}

QList<Known> TestTaskQuerySql::readKnown(store::Database& database) const
{
    const auto answer = database.query(QStringLiteral(R"(
select glow_uid, glow_list, glow_parent, completed, to_char(due_date, 'YYYY-MM-DD"T"HH24:MI'), glow_due_has_time, glow_due_zone,
       to_char(glow_completed_at, 'YYYY-MM-DD"T"HH24:MI:SS'), glow_path,
       dense_rank() over (order by title collate "und-x-icu"), glow_rank,
       (select dense_rank from (select uid, dense_rank() over (order by name collate "und-x-icu") from glowlist.list) l
        where uid = glow_list),
       extract(epoch from created_at)::bigint, extract(epoch from updated_at)::bigint,
       exists (select from glowlist.task_tag x where x.task = glow_uid and x.tag::text like '%101'),
       to_char(glow_start, 'YYYY-MM-DD"T"HH24:MI'), to_char(glow_deadline, 'YYYY-MM-DD"T"HH24:MI')
from tasks where user_id = 'local')"));
    QList<Known> all;
    for (const store::Row& row : answer->constFirst()) {
        Known task;
        task.uid = QUuid(row[0].toString());
        task.list = QUuid(row[1].toString());
        task.parent = QUuid(row[2].toString());
        task.completed = row[3].toBool();
        task.tagged = row[14].toBool();
        task.path = row[8].toByteArray();
        const QDateTime due = QDateTime::fromString(row[4].toString(), Qt::ISODate);
        const QDateTime completed = QDateTime::fromString(row[7].toString() + u'Z', Qt::ISODate);
        task.dueDay = due.date();
        if (!row[6].isNull() && row[5].toBool() && due.isValid())
            task.dueDay = QDateTime(due.date(), due.time(), QTimeZone(row[6].toString().toUtf8()))
                              .toTimeZone(QTimeZone(zone.toUtf8()))
                              .date();
        if (!row[7].isNull())
            task.completedDay = completed.toTimeZone(QTimeZone(zone.toUtf8())).date();
        const auto orNull = [](bool there, const QVariant& value) { return there ? value : QVariant(); };
        task.sort = {{SortField::Manual, task.path},
                     {SortField::Title, row[9]},
                     {SortField::Priority, row[10]},
                     {SortField::List, orNull(!row[11].isNull(), row[11])},
                     {SortField::Created, row[12]},
                     {SortField::Updated, row[13]},
                     {SortField::Due, orNull(!row[4].isNull(), row[4].toByteArray())},
                     {SortField::Completed, orNull(!row[7].isNull(), row[7].toByteArray())},
                     {SortField::Start, orNull(!row[15].isNull(), row[15].toByteArray())},
                     {SortField::Deadline, orNull(!row[16].isNull(), row[16].toByteArray())}};
        all.append(task);
    }
    return all;
}

TestTaskQuerySql::Expected TestTaskQuerySql::expected(const TaskQuery& query, const QList<Known>& all) const
{
    Expected rows;
    std::copy_if(all.begin(), all.end(), std::back_inserter(rows),
                 [&query](const Known& task) { return isIn(query, task); });
    std::sort(rows.begin(), rows.end(),
              [&query](const Known& a, const Known& b) { return standsBefore(query, a, b); });
    return rows;
}

static void addViews(std::initializer_list<Scope> scopes, std::initializer_list<SortField> sorts)
{
    QTest::addColumn<TaskQuery>("query");
    for (const Scope scope : scopes) {
        for (const SortField sort : sorts) {
            for (const bool descending : {false, true}) {
                for (const GroupField group : {GroupField::None, GroupField::Day, GroupField::CompletedDay,
                                               GroupField::Priority, GroupField::List}) {
                    const bool byDay = group == GroupField::Day || group == GroupField::CompletedDay;
                    const bool isLong =
                        sort == SortField::Title || sort == SortField::Due || scope == Scope::All;
                    if (byDay ? (group == GroupField::CompletedDay) == (scope == Scope::Completed)
                              : group == GroupField::None || isLong)
                        QTest::addRow("scope %d sort %d %s group %d", static_cast<int>(scope),
                                      static_cast<int>(sort), descending ? "down" : "up",
                                      static_cast<int>(group))
                            << queryFor(scope, sort, descending, group);
                }
            }
        }
    }
}

void TestTaskQuerySql::everyViewIsTheReference_data()
{
    addViews(
        {Scope::Inbox, Scope::Today, Scope::Upcoming, Scope::All, Scope::Completed, Scope::List, Scope::Tag},
        {SortField::Manual, SortField::Title, SortField::List, SortField::Due, SortField::Priority,
         SortField::Created, SortField::Updated, SortField::Completed, SortField::Start,
         SortField::Deadline});
}

void TestTaskQuerySql::everyViewIsTheReference()
{
    QFETCH(TaskQuery, query);
    checkView(m_small, query, expected(query, m_knownSmall));
}

void TestTaskQuerySql::aFilterHoldsInEveryView_data()
{
    addViews({Scope::Today, Scope::All, Scope::List},
             {SortField::Manual, SortField::Due, SortField::Priority});
}

void TestTaskQuerySql::aFilterHoldsInEveryView()
{
    QFETCH(TaskQuery, query);
    query.filter = core::parseFilter(QStringLiteral("tag:phone (priority:high | priority:low)"),
                                     today.startOfDay(), QLocale::c())
                       .root;
    Expected rows = expected(query, m_knownSmall);
    rows.removeIf([](const Known& task) {
        const int rank = task.sort[SortField::Priority].toInt();
        return !task.tagged || (rank != 1 && rank != 3);
    });
    QVERIFY(!rows.isEmpty());
    checkView(m_small, query, rows);
}

void TestTaskQuerySql::thirtyThousandRowsAreTheReference_data()
{
    addViews({Scope::All}, {SortField::Due});
}

void TestTaskQuerySql::thirtyThousandRowsAreTheReference()
{
    QFETCH(TaskQuery, query);
    checkView(m_large, query, expected(query, m_knownLarge));
}

void TestTaskQuerySql::checkView(store::Database& database, const TaskQuery& query, const Expected& rows)
{
    QVERIFY(!rows.isEmpty());
    checkFirstPage(database, query, rows);
    if (QTest::currentTestFailed())
        return;
    checkSegments(database, query, rows);
    for (const qsizetype index : {qsizetype(0), rows.size() / 3, rows.size() * 2 / 3, rows.size() - 1}) {
        if (!QTest::currentTestFailed())
            checkLocate(database, query, rows, index);
    }
}

void TestTaskQuerySql::checkFirstPage(store::Database& database, const TaskQuery& query, const Expected& rows)
{
    const auto answer = database.query(sql::page(query, {}));
    QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
    const QList<store::TaskRow> page = sql::readPage(answer->constFirst());
    QCOMPARE(page.size(), std::min<qsizetype>(rows.size(), 201));
    for (qsizetype i = 0; i < page.size(); ++i)
        QCOMPARE(page.at(i).task.uid, rows.at(i).uid);
}

void TestTaskQuerySql::checkSegments(store::Database& database, const TaskQuery& query, const Expected& rows)
{
    const auto answer = database.query(sql::outline(query));
    QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
    const QList<core::Segment> segments = sql::readOutline(answer->constFirst());
    qsizetype at = 0;
    for (const core::Segment& segment : segments) {
        QVERIFY(segment.count > 0 && segment.count <= 500);
        const int offset = static_cast<int>(segment.count / 3);
        for (const int begin : {0, offset}) {
            const core::PageRequest request{segment.first, false, begin,
                                            static_cast<int>(segment.count) - begin};
            const auto pageAnswer = database.query(sql::page(query, request));
            QVERIFY2(pageAnswer, qPrintable(pageAnswer ? QString() : pageAnswer.error().detail));
            const QList<store::TaskRow> page = sql::readPage(pageAnswer->constFirst());
            QCOMPARE(page.size(), request.limit);
            for (qsizetype i = 0; i < page.size(); ++i) {
                const Known& known = rows.at(at + begin + i);
                QCOMPARE(page.at(i).task.uid, known.uid);
                QCOMPARE(page.at(i).key.group, segment.first.group);
                QCOMPARE(page.at(i).key.group, groupOf(query, known));
            }
        }
        at += segment.count;
    }
    QCOMPARE(at, rows.size());
}

void TestTaskQuerySql::checkLocate(store::Database& database, const TaskQuery& query, const Expected& rows,
                                   qsizetype index)
{
    const auto answer = database.query(sql::locate(query, rows.at(index).uid));
    QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
    const auto place = sql::readLocation(answer->constFirst());
    QVERIFY(place);
    QCOMPARE(place->index, index);
    QCOMPARE(place->key.uid, rows.at(index).uid);
    const auto page = database.query(sql::page(query, {place->key, false, 0, 1}));
    QCOMPARE(sql::readPage(page->constFirst()).constFirst().key, place->key);
    const auto nowhere = database.query(sql::locate(query, core::newUid()));
    QVERIFY(!sql::readLocation(nowhere->constFirst()));
}

QList<store::TaskRow> TestTaskQuerySql::page(const TaskQuery& query, const core::PageRequest& request)
{
    const auto answer = m_small.query(sql::page(query, request));
    if (!answer) {
        qWarning() << answer.error().detail;
        return {};
    }
    return sql::readPage(answer->constFirst());
}

void TestTaskQuerySql::everyFieldOfATaskIsRead()
{
    const QString uid = QStringLiteral("10000000-0000-4000-8000-000000000001");
    const QString insert = QStringLiteral(R"(
insert into glowlist.section(uid, user_id, name, list, position) values
    ('00000000-0000-4000-8000-000000000201', 'local', 'Soon', '00000000-0000-4000-8000-000000000001', 'a')
    on conflict do nothing;
insert into tasks(user_id, title, description, completed, priority, due_date, created_at, updated_at, glow_uid, glow_list,
    glow_section, glow_due_has_time, glow_due_zone, glow_start, glow_deadline, glow_deadline_has_time, glow_rrule,
    glow_from_completion, glow_estimate, glow_notes)
values ('local', 'Öffnen', 'short', false, 'urgent', '2026-11-27 09:05', '2026-11-01 08:00:00.25', '2026-11-02 08:00', '%1',
    '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000201', true, 'Asia/Tokyo', '2026-11-20',
    '2026-11-30 18:30', true, 'FREQ=DAILY', true, 90, 'long');
insert into tasks(user_id, title, completed, priority, created_at, updated_at, glow_parent)
select 'local', 'child', n = 1, 'none', now(), now(), '%1' from generate_series(1, 3) n;
insert into glowlist.task_tag(uid, task, tag) values
    (gen_random_uuid(), '%1', '00000000-0000-4000-8000-000000000101'),
    (gen_random_uuid(), '%1', '00000000-0000-4000-8000-000000000102');
)")
                               .arg(uid);
    QVERIFY(m_small.query(QStringLiteral("begin")));
    const auto inserted = m_small.query(insert);
    QVERIFY2(inserted, qPrintable(inserted ? QString() : inserted.error().detail));
    const auto one = m_small.query(sql::one(QStringLiteral("local"), QUuid(uid)));
    const auto children = m_small.query(sql::page(
        [&uid] {
            TaskQuery query = queryFor(Scope::Subtasks, SortField::Manual, false, GroupField::None);
            query.scopeUid = QUuid(uid);
            query.withCompleted = true;
            return query;
        }(),
        {}));
    QVERIFY(m_small.query(QStringLiteral("rollback")));

    const core::Task task = sql::readPage(one->constFirst()).constFirst().task;
    QCOMPARE(task.title, QStringLiteral("Öffnen"));
    QCOMPARE(task.notes, QStringLiteral("long"));
    QCOMPARE(task.priority, QStringLiteral("urgent"));
    QCOMPARE(task.due->toText(), QStringLiteral("2026-11-27T09:05"));
    QCOMPARE(task.dueZone, QStringLiteral("Asia/Tokyo"));
    QCOMPARE(task.start->toText(), QStringLiteral("2026-11-20"));
    QCOMPARE(task.deadline->toText(), QStringLiteral("2026-11-30T18:30"));
    QCOMPARE(task.rrule, QStringLiteral("FREQ=DAILY"));
    QVERIFY(task.fromCompletion && !task.completed);
    QCOMPARE(task.estimateMinutes, 90);
    QCOMPARE(task.list, listUid);
    QCOMPARE(core::uidText(task.section), QStringLiteral("00000000-0000-4000-8000-000000000201"));
    QCOMPARE(task.tags.size(), 2);
    QCOMPARE(task.tags.constLast(), tagUid); // "Errand" sorts before "phone"
    QCOMPARE(task.createdAt, QDateTime(QDate(2026, 11, 1), QTime(8, 0, 0, 250), Qt::UTC));
    QCOMPARE(task.subtasksDone, 1);
    QCOMPARE(task.subtasksTotal, 3);
    const QList<store::TaskRow> below = sql::readPage(children->constFirst());
    QCOMPARE(below.size(), 3);
    QCOMPARE(below.constFirst().task.parentTitle, QStringLiteral("Öffnen"));
    QCOMPARE(below.constFirst().task.depth(), 1);
}

void TestTaskQuerySql::completedTasksStayWhileTheViewIsOpen()
{
    TaskQuery query = queryFor(Scope::All, SortField::Due, false, GroupField::None);
    const auto done = std::find_if(m_knownSmall.cbegin(), m_knownSmall.cend(),
                                   [](const Known& task) { return task.completed && task.dueDay.isValid(); });
    query.keep = {done->uid};
    const Expected rows = expected(query, m_knownSmall);
    QVERIFY(
        std::any_of(rows.begin(), rows.end(), [&done](const Known& task) { return task.uid == done->uid; }));
    checkView(m_small, query, rows);
}

void TestTaskQuerySql::collapsedTasksHideWhatIsBelowThem()
{
    TaskQuery query = queryFor(Scope::All, SortField::Manual, false, GroupField::None);
    Expected rows = expected(query, m_knownSmall);
    QByteArrayList folded;
    for (const Known& task : rows) {
        const bool isParent = std::any_of(rows.begin(), rows.end(),
                                          [&task](const Known& other) { return other.parent == task.uid; });
        if (isParent && folded.size() < 20 && task.path.size() % 2 == 0) {
            folded.append(task.path + '/');
            query.collapsed.insert(task.uid);
        }
    }
    QVERIFY(folded.size() > 3);
    const qsizetype before = rows.size();
    rows.removeIf([&folded](const Known& task) {
        return std::any_of(folded.begin(), folded.end(),
                           [&task](const QByteArray& path) { return task.path.startsWith(path); });
    });
    QVERIFY(rows.size() < before);
    checkView(m_small, query, rows);
}

QStringList TestTaskQuerySql::titles(const QString& search)
{
    TaskQuery query = queryFor(Scope::Search, SortField::Match, true, GroupField::None);
    query.search = search;
    query.userId = QStringLiteral("searcher");
    QStringList found;
    for (const store::TaskRow& row : page(query))
        found.append(row.task.title +
                     (row.snippet.isEmpty() ? QString() : QStringLiteral(" / ") + row.snippet));
    return found;
}

static QString searchTasks(const QList<std::pair<QString, QString>>& tasks)
{
    QString script = QStringLiteral("insert into users(id) values ('searcher');");
    int minute = 0;
    for (const auto& [title, notes] : tasks)
        script +=
            QStringLiteral(
                "insert into tasks(user_id, title, description, completed, priority, created_at, updated_at)"
                " values ('searcher', '%1', '%2', false, 'none', now(), timestamp '2026-11-01 10:00' + "
                "interval '%3 minutes');")
                .arg(title, notes, QString::number(minute++));
    return script;
}

void TestTaskQuerySql::searchTakesWordsAsLettersAndIgnoresCase_data()
{
    QTest::addColumn<QString>("search");
    QTest::addColumn<QStringList>("expected");
    const auto row = [](const char* search, const QStringList& found) {
        QTest::newRow(search) << QString::fromUtf8(search) << found;
    };
    row("percent", {});
    row("100%", {QStringLiteral("100% sure")});
    row("a_b", {QStringLiteral("a_b")});
    row("c:\\d", {QStringLiteral("c:\\d drive")});
    row("RELEASE notes", {QStringLiteral("Write the release / the notes of it")});
    row("re", {QStringLiteral("Pay (re)"), QStringLiteral("Write the release")});
    row("ПОЗВО", {QStringLiteral("позвонить")});
}

void TestTaskQuerySql::searchTakesWordsAsLettersAndIgnoresCase()
{
    QFETCH(QString, search);
    QFETCH(QStringList, expected);
    QVERIFY(m_small.query(QStringLiteral("begin")));
    const auto made =
        m_small.query(searchTasks({{QStringLiteral("100% sure"), {}},
                                   {QStringLiteral("1000 sure"), {}},
                                   {QStringLiteral("a_b"), {}},
                                   {QStringLiteral("axb"), {}},
                                   {QStringLiteral("c:\\d drive"), {}},
                                   {QStringLiteral("Write the release"), QStringLiteral("the\nnotes of it")},
                                   {QStringLiteral("Pay (re)"), {}},
                                   {QStringLiteral("more"), QStringLiteral("re")},
                                   {QStringLiteral("позвонить"), {}}}));
    const QStringList found = titles(search);
    QVERIFY(m_small.query(QStringLiteral("rollback")));
    QVERIFY(made);
    QCOMPARE(found, expected);
}

void TestTaskQuerySql::searchPutsTheBestFirst()
{
    QVERIFY(m_small.query(QStringLiteral("begin")));
    const auto made =
        m_small.query(searchTasks({{QStringLiteral("Send the lease"), {}},
                                   {QStringLiteral("lease ends"), {}},
                                   {QStringLiteral("Release party"), {}},
                                   {QStringLiteral("Ask"), QStringLiteral("about the lease")}}));
    const QStringList found = titles(QStringLiteral("lease"));
    QVERIFY(m_small.query(QStringLiteral("rollback")));
    QVERIFY(made);
    QCOMPARE(found, (QStringList{QStringLiteral("lease ends"), QStringLiteral("Send the lease"),
                                 QStringLiteral("Release party"), QStringLiteral("Ask / about the lease")}));
}

void TestTaskQuerySql::oneTaskByUidOrNumber()
{
    const auto byUid = m_small.query(sql::one(QStringLiteral("local"), m_knownSmall.constFirst().uid));
    const core::Task task = sql::readPage(byUid->constFirst()).constFirst().task;
    QCOMPARE(task.uid, m_knownSmall.constFirst().uid);
    const auto byId = m_small.query(sql::oneById(QStringLiteral("local"), task.id));
    QCOMPARE(sql::readPage(byId->constFirst()).constFirst().task, task);
    const auto foreign = m_small.query(sql::oneById(QStringLiteral("other"), task.id));
    QVERIFY(foreign->constFirst().isEmpty());
}

void TestTaskQuerySql::countsAreThoseOfTheReference()
{
    const auto answer =
        m_small.query(store::countssql::counts({QStringLiteral("local"), today, zone, false, {}, {}}));
    const core::Counts counts = store::countssql::readCounts(answer->constFirst());
    core::Counts expectedCounts;
    for (const Known& task : m_knownSmall) {
        if (task.completed)
            continue;
        const bool overdue = task.dueDay.isValid() && task.dueDay < today;
        expectedCounts.all += 1;
        expectedCounts.inbox += task.list.isNull();
        expectedCounts.overdue += overdue;
        expectedCounts.dueToday += task.dueDay == today;
        expectedCounts.today += overdue || task.dueDay == today;
        expectedCounts.upcoming += task.dueDay > today;
        if (!task.list.isNull())
            expectedCounts.lists[task.list] += 1;
        if (task.tagged)
            expectedCounts.tags[tagUid] += 1;
    }
    QCOMPARE(counts.tags.value(tagUid), expectedCounts.tags.value(tagUid));
    expectedCounts.tags = counts.tags;
    QVERIFY(counts == expectedCounts);
}

/// Another program may write anything into a column of text.
void TestTaskQuerySql::aZoneThatIsNoneCountsAsLocalTime()
{
    const auto inTransaction = [this](const QString& statement) {
        const auto answer = m_small.query(
            QStringLiteral("begin; update public.tasks set glow_due_zone = 'Nowhere/Bad'; %1; rollback")
                .arg(statement));
        return answer.ok() && !answer->isEmpty() ? answer->constFirst() : store::Rows();
    };
    for (const Scope scope : {Scope::Today, Scope::Upcoming, Scope::All}) {
        const TaskQuery query = queryFor(scope, SortField::Due, false, GroupField::Day);
        QVERIFY(!sql::readPage(inTransaction(sql::page(query, {}))).isEmpty());
        QVERIFY(!sql::readOutline(inTransaction(sql::outline(query))).isEmpty());
    }
    const core::Counts counts = store::countssql::readCounts(
        inTransaction(store::countssql::counts({QStringLiteral("local"), today, zone, false, {}, {}})));
    QVERIFY(counts.all > 0);
}

void TestTaskQuerySql::catalogueHasListsAndTagsInOrder()
{
    const auto answer = m_small.query(store::countssql::catalogue(QStringLiteral("local")));
    const core::Catalogue catalogue = store::countssql::readCatalogue(answer->constFirst());
    QCOMPARE(catalogue.lists.size(), 5);
    QCOMPARE(catalogue.lists.constFirst().name, QStringLiteral("Äpfel"));
    QCOMPARE(catalogue.tags.size(), 2);
    QCOMPARE(catalogue.tags.constFirst().name, QStringLiteral("Errand"));
    QVERIFY(!catalogue.tagNamespace.isNull());
    QVERIFY(!catalogue.token.isNull());
}

QTEST_GUILESS_MAIN(TestTaskQuerySql)
#include "tst_taskquerysql.moc"
