#include "ui/taskpage.h"

#include "app/dayclock.h"
#include "app/filters/filtercompleter.h"
#include "app/message.h"
#include "app/quickadd/quickaddbatch.h"
#include "app/sidebar/counts.h"
#include "app/theme.h"
#include "app/timer/timer.h"
#include "app/workspace.h"
#include "core/filter/filtertext.h"
#include "ui/actions.h"
#include "ui/emptyview.h"
#include "ui/pagetexts.h"
#include "ui/quickadd/quickaddline.h"
#include "ui/searchhints.h"
#include "ui/style/icons.h"
#include "ui/table/sectionmenu.h"
#include "ui/table/tasktableview.h"
#include "ui/taskmenu.h"
#include "ui/windowstate.h"

#include <QCheckBox>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace glow::ui {

namespace {

using core::Scope;
using core::SortField;

bool hasManualOrder(Scope scope)
{
    return scope == Scope::Inbox || scope == Scope::List;
}

} // namespace

TaskPage::TaskPage(app::Workspace& workspace, app::SidebarCounts& counts, app::DayClock& clock,
                   const app::Theme& theme, const Actions& actions, WindowState& state, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_counts(counts)
    , m_clock(clock)
    , m_theme(theme)
    , m_actions(actions)
    , m_state(state)
    , m_model(workspace.reader(), workspace.changes(), workspace.clock())
    , m_commands(m_model, workspace.changes())
    , m_title(new QLabel(this))
    , m_subtitle(new QLabel(this))
    , m_completed(new QCheckBox(this))
    , m_keep(new QPushButton(this))
    , m_sort(new QPushButton(this))
    , m_lineBox(new QWidget(this))
    , m_quickAdd(new QuickAddLine(theme, workspace.clock(), workspace.catalogue(), m_lineBox))
    , m_bannerBox(new QWidget(this))
    , m_banner(new SearchBanner(theme, m_bannerBox))
    , m_keys(new SearchKeys(theme, this))
    , m_body(new QStackedWidget(this))
    , m_table(new TaskTableView(m_model, m_commands, theme, this))
    , m_empty(new EmptyView(theme, this))
    , m_sections(new SectionMenu(workspace, *m_table, theme, *this))
{
    build();
    connectTable();
    connectActions();
    connectChanges();
    m_model.setCatalogue(workspace.catalogue());
    connect(&m_clock, &app::DayClock::dayChanged, this, [this] {
        giveDefaults();
        query(true);
        retranslate();
    });
    connect(&m_counts, &app::SidebarCounts::changed, this, &TaskPage::updateBody);
    m_quickAdd->setCounts(counts);
    settingsChanged();
    retranslate();
}

TaskPage::~TaskPage()
{
    // The table uses the model, which is a member and would be gone before the children are.
    delete m_sections;
    delete m_body;
}

void TaskPage::build()
{
    m_title->setProperty("look", QStringLiteral("title"));
    m_title->setTextFormat(Qt::PlainText);
    m_subtitle->setProperty("look", QStringLiteral("muted"));
    m_subtitle->setTextFormat(Qt::PlainText);
    m_subtitle->setContentsMargins(0, 4, 0, 0); // its line stands on the title's
    m_sort->setIcon(icon(m_theme, QStringLiteral("sort")));
    m_sort->setFocusPolicy(Qt::TabFocus);
    m_completed->setFocusPolicy(Qt::TabFocus);
    m_keep->setIcon(icon(m_theme, QStringLiteral("filter")));
    m_keep->setFocusPolicy(Qt::TabFocus);
    m_completed->setChecked(true);
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_title->setFixedHeight(app::Metrics::pageHeadHeight - 24); // whatever stands beside it

    auto* head = new QHBoxLayout;
    head->setContentsMargins(20, 16, 20, 8);
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_subtitle, 1);
    head->addWidget(m_completed);
    head->addWidget(m_keep);
    head->addWidget(m_sort);
    auto* line = new QVBoxLayout(m_lineBox);
    line->setContentsMargins(18, 2, 18, 6); // the line keeps 2 px for its glow
    line->addWidget(m_quickAdd);
    auto* banner = new QVBoxLayout(m_bannerBox);
    banner->setContentsMargins(20, 0, 20, 8);
    banner->addWidget(m_banner);
    m_body->addWidget(m_table);
    m_body->addWidget(m_empty);

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_lineBox);
    column->addWidget(m_bannerBox);
    column->addWidget(m_body, 1);
    column->addWidget(m_keys);
    column->addStretch(0); // what the results do not fill
    connect(m_sort, &QPushButton::clicked, this, &TaskPage::openSortMenu);
    connect(m_completed, &QCheckBox::toggled, this, [this] { query(true); });
    connect(m_keep, &QPushButton::clicked, this, &TaskPage::keepFilter);
    connect(m_banner, &SearchBanner::narrowed, this, [this](const QString& condition) {
        Q_EMIT searchRequested(m_words.trimmed() + u' ' + condition + u' ');
    });
    connect(m_quickAdd, &QuickAddLine::submitted, this, &TaskPage::add);
    connect(m_quickAdd, &QuickAddLine::left, this, &TaskPage::focusTasks);
    connect(m_empty, &EmptyView::connectRequested, this,
            [this] { Q_EMIT settingsRequested(QStringLiteral("workspaces")); });
}

