#pragma once
#include "core/walltime.h"

#include <QDateTime>
#include <QFrame>
#include <optional>

class QLabel;
class QLineEdit;

namespace glow::app {
class Theme;
}

namespace glow::ui {

class MonthGrid;

/// The calendar under a date field: quick choices, a month, a time. A choice is told at once and closes it.
class DatePopup : public QFrame {
    Q_OBJECT
public:
    DatePopup(const app::Theme& theme, const QDateTime& now, std::optional<core::WallTime> value,
              Qt::DayOfWeek firstDay, QWidget* parent);

    void showUnder(const QWidget* field);

Q_SIGNALS:
    void chosen(std::optional<glow::core::WallTime> value);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget* makeQuickChoices();
    QWidget* makeMonthHead();
    QWidget* makeTimeRow();
    void choose(const QDate& day);
    std::optional<QTime> typedTime() const;

    const app::Theme& m_theme;
    QDateTime m_now;
    std::optional<core::WallTime> m_value;
    MonthGrid* m_grid;
    QLineEdit* m_time = nullptr;
};

} // namespace glow::ui
