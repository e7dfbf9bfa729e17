#include "core/recurrence/nextoccurrence.h"
#include "core/uid.h"

#include <QTest>
#include <QTimeZone>

using namespace glow::core;

namespace {

WallTime at(const QString& text)
{
    return *WallTime::fromText(text);
}

QDateTime moment(const QString& text, const char* zone = "Europe/Berlin")
{
    const WallTime time = at(text);
    return QDateTime(time.date, time.time.value_or(QTime(12, 0)), QTimeZone(zone));
}

Task recurring(const QString& rule, const QString& due)
{
    Task task;
    task.uid = QUuid(QStringLiteral("6ba7b810-9dad-11d1-80b4-00c04fd430c8"));
    task.title = QStringLiteral("Water the lemon trees");
    task.rrule = rule;
    if (!due.isEmpty())
        task.due = at(due);
    task.path = QStringLiteral("m5kQ2a1b2c");
    return task;
}

QStringList series(Task task, int most, const QString& doneAt = QStringLiteral("2026-11-24T20:00"))
{
    QStringList dates;
    for (int i = 0; i < most; ++i) {
        const auto next = nextOccurrence(task, moment(doneAt));
        if (!next)
            break;
        dates.append(next->due->toText());
        task = *next;
    }
    return dates;
}

} // namespace

class TestNextOccurrence : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theUidFollowsFromTheSeriesAndTheNumber();
    void dueDatesFollowTheRule_data();
    void dueDatesFollowTheRule();
    void completionCountsFromTheDayItWasDone();
    void aFixedZoneHasItsOwnDay();
    void startAndDeadlineKeepTheirDistance();
    void anOccurrenceMovedAloneLeavesTheSeries();
    void skippingGoesToTheNextDate();
    void skippingTakesRemindersAlong();
    void aRuleThatIsNoneJustCompletes();
    void aForeignCompletionIsContinuedOnce();
    void theUndoOfACompletionIsARevert();
};

void TestNextOccurrence::theUidFollowsFromTheSeriesAndTheNumber()
{
    const Task first = recurring(QStringLiteral("FREQ=DAILY"), QStringLiteral("2026-11-23"));
    const Task second = *nextOccurrence(first, moment(QStringLiteral("2026-11-23")));
    const Task third = *nextOccurrence(second, moment(QStringLiteral("2026-11-24")));
    QCOMPARE(second.uid, QUuid::createUuidV5(first.uid, QStringLiteral("2")));
    QCOMPARE(third.uid, QUuid::createUuidV5(first.uid, QStringLiteral("3")));
    QCOMPARE(third.series, first.uid);
    QVERIFY(second.path.startsWith(QStringLiteral("m5kQ2a")) && second.path.size() == first.path.size());
    QCOMPARE(second, *nextOccurrence(first, moment(QStringLiteral("2027-05-01"))));
}

void TestNextOccurrence::dueDatesFollowTheRule_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("due");
    QTest::addColumn<QString>("dates");
    const auto row = [](const char* rule, const char* due, const char* dates) {
        QTest::newRow(rule) << QString::fromLatin1(rule) << QString::fromLatin1(due)
                            << QString::fromLatin1(dates);
    };
    row("FREQ=DAILY", "2026-11-01", "2026-11-02 2026-11-03 2026-11-04 2026-11-05");
    row("FREQ=DAILY;COUNT=3", "2026-11-01", "2026-11-02 2026-11-03");
    row("FREQ=DAILY;UNTIL=20261103", "2026-11-01", "2026-11-02 2026-11-03");
    row("FREQ=WEEKLY;BYDAY=FR;COUNT=2", "2026-11-24", "2026-11-27 2026-12-04"); // begun on a Tuesday
    row("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", "2026-01-31",
        "2026-02-28 2026-03-31 2026-04-30 2026-05-31");
    row("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "2026-11-25T09:00",
        "2026-12-07T09:00 2026-12-09T09:00 2026-12-21T09:00 2026-12-23T09:00");
    // The hours that Berlin skips and has twice: wall-clock times stay what they are.
    row("FREQ=DAILY;INTERVAL=1", "2027-03-27T02:30",
        "2027-03-28T02:30 2027-03-29T02:30 2027-03-30T02:30 2027-03-31T02:30");
    row("FREQ=YEARLY", "2024-02-29", "2028-02-29 2032-02-29 2036-02-29 2040-02-29");
}

