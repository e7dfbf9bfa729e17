#pragma once
#include "core/task.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace glow::app {
class Theme;
class Timer;
} // namespace glow::app

namespace glow::ui {

/// Time spent on the task of the editor, with the button that starts and stops its timer. What is typed
/// corrects the total; "of 2 h" behind it is the estimate.
class TimerField : public QWidget {
    Q_OBJECT
public:
    explicit TimerField(QWidget* parent = nullptr);
    ~TimerField() override;
    void setUp(const app::Theme& theme, app::Timer& timer); ///< once; both outlive it
    void showTask(const core::Task& task);
    void retranslate();

Q_SIGNALS:
    void problemChanged(const QString& sentence); ///< empty: none

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void take();

    const app::Theme* m_theme = nullptr;
    app::Timer* m_timer = nullptr;
    core::Task m_task;
    QToolButton* m_toggle;
    QLineEdit* m_spent;
    QLabel* m_estimate;
    QTimer m_tick;
};

} // namespace glow::ui