void TaskPage::connectTable()
{
    m_table->setAccessibleName(tr("Tasks"));
    m_table->addActions(m_actions.taskActions());
    connect(m_table, &TaskTableView::openRequested, this, &TaskPage::openRequested);
    connect(m_table, &TaskTableView::selectedTasksChanged, this, &TaskPage::selectionChanged);
    connect(m_table, &TaskTableView::sortChanged, this, [this](SortField sort, bool descending) {
        m_state.rememberSort(m_place, sort, descending);
        updateHead();
    });
    connect(m_table, &TaskTableView::collapsedChanged, &m_state,
            [this](const QSet<QUuid>& collapsed) { m_state.rememberCollapsed(collapsed); });
    connect(m_table, &TaskTableView::said, this, [this](const QString& sentence) {
        Q_EMIT said({app::Message::Kind::Info, QStringLiteral("table"), {}, sentence, {}, true});
    });
    connect(m_table, &TaskTableView::menuRequested, this, [this](const QList<QUuid>&, const QPoint& at) {
        withSelection([this, at](const QList<core::Task>& tasks) {
            auto* menu = new QMenu(this);
            menu->setAttribute(Qt::WA_DeleteOnClose);
            fillTaskMenu(*menu, m_actions, m_commands, m_workspace.catalogue(), m_theme, tasks);
            menu->popup(at);
        });
    });
    connect(&m_model, &app::TaskTableModel::countChanged, this, &TaskPage::updateBody);
    connect(&m_model, &app::TaskTableModel::loaded, this, &TaskPage::updateBody);
    connect(&m_model, &app::TaskTableModel::elapsedChanged, this, [this](double milliseconds) {
        if (isSearch())
            m_searchTime = milliseconds;
    });
}

void TaskPage::connectActions()
{
    const auto on = [this](const char* id, auto run) {
        connect(m_actions.get(QLatin1String(id)), &QAction::triggered, this, run);
    };
    on("task.complete", [this] { m_table->completeSelection(); });
    on("task.delete", [this] { m_table->deleteSelection(); });
    on("task.rename", [this] { m_table->editTitle(); });
    on("task.deeper", [this] { m_table->shiftLevel(true); });
    on("task.up", [this] { m_table->shiftLevel(false); });
    on("task.open", [this] { Q_EMIT openRequested(m_table->currentTask()); });
    on("task.history", [this] { Q_EMIT historyRequested(m_table->currentTask()); });
    const auto due = [this](int days) {
        withSelection([this, days](const QList<core::Task>& tasks) {
            m_commands.setDueDay(tasks, days < 0 ? QDate() : m_clock.today().addDays(days));
        });
    };
    on("task.today", [due] { due(0); });
    on("task.tomorrow", [due] { due(1); });
    on("task.undated", [due] { due(-1); });
    const auto priority = [this](core::Priority value) {
        withSelection(
            [this, value](const QList<core::Task>& tasks) { m_commands.setPriority(tasks, value); });
    };
    on("task.high", [priority] { priority(core::Priority::High); });
    on("task.medium", [priority] { priority(core::Priority::Medium); });
    on("task.low", [priority] { priority(core::Priority::Low); });
    on("task.none", [priority] { priority(core::Priority::None); });
    on("task.timer", [this] {
        withSelection([this](const QList<core::Task>& tasks) {
            if (!tasks.isEmpty())
                m_workspace.timer().toggle(tasks.constFirst());
        });
    });
    on("view.refresh", [this] {
        m_model.refresh();
        m_counts.refresh();
    });
    on("task.add", [this] {
        if (isSearch())
            showPlace(m_before);
        m_quickAdd->focusLine();
    });
    on("section.new", [this] {
        if (m_place.scope == Scope::List)
            m_sections->create(m_place.uid);
        else
            Q_EMIT said({app::Message::Kind::Info,
                         QStringLiteral("section"),
                         {},
                         tr("Sections belong to a list: open a list first."),
                         {},
                         true});
    });
    const auto section = [this](auto act) {
        if (const QUuid current = m_table->currentSection(); !current.isNull())
            act(current);
        else
            Q_EMIT said({app::Message::Kind::Info,
                         QStringLiteral("section"),
                         {},
                         tr("Choose a task in a section of a list in manual order first."),
                         {},
                         true});
    };
    on("section.up", [this, section] { section([this](const QUuid& uid) { m_sections->moveBy(uid, -1); }); });
    on("section.down",
       [this, section] { section([this](const QUuid& uid) { m_sections->moveBy(uid, 1); }); });
    on("section.menu",
       [this, section] { section([this](const QUuid& uid) { m_sections->openByKey(uid); }); });
    on("view.tasks", [this] { focusTasks(); });
}

