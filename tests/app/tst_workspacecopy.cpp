#include "app/transfer/workspacecopy.h"
#include "core/uid.h"
#include "support/builders.h"
#include "support/chaosproxy.h"
#include "support/openreader.h"

#include <QtTest>

using namespace glow;
using app::CopyReport;
using core::Entity;
using core::Verb;
using tests::operation;

namespace {

constexpr int patience = 120000;

QString word(const char* text)
{
    return QString::fromUtf8(text);
}

/// A row each, in the words of PostgreSQL, without what a database gives by itself.
const char* const tasksOf = "select to_jsonb(t) - 'id' - 'user_id' from tasks t order by glow_uid";
const char* const listsOf = "select to_jsonb(l) - 'user_id' from glowlist.list l order by uid";
const char* const sectionsOf = "select to_jsonb(s) - 'user_id' from glowlist.section s order by uid";
const char* const tagsOf = "select name, colour from glowlist.tag order by name";
const char* const linksOf =
    "select x.task, g.name from glowlist.task_tag x join glowlist.tag g on g.uid = x.tag "
    "order by 1, 2";

} // namespace

/// "Copy this workspace's tasks to…" between real databases.
class TestWorkspaceCopy : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void everyColumnOfEveryTableArrives();
    void historyArrivesOnce();
    void aRepeatCopiesNothing();
    void aRepeatBringsWhatIsNewAndWhatWasChanged();
    void whatWasChangedThereSinceIsLeftAlone();
    void whatWasDeletedThereIsNotBroughtBack();
    void aTagOfTheSameNameIsTheSameTag();
    void aTagTakenOffGoesButNotOneThatWasPutOnThere();
    void oneUndoTakesItBack();
    void undoLeavesWhatWasEditedSince();
    void afterAnUndoItCanBeCopiedAgain();
    void redoBringsItAgain();
    void workGoesOnThereAndComesBack();
    void aTagTakenOffThereIsTakenOffHere();
    void anUndoneCopyTakesNoTagOff();
    void dueTimesKeepTheirHourWhereOneOfTheTwoHasThemInUtc();
    void theTrashStays();
    void whatATaskWaitsForGoesAlong();
    void remindersGoAlong();
    void anotherUserOfTheSameDatabaseGetsTasksOfHisOwn();
    void aSourceWithoutTasksSaysSo();
    void anOldTargetIsNamedAndUpgradedWhenAsked();
    void aTargetThatOnlyReadsIsRefusedInASentence();
    void columnsOfAnotherProgramAreNamed();
    void cancelSaysWhatIsThereAndARepeatCompletesIt();
    void aLineThatIsCutIsCompletedByARepeatAndUndoneAsOne();
    void aFullDiskIsSaidAndARepeatCompletesIt();
    void aLostReplyDoublesNothing();
    void twentyThousandTasksTakeFewRoundTrips();
    void clientsOfTheTargetSeeTheRevisionMove();

private:
    app::CopyEnd source() const { return end("Private", m_source->database(), "local"); }
    app::CopyEnd target() const { return end("Neon", m_target->database(), "local"); }
    static app::CopyEnd end(const char* name, const store::ConnectionString& database, const char* user);
    CopyReport copy() const { return copy(source(), target()); }
    CopyReport copy(const app::CopyEnd& from, const app::CopyEnd& to) const;
    void fillSource();
    QString there(const char* sql) const { return m_target->sql(word(sql)); }
    QString here(const char* sql) const { return m_source->sql(word(sql)); }
    QString edit(const QUuid& task, const QString& title) const;
    void undoThere(const CopyReport& report, bool andRedo = false);

    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<tests::Builder> m_source;
    std::unique_ptr<tests::Builder> m_target;
    QUuid m_client = core::newUid();
    QUuid m_plain; ///< tasks of the source
    QUuid m_tagged;
    QList<QJsonObject> m_skipped;
};

void TestWorkspaceCopy::initTestCase()
{
    store::Database::loadDriver();
    m_server = std::make_unique<tests::TemporaryServer>();
}

void TestWorkspaceCopy::init()
{
    m_source = std::make_unique<tests::Builder>(*m_server);
    m_target = std::make_unique<tests::Builder>(*m_server);
    there("update glowlist.workspace set token = gen_random_uuid()"); // both are copies of one template
    fillSource();
}

