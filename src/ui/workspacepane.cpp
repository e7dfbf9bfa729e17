#include "ui/workspacepane.h"

#include "app/backup/dailybackup.h"
#include "app/dayclock.h"
#include "app/editor/datetext.h"
#include "app/message.h"
#include "app/theme.h"
#include "app/timer/timer.h"
#include "app/unblocked.h"
#include "store/local/localserver.h"
#include "ui/editor/taskeditor.h"
#include "ui/filters/filtereditor.h"
#include "ui/messagebar.h"
#include "ui/passwordbar.h"
#include "ui/pendingmenu.h"
#include "ui/quickadd/quickaddline.h"
#include "ui/table/tasktableview.h"
#include "ui/taskpage.h"
#include "ui/windowstate.h"

#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace glow::ui {

using app::Message;
using core::Scope;
using sync::Link;

namespace {

const QString linkKey = QStringLiteral("link");
const QString unblockedKey = QStringLiteral("unblocked");
const QString openKey = QStringLiteral("open");
const QString backupKey = QStringLiteral("backup");
const QString upgradeKey = QStringLiteral("upgrade");
const QString riskPart = QStringLiteral("key:sslmode");

class EditorHost : public QWidget {
public:
    EditorHost(const app::Theme& theme, QWidget* parent)
        : QWidget(parent)
        , m_theme(theme)
    {
        setFixedWidth(app::Metrics::editorWidth);
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(1, 0, 0, 0);
        hide();
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.colours().window);
        const int x = layoutDirection() == Qt::RightToLeft ? width() - 1 : 0;
        painter.fillRect(QRect(x, 0, 1, height()), m_theme.colours().hairline);
    }

private:
    const app::Theme& m_theme;
};

} // namespace

