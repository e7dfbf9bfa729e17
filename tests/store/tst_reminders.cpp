#include "support/applyclient.h"

#include "core/taskfield.h"
#include "core/uid.h"
#include "store/taskquerysql.h"

#include <QtTest>

using namespace glow;
using namespace glow::tests;
using core::Reminder;

namespace {

const QString task = QStringLiteral("task");
const QString reminder = QStringLiteral("reminder");

Reminder reading(const QString& text)
{
    return *Reminder::fromText(text);
}

QString uidOf(const QString& owner, const QString& text)
{
    return core::uidText(core::reminderUid(QUuid(owner), reading(text)));
}

QJsonObject remind(const QString& owner, const QString& text)
{
    return create(reminder, uidOf(owner, text), core::reminderFields(QUuid(owner), reading(text)));
}

QStringList texts(const core::Task& of)
{
    QStringList all;
    for (const Reminder& each : of.reminders)
        all.append(each.toText());
    return all;
}

} // namespace

/// Reminders in the database (migration 0014) and what the read path says of them.
class TestReminders : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void aPageAndAReplyHaveThemInOrder();
    void theSameMadeTwiceIsOne();
    void itsUidIsMadeOfItsValue();
    void aReminderIsEitherAtATimeOrBefore_data();
    void aReminderIsEitherAtATimeOrBefore();
    void removingOneIsUndoneByRestore();
    void revertTakesOneBack();
    void aRestoredTaskHasThemAgain();
    void whatAForeignProgramDeletesComesBackWithThem();
    void aReminderOfATaskInTheTrashBringsItBack();
    void oneOfAnotherUsersTaskIsRefused();
    void theNextOccurrenceHasThem();
    void thoseOfSubtasksMoveAlong();
    void theNextOccurrenceWaitsForWhatIsStillOpen();
    void truncateIsRefused();

private:
    QString add(const QJsonObject& set = {});
    core::Task told(const QJsonObject& reply, const QString& uid) const;
    QString stored(const QString& of);

    TemporaryServer m_server;
    store::ConnectionString m_database;
    std::unique_ptr<ApplyClient> m_client;
    QString m_task;
};

void TestReminders::initTestCase()
{
    m_database = m_server.createDatabase();
    migrate(m_database);
    m_client = std::make_unique<ApplyClient>(m_database);
}

void TestReminders::init()
{
    m_client->user = QStringLiteral("local");
    m_client->sql(QStringLiteral("delete from tasks; select 1"));
    m_client->sql(QStringLiteral("delete from glowlist.trash; select 1"));
    m_task = add();
}

QString TestReminders::add(const QJsonObject& set)
{
    const QString made = uid();
    QJsonObject values{{QStringLiteral("title"), QStringLiteral("t")}};
    for (auto it = set.begin(); it != set.end(); ++it)
        values.insert(it.key(), it.value());
    m_client->apply({create(task, made, values)});
    return made;
}

core::Task TestReminders::told(const QJsonObject& reply, const QString& uid) const
{
    const QJsonArray rows = reply[u"rows"][u"task"].toArray();
    for (const QJsonValue& each : rows) {
        if (each[u"uid"].toString() == uid)
            return core::taskFromJson(each.toObject());
    }
    return {};
}

QString TestReminders::stored(const QString& of)
{
    return m_client->sql(QStringLiteral("select coalesce(string_agg(glowlist.reminder_value(r), ' ' order by "
                                        "r.before desc nulls last, r.at), '') from glowlist.reminder r where "
                                        "r.task = '%1'")
                             .arg(of));
}

void TestReminders::aPageAndAReplyHaveThemInOrder()
{
    ApplyClient other(m_database);
    other.send({});
    m_client->apply({remind(m_task, QStringLiteral("2026-11-27T09:00:30")),
                     remind(m_task, QStringLiteral("-PT30M")), remind(m_task, QStringLiteral("-P1D")),
                     remind(m_task, QStringLiteral("2026-11-26"))});
    const QStringList expected{QStringLiteral("-P1D"), QStringLiteral("-PT30M"), QStringLiteral("2026-11-26"),
                               QStringLiteral("2026-11-27T09:00:30")};
    const auto read =
        m_client->connection().query(store::taskquerysql::one(QStringLiteral("local"), QUuid(m_task)));
    QVERIFY(read.ok());
    const core::Task page = store::taskquerysql::readPage(read->value(0)).value(0).task;
    QCOMPARE(texts(page), expected);
    QCOMPARE(told(other.send({}), m_task).reminders, page.reminders);
    QCOMPARE(core::uidText(page.reminders.first().uid), uidOf(m_task, QStringLiteral("-P1D")));
}

