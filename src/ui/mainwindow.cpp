#include "ui/mainwindow.h"

#include "app/message.h"
#include "app/theme.h"
#include "app/timer/timer.h"
#include "app/translation.h"
#include "core/reply.h"
#include "core/uid.h"
#include "ui/actions.h"
#include "ui/editor/taskeditor.h"
#include "ui/filters/searchbox.h"
#include "ui/menureveal.h"
#include "ui/pagetexts.h"
#include "ui/quickadd/quickaddhost.h"
#include "ui/quickadd/quickaddline.h"
#include "ui/reminders/reminderhost.h"
#include "ui/settings/settingsdialog.h"
#include "ui/sidebar/sidebarview.h"
#include "ui/sidebar/workspacebutton.h"
#include "ui/statusline.h"
#include "ui/table/sectionmenu.h"
#include "ui/taskpage.h"
#include "ui/timer/timermark.h"
#include "ui/transfer/trashdialog.h"
#include "ui/transfer/workspacecopies.h"
#include "ui/trayicon.h"
#include "ui/windowstate.h"
#include "ui/workspacepane.h"
#include "ui_mainwindow.h"

#include <QApplication>
#include <QCloseEvent>
#include <QTimer>
#include <QtConcurrentRun>
#include <algorithm>

namespace glow::ui {

using app::Theme;
using store::Settings;

MainWindow::MainWindow(const WindowOptions& options, Theme& theme, QWidget* parent)
    : QMainWindow(parent)
    , m_options(options)
    , m_theme(theme)
    , m_dayClock(options.clock)
    , m_state(new WindowState(options.settings, options.dataDirectory, this))
    , m_form(std::make_unique<Ui::MainWindow>())
    , m_actions(new Actions(theme, this))
    , m_quickAdd(new QuickAddHost(theme, *m_state, this))
    , m_reminders(new ReminderHost(options.dataDirectory, options.clock, m_dayClock, *m_state, this))
    , m_sidebar(new SidebarView(theme, this))
    , m_status(new StatusLine(theme, this))
    , m_entries(options.workspaces)
    , m_copies(new WorkspaceCopies(this))
{
    m_form->setupUi(this);
    m_form->columns->addWidget(m_sidebar);
    m_form->rows->addWidget(m_status);
    m_form->rows->setStretch(0, 1);
    m_menu = new MenuReveal(*m_form->menuBar, this);
    m_actions->fill(*m_form->menuBar);
    for (QAction* action : m_actions->findChildren<QAction*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (action->shortcutContext() == Qt::WindowShortcut)
            addAction(action);
    }
    if (options.given)
        m_entries.append(*options.given);
    if (!options.screenshot.isEmpty())
        m_state->keepOnlyInMemory();
    else
        m_state->restoreGeometry(*this);
    connectActions();
    connectSidebar();
    connectCopies();
    m_tick.setSingleShot(true);
    m_tick.setInterval(1000);
    connect(&m_tick, &QTimer::timeout, this, &MainWindow::showStatus);
    connectTray();
    connectQuickAdd();
    connectReminders();
    connect(m_state, &WindowState::failed, this, [this](const core::Error& error) {
        if (m_pane)
            m_pane->say({app::Message::Kind::Warning,
                         QStringLiteral("settings"),
                         tr("The settings were not saved."),
                         error.message,
                         {},
                         true});
    });
}

MainWindow::~MainWindow()
{
    m_sidebar->setModel(nullptr, nullptr);
    m_quickAdd->setPane(nullptr);
    m_reminders->setPane(nullptr);
    m_pane.reset();
}

void MainWindow::connectActions()
{
    const auto on = [this](const char* id, auto run) {
        connect(m_actions->get(QLatin1String(id)), &QAction::triggered, this, run);
    };
    on("quit", [this] { quit(); });
    on("settings", [this] { openSettings(QString()); });
    on("workspace.copy", [this] { copyTasks(); });
    on("trash", [this] { openTrash(); });
    on("about", [this] { openSettings(QStringLiteral("about")); });
    on("list.new", [this] { m_sidebar->newList(); });
    on("tag.new", [this] { m_sidebar->newTag(); });
    on("search", [this] {
        m_sidebar->searchBox().setFocus(Qt::ShortcutFocusReason);
        m_sidebar->searchBox().selectAll();
    });
    on("undo", [this] { m_pane->workspace().changes().undo(); });
    on("redo", [this] { m_pane->workspace().changes().redo(); });
    on("view.inbox", [this] { showPlace({core::Scope::Inbox, {}}); });
    on("view.today", [this] { showPlace({core::Scope::Today, {}}); });
    on("view.upcoming", [this] { showPlace({core::Scope::Upcoming, {}}); });
    on("view.all", [this] { showPlace({core::Scope::All, {}}); });
    on("view.completed", [this] { showPlace({core::Scope::Completed, {}}); });
    on("view.places", [this] { m_sidebar->focusPlaces(); });
    QAction* compact = m_actions->get(QLatin1String("view.compact"));
    compact->setChecked(m_theme.density() == Theme::Density::Compact);
    connect(compact, &QAction::toggled, this, [this](bool checked) {
        m_theme.setDensity(checked ? Theme::Density::Compact : Theme::Density::Comfortable);
        m_state->set(Settings::Density, checked ? QStringLiteral("compact") : QStringLiteral("comfortable"));
    });
}

void MainWindow::connectSidebar()
{
    connect(m_sidebar, &SidebarView::placeChosen, this, &MainWindow::showPlace);
    connect(m_sidebar, &SidebarView::listMade, this, [this](const QUuid& list) {
        showPlace({core::Scope::List, list});
    });
    connect(m_sidebar, &SidebarView::workspaceChosen, this, &MainWindow::switchWorkspace);
    connect(m_sidebar, &SidebarView::settingsRequested, this, &MainWindow::openSettings);
    connect(m_sidebar, &SidebarView::trashRequested, m_actions->get(QLatin1String("trash")),
            &QAction::trigger);
    connect(m_sidebar, &SidebarView::mergeRequested, this,
            [this](const QUuid& tag, const QUuid& into) { m_pane->mergeTags(tag, into); });
    connect(m_sidebar, &SidebarView::sectionRequested, this, [this](const QUuid& list) {
        showPlace({core::Scope::List, list});
        m_pane->page()->sections().create(list);
    });
    connect(m_sidebar, &SidebarView::filterRequested, this, [this](const QUuid& filter) {
        core::SavedFilter wanted;
        wanted.uid = filter;
        m_pane->editFilter(wanted);
    });
    connect(m_sidebar, &SidebarView::copyRequested, this, &MainWindow::copyTasks);
    connect(m_sidebar, &SidebarView::tasksWanted, this, [this] {
        if (m_pane && m_pane->page())
            m_pane->page()->focusTasks();
    });
    connect(&m_sidebar->searchBox(), &SearchBox::searchChanged, this, [this](const QString& words) {
        if (m_pane)
            m_pane->showSearch(words);
    });
    const auto toResults = [this](bool open) {
        if (!m_pane || !m_pane->page() || !m_pane->page()->isSearch())
            return;
        m_pane->page()->focusTasks();
        if (open)
            m_actions->get(QLatin1String("task.open"))->trigger();
    };
    connect(&m_sidebar->searchBox(), &SearchBox::resultsWanted, this, [toResults] { toResults(false); });
    connect(&m_sidebar->searchBox(), &SearchBox::openWanted, this, [toResults] { toResults(true); });
}

void MainWindow::connectTray()
{
    if (!m_options.screenshot.isEmpty())
        return;
    m_tray = new TrayIcon(m_theme, m_options.hasTray, this);
    connect(m_tray, &TrayIcon::openRequested, this, &MainWindow::raiseWindow);
    connect(m_tray, &TrayIcon::newTaskRequested, this, &MainWindow::openQuickAdd);
    connect(m_tray, &TrayIcon::quitRequested, this, &MainWindow::quit);
    m_tray->appear();
}

void MainWindow::connectQuickAdd()
{
    connect(m_quickAdd, &QuickAddHost::said, this, [this](const app::Message& message) {
        if (m_pane)
            m_pane->say(message);
    });
    // Started for the small window alone, it ends with it.
    if (m_options.quickAdd)
        connect(
            m_quickAdd, &QuickAddHost::busyChanged, this,
            [this] {
                if (!m_quickAdd->isBusy() && !isVisible())
                    quit();
            },
            Qt::QueuedConnection);
}

void MainWindow::connectReminders()
{
    if (!m_options.screenshot.isEmpty())
        return; // a picture reminds of nothing
    m_reminders->setTray(m_tray);
    m_reminders->setWorkspaces(m_entries);
    connect(m_reminders, &ReminderHost::openRequested, this,
            [this](const QString& workspace, const core::Task& task) {
                raiseWindow();
                switchWorkspace(workspace);
                m_pane->revealTask(task);
            });
    connect(m_reminders, &ReminderHost::todayRequested, this, [this] {
        raiseWindow();
        showPlace({core::Scope::Today, {}});
    });
}

void MainWindow::openQuickAdd()
{
    if (!m_pane)
        start();
    m_quickAdd->open();
}

const store::WorkspaceEntry& MainWindow::firstWorkspace() const
{
    if (m_options.given)
        return m_entries.constLast();
    const QString last = m_options.openWorkspace.isEmpty() ? m_state->settings().text(Settings::LastWorkspace)
                                                           : m_options.openWorkspace;
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [&last](const store::WorkspaceEntry& entry) { return entry.id == last; });
    return found == m_entries.cend() ? m_entries.constFirst() : *found;
}

