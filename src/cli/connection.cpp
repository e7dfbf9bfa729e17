#include "cli/connection.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace glow::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Connection)
};

QString firstHost(const store::ConnectionString& string)
{
    return string.hosts.isEmpty() ? QString() : string.hosts.constFirst().host;
}

} // namespace

QJsonObject connectionJson(const store::ConnectionString& string)
{
    QJsonArray hosts;
    for (const store::HostPort& place : string.hosts)
        hosts.append(place.host + u':' + QString::number(place.port));
    return {{QStringLiteral("host"), firstHost(string)},
            {QStringLiteral("port"), string.hosts.isEmpty() ? 5432 : string.hosts.constFirst().port},
            {QStringLiteral("hosts"), hosts},
            {QStringLiteral("database"), string.database},
            {QStringLiteral("user"), string.user},
            {QStringLiteral("password_set"), !string.password.isEmpty()},
            {QStringLiteral("sslmode"), string.sslmode()},
            {QStringLiteral("pooled"), string.isPooled()},
            {QStringLiteral("pooled_host"), firstHost(string.pooled())},
            {QStringLiteral("direct_host"), firstHost(string.direct())},
            {QStringLiteral("display"), string.display()},
            {QStringLiteral("notes"), QJsonArray::fromStringList(string.notes)}};
}

core::Result<Reply> connection(Context& context)
{
    if (context.options.arguments != QStringList{QStringLiteral("-")})
        return usageError(
            Text::tr("glowlist connection takes - and reads the connection string from standard input."));
    const auto text = readStandardInput();
    if (!text)
        return text.error();
    const auto parsed = store::ConnectionString::parse(*text);
    if (!parsed)
        return parsed.error();
    QStringList lines{parsed->display(), Text::tr("Encryption: %1").arg(parsed->sslmode()),
                      Text::tr("Pooled host: %1").arg(firstHost(parsed->pooled())),
                      Text::tr("Direct host: %1").arg(firstHost(parsed->direct()))};
    return Reply{connectionJson(*parsed), (lines + parsed->notes).join(u'\n')};
}

} // namespace glow::cli
