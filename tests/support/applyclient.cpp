#include "support/applyclient.h"

#include "store/migrations/migrator.h"
#include "store/sqltext.h"

#include <QDateTime>
#include <QJsonDocument>

namespace glow::tests {

namespace {

QJsonObject operation(const QString& verb, const QString& on, const QString& uid)
{
    return {{QStringLiteral("do"), verb}, {QStringLiteral("on"), on}, {QStringLiteral("uid"), uid}};
}

} // namespace

ApplyClient::ApplyClient(const store::ConnectionString& database)
{
    const core::Result<void> opened = m_connection.open(database);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().message));
}

QJsonObject ApplyClient::send(const QJsonArray& changes)
{
    return send(changes, revision, token);
}

QJsonObject ApplyClient::send(const QJsonArray& changes, const QJsonValue& since,
                              const QJsonValue& sinceToken)
{
    const store::Answer answer = run({{QStringLiteral("v"), 1},
                                      {QStringLiteral("client"), clientId},
                                      {QStringLiteral("actor"), QStringLiteral("maya")},
                                      {QStringLiteral("user"), user},
                                      {QStringLiteral("since"), since},
                                      {QStringLiteral("token"), sinceToken},
                                      {QStringLiteral("changes"), changes}});
    if (answer.error)
        qFatal("%s %s", qPrintable(answer.error->sqlState), qPrintable(answer.error->detail));
    const QByteArray text = answer.results.value(0).value(0).value(0).toString().toUtf8();
    const QJsonObject reply = QJsonDocument::fromJson(text).object();
    revision = reply[u"revision"];
    token = reply[u"token"];
    return reply;
}

QJsonObject ApplyClient::apply(const QJsonArray& operations, const QString& group)
{
    return send({change(operations, group)})[u"changes"][0].toObject();
}

store::Answer ApplyClient::run(const QJsonObject& request)
{
    return m_connection.run(QStringLiteral("select glowlist.apply(%1); commit").arg(store::sqlJson(request)));
}

QString ApplyClient::sql(const QString& statement)
{
    const auto answer = m_connection.query(statement);
    if (!answer)
        qFatal("%s\n%s", qPrintable(statement), qPrintable(answer.error().detail));
    return answer->value(0).value(0).value(0).toString();
}

void migrate(const store::ConnectionString& database, const QString& target)
{
    store::Database connection;
    core::Result<void> done = connection.open(database);
    if (done)
        done = store::Migrator(connection, store::embeddedMigrations().value()).upgrade(target);
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
}

QString uid()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QJsonObject change(const QJsonArray& operations, const QString& group)
{
    QJsonObject made{{QStringLiteral("id"), uid()},
                     {QStringLiteral("label"), QStringLiteral("trial")},
                     {QStringLiteral("at"), QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs)},
                     {QStringLiteral("ops"), operations}};
    if (!group.isEmpty())
        made.insert(QStringLiteral("group"), group);
    return made;
}

QJsonObject create(const QString& on, const QString& uid, const QJsonObject& set)
{
    QJsonObject made = operation(QStringLiteral("create"), on, uid);
    made.insert(QStringLiteral("set"), set);
    return made;
}

QJsonObject update(const QString& on, const QString& uid, const QJsonObject& set, const QJsonObject& was,
                   bool strict)
{
    QJsonObject made = operation(QStringLiteral("update"), on, uid);
    made.insert(QStringLiteral("set"), set);
    if (!was.isEmpty())
        made.insert(QStringLiteral("was"), was);
    if (strict)
        made.insert(QStringLiteral("strict"), true);
    return made;
}

QJsonObject remove(const QString& on, const QString& uid)
{
    return operation(QStringLiteral("delete"), on, uid);
}

QJsonObject restore(const QString& on, const QString& uid)
{
    return operation(QStringLiteral("restore"), on, uid);
}

QJsonObject json(const QString& text)
{
    QJsonParseError error{};
    const QJsonDocument document =
        QJsonDocument::fromJson(QString(text).replace(u'\'', u'"').toUtf8(), &error);
    if (!document.isObject())
        qFatal("%s: %s", qPrintable(text), qPrintable(error.errorString()));
    return document.object();
}

} // namespace glow::tests