void MainWindow::start()
{
    openWorkspace(firstWorkspace());
    for (const QString& notice : m_options.notices)
        m_pane->say({app::Message::Kind::Warning, notice, {}, notice, {}, true});
}

/// A desktop that is just starting may bring its tray after us.
void MainWindow::startInTray()
{
    if (m_tray->appear())
        return;
    connect(&m_trayWait, &QTimer::timeout, this, [this] {
        if (m_pane || m_tray->appear()) {
            m_trayWait.stop();
        } else if (--m_trayTries <= 0) {
            m_trayWait.stop();
            start();
            showMinimized();
        }
    });
    m_trayWait.start(1000);
}

void MainWindow::openWorkspace(const store::WorkspaceEntry& entry)
{
    const bool isFirst = !m_pane;
    m_sidebar->setModel(nullptr, nullptr);
    m_sidebar->searchBox().reset();
    m_quickAdd->setPane(nullptr);
    m_reminders->setPane(nullptr);
    m_pane.reset(); // lets go of the database before the next one is opened
    m_current = entry;
    if (!m_options.given || entry.id != m_options.given->id)
        m_state->set(Settings::LastWorkspace, entry.id);
    m_pane = std::make_unique<WorkspacePane>(entry, m_options.dataDirectory, m_options.clock, m_dayClock,
                                             m_theme, *m_actions, *m_state, m_form->frame);
    const QString last = m_state->settings().text(Settings::LastView);
    m_pane->setFirstView(isFirst && !m_options.view.isEmpty() ? m_options.view : last);
    m_pane->setNarrow(width() < app::Metrics::narrowBelow);
    m_form->columns->addWidget(m_pane.get(), 1);
    m_sidebar->setModel(&m_pane->sidebar(), &m_pane->catalogueActions());
    m_sidebar->setWorkspaces(m_entries, entry);
    connectPane();
    m_quickAdd->setPane(m_pane.get());
    m_reminders->setPane(m_pane.get());
    m_pane->workspace().changes().remember(m_copies->takeStep(entry.id));
    m_pane->open();
    showStatus();
    showUndo();
}

