#pragma once
#include "core/change.h"

#include <QList>
#include <optional>

namespace glow::app {

/// Changes that can be taken back, newest last, and those taken back that can be done again. A change that the database
/// refused leaves both. GUI thread.
class UndoStack {
public:
    void push(const core::Change& change);      ///< a new action: clears what could be done again
    void remove(const QUuid& change);
    std::optional<core::Change> takeUndo(const QDateTime& now); ///< the inverse, to be applied
    std::optional<core::Change> takeRedo(const QDateTime& now);
    QString undoLabel() const; ///< empty: nothing to undo
    QString redoLabel() const;

private:
    QList<core::Change> m_done;
    QList<core::Change> m_undone;
};

} // namespace glow::app
