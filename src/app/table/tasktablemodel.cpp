#include "app/table/tasktablemodel.h"

#include "app/table/stepping.h"
#include "core/taskfield.h"

#include <algorithm>

namespace glow::app {

namespace {

constexpr int settleMilliseconds = 150;

bool sameScope(const core::TaskQuery& a, const core::TaskQuery& b)
{
    return a.scope == b.scope && a.scopeUid == b.scopeUid && a.userId == b.userId;
}

bool differOnlyInKeep(core::TaskQuery a, const core::TaskQuery& b)
{
    a.keep = b.keep;
    return a == b;
}

} // namespace

TaskTableModel::TaskTableModel(Reader& reader, Changes& changes, core::Clock clock, QObject* parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
    , m_changes(changes)
    , m_clock(std::move(clock))
{
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMilliseconds);
    connect(&m_settle, &QTimer::timeout, this, &TaskTableModel::settle);
    connect(&changes, &Changes::patched, this, &TaskTableModel::patched);
    connect(&changes, &Changes::confirmed, this,
            [this](const core::Change&, const core::ApplyReply& reply, const Pages& pages) {
                takeReply(reply, pages);
            });
    connect(&changes, &Changes::changedElsewhere, this, &TaskTableModel::takeReply);
    connect(&changes, &Changes::refused, this, [this] {
        outdate();
        m_settle.start();
    });
    connect(&changes, &Changes::outdated, this, &TaskTableModel::refresh);
    changes.setLook([this] { return look(); });
}

TaskTableModel::~TaskTableModel()
{
    m_changes.setLook({});
}

void TaskTableModel::setQuery(const core::TaskQuery& query)
{
    const bool stays = sameScope(query, m_query) && m_generation > 0;
    const bool again = stays && differOnlyInKeep(query, m_query);
    const QSet<QUuid> kept = m_query.keep;
    ++m_generation;
    m_query = query;
    if (stays && !again && query.search.isEmpty())
        m_query.keep.unite(kept);
    m_opening = true;
    m_stale = true;
    m_outlineStale = false;
    m_failed = false;
    if (!stays) {
        beginResetModel();
        m_rows.clear();
        m_shown = {};
        m_known = false;
        addOverlay(m_shown);
        endResetModel();
        Q_EMIT countChanged();
    }
    fetch();
}

void TaskTableModel::setCatalogue(const core::Catalogue& catalogue)
{
    m_catalogue = catalogue;
    if (m_query.group == core::GroupField::Section)
        showSections();
    repaint();
}

void TaskTableModel::setViewport(int first, int last)
{
    m_first = std::max(0, first);
    m_last = std::max(m_first, last);
    fetch();
}

void TaskTableModel::refresh()
{
    m_failed = false;
    outdate();
    settle();
}

/// Reads what events have made stale, once they have ceased.
void TaskTableModel::settle()
{
    m_settle.stop();
    fetch();
    if (m_outlineStale)
        fetchOutline();
}

void TaskTableModel::keep(const QList<QUuid>& tasks)
{
    for (const QUuid& uid : tasks)
        m_query.keep.insert(uid);
}

/// A view that was read as a whole is read again as a whole; a longer one page by page, with its outline.
void TaskTableModel::outdate()
{
    m_stale = true;
    if (m_whole || !m_known)
        return;
    m_shown.pages.outdateAll();
    m_outlineStale = true;
}

void TaskTableModel::takeReply(const core::ApplyReply& reply, const Pages& pages)
{
    for (const QJsonObject& json : reply.rows.value(core::Entity::Task)) {
        const core::Task task = core::taskFromJson(json);
        if (const auto row = m_rows.find(task.uid); row != m_rows.end())
            row->task = task;
    }
    // Changes that went in one message share one answer; its pages come with the first.
    if (pages.rows.isEmpty() && reply.revision == m_lookedRevision)
        return;
    outdate();
    if (pages.rows.isEmpty() || pages.generation != m_generation) {
        m_settle.start();
        return;
    }
    m_lookedRevision = reply.revision;
    m_stale = false;
    take(pages);
    if (m_outlineStale)
        m_settle.start();
}

void TaskTableModel::patched(const QList<QUuid>& tasks)
{
    TableRows next = m_shown;
    addOverlay(next);
    show(std::move(next));
    for (const QUuid& uid : tasks) {
        if (const int row = rowOf(uid); row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

/// Pending created tasks on top, pending deleted ones out.
void TaskTableModel::addOverlay(TableRows& rows) const
{
    const Overlay& overlay = m_changes.overlay();
    rows.created.clear();
    if (overlay.pendingChanges() == 0)
        return;
    const QSet<QUuid> known = rows.pages.known();
    for (const core::Task& task : overlay.created()) {
        const bool subtask = !task.parent.isNull() && m_query.scope != core::Scope::Subtasks;
        if (!subtask && !known.contains(task.uid) && !overlay.isDeleted(task.uid))
            rows.created.append(task.uid);
    }
    QStringList deleted;
    for (const QUuid& uid : known) {
        if (overlay.isDeleted(uid)) {
            rows.hide(uid);
            deleted.append(m_rows.value(uid).task.path + u'/');
        }
    }
    const auto goesAlong = [this, &deleted](const QUuid& uid) {
        const QString path = m_rows.value(uid).task.path;
        return std::any_of(deleted.begin(), deleted.end(),
                           [&](const QString& above) { return path.startsWith(above); });
    };
    for (const QUuid& uid : deleted.isEmpty() ? QSet<QUuid>() : known) {
        if (goesAlong(uid))
            rows.hide(uid);
    }
}

void TaskTableModel::forgetUnused()
{
    const int created = static_cast<int>(m_shown.created.size());
    const int first = m_shown.outline.at(std::max(0, m_first - created)).segment;
    const int last = m_shown.outline.at(std::min(m_last, m_shown.rowCount() - 1) - created).segment;
    if (!m_shown.pages.evict(first, last < 0 ? m_shown.outline.size() : last))
        return;
    const QSet<QUuid> known = m_shown.pages.known();
    m_rows.removeIf(
        [&known](const QHash<QUuid, store::TaskRow>::iterator row) { return !known.contains(row.key()); });
}

void TaskTableModel::withTasks(const QList<std::pair<int, int>>& ranges,
                               std::function<void(const QList<core::Task>&)> use)
{
    QList<core::PageRequest> missing;
    const int created = static_cast<int>(m_shown.created.size());
    for (const auto& [first, last] : ranges) {
        for (int row = std::max(first, created); row <= last; ++row) {
            const Outline::Place place = m_shown.outline.at(row - created);
            if (place.segment < 0 || place.isHeading() || !m_shown.at(row).uid.isNull())
                continue;
            const core::PageRequest request = pageRequest(place.segment, place.offset / PageCache::pageRows);
            if (!missing.contains(request))
                missing.append(request);
        }
    }
    const auto handOver = [this, ranges, use = std::move(use)] {
        QList<core::Task> tasks;
        for (const auto& [first, last] : ranges) {
            for (int row = first; row <= last; ++row) {
                if (const auto known = taskAt(row))
                    tasks.append(*known);
            }
        }
        use(tasks);
    };
    if (missing.isEmpty()) {
        handOver();
        return;
    }
    const quint64 generation = m_generation;
    m_reader.pages(m_query, missing, generation)
        .then(this, [this, generation, handOver](const core::Result<Pages>& answer) {
            if (!answer) {
                Q_EMIT failed(answer.error());
            } else if (generation == m_generation) {
                take(*answer);
                handOver();
            }
        });
}

void TaskTableModel::locate(const QUuid& uid)
{
    if (const int row = rowOf(uid); row >= 0) {
        Q_EMIT located(uid, row);
        return;
    }
    const quint64 generation = m_generation;
    using Answer = core::Result<std::optional<store::taskquerysql::Location>>;
    m_reader.locate(m_query, uid).then(this, [this, uid, generation](const Answer& answer) {
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        if (generation != m_generation)
            return;
        const int task = *answer ? static_cast<int>((*answer)->index) : -1;
        const int row = task < 0 ? -1 : m_shown.outline.rowOfTask(task);
        Q_EMIT located(uid, row < 0 ? -1 : row + static_cast<int>(m_shown.created.size()));
    });
}

} // namespace glow::app
