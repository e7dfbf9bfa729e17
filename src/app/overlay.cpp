#include "app/overlay.h"

#include "app/cataloguepatch.h"
#include "core/taskfield.h"

#include <QSet>
#include <algorithm>

namespace glow::app {

using core::Entity;
using core::Operation;
using core::Verb;

namespace {

QUuid linked(const Operation& operation, QStringView end)
{
    return QUuid((operation.set.isEmpty() ? operation.was : operation.set)[end].toString());
}

bool isLink(const Operation& operation)
{
    return operation.on == Entity::TaskTag || operation.on == Entity::Dependency ||
           operation.on == Entity::Reminder;
}

/// Puts the link's other end into the list or takes it out.
void patchLinks(QList<QUuid>& ends, const QUuid& end, bool there)
{
    ends.removeAll(end);
    if (there)
        ends.append(end);
}

void patchReminders(QList<core::Reminder>& reminders, const Operation& operation)
{
    reminders.removeIf([&operation](const core::Reminder& each) { return each.uid == operation.uid; });
    if (operation.verb == Verb::Delete)
        return;
    reminders.append(
        core::reminderFromFields(operation.uid, operation.set.isEmpty() ? operation.was : operation.set));
    std::sort(reminders.begin(), reminders.end(), core::comesBefore);
}

/// A next occurrence is not shown before the database has filled it.
bool creates(const Operation& operation)
{
    return operation.verb == Verb::Create && operation.on == Entity::Task && operation.like.isNull();
}

} // namespace

/// The row on which an operation shows: a link shows on its task.
QUuid Overlay::subject(const Operation& operation)
{
    if (isLink(operation)) {
        const QUuid task = linked(operation, u"task");
        return task.isNull() ? operation.uid : task;
    }
    return operation.uid;
}

QList<QUuid> Overlay::add(const core::Change& change)
{
    m_changes.append(change);
    QSet<QUuid> touched;
    for (const Operation& operation : change.operations) {
        const QUuid uid = subject(operation);
        touched.insert(uid);
        m_patches[uid].append({change.id, change.at, operation});
        if (creates(operation))
            m_created.append(uid);
    }
    return touched.values();
}

QList<QUuid> Overlay::remove(const QUuid& id)
{
    const auto found = std::find_if(m_changes.begin(), m_changes.end(),
                                    [&id](const core::Change& change) { return change.id == id; });
    if (found == m_changes.end())
        return {};
    QSet<QUuid> touched;
    for (const Operation& operation : found->operations) {
        const QUuid uid = subject(operation);
        if (creates(operation))
            m_created.removeOne(uid);
        if (touched.contains(uid))
            continue;
        touched.insert(uid);
        QList<Patch>& patches = m_patches[uid];
        patches.removeIf([&id](const Patch& each) { return each.change == id; });
        if (patches.isEmpty())
            m_patches.remove(uid);
    }
    m_changes.erase(found);
    return touched.values();
}

bool Overlay::isDeleted(const QUuid& task) const
{
    bool deleted = false;
    for (const Patch& each : m_patches.value(task)) {
        if (each.operation.on == Entity::Task)
            deleted = each.operation.verb == Verb::Delete;
    }
    return deleted;
}

core::Task Overlay::patched(core::Task task) const
{
    const auto found = m_patches.constFind(task.uid);
    if (found == m_patches.constEnd())
        return task;
    for (const Patch& each : *found)
        patch(task, each);
    return task;
}

void Overlay::patch(core::Task& task, const Patch& patch)
{
    const Operation& operation = patch.operation;
    if (operation.on == Entity::TaskTag) {
        patchLinks(task.tags, linked(operation, u"tag"), operation.verb != Verb::Delete);
    } else if (operation.on == Entity::Dependency) {
        patchLinks(task.openBlockers, linked(operation, u"blocker"), operation.verb != Verb::Delete);
    } else if (operation.on == Entity::Reminder) {
        patchReminders(task.reminders, operation);
    } else if (operation.on == Entity::Task) {
        core::setTaskValues(task, operation.set);
        if (operation.set.contains(u"completed"))
            task.completedAt = task.completed ? patch.at : QDateTime();
    }
    task.updatedAt = patch.at;
}

core::Catalogue Overlay::patched(core::Catalogue catalogue) const
{
    bool changed = false;
    for (const core::Change& change : m_changes) {
        for (const Operation& operation : change.operations) {
            if (!isCatalogueEntity(operation.on))
                continue;
            patchCatalogue(catalogue, operation);
            changed = true;
        }
    }
    if (changed)
        sortCatalogue(catalogue);
    return catalogue;
}

QList<core::Task> Overlay::created() const
{
    QList<core::Task> tasks;
    for (auto it = m_created.crbegin(); it != m_created.crend(); ++it) {
        if (isDeleted(*it))
            continue;
        core::Task task;
        task.uid = *it;
        task.createdAt = m_patches.value(*it).constFirst().at;
        tasks.append(patched(task));
    }
    return tasks;
}

} // namespace glow::app