WorkspacePane::WorkspacePane(const store::WorkspaceEntry& entry, const QString& dataDirectory,
                             const core::Clock& clock, app::DayClock& dayClock, const app::Theme& theme,
                             const Actions& actions, WindowState& state, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_state(state)
    , m_dayClock(dayClock)
    , m_dataDirectory(dataDirectory)
    , m_activity(QDir(dataDirectory).filePath(QStringLiteral("activity")))
    , m_workspace(entry, state.settings(), dataDirectory, clock)
    , m_signIn(entry, dataDirectory, state.settings().value(store::Settings::SecretsInFile).toBool())
    , m_catalogueActions(m_workspace.changes(), m_workspace.catalogue())
    , m_sidebar(m_catalogueActions, m_workspace.catalogue())
    , m_counts(m_workspace.reader(), m_workspace.changes(), dayClock)
    , m_activityWatch(m_activity, window())
    , m_centre(new QWidget(this))
    , m_editorHost(new EditorHost(theme, this))
    , m_messages(new MessageBar(theme, m_centre))
    , m_password(new PasswordBar(theme, m_centre))
{
    m_centre->setProperty("look", QStringLiteral("surface"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_centre, 1);
    auto* column = new QVBoxLayout(m_centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_messages);
    column->addWidget(m_password);
    column->addStretch();

    connect(&m_workspace, &app::Workspace::opened, this, &WorkspacePane::makePage);
    connect(&m_workspace, &app::Workspace::openFailed, this, &WorkspacePane::showOpenFailed);
    connect(&m_workspace, &app::Workspace::progressChanged, this, &WorkspacePane::showUpgrade);
    connect(&m_workspace, &app::Workspace::catalogueChanged, &m_sidebar, &app::SidebarModel::refresh);
    connect(&m_workspace, &app::Workspace::catalogueChanged, this, [this] {
        m_counts.setFilters(m_workspace.catalogue().filters);
        showWantedPlace();
    });
    connect(&m_counts, &app::SidebarCounts::changed, &m_sidebar,
            [this] { m_sidebar.setCounts(m_counts.counts()); });
    connect(&m_sidebar, &app::SidebarModel::tasksDropped, this,
            [this](const QList<QUuid>& tasks, const app::Place& place) {
                if (m_page)
                    m_page->dropTasks(tasks, place);
            });
    m_sidebar.setCollapsedLists(state.collapsed(store::Settings::CollapsedLists));
    connect(&m_sidebar, &app::SidebarModel::collapsedChanged, &m_state, [this](const QSet<QUuid>& lists) {
        m_state.rememberCollapsed(lists, store::Settings::CollapsedLists);
    });
    connect(&m_sidebar, &app::SidebarModel::said, this, [this](const QString& sentence) {
        say({Message::Kind::Info, QStringLiteral("list"), {}, sentence, {}, true});
    });
    connect(&m_workspace, &app::Workspace::noted, this, [this](const QString& sentence) {
        say({Message::Kind::Info, QStringLiteral("noted"), {}, sentence, {}, true});
    });
    connect(&m_workspace.link(), &Link::stateChanged, this, &WorkspacePane::showLink);
    connect(&m_activity, &sync::Activity::activeChanged, &m_workspace, &app::Workspace::setActive);
    connect(&m_activity, &sync::Activity::activeChanged, this, [this](bool active) {
        if (active)
            m_workspace.timer().check();
    });
    m_activity.input(); // a person has opened it
    connectChanges();
    connectSignIn();
    if (entry.isPrivate)
        connectBackup();
}

WorkspacePane::~WorkspacePane()
{
    // They use the workspace, which is a member and would be gone before the children of a widget are.
    if (m_page)
        m_page->disconnect(this);
    qApp->disconnect(this);
    delete m_editor;
    delete m_page;
}

void WorkspacePane::open()
{
    m_workspace.open();
}

void WorkspacePane::connectChanges()
{
    app::Changes& changes = m_workspace.changes();
    connect(&changes, &app::Changes::refused, this,
            [this](const core::Change& change, const core::Error& error) {
                say({Message::Kind::Error,
                     QStringLiteral("refused"),
                     tr("Not stored: %1.").arg(change.label),
                     error.message,
                     {},
                     true});
            });
    connect(&m_workspace.timer(), &app::Timer::forgotten, this, &WorkspacePane::showForgottenTimer);
    connect(&changes, &app::Changes::overwrote, this,
            [this](const core::Change& change, const core::ChangeOutcome& outcome) {
                if (!outcome.skipped.isEmpty())
                    showStayed(change, static_cast<int>(outcome.skipped.size()));
            });
    connect(&changes, &app::Changes::confirmed, this,
            [this](const core::Change& change, const core::ApplyReply& reply) {
                const QStringList titles = app::unblockedBy(change, reply);
                if (titles.isEmpty())
                    m_messages->clear(unblockedKey);
                else
                    say({Message::Kind::Info,
                         unblockedKey,
                         tr("Unblocked now:"),
                         titles.join(QStringLiteral(" · ")),
                         {},
                         true});
            });
    // Connected before the table is, whose current row then moves on.
    connect(&changes, &app::Changes::changedElsewhere, this, [this](const core::ApplyReply& reply) {
        if (m_editor && reply.gone.contains({core::Entity::Task, m_editor->task()}))
            m_deletedElsewhere = m_editor->task();
    });
    connect(&changes, &app::Changes::outdated, this, [this] {
        if (m_editor)
            m_unsure = m_editor->task();
    });
    connect(&changes, &app::Changes::catchUpFailed, this, [this](const core::Error& error) {
        say({Message::Kind::Warning,
             QStringLiteral("feed"),
             tr("What others change cannot be read."),
             error.message,
             {},
             true});
    });
    connect(&changes, &app::Changes::notKept, this, [this](const core::Error& error) {
        say({Message::Kind::Warning,
             QStringLiteral("outbox"),
             tr("Changes cannot be kept on this computer."),
             error.message,
             {},
             true});
    });
    connect(&changes, &app::Changes::pendingChanged, this, [this] {
        if (m_workspace.link().isDown() || m_workspace.link().isCancelled())
            showLink();
    });
}

/// A long step goes in several changes of one group; what stayed in any of them counts.
void WorkspacePane::showStayed(const core::Change& change, int values)
{
    const bool goesOn = !change.group.isNull() && change.group == m_stayed.group;
    m_stayed = {change.group, values + (goesOn ? m_stayed.values : 0)};
    say({Message::Kind::Info,
         QStringLiteral("skipped"),
         change.label + u'.',
         tr("%n value(s) changed elsewhere since and stayed as they are.", nullptr, m_stayed.values),
         {},
         true});
}

void WorkspacePane::makePage()
{
    m_messages->clear(openKey);
    if (m_page) {
        m_page->model().refresh();
        m_counts.refreshNow();
        if (std::exchange(m_isAway, false) && m_lastPlace == app::Place{Scope::Today, {}})
            showFirstPlace();
        return;
    }
    m_isAway = !m_workspace.isOpen();
    m_page = new TaskPage(m_workspace, m_counts, m_dayClock, m_theme, m_actions, m_state, m_centre);
    m_editor = new TaskEditor(m_workspace, m_theme, m_editorHost);
    m_editorHost->layout()->addWidget(m_editor);
    auto* column = static_cast<QVBoxLayout*>(m_centre->layout());
    delete column->takeAt(column->count() - 1);
    column->addWidget(m_page, 1);
    connect(m_page, &TaskPage::said, this, &WorkspacePane::say);
    connect(&m_page->model(), &app::TaskTableModel::loaded, &m_workspace, &app::Workspace::acted);
    connect(m_page, &TaskPage::filterRequested, this, &WorkspacePane::editFilter);
    connect(m_page, &TaskPage::searchRequested, this, &WorkspacePane::searchRequested);
    connect(m_page, &TaskPage::settingsRequested, this, &WorkspacePane::settingsRequested);
    connect(m_page, &TaskPage::selectionChanged, this, &WorkspacePane::showSelection);
    connect(m_page, &TaskPage::openRequested, this, &WorkspacePane::openEditor);
    connect(m_page, &TaskPage::historyRequested, m_editor, &TaskEditor::openHistory);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* before, QWidget* now) {
        if (now && isInEditor(before) && !isInEditor(now))
            showSelection(m_selected);
    });
    connect(&m_page->table(), &TaskTableView::typingInterrupted, this, &WorkspacePane::goOnTyping);
    connect(m_editor, &TaskEditor::closed, this, &WorkspacePane::closeEditor);
    connect(m_editor, &TaskEditor::checked, this, &WorkspacePane::editorChecked);
    connect(m_editor, &TaskEditor::taskActivated, m_editor, &TaskEditor::showTask);
    connect(m_editor, &TaskEditor::completeRequested, m_page, &TaskPage::complete);
    connect(m_editor, &TaskEditor::deleteRequested, m_page, &TaskPage::remove);
    settingsChanged();
    showFirstPlace();
    if (!m_isAway)
        m_counts.refreshNow();
    m_page->show();
    Q_EMIT ready();
    if (m_toReveal)
        revealTask(*m_toReveal);
}

