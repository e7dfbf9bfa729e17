#include "store/workspaces.h"

#include "store/guithread.h"
#include "store/jsonfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <algorithm>

namespace glow::store {

namespace {

struct Strings {
    Q_DECLARE_TR_FUNCTIONS(Workspaces)
};

QString pathIn(const QString& dataDirectory)
{
    return QDir(dataDirectory).filePath(QStringLiteral("workspaces.json"));
}

QString sslmodeKey()
{
    return QStringLiteral("sslmode");
}

// Encryption stands beside the string: in it, `require` would be raised each time it is read.
QJsonObject toJson(ConnectionString string)
{
    QJsonObject json;
    if (string.hosts.isEmpty())
        return json;
    if (const QString mode = string.options.take(sslmodeKey()); !mode.isEmpty())
        json.insert(sslmodeKey(), mode);
    json.insert(QStringLiteral("uri"), string.display());
    return json;
}

core::Result<ConnectionString> stringFromJson(const QJsonObject& json)
{
    if (json.isEmpty())
        return ConnectionString{};
    auto string = ConnectionString::parse(json[u"uri"].toString());
    if (string && json.contains(sslmodeKey()))
        string->options.insert(sslmodeKey(), json[sslmodeKey()].toString());
    return string;
}

QJsonObject toJson(const WorkspaceEntry& entry)
{
    return {{QStringLiteral("id"), entry.id},
            {QStringLiteral("name"), entry.name},
            {QStringLiteral("pooled"), toJson(entry.pooled)},
            {QStringLiteral("direct"), toJson(entry.direct)},
            {QStringLiteral("user"), entry.userId},
            {QStringLiteral("token"), entry.token},
            {QStringLiteral("accepted"), entry.acceptedRisk},
            {QStringLiteral("connections"), entry.connections}};
}

core::Result<WorkspaceEntry> entryFromJson(const QJsonObject& json)
{
    WorkspaceEntry entry;
    entry.id = json[u"id"].toString();
    entry.name = json[u"name"].toString();
    entry.isPrivate = entry.id == u"private";
    entry.userId = json[u"user"].toString(entry.userId);
    entry.token = json[u"token"].toString();
    entry.acceptedRisk = json[u"accepted"].toString();
    entry.connections = qBound(1, json[u"connections"].toInt(entry.connections), 2);
    for (const auto& [member, key] : {std::pair{&WorkspaceEntry::pooled, QStringLiteral("pooled")},
                                      std::pair{&WorkspaceEntry::direct, QStringLiteral("direct")}}) {
        const auto string = stringFromJson(json[key].toObject());
        if (!string)
            return string.error();
        entry.*member = *string;
    }
    return entry;
}

} // namespace

WorkspaceEntry privateWorkspace()
{
    WorkspaceEntry entry;
    entry.id = QStringLiteral("private");
    entry.isPrivate = true;
    return entry;
}

QString WorkspaceEntry::title() const
{
    return isPrivate && name.isEmpty() ? Strings::tr("On this computer") : name;
}

QString WorkspaceEntry::risk() const
{
    QStringList parts;
    for (const ConnectionString& each : {pooled, direct}) {
        if (isPrivate || each.hosts.isEmpty() || each.isLocal() || each.sslmode() == u"verify-full")
            continue;
        parts.append(each.sslmode());
        for (const HostPort& place : each.hosts)
            parts.append(place.host);
        parts.append(each.options.value(QStringLiteral("hostaddr")));
    }
    return parts.join(u' ').trimmed();
}

core::Result<QList<WorkspaceEntry>> loadWorkspaces(const QString& dataDirectory)
{
    const auto json = readJsonFile(pathIn(dataDirectory));
    if (!json && json.error().kind != core::ErrorKind::NotFound)
        return setAside(pathIn(dataDirectory), json.error());
    QList<WorkspaceEntry> entries;
    const QJsonArray array = json ? (*json)[u"workspaces"].toArray() : QJsonArray();
    for (const QJsonValue& each : array) {
        const auto entry = entryFromJson(each.toObject());
        if (!entry)
            return setAside(
                pathIn(dataDirectory),
                {core::ErrorKind::File, Strings::tr("The file %1 is damaged.").arg(pathIn(dataDirectory)) +
                                            u' ' + entry.error().message});
        entries.append(*entry);
    }
    const auto own = std::find_if(entries.begin(), entries.end(),
                                  [](const WorkspaceEntry& each) { return each.isPrivate; });
    if (own == entries.end())
        entries.prepend(privateWorkspace());
    else
        std::rotate(entries.begin(), own, own + 1);
    return entries;
}

core::Result<void> acceptRisk(const QString& dataDirectory, const WorkspaceEntry& entry)
{
    auto entries = loadWorkspaces(dataDirectory);
    if (!entries)
        return entries.error();
    for (WorkspaceEntry& each : entries.value()) {
        if (each.id == entry.id)
            each.acceptedRisk = entry.risk();
    }
    return saveWorkspaces(dataDirectory, *entries);
}

core::Result<void> saveWorkspaces(const QString& dataDirectory, const QList<WorkspaceEntry>& entries)
{
    assertNotGuiThread();
    QJsonArray array;
    for (const WorkspaceEntry& entry : entries)
        array.append(toJson(entry));
    return writeJsonFile(pathIn(dataDirectory), {{QStringLiteral("workspaces"), array}});
}

} // namespace glow::store
