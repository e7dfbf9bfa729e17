#include "ui/windowfixture.h"

#include "app/timer/timer.h"
#include "ui/actions.h"
#include "ui/editor/taskeditor.h"
#include "ui/messagebar.h"
#include "ui/statusline.h"
#include "ui/timer/timerfield.h"
#include "ui/timer/timermark.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace glow;

namespace {

constexpr int patience = 30000;

} // namespace

/// The timer of tasks, by mouse and keyboard in the whole window, by a clock that the test moves.
class TestTimer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theButtonInTheEditorStartsAndStops();
    void theKeyStartsTheTimerOfTheChosenTask();
    void startingAnotherStopsTheFirst();
    void completingStopsAndCounts();
    void undoTakesBackAStart();
    void theTotalIsCorrectedByHand();
    void whatRunsIsThereAfterACrash();
    void aForgottenTimerIsAskedAbout_data();
    void aForgottenTimerIsAskedAbout();
    void aTimerLeftOverNightIsAskedAboutOnReturnOnce();
    void anotherProgramsStartStopsOurs();
    void theRowSaysThatItsTimerRuns();

private:
    void open();
    void pass(qint64 seconds) { m_now = m_now.addSecs(seconds); }
    ui::TimerField& field() { return *m->window().findChild<ui::TimerField*>(); }
    ui::TimerMark& mark() { return *m->window().findChild<ui::TimerMark*>(); }
    app::Timer& timer() { return m->pane().workspace().timer(); }
    void press(QWidget& parent, int number)
    {
        QTest::mouseClick(parent.findChildren<QToolButton*>().at(number), Qt::LeftButton);
    }
    void choose(const QString& title)
    {
        m->choose(title);
        QTRY_COMPARE_WITH_TIMEOUT(m->pane().editor()->task(), m->model().uidAt(m->rowOf(title)), patience);
        QTest::qWait(50);
    }
    QString stored(const QString& title)
    {
        QString row;
        tests::onThread([&] {
            row = m->sql(
                QStringLiteral("select coalesce(glow_spent, 0) || ' ' || (glow_timer is not null) from "
                               "tasks where title = '%1'")
                    .arg(title));
        });
        return row;
    }

    QDateTime m_now;
    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<tests::WindowFixture> m;
};

void TestTimer::initTestCase()
{
    m_server = std::make_unique<tests::TemporaryServer>();
}

void TestTimer::init()
{
    m_now = QDateTime(QDate(2026, 11, 24), QTime(9, 0));
    m = std::make_unique<tests::WindowFixture>(*m_server);
    m->options().clock = core::Clock::asking([this] { return m_now; });
    tests::onThread([this] {
        m->builder().task(QStringLiteral("Write"), {{QStringLiteral("estimate"), 120}});
        m->builder().task(QStringLiteral("Read"));
    });
}

void TestTimer::cleanup()
{
    m.reset();
}

