#pragma once
#include "core/recurrence/recurrencerule.h"

#include <QWidget>

class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace glow::ui {

/// The controls of a rule of repetition, the rule in words and its next five dates.
class RepeatEditor : public QWidget {
    Q_OBJECT
public:
    explicit RepeatEditor(const QDateTime& now, QWidget* parent = nullptr);

    void setValue(const std::optional<core::RecurrenceRule>& rule, bool fromCompletion,
                  const core::WallTime& due);

Q_SIGNALS:
    void edited(std::optional<glow::core::RecurrenceRule> rule, bool fromCompletion);

private:
    enum End { Never, On, After };
    QPushButton* makeSegment(QWidget* holder, const QString& text, const char* place);
    QWidget* makeCounted();
    QWidget* makeEnds();
    void addRow(const QString& label, QWidget* control);
    void fillRepeat();
    void fillOn();
    void showEnds();
    void showDates();
    void choose(const core::RecurrenceRule& rule);
    void chooseEnd(End end);
    void readLastDay();
    void tell();
    QString howSoon(const QDate& day) const;

    QDateTime m_now;
    std::optional<core::RecurrenceRule> m_rule;
    bool m_fromCompletion = false;
    core::WallTime m_due;
    QList<core::RecurrenceRule> m_kinds;
    QList<core::RecurrenceRule> m_days;
    QGridLayout* m_rows;
    QComboBox* m_repeat;
    QComboBox* m_on;
    QLabel* m_onLabel = nullptr;
    QList<QPushButton*> m_counted;
    QList<QPushButton*> m_ends;
    QLineEdit* m_lastDay = nullptr;
    QSpinBox* m_times = nullptr;
    QLabel* m_words;
    QList<QList<QLabel*>> m_dates;
};

} // namespace glow::ui
