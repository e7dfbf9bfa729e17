#pragma once
#include "core/filter/filternode.h"

#include <QDateTime>
#include <QList>
#include <QSet>
#include <QString>
#include <QUuid>

namespace glow::core {

/// Which tasks a view shows.
/// Filter: all that meets `filter`; `scopeUid` is that of the saved one.
enum class Scope { Inbox, Today, Upcoming, All, Completed, List, Tag, Search, Subtasks, Filter };
/// Match: for a search, always best first (words begin in the title, in the title, in the notes), then
/// newest. Settings keep the numbers: a new one goes to the end.
enum class SortField {
    Manual,
    Title,
    List,
    Due,
    Priority,
    Created,
    Updated,
    Completed,
    Match,
    Start,
    Deadline
};
/// Headings. Day: by due day, everything before `today` is one group (Overdue), whose key is the day before
/// `today`. CompletedDay: by day of completion, newest first. A group's key is "YYYY-MM-DD", null where there
/// is no day. Section: of a list, in their order; rows without one come first. Its key is "position uid" of
/// the section. Priority: its key is the rank. List: Inbox first, then by name; its key is the uid, null for
/// the Inbox.
enum class GroupField { None, Day, CompletedDay, Section, Priority, List };

/// A view as a value; `store/taskquerysql` is its only reader. Two equal queries show the same rows.
struct TaskQuery {
    QString userId = QStringLiteral("local");
    Scope scope = Scope::All;
    QUuid scopeUid;       ///< the list, tag or (Subtasks) parent task
    QString search;       ///< words that must all occur in title or notes; case is ignored
    FilterNode filter;    ///< what else must hold
    QDateTime filterTime; ///< now, where the filter says "lately" or asks for the day of an instant
    bool withCompleted = false;
    SortField sort = SortField::Due;
    bool descending = false;
    GroupField group = GroupField::None;
    QDate today;           ///< from Clock; decides overdue, Today, Upcoming
    QString zone;          ///< IANA name of the local zone
    bool dueInUtc = false; ///< due times are stored in UTC (Catalogue)
    QSet<QUuid> keep;      ///< completed while this view was open: stay where they were
    QSet<QUuid> collapsed; ///< manual order only: tasks whose subtasks are hidden

    /// A search or a filter is flat: it finds subtasks without what they lie in.
    bool isTree() const
    {
        return sort == SortField::Manual && search.isEmpty() && filter.kind == FilterNode::Kind::All;
    }
    friend bool operator==(const TaskQuery&, const TaskQuery&) = default;
};

/// Place of a row in a view, as text printed by the server. The client never compares keys, it hands them
/// back. A null `group` or `sort` means "no value".
struct TaskKey {
    QString group;
    QString sort;
    QUuid uid;
    friend bool operator==(const TaskKey&, const TaskKey&) = default;
};

/// A run of at most 500 rows that never crosses a group (TASK_TABLE.md 3). `first` is the key of its first
/// row.
struct Segment {
    TaskKey first;
    qint64 count = 0;
    friend bool operator==(const Segment&, const Segment&) = default;
};

/// One page: `limit` rows from `offset` rows after the segment's first key; without a key, from the start of
/// the view.
struct PageRequest {
    TaskKey from;
    bool fromStart = true;
    int offset = 0;
    int limit = 201;
    friend bool operator==(const PageRequest&, const PageRequest&) = default;
};

} // namespace glow::core
