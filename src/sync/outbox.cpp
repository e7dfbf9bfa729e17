#include "sync/outbox.h"

#include "core/uid.h"
#include "sync/journal.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QSet>
#include <mutex>

namespace glow::sync {

namespace {

// An emptied journal is cut when it has grown to this, so that it does not grow for ever.
constexpr qint64 worthCutting = 256 * 1024;

QJsonObject addRecord(const core::Change& change)
{
    return {{QStringLiteral("add"), core::toJson(change)}};
}

QJsonArray uidArray(const QList<QUuid>& uids)
{
    QJsonArray array;
    for (const QUuid& uid : uids)
        array.append(core::uidText(uid));
    return array;
}

// Base64, so that what is sent again is what was sent, whatever JSON makes of the text.
QJsonObject freezeRecord(const QList<QUuid>& changes, const QByteArray& request)
{
    return {{QStringLiteral("freeze"), uidArray(changes)},
            {QStringLiteral("request"), QString::fromLatin1(request.toBase64())}};
}

QJsonObject removeRecord(const QList<QUuid>& changes)
{
    return {{QStringLiteral("remove"), uidArray(changes)}};
}

QSet<QUuid> uidsOf(const QJsonValue& array)
{
    QSet<QUuid> uids;
    const QJsonArray texts = array.toArray();
    for (const QJsonValue& text : texts)
        uids.insert(QUuid(text.toString()));
    return uids;
}

void replay(const QJsonObject& record, QList<Outbox::Entry>& entries)
{
    if (record.contains(u"add")) {
        if (const auto change = core::changeFromJson(record[u"add"].toObject()))
            entries.append({*change, {}});
    } else if (record.contains(u"freeze")) {
        const QSet<QUuid> uids = uidsOf(record[u"freeze"]);
        const QByteArray request = QByteArray::fromBase64(record[u"request"].toString().toLatin1());
        for (Outbox::Entry& entry : entries) {
            if (uids.contains(entry.change.id))
                entry.frozenRequest = request;
        }
    } else if (record.contains(u"remove")) {
        const QSet<QUuid> uids = uidsOf(record[u"remove"]);
        entries.removeIf([&uids](const Outbox::Entry& entry) { return uids.contains(entry.change.id); });
    }
}

/// The records that make these entries anew.
QList<QJsonObject> recordsOf(const QList<Outbox::Entry>& entries)
{
    QList<QJsonObject> records;
    QHash<QByteArray, QList<QUuid>> frozen;
    for (const Outbox::Entry& entry : entries) {
        records.append(addRecord(entry.change));
        if (!entry.frozenRequest.isEmpty())
            frozen[entry.frozenRequest].append(entry.change.id);
    }
    for (auto it = frozen.cbegin(); it != frozen.cend(); ++it)
        records.append(freezeRecord(it.value(), it.key()));
    return records;
}

} // namespace

struct Outbox::Private {
    QString directory;
    Journal journal;
    QSet<QUuid> waiting;
    std::mutex mutex;

    bool inMemory() const { return directory.isEmpty(); }
    core::Result<QList<Entry>> adopt(const QString& ownName);
};

Outbox::Outbox(QString directory)
    : d(std::make_unique<Private>())
{
    d->directory = std::move(directory);
}

Outbox::~Outbox()
{
    if (d->journal.isOpen() && d->waiting.isEmpty())
        d->journal.removeFile();
}

core::Result<QList<Outbox::Entry>> Outbox::open()
{
    const std::lock_guard lock(d->mutex);
    if (d->inMemory())
        return QList<Entry>();
    if (!QDir().mkpath(d->directory))
        return core::Error{
            core::ErrorKind::File,
            QCoreApplication::translate("Outbox", "The directory %1 cannot be made.").arg(d->directory),
            {},
            {}};
    QFile::setPermissions(d->directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString name = core::uidText(core::newUid()) + QStringLiteral(".journal");
    const core::Result<void> made = d->journal.create(QDir(d->directory).filePath(name));
    if (!made)
        return made.error();
    return d->adopt(name);
}

/// Copied first and removed then: a crash between leaves both, and the server knows a change it has seen.
core::Result<QList<Outbox::Entry>> Outbox::Private::adopt(const QString& ownName)
{
    const QDir folder(directory);
    const QStringList names =
        folder.entryList({QStringLiteral("*.journal")}, QDir::Files, QDir::Time | QDir::Reversed);
    QList<Entry> all;
    for (const QString& name : names) {
        Journal orphan;
        if (name == ownName || !orphan.takeOver(folder.filePath(name)))
            continue;
        QList<Entry> entries;
        const QList<QJsonObject> records = orphan.records();
        for (const QJsonObject& record : records)
            replay(record, entries);
        entries.removeIf([this](const Entry& entry) { return waiting.contains(entry.change.id); });
        if (!entries.isEmpty()) {
            if (const core::Result<void> copied = journal.append(recordsOf(entries)); !copied)
                return copied.error();
        }
        for (const Entry& entry : entries)
            waiting.insert(entry.change.id);
        all += entries;
        orphan.removeFile();
    }
    return all;
}

core::Result<void> Outbox::append(const QList<core::Change>& changes)
{
    const std::lock_guard lock(d->mutex);
    if (!d->journal.isOpen())
        return {};
    QList<QJsonObject> records;
    for (const core::Change& change : changes)
        records.append(addRecord(change));
    const core::Result<void> result = d->journal.append(records);
    for (const core::Change& change : changes) {
        if (result)
            d->waiting.insert(change.id);
    }
    return result;
}

core::Result<void> Outbox::freeze(const QList<QUuid>& changes, const QByteArray& request)
{
    const std::lock_guard lock(d->mutex);
    if (!d->journal.isOpen())
        return {};
    return d->journal.append({freezeRecord(changes, request)});
}

core::Result<void> Outbox::remove(const QList<QUuid>& changes)
{
    const std::lock_guard lock(d->mutex);
    if (!d->journal.isOpen())
        return {};
    for (const QUuid& change : changes)
        d->waiting.remove(change);
    if (d->waiting.isEmpty() && d->journal.size() > worthCutting)
        return d->journal.clear();
    return d->journal.append({removeRecord(changes)});
}

} // namespace glow::sync
