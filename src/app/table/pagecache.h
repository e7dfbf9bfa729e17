#pragma once
#include "store/taskquerysql.h"

#include <QHash>
#include <QSet>
#include <optional>

namespace glow::app {

/// Which rows of which segment have been read, page by page, as uids (TASK_TABLE.md 8). A value; the rows
/// themselves are kept by the model.
class PageCache {
public:
    static constexpr int pageRows = 200;
    static constexpr int capacity = 100; ///< pages
    enum class State : quint8 { Missing, Loading, Fresh, Outdated };

    struct Place {
        int segment = -1;
        int offset = -1;
    };

    State state(int segment, int page) const;
    void setState(int segment, int page, State state);
    QUuid uidAt(int segment, int offset) const; ///< null: not read
    std::optional<Place> find(const QUuid& uid) const;

    bool contains(int segment) const { return m_segments.contains(segment); }
    QList<int> segments() const { return m_segments.keys(); }
    const QList<QUuid>& uids(int segment) const;
    /// The uids of a whole segment (null where unread) and one state for the pages that are known.
    void setSegment(int segment, const QList<QUuid>& uids, State state);
    /// A page that was read: `count` is the segment's new number of rows.
    void setPage(int segment, int page, const QList<QUuid>& uids, int count);
    void remove(int segment, int offset); ///< the rows below move up
    void outdateAll();                    ///< what is Loading or Fresh becomes Outdated
    void failLoading();                   ///< Loading becomes Missing or Outdated again

    /// Forgets pages beyond the capacity, the furthest from the given segments first.
    bool evict(int firstSegment, int lastSegment);
    QSet<QUuid> known() const;

    friend bool operator==(const PageCache&, const PageCache&) = default;
    bool sameUids(int segment, const PageCache& other, int otherSegment) const;

private:
    struct Segment {
        QList<QUuid> uids;
        QList<State> states;
        friend bool operator==(const Segment&, const Segment&) = default;
    };
    Segment& at(int segment, int count);

    QHash<int, Segment> m_segments;
};

} // namespace glow::app