void TaskPage::connectChanges()
{
    app::Changes& changes = m_workspace.changes();
    connect(&changes, &app::Changes::confirmed, this,
            [this](const core::Change& change) { m_lines.remove(change.id); });
    connect(&changes, &app::Changes::refused, this, [this](const core::Change& change) {
        const QString line = m_lines.take(change.id);
        const bool isOne = !line.contains(u'\n');
        if (!line.isEmpty() && !(isOne && m_quickAdd->giveBack(line)))
            Q_EMIT said(
                {app::Message::Kind::Warning, QStringLiteral("line"), tr("Not stored:"), line, {}, true});
    });
    connect(&m_workspace, &app::Workspace::catalogueChanged, this, [this] {
        m_model.setCatalogue(m_workspace.catalogue());
        const bool isGone = (m_place.scope == Scope::List && !m_workspace.catalogue().list(m_place.uid)) ||
                            (m_place.scope == Scope::Tag && !m_workspace.catalogue().tag(m_place.uid)) ||
                            (m_place.scope == Scope::Filter && !savedFilter());
        const core::TaskQuery& shown = m_model.query();
        const bool isGrouped = shown.group == core::GroupField::Section;
        if (isGone)
            showPlace({Scope::Inbox, {}});
        else if (m_isShown &&
                 (savedFilter() || (shown.sort == SortField::Manual && isGrouped != hasSections())))
            query(false);
        retranslate();
    });
}

void TaskPage::showPlace(const app::Place& place)
{
    remember();
    m_place = place;
    m_isShown = true;
    m_words.clear();
    query(true);
    m_table->restoreState(m_state.columns(place));
    giveDefaults();
    retranslate();
}

void TaskPage::remember()
{
    if (m_isShown)
        m_state.rememberColumns(m_place, m_table->saveState());
}

void TaskPage::showSearch(const QString& words)
{
    if (!isSearch())
        m_before = m_place;
    m_place = {Scope::Search, {}};
    m_words = words;
    query(false);
    retranslate();
}

void TaskPage::query(bool fresh)
{
    core::TaskQuery query = m_place.query();
    query.userId = m_workspace.reader().userId();
    query.today = m_clock.today();
    query.zone = m_clock.zone();
    query.dueInUtc = m_workspace.reader().dueInUtc();
    query.collapsed = m_state.collapsed();
    m_filter = {};
    if (isSearch()) {
        query.withCompleted = m_completed->isChecked();
        m_filter = app::applyFilter(query, m_words, m_clock.now());
    } else if (const core::SavedFilter* filter = savedFilter()) {
        m_filter = app::applyFilter(query, filter->query, m_clock.now());
    }
    if (!isSearch()) // what was chosen here holds over what a filter says
        m_state.applySort(m_place, query);
    if (query.sort == SortField::Manual && hasSections())
        query.group = core::GroupField::Section;
    if (!fresh)
        query.keep = m_model.query().keep;
    m_model.setQuery(query);
    updateHead();
}

const core::SavedFilter* TaskPage::savedFilter() const
{
    return m_place.scope == Scope::Filter ? m_workspace.catalogue().filter(m_place.uid) : nullptr;
}

/// Of the list; without them its rows need no groups.
bool TaskPage::hasSections() const
{
    return m_place.scope == Scope::List && !m_workspace.catalogue().sectionsOf(m_place.uid).isEmpty();
}

