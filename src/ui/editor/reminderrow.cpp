#include "ui/editor/reminderrow.h"

#include "app/editor/remindertext.h"
#include "ui/editor/issuelabel.h"
#include "ui/editor/tagfield.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <algorithm>

namespace glow::ui {

namespace {

const QString tick = QStringLiteral("✓ ");

} // namespace

ReminderRow::ReminderRow(app::TaskEditorModel& model, const core::Clock& clock, TagField& field,
                         QLabel& issue)
    : QObject(&field)
    , m_model(model)
    , m_clock(clock)
    , m_field(field)
    , m_issue(issue)
{
    retranslate();
    field.line()->installEventFilter(this);
    connect(&field, &TagField::added, this, &ReminderRow::take);
    connect(&field, &TagField::removed, &model, &app::TaskEditorModel::removeReminder);
    connect(&field, &TagField::typed, this, [this] { setIssue(m_issue, standingIssue()); });
    connect(field.line(), &QLineEdit::editingFinished, this, [this] {
        if (const QString text = m_field.line()->text().simplified(); !text.isEmpty()) {
            m_field.line()->clear();
            take(text);
        }
    });
    connect(&model, &app::TaskEditorModel::shown, this, &ReminderRow::show);
    connect(&model, &app::TaskEditorModel::fieldChanged, this, &ReminderRow::showField);
    connect(&model, &app::TaskEditorModel::issueChanged, this, &ReminderRow::showField); // also what is typed
}

void ReminderRow::retranslate()
{
    m_field.setTexts(tr("Add a reminder"), tr("Remove reminder “%1”"));
    showReminders();
}

QString ReminderRow::textOf(const core::Reminder& reminder) const
{
    return app::reminderText(reminder, m_clock.today(), QLocale());
}

void ReminderRow::show()
{
    if (m_task != m_model.task().uid)
        showTyped();
    showReminders();
}

void ReminderRow::showField(const QString& field)
{
    if (field == app::TaskEditorModel::remindersField())
        showReminders();
    else if (field == u"due_date" && m_field.line()->text().isEmpty())
        setIssue(m_issue, standingIssue());
}

/// What could not be read stays with its task.
void ReminderRow::showTyped()
{
    if (const QString typed = m_field.line()->text(); !typed.isEmpty() && !m_task.isNull())
        m_unreadable.insert(m_task, typed);
    m_task = m_model.task().uid;
    m_field.line()->clear();
    if (const QString before = m_unreadable.take(m_task); !before.isEmpty())
        take(before);
}

void ReminderRow::showReminders()
{
    const QList<core::Reminder>& reminders = m_model.task().reminders;
    QList<core::Tag> chips;
    QList<core::Tag> offered;
    for (const core::Reminder& each : reminders) {
        chips.append({each.uid, textOf(each), {}});
        offered.append({each.uid, tick + textOf(each), {}});
    }
    for (const core::Reminder& usual : app::usualReminders()) {
        const bool isSet = std::any_of(reminders.cbegin(), reminders.cend(),
                                       [&usual](const core::Reminder& each) { return each.sameTime(usual); });
        if (!isSet)
            offered.append({{}, textOf(usual), {}});
    }
    m_field.setTags(chips);
    m_field.setKnown(offered);
    m_field.line()->setPlaceholderText(chips.isEmpty() ? tr("None") : QString());
    if (m_field.line()->text().isEmpty())
        setIssue(m_issue, standingIssue());
}

void ReminderRow::take(const QString& text)
{
    const QList<core::Reminder>& reminders = m_model.task().reminders;
    for (const core::Reminder& each : reminders) {
        if (text == (tick + textOf(each)).simplified()) {
            m_model.removeReminder(each.uid);
            return;
        }
    }
    if (const auto reminder = app::readReminder(text, m_clock.now(), QLocale())) {
        m_model.addReminder(*reminder);
        setIssue(m_issue, standingIssue());
        return;
    }
    m_field.line()->setText(text);
    setIssue(
        m_issue,
        tr("“%1” is no reminder that Glowlist knows. Try “30 min before”, “1 day before” or “tomorrow 9:00”.")
            .arg(text));
}

QString ReminderRow::standingIssue() const
{
    const core::Task& task = m_model.task();
    const bool waits = !task.due && std::any_of(task.reminders.cbegin(), task.reminders.cend(),
                                                [](const core::Reminder& each) { return !each.at; });
    return waits ? tr("It counts from the due date, which this task does not have yet.") : QString();
}

bool ReminderRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        m_field.offer();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace glow::ui
