#include "ui/editor/repeateditor.h"

#include "app/editor/datetext.h"
#include "core/quickadd/datewords.h"
#include "core/recurrence/occurrences.h"
#include "core/recurrence/recurrencetext.h"
#include "ui/style/glowstyle.h"
#include "ui/style/hairline.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace glow::ui {

using core::Frequency;
using core::RecurrenceRule;

namespace {

constexpr int labelWidth = 56;
constexpr int shownDates = 5;

QList<core::RuleDay> workdays()
{
    QList<core::RuleDay> days;
    for (int day = Qt::Monday; day <= Qt::Friday; ++day)
        days.append({0, static_cast<Qt::DayOfWeek>(day)});
    return days;
}

RecurrenceRule every(Frequency frequency, const QDate& due, int interval = 1)
{
    RecurrenceRule rule;
    rule.frequency = frequency;
    if (frequency == Frequency::Monthly)
        rule = core::monthlyOn(due.day());
    else if (frequency == Frequency::Weekly)
        rule.byDay = {{0, static_cast<Qt::DayOfWeek>(due.dayOfWeek())}};
    if (frequency == Frequency::Yearly) {
        rule.byMonth = {due.month()};
        rule.byMonthDay = {due.day()};
    }
    rule.interval = interval;
    return rule;
}

/// Whether two rules go by the same period, whatever their days.
bool sameKind(const RecurrenceRule& left, const RecurrenceRule& right)
{
    return left.frequency == right.frequency && left.interval == right.interval &&
           (left.byDay == workdays()) == (right.byDay == workdays() && right.bySetPosition.isEmpty());
}

RecurrenceRule withDays(RecurrenceRule rule, const RecurrenceRule& days)
{
    rule.byDay = days.byDay;
    rule.byMonthDay = days.byMonthDay;
    rule.byMonth = days.byMonth;
    rule.bySetPosition = days.bySetPosition;
    return rule;
}

/// The days that a rule of this kind may fall on, seen from the due date.
QList<RecurrenceRule> daysFor(const RecurrenceRule& rule, const QDate& due)
{
    RecurrenceRule plain = every(rule.frequency, due, rule.interval);
    QList<RecurrenceRule> days{plain};
    if (rule.frequency == Frequency::Monthly || rule.frequency == Frequency::Yearly) {
        RecurrenceRule nth = plain;
        nth.byMonthDay.clear();
        nth.bySetPosition.clear();
        const auto weekday = static_cast<Qt::DayOfWeek>(due.dayOfWeek());
        const bool isLast = due.day() + 7 > due.daysInMonth();
        if (const int number = (due.day() - 1) / 7 + 1; number < 5) {
            nth.byDay = {{number, weekday}};
            days.append(nth);
        }
        if (isLast) {
            nth.byDay = {{-1, weekday}};
            days.append(nth);
        }
        nth.byDay.clear();
        nth.byMonthDay = {-1};
        days.append(nth);
        if (rule.frequency == Frequency::Monthly) {
            nth.byMonthDay.clear();
            nth.byDay = workdays();
            nth.bySetPosition = {-1};
            days.append(nth);
        }
    }
    return days;
}

} // namespace

RepeatEditor::RepeatEditor(const QDateTime& now, QWidget* parent)
    : QWidget(parent)
    , m_now(now)
    , m_rows(new QGridLayout)
    , m_repeat(new QComboBox(this))
    , m_on(new QComboBox(this))
    , m_words(new QLabel(this))
{
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_rows->setSpacing(8);
    m_rows->setColumnStretch(1, 1);
    layout->addLayout(m_rows);
    addRow(tr("Repeat"), m_repeat);
    m_repeat->setObjectName(QStringLiteral("repeat"));
    addRow(tr("On", "which days"), m_on);
    m_on->setObjectName(QStringLiteral("on"));
    addRow(tr("Counted", "from when"), makeCounted());
    addRow(tr("Ends"), makeEnds());
    layout->addWidget(new Hairline(this));
    setLook(m_words, QStringLiteral("strong"));
    m_words->setObjectName(QStringLiteral("words"));
    m_words->setWordWrap(true);
    layout->addWidget(m_words);
    auto* dates = new QGridLayout;
    dates->setVerticalSpacing(4);
    dates->setColumnMinimumWidth(0, 104);
    dates->setColumnStretch(2, 1);
    for (int i = 0; i < shownDates; ++i) {
        QList<QLabel*> row;
        for (int column = 0; column < 3; ++column) {
            row.append(new QLabel(this));
            dates->addWidget(row.constLast(), i, column, column == 2 ? Qt::AlignRight : Qt::Alignment());
        }
        setLook(row.at(1), QStringLiteral("muted"));
        setLook(row.at(2), QStringLiteral("hint"));
        m_dates.append(row);
    }
    layout->addLayout(dates);
    layout->addStretch();
    connect(m_repeat, &QComboBox::activated, this, [this](int index) {
        if (index == 0) {
            m_rule.reset();
            tell();
        } else {
            choose(m_kinds.at(index - 1));
        }
    });
    connect(m_on, &QComboBox::activated, this,
            [this](int index) { choose(withDays(*m_rule, m_days.at(index))); });
}

