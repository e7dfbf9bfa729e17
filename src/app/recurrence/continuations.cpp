#include "app/recurrence/continuations.h"

#include "app/editor/titlecheck.h"
#include "core/recurrence/nextoccurrence.h"
#include "core/taskfield.h"

namespace glow::app {

Continuations::Continuations(Reader& reader, Changes& changes, QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_changes(changes)
{
    // What others wrote also comes with the answer to an own change.
    connect(&m_changes, &Changes::changedElsewhere, this, &Continuations::take);
    connect(&m_changes, &Changes::confirmed, this,
            [this](const core::Change&, const core::ApplyReply& reply) { take(reply); });
    connect(&m_changes, &Changes::outdated, this, &Continuations::look);
}

void Continuations::take(const core::ApplyReply& reply)
{
    QList<core::Task> tasks;
    for (const QJsonObject& row : reply.rows.value(core::Entity::Task))
        tasks.append(core::taskFromJson(row));
    go(tasks);
}

void Continuations::look()
{
    m_reader.uncontinued().then(this, [this](const core::Result<QList<core::Task>>& tasks) {
        // What cannot be read now is read when the database is there again.
        if (tasks)
            go(*tasks);
    });
}

void Continuations::go(const QList<core::Task>& tasks)
{
    for (const core::Task& task : tasks) {
        if (!task.completed)
            m_underWay.remove(task.uid);
        const QList<core::Operation> operations = core::continuation(task);
        if (operations.isEmpty() || m_underWay.contains(task.uid))
            continue;
        m_underWay.insert(task.uid);
        m_changes.follow(m_changes.make(tr("Next occurrence: %1").arg(shortTitle(task.title)), operations));
    }
}

} // namespace glow::app
