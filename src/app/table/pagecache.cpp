#include "app/table/pagecache.h"

#include <algorithm>

namespace glow::app {

namespace {

int pagesOf(qsizetype rows)
{
    return static_cast<int>((rows + PageCache::pageRows - 1) / PageCache::pageRows);
}

} // namespace

PageCache::State PageCache::state(int segment, int page) const
{
    const auto found = m_segments.constFind(segment);
    return found == m_segments.cend() ? State::Missing : found->states.value(page, State::Missing);
}

void PageCache::setState(int segment, int page, State state)
{
    Segment& known = m_segments[segment];
    if (known.states.size() <= page)
        known.states.resize(page + 1, State::Missing);
    known.states[page] = state;
}

QUuid PageCache::uidAt(int segment, int offset) const
{
    const auto found = m_segments.constFind(segment);
    return found == m_segments.cend() ? QUuid() : found->uids.value(offset);
}

std::optional<PageCache::Place> PageCache::find(const QUuid& uid) const
{
    for (auto it = m_segments.cbegin(); it != m_segments.cend(); ++it) {
        if (const qsizetype offset = it->uids.indexOf(uid); offset >= 0)
            return Place{it.key(), static_cast<int>(offset)};
    }
    return std::nullopt;
}

const QList<QUuid>& PageCache::uids(int segment) const
{
    static const QList<QUuid> none;
    const auto found = m_segments.constFind(segment);
    return found == m_segments.cend() ? none : found->uids;
}

void PageCache::setSegment(int segment, const QList<QUuid>& uids, State state)
{
    Segment known{uids, {}};
    for (int page = 0; page < pagesOf(uids.size()); ++page) {
        const auto begin = uids.begin() + page * pageRows;
        const auto end = uids.begin() + std::min<qsizetype>((page + 1) * pageRows, uids.size());
        const bool any = std::any_of(begin, end, [](const QUuid& uid) { return !uid.isNull(); });
        known.states.append(any ? state : State::Missing);
    }
    m_segments.insert(segment, known);
}

void PageCache::setPage(int segment, int page, const QList<QUuid>& uids, int count)
{
    Segment& known = at(segment, count);
    for (int i = 0; i < uids.size() && page * pageRows + i < count; ++i)
        known.uids[page * pageRows + i] = uids.at(i);
    if (page < known.states.size())
        known.states[page] = State::Fresh;
}

void PageCache::remove(int segment, int offset)
{
    Segment& known = m_segments[segment];
    known.uids.removeAt(offset);
    known.states.resize(pagesOf(known.uids.size()), State::Missing);
    // The last row of a page whose neighbour was not read is now unknown.
    for (int page = offset / pageRows; page < known.states.size(); ++page) {
        const int last = std::min<int>((page + 1) * pageRows, static_cast<int>(known.uids.size())) - 1;
        if (known.states.at(page) == State::Fresh && known.uids.at(last).isNull())
            known.states[page] = State::Outdated;
    }
}

void PageCache::outdateAll()
{
    for (Segment& known : m_segments) {
        for (int page = 0; page < known.states.size(); ++page) {
            if (known.states.at(page) == State::Fresh)
                known.states[page] = State::Outdated;
        }
    }
}

void PageCache::failLoading()
{
    for (Segment& known : m_segments) {
        for (int page = 0; page < known.states.size(); ++page) {
            if (known.states.at(page) == State::Loading) {
                const bool any = !known.uids.value(page * pageRows).isNull();
                known.states[page] = any ? State::Outdated : State::Missing;
            }
        }
    }
}

bool PageCache::evict(int firstSegment, int lastSegment)
{
    QList<std::pair<int, int>> byDistance; // distance, segment
    int pages = 0;
    for (auto it = m_segments.cbegin(); it != m_segments.cend(); ++it) {
        pages += static_cast<int>(it->states.size() - it->states.count(State::Missing));
        const int distance = std::max({0, firstSegment - it.key(), it.key() - lastSegment});
        byDistance.append({distance, it.key()});
    }
    if (pages <= capacity)
        return false;
    std::sort(byDistance.rbegin(), byDistance.rend());
    for (const auto& [distance, segment] : byDistance) {
        const Segment& known = m_segments[segment];
        if (pages <= capacity || distance == 0)
            break;
        pages -= static_cast<int>(known.states.size() - known.states.count(State::Missing));
        m_segments.remove(segment);
    }
    return true;
}

QSet<QUuid> PageCache::known() const
{
    QSet<QUuid> all;
    for (const Segment& known : m_segments)
        all.unite(QSet<QUuid>(known.uids.begin(), known.uids.end()));
    all.remove(QUuid());
    return all;
}

bool PageCache::sameUids(int segment, const PageCache& other, int otherSegment) const
{
    return uids(segment) == other.uids(otherSegment);
}

PageCache::Segment& PageCache::at(int segment, int count)
{
    Segment& known = m_segments[segment];
    known.uids.resize(count);
    known.states.resize(pagesOf(count), State::Missing);
    return known;
}

} // namespace glow::app
