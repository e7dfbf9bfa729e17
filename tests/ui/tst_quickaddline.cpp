#include "app/theme.h"
#include "core/uid.h"
#include "ui/quickadd/namecompleter.h"
#include "ui/quickadd/quickaddline.h"
#include "ui/quickadd/tokenedit.h"

#include <QApplication>
#include <QClipboard>
#include <QListWidget>
#include <QTextEdit>
#include <QtTest>

using namespace glow;

class TestQuickAddLine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void enterTellsTheOperationsAndEmptiesTheLine();
    void theViewsDefaultsHoldUntilATokenSaysOtherwise();
    void aLineOfTokensAloneIsKeptAndExplained();
    void severalPastedLinesBecomeTasksAtOnce();
    void oneLineWithItsBreakIsPastedIntoTheLine();
    void tooManyPastedLinesAreRefusedWithTheLineKept();
    void aTokenIsTakenAsTextByTheMouse();
    void aTokenIsTakenAsTextByTheKeyboard();
    void tagsAreCompletedByTheKeyboard();
    void listsAreCompletedByTheMouse();
    void aNameOfTwoWordsIsCompletedInQuotes();
    void enterAddsUnlessARowWasChosen();
    void escapeClosesTheSuggestionsFirst();
    void downAndEscapeLeaveTheTextAlone();
    void aTextThatCameBackDoesNotOverwriteWhatIsTyped();
    void itPaintsWithTokensInBothDirections();

private:
    QWidget* field() { return m_line->findChild<QTextEdit*>(); }
    void type(const QString& text) { QTest::keyClicks(field(), text); }
    QJsonObject submitted()
    {
        QSignalSpy spy(m_line.get(), &ui::QuickAddLine::submitted);
        QTest::keyClick(field(), Qt::Key_Return);
        if (spy.isEmpty())
            return {};
        return spy.constFirst()
            .constFirst()
            .value<app::QuickAddBatch>()
            .portions.constFirst()
            .constFirst()
            .set;
    }

    app::Theme m_theme;
    core::Clock m_clock = core::Clock::fixedAt(QDateTime({2026, 11, 23}, {16, 40}));
    core::Catalogue m_catalogue;
    std::unique_ptr<ui::QuickAddLine> m_line;
    QUuid m_home = core::newUid();
};

void TestQuickAddLine::init()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_catalogue = {};
    m_catalogue.tagNamespace = core::newUid();
    m_catalogue.lists = {
        {m_home, QStringLiteral("Home"), QStringLiteral("1"), {}, QStringLiteral("a"), false}};
    m_catalogue.tags = {{core::newUid(), QStringLiteral("errand"), {}},
                        {core::newUid(), QStringLiteral("garden center"), {}}};
    m_line = std::make_unique<ui::QuickAddLine>(m_theme, m_clock, m_catalogue);
    m_line->resize(600, 44);
    m_line->show();
    QApplication::setActiveWindow(m_line.get());
    m_line->focusLine();
}

void TestQuickAddLine::enterTellsTheOperationsAndEmptiesTheLine()
{
    type(QStringLiteral("Pay the bill p1 #Home tomorrow 9:30"));
    const QJsonObject set = submitted();
    QCOMPARE(set.value(QStringLiteral("title")).toString(), QStringLiteral("Pay the bill"));
    QCOMPARE(set.value(QStringLiteral("due_date")).toString(), QStringLiteral("2026-11-24T09:30"));
    QCOMPARE(set.value(QStringLiteral("list")).toString(), core::uidText(m_home));
    QVERIFY(m_line->text().isEmpty());
}

void TestQuickAddLine::theViewsDefaultsHoldUntilATokenSaysOtherwise()
{
    m_line->setDefaults({core::WallTime{{2026, 11, 23}, {}}, m_home, {}, {}});
    type(QStringLiteral("Water the plants"));
    QJsonObject set = submitted();
    QCOMPARE(set.value(QStringLiteral("due_date")).toString(), QStringLiteral("2026-11-23"));
    QCOMPARE(set.value(QStringLiteral("list")).toString(), core::uidText(m_home));
    type(QStringLiteral("Water the plants 2026-12-01"));
    set = submitted();
    QCOMPARE(set.value(QStringLiteral("due_date")).toString(), QStringLiteral("2026-12-01"));
}