void TaskPage::openSortMenu()
{
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QList<SortField> fields{SortField::Due,   SortField::Start, SortField::Deadline, SortField::Priority,
                            SortField::Title, SortField::List,  SortField::Created,  SortField::Updated};
    if (hasManualOrder(m_place.scope))
        fields.prepend(SortField::Manual);
    if (m_place.scope == Scope::Completed)
        fields.prepend(SortField::Completed);
    const core::TaskQuery& now = m_model.query();
    for (const SortField field : fields) {
        QAction* action = menu->addAction(sortName(field), this, [this, field] {
            const bool newestFirst =
                field == SortField::Created || field == SortField::Updated || field == SortField::Completed;
            m_table->sortBy(field, newestFirst);
        });
        action->setCheckable(true);
        action->setChecked(field == now.sort);
    }
    menu->addSeparator();
    QAction* descending =
        menu->addAction(tr("&Descending"), this, [this, now] { m_table->sortBy(now.sort, !now.descending); });
    descending->setCheckable(true);
    descending->setChecked(now.descending);
    descending->setEnabled(now.sort != SortField::Manual);
    menu->popup(m_sort->mapToGlobal(QPoint(0, m_sort->height() + 4)));
}

void TaskPage::retranslate()
{
    m_completed->setText(tr("Completed"));
    m_quickAdd->retranslate();
    m_keys->showReturn(placeName(m_before, m_workspace.catalogue()));
    updateHead();
    updateBody();
}

QString TaskPage::title() const
{
    return placeName(m_place, m_workspace.catalogue());
}

QString TaskPage::subtitle() const
{
    if (m_place.scope == Scope::Today)
        return QLocale().toString(m_clock.today(), tr("ddd d MMMM"));
    if (!isSearch())
        return m_counts.known() ? countText(m_place, m_counts.counts()) : QString();
    if (!m_model.rowCountKnown())
        return {};
    return tr("%1 · %2 ms")
        .arg(tr("%n task(s)", nullptr, m_model.taskCount()), QLocale().toString(qRound(m_searchTime)));
}

void TaskPage::updateHead()
{
    m_title->setText(title());
    m_subtitle->setText(subtitle());
    m_sort->setText(sortName(m_model.query().sort));
    m_sort->setAccessibleName(tr("Order: %1").arg(m_sort->text()));
    m_completed->setVisible(isSearch());
    m_sort->setVisible(!isSearch());
    m_lineBox->setVisible(!isSearch() && !savedFilter());
    m_bannerBox->setVisible(isSearch() || savedFilter());
    m_keep->setVisible((isSearch() && m_filter.ok() && !m_words.isEmpty()) || savedFilter());
    m_keep->setText(isSearch() ? tr("Save as filter") : tr("Edit filter"));
    updateBanner();
}

void TaskPage::updateBanner()
{
    const QString meaning = core::filterText(m_filter, m_clock.today(), QLocale());
    const bool isPlain =
        m_model.query().filter.kind == core::FilterNode::Kind::All && !m_filter.sort && !m_filter.group;
    if (!m_filter.ok())
        m_banner->showSentence(
            isSearch() ? m_filter.error + u' ' + tr("Searched for as it stands.") : m_filter.error, true);
    else if (!isSearch())
        m_banner->showSentence(meaning, false);
    else if (isPlain)
        m_banner->showSentence(tr("Tasks with “%1” in the title or the notes, newest and best matches first.")
                                   .arg(m_model.query().search),
                               false);
    else
        m_banner->showSentence(tr("Tasks: %1").arg(meaning), false);
    m_banner->offer(isSearch() && m_filter.ok() ? app::narrowing(m_filter.root, m_workspace.catalogue())
                                                : QStringList());
}

void TaskPage::keepFilter()
{
    core::SavedFilter filter;
    filter.query = m_words;
    if (const core::SavedFilter* known = savedFilter())
        filter = *known;
    Q_EMIT filterRequested(filter);
}

void TaskPage::updateBody()
{
    m_subtitle->setText(subtitle());
    const bool isEmpty = m_model.rowCountKnown() && !m_model.isLoading() && m_model.taskCount() == 0 &&
                         m_workspace.isOpen() && !hasSections(); // their headings are there to be filled
    const bool isFirstRun = isEmpty && m_counts.known() && m_counts.counts().all == 0 &&
                            m_workspace.catalogue().lists.isEmpty() && !isSearch() &&
                            m_place.scope != Scope::Completed;
    if (isFirstRun)
        m_empty->showFirstRun(m_workspace.entry().isPrivate);
    else if (isEmpty)
        m_empty->showFor(m_place, m_words);
    const bool hadFocus = m_table->hasFocus() && isEmpty;
    m_quickAdd->setExampleShown(isFirstRun);
    m_body->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_table);
    m_keys->setVisible(isSearch() && !isEmpty);
    // The keys stand directly below the last result.
    const int rows = app::Metrics::columnHeadHeight + m_model.rowCount() * m_theme.metrics().rowHeight;
    m_body->setMaximumHeight(m_keys->isHidden() ? QWIDGETSIZE_MAX : rows);
    if (hadFocus && !isSearch())
        m_quickAdd->focusLine();
}

