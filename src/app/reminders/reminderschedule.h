#pragma once
#include "app/reminders/reminderupdate.h"
#include "core/clock.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <memory>

namespace glow::app {

/// A reminder whose time has come.
struct Firing {
    QString workspace;   ///< name of its file
    core::Task task;     ///< without its notes
    QString key;         ///< of this firing in the file
    QDateTime at;        ///< UTC
    bool missed = false; ///< the program was closed or the computer asleep
};

/// Fires the reminders of all workspaces from their local files, each once, whatever becomes of the database
/// and however many programs have the data directory (store::ReminderFile). Looks every twenty seconds at
/// most, as DayClock does, so that a changed zone, a change of the clocks and a long sleep are noticed. GUI
/// thread; files on a worker.
class ReminderSchedule : public QObject {
    Q_OBJECT
public:
    ReminderSchedule(QString dataDirectory, core::Clock clock, QObject* parent = nullptr);
    ~ReminderSchedule() override; ///< waits for the last writing

    /// The files of these workspaces fire, no others.
    void setWorkspaces(const QStringList& names);
    /// Reads the file again and looks what is due.
    void load(const QString& workspace);
    void forget(const QString& workspace);                     ///< deletes its file
    using Change = std::function<bool(store::ReminderState&)>; ///< on the worker; true: something is another
    /// Changes the file; one after another, each on what the one before left.
    void update(const QString& workspace, Change change);
    void check(); ///< now, not at the next beat
    void snooze(const Firing& firing, const QDateTime& until);
    /// Not completed, deleted or put off meanwhile, as far as is known here.
    bool isCurrent(const Firing& firing) const;
    store::ReminderState state(const QString& workspace) const { return m_states.value(workspace); }
    const core::Clock& clock() const { return m_clock; }

Q_SIGNALS:
    void fired(const QList<glow::app::Firing>& firings);
    void changed();                              ///< what is current
    void failed(const glow::core::Error& error); ///< a file could not be read or written; said once

private:
    std::shared_ptr<store::ReminderFile> fileOf(const QString& workspace);
    void take(const QString& workspace, const store::ReminderFile::Outcome& outcome);
    void claim(const QString& workspace);
    void arm();

    QString m_dataDirectory;
    core::Clock m_clock;
    QTimer m_timer;
    QThreadPool m_worker;
    QHash<QString, std::shared_ptr<store::ReminderFile>> m_files;
    QHash<QString, store::ReminderState> m_states; ///< as the worker last told
    QSet<QString> m_claiming;
    QSet<QString> m_failing;
};

} // namespace glow::app
