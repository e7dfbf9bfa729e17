#include "app/sidebar/counts.h"

#include "app/dayclock.h"
#include "core/filter/filterparser.h"
#include "store/countssql.h"

#include <chrono>

namespace glow::app {

namespace {

constexpr std::chrono::milliseconds pause{300};

} // namespace

SidebarCounts::SidebarCounts(Reader& reader, Changes& changes, DayClock& clock, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_changes(changes)
    , m_clock(clock)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, &SidebarCounts::refreshNow);
    connect(&changes, &Changes::counted, this, &SidebarCounts::take);
    connect(&changes, &Changes::confirmed, this, &SidebarCounts::answered);
    connect(&changes, &Changes::changedElsewhere, this, &SidebarCounts::answered);
    connect(&changes, &Changes::outdated, this, &SidebarCounts::refresh);
    connect(&clock, &DayClock::dayChanged, this, &SidebarCounts::refreshNow);
    changes.setCounting([this] { return statement(); });
}

SidebarCounts::~SidebarCounts()
{
    m_changes.setCounting({});
}

QString SidebarCounts::statement()
{
    if (!m_known || m_counts.all > mostAlong)
        return {};
    m_dayAlong = m_clock.today();
    store::countssql::Question asked = question();
    asked.userId = m_reader.userId();
    asked.dueInUtc = m_reader.dueInUtc();
    return store::countssql::counts(asked);
}

store::countssql::Question SidebarCounts::question() const
{
    store::countssql::Question question;
    question.today = m_clock.today();
    question.zone = m_clock.zone();
    question.now = m_clock.now();
    for (const core::SavedFilter& filter : m_filters) {
        const core::ParsedFilter parsed = core::parseFilter(filter.query, question.now, QLocale());
        if (parsed.ok())
            question.filters.append({filter.uid, parsed.root});
    }
    return question;
}

void SidebarCounts::setFilters(const QList<core::SavedFilter>& filters)
{
    if (filters == m_filters)
        return;
    m_filters = filters;
    if (m_known)
        refresh();
}

void SidebarCounts::take(const core::Counts& counts)
{
    if (m_dayAlong != m_clock.today())
        return;
    m_cameAlong = true; // until all changes of the message have been told
    QMetaObject::invokeMethod(
        this, [this] { m_cameAlong = false; }, Qt::QueuedConnection);
    ++m_asked; // a reading that is under way is older
    m_pause.stop();
    m_counts = counts;
    Q_EMIT changed();
}

void SidebarCounts::answered()
{
    if (!m_cameAlong)
        refresh();
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
    m_reader.counts(question()).then(this, [this, asked](const core::Result<core::Counts>& read) {
        if (asked != m_asked || !read)
            return;
        m_known = true;
        m_counts = *read;
        Q_EMIT changed();
    });
}

} // namespace glow::app
