#pragma once
#include "core/change.h"
#include "core/clock.h"
#include "core/reply.h"
#include "core/result.h"
#include "store/changesql.h"
#include "store/workspacecopysql.h"
#include "store/workspaces.h"
#include "sync/databasethread.h"

#include <QObject>
#include <QThreadPool>
#include <memory>

namespace glow::app {

/// Where tasks are copied from or to.
struct CopyEnd {
    QString name; ///< of the workspace, for sentences
    QString userId;
    sync::DatabaseThread::Opener opener;
    bool mayMigrate =
        false; ///< to be upgraded first: the private one always, another when the person has said so
};
CopyEnd copyEnd(const store::WorkspaceEntry& entry, const QString& dataDirectory, bool secretsInFile);

/// What a copy did. After an error or a cancel it says what is there all the same; a repeat completes it.
struct CopyReport {
    struct Count {
        int fresh = 0;
        int changed = 0; ///< there since the last copy, so written over here
        int left = 0;    ///< changed or deleted here since, so left alone
    };
    Count tasks;
    Count lists;
    int seen = 0;  ///< tasks of the source that were looked at
    int total = 0; ///< tasks of the source
    bool cancelled = false;
    QStringList columnsLeftOut; ///< of another program, that the target's table does not have
    /// The changes of the copy, as an UndoStack of the target takes them; empty: nothing was written.
    QList<core::Change> changes;
    std::optional<core::Error> error;

    bool wroteAnything() const;
    /// In words, for a person.
    QString text(const QString& source, const QString& target) const;
};

/// Copies all tasks of one workspace into another: each row as it stands, in portions that are stored or not
/// as a whole, with lists, sections, tags, order and history (glowlist.copy_in of migrations/0009). The
/// source is read as of one moment. The trash stays: it holds what the person has thrown away, is emptied by
/// itself after 30 days, and can still be restored from where it is, since nothing is removed there; restored
/// tasks come with the next copy. GUI thread; the work runs on a thread of its own with connections of its
/// own.
class WorkspaceCopy : public QObject {
    Q_OBJECT
public:
    WorkspaceCopy(CopyEnd source, CopyEnd target, store::changesql::Writer writer, core::Clock clock,
                  QObject* parent = nullptr);
    ~WorkspaceCopy() override; ///< cancels and waits for the portion that is being written

    /// What the source holds.
    core::Reply<core::Result<store::copysql::Amount>> amount();
    void start();
    void cancel(); ///< after the portion that is being written; at once while connecting

Q_SIGNALS:
    void progressed(int done, int total); ///< tasks
    void said(const QString& sentence);   ///< what takes long before that
    void finished(const glow::app::CopyReport& report);

private:
    CopyEnd m_source;
    CopyEnd m_target;
    store::changesql::Writer m_writer;
    core::Clock m_clock;
    struct Shared;
    std::shared_ptr<Shared> m_shared;
    QThreadPool m_pool;
};

} // namespace glow::app
