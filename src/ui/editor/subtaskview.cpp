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

void SubtaskView::mousePressEvent(QMouseEvent* event)
{
    const QPoint place = event->position().toPoint();
    if (const QModelIndex index = indexAt(place); index.isValid() && isOnCircle(place, index))
        return; // completes when released, and starts no drag
    QListView::mousePressEvent(event);
}

void SubtaskView::mouseReleaseEvent(QMouseEvent* event)
{
    const QPoint place = event->position().toPoint();
    const QModelIndex index = indexAt(place);
    if (event->button() == Qt::LeftButton && index.isValid() && isOnCircle(place, index))
        toggle(index);
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
    add(tr("Delete"), [this](const QModelIndex& at) { m_model->remove(at.row()); });
    menu->popup(event->globalPos());
}

} // namespace glow::ui
