// How the mouse and the keyboard go through the list of places.
#include "app/sidebar/sidebarmodel.h"
#include "app/theme.h"
#include "ui/sidebar/sidebardelegate.h"
#include "ui/sidebar/sidebarview.h"
#include "ui/style/dragpicture.h"

#include <QDrag>
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
    else
        QListView::keyPressEvent(event);
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

void PlaceList::paintEvent(QPaintEvent* event)
{
    QListView::paintEvent(event);
    if (!m_dragged.isValid())
        return;
    QPainter painter(viewport());
    paintOldPlace(painter, m_theme, visualRect(m_dragged), m_theme.colours().sidebar);
}

} // namespace glow::ui
