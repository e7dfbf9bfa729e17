#include "store/watchdog.h"

#include <QtTest>
#include <atomic>

using glow::store::Watchdog;
using namespace std::chrono_literals;

/// Waits for a condition without an event loop.
template <typename Condition> static bool becomes(Condition condition)
{
    for (int i = 0; i < 2000 && !condition(); ++i)
        std::this_thread::sleep_for(5ms);
    return condition();
}

class TestWatchdog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void breaksACallThatOutlivesItsDeadline();
    void leavesACallInTimeAlone();
    void breaksOnInterruptFromAnotherThread();
    void triesAgainUntilTheBreakerHasDoneItsWork();
    void neverBreaksAfterDisarm();
};

void TestWatchdog::breaksACallThatOutlivesItsDeadline()
{
    Watchdog watchdog;
    std::atomic<int> broken{0};
    watchdog.arm(1ms, [&broken] { return ++broken > 0; });
    QVERIFY(becomes([&broken] { return broken > 0; }));
    QCOMPARE(watchdog.disarm(), Watchdog::Verdict::DeadlinePassed);
    QCOMPARE(broken.load(), 1);
}

void TestWatchdog::leavesACallInTimeAlone()
{
    Watchdog watchdog;
    std::atomic<int> broken{0};
    watchdog.arm(1h, [&broken] { return ++broken > 0; });
    QCOMPARE(watchdog.disarm(), Watchdog::Verdict::InTime);
    QCOMPARE(broken.load(), 0);
}

void TestWatchdog::breaksOnInterruptFromAnotherThread()
{
    Watchdog watchdog;
    std::atomic<int> broken{0};
    watchdog.arm(1h, [&broken] { return ++broken > 0; });
    std::thread([&watchdog] { watchdog.interrupt(); }).join();
    QCOMPARE(watchdog.disarm(), Watchdog::Verdict::Interrupted);
    QCOMPARE(broken.load(), 1);
}

void TestWatchdog::triesAgainUntilTheBreakerHasDoneItsWork()
{
    Watchdog watchdog;
    std::atomic<int> tries{0};
    watchdog.arm(1ms, [&tries] { return ++tries == 3; });
    QVERIFY(becomes([&tries] { return tries == 3; }));
    QCOMPARE(watchdog.disarm(), Watchdog::Verdict::DeadlinePassed);
}

void TestWatchdog::neverBreaksAfterDisarm()
{
    Watchdog watchdog;
    for (int i = 0; i < 500; ++i) {
        std::atomic<bool> armed{true};
        std::atomic<bool> late{false};
        watchdog.arm(std::chrono::milliseconds(i % 2), [&armed, &late] {
            late = late || !armed;
            return true;
        });
        if (i % 3 == 0)
            std::this_thread::yield();
        watchdog.disarm();
        armed = false;
        QVERIFY(!late);
    }
}

QTEST_APPLESS_MAIN(TestWatchdog)
#include "tst_watchdog.moc"
