#pragma once
#include "core/change.h"
#include "core/entities.h"
#include "core/task.h"

#include <QHash>
#include <QList>

namespace glow::app {

/// What the person did and the database has not confirmed: uid → patches in order (TASK_TABLE.md 10).
/// `patched` = confirmed row, then patches. An operation on a link (task_tag, dependency, reminder) names its two ends
/// in `set`, for Delete too (the server needs only the uid), so that it is shown on the task at once. GUI
/// thread.
class Overlay {
public:
    /// Returns the uids it touches, as `remove` does.
    QList<QUuid> add(const core::Change& change);
    /// Takes the patches of a change away; returns the uids they touched.
    QList<QUuid> remove(const QUuid& change);

    bool isPending(const QUuid& uid) const { return m_patches.contains(uid); }
    bool isDeleted(const QUuid& task) const;
    core::Task patched(core::Task task) const;
    /// Lists, sections and tags as they will be.
    core::Catalogue patched(core::Catalogue catalogue) const;
    /// Tasks created here and not confirmed yet, newest first.
    QList<core::Task> created() const;
    int pendingChanges() const { return static_cast<int>(m_changes.size()); }

private:
    struct Patch {
        QUuid change;
        QDateTime at;
        core::Operation operation;
    };
    static QUuid subject(const core::Operation& operation);
    static void patch(core::Task& task, const Patch& patch);

    QHash<QUuid, QList<Patch>> m_patches;
    QList<QUuid> m_created;
    QList<core::Change> m_changes;
};

} // namespace glow::app
