#include "ui/windowfixture.h"

#include "ui/editor/datefield.h"
#include "ui/editor/tagfield.h"
#include "ui/editor/taskeditor.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

using namespace glow;
using namespace glow::tests;

namespace {

constexpr int patience = 20000;

} // namespace

/// The reminders of a task, by mouse and keyboard in the whole window.
class TestReminderRow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theyAreTypedAndTakenOffByKeyboard();
    void theBellOffersWhatIsUsualAndAClickTakesOff();
    void whatIsSetIsTakenOffInTheList();
    void leavingTheLineStoresWhatIsTyped();
    void whatIsNoReminderIsExplainedAndStaysWithItsTask();
    void withoutADueDateTheRowSaysSo();
    void undoTakesOneBack();
    void quickAddMakesThem();
    void theNextOccurrenceHasThem();
    void soHasTheNextOfWhatAnotherProgramCompleted();
    void skippingTakesOneAtATimeAlong();
    void theyHaveNamesForAScreenReader();

private:
    ui::TagField* field() const;
    QLineEdit* line() const { return field()->line(); }
    QLabel* issue() const;
    QString stored(const QString& title = QStringLiteral("Release"));
    QStringList chips() const;
    void type(const QString& text, Qt::Key end = Qt::Key_Return);

    std::unique_ptr<TemporaryServer> m_server;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestReminderRow::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_server = std::make_unique<TemporaryServer>();
}

void TestReminderRow::init()
{
    m_fixture = std::make_unique<WindowFixture>(*m_server);
    QApplication::setStyle(new ui::GlowStyle(m_fixture->theme()));
    m_fixture->options().clock = core::Clock::fixedAt(QDateTime(QDate(2026, 11, 23), QTime(10, 0)));
    onThread([this] {
        m_fixture->builder().task(QStringLiteral("Release"),
                                  {{QStringLiteral("due_date"), QStringLiteral("2026-11-27T17:00")},
                                   {QStringLiteral("rrule"), QStringLiteral("FREQ=WEEKLY")}});
        m_fixture->builder().task(QStringLiteral("Someday"));
    });
    m_fixture->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->isReady() && m_fixture->rowOf(QStringLiteral("Release")) >= 0,
                             patience);
    m_fixture->choose(QStringLiteral("Release"));
    QTRY_VERIFY_WITH_TIMEOUT(field() && field()->isVisible(), patience);
}

void TestReminderRow::cleanup()
{
    m_fixture.reset();
}

ui::TagField* TestReminderRow::field() const
{
    return m_fixture->pane().editor()->findChild<ui::TagField*>(QStringLiteral("reminders"));
}

QLabel* TestReminderRow::issue() const
{
    return m_fixture->pane().editor()->findChild<QLabel*>(QStringLiteral("remindersIssue"));
}

QString TestReminderRow::stored(const QString& title)
{
    return m_fixture->sql(
        QStringLiteral("select coalesce(string_agg(glowlist.reminder_value(r), ' ' order by r.before desc "
                       "nulls last, r.at), '') from glowlist.reminder r join tasks t on t.glow_uid = r.task "
                       "where t.title = '%1' and not t.completed")
            .arg(title));
}

QStringList TestReminderRow::chips() const
{
    QStringList texts;
    const QList<QAbstractButton*> buttons = field()->findChildren<QAbstractButton*>();
    for (const QAbstractButton* each : buttons) {
        if (!qobject_cast<const QToolButton*>(each) && each->isVisible())
            texts.append(each->text());
    }
    return texts;
}

void TestReminderRow::type(const QString& text, Qt::Key end)
{
    line()->setFocus();
    QTest::keyClicks(line(), text);
    QTest::keyClick(line(), end);
}

