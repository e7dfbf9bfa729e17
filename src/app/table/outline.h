#pragma once
#include "core/taskquery.h"

#include <QSet>

namespace glow::store {
struct TaskRow;
}

namespace glow::app {

/// Segments of a view and the rows they are shown in: the first segment of a group that is not empty is
/// preceded by a heading. Row ↔ segment by binary search (TASK_TABLE.md 3).
class Outline {
public:
    static constexpr int segmentRows = 500;

    /// Where a row lies. A heading belongs to the segment below it.
    struct Place {
        int segment = -1;
        int offset = -1;
        bool isHeading() const { return offset < 0; }
        friend bool operator==(const Place&, const Place&) = default;
    };

    Outline() = default;
    Outline(QList<core::Segment> segments, bool headings);
    /// Segments of a view that was read whole.
    static QList<core::Segment> segmentsOf(const QList<store::TaskRow>& rows);
    static bool sameGroup(const core::TaskKey& a, const core::TaskKey& b);

    /// The groups are sections, in this order: those without rows have a heading too, rows without a section
    /// have none, and of folded ones only the heading is shown. Answers where each segment stands now; -1: it
    /// is gone, since it was empty.
    QList<int> setSections(const QStringList& all, const QSet<QString>& folded);
    bool isFolded(int segment) const;

    int size() const { return static_cast<int>(m_segments.size()); }
    const core::Segment& segment(int index) const { return m_segments.at(index); }
    int count(int segment) const { return static_cast<int>(m_segments.at(segment).count); }
    int segmentStartingWith(const core::TaskKey& first) const; ///< -1: none
    void resize(int segment, int count);

    int rowCount() const { return m_starts.constLast(); } ///< with headings
    int taskCount() const { return m_tasks; }
    bool hasHeading(int segment) const;
    int groupCount(int segment) const; ///< rows of the whole group
    Place at(int row) const;
    int rowOf(int segment, int offset) const;                       ///< -1: folded away
    int startOf(int segment) const { return m_starts.at(segment); } ///< its heading, or its first row
    int rowOfTask(int index) const;                                 ///< the index-th task of the view

private:
    void count();
    int shownRows(int segment) const { return isFolded(segment) ? 0 : count(segment); }

    QList<core::Segment> m_segments;
    QList<int> m_starts{0}; ///< first row of each segment, its heading included; then the total
    bool m_headings = false;
    bool m_sections = false;
    QSet<QString> m_folded; ///< groups
    int m_tasks = 0;
};

} // namespace glow::app
