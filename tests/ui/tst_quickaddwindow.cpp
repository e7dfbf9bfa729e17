#include "ui/quickadd/namecompleter.h"
#include "ui/quickadd/quickaddhost.h"
#include "ui/quickadd/quickaddwindow.h"
#include "ui/quickadd/tokenchips.h"
#include "ui/quickadd/tokenedit.h"
#include "windowfixture.h"

#include <QClipboard>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>

using namespace glow;
using tests::WindowFixture;

namespace {

constexpr int patience = 20000;

} // namespace

/// The small window beside the big one, driven by keyboard and mouse on a real database.
class TestQuickAddWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void cleanup();
    void enterAddsAndCloses();
    void shiftEnterAddsAndStays();
    void theMouseAddsWithTheButton();
    void aChipIsDismissedByTheMouse();
    void aChipIsDismissedByTheKeyboard();
    void tagsOfTheDatabaseAreCompleted();
    void severalPastedLinesAreOneStep();
    void aPastedTitleThatIsTooLongGoesOnInTheNotes();
    void escapeKeepsTheDraftOverARestart();
    void whatIsRefusedComesBack();
    void whatIsAddedBeforeTheDatabaseAnswersIsNotLost();
    void aStartForItAloneEndsWhenItIsStored();

private:
    void open();
    void type(const QString& text) { QTest::keyClicks(edit(), text); }
    ui::QuickAddWindow& window() { return *m_fixture->window().quickAdd().window(); }
    ui::TokenEdit* edit() { return &window().line().edit(); }
    QList<ui::TokenChip*> chips() { return window().findChildren<ui::TokenChip*>(); }
    QString hint() { return window().findChild<QLabel*>(QStringLiteral("hint"))->text(); }
    QString sql(const QString& statement) { return m_fixture->sql(statement); }

    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestQuickAddWindow::initTestCase()
{
    store::Database::loadDriver();
    tests::onThread([this] { m_server = std::make_unique<tests::TemporaryServer>(); });
}

void TestQuickAddWindow::cleanupTestCase()
{
    tests::onThread([this] { m_server.reset(); });
}

void TestQuickAddWindow::init()
{
    m_fixture = std::make_unique<WindowFixture>(*m_server);
    m_fixture->options().clock = core::Clock::fixedAt(QDateTime({2026, 11, 23}, {16, 40}));
}

void TestQuickAddWindow::cleanup()
{
    m_fixture.reset();
}

void TestQuickAddWindow::open()
{
    m_fixture->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->isReady(), patience);
    m_fixture->window().openQuickAdd();
    QApplication::setActiveWindow(&window());
    QTRY_VERIFY(edit()->hasFocus());
}

void TestQuickAddWindow::enterAddsAndCloses()
{
    open();
    type(QStringLiteral("Pay the water bill friday 9am every month p1 #Home @errand"));
    QTRY_COMPARE(chips().size(), 5);
    QTest::keyClick(edit(), Qt::Key_Return);
    QVERIFY(window().isHidden());
    QTRY_COMPARE_WITH_TIMEOUT(
        sql(QStringLiteral("select t.title, t.due_date, t.glow_rrule, t.priority, l.name from public.tasks t "
                           "join glowlist.list l on l.uid = t.glow_list")),
        QStringLiteral("Pay the water bill|2026-11-27 09:00:00|FREQ=MONTHLY|high|Home"), patience);
    m_fixture->window().openQuickAdd();
    QVERIFY(window().line().text().isEmpty());
}

