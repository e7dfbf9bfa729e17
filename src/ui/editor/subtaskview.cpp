#include "ui/editor/subtaskview.h"

#include "app/editor/subtaskmodel.h"
#include "app/theme.h"
#include "ui/editor/subtaskdelegate.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

namespace glow::ui {

SubtaskView::SubtaskView(QWidget* parent)
    : QListView(parent)
{
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    setDragDropMode(QAbstractItemView::InternalMove);
    setDefaultDropAction(Qt::MoveAction);
    setMouseTracking(true);
    setUniformItemSizes(true);
    setTabKeyNavigation(false);
    viewport()->setAutoFillBackground(false);
}

void SubtaskView::setUp(const app::Theme& theme, app::SubtaskModel& model)
{
    m_model = &model;
    setModel(&model);
    setItemDelegate(new SubtaskDelegate(theme, this));
    connect(&theme, &app::Theme::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&model, &app::SubtaskModel::countsChanged, this, [this] {
        setVisible(m_model->rowCount() > 0);
        updateGeometry();
    });
    setVisible(model.rowCount() > 0);
}

QSize SubtaskView::sizeHint() const
{
    return {200, (m_model ? m_model->rowCount() : 0) * SubtaskDelegate::rowHeight};
}

bool SubtaskView::isOnCircle(const QPoint& place, const QModelIndex& index) const
{
    const QRect row = visualRect(index);
    const QRect circle(row.x(), row.y(), SubtaskDelegate::titleAt - 4, row.height());
    return QStyle::visualRect(layoutDirection(), row, circle).contains(place);
}

void SubtaskView::toggle(const QModelIndex& index)
{
    if (index.isValid())
        m_model->setCompleted(index.row(), !index.data(app::SubtaskModel::CompletedRole).toBool());
}

bool SubtaskView::event(QEvent* event)
{
    if (event->type() != QEvent::KeyPress || state() == EditingState || m_tabbedIn)
        return QListView::event(event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool deeper = key->key() == Qt::Key_Tab && key->modifiers() == Qt::NoModifier;
    const bool up = key->key() == Qt::Key_Backtab && key->modifiers() == Qt::ShiftModifier;
    if ((!deeper && !up) || !currentIndex().isValid())
        return QListView::event(event);
    moveOneLevel(deeper);
    return true;
}

void SubtaskView::focusInEvent(QFocusEvent* event)
{
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        m_tabbedIn = true;
    QListView::focusInEvent(event);
}

void SubtaskView::moveOneLevel(bool deeper)
{
    const int row = currentIndex().row();
    if (!deeper)
        m_model->moveUp(row);
    else if (!m_model->moveDown(row))
        return;
    const int next = deeper ? row - 1 : std::min(row, m_model->rowCount() - 1);
    setCurrentIndex(m_model->index(next));
}

bool SubtaskView::isOnChip(const QPoint& place, const QModelIndex& index) const
{
    const auto* delegate = static_cast<const SubtaskDelegate*>(itemDelegate());
    return QStyle::visualRect(layoutDirection(), visualRect(index),
                              delegate->chipPlace(visualRect(index), index))
        .contains(place);
}

void SubtaskView::mousePressEvent(QMouseEvent* event)
{
    m_tabbedIn = false;
    const QPoint place = event->position().toPoint();
    const QModelIndex index = indexAt(place);
    if (index.isValid() && (isOnCircle(place, index) || isOnChip(place, index)))
        return; // completes or opens when released, and starts no drag
    QListView::mousePressEvent(event);
}

void SubtaskView::mouseReleaseEvent(QMouseEvent* event)
{
    const QPoint place = event->position().toPoint();
    const QModelIndex index = indexAt(place);
    if (event->button() == Qt::LeftButton && index.isValid() && isOnCircle(place, index))
        toggle(index);
    else if (event->button() == Qt::LeftButton && index.isValid() && isOnChip(place, index))
        Q_EMIT opened(index.data(app::SubtaskModel::UidRole).toUuid());
    else
        QListView::mouseReleaseEvent(event);
}

void SubtaskView::moveBy(int rows)
{
    const QModelIndex index = currentIndex();
    const int target = index.row() + rows;
    if (!index.isValid() || target < 0 || target >= m_model->rowCount())
        return;
    m_model->moveRows({}, index.row(), 1, {}, rows > 0 ? target + 1 : target);
}

void SubtaskView::keyPressEvent(QKeyEvent* event)
{
    m_tabbedIn = false;
    const QModelIndex index = currentIndex();
    const bool alt = event->modifiers() == Qt::AltModifier;
    if (alt && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        return moveBy(event->key() == Qt::Key_Up ? -1 : 1);
    if (!index.isValid() || state() == QAbstractItemView::EditingState)
        return QListView::keyPressEvent(event);
    switch (event->key()) {
    case Qt::Key_Space:
        return toggle(index);
    case Qt::Key_Delete:
        return m_model->remove(index.row());
    case Qt::Key_Return:
    case Qt::Key_Enter:
        Q_EMIT opened(index.data(app::SubtaskModel::UidRole).toUuid());
        return;
    default:
        QListView::keyPressEvent(event);
    }
}

void SubtaskView::contextMenuEvent(QContextMenuEvent* event)
{
    const QPersistentModelIndex index =
        event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos()) : currentIndex();
    if (!index.isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& text, auto action) {
        connect(menu->addAction(text), &QAction::triggered, this, [index, action] {
            if (index.isValid())
                action(index);
        });
    };
    const bool done = index.data(app::SubtaskModel::CompletedRole).toBool();
    add(tr("Open"),
        [this](const QModelIndex& at) { Q_EMIT opened(at.data(app::SubtaskModel::UidRole).toUuid()); });
    add(tr("Rename"), [this](const QModelIndex& at) { edit(at); });
    add(done ? tr("Reopen") : tr("Complete"), [this](const QModelIndex& at) { toggle(at); });
    menu->addSeparator();
    add(tr("Make a subtask of the one above"), [this](const QModelIndex& at) {
        setCurrentIndex(at);
        moveOneLevel(true);
    });
    menu->actions().constLast()->setEnabled(index.row() > 0);
    add(tr("Move one level up"), [this](const QModelIndex& at) {
        setCurrentIndex(at);
        moveOneLevel(false);
    });
    menu->addSeparator();
    add(tr("Delete"), [this](const QModelIndex& at) { m_model->remove(at.row()); });
    menu->popup(event->globalPos());
}

} // namespace glow::ui
