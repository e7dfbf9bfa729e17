#include "core/change.h"

#include "core/uid.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <algorithm>
#include <array>

namespace glow::core {

namespace {

constexpr std::array entityNames{"task",     "list",     "section",    "tag",
                                 "task_tag", "reminder", "dependency", "filter"};
constexpr std::array verbNames{"create", "update", "move", "delete", "restore", "revert"};

template <typename Enum, std::size_t N>
std::optional<Enum> enumNamed(const std::array<const char*, N>& names, QStringView name)
{
    for (std::size_t i = 0; i < N; ++i) {
        if (name == QLatin1String(names[i]))
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

QString verbName(Verb verb)
{
    return QString::fromLatin1(verbNames[static_cast<std::size_t>(verb)]);
}

QJsonObject toJson(const Operation& operation)
{
    if (operation.verb == Verb::Revert) {
        QJsonObject revert{{QStringLiteral("do"), verbName(operation.verb)},
                           {QStringLiteral("group"), uidText(operation.uid)}};
        if (!operation.change.isNull())
            revert.insert(QStringLiteral("change"), uidText(operation.change));
        return revert;
    }
    QJsonObject json{{QStringLiteral("do"), verbName(operation.verb)},
                     {QStringLiteral("on"), entityName(operation.on)},
                     {QStringLiteral("uid"), uidText(operation.uid)}};
    if (!operation.set.isEmpty())
        json.insert(QStringLiteral("set"), operation.set);
    if (!operation.was.isEmpty())
        json.insert(QStringLiteral("was"), operation.was);
    if (operation.strict)
        json.insert(QStringLiteral("strict"), true);
    if (!operation.like.isNull())
        json.insert(QStringLiteral("like"), uidText(operation.like));
    return json;
}

std::optional<Operation> operationFromJson(const QJsonObject& json)
{
    Operation operation;
    const auto verb = enumNamed<Verb>(verbNames, json[u"do"].toString());
    if (!verb)
        return std::nullopt;
    operation.verb = *verb;
    if (*verb == Verb::Revert) {
        operation.uid = QUuid(json[u"group"].toString());
        operation.change = QUuid(json[u"change"].toString());
        return operation;
    }
    const auto entity = entityNamed(json[u"on"].toString());
    if (!entity)
        return std::nullopt;
    operation.on = *entity;
    operation.uid = QUuid(json[u"uid"].toString());
    operation.set = json[u"set"].toObject();
    operation.was = json[u"was"].toObject();
    operation.strict = json[u"strict"].toBool();
    operation.like = QUuid(json[u"like"].toString());
    return operation;
}

Operation revert(const Change& of)
{
    Operation operation;
    operation.verb = Verb::Revert;
    operation.uid = of.group.isNull() ? of.id : of.group;
    operation.change = of.group.isNull() ? QUuid() : of.id;
    return operation;
}

Operation inverse(Operation operation, const Change& of)
{
    switch (operation.verb) {
    case Verb::Create:
        operation.verb = Verb::Delete;
        break;
    case Verb::Delete:
        operation.verb = Verb::Restore;
        break;
    case Verb::Restore:
        operation.verb = Verb::Delete;
        break;
    case Verb::Update:
    case Verb::Move:
        std::swap(operation.set, operation.was);
        operation.strict = true;
        break;
    case Verb::Revert: // what the revert did is taken back in turn
        return revert(of);
    }
    return operation;
}

QList<QJsonObject> objects(const QJsonValue& value)
{
    QList<QJsonObject> list;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& each : array)
        list.append(each.toObject());
    return list;
}

ChangeOutcome outcomeFromJson(const QJsonObject& json)
{
    ChangeOutcome outcome;
    outcome.id = QUuid(json[u"id"].toString());
    outcome.applied = json[u"state"].toString() == u"applied";
    outcome.duplicate = json[u"duplicate"].toBool();
    outcome.revision = json[u"revision"].toInteger();
    outcome.code = json[u"code"].toString();
    outcome.field = json[u"field"].toString();
    outcome.sqlState = json[u"sqlstate"].toString();
    outcome.message = json[u"message"].toString();
    outcome.overwrote = objects(json[u"overwrote"]);
    outcome.skipped = objects(json[u"skipped"]);
    return outcome;
}

} // namespace

QString entityName(Entity entity)
{
    return QString::fromLatin1(entityNames[static_cast<std::size_t>(entity)]);
}

std::optional<Entity> entityNamed(QStringView name)
{
    return enumNamed<Entity>(entityNames, name);
}

Change inverse(const Change& change, const QDateTime& now)
{
    Change back{newUid(), {}, change.label, now.toUTC(), {}};
    const bool tookAlong = std::any_of(change.operations.begin(), change.operations.end(),
                                       [](const Operation& each) { return !each.like.isNull(); });
    for (auto it = change.operations.crbegin(); it != change.operations.crend(); ++it) {
        // Updates are taken back here too, so that they show at once.
        if (!tookAlong || it->verb == Verb::Update)
            back.operations.append(inverse(*it, change));
    }
    if (tookAlong)
        back.operations.append(revert(change));
    return back;
}

QJsonObject toJson(const Change& change)
{
    QJsonArray operations;
    for (const Operation& operation : change.operations)
        operations.append(toJson(operation));
    QJsonObject json{{QStringLiteral("id"), uidText(change.id)},
                     {QStringLiteral("label"), change.label},
                     {QStringLiteral("at"), change.at.toUTC().toString(Qt::ISODateWithMs)},
                     {QStringLiteral("ops"), operations}};
    if (!change.group.isNull())
        json.insert(QStringLiteral("group"), uidText(change.group));
    return json;
}

std::optional<Change> changeFromJson(const QJsonObject& json)
{
    Change change{QUuid(json[u"id"].toString()),
                  QUuid(json[u"group"].toString()),
                  json[u"label"].toString(),
                  QDateTime::fromString(json[u"at"].toString(), Qt::ISODateWithMs),
                  {}};
    if (change.id.isNull())
        return std::nullopt;
    const QJsonArray operations = json[u"ops"].toArray();
    for (const QJsonValue& each : operations) {
        const auto operation = operationFromJson(each.toObject());
        if (!operation)
            return std::nullopt;
        change.operations.append(*operation);
    }
    return change;
}

std::optional<ApplyReply> applyReplyFromJson(const QByteArray& text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text);
    if (!document.isObject())
        return std::nullopt;
    const QJsonObject json = document.object();
    ApplyReply reply;
    reply.revision = json[u"revision"].toInteger();
    reply.token = QUuid(json[u"token"].toString());
    reply.reset = json[u"reset"].toBool();
    for (const QJsonObject& each : objects(json[u"changes"]))
        reply.changes.append(outcomeFromJson(each));
    const QJsonObject rows = json[u"rows"].toObject();
    for (auto it = rows.begin(); it != rows.end(); ++it) {
        if (const auto entity = entityNamed(it.key()))
            reply.rows.insert(*entity, objects(it.value()));
    }
    for (const QJsonObject& each : objects(json[u"gone"])) {
        if (const auto entity = entityNamed(each[u"on"].toString()))
            reply.gone.append({*entity, QUuid(each[u"uid"].toString())});
    }
    return reply;
}

} // namespace glow::core
