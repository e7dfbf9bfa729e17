#include "ui/activitywatch.h"

#include "sync/activity.h"

#include <QApplication>
#include <QEvent>
#include <QWidget>

namespace glow::ui {

namespace {

bool isInput(const QEvent& event)
{
    switch (event.type()) {
    case QEvent::KeyPress:
    case QEvent::InputMethod:
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonRelease:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::TabletPress:
        return event.spontaneous();
    default:
        return false;
    }
}

} // namespace

ActivityWatch::ActivityWatch(sync::Activity& activity, QWidget* window, QObject* parent)
    : QObject(parent)
    , m_activity(activity)
    , m_window(window)
{
    qApp->installEventFilter(this);
    look();
}

bool ActivityWatch::eventFilter(QObject* watched, QEvent* event)
{
    if (isInput(*event))
        m_activity.input();
    else if (watched == m_window && (event->type() == QEvent::Show || event->type() == QEvent::Hide ||
                                     event->type() == QEvent::WindowStateChange))
        look();
    return QObject::eventFilter(watched, event);
}

void ActivityWatch::look()
{
    m_activity.setOnScreen(m_window->isVisible() && !m_window->isMinimized());
}

} // namespace glow::ui
