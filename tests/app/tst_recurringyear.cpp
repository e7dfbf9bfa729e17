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

/// A window on the database; asleep it holds no connection and knows what it knew.
struct Window {
    explicit Window(const store::ConnectionString& database)
    {
        store::WorkspaceEntry entry;
        entry.id = core::uidText(core::newUid());
        entry.name = QStringLiteral("Test");
        entry.pooled = entry.direct = database;
        workspace =
            std::make_unique<app::Workspace>(entry, store::Settings(), directory.path(), core::Clock());
        workspace->open();
    }
    void complete(const core::Task& task, const QDateTime& now)
    {
        app::Changes& changes = workspace->changes();
        changes.apply(changes.make(QStringLiteral("Complete"), core::completion(task, now)));
    }

    QTemporaryDir directory;
    std::unique_ptr<app::Workspace> workspace;
    QList<core::Task> known; ///< open tasks when it fell asleep
};

} // namespace

/// A year of recurring tasks, completed by two windows and the web application, one window asleep every other
/// week.
class TestRecurringYear : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void noOccurrenceIsMissingOrDoubled();

private:
    QList<core::Task> open(Window& window) const;
    void settle(const Window& one, const Window& other) const;
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

void TestRecurringYear::noOccurrenceIsMissingOrDoubled()
{
    const QDate first(2026, 11, 1);
    const int days = 365; // summer time begins on 2027-03-28 and ends on 2027-10-31
    onThread([this] {
        const auto add = [this](const char* title, const char* rule, const char* due, bool fromCompletion) {
            m_data->task(QString::fromLatin1(title), {{QStringLiteral("rrule"), QString::fromLatin1(rule)},
                                                      {QStringLiteral("due_date"), QString::fromLatin1(due)},
                                                      {QStringLiteral("from_completion"), fromCompletion}});
        };
        add("daily", "FREQ=DAILY", "2026-11-01T02:30",
            false); // an hour that is skipped once and comes twice once
        add("weekly", "FREQ=WEEKLY;BYDAY=MO,TH", "2026-11-02", false);
        add("monthly", "FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1", "2026-11-30", false);
        add("done", "FREQ=DAILY;INTERVAL=3", "2026-11-01", true);
    });
    Window awake(m_data->database());
    Window sleeper(m_data->database());
    QVERIFY(QTest::qWaitFor([&] { return awake.workspace->isOpen() && sleeper.workspace->isOpen(); }, 60000));
    QRandomGenerator random(7);
    for (int day = 0; day < days; ++day) {
        const QDate today = first.addDays(day);
        const QDateTime now(today, QTime(20, 0), QTimeZone("Europe/Berlin"));
        const bool asleep = day / 7 % 2 == 1;
        if (day % 14 == 7) {
            sleeper.known = open(sleeper);
            sleeper.workspace->setActive(false);
        } else if (day > 0 && day % 14 == 0) {
            // It wakes and completes what it still takes for open.
            sleeper.workspace->setActive(true);
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
}

int main(int argc, char** argv)
{
    qputenv("TZ", "Europe/Berlin");
    QCoreApplication application(argc, argv);
    TestRecurringYear test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_recurringyear.moc"
