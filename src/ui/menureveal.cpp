#include "ui/menureveal.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenuBar>

namespace glow::ui {

MenuReveal::MenuReveal(QMenuBar& menuBar, QObject* parent)
    : QObject(parent)
    , m_menuBar(menuBar)
{
    m_menuBar.hide();
    qApp->installEventFilter(this);
}

void MenuReveal::toggle()
{
    m_menuBar.setVisible(!m_menuBar.isVisible());
    if (!m_menuBar.isVisible())
        return;
    m_menuBar.setFocus(Qt::MenuBarFocusReason);
    m_menuBar.setActiveAction(m_menuBar.actions().constFirst());
}

bool MenuReveal::eventFilter(QObject* watched, QEvent* event)
{
    // A key that is a shortcut is only heard of before it is pressed.
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        m_altAlone = static_cast<QKeyEvent*>(event)->key() == Qt::Key_Alt;
    } else if (event->type() == QEvent::MouseButtonPress) {
        m_altAlone = false;
    } else if (event->type() == QEvent::KeyRelease && m_altAlone && m_menuBar.window()->isActiveWindow() &&
               static_cast<QKeyEvent*>(event)->key() == Qt::Key_Alt && qobject_cast<QWidget*>(watched)) {
        m_altAlone = false;
        toggle();
    } else if (event->type() == QEvent::FocusOut && watched == &m_menuBar &&
               static_cast<QFocusEvent*>(event)->reason() != Qt::PopupFocusReason) {
        m_menuBar.hide();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace glow::ui
