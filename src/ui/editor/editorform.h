#pragma once
#include "app/editor/taskeditormodel.h"

#include <QHash>
#include <QObject>
#include <memory>

class QLabel;
class QWidget;

namespace Ui {
class TaskEditor;
}

namespace glow::app {
class Theme;
class Workspace;
} // namespace glow::app

namespace glow::ui {

class DateField;
class EditorNotice;
class ReminderRow;

/// Ties the widgets of ui/taskeditor.ui to the model: what is typed goes to the model, what comes in goes to
/// the fields.
class EditorForm : public QObject {
    Q_OBJECT
public:
    EditorForm(app::TaskEditorModel& model, app::Workspace& workspace, const app::Theme& theme,
               QWidget& page);
    ~EditorForm() override;

    void showSelectionCount(int tasks); ///< 0: the form of one task
    void focusTitle();
    /// Goes on with a title that was being typed elsewhere, as soon as the task is there.
    void typeTitle(const QUuid& task, const QString& text);
    void setFirstDayOfWeek(Qt::DayOfWeek day);
    void retranslate(); ///< the language of the program changed
    /// What is typed and belongs to no field yet (a date that cannot be read, a subtask without Return) stays
    /// with its task until the task is shown again.
    void keepUnstored();

Q_SIGNALS:
    void subtaskOpened(const QUuid& task);
    void titleCommitted();
    void completeAll();
    void deleteAll();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void dress();
    void alignAddLine();
    void connectText();
    void connectDates();
    void connectChoices();
    void connectSubtasks();
    void watchFocus();
    void showState();
    void showAll();
    void showUnstored();
    void takeTyped();
    void showField(const QString& field);
    void showIssue(const QString& field);
    void showList();
    void showPriority();
    void showTags();
    void showTitle();
    void showFoot();
    void showCounters();
    void showSubtaskCount();
    void fillLists();
    void fillSections();
    void connectBlockers();
    void showBlockers();
    void suggestBlockers(const QString& text);
    void addBlocker(const QString& title);
    void editEstimate(const QString& text);
    void setIssue(QLabel* label, const QString& text);

    app::TaskEditorModel& m_model;
    QWidget& m_page;
    app::Workspace& m_workspace;
    const app::Theme& m_theme;
    std::unique_ptr<Ui::TaskEditor> m_ui;
    EditorNotice* m_notice;
    ReminderRow* m_reminders = nullptr;
    QList<core::Task> m_suggested; ///< blockers that were offered last
    QString m_wantedSuggestions;
    QHash<QObject*, QString> m_fields;               ///< widget → name of its field
    QMap<QString, DateField*> m_dates;               ///< by field
    QHash<QUuid, QMap<QString, QString>> m_unstored; ///< by task and field
    QUuid m_shownTask;
    QTimer m_clock; ///< "edited 4 min ago" grows older
    int m_selected = 0;
    bool m_titleWanted = false;
    std::pair<QUuid, QString> m_typed; ///< by `typeTitle`
};

} // namespace glow::ui