void TestQuickAddLine::aLineOfTokensAloneIsKeptAndExplained()
{
    type(QStringLiteral("p1 @errand"));
    QVERIFY(submitted().isEmpty());
    QCOMPARE(m_line->text(), QStringLiteral("p1 @errand"));
    QVERIFY(!field()->accessibleDescription().isEmpty());
    type(QStringLiteral(" x"));
    QVERIFY(field()->accessibleDescription().isEmpty());
}

void TestQuickAddLine::severalPastedLinesBecomeTasksAtOnce()
{
    type(QStringLiteral("[]"));
    QTest::keyClick(field(), Qt::Key_Left);
    QSignalSpy spy(m_line.get(), &ui::QuickAddLine::submitted);
    QApplication::clipboard()->setText(QStringLiteral("one p1\r\n\r\ntwo #Home\rthree"));
    QTest::keyClick(field(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(spy.size(), 1);
    const auto batch = spy.constFirst().constFirst().value<app::QuickAddBatch>();
    QCOMPARE(batch.portions.size(), 1);
    QStringList titles;
    for (const core::Operation& operation : batch.portions.constFirst())
        titles.append(operation.set.value(QStringLiteral("title")).toString());
    QCOMPARE(titles, QStringList({QStringLiteral("[one"), QStringLiteral("two"), QStringLiteral("three]")}));
    QVERIFY(m_line->text().isEmpty());
}

void TestQuickAddLine::oneLineWithItsBreakIsPastedIntoTheLine()
{
    QApplication::clipboard()->setText(QStringLiteral("one two\n"));
    static_cast<QTextEdit*>(field())->paste();
    QCOMPARE(m_line->text(), QStringLiteral("one two"));
}

void TestQuickAddLine::tooManyPastedLinesAreRefusedWithTheLineKept()
{
    type(QStringLiteral("draft "));
    QApplication::clipboard()->setText(QStringLiteral("a\n").repeated(6000));
    QSignalSpy spy(m_line.get(), &ui::QuickAddLine::submitted);
    static_cast<QTextEdit*>(field())->paste();
    QVERIFY(field()->accessibleDescription().contains(QStringLiteral("5,000")));
    QCOMPARE(m_line->text(), QStringLiteral("draft "));
    QCOMPARE(spy.size(), 0);
}

void TestQuickAddLine::aTokenIsTakenAsTextByTheMouse()
{
    type(QStringLiteral("Pay tomorrow p1"));
    QWidget* viewport = static_cast<QTextEdit*>(field())->viewport();
    QTextCursor end(static_cast<QTextEdit*>(field())->document());
    end.setPosition(12);
    const QRect caret = static_cast<QTextEdit*>(field())->cursorRect(end);
    QTest::mouseMove(viewport, caret.center() - QPoint(2, 0));
    QTest::mouseClick(viewport, Qt::LeftButton, {}, caret.center() - QPoint(2, 0));
    QCOMPARE(m_line->text(), QStringLiteral("Pay \\tomorrow p1"));
    QCOMPARE(m_line->edit().chips().size(), 1);
    QTest::keyClick(field(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_line->text(), QStringLiteral("Pay tomorrow p1"));
}

void TestQuickAddLine::aTokenIsTakenAsTextByTheKeyboard()
{
    type(QStringLiteral("Pay #Home p1"));
    QTest::keyClick(field(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(m_line->text(), QStringLiteral("Pay #Home \\p1"));
    QTest::keyClick(field(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(m_line->text(), QStringLiteral("Pay \\#Home \\p1"));
    QCOMPARE(submitted().value(QStringLiteral("title")).toString(), QStringLiteral("Pay #Home p1"));
}

void TestQuickAddLine::tagsAreCompletedByTheKeyboard()
{
    type(QStringLiteral("Post @er"));
    QVERIFY(m_line->completer().isOpen());
    QCOMPARE(m_line->completer().list()->count(), 3); // errand, garden center, new
    QTest::keyClick(field(), Qt::Key_Tab);
    QCOMPARE(m_line->text(), QStringLiteral("Post @errand "));
    QVERIFY(!m_line->completer().isOpen());
    QVERIFY(field()->hasFocus());
}

void TestQuickAddLine::listsAreCompletedByTheMouse()
{
    type(QStringLiteral("Post #"));
    QListWidget* list = m_line->completer().list();
    QVERIFY(list && list->isVisible());
    QCOMPARE(list->count(), 1);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(0)).center());
    QCOMPARE(m_line->text(), QStringLiteral("Post #Home "));
    type(QStringLiteral("now"));
    QCOMPARE(submitted().value(QStringLiteral("list")).toString(), core::uidText(m_home));
}

void TestQuickAddLine::aNameOfTwoWordsIsCompletedInQuotes()
{
    type(QStringLiteral("Buy soil @cen"));
    QTest::keyClick(field(), Qt::Key_Tab);
    QCOMPARE(m_line->text(), QStringLiteral("Buy soil @\"garden center\" "));
    type(QStringLiteral("@\"garden "));
    QVERIFY(m_line->completer().isOpen());
    QTest::keyClick(field(), Qt::Key_Tab);
    QCOMPARE(m_line->text(), QStringLiteral("Buy soil @\"garden center\" @\"garden center\" "));
}

void TestQuickAddLine::enterAddsUnlessARowWasChosen()
{
    type(QStringLiteral("Post @er"));
    QTest::keyClick(field(), Qt::Key_Down);
    QTest::keyClick(field(), Qt::Key_Up);
    QTest::keyClick(field(), Qt::Key_Return);
    QCOMPARE(m_line->text(), QStringLiteral("Post @errand "));
    type(QStringLiteral("@ga"));
    QVERIFY(m_line->completer().isOpen());
    QCOMPARE(submitted().value(QStringLiteral("name")).toString(), QStringLiteral("ga"));
    QVERIFY(!m_line->completer().isOpen());
}

void TestQuickAddLine::escapeClosesTheSuggestionsFirst()
{
    QSignalSpy left(m_line.get(), &ui::QuickAddLine::left);
    type(QStringLiteral("Post @e"));
    QTest::keyClick(field(), Qt::Key_Escape);
    QVERIFY(!m_line->completer().isOpen());
    type(QStringLiteral("r"));
    QVERIFY(!m_line->completer().isOpen());
    QCOMPARE(left.size(), 0);
    QTest::keyClick(field(), Qt::Key_Escape);
    QCOMPARE(left.size(), 1);
    type(QStringLiteral(" @e"));
    QVERIFY(m_line->completer().isOpen());
}

void TestQuickAddLine::downAndEscapeLeaveTheTextAlone()
{
    type(QStringLiteral("half a thought"));
    QSignalSpy left(m_line.get(), &ui::QuickAddLine::left);
    QTest::keyClick(field(), Qt::Key_Down);
    QTest::keyClick(field(), Qt::Key_Escape);
    QCOMPARE(left.size(), 2);
    QCOMPARE(m_line->text(), QStringLiteral("half a thought"));
}

void TestQuickAddLine::aTextThatCameBackDoesNotOverwriteWhatIsTyped()
{
    QVERIFY(m_line->giveBack(QStringLiteral("refused")));
    QVERIFY(!m_line->giveBack(QStringLiteral("another")));
    QCOMPARE(m_line->text(), QStringLiteral("refused"));
}

void TestQuickAddLine::itPaintsWithTokensInBothDirections()
{
    m_line->giveBack(QStringLiteral("Call tomorrow @phone p1 #Home מחר"));
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        m_line->setLayoutDirection(direction);
        const QImage image = m_line->grab().toImage();
        int tinted = 0;
        for (int x = 0; x < image.width(); ++x)
            tinted += image.pixelColor(x, image.height() / 2 - 8) == m_theme.colours().accentTint ? 1 : 0;
        QVERIFY(tinted > 60);
    }
}

QTEST_MAIN(TestQuickAddLine)
#include "tst_quickaddline.moc"
