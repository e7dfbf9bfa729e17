#include "program.h"

#include <QtTest>

using namespace glow;
using tests::Run;

/// The commands that write and read tasks, as a script sees them.
class TestTasks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void quickAddReadsTheLine();
    void quickAddStoresEverythingItReads();
    void optionsCountInsteadOfTheLine();
    void aTitleIsStoredExactlyAsTyped_data();
    void aTitleIsStoredExactlyAsTyped();
    void whatCannotBeStoredIsRefused_data();
    void whatCannotBeStoredIsRefused();
    void theSameUidMakesNoSecondTask();
    void linesFromStandardInputAreAllOrNone();
    void editSetsClearsAndReplaces();
    void remindersAreAddedShownAndReplaced();
    void aValueThatCannotBeReadChangesNothing_data();
    void aValueThatCannotBeReadChangesNothing();
    void doneTwiceChangesNothing();
    void anUnknownUidChangesNothing();
    void subtasksGoToTheListOfTheirParent();
    void undoGoesBackStepByStep();
    void aQueryFindsAndABrokenOneIsNamed();
    void theSampleIsAddedOnce();

private:
    QJsonObject added(const QStringList& arguments);

    tests::Program m_program;
};

void TestTasks::initTestCase()
{
    const Run started = m_program(QStringLiteral("local start"));
    QVERIFY2(started.status == 0, started.err);
}

void TestTasks::init()
{
    const Run list = m_program(QStringLiteral("list --all --json"));
    QVERIFY2(list.status == 0, list.err);
    QStringList remove{QStringLiteral("delete")};
    for (const QJsonValue& task : list.array())
        remove.append(task[u"uid"].toString());
    if (remove.size() > 1)
        QCOMPARE(m_program.run(remove).status, 0);
}

QJsonObject TestTasks::added(const QStringList& arguments)
{
    const Run run = m_program.run(QStringList{QStringLiteral("add"), QStringLiteral("--json")} + arguments);
    if (run.status != 0)
        qWarning("%s", run.err.constData());
    return run.array().at(0).toObject();
}

void TestTasks::quickAddReadsTheLine()
{
    const QJsonObject task = added({QStringLiteral("Buy milk tomorrow 9am p2 #Home @errand"),
                                    QStringLiteral("--now"), QStringLiteral("2026-11-24T10:00")});
    QCOMPARE(task[u"title"].toString(), QStringLiteral("Buy milk"));
    QCOMPARE(task[u"due"].toString(), QStringLiteral("2026-11-25T09:00"));
    QCOMPARE(task[u"priority"].toString(), QStringLiteral("medium"));
    QCOMPARE(task[u"list"].toString(), QStringLiteral("Home"));
    QCOMPARE(task[u"tags"].toArray(), QJsonArray{QStringLiteral("errand")});
    QVERIFY(task[u"notes"].isNull());
    const Run shown =
        m_program.run({QStringLiteral("show"), task[u"uid"].toString(), QStringLiteral("--json")});
    QCOMPARE(shown.object(), task);
    const Run byNumber = m_program.run(
        {QStringLiteral("show"), QString::number(task[u"id"].toInt()), QStringLiteral("--json")});
    QCOMPARE(byNumber.object(), task);
}

void TestTasks::quickAddStoresEverythingItReads()
{
    const QJsonObject task =
        added({QStringLiteral("Paint the fence every! 2 weeks from 2026-12-05 8:30 until 30 jun {24 dec} "
                              "start:2026-12-01 for 1h 30m #Home /Garden @out // two coats"),
               QStringLiteral("--now"), QStringLiteral("2026-11-24T10:00")});
    QCOMPARE(task[u"title"].toString(), QStringLiteral("Paint the fence"));
    QCOMPARE(task[u"due"].toString(), QStringLiteral("2026-12-05T08:30"));
    QCOMPARE(task[u"rrule"].toString(), QStringLiteral("FREQ=WEEKLY;INTERVAL=2;UNTIL=20270630T235959"));
    QVERIFY(task[u"from_completion"].toBool());
    QCOMPARE(task[u"deadline"].toString(), QStringLiteral("2026-12-24"));
    QCOMPARE(task[u"start"].toString(), QStringLiteral("2026-12-01"));
    QCOMPARE(task[u"estimate_minutes"].toInt(), 90);
    QCOMPARE(task[u"list"].toString(), QStringLiteral("Home"));
    QCOMPARE(task[u"section"].toString(), QStringLiteral("Garden"));
    QCOMPARE(task[u"notes"].toString(), QStringLiteral("two coats"));
}

