#pragma once
#include <QObject>

class QMenuBar;

namespace glow::ui {

/// Keeps the menu bar of a window out of sight until F10, or Alt pressed and let go alone; it goes when the
/// focus leaves it.
class MenuReveal : public QObject {
    Q_OBJECT
public:
    explicit MenuReveal(QMenuBar& menuBar, QObject* parent = nullptr);
    void toggle();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QMenuBar& m_menuBar;
    bool m_altAlone = false; ///< Alt is down and nothing else came
};

} // namespace glow::ui
