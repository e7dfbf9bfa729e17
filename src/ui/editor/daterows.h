#pragma once
#include <QMap>
#include <QObject>

class QLabel;

namespace glow::app {
class TaskEditorModel;
class Theme;
class Workspace;
} // namespace glow::app

namespace glow::ui {

class DateField;

/// Due date, start and deadline of the editor, each with the line that says what is wrong with it. GUI
/// thread.
class DateRows : public QObject {
    Q_OBJECT
public:
    struct Row {
        DateField* field;
        QLabel* issue;
    };

    /// `rows` by the name of their field (`core::taskField`); that of "due_date" takes rules of repetition.
    DateRows(app::TaskEditorModel& model, app::Workspace& workspace, const app::Theme& theme,
             const QMap<QString, Row>& rows, QObject* parent);
    const QMap<QString, Row>& rows() const { return m_rows; }
    void setFirstDayOfWeek(Qt::DayOfWeek day);
    void showField(const QString& field); ///< the model's value; other fields than these are left alone
    void showIssue(const QString& field); ///< likewise
    /// What is typed and cannot be read, by field; setting it shows it again.
    QMap<QString, QString> unreadable() const;
    void setUnreadable(const QMap<QString, QString>& texts);

private:
    void connectRow(const QString& name, DateField* field);

    app::TaskEditorModel& m_model;
    app::Workspace& m_workspace;
    QMap<QString, Row> m_rows;
};

} // namespace glow::ui