void TestReminders::theSameMadeTwiceIsOne()
{
    m_client->apply({remind(m_task, QStringLiteral("-PT30M"))});
    const QJsonObject again = m_client->apply({remind(m_task, QStringLiteral("-PT30M"))});
    QCOMPARE(again[u"state"].toString(), QStringLiteral("applied"));
    QCOMPARE(stored(m_task), QStringLiteral("-PT30M"));
}

void TestReminders::itsUidIsMadeOfItsValue()
{
    for (const char* text : {"-PT30M", "-P1D", "2026-11-27T09:00", "2026-11-27T09:00:30", "2026-11-27"}) {
        m_client->apply({remind(m_task, QString::fromLatin1(text))});
        QCOMPARE(m_client->sql(QStringLiteral("select count(*) from glowlist.reminder r where r.uid <> "
                                              "glowlist.uid_v5(r.task, 'reminder:' || "
                                              "glowlist.reminder_value(r))")),
                 QStringLiteral("0"));
    }
}

void TestReminders::aReminderIsEitherAtATimeOrBefore_data()
{
    QTest::addColumn<QString>("fields");
    QTest::newRow("neither") << QStringLiteral("{}");
    QTest::newRow("both") << QStringLiteral("{'at':'2026-11-27T09:00','before':30}");
    QTest::newRow("after") << QStringLiteral("{'before':-30}");
    QTest::newRow("no time") << QStringLiteral("{'at':'tomorrow'}");
}

void TestReminders::aReminderIsEitherAtATimeOrBefore()
{
    QFETCH(QString, fields);
    QJsonObject set = json(fields);
    set.insert(QStringLiteral("task"), m_task);
    const QJsonObject refused = m_client->apply({create(reminder, uid(), set)});
    QCOMPARE(refused[u"state"].toString(), QStringLiteral("refused"));
    QCOMPARE(refused[u"code"].toString(), QStringLiteral("invalid"));
}

void TestReminders::removingOneIsUndoneByRestore()
{
    m_client->apply({remind(m_task, QStringLiteral("-PT30M")), remind(m_task, QStringLiteral("-P1D"))});
    m_client->apply({remove(reminder, uidOf(m_task, QStringLiteral("-PT30M")))});
    QCOMPARE(stored(m_task), QStringLiteral("-PT1440M"));
    m_client->apply({restore(reminder, uidOf(m_task, QStringLiteral("-PT30M")))});
    QCOMPARE(stored(m_task), QStringLiteral("-PT1440M -PT30M"));
}

void TestReminders::revertTakesOneBack()
{
    const QString group = uid();
    m_client->apply({remind(m_task, QStringLiteral("-PT30M"))}, group);
    m_client->apply(
        {QJsonObject{{QStringLiteral("do"), QStringLiteral("revert")}, {QStringLiteral("group"), group}}});
    QCOMPARE(stored(m_task), QString());
}

void TestReminders::aRestoredTaskHasThemAgain()
{
    m_client->apply(
        {remind(m_task, QStringLiteral("-PT30M")), remind(m_task, QStringLiteral("2026-11-27T09:00"))});
    m_client->apply({remove(task, m_task)});
    QCOMPARE(stored(m_task), QString());
    m_client->apply({restore(task, m_task)});
    QCOMPARE(stored(m_task), QStringLiteral("-PT30M 2026-11-27T09:00"));
}

void TestReminders::whatAForeignProgramDeletesComesBackWithThem()
{
    m_client->apply({remind(m_task, QStringLiteral("-PT30M"))});
    m_client->sql(QStringLiteral("delete from tasks; select 1"));
    m_client->apply({restore(task, m_task)});
    QCOMPARE(stored(m_task), QStringLiteral("-PT30M"));
}

void TestReminders::aReminderOfATaskInTheTrashBringsItBack()
{
    m_client->apply({remove(task, m_task)});
    m_client->apply({remind(m_task, QStringLiteral("-PT30M"))});
    QCOMPARE(stored(m_task), QStringLiteral("-PT30M"));
}