void MainWindow::connectPane()
{
    WorkspacePane* pane = m_pane.get();
    app::Workspace& workspace = pane->workspace();
    m_actions->setMet(Actions::Need::Workspace, false);
    m_actions->setMet(Actions::Need::Task, false);
    connect(pane, &WorkspacePane::ready, this, [this] {
        m_actions->setMet(Actions::Need::Workspace, true);
        m_copies->workspaceShown(m_current.id);
        if (!focusWidget() || focusWidget() == this)
            m_pane->page()->quickAdd().focusLine();
        Q_EMIT paneReady();
    });
    connect(pane, &WorkspacePane::placeShown, m_sidebar, [this](const app::Place& place) {
        m_sidebar->showPlace(place);
        if (place.scope != core::Scope::Search)
            m_sidebar->searchBox().reset();
        setWindowTitle(tr("%1 – Glowlist").arg(placeName(place, m_pane->workspace().catalogue())));
    });
    connect(pane, &WorkspacePane::selectionChanged, this,
            [this](bool any) { m_actions->setMet(Actions::Need::Task, any); });
    m_status->timer().setTimer(&workspace.timer());
    connect(&m_status->timer(), &TimerMark::taskWanted, pane, &WorkspacePane::showTask);
    connect(pane, &WorkspacePane::searchRequested, this, [this](const QString& text) {
        m_sidebar->searchBox().setText(text);
        m_sidebar->searchBox().setFocus(Qt::OtherFocusReason);
    });
    connect(pane, &WorkspacePane::settingsRequested, this, &MainWindow::openSettings);
    connect(pane, &WorkspacePane::riskAccepted, this, &MainWindow::acceptRisk, Qt::QueuedConnection);
    connect(&workspace, &app::Workspace::lastActionChanged, this, &MainWindow::showStatus);
    connect(&workspace, &app::Workspace::progressChanged, this, &MainWindow::showStatus);
    connect(&workspace.link(), &sync::Link::stateChanged, this, &MainWindow::showStatus);
    connect(&workspace.changes(), &app::Changes::pendingChanged, this, &MainWindow::showStatus);
    connect(&workspace.changes(), &app::Changes::undoChanged, this, &MainWindow::showUndo);
    connect(&pane->counts(), &app::SidebarCounts::changed, this, &MainWindow::showStatus);
}

