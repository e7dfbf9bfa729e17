#include "app/reminders/reminderschedule.h"
#include "app/translation.h"
#include "core/taskfield.h"
#include "support/notificationserver.h"
#include "ui/messagebar.h"
#include "ui/reminders/reminderhost.h"
#include "ui/trayicon.h"
#include "windowfixture.h"

using namespace glow;
using core::Reminder;
using core::WallTime;
using store::ReminderState;
using tests::NotificationServer;
using tests::WindowFixture;

namespace {

constexpr int patience = 30000;
const QStringList modern{QStringLiteral("actions"), QStringLiteral("body"), QStringLiteral("body-markup")};

QDateTime at(const char* text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

} // namespace

/// Reminders as a person meets them: the whole window, a desktop that shows notifications, a clock that is
/// set.
class TestReminding : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();

    void itIsShownOnceAndNoStatementIsSent();
    void itFiresWithTheServerGone();
    void completeIsStored();
    void completeOfAnotherWorkspaceIsStored();
    void completedElsewhereItIsTakenBack();
    void snoozed_data();
    void snoozed();
    void theDefaultActionShowsTheTask();
    void whatWasMissedIsOneNotificationAndOneLine();
    void aHostileTitleIsText();
    void withoutAServerTheWindowSaysIt_data();
    void withoutAServerTheWindowSaysIt();
    void inTheTrayNoDatabaseIsOpenedForIt();

private:
    ui::MainWindow& open(const QList<QJsonObject>& tasks = {{}}, int databases = 1);
    void become(const char* time);
    bool knows(int reminders);
    QString file() { return m_fixture->idOf(0); }
    ui::ReminderHost& host() { return m_fixture->window().reminders(); }
    const NotificationServer::Shown* shown(int i = 0);
    QString messages() { return m_fixture->pane().messages().text(); }

    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<tests::ChaosProxy> m_proxy;
    std::unique_ptr<NotificationServer> m_desktop;
    std::unique_ptr<WindowFixture> m_fixture;
    QDateTime m_now;
    QList<QUuid> m_tasks;
};

void TestReminding::initTestCase()
{
    store::Database::loadDriver();
    tests::onThread([this] { m_server = std::make_unique<tests::TemporaryServer>(); });
}

void TestReminding::cleanupTestCase()
{
    m_fixture.reset();
    m_proxy.reset();
    m_desktop.reset();
    tests::onThread([this] { m_server.reset(); });
}