void TestNextOccurrence::dueDatesFollowTheRule()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, due);
    QFETCH(const QString, dates);
    QCOMPARE(series(recurring(rule, due), 4).join(u' '), dates);
}

void TestNextOccurrence::completionCountsFromTheDayItWasDone()
{
    Task task =
        recurring(QStringLiteral("FREQ=DAILY;INTERVAL=3;COUNT=3"), QStringLiteral("2026-11-01T09:00"));
    task.fromCompletion = true;
    QCOMPARE(series(task, 5).join(u' '), QStringLiteral("2026-11-27T09:00 2026-11-27T09:00"));
    task.due.reset();
    QCOMPARE(series(task, 1).join(u' '), QStringLiteral("2026-11-27"));
    Task hourly = recurring(QStringLiteral("FREQ=HOURLY;INTERVAL=4"), QStringLiteral("2026-11-01T09:00"));
    hourly.fromCompletion = true;
    QCOMPARE(series(hourly, 1).join(u' '), QStringLiteral("2026-11-25T00:00"));
}

void TestNextOccurrence::aFixedZoneHasItsOwnDay()
{
    Task task = recurring(QStringLiteral("FREQ=DAILY"), QStringLiteral("2026-11-01T09:00"));
    task.fromCompletion = true;
    task.dueZone = QStringLiteral("Asia/Tokyo"); // where 20:00 in Berlin is the next morning
    QCOMPARE(series(task, 1).join(u' '), QStringLiteral("2026-11-26T09:00"));
}

void TestNextOccurrence::startAndDeadlineKeepTheirDistance()
{
    Task task = recurring(QStringLiteral("FREQ=MONTHLY"), QStringLiteral("2026-11-10"));
    task.start = at(QStringLiteral("2026-11-08T07:00"));
    task.deadline = at(QStringLiteral("2026-11-12"));
    const Task next = *nextOccurrence(task, moment(QStringLiteral("2026-11-10")));
    QCOMPARE(next.start->toText(), QStringLiteral("2026-12-08T07:00"));
    QCOMPARE(next.deadline->toText(), QStringLiteral("2026-12-12"));
}

void TestNextOccurrence::anOccurrenceMovedAloneLeavesTheSeries()
{
    Task task = recurring(QStringLiteral("FREQ=WEEKLY"), QStringLiteral("2026-11-27"));
    const QJsonObject set{{QStringLiteral("due_date"), QStringLiteral("2026-12-05")}};
    const QJsonObject beside = seriesValues(task, set, true);
    QCOMPARE(beside[u"scheduled"].toString(), QStringLiteral("2026-11-27"));
    task.scheduled = at(QStringLiteral("2026-11-27"));
    for (const auto& [due, dates] :
         {std::pair{"2026-11-26", "2026-12-04 2026-12-11"}, std::pair{"2026-11-30", "2026-12-04 2026-12-11"},
          std::pair{"2026-12-05", "2026-12-11 2026-12-18"}}) {
        task.due = at(QString::fromLatin1(due));
        QCOMPARE(series(task, 2).join(u' '), QString::fromLatin1(dates));
    }
    QVERIFY(seriesValues(task, set, true).isEmpty()); // moved again: the rule's date stays the first
    task.series = newUid();
    task.occurrence = 4;
    const QJsonObject anew = seriesValues(task, set, false);
    QCOMPARE(anew.keys(), QStringList({QStringLiteral("occurrence"), QStringLiteral("scheduled"),
                                       QStringLiteral("series")}));
    QVERIFY(anew[u"series"].isNull());
}

