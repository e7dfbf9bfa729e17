#pragma once
#include "app/quickadd/quickaddchange.h"

namespace glow::app {

class Changes;

/// What is read together becomes tasks together: one step to undo, one trip unless the request would be too
/// large (DATABASE.md section 2, point 9).
struct QuickAddBatch {
    QList<QList<core::Operation>> portions; ///< a change each, of one group
    QList<QUuid> tasks;
    QString label;     ///< for the undo menu and the history
    int shortened = 0; ///< titles whose end went to the notes
};

/// The tasks in the order of the readings; a list or tag that several of them name is made once.
QuickAddBatch quickAddBatch(const QList<core::QuickAddResult>& readings, const QuickAddDefaults& defaults,
                            const core::Catalogue& catalogue, const QDateTime& now);

/// Several lines as people paste them: empty ones are left out, one of tokens alone is taken as it stands, of
/// a title that is too long the end becomes the first line of the notes. Any thread.
QList<core::QuickAddResult> readPastedLines(const QString& text, const core::QuickAddContext& context);
/// The same for one title; false where it is short enough.
bool moveEndOfTitleToNotes(core::QuickAddResult& reading);

/// Gives the batch to the one write door; the ids of its changes.
QList<QUuid> applyBatch(Changes& changes, const QuickAddBatch& batch);

/// The sentence about titles whose end went to the notes; empty: none.
QString shortenedNotice(const QuickAddBatch& batch);

} // namespace glow::app
