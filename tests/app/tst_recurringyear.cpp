#include "app/dayclock.h"
#include "app/reminders/reminderfollower.h"
#include "app/workspace.h"
#include "core/recurrence/nextoccurrence.h"
#include "core/uid.h"
#include "support/applyclient.h"
#include "support/builders.h"
#include "support/onthread.h"

#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimeZone>
#include <QtTest>

using namespace glow;
using namespace glow::tests;

namespace {

const QString file = QStringLiteral("year");

/// A window on the database; asleep it holds no connection and knows what it knew.
struct Window {
    Window(const store::ConnectionString& database, const QDateTime& begin)
        : clockTime(begin)
        , dayClock(clock)
        , schedule(directory.path(), clock)
    {
        store::WorkspaceEntry entry;
        entry.id = core::uidText(core::newUid());
        entry.name = QStringLiteral("Test");
        entry.pooled = entry.direct = database;
        workspace =
            std::make_unique<app::Workspace>(entry, store::Settings(), directory.path(), core::Clock());
        schedule.setWorkspaces({file});
        follower = std::make_unique<app::ReminderFollower>(schedule, file, *workspace, dayClock);
        QObject::connect(&schedule, &app::ReminderSchedule::fired, [this](const QList<app::Firing>& firings) {
            for (const app::Firing& each : firings)
                fired.append(each.task.title + u' ' + each.task.due->date.toString(Qt::ISODate));
        });
        workspace->open();
    }
    /// What this computer takes for open.
    QSet<QUuid> reminding() const
    {
        QSet<QUuid> tasks;
        const store::ReminderState state = schedule.state(file);
        for (const store::ReminderState::Entry& entry : state.tasks) {
            if (!entry.task.completed)
                tasks.insert(entry.task.uid);
        }
        return tasks;
    }
    /// It has become `time`, and whatever is due has fired.
    void become(const QDateTime& time)
    {
        clockTime = time;
        dayClock.check();
        schedule.check();
        const auto isCalm = [this] {
            for (const store::ReminderState state = schedule.state(file);
                 const store::ReminderState::Entry& entry : state.tasks) {
                for (const core::Reminder& reminder : entry.task.reminders) {
                    const QDateTime fire = state.fireTime(entry, reminder);
                    if (fire.isValid() && fire <= clockTime)
                        return false;
                }
            }
            return true;
        };
        QVERIFY(QTest::qWaitFor(isCalm, 60000));
    }
    void complete(const core::Task& task, const QDateTime& now)
    {
        app::Changes& changes = workspace->changes();
        changes.apply(changes.make(QStringLiteral("Complete"), core::completion(task, now)));
    }

    QTemporaryDir directory;
    QDateTime clockTime;
    core::Clock clock = core::Clock::asking([this] { return clockTime; });
    app::DayClock dayClock;
    app::ReminderSchedule schedule;
    std::unique_ptr<app::Workspace> workspace;
    std::unique_ptr<app::ReminderFollower> follower;
    QStringList fired;       ///< title and date, in the order of firing
    QList<core::Task> known; ///< open tasks when it fell asleep
};

} // namespace

/// A year of recurring tasks, completed by two windows and the web application, one window asleep every other
/// week.
class TestRecurringYear : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void noOccurrenceAndNoReminderIsMissingOrDoubled();

private:
    QList<core::Task> open(Window& window) const;
    void settle(const Window& one, const Window& other) const;
    void remind(const QList<Window*>& windows, const QDateTime& now);
    void compareReminders(const Window& awake, const Window& sleeper) const;
    QString sql(const QString& statement) const;

    TemporaryServer m_server;
    std::unique_ptr<Builder> m_data;
    std::unique_ptr<ApplyClient> m_client; ///< the web application, and what is looked at
};

void TestRecurringYear::initTestCase()
{
    QVERIFY(QTimeZone::systemTimeZone().hasTransitions());
    onThread([this] { m_data = std::make_unique<Builder>(m_server); });
    m_client = std::make_unique<ApplyClient>(m_data->database());
}

