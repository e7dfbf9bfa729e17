#include "ui/table/tasktableview.h"

#include "app/table/taskcommands.h"
#include "app/theme.h"
#include "ui/table/dropplace.h"
#include "ui/table/taskdelegate.h"
#include "ui/table/taskheader.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>
#include <algorithm>

namespace glow::ui {

using app::TaskTableModel;

namespace {

constexpr int mostAtOnce = 10000; ///< tasks that one command takes

core::GroupField headingsOf(core::Scope scope, core::SortField sort, bool hasSections)
{
    if (sort == core::SortField::Manual)
        return hasSections ? core::GroupField::Section : core::GroupField::None;
    if (scope == core::Scope::Today || scope == core::Scope::Upcoming)
        return core::GroupField::Day;
    return scope == core::Scope::Completed ? core::GroupField::CompletedDay : core::GroupField::None;
}

} // namespace

TaskTableView::TaskTableView(TaskTableModel& model, app::TaskCommands& commands, const app::Theme& theme,
                             QWidget* parent)
    : QTableView(parent)
    , m_model(model)
    , m_commands(commands)
    , m_theme(theme)
    , m_delegate(new TaskDelegate(model, theme, this))
    , m_header(new TaskHeader(model, theme, this))
    , m_bar(new QScrollBar(Qt::Vertical, this))
    , m_motion(*this, model, theme)
{
    setHorizontalHeader(m_header);
    setModel(&model);
    setItemDelegate(m_delegate);
    setAccessibleName(tr("Tasks"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(EditKeyPressed);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabKeyNavigation(false);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false);
    setMouseTracking(true);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connectModel();
    connectBar();
    const auto takeTheme = [this] {
        verticalHeader()->setMinimumSectionSize(m_theme.metrics().rowHeight);
        verticalHeader()->setDefaultSectionSize(m_theme.metrics().rowHeight);
        QPalette colours = palette();
        colours.setColor(QPalette::Base, m_theme.colours().surface);
        setPalette(colours);
        viewport()->update();
        m_header->viewport()->update();
    };
    connect(&theme, &app::Theme::changed, this, takeTheme);
    takeTheme();
    m_minute.setTimerType(Qt::VeryCoarseTimer);
    m_minute.setInterval(60000);
    connect(&m_minute, &QTimer::timeout, viewport(), qOverload<>(&QWidget::update));
    m_minute.start();
}

TaskTableView::~TaskTableView() = default;

void TaskTableView::connectModel()
{
    connect(m_header, &TaskHeader::sortWanted, this, &TaskTableView::sortBy);
    connect(m_delegate, &TaskDelegate::titleEdited, this, &TaskTableView::editCommitted);
    // Queued: it comes from the midst of the model's change.
    connect(m_delegate, &TaskDelegate::interrupted, this, &TaskTableView::typingInterrupted,
            Qt::QueuedConnection);
    connect(m_delegate, &TaskDelegate::said, this, &TaskTableView::said);
    connect(&m_model, &TaskTableModel::aboutToChangeRows, this, &TaskTableView::holdAnchor);
    connect(&m_model, &TaskTableModel::rowsChanged, this, &TaskTableView::restoreAnchor);
    connect(&m_model, &TaskTableModel::modelReset, this, [this] {
        m_header->arrange();
        scrollToTop();
        tellSelection();
    });
    connect(&m_model, &TaskTableModel::located, this, [this](const QUuid& task, int row) {
        if (row < 0 && m_model.rowCountKnown())
            m_awaited = {};
        if (task != m_awaited || row < 0)
            return;
        scrollTo(titleIndex(row), PositionAtCenter);
        if (m_model.uidAt(row) == task)
            showTask(task);
    });
}

QModelIndex TaskTableView::titleIndex(int row) const
{
    return m_model.index(row, TaskTableModel::Title);
}

QUuid TaskTableView::currentTask() const
{
    return m_model.uidAt(currentIndex().row());
}

QList<QUuid> TaskTableView::selectedTasks() const
{
    QList<int> rows;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom() && rows.size() < mostAtOnce; ++row)
            rows.append(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    QList<QUuid> tasks;
    for (const int row : rows) {
        if (const QUuid uid = m_model.uidAt(row); !uid.isNull())
            tasks.append(uid);
    }
    if (tasks.isEmpty() && !currentTask().isNull())
        tasks.append(currentTask());
    return tasks;
}

void TaskTableView::showTask(const QUuid& task)
{
    const int row = m_model.rowOf(task);
    if (row < 0) {
        m_awaited = task;
        m_model.locate(task);
        return;
    }
    m_awaited = {};
    selectionModel()->setCurrentIndex(titleIndex(row),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(titleIndex(row));
}

QByteArray TaskTableView::saveState() const
{
    return m_header->saveState();
}

bool TaskTableView::restoreState(const QByteArray& state)
{
    return m_header->restoreState(state);
}

void TaskTableView::sortBy(core::SortField sort, bool descending)
{
    core::TaskQuery query = m_model.query();
    query.sort = sort;
    query.descending = descending && sort != core::SortField::Manual;
    const bool hasSections =
        query.scope == core::Scope::List && !m_model.catalogue().sectionsOf(query.scopeUid).isEmpty();
    if (query.scope != core::Scope::Filter) // which has its own
        query.group = headingsOf(query.scope, sort, hasSections);
    m_model.setQuery(query);
    m_header->viewport()->update();
    Q_EMIT sortChanged(query.sort, query.descending);
}

/// Hands over the selected tasks, those too that have not been read.
void TaskTableView::withSelection(const std::function<void(const QList<core::Task>&)>& use)
{
    QList<std::pair<int, int>> ranges;
    int rows = 0;
    for (const QItemSelectionRange& range : selectionModel()->selection()) {
        ranges.append({range.top(), range.bottom()});
        rows += range.height();
    }
    if (rows > mostAtOnce) {
        Q_EMIT said(tr("At most %1 tasks can be changed at once; %2 are selected.")
                        .arg(QLocale().toString(mostAtOnce), QLocale().toString(rows)));
        return;
    }
    if (rows == 0 && currentIndex().isValid())
        ranges.append({currentIndex().row(), currentIndex().row()});
    std::sort(ranges.begin(), ranges.end());
    if (!ranges.isEmpty())
        m_model.withTasks(ranges, use);
}

void TaskTableView::completeSelection()
{
    const int row = currentIndex().row();
    withSelection([this, row](const QList<core::Task>& tasks) {
        const bool open =
            std::any_of(tasks.begin(), tasks.end(), [](const core::Task& t) { return !t.completed; });
        m_commands.complete(tasks, open);
        // On to the next task, so that Space completes one after another.
        const int next = open && tasks.size() == 1 ? nextTaskRow(row, 1) : -1;
        if (next >= 0 && currentTask() == tasks.constFirst().uid)
            setCurrentIndex(titleIndex(next));
    });
}

void TaskTableView::deleteSelection()
{
    withSelection([this](const QList<core::Task>& tasks) {
        if (!tasks.isEmpty())
            m_commands.remove(tasks);
    });
}

void TaskTableView::editTitle()
{
    if (!currentTask().isNull())
        edit(titleIndex(currentIndex().row()));
}

/// What others wrote meanwhile is no base for the edit: so the database tells that it was overwritten.
void TaskTableView::editCommitted(const QUuid& uid, const QString& title, const QString& before)
{
    auto task = m_model.task(uid);
    if (!task)
        return;
    task->title = before;
    m_commands.rename(*task, title);
}

void TaskTableView::setCollapsed(const QUuid& task, bool collapsed)
{
    core::TaskQuery query = m_model.query();
    if (query.collapsed.contains(task) == collapsed)
        return;
    if (collapsed)
        query.collapsed.insert(task);
    else
        query.collapsed.remove(task);
    m_motion.expectFold();
    m_model.setQuery(query);
    Q_EMIT collapsedChanged(query.collapsed);
}

void TaskTableView::setSectionFolded(const QUuid& section, bool folded)
{
    if (m_model.query().collapsed.contains(section) == folded)
        return;
    m_motion.expectFold();
    m_model.foldSection(section, folded);
    Q_EMIT collapsedChanged(m_model.query().collapsed);
}

void TaskTableView::toggle(const QUuid& uid)
{
    if (const auto task = m_model.task(uid))
        m_commands.complete({*task}, !task->completed);
}

void TaskTableView::moveGroupToToday(int headingRow)
{
    const int count = titleIndex(headingRow).data(TaskTableModel::GroupCountRole).toInt();
    m_model.withTasks({{headingRow + 1, headingRow + std::min(count, mostAtOnce)}},
                      [this](const QList<core::Task>& tasks) {
                          QList<core::Task> open;
                          for (const core::Task& task : tasks) {
                              if (!task.completed)
                                  open.append(task);
                          }
                          m_commands.setDueDay(open, m_model.query().today);
                      });
}

void TaskTableView::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    m_motion.stop();
    m_header->arrange();
    reportViewport();
}

void TaskTableView::updateGeometries()
{
    QTableView::updateGeometries();
    verticalScrollBar()->setSingleStep(m_theme.metrics().rowHeight);
    layBar();
}

void TaskTableView::connectBar()
{
    const QScrollBar* own = verticalScrollBar();
    m_bar->setFocusPolicy(Qt::NoFocus);
    connect(own, &QScrollBar::rangeChanged, this, &TaskTableView::layBar);
    connect(own, &QScrollBar::valueChanged, m_bar, &QScrollBar::setValue);
    connect(m_bar, &QScrollBar::valueChanged, own, &QScrollBar::setValue);
}

void TaskTableView::layBar()
{
    const QScrollBar* own = verticalScrollBar();
    m_bar->setRange(own->minimum(), own->maximum());
    m_bar->setPageStep(own->pageStep());
    m_bar->setSingleStep(own->singleStep());
    m_bar->setValue(own->value());
    const QRect rows = viewport()->geometry();
    const int width = m_bar->sizeHint().width();
    const int left = layoutDirection() == Qt::LeftToRight ? rows.right() + 1 - width : rows.left();
    m_bar->setGeometry(left, rows.top(), width, rows.height());
    m_bar->setVisible(own->maximum() > own->minimum());
    m_bar->raise();
}

void TaskTableView::verticalScrollbarValueChanged(int value)
{
    QTableView::verticalScrollbarValueChanged(value);
    m_motion.stop();
    reportViewport();
}

void TaskTableView::paintEvent(QPaintEvent* event)
{
    if (m_motion.isRunning()) {
        QPainter moving(viewport());
        m_motion.paint(moving);
        return;
    }
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    const int height = m_theme.metrics().rowHeight;
    const int first = verticalScrollBar()->value() / height;
    const int last = std::min(first + viewport()->height() / height + 1, m_model.rowCount() - 1);
    for (int row = first; row <= last; ++row) {
        if (m_model.kindAt(row) != TaskTableModel::RowKind::Heading)
            continue;
        const QRect line(0, rowViewportPosition(row), viewport()->width(), height);
        m_delegate->paintHeading(painter, line, layoutDirection(), titleIndex(row));
    }
    if (!m_dragged.isEmpty() || !m_draggedSection.isNull())
        paintOldPlaces(painter, first, last);
    if (m_sectionDrop)
        paintLine(painter, m_sectionDrop->row, TaskLayout::headingInset);
    if (m_drop)
        paintDropLine(painter);
}

} // namespace glow::ui
