#include "app/table/outline.h"

#include "core/entities.h"
#include "store/taskquerysql.h"

#include <algorithm>

namespace glow::app {

namespace {

bool sameText(const QString& a, const QString& b)
{
    return a.isNull() == b.isNull() && a == b;
}

} // namespace

Outline::Outline(QList<core::Segment> segments, bool headings)
    : m_segments(std::move(segments))
    , m_headings(headings)
{
    count();
}

QList<core::Segment> Outline::segmentsOf(const QList<store::TaskRow>& rows)
{
    QList<core::Segment> segments;
    for (const store::TaskRow& row : rows) {
        const bool goesOn = !segments.isEmpty() && segments.constLast().count < segmentRows &&
                            sameGroup(segments.constLast().first, row.key) &&
                            segments.constLast().first.sort.isNull() == row.key.sort.isNull();
        if (!goesOn)
            segments.append({row.key, 0});
        ++segments.last().count;
    }
    return segments;
}

QList<int> Outline::setSections(const QStringList& all, const QSet<QString>& folded)
{
    QSet<QString> filled;
    for (const core::Segment& each : m_segments) {
        if (each.count > 0)
            filled.insert(each.first.group);
    }
    QList<core::Segment> segments;
    QList<int> places(m_segments.size(), -1);
    qsizetype next = 0; // of `all`
    const auto addEmpty = [&](const QString& before) {
        for (; next < all.size() && all.at(next) != before; ++next) {
            if (!filled.contains(all.at(next)))
                segments.append({{all.at(next), {}, core::uidOfGroup(all.at(next))}, 0});
        }
    };
    for (int i = 0; i < size(); ++i) {
        const core::Segment& each = m_segments.at(i);
        if (each.count == 0)
            continue;
        if (all.indexOf(each.first.group) >= next)
            addEmpty(each.first.group);
        places[i] = static_cast<int>(segments.size());
        segments.append(each);
    }
    addEmpty({});
    m_segments = segments;
    m_sections = true;
    m_folded = folded;
    count();
    return places;
}

bool Outline::isFolded(int segment) const
{
    return m_sections && m_folded.contains(m_segments.at(segment).first.group);
}

bool Outline::sameGroup(const core::TaskKey& a, const core::TaskKey& b)
{
    return sameText(a.group, b.group);
}

int Outline::segmentStartingWith(const core::TaskKey& first) const
{
    for (int i = 0; i < size(); ++i) {
        const core::TaskKey& key = m_segments.at(i).first;
        if (key.uid == first.uid && sameText(key.group, first.group) && sameText(key.sort, first.sort))
            return i;
    }
    return -1;
}

void Outline::resize(int segment, int newCount)
{
    m_segments[segment].count = newCount;
    count();
}

bool Outline::hasHeading(int segment) const
{
    return m_starts.at(segment + 1) - m_starts.at(segment) > shownRows(segment);
}

int Outline::groupCount(int segment) const
{
    const core::TaskKey& key = m_segments.at(segment).first;
    int rows = 0;
    for (int i = segment; i >= 0 && sameGroup(m_segments.at(i).first, key); --i)
        rows += count(i);
    for (int i = segment + 1; i < size() && sameGroup(m_segments.at(i).first, key); ++i)
        rows += count(i);
    return rows;
}

Outline::Place Outline::at(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    const auto next = std::upper_bound(m_starts.begin(), m_starts.end(), row);
    const int segment = static_cast<int>(next - m_starts.begin()) - 1;
    return {segment, row - m_starts.at(segment) - (hasHeading(segment) ? 1 : 0)};
}

int Outline::rowOf(int segment, int offset) const
{
    if (isFolded(segment))
        return -1;
    return m_starts.at(segment) + (hasHeading(segment) ? 1 : 0) + offset;
}

int Outline::rowOfTask(int index) const
{
    for (int i = 0; i < size(); ++i) {
        if (index < count(i))
            return rowOf(i, index);
        index -= count(i);
    }
    return -1;
}

void Outline::count()
{
    m_starts.resize(size() + 1);
    m_tasks = 0;
    int row = 0;
    int headed = -1; // the segment whose group has its heading already
    for (int i = 0; i < size(); ++i) {
        m_starts[i] = row;
        if (count(i) == 0 && !m_sections)
            continue;
        const bool isNamed = !m_sections || !m_segments.at(i).first.group.isNull();
        if (m_headings && isNamed &&
            (headed < 0 || !sameGroup(m_segments.at(headed).first, m_segments.at(i).first)))
            ++row;
        headed = i;
        row += shownRows(i);
        m_tasks += count(i);
    }
    m_starts[size()] = row;
}

} // namespace glow::app
