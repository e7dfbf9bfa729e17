#pragma once
#include <QString>
#include <optional>

namespace glow::core {

/// Where the box of a list item stands in a line (`- [ ] text`): the place of `[`, or -1.
qsizetype boxOf(QStringView line);

/// The notes with the box whose state is the character at `state` filled or emptied: one character differs.
/// Unchanged when no box is there.
QString toggledBox(const QString& notes, qsizetype state);

/// The only box by which `now` differs from `before`: the place of its state.
std::optional<qsizetype> onlyToggledBox(const QString& before, const QString& now);

/// What Enter does at a place in the notes.
struct ListBreak {
    QString insert;       ///< a line break, and the marker of the next item
    qsizetype remove = 0; ///< characters before the place: the marker of an item without text ends its list
};
ListBreak listBreakAt(const QString& notes, qsizetype place);

} // namespace glow::core
