#include "app/sidebar/sidebarmodel.h"

#include "core/uid.h"

#include <QLocale>
#include <QMimeData>
#include <algorithm>

namespace glow::app {

namespace {

constexpr int deepest = 100;

QList<QUuid> uidsIn(const QByteArray& lines)
{
    QList<QUuid> uids;
    for (const QByteArray& line : lines.split('\n')) {
        const QUuid uid = QUuid::fromString(QLatin1String(line.trimmed()));
        if (!uid.isNull())
            uids.append(uid);
    }
    return uids;
}

bool takesTasks(core::Scope scope)
{
    return scope == core::Scope::Inbox || scope == core::Scope::Today || scope == core::Scope::List ||
           scope == core::Scope::Tag;
}

} // namespace

SidebarModel::SidebarModel(CatalogueActions& actions, const core::Catalogue& catalogue, QObject* parent)
    : QAbstractListModel(parent)
    , m_actions(actions)
    , m_catalogue(catalogue)
    , m_rows(wanted())
{}

QList<SidebarModel::Row> SidebarModel::wanted() const
{
    const auto place = [](core::Scope scope, const QString& text, const QString& icon) {
        return Row{Kind::Place, {scope, {}}, text, icon, {}};
    };
    QList<Row> rows{
        place(core::Scope::Inbox, tr("Inbox"), QStringLiteral("inbox")),
        place(core::Scope::Today, tr("Today"), QStringLiteral("today")),
        place(core::Scope::Upcoming, tr("Upcoming"), QStringLiteral("upcoming")),
        place(core::Scope::All, tr("All tasks"), QStringLiteral("all")),
        place(core::Scope::Completed, tr("Completed"), QStringLiteral("completed")),
        Row{Kind::Caption, {core::Scope::List, {}}, tr("Lists"), {}, {}},
    };
    const qsizetype before = rows.size();
    addLists(rows, {}, 0);
    if (rows.size() == before)
        rows.append({Kind::NewList, {core::Scope::List, {}}, tr("New list"), QStringLiteral("plus"), {}});
    if (!m_catalogue.tags.isEmpty())
        rows.append({Kind::Caption, {core::Scope::Tag, {}}, tr("Tags"), {}, {}});
    for (const core::Tag& tag : m_catalogue.tags)
        rows.append({Kind::Tag, {core::Scope::Tag, tag.uid}, tag.name, QStringLiteral("tag"), tag.colour});
    if (!m_catalogue.filters.isEmpty())
        rows.append({Kind::Caption, {core::Scope::Filter, {}}, tr("Filters"), {}, {}});
    for (const core::SavedFilter& filter : m_catalogue.filters)
        rows.append({Kind::Filter,
                     {core::Scope::Filter, filter.uid},
                     filter.name,
                     QStringLiteral("filter"),
                     filter.colour});
    return rows;
}

/// An archived list that is not shown hides what lies in it.
QList<core::TaskList> SidebarModel::shownChildren(const QUuid& parent) const
{
    QList<core::TaskList> children = m_catalogue.childrenOf(parent);
    if (!m_archivedShown)
        children.removeIf([](const core::TaskList& each) { return each.archived; });
    return children;
}

void SidebarModel::addLists(QList<Row>& rows, const QUuid& parent, int depth) const
{
    for (const core::TaskList& list : shownChildren(parent)) {
        Row row{Kind::List, {core::Scope::List, list.uid}, list.name, {}, list.colour, list.archived, depth,
                false};
        row.folds = !shownChildren(list.uid).isEmpty();
        rows.append(row);
        if (!m_collapsed.contains(list.uid) && depth < deepest)
            addLists(rows, list.uid, depth + 1);
    }
}

void SidebarModel::setCollapsedLists(const QSet<QUuid>& lists)
{
    m_collapsed = lists;
    refresh();
}

void SidebarModel::setCollapsed(const QUuid& list, bool collapsed)
{
    if (m_collapsed.contains(list) == collapsed)
        return;
    if (collapsed)
        m_collapsed.insert(list);
    else
        m_collapsed.remove(list);
    refresh();
    const int row = rowOf({core::Scope::List, list});
    if (row >= 0)
        Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT collapsedChanged(m_collapsed);
}

void SidebarModel::refresh()
{
    const QList<Row> rows = wanted();
    const bool sameOrder =
        std::equal(rows.cbegin(), rows.cend(), m_rows.cbegin(), m_rows.cend(),
                   [](const Row& a, const Row& b) { return a.kind == b.kind && a.place == b.place; });
    if (!sameOrder) {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    } else if (rows != m_rows) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    }
}

void SidebarModel::setCounts(const core::Counts& counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1), {CountRole, Qt::AccessibleTextRole});
}

