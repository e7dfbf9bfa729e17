#include "app/editor/historymodel.h"

#include "app/changes.h"
#include "app/editor/titlecheck.h"
#include "app/editor/writername.h"
#include "app/table/tasktexts.h"

#include <QLocale>
#include <algorithm>
#include <chrono>

namespace glow::app {

namespace {

using namespace std::chrono_literals;

constexpr int pageSize = 100;
constexpr int mostAgain = 2000; // read anew at once, after a change while much of it was shown

} // namespace

HistoryModel::HistoryModel(Reader& reader, Changes& changes, const core::Catalogue& catalogue,
                           core::Clock clock, const QUuid& task, QObject* parent)
    : QAbstractListModel(parent)
    , m_reader(reader)
    , m_changes(changes)
    , m_catalogue(catalogue)
    , m_clock(std::move(clock))
    , m_task(task)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(50ms); // what comes together is read once
    connect(&m_refresh, &QTimer::timeout, this, &HistoryModel::refresh);
    connect(&changes, &Changes::confirmed, this,
            [this](const core::Change& change, const core::ApplyReply& reply) {
                if (m_restoring.remove(change.id))
                    m_refresh.start();
                take(reply);
            });
    connect(&changes, &Changes::changedElsewhere, this, &HistoryModel::take);
    connect(&changes, &Changes::outdated, &m_refresh, qOverload<>(&QTimer::start));
    connect(&changes, &Changes::refused, this, [this](const core::Change& change, const core::Error& error) {
        if (m_restoring.remove(change.id))
            Q_EMIT failed(error);
    });
}

/// A subtask that is done and a link that is made are news of the task, too.
void HistoryModel::take(const core::ApplyReply& reply)
{
    const QList<QJsonObject> tasks = reply.rows.value(core::Entity::Task);
    const bool changed = std::any_of(tasks.begin(), tasks.end(), [this](const QJsonObject& row) {
        return QUuid(row[u"uid"].toString()) == m_task;
    });
    if (changed || reply.gone.contains({core::Entity::Task, m_task}))
        m_refresh.start();
}

int HistoryModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

Qt::ItemFlags HistoryModel::flags(const QModelIndex& index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (!entry(index.row()))
        return Qt::ItemNeverHasChildren;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QVariant HistoryModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HistoryEntry* const shown = entry(index.row());
    if (!shown) {
        if (role == HeadingRole)
            return true;
        if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
            return {};
        const QDate day = m_rows.at(index.row()).day;
        const QDate today = m_clock.today();
        if (day == today || day == today.addDays(-1))
            return TaskTexts::dayHeading(day, today);
        //: Date formats as QLocale::toString takes them
        return QLocale().toString(day, day.year() == today.year() ? tr("d MMMM") : tr("d MMMM yyyy"));
    }
    switch (role) {
    case HeadingRole:
        return false;
    case TimeRole:
        return TaskTexts::timeText(shown->at.toLocalTime().time());
    case WhoRole:
        return who(*shown);
    case ForeignRole:
        return shown->client.isNull();
    case FieldRole:
        return shown->label;
    case FromRole:
        return shown->hasFrom ? QVariant(shown->from) : QVariant();
    case ToRole:
        return shown->to;
    case RestorableRole:
        return !shown->isCurrent;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return sentence(*shown);
    default:
        return {};
    }
}

QString HistoryModel::who(const HistoryEntry& entry) const
{
    return writerName(entry.client, entry.actor, m_changes.writer(), m_adopted);
}

QString HistoryModel::sentence(const HistoryEntry& entry) const
{
    const QString time = TaskTexts::timeText(entry.at.toLocalTime().time());
    const QString what =
        entry.hasFrom ? tr("%1: %2 → %3", "field, before, after").arg(entry.label, entry.from, entry.to)
                      : entry.label + u' ' + entry.to;
    return QStringList{time, who(entry), what}.join(QStringLiteral("\t"));
}

const HistoryEntry* HistoryModel::entry(int row) const
{
    const int number = m_rows.value(row).entry;
    return number < 0 || row < 0 || row >= m_rows.size() ? nullptr : &m_entries.at(number);
}

int HistoryModel::rowOf(const HistoryEntry& wanted) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        const HistoryEntry* const each = entry(row);
        if (each && each->revision == wanted.revision && each->change == wanted.change &&
            each->field == wanted.field && each->uid == wanted.uid)
            return row;
    }
    return -1;
}

bool HistoryModel::canFetchMore(const QModelIndex& parent) const
{
    return !parent.isValid() && m_hasMore && !m_loading;
}

void HistoryModel::fetchMore(const QModelIndex& parent)
{
    if (canFetchMore(parent))
        read(m_last, pageSize);
}

