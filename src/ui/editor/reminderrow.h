#pragma once
#include "app/editor/taskeditormodel.h"

#include <QHash>
#include <QObject>

class QLabel;

namespace glow::ui {

class TagField;

/// The reminders of the task in the editor: chips, a line that takes "2 h before" and "tomorrow 9:00", and a
/// list of what is usual (Down, or the bell), where those that are set have a tick and go when they are
/// chosen again.
class ReminderRow : public QObject {
    Q_OBJECT
public:
    /// `field` and `issue` are those of the form and live as long.
    ReminderRow(app::TaskEditorModel& model, const core::Clock& clock, TagField& field, QLabel& issue);
    void retranslate();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show();
    void showField(const QString& field);
    void showReminders();
    void showTyped();
    void take(const QString& text);
    QString textOf(const core::Reminder& reminder) const;
    QString standingIssue() const;

    app::TaskEditorModel& m_model;
    core::Clock m_clock;
    TagField& m_field;
    QLabel& m_issue;
    QUuid m_task;
    QHash<QUuid, QString> m_unreadable; ///< by task: what was typed and is no reminder
};

} // namespace glow::ui
