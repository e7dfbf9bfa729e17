// What TaskTableModel answers to views: texts, roles, flags, drag data.
#include "app/table/stepping.h"
#include "app/table/tasktexts.h"
#include "core/uid.h"

#include <QMimeData>
#include <algorithm>

namespace glow::app {

int TaskTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

int TaskTableModel::taskCount() const
{
    return m_shown.outline.taskCount();
}

std::optional<core::Task> TaskTableModel::taskAt(int row) const
{
    return task(uidAt(row));
}

std::optional<core::Task> TaskTableModel::task(const QUuid& uid) const
{
    if (const auto known = m_rows.constFind(uid); known != m_rows.cend())
        return m_changes.overlay().patched(known->task);
    for (const core::Task& created : m_changes.overlay().created()) {
        if (created.uid == uid)
            return created;
    }
    return std::nullopt;
}

QUuid TaskTableModel::uidAt(int row) const
{
    return slot(row).uid;
}

int TaskTableModel::rowOf(const QUuid& uid) const
{
    return m_shown.rowOf(uid);
}

TaskTableModel::RowKind TaskTableModel::kindAt(int row) const
{
    switch (slot(row).kind) {
    case TableRows::Kind::Heading:
        return RowKind::Heading;
    case TableRows::Kind::Task:
        return RowKind::Task;
    case TableRows::Kind::Unread:
        break;
    }
    return RowKind::Placeholder;
}

QVariant TaskTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const TableRows::Slot row = slot(index.row());
    if (role == KindRole)
        return QVariant::fromValue(kindAt(index.row()));
    if (row.kind == TableRows::Kind::Heading)
        return headingData(row, role);
    if (row.uid.isNull())
        return {};
    if (role == UidRole)
        return row.uid;
    if (role == PendingRole)
        return m_changes.overlay().isPending(row.uid);
    if (role == SnippetRole)
        return m_rows.value(row.uid).snippet;
    const std::optional<core::Task> found = task(row.uid);
    return found ? taskData(*found, index.column(), role) : QVariant();
}

QVariant TaskTableModel::sectionData(const TableRows::Slot& row, int role) const
{
    const QUuid uid = core::uidOfGroup(row.group);
    const core::Section* section = m_catalogue.section(uid);
    const QString name = section ? section->name : QString();
    const bool isFolded = m_query.collapsed.contains(uid);
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::AccessibleTextRole:
        return (isFolded ? tr("Section %1, folded, %n task(s)", nullptr, row.count)
                         : tr("Section %1, %n task(s)", nullptr, row.count))
            .arg(name);
    case GroupCountRole:
        return row.count;
    case SectionRole:
        return uid;
    case CollapsedRole:
        return isFolded;
    default:
        return {};
    }
}

QVariant TaskTableModel::namedData(const TableRows::Slot& row, int role) const
{
    const core::TaskList* list = m_catalogue.list(core::uidOfGroup(row.group));
    const QString name = m_query.group == core::GroupField::Priority
                             ? TaskTexts::priorityHeading(static_cast<core::Priority>(row.group.toInt()))
                         : list ? list->name
                                : TaskTexts::inbox();
    switch (role) {
    case Qt::DisplayRole:
        return name;
    case Qt::AccessibleTextRole:
        return tr("Heading %1, %n task(s)", nullptr, row.count).arg(name);
    case GroupCountRole:
        return row.count;
    default:
        return {};
    }
}

QVariant TaskTableModel::headingData(const TableRows::Slot& row, int role) const
{
    if (m_query.group == core::GroupField::Section)
        return sectionData(row, role);
    if (m_query.group == core::GroupField::Priority || m_query.group == core::GroupField::List)
        return namedData(row, role);
    const QDate day = QDate::fromString(row.group, Qt::ISODate);
    const bool byDue = m_query.group == core::GroupField::Day;
    const bool overdue = byDue && !row.group.isNull() && (!day.isValid() || day < m_query.today);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole: {
        QString text =
            row.group.isNull() ? TaskTexts::noDateHeading() : TaskTexts::dayHeading(day, m_query.today);
        if (overdue)
            text = TaskTexts::overdueHeading();
        return role == Qt::DisplayRole ? text : tr("Heading %1, %n task(s)", nullptr, row.count).arg(text);
    }
    case GroupDayRole:
        return overdue ? QDate() : day;
    case GroupOverdueRole:
        return overdue;
    case GroupCountRole:
        return row.count;
    default:
        return {};
    }
}

QVariant TaskTableModel::taskData(const core::Task& task, int column, int role) const
{
    const core::TaskList* list = m_catalogue.list(task.list);
    switch (role) {
    case TaskRole:
        return QVariant::fromValue(task);
    case CollapsedRole:
        return m_query.collapsed.contains(task.uid);
    case ListNameRole:
        return list ? list->name : TaskTexts::inbox();
    case ListColourRole:
        return list ? list->colour : QString();
    case TagNamesRole: {
        QStringList names;
        for (const QUuid& uid : task.tags) {
            if (const core::Tag* tag = m_catalogue.tag(uid))
                names.append(tag->name);
        }
        names.sort(Qt::CaseInsensitive);
        return names;
    }
    case Qt::EditRole:
        return column == Title ? task.title : QVariant();
    case Qt::ToolTipRole:
        return dateTip(task, column);
    case Qt::AccessibleTextRole:
        return column == Title ? accessibleText(task) : taskData(task, column, Qt::DisplayRole);
    case Qt::DisplayRole:
        return cellText(task, column);
    default:
        return {};
    }
}

