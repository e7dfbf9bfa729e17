// How TaskTableModel reads pages and outlines, and puts them in their places (TASK_TABLE.md 4 to 9).
#include "app/table/stepping.h"

#include <algorithm>

namespace glow::app {

namespace {

constexpr int wholeRows = PageCache::pageRows;

} // namespace

Look TaskTableModel::look() const
{
    return {m_query, visibleRequests(), m_generation};
}

core::PageRequest TaskTableModel::pageRequest(int segment, int page) const
{
    return {m_shown.outline.segment(segment).first, false, page * PageCache::pageRows, PageCache::pageRows};
}

QList<core::PageRequest> TaskTableModel::visibleRequests() const
{
    if (m_whole || !m_known || m_opening)
        return {core::PageRequest{{}, true, 0, wholeRows + 1}};
    QList<core::PageRequest> requests;
    const int created = static_cast<int>(m_shown.created.size());
    for (int row = m_first; row <= m_last; ++row) {
        const Outline::Place place = m_shown.outline.at(row - created);
        if (place.segment < 0 || place.isHeading())
            continue;
        const core::PageRequest request = pageRequest(place.segment, place.offset / PageCache::pageRows);
        if (!requests.contains(request))
            requests.append(request);
    }
    return requests;
}

/// What the viewport and a page around it lack, marked as being read; the visible pages first.
QList<core::PageRequest> TaskTableModel::wantedRequests()
{
    if (m_whole || !m_known || m_opening)
        return m_stale ? QList{core::PageRequest{{}, true, 0, wholeRows + 1}} : QList<core::PageRequest>();
    QList<core::PageRequest> requests;
    const auto want = [this, &requests](int first, int last) {
        const int created = static_cast<int>(m_shown.created.size());
        for (int row = std::max(first, created); row <= last; ++row) {
            const Outline::Place place = m_shown.outline.at(row - created);
            if (place.segment < 0 || place.isHeading())
                continue;
            const int page = place.offset / PageCache::pageRows;
            const PageCache::State state = m_shown.pages.state(place.segment, page);
            if (state != PageCache::State::Missing && state != PageCache::State::Outdated)
                continue;
            m_shown.pages.setState(place.segment, page, PageCache::State::Loading);
            requests.append(pageRequest(place.segment, page));
        }
    };
    want(m_first, m_last);
    want(m_first - PageCache::pageRows, m_first);
    want(m_last, m_last + PageCache::pageRows);
    return requests;
}

void TaskTableModel::fetch()
{
    if (m_busy || m_failed || m_generation == 0)
        return;
    const QList<core::PageRequest> requests = wantedRequests();
    if (requests.isEmpty())
        return;
    m_busy = true;
    m_stale = false;
    m_reader.pages(m_query, requests, m_generation).then(this, [this](const core::Result<Pages>& answer) {
        m_busy = false;
        if (answer) {
            take(*answer);
        } else {
            m_failed = true;
            m_stale = true;
            m_shown.pages.failLoading();
            Q_EMIT failed(answer.error());
        }
        fetch();
    });
}

void TaskTableModel::take(const Pages& pages)
{
    if (pages.generation != m_generation)
        return;
    const double milliseconds = static_cast<double>(pages.elapsedMicroseconds) / 1000;
    Q_EMIT elapsedChanged(milliseconds);
    const bool opened = m_opening;
    TableRows next = m_shown;
    for (int i = 0; i < pages.rows.size() && i < pages.requests.size(); ++i) {
        for (const store::TaskRow& row : pages.rows.at(i))
            m_rows.insert(row.task.uid, row);
        if (pages.requests.at(i).fromStart)
            takeWhole(pages.rows.at(i), next);
        else if (!m_opening)
            takePage(pages.requests.at(i), pages.rows.at(i), next);
    }
    addOverlay(next);
    show(std::move(next));
    forgetUnused();
    if (opened && !m_opening)
        Q_EMIT loaded(milliseconds);
    if (!m_whole && !m_known)
        fetchOutline();
}

void TaskTableModel::takeWhole(const QList<store::TaskRow>& rows, TableRows& next)
{
    if (!m_opening && !m_whole && m_known)
        return;
    m_whole = rows.size() <= wholeRows;
    m_known = m_whole;
    m_opening = false;
    const QList<store::TaskRow> part = rows.mid(0, wholeRows);
    next.outline = Outline(Outline::segmentsOf(part), m_query.group != core::GroupField::None);
    next.pages = {};
    qsizetype at = 0;
    for (int segment = 0; segment < next.outline.size(); ++segment) {
        QList<QUuid> uids;
        for (int i = 0; i < next.outline.count(segment); ++i)
            uids.append(part.at(at++).task.uid);
        next.pages.setSegment(segment, uids, PageCache::State::Fresh);
    }
    nameSections(next);
}

/// Puts a page in its place. A page does not cross a group, but may run into the next segment, whose first
/// uid ends it.
void TaskTableModel::takePage(const core::PageRequest& request, const QList<store::TaskRow>& rows,
                              TableRows& next)
{
    const int segment = next.outline.segmentStartingWith(request.from);
    if (segment < 0)
        return;
    const QUuid following =
        segment + 1 < next.outline.size() ? next.outline.segment(segment + 1).first.uid : QUuid();
    QList<QUuid> uids;
    bool ended = rows.size() < request.limit;
    for (const store::TaskRow& row : rows) {
        if (row.task.uid == following) {
            ended = true;
            break;
        }
        uids.append(row.task.uid);
    }
    int count = next.outline.count(segment);
    const int end = request.offset + static_cast<int>(uids.size());
    if (ended)
        count = end;
    uids = uids.mid(0, std::max(0, count - request.offset));
    if (count != next.outline.count(segment))
        next.outline.resize(segment, count);
    next.pages.setPage(segment, request.offset / PageCache::pageRows, uids, count);
}

void TaskTableModel::nameSections(TableRows& rows) const
{
    if (m_query.group != core::GroupField::Section)
        return;
    QStringList all;
    QSet<QString> folded;
    const QList<core::Section> sections = m_catalogue.sectionsOf(m_query.scopeUid);
    for (const core::Section& section : sections) {
        all.append(core::groupOfSection(section));
        if (m_query.collapsed.contains(section.uid))
            folded.insert(all.constLast());
    }
    rows.setSections(all, folded);
}

void TaskTableModel::foldSection(const QUuid& section, bool folded)
{
    if (folded)
        m_query.collapsed.insert(section);
    else
        m_query.collapsed.remove(section);
    showSections();
}

void TaskTableModel::showSections()
{
    TableRows next = m_shown;
    nameSections(next);
    show(std::move(next));
    fetch();
}

void TaskTableModel::fetchOutline()
{
    if (m_outlineBusy)
        return;
    m_outlineBusy = true;
    m_outlineStale = false;
    const quint64 generation = m_generation;
    m_reader.outline(m_query).then(
        this, [this, generation](const core::Result<QList<core::Segment>>& answer) {
            m_outlineBusy = false;
            if (!answer) {
                m_outlineStale = true; // until the next refresh
                Q_EMIT failed(answer.error());
                return;
            }
            if (generation == m_generation && !m_opening)
                takeOutline(*answer);
            if (m_outlineStale || (generation != m_generation && !m_whole && !m_known && !m_opening))
                fetchOutline();
            fetch();
        });
}

/// The new outline takes over what is known: whole segments by their first key; shifted ones by the place of
/// their first row in the old order.
void TaskTableModel::takeOutline(const QList<core::Segment>& segments)
{
    TableRows next;
    next.outline = Outline(segments, m_query.group != core::GroupField::None);
    QHash<QUuid, int> oldRows;
    for (const int segment : m_shown.pages.segments()) {
        const QList<QUuid>& uids = m_shown.pages.uids(segment);
        for (int i = 0; i < uids.size() && i < m_shown.outline.count(segment); ++i) {
            const int row = m_shown.outline.rowOf(segment, i);
            if (!uids.at(i).isNull() && row >= 0)
                oldRows.insert(uids.at(i), row);
        }
    }
    for (int segment = 0; segment < next.outline.size(); ++segment) {
        const auto first = oldRows.constFind(next.outline.segment(segment).first.uid);
        if (first == oldRows.cend())
            continue;
        const Outline::Place start = m_shown.outline.at(*first);
        const bool unchanged =
            start.offset == 0 && m_shown.outline.count(start.segment) == next.outline.count(segment);
        QList<QUuid> uids;
        for (int i = 0, row = *first; i < next.outline.count(segment); ++i, ++row) {
            Outline::Place place = m_shown.outline.at(row);
            if (place.segment >= 0 && place.isHeading())
                place = m_shown.outline.at(++row);
            uids.append(place.segment < 0 ? QUuid() : m_shown.pages.uidAt(place.segment, place.offset));
        }
        next.pages.setSegment(segment, uids,
                              unchanged ? PageCache::State::Fresh : PageCache::State::Outdated);
        for (int page = 0; unchanged && page * PageCache::pageRows < uids.size(); ++page)
            next.pages.setState(segment, page, m_shown.pages.state(start.segment, page));
    }
    nameSections(next);
    m_known = true;
    m_whole = next.outline.taskCount() <= wholeRows;
    m_stale = m_whole;
    addOverlay(next);
    show(std::move(next));
}

} // namespace glow::app