void TestTasks::optionsCountInsteadOfTheLine()
{
    const QJsonObject task = added({QStringLiteral("Call tomorrow p3 #Home @a"), QStringLiteral("--due"),
                                    QStringLiteral("2026-12-24"), QStringLiteral("--list"),
                                    QStringLiteral("Work"), QStringLiteral("--tag"), QStringLiteral("b"),
                                    QStringLiteral("--priority"), QStringLiteral("high")});
    QCOMPARE(task[u"title"].toString(), QStringLiteral("Call"));
    QCOMPARE(task[u"due"].toString(), QStringLiteral("2026-12-24"));
    QCOMPARE(task[u"list"].toString(), QStringLiteral("Work"));
    QCOMPARE(task[u"priority"].toString(), QStringLiteral("high"));
    QCOMPARE(task[u"tags"].toArray(), (QJsonArray{QStringLiteral("a"), QStringLiteral("b")}));
    const QJsonObject literal =
        added({QStringLiteral("--literal"), QStringLiteral("--start"), QStringLiteral("2026-12-01"),
               QStringLiteral("--deadline"), QStringLiteral("2026-12-31T12:00"), QStringLiteral("--due"),
               QStringLiteral("2026-12-10"), QStringLiteral("--rrule"), QStringLiteral("RRULE:FREQ=DAILY"),
               QStringLiteral("--from-completion"), QStringLiteral("Water")});
    QCOMPARE(literal[u"start"].toString(), QStringLiteral("2026-12-01"));
    QCOMPARE(literal[u"deadline"].toString(), QStringLiteral("2026-12-31T12:00"));
    QCOMPARE(literal[u"rrule"].toString(), QStringLiteral("FREQ=DAILY"));
    QVERIFY(literal[u"from_completion"].toBool());
    const QJsonObject edited =
        m_program
            .run({QStringLiteral("edit"), literal[u"uid"].toString(), QStringLiteral("--json"),
                  QStringLiteral("--no-from-completion"), QStringLiteral("--rrule="),
                  QStringLiteral("--start="), QStringLiteral("--deadline=")})
            .array()
            .at(0)
            .toObject();
    QVERIFY(edited[u"rrule"].isNull() && edited[u"start"].isNull() && edited[u"deadline"].isNull());
    QVERIFY(!edited[u"from_completion"].toBool());
}

void TestTasks::aTitleIsStoredExactlyAsTyped_data()
{
    QTest::addColumn<QString>("title");
    QTest::newRow("SQL") << QStringLiteral("'; DROP TABLE tasks; --");
    QTest::newRow("backslash") << QStringLiteral("\\' E'\\n' $$ $1 %1 %s");
    QTest::newRow("HTML") << QStringLiteral("<b>x</b> &amp;");
    QTest::newRow("option") << QStringLiteral("--json");
    QTest::newRow("tokens") << QStringLiteral("tomorrow #Home @x p1 \"quoted\"");
    QTest::newRow("right to left") << QStringLiteral("شراء هدية \u200f123");
    QTest::newRow("emoji") << QStringLiteral("👩‍👩‍👧‍👦 🇪🇺 é");
    QTest::newRow("long") << QString(200, u'W');
    QTest::newRow("200 emoji") << QStringLiteral("😀").repeated(200);
    QTest::newRow("spaces") << QStringLiteral("  two  words  ");
}

void TestTasks::aTitleIsStoredExactlyAsTyped()
{
    QFETCH(const QString, title);
    QCOMPARE(added({QStringLiteral("--literal"), QStringLiteral("--"), title})[u"title"].toString(), title);
    const QString uid = m_program(QStringLiteral("list --json")).array().at(0)[u"uid"].toString();
    QCOMPARE(
        m_program.run({QStringLiteral("show"), uid, QStringLiteral("--json")}).object()[u"title"].toString(),
        title);
}

void TestTasks::whatCannotBeStoredIsRefused_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("blanks") << QByteArray(" \n ");
    QTest::newRow("201 letters") << QByteArray(201, 'x');
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("not UTF-8") << QByteArray("a\xff");
}

void TestTasks::whatCannotBeStoredIsRefused()
{
    QFETCH(const QByteArray, input);
    for (const QString& command :
         {QStringLiteral("add - --json"), QStringLiteral("add --literal - --json")}) {
        const Run run = m_program(command, input);
        QCOMPARE(run.status, 1);
        QCOMPARE(run.kind(), QStringLiteral("invalid"));
        QVERIFY(!run.err.isEmpty());
        if (input.size() > 200)
            QVERIFY(run.err.contains("200"));
    }
    QCOMPARE(m_program(QStringLiteral("list --json")).array().size(), 0);
}

