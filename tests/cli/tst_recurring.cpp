#include "core/uid.h"
#include "program.h"

#include <QtTest>

using namespace glow;
using tests::Run;

/// Recurring tasks from the command line.
class TestRecurring : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void recurPrintsDatesInTheFormOfTheStart();
    void recurRefusesWhatIsNoRule();
    void doneMakesTheNextOccurrence();
    void doneTwiceMakesItOnce();
    void aSeriesEnds();
    void theNextOccurrenceHasWhatTheTaskHad();
    void undoTakesTheNextOccurrenceBack();
    void severalAreDoneAtOnce();
    void aBadRuleIsRefusedAndNotStored();
    void aNewRuleBeginsANewSeries();

private:
    QJsonObject added(const QStringList& arguments)
    {
        const Run run = m_program.run(
            QStringList{QStringLiteral("add"), QStringLiteral("--literal"), QStringLiteral("--json")} +
            arguments);
        if (run.status != 0)
            qWarning("%s", run.err.constData());
        return run.array().at(0).toObject();
    }
    QJsonObject weekly(const QString& title)
    {
        return added({QStringLiteral("--due"), QStringLiteral("2026-11-27T17:00"), QStringLiteral("--rrule"),
                      QStringLiteral("FREQ=MONTHLY;BYDAY=-1FR"), title});
    }
    QJsonObject done(const QJsonObject& task)
    {
        const Run run =
            m_program.run({QStringLiteral("done"), QStringLiteral("--json"), task[u"uid"].toString()});
        if (run.status != 0)
            qWarning("%s", run.err.constData());
        return run.object();
    }

    tests::Program m_program;
};

void TestRecurring::initTestCase()
{
    const Run started = m_program(QStringLiteral("local start"));
    QVERIFY2(started.status == 0, started.err);
}

void TestRecurring::recurPrintsDatesInTheFormOfTheStart()
{
    const auto dates = [this](const QString& command) {
        QStringList texts;
        for (const QJsonValue& each : m_program(command + QStringLiteral(" --json")).array())
            texts.append(each.toString());
        return texts.join(u' ');
    };
    QCOMPARE(dates(QStringLiteral("recur FREQ=MONTHLY;BYDAY=-1FR --from 2026-11-27 --count 2")),
             QStringLiteral("2026-12-25 2027-01-29"));
    QCOMPARE(dates(QStringLiteral("recur FREQ=DAILY --from 2026-11-27T09:00")).split(u' ').size(), 5);
    QCOMPARE(dates(QStringLiteral("recur RRULE:FREQ=DAILY --from 2026-11-27T09:00 --count 1")),
             QStringLiteral("2026-11-28T09:00"));
    QCOMPARE(dates(QStringLiteral("recur FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30 --from 2026-11-27")), QString());
}

void TestRecurring::recurRefusesWhatIsNoRule()
{
    const Run bad = m_program(QStringLiteral("recur FREQ=FORTNIGHTLY --from 2026-11-27 --json"));
    QCOMPARE(bad.status, 1);
    QCOMPARE(bad.kind(), QStringLiteral("invalid"));
    QVERIFY(!bad.err.trimmed().isEmpty());
    QCOMPARE(m_program(QStringLiteral("recur FREQ=DAILY --json")).status, 2);
    QCOMPARE(m_program(QStringLiteral("recur FREQ=DAILY --from someday --json")).status, 2);
    QCOMPARE(m_program(QStringLiteral("recur FREQ=DAILY --from 2026-11-27 --count x")).status, 2);
}

void TestRecurring::doneMakesTheNextOccurrence()
{
    const QJsonObject task = weekly(QStringLiteral("Notes"));
    const QJsonObject reply = done(task);
    QCOMPARE(reply[u"completed"].toArray().size(), 1);
    const QJsonObject next = reply[u"next"].toArray().at(0).toObject();
    QCOMPARE(next[u"due"].toString(), QStringLiteral("2026-12-25T17:00"));
    QCOMPARE(next[u"completed"].toBool(true), false);
    QCOMPARE(next[u"rrule"], task[u"rrule"]);
    QCOMPARE(QUuid(next[u"uid"].toString()), core::occurrenceUid(QUuid(task[u"uid"].toString()), 2));
    const QJsonObject third = done(next)[u"next"].toArray().at(0).toObject();
    QCOMPARE(third[u"due"].toString(), QStringLiteral("2027-01-29T17:00"));
    QCOMPARE(QUuid(third[u"uid"].toString()), core::occurrenceUid(QUuid(task[u"uid"].toString()), 3));
}

void TestRecurring::doneTwiceMakesItOnce()
{
    const QJsonObject task = weekly(QStringLiteral("Once"));
    done(task);
    QVERIFY(done(task)[u"next"].toArray().isEmpty());
    QCOMPARE(m_program.run({QStringLiteral("reopen"), task[u"uid"].toString()}).status, 0);
    done(task); // its next occurrence is there already
    QCOMPARE(m_program(QStringLiteral("list Once --json")).array().size(), 1);
    QCOMPARE(m_program(QStringLiteral("list Once --all --json")).array().size(), 2);
}

