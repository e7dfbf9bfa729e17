#include "core/clock.h"

namespace glow::core {

Clock Clock::fixedAt(const QDateTime& now)
{
    Clock clock;
    clock.m_fixed = now;
    return clock;
}

QDateTime Clock::now() const
{
    return m_fixed.isValid() ? m_fixed : QDateTime::currentDateTime();
}

} // namespace glow::core
