#include "ui/editor/datefield.h"

#include "app/editor/datetext.h"
#include "app/theme.h"
#include "core/recurrence/recurrencetext.h"
#include "ui/editor/datepopup.h"
#include "ui/style/icons.h"

#include <QAction>
#include <QKeyEvent>

namespace glow::ui {

DateField::DateField(QWidget* parent)
    : QLineEdit(parent)
    , m_firstDay(QLocale().firstDayOfWeek())
{
    retranslate();
    connect(this, &QLineEdit::textEdited, this, &DateField::read);
}

void DateField::setUp(const app::Theme& theme, const core::Clock& clock)
{
    m_theme = &theme;
    m_clock = clock;
    m_repeat = new QAction(icon(theme, QStringLiteral("repeat"), Ink::Muted), {}, this);
    connect(m_repeat, &QAction::triggered, this, &DateField::openCalendar);
    m_calendar = addAction(icon(theme, QStringLiteral("calendar"), Ink::Muted), QLineEdit::TrailingPosition);
    retranslate();
    connect(m_calendar, &QAction::triggered, this, &DateField::openCalendar);
}

void DateField::retranslate()
{
    setPlaceholderText(tr("None"));
    if (m_calendar)
        m_calendar->setToolTip(tr("Choose in a calendar (Alt+Down)"));
    if (m_readable && !hasFocus())
        showValue();
}

void DateField::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

void DateField::setValue(const std::optional<core::WallTime>& value)
{
    // The same value again must not take away a text that could not be read.
    if (value == m_value && (!m_readable || hasFocus()))
        return;
    m_value = value;
    showValue();
}

void DateField::setRepetition(const QString& rrule, bool fromCompletion, const QString& zone)
{
    m_repetition = {{}, zone, rrule, fromCompletion};
    const auto rule = core::RecurrenceRule::fromText(rrule);
    if (rrule.isEmpty()) {
        removeAction(m_repeat);
        return;
    }
    if (!actions().contains(m_repeat))
        addAction(m_repeat, QLineEdit::TrailingPosition);
    m_repeat->setToolTip(
        rule
            ? core::recurrenceText(*rule, fromCompletion,
                                   m_value.value_or(core::WallTime{m_clock.today(), std::nullopt}), QLocale())
            : rrule);
}

void DateField::setDueDays(const QSet<QDate>& days)
{
    if (m_popup)
        m_popup->setDueDays(days);
}

void DateField::showValue()
{
    m_readable = true;
    m_typedRule.reset();
    setText(m_value ? app::dateFieldText(*m_value, m_clock.today(), QLocale()) : QString());
    setCursorPosition(0);
    setProblem({});
}

void DateField::read(const QString& text)
{
    std::optional<core::WallTime> value;
    m_typedRule.reset();
    if (m_repeats) {
        const auto schedule = app::readSchedule(text, m_clock.now(), QLocale());
        if (schedule && !schedule->rrule.isEmpty()) {
            m_typedRule = schedule;
            m_readable = true;
            setProblem({});
            return;
        }
    }
    if (!text.trimmed().isEmpty()) {
        value = app::readDateField(text, m_clock.now(), QLocale());
        m_readable = value.has_value();
        if (!m_readable)
            return; // perhaps not typed to the end yet; explained when the field is left
    }
    m_readable = true;
    setProblem({});
    if (value == m_value)
        return;
    m_value = value;
    Q_EMIT edited(value);
}

void DateField::explain()
{
    setProblem(tr("“%1” is no date that Glowlist knows. Try “tomorrow 9:00”, “friday” or %2.")
                   .arg(text(), m_clock.today().addDays(7).toString(Qt::ISODate)));
}

void DateField::setUnreadable(const QString& text)
{
    if (text.isEmpty()) {
        if (!m_readable)
            showValue();
        return;
    }
    setText(text);
    m_readable = false;
    explain();
}

void DateField::setProblem(const QString& problem)
{
    if (problem == m_problem)
        return;
    m_problem = problem;
    Q_EMIT problemChanged();
}

void DateField::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason) {
        if (m_typedRule)
            takeTypedRule();
        else if (m_readable)
            showValue();
        else
            explain();
    }
    QLineEdit::focusOutEvent(event);
}

void DateField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Down &&
        (event->modifiers() & Qt::AltModifier || event->modifiers() == Qt::NoModifier))
        openCalendar();
    else if (m_typedRule && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        takeTypedRule();
    else
        QLineEdit::keyPressEvent(event);
}

void DateField::takeTypedRule()
{
    const app::Schedule typed = *m_typedRule;
    m_value = typed.due;
    showValue();
    Q_EMIT scheduled(typed, false);
}

void DateField::choose(const app::Schedule& schedule, bool onlyThis)
{
    const bool changed = schedule.due != m_value || !m_readable;
    m_value = schedule.due;
    showValue();
    if (m_repeats)
        Q_EMIT scheduled(schedule, onlyThis);
    else if (changed)
        Q_EMIT edited(schedule.due);
}

void DateField::openCalendar()
{
    app::Schedule schedule = m_repetition;
    schedule.due = m_value;
    m_popup = new DatePopup(*m_theme, m_clock.now(), schedule, {m_firstDay, m_repeats}, this);
    connect(m_popup, &DatePopup::chosen, this, &DateField::choose);
    connect(m_popup, &DatePopup::skipped, this, &DateField::skipped);
    connect(m_popup, &DatePopup::daysShown, this, &DateField::daysShown);
    m_popup->showUnder(this);
}

} // namespace glow::ui
