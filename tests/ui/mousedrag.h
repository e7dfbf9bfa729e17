#pragma once
#include <QTimer>
#include <QWidget>
#include <QtTest>

namespace glow::tests {

/// Drags by mouse from a point of one widget to a point of another of the same window, from press to release.
/// While the button is held down QDrag runs a loop of its own, so the rest of the way is given to timers.
inline void dragByMouse(QWidget& from, const QPoint& start, QWidget& to, const QPoint& end)
{
    QWindow* window = from.window()->windowHandle();
    const QPoint begin = from.mapTo(from.window(), start);
    const QPoint goal = to.mapTo(to.window(), end);
    const auto send = [window](QEvent::Type type, const QPoint& at, Qt::MouseButton changed,
                               Qt::MouseButtons held) {
        QMouseEvent event(type, at, window->mapToGlobal(at), changed, held, Qt::NoModifier);
        QCoreApplication::sendEvent(window, &event);
    };
    constexpr int steps = 8;
    constexpr int pause = 20;
    bool isOver = false;
    send(QEvent::MouseButtonPress, begin, Qt::LeftButton, Qt::LeftButton);
    for (int step = 1; step <= steps; ++step)
        QTimer::singleShot(step * pause, window, [=] {
            send(QEvent::MouseMove, begin + (goal - begin) * step / steps, Qt::NoButton, Qt::LeftButton);
        });
    QTimer::singleShot((steps + 2) * pause, window, [=, &isOver] {
        send(QEvent::MouseButtonRelease, goal, Qt::LeftButton, Qt::NoButton);
        isOver = true;
    });
    QTRY_VERIFY_WITH_TIMEOUT(isOver, 20000);
}

} // namespace glow::tests
