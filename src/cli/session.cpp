#include "cli/session.h"

#include "app/cataloguepatch.h"
#include "app/changemessage.h"
#include "cli/target.h"
#include "core/uid.h"
#include "store/changesql.h"
#include "store/countssql.h"
#include "store/secretstore.h"
#include "store/taskquerysql.h"
#include "store/userssql.h"

#include <QCoreApplication>
#include <QThread>
#include <QVersionNumber>

namespace glow::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Session)
};

constexpr int tries = 5;

core::Error failure(core::ErrorKind kind, const QString& message)
{
    return {kind, message, {}, {}};
}

} // namespace

store::Migrator::Watcher watchMigrations(const Context& context)
{
    store::Migrator::Watcher watcher;
    watcher.step = [progress = context.progress](const store::Migration& migration, int done, int total) {
        progress(QCoreApplication::translate("Session", "Migrating: %1 (%2 of %3)…")
                     .arg(migration.fileName())
                     .arg(done + 1)
                     .arg(total));
    };
    watcher.waiting = context.progress;
    return watcher;
}

Session::Session(Context& context)
    : m_context(context)
{}

core::Result<store::ConnectionString> Session::endpoint(bool direct)
{
    if (m_entry.isPrivate) {
        if (!m_server)
            m_server = std::make_unique<store::LocalServer>(m_context.dataDirectory);
        const auto address = m_server->start(m_context.progress);
        for (const QString& note : address ? address->notes : QStringList())
            m_context.warn(note);
        return address;
    }
    store::ConnectionString target =
        direct && !m_entry.direct.hosts.isEmpty() ? m_entry.direct : m_entry.pooled;
    if (target.password.isEmpty() && m_entry.id != givenId()) {
        const auto settings = store::Settings::load(m_context.dataDirectory);
        if (!settings)
            return settings.error();
        const auto secret = store::SecretStore(m_context.dataDirectory,
                                               settings->value(store::Settings::SecretsInFile).toBool())
                                .read(m_entry.id);
        if (secret)
            target.password = *secret;
        else if (secret.error().kind != core::ErrorKind::NotFound)
            return secret.error();
    }
    return target;
}

core::Result<store::ConnectionString> Session::choose(bool direct)
{
    const auto entry = chooseWorkspace(m_context.options, m_context.dataDirectory, m_context.warn);
    if (!entry)
        return entry.error();
    m_entry = *entry;
    return endpoint(direct);
}

core::Result<void> Session::open(bool direct)
{
    const auto target = choose(direct);
    if (!target)
        return target.error();
    m_context.progress(Text::tr("Connecting to %1…")
                           .arg(m_entry.isPrivate ? Text::tr("the private database") : target->display()));
    return m_database.open(*target);
}

bool Session::isNeon() const
{
    const auto isCompute = [](const store::HostPort& each) { return each.host.startsWith(u"ep-"); };
    return std::any_of(m_entry.pooled.hosts.begin(), m_entry.pooled.hosts.end(), isCompute);
}

QString Session::utcZone() const
{
    return m_catalogue.dueInUtc ? core::Clock::zone() : QString();
}

core::Result<void> Session::openDirect()
{
    return open(true);
}

core::Result<void> Session::openForTasks()
{
    if (const auto read = readClient(); !read)
        return read;
    if (const auto opened = open(false); !opened)
        return opened;
    if (const auto migrated = requireMigrated(); !migrated)
        return migrated;
    if (const auto chosen = chooseUser(); !chosen)
        return chosen;
    const auto rows = m_database.query(store::countssql::catalogue(m_entry.userId));
    if (!rows)
        return rows.error();
    m_catalogue = store::countssql::readCatalogue(rows->value(0));
    return {};
}

core::Result<void> Session::readClient()
{
    auto settings = store::Settings::load(m_context.dataDirectory);
    if (!settings)
        return settings.error();
    m_client = QUuid(settings->text(store::Settings::ClientId));
    if (!m_client.isNull())
        return {};
    m_client = core::newUid();
    settings->set(store::Settings::ClientId, core::uidText(m_client));
    return settings->save(m_context.dataDirectory);
}

core::Result<void> Session::requireMigrated()
{
    const auto migrations = store::embeddedMigrations();
    if (!migrations)
        return migrations.error();
    store::Migrator migrator(m_database, *migrations);
    const auto state = migrator.state();
    if (!state)
        return state.error();
    m_minimumClient = state->minimumClient;
    m_readOnly = QVersionNumber::fromString(m_minimumClient) >
                 QVersionNumber::fromString(QStringLiteral(GLOWLIST_VERSION));
    if (state->newerThanProgram || state->pending.isEmpty())
        return {};
    if (!m_entry.isPrivate)
        return failure(
            core::ErrorKind::Migration,
            Text::tr(
                "This database is not upgraded for this version of Glowlist. Run: glowlist migrate upgrade"));
    return migrator.upgrade(QStringLiteral("head"), watchMigrations(m_context));
}

