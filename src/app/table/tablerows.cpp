#include "app/table/tablerows.h"

#include <algorithm>

namespace glow::app {

namespace {

QUuid headingToken(const QString& group)
{
    static const QUuid headings(0x7d1c9a11, 0x5c52, 0x4f0e, 0x9d, 0x31, 0x2f, 0x6a, 0x11, 0x0b, 0x52, 0x77);
    return QUuid::createUuidV5(headings, group);
}

/// An unread row is the n-th of its segment, whatever it turns out to be.
QUuid unreadToken(const core::TaskKey& first, int offset)
{
    QUuid token = first.uid;
    token.data1 ^= 0x9e3779b9U * static_cast<uint>(offset + 1);
    token.data2 = static_cast<ushort>(~token.data2);
    return token;
}

bool sameSegment(const TableRows& a, int i, const TableRows& b, int j)
{
    return a.outline.segment(i) == b.outline.segment(j) &&
           a.outline.hasHeading(i) == b.outline.hasHeading(j) &&
           a.outline.isFolded(i) == b.outline.isFolded(j) && a.pages.sameUids(i, b.pages, j);
}

} // namespace

TableRows::Slot TableRows::at(int row) const
{
    if (row < 0)
        return {};
    if (row < created.size())
        return {Kind::Task, created.at(row), {}, 0, created.at(row)};
    const Outline::Place place = outline.at(row - static_cast<int>(created.size()));
    if (place.segment < 0)
        return {};
    const core::TaskKey& first = outline.segment(place.segment).first;
    if (place.isHeading())
        return {Kind::Heading, {}, first.group, outline.groupCount(place.segment), headingToken(first.group)};
    const QUuid uid = pages.uidAt(place.segment, place.offset);
    if (uid.isNull())
        return {Kind::Unread, {}, {}, 0, unreadToken(first, place.offset)};
    return {Kind::Task, uid, {}, 0, uid};
}

int TableRows::rowOf(const QUuid& uid) const
{
    if (uid.isNull())
        return -1;
    if (const qsizetype row = created.indexOf(uid); row >= 0)
        return static_cast<int>(row);
    const auto place = pages.find(uid);
    if (!place || place->segment >= outline.size() || place->offset >= outline.count(place->segment))
        return -1;
    const int row = outline.rowOf(place->segment, place->offset);
    return row < 0 ? -1 : static_cast<int>(created.size()) + row;
}

void TableRows::setSections(const QStringList& all, const QSet<QString>& folded)
{
    const QList<int> places = outline.setSections(all, folded);
    PageCache moved;
    for (const int segment : pages.segments()) {
        const int place = places.value(segment, -1);
        if (place < 0)
            continue;
        const QList<QUuid>& uids = pages.uids(segment);
        moved.setSegment(place, uids, PageCache::State::Outdated);
        for (int page = 0; page * PageCache::pageRows < uids.size(); ++page)
            moved.setState(place, page, pages.state(segment, page));
    }
    pages = moved;
}

void TableRows::hide(const QUuid& uid)
{
    created.removeAll(uid);
    while (const auto place = pages.find(uid)) {
        pages.remove(place->segment, place->offset);
        outline.resize(place->segment, std::max(0, outline.count(place->segment) - 1));
    }
}

std::pair<int, int> TableRows::commonEnds(const TableRows& a, const TableRows& b)
{
    if (a.created != b.created)
        return {0, 0};
    const int sizes = std::min(a.outline.size(), b.outline.size());
    int first = 0;
    while (first < sizes && sameSegment(a, first, b, first))
        ++first;
    int last = 0;
    while (last < sizes - first &&
           sameSegment(a, a.outline.size() - 1 - last, b, b.outline.size() - 1 - last))
        ++last;
    const int head = static_cast<int>(a.created.size()) + a.outline.startOf(first);
    const int tail = a.outline.rowCount() - a.outline.startOf(a.outline.size() - last);
    return {head, tail};
}

} // namespace glow::app
