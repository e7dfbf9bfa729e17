// Dragging tasks: out as a list of uids, and within the table to another place of the manual order.
#include "app/table/taskcommands.h"
#include "app/theme.h"
#include "core/position.h"
#include "ui/style/dragpicture.h"
#include "ui/table/dropplace.h"
#include "ui/table/taskdelegate.h"

#include <QDrag>
#include <QDragMoveEvent>
#include <QMimeData>
#include <QPainter>

namespace glow::ui {

using app::TaskTableModel;

namespace {

QString sectionMimeType()
{
    return QStringLiteral("application/x-glowlist-section");
}

/// The tasks under the pointer, and which rows go along with them.
class Dragged {
public:
    Dragged(const TaskTableModel& model, const QMimeData& mime)
        : m_model(model)
    {
        for (const QUuid& uid : TaskTableModel::uidsFrom(mime)) {
            if (const auto task = model.task(uid))
                m_paths.append(task->path + u'/');
        }
    }

    bool isEmpty() const { return m_paths.isEmpty(); }
    bool contains(const core::Task& task) const
    {
        const QString path = task.path + u'/';
        return std::any_of(m_paths.begin(), m_paths.end(),
                           [&path](const QString& d) { return path.startsWith(d); });
    }
    /// The first row in this direction that stays, or the one beyond the last.
    int neighbour(int row, int step) const
    {
        for (; row >= 0 && row < m_model.rowCount(); row += step) {
            const auto task = m_model.taskAt(row);
            if (!task || !contains(*task))
                break;
        }
        return row;
    }

private:
    const TaskTableModel& m_model;
    QStringList m_paths;
};

} // namespace

void TaskTableView::startDrag(Qt::DropActions actions)
{
    QMimeData* mime = m_model.mimeData(selectionModel()->selectedRows());
    if (!mime)
        return;
    const int height = m_theme.metrics().rowHeight;
    m_dragged = rowsThatGo();
    viewport()->update();
    auto* drag = new QDrag(this);
    drag->setMimeData(mime);
    drag->setPixmap(dragPicture(m_theme, dragText(), height, devicePixelRatioF()));
    drag->setHotSpot(QPoint(16, height / 2));
    drag->exec(actions, Qt::MoveAction);
    m_dragged.clear();
    m_drop.reset();
    viewport()->update();
}

/// The selected tasks; in manual order with their subtasks.
QSet<QUuid> TaskTableView::rowsThatGo() const
{
    QSet<QUuid> going;
    const QModelIndexList selected = selectionModel()->selectedRows();
    for (const QModelIndex& index : selected) {
        const auto top = m_model.taskAt(index.row());
        if (!top)
            continue;
        going.insert(top->uid);
        for (int row = index.row() + 1; m_model.query().isTree() && row < m_model.rowCount(); ++row) {
            const auto below = m_model.taskAt(row);
            if (!below || !below->path.startsWith(top->path + u'/'))
                break;
            going.insert(below->uid);
        }
    }
    return going;
}

/// One outline around neighbours that go together.
void TaskTableView::paintOldPlaces(QPainter& painter, int first, int last) const
{
    const int height = m_theme.metrics().rowHeight;
    const auto goes = [this](int row) {
        return m_dragged.contains(m_model.uidAt(row)) ||
               (!m_draggedSection.isNull() && row == sectionRow(m_draggedSection));
    };
    for (int row = first; row <= last; ++row) {
        if (!goes(row))
            continue;
        const int begin = row;
        while (row < last && goes(row + 1))
            ++row;
        const QRect place(0, rowViewportPosition(begin), viewport()->width(), (row - begin + 1) * height);
        paintOldPlace(painter, m_theme, place.adjusted(4, 0, -4, -1), m_theme.colours().surface);
    }
}

/// What is under the pointer, by name when it is one task.
QString TaskTableView::dragText() const
{
    const QList<QUuid> tasks = selectedTasks();
    const auto first = m_model.task(tasks.value(0));
    return tasks.size() == 1 && first ? first->title
                                      : tr("%n task(s)", nullptr, static_cast<int>(tasks.size()));
}

void TaskTableView::dragEnterEvent(QDragEnterEvent* event)
{
    const QMimeData& mime = *event->mimeData();
    if (mime.hasFormat(TaskTableModel::mimeType()) || mime.hasFormat(sectionMimeType()))
        event->accept();
}

void TaskTableView::dragMoveEvent(QDragMoveEvent* event)
{
    const auto place = dropPlace(event->position().toPoint(), *event->mimeData());
    m_drop = place ? std::make_unique<DropPlace>(*place) : nullptr;
    m_sectionDrop = sectionPlace(event->position().toPoint(), *event->mimeData());
    viewport()->update();
    if (place || m_sectionDrop)
        event->acceptProposedAction();
    else
        event->ignore();
}

void TaskTableView::dragLeaveEvent(QDragLeaveEvent*)
{
    m_drop.reset();
    m_sectionDrop.reset();
    viewport()->update();
}

void TaskTableView::dropEvent(QDropEvent* event)
{
    const auto place = dropPlace(event->position().toPoint(), *event->mimeData());
    m_drop.reset();
    m_sectionDrop.reset();
    viewport()->update();
    if (const auto section = sectionPlace(event->position().toPoint(), *event->mimeData())) {
        event->acceptProposedAction();
        Q_EMIT sectionDropped(m_draggedSection, section->before);
        return;
    }
    if (!place) {
        event->ignore();
        return;
    }
    QList<core::Task> tasks;
    for (const QUuid& uid : TaskTableModel::uidsFrom(*event->mimeData())) {
        if (const auto task = m_model.task(uid))
            tasks.append(*task);
    }
    event->acceptProposedAction();
    m_commands.place(tasks, place->target);
}

/// Rows that are dragged, with their subtrees, do not count as neighbours. The depth follows the pointer as
/// far as the rows above and below allow.
std::optional<TaskTableView::DropPlace> TaskTableView::dropPlace(const QPoint& position,
                                                                 const QMimeData& mime) const
{
    if (!m_model.query().isTree() || !mime.hasFormat(TaskTableModel::mimeType()))
        return std::nullopt;
    const Dragged dragged(m_model, mime);
    const int height = m_theme.metrics().rowHeight;
    const int rows = m_model.rowCount();
    const int hit = rowAt(position.y());
    const bool lowerHalf = hit >= 0 && position.y() - rowViewportPosition(hit) > height / 2;
    DropPlace place;
    place.row = hit < 0 ? rows : hit + (lowerHalf ? 1 : 0);
    const int above = dragged.neighbour(place.row - 1, -1);
    const int below = dragged.neighbour(place.row, 1);
    const auto upper = m_model.taskAt(above);
    const auto lower = m_model.taskAt(below);
    const auto isOpenEnd = [this](int row) {
        return row < 0 || row >= m_model.rowCount() ||
               m_model.kindAt(row) == TaskTableModel::RowKind::Heading;
    };
    const bool unread = (!isOpenEnd(above) && !upper) || (!isOpenEnd(below) && !lower);
    if (dragged.isEmpty() || unread)
        return std::nullopt; // its neighbours are not known yet
    const int least = lower ? lower->depth() : 0;
    const int most = std::max(least, upper ? upper->depth() + 1 : 0);
    const int x = TaskLayout(layoutDirection()).logicalX(viewport()->rect(), position.x());
    place.depth =
        std::clamp((x - TaskLayout::treeTitle + TaskLayout::indent / 2) / TaskLayout::indent, least, most);
    if (lower && lower->depth() == place.depth)
        place.target.before = lower->position();
    findSection(place, above);
    return findParent(place, above, [&dragged](const core::Task& task) { return dragged.contains(task); })
               ? std::optional(place)
               : std::nullopt;
}

/// The sibling or parent above; false: it has not been read.
bool TaskTableView::findParent(DropPlace& place, int above,
                               const std::function<bool(const core::Task&)>& goes) const
{
    for (int row = above; row >= 0; --row) {
        if (m_model.kindAt(row) == TaskTableModel::RowKind::Heading)
            return true;
        const auto task = m_model.taskAt(row);
        if (!task)
            return false;
        if (goes(*task) || task->depth() > place.depth)
            continue;
        const bool sibling = task->depth() == place.depth;
        if (sibling)
            place.target.after = task->position();
        place.target.parent = sibling ? task->parent : task->uid;
        if (!place.target.parent.isNull())
            place.target.list = task->list;
        break;
    }
    return true;
}

/// The section whose heading stands above; into a folded one it goes at the end.
void TaskTableView::findSection(DropPlace& place, int above) const
{
    if (m_model.query().group != core::GroupField::Section)
        return;
    int row = above;
    while (row >= 0 && m_model.kindAt(row) != TaskTableModel::RowKind::Heading)
        --row;
    const QModelIndex heading = row < 0 ? QModelIndex() : titleIndex(row);
    place.target.section = heading.data(TaskTableModel::SectionRole).toUuid();
    if (heading.data(TaskTableModel::CollapsedRole).toBool())
        place.target.after = core::positionAtEnd(m_model.clock().nowUtc());
}

void TaskTableView::paintDropLine(QPainter& painter) const
{
    paintLine(painter, m_drop->row, TaskLayout::titleStart(true, m_drop->depth) - 32);
}

void TaskTableView::paintLine(QPainter& painter, int row, int start) const
{
    const int rows = m_model.rowCount();
    const int y = row < rows ? rowViewportPosition(row)
                             : (rows == 0 ? 0 : rowViewportPosition(rows - 1) + m_theme.metrics().rowHeight);
    const QRect bounds = viewport()->rect();
    const QRect line(start, y - 1, bounds.width() - start - TaskLayout::headingInset, 2);
    painter.fillRect(TaskLayout(layoutDirection()).mirrored(bounds, line), m_theme.colours().accent);
}

/// A section goes along by its heading.
void TaskTableView::dragSection(const QUuid& section)
{
    const int row = sectionRow(section);
    if (row < 0)
        return;
    const int height = m_theme.metrics().rowHeight;
    auto* mime = new QMimeData;
    mime->setData(sectionMimeType(), section.toByteArray());
    m_draggedSection = section;
    viewport()->update();
    auto* drag = new QDrag(this);
    drag->setMimeData(mime);
    drag->setPixmap(dragPicture(m_theme, titleIndex(row).data().toString(), height, devicePixelRatioF()));
    drag->setHotSpot(QPoint(16, height / 2));
    drag->exec(Qt::MoveAction);
    m_draggedSection = {};
    m_sectionDrop.reset();
    viewport()->update();
}

int TaskTableView::sectionRow(const QUuid& section) const
{
    for (const int row : m_model.headingRows()) {
        if (titleIndex(row).data(TaskTableModel::SectionRole).toUuid() == section)
            return row;
    }
    return -1;
}

/// At the nearest end of a section; nowhere where it stands already. Another window has other sections.
std::optional<TaskTableView::SectionPlace> TaskTableView::sectionPlace(const QPoint& position,
                                                                       const QMimeData& mime) const
{
    if (m_draggedSection.isNull() || !mime.hasFormat(sectionMimeType()))
        return std::nullopt;
    const int height = m_theme.metrics().rowHeight;
    const QList<int> ends = m_model.headingRows() + QList<int>{m_model.rowCount()};
    const int hit = rowAt(position.y());
    const bool lowerHalf = hit >= 0 && position.y() - rowViewportPosition(hit) > height / 2;
    const int row = hit < 0 ? m_model.rowCount() : hit + (lowerHalf ? 1 : 0);
    const auto nearest = std::min_element(ends.begin(), ends.end(), [row](int left, int right) {
        return std::abs(left - row) < std::abs(right - row);
    });
    const QModelIndex heading = titleIndex(*nearest);
    const SectionPlace place{*nearest, heading.data(TaskTableModel::SectionRole).toUuid()};
    const bool isItself = place.before == m_draggedSection;
    const bool isNext = nearest != ends.begin() && *(nearest - 1) == sectionRow(m_draggedSection);
    return isItself || isNext ? std::nullopt : std::optional(place);
}

} // namespace glow::ui