const store::WorkspaceEntry* MainWindow::entryOf(const QString& id) const
{
    const auto found = std::find_if(m_entries.cbegin(), m_entries.cend(),
                                    [&id](const store::WorkspaceEntry& entry) { return entry.id == id; });
    return found == m_entries.cend() ? nullptr : &*found;
}

void MainWindow::switchWorkspace(const QString& id)
{
    const store::WorkspaceEntry* entry = id == m_current.id ? nullptr : entryOf(id);
    if (entry)
        openWorkspace(store::WorkspaceEntry(*entry));
}

void MainWindow::connectCopies()
{
    connect(m_copies, &WorkspaceCopies::said, this, [this](const app::Message& message) {
        if (m_pane)
            m_pane->say(message);
    });
    connect(m_copies, &WorkspaceCopies::showWanted, this, &MainWindow::switchWorkspace);
    connect(m_copies, &WorkspaceCopies::undoWanted, this, [this](const QString& target) {
        switchWorkspace(target);
        m_pane->workspace().changes().undo();
    });
    // What was copied into the workspace that is shown is read with it.
    connect(m_copies, &WorkspaceCopies::copied, this, [this](const QString& target) {
        if (target == m_current.id)
            openWorkspace(store::WorkspaceEntry(m_current));
    });
}

CopyContext MainWindow::copyContext() const
{
    const Settings& settings = m_state->settings();
    return {m_options.dataDirectory, settings.value(Settings::SecretsInFile).toBool(),
            app::writerFor(m_current, settings), m_options.clock};
}

void MainWindow::copyTasks()
{
    m_pane->workspace().changes().flush();
    if (!m_copies->openDialog(m_current, m_entries, copyContext()))
        openSettings(QStringLiteral("workspaces")); // there is no other workspace yet
}

void MainWindow::showPlace(const app::Place& place)
{
    if (m_pane)
        m_pane->showPlace(place);
}

