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
        List,     ///< in the list named `text`, or in one nested in it
        Section,  ///< in a section named `text`
        Priority, ///< rank compared with `priority`
        Has,      ///< has `feature`
        Date,     ///< day of `field` compared with `date`
        Lately,   ///< `field`, an instant, within the last `days` days
        Completed,
        Blocked, ///< open, and waits for an open task
        Not,     ///< of the only child
        And,
        Or
    };
    enum class Compare { Equal, Less, LessOrEqual, Greater, GreaterOrEqual };
    enum class Feature {
        Due,
        Start,
        Deadline,
        List,
        Section,
        Tag,
        Notes,
        Subtasks,
        Parent,
        Repeat,
        Estimate,
        Priority
    };
    /// The last three are instants, whose day is that of this computer's zone.
    enum class Field { Due, Start, Deadline, Created, Changed, Completed };

    Kind kind = Kind::All;
    Compare compare = Compare::Equal;
    Feature feature = Feature::Due;
    Field field = Field::Due;
    QString text;
    Priority priority = Priority::None;
    QDate date;
    int days = 0;
    QList<FilterNode> children;
    friend bool operator==(const FilterNode&, const FilterNode&) = default;

    bool mentions(Kind wanted) const; ///< here or in a child
    /// Says something about completed tasks, so that they are wanted too.
    bool asksForCompleted() const;
};

/// A word of the language and what it stands for; the parser, the completion and the explanation read the
/// same tables.
template <typename Meaning> struct FilterWord {
    const char* word;
    Meaning meaning;
};

inline constexpr FilterWord<FilterNode::Feature> filterFeatures[] = {
    {"due", FilterNode::Feature::Due},           {"start", FilterNode::Feature::Start},
    {"deadline", FilterNode::Feature::Deadline}, {"list", FilterNode::Feature::List},
    {"section", FilterNode::Feature::Section},   {"tag", FilterNode::Feature::Tag},
    {"notes", FilterNode::Feature::Notes},       {"subtasks", FilterNode::Feature::Subtasks},
    {"parent", FilterNode::Feature::Parent},     {"repeat", FilterNode::Feature::Repeat},
    {"estimate", FilterNode::Feature::Estimate}, {"priority", FilterNode::Feature::Priority},
};

inline constexpr FilterWord<FilterNode::Field> filterFields[] = {
    {"due", FilterNode::Field::Due},           {"start", FilterNode::Field::Start},
    {"deadline", FilterNode::Field::Deadline}, {"created", FilterNode::Field::Created},
    {"changed", FilterNode::Field::Changed},   {"completed", FilterNode::Field::Completed},
};

} // namespace glow::core