void RepeatEditor::addRow(const QString& text, QWidget* control)
{
    auto* label = new QLabel(text, this);
    setLook(label, QStringLiteral("muted"));
    label->setMinimumWidth(labelWidth);
    label->setFixedHeight(28);
    control->setAccessibleName(text);
    m_rows->addWidget(label, m_rows->rowCount(), 0, Qt::AlignTop);
    m_rows->addWidget(control, m_rows->rowCount() - 1, 1);
    if (control == m_on)
        m_onLabel = label;
}

QPushButton* RepeatEditor::makeSegment(QWidget* holder, const QString& text, const char* place)
{
    auto* button = new QPushButton(text, holder);
    button->setCheckable(true);
    button->setAutoDefault(false);
    setLook(button, QStringLiteral("segment-") + QLatin1String(place));
    holder->layout()->addWidget(button);
    return button;
}

QWidget* RepeatEditor::makeCounted()
{
    auto* holder = new QWidget(this);
    auto* layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_counted = {makeSegment(holder, tr("from the due date"), "first"),
                 makeSegment(holder, tr("when done"), "last")};
    auto* group = new QButtonGroup(holder);
    for (int i = 0; i < m_counted.size(); ++i)
        group->addButton(m_counted.at(i), i);
    connect(group, &QButtonGroup::idClicked, this, [this](int id) {
        m_fromCompletion = id == 1;
        tell();
    });
    return holder;
}

QWidget* RepeatEditor::makeEnds()
{
    auto* holder = new QWidget(this);
    auto* column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    auto* segments = new QWidget(holder);
    auto* layout = new QHBoxLayout(segments);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_ends = {makeSegment(segments, tr("never", "the rule ends"), "first"),
              makeSegment(segments, tr("on", "the rule ends on a day"), "middle"),
              makeSegment(segments, tr("after", "the rule ends after a number of times"), "last")};
    auto* group = new QButtonGroup(segments);
    for (int i = 0; i < m_ends.size(); ++i)
        group->addButton(m_ends.at(i), i);
    connect(group, &QButtonGroup::idClicked, this, [this](int id) { chooseEnd(static_cast<End>(id)); });
    column->addWidget(segments);
    m_lastDay = new QLineEdit(holder);
    m_lastDay->setAccessibleName(tr("Last day"));
    m_lastDay->setObjectName(QStringLiteral("lastDay"));
    connect(m_lastDay, &QLineEdit::editingFinished, this, &RepeatEditor::readLastDay);
    column->addWidget(m_lastDay);
    m_times = new QSpinBox(holder);
    m_times->setRange(1, 9999);
    m_times->setAccessibleName(tr("Number of times"));
    m_times->setObjectName(QStringLiteral("times"));
    m_times->setSuffix(tr(" times", "after a number"));
    connect(m_times, &QSpinBox::valueChanged, this, [this](int times) {
        if (m_rule && m_rule->count > 0 && m_rule->count != times) {
            m_rule->count = times;
            tell();
        }
    });
    column->addWidget(m_times);
    return holder;
}

void RepeatEditor::setValue(const std::optional<RecurrenceRule>& rule, bool fromCompletion,
                            const core::WallTime& due)
{
    m_rule = rule;
    m_fromCompletion = fromCompletion;
    m_due = due;
    fillRepeat();
    fillOn();
    m_counted.at(fromCompletion ? 1 : 0)->setChecked(true);
    for (QPushButton* button : m_counted)
        button->setEnabled(m_rule.has_value());
    showEnds();
    showDates();
}

void RepeatEditor::fillRepeat()
{
    const QDate due = m_due.date;
    RecurrenceRule workday = every(Frequency::Weekly, due);
    workday.byDay = workdays();
    m_kinds = {every(Frequency::Daily, due),   workday,
               every(Frequency::Weekly, due),  every(Frequency::Weekly, due, 2),
               every(Frequency::Monthly, due), every(Frequency::Monthly, due, 3),
               every(Frequency::Yearly, due)};
    QStringList names{tr("Never"),         tr("Daily"),   tr("On workdays"),    tr("Weekly"),
                      tr("Every 2 weeks"), tr("Monthly"), tr("Every 3 months"), tr("Yearly")};
    int chosen = 0;
    for (int i = 0; m_rule && i < m_kinds.size(); ++i) {
        if (sameKind(m_kinds.at(i), *m_rule))
            chosen = i + 1;
    }
    if (m_rule && chosen == 0) {
        m_kinds.append(*m_rule);
        RecurrenceRule endless = *m_rule;
        endless.count = 0;
        endless.until.reset();
        names.append(core::recurrenceText(endless, false, {due, std::nullopt}, QLocale()));
        chosen = static_cast<int>(m_kinds.size());
    }
    m_repeat->clear();
    m_repeat->addItems(names);
    m_repeat->setCurrentIndex(chosen);
}

