#include "store/watchdog.h"

#include <atomic>

namespace glow::store {

namespace {

std::atomic<int> deadlineDivisor{1};

} // namespace

void Watchdog::shortenDeadlines(int divisor)
{
    deadlineDivisor = divisor;
}

Watchdog::Watchdog()
    : m_thread([this] { watch(); })
{}

Watchdog::~Watchdog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_changed.notify_one();
    m_thread.join();
}

void Watchdog::arm(std::chrono::milliseconds deadline, Breaker breaker)
{
    {
        const std::lock_guard lock(m_mutex);
        m_breaker = std::move(breaker);
        m_deadline = std::chrono::steady_clock::now() + deadline / deadlineDivisor.load();
        m_verdict = Verdict::InTime;
        m_broken = false;
    }
    m_changed.notify_one();
}

Watchdog::Verdict Watchdog::disarm()
{
    const std::lock_guard lock(m_mutex);
    m_breaker = nullptr;
    return m_verdict;
}

void Watchdog::interrupt()
{
    const std::lock_guard lock(m_mutex);
    if (m_breaker)
        fire(Verdict::Interrupted);
}

void Watchdog::fire(Verdict verdict)
{
    if (m_verdict == Verdict::InTime)
        m_verdict = verdict;
    m_broken = m_broken || m_breaker();
}

void Watchdog::watch()
{
    constexpr std::chrono::milliseconds again{100};
    std::unique_lock lock(m_mutex);
    while (!m_ending) {
        if (!m_breaker || m_broken) {
            m_changed.wait(lock);
        } else if (m_verdict == Verdict::InTime && std::chrono::steady_clock::now() < m_deadline) {
            m_changed.wait_until(lock, m_deadline);
        } else {
            fire(Verdict::DeadlinePassed);
            m_changed.wait_for(lock, again);
        }
    }
}

} // namespace glow::store
