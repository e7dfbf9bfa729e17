#include "store/changesql.h"

#include "core/clock.h"
#include "core/uid.h"
#include "store/sqltext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace glow::store::changesql {

namespace {

using Conversion = core::WallTime (*)(const core::WallTime&, const QString& zone);

const QString dueField = QStringLiteral("due_date");

QJsonValue converted(const QJsonValue& due, Conversion convert, const QString& zone)
{
    const auto time = core::WallTime::fromText(due.toString());
    return time ? QJsonValue(convert(*time, zone).toText()) : due;
}

void convertDue(QJsonObject& values, Conversion convert, const QString& zone)
{
    const auto due = values.find(dueField);
    if (due != values.end())
        *due = converted(*due, convert, zone);
}

QString zoneOf(const QJsonObject& values)
{
    return values[u"due_zone"].toString();
}

core::Change inUtc(core::Change change)
{
    for (core::Operation& operation : change.operations) {
        if (operation.on != core::Entity::Task)
            continue;
        convertDue(operation.set, core::Clock::toUtc, zoneOf(operation.set));
        convertDue(operation.was, core::Clock::toUtc, zoneOf(operation.was));
    }
    return change;
}

void convertReply(core::ApplyReply& reply)
{
    for (QJsonObject& row : reply.rows[core::Entity::Task])
        convertDue(row, core::Clock::fromUtc, zoneOf(row));
    for (core::ChangeOutcome& outcome : reply.changes) {
        for (QList<QJsonObject>* notes : {&outcome.overwrote, &outcome.skipped}) {
            for (QJsonObject& note : *notes) {
                if (note[u"field"] == dueField)
                    note[u"found"] = converted(note[u"found"], core::Clock::fromUtc, {});
            }
        }
    }
}

} // namespace

QByteArray request(const Writer& writer, const QList<core::Change>& changes, std::optional<qint64> since,
                   const QUuid& token)
{
    QJsonArray list;
    for (const core::Change& change : changes)
        list.append(core::toJson(writer.dueInUtc ? inUtc(change) : change));
    const QJsonObject json{
        {QStringLiteral("v"), 1},
        {QStringLiteral("client"), core::uidText(writer.client)},
        {QStringLiteral("actor"), writer.actor},
        {QStringLiteral("user"), writer.userId},
        {QStringLiteral("since"), since ? QJsonValue(*since) : QJsonValue()},
        {QStringLiteral("token"), token.isNull() ? QJsonValue() : QJsonValue(core::uidText(token))},
        {QStringLiteral("changes"), list}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QString apply(const QByteArray& request)
{
    return QStringLiteral("select glowlist.apply(") + sqlJson(request) + QStringLiteral("); commit");
}

QString call(const QString& word)
{
    return QStringLiteral("select pg_notify('glowlist', ") + sqlText(word) + u')';
}

core::Result<core::ApplyReply> readReply(const Rows& rows, bool dueInUtc)
{
    if (rows.size() == 1 && rows.constFirst().size() == 1) {
        if (auto reply = core::applyReplyFromJson(rows.constFirst().constFirst().toString().toUtf8())) {
            if (dueInUtc)
                convertReply(*reply);
            return *std::move(reply);
        }
    }
    return core::Error{core::ErrorKind::Internal,
                       QCoreApplication::translate("ChangeSql",
                                                   "The database answered a change in a form that this "
                                                   "version of Glowlist does not know.")};
}

} // namespace glow::store::changesql