void TestRecurring::aSeriesEnds()
{
    QJsonObject task =
        added({QStringLiteral("--due"), QStringLiteral("2026-11-27"), QStringLiteral("--rrule"),
               QStringLiteral("FREQ=DAILY;COUNT=3"), QStringLiteral("Thrice")});
    for (const char* due : {"2026-11-28", "2026-11-29"}) {
        task = done(task)[u"next"].toArray().at(0).toObject();
        QCOMPARE(task[u"due"].toString(), QString::fromLatin1(due));
    }
    QVERIFY(done(task)[u"next"].toArray().isEmpty());
}

void TestRecurring::theNextOccurrenceHasWhatTheTaskHad()
{
    const QJsonObject task =
        added({QStringLiteral("--due"), QStringLiteral("2026-11-27"), QStringLiteral("--rrule"),
               QStringLiteral("FREQ=WEEKLY"), QStringLiteral("--list"), QStringLiteral("Garden"),
               QStringLiteral("--tag"), QStringLiteral("water"), QStringLiteral("--priority"),
               QStringLiteral("high"), QStringLiteral("--notes"), QStringLiteral("softly"),
               QStringLiteral("--start"), QStringLiteral("2026-11-26"), QStringLiteral("Lemon trees")});
    const QJsonObject child =
        added({QStringLiteral("--parent"), task[u"uid"].toString(), QStringLiteral("Fill the can")});
    done(child);
    const QJsonObject next = done(task)[u"next"].toArray().at(0).toObject();
    for (const QString& key : {QStringLiteral("title"), QStringLiteral("list"), QStringLiteral("tags"),
                               QStringLiteral("priority"), QStringLiteral("notes"), QStringLiteral("rrule")})
        QCOMPARE(next[key], task[key]);
    QCOMPARE(next[u"start"].toString(), QStringLiteral("2026-12-03"));
    const QJsonArray open = m_program(QStringLiteral("list \"Fill the can\" --json")).array();
    QCOMPARE(open.size(), 1);
    QCOMPARE(open.at(0)[u"parent"], next[u"uid"]);
}

void TestRecurring::undoTakesTheNextOccurrenceBack()
{
    const QJsonObject task = weekly(QStringLiteral("Undone"));
    done(task);
    QCOMPARE(m_program(QStringLiteral("undo")).status, 0);
    const QJsonArray all = m_program(QStringLiteral("list Undone --all --json")).array();
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.at(0)[u"completed"].toBool(true), false);
    QCOMPARE(done(task)[u"next"].toArray().size(), 1);
}

void TestRecurring::severalAreDoneAtOnce()
{
    QStringList arguments{QStringLiteral("done"), QStringLiteral("--json")};
    for (int i = 0; i < 3; ++i)
        arguments.append(weekly(QStringLiteral("Bulk"))[u"uid"].toString());
    arguments.append(added({QStringLiteral("Bulk plain")})[u"uid"].toString());
    const QJsonObject reply = m_program.run(arguments).object();
    QCOMPARE(reply[u"completed"].toArray().size(), 4);
    QCOMPARE(reply[u"next"].toArray().size(), 3);
    QCOMPARE(m_program(QStringLiteral("undo")).status, 0);
    QCOMPARE(m_program(QStringLiteral("list Bulk --json")).array().size(), 4);
}

void TestRecurring::aBadRuleIsRefusedAndNotStored()
{
    const Run bad = m_program(QStringLiteral("add --literal --rrule FREQ=OFTEN --json Broken"));
    QCOMPARE(bad.status, 1);
    QCOMPARE(bad.kind(), QStringLiteral("invalid"));
    QVERIFY(m_program(QStringLiteral("list Broken --json")).array().isEmpty());
}

void TestRecurring::aNewRuleBeginsANewSeries()
{
    const QJsonObject second = done(weekly(QStringLiteral("Split")))[u"next"].toArray().at(0).toObject();
    const Run edited = m_program.run({QStringLiteral("edit"), second[u"uid"].toString(),
                                      QStringLiteral("--rrule"), QStringLiteral("FREQ=DAILY;COUNT=2")});
    QVERIFY2(edited.status == 0, edited.err);
    const QJsonObject next = done(second)[u"next"].toArray().at(0).toObject();
    QCOMPARE(next[u"due"].toString(), QStringLiteral("2026-12-26T17:00"));
    QCOMPARE(QUuid(next[u"uid"].toString()), core::occurrenceUid(QUuid(second[u"uid"].toString()), 2));
    QVERIFY(done(next)[u"next"].toArray().isEmpty());
}

QTEST_GUILESS_MAIN(TestRecurring)
#include "tst_recurring.moc"
