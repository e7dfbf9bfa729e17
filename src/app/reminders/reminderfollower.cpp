#include "app/reminders/reminderfollower.h"

#include "app/dayclock.h"
#include "app/workspace.h"
#include "core/taskfield.h"

#include <algorithm>

namespace glow::app {

using store::ReminderState;

ReminderFollower::ReminderFollower(ReminderSchedule& schedule, QString file, Workspace& workspace,
                                   DayClock& dayClock, QObject* parent)
    : QObject(parent)
    , m_schedule(schedule)
    , m_file(std::move(file))
    , m_workspace(workspace)
{
    Changes& changes = workspace.changes();
    connect(&workspace, &Workspace::opened, this, &ReminderFollower::read);
    connect(&dayClock, &DayClock::dayChanged, this, &ReminderFollower::read);
    connect(&changes, &Changes::outdated, this, &ReminderFollower::read);
    connect(&changes, &Changes::refused, this, &ReminderFollower::read); // what was shown is taken back
    connect(&changes, &Changes::patched, this, &ReminderFollower::takePatches);
    connect(&changes, &Changes::changedElsewhere, this, &ReminderFollower::takeRows);
    connect(&changes, &Changes::confirmed, this,
            [this](const core::Change&, const core::ApplyReply& reply) { takeRows(reply); });
}

void ReminderFollower::read()
{
    if (!m_workspace.isOpen())
        return;
    QList<QUuid> snoozed;
    const ReminderState state = m_schedule.state(m_file);
    for (const ReminderState::Entry& entry : state.tasks) {
        for (const core::Reminder& reminder : entry.task.reminders) {
            if (state.marks.value(store::reminderKey(entry.task, reminder)).snoozed.isValid())
                snoozed.append(entry.task.uid);
        }
    }
    const QDate today = m_schedule.clock().today();
    m_workspace.reader()
        .reminding(today.addDays(-daysBack), today.addDays(daysAhead), snoozed)
        .then(this, [this, rows = m_rows](const core::Result<QList<core::Task>>& tasks) {
            if (tasks && rows != m_rows)
                read();
            else if (tasks)
                takeAll(*tasks);
        });
}

void ReminderFollower::takeAll(const QList<core::Task>& tasks)
{
    const Overlay& overlay = m_workspace.changes().overlay();
    ReminderUpdate update;
    update.whole = true;
    update.now = m_schedule.clock().nowUtc();
    for (const core::Task& task : tasks)
        update.tasks.append(entryOf(task));
    for (const core::Task& task : overlay.created())
        update.tasks.append(entryOf(task));
    m_schedule.update(m_file, [update](ReminderState& state) {
        update.apply(state);
        return true;
    });
}

void ReminderFollower::takeRows(const core::ApplyReply& reply)
{
    ++m_rows;
    ReminderUpdate update;
    update.now = m_schedule.clock().nowUtc();
    for (const QJsonObject& row : reply.rows.value(core::Entity::Task)) {
        const core::Task task = core::taskFromJson(row);
        if (concerns(task))
            update.tasks.append(entryOf(task));
    }
    for (const auto& [entity, uid] : reply.gone) {
        if (entity == core::Entity::Task)
            update.gone.append(uid);
    }
    if (update.tasks.isEmpty() && update.gone.isEmpty())
        return;
    m_schedule.update(m_file, [update](ReminderState& state) {
        update.apply(state);
        return true;
    });
}

void ReminderFollower::takePatches(const QList<QUuid>& tasks)
{
    const Overlay& overlay = m_workspace.changes().overlay();
    const bool any = std::any_of(tasks.begin(), tasks.end(), [&](const QUuid& uid) {
        core::Task task;
        task.uid = uid;
        return concerns(overlay.patched(task));
    });
    if (!any)
        return;
    ReminderUpdate update;
    update.by = ReminderUpdate::By::Here;
    update.now = m_schedule.clock().nowUtc();
    const QSet<QUuid> touched(tasks.begin(), tasks.end());
    for (const core::Task& task : overlay.created()) {
        if (touched.contains(task.uid))
            update.tasks.append(entryOf(task));
    }
    // On what the worker has by then: rows may be on their way to it.
    m_schedule.update(m_file,
                      [update, tasks, overlay, here = core::Clock::zone()](ReminderState& state) mutable {
                          for (const QUuid& uid : tasks) {
                              const auto known = state.tasks.constFind(uid);
                              if (known == state.tasks.constEnd())
                                  continue;
                              ReminderState::Entry entry = *known;
                              entry.task = overlay.patched(entry.task);
                              entry.deleted = overlay.isDeleted(uid);
                              if (!entry.readIn.isEmpty() && entry.task.due != known->task.due)
                                  entry.readIn = here;
                              update.tasks.append(entry);
                          }
                          update.apply(state);
                          return true;
                      });
}

bool ReminderFollower::concerns(const core::Task& task) const
{
    return !task.reminders.isEmpty() || m_schedule.state(m_file).tasks.contains(task.uid);
}

/// As it will be when what is pending is stored.
ReminderState::Entry ReminderFollower::entryOf(const core::Task& task) const
{
    const Overlay& overlay = m_workspace.changes().overlay();
    ReminderState::Entry entry{overlay.patched(task), overlay.isDeleted(task.uid), {}};
    if (m_workspace.reader().dueInUtc() && entry.task.due && entry.task.due->hasTime() &&
        entry.task.dueZone.isEmpty())
        entry.readIn = core::Clock::zone();
    return entry;
}

} // namespace glow::app
