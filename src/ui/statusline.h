#pragma once
#include <QWidget>

class QLabel;

namespace glow::app {
class Theme;
}

namespace glow::ui {

class TimerMark;

/// The bottom line: workspace and the time of the last action, what is due, what Ctrl+Z undoes.
class StatusLine : public QWidget {
    Q_OBJECT
public:
    explicit StatusLine(const app::Theme& theme, QWidget* parent = nullptr);

    void showLink(const QColor& dot, const QString& text);
    void showDue(const QString& text);
    void showUndo(const QString& label); ///< empty: nothing to undo
    TimerMark& timer() { return *m_timer; }
    QString text() const; ///< all of it, for tests

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void mirror();
    void elideUndo();

    const app::Theme& m_theme;
    QColor m_dot;
    QLabel* m_link;
    TimerMark* m_timer;
    QLabel* m_due;
    QLabel* m_undo;
    QString m_undoLabel;
};

} // namespace glow::ui