core::Result<void> Session::chooseUser()
{
    const QString wanted = m_context.options.value(QStringLiteral("user"));
    if (m_entry.isPrivate && wanted.isEmpty())
        return {};
    if (wanted.isEmpty() && !m_entry.userId.isEmpty())
        return {};
    const auto rows = m_database.query(store::userssql::ids());
    if (!rows)
        return rows.error();
    const QStringList ids = store::userssql::readIds(rows->value(0));
    if (wanted.isEmpty() && ids.size() == 1)
        m_entry.userId = ids.constFirst();
    else if (ids.contains(wanted))
        m_entry.userId = wanted;
    else if (ids.isEmpty())
        return failure(core::ErrorKind::NotFound,
                       Text::tr("The database has no user; somebody must sign up first."));
    else if (wanted.isEmpty())
        return failure(
            core::ErrorKind::NotFound,
            Text::tr("The database has several users. Choose one with --user: %1").arg(ids.join(u", ")));
    else
        return failure(core::ErrorKind::NotFound,
                       Text::tr("The database has no user “%1”. It has: %2").arg(wanted, ids.join(u", ")));
    return {};
}

core::Result<QList<core::Task>> Session::find(const QStringList& names)
{
    QList<QUuid> uids;
    QList<qint64> ids;
    for (const QString& name : names) {
        bool isNumber = false;
        const qint64 id = name.toLongLong(&isNumber);
        if (isNumber)
            ids.append(id);
        else if (const QUuid uid(name); !uid.isNull())
            uids.append(uid);
        else
            return failure(core::ErrorKind::NotFound,
                           Text::tr("“%1” is neither the uid nor the number of a task.").arg(name));
    }
    const auto rows = m_database.query(store::taskquerysql::several(m_entry.userId, uids, ids));
    if (!rows)
        return rows.error();
    const QList<store::TaskRow> known = store::taskquerysql::readPage(rows->value(0));
    QList<core::Task> tasks;
    for (const QString& name : names) {
        const auto found = std::find_if(known.begin(), known.end(), [&name](const store::TaskRow& row) {
            return row.task.uid == QUuid(name) || QString::number(row.task.id) == name;
        });
        if (found == known.end())
            return failure(core::ErrorKind::NotFound, Text::tr("There is no task %1.").arg(name));
        const bool again = std::any_of(tasks.begin(), tasks.end(), [&found](const core::Task& task) {
            return task.uid == found->task.uid;
        });
        if (!again)
            tasks.append(found->task);
    }
    return tasks;
}

core::Change Session::makeChange(const QString& label, const QList<core::Operation>& operations) const
{
    return {core::newUid(), {}, label, m_context.clock.nowUtc(), operations};
}

core::Result<Session::Written> Session::write(const core::Change& change, const QList<QUuid>& lookAt)
{
    if (m_readOnly)
        return failure(core::ErrorKind::Migration,
                       Text::tr("This database needs Glowlist %1 or newer; this one may only read it.")
                           .arg(m_minimumClient));
    const store::changesql::Writer writer{m_client, qEnvironmentVariable("USER"), m_entry.userId,
                                          m_catalogue.dueInUtc};
    const QByteArray request = store::changesql::request(writer, {change}, std::nullopt, {});
    const auto answer = send(request, store::taskquerysql::several(m_entry.userId, lookAt));
    if (!answer)
        return answer.error();
    const auto reply = store::changesql::readReply(answer->results.value(0), m_catalogue.dueInUtc);
    if (!reply)
        return reply.error();
    Written written;
    written.outcome = reply->changes.value(0);
    if (!written.outcome.applied)
        return app::refusal(written.outcome);
    for (const core::Operation& operation : change.operations)
        app::patchCatalogue(m_catalogue, operation);
    const QList<store::TaskRow> rows = store::taskquerysql::readPage(answer->results.value(1));
    for (const QUuid& uid : lookAt) {
        for (const store::TaskRow& row : rows) {
            if (row.task.uid == uid)
                written.tasks.append(row.task);
        }
    }
    return written;
}

/// The same bytes again where nobody knows what became of them: the change's id makes that harmless.
core::Result<store::Answer> Session::send(const QByteArray& request, const QString& look)
{
    const QString sql = store::changesql::apply(request) + QStringLiteral("; ") + look;
    for (int i = 1;; ++i) {
        store::Answer answer = m_database.run(sql, store::Database::writeDeadline);
        // Only a later result proves the COMMIT that follows the first.
        if (!answer.error || answer.results.size() >= 2)
            return answer;
        const app::Fate fate = app::fateOf(*answer.error);
        if (i == tries || fate == app::Fate::Refused || fate == app::Fate::Waits)
            return *answer.error;
        QThread::msleep(static_cast<unsigned long>(100 * i));
        // Where the disk is full, opening again lets the private server give its reserve free.
        if (m_database.isAlive() && answer.error->sqlState != u"53100")
            continue;
        m_database.close();
        const auto target = endpoint(false);
        if (!target)
            return target.error();
        if (const auto opened = m_database.open(*target); !opened)
            return opened.error();
    }
}

} // namespace glow::cli
