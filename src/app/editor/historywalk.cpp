#include "app/editor/historywalk.h"

#include "core/taskfield.h"
#include "core/uid.h"

#include <algorithm>

namespace glow::app {

namespace {

using store::HistoryRow;
using Kind = HistoryRow::Kind;

const QStringList place{QStringLiteral("list"), QStringLiteral("section"), QStringLiteral("parent"),
                        QStringLiteral("position")};
const QStringList schedule{QStringLiteral("due_date"), QStringLiteral("due_zone"), QStringLiteral("start"),
                           QStringLiteral("rrule"), QStringLiteral("from_completion")};
const QString completed = QStringLiteral("completed");

QString linkField(const QString& entity)
{
    return entity == u"task_tag"     ? FieldTexts::tags
           : entity == u"dependency" ? FieldTexts::blockers
                                     : FieldTexts::reminders;
}

bool isLinkField(const QString& field)
{
    return field == FieldTexts::tags || field == FieldTexts::blockers || field == FieldTexts::reminders;
}

QStringList texts(const QList<QUuid>& uids)
{
    QStringList all;
    for (const QUuid& uid : uids)
        all.append(core::uidText(uid));
    return all;
}

/// The fields of an entry that come back with one of them: its unit (DATABASE.md section 2, point 4), as far
/// as it was changed.
QStringList together(const QString& field, const QJsonObject& before)
{
    QStringList fields;
    for (const QStringList& unit : {place, schedule}) {
        if (unit.contains(field))
            fields = unit;
    }
    if (fields.isEmpty())
        return {field};
    fields.removeIf([&before](const QString& each) { return !before.contains(each); });
    return fields;
}

/// What people see of the changed fields, in the order of the words of FieldTexts. Where the list changed,
/// the section and what it was part of went with it.
QStringList shownFields(const QJsonObject& before)
{
    QStringList shown;
    const QStringList fields = before.keys();
    for (const QString& field : fields) {
        const QString as = FieldTexts::shownAs(field);
        const bool follows = before.contains(u"list") && (as == u"section" || as == u"parent");
        if (!as.isEmpty() && !follows && !shown.contains(as))
            shown.append(as);
    }
    return shown;
}

} // namespace

void HistoryWalk::begin(const store::HistoryStart& start, bool dueInUtc, const core::Clock& clock)
{
    m_clock = clock;
    m_dueInUtc = dueInUtc;
    m_then = start.values;
    m_now = onTheWall(m_then);
    m_names = start.names;
    m_linksNow = {{FieldTexts::tags, texts(start.tags)},
                  {FieldTexts::blockers, texts(start.blockers)},
                  {FieldTexts::reminders, start.reminders}};
    m_linksThen = m_linksNow;
}

QList<HistoryEntry> HistoryWalk::entries(const QList<HistoryRow>& rows, const QUuid& task)
{
    QList<HistoryEntry> all;
    QSet<std::pair<qint64, QUuid>> whole; // the task came or went as a whole, links and subtasks with it
    for (const HistoryRow& row : rows) {
        for (auto name = row.names.begin(); name != row.names.end(); ++name)
            m_names.insert(name.key(), name.value());
        if (row.entity != u"task") {
            addLink(row, all);
        } else if (row.uid != task) {
            addSubtask(row, all);
        } else if (row.kind == Kind::Update) {
            addFields(row, all);
        } else {
            addEvent(row, all);
            whole.insert({row.revision, row.change});
        }
    }
    all.removeIf([&whole](const HistoryEntry& entry) {
        return (isLinkField(entry.field) || entry.field == FieldTexts::subtask) &&
               whole.contains({entry.revision, entry.change});
    });
    return all;
}

HistoryEntry HistoryWalk::entryOf(const HistoryRow& row, const QString& field) const
{
    HistoryEntry entry;
    entry.revision = row.revision;
    entry.change = row.change;
    entry.uid = row.uid;
    entry.at = row.at;
    entry.client = row.client;
    entry.actor = row.actor;
    entry.field = field;
    entry.label = FieldTexts::label(field);
    return entry;
}

void HistoryWalk::addFields(const HistoryRow& row, QList<HistoryEntry>& to)
{
    const QJsonObject after = onTheWall(m_then);
    for (auto value = row.before.begin(); value != row.before.end(); ++value)
        m_then.insert(value.key(), value.value());
    const QJsonObject before = onTheWall(m_then);
    const auto name = [this](const QString& uid) { return nameOf(uid); };
    const QDate today = m_clock.today();
    const QStringList shown = shownFields(row.before);
    for (const QString& field : shown) {
        HistoryEntry entry = entryOf(row, field);
        entry.from = FieldTexts::value(field, before, today, name);
        entry.to = FieldTexts::value(field, after, today, name);
        if (entry.from.contains(u'\n') || entry.to.contains(u'\n') || field == u"notes") {
            entry.wholeFrom = before[field].toString();
            entry.wholeTo = after[field].toString();
            std::tie(entry.from, entry.to) = FieldTexts::longTexts(entry.wholeFrom, entry.wholeTo);
        }
        const QStringList fields = together(field, row.before);
        for (const QString& each : fields)
            entry.before.insert(each, before[each]);
        entry.isCurrent = std::all_of(fields.begin(), fields.end(), [&](const QString& each) {
            return each == u"position" || before[each] == m_now[each];
        });
        to.append(entry);
    }
}

void HistoryWalk::addLink(const HistoryRow& row, QList<HistoryEntry>& to)
{
    if (row.kind == Kind::Update)
        return;
    const QString field = linkField(row.entity);
    const QString link = row.entity == u"reminder" ? row.text : core::uidText(row.other);
    QStringList& links = m_linksThen[field];
    const QString after = linkTexts(field, links);
    if (row.kind == Kind::Create)
        links.removeOne(link);
    else if (!links.contains(link))
        links.append(link);
    auto entry = std::find_if(to.begin(), to.end(), [&](const HistoryEntry& each) {
        return each.field == field && each.revision == row.revision && each.change == row.change;
    });
    if (entry == to.end()) {
        to.append(entryOf(row, field));
        entry = std::prev(to.end());
        entry->to = after;
    }
    entry->from = linkTexts(field, links);
    entry->links = links;
    const QStringList now = m_linksNow[field];
    entry->isCurrent = QSet<QString>(links.begin(), links.end()) == QSet<QString>(now.begin(), now.end());
}

void HistoryWalk::addSubtask(const HistoryRow& row, QList<HistoryEntry>& to) const
{
    HistoryEntry entry = entryOf(row, FieldTexts::subtask);
    entry.from = row.text;
    if (row.kind == Kind::Update) {
        const bool done = row.after[completed].toBool();
        entry.to = done ? tr("done") : tr("open");
        entry.before = {{completed, !done}};
    } else {
        entry.to = row.kind == Kind::Delete ? tr("deleted") : row.wasThere ? tr("restored") : tr("added");
        entry.isCurrent = true;
    }
    to.append(entry);
}

void HistoryWalk::addEvent(const HistoryRow& row, QList<HistoryEntry>& to) const
{
    HistoryEntry entry = entryOf(row, FieldTexts::event);
    entry.label = row.kind == Kind::Delete ? tr("Deleted") : row.wasThere ? tr("Restored") : tr("Created");
    entry.to = tr("“%1”").arg(m_then[u"title"].toString());
    entry.hasFrom = false;
    entry.isCurrent = true;
    to.append(entry);
}

/// What is stored in UTC, on the wall clock of the zone that the task had with it.
QJsonObject HistoryWalk::onTheWall(QJsonObject values) const
{
    const auto due = core::WallTime::fromText(values[u"due_date"].toString());
    if (m_dueInUtc && due && due->hasTime()) {
        values.insert(QStringLiteral("due_date"),
                      core::Clock::fromUtc(*due, values[u"due_zone"].toString()).toText());
    }
    return values;
}

QString HistoryWalk::nameOf(const QString& uid) const
{
    const QString name = m_names[uid][u"name"].toString();
    return name.isEmpty() ? tr("something that is gone") : name;
}

QString HistoryWalk::linkTexts(const QString& field, const QStringList& links) const
{
    QStringList all;
    for (const QString& link : links)
        all.append(field == FieldTexts::reminders ? FieldTexts::reminder(link, m_clock.today())
                                                  : nameOf(link));
    if (field != FieldTexts::reminders)
        std::sort(all.begin(), all.end(),
                  [](const QString& a, const QString& b) { return a.localeAwareCompare(b) < 0; });
    return all.isEmpty() ? FieldTexts::nothing() : all.join(QStringLiteral(", "));
}

bool HistoryWalk::isGone(const QString& uid) const
{
    return !uid.isEmpty() && !m_names[uid][u"there"].toBool();
}

core::Task HistoryWalk::taskNow(const QUuid& uid) const
{
    core::Task task;
    core::setTaskValues(task, m_now);
    task.uid = uid;
    return task;
}

} // namespace glow::app
