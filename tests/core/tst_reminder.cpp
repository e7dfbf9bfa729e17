#include "core/quickadd/datewords.h"
#include "core/reminder.h"

#include <QTimeZone>
#include <QtTest>

using namespace glow;
using core::Reminder;
using core::WallTime;

class TestReminder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTextIsReadAndWritten_data();
    void aTextIsReadAndWritten();
    void whatIsNoReminderIsNotRead();
    void itFiresAt_data();
    void itFiresAt();
    void withoutADueDateNothingIsBefore();
    void beforeDueNeverFiresAfterIt();
    void theEarliestStandsFirst();
    void aPhraseIsRead_data();
    void aPhraseIsRead();
};

void TestReminder::aTextIsReadAndWritten_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("written");
    const auto row = [](const char* text, const char* value, const char* written) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(value)
                            << QString::fromLatin1(written);
    };
    row("-PT30M", "-PT30M", "-PT30M");
    row("-PT1H", "-PT60M", "-PT1H");
    row("-PT90M", "-PT90M", "-PT1H30M");
    row("-P1D", "-PT1440M", "-P1D");
    row("-P1W", "-PT10080M", "-P7D");
    row("-P1DT2H", "-PT1560M", "-PT26H");
    row("-PT0M", "-PT0M", "-PT0M");
    row("2026-11-27T09:00", "2026-11-27T09:00", "2026-11-27T09:00");
    row("2026-11-27", "2026-11-27", "2026-11-27");
}

void TestReminder::aTextIsReadAndWritten()
{
    QFETCH(QString, text);
    const auto reminder = Reminder::fromText(text);
    QVERIFY(reminder);
    QTEST(reminder->value(), "value");
    QTEST(reminder->toText(), "written");
    const QUuid task = QUuid::createUuid();
    const auto back = core::reminderFromFields({}, core::reminderFields(task, *reminder));
    QCOMPARE(back.value(), reminder->value());
    QCOMPARE(core::reminderUid(task, back), core::reminderUid(task, *reminder));
}

void TestReminder::whatIsNoReminderIsNotRead()
{
    for (const char* text : {"", "-", "-P", "-PT", "-P1DT", "PT30M", "-P1M", "-PT1S", "soon", "-P999999999D"})
        QVERIFY2(!Reminder::fromText(QString::fromLatin1(text)), text);
}

void TestReminder::itFiresAt_data()
{
    QTest::addColumn<QString>("reminder");
    QTest::addColumn<QString>("due");
    QTest::addColumn<QString>("dueZone");
    QTest::addColumn<QString>("fires"); // UTC; this computer stands in Berlin
    const auto row = [](const char* name, const char* reminder, const char* due, const char* dueZone,
                        const char* fires) {
        QTest::newRow(name) << QString::fromLatin1(reminder) << QString::fromLatin1(due)
                            << QString::fromLatin1(dueZone) << QString::fromLatin1(fires);
    };
    row("at a time", "2026-11-27T09:00", "", "", "2026-11-27T08:00");
    row("at a time, whatever the zone of the due time", "2026-11-27T09:00", "2026-11-27T12:00",
        "America/New_York", "2026-11-27T08:00");
    row("on a day", "2026-11-27", "", "", "2026-11-27T08:00");
    row("30 minutes before", "-PT30M", "2026-11-27T09:00", "", "2026-11-27T07:30");
    row("when it is due", "-PT0M", "2026-11-27T09:00", "", "2026-11-27T08:00");
    row("in the zone of the due time", "-PT30M", "2026-11-27T09:00", "America/New_York", "2026-11-27T13:30");
    row("a zone that nobody knows", "-PT30M", "2026-11-27T09:00", "Mars/Olympus", "2026-11-27T07:30");
    row("a day without a time counts from the morning", "-P1D", "2026-11-27", "", "2026-11-26T08:00");
    row("and that is the morning here", "-PT60M", "2026-11-27", "America/New_York", "2026-11-27T07:00");
    row("a skipped time is the one after the gap", "2026-03-29T02:30", "", "", "2026-03-29T01:30");
    row("a due time in the gap", "-PT30M", "2026-03-29T02:30", "", "2026-03-29T01:00");
    row("minutes pass across the gap", "-PT30M", "2026-03-29T03:10", "", "2026-03-29T00:40");
    row("a day before the gap keeps its hour", "-P1D", "2026-03-29T09:00", "", "2026-03-28T08:00");
    row("a day before ends in the gap", "-P1D", "2026-03-30T02:30", "", "2026-03-29T01:30");
    row("of a time that comes twice the first", "2026-10-25T02:30", "", "", "2026-10-25T00:30");
    row("a day before the second hour keeps its hour", "-P1D", "2026-10-25T09:00", "", "2026-10-24T07:00");
    row("a day and two hours", "-P1DT2H", "2026-10-25T09:00", "", "2026-10-24T05:00");
}

