#include "app/editor/subtaskmodel.h"

#include "app/changes.h"
#include "app/editor/titlecheck.h"
#include "core/position.h"
#include "core/recurrence/nextoccurrence.h"
#include "core/taskfield.h"
#include "core/uid.h"

#include <algorithm>

namespace glow::app {

namespace {

qsizetype rowOf(const QList<core::Task>& tasks, const QUuid& uid, qsizetype from = 0)
{
    for (qsizetype row = from; row < tasks.size(); ++row) {
        if (tasks.at(row).uid == uid)
            return row;
    }
    return -1;
}

} // namespace

SubtaskModel::SubtaskModel(Changes& changes, QObject* parent)
    : QAbstractListModel(parent)
    , m_changes(changes)
{}

void SubtaskModel::show(const core::Task& parent, const QList<core::Task>& subtasks)
{
    const bool another = parent.uid != m_parent.uid;
    m_parent = parent;
    m_confirmed = subtasks;
    if (!another) {
        refresh();
        return;
    }
    beginResetModel();
    m_shown = wanted();
    endResetModel();
    Q_EMIT countsChanged();
}

void SubtaskModel::clear()
{
    show({}, {});
}

QList<core::Task> SubtaskModel::wanted() const
{
    QList<core::Task> tasks;
    if (m_parent.uid.isNull())
        return tasks;
    const auto takeIn = [&](const core::Task& task) {
        if (task.parent == m_parent.uid && !m_changes.overlay().isDeleted(task.uid) &&
            rowOf(tasks, task.uid) < 0)
            tasks.append(task);
    };
    for (const core::Task& task : m_confirmed)
        takeIn(m_changes.overlay().patched(task));
    for (const core::Task& task : m_changes.overlay().created())
        takeIn(task);
    std::stable_sort(tasks.begin(), tasks.end(), [](const core::Task& left, const core::Task& right) {
        return left.position() < right.position();
    });
    return tasks;
}

void SubtaskModel::refresh()
{
    const QList<core::Task> next = wanted();
    for (qsizetype row = m_shown.size() - 1; row >= 0; --row) {
        if (rowOf(next, m_shown.at(row).uid) >= 0)
            continue;
        beginRemoveRows({}, static_cast<int>(row), static_cast<int>(row));
        m_shown.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < next.size(); ++row) {
        const auto from = static_cast<int>(rowOf(m_shown, next.at(row).uid, row));
        if (from < 0) {
            beginInsertRows({}, row, row);
            m_shown.insert(row, next.at(row));
            endInsertRows();
        } else if (from != row) {
            beginMoveRows({}, from, from, {}, row);
            m_shown.move(from, row);
            endMoveRows();
        }
        m_shown[row] = next.at(row);
    }
    if (!m_shown.isEmpty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT countsChanged();
}

void SubtaskModel::take(const core::ApplyReply& reply)
{
    for (const QJsonObject& row : reply.rows.value(core::Entity::Task)) {
        const core::Task task = core::taskFromJson(row);
        const qsizetype at = rowOf(m_confirmed, task.uid);
        if (at >= 0)
            m_confirmed[at] = task;
        else if (!m_parent.uid.isNull() && task.parent == m_parent.uid)
            m_confirmed.append(task);
    }
    for (const auto& [entity, uid] : reply.gone) {
        const qsizetype at = entity == core::Entity::Task ? rowOf(m_confirmed, uid) : -1;
        if (at >= 0)
            m_confirmed.removeAt(at);
    }
    refresh();
}

int SubtaskModel::done() const
{
    return static_cast<int>(
        std::count_if(m_shown.begin(), m_shown.end(), [](const core::Task& task) { return task.completed; }));
}

int SubtaskModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant SubtaskModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const core::Task& task = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
    case Qt::ToolTipRole:
        return task.title;
    case Qt::AccessibleTextRole:
        return spoken(task);
    case UidRole:
        return task.uid;
    case CompletedRole:
        return task.completed;
    case PriorityRole:
        return static_cast<int>(core::priorityRank(task.priority));
    case BlockedRole:
        return task.isBlocked();
    case BelowRole:
        return task.subtasksTotal == 0
                   ? QString()
                   : QLocale().toString(task.subtasksDone) + u'/' + QLocale().toString(task.subtasksTotal);
    case PendingRole:
        return m_changes.overlay().isPending(task.uid);
    default:
        return {};
    }
}

QString SubtaskModel::spoken(const core::Task& task)
{
    QStringList parts{task.title};
    if (task.completed)
        parts.append(tr("done"));
    if (task.isBlocked())
        parts.append(tr("blocked"));
    if (task.subtasksTotal > 0)
        parts.append(tr("%1 of %2 subtasks done").arg(task.subtasksDone).arg(task.subtasksTotal));
    return parts.join(QStringLiteral(", "));
}

