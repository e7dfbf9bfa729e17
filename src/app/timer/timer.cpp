#include "app/timer/timer.h"

#include "app/changes.h"
#include "app/reader.h"
#include "core/taskfield.h"

#include <algorithm>

namespace glow::app {

namespace {

const QString spentField = QStringLiteral("spent");
const QString timerField = QStringLiteral("timer");
constexpr qint64 mostSeconds = 999999999;

} // namespace

Timer::Timer(Reader& reader, Changes& changes, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_changes(changes)
{
    connect(&changes, &Changes::confirmed, this,
            [this](const core::Change&, const core::ApplyReply& reply) { look(reply); });
    connect(&changes, &Changes::changedElsewhere, this,
            [this](const core::ApplyReply& reply) { look(reply); });
    connect(&changes, &Changes::outdated, this, &Timer::load);
    connect(&changes, &Changes::refused, this, &Timer::load);
}

void Timer::load()
{
    m_reader.timed().then(this, [this](const core::Result<QList<core::Task>>& tasks) {
        if (!tasks)
            return; // what changed meanwhile comes with the next answer
        const auto newest =
            std::max_element(tasks->cbegin(), tasks->cend(),
                             [](const auto& a, const auto& b) { return a.timerStarted < b.timerStarted; });
        set(newest == tasks->cend() ? core::Task() : *newest);
        check();
    });
}

void Timer::check()
{
    if (elapsed() <= forgottenAfter || m_told == m_running.timerStarted)
        return;
    m_told = m_running.timerStarted;
    Q_EMIT forgotten();
}

bool Timer::runs(const core::Task& task) const
{
    return isRunning() && task.uid == m_running.uid;
}

qint64 Timer::elapsed() const
{
    return isRunning() ? std::max<qint64>(0, m_running.timerStarted.secsTo(m_changes.now().toUTC())) : 0;
}

qint64 Timer::spent(const core::Task& task) const
{
    const qint64 running = task.timerStarted.isValid()
                               ? std::max<qint64>(0, task.timerStarted.secsTo(m_changes.now().toUTC()))
                               : 0;
    return std::min(mostSeconds, task.spentSeconds + running);
}

core::Operation Timer::put(const core::Task& task, qint64 spent, const QDateTime& started) const
{
    core::Task next = task;
    next.spentSeconds = static_cast<int>(std::clamp<qint64>(spent, 0, mostSeconds));
    next.timerStarted = started;
    const QStringList fields{spentField, timerField};
    return {core::Verb::Update, core::Entity::Task, task.uid, core::taskValues(next, fields),
            core::taskValues(task, fields)};
}

void Timer::start(const core::Task& task)
{
    if (runs(task) || task.completed)
        return;
    QList<core::Operation> operations;
    if (isRunning())
        operations.append(put(m_running, spent(m_running), {}));
    core::Task started = task;
    started.timerStarted = m_changes.now().toUTC();
    operations.append(put(task, task.spentSeconds, started.timerStarted));
    set(started);
    m_changes.apply(m_changes.make(tr("Start the timer: %1").arg(task.title), operations));
}

void Timer::end(qint64 spent)
{
    const core::Task task = m_running;
    set({});
    m_changes.apply(m_changes.make(tr("Stop the timer: %1").arg(task.title), {put(task, spent, {})}));
}

void Timer::stop()
{
    if (isRunning())
        end(spent(m_running));
}

void Timer::discard()
{
    if (isRunning())
        end(m_running.spentSeconds);
}

void Timer::toggle(const core::Task& task)
{
    if (runs(task))
        stop();
    else
        start(task);
}

void Timer::setSpent(const core::Task& task, qint64 seconds)
{
    core::Task known = runs(task) ? m_running : task;
    const QDateTime started = runs(task) ? m_changes.now().toUTC() : QDateTime();
    const core::Operation operation = put(known, seconds, started);
    if (runs(task)) {
        known.spentSeconds = static_cast<int>(seconds);
        known.timerStarted = started;
        set(known);
    }
    m_changes.apply(m_changes.make(tr("Correct the time: %1").arg(task.title), {operation}));
}

void Timer::set(const core::Task& task)
{
    if (task == m_running)
        return;
    m_running = task;
    Q_EMIT changed();
}

/// The rows of a reply are newer than what is known, but not than what is on its way.
void Timer::look(const core::ApplyReply& reply)
{
    QList<core::Task> tasks;
    for (const QJsonObject& row : reply.rows.value(core::Entity::Task))
        tasks.append(core::taskFromJson(row));
    tasks.removeIf([this](const core::Task& task) { return m_changes.overlay().isPending(task.uid); });
    const auto isOver = [this](const core::Task& task) {
        return task.uid == m_running.uid && !task.timerStarted.isValid();
    };
    core::Task now = m_running;
    if (std::any_of(tasks.cbegin(), tasks.cend(), isOver) ||
        reply.gone.contains({core::Entity::Task, m_running.uid}))
        now = {};
    for (const core::Task& task : std::as_const(tasks)) {
        const bool isNewer =
            !now.timerStarted.isValid() || task.uid == now.uid || task.timerStarted >= now.timerStarted;
        if (task.timerStarted.isValid() && isNewer)
            now = task;
    }
    set(now);
}

} // namespace glow::app
