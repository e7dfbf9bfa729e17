#pragma once
#include "core/change.h"
#include "core/task.h"

#include <QHash>
#include <QList>

namespace glow::app {

/// What the person did and the database has not confirmed: uid → patches in order (TASK_TABLE.md 10).
/// `patched` = confirmed row, then patches. GUI thread.
class Overlay {
public:
    void add(const core::Change& change);
    /// Takes the patches of a change away; returns the uids they touched.
    QList<QUuid> remove(const QUuid& change);

    bool isPending(const QUuid& task) const { return m_patches.contains(task); }
    bool isDeleted(const QUuid& task) const;
    core::Task patched(core::Task task) const;
    /// Tasks created here and not confirmed yet, newest first.
    QList<core::Task> created() const;
    int pendingChanges() const;

private:
    struct Patch {
        QUuid change;
        core::Operation operation;
    };
    QHash<QUuid, QList<Patch>> m_patches;
    QList<QUuid> m_created;
    QList<QUuid> m_changes;
};

} // namespace glow::app
