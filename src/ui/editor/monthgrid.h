#pragma once
#include <QDate>
#include <QSet>
#include <QWidget>

namespace glow::app {
class Theme;
}

namespace glow::ui {

/// One month of days, drawn by ourselves: today outlined, the chosen day filled. Arrow keys walk, Return
/// chooses.
class MonthGrid : public QWidget {
    Q_OBJECT
public:
    MonthGrid(const app::Theme& theme, QWidget* parent = nullptr);

    void setDays(const QDate& today, const QDate& chosen, Qt::DayOfWeek firstDay);
    void setChosen(const QDate& chosen); ///< shows its month
    void setDotted(const QSet<QDate>& days);
    static constexpr int shownDays = 42;
    QDate firstDay() const { return firstShown(); }
    void turn(int months);
    QDate month() const { return m_month; } ///< its first day
    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QDate& day);
    void monthChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    QDate firstShown() const;
    QRect cell(int index) const;
    QDate dayAt(const QPoint& place) const;
    void walkTo(const QDate& day);
    void paintDay(QPainter& painter, const QRect& rect, const QDate& day) const;

    const app::Theme& m_theme;
    QDate m_today;
    QDate m_chosen;
    QDate m_current; ///< where the keyboard is
    QDate m_hovered;
    QSet<QDate> m_dotted;
    QDate m_month;
    Qt::DayOfWeek m_firstDay = Qt::Monday;
};

} // namespace glow::ui
