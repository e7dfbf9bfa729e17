#include "support/stallmeter.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <algorithm>

namespace glow::tests {

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
}

bool StallMeter::eventFilter(QObject*, QEvent*)
{
    if (!m_turn.isValid())
        m_turn.start();
    return false;
}

void StallMeter::endTurn()
{
    if (m_turn.isValid())
        m_longest = std::max(m_longest, m_turn.nsecsElapsed());
    m_turn.invalidate();
}

} // namespace glow::tests
