#include "app/reminders/reminderschedule.h"
#include "core/uid.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

using namespace glow;
using app::Firing;
using app::ReminderSchedule;
using app::ReminderUpdate;
using core::Reminder;
using core::WallTime;
using store::ReminderState;

namespace {

constexpr int patience = 30000;
const QString file = QStringLiteral("workspace");

QDateTime at(const char* text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

core::Task task(const QString& title, const char* due, const QStringList& reminders, const char* zone = "")
{
    core::Task task;
    task.uid = core::newUid();
    task.title = title;
    task.due = WallTime::fromText(QString::fromLatin1(due));
    task.dueZone = QString::fromLatin1(zone);
    task.updatedAt = at("2026-11-01T00:00:00").toUTC();
    for (const QString& text : reminders) {
        Reminder reminder = *Reminder::fromText(text);
        reminder.uid = core::reminderUid(task.uid, reminder);
        task.reminders.append(reminder);
    }
    return task;
}

} // namespace

/// When reminders fire, with a clock that the test sets; no database is near.
class TestReminderSchedule : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { qputenv("TZ", "Europe/Berlin"); }

    void itFiresOnceAtItsTime_data();
    void itFiresOnceAtItsTime();
    void itFiresByItself();
    void whatWasMissedFiresOnceAfterARestart();
    void twoProgramsFireItOnce();
    void aSnoozeSurvivesARestart();
    void whatIsNoLongerToBeDoneDoesNotFire_data();
    void whatIsNoLongerToBeDoneDoesNotFire();
    void putOffItFiresAgain();
    void setToThePastItDoesNotFire_data();
    void setToThePastItDoesNotFire();
    void aChangedZoneMovesWhatFloats_data();
    void aChangedZoneMovesWhatFloats();
    void aJourneyDoesNotRepeatWhatHasFired();
    void itFiresOnceAcrossAChangeOfTheClocks_data();
    void itFiresOnceAcrossAChangeOfTheClocks();
    void theFileIsTheOwners();
    void whereTheFileCannotBeWrittenItFiresOnceAllTheSame();
    void aDamagedFileIsSetAside();

private:
    void start();
    void know(const QList<core::Task>& tasks, ReminderUpdate::By by = ReminderUpdate::By::Database);
    void settle(ReminderSchedule& schedule);
    QStringList firedBy(const QDateTime& time);
    QStringList firedBy(const char* time) { return firedBy(at(time)); }
    QString path() const { return m_directory->filePath(QStringLiteral("reminders/workspace.json")); }

    std::unique_ptr<QTemporaryDir> m_directory;
    QDateTime m_now;
    std::unique_ptr<ReminderSchedule> m_schedule;
    QList<Firing> m_fired;
    int m_rounds = 0;
};

void TestReminderSchedule::init()
{
    qputenv("TZ", "Europe/Berlin");
    m_schedule.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_now = at("2026-11-24T08:00:00");
    start();
    know({}); // the workspace has been read once
}

/// The program starts.
void TestReminderSchedule::start()
{
    m_schedule.reset();
    m_fired.clear();
    m_schedule = std::make_unique<ReminderSchedule>(m_directory->path(),
                                                    core::Clock::asking([this] { return m_now; }));
    connect(m_schedule.get(), &ReminderSchedule::fired, this,
            [this](const QList<Firing>& firings) { m_fired += firings; });
    QSignalSpy changed(m_schedule.get(), &ReminderSchedule::changed);
    m_schedule->setWorkspaces({file});
    QTRY_VERIFY_WITH_TIMEOUT(changed.count() > 1, patience);
}

/// What there is in the workspace now.
void TestReminderSchedule::know(const QList<core::Task>& tasks, ReminderUpdate::By by)
{
    ReminderUpdate update;
    for (const core::Task& each : tasks)
        update.tasks.append({each, false, {}});
    update.whole = by == ReminderUpdate::By::Database;
    update.by = by;
    update.now = m_now.toUTC();
    QSignalSpy changed(m_schedule.get(), &ReminderSchedule::changed);
    m_schedule->update(file, [update](ReminderState& state) {
        update.apply(state);
        return true;
    });
    QTRY_VERIFY_WITH_TIMEOUT(changed.count() > 0, patience);
}

/// Until the worker has done what it was asked so far, and what followed from it.
void TestReminderSchedule::settle(ReminderSchedule& schedule)
{
    for (int round = 0; round < 2; ++round) {
        const QString mark = QStringLiteral("round %1").arg(++m_rounds);
        bool isDone = false;
        const QObject context;
        connect(&schedule, &ReminderSchedule::changed, &context,
                [&] { isDone = isDone || schedule.state(file).marks.contains(mark); });
        schedule.update(file, [mark](ReminderState& state) {
            state.marks.insert(mark, {});
            return false;
        });
        QTRY_VERIFY_WITH_TIMEOUT(isDone, patience);
    }
}