/// The cells' dates are short; resting on one tells it whole.
QVariant TaskTableModel::dateTip(const core::Task& task, int column)
{
    const std::optional<core::WallTime>& date = column == Start      ? task.start
                                                : column == Deadline ? task.deadline
                                                                     : task.due;
    const bool isDate = column == Due || column == Start || column == Deadline;
    return isDate && date ? TaskTexts::fullDue(*date) : QVariant();
}

QString TaskTableModel::cellText(const core::Task& task, int column) const
{
    const QDate today = m_query.today.isValid() ? m_query.today : m_clock.today();
    const auto since = [this](const QDateTime& then) {
        return then.isValid() ? TaskTexts::since(then, m_clock.nowUtc()) : QString();
    };
    switch (column) {
    case Title:
        return task.title;
    case List:
        return taskData(task, column, ListNameRole).toString();
    case Due:
        return task.due ? TaskTexts::due(*task.due, today, m_query.group == core::GroupField::Day)
                        : QString();
    case Priority:
        return TaskTexts::priority(task.priority);
    case Updated:
        return since(task.updatedAt);
    case Created:
        return since(task.createdAt);
    case Completed:
        return since(task.completedAt);
    case Start:
        return task.start ? TaskTexts::due(*task.start, today, false) : QString();
    case Deadline:
        return task.deadline ? TaskTexts::due(*task.deadline, today, false) : QString();
    default:
        return {};
    }
}

/// Title, state and what the cells beside it say by colour or drawing alone.
QString TaskTableModel::accessibleText(const core::Task& task) const
{
    QStringList parts{task.title};
    if (task.completed)
        parts.append(tr("completed"));
    if (core::priorityRank(task.priority) != core::Priority::None)
        parts.append(tr("priority %1").arg(TaskTexts::priority(task.priority)));
    if (task.due) {
        const bool overdue = !task.completed && task.due->date < m_query.today;
        parts.append((overdue ? tr("overdue since %1") : tr("due %1")).arg(TaskTexts::fullDue(*task.due)));
    }
    if (!task.rrule.isEmpty())
        parts.append(tr("repeats"));
    if (task.subtasksTotal > 0)
        parts.append(tr("%1 of %2 subtasks done").arg(task.subtasksDone).arg(task.subtasksTotal));
    if (task.isBlocked())
        parts.append(tr("blocked by %n task(s)", nullptr, static_cast<int>(task.openBlockers.size())));
    parts.append(taskData(task, Title, TagNamesRole).toStringList());
    if (m_changes.overlay().isPending(task.uid))
        parts.append(tr("not stored yet"));
    return parts.join(QStringLiteral(", "));
}

QVariant TaskTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Task");
    case List:
        return tr("List");
    case Due:
        return tr("Due");
    case Priority:
        return tr("Priority");
    case Updated:
        return tr("Updated");
    case Created:
        return tr("Created");
    case Completed:
        return tr("Completed");
    case Start:
        return tr("Start");
    case Deadline:
        return tr("Deadline");
    default:
        return {};
    }
}

QList<int> TaskTableModel::headingRows() const
{
    QList<int> rows;
    const Outline& outline = m_shown.outline;
    for (int segment = 0; segment < outline.size(); ++segment) {
        if (outline.hasHeading(segment))
            rows.append(static_cast<int>(m_shown.created.size()) + outline.startOf(segment));
    }
    return rows;
}

Qt::ItemFlags TaskTableModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const TableRows::Kind kind = slot(index.row()).kind;
    if (kind == TableRows::Kind::Heading)
        return Qt::ItemNeverHasChildren;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
    if (kind == TableRows::Kind::Task) {
        flags |= Qt::ItemIsDragEnabled;
        if (index.column() == Title)
            flags |= Qt::ItemIsEditable;
    }
    return flags;
}

QString TaskTableModel::mimeType()
{
    return QStringLiteral("application/x-glowlist-tasks");
}

QStringList TaskTableModel::mimeTypes() const
{
    return {mimeType()};
}

QMimeData* TaskTableModel::mimeData(const QModelIndexList& indexes) const
{
    QStringList uids;
    QStringList titles;
    for (const QModelIndex& index : indexes) {
        const std::optional<core::Task> found = taskAt(index.row());
        if (!found || uids.contains(core::uidText(found->uid)))
            continue;
        uids.append(core::uidText(found->uid));
        titles.append(found->title);
    }
    if (uids.isEmpty())
        return nullptr;
    auto* data = new QMimeData;
    data->setData(mimeType(), uids.join(u'\n').toLatin1());
    data->setText(titles.join(u'\n'));
    return data;
}

QList<QUuid> TaskTableModel::uidsFrom(const QMimeData& data)
{
    QList<QUuid> uids;
    const QStringList lines = QString::fromLatin1(data.data(mimeType())).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines)
        uids.append(QUuid(line));
    return uids;
}

} // namespace glow::app
