#include "core/recurrence/recurrencetext.h"

#include <QTest>

using namespace glow::core;

/// Words for rules in English; German ones are translations of the same pieces.
class TestRecurrenceText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aRuleInWords_data();
    void aRuleInWords();
    void aPhraseIsReadBack_data();
    void aPhraseIsReadBack();
    void aRuleFollowsItsDate();
};

void TestRecurrenceText::aRuleInWords_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* rule, const char* words) {
        QTest::newRow(rule) << QString::fromLatin1(rule) << QString::fromLatin1(words);
    };
    row("FREQ=DAILY", "Every day at 17:00");
    row("FREQ=WEEKLY", "Every week on Friday at 17:00");
    row("FREQ=WEEKLY;BYDAY=FR,MO", "Every week on Monday and Friday at 17:00");
    row("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "Every workday at 17:00");
    row("FREQ=MONTHLY;BYDAY=-1FR", "Every month on the last Friday at 17:00");
    row("FREQ=MONTHLY;BYDAY=3TU;COUNT=5", "Every month on the third Tuesday at 17:00, 5 times");
    row("FREQ=MONTHLY", "Every month on the 27th at 17:00");
    row("FREQ=MONTHLY;BYMONTHDAY=1,15", "Every month on the 1st and the 15th at 17:00");
    row("FREQ=MONTHLY;BYMONTHDAY=-1", "Every month on the last day at 17:00");
    row("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1",
        "Every month on the 31st or the last day at 17:00");
    row("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "Every month on the last workday at 17:00");
    row("FREQ=YEARLY", "Every year on 27 November at 17:00");
    row("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=2", "Every year on 2 March at 17:00");
    row("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "Every year on the last Sunday of March at 17:00");
    row("FREQ=WEEKLY;UNTIL=20261231T235959", "Every week on Friday at 17:00, until 31 Dec");
    row("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "By the rule FREQ=YEARLY;BYDAY=MO;BYWEEKNO=20");
}

void TestRecurrenceText::aRuleInWords()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, words);
    const auto read = RecurrenceRule::fromText(rule);
    QVERIFY(read);
    QString text = recurrenceText(*read, false, *WallTime::fromText(u"2026-11-27T17:00"), QLocale::c());
    QCOMPARE(text.replace(QStringLiteral("%n"), QStringLiteral("5")), words);
}

void TestRecurrenceText::aPhraseIsReadBack_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("phrase");
    const auto row = [](const char* rule, const char* phrase) {
        QTest::newRow(rule) << QString::fromLatin1(rule) << QString::fromLatin1(phrase);
    };
    row("FREQ=DAILY", "every day at 17:00");
    row("FREQ=MONTHLY;BYDAY=-1FR", "every last friday at 17:00");
    row("FREQ=WEEKLY;BYDAY=FR", "every friday at 17:00");
    row("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "every other friday at 17:00");
    row("FREQ=MONTHLY;BYMONTHDAY=-1", "every last day at 17:00");
    row("FREQ=DAILY;INTERVAL=3;COUNT=4", "every 3 days at 17:00 for 4 times");
    row("FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=27", "every 27 november at 17:00");
    row("FREQ=YEARLY;BYWEEKNO=20", "FREQ=YEARLY;BYWEEKNO=20");
}

void TestRecurrenceText::aPhraseIsReadBack()
{
    QFETCH(const QString, rule);
    QFETCH(const QString, phrase);
    const QDateTime now(QDate(2026, 11, 23), QTime(10, 0));
    const QString made =
        recurrencePhrase(*RecurrenceRule::fromText(rule), false, *WallTime::fromText(u"2026-11-27T17:00"),
                         now, QLocale(QLocale::English));
    QCOMPARE(made.toLower(), phrase.toLower());
}

void TestRecurrenceText::aRuleFollowsItsDate()
{
    const auto moved = [](const char* rule, const QDate& date) {
        return ruleOn(*RecurrenceRule::fromText(QString::fromLatin1(rule)), date).toText();
    };
    QCOMPARE(moved("FREQ=WEEKLY;BYDAY=FR", {2026, 11, 28}), QStringLiteral("FREQ=WEEKLY;BYDAY=SA"));
    QCOMPARE(moved("FREQ=MONTHLY;BYDAY=-1FR", {2026, 11, 9}), QStringLiteral("FREQ=MONTHLY;BYDAY=2MO"));
    QCOMPARE(moved("FREQ=MONTHLY;BYDAY=2MO", {2026, 11, 30}), QStringLiteral("FREQ=MONTHLY;BYDAY=-1MO"));
    QCOMPARE(moved("FREQ=MONTHLY;BYMONTHDAY=27", {2026, 12, 31}),
             QStringLiteral("FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1"));
    QCOMPARE(moved("FREQ=DAILY;INTERVAL=2", {2026, 11, 28}), QStringLiteral("FREQ=DAILY;INTERVAL=2"));
}

QTEST_GUILESS_MAIN(TestRecurrenceText)
#include "tst_recurrencetext.moc"
