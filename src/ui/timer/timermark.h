#pragma once
#include <QTimer>
#include <QWidget>

class QToolButton;

namespace glow::app {
class Theme;
class Timer;
} // namespace glow::app

namespace glow::ui {

/// The running timer in the status line: a square that stops it, and the time and title of its task, which
/// lead to it. Hidden while none runs.
class TimerMark : public QWidget {
    Q_OBJECT
public:
    explicit TimerMark(const app::Theme& theme, QWidget* parent = nullptr);
    void setTimer(app::Timer* timer); ///< of the open workspace; null: none
    QString text() const;
    void retranslate();

Q_SIGNALS:
    void taskWanted(const QUuid& task);

private:
    void refresh();

    const app::Theme& m_theme;
    app::Timer* m_timer = nullptr;
    QToolButton* m_stop;
    QToolButton* m_task;
    QTimer m_tick;
};

} // namespace glow::ui
