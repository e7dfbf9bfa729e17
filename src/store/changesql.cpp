#include "store/changesql.h"

#include "core/uid.h"
#include "store/sqltext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace glow::store::changesql {

QByteArray request(const Writer& writer, const QList<core::Change>& changes, std::optional<qint64> since,
                   const QUuid& token)
{
    QJsonArray list;
    for (const core::Change& change : changes)
        list.append(core::toJson(change));
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

core::Result<core::ApplyReply> readReply(const Rows& rows)
{
    if (rows.size() == 1 && rows.constFirst().size() == 1) {
        if (auto reply = core::applyReplyFromJson(rows.constFirst().constFirst().toString().toUtf8()))
            return *std::move(reply);
    }
    return core::Error{core::ErrorKind::Internal,
                       QCoreApplication::translate("ChangeSql",
                                                   "The database answered a change in a form that this "
                                                   "version of Glowlist does not know.")};
}

} // namespace glow::store::changesql
