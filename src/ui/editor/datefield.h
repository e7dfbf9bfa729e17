#pragma once
#include "app/editor/scheduletext.h"
#include "core/clock.h"

#include <QLineEdit>
#include <QPointer>
#include <QSet>
#include <optional>

class QAction;

namespace glow::app {
class Theme;
}

namespace glow::ui {

class DatePopup;

/// A date typed in words or ISO, or picked from a calendar. Text that is no date stays where it is and is
/// explained.
class DateField : public QLineEdit {
    Q_OBJECT
public:
    explicit DateField(QWidget* parent = nullptr);
    void setUp(const app::Theme& theme, const core::Clock& clock);
    void setFirstDayOfWeek(Qt::DayOfWeek day) { m_firstDay = day; }
    /// The field of the due date: it takes rules of repetition too.
    void setRepeats(bool repeats) { m_repeats = repeats; }
    void setRepetition(const QString& rrule, bool fromCompletion, const QString& zone);
    void setDueDays(const QSet<QDate>& days); ///< what `daysShown` asked for
    void setValue(const std::optional<core::WallTime>& value);
    std::optional<core::WallTime> value() const { return m_value; }
    QString problem() const { return m_problem; } ///< sentence; empty when the text is a date or nothing
    /// Text that is no date and was not stored; empty when there is none. Setting it shows it again.
    QString unreadable() const { return m_readable ? QString() : text(); }
    void setUnreadable(const QString& text);
    void openCalendar();

Q_SIGNALS:
    void edited(std::optional<glow::core::WallTime> value);
    void problemChanged();
    void scheduled(const glow::app::Schedule& schedule, bool onlyThis);
    void skipped();
    void daysShown(const QDate& first, const QDate& last); ///< the calendar is open on them

protected:
    void changeEvent(QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void read(const QString& text);
    void setProblem(const QString& problem);
    void showValue();
    void explain();
    void retranslate();
    void choose(const app::Schedule& schedule, bool onlyThis);
    void takeTypedRule();

    const app::Theme* m_theme = nullptr;
    core::Clock m_clock;
    std::optional<core::WallTime> m_value;
    app::Schedule m_repetition;               ///< its rule and zone; the date is `m_value`
    std::optional<app::Schedule> m_typedRule; ///< taken when the field is left
    QPointer<DatePopup> m_popup;
    QAction* m_calendar = nullptr;
    QAction* m_repeat = nullptr;
    bool m_repeats = false;
    QString m_problem;
    Qt::DayOfWeek m_firstDay = Qt::Monday;
    bool m_readable = true;
};

} // namespace glow::ui
