#pragma once
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace glow::store {

/// Ends a blocking call that outlives its deadline. `Breaker` must not block; it returns whether it did its work, else
/// it is run again a little later. It is never run after `disarm` has returned, so that a socket number cannot have been
/// given to somebody else.
class Watchdog {
public:
    using Breaker = std::function<bool()>;
    enum class Verdict { InTime, DeadlinePassed, Interrupted };

    Watchdog();
    ~Watchdog();
    Watchdog(const Watchdog&) = delete;
    Watchdog& operator=(const Watchdog&) = delete;

    /// For tests that wait for deadlines: all of this program from now on are so many times shorter.
    static void shortenDeadlines(int divisor);

    void arm(std::chrono::milliseconds deadline, Breaker breaker);
    Verdict disarm();
    /// Breaks the call that runs now; nothing when there is none. Any thread.
    void interrupt();

private:
    void watch();
    void fire(Verdict verdict);

    std::mutex m_mutex;
    std::condition_variable m_changed;
    Breaker m_breaker;
    std::chrono::steady_clock::time_point m_deadline;
    Verdict m_verdict = Verdict::InTime;
    bool m_broken = false;
    bool m_ending = false;
    std::thread m_thread;
};

} // namespace glow::store
