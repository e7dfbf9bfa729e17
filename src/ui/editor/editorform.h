#pragma once
#include "app/editor/taskeditormodel.h"

#include <QHash>
#include <QObject>
#include <memory>

class QWidget;

namespace Ui {
class TaskEditor;
}

namespace glow::app {
class Theme;
class Workspace;
} // namespace glow::app

namespace glow::ui {

class BlockerRow;
class DateRows;
class EditorNotice;
class PlaceRow;
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
    void historyRequested();
    void completeAll();
    void deleteAll();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void dress();
    void alignAddLine();
    void connectText();
    void connectChoices();
    void connectSubtasks();
    void watchFocus();
    void showState();
    void showAll();
    void showUnstored();
    void takeTyped();
    void showField(const QString& field);
    void showIssue(const QString& field);
    void showPriority();
    void showTags();
    void showTitle();
    void showFoot();
    void showCounters();
    void showSubtaskCount();
    void showBlockers();
    void editEstimate(const QString& text);

    app::TaskEditorModel& m_model;
    QWidget& m_page;
    app::Workspace& m_workspace;
    const app::Theme& m_theme;
    std::unique_ptr<Ui::TaskEditor> m_ui;
    EditorNotice* m_notice;
    DateRows* m_dates;
    PlaceRow* m_place;
    BlockerRow* m_blockers;
    ReminderRow* m_reminders = nullptr;
    QHash<QObject*, QString> m_fields;               ///< widget → name of its field
    QHash<QUuid, QMap<QString, QString>> m_unstored; ///< by task and field
    QUuid m_shownTask;
    QTimer m_clock; ///< "edited 4 min ago" grows older
    int m_selected = 0;
    bool m_titleWanted = false;
    std::pair<QUuid, QString> m_typed; ///< by `typeTitle`
};

} // namespace glow::ui
