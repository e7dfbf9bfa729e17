#include "app/theme.h"
#include "core/uid.h"
#include "ui/quickadd/quickaddline.h"

#include <QApplication>
#include <QClipboard>
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
    void aPastedLineBreakDoesNotCutTheLine();
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
        return spy.constFirst().constFirst().value<app::QuickAddOperations>().operations.constFirst().set;
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
    m_line = std::make_unique<ui::QuickAddLine>(m_theme, m_clock, m_catalogue);
    m_line->resize(600, 44);
    m_line->show();
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

void TestQuickAddLine::aPastedLineBreakDoesNotCutTheLine()
{
    QApplication::clipboard()->setText(QStringLiteral("one\ntwo"));
    static_cast<QTextEdit*>(field())->paste();
    QCOMPARE(m_line->text(), QStringLiteral("one two"));
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
