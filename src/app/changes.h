#pragma once
#include "app/overlay.h"
#include "app/reader.h"
#include "app/undostack.h"
#include "core/change.h"
#include "core/clock.h"
#include "core/reply.h"
#include "store/changesql.h"

#include <QObject>
#include <functional>

namespace glow::sync {
class DatabaseThread;
class Link;
} // namespace glow::sync

namespace glow::app {

/// What a view wants to see refreshed in the trip of its own change ("act and look in one trip").
struct Look {
    core::TaskQuery query;
    QList<core::PageRequest> requests;
    quint64 generation = 0;
};

/// The one write door: joins overlay, outbox and undo (DESIGN.md "One write path"). GUI thread; what blocks
/// runs on the interactive worker, the outbox on a thread of its own, so that it never waits for the
/// database. `apply` shows the change at once and returns; the outcome arrives as a signal. While the line is
/// down changes wait in the outbox and are sent in order when it returns; several that wait go in one
/// message.
class Changes : public QObject {
    Q_OBJECT
public:
    Changes(sync::DatabaseThread& interactive, sync::Link& link, store::changesql::Writer writer,
            QString outboxDirectory, core::Clock clock, QObject* parent = nullptr);
    ~Changes() override;

    /// Makes a change with a new id and the clock's time.
    core::Change make(const QString& label, const QList<core::Operation>& operations) const;
    void apply(const core::Change& change);
    /// Stores what no person did, so that it is no step of undo.
    void follow(const core::Change& change);
    QDateTime now() const; ///< local time by the clock of the workspace
    /// Changes of this workspace that were made and stored elsewhere: one step that can be undone here.
    void remember(const QList<core::Change>& changes);
    void undo();
    void redo();
    QString undoLabel() const { return m_undo.undoLabel(); }
    QString redoLabel() const { return m_undo.redoLabel(); }

    const store::changesql::Writer& writer() const;
    const Overlay& overlay() const { return m_overlay; }
    QList<core::Change> waiting() const; ///< to be stored, in the order in which they were made
    int pending() const { return m_overlay.pendingChanges(); }

    /// The visible view's answer to "what shall be read along"; an empty function: nothing.
    void setLook(std::function<Look()> look);
    /// The statement that counts open tasks along with a look (store::countssql); an empty text: not now.
    void setCounting(std::function<QString()> statement);
    /// Begins sending, what earlier runs left first. `revision`, `token` from the catalogue.
    void start(qint64 revision, const QUuid& token);
    void setDueInUtc(bool on); ///< from the catalogue too, before `start`
    /// From now on every change is refused, with this reason.
    void setReadOnly(const QString& reason);
    void flush(); ///< sends what waits, now, even while the line is thought to be down
    /// Forgets for good what this user has in the trash up to a row (`store::TrashRow::id`). Nothing to undo, and
    /// so nothing that waits for a line that is down.
    core::Reply<core::Result<void>> emptyTrash(qint64 through);
    /// Somebody has stored this revision. Unless it is known, or the answer under way tells, one message
    /// brings what has changed since, with the look; at most a few a second, the newest state wins.
    void heard(qint64 revision);
    void catchUp(); ///< asks what has changed since the last answer; the look follows only when something has

Q_SIGNALS:
    void patched(const QList<QUuid>& tasks); ///< the overlay changed for these
    /// Stored; the overlay has let go of the change already. Of changes that went in one message the first
    /// brings the pages of the look and the changed rows (`reply.rows`, `reply.gone`), the others only their
    /// outcome.
    void confirmed(const glow::core::Change& change, const glow::core::ApplyReply& reply,
                   const glow::app::Pages& pages);
    void refused(const glow::core::Change& change, const glow::core::Error& error);
    /// Fields that another program had changed meanwhile ("Show theirs"), or that an undo left alone.
    void overwrote(const glow::core::Change& change, const glow::core::ChangeOutcome& outcome);
    /// What others have stored: rows and pages as in `confirmed`.
    void changedElsewhere(const glow::core::ApplyReply& reply, const glow::app::Pages& pages);
    void catchUpFailed(const glow::core::Error& error); ///< the server refuses to tell what has changed
    void stored(double milliseconds);                   ///< changes were, in a trip that took so long
    void counted(const glow::core::Counts& counts);     ///< as they are after the answer that follows
    void outdated(); ///< more has changed than a reply tells: everything read before must be read again
    void notKept(
        const glow::core::Error& error); ///< the outbox could not be written; the change is sent all the same
    void undoChanged();
    void pendingChanged();

private:
    struct Private;
    void show(const core::Change& change);

    std::unique_ptr<Private> d;
    Overlay m_overlay;
    UndoStack m_undo;
};

} // namespace glow::app