SettingsDialog* MainWindow::openSettings(const QString& page)
{
    if (!m_settings) {
        SettingsContext context;
        context.dataDirectory = m_options.dataDirectory;
        context.settings = m_state->settings();
        context.workspaces = m_entries;
        if (m_options.given)
            context.workspaces.removeIf(
                [this](const store::WorkspaceEntry& entry) { return entry.id == m_options.given->id; });
        context.currentWorkspace = m_current.id;
        context.catalogue = m_pane->workspace().catalogue();
        context.clock = m_options.clock;
        context.hasTray = m_options.hasTray();
        m_settings = new SettingsDialog(context, m_theme, this);
        m_settings->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_settings, &SettingsDialog::settingsChanged, this, &MainWindow::applySettings);
        connect(m_settings, &SettingsDialog::workspacesChanged, this, &MainWindow::workspacesChanged);
        connect(m_settings, &SettingsDialog::openWorkspace, this, &MainWindow::switchWorkspace);
        connect(m_settings, &SettingsDialog::restored, this, [this] {
            if (m_current.isPrivate)
                openWorkspace(store::WorkspaceEntry(m_current));
        });
        connect(m_settings, &SettingsDialog::upgraded, this, [this](const QString& id) {
            if (id == m_current.id)
                m_pane->workspace().open();
        });
        m_settings->open();
    } else {
        m_settings->raise();
    }
    if (!page.isEmpty())
        m_settings->showPage(page);
    return m_settings;
}

TrashDialog* MainWindow::openTrash()
{
    m_pane->workspace().changes().flush();
    auto* dialog = new TrashDialog(m_pane->workspace(), m_theme, this);
    dialog->open();
    return dialog;
}

/// Queued, since the pane that asks is replaced.
void MainWindow::acceptRisk()
{
    store::WorkspaceEntry accepted = m_current;
    accepted.acceptedRisk = accepted.risk();
    for (store::WorkspaceEntry& each : m_entries) {
        if (each.id == accepted.id)
            each = accepted;
    }
    core::Reply<core::Result<void>> kept = QtConcurrent::run(
        [accepted, directory = m_options.dataDirectory] { return store::acceptRisk(directory, accepted); });
    openWorkspace(accepted);
    kept.then(this, [this](const core::Result<void>& done) {
        if (!done)
            m_pane->say({app::Message::Kind::Warning,
                         QStringLiteral("risk"),
                         tr("Your consent could not be kept."),
                         done.error().message,
                         {},
                         true});
    });
}

void MainWindow::applySettings(const Settings& settings)
{
    const QString language = m_state->settings().text(Settings::Locale);
    m_state->adopt(settings);
    m_theme.setMode(Theme::modeFromWord(settings.text(Settings::Theme)));
    m_actions->get(QLatin1String("view.compact"))->setChecked(settings.text(Settings::Density) == u"compact");
    if (settings.text(Settings::Locale) != language)
        applyLanguage();
    m_pane->settingsChanged();
    m_quickAdd->settingsChanged();
}

void MainWindow::applyLanguage()
{
    const QLocale locale = app::useLocale(m_state->settings().text(Settings::Locale));
    QApplication::setLayoutDirection(locale.textDirection());
    app::installTranslations(*qApp, locale); // LanguageChange follows
}

void MainWindow::workspacesChanged(const QList<store::WorkspaceEntry>& entries)
{
    for (const store::WorkspaceEntry& entry : entries) {
        if (!entryOf(entry.id))
            m_copies->offer(m_current, entry, copyContext());
    }
    m_entries = entries;
    if (m_options.given)
        m_entries.append(*m_options.given);
    m_reminders->setWorkspaces(m_entries);
    const auto now =
        std::find_if(m_entries.cbegin(), m_entries.cend(),
                     [this](const store::WorkspaceEntry& entry) { return entry.id == m_current.id; });
    if (now == m_entries.cend()) {
        openWorkspace(store::WorkspaceEntry(m_entries.constFirst()));
        return;
    }
    // Another address or user is another database; another name is not.
    store::WorkspaceEntry renamed = m_current;
    renamed.name = now->name;
    renamed.token = now->token;
    renamed.acceptedRisk = now->acceptedRisk;
    if (renamed != *now)
        openWorkspace(store::WorkspaceEntry(*now));
    else
        m_current = *now;
    // What keeps it away may be the password that was changed.
    if (m_pane->workspace().link().state() == sync::Link::State::Refused)
        m_pane->workspace().link().retryNow();
    m_sidebar->setWorkspaces(m_entries, m_current);
    showStatus();
}