void TestReminding::init()
{
    m_fixture.reset();
    m_desktop.reset();
    m_desktop =
        std::make_unique<NotificationServer>(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"), modern);
    m_proxy = std::make_unique<tests::ChaosProxy>(m_server->port());
    m_now = at("2026-11-24T08:00:00");
    m_tasks.clear();
}

/// Tasks due at three with a reminder half an hour before, in the first database.
ui::MainWindow& TestReminding::open(const QList<QJsonObject>& tasks, int databases)
{
    m_fixture = std::make_unique<WindowFixture>(*m_server, databases);
    tests::onThread([&] {
        for (QJsonObject set : tasks) {
            const QString title =
                set.contains(u"title") ? set.take(u"title").toString() : QStringLiteral("Call");
            set.insert(QStringLiteral("due_date"), QStringLiteral("2026-11-24T15:00"));
            const QUuid task = m_fixture->builder().task(title, set);
            const Reminder reminder = Reminder::beforeDue(30);
            m_fixture->builder().apply(
                {tests::operation(core::Verb::Create, core::Entity::Reminder,
                                  core::reminderUid(task, reminder), core::reminderFields(task, reminder))});
            m_tasks.append(task);
        }
    });
    m_fixture->setProxy(*m_proxy);
    m_fixture->options().clock = core::Clock::asking([this] { return m_now; });
    m_fixture->options().hasTray = [] { return true; };
    ui::MainWindow& window = m_fixture->open();
    const auto isReady = [&] { return m_fixture->isReady() && knows(static_cast<int>(tasks.size())); };
    if (!QTest::qWaitFor(isReady, patience))
        qFatal("the window does not open");
    return window;
}

bool TestReminding::knows(int reminders)
{
    return host().schedule().state(file()).tasks.size() == reminders;
}

void TestReminding::become(const char* time)
{
    m_now = at(time);
    host().schedule().check();
}

const NotificationServer::Shown* TestReminding::shown(int i)
{
    const auto isThere = [&] { return m_desktop->all().size() > i; };
    return QTest::qWaitFor(isThere, patience) ? &m_desktop->all().at(i) : nullptr;
}

void TestReminding::itIsShownOnceAndNoStatementIsSent()
{
    open();
    QTest::qWait(500); // what opening still asks
    m_proxy->reset();
    become("2026-11-24T14:30:00");
    QVERIFY(shown());
    QCOMPARE(shown()->summary, QStringLiteral("Call"));
    QVERIFY2(shown()->body.contains(QStringLiteral("15:00")), qPrintable(shown()->body));
    QVERIFY(shown()->actions.contains(QStringLiteral("complete")));
    become("2026-11-24T14:31:00");
    become("2026-11-24T16:00:00");
    QTest::qWait(200);
    QCOMPARE(m_desktop->all().size(), 1);
    QCOMPARE(m_proxy->roundTrips(), 0);
    QVERIFY(m_fixture->pane().messages().isHidden());
}

void TestReminding::itFiresWithTheServerGone()
{
    open();
    m_proxy->setDown(true);
    become("2026-11-24T14:30:00");
    QVERIFY(shown());
}

void TestReminding::completeIsStored()
{
    open({{{QStringLiteral("rrule"), QStringLiteral("FREQ=DAILY")}}});
    become("2026-11-24T14:30:00");
    QVERIFY(shown());
    m_desktop->press(shown()->id, QStringLiteral("complete"));
    const auto stored = [this] {
        return m_fixture->sql(
            QStringLiteral("select string_agg(completed || ' ' || due_date, ',' order by id) "
                           "from public.tasks"));
    };
    QTRY_COMPARE_WITH_TIMEOUT(stored(), QStringLiteral("true 2026-11-24 15:00:00,false 2026-11-25 15:00:00"),
                              patience);
    // The next occurrence reminds as well, which the answer has brought.
    become("2026-11-25T14:30:00");
    QVERIFY(shown(1));
    QCOMPARE(m_desktop->all().size(), 2);
}

void TestReminding::completeOfAnotherWorkspaceIsStored()
{
    open({{}}, 2);
    const QString first = file();
    m_fixture->window().switchWorkspace(m_fixture->idOf(1));
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->isReady(), patience);
    become("2026-11-24T14:30:00");
    QVERIFY(shown());
    m_desktop->press(shown()->id, QStringLiteral("complete"));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->sql(QStringLiteral("select completed from public.tasks")),
                              QStringLiteral("t"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(host().schedule().state(first).tasks.isEmpty() ||
                                 host().schedule().state(first).tasks.begin()->task.completed,
                             patience);
}

void TestReminding::completedElsewhereItIsTakenBack()
{
    open();
    become("2026-11-24T14:30:00");
    QVERIFY(shown());
    tests::onThread([this] { m_fixture->builder().complete(m_tasks.constFirst()); });
    QTRY_COMPARE_WITH_TIMEOUT(m_desktop->closed(), QList<uint>{shown()->id}, patience);
}

void TestReminding::snoozed_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("then");
    QTest::newRow("10 minutes") << QStringLiteral("snooze-10") << QByteArray("2026-11-24T14:39:59")
                                << QByteArray("2026-11-24T14:40:00");
    QTest::newRow("an hour") << QStringLiteral("snooze-60") << QByteArray("2026-11-24T15:29:59")
                             << QByteArray("2026-11-24T15:30:00");
    QTest::newRow("tomorrow") << QStringLiteral("snooze-morning") << QByteArray("2026-11-25T08:59:59")
                              << QByteArray("2026-11-25T09:00:00");
}

void TestReminding::snoozed()
{
    QFETCH(QString, action);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, then);
    open();
    become("2026-11-24T14:30:00");
    QVERIFY(shown());
    m_desktop->press(shown()->id, action);
    const auto isSnoozed = [this] {
        const ReminderState state = host().schedule().state(file());
        return !state.marks.isEmpty() && state.marks.first().snoozed.isValid();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isSnoozed(), patience);
    become(before.constData());
    QTest::qWait(200);
    QCOMPARE(m_desktop->all().size(), 1);
    become(then.constData());
    QVERIFY(shown(1));
}