/// Titles that fire when it has become this late, "!" before those that were missed.
QStringList TestReminderSchedule::firedBy(const QDateTime& time)
{
    m_now = time;
    m_schedule->check();
    settle(*m_schedule);
    QStringList titles;
    for (const Firing& each : std::exchange(m_fired, {}))
        titles.append((each.missed ? QStringLiteral("!") : QString()) + each.task.title);
    return titles;
}

void TestReminderSchedule::itFiresOnceAtItsTime_data()
{
    QTest::addColumn<QByteArray>("due");
    QTest::addColumn<QString>("reminder");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("then");
    QTest::newRow("before a time") << QByteArray("2026-11-24T15:00") << QStringLiteral("-PT30M")
                                   << QByteArray("2026-11-24T14:29:59") << QByteArray("2026-11-24T14:30:00");
    QTest::newRow("when due") << QByteArray("2026-11-24T15:00") << QStringLiteral("-PT0M")
                              << QByteArray("2026-11-24T14:59:59") << QByteArray("2026-11-24T15:00:05");
    QTest::newRow("day") << QByteArray("2026-11-26") << QStringLiteral("-P1D")
                         << QByteArray("2026-11-25T08:59:59") << QByteArray("2026-11-25T09:00:00");
    QTest::newRow("at a time") << QByteArray("") << QStringLiteral("2026-11-25T10:00")
                               << QByteArray("2026-11-25T09:59:59") << QByteArray("2026-11-25T10:00:01");
}

void TestReminderSchedule::itFiresOnceAtItsTime()
{
    QFETCH(QByteArray, due);
    QFETCH(QString, reminder);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, then);
    know({task(QStringLiteral("Call"), due, {reminder})});
    QCOMPARE(firedBy(before.constData()), QStringList());
    QCOMPARE(firedBy(then.constData()), QStringList(QStringLiteral("Call")));
    QCOMPARE(firedBy(then.constData()), QStringList());
    QCOMPARE(firedBy("2026-12-24T15:00:00"), QStringList());
    start();
    QCOMPARE(firedBy("2026-12-24T15:00:00"), QStringList());
}

void TestReminderSchedule::itFiresByItself()
{
    QElapsedTimer since;
    since.start();
    m_schedule.reset();
    const QDateTime begin = at("2026-11-24T08:59:59");
    m_schedule = std::make_unique<ReminderSchedule>(
        m_directory->path(), core::Clock::asking([&] { return begin.addMSecs(since.elapsed()); }));
    QSignalSpy fired(m_schedule.get(), &ReminderSchedule::fired);
    m_schedule->setWorkspaces({file});
    m_now = begin;
    know({task(QStringLiteral("Call"), "2026-11-24T09:00", {QStringLiteral("-PT0M")})});
    QTRY_COMPARE_WITH_TIMEOUT(fired.count(), 1, patience);
    m_schedule.reset();
}

void TestReminderSchedule::whatWasMissedFiresOnceAfterARestart()
{
    know({task(QStringLiteral("Call"), "2026-11-24T15:00",
               {QStringLiteral("-PT30M"), QStringLiteral("-PT0M")}),
          task(QStringLiteral("Write"), "2026-11-25", {QStringLiteral("-PT0M")}),
          task(QStringLiteral("Later"), "2026-11-30", {QStringLiteral("-PT0M")})});
    m_now = at("2026-11-26T07:00:00");
    start();
    QCOMPARE(firedBy("2026-11-26T07:00:00"),
             QStringList({QStringLiteral("!Call"), QStringLiteral("!Call"), QStringLiteral("!Write")}));
    start();
    QCOMPARE(firedBy("2026-11-26T07:00:00"), QStringList());
    QCOMPARE(firedBy("2026-11-30T09:00:00"), QStringList(QStringLiteral("Later")));
}

void TestReminderSchedule::twoProgramsFireItOnce()
{
    QList<core::Task> tasks;
    for (int i = 0; i < 20; ++i)
        tasks.append(task(QString::number(i), "2026-11-24T15:00", {QStringLiteral("-PT0M")}));
    know(tasks);
    std::vector<std::unique_ptr<ReminderSchedule>> programs;
    for (int i = 0; i < 8; ++i) {
        programs.push_back(std::make_unique<ReminderSchedule>(m_directory->path(),
                                                              core::Clock::asking([this] { return m_now; })));
        connect(programs.back().get(), &ReminderSchedule::fired, this,
                [this](const QList<Firing>& firings) { m_fired += firings; });
        programs.back()->setWorkspaces({file});
    }
    m_now = at("2026-11-24T15:00:00");
    for (const auto& program : programs) {
        program->check();
        settle(*program);
    }
    QSet<QString> keys;
    for (const Firing& each : std::as_const(m_fired))
        keys.insert(each.key);
    QCOMPARE(keys.size(), 20);
    QCOMPARE(m_fired.size(), 20);
}

