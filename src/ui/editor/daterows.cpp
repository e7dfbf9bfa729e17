#include "ui/editor/daterows.h"

#include "app/editor/taskeditormodel.h"
#include "app/workspace.h"
#include "core/taskfield.h"
#include "ui/editor/datefield.h"
#include "ui/editor/issuelabel.h"

namespace glow::ui {

namespace {

const QString dueField = QStringLiteral("due_date");

QJsonValue jsonOf(const std::optional<core::WallTime>& time)
{
    return time ? QJsonValue(time->toText()) : QJsonValue();
}

} // namespace

DateRows::DateRows(app::TaskEditorModel& model, app::Workspace& workspace, const app::Theme& theme,
                   const QMap<QString, Row>& rows, QObject* parent)
    : QObject(parent)
    , m_model(model)
    , m_workspace(workspace)
    , m_rows(rows)
{
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row) {
        row->field->setUp(theme, workspace.clock());
        connectRow(row.key(), row->field);
    }
    DateField* due = m_rows.value(dueField).field;
    due->setRepeats(true);
    connect(due, &DateField::scheduled, &model, &app::TaskEditorModel::setSchedule);
    connect(due, &DateField::skipped, &model, &app::TaskEditorModel::skip);
}

void DateRows::connectRow(const QString& name, DateField* field)
{
    connect(field, &DateField::edited, this,
            [this, name](const std::optional<core::WallTime>& value) { m_model.edit(name, jsonOf(value)); });
    connect(field, &DateField::problemChanged, this, [this, name] { showIssue(name); });
    connect(field, &DateField::daysShown, this, [this, field](const QDate& first, const QDate& last) {
        const auto show = [field](const core::Result<QList<QDate>>& days) {
            // Dots are a help; without the database the calendar serves all the same.
            if (days)
                field->setDueDays(QSet<QDate>(days->cbegin(), days->cend()));
        };
        m_workspace.reader().dueDays(first, last).then(field, show);
    });
}

void DateRows::setFirstDayOfWeek(Qt::DayOfWeek day)
{
    for (const Row& row : std::as_const(m_rows))
        row.field->setFirstDayOfWeek(day);
}

void DateRows::showField(const QString& field)
{
    const core::Task& task = m_model.task();
    if (field == u"rrule" || field == u"from_completion" || field == u"due_zone")
        m_rows.value(dueField).field->setRepetition(task.rrule, task.fromCompletion, task.dueZone);
    else if (DateField* date = m_rows.value(field).field)
        date->setValue(core::WallTime::fromText(core::taskField(field)->get(task).toString()));
}

void DateRows::showIssue(const QString& field)
{
    const Row row = m_rows.value(field);
    if (row.field)
        setIssue(*row.issue, row.field->problem().isEmpty() ? m_model.issue(field) : row.field->problem());
}

QMap<QString, QString> DateRows::unreadable() const
{
    QMap<QString, QString> texts;
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row)
        texts.insert(row.key(), row->field->unreadable());
    return texts;
}

void DateRows::setUnreadable(const QMap<QString, QString>& texts)
{
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row)
        row->field->setUnreadable(texts.value(row.key()));
}

} // namespace glow::ui