void TestQuickAddWindow::shiftEnterAddsAndStays()
{
    open();
    for (const QString& title : {QStringLiteral("one"), QStringLiteral("two")}) {
        type(title);
        QTest::keyClick(edit(), Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(window().isVisible() && window().line().text().isEmpty());
    }
    QVERIFY(edit()->hasFocus());
    QTRY_COMPARE_WITH_TIMEOUT(sql(QStringLiteral("select count(*) from public.tasks")), QStringLiteral("2"),
                              patience);
}

void TestQuickAddWindow::theMouseAddsWithTheButton()
{
    open();
    auto* add = window().findChild<QPushButton*>(QStringLiteral("addButton"));
    QVERIFY(!add->isEnabled());
    type(QStringLiteral("by mouse"));
    QTest::mouseClick(add, Qt::LeftButton);
    QVERIFY(window().isHidden());
    QTRY_COMPARE_WITH_TIMEOUT(sql(QStringLiteral("select title from public.tasks")),
                              QStringLiteral("by mouse"), patience);
}

void TestQuickAddWindow::aChipIsDismissedByTheMouse()
{
    open();
    type(QStringLiteral("Read p1 tomorrow"));
    QTRY_COMPARE(chips().size(), 2);
    QTest::mouseClick(chips().constLast(), Qt::LeftButton);
    QCOMPARE(window().line().text(), QStringLiteral("Read p1 \\tomorrow"));
    QTRY_COMPARE(chips().size(), 1);
    QTest::keyClick(edit(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window().line().text(), QStringLiteral("Read p1 tomorrow"));
    QTRY_COMPARE(chips().size(), 2);
}

void TestQuickAddWindow::aChipIsDismissedByTheKeyboard()
{
    open();
    type(QStringLiteral("Read #Home p1"));
    QTRY_COMPARE(chips().size(), 2);
    QTest::keyClick(edit(), Qt::Key_Down);
    QVERIFY(chips().constFirst()->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    QCOMPARE(window().line().text(), QStringLiteral("Read #Home \\p1"));
    QTRY_COMPARE(chips().size(), 1);
    QVERIFY(chips().constFirst()->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_COMPARE(chips().size(), 0);
    QVERIFY(edit()->hasFocus());
    QTest::keyClick(edit(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(sql(QStringLiteral("select title, priority from public.tasks")),
                              QStringLiteral("Read #Home p1|none"), patience);
}

void TestQuickAddWindow::tagsOfTheDatabaseAreCompleted()
{
    tests::onThread([this] { m_fixture->builder().tag(QStringLiteral("garden center")); });
    open();
    type(QStringLiteral("Soil @cen"));
    QVERIFY(window().line().completer().isOpen());
    QVERIFY(window().rect().contains(window().line().completer().list()->geometry()));
    QTest::keyClick(edit(), Qt::Key_Tab);
    QCOMPARE(window().line().text(), QStringLiteral("Soil @\"garden center\" "));
    QTest::keyClick(edit(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(
        sql(QStringLiteral("select g.name from glowlist.task_tag t join glowlist.tag g on "
                           "g.uid = t.tag")),
        QStringLiteral("garden center"), patience);
}

void TestQuickAddWindow::severalPastedLinesAreOneStep()
{
    open();
    const int before = sql(QStringLiteral("select revision from glowlist.workspace")).toInt();
    QApplication::clipboard()->setText(QStringLiteral("- [ ] Milk\n- [ ] Bread p1\n\nButter #Home\n"));
    QTest::keyClick(edit(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(
        sql(QStringLiteral("select string_agg(title, ',' order by glow_path) from public.tasks")),
        QStringLiteral("Milk,Bread,Butter"), patience);
    QCOMPARE(sql(QStringLiteral("select revision from glowlist.workspace")).toInt(), before + 1);
    QVERIFY(window().isVisible());
    QTest::keyClick(edit(), Qt::Key_Escape);
    QApplication::setActiveWindow(&m_fixture->window());
    m_fixture->page().table().setFocus();
    QTRY_VERIFY(m_fixture->page().table().hasFocus());
    QTest::keyClick(&m_fixture->page().table(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(sql(QStringLiteral("select count(*) from public.tasks")), QStringLiteral("0"),
                              patience);
}

void TestQuickAddWindow::aPastedTitleThatIsTooLongGoesOnInTheNotes()
{
    open();
    QApplication::clipboard()->setText(QStringLiteral("short\n") + QString(250, u'x'));
    QTest::keyClick(edit(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(
        sql(QStringLiteral("select length(title), description from public.tasks where title <> 'short'")),
        QStringLiteral("200|") + QString(50, u'x'), patience);
}

void TestQuickAddWindow::escapeKeepsTheDraftOverARestart()
{
    open();
    type(QStringLiteral("half a thought @er"));
    QTest::keyClick(edit(), Qt::Key_Escape); // the suggestions
    QVERIFY(window().isVisible());
    QTest::keyClick(edit(), Qt::Key_Escape);
    QVERIFY(window().isHidden());
    m_fixture->restart();
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->isReady(), patience);
    m_fixture->window().openQuickAdd();
    QCOMPARE(window().line().text(), QStringLiteral("half a thought @er"));
}

void TestQuickAddWindow::whatIsRefusedComesBack()
{
    open();
    const QString line = QStringLiteral("Task #") + QString(201, u'x');
    type(line);
    QTest::keyClick(edit(), Qt::Key_Return);
    QVERIFY(window().isHidden());
    QTRY_VERIFY_WITH_TIMEOUT(window().isVisible(), patience);
    QCOMPARE(window().line().text(), line);
    QTRY_VERIFY2(hint().contains(QStringLiteral("too long")), qPrintable(hint()));
}

void TestQuickAddWindow::whatIsAddedBeforeTheDatabaseAnswersIsNotLost()
{
    tests::onThread([this] { m_fixture->builder().list(QStringLiteral("Home")); });
    m_fixture->open();
    m_fixture->window().openQuickAdd();
    type(QStringLiteral("early #Home"));
    QTest::keyClick(edit(), Qt::Key_Return);
    QVERIFY(m_fixture->window().quickAdd().isBusy());
    QTRY_COMPARE_WITH_TIMEOUT(sql(QStringLiteral("select title from public.tasks")), QStringLiteral("early"),
                              patience);
    QCOMPARE(sql(QStringLiteral("select count(*) from glowlist.list")), QStringLiteral("1"));
    QTRY_VERIFY(!m_fixture->window().quickAdd().isBusy());
}

void TestQuickAddWindow::aStartForItAloneEndsWhenItIsStored()
{
    m_fixture->options().quickAdd = true;
    ui::MainWindow& main = m_fixture->open();
    main.hide();
    const QSignalSpy closed(&main, &ui::MainWindow::closed);
    main.openQuickAdd();
    type(QStringLiteral("alone"));
    QTest::keyClick(edit(), Qt::Key_Return);
    QCOMPARE(closed.size(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(closed.size(), 1, patience);
    QCOMPARE(sql(QStringLiteral("select title from public.tasks")), QStringLiteral("alone"));
}

QTEST_MAIN(TestQuickAddWindow)
#include "tst_quickaddwindow.moc"