/// While the database is away its lists are not known, so that Today is the place for what is pending.
void WorkspacePane::showFirstPlace()
{
    showPlace(
        app::Place::fromText(m_firstView, m_workspace.catalogue()).value_or(app::Place{Scope::Today, {}}));
}

void WorkspacePane::showPlace(const app::Place& place)
{
    if (!m_page)
        return;
    m_lastPlace = place;
    m_editorOpen = false;
    if (isInEditor(QApplication::focusWidget()))
        m_page->focusTasks();
    m_page->showPlace(place);
    if (!m_isAway)
        m_state.set(store::Settings::LastView, place.toText());
    Q_EMIT placeShown(place);
}

void WorkspacePane::revealTask(const core::Task& task)
{
    if (!m_page) {
        m_toReveal = task;
        return;
    }
    m_toReveal.reset();
    showPlace({task.list.isNull() ? Scope::Inbox : Scope::List, task.list});
    m_page->table().showTask(task.uid);
    openEditor(task.uid);
}

void WorkspacePane::showSearch(const QString& words)
{
    if (!m_page)
        return;
    if (!words.isEmpty()) {
        if (!m_page->isSearch())
            m_editorOpen = false;
        m_page->showSearch(words);
        showSelection(m_selected);
        Q_EMIT placeShown(m_page->place());
        return;
    }
    if (m_page->isSearch())
        showPlace(m_lastPlace);
    m_page->focusTasks();
}

void WorkspacePane::showSelection(const QList<QUuid>& tasks)
{
    m_selected = tasks;
    Q_EMIT selectionChanged(!tasks.isEmpty());
    if (editorKeepsItsTask())
        return;
    if (tasks.size() > 1)
        m_editor->showSelection(tasks);
    else
        m_editor->showTask(tasks.isEmpty() ? QUuid() : tasks.constFirst());
    if (tasks.isEmpty())
        m_editorOpen = false;
    arrangeEditor();
}

/// In the editor or in a popup of it.
bool WorkspacePane::isInEditor(const QWidget* widget) const
{
    while (widget && widget != m_editorHost)
        widget = widget->parentWidget();
    return widget;
}