void TestTasks::theSameUidMakesNoSecondTask()
{
    const QString uid = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QStringList arguments{QStringLiteral("--literal"), QStringLiteral("--uid"), uid,
                                QStringLiteral("--tag"),     QStringLiteral("a"),     QStringLiteral("once")};
    const QJsonObject first = added(arguments);
    QCOMPARE(first[u"uid"].toString(), uid);
    QCOMPARE(added(arguments), first);
    QCOMPARE(m_program(QStringLiteral("list --json")).array().size(), 1);
}

void TestTasks::linesFromStandardInputAreAllOrNone()
{
    QCOMPARE(m_program(QStringLiteral("add -"), "one\n" + QByteArray(201, 'x') + "\nthree\n").status, 1);
    QCOMPARE(m_program(QStringLiteral("list --json")).array().size(), 0);
    const Run run = m_program(QStringLiteral("add - --json"), "one #New\n\ntwo #New\nthree\n");
    QCOMPARE(run.array().size(), 3);
    QCOMPARE(run.array().at(0)[u"title"].toString(), QStringLiteral("one"));
    QCOMPARE(m_program(QStringLiteral("list list:New --json")).array().size(), 2);
    const QString literal = QStringLiteral("add --literal --tag z --json -");
    QCOMPARE(m_program(literal, "four\n" + QByteArray(201, 'x') + "\n").status, 1);
    const Run titles = m_program(literal, "four #New\n\nfive p1\n");
    QCOMPARE(titles.array().size(), 2);
    QCOMPARE(titles.array().at(0)[u"title"].toString(), QStringLiteral("four #New"));
    QCOMPARE(titles.array().at(1)[u"tags"].toArray(), QJsonArray{QStringLiteral("z")});
    QCOMPARE(m_program(QStringLiteral("list --json")).array().size(), 5);
}

void TestTasks::remindersAreAddedShownAndReplaced()
{
    const auto reminders = [](const QJsonArray& tasks) {
        QStringList texts;
        for (const QJsonValue& each : tasks[0][u"reminders"].toArray())
            texts.append(each.toString());
        return texts.join(u' ');
    };
    const Run added = m_program(
        QStringLiteral("add --json --now 2026-11-23T16:40 \"Call tomorrow 9:00 !1 day before !18:00\""));
    QCOMPARE(added.status, 0);
    QCOMPARE(added.array()[0][u"title"].toString(), QStringLiteral("Call"));
    QCOMPARE(reminders(added.array()), QStringLiteral("-P1D 2026-11-23T18:00"));
    const QString uid = added.array()[0][u"uid"].toString();
    QCOMPARE(reminders({m_program(QStringLiteral("show --json ") + uid).object()}),
             QStringLiteral("-P1D 2026-11-23T18:00"));
    const auto edit = [&](const QString& options) {
        return m_program(QStringLiteral("edit --json --now 2026-11-23T16:40 %1 %2").arg(uid, options));
    };
    QCOMPARE(reminders(edit(QStringLiteral("--reminder -PT30M --reminder \"tomorrow 8:00\"")).array()),
             QStringLiteral("-PT30M 2026-11-24T08:00"));
    const Run wrong = edit(QStringLiteral("--reminder sometime"));
    QCOMPARE(wrong.status, 1);
    QCOMPARE(wrong.kind(), QStringLiteral("invalid"));
    const Run cleared = edit(QStringLiteral("--reminder="));
    QCOMPARE(cleared.status, 0);
    QCOMPARE(reminders(cleared.array()), QString());
    QCOMPARE(m_program(QStringLiteral("undo")).status, 0);
    QCOMPARE(reminders({m_program(QStringLiteral("show --json ") + uid).object()}),
             QStringLiteral("-PT30M 2026-11-24T08:00"));
    const Run literal =
        m_program(QStringLiteral("add --json --literal --reminder \"1 h before\" --uid %1 -- \"Call "
                                 "!18:00\"")
                      .arg(QUuid::createUuid().toString(QUuid::WithoutBraces)));
    QCOMPARE(literal.array()[0][u"title"].toString(), QStringLiteral("Call !18:00"));
    QCOMPARE(reminders(literal.array()), QStringLiteral("-PT1H"));
}