QString TestRecurringYear::sql(const QString& statement) const
{
    return m_client->sql(statement);
}

QList<core::Task> TestRecurringYear::open(Window& window) const
{
    QList<core::Task> tasks;
    for (const QString& uid :
         sql(QStringLiteral(
                 "select string_agg(glow_uid::text, E'\\n' order by id) from tasks where not completed"))
             .split(u'\n', Qt::SkipEmptyParts))
        tasks.append(window.workspace->reader().detail(QUuid(uid)).result()->task);
    return tasks;
}

void TestRecurringYear::settle(const Window& one, const Window& other) const
{
    const auto stored = [&] {
        return one.workspace->changes().pending() == 0 && other.workspace->changes().pending() == 0;
    };
    QVERIFY(QTest::qWaitFor(stored, 60000));
    const auto continued = [this] {
        return sql(QStringLiteral("select count(*) from tasks where completed and not glow_continued")) ==
               u"0";
    };
    for (int tries = 0; tries < 6000 && !continued(); ++tries)
        QTest::qWait(10);
    QVERIFY(continued());
    QVERIFY(QTest::qWaitFor(stored, 60000));
}

/// Both computers know what is open, then what is due fires on them.
void TestRecurringYear::remind(const QList<Window*>& windows, const QDateTime& now)
{
    QSet<QUuid> open;
    QSet<QUuid> soon; // within the fourteen days that a computer knows by itself
    for (const core::Task& task : this->open(*windows.constFirst())) {
        open.insert(task.uid);
        if (task.due->date <= now.date().addDays(app::ReminderFollower::daysAhead))
            soon.insert(task.uid);
    }
    for (Window* window : windows) {
        const auto isInStep = [&] {
            const QSet<QUuid> known = window->reminding();
            return open.contains(known) && known.contains(soon);
        };
        QVERIFY(QTest::qWaitFor(isInStep, 60000));
        window->become(now);
    }
}

