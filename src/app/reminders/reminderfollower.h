#pragma once
#include "app/reminders/reminderschedule.h"

namespace glow::core {
struct ApplyReply;
}

namespace glow::app {

class DayClock;
class Workspace;

/// Keeps the reminders' file of an open workspace in step with it: read when it has opened and when the day
/// changes while somebody is there, else from the rows that changes bring along, so that no statement is sent
/// for the sake of reminders alone. What is pending counts at once. GUI thread.
class ReminderFollower : public QObject {
    Q_OBJECT
public:
    static constexpr int daysAhead = 14;
    static constexpr int daysBack = 14;

    ReminderFollower(ReminderSchedule& schedule, QString file, Workspace& workspace, DayClock& dayClock,
                     QObject* parent = nullptr);

private:
    void read();
    void takeAll(const QList<core::Task>& tasks);
    void takeRows(const core::ApplyReply& reply);
    void takePatches(const QList<QUuid>& tasks);
    bool concerns(const core::Task& task) const;
    store::ReminderState::Entry entryOf(const core::Task& task) const;

    ReminderSchedule& m_schedule;
    QString m_file;
    Workspace& m_workspace;
    quint64 m_rows = 0; ///< what a reading that is under way does not know
};

} // namespace glow::app
