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
    connect(&m_changes, &Changes::changedElsewhere, this, [this](const core::ApplyReply& reply) {
        QList<core::Task> tasks;
        for (const QJsonObject& row : reply.rows.value(core::Entity::Task))
            tasks.append(core::taskFromJson(row));
        go(tasks);
    });
    connect(&m_changes, &Changes::outdated, this, &Continuations::look);
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