Qt::ItemFlags SubtaskModel::flags(const QModelIndex& index) const
{
    // The root takes drops so that a row can be laid between others; a row does not.
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled |
           Qt::ItemNeverHasChildren;
}

bool SubtaskModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    const core::Task task = m_shown.at(index.row());
    const QString title = value.toString();
    if (title == task.title)
        return true;
    if (const QString problem = titleProblem(title); !problem.isEmpty()) {
        Q_EMIT refused(problem);
        return false;
    }
    update(task, tr("Rename: %1").arg(shortTitle(title)), QStringLiteral("title"), title);
    return true;
}

bool SubtaskModel::moveRows(const QModelIndex& sourceParent, int source, int count,
                            const QModelIndex& destinationParent, int destination)
{
    if (sourceParent.isValid() || destinationParent.isValid() || count != 1 || source < 0 ||
        source >= rowCount() || destination == source || destination == source + 1)
        return false;
    const core::Task task = m_shown.at(source);
    const QString before = destination > 0 ? m_shown.at(destination - 1).position() : QString();
    const QString after = destination < rowCount() ? m_shown.at(destination).position() : QString();
    core::Operation move{core::Verb::Move, core::Entity::Task, task.uid, {}, {}};
    move.set.insert(QStringLiteral("position"), core::positionBetween(before, after));
    move.was = core::taskValues(task, {QStringLiteral("position")});
    m_changes.apply(m_changes.make(tr("Reorder: %1").arg(shortTitle(task.title)), {move}));
    refresh();
    return true;
}

bool SubtaskModel::add(const QString& title)
{
    if (m_parent.uid.isNull())
        return false;
    if (const QString problem = titleProblem(title); !problem.isEmpty()) {
        Q_EMIT refused(problem);
        return false;
    }
    core::Operation create{core::Verb::Create, core::Entity::Task, core::newUid(), {}, {}};
    create.set = core::taskValues(m_parent, {QStringLiteral("list"), QStringLiteral("section")});
    create.set.insert(QStringLiteral("title"), title);
    create.set.insert(QStringLiteral("parent"), core::uidText(m_parent.uid));
    core::Change change = m_changes.make(tr("Add: %1").arg(shortTitle(title)), {});
    const QString last = m_shown.isEmpty() ? QString() : m_shown.constLast().position();
    QString position = core::positionAtEnd(change.at);
    if (position <= last)
        position = core::positionBetween(last, {});
    create.set.insert(QStringLiteral("position"), position);
    change.operations = {create};
    m_changes.apply(change);
    refresh();
    return true;
}

void SubtaskModel::setCompleted(int row, bool completed)
{
    const core::Task task = m_shown.at(row);
    if (!completed) {
        update(task, tr("Reopen: %1").arg(shortTitle(task.title)), QStringLiteral("completed"), false);
        return;
    }
    m_changes.apply(m_changes.make(tr("Complete: %1").arg(shortTitle(task.title)),
                                   core::completion(task, m_changes.now())));
    refresh();
}

void SubtaskModel::remove(int row)
{
    const core::Task task = m_shown.at(row);
    const core::Operation removal{core::Verb::Delete, core::Entity::Task, task.uid, {}, {}};
    m_changes.apply(m_changes.make(tr("Delete: %1").arg(shortTitle(task.title)), {removal}));
    refresh();
}

bool SubtaskModel::moveDown(int row)
{
    if (row <= 0 || row >= rowCount())
        return false;
    move(m_shown.at(row), m_shown.at(row - 1).uid, core::positionAtEnd(m_changes.now().toUTC()));
    return true;
}

void SubtaskModel::moveUp(int row)
{
    // Directly behind the parent: no other place begins with the parent's.
    const QString behind = core::positionBetween(m_parent.position(), m_parent.position() + u'z');
    move(m_shown.at(row), m_parent.parent, behind);
}

void SubtaskModel::move(const core::Task& task, const QUuid& parent, const QString& position)
{
    core::Operation move{core::Verb::Move, core::Entity::Task, task.uid, {}, {}};
    move.set.insert(QStringLiteral("parent"),
                    parent.isNull() ? QJsonValue() : QJsonValue(core::uidText(parent)));
    move.set.insert(QStringLiteral("position"), position);
    move.was = core::taskValues(task, move.set.keys());
    m_changes.apply(m_changes.make(tr("Move: %1").arg(shortTitle(task.title)), {move}));
    refresh();
}

void SubtaskModel::update(const core::Task& task, const QString& label, const QString& field,
                          const QJsonValue& value)
{
    core::Operation operation{core::Verb::Update, core::Entity::Task, task.uid, {}, {}};
    operation.set.insert(field, value);
    operation.was = core::taskValues(task, {field});
    m_changes.apply(m_changes.make(label, {operation}));
    refresh();
}

} // namespace glow::app
