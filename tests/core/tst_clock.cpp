#include "core/clock.h"

#include <QtTest>

using namespace glow;
using core::Clock;
using core::WallTime;

/// Due dates that a workspace keeps in UTC, on the wall clock of a zone.
class TestClock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsStoredInUtcStandsOnTheWall_data();
    void whatIsStoredInUtcStandsOnTheWall();
    void whatStandsOnTheWallIsStoredInUtc_data();
    void whatStandsOnTheWallIsStoredInUtc();
    void anUnknownZoneIsTheLocalOne();
};

void TestClock::whatIsStoredInUtcStandsOnTheWall_data()
{
    QTest::addColumn<QString>("utc");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("wall");
    const auto berlin = "Europe/Berlin";
    QTest::newRow("winter") << "2026-11-24T08:00" << berlin << "2026-11-24T09:00";
    QTest::newRow("summer") << "2026-07-24T08:00" << berlin << "2026-07-24T10:00";
    QTest::newRow("the day before") << "2026-11-25T03:30"
                                    << "America/New_York"
                                    << "2026-11-24T22:30";
    QTest::newRow("the day after") << "2026-11-24T15:30:20"
                                   << "Asia/Tokyo"
                                   << "2026-11-25T00:30:20";
    QTest::newRow("a date is a date") << "2026-11-24"
                                      << "Pacific/Kiritimati"
                                      << "2026-11-24";
    QTest::newRow("before the gap") << "2026-03-29T00:59" << berlin << "2026-03-29T01:59";
    QTest::newRow("behind the gap") << "2026-03-29T01:00" << berlin << "2026-03-29T03:00";
    QTest::newRow("twice, the first") << "2026-10-25T00:30" << berlin << "2026-10-25T02:30";
    QTest::newRow("twice, the second") << "2026-10-25T01:30" << berlin << "2026-10-25T02:30";
    QTest::newRow("behind the overlap") << "2026-10-25T02:00" << berlin << "2026-10-25T03:00";
}

void TestClock::whatIsStoredInUtcStandsOnTheWall()
{
    QFETCH(QString, utc);
    QFETCH(QString, zone);
    QFETCH(QString, wall);
    QCOMPARE(Clock::fromUtc(*WallTime::fromText(utc), zone).toText(), wall);
}

void TestClock::whatStandsOnTheWallIsStoredInUtc_data()
{
    QTest::addColumn<QString>("wall");
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QString>("utc");
    const auto berlin = "Europe/Berlin";
    QTest::newRow("winter") << "2026-11-24T09:00" << berlin << "2026-11-24T08:00";
    QTest::newRow("summer") << "2026-07-24T10:00" << berlin << "2026-07-24T08:00";
    QTest::newRow("midnight") << "2026-11-24T01:00" << berlin << "2026-11-24T00:00";
    QTest::newRow("a date is a date") << "2026-11-24"
                                      << "Pacific/Kiritimati"
                                      << "2026-11-24";
    // 02:30 is not there on that day; it is what 03:30 is.
    QTest::newRow("in the gap") << "2026-03-29T02:30" << berlin << "2026-03-29T01:30";
    QTest::newRow("the end of the gap") << "2026-03-29T03:00" << berlin << "2026-03-29T01:00";
    QTest::newRow("twice: the first") << "2026-10-25T02:30" << berlin << "2026-10-25T00:30";
    QTest::newRow("before the overlap") << "2026-10-25T01:59" << berlin << "2026-10-24T23:59";
    QTest::newRow("behind the overlap") << "2026-10-25T03:00" << berlin << "2026-10-25T02:00";
    QTest::newRow("New York, twice: the first") << "2026-11-01T01:30"
                                                << "America/New_York"
                                                << "2026-11-01T05:30";
    QTest::newRow("half an hour only: the first") << "2026-04-05T01:45"
                                                  << "Australia/Lord_Howe"
                                                  << "2026-04-04T14:45";
}

void TestClock::whatStandsOnTheWallIsStoredInUtc()
{
    QFETCH(QString, wall);
    QFETCH(QString, zone);
    QFETCH(QString, utc);
    QCOMPARE(Clock::toUtc(*WallTime::fromText(wall), zone).toText(), utc);
}

void TestClock::anUnknownZoneIsTheLocalOne()
{
    const WallTime wall{QDate(2026, 11, 24), QTime(9, 0)};
    QCOMPARE(Clock::toUtc(wall, QStringLiteral("Nowhere/At_All")), Clock::toUtc(wall));
    QCOMPARE(Clock::toUtc(wall, Clock::zone()), Clock::toUtc(wall));
}

QTEST_GUILESS_MAIN(TestClock)
#include "tst_clock.moc"
