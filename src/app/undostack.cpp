#include "app/undostack.h"

#include "core/uid.h"

namespace glow::app {

namespace {

constexpr qsizetype longest = 1000;

void removeFrom(QList<QList<core::Change>>& steps, const QUuid& id)
{
    for (QList<core::Change>& step : steps)
        step.removeIf([&id](const core::Change& change) { return change.id == id; });
    steps.removeIf([](const QList<core::Change>& step) { return step.isEmpty(); });
}

QString label(const QList<QList<core::Change>>& steps)
{
    return steps.isEmpty() ? QString() : steps.constLast().constFirst().label;
}

} // namespace

void UndoStack::push(const core::Change& change)
{
    m_undone.clear();
    if (!change.group.isNull() && !m_done.isEmpty() &&
        m_done.constLast().constFirst().group == change.group) {
        m_done.last().append(change);
        return;
    }
    m_done.append({change});
    if (m_done.size() > longest)
        m_done.removeFirst();
}

void UndoStack::remove(const QUuid& change)
{
    removeFrom(m_done, change);
    removeFrom(m_undone, change);
}

QList<core::Change> UndoStack::takeUndo(const QDateTime& now)
{
    return turn(m_done, m_undone, now);
}

QList<core::Change> UndoStack::takeRedo(const QDateTime& now)
{
    return turn(m_undone, m_done, now);
}

/// Takes the newest step of one pile back; what takes it back lies on the other pile afterwards.
QList<core::Change> UndoStack::turn(QList<Step>& from, QList<Step>& to, const QDateTime& now)
{
    if (from.isEmpty())
        return {};
    const Step step = from.takeLast();
    const QUuid group = step.size() > 1 ? core::newUid() : QUuid();
    Step back;
    for (auto it = step.crbegin(); it != step.crend(); ++it) {
        back.append(core::inverse(*it, now));
        back.last().group = group;
    }
    to.append(back);
    return back;
}

QString UndoStack::undoLabel() const
{
    return label(m_done);
}

QString UndoStack::redoLabel() const
{
    return label(m_undone);
}

} // namespace glow::app