app::CopyEnd TestWorkspaceCopy::end(const char* name, const store::ConnectionString& database,
                                    const char* user)
{
    return {word(name), word(user), [database] { return core::Result(database); }, false};
}

CopyReport TestWorkspaceCopy::copy(const app::CopyEnd& from, const app::CopyEnd& to) const
{
    app::WorkspaceCopy copy(from, to, {m_client, QStringLiteral("tester"), {}}, core::Clock());
    QSignalSpy finished(&copy, &app::WorkspaceCopy::finished);
    copy.start();
    if (!finished.wait(patience))
        qFatal("The copy does not end.");
    const auto report = finished.at(0).at(0).value<CopyReport>();
    if (report.error)
        qInfo("%s | %s", qPrintable(report.error->message), qPrintable(report.error->detail));
    return report;
}

void TestWorkspaceCopy::fillSource()
{
    const auto text = [](const char* value) { return QJsonValue(word(value)); };
    const QUuid work = m_source->list(QStringLiteral("Work"));
    const QUuid nested = m_source->list(QStringLiteral("Nested"));
    const QUuid section = core::newUid();
    m_source->apply(
        {operation(
             Verb::Update, Entity::List, nested,
             {{word("parent"), core::uidText(work)}, {word("colour"), text("2")}, {word("archived"), true}}),
         operation(Verb::Create, Entity::Section, section,
                   {{word("name"), text("Later")},
                    {word("list"), core::uidText(work)},
                    {word("position"), text("m")}})});
    const QUuid urgent = m_source->tag(QStringLiteral("Urgent"));
    const QUuid ünused = m_source->tag(QStringLiteral("unüsed"));
    m_source->apply({operation(Verb::Update, Entity::Tag, urgent, {{word("colour"), text("#123456")}}),
                     operation(Verb::Update, Entity::Tag, ünused, {{word("colour"), text("1")}})});
    m_plain = m_source->task(QStringLiteral("Plain ’“\\ 'quoted' \U0001F600"),
                             {{word("notes"), QString(3000, u'ß')},
                              {word("list"), core::uidText(work)},
                              {word("section"), core::uidText(section)},
                              {word("due_date"), text("2026-11-27T09:30")},
                              {word("due_zone"), text("Europe/Berlin")},
                              {word("start"), text("2026-11-20")},
                              {word("deadline"), text("2026-12-01")},
                              {word("rrule"), text("FREQ=DAILY")},
                              {word("estimate"), 90}});
    m_tagged = m_source->task(QStringLiteral("Tagged"), {{word("parent"), core::uidText(m_plain)}}, {urgent});
    m_source->task(QStringLiteral("Deeper"), {{word("parent"), core::uidText(m_tagged)}}, {urgent});
    m_source->complete(m_source->task(QStringLiteral("Done")));
    // What another program writes.
    here("insert into tasks (user_id, title, description, completed, priority, due_date, created_at, "
         "updated_at) values "
         "('local', '  ', '', false, 'Urgent!', '2026-03-29 02:30:00.123456', '2001-02-03 04:05:06.789', "
         "'1999-01-01'), "
         "('local', 'endless', null, true, '', '9999-12-31 23:59:59.999999', '0044-03-15 BC', '2026-01-01 "
         "00:00:00')");
    here("update glowlist.history set at = at - interval '40 days'");
}

QString TestWorkspaceCopy::edit(const QUuid& task, const QString& title) const
{
    core::Operation change = operation(Verb::Update, Entity::Task, task, {{word("title"), title}});
    m_target->apply({change});
    return title;
}