void TestTasks::editSetsClearsAndReplaces()
{
    const QString first = added({QStringLiteral("a today #Home @x")})[u"uid"].toString();
    const QString second = added({QStringLiteral("b @y")})[u"uid"].toString();
    const Run set =
        m_program.run({QStringLiteral("edit"), first, second, QStringLiteral("--json"),
                       QStringLiteral("--tag"), QStringLiteral("y"), QStringLiteral("--tag"),
                       QStringLiteral("z"), QStringLiteral("--list"), QStringLiteral("Work"),
                       QStringLiteral("--priority"), QStringLiteral("high"), QStringLiteral("--due"),
                       QStringLiteral("2026-12-24T18:30"), QStringLiteral("--notes"), QString(2000, u'n')});
    QVERIFY2(set.status == 0, set.err);
    for (const QJsonValue& task : set.array()) {
        QCOMPARE(task[u"tags"].toArray(), (QJsonArray{QStringLiteral("y"), QStringLiteral("z")}));
        QCOMPARE(task[u"list"].toString(), QStringLiteral("Work"));
        QCOMPARE(task[u"due"].toString(), QStringLiteral("2026-12-24T18:30"));
        QCOMPARE(task[u"notes"].toString().size(), 2000);
    }
    const Run cleared =
        m_program.run({QStringLiteral("edit"), first, QStringLiteral("--json"), QStringLiteral("--list="),
                       QStringLiteral("--due="), QStringLiteral("--notes="), QStringLiteral("--tag=")});
    const QJsonObject task = cleared.array().at(0).toObject();
    QVERIFY(task[u"list"].isNull() && task[u"due"].isNull() && task[u"notes"].isNull());
    QCOMPARE(task[u"tags"].toArray().size(), 0);
    QCOMPARE(m_program.run({QStringLiteral("edit"), first}).status, 2);
}

void TestTasks::aValueThatCannotBeReadChangesNothing_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::newRow("due") << QStringLiteral("--due") << QStringLiteral("gibberish");
    QTest::newRow("a day that is none") << QStringLiteral("--due") << QStringLiteral("2026-02-30");
    QTest::newRow("start") << QStringLiteral("--start") << QStringLiteral("31:99");
    QTest::newRow("deadline") << QStringLiteral("--deadline") << QStringLiteral("someday");
    QTest::newRow("priority") << QStringLiteral("--priority") << QStringLiteral("urgent");
}

/// The command is used rightly and what it was given is wrong: that is 1, and 2 is for wrong usage.
void TestTasks::aValueThatCannotBeReadChangesNothing()
{
    QFETCH(QString, option);
    QFETCH(QString, value);
    const QJsonObject task = added({QStringLiteral("a 2026-12-24 p1")});
    for (const QStringList& command :
         {QStringList{QStringLiteral("edit"), task[u"uid"].toString()},
          QStringList{QStringLiteral("add"), QStringLiteral("--literal"), QStringLiteral("b")}}) {
        const Run run = m_program.run(command + QStringList{option, value, QStringLiteral("--json")});
        QCOMPARE(run.status, 1);
        QCOMPARE(run.object()[u"kind"].toString(), QStringLiteral("invalid"));
        QVERIFY(run.object()[u"error"].toString().contains(value));
    }
    const Run shown =
        m_program.run({QStringLiteral("show"), task[u"uid"].toString(), QStringLiteral("--json")});
    QCOMPARE(shown.object()[u"due"], task[u"due"]);
    QCOMPARE(shown.object()[u"priority"], task[u"priority"]);
}

void TestTasks::doneTwiceChangesNothing()
{
    const QString uid = added({QStringLiteral("a")})[u"uid"].toString();
    const QStringList done{QStringLiteral("done"), uid, QStringLiteral("--json")};
    const Run first = m_program.run(done);
    QCOMPARE(first.status, 0);
    QCOMPARE(first.object()[u"next"].toArray().size(), 0);
    const QJsonValue task = first.object()[u"completed"].toArray().at(0);
    QVERIFY(task[u"completed"].toBool() && task[u"completed_at"].isString());
    QCOMPARE(m_program.run(done).object(), first.object());
    const Run open = m_program.run({QStringLiteral("reopen"), uid, QStringLiteral("--json")});
    QVERIFY(open.object()[u"reopened"].toArray().at(0)[u"completed_at"].isNull());
}