void TaskPage::giveDefaults()
{
    app::QuickAddDefaults defaults;
    switch (m_place.scope) {
    case Scope::Today:
        defaults.due = core::WallTime{m_clock.today(), {}};
        break;
    case Scope::Upcoming:
        defaults.due = core::WallTime{m_clock.today().addDays(1), {}};
        break;
    case Scope::List:
        defaults.list = m_place.uid;
        break;
    case Scope::Tag:
        defaults.tag = m_place.uid;
        break;
    default:
        break;
    }
    const QUuid standard(m_state.settings().text(store::Settings::DefaultList));
    if (defaults.list.isNull() && m_place.scope != Scope::Inbox && m_workspace.catalogue().list(standard))
        defaults.list = standard;
    m_quickAdd->setDefaults(defaults);
}

void TaskPage::settingsChanged()
{
    const int day = m_state.settings().value(store::Settings::FirstDayOfWeek).toInt();
    const bool chosen = day >= Qt::Monday && day <= Qt::Sunday;
    m_quickAdd->setFirstDayOfWeek(chosen ? std::optional(static_cast<Qt::DayOfWeek>(day)) : std::nullopt);
    giveDefaults();
}

void TaskPage::add(const app::QuickAddBatch& batch, const QString& text)
{
    const QList<QUuid> changes = app::applyBatch(m_workspace.changes(), batch);
    for (const QUuid& change : changes)
        m_lines.insert(change, text);
    if (batch.shortened > 0)
        Q_EMIT said({app::Message::Kind::Info,
                     QStringLiteral("shortened"),
                     {},
                     app::shortenedNotice(batch),
                     {},
                     true});
}

void TaskPage::withSelection(Use use)
{
    QList<std::pair<int, int>> ranges;
    const QItemSelection selection = m_table->selectionModel()->selection();
    for (const QItemSelectionRange& range : selection)
        ranges.append({range.top(), range.bottom()});
    if (ranges.isEmpty() && m_table->currentIndex().isValid())
        ranges.append({m_table->currentIndex().row(), m_table->currentIndex().row()});
    if (!ranges.isEmpty())
        m_model.withTasks(ranges, std::move(use));
}

void TaskPage::withTasks(const QList<QUuid>& tasks, Use use)
{
    withSelection([tasks, use = std::move(use)](const QList<core::Task>& selected) {
        QList<core::Task> wanted;
        for (const core::Task& task : selected) {
            if (tasks.contains(task.uid))
                wanted.append(task);
        }
        if (!wanted.isEmpty())
            use(wanted);
    });
}

void TaskPage::dropTasks(const QList<QUuid>& tasks, const app::Place& place)
{
    withTasks(tasks, [this, place](const QList<core::Task>& dropped) {
        const core::Tag* tag = m_workspace.catalogue().tag(place.uid);
        if (place.scope == Scope::Today)
            m_commands.setDueDay(dropped, m_clock.today());
        else if (place.scope == Scope::Tag && tag)
            m_commands.addTag(dropped, *tag);
        else if (place.scope == Scope::Inbox || place.scope == Scope::List)
            m_commands.moveToList(dropped, place.uid);
    });
}

void TaskPage::complete(const QList<QUuid>& tasks)
{
    withTasks(tasks, [this](const QList<core::Task>& chosen) { m_commands.complete(chosen); });
}

void TaskPage::remove(const QList<QUuid>& tasks)
{
    withTasks(tasks, [this](const QList<core::Task>& chosen) { m_commands.remove(chosen); });
}

void TaskPage::focusTasks()
{
    if (m_body->currentWidget() != m_table) {
        m_quickAdd->focusLine();
        return;
    }
    m_table->setFocus(Qt::ShortcutFocusReason);
    if (m_table->currentTask().isNull()) {
        for (int row = 0; row < m_model.rowCount(); ++row) {
            if (!m_model.uidAt(row).isNull()) {
                m_table->showTask(m_model.uidAt(row));
                break;
            }
        }
    }
}

void TaskPage::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), m_theme.colours().surface);
}

} // namespace glow::ui