void TestReminderSchedule::aSnoozeSurvivesARestart()
{
    know({task(QStringLiteral("Call"), "2026-11-24T15:00", {QStringLiteral("-PT0M")})});
    m_now = at("2026-11-24T15:00:00");
    m_schedule->check();
    QTRY_COMPARE_WITH_TIMEOUT(m_fired.size(), 1, patience);
    const Firing firing = m_fired.takeFirst();
    m_schedule->snooze(firing, m_now.addSecs(600));
    QCOMPARE(firedBy("2026-11-24T15:09:59"), QStringList());
    start();
    QCOMPARE(firedBy("2026-11-24T15:10:00"), QStringList(QStringLiteral("Call")));
    start();
    QCOMPARE(firedBy("2026-11-24T15:20:00"), QStringList());
    QVERIFY(m_schedule->isCurrent(firing));
}

void TestReminderSchedule::whatIsNoLongerToBeDoneDoesNotFire_data()
{
    QTest::addColumn<QString>("what");
    for (const char* what : {"completed", "deleted", "gone", "reminder removed", "put off", "forgotten"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestReminderSchedule::whatIsNoLongerToBeDoneDoesNotFire()
{
    QFETCH(QString, what);
    core::Task call = task(QStringLiteral("Call"), "2026-11-24T15:00", {QStringLiteral("-PT0M")});
    know({call, task(QStringLiteral("Other"), "2026-11-24T15:00", {QStringLiteral("-PT0M")})});
    ReminderUpdate update;
    update.by = ReminderUpdate::By::Here;
    update.now = m_now.toUTC();
    update.tasks.append({call, what == u"deleted", {}});
    core::Task& now = update.tasks.first().task;
    now.completed = what == u"completed";
    if (what == u"gone")
        update = {{}, {call.uid}, false, ReminderUpdate::By::Database, m_now.toUTC()};
    else if (what == u"reminder removed")
        now.reminders.clear();
    else if (what == u"put off")
        now.due = WallTime{QDate(2026, 11, 27), QTime(15, 0)};
    if (what == u"forgotten")
        m_schedule->forget(file);
    else
        m_schedule->update(file, [update](ReminderState& state) {
            update.apply(state);
            return true;
        });
    QCOMPARE(firedBy("2026-11-24T15:00:00"),
             what == u"forgotten" ? QStringList() : QStringList(QStringLiteral("Other")));
}

void TestReminderSchedule::putOffItFiresAgain()
{
    core::Task call = task(QStringLiteral("Call"), "2026-11-24T15:00", {QStringLiteral("-PT0M")});
    know({call});
    QCOMPARE(firedBy("2026-11-24T15:00:00").size(), 1);
    call.due = WallTime{QDate(2026, 11, 25), QTime(15, 0)};
    know({call}, ReminderUpdate::By::Here);
    QCOMPARE(firedBy("2026-11-24T15:10:00"), QStringList());
    QCOMPARE(firedBy("2026-11-25T15:00:00"), QStringList(QStringLiteral("Call")));
}

void TestReminderSchedule::setToThePastItDoesNotFire_data()
{
    QTest::addColumn<bool>("here");
    QTest::addColumn<QByteArray>("changed");
    QTest::addColumn<QStringList>("fires");
    const QStringList nothing;
    const QStringList call{QStringLiteral("!Call")};
    QTest::newRow("here") << true << QByteArray("2026-11-24T11:00:00") << nothing;
    QTest::newRow("elsewhere, after its time") << false << QByteArray("2026-11-24T11:00:00") << nothing;
    QTest::newRow("elsewhere, in time, while this computer could not know")
        << false << QByteArray("2026-11-24T09:00:00") << call;
}

void TestReminderSchedule::setToThePastItDoesNotFire()
{
    QFETCH(bool, here);
    QFETCH(QByteArray, changed);
    QFETCH(QStringList, fires);
    core::Task call = task(QStringLiteral("Call"), "2026-11-24T10:00", {QStringLiteral("-PT0M")});
    call.updatedAt = at(changed).toUTC();
    m_now = at("2026-11-24T12:00:00");
    know({call}, here ? ReminderUpdate::By::Here : ReminderUpdate::By::Database);
    QCOMPARE(firedBy("2026-11-24T12:00:01"), fires);
    QCOMPARE(firedBy("2026-11-24T12:00:02"), QStringList());
}

void TestReminderSchedule::aChangedZoneMovesWhatFloats_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("readIn");
    QTest::addColumn<QDateTime>("fires");
    const auto utc = [](const char* text) {
        return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
    };
    QTest::newRow("floating") << QByteArray() << QString() << utc("2026-11-24T20:00:00Z");
    QTest::newRow("fixed") << QByteArray("Europe/Berlin") << QString() << utc("2026-11-24T14:00:00Z");
    QTest::newRow("stored in UTC") << QByteArray() << QStringLiteral("Europe/Berlin")
                                   << utc("2026-11-24T14:00:00Z");
}

void TestReminderSchedule::aChangedZoneMovesWhatFloats()
{
    QFETCH(QByteArray, zone);
    QFETCH(QString, readIn);
    QFETCH(QDateTime, fires);
    const core::Task call = task(QStringLiteral("Call"), "2026-11-24T15:00", {QStringLiteral("-PT0M")}, zone);
    m_schedule->update(file, [call, readIn](ReminderState& state) {
        state.tasks.insert(call.uid, {call, false, readIn});
        return true;
    });
    qputenv("TZ", "America/New_York"); // the person has landed
    QCOMPARE(firedBy(fires.addSecs(-1).toLocalTime()), QStringList());
    QCOMPARE(firedBy(fires.toLocalTime()), QStringList(QStringLiteral("Call")));
}

void TestReminderSchedule::aJourneyDoesNotRepeatWhatHasFired()
{
    know({task(QStringLiteral("Call"), "2026-11-24T15:00",
               {QStringLiteral("-PT0M"), QStringLiteral("2026-11-24T14:00")})});
    QCOMPARE(firedBy("2026-11-24T15:00:00").size(), 2);
    qputenv("TZ", "America/New_York");
    start();
    QCOMPARE(firedBy("2026-11-24T09:05:00"), QStringList());
    QCOMPARE(firedBy("2026-11-24T15:00:00"), QStringList());
}

void TestReminderSchedule::itFiresOnceAcrossAChangeOfTheClocks_data()
{
    QTest::addColumn<QByteArray>("due");
    QTest::addColumn<QString>("fires");
    QTest::newRow("an hour that is skipped") << QByteArray("2027-03-28T02:30") << QStringLiteral("01:30Z");
    QTest::newRow("an hour that comes twice") << QByteArray("2027-10-31T02:30") << QStringLiteral("00:30Z");
}

void TestReminderSchedule::itFiresOnceAcrossAChangeOfTheClocks()
{
    QFETCH(QByteArray, due);
    QFETCH(QString, fires);
    const QDate day = QDate::fromString(QString::fromLatin1(due.left(10)), Qt::ISODate);
    know({task(QStringLiteral("Call"), due, {QStringLiteral("-PT0M")})});
    QStringList times;
    for (QDateTime now(day.addDays(-1), QTime(20, 0), Qt::UTC); now.date() < day.addDays(1);
         now = now.addSecs(900)) {
        for (qsizetype i = firedBy(now.toLocalTime()).size(); i > 0; --i)
            times.append(now.toString(QStringLiteral("hh:mm'Z'")));
    }
    QCOMPARE(times, QStringList(fires));
}

void TestReminderSchedule::theFileIsTheOwners()
{
    know({task(QStringLiteral("Call"), "2026-11-24T15:00", {QStringLiteral("-PT0M")})});
    QCOMPARE(QFile::permissions(path()) & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::Permissions(QFile::ReadOwner | QFile::WriteOwner));
    QCOMPARE(QFile::permissions(QFileInfo(path()).path()) &
                 (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther),
             QFile::Permissions());
}

void TestReminderSchedule::whereTheFileCannotBeWrittenItFiresOnceAllTheSame()
{
    know({task(QStringLiteral("Call"), "2026-11-24T15:00", {QStringLiteral("-PT0M")})});
    QSignalSpy failed(m_schedule.get(), &ReminderSchedule::failed);
    // A directory in the place of the file stops root too.
    QVERIFY(QFile::remove(path()) && QDir().mkpath(path() + QStringLiteral("/in the way")));
    know({task(QStringLiteral("Call"), "2026-11-24T15:00", {QStringLiteral("-PT0M")})});
    QCOMPARE(firedBy("2026-11-24T15:00:00"), QStringList(QStringLiteral("Call")));
    QCOMPARE(firedBy("2026-11-24T15:10:00"), QStringList());
    QVERIFY(failed.count() > 0);
}

void TestReminderSchedule::aDamagedFileIsSetAside()
{
    QFile damaged(path());
    QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write("{\"tasks\": [") > 0);
    damaged.close();
    start();
    know({task(QStringLiteral("Call"), "2026-11-24T15:00", {QStringLiteral("-PT0M")})});
    QCOMPARE(firedBy("2026-11-24T15:00:00"), QStringList(QStringLiteral("Call")));
    QVERIFY(QFile::exists(path() + QStringLiteral(".damaged")));
}

QTEST_GUILESS_MAIN(TestReminderSchedule)
#include "tst_reminderschedule.moc"
