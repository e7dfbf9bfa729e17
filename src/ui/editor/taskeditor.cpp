#include "ui/editor/taskeditor.h"

#include "app/theme.h"
#include "app/workspace.h"
#include "ui/editor/editorform.h"
#include "ui/editor/historydialog.h"

#include <QKeyEvent>

namespace glow::ui {

struct TaskEditor::Private {
    Private(app::Workspace& where, const app::Theme& look, TaskEditor& editor)
        : workspace(where)
        , theme(look)
        , model(where.reader(), where.changes(), where.catalogue())
        , form(model, where, look, editor)
    {}

    app::Workspace& workspace;
    const app::Theme& theme;
    app::TaskEditorModel model;
    EditorForm form;
    QList<QUuid> selection;
};

TaskEditor::TaskEditor(app::Workspace& workspace, const app::Theme& theme, QWidget* parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(workspace, theme, *this))
{
    setMinimumWidth(app::Metrics::editorWidth);
    connect(&d->model, &app::TaskEditorModel::checked, this, &TaskEditor::checked);
    connect(&d->form, &EditorForm::subtaskOpened, this, &TaskEditor::taskActivated);
    connect(&d->form, &EditorForm::historyRequested, this, [this] { openHistory(task()); });
    connect(&d->form, &EditorForm::titleCommitted, this, &TaskEditor::closed);
    connect(&d->form, &EditorForm::completeAll, this, [this] { Q_EMIT completeRequested(d->selection); });
    connect(&d->form, &EditorForm::deleteAll, this, [this] { Q_EMIT deleteRequested(d->selection); });
}

TaskEditor::~TaskEditor()
{
    d->model.flush();
}

void TaskEditor::showTask(const QUuid& task)
{
    d->selection = task.isNull() ? QList<QUuid>() : QList{task};
    d->form.keepUnstored();
    d->model.show(task);
    d->form.showSelectionCount(0);
}

void TaskEditor::showSelection(const QList<QUuid>& tasks)
{
    if (tasks.size() < 2) {
        showTask(tasks.isEmpty() ? QUuid() : tasks.constFirst());
        return;
    }
    showTask({});
    d->selection = tasks;
    d->form.showSelectionCount(static_cast<int>(tasks.size()));
}

void TaskEditor::focusTitle()
{
    d->form.focusTitle();
}

void TaskEditor::typeTitle(const QUuid& task, const QString& text)
{
    showTask(task);
    d->form.typeTitle(task, text);
}

void TaskEditor::flush()
{
    d->model.flush();
}

void TaskEditor::setFirstDayOfWeek(Qt::DayOfWeek day)
{
    d->form.setFirstDayOfWeek(day);
}

HistoryDialog* TaskEditor::openHistory(const QUuid& task)
{
    if (task.isNull())
        return nullptr;
    d->model.hold({}); // what is restored comes into every field
    d->workspace.changes().flush();
    auto* dialog = new HistoryDialog(d->workspace, d->theme, task, window());
    dialog->open();
    return dialog;
}

QUuid TaskEditor::task() const
{
    return d->model.uid();
}

bool TaskEditor::isLoading() const
{
    return !d->model.uid().isNull() && d->model.task().uid != d->model.uid();
}

void TaskEditor::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        d->form.retranslate();
    QWidget::changeEvent(event);
}

void TaskEditor::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    flush();
    Q_EMIT closed();
}

} // namespace glow::ui
