#include "core/clock.h"

namespace glow::core {

Clock Clock::fixedAt(const QDateTime& now)
{
    return asking([now] { return now; });
}

Clock Clock::asking(std::function<QDateTime()> now)
{
    Clock clock;
    clock.m_now = std::move(now);
    return clock;
}

QDateTime Clock::now() const
{
    return m_now ? m_now() : QDateTime::currentDateTime();
}

} // namespace glow::core