void TestReminder::itFiresAt()
{
    QFETCH(QString, reminder);
    QFETCH(QString, due);
    QFETCH(QString, dueZone);
    const QDateTime fires = core::fireTime(*Reminder::fromText(reminder), WallTime::fromText(due), dueZone,
                                           QStringLiteral("Europe/Berlin"));
    QCOMPARE(fires.timeSpec(), Qt::UTC);
    QTEST(fires.toString(QStringLiteral("yyyy-MM-ddTHH:mm")), "fires");
}

void TestReminder::withoutADueDateNothingIsBefore()
{
    QVERIFY(!core::fireTime(Reminder::beforeDue(30), {}).isValid());
}

void TestReminder::beforeDueNeverFiresAfterIt()
{
    const QString berlin = QStringLiteral("Europe/Berlin");
    for (QDateTime due(QDate(2026, 3, 28), QTime(12, 0), Qt::UTC); due.date() < QDate(2026, 3, 31);
         due = due.addSecs(600)) {
        const WallTime wall{due.date(), due.time()};
        const QDateTime at = core::fireTime(Reminder::beforeDue(0), wall, {}, berlin);
        for (const int minutes : {1, 30, 60, 90, 180})
            QCOMPARE(core::fireTime(Reminder::beforeDue(minutes), wall, {}, berlin),
                     at.addSecs(-60LL * minutes));
        QVERIFY(core::fireTime(Reminder::beforeDue(24 * 60), wall, {}, berlin) < at);
    }
}

void TestReminder::theEarliestStandsFirst()
{
    QList<Reminder> all;
    for (const char* text : {"2026-11-27T09:00", "-PT30M", "2026-11-26T09:00", "-P1D"})
        all.append(*Reminder::fromText(QString::fromLatin1(text)));
    std::sort(all.begin(), all.end(), core::comesBefore);
    QStringList texts;
    for (const Reminder& each : all)
        texts.append(each.toText());
    QCOMPARE(texts.join(u' '), QStringLiteral("-P1D -PT30M 2026-11-26T09:00 2026-11-27T09:00"));
}

void TestReminder::aPhraseIsRead_data()
{
    QTest::addColumn<QString>("phrase");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("read");
    const auto row = [](const char* phrase, const char* read, const char* locale = "en-GB") {
        QTest::newRow(phrase) << QString::fromUtf8(phrase) << QString::fromLatin1(locale)
                              << QString::fromLatin1(read);
    };
    row("30 min before", "-PT30M");
    row("  2 Hours  before ", "-PT2H");
    row("1 day before", "-P1D");
    row("1 week before", "-P7D");
    row("0 min before", "-PT0M");
    row("-PT45M", "-PT45M");
    row("18:00", "2026-11-23T18:00");
    row("9:00", "2026-11-24T09:00");
    row("tomorrow 9am", "2026-11-24T09:00");
    row("friday", "2026-11-27T09:00");
    row("2026-12-01", "2026-12-01T09:00");
    row("2026-12-01T14:30", "2026-12-01T14:30");
    row("30 Minuten vorher", "-PT30M", "de-DE");
    row("1 Tag vorher", "-P1D", "de-DE");
    row("morgen 9 Uhr", "2026-11-24T09:00", "de-DE");
    row("sometime", "");
    row("30 min", "");
    row("30 min before lunch", "");
    row("call tomorrow 9am", "");
    row("", "");
}

void TestReminder::aPhraseIsRead()
{
    QFETCH(QString, phrase);
    QFETCH(QString, locale);
    const auto read =
        core::parseReminderPhrase(phrase, QDateTime(QDate(2026, 11, 23), QTime(16, 40)), QLocale(locale));
    QTEST(read ? read->toText() : QString(), "read");
}

QTEST_GUILESS_MAIN(TestReminder)
#include "tst_reminder.moc"
