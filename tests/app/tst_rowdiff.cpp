#include "app/table/rowdiff.h"
#include "core/uid.h"

#include <QtTest>

using namespace glow;
using app::RowStep;

class TestRowDiff : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void equalSequencesNeedNoStep();
    void oneMovedRowIsOneStep_data();
    void oneMovedRowIsOneStep();
    void aMovedBlockIsOneStep();
    void neighboursAreRemovedAndInsertedTogether();
    void givesUpAboveTheLimit();
    void randomSequencesArriveAtTheTarget();
};

static QList<QUuid> some(int count)
{
    QList<QUuid> rows;
    for (int i = 0; i < count; ++i)
        rows.append(core::newUid());
    return rows;
}

static QList<QUuid> walked(QList<QUuid> rows, const QList<QUuid>& to, const QList<RowStep>& steps)
{
    for (const RowStep& step : steps)
        app::applyStep(rows, step, to);
    return rows;
}

void TestRowDiff::equalSequencesNeedNoStep()
{
    const QList<QUuid> rows = some(7);
    QVERIFY(app::rowDiff(rows, rows)->isEmpty());
    QVERIFY(app::rowDiff({}, {})->isEmpty());
}

void TestRowDiff::oneMovedRowIsOneStep_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::newRow("down") << 1 << 8;
    QTest::newRow("up") << 8 << 1;
    QTest::newRow("to the end") << 0 << 9;
    QTest::newRow("to the start") << 9 << 0;
}

void TestRowDiff::oneMovedRowIsOneStep()
{
    QFETCH(int, from);
    QFETCH(int, to);
    const QList<QUuid> before = some(10);
    QList<QUuid> after = before;
    after.move(from, to);
    const auto steps = app::rowDiff(before, after);
    QCOMPARE(steps->size(), 1);
    QCOMPARE(steps->constFirst().kind, RowStep::Kind::Move);
    QCOMPARE(steps->constFirst().first, from);
    QCOMPARE(walked(before, after, *steps), after);
}

void TestRowDiff::aMovedBlockIsOneStep()
{
    const QList<QUuid> before = some(12);
    const QList<QUuid> after = before.mid(0, 2) + before.mid(5, 7) + before.mid(2, 3);
    const auto steps = app::rowDiff(before, after);
    QCOMPARE(steps->size(), 1);
    QCOMPARE(steps->constFirst(), (RowStep{RowStep::Kind::Move, 2, 3, 12}));
}

void TestRowDiff::neighboursAreRemovedAndInsertedTogether()
{
    const QList<QUuid> kept = some(6);
    const QList<QUuid> gone = some(3);
    const QList<QUuid> come = some(4);
    const QList<QUuid> before = kept.mid(0, 3) + gone + kept.mid(3);
    const QList<QUuid> after = kept.mid(0, 5) + come + kept.mid(5);
    const auto steps = app::rowDiff(before, after);
    QCOMPARE(*steps, (QList<RowStep>{{RowStep::Kind::Remove, 3, 3, 0}, {RowStep::Kind::Insert, 5, 4, 0}}));
}

void TestRowDiff::givesUpAboveTheLimit()
{
    QList<QUuid> before = some(100);
    QList<QUuid> after = before;
    std::reverse(after.begin(), after.end());
    QVERIFY(!app::rowDiff(before, after, 30));
    QVERIFY(app::rowDiff(before, after, 100));
}

void TestRowDiff::randomSequencesArriveAtTheTarget()
{
    QRandomGenerator random(3);
    for (int round = 0; round < 300; ++round) {
        const QList<QUuid> before = some(random.bounded(60));
        QList<QUuid> after = before;
        for (int i = random.bounded(25); i > 0; --i) {
            const int size = static_cast<int>(after.size());
            if (size > 0 && random.bounded(3) == 0)
                after.removeAt(random.bounded(size));
            else if (size > 0 && random.bounded(2) == 0)
                after.move(random.bounded(size), random.bounded(size));
            else
                after.insert(random.bounded(size + 1), core::newUid());
        }
        const auto steps = app::rowDiff(before, after, 1000);
        QCOMPARE(walked(before, after, *steps), after);
        QVERIFY(steps->size() <= 25);
    }
}

QTEST_APPLESS_MAIN(TestRowDiff)
#include "tst_rowdiff.moc"