/// While a person is in the editor it is the rows that have moved, say because of a new due date: what is
/// typed next must not go to another task.
bool WorkspacePane::editorKeepsItsTask()
{
    const QUuid task = m_editor->task();
    if (!task.isNull() && (task == m_deletedElsewhere || task == m_unsure) && m_page->table().followsRows())
        return true; // the editor says so, until the person chooses another
    return !task.isNull() && isInEditor(QApplication::focusWidget()) &&
           !m_workspace.changes().overlay().isDeleted(task);
}

void WorkspacePane::showTask(const QUuid& task)
{
    if (m_page)
        openEditor(task);
}

void WorkspacePane::showForgottenTimer()
{
    app::Timer& timer = m_workspace.timer();
    const QString key = QStringLiteral("timer");
    const app::Message::Action keep{tr("Stop and count it"), [this, key] {
                                        m_messages->clear(key);
                                        m_workspace.timer().stop();
                                    }};
    const app::Message::Action discard{tr("Stop without counting"), [this, key] {
                                           m_messages->clear(key);
                                           m_workspace.timer().discard();
                                       }};
    say({Message::Kind::Warning,
         key,
         tr("The timer has run for %1:").arg(app::durationText(timer.elapsed())),
         timer.running().title,
         {keep, discard},
         true});
}

void WorkspacePane::openEditor(const QUuid& task)
{
    if (task.isNull())
        return;
    m_editorOpen = true;
    m_editor->showTask(task);
    arrangeEditor();
    m_editor->focusTitle();
}

/// After a reset nobody says which rows are gone; the editor has asked for its own.
void WorkspacePane::editorChecked(const QUuid& task, bool isThere)
{
    if (task != std::exchange(m_unsure, {}))
        return;
    if (!isThere)
        m_deletedElsewhere = task;
    else if (!m_selected.contains(task))
        showSelection(m_selected);
}

/// The row under a title field has gone away, since somebody else has moved or deleted the task.
void WorkspacePane::goOnTyping(const QUuid& task, const QString& text)
{
    m_editorOpen = true;
    arrangeEditor();
    m_editor->typeTitle(task, text);
}

void WorkspacePane::closeEditor()
{
    m_editorOpen = false;
    m_page->focusTasks();
    arrangeEditor();
}

void WorkspacePane::setNarrow(bool narrow)
{
    m_narrow = narrow;
    if (m_editor)
        arrangeEditor();
}

// In a wide window the pane stands beside the rows while a task is chosen; in a narrow one, and over the
// results of a search, it comes only when it is asked for.
void WorkspacePane::arrangeEditor()
{
    auto* row = static_cast<QHBoxLayout*>(layout());
    const bool beside = !m_narrow;
    const bool inLayout = row->indexOf(m_editorHost) >= 0;
    if (beside && !inLayout)
        row->addWidget(m_editorHost);
    else if (!beside && inLayout)
        row->removeWidget(m_editorHost);
    const bool wanted = m_editorOpen || (beside && !m_page->isSearch() && !m_selected.isEmpty());
    if (!beside) {
        const int left = layoutDirection() == Qt::RightToLeft ? 0 : width() - m_editorHost->width();
        m_editorHost->setGeometry(left, 0, m_editorHost->width(), height());
        m_editorHost->raise();
    }
    m_editorHost->setVisible(wanted);
}

void WorkspacePane::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_editor && m_narrow)
        arrangeEditor();
}

void WorkspacePane::showLink()
{
    Link& link = m_workspace.link();
    const Message::Action retry{tr("Retry"), [&link] { link.retryNow(); }, QStringLiteral("retry")};
    const Message::Action changes{tr("Show changes"), [this] { showPending(); }};
    switch (link.state()) {
    case Link::State::Waking:
        if (!m_workspace.entry().isPrivate)
            say({Message::Kind::Info,
                 linkKey,
                 tr("Waking the database…"),
                 tr("This may take some seconds."),
                 {{tr("Cancel"), [this] { m_workspace.cancel(); }}},
                 false});
        break;
    case Link::State::Offline: {
        m_wasDown = true;
        const int pending = m_workspace.changes().pending();
        const QString rest =
            pending > 0 ? tr("and are sent when the line is back.") : link.lastError().message;
        const QString strong =
            pending > 0 ? tr("Offline: %n change(s) wait", nullptr, pending) : tr("Offline.");
        say({Message::Kind::Warning, linkKey, strong, rest,
             pending > 0 ? QList{changes, retry} : QList{retry}, false});
        break;
    }
    case Link::State::Refused: {
        m_wasDown = true;
        const Message::Action settings{tr("Settings…"),
                                       [this] { Q_EMIT settingsRequested(QStringLiteral("workspaces")); }};
        const bool isRisk = link.lastError().part == riskPart;
        say({Message::Kind::Error, linkKey, isRisk ? tr("Not connected.") : tr("The database refuses."),
             link.lastError().message, remedies(link.lastError()) + QList{settings, retry}, false});
        break;
    }
    case Link::State::Online:
        m_messages->clear(linkKey);
        if (m_wasDown && m_page) {
            m_page->model().refresh();
            m_counts.refreshNow();
        }
        m_wasDown = false;
        break;
    case Link::State::Connecting:
        m_wasDown = m_wasDown || !link.lastError().message.isEmpty();
        m_messages->clear(linkKey);
        break;
    case Link::State::Closed:
        m_messages->clear(linkKey);
        if (link.isCancelled())
            showCancelled();
        break;
    }
}

