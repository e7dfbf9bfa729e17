#include "app/transfer/copyportion.h"

#include "core/clock.h"
#include "core/reminder.h"
#include "core/uid.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace glow::app {

namespace {

QByteArray quoted(const QUuid& uid)
{
    return '"' + core::uidText(uid).toLatin1() + '"';
}

/// More keys for an object that stands as text; of two with one name the server takes the later.
QByteArray withKeys(const QString& object, const QByteArray& keys)
{
    return object.toUtf8().chopped(1) + ',' + keys + '}';
}

/// As glowlist.uid_beside makes it.
QUuid uidBeside(const QUuid& uid, const QString& userId)
{
    return QUuid::createUuidV3(uid, QByteArray("copy:" + userId.toUtf8()));
}

} // namespace

void CopyPortion::add(const QString& part, const QByteArray& json)
{
    QByteArray& list = m_rows[part];
    if (!list.isEmpty())
        list += ',';
    list += json;
    ++m_entries;
    m_bytes += json.size() + 1;
}

void CopyPortion::addRow(const QString& entity, const QString& json)
{
    add(entity, json.toUtf8());
}

void CopyPortion::addTag(const QUuid& uid, const QString& json)
{
    add(QStringLiteral("tag"), withKeys(json, "\"uid\":" + quoted(m_frame->tags.value(uid))));
}

QByteArray CopyPortion::link(const QUuid& task, const QUuid& tag) const
{
    const QUuid tagHere = m_frame->tags.value(tag);
    const QUuid taskBeside = uidBeside(task, m_frame->writer.userId);
    return "\"uid\":" + quoted(core::taskTagUid(task, tagHere)) +
           ",\"beside\":" + quoted(core::taskTagUid(taskBeside, tagHere)) + ",\"task\":" + quoted(task) +
           ",\"tag\":" + quoted(tagHere);
}

QString CopyPortion::due(const QString& time, const QString& zone) const
{
    const auto wall = core::WallTime::fromText(time.left(19));
    if (!wall || !wall->hasTime())
        return time;
    const core::WallTime here =
        m_frame->sourceInUtc ? core::Clock::fromUtc(*wall, zone) : core::Clock::toUtc(*wall, zone);
    return here.toText();
}

QByteArray CopyPortion::taskJson(const QString& json) const
{
    const QJsonObject row = QJsonDocument::fromJson(json.toUtf8()).object();
    if (!convertsDue() || !row[u"glow_due_has_time"].toBool() || !row[u"due_date"].isString())
        return json.toUtf8();
    const QString there = row[u"due_date"].toString();
    QString here = due(there, row[u"glow_due_zone"].toString());
    if (there.size() > 19) // fractions of a second, which another program may have written
        here += (here.size() == 16 ? QStringLiteral(":00") : QString()) + there.mid(19);
    return withKeys(json, "\"due_date\":\"" + here.toLatin1() + '"');
}

QByteArray CopyPortion::historyJson(const QString& json) const
{
    if (!convertsDue())
        return json.toUtf8();
    const QJsonObject row = QJsonDocument::fromJson(json.toUtf8()).object();
    QByteArray keys;
    for (const QString& side : {QStringLiteral("old"), QStringLiteral("new")}) {
        QJsonObject values = row[side].toObject();
        if (!values[u"due_date"].isString())
            continue;
        values[u"due_date"] = due(values[u"due_date"].toString(), values[u"due_zone"].toString());
        keys += (keys.isEmpty() ? "\"" : ",\"") + side.toLatin1() +
                "\":" + QJsonDocument(values).toJson(QJsonDocument::Compact);
    }
    return keys.isEmpty() ? json.toUtf8() : withKeys(json, keys);
}

void CopyPortion::addTask(const store::Row& row)
{
    const QUuid uid(row.value(0).toString());
    add(QStringLiteral("task"), taskJson(row.value(1).toString()));
    ++m_tasks;
    const QStringList tags = row.value(2).toString().split(u',', Qt::SkipEmptyParts);
    for (const QString& tag : tags)
        add(QStringLiteral("task_tag"), '{' + link(uid, QUuid(tag)) + '}');
    addReminders(uid, row.value(3).toString());
}