void TestReminding::theDefaultActionShowsTheTask()
{
    ui::MainWindow& window = open();
    window.hide();
    become("2026-11-24T14:30:00");
    QVERIFY(shown());
    m_desktop->press(shown()->id, QStringLiteral("default"));
    QTRY_VERIFY_WITH_TIMEOUT(window.isVisible(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->page().table().currentTask(), m_tasks.constFirst(), patience);
}

void TestReminding::whatWasMissedIsOneNotificationAndOneLine()
{
    open({{{QStringLiteral("title"), QStringLiteral("One")}},
          {{QStringLiteral("title"), QStringLiteral("Two")}}});
    m_now = at("2026-11-26T08:00:00"); // while it is closed
    m_fixture->restart();
    QVERIFY(shown());
    QCOMPARE(shown()->summary, QStringLiteral("2 missed reminders"));
    QCOMPARE(shown()->body, QStringLiteral("One\nTwo"));
    QTRY_VERIFY_WITH_TIMEOUT(messages().contains(QStringLiteral("One · Two")), patience);
    m_fixture->restart();
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->isReady() && knows(2), patience);
    QTest::qWait(200);
    QCOMPARE(m_desktop->all().size(), 1);
    QVERIFY(!messages().contains(QStringLiteral("One")));
}

void TestReminding::aHostileTitleIsText()
{
    const QString title = QStringLiteral("<b>x</b> & <img src='http://127.0.0.1/'> \u202Etxt");
    open({{{QStringLiteral("title"), title}}, {{QStringLiteral("title"), QStringLiteral("<i>y</i>")}}});
    m_now = at("2026-11-24T14:30:00");
    host().schedule().check();
    QVERIFY(shown(1));
    QStringList summaries{shown(0)->summary, shown(1)->summary};
    summaries.sort();
    // A summary has no markup; a body has.
    QCOMPARE(summaries, QStringList({QStringLiteral("<b>x</b> & <img src='http://127.0.0.1/'> txt"),
                                     QStringLiteral("<i>y</i>")}));
    for (const NotificationServer::Shown& each : m_desktop->all())
        m_desktop->press(each.id, QStringLiteral("snooze-10"));
    const auto snoozed = [this] {
        int count = 0;
        const ReminderState state = host().schedule().state(file());
        for (const ReminderState::Mark& mark : state.marks)
            count += mark.snoozed.isValid() ? 1 : 0;
        return count;
    };
    QTRY_COMPARE_WITH_TIMEOUT(snoozed(), 2, patience);
    become("2026-11-25T10:00:00"); // both missed: their titles are in the body
    QVERIFY(shown(2));
    QVERIFY2(!shown(2)->body.contains(u'<') && shown(2)->body.contains(QStringLiteral("&lt;img")),
             qPrintable(shown(2)->body));
    QTRY_VERIFY_WITH_TIMEOUT(messages().contains(QStringLiteral("<i>y</i>")), patience);
}

void TestReminding::withoutAServerTheWindowSaysIt_data()
{
    QTest::addColumn<bool>("hasServer");
    QTest::newRow("a server without buttons") << true;
    QTest::newRow("no server") << false;
}

void TestReminding::withoutAServerTheWindowSaysIt()
{
    QFETCH(bool, hasServer);
    m_desktop.reset();
    if (hasServer)
        m_desktop = std::make_unique<NotificationServer>(qEnvironmentVariable("DBUS_SESSION_BUS_ADDRESS"),
                                                         QStringList{QStringLiteral("body")});
    open();
    become("2026-11-24T14:30:00");
    QTRY_VERIFY_WITH_TIMEOUT(messages().contains(QStringLiteral("Call")), patience);
    QPushButton* complete = nullptr;
    for (QPushButton* button : m_fixture->pane().messages().findChildren<QPushButton*>()) {
        if (button->text() == u"Complete")
            complete = button;
    }
    QVERIFY(complete);
    QTest::mouseClick(complete, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->sql(QStringLiteral("select completed from public.tasks")),
                              QStringLiteral("t"), patience);
    QVERIFY(!messages().contains(QStringLiteral("Call")));
}

void TestReminding::inTheTrayNoDatabaseIsOpenedForIt()
{
    open();
    m_fixture->close();
    m_proxy->reset();
    ui::WindowOptions options = m_fixture->options();
    ui::MainWindow inTray(options, m_fixture->theme());
    inTray.startInTray();
    m_now = at("2026-11-24T14:30:00");
    inTray.reminders().schedule().check();
    QVERIFY(shown());
    QVERIFY(!inTray.isVisible() && !inTray.pane());
    QCOMPARE(m_proxy->roundTrips(), 0);
    m_desktop->press(shown()->id, QStringLiteral("complete"));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->sql(QStringLiteral("select completed from public.tasks")),
                              QStringLiteral("t"), patience);
    QVERIFY(!inTray.isVisible());
}

int main(int argc, char** argv)
{
    qputenv("TZ", "Europe/Berlin");
    const tests::SessionBus bus; // before the application asks for one
    QApplication application(argc, argv);
    app::installTranslations(application, app::useLocale(QStringLiteral("en")));
    TestReminding test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_reminding.moc"