void TestTimer::open()
{
    m->open();
    QTRY_VERIFY_WITH_TIMEOUT(m->isReady(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m->model().taskCount(), 2, patience);
}

void TestTimer::theButtonInTheEditorStartsAndStops()
{
    open();
    choose(QStringLiteral("Write"));
    QVERIFY(mark().isHidden());
    press(field(), 0);
    QVERIFY(timer().isRunning());
    QVERIFY(!mark().isHidden());
    QTRY_COMPARE_WITH_TIMEOUT(stored(QStringLiteral("Write")), QStringLiteral("0 true"), patience);
    pass(45 * 60 + 10);
    press(field(), 0);
    QVERIFY(!timer().isRunning());
    QVERIFY(mark().isHidden());
    QTRY_COMPARE_WITH_TIMEOUT(stored(QStringLiteral("Write")), QStringLiteral("2710 false"), patience);
    QTRY_COMPARE(field().findChild<QLineEdit*>()->text(), QStringLiteral("45 min"));
    QCOMPARE(field().findChild<QLabel*>()->text(), QStringLiteral("of 2 h"));
}

void TestTimer::theKeyStartsTheTimerOfTheChosenTask()
{
    open();
    choose(QStringLiteral("Read"));
    QTest::keyClick(&m->page().table(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(timer().isRunning(), patience);
    QCOMPARE(timer().running().title, QStringLiteral("Read"));
    pass(60);
    QTest::keyClick(&m->page().table(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!timer().isRunning(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(stored(QStringLiteral("Read")), QStringLiteral("60 false"), patience);
}

void TestTimer::startingAnotherStopsTheFirst()
{
    open();
    choose(QStringLiteral("Write"));
    press(field(), 0);
    pass(600);
    choose(QStringLiteral("Read"));
    press(field(), 0);
    QCOMPARE(timer().running().title, QStringLiteral("Read"));
    QTRY_COMPARE_WITH_TIMEOUT(stored(QStringLiteral("Write")), QStringLiteral("600 false"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(stored(QStringLiteral("Read")), QStringLiteral("0 true"), patience);
    press(mark(), 0);
    QVERIFY(!timer().isRunning());
}

void TestTimer::completingStopsAndCounts()
{
    open();
    choose(QStringLiteral("Write"));
    press(field(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(stored(QStringLiteral("Write")), QStringLiteral("0 true"), patience);
    pass(120);
    QTest::keyClick(&m->page().table(), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(stored(QStringLiteral("Write")), QStringLiteral("120 false"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!timer().isRunning(), patience);
    QVERIFY(mark().isHidden());
}

void TestTimer::undoTakesBackAStart()
{
    open();
    choose(QStringLiteral("Write"));
    press(field(), 0);
    pass(600);
    choose(QStringLiteral("Read"));
    press(field(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(stored(QStringLiteral("Read")), QStringLiteral("0 true"), patience);
    QTest::keyClick(&m->page().table(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(stored(QStringLiteral("Read")), QStringLiteral("0 false"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(stored(QStringLiteral("Write")), QStringLiteral("0 true"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(timer().running().title, QStringLiteral("Write"), patience);
}

void TestTimer::theTotalIsCorrectedByHand()
{
    open();
    choose(QStringLiteral("Write"));
    auto* line = field().findChild<QLineEdit*>();
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("soon"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(m->window().findChild<QLabel*>(QStringLiteral("timerIssue"))->isVisible());
    QCOMPARE(line->text(), QStringLiteral("soon"));
    line->selectAll();
    QTest::keyClicks(line, QStringLiteral("1h30m"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(stored(QStringLiteral("Write")), QStringLiteral("5400 false"), patience);
    QVERIFY(!m->window().findChild<QLabel*>(QStringLiteral("timerIssue"))->isVisible());
    QTRY_COMPARE(line->text(), QStringLiteral("1 h 30 min"));
}

void TestTimer::whatRunsIsThereAfterACrash()
{
    tests::onThread([this] {
        m->sql(QStringLiteral("update tasks set glow_timer = '%1' where title = 'Read'")
                   .arg(m_now.toUTC().addSecs(-1800).toString(Qt::ISODate).chopped(1)));
    });
    open();
    QTRY_COMPARE_WITH_TIMEOUT(timer().running().title, QStringLiteral("Read"), patience);
    QVERIFY(mark().text().startsWith(QStringLiteral("30 min · Read")));
    press(mark(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m->pane().editor()->task(), timer().running().uid, patience);
    press(mark(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(stored(QStringLiteral("Read")), QStringLiteral("1800 false"), patience);
}

void TestTimer::aForgottenTimerIsAskedAbout_data()
{
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("outcome");
    QTest::newRow("counted") << "Stop and count it"
                             << "36060 false";
    QTest::newRow("not counted") << "Stop without counting"
                                 << "60 false";
}

void TestTimer::aForgottenTimerIsAskedAbout()
{
    QFETCH(QString, button);
    tests::onThread([this] {
        m->sql(QStringLiteral("update tasks set glow_spent = 60, glow_timer = '%1' where title = 'Read'")
                   .arg(m_now.toUTC().addSecs(-36000).toString(Qt::ISODate).chopped(1)));
    });
    open();
    QAbstractButton* wanted = nullptr;
    const auto find = [&] {
        for (auto* each : m->pane().messages().findChildren<QAbstractButton*>()) {
            if (each->text() == button)
                wanted = each;
        }
        return wanted != nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(find(), patience);
    QTest::mouseClick(wanted, Qt::LeftButton);
    QFETCH(QString, outcome);
    QTRY_COMPARE_WITH_TIMEOUT(stored(QStringLiteral("Read")), outcome, patience);
    QVERIFY(!timer().isRunning());
}

void TestTimer::aTimerLeftOverNightIsAskedAboutOnReturnOnce()
{
    open();
    choose(QStringLiteral("Write"));
    press(field(), 0);
    QSignalSpy forgotten(&timer(), &app::Timer::forgotten);
    pass(9 * 3600);
    Q_EMIT m->pane().activity().activeChanged(true);
    QCOMPARE(forgotten.size(), 1);
    QTRY_VERIFY(m->pane().messages().isVisible());
    Q_EMIT m->pane().activity().activeChanged(true);
    QCOMPARE(forgotten.size(), 1);
}

void TestTimer::anotherProgramsStartStopsOurs()
{
    open();
    choose(QStringLiteral("Write"));
    press(field(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(stored(QStringLiteral("Write")), QStringLiteral("0 true"), patience);
    tests::onThread([this] {
        const QUuid read(m->sql(QStringLiteral("select glow_uid from tasks where title = 'Read'")));
        m->builder().apply({tests::operation(
            core::Verb::Update, core::Entity::Task, read,
            {{QStringLiteral("timer"), m_now.toUTC().addSecs(30).toString(u"yyyy-MM-ddTHH:mm:ss")}})});
    });
    QTRY_COMPARE_WITH_TIMEOUT(timer().running().title, QStringLiteral("Read"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(stored(QStringLiteral("Write")).endsWith(QStringLiteral(" false")), patience);
}

void TestTimer::theRowSaysThatItsTimerRuns()
{
    open();
    choose(QStringLiteral("Write"));
    const QImage before = m->page().table().grab().toImage();
    press(field(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(m->model().taskAt(m->rowOf(QStringLiteral("Write")))->timerStarted.isValid(),
                             patience);
    QTRY_VERIFY(m->page().table().grab().toImage() != before);
}

QTEST_MAIN(TestTimer)
#include "tst_timer.moc"