void TestReminders::oneOfAnotherUsersTaskIsRefused()
{
    m_client->sql(QStringLiteral("insert into users (id) values ('maya') on conflict do nothing; select 1"));
    m_client->user = QStringLiteral("maya");
    const QJsonObject refused = m_client->apply({remind(m_task, QStringLiteral("-PT30M"))});
    QCOMPARE(refused[u"code"].toString(), QStringLiteral("not_allowed"));
    QCOMPARE(stored(m_task), QString());
}

void TestReminders::theNextOccurrenceHasThem()
{
    const QString model = add(json(QStringLiteral("{'due_date':'2026-11-27T09:00','rrule':'FREQ=WEEKLY'}")));
    m_client->apply(
        {remind(model, QStringLiteral("-PT30M")), remind(model, QStringLiteral("2026-11-26T18:00"))});
    const QString next = core::uidText(core::occurrenceUid(QUuid(model), 2));
    QJsonObject made = create(task, next, json(QStringLiteral("{'due_date':'2026-12-04T09:00'}")));
    made.insert(QStringLiteral("like"), model);
    const QString group = uid();
    m_client->apply({made}, group);
    QCOMPARE(stored(next), QStringLiteral("-PT30M 2026-12-03T18:00"));
    QCOMPARE(stored(model), QStringLiteral("-PT30M 2026-11-26T18:00"));
    QCOMPARE(m_client->sql(QStringLiteral("select uid from glowlist.reminder where task = '%1' and at is not "
                                          "null")
                               .arg(next)),
             uidOf(next, QStringLiteral("2026-12-03T18:00")));
}

void TestReminders::thoseOfSubtasksMoveAlong()
{
    const QString model = add(json(QStringLiteral("{'due_date':'2026-11-27','rrule':'FREQ=DAILY'}")));
    const auto child = [&](bool done) {
        QJsonObject set = json(QStringLiteral("{'parent':'%1'}").arg(model));
        set.insert(QStringLiteral("completed"), done);
        return add(set);
    };
    const QString open = child(false);
    const QString done = child(true);
    for (const QString& each : {open, done}) {
        // The second takes the place of the first.
        m_client->apply({remind(each, QStringLiteral("-PT30M")),
                         remind(each, QStringLiteral("2026-11-26T18:00")),
                         remind(each, QStringLiteral("2026-11-27T18:00"))});
    }
    const QString next = uid();
    QJsonObject made = create(task, next, json(QStringLiteral("{'due_date':'2026-11-28'}")));
    made.insert(QStringLiteral("like"), model);
    const QString group = uid();
    m_client->apply({made}, group);
    const QString later = QStringLiteral("-PT30M 2026-11-27T18:00 2026-11-28T18:00");
    QCOMPARE(stored(open), later);
    QCOMPARE(stored(core::uidText(QUuid::createUuidV5(QUuid(next), done))), later);
    QCOMPARE(stored(done), QStringLiteral("-PT30M 2026-11-26T18:00 2026-11-27T18:00"));
    m_client->apply(
        {QJsonObject{{QStringLiteral("do"), QStringLiteral("revert")}, {QStringLiteral("group"), group}}});
    QCOMPARE(stored(open), QStringLiteral("-PT30M 2026-11-26T18:00 2026-11-27T18:00"));
}

void TestReminders::theNextOccurrenceWaitsForWhatIsStillOpen()
{
    const QString model = add(json(QStringLiteral("{'due_date':'2026-11-27','rrule':'FREQ=DAILY'}")));
    const QString open = add();
    const QString done = add(json(QStringLiteral("{'completed':true}")));
    for (const QString& blocker : {open, done}) {
        m_client->apply({create(QStringLiteral("dependency"),
                                core::uidText(core::dependencyUid(QUuid(model), QUuid(blocker))),
                                json(QStringLiteral("{'task':'%1','blocker':'%2'}").arg(model, blocker)))});
    }
    const QString next = uid();
    QJsonObject made = create(task, next, json(QStringLiteral("{'due_date':'2026-11-28'}")));
    made.insert(QStringLiteral("like"), model);
    m_client->apply({made});
    QCOMPARE(
        m_client->sql(QStringLiteral("select uid || ' ' || blocker from glowlist.dependency where task = "
                                     "'%1'")
                          .arg(next)),
        core::uidText(core::dependencyUid(QUuid(next), QUuid(open))) + u' ' + open);
}

void TestReminders::truncateIsRefused()
{
    store::Database other;
    QVERIFY(other.open(m_database).ok());
    QVERIFY(!other.query(QStringLiteral("truncate glowlist.reminder")));
}

QTEST_GUILESS_MAIN(TestReminders)
#include "tst_reminders.moc"
