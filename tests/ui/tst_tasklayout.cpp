#include "ui/table/tasklayout.h"

#include <QtTest>

using glow::ui::TaskLayout;

class TestTaskLayout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFlatRowHasItsMeasures();
    void aTreeRowIsIndentedByLevel();
    void theTitleIsCutBeforeAnyChip();
    void chipsThatDoNotFitBecomeANumber();
    void nothingEverLeavesTheCell();
    void rightToLeftIsTheMirrorImage();
};

static TaskLayout::Content content(int titleWidth, const QList<int>& chips)
{
    TaskLayout::Content content;
    content.titleWidth = titleWidth;
    content.chipWidths = chips;
    content.moreWidth = [](int hidden) { return hidden > 9 ? 32 : 26; };
    return content;
}

static const QRect cell(0, 36, 368, 36);

void TestTaskLayout::aFlatRowHasItsMeasures()
{
    const auto at = TaskLayout(Qt::LeftToRight).title(cell, content(100, {40}));
    QCOMPARE(at.circle, QRect(20, 46, 16, 16));
    QCOMPARE(at.circleHit, QRect(10, 36, 36, 36));
    QCOMPARE(at.title.left(), 52);
    QCOMPARE(at.chips.constFirst().height(), 18);
    QVERIFY(at.fold.isNull());
}

void TestTaskLayout::aTreeRowIsIndentedByLevel()
{
    auto wanted = content(100, {});
    wanted.tree = true;
    wanted.folds = true;
    const auto root = TaskLayout(Qt::LeftToRight).title(cell, wanted);
    QCOMPARE(root.fold.left(), 26);
    QCOMPARE(root.circle.left(), 46);
    QCOMPARE(root.title.left(), 78);
    wanted.depth = 2;
    QCOMPARE(TaskLayout(Qt::LeftToRight).title(cell, wanted).title.left(), 78 + 48);
}

void TestTaskLayout::theTitleIsCutBeforeAnyChip()
{
    const auto at = TaskLayout(Qt::LeftToRight).title(cell, content(1000, {50, 60}));
    QCOMPARE(at.chips.size(), 2);
    QCOMPARE(at.chips.constFirst().width(), 50);
    QVERIFY(at.title.width() >= TaskLayout::leastTitle);
    QVERIFY(at.chips.constLast().right() < cell.right() - TaskLayout::cellPadding + 1);
}

void TestTaskLayout::chipsThatDoNotFitBecomeANumber()
{
    const auto at = TaskLayout(Qt::LeftToRight).title(cell, content(1000, {80, 80, 80}));
    QCOMPARE(at.chips.size(), 1);
    QCOMPARE(at.hidden, 2);
    QVERIFY(!at.more.isNull());
    QVERIFY(at.title.width() >= TaskLayout::leastTitle);
}

void TestTaskLayout::nothingEverLeavesTheCell()
{
    QRandomGenerator random(5);
    for (int i = 0; i < 2000; ++i) {
        QList<int> chips;
        for (int n = random.bounded(6); n > 0; --n)
            chips.append(20 + random.bounded(120));
        auto wanted = content(random.bounded(900), chips);
        wanted.pending = random.bounded(2) == 0;
        const QRect bounds(random.bounded(300), 0, 200 + random.bounded(600), 28);
        const auto at =
            TaskLayout(random.bounded(2) ? Qt::LeftToRight : Qt::RightToLeft).title(bounds, wanted);
        QList<QRect> all = at.chips + QList<QRect>{at.circle};
        if (!at.more.isNull())
            all.append(at.more);
        for (const QRect& rect : std::as_const(all))
            QVERIFY(bounds.contains(rect));
        QCOMPARE(at.chips.size() + at.hidden, chips.size());
        for (int k = 0; k < at.chips.size(); ++k) {
            QCOMPARE(at.chips.at(k).width(), chips.at(k));
            QVERIFY(!at.chips.at(k).intersects(at.title));
        }
    }
}

void TestTaskLayout::rightToLeftIsTheMirrorImage()
{
    const auto left = TaskLayout(Qt::LeftToRight).title(cell, content(140, {50, 40}));
    const auto right = TaskLayout(Qt::RightToLeft).title(cell, content(140, {50, 40}));
    const auto mirror = [](const QRect& rect) {
        return QRect(cell.left() + cell.right() - rect.right(), rect.top(), rect.width(), rect.height());
    };
    QCOMPARE(right.circle, mirror(left.circle));
    QCOMPARE(right.title, mirror(left.title));
    QCOMPARE(right.chips.at(1), mirror(left.chips.at(1)));
}

QTEST_APPLESS_MAIN(TestTaskLayout)
#include "tst_tasklayout.moc"