void TestReminderRow::theyAreTypedAndTakenOffByKeyboard()
{
    type(QStringLiteral("2 h before"));
    type(QStringLiteral("thursday 18:00"));
    type(QStringLiteral("45m"));
    QTRY_COMPARE_WITH_TIMEOUT(stored(), QStringLiteral("-PT120M -PT45M 2026-11-26T18:00"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(chips(),
                              (QStringList{QStringLiteral("2 h before"), QStringLiteral("45 min before"),
                                           QStringLiteral("26 Nov, 18:00")}),
                              patience);
    QTest::keyClick(line(), Qt::Key_Backspace);
    QTRY_COMPARE_WITH_TIMEOUT(stored(), QStringLiteral("-PT120M -PT45M"), patience);
}

void TestReminderRow::theBellOffersWhatIsUsualAndAClickTakesOff()
{
    QTest::mouseClick(field()->findChild<QToolButton*>(), Qt::LeftButton);
    QAbstractItemView* popup = line()->completer()->popup();
    QTRY_VERIFY_WITH_TIMEOUT(popup->isVisible(), patience);
    const QModelIndex half = popup->model()->index(2, 0);
    QCOMPARE(half.data().toString(), QStringLiteral("30 min before"));
    QTest::mouseClick(popup->viewport(), Qt::LeftButton, {}, popup->visualRect(half).center());
    QTRY_COMPARE_WITH_TIMEOUT(stored(), QStringLiteral("-PT30M"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(chips(), QStringList{QStringLiteral("30 min before")}, patience);
    for (QAbstractButton* each : field()->findChildren<QAbstractButton*>()) {
        if (each->text() == u"30 min before" && each->isVisible())
            QTest::mouseClick(each, Qt::LeftButton);
    }
    QTRY_COMPARE_WITH_TIMEOUT(stored(), QString(), patience);
}

void TestReminderRow::whatIsSetIsTakenOffInTheList()
{
    type(QStringLiteral("2 h before"));
    type(QStringLiteral("30 min before"));
    QTRY_COMPARE_WITH_TIMEOUT(stored(), QStringLiteral("-PT120M -PT30M"), patience);
    QTest::keyClick(line(), Qt::Key_Down);
    QAbstractItemView* popup = line()->completer()->popup();
    QTRY_VERIFY_WITH_TIMEOUT(popup->isVisible(), patience);
    QCOMPARE(popup->model()->index(0, 0).data().toString(), QStringLiteral("✓ 2 h before"));
    QTest::keyClick(popup, Qt::Key_Down);
    QTest::keyClick(popup, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(stored(), QStringLiteral("-PT30M"), patience);
}

void TestReminderRow::leavingTheLineStoresWhatIsTyped()
{
    type(QStringLiteral("3 days before"), Qt::Key_Tab);
    QTRY_COMPARE_WITH_TIMEOUT(stored(), QStringLiteral("-PT4320M"), patience);
    QVERIFY(line()->text().isEmpty());
}

void TestReminderRow::whatIsNoReminderIsExplainedAndStaysWithItsTask()
{
    type(QStringLiteral("some time soon"));
    QVERIFY(issue()->isVisible() && issue()->text().contains(QStringLiteral("some time soon")));
    m_fixture->choose(QStringLiteral("Someday"));
    QTRY_VERIFY_WITH_TIMEOUT(line()->text().isEmpty() && !issue()->isVisible(), patience);
    m_fixture->choose(QStringLiteral("Release"));
    QTRY_COMPARE_WITH_TIMEOUT(line()->text(), QStringLiteral("some time soon"), patience);
    QVERIFY(issue()->isVisible());
    QCOMPARE(stored(), QString());
}

void TestReminderRow::withoutADueDateTheRowSaysSo()
{
    m_fixture->choose(QStringLiteral("Someday"));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->pane().editor()->task(),
                              m_fixture->model().uidAt(m_fixture->rowOf(QStringLiteral("Someday"))),
                              patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_fixture->pane().editor()->isLoading(), patience);
    type(QStringLiteral("30 min before"));
    QTRY_COMPARE_WITH_TIMEOUT(stored(QStringLiteral("Someday")), QStringLiteral("-PT30M"), patience);
    QVERIFY(issue()->isVisible());
    auto* due = m_fixture->pane().editor()->findChild<QLineEdit*>(QStringLiteral("due"));
    due->setFocus();
    QTest::keyClicks(due, QStringLiteral("tomorrow"));
    QTRY_VERIFY_WITH_TIMEOUT(!issue()->isVisible(), patience);
}

void TestReminderRow::undoTakesOneBack()
{
    type(QStringLiteral("30 min before"));
    QTRY_COMPARE_WITH_TIMEOUT(stored(), QStringLiteral("-PT30M"), patience);
    m_fixture->page().table().setFocus();
    QTest::keyClick(&m_fixture->page().table(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(stored(), QString(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(chips().isEmpty(), patience);
}

void TestReminderRow::quickAddMakesThem()
{
    m_fixture->type(QStringLiteral("Dentist friday 9:00 !1 day before !30 min before"));
    QTRY_COMPARE_WITH_TIMEOUT(stored(QStringLiteral("Dentist")), QStringLiteral("-PT1440M -PT30M"), patience);
}

void TestReminderRow::theNextOccurrenceHasThem()
{
    type(QStringLiteral("30 min before"));
    type(QStringLiteral("thursday 18:00"));
    QTRY_COMPARE_WITH_TIMEOUT(stored(), QStringLiteral("-PT30M 2026-11-26T18:00"), patience);
    m_fixture->page().table().setFocus();
    QTest::keyClick(&m_fixture->page().table(), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(stored(), QStringLiteral("-PT30M 2026-12-03T18:00"), patience);
}

void TestReminderRow::soHasTheNextOfWhatAnotherProgramCompleted()
{
    type(QStringLiteral("1 day before"));
    QTRY_COMPARE_WITH_TIMEOUT(stored(), QStringLiteral("-PT1440M"), patience);
    m_fixture->sql(QStringLiteral("update tasks set completed = true where title = 'Release'"));
    QTRY_COMPARE_WITH_TIMEOUT(m_fixture->sql(QStringLiteral(
                                  "select due_date from tasks where title = 'Release' and not completed")),
                              QStringLiteral("2026-12-04 17:00:00"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(stored(), QStringLiteral("-PT1440M"), patience);
}

void TestReminderRow::skippingTakesOneAtATimeAlong()
{
    type(QStringLiteral("30 min before"));
    type(QStringLiteral("thursday 18:00"));
    QTRY_COMPARE_WITH_TIMEOUT(stored(), QStringLiteral("-PT30M 2026-11-26T18:00"), patience);
    auto* due = m_fixture->pane().editor()->findChild<ui::DateField*>(QStringLiteral("due"));
    due->openCalendar();
    auto* skip = due->findChild<QPushButton*>(QStringLiteral("skip"));
    QTRY_VERIFY_WITH_TIMEOUT(skip && skip->isVisible(), patience);
    QTest::mouseClick(skip, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(stored(), QStringLiteral("-PT30M 2026-12-03T18:00"), patience);
    QApplication::setActiveWindow(&m_fixture->window()); // as the window manager does when a popup closes
    m_fixture->page().table().setFocus();
    QTest::keyClick(&m_fixture->page().table(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(stored(), QStringLiteral("-PT30M 2026-11-26T18:00"), patience);
}

void TestReminderRow::theyHaveNamesForAScreenReader()
{
    type(QStringLiteral("30 min before"));
    QTRY_COMPARE_WITH_TIMEOUT(chips().size(), 1, patience);
    QCOMPARE(line()->accessibleName(), QStringLiteral("Add a reminder"));
    QCOMPARE(field()->accessibleName(), QStringLiteral("Reminder"));
    for (const QAbstractButton* each : field()->findChildren<QAbstractButton*>())
        QVERIFY(each->accessibleName() == u"Add a reminder" ||
                each->accessibleName() == u"Remove reminder “30 min before”");
}

QTEST_MAIN(TestReminderRow)
#include "tst_reminderrow.moc"
