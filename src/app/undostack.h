#pragma once
#include "core/change.h"

#include <QList>

namespace glow::app {

/// Steps that can be taken back, newest last, and those taken back that can be done again. Changes of one
/// group are one step. A change that the database refused leaves both. GUI thread.
class UndoStack {
public:
    void push(const core::Change& change); ///< a new action: clears what could be done again
    void remove(const QUuid& change);
    /// The inverse of the newest step, to be applied in this order; empty: nothing to undo.
    QList<core::Change> takeUndo(const QDateTime& now);
    QList<core::Change> takeRedo(const QDateTime& now);
    QString undoLabel() const; ///< empty: nothing to undo
    QString redoLabel() const;

private:
    using Step = QList<core::Change>;
    static QList<core::Change> turn(QList<Step>& from, QList<Step>& to, const QDateTime& now);

    QList<Step> m_done;
    QList<Step> m_undone;
};

} // namespace glow::app
