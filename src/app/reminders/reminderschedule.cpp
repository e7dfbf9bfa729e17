#include "app/reminders/reminderschedule.h"

#include "core/reply.h"

#include <QtConcurrentRun>
#include <algorithm>

namespace glow::app {

using store::ReminderFile;
using store::ReminderState;

namespace {

constexpr qint64 longestPause = 20000;
constexpr qint64 late = 120; // seconds; more than a busy computer needs

/// Calls `use` with every reminder that has still to fire, and when.
template <typename Use> void eachToCome(const ReminderState& state, Use use)
{
    for (const ReminderState::Entry& entry : state.tasks) {
        for (const core::Reminder& reminder : entry.task.reminders) {
            const QDateTime fire = state.fireTime(entry, reminder);
            if (fire.isValid())
                use(entry, reminder, fire);
        }
    }
}

std::optional<QDateTime> nextOf(const ReminderState& state)
{
    std::optional<QDateTime> next;
    eachToCome(state, [&next](const auto&, const auto&, const QDateTime& fire) {
        next = next ? std::min(*next, fire) : fire;
    });
    return next;
}

/// Takes what is due, so that no other program fires it too.
QList<Firing> takeDue(ReminderState& state, const QString& workspace, const QDateTime& now)
{
    QList<Firing> due;
    eachToCome(state,
               [&](const ReminderState::Entry& entry, const core::Reminder& reminder, const QDateTime& fire) {
                   if (fire <= now)
                       due.append({workspace, entry.task, store::reminderKey(entry.task, reminder), fire,
                                   fire.secsTo(now) > late});
               });
    for (const Firing& each : due)
        state.marks.insert(each.key, {now, {}});
    std::sort(due.begin(), due.end(), [](const Firing& a, const Firing& b) {
        return std::tie(a.at, a.task.title, a.key) < std::tie(b.at, b.task.title, b.key);
    });
    return due;
}

} // namespace

ReminderSchedule::ReminderSchedule(QString dataDirectory, core::Clock clock, QObject* parent)
    : QObject(parent)
    , m_dataDirectory(std::move(dataDirectory))
    , m_clock(std::move(clock))
{
    m_worker.setMaxThreadCount(1); // in the order in which things happened
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ReminderSchedule::check);
}

ReminderSchedule::~ReminderSchedule()
{
    m_worker.waitForDone();
}

std::shared_ptr<ReminderFile> ReminderSchedule::fileOf(const QString& workspace)
{
    std::shared_ptr<ReminderFile>& file = m_files[workspace];
    if (!file)
        file = std::make_shared<ReminderFile>(m_dataDirectory, workspace);
    return file;
}

void ReminderSchedule::setWorkspaces(const QStringList& names)
{
    m_files.removeIf([&names](const auto& file) { return !names.contains(file.key()); });
    m_states.removeIf([&names](const auto& state) { return !names.contains(state.key()); });
    for (const QString& name : names) {
        if (!m_files.contains(name))
            load(name);
    }
    Q_EMIT changed();
}

void ReminderSchedule::load(const QString& workspace)
{
    core::Reply(QtConcurrent::run(&m_worker, [file = fileOf(workspace)] {
        return file->read();
    })).then(this, [this, workspace](const ReminderFile::Outcome& outcome) { take(workspace, outcome); });
}

void ReminderSchedule::forget(const QString& workspace)
{
    m_files.remove(workspace);
    m_states.remove(workspace);
    m_worker.start([directory = m_dataDirectory, workspace] { ReminderFile::remove(directory, workspace); });
    Q_EMIT changed();
}

void ReminderSchedule::snooze(const Firing& firing, const QDateTime& until)
{
    update(firing.workspace,
           [key = firing.key, until = until.toUTC(), now = m_clock.nowUtc()](ReminderState& state) {
               state.marks.insert(key, {now, until});
               return true;
           });
}

void ReminderSchedule::update(const QString& workspace, Change change)
{
    core::Reply(QtConcurrent::run(&m_worker, [file = fileOf(workspace), change = std::move(change)] {
        return file->update(change);
    })).then(this, [this, workspace](const ReminderFile::Outcome& outcome) { take(workspace, outcome); });
}

void ReminderSchedule::take(const QString& workspace, const ReminderFile::Outcome& outcome)
{
    if (!m_files.contains(workspace))
        return; // forgotten meanwhile
    m_states[workspace] = outcome.state;
    if (!outcome.error)
        m_failing.remove(workspace);
    else if (!m_failing.contains(workspace)) {
        m_failing.insert(workspace);
        Q_EMIT failed(*outcome.error);
    }
    Q_EMIT changed();
    check();
}

void ReminderSchedule::check()
{
    const QDateTime now = m_clock.nowUtc();
    for (auto it = m_states.cbegin(); it != m_states.cend(); ++it) {
        const auto next = nextOf(*it);
        if (next && *next <= now)
            claim(it.key());
    }
    arm();
}

void ReminderSchedule::claim(const QString& workspace)
{
    if (m_claiming.contains(workspace))
        return;
    m_claiming.insert(workspace);
    struct Claimed {
        ReminderFile::Outcome outcome;
        QList<Firing> firings;
    };
    core::Reply(QtConcurrent::run(&m_worker, [file = fileOf(workspace), workspace, now = m_clock.nowUtc()] {
        Claimed claimed;
        claimed.outcome = file->update([&](ReminderState& state) {
            claimed.firings = takeDue(state, workspace, now);
            return !claimed.firings.isEmpty();
        });
        return claimed;
    })).then(this, [this, workspace](const Claimed& claimed) {
        m_claiming.remove(workspace);
        if (!claimed.firings.isEmpty())
            Q_EMIT fired(claimed.firings);
        take(workspace, claimed.outcome);
    });
}

bool ReminderSchedule::isCurrent(const Firing& firing) const
{
    const auto state = m_states.constFind(firing.workspace);
    if (state == m_states.constEnd())
        return false;
    const auto entry = state->tasks.constFind(firing.task.uid);
    if (entry == state->tasks.constEnd() || entry->deleted || entry->task.completed)
        return false;
    return std::any_of(
        entry->task.reminders.begin(), entry->task.reminders.end(),
        [&](const core::Reminder& each) { return store::reminderKey(entry->task, each) == firing.key; });
}

/// Short pauses also notice a resume and a changed zone, which a timer set for the next one would not.
void ReminderSchedule::arm()
{
    const QDateTime now = m_clock.nowUtc();
    qint64 pause = longestPause;
    for (const ReminderState& state : std::as_const(m_states)) {
        if (const auto next = nextOf(state); next && *next > now)
            pause = std::min(pause, now.msecsTo(*next));
    }
    m_timer.start(static_cast<int>(pause));
}

} // namespace glow::app