/// What the line is doing, or else the workspace and how long the last action took.
QString MainWindow::linkText() const
{
    app::Workspace& workspace = m_pane->workspace();
    const sync::Link& link = workspace.link();
    if (link.state() == sync::Link::State::Offline) {
        const int pending = workspace.changes().pending();
        const QString text =
            pending > 0 ? tr("Offline · %n change(s) wait", nullptr, pending) : tr("Offline");
        const int seconds = link.secondsToRetry();
        return seconds > 0 ? tr("%1 · next try in %2 s").arg(text, QLocale().toString(seconds)) : text;
    }
    if (link.isCancelled())
        return tr("Not connected");
    if (link.state() == sync::Link::State::Waking && !m_current.isPrivate)
        return tr("Waking the database…");
    if (!workspace.progress().isEmpty())
        return workspace.progress();
    const QString text = m_current.isPrivate ? m_current.title() : workspaceKind(m_current);
    const double milliseconds = workspace.lastActionMilliseconds();
    return milliseconds < 0 ? text : tr("%1 · %2 ms").arg(text, QLocale().toString(qRound(milliseconds)));
}

void MainWindow::showStatus()
{
    if (!m_pane) // it is going, and stores what was being typed
        return;
    app::Workspace& workspace = m_pane->workspace();
    const sync::Link::State state = workspace.link().state();
    m_sidebar->setLinkState(state);
    m_status->showLink(linkColour(m_theme, state), linkText());
    if (workspace.link().secondsToRetry() > 0)
        m_tick.start();
    const core::Counts& counts = m_pane->counts().counts();
    const auto number = [](qint64 count) { return static_cast<int>(count); };
    QStringList due;
    if (counts.dueToday > 0)
        due.append(tr("%n due today", nullptr, number(counts.dueToday)));
    if (counts.overdue > 0)
        due.append(tr("%n overdue", nullptr, number(counts.overdue)));
    m_status->showDue(due.join(QStringLiteral(" · ")));
}

void MainWindow::showUndo()
{
    if (!m_pane)
        return;
    const app::Changes& changes = m_pane->workspace().changes();
    m_actions->setUndoLabels(changes.undoLabel(), changes.redoLabel());
    m_status->showUndo(changes.undoLabel());
}

void MainWindow::raiseWindow()
{
    if (!m_pane)
        start();
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
    if (m_tray)
        m_tray->appear(); // a tray may have come since
}

bool MainWindow::event(QEvent* event)
{
    // Later: other widgets are being told of the palette right now.
    if (event->type() == QEvent::ApplicationPaletteChange)
        QMetaObject::invokeMethod(&m_theme, &Theme::paletteChanged, Qt::QueuedConnection);
    return QMainWindow::event(event);
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    if (m_pane)
        m_pane->setNarrow(width() < app::Metrics::narrowBelow);
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow())
        m_dayClock.check();
    if (event->type() != QEvent::LanguageChange || !m_pane)
        return;
    m_actions->retranslate();
    m_sidebar->retranslate();
    if (m_tray)
        m_tray->retranslate();
    m_pane->retranslate();
    showStatus();
}

// In the tray the window only hides, but not when the person quits or the desktop's session ends.
void MainWindow::closeEvent(QCloseEvent* event)
{
    const bool keepsRunning = m_state->settings().text(Settings::OnClose) == u"tray" && !m_quitting &&
                              !qApp->isSavingSession() && m_tray && m_tray->appear();
    if (m_pane && m_pane->page())
        m_pane->page()->remember();
    if (m_pane && m_pane->editor())
        m_pane->editor()->flush();
    if (m_pane)
        m_pane->workspace().changes().flush();
    m_quickAdd->keepDraft();
    if (isVisible())
        m_state->saveGeometry(*this);
    m_state->flush();
    if (keepsRunning) {
        event->ignore();
        hide();
        return;
    }
    QMainWindow::closeEvent(event);
    Q_EMIT closed();
}

void MainWindow::quit()
{
    m_quitting = true;
    close();
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F10)
        m_menu->toggle();
    else
        QMainWindow::keyPressEvent(event);
}

} // namespace glow::ui
