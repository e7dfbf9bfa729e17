// How the mouse and the keyboard go through the list of places.
#include "app/sidebar/sidebarmodel.h"
#include "app/theme.h"
#include "ui/sidebar/sidebardelegate.h"
#include "ui/sidebar/sidebarview.h"
#include "ui/style/dragpicture.h"

#include <QDrag>
#include <QDragMoveEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>

namespace glow::ui {

using app::SidebarModel;

PlaceList::PlaceList(const app::Theme& theme, QWidget* parent)
    : QListView(parent)
    , m_theme(theme)
{}

void PlaceList::mousePressEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton)
        return; // a right click shows the menu, the place is not opened
    const QModelIndex index = indexAt(event->position().toPoint());
    const bool isCaption =
        index.data(SidebarModel::KindRole).toInt() == static_cast<int>(SidebarModel::Kind::Caption);
    if (index.isValid() && isCaption) {
        if (SidebarDelegate::plusRect(visualRect(index), layoutDirection())
                .contains(event->position().toPoint()))
            Q_EMIT plusClicked(index.row());
        return;
    }
    if (index.data(SidebarModel::FoldsRole).toBool() &&
        SidebarDelegate::foldRect(visualRect(index), index.data(SidebarModel::DepthRole).toInt(),
                                  layoutDirection())
            .adjusted(-4, 0, 4, 0)
            .contains(event->position().toPoint())) {
        places().setCollapsed(index.data(SidebarModel::UidRole).toUuid(),
                              !index.data(SidebarModel::CollapsedRole).toBool());
        return;
    }
    m_pressed = true;
    QListView::mousePressEvent(event);
}

void PlaceList::mouseReleaseEvent(QMouseEvent* event)
{
    QListView::mouseReleaseEvent(event); // tells of the click
    if (event->button() == Qt::LeftButton)
        letGo();
}

void PlaceList::letGo()
{
    if (std::exchange(m_pressed, false))
        Q_EMIT released();
}

void PlaceList::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else if (stepByKey(*event))
        event->accept();
    else
        QListView::keyPressEvent(event);
}

SidebarModel& PlaceList::places() const
{
    return *static_cast<SidebarModel*>(model());
}

/// On a list: Left closes and Right opens it, with Alt an arrow moves it.
bool PlaceList::stepByKey(const QKeyEvent& event)
{
    const QModelIndex index = currentIndex();
    const bool isList =
        index.data(SidebarModel::KindRole).toInt() == static_cast<int>(SidebarModel::Kind::List);
    if (!index.isValid() || !isList)
        return false;
    const QUuid list = index.data(SidebarModel::UidRole).toUuid();
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int key = event.key();
    const bool inward = key == (mirrored ? Qt::Key_Left : Qt::Key_Right);
    const bool outward = key == (mirrored ? Qt::Key_Right : Qt::Key_Left);
    if (event.modifiers() == Qt::AltModifier) {
        if (key == Qt::Key_Up || key == Qt::Key_Down)
            places().stepList(list, key == Qt::Key_Up ? SidebarModel::Step::Up : SidebarModel::Step::Down);
        else if (inward || outward)
            places().stepList(list, inward ? SidebarModel::Step::In : SidebarModel::Step::Out);
        return inward || outward || key == Qt::Key_Up || key == Qt::Key_Down;
    }
    if (event.modifiers() != Qt::NoModifier || !index.data(SidebarModel::FoldsRole).toBool() ||
        !(inward || outward))
        return false;
    places().setCollapsed(list, outward);
    return true;
}

void PlaceList::startDrag(Qt::DropActions actions)
{
    const QModelIndex index = currentIndex();
    QMimeData* mime = model()->mimeData({index});
    if (!mime)
        return;
    m_dragged = index;
    viewport()->update();
    auto* drag = new QDrag(this);
    drag->setMimeData(mime);
    drag->setPixmap(
        dragPicture(m_theme, index.data().toString(), SidebarDelegate::rowHeight, devicePixelRatioF()));
    drag->setHotSpot(QPoint(16, SidebarDelegate::rowHeight / 2));
    drag->exec(actions, Qt::MoveAction);
    m_dragged = QModelIndex();
    viewport()->update();
    letGo();
}

/// Where a list that is dragged would go; the depth follows the pointer.
std::optional<SidebarModel::ListPlace> PlaceList::placeAt(const QDropEvent& event) const
{
    const QPoint at = event.position().toPoint();
    const QModelIndex index = indexAt(at);
    const QRect row = visualRect(index);
    const int x = layoutDirection() == Qt::RightToLeft ? viewport()->width() - at.x() : at.x();
    const qreal part = index.isValid() ? qreal(at.y() - row.top()) / row.height() : 0;
    const QUuid list(QString::fromLatin1(event.mimeData()->data(SidebarModel::listMimeType())));
    return places().listPlace(list, index.isValid() ? index.row() : model()->rowCount(), part,
                              x / SidebarDelegate::indent - 1);
}

void PlaceList::showTarget(const QModelIndex& target, const std::optional<SidebarModel::ListPlace>& place)
{
    m_target = target;
    m_line = place;
    viewport()->update();
}

void PlaceList::dragMoveEvent(QDragMoveEvent* event)
{
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->mimeData()->hasFormat(SidebarModel::listMimeType())) {
        const auto place = placeAt(*event);
        showTarget(place && place->onto ? index : QModelIndex(),
                   place && !place->onto ? place : std::optional<SidebarModel::ListPlace>());
        event->setAccepted(place.has_value());
        return;
    }
    const bool takes = places().canDropMimeData(event->mimeData(), Qt::MoveAction, -1, -1, index);
    showTarget(takes ? index : QModelIndex(), std::nullopt);
    if (takes)
        event->acceptProposedAction();
    else
        event->ignore();
}

void PlaceList::dragLeaveEvent(QDragLeaveEvent* event)
{
    showTarget({}, std::nullopt);
    QListView::dragLeaveEvent(event);
}

void PlaceList::dropEvent(QDropEvent* event)
{
    showTarget({}, std::nullopt);
    const QMimeData& mime = *event->mimeData();
    if (mime.hasFormat(SidebarModel::listMimeType())) {
        const QUuid list(QString::fromLatin1(mime.data(SidebarModel::listMimeType())));
        if (const auto place = placeAt(*event))
            places().moveList(list, place->parent, place->before);
    } else {
        places().dropMimeData(&mime, Qt::MoveAction, -1, -1, indexAt(event->position().toPoint()));
    }
    event->setDropAction(Qt::IgnoreAction); // the rows follow what is stored
    event->accept();
    setState(NoState);
}

void PlaceList::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    QPainter painter(viewport());
    if (m_dragged.isValid())
        paintOldPlace(painter, m_theme, visualRect(m_dragged), m_theme.colours().sidebar);
    paintTarget(painter);
}

void PlaceList::paintTarget(QPainter& painter) const
{
    const QColor accent = m_theme.colours().accent;
    if (m_target.isValid()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(visualRect(m_target)).adjusted(1, 1, -1, -1), app::Metrics::radius,
                                app::Metrics::radius);
    }
    if (!m_line)
        return;
    const QRect above = visualRect(model()->index(m_line->row - 1, 0));
    QRect line(above.left() + SidebarDelegate::indent * m_line->depth + 8, above.bottom(),
               above.width() - SidebarDelegate::indent * m_line->depth - 16, 2);
    painter.fillRect(QStyle::visualRect(layoutDirection(), above, line), accent);
}

} // namespace glow::ui