/// As the target's window does: the copy is a step, Ctrl+Z takes it back.
void TestWorkspaceCopy::undoThere(const CopyReport& report, bool andRedo)
{
    tests::OpenReader open(m_target->database(), core::Clock());
    m_skipped.clear();
    connect(
        &open.changes, &app::Changes::overwrote, this,
        [this](const core::Change&, const core::ChangeOutcome& outcome) { m_skipped += outcome.skipped; });
    QSignalSpy refused(&open.changes, &app::Changes::refused);
    open.changes.remember(report.changes);
    QCOMPARE(open.changes.undoLabel(), QStringLiteral("Copy from Private"));
    open.changes.undo();
    QVERIFY(open.changes.undoLabel().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(open.changes.pending(), 0, patience);
    if (andRedo) {
        open.changes.redo();
        QTRY_COMPARE_WITH_TIMEOUT(open.changes.pending(), 0, patience);
    }
    QCOMPARE(refused.size(), 0);
}

void TestWorkspaceCopy::everyColumnOfEveryTableArrives()
{
    const CopyReport report = copy();
    QVERIFY(!report.error);
    QCOMPARE(report.tasks.fresh, 6);
    QCOMPARE(report.lists.fresh, 2);
    for (const char* table : {tasksOf, listsOf, sectionsOf, tagsOf, linksOf})
        QCOMPARE(there(table), here(table));
    QVERIFY(here(tasksOf).contains(QStringLiteral("9999-12-31T23:59:59.999999")));
    // A tag's uid is that of the target's own token, as its clients make it.
    const QUuid token(there("select token from glowlist.workspace"));
    QCOMPARE(QUuid(there("select uid from glowlist.tag where name = 'Urgent'")),
             core::tagUid(token, QStringLiteral("Urgent")));
    QCOMPARE(QUuid(m_target->sql(QStringLiteral("select uid from glowlist.task_tag where task = '%1'")
                                     .arg(core::uidText(m_tagged)))),
             core::taskTagUid(m_tagged, core::tagUid(token, QStringLiteral("Urgent"))));
}

void TestWorkspaceCopy::historyArrivesOnce()
{
    const char* const entries =
        "select h.entity, h.uid, h.kind, h.old, h.new, h.change, h.\"group\", h.label, h.client, "
        "h.actor, h.at from glowlist.history h where h.entity in ('task', 'list', 'section')";
    copy();
    const QString ofSource = here((QByteArray(entries) + " order by h.id").constData());
    QCOMPARE(there((QByteArray(entries) + " and h.source is not null order by h.id").constData()), ofSource);
    QCOMPARE(there("select count(*) from glowlist.history where source is not null"),
             here("select count(*) from glowlist.history"));
    QCOMPARE(there("select count(*) from glowlist.history h join glowlist.task_tag x on x.uid = h.uid "
                   "where h.source is not null"),
             QStringLiteral("2"));
    copy();
    QCOMPARE(there((QByteArray(entries) + " and h.source is not null order by h.id").constData()), ofSource);
}

void TestWorkspaceCopy::aRepeatCopiesNothing()
{
    copy();
    const QString before = there("select revision from glowlist.workspace");
    const CopyReport report = copy();
    QVERIFY(!report.error);
    QVERIFY(!report.wroteAnything());
    QCOMPARE(report.tasks.left, 0);
    QCOMPARE(report.text(QStringLiteral("Private"), QStringLiteral("Neon")),
             QStringLiteral("Nothing is new: Neon has all of it."));
    QCOMPARE(there("select revision from glowlist.workspace"), before);
    QCOMPARE(there(tasksOf), here(tasksOf));
}

void TestWorkspaceCopy::aRepeatBringsWhatIsNewAndWhatWasChanged()
{
    copy();
    m_source->task(QStringLiteral("Newer"));
    const QUuid list = m_source->list(QStringLiteral("Other"));
    // The whole tree moves, in the order that is the worst for the paths.
    m_source->apply({operation(Verb::Move, Entity::Task, m_plain,
                               {{word("list"), core::uidText(list)}, {word("position"), word("a0")}}),
                     operation(Verb::Update, Entity::Task, m_tagged, {{word("title"), word("Renamed")}})});
    m_source->complete(m_tagged);
    const CopyReport report = copy();
    QVERIFY(!report.error);
    QCOMPARE(report.tasks.fresh, 1);
    QCOMPARE(report.tasks.changed, 3);
    QCOMPARE(report.tasks.left, 0);
    QCOMPARE(report.lists.fresh, 1);
    for (const char* table : {tasksOf, listsOf, sectionsOf, tagsOf, linksOf})
        QCOMPARE(there(table), here(table));
    QVERIFY(!copy().wroteAnything());
}

void TestWorkspaceCopy::whatWasChangedThereSinceIsLeftAlone()
{
    copy();
    edit(m_plain, QStringLiteral("Mine"));
    m_source->apply({operation(Verb::Update, Entity::Task, m_plain, {{word("title"), word("Theirs")}}),
                     operation(Verb::Update, Entity::Task, m_tagged, {{word("title"), word("Both agree")}})});
    const CopyReport report = copy();
    QCOMPARE(report.tasks.changed, 1);
    QCOMPARE(report.tasks.left, 1);
    QVERIFY(report.text({}, {}).contains(QStringLiteral("1 had been changed or deleted there since")));
    QCOMPARE(there("select count(*) from tasks where title in ('Mine', 'Both agree')"), QStringLiteral("2"));
}

void TestWorkspaceCopy::whatWasDeletedThereIsNotBroughtBack()
{
    copy();
    m_target->apply({operation(Verb::Delete, Entity::Task, m_plain)});
    const CopyReport report = copy();
    QCOMPARE(report.tasks.fresh, 0);
    QCOMPARE(report.tasks.left, 3);
    QCOMPARE(there("select count(*) from tasks"), QStringLiteral("3"));
}

void TestWorkspaceCopy::aTagOfTheSameNameIsTheSameTag()
{
    there("insert into glowlist.tag (uid, name, colour) values (gen_random_uuid(), 'URGENT', '3')");
    copy();
    QCOMPARE(there("select string_agg(name, ',' order by name) from glowlist.tag"),
             QStringLiteral("URGENT,unüsed"));
    QCOMPARE(there("select count(*) from glowlist.task_tag x join glowlist.tag g on g.uid = x.tag and g.name "
                   "= 'URGENT'"),
             QStringLiteral("2"));
}

void TestWorkspaceCopy::aTagTakenOffGoesButNotOneThatWasPutOnThere()
{
    copy();
    const QUuid own(there("select uid from glowlist.tag where name = 'unüsed'"));
    m_target->apply(
        {operation(Verb::Create, Entity::TaskTag, core::taskTagUid(m_tagged, own),
                   {{word("task"), core::uidText(m_tagged)}, {word("tag"), core::uidText(own)}})});
    here("delete from glowlist.task_tag");
    const CopyReport report = copy();
    QCOMPARE(report.tasks.changed, 2);
    QCOMPARE(there(linksOf), core::uidText(m_tagged) + QStringLiteral("|unüsed"));
    QCOMPARE(copy().tasks.changed, 0);
}

void TestWorkspaceCopy::oneUndoTakesItBack()
{
    m_target->task(QStringLiteral("Was here"));
    const QString before = there(tasksOf);
    const CopyReport report = copy();
    undoThere(report);
    QVERIFY(m_skipped.isEmpty());
    QCOMPARE(there(tasksOf), before);
    for (const char* table : {"glowlist.list", "glowlist.section", "glowlist.tag", "glowlist.task_tag"})
        QCOMPARE(m_target->count(word(table)), 0);
}

void TestWorkspaceCopy::undoLeavesWhatWasEditedSince()
{
    const CopyReport report = copy();
    edit(m_tagged, QStringLiteral("Edited"));
    undoThere(report);
    QVERIFY(!m_skipped.isEmpty());
    // The task that holds it stays with it, and so does their list.
    QCOMPARE(there("select string_agg(title, ',' order by glow_path) from tasks").section(u',', -1),
             QStringLiteral("Edited"));
    QCOMPARE(m_target->count(word("tasks")), 2);
    QCOMPARE(m_target->count(word("glowlist.list")), 1);
}

void TestWorkspaceCopy::afterAnUndoItCanBeCopiedAgain()
{
    undoThere(copy());
    const CopyReport report = copy();
    QCOMPARE(report.tasks.fresh, 6);
    for (const char* table : {tasksOf, listsOf, sectionsOf, tagsOf, linksOf})
        QCOMPARE(there(table), here(table));
    QCOMPARE(m_target->count(word("glowlist.trash")), 0);
}

void TestWorkspaceCopy::redoBringsItAgain()
{
    undoThere(copy(), true);
    for (const char* table : {tasksOf, listsOf, sectionsOf, tagsOf, linksOf})
        QCOMPARE(there(table), here(table));
    QVERIFY(!copy().wroteAnything());
}

/// Private → Neon, work there, Neon → private: what nobody touched here meanwhile is brought up to date.
void TestWorkspaceCopy::workGoesOnThereAndComesBack()
{
    copy();
    edit(m_plain, QStringLiteral("Edited on Neon"));
    m_source->apply(
        {operation(Verb::Update, Entity::Task, m_tagged, {{word("title"), word("Edited here")}})});
    edit(m_tagged, QStringLiteral("Edited on both"));
    const CopyReport report = copy(target(), source());
    QVERIFY(!report.error);
    QCOMPARE(report.tasks.changed, 1);
    QCOMPARE(report.tasks.left, 1);
    QCOMPARE(here("select count(*) from tasks where title in ('Edited on Neon', 'Edited here')"),
             QStringLiteral("2"));
}

void TestWorkspaceCopy::aTagTakenOffThereIsTakenOffHere()
{
    copy();
    there("delete from glowlist.task_tag");
    const QUuid later(here("select uid from glowlist.tag where name = 'unüsed'"));
    m_source->apply(
        {operation(Verb::Create, Entity::TaskTag, core::taskTagUid(m_tagged, later),
                   {{word("task"), core::uidText(m_tagged)}, {word("tag"), core::uidText(later)}})});
    CopyReport report = copy(target(), source());
    QVERIFY(!report.error);
    QCOMPARE(report.tasks.changed, 2);
    QCOMPARE(here(linksOf), core::uidText(m_tagged) + QStringLiteral("|unüsed"));
    report = copy(target(), source());
    QVERIFY(!report.wroteAnything());
    QCOMPARE(here(linksOf), core::uidText(m_tagged) + QStringLiteral("|unüsed"));
    QVERIFY(!copy().error);
    QCOMPARE(there(linksOf), here(linksOf));
}

void TestWorkspaceCopy::anUndoneCopyTakesNoTagOff()
{
    const CopyReport report = copy();
    edit(m_tagged, QStringLiteral("Edited"));
    undoThere(report);
    const QString before = here(linksOf);
    QVERIFY(!copy(target(), source()).error);
    QCOMPARE(here(linksOf), before);
}

void TestWorkspaceCopy::whatATaskWaitsForGoesAlong()
{
    m_source->apply(
        {operation(Verb::Create, Entity::Dependency, core::dependencyUid(m_plain, m_tagged),
                   {{word("task"), core::uidText(m_plain)}, {word("blocker"), core::uidText(m_tagged)}})});
    const CopyReport report = copy();
    QVERIFY(!report.error);
    const char* const all = "select to_jsonb(d) from glowlist.dependency d order by uid";
    QVERIFY(!here(all).isEmpty());
    QCOMPARE(there(all), here(all));
    QVERIFY(!copy().wroteAnything());
    QCOMPARE(there(all), here(all));
    undoThere(report);
    QCOMPARE(m_target->count(word("glowlist.dependency")), 0);
    here("insert into users (id) values ('maya')");
    QVERIFY(!copy(source(), end("Maya", m_source->database(), "maya")).error);
    QCOMPARE(
        here("select count(*) from glowlist.dependency d join tasks t on t.glow_uid = d.task join tasks b on "
             "b.glow_uid = d.blocker where t.user_id = 'maya' and b.user_id = 'maya'"),
        QStringLiteral("1"));
}

void TestWorkspaceCopy::remindersGoAlong()
{
    const auto remind = [this](const core::Reminder& reminder) {
        m_source->apply({operation(Verb::Create, Entity::Reminder, core::reminderUid(m_tagged, reminder),
                                   core::reminderFields(m_tagged, reminder))});
    };
    remind(core::Reminder::beforeDue(30));
    remind(*core::Reminder::fromText(word("2026-11-27T09:00")));
    const CopyReport report = copy();
    QVERIFY(!report.error);
    const char* const all = "select to_jsonb(r) from glowlist.reminder r order by uid";
    QCOMPARE(there("select count(*) from glowlist.reminder"), word("2"));
    QCOMPARE(there(all), here(all));
    QVERIFY(!copy().wroteAnything());
    // What was taken off here goes there too; what was put on there stays.
    here("delete from glowlist.reminder where before = 30");
    remind(core::Reminder::beforeDue(60));
    there("insert into glowlist.reminder (uid, task, before) select gen_random_uuid(), task, 5 from "
          "glowlist.reminder limit 1");
    QVERIFY(!copy().error);
    QCOMPARE(there("select string_agg(glowlist.reminder_value(r), ' ' order by before) from "
                   "glowlist.reminder r"),
             word("-PT5M -PT60M 2026-11-27T09:00"));
    undoThere(report);
    here("insert into users (id) values ('maya')");
    QVERIFY(!copy(source(), end("Maya", m_source->database(), "maya")).error);
    QCOMPARE(here("select count(*) from glowlist.reminder r join tasks t on t.glow_uid = r.task where "
                  "t.user_id = 'maya' and r.uid = glowlist.uid_v5(r.task, 'reminder:' || "
                  "glowlist.reminder_value(r))"),
             word("2"));
}

void TestWorkspaceCopy::dueTimesKeepTheirHourWhereOneOfTheTwoHasThemInUtc()
{
    const auto task = [this](const char* title, const char* due, const char* zone) {
        QJsonObject set{{word("due_date"), word(due)}};
        if (*zone)
            set.insert(word("due_zone"), word(zone));
        return m_source->task(word(title), set);
    };
    task("Tokyo", "2026-07-01T09:00", "Asia/Tokyo");
    task("A day", "2026-07-01", "");
    const QUuid moved = task("Moved", "2026-07-01T09:00", "Asia/Tokyo");
    m_source->apply(
        {operation(Verb::Update, Entity::Task, moved,
                   {{word("due_date"), word("2026-07-02T10:30")}, {word("due_zone"), word("Asia/Tokyo")}})});
    const char* const dues = "select string_agg(title || ' ' || due_date, ', ' order by title) from tasks "
                             "where title in ('Tokyo', 'A day', 'Moved')";
    const char* const moves =
        "select coalesce(max(h.new ->> 'due_date'), '') from glowlist.history h "
        "join tasks t on t.glow_uid = h.uid where t.title = 'Moved' and h.kind = 'update'";
    const QString before = here(dues);
    const QString movesBefore = here(moves);
    there("update glowlist.workspace set due_dates_utc = true");
    QVERIFY(!copy().error);
    QCOMPARE(there(dues),
             word("A day 2026-07-01 00:00:00, Moved 2026-07-02 01:30:00, Tokyo 2026-07-01 00:00:00"));
    QVERIFY(copy(target(), end("Third", m_source->database(), "local")).error == std::nullopt);
    QCOMPARE(here(dues), before);
    QCOMPARE(here(moves), movesBefore);
}

void TestWorkspaceCopy::theTrashStays()
{
    here("delete from tasks where title = 'Done'");
    QCOMPARE(copy().tasks.fresh, 5);
    QCOMPARE(there("select count(*) from tasks where title = 'Done'"), QStringLiteral("0"));
    QCOMPARE(there("select count(*) from glowlist.trash"), QStringLiteral("0"));
}

void TestWorkspaceCopy::anotherUserOfTheSameDatabaseGetsTasksOfHisOwn()
{
    here("insert into users (id) values ('maya')");
    const app::CopyEnd maya = end("Maya", m_source->database(), "maya");
    const QString before = here("select to_jsonb(t) from tasks t where user_id = 'local' order by id");
    CopyReport report = copy(source(), maya);
    QVERIFY(!report.error);
    QCOMPARE(report.tasks.fresh, 6);
    QCOMPARE(here("select to_jsonb(t) from tasks t where user_id = 'local' order by id"), before);
    const char* const same =
        "select to_jsonb(t) - 'id' - 'user_id' - 'glow_uid' - 'glow_parent' - 'glow_list' - "
        "'glow_section' from tasks t where user_id = '%1' order by glow_path, title";
    QCOMPARE(m_source->sql(word(same).arg(QStringLiteral("maya"))),
             m_source->sql(word(same).arg(QStringLiteral("local"))));
    QCOMPARE(
        here(
            "select count(*) from tasks t join tasks p on p.glow_uid = t.glow_parent and p.user_id = "
            "t.user_id "
            "join glowlist.list l on l.uid = t.glow_list and l.user_id = t.user_id where t.user_id = 'maya'"),
        QStringLiteral("2"));
    QCOMPARE(here("select count(*) from glowlist.task_tag x join tasks t on t.glow_uid = x.task and "
                  "t.user_id = 'maya'"),
             QStringLiteral("2"));
    QCOMPARE(here("select count(*) from glowlist.tag"), QStringLiteral("2"));
    report = copy(source(), maya);
    QVERIFY(!report.wroteAnything());
    QCOMPARE(report.tasks.left, 0);
}

void TestWorkspaceCopy::aSourceWithoutTasksSaysSo()
{
    here("delete from tasks");
    here("delete from glowlist.list");
    here("delete from glowlist.tag");
    QCOMPARE(copy().text(QStringLiteral("Private"), QStringLiteral("Neon")),
             QStringLiteral("Private has no tasks."));
}

void TestWorkspaceCopy::anOldTargetIsNamedAndUpgradedWhenAsked()
{
    app::CopyEnd old = end("Old", m_server->createDatabase(), "local");
    const CopyReport refused = copy(source(), old);
    QVERIFY(refused.error);
    QCOMPARE(refused.error->kind, core::ErrorKind::Migration);
    QVERIFY(!refused.wroteAnything());
    old.mayMigrate = true;
    QCOMPARE(copy(source(), old).tasks.fresh, 6);
}

void TestWorkspaceCopy::aTargetThatOnlyReadsIsRefusedInASentence()
{
    there("update glowlist.workspace set min_client = '99.0'");
    CopyReport report = copy();
    QVERIFY(report.error);
    QVERIFY(report.error->message.contains(QStringLiteral("99.0")));
    there("update glowlist.workspace set min_client = null");
    m_target->sql(
        QStringLiteral("alter database %1 set default_transaction_read_only = on").arg(m_target->name()));
    report = copy();
    QVERIFY(report.error);
    QVERIFY(!report.error->message.isEmpty());
    QVERIFY(!report.wroteAnything());
}

void TestWorkspaceCopy::columnsOfAnotherProgramAreNamed()
{
    here("alter table tasks add column category text default 'x'");
    const CopyReport report = copy();
    QVERIFY(!report.error);
    QCOMPARE(report.columnsLeftOut, QStringList{QStringLiteral("category")});
    QCOMPARE(report.tasks.fresh, 6);
}

void TestWorkspaceCopy::cancelSaysWhatIsThereAndARepeatCompletesIt()
{
    m_source->bulk(5000);
    app::WorkspaceCopy copying(source(), target(), {m_client, QStringLiteral("tester"), {}}, core::Clock());
    QSignalSpy finished(&copying, &app::WorkspaceCopy::finished);
    connect(&copying, &app::WorkspaceCopy::progressed, this, [&copying](int done, int) {
        if (done > 0)
            copying.cancel();
    });
    copying.start();
    QVERIFY(finished.wait(patience));
    const auto report = finished.at(0).at(0).value<CopyReport>();
    QVERIFY(report.cancelled);
    QVERIFY(report.seen > 0 && report.seen < report.total);
    QCOMPARE(m_target->count(word("tasks")), report.tasks.fresh);
    QVERIFY(report.text({}, QStringLiteral("Neon")).contains(QStringLiteral("copying again completes it")));
    QVERIFY(!copy().error);
    QCOMPARE(there(tasksOf), here(tasksOf));
}

void TestWorkspaceCopy::aLineThatIsCutIsCompletedByARepeatAndUndoneAsOne()
{
    m_source->bulk(5000);
    tests::ChaosProxy proxy(m_server->port());
    const app::CopyEnd through = end("Neon", proxy.through(m_target->database()), "local");
    proxy.cutAfterClientBytes(1500000);
    const CopyReport cut = copy(source(), through);
    QVERIFY(cut.error);
    const qint64 stored = m_target->count(word("tasks"));
    QVERIFY(stored > 0 && stored < 5006);
    QCOMPARE(stored % 1000, 0); // whole portions only
    proxy.cutAfterClientBytes(-1);
    const CopyReport rest = copy(source(), through);
    QVERIFY(!rest.error);
    QCOMPARE(rest.tasks.fresh, 5006 - stored);
    QCOMPARE(there(tasksOf), here(tasksOf));
    undoThere(rest);
    QCOMPARE(m_target->count(word("tasks")), 0);
}

void TestWorkspaceCopy::aFullDiskIsSaidAndARepeatCompletesIt()
{
    m_source->bulk(5000);
    there("create function public.full_disk() returns trigger language plpgsql as 'begin "
          "if (select count(*) from public.tasks) > 3000 then raise exception using errcode = ''53100'', "
          "message = ''could not extend file \"base/1/2\": No space left on device''; end if; return null; "
          "end'; "
          "create trigger full_disk after insert on public.tasks execute function public.full_disk()");
    const CopyReport full = copy();
    QVERIFY(full.error);
    QVERIFY2(full.error->message.contains(u"disk"), qPrintable(full.error->message));
    QCOMPARE(m_target->count(word("tasks")), full.tasks.fresh);
    QVERIFY(full.tasks.fresh > 0 && full.tasks.fresh < 5006);
    QVERIFY(full.text({}, word("Neon")).contains(QStringLiteral("copying again completes it")));
    there("drop trigger full_disk on public.tasks");
    const CopyReport rest = copy();
    QVERIFY(!rest.error);
    QCOMPARE(there(tasksOf), here(tasksOf));
    undoThere(rest);
    QCOMPARE(m_target->count(word("tasks")), 0);
}

void TestWorkspaceCopy::aLostReplyDoublesNothing()
{
    m_source->bulk(1500);
    tests::ChaosProxy proxy(m_server->port());
    const app::CopyEnd through = end("Neon", proxy.through(m_target->database()), "local");
    app::WorkspaceCopy copying(source(), through, {m_client, QStringLiteral("tester"), {}}, core::Clock());
    QSignalSpy finished(&copying, &app::WorkspaceCopy::finished);
    connect(
        &copying, &app::WorkspaceCopy::progressed, this,
        [&proxy](int done, int) {
            if (done == 0)
                proxy.loseNextReply();
        },
        Qt::DirectConnection);
    copying.start();
    QVERIFY(finished.wait(patience));
    QVERIFY(finished.at(0).at(0).value<CopyReport>().error);
    QVERIFY(!copy().error);
    QCOMPARE(there(tasksOf), here(tasksOf));
}

void TestWorkspaceCopy::twentyThousandTasksTakeFewRoundTrips()
{
    m_source->bulk(20000);
    tests::ChaosProxy proxy(m_server->port());
    QElapsedTimer time;
    time.start();
    const CopyReport report = copy(source(), end("Neon", proxy.through(m_target->database()), "local"));
    QVERIFY(!report.error);
    QCOMPARE(report.tasks.fresh, 20006);
    qInfo("20,006 tasks: %d round trips, %lld ms", proxy.roundTrips(), time.elapsed());
    QVERIFY(proxy.roundTrips() < 40);
    QCOMPARE(there("select md5(string_agg(t::text, '')) from (select to_jsonb(t) - 'id' from tasks t order "
                   "by glow_uid) t"),
             here("select md5(string_agg(t::text, '')) from (select to_jsonb(t) - 'id' from tasks t order by "
                  "glow_uid) t"));
    proxy.reset();
    time.restart();
    QVERIFY(!copy(source(), end("Neon", proxy.through(m_target->database()), "local")).wroteAnything());
    qInfo("again: %d round trips, %lld ms", proxy.roundTrips(), time.elapsed());
    time.restart();
    undoThere(report);
    qInfo("undo: %lld ms", time.elapsed());
    QCOMPARE(m_target->count(word("tasks")), 0);
}

void TestWorkspaceCopy::clientsOfTheTargetSeeTheRevisionMove()
{
    tests::OpenReader open(m_target->database(), core::Clock());
    copy();
    QSignalSpy confirmed(&open.changes, &app::Changes::confirmed);
    open.changes.apply(open.changes.make(
        QStringLiteral("add"),
        {operation(Verb::Create, Entity::Task, core::newUid(), {{word("title"), word("Mine")}})}));
    QVERIFY(confirmed.wait(patience));
    QCOMPARE(confirmed.at(0).at(1).value<core::ApplyReply>().rows.value(Entity::Task).size(), 7);
}

QTEST_GUILESS_MAIN(TestWorkspaceCopy)
#include "tst_workspacecopy.moc"
