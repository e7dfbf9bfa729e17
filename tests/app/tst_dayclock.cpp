#include "app/dayclock.h"

#include <QtTest>

using namespace glow;

namespace {

constexpr int patience = 30000;

QDateTime at(const char* text)
{
    return QDateTime::fromString(QString::fromLatin1(text), Qt::ISODate);
}

} // namespace

class TestDayClock : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { qputenv("TZ", "Europe/Berlin"); }
    void cleanupTestCase() { m_zone.isNull() ? qunsetenv("TZ") : qputenv("TZ", m_zone); }
    void whatHappenedMeanwhileIsNoticed_data();
    void whatHappenedMeanwhileIsNoticed();
    void midnightIsNoticedByItself();
    void aChangedZoneIsNoticed();

private:
    const QByteArray m_zone = qgetenv("TZ");
};

void TestDayClock::whatHappenedMeanwhileIsNoticed_data()
{
    QTest::addColumn<QDateTime>("before");
    QTest::addColumn<QDateTime>("after");
    QTest::addColumn<bool>("noticed");
    QTest::newRow("an hour") << at("2026-11-24T10:00:00") << at("2026-11-24T11:00:00") << false;
    QTest::newRow("the last second") << at("2026-11-24T23:59:58") << at("2026-11-24T23:59:59") << false;
    QTest::newRow("midnight") << at("2026-11-24T23:59:59") << at("2026-11-25T00:00:00") << true;
    QTest::newRow("asleep for an hour") << at("2026-11-24T14:00:00") << at("2026-11-24T15:00:00") << false;
    QTest::newRow("asleep over a weekend") << at("2026-11-27T18:00:00") << at("2026-11-30T08:00:00") << true;
    QTest::newRow("set back a day") << at("2026-11-24T10:00:00") << at("2026-11-23T10:00:00") << true;
    QTest::newRow("summer time begins") << at("2026-03-29T01:59:59") << at("2026-03-29T03:00:00") << true;
    QTest::newRow("summer time ends") << at("2026-10-25T01:30:00") << at("2026-10-25T03:30:00") << true;
}

void TestDayClock::whatHappenedMeanwhileIsNoticed()
{
    QFETCH(QDateTime, before);
    QFETCH(QDateTime, after);
    QFETCH(bool, noticed);
    QDateTime now = before;
    app::DayClock clock(core::Clock::asking([&now] { return now; }));
    QSignalSpy changed(&clock, &app::DayClock::dayChanged);
    now = after;
    clock.check();
    QCOMPARE(changed.count(), noticed ? 1 : 0);
    QCOMPARE(clock.today(), after.date());
    clock.check();
    QCOMPARE(changed.count(), noticed ? 1 : 0);
}

void TestDayClock::midnightIsNoticedByItself()
{
    QElapsedTimer since;
    since.start();
    const QDateTime begin = at("2026-11-24T23:59:59");
    app::DayClock clock(core::Clock::asking([&] { return begin.addMSecs(since.elapsed()); }));
    QSignalSpy changed(&clock, &app::DayClock::dayChanged);
    QTRY_COMPARE_WITH_TIMEOUT(changed.count(), 1, patience);
    QCOMPARE(clock.today(), QDate(2026, 11, 25));
}

void TestDayClock::aChangedZoneIsNoticed()
{
    app::DayClock clock{core::Clock()};
    QSignalSpy changed(&clock, &app::DayClock::dayChanged);
    clock.check();
    QCOMPARE(changed.count(), 0);
    QCOMPARE(clock.zone(), QStringLiteral("Europe/Berlin"));
    qputenv("TZ", "Europe/Paris"); // the same hour, another zone
    clock.check();
    QCOMPARE(changed.count(), 1);
    QCOMPARE(clock.zone(), QStringLiteral("Europe/Paris"));
}

QTEST_GUILESS_MAIN(TestDayClock)
#include "tst_dayclock.moc"
