#pragma once
#include "app/editor/scheduletext.h"

#include <QFrame>
#include <QSet>

class QLabel;
class QLineEdit;
class QPushButton;

namespace glow::app {
class Theme;
}

namespace glow::ui {

class MonthGrid;
class RepeatEditor;
class TokenEdit;

/// The calendar under a date field: a phrase to type, quick choices, a month, a time; for a due date the rule
/// of repetition too. Phrase and controls always say the same. Without a rule to choose a day closes it at
/// once.
class DatePopup : public QFrame {
    Q_OBJECT
public:
    struct Options {
        Qt::DayOfWeek firstDay = Qt::Monday;
        bool repeats = false; ///< the rule may be chosen
    };
    DatePopup(const app::Theme& theme, const QDateTime& now, const app::Schedule& schedule,
              const Options& options, QWidget* parent);

    void showUnder(const QWidget* field);
    void setDueDays(const QSet<QDate>& days); ///< days with tasks, dotted

Q_SIGNALS:
    /// `onlyThis`: a recurring task whose date alone is changed, for this occurrence.
    void chosen(const glow::app::Schedule& schedule, bool onlyThis);
    void skipped(); ///< this occurrence is passed over
    void daysShown(const QDate& first, const QDate& last);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makePhrase();
    QWidget* makeCalendar();
    QWidget* makeQuickChoices();
    QWidget* makeMonthHead();
    QWidget* makeTimeRow();
    QWidget* makeFoot();
    QWidget* makeApplies();
    void readPhrase();
    void choose(const QDate& day);
    void chooseTime();
    void chooseZone();
    void set(const app::Schedule& schedule); ///< from a control: the phrase follows
    void display(bool phraseToo);
    void accept();
    bool movesOnlyDate() const;
    void askDays();
    std::optional<QTime> typedTime() const;

    const app::Theme& m_theme;
    QDateTime m_now;
    app::Schedule m_before;
    app::Schedule m_schedule;
    Options m_options;
    QDate m_firstAsked;       ///< whose month's days are known
    bool m_following = false; ///< a new date is for the later occurrences too
    bool m_readable = true;
    TokenEdit* m_phrase = nullptr;
    QLabel* m_hint = nullptr;
    MonthGrid* m_grid;
    QLineEdit* m_time = nullptr;
    QPushButton* m_zone = nullptr;
    RepeatEditor* m_repeat = nullptr;
    QWidget* m_applies = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_skip = nullptr;
    QPushButton* m_accept = nullptr;
};

} // namespace glow::ui
