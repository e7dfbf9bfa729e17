#pragma once
#include "core/task.h"

#include <QAbstractButton>

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// The check circle beside the title: 18 wide, completes and reopens the task.
class CheckButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit CheckButton(QWidget* parent = nullptr);
    void setTheme(const app::Theme& theme) { m_theme = &theme; }
    void setPriority(core::Priority priority);
    void setBlocked(bool blocked);
    QSize sizeHint() const override { return {18, 24}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const app::Theme* m_theme = nullptr;
    core::Priority m_priority = core::Priority::None;
    bool m_blocked = false;
};

} // namespace glow::ui