void RepeatEditor::fillOn()
{
    m_on->clear();
    m_days.clear();
    const bool hasDays = m_rule && m_rule->frequency >= Frequency::Weekly && m_rule->byDay != workdays() &&
                         m_rule->byWeekNumber.isEmpty() && m_rule->byYearDay.isEmpty();
    const bool workdayOfMonth =
        m_rule && m_rule->frequency == Frequency::Monthly && m_rule->byDay == workdays();
    m_on->setVisible(hasDays || workdayOfMonth);
    m_onLabel->setVisible(hasDays || workdayOfMonth);
    if (!hasDays && !workdayOfMonth)
        return;
    m_days = daysFor(*m_rule, m_due.date);
    int chosen = -1;
    for (int i = 0; i < m_days.size(); ++i) {
        if (withDays(*m_rule, m_days.at(i)) == *m_rule)
            chosen = i;
    }
    const bool unsaid = m_rule->byDay.isEmpty() && m_rule->byMonthDay.isEmpty();
    if (chosen < 0 && !unsaid)
        m_days.prepend(*m_rule);
    for (const RecurrenceRule& days : std::as_const(m_days))
        m_on->addItem(core::recurrenceDayText(days, m_due, QLocale()));
    m_on->setCurrentIndex(std::max(0, chosen));
}

void RepeatEditor::showEnds()
{
    const End end = !m_rule ? Never : m_rule->until ? On : m_rule->count > 0 ? After : Never;
    m_ends.at(end)->setChecked(true);
    for (QPushButton* button : m_ends)
        button->setEnabled(m_rule.has_value());
    m_lastDay->setVisible(end == On);
    m_times->setVisible(end == After);
    if (end == On && !m_lastDay->hasFocus())
        m_lastDay->setText(core::shortWallTime({m_rule->until->date, std::nullopt}, m_now.date(), QLocale()));
    if (end == After)
        m_times->setValue(m_rule->count);
}

void RepeatEditor::showDates()
{
    QList<core::WallTime> dates;
    m_words->setText(m_rule ? core::recurrenceText(*m_rule, m_fromCompletion, m_due, QLocale())
                            : tr("Does not repeat"));
    if (m_rule) {
        dates = core::occurrences(*m_rule, m_due, m_due, shownDates);
        if (core::beginsOnRule(*m_rule, m_due))
            dates.prepend(m_due);
    }
    for (int i = 0; i < shownDates; ++i) {
        const bool there = i < dates.size();
        const core::WallTime date = dates.value(i);
        m_dates.at(i).at(0)->setText(
            there ? QLocale().dayName(date.date.dayOfWeek(), QLocale::ShortFormat) + u' ' +
                        core::shortWallTime(
                            {date.date, std::nullopt},
                            date.date.year() - m_now.date().year() < 2 ? date.date : m_now.date(), QLocale())
                  : QString());
        m_dates.at(i).at(1)->setText(
            there && date.time ? QLocale().toString(*date.time, QStringLiteral("HH:mm")) : QString());
        m_dates.at(i).at(2)->setText(there && i == 0 ? howSoon(date.date) : QString());
    }
}

QString RepeatEditor::howSoon(const QDate& day) const
{
    const auto days = static_cast<int>(m_now.date().daysTo(day));
    return days == 0   ? tr("today")
           : days == 1 ? tr("tomorrow")
           : days > 1  ? tr("in %n day(s)", nullptr, days)
                       : QString();
}

void RepeatEditor::choose(const RecurrenceRule& rule)
{
    RecurrenceRule chosen = rule;
    if (m_rule) {
        chosen.until = m_rule->until;
        chosen.untilUtc = m_rule->untilUtc;
        chosen.count = m_rule->count;
    }
    m_rule = chosen;
    tell();
}

void RepeatEditor::chooseEnd(End end)
{
    m_rule->until.reset();
    m_rule->untilUtc = false;
    m_rule->count = end == After ? 10 : 0;
    if (end == On)
        m_rule->until = core::WallTime{m_due.date.addMonths(6),
                                       m_due.time ? std::optional(QTime(23, 59, 59)) : std::nullopt};
    tell();
}

void RepeatEditor::readLastDay()
{
    const auto day = app::readDateField(m_lastDay->text(), m_now, QLocale());
    if (!day || !m_rule || !m_rule->until || day->date == m_rule->until->date)
        return;
    m_rule->until->date = day->date;
    tell();
}

void RepeatEditor::tell()
{
    setValue(m_rule, m_fromCompletion, m_due);
    Q_EMIT edited(m_rule, m_fromCompletion);
}

} // namespace glow::ui