void SidebarModel::setArchivedShown(bool shown)
{
    m_archivedShown = shown;
    refresh();
}

int SidebarModel::rowOf(const Place& place) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (placeAt(row) == place)
            return row;
    }
    return -1;
}

std::optional<Place> SidebarModel::placeAt(int row) const
{
    if (row < 0 || row >= m_rows.size())
        return std::nullopt;
    const Row& each = m_rows.at(row);
    if (each.kind == Kind::Caption || each.kind == Kind::NewList)
        return std::nullopt;
    return each.place;
}

/// What a closed list hides counts with it.
qint64 SidebarModel::countWithin(const QUuid& list, int depth) const
{
    qint64 count = m_counts.lists.value(list);
    for (const core::TaskList& child : depth < deepest ? shownChildren(list) : QList<core::TaskList>())
        count += countWithin(child.uid, depth + 1);
    return count;
}

qint64 SidebarModel::countOf(const Row& row) const
{
    if (row.kind == Kind::List)
        return row.folds && m_collapsed.contains(row.place.uid) ? countWithin(row.place.uid, 0)
                                                                : m_counts.lists.value(row.place.uid);
    if (row.kind == Kind::Tag)
        return m_counts.tags.value(row.place.uid);
    if (row.kind == Kind::Filter)
        return m_counts.filters.value(row.place.uid);
    if (row.kind != Kind::Place)
        return 0;
    switch (row.place.scope) {
    case core::Scope::Inbox:
        return m_counts.inbox;
    case core::Scope::Today:
        return m_counts.today;
    case core::Scope::Upcoming:
        return m_counts.upcoming;
    case core::Scope::All:
        return m_counts.all;
    default:
        return 0;
    }
}

int SidebarModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant SidebarModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::ToolTipRole:
        return row.place.uid.isNull() ? QString() : row.text.toHtmlEscaped();
    case Qt::AccessibleTextRole: {
        const qint64 count = countOf(row);
        return count > 0 ? tr("%1, %n open task(s)", nullptr, static_cast<int>(count)).arg(row.text)
                         : row.text;
    }
    case KindRole:
        return static_cast<int>(row.kind);
    case UidRole:
        return row.place.uid;
    case ScopeRole:
        return static_cast<int>(row.place.scope);
    case IconRole:
        return row.icon;
    case ColourRole:
        return row.colour;
    case CountRole:
        return countOf(row);
    case ArchivedRole:
        return row.archived;
    case DepthRole:
        return row.depth;
    case FoldsRole:
        return row.folds;
    case CollapsedRole:
        return row.folds && m_collapsed.contains(row.place.uid);
    default:
        return {};
    }
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const Row& row = m_rows.at(index.row());
    if (row.kind == Kind::Caption)
        return Qt::NoItemFlags; // the keyboard passes over it
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (row.kind == Kind::List)
        flags |= Qt::ItemIsDragEnabled;
    if (placeAt(index.row()) && takesTasks(row.place.scope))
        flags |= Qt::ItemIsDropEnabled;
    return flags;
}

QMimeData* SidebarModel::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty() || m_rows.at(indexes.constFirst().row()).kind != Kind::List)
        return nullptr;
    auto* data = new QMimeData;
    data->setData(listMimeType(), core::uidText(m_rows.at(indexes.constFirst().row()).place.uid).toLatin1());
    return data;
}

bool SidebarModel::canDropMimeData(const QMimeData* data, Qt::DropAction, int row, int,
                                   const QModelIndex& parent) const
{
    if (data->hasFormat(tasksMimeType())) {
        const std::optional<Place> place = parent.isValid() ? placeAt(parent.row()) : std::nullopt;
        return place && takesTasks(place->scope);
    }
    if (!data->hasFormat(listMimeType()) || parent.isValid())
        return false;
    // Between lists, or directly behind the last one.
    return isListRow(row) || isListRow(row - 1);
}

bool SidebarModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                const QModelIndex& parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    if (data->hasFormat(tasksMimeType())) {
        const QList<QUuid> tasks = uidsIn(data->data(tasksMimeType()));
        if (!tasks.isEmpty())
            Q_EMIT tasksDropped(tasks, *placeAt(parent.row()));
        return !tasks.isEmpty();
    }
    const QUuid list = QUuid::fromString(QLatin1String(data->data(listMimeType())));
    const QUuid before = isListRow(row) ? m_rows.at(row).place.uid : QUuid();
    const core::TaskList* next = m_catalogue.list(before);
    moveList(list, next ? m_catalogue.parentOf(*next) : QUuid(), before);
    return false; // the row itself moves when the change is stored, so the view must not take it away
}

} // namespace glow::app
