#include "app/sidebar/counts.h"

#include "app/dayclock.h"

#include <chrono>

namespace glow::app {

namespace {

constexpr std::chrono::milliseconds pause{300};

} // namespace

SidebarCounts::SidebarCounts(Reader& reader, Changes& changes, DayClock& clock, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_clock(clock)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &SidebarCounts::refreshNow);
    connect(&changes, &Changes::confirmed, this, &SidebarCounts::refresh);
    connect(&changes, &Changes::outdated, this, &SidebarCounts::refresh);
    connect(&clock, &DayClock::dayChanged, this, &SidebarCounts::refreshNow);
}

void SidebarCounts::refresh()
{
    if (!m_pause.isActive()) // a stream of changes must not put it off for ever
        m_pause.start();
}

void SidebarCounts::refreshNow()
{
    m_pause.stop();
    const quint64 asked = ++m_asked;
    m_reader.counts(m_clock.today(), m_clock.zone())
        .then(this, [this, asked](const core::Result<core::Counts>& read) {
            if (asked != m_asked || !read)
                return;
            m_known = true;
            m_counts = *read;
            Q_EMIT changed();
        });
}

} // namespace glow::app
