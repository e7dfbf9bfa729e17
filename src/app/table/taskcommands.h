#pragma once
#include "app/table/tasktablemodel.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace glow::app {

/// Without those that lie in the subtree of another: they go along with it.
QList<core::Task> withoutDescendants(const QList<core::Task>& tasks);

/// What a person does to tasks, each as one Change whatever their number. GUI thread.
class TaskCommands {
    Q_DECLARE_TR_FUNCTIONS(TaskCommands)
public:
    TaskCommands(TaskTableModel& model, Changes& changes);

    void complete(const QList<core::Task>& tasks, bool completed = true);
    void remove(const QList<core::Task>& tasks);
    void rename(const core::Task& task, const QString& title);
    void setPriority(const QList<core::Task>& tasks, core::Priority priority);
    /// To this day, a time of day is kept; an invalid date takes the due date away.
    void setDueDay(const QList<core::Task>& tasks, const QDate& day);
    void moveToList(const QList<core::Task>& tasks, const QUuid& list); ///< at its end; null: Inbox
    void addTag(const QList<core::Task>& tasks, const core::Tag& tag);
    /// A place in the manual order, in the task's own list.
    struct Placement {
        core::Task task;
        QUuid parent;
        QString position;
    };
    void place(const QList<Placement>& placements);
    void moveToSection(const QList<core::Task>& tasks, const core::Section& section); ///< at its end
    /// Manual order: between these siblings under `parent`; an empty position is the start or the end.
    /// Without a list each stays in its own, without a section too, unless it leaves the list.
    struct Target {
        QUuid parent;
        std::optional<QUuid> list;
        std::optional<QUuid> section;
        QString after;
        QString before;
    };
    void place(const QList<core::Task>& tasks, const Target& target);

private:
    core::Operation move(const core::Task& task, const QUuid& list, const QUuid& section, const QUuid& parent,
                         const QString& position) const;
    core::Operation update(const core::Task& task, const QJsonObject& set,
                           core::Verb verb = core::Verb::Update) const;
    void apply(const QString& one, const QString& many, const QList<core::Task>& tasks,
               const QList<core::Operation>& operations);

    TaskTableModel& m_model;
    Changes& m_changes;
};

} // namespace glow::app
