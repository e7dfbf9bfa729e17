#include "core/recurrence/occurrences.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

using glow::core::occurrences;
using glow::core::RecurrenceRule;
using glow::core::WallTime;

namespace {

WallTime at(const QString& text)
{
    return *WallTime::fromText(text);
}

QStringList after(const QString& rule, const QString& start, const QString& moment, int wanted)
{
    QStringList texts;
    for (const WallTime& each : occurrences(*RecurrenceRule::fromText(rule), at(start), at(moment), wanted))
        texts.append(each.toText());
    return texts;
}

} // namespace

class TestRecurrence : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theNextDatesOfARule_data();
    void theNextDatesOfARule();
    void aBrokenRuleIsExplained_data();
    void aBrokenRuleIsExplained();
    void aRuleThatNeverComesAgainEnds_data();
    void aRuleThatNeverComesAgainEnds();
    void aRuleIsWrittenAsItIsRead();
    void randomRulesAgreeWithDateutil();
};

void TestRecurrence::theNextDatesOfARule_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("start");
    QTest::addColumn<QStringList>("dates");
    const auto row = [](const char* name, const char* rule, const char* start, const char* dates) {
        QTest::newRow(name) << QString::fromLatin1(rule) << QString::fromLatin1(start)
                            << QString::fromLatin1(dates).split(u' ', Qt::SkipEmptyParts);
    };
    row("every day", "FREQ=DAILY", "2026-11-23", "2026-11-24 2026-11-25 2026-11-26");
    row("with a time", "FREQ=DAILY", "2026-11-23T09:00",
        "2026-11-24T09:00 2026-11-25T09:00 2026-11-26T09:00");
    row("with the prefix", "RRULE:FREQ=WEEKLY", "2026-11-23", "2026-11-30 2026-12-07 2026-12-14");
    row("last Friday", "FREQ=MONTHLY;BYDAY=-1FR", "2026-11-27T17:00",
        "2026-12-25T17:00 2027-01-29T17:00 2027-02-26T17:00");
    row("third Tuesday", "FREQ=MONTHLY;BYDAY=3TU", "2026-11-17", "2026-12-15 2027-01-19 2027-02-16");
    row("last day", "FREQ=MONTHLY;BYMONTHDAY=-1", "2026-01-31", "2026-02-28 2026-03-31 2026-04-30");
    row("the 31st, clamped", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", "2026-01-31",
        "2026-02-28 2026-03-31 2026-04-30");
    row("the 31st, where there is one", "FREQ=MONTHLY", "2026-01-31", "2026-03-31 2026-05-31 2026-07-31");
    row("29 February", "FREQ=YEARLY", "2024-02-29", "2028-02-29 2032-02-29 2036-02-29");
    row("every second week on two days", "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE", "2026-11-25",
        "2026-12-07 2026-12-09 2026-12-21");
    row("count", "FREQ=DAILY;COUNT=3", "2026-11-23", "2026-11-24 2026-11-25");
    row("count, begun beside the rule", "FREQ=WEEKLY;BYDAY=FR;COUNT=2", "2026-11-24",
        "2026-11-27 2026-12-04");
    row("until", "FREQ=DAILY;UNTIL=20261125", "2026-11-23", "2026-11-24 2026-11-25");
    row("until with a time, days", "FREQ=DAILY;UNTIL=20261125T120000", "2026-11-23", "2026-11-24 2026-11-25");
    row("until before", "FREQ=DAILY;UNTIL=20261101", "2026-11-23", "");
    row("last workday", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "2026-11-30",
        "2026-12-31 2027-01-29 2027-02-26");
    row("hours of a date are its days", "FREQ=HOURLY;INTERVAL=8", "2026-11-23",
        "2026-11-24 2026-11-25 2026-11-26");
    row("hours", "FREQ=HOURLY;INTERVAL=8", "2026-11-23T20:00",
        "2026-11-24T04:00 2026-11-24T12:00 2026-11-24T20:00");
}

void TestRecurrence::theNextDatesOfARule()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, start);
    QFETCH(const QStringList, dates);
    QCOMPARE(after(rule, start, start, 3).join(u' '), dates.join(u' '));
}