void TestNextOccurrence::skippingGoesToTheNextDate()
{
    const Task task = recurring(QStringLiteral("FREQ=WEEKLY;COUNT=3"), QStringLiteral("2026-11-27"));
    const QList<Operation> skip = skipping(task, moment(QStringLiteral("2026-11-24")));
    QCOMPARE(skip.size(), 1);
    QCOMPARE(skip.constFirst().set[u"due_date"].toString(), QStringLiteral("2026-12-04"));
    QCOMPARE(skip.constFirst().set[u"occurrence"].toInt(), 2);
    QVERIFY(!skip.constFirst().set.contains(u"completed"));
    Task last = task;
    last.occurrence = 3;
    QVERIFY(skipping(last, moment(QStringLiteral("2026-11-24"))).isEmpty());
}

void TestNextOccurrence::skippingTakesRemindersAlong()
{
    Task task = recurring(QStringLiteral("FREQ=DAILY"), QStringLiteral("2026-11-27T09:00"));
    for (const char* text : {"-PT30M", "2026-11-26T18:00", "2026-11-27T18:00"}) {
        Reminder reminder = *Reminder::fromText(QString::fromLatin1(text));
        reminder.uid = reminderUid(task.uid, reminder);
        task.reminders.append(reminder);
    }
    QStringList done;
    for (const Operation& each : skipping(task, moment(QStringLiteral("2026-11-24T20:00")))) {
        if (each.on != Entity::Reminder)
            continue;
        const bool made = each.verb == Verb::Create;
        const Reminder reminder = reminderFromFields(each.uid, made ? each.set : each.was);
        QCOMPARE(each.uid, reminderUid(task.uid, reminder));
        done.append((made ? u'+' : u'-') + reminder.toText());
    }
    // The second stands where the first goes to; the one before the due time needs nothing.
    QCOMPARE(done.join(u' '), QStringLiteral("-2026-11-26T18:00 +2026-11-28T18:00"));
}

void TestNextOccurrence::aRuleThatIsNoneJustCompletes()
{
    const QList<Operation> operations =
        completion(recurring(QStringLiteral("every full moon"), {}), moment(QStringLiteral("2026-11-24")));
    QCOMPARE(operations.size(), 1);
    QVERIFY(operations.constFirst().set[u"continued"].toBool());
    const QList<Operation> plain = completion(recurring({}, {}), moment(QStringLiteral("2026-11-24")));
    QCOMPARE(plain.constFirst().set.keys(), QStringList{QStringLiteral("completed")});
}

void TestNextOccurrence::aForeignCompletionIsContinuedOnce()
{
    Task task = recurring(QStringLiteral("FREQ=DAILY"), QStringLiteral("2026-11-23"));
    QVERIFY(continuation(task).isEmpty()); // open
    task.completed = true;
    task.completedAt = QDateTime(QDate(2026, 11, 23), QTime(10, 0), Qt::UTC);
    const QList<Operation> operations = continuation(task);
    QCOMPARE(operations.size(), 2);
    QCOMPARE(operations.at(1).uid, occurrenceUid(task.uid, 2));
    QCOMPARE(operations.at(1).like, task.uid);
    task.continued = true;
    QVERIFY(continuation(task).isEmpty());
}

void TestNextOccurrence::theUndoOfACompletionIsARevert()
{
    const Task task = recurring(QStringLiteral("FREQ=DAILY"), QStringLiteral("2026-11-23"));
    const Change change{newUid(), {}, {}, {}, completion(task, moment(QStringLiteral("2026-11-23")))};
    const Change back = inverse(change, QDateTime::currentDateTime());
    QCOMPARE(back.operations.size(), 2);
    QCOMPARE(back.operations.at(0).set[u"completed"].toBool(true), false);
    QCOMPARE(back.operations.at(1).verb, Verb::Revert);
    QCOMPARE(back.operations.at(1).uid, change.id);
    const Change again = inverse(back, QDateTime::currentDateTime());
    QCOMPARE(again.operations.at(0).verb, Verb::Revert);
    QCOMPARE(again.operations.at(0).uid, back.id);
    QCOMPARE(changeFromJson(toJson(change))->operations, change.operations);
}

QTEST_GUILESS_MAIN(TestNextOccurrence)
#include "tst_nextoccurrence.moc"