/// Below the bar, at its end. What is not in the view cannot be read while the database is away, unless it
/// was made here.
void WorkspacePane::showPending()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillPendingMenu(*menu, m_theme, m_workspace.changes().waiting(),
                    [this](const QUuid& task) -> std::function<void()> {
                        if (!m_page || m_page->model().rowOf(task) < 0)
                            return {};
                        return [this, task] {
                            m_page->table().showTask(task);
                            m_page->focusTasks();
                        };
                    });
    const bool rtl = layoutDirection() == Qt::RightToLeft;
    const int width = menu->sizeHint().width();
    const int left = rtl ? 20 : qMax(20, m_messages->width() - 20 - width);
    menu->popup(m_messages->mapToGlobal(QPoint(left, m_messages->height())));
}

void WorkspacePane::showCancelled()
{
    m_wasDown = true;
    const int pending = m_workspace.changes().pending();
    const QString rest = pending > 0 ? tr("%n change(s) wait to be sent.", nullptr, pending) : QString();
    const Message::Action again{tr("Try again"), [this] { m_workspace.link().retryNow(); }};
    const Message::Action changes{tr("Show changes"), [this] { showPending(); }};
    say({Message::Kind::Info, linkKey, tr("Not connected."), rest,
         pending > 0 ? QList{changes, again} : QList{again}, false});
    if (!m_page)
        makePage();
}

void WorkspacePane::showOpenFailed(const core::Error& error)
{
    // The bar says that it is offline; what is pending can be seen and added to.
    if (m_workspace.link().state() == Link::State::Offline) {
        m_messages->clear(openKey);
        if (!m_page)
            makePage();
        return;
    }
    const Message::Action settings{tr("Settings…"),
                                   [this] { Q_EMIT settingsRequested(QStringLiteral("workspaces")); }};
    const Message::Action retry{tr("Retry"), [this] { m_workspace.open(); }};
    const Message::Action upgrade{tr("Upgrade the database"), [this] {
                                      m_messages->clear(openKey);
                                      m_workspace.upgrade();
                                  }};
    const Message::Action review{tr("What will change…"),
                                 [this] { Q_EMIT settingsRequested(QStringLiteral("review")); }};
    const Message::Action backups{tr("Restore a backup…"),
                                  [this] { Q_EMIT settingsRequested(QStringLiteral("backups")); }};
    const bool isMigration = error.kind == core::ErrorKind::Migration;
    const QString strong = isMigration ? tr("This database is not ready for Glowlist yet.")
                                       : tr("The workspace cannot be opened.");
    m_messages->clear(linkKey);
    m_messages->clear(upgradeKey);
    QList<Message::Action> actions =
        isMigration ? QList{upgrade, review} : remedies(error) + QList{settings, retry};
    if (error.part == store::LocalServer::otherVersion)
        actions = {backups, retry};
    say({isMigration ? Message::Kind::Warning : Message::Kind::Error, openKey, strong, error.message, actions,
         false});
    if (app::SignIn::isPasswordMissing(error))
        askForPassword(error);
}

void WorkspacePane::connectSignIn()
{
    connect(m_password, &PasswordBar::entered, &m_signIn, &app::SignIn::enter);
    connect(&m_signIn, &app::SignIn::refused, this, &WorkspacePane::askForPassword);
    connect(&m_signIn, &app::SignIn::accepted, this, [this] {
        m_password->hide();
        m_messages->clear(openKey);
        m_messages->clear(linkKey);
        m_workspace.link().retryNow();
    });
}

