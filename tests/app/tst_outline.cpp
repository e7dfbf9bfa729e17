#include "app/table/outline.h"
#include "core/entities.h"
#include "core/uid.h"
#include "store/taskquerysql.h"

#include <QtTest>

using namespace glow;
using app::Outline;

class TestOutline : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anEmptyViewHasNoRows();
    void everyRowHasOnePlaceAndBack();
    void aGroupHasOneHeadingAboveItsFirstSegment();
    void anEmptiedSegmentLeavesNoHeading();
    void aGroupOfSeveralSegmentsKeepsItsHeadingWhenTheFirstIsEmptied();
    void rowsAreCutByGroupByMissingSortAndByLength();
    void aMillionRowsAreFoundByTheirNumber();
    void sectionsHaveHeadingsInTheirOrderAndFold();
};

static core::Segment segment(const QString& group, qint64 count)
{
    return {{group, QStringLiteral("k"), core::newUid()}, count};
}

static Outline days()
{
    return Outline({segment(QStringLiteral("overdue"), 2), segment(QStringLiteral("today"), 500),
                    segment(QStringLiteral("today"), 20), segment({}, 3)},
                   true);
}

void TestOutline::anEmptyViewHasNoRows()
{
    QCOMPARE(Outline().rowCount(), 0);
    QCOMPARE(Outline().at(0), Outline::Place());
    QCOMPARE(Outline({}, true).rowCount(), 0);
}

void TestOutline::everyRowHasOnePlaceAndBack()
{
    const Outline outline = days();
    QCOMPARE(outline.rowCount(), 525 + 3);
    QCOMPARE(outline.taskCount(), 525);
    int tasks = 0;
    for (int row = 0; row < outline.rowCount(); ++row) {
        const Outline::Place place = outline.at(row);
        QCOMPARE(outline.rowOf(place.segment, place.offset), row);
        if (!place.isHeading())
            QCOMPARE(outline.rowOfTask(tasks++), row);
    }
    QCOMPARE(tasks, 525);
}

void TestOutline::aGroupHasOneHeadingAboveItsFirstSegment()
{
    const Outline outline = days();
    QVERIFY(outline.at(0).isHeading());
    QVERIFY(outline.at(3).isHeading());
    QVERIFY(outline.hasHeading(1));
    QVERIFY(!outline.hasHeading(2));
    QVERIFY(outline.at(3 + 521).isHeading());
    QCOMPARE(outline.groupCount(1), 520);
    QCOMPARE(outline.groupCount(2), 520);
}

void TestOutline::anEmptiedSegmentLeavesNoHeading()
{
    Outline outline = days();
    outline.resize(0, 0);
    QCOMPARE(outline.rowCount(), 523 + 2);
    QCOMPARE(outline.at(0), (Outline::Place{1, -1}));
    QCOMPARE(outline.startOf(1), 0);
}

void TestOutline::aGroupOfSeveralSegmentsKeepsItsHeadingWhenTheFirstIsEmptied()
{
    Outline outline = days();
    outline.resize(1, 0);
    QCOMPARE(outline.at(3), (Outline::Place{2, -1}));
    QCOMPARE(outline.groupCount(2), 20);
}

void TestOutline::rowsAreCutByGroupByMissingSortAndByLength()
{
    QList<store::TaskRow> rows;
    const auto add = [&rows](const QString& group, const QString& sort, int count) {
        for (int i = 0; i < count; ++i) {
            store::TaskRow row;
            row.key = {group, sort, core::newUid()};
            rows.append(row);
        }
    };
    add(QStringLiteral("a"), QStringLiteral("1"), 501);
    add(QStringLiteral("a"), {}, 2);
    add({}, {}, 1);
    const QList<core::Segment> segments = Outline::segmentsOf(rows);
    QList<qint64> counts;
    for (const core::Segment& one : segments)
        counts.append(one.count);
    QCOMPARE(counts, (QList<qint64>{500, 1, 2, 1}));
    QCOMPARE(segments.at(2).first, rows.at(501).key);
    QCOMPARE(Outline(segments, false).segmentStartingWith(rows.at(503).key), 3);
}

void TestOutline::aMillionRowsAreFoundByTheirNumber()
{
    QList<core::Segment> segments;
    for (int i = 0; i < 2000; ++i)
        segments.append(segment({}, 500));
    const Outline outline(segments, false);
    QCOMPARE(outline.rowCount(), 1000000);
    QCOMPARE(outline.at(900123), (Outline::Place{1800, 123}));
}

void TestOutline::sectionsHaveHeadingsInTheirOrderAndFold()
{
    QStringList groups;
    for (const auto& position : {"b", "c", "d", "e"})
        groups.append(core::groupOfSection({core::newUid(), {}, {}, QString::fromLatin1(position)}));
    // Rows without a section, then 501 of "b" in two segments, none of "c", two of "d", none of "e".
    Outline outline(
        {segment({}, 3), segment(groups.at(0), 500), segment(groups.at(0), 1), segment(groups.at(2), 2)},
        true);
    QCOMPARE(outline.setSections(groups, {}), (QList<int>{0, 1, 2, 4}));
    QCOMPARE(outline.rowCount(), 3 + 1 + 501 + 1 + 1 + 2 + 1);
    QVERIFY(!outline.at(0).isHeading());
    QVERIFY(outline.at(3).isHeading());
    QCOMPARE(outline.segment(outline.at(505).segment).first.group, groups.at(1));
    QVERIFY(outline.at(505).isHeading());
    QCOMPARE(outline.at(507), (Outline::Place{4, 0}));
    QCOMPARE(outline.setSections(groups, {groups.at(0)}), (QList<int>{0, 1, 2, -1, 4, -1}));
    QCOMPARE(outline.rowCount(), 3 + 1 + 1 + 1 + 2 + 1);
    QVERIFY(outline.at(3).isHeading());
    QCOMPARE(outline.groupCount(1), 501);
    QVERIFY(outline.at(4).isHeading());
    QCOMPARE(outline.rowOf(1, 7), -1);
    QCOMPARE(outline.rowOf(4, 1), 7);
    QCOMPARE(outline.taskCount(), 506);
    outline.resize(4, 0); // an emptied section keeps its heading
    QVERIFY(outline.at(5).isHeading());
    QCOMPARE(outline.rowCount(), 3 + 4);
}

QTEST_APPLESS_MAIN(TestOutline)
#include "tst_outline.moc"
