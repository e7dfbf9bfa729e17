#include "ui/editor/datefield.h"

#include "app/editor/datetext.h"
#include "app/theme.h"
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

void DateField::showValue()
{
    m_readable = true;
    setText(m_value ? app::dateFieldText(*m_value, m_clock.today(), QLocale()) : QString());
    setCursorPosition(0);
    setProblem({});
}

void DateField::read(const QString& text)
{
    std::optional<core::WallTime> value;
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
        if (m_readable)
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
    else
        QLineEdit::keyPressEvent(event);
}

void DateField::openCalendar()
{
    auto* popup = new DatePopup(*m_theme, m_clock.now(), m_value, m_firstDay, this);
    connect(popup, &DatePopup::chosen, this, [this](const std::optional<core::WallTime>& value) {
        const bool changed = value != m_value || !m_readable;
        m_value = value;
        showValue();
        if (changed)
            Q_EMIT edited(value);
    });
    popup->showUnder(this);
}

} // namespace glow::ui
