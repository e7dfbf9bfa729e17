#include "app/transfer/trashmodel.h"

#include "app/changes.h"
#include "app/table/tasktexts.h"

#include <QLocale>
#include <algorithm>
#include <functional>

namespace glow::app {

namespace {

constexpr int pageSize = 100;

} // namespace

TrashModel::TrashModel(Reader& reader, Changes& changes, core::Clock clock, QObject* parent)
    : QAbstractTableModel(parent)
    , m_reader(reader)
    , m_changes(changes)
    , m_clock(std::move(clock))
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(150);
    connect(&m_pause, &QTimer::timeout, this, &TrashModel::refresh);
    connect(&changes, &Changes::confirmed, this, [this](const core::Change& change) {
        if (m_restoring.remove(change.id))
            refresh();
    });
    connect(&changes, &Changes::refused, this, [this](const core::Change& change, const core::Error& error) {
        if (!m_restoring.remove(change.id))
            return;
        Q_EMIT failed(error);
        refresh();
    });
}

int TrashModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int TrashModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TrashModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const store::TrashRow& row = m_rows.at(index.row());
    if (role == BelowRole && row.below > 0) {
        const int count = static_cast<int>(row.below);
        return row.isList ? tr("%Ln task(s)", nullptr, count) : tr("%Ln subtask(s)", nullptr, count);
    }
    if (role == LastDayRole)
        return daysLeft(row) <= 1;
    if (role == Qt::ToolTipRole && index.column() == Deleted)
        return QLocale().toString(row.deleted.toLocalTime(), QLocale::LongFormat);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (index.column()) {
    case Title:
        return row.title;
    case List:
        return row.isList ? tr("List") : row.listName.isEmpty() ? TaskTexts::inbox() : row.listName;
    case Deleted:
        return deletedText(row);
    case By:
        return who(row);
    case KeptFor:
        return tr("%Ln day(s)", nullptr, static_cast<int>(daysLeft(row)));
    default:
        return {};
    }
}

QVariant TrashModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Title:
        return tr("Task");
    case List:
        return tr("List");
    case Deleted:
        return tr("Deleted");
    case By:
        return tr("By");
    case KeptFor:
        return tr("Kept for");
    default:
        return {};
    }
}

QString TrashModel::deletedText(const store::TrashRow& row) const
{
    const QDateTime now = m_clock.now();
    const QDate day = row.deleted.toLocalTime().date();
    return day.daysTo(now.date()) < 2 ? TaskTexts::since(row.deleted, now)
                                      : TaskTexts::dayMonth(day, now.date());
}

QString TrashModel::who(const store::TrashRow& row) const
{
    if (row.client.isNull())
        return tr("another program");
    if (row.client == m_changes.writer().client)
        return tr("you, here");
    return row.actor == m_changes.writer().actor ? tr("you, elsewhere") : row.actor;
}

qint64 TrashModel::daysLeft(const store::TrashRow& row) const
{
    const qint64 left = row.deleted.addDays(keptDays).toMSecsSinceEpoch() - m_clock.now().toMSecsSinceEpoch();
    constexpr qint64 day = 24 * 60 * 60 * 1000;
    return std::clamp<qint64>((left + day - 1) / day, 1, keptDays);
}

bool TrashModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_isRead && !m_loading && rowCount() < m_total;
}

void TrashModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        read(m_rows.isEmpty() ? 0 : m_rows.constLast().id);
}

void TrashModel::setSearch(const QString& words)
{
    if (words.trimmed() == m_search)
        return;
    m_search = words.trimmed();
    m_pause.start();
}

void TrashModel::refresh()
{
    m_pause.stop();
    read(0);
}

void TrashModel::read(qint64 before)
{
    m_loading = true;
    const quint64 asked = ++m_asked;
    m_reader.trash(m_search, before, pageSize)
        .then(this,
              [this, asked, before](const core::Result<TrashPage>& page) { arrived(asked, before, page); });
    Q_EMIT changed();
}

void TrashModel::arrived(quint64 asked, qint64 before, const core::Result<TrashPage>& page)
{
    if (asked != m_asked)
        return;
    m_loading = false;
    if (!page) {
        Q_EMIT failed(page.error());
        Q_EMIT changed();
        return;
    }
    m_isRead = true;
    m_total = page->total;
    if (before == 0) {
        beginResetModel();
        m_rows = page->rows;
        endResetModel();
    } else if (!page->rows.isEmpty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(page->rows.size()) - 1);
        m_rows += page->rows;
        endInsertRows();
    } else {
        m_total = rowCount(); // the rest went meanwhile
    }
    Q_EMIT changed();
}

void TrashModel::restore(QList<int> rows)
{
    if (rows.isEmpty())
        return;
    std::sort(rows.begin(), rows.end(), std::greater<>());
    QList<core::Operation> operations;
    QString label;
    for (const int row : rows) {
        const store::TrashRow& each = m_rows.at(row);
        const core::Entity entity = each.isList ? core::Entity::List : core::Entity::Task;
        operations.prepend({core::Verb::Restore, entity, each.uid, {}, {}});
        label = each.title;
    }
    label = rows.size() == 1 ? tr("Restore: %1").arg(label)
                             : tr("Restore %Ln item(s)", nullptr, static_cast<int>(rows.size()));
    const core::Change change = m_changes.make(label, operations);
    m_restoring.insert(change.id);
    for (const int row : std::as_const(rows)) {
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    m_total -= rows.size();
    Q_EMIT changed();
    m_changes.apply(change);
}

void TrashModel::empty()
{
    if (m_rows.isEmpty())
        return;
    m_loading = true;
    Q_EMIT changed();
    m_changes.emptyTrash(m_rows.constFirst().id).then(this, [this](const core::Result<void>& emptied) {
        if (!emptied)
            Q_EMIT failed(emptied.error());
        refresh();
    });
}

} // namespace glow::app