void CopyPortion::addReminders(const QUuid& task, const QString& json)
{
    const QJsonArray reminders = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const QJsonValue& each : reminders) {
        QJsonObject row = each.toObject();
        const QString at = row[u"at"].toString().left(row[u"at_has_time"].toBool() ? 19 : 10);
        const core::Reminder reminder{{}, core::WallTime::fromText(at), row[u"before"].toInt()};
        const QUuid taskBeside = uidBeside(task, m_frame->writer.userId);
        row.insert(QStringLiteral("beside"), core::uidText(core::reminderUid(taskBeside, reminder)));
        add(QStringLiteral("reminder"), QJsonDocument(row).toJson(QJsonDocument::Compact));
    }
}

void CopyPortion::addDependency(const QUuid& uid, const QUuid& task, const QUuid& blocker)
{
    const QString& user = m_frame->writer.userId;
    const QUuid beside = core::dependencyUid(uidBeside(task, user), uidBeside(blocker, user));
    add(QStringLiteral("dependency"), "{\"uid\":" + quoted(uid) + ",\"beside\":" + quoted(beside) +
                                          ",\"task\":" + quoted(task) + ",\"blocker\":" + quoted(blocker) +
                                          '}');
}

void CopyPortion::addHistory(const store::Row& row)
{
    const QString entity = row.value(0).toString();
    const QUuid uid(row.value(1).toString());
    QByteArray json = row.value(2).toString().toUtf8();
    if (entity == u"task")
        json = historyJson(row.value(2).toString());
    else if (entity == u"tag")
        json = withKeys(row.value(2).toString(), "\"uid\":" + quoted(m_frame->tags.value(uid)));
    else if (entity == u"task_tag")
        json = withKeys(row.value(2).toString(),
                        link(QUuid(row.value(3).toString()), QUuid(row.value(4).toString())));
    if (!m_history.isEmpty())
        m_history += ',';
    m_history += json;
    ++m_entries;
    m_bytes += json.size() + 1;
}

void CopyPortion::finish(qint64 historyThrough)
{
    m_finished = true;
    m_historyThrough = historyThrough;
}

bool CopyPortion::isFull() const
{
    return m_tasks >= mostTasks || m_entries >= mostEntries || m_bytes >= mostBytes;
}

QByteArray CopyPortion::request(const QUuid& change) const
{
    const auto object = [](const QJsonObject& json) {
        return QJsonDocument(json).toJson(QJsonDocument::Compact);
    };
    const QJsonObject frame{
        {QStringLiteral("v"), 1},
        {QStringLiteral("client"), core::uidText(m_frame->writer.client)},
        {QStringLiteral("actor"), m_frame->writer.actor},
        {QStringLiteral("user"), m_frame->writer.userId},
        {QStringLiteral("source"), QJsonObject{{QStringLiteral("token"), core::uidText(m_frame->sourceToken)},
                                               {QStringLiteral("user"), m_frame->sourceUser}}},
        {QStringLiteral("change"),
         QJsonObject{{QStringLiteral("id"), core::uidText(change)},
                     {QStringLiteral("group"), core::uidText(m_frame->group)},
                     {QStringLiteral("label"), m_frame->label},
                     {QStringLiteral("at"), m_frame->at.toUTC().toString(Qt::ISODateWithMs)}}},
        {QStringLiteral("known_through"), m_frame->knownThrough},
        {QStringLiteral("history_through"), m_historyThrough},
        {QStringLiteral("finished"), m_finished}};
    // A portion without any says that its tasks have none.
    QByteArray rows = m_rows.contains(QStringLiteral("reminder")) ? QByteArray() : "\"reminder\":[]";
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it)
        rows += (rows.isEmpty() ? "\"" : ",\"") + it.key().toLatin1() + "\":[" + it.value() + ']';
    return object(frame).chopped(1) + ",\"rows\":{" + rows + "},\"history\":[" + m_history + "]}";
}

QHash<QUuid, QUuid> mapTags(const store::Rows& tags, const store::copysql::Target& target)
{
    const QList<QUuid> there = target.tags.values();
    QSet<QUuid> taken(there.cbegin(), there.cend());
    QHash<QUuid, QUuid> map;
    for (const store::Row& row : tags) {
        const QUuid uid(row.value(0).toString());
        const QString name = row.value(1).toString();
        QUuid here = target.tags.value(name.toCaseFolded());
        if (here.isNull()) {
            here = core::tagUid(target.token, name);
            // A tag that has another name now keeps the uid of its first one.
            if (taken.contains(here))
                here = QUuid::createUuidV5(target.token, core::uidText(uid));
            taken.insert(here);
        }
        map.insert(uid, here);
    }
    return map;
}

} // namespace glow::app