void TestTasks::anUnknownUidChangesNothing()
{
    const QString uid = added({QStringLiteral("a")})[u"uid"].toString();
    for (const char* command : {"done", "delete", "edit"}) {
        QStringList line{QLatin1String(command), uid, QStringLiteral("11111111-2222-4333-8444-555555555555"),
                         QStringLiteral("--json")};
        if (qstrcmp(command, "edit") == 0)
            line += {QStringLiteral("--title"), QStringLiteral("changed")};
        const Run run = m_program.run(line);
        QCOMPARE(run.status, 1);
        QCOMPARE(run.kind(), QStringLiteral("not-found"));
    }
    const QJsonObject task = m_program.run({QStringLiteral("show"), uid, QStringLiteral("--json")}).object();
    QCOMPARE(task[u"title"].toString(), QStringLiteral("a"));
    QVERIFY(!task[u"completed"].toBool());
}

void TestTasks::subtasksGoToTheListOfTheirParent()
{
    const QString parent = added({QStringLiteral("parent #Home")})[u"uid"].toString();
    const QJsonObject child =
        added({QStringLiteral("--literal"), QStringLiteral("--parent"), parent, QStringLiteral("child")});
    QCOMPARE(child[u"parent"].toString(), parent);
    QCOMPARE(child[u"list"].toString(), QStringLiteral("Home"));
    QCOMPARE(
        m_program.run({QStringLiteral("edit"), parent, QStringLiteral("--parent"), child[u"uid"].toString()})
            .status,
        1);
    QCOMPARE(m_program.run({QStringLiteral("delete"), parent}).status, 0);
    QCOMPARE(m_program(QStringLiteral("list --all --json")).array().size(), 0);
    QCOMPARE(m_program(QStringLiteral("undo")).status, 0);
    QCOMPARE(m_program(QStringLiteral("list --json")).array().size(), 2);
}

void TestTasks::undoGoesBackStepByStep()
{
    const QString uid = added({QStringLiteral("first @kept")})[u"uid"].toString();
    m_program.run({QStringLiteral("edit"), uid, QStringLiteral("--title"), QStringLiteral("second")});
    m_program.run({QStringLiteral("delete"), uid});
    const QStringList show{QStringLiteral("show"), uid, QStringLiteral("--json")};
    QCOMPARE(m_program.run(show).status, 1);
    QCOMPARE(m_program(QStringLiteral("undo --json")).status, 0);
    QCOMPARE(m_program.run(show).object()[u"title"].toString(), QStringLiteral("second"));
    QCOMPARE(m_program.run(show).object()[u"tags"].toArray(), QJsonArray{QStringLiteral("kept")});
    QCOMPARE(m_program(QStringLiteral("undo")).status, 0);
    QCOMPARE(m_program.run(show).object()[u"title"].toString(), QStringLiteral("first"));
    QCOMPARE(m_program(QStringLiteral("undo")).status, 0);
    QCOMPARE(m_program.run(show).status, 1);
    const tests::Program other;
    QCOMPARE(other(QStringLiteral("undo --json")).kind(), QStringLiteral("not-found"));
}

void TestTasks::aQueryFindsAndABrokenOneIsNamed()
{
    added({QStringLiteral("Pay the bill today p1 @home")});
    added({QStringLiteral("Other thing")});
    QCOMPARE(m_program(QStringLiteral("list today --json")).array().size(), 1);
    QCOMPARE(m_program
                 .run({QStringLiteral("list"), QStringLiteral("priority:high & tag:home"),
                       QStringLiteral("--json")})
                 .array()
                 .size(),
             1);
    QCOMPARE(m_program(QStringLiteral("list --json -- no due")).array().size(), 1);
    const Run broken = m_program(QStringLiteral("list priority:gigantic --json"));
    QCOMPARE(broken.status, 2);
    QCOMPARE(broken.kind(), QStringLiteral("usage"));
    QVERIFY(broken.err.contains("gigantic"));
}

void TestTasks::theSampleIsAddedOnce()
{
    QCOMPARE(m_program(QStringLiteral("sample --json")).object()[u"added"].toInt(), 41);
    const QJsonArray tasks = m_program(QStringLiteral("list --all --json")).array();
    QCOMPARE(tasks.size(), 41);
    m_program.run({QStringLiteral("delete"), tasks.at(0)[u"uid"].toString()});
    QCOMPARE(m_program(QStringLiteral("sample --json")).object()[u"added"].toInt(), 0);
    QVERIFY(m_program(QStringLiteral("list --all --json")).array().size() < 41);
}

QTEST_GUILESS_MAIN(TestTasks)
#include "tst_tasks.moc"
