#pragma once
#include "core/task.h"

#include <QAbstractListModel>

namespace glow::core {
struct Operation;
struct ApplyReply;
} // namespace glow::core

namespace glow::app {

class Changes;

/// The direct subtasks of one task in manual order: stored rows with what is pending on top. GUI thread.
class SubtaskModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        UidRole = Qt::UserRole + 1,
        CompletedRole,
        PriorityRole,
        PendingRole,
        BlockedRole,
        BelowRole, ///< "1/3" of its own subtasks; empty: it has none
    };

    explicit SubtaskModel(Changes& changes, QObject* parent = nullptr);

    void show(const core::Task& parent, const QList<core::Task>& subtasks);
    void clear();
    void refresh(); ///< the overlay changed
    void take(const core::ApplyReply& reply);
    int done() const;
    const core::Task& at(int row) const { return m_shown.at(row); }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override; ///< EditRole renames
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    bool moveRows(const QModelIndex& sourceParent, int source, int count,
                  const QModelIndex& destinationParent, int destination) override;

    bool add(const QString& title); ///< false: the title cannot be stored
    void setCompleted(int row, bool completed);
    void remove(int row);
    /// Becomes the last subtask of the one above it; the first cannot: false.
    bool moveDown(int row);
    /// Becomes the next sibling of the task that is shown.
    void moveUp(int row);

Q_SIGNALS:
    void countsChanged();
    void refused(const QString& sentence); ///< a title that cannot be stored

private:
    static QString spoken(const core::Task& task);
    QList<core::Task> wanted() const;
    void move(const core::Task& task, const QUuid& parent, const QString& position);
    void update(const core::Task& task, const QString& label, const QString& field, const QJsonValue& value);

    Changes& m_changes;
    core::Task m_parent;
    QList<core::Task> m_confirmed;
    QList<core::Task> m_shown;
};

} // namespace glow::app
