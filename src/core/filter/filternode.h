#pragma once
#include "core/task.h"

#include <QList>
#include <QString>

namespace glow::core {

/// One condition of the query language (CLI.md, QUERY), or conditions joined.
struct FilterNode {
    enum class Kind {
        All,      ///< every task: the empty query
        Words,    ///< `text` in title or notes, case ignored
        Tag,      ///< has the tag named `text`
        List,     ///< in the list named `text`
        Priority, ///< rank compared with `priority`
        NoDue,
        NoTag,
        Due, ///< due day compared with `date`
        Completed,
        Blocked,   ///< open, and waits for an open task
        ChangedIn, ///< updated within `days` days
        Not,       ///< of the only child
        And,
        Or
    };
    enum class Compare { Equal, Less, LessOrEqual, Greater, GreaterOrEqual };

    Kind kind = Kind::All;
    Compare compare = Compare::Equal;
    QString text;
    Priority priority = Priority::None;
    QDate date;
    int days = 0;
    QList<FilterNode> children;
    friend bool operator==(const FilterNode&, const FilterNode&) = default;

    bool mentions(Kind wanted) const; ///< here or in a child
};

} // namespace glow::core
