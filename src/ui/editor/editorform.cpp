#include "ui/editor/editorform.h"

#include "app/editor/datetext.h"
#include "app/editor/titlecheck.h"
#include "app/table/tasktexts.h"
#include "app/theme.h"
#include "app/workspace.h"
#include "core/taskfield.h"
#include "ui/editor/blockerrow.h"
#include "ui/editor/daterows.h"
#include "ui/editor/editornotice.h"
#include "ui/editor/issuelabel.h"
#include "ui/editor/notesfield.h"
#include "ui/editor/placerow.h"
#include "ui/editor/reminderrow.h"
#include "ui/style/glowstyle.h"
#include "ui/style/icons.h"
#include "ui_taskeditor.h"

#include <QEvent>

namespace glow::ui {

namespace {

const QString titleField = QStringLiteral("title");
const QString notesField = QStringLiteral("notes");
const QString priorityField = QStringLiteral("priority");
const QString estimateField = QStringLiteral("estimate");
const QString subtaskField = QStringLiteral("subtask"); // the line that adds one
constexpr int titleCounterFrom = core::maxTitleLength - 20;
constexpr int notesCounterFrom = core::maxNotesLength - 1000;

} // namespace

EditorForm::EditorForm(app::TaskEditorModel& model, app::Workspace& workspace, const app::Theme& theme,
                       QWidget& page)
    : m_model(model)
    , m_page(page)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_ui(std::make_unique<Ui::TaskEditor>())
{
    m_ui->setupUi(&page);
    m_notice = new EditorNotice(model, theme, *m_ui->notice, *m_ui->noticeText, *m_ui->restore);
    m_ui->conflicts->setUp(model, workspace, theme);
    m_ui->completed->setTheme(theme);
    m_ui->title->setTheme(theme);
    m_ui->tags->setTheme(theme);
    m_ui->blockers->setTheme(theme);
    new NotesField(model, theme, m_ui->notes, m_ui->notesLink, m_ui->attach);
    m_ui->subtasks->setUp(theme, model.subtasks());
    m_ui->timer->setUp(theme, workspace.timer());
    setLook(m_ui->content, QStringLiteral("window"));
    connectText();
    m_dates = new DateRows(model, workspace, theme,
                           {{QStringLiteral("due_date"), {m_ui->due, m_ui->dueIssue}},
                            {QStringLiteral("start"), {m_ui->start, m_ui->startIssue}},
                            {QStringLiteral("deadline"), {m_ui->deadline, m_ui->deadlineIssue}}},
                           this);
    m_place = new PlaceRow(model, workspace, theme, *m_ui->list, *m_ui->section, *m_ui->sectionBox);
    m_blockers = new BlockerRow(model, workspace.reader(), *m_ui->blockers, *m_ui->blockersIssue);
    connectChoices();
    m_ui->reminders->setPlain(QStringLiteral("bell"));
    m_ui->reminders->setTheme(theme);
    m_reminders = new ReminderRow(model, workspace.clock(), *m_ui->reminders, *m_ui->remindersIssue);
    connectSubtasks();
    watchFocus();
    connect(&theme, &app::Theme::changed, this, &EditorForm::dress);
    connect(&m_clock, &QTimer::timeout, this, &EditorForm::showFoot);
    m_clock.setTimerType(Qt::VeryCoarseTimer);
    m_clock.start(60000);
    dress();
    showState();
}

EditorForm::~EditorForm() = default;

void EditorForm::dress()
{
    QPalette bad = m_theme.palette();
    bad.setColor(QPalette::WindowText, m_theme.colours().overdue);
    for (QLabel* label :
         {m_ui->titleIssue, m_ui->dueIssue, m_ui->remindersIssue, m_ui->startIssue, m_ui->deadlineIssue,
          m_ui->estimateIssue, m_ui->timerIssue, m_ui->subtaskIssue, m_ui->blockersIssue, m_ui->notesIssue})
        label->setPalette(bad);
    m_ui->addIcon->setPixmap(
        iconPixmap(QStringLiteral("plus"), 16, m_theme.colours().muted, m_ui->addIcon->devicePixelRatioF()));
    m_ui->pendingIcon->setPixmap(iconPixmap(QStringLiteral("pending"), 14, m_theme.colours().muted,
                                            m_ui->pendingIcon->devicePixelRatioF()));
    m_ui->history->setIcon(icon(m_theme, QStringLiteral("history"), Ink::Muted));
    m_ui->remove->setIcon(icon(m_theme, QStringLiteral("trash"), Ink::Muted));
    m_ui->completeAll->setIcon(icon(m_theme, QStringLiteral("check"), Ink::OnAccent));
    m_ui->deleteAll->setIcon(icon(m_theme, QStringLiteral("trash")));
    alignAddLine();
    showTitle();
}

/// Beside its plus, whatever script the words are in.
void EditorForm::alignAddLine()
{
    const Qt::Alignment side = m_page.isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    m_ui->addSubtask->setAlignment(side | Qt::AlignAbsolute | Qt::AlignVCenter);
}

void EditorForm::connectText()
{
    connect(m_ui->title, &TitleEdit::edited, this, [this](const QString& title) {
        m_model.edit(titleField, title);
        showCounters();
    });
    connect(m_ui->title, &TitleEdit::committed, this, [this] {
        m_model.flush();
        if (m_model.issue(titleField).isEmpty())
            Q_EMIT titleCommitted();
    });
    connect(m_ui->notes, &NotesEdit::edited, this, &EditorForm::showCounters);
    connect(m_ui->timer, &TimerField::problemChanged, this,
            [this](const QString& problem) { setIssue(*m_ui->timerIssue, problem); });
    connect(m_ui->estimate, &QLineEdit::textEdited, this, &EditorForm::editEstimate);
    connect(m_ui->completed, &QAbstractButton::clicked, &m_model, &app::TaskEditorModel::setCompleted);
    connect(m_ui->remove, &QToolButton::clicked, &m_model, &app::TaskEditorModel::remove);
    connect(m_ui->history, &QToolButton::clicked, this, &EditorForm::historyRequested);
    connect(m_ui->retry, &QPushButton::clicked, &m_model, &app::TaskEditorModel::retry);
    connect(m_ui->completeAll, &QPushButton::clicked, this, &EditorForm::completeAll);
    connect(m_ui->deleteAll, &QPushButton::clicked, this, &EditorForm::deleteAll);
    connect(&m_model, &app::TaskEditorModel::shown, this, &EditorForm::showState);
    connect(&m_model, &app::TaskEditorModel::fieldChanged, this, &EditorForm::showField);
    connect(&m_model, &app::TaskEditorModel::issueChanged, this, &EditorForm::showIssue);
    connect(&m_model, &app::TaskEditorModel::pendingChanged, this, &EditorForm::showFoot);
}

void EditorForm::connectChoices()
{
    const QList<std::pair<QPushButton*, core::Priority>> segments{{m_ui->none, core::Priority::None},
                                                                  {m_ui->low, core::Priority::Low},
                                                                  {m_ui->medium, core::Priority::Medium},
                                                                  {m_ui->high, core::Priority::High}};
    for (const auto& [button, priority] : segments) {
        button->setMinimumWidth(1); // a wide font must not widen the pane
        connect(button, &QPushButton::clicked, this, [this, word = core::priorityWord(priority)] {
            m_model.edit(priorityField, word);
            m_model.flush();
            showPriority();
        });
    }
    connect(m_ui->tags, &TagField::added, &m_model, &app::TaskEditorModel::addTag);
    connect(m_ui->tags, &TagField::removed, &m_model, &app::TaskEditorModel::removeTag);
    connect(&m_workspace, &app::Workspace::catalogueChanged, this, &EditorForm::showTags);
}

void EditorForm::showBlockers()
{
    m_blockers->show();
    m_ui->completed->setBlocked(m_model.task().isBlocked());
}

void EditorForm::connectSubtasks()
{
    connect(m_ui->subtasks, &SubtaskView::opened, this, &EditorForm::subtaskOpened);
    connect(&m_model.subtasks(), &app::SubtaskModel::countsChanged, this, &EditorForm::showSubtaskCount);
    connect(&m_model.subtasks(), &app::SubtaskModel::refused, this,
            [this](const QString& sentence) { setIssue(*m_ui->subtaskIssue, sentence); });
    connect(m_ui->addSubtask, &QLineEdit::textEdited, this, [this] { setIssue(*m_ui->subtaskIssue, {}); });
    connect(m_ui->addSubtask, &QLineEdit::returnPressed, this, [this] {
        if (m_model.subtasks().add(m_ui->addSubtask->text()))
            m_ui->addSubtask->clear();
    });
}

void EditorForm::watchFocus()
{
    m_fields = {{m_ui->title, titleField}, {m_ui->notes, notesField}, {m_ui->estimate, estimateField}};
    for (auto date = m_dates->rows().cbegin(); date != m_dates->rows().cend(); ++date)
        m_fields.insert(date->field, date.key());
    for (auto field = m_fields.begin(); field != m_fields.end(); ++field)
        field.key()->installEventFilter(this);
}

bool EditorForm::eventFilter(QObject* watched, QEvent* event)
{
    const QString field = m_fields.value(watched);
    const bool readOnly = watched == m_ui->notes && !m_ui->notes->isEditing(); // deaf only while edited
    if (event->type() == QEvent::FocusIn && !field.isEmpty()) {
        m_model.hold(readOnly ? QString() : field);
    } else if (event->type() == QEvent::FocusOut && !field.isEmpty()) {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        const bool keepsCaret = reason == Qt::PopupFocusReason || reason == Qt::ActiveWindowFocusReason;
        // Queued: the widget itself reads its text first.
        QMetaObject::invokeMethod(
            this,
            [this, keepsCaret] {
                if (keepsCaret || m_fields.contains(QApplication::focusWidget()))
                    m_model.flush();
                else
                    m_model.hold({});
                if (m_ui->estimateIssue->text().isEmpty())
                    showField(estimateField); // "1h30m" in the form's own words
            },
            Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void EditorForm::showSelectionCount(int tasks)
{
    m_selected = tasks;
    m_ui->selectionCount->setText(tr("%n task(s)", nullptr, tasks));
    showState();
}

void EditorForm::focusTitle()
{
    m_titleWanted = true;
    if (m_model.state() == app::TaskEditorModel::State::Ready && m_model.task().uid == m_model.uid())
        showState();
}

void EditorForm::typeTitle(const QUuid& task, const QString& text)
{
    m_typed = {task, text};
    showState();
}

void EditorForm::takeTyped()
{
    if (m_typed.first.isNull() || m_typed.first != m_model.task().uid)
        return;
    m_model.edit(titleField, std::exchange(m_typed, {}).second);
    showField(titleField);
    m_ui->title->setFocus(Qt::OtherFocusReason);
    m_ui->title->moveCursor(QTextCursor::End);
}

void EditorForm::setFirstDayOfWeek(Qt::DayOfWeek day)
{
    m_dates->setFirstDayOfWeek(day);
}

void EditorForm::retranslate()
{
    m_ui->retranslateUi(&m_page);
    alignAddLine();
    m_blockers->retranslate();
    m_reminders->retranslate();
    showSelectionCount(m_selected);
}

void EditorForm::keepUnstored()
{
    const QUuid task = m_model.task().uid;
    if (task.isNull())
        return;
    QMap<QString, QString> texts = m_dates->unreadable();
    texts.insert(subtaskField, m_ui->addSubtask->text());
    m_unstored.insert(task, texts);
}

void EditorForm::showUnstored()
{
    const QMap<QString, QString> texts = m_unstored.take(m_model.task().uid);
    m_dates->setUnreadable(texts);
    m_ui->addSubtask->setText(texts.value(subtaskField));
    setIssue(*m_ui->subtaskIssue, {});
}

void EditorForm::showState()
{
    using State = app::TaskEditorModel::State;
    const State state = m_model.state();
    const bool form = m_selected == 0 && (state == State::Ready || state == State::Deleted);
    m_ui->pages->setCurrentWidget(m_selected > 0 ? m_ui->selectionPage
                                  : form         ? m_ui->taskPage
                                                 : m_ui->emptyPage);
    m_ui->retry->setVisible(state == State::Failed);
    // A title that was typed, and has no task to go to, is shown at least.
    const QString typed = m_typed.first == m_model.uid() ? m_typed.second : QString();
    m_ui->emptyText->setText(state == State::Failed    ? (m_model.problem() + u'\n' + typed).trimmed()
                             : state == State::Loading ? tr("Loading…")
                                                       : tr("Choose a task to see all of it here."));
    m_notice->refresh();
    m_ui->conflicts->refresh();
    m_ui->remove->setEnabled(state == State::Ready);
    if (!form)
        return;
    showAll();
    if (m_titleWanted && state == State::Ready && m_model.task().uid == m_model.uid()) {
        m_titleWanted = false;
        m_ui->title->setFocus(Qt::OtherFocusReason);
        m_ui->title->selectAll();
    }
    takeTyped();
    const QString held = m_fields.value(QApplication::focusWidget());
    if (!held.isEmpty() && (held != notesField || m_ui->notes->isEditing()))
        m_model.hold(held);
}

void EditorForm::showAll()
{
    for (const core::TaskField& field : core::taskFields())
        showField(QString::fromLatin1(field.name));
    showTags();
    showBlockers();
    showSubtaskCount();
    if (m_shownTask != m_model.task().uid) {
        m_shownTask = m_model.task().uid;
        showUnstored();
        m_blockers->forget();
    }
    for (const QString& field : m_dates->rows().keys() + QStringList{titleField, notesField, estimateField})
        showIssue(field);
    showFoot();
}

void EditorForm::showField(const QString& field)
{
    const core::Task& task = m_model.task();
    m_ui->timer->showTask(task);
    if (field == titleField || field == u"completed")
        showTitle();
    else if (field == notesField)
        m_ui->notes->setNotes(task.notes);
    else if (field == u"list")
        m_place->show();
    else if (field == u"section")
        m_place->showSection();
    else if (field == app::TaskEditorModel::blockersField())
        showBlockers();
    else if (field == priorityField)
        showPriority();
    else if (field == estimateField && !m_ui->estimate->hasFocus())
        m_ui->estimate->setText(app::estimateText(task.estimateMinutes));
    else if (field == app::TaskEditorModel::tagsField())
        showTags();
    else
        m_dates->showField(field);
    showCounters();
    showFoot();
}

void EditorForm::showTitle()
{
    const core::Task& task = m_model.task();
    m_ui->title->setTitle(task.title, task.completed);
    m_ui->completed->setChecked(task.completed);
    m_ui->completed->setPriority(core::priorityRank(task.priority));
    m_ui->completed->setBlocked(task.isBlocked());
}

void EditorForm::showPriority()
{
    const QString stored = m_model.task().priority;
    const core::Priority rank = core::priorityRank(stored);
    m_ui->completed->setPriority(rank);
    m_ui->none->setChecked(rank == core::Priority::None);
    m_ui->low->setChecked(rank == core::Priority::Low);
    m_ui->medium->setChecked(rank == core::Priority::Medium);
    m_ui->high->setChecked(rank == core::Priority::High);
    const bool foreign = core::priorityWord(rank) != stored;
    setIssue(*m_ui->priorityIssue,
             foreign ? tr("Another program wrote “%1”; it counts as medium.").arg(stored) : QString());
}

void EditorForm::showTags()
{
    QList<core::Tag> tags;
    for (const QUuid& uid : m_model.task().tags) {
        if (const core::Tag* tag = m_workspace.catalogue().tag(uid))
            tags.append(*tag);
    }
    m_ui->tags->setKnown(m_workspace.catalogue().tags);
    m_ui->tags->setTags(tags);
}

void EditorForm::showSubtaskCount()
{
    app::SubtaskModel& subtasks = m_model.subtasks();
    const int all = subtasks.rowCount();
    m_ui->subtasksLabel->setText(
        all == 0
            ? tr("Subtasks")
            : tr("Subtasks  %1 of %2").arg(QLocale().toString(subtasks.done()), QLocale().toString(all)));
}

void EditorForm::showCounters()
{
    const qsizetype title = core::codePoints(m_ui->title->title());
    m_ui->titleCounter->setVisible(title >= titleCounterFrom);
    m_ui->titleCounter->setText(
        tr("%1 of %2").arg(QLocale().toString(title), QLocale().toString(core::maxTitleLength)));
    const qsizetype notes =
        m_ui->notes->notes().size() < notesCounterFrom ? 0 : core::codePoints(m_ui->notes->notes());
    m_ui->notesCounter->setText(
        notes < notesCounterFrom
            ? QString()
            : tr("%1 of %2").arg(QLocale().toString(notes), QLocale().toString(core::maxNotesLength)));
}

void EditorForm::editEstimate(const QString& text)
{
    const std::optional<int> minutes = app::readEstimate(text, QLocale());
    setIssue(*m_ui->estimateIssue, minutes ? QString() : tr("Type a duration such as “45 min” or “1h30m”."));
    if (minutes)
        m_model.edit(estimateField, *minutes > 0 ? QJsonValue(*minutes) : QJsonValue());
}

void EditorForm::showIssue(const QString& field)
{
    const QString issue = m_model.issue(field);
    if (field == titleField)
        setIssue(*m_ui->titleIssue, issue);
    else if (field == notesField)
        setIssue(*m_ui->notesIssue, issue);
    else if (field == estimateField)
        setIssue(*m_ui->estimateIssue, issue);
    else
        m_dates->showIssue(field);
}

void EditorForm::showFoot()
{
    const core::Task& task = m_model.task();
    const QDateTime now = m_workspace.clock().now();
    m_ui->pendingIcon->setVisible(m_model.isPending());
    if (m_model.isPending()) {
        m_ui->footText->setText(tr("Waits to be stored"));
        return;
    }
    const QString created = app::TaskTexts::dayMonth(task.createdAt.toLocalTime().date(), now.date());
    m_ui->footText->setText(
        tr("Created %1 · edited %2").arg(created, app::TaskTexts::since(task.updatedAt, now)));
}

} // namespace glow::ui