void TestRecurrence::aBrokenRuleIsExplained_data()
{
    QTest::addColumn<QString>("rule");
    for (const char* rule : {"",
                             "nonsense",
                             "FREQ=",
                             "FREQ=FORTNIGHTLY",
                             "INTERVAL=2",
                             "FREQ=DAILY;INTERVAL=0",
                             "FREQ=DAILY;COUNT=0",
                             "FREQ=DAILY;COUNT=3;UNTIL=20270101",
                             "FREQ=DAILY;COLOUR=red",
                             "FREQ=WEEKLY;BYDAY=XX",
                             "FREQ=MONTHLY;BYDAY=0MO",
                             "FREQ=WEEKLY;BYDAY=2MO",
                             "FREQ=MONTHLY;BYMONTHDAY=32",
                             "FREQ=MONTHLY;BYMONTHDAY=",
                             "FREQ=DAILY;UNTIL=tomorrow",
                             "FREQ=DAILY;UNTIL=20261345",
                             "FREQ=DAILY;FREQ=DAILY",
                             "FREQ=DAILY;BYSETPOS=1",
                             "FREQ=MONTHLY;BYWEEKNO=3",
                             "FREQ=DAILY;INTERVAL=99999999999",
                             "FREQ=DAILY;BYHOUR=24",
                             "FREQ=DAILY;INTERVAL=2x"})
        QTest::newRow(rule) << QString::fromLatin1(rule);
}

void TestRecurrence::aBrokenRuleIsExplained()
{
    QFETCH(const QString, rule);
    const auto read = RecurrenceRule::fromText(rule);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, glow::core::ErrorKind::Invalid);
    QVERIFY2(read.error().message.endsWith(u'.'), qPrintable(read.error().message));
}

void TestRecurrence::aRuleThatNeverComesAgainEnds_data()
{
    QTest::addColumn<QString>("rule");
    for (const char* rule : {"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30",
                             "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30",
                             "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=31", "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
                             "FREQ=HOURLY;INTERVAL=24;BYHOUR=5", "FREQ=SECONDLY;INTERVAL=60;BYSECOND=7",
                             "FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6;BYDAY=MO", "FREQ=DAILY;COUNT=1",
                             "FREQ=SECONDLY;INTERVAL=7;BYHOUR=3;BYMINUTE=3;BYSECOND=3;BYSETPOS=2",
                             "FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1", "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1"})
        QTest::newRow(rule) << QString::fromLatin1(rule);
}

void TestRecurrence::aRuleThatNeverComesAgainEnds()
{
    QFETCH(const QString, rule);
    const QString start = QStringLiteral("2026-11-23T09:00");
    QCOMPARE(after(rule, start, start, 5), QStringList());
}

void TestRecurrence::aRuleIsWrittenAsItIsRead()
{
    for (const char* text :
         {"FREQ=MONTHLY;INTERVAL=2;BYDAY=-1FR;COUNT=7", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
          "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU;UNTIL=20300101T120000Z",
          "FREQ=WEEKLY;BYDAY=MO,FR;WKST=SU;UNTIL=20300101"})
        QCOMPARE(RecurrenceRule::fromText(QString::fromLatin1(text))->toText(), QString::fromLatin1(text));
}

/// GLOWLIST_RULES sets how many, GLOWLIST_SEED which.
void TestRecurrence::randomRulesAgreeWithDateutil()
{
    const QString number = qEnvironmentVariable("GLOWLIST_RULES", QStringLiteral("1000"));
    QProcess dateutil;
    dateutil.start(QStringLiteral("python3"),
                   {QStringLiteral(GLOWLIST_SOURCE_DIR "/tests/support/randomrules.py"), number,
                    qEnvironmentVariable("GLOWLIST_SEED", QStringLiteral("1"))});
    QVERIFY2(dateutil.waitForFinished(-1) && dateutil.exitCode() == 0,
             dateutil.readAllStandardError().constData());
    const QList<QByteArray> lines = dateutil.readAllStandardOutput().trimmed().split('\n');
    QCOMPARE(QString::number(lines.size()), number);
    int wrong = 0;
    int empty = 0;
    for (const QByteArray& line : lines) {
        const QJsonObject given = QJsonDocument::fromJson(line).object();
        const QString rule = given[u"rule"].toString();
        const WallTime start{QDate::fromString(given[u"start"].toString().left(10), Qt::ISODate),
                             QTime::fromString(given[u"start"].toString().mid(11), Qt::ISODate)};
        const auto read = RecurrenceRule::fromText(rule);
        QVERIFY2(read, qPrintable(rule + (read ? QString() : read.error().message)));
        QStringList expected;
        for (const QJsonValueRef each : given[u"dates"].toArray())
            expected.append(each.toString());
        QStringList found;
        for (const WallTime& each : occurrences(*read, start, start, 5)) {
            const QString text = each.date.toString(Qt::ISODate) + u'T' + each.time->toString(Qt::ISODate);
            if (text <= given[u"horizon"].toString())
                found.append(text);
        }
        empty += expected.isEmpty() ? 1 : 0;
        if (found == expected)
            continue;
        if (++wrong <= 20)
            qWarning().noquote() << rule << "from" << given[u"start"].toString() << "\n  dateutil"
                                 << expected.join(u' ') << "\n  here    " << found.join(u' ');
    }
    qInfo("%d rules, %d without a next date", static_cast<int>(lines.size()), empty);
    QCOMPARE(wrong, 0);
}

QTEST_GUILESS_MAIN(TestRecurrence)
#include "tst_recurrence.moc"
