#pragma once
#include <QList>
#include <QUuid>
#include <optional>

namespace glow::app {

/// One structural step, in the numbering of the moment it is made.
struct RowStep {
    enum class Kind { Remove, Move, Insert };
    Kind kind = Kind::Remove;
    int first = 0;
    int count = 0;
    int to = 0; ///< Move: the row before which the block lands, counted before the move
    friend bool operator==(const RowStep&, const RowStep&) = default;
};

/// The fewest steps that turn one sequence of distinct uids into another, or nothing when they are more than
/// `limit` (TASK_TABLE.md 14). Rows of the longest common subsequence stay untouched.
std::optional<QList<RowStep>> rowDiff(const QList<QUuid>& from, const QList<QUuid>& to, int limit = 30);

/// Makes one step on a plain sequence; inserted rows are taken from the same places of `to`.
void applyStep(QList<QUuid>& rows, const RowStep& step, const QList<QUuid>& to);

} // namespace glow::app