void WorkspacePane::askForPassword(const core::Error& error)
{
    // The bar says what the message says, and has the remedy beside it.
    m_messages->clear(openKey);
    m_messages->clear(linkKey);
    m_password->ask(m_signIn.user(), m_workspace.entry().title(),
                    app::SignIn::isPasswordMissing(error) ? QString() : error.message);
}

/// How far it is, and the way out, which leads to the offer again.
void WorkspacePane::showUpgrade()
{
    if (!m_workspace.isUpgrading()) {
        m_messages->clear(upgradeKey);
        return;
    }
    say({Message::Kind::Info,
         upgradeKey,
         m_workspace.progress(),
         tr("Each step is done whole or not at all."),
         {{tr("Cancel"), [this] { m_workspace.stopUpgrade(); }}},
         false});
}

QList<Message::Action> WorkspacePane::remedies(const core::Error& error)
{
    if (error.part == riskPart)
        return {{tr("Connect all the same"), [this] { Q_EMIT riskAccepted(); }}};
    if (!app::SignIn::isPasswordWanted(error))
        return {};
    return {{tr("Enter new password"), [this, error] { askForPassword(error); }}};
}

void WorkspacePane::say(const Message& message)
{
    m_messages->show(message);
}

QString WorkspacePane::backupFolder() const
{
    return store::backup::folderFor(m_dataDirectory, m_state.settings().text(store::Settings::BackupFolder));
}

void WorkspacePane::connectBackup()
{
    m_backup = std::make_unique<app::DailyBackup>(m_workspace, m_dataDirectory, backupFolder());
    connect(m_backup.get(), &app::DailyBackup::taken, this, [this] { m_messages->clear(backupKey); });
    connect(m_backup.get(), &app::DailyBackup::failed, this, [this](const core::Error& error) {
        const Message::Action again{tr("Try again"), [this] {
                                        m_messages->clear(backupKey);
                                        m_backup->tryAgain();
                                    }};
        const Message::Action settings{tr("Settings…"),
                                       [this] { Q_EMIT settingsRequested(QStringLiteral("backups")); }};
        say({Message::Kind::Warning,
             backupKey,
             tr("The backup of today failed."),
             error.message,
             {again, settings},
             true});
    });
}

/// Which tasks have the tag only the database knows.
void WorkspacePane::editFilter(core::SavedFilter filter)
{
    if (const core::SavedFilter* known = m_workspace.catalogue().filter(filter.uid))
        filter = *known;
    auto* editor = new FilterEditor(m_theme, m_catalogueActions, m_workspace.catalogue(), filter,
                                    m_workspace.clock().now(), this);
    connect(editor, &FilterEditor::saved, this, [this](const QUuid& uid) {
        m_wantedPlace = app::Place{core::Scope::Filter, uid};
        showWantedPlace(); // a new one may be there only when it is stored
    });
    editor->open();
}

void WorkspacePane::showWantedPlace()
{
    if (!m_wantedPlace || !m_workspace.catalogue().filter(m_wantedPlace->uid))
        return;
    const app::Place place = *std::exchange(m_wantedPlace, {});
    if (m_page && m_page->isSearch())
        showPlace(place);
}

void WorkspacePane::mergeTags(const QUuid& tag, const QUuid& into)
{
    m_workspace.reader().withTag(tag, into).then(this,
                                                 [this, tag, into](const core::Result<QList<QUuid>>& tasks) {
                                                     if (tasks)
                                                         m_catalogueActions.mergeTags(tag, into, *tasks);
                                                     else
                                                         say({Message::Kind::Error,
                                                              QStringLiteral("merge"),
                                                              tr("The tags were not merged."),
                                                              tasks.error().message,
                                                              {},
                                                              true});
                                                 });
}

void WorkspacePane::settingsChanged()
{
    if (m_backup)
        m_backup->setFolder(backupFolder());
    if (!m_page)
        return;
    m_page->settingsChanged();
    const int day = m_state.settings().value(store::Settings::FirstDayOfWeek).toInt();
    const bool chosen = day >= Qt::Monday && day <= Qt::Sunday;
    m_editor->setFirstDayOfWeek(chosen ? static_cast<Qt::DayOfWeek>(day) : QLocale().firstDayOfWeek());
}

void WorkspacePane::retranslate()
{
    m_sidebar.refresh();
    if (m_page)
        m_page->retranslate();
    showLink();
}

} // namespace glow::ui
