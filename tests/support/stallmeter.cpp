#include "support/stallmeter.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <algorithm>
#include <ctime>

namespace glow::tests {

namespace {

qint64 processorNanoseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

} // namespace

StallMeter::StallMeter()
{
    QAbstractEventDispatcher* dispatcher = QAbstractEventDispatcher::instance();
    connect(dispatcher, &QAbstractEventDispatcher::awake, this, &StallMeter::endTurn);
    connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, this, &StallMeter::endTurn);
    QCoreApplication::instance()->installEventFilter(this);
}

void StallMeter::reset()
{
    m_turn.invalidate();
    m_longest = 0;
    m_longestWork = 0;
}

bool StallMeter::eventFilter(QObject*, QEvent*)
{
    if (!m_turn.isValid()) {
        m_turn.start();
        m_workBefore = processorNanoseconds();
    }
    return false;
}

void StallMeter::endTurn()
{
    if (m_turn.isValid()) {
        m_longest = std::max(m_longest, m_turn.nsecsElapsed());
        m_longestWork = std::max(m_longestWork, processorNanoseconds() - m_workBefore);
    }
    m_turn.invalidate();
}

} // namespace glow::tests