void HistoryModel::refresh()
{
    m_refresh.stop();
    read(0, std::min(m_readRows + pageSize, mostAgain));
}

void HistoryModel::read(qint64 before, int limit)
{
    m_loading = true;
    const quint64 asked = ++m_asked;
    QList<QUuid> tags;
    for (const core::Tag& tag : m_catalogue.tags)
        tags.append(tag.uid);
    m_reader.history(m_task, tags, before, limit)
        .then(this, [this, asked, before, limit](const core::Result<HistoryPage>& page) {
            arrived(asked, before, limit, page);
        });
    Q_EMIT changed();
}

void HistoryModel::arrived(quint64 asked, qint64 before, int limit, const core::Result<HistoryPage>& page)
{
    if (asked != m_asked)
        return;
    m_loading = false;
    if (!page) {
        m_hasMore = false; // the next refresh tries again
        Q_EMIT failed(page.error());
        Q_EMIT changed();
        return;
    }
    QList<store::HistoryRow> rows = page->rows;
    m_hasMore = rows.size() == limit;
    // A transaction is told as a whole: what the page has of the last one is read with the next page.
    const qint64 revision = rows.isEmpty() ? 0 : rows.constLast().revision;
    if (m_hasMore && rows.constFirst().revision != revision)
        rows.removeIf([revision](const store::HistoryRow& row) { return row.revision == revision; });
    if (!rows.isEmpty())
        m_last = rows.constLast().id;
    if (before == 0) {
        m_isRead = true;
        m_adopted = page->start.adopted;
        m_readRows = static_cast<int>(rows.size());
        m_walk.begin(page->start, m_reader.dueInUtc(), m_clock);
        showAll(m_walk.entries(rows, m_task));
    } else {
        m_readRows += static_cast<int>(rows.size());
        append(m_walk.entries(rows, m_task));
    }
    Q_EMIT changed();
}

/// Rows for the entries from this one on, with a heading where a day begins.
QList<HistoryModel::Row> HistoryModel::rowsFor(qsizetype first) const
{
    QList<Row> rows;
    QDate day = first == 0 || m_rows.isEmpty() ? QDate() : m_rows.constLast().day;
    for (qsizetype i = first; i < m_entries.size(); ++i) {
        const HistoryEntry& each = m_entries.at(i);
        if (!m_field.isEmpty() && each.field != m_field)
            continue;
        const QDate own = each.at.toLocalTime().date();
        if (own != day)
            rows.append({-1, own});
        day = own;
        rows.append({static_cast<int>(i), own});
    }
    return rows;
}

void HistoryModel::append(const QList<HistoryEntry>& entries)
{
    const qsizetype first = m_entries.size();
    m_entries += entries;
    const QList<Row> rows = rowsFor(first);
    if (rows.isEmpty()) {
        fetchMore({}); // nothing of this page is for people: on to the next
        return;
    }
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(rows.size()) - 1);
    m_rows += rows;
    endInsertRows();
}

void HistoryModel::showAll(const QList<HistoryEntry>& entries)
{
    beginResetModel();
    m_entries = entries;
    m_rows = rowsFor(0);
    endResetModel();
    if (m_rows.isEmpty())
        fetchMore({});
}

QStringList HistoryModel::fields() const
{
    QStringList all;
    for (const HistoryEntry& each : m_entries) {
        if (!all.contains(each.field))
            all.append(each.field);
    }
    std::sort(all.begin(), all.end(), [](const QString& a, const QString& b) {
        return FieldTexts::label(a).localeAwareCompare(FieldTexts::label(b)) < 0;
    });
    return all;
}

void HistoryModel::setField(const QString& field)
{
    m_field = field;
    showAll(QList(m_entries));
    Q_EMIT changed();
}

core::Result<void> HistoryModel::restore(int row)
{
    const HistoryEntry* const chosen = entry(row);
    if (!chosen || chosen->isCurrent)
        return {};
    const core::Result<QList<core::Operation>> operations = m_walk.restoring(*chosen, m_task);
    if (!operations)
        return operations.error();
    if (operations->isEmpty())
        return {};
    const QString label =
        tr("Restore %1: %2", "field, title of the task").arg(chosen->label, shortTitle(title()));
    const core::Change change = m_changes.make(label, *operations);
    m_restoring.insert(change.id);
    m_changes.apply(change);
    return {};
}

QString HistoryModel::text(const QList<int>& rows) const
{
    QStringList lines;
    for (const int row : rows) {
        if (const HistoryEntry* const each = entry(row))
            lines.append(each->at.toLocalTime().date().toString(Qt::ISODate) + u' ' + sentence(*each));
    }
    return lines.join(u'\n');
}

} // namespace glow::app
