#pragma once
#include "core/change.h"
#include "core/clock.h"
#include "core/task.h"

#include <QObject>

namespace glow::app {

class Changes;
class Reader;

/// The one timer of a workspace: which task takes time now, whatever program started it. It is kept in the
/// database (UTC), so that it goes on through an end of the program, and the last start stops the others
/// (migration 0015). Starting and stopping is a change like any other. GUI thread.
class Timer : public QObject {
    Q_OBJECT
public:
    /// A timer that ran for so long was most likely forgotten.
    static constexpr qint64 forgottenAfter = 8 * 3600;

    Timer(Reader& reader, Changes& changes, QObject* parent = nullptr);

    void load();  ///< what runs, after opening
    void check(); ///< a person is back: was it forgotten?
    /// The task that takes time, null: none; as it was when its timer was started.
    const core::Task& running() const { return m_running; }
    bool isRunning() const { return !m_running.uid.isNull(); }
    bool runs(const core::Task& task) const;
    qint64 elapsed() const; ///< seconds since the start, 0 where nothing runs

    void start(const core::Task& task); ///< stops the one that runs
    void stop();
    void discard(); ///< stops it without counting
    void toggle(const core::Task& task);
    /// Corrects what was spent; a running timer begins anew.
    void setSpent(const core::Task& task, qint64 seconds);

    /// Seconds spent on a task up to now, the running ones included.
    qint64 spent(const core::Task& task) const;

Q_SIGNALS:
    void changed();
    void forgotten(); ///< it has run for longer than `forgottenAfter`; said once for each start

private:
    core::Operation put(const core::Task& task, qint64 spent, const QDateTime& started) const;
    void end(qint64 spent);
    void set(const core::Task& task);
    void look(const core::ApplyReply& reply);

    Reader& m_reader;
    Changes& m_changes;
    core::Task m_running;
    QDateTime m_told; ///< the start that was said to be forgotten
};

} // namespace glow::app