void TestRecurringYear::noOccurrenceAndNoReminderIsMissingOrDoubled()
{
    const QDate first(2026, 11, 1);
    const int days = 365; // summer time begins on 2027-03-28 and ends on 2027-10-31
    onThread([this] {
        const auto add = [this](const char* title, const char* rule, const char* due, bool fromCompletion,
                                int minutesBefore) {
            const QUuid task = m_data->task(QString::fromLatin1(title),
                                            {{QStringLiteral("rrule"), QString::fromLatin1(rule)},
                                             {QStringLiteral("due_date"), QString::fromLatin1(due)},
                                             {QStringLiteral("from_completion"), fromCompletion}});
            const core::Reminder reminder = core::Reminder::beforeDue(minutesBefore);
            m_data->apply(
                {operation(core::Verb::Create, core::Entity::Reminder, core::reminderUid(task, reminder),
                           core::reminderFields(task, reminder))});
        };
        add("daily", "FREQ=DAILY", "2026-11-01T02:30", false,
            0); // an hour that is skipped once and comes twice once
        add("weekly", "FREQ=WEEKLY;BYDAY=MO,TH", "2026-11-02", false, 0);
        add("monthly", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", "2026-11-30", false, 24 * 60);
        add("done", "FREQ=DAILY;INTERVAL=3", "2026-11-01", true, 0);
    });
    const QDateTime begin(first.addDays(-1), QTime(20, 0), QTimeZone("Europe/Berlin"));
    Window awake(m_data->database(), begin);
    Window sleeper(m_data->database(), begin);
    QVERIFY(QTest::qWaitFor([&] { return awake.workspace->isOpen() && sleeper.workspace->isOpen(); }, 60000));
    QRandomGenerator random(7);
    for (int day = 0; day < days; ++day) {
        const QDate today = first.addDays(day);
        const QDateTime now(today, QTime(20, 0), QTimeZone("Europe/Berlin"));
        const bool asleep = day / 7 % 2 == 1;
        if (asleep || day % 14 == 0)
            remind({&awake}, now);
        else
            remind({&awake, &sleeper}, now);
        if (day % 14 == 7) {
            sleeper.known = open(sleeper);
            sleeper.workspace->setActive(false);
        } else if (day > 0 && day % 14 == 0) {
            // It wakes and completes what it still takes for open.
            sleeper.workspace->setActive(true);
            sleeper.become(now);
            for (const core::Task& task : std::exchange(sleeper.known, {})) {
                if (task.due->date <= today)
                    sleeper.complete(task, now);
            }
        }
        for (const core::Task& task : open(awake)) {
            if (task.due->date > today)
                continue;
            const quint32 who = random.bounded(6U) == 0 ? 0 : 1 + random.bounded(asleep ? 1U : 2U);
            if (who == 0)
                sql(QStringLiteral("update tasks set completed = true where glow_uid = '%1'")
                        .arg(core::uidText(task.uid)));
            else
                (who == 1 ? awake : sleeper).complete(task, now);
            if (who == 2 && random.bounded(2U) == 0) // the other window at the same moment
                awake.complete(task, now);
        }
        settle(awake, sleeper);
    }
    QCOMPARE(sql(QStringLiteral("select count(*) from tasks where not completed")), QStringLiteral("4"));
    QCOMPARE(sql(QStringLiteral(
                 "select count(*) from (select from tasks group by coalesce(glow_series, glow_uid), "
                 "coalesce(glow_occurrence, 1) having count(*) > 1) s")),
             QStringLiteral("0"));
    // Every day from the first to the next one, once.
    QCOMPARE(sql(QStringLiteral(
                 "select concat_ws(' ', count(*), count(distinct due_date), min(due_date), max(due_date)) "
                 "from tasks where title = 'daily'")),
             QStringLiteral("366 366 2026-11-01 02:30:00 2027-11-01 02:30:00"));
    QCOMPARE(
        sql(QStringLiteral(
            "select concat_ws('|', string_agg(distinct extract(dow from due_date)::text, ' '), count(*), "
            "count(distinct due_date)) from tasks where title = 'weekly'")),
        QStringLiteral("1 4|105|105"));
    QCOMPARE(
        sql(QStringLiteral("select string_agg(to_char(due_date, 'MM-DD'), ' ' order by due_date) from tasks "
                           "where title = 'monthly'")),
        QStringLiteral("11-30 12-31 01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30"));
    QCOMPARE(
        sql(QStringLiteral(
            "select (count(*) = max(coalesce(glow_occurrence, 1)))::text from tasks where title = 'done'")),
        QStringLiteral("true"));
    compareReminders(awake, sleeper);
}

/// What counts from the completion by another program counts from the server's day, which is not that of the
/// test: it is only not repeated. Every other occurrence was due before its completion. What came while the
/// sleeper slept was completed by others.
void TestRecurringYear::compareReminders(const Window& awake, const Window& sleeper) const
{
    QStringList due = sql(QStringLiteral("select string_agg(title || ' ' || to_char(due_date, 'YYYY-MM-DD'), "
                                         "E'\\n') from tasks where completed and title <> 'done'"))
                          .split(u'\n');
    QStringList fired = awake.fired;
    QCOMPARE(QSet<QString>(fired.begin(), fired.end()).size(), fired.size());
    fired.removeIf([](const QString& each) { return each.startsWith(u"done"); });
    due.sort();
    fired.sort();
    QCOMPARE(fired, due);
    const QSet<QString> once(sleeper.fired.begin(), sleeper.fired.end());
    QCOMPARE(once.size(), sleeper.fired.size());
    for (int day = 0; day < 365; ++day) {
        const QString name = QStringLiteral("daily ") + QDate(2026, 11, 1).addDays(day).toString(Qt::ISODate);
        QVERIFY2(once.contains(name) || day / 7 % 2 == 1 || day % 14 == 0, qPrintable(name));
    }
}

int main(int argc, char** argv)
{
    qputenv("TZ", "Europe/Berlin");
    QCoreApplication application(argc, argv);
    TestRecurringYear test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_recurringyear.moc"
