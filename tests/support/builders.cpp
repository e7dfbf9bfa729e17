#include "support/builders.h"

#include "core/position.h"
#include "core/uid.h"
#include "store/changesql.h"
#include "store/migrations/migrator.h"

#include <QDateTime>

namespace glow::tests {

namespace {

template <typename T> T must(core::Result<T> result)
{
    if (!result)
        qFatal("%s\n%s", qPrintable(result.error().message), qPrintable(result.error().detail));
    return *std::move(result);
}

void must(const core::Result<void>& result)
{
    if (!result)
        qFatal("%s\n%s", qPrintable(result.error().message), qPrintable(result.error().detail));
}

/// Migrated once for each server, then copied, which is much faster.
QString migratedDatabase(TemporaryServer& server)
{
    static QHash<QString, QString> names;
    QString& name = names[server.socketDirectory()];
    if (name.isEmpty()) {
        const store::ConnectionString fresh = server.createDatabase();
        store::Database connection;
        must(connection.open(fresh));
        must(store::Migrator(connection, must(store::embeddedMigrations())).upgrade());
        name = fresh.database;
    }
    return name;
}

} // namespace

Builder::Builder(TemporaryServer& server)
    : Builder(server, server.createDatabase(migratedDatabase(server)))
{}

Builder::Builder(TemporaryServer& server, store::ConnectionString database)
    : m_server(server)
    , m_database(std::move(database))
{
    m_tagNamespace = QUuid(sql(QStringLiteral("select token from glowlist.workspace")));
}

QUuid Builder::list(const QString& name)
{
    const QUuid uid = core::newUid();
    apply({operation(core::Verb::Create, core::Entity::List, uid,
                     {{QStringLiteral("name"), name},
                      {QStringLiteral("position"), core::positionAtEnd(QDateTime::currentDateTime())}})});
    return uid;
}

QUuid Builder::tag(const QString& name)
{
    const QUuid uid = core::tagUid(m_tagNamespace, name);
    apply({operation(core::Verb::Create, core::Entity::Tag, uid, {{QStringLiteral("name"), name}})});
    return uid;
}

QUuid Builder::task(const QString& title, QJsonObject set, const QList<QUuid>& tags)
{
    const QUuid uid = core::newUid();
    set.insert(QStringLiteral("title"), title);
    QList<core::Operation> operations{operation(core::Verb::Create, core::Entity::Task, uid, set)};
    for (const QUuid& tag : tags)
        operations.append(operation(
            core::Verb::Create, core::Entity::TaskTag, core::taskTagUid(uid, tag),
            {{QStringLiteral("task"), core::uidText(uid)}, {QStringLiteral("tag"), core::uidText(tag)}}));
    apply(operations);
    return uid;
}

void Builder::complete(const QUuid& task)
{
    apply({operation(core::Verb::Update, core::Entity::Task, task, {{QStringLiteral("completed"), true}},
                     {{QStringLiteral("completed"), false}})});
}

void Builder::bulk(int count)
{
    sql(QStringLiteral(
            "insert into public.tasks (user_id, title, completed, priority, due_date, created_at, "
            "updated_at) "
            "select 'local', 'Task ' || n, n % 3 = 0, (array['none','low','medium','high'])[1 + n % 4], "
            "case when n % 5 > 0 then timestamp '2026-01-01' + (n % 365) * interval '1 day' end, now(), "
            "now() "
            "from generate_series(1, %1) n")
            .arg(count));
}

core::ApplyReply Builder::apply(const QList<core::Operation>& operations)
{
    const core::Change change{
        core::newUid(), {}, QStringLiteral("Test data"), QDateTime::currentDateTimeUtc(), operations};
    const store::changesql::Writer writer{core::newUid(), QStringLiteral("tester"), QStringLiteral("local")};
    store::Database connection;
    must(connection.open(m_database));
    const QByteArray request = store::changesql::request(writer, {change}, std::nullopt, {});
    const QList<store::Rows> results = must(connection.query(store::changesql::apply(request)));
    core::ApplyReply reply = must(store::changesql::readReply(results.value(0)));
    if (!reply.changes.value(0).applied)
        qFatal("Refused: %s %s", qPrintable(reply.changes.value(0).code),
               qPrintable(reply.changes.value(0).message));
    return reply;
}

QString Builder::sql(const QString& statement) const
{
    return m_server.psql(m_database.database, statement);
}

qint64 Builder::count(const QString& fromWhere) const
{
    return sql(QStringLiteral("select count(*) from ") + fromWhere).toLongLong();
}

} // namespace glow::tests
