#pragma once
#include <QObject>

class QWidget;

namespace glow::sync {
class Activity;
}

namespace glow::ui {

/// Tells Activity of every key, button, wheel and finger in the program, and whether the window is on screen:
/// shown and not minimised; it need not have the focus.
class ActivityWatch : public QObject {
    Q_OBJECT
public:
    /// `window` is the top-level widget; it outlives this.
    ActivityWatch(sync::Activity& activity, QWidget* window, QObject* parent = nullptr);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void look();

    sync::Activity& m_activity;
    QWidget* m_window;
};

} // namespace glow::ui
