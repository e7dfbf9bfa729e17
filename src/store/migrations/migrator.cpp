#include "store/migrations/migrator.h"

#include "store/migrations/migrationlock.h"
#include "store/migrations/migrationsql.h"
#include "store/migrations/statementlines.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace glow::store {

using core::Error;
using core::ErrorKind;
using core::Result;

namespace {

constexpr std::chrono::minutes fileDeadline{30}; // indexes over a million rows take their time
constexpr int fileTries = 10;                    // of three seconds each

Error failureIn(const QString& file, const QString& sql, const Answer& answer, int before)
{
    Error error = *answer.error;
    if (error.sqlState.isEmpty())
        return error;
    const qsizetype prefix = before > 0 ? migrationsql::settings().size() : 0;
    const int line = error.position > prefix ? lineOfPosition(sql, error.position - static_cast<int>(prefix))
                                             : lineOfStatement(sql, answer.completed - before);
    error.kind = ErrorKind::Migration;
    error.message = QCoreApplication::translate("Migrator", "%1, line %2: %3")
                        .arg(file)
                        .arg(line)
                        .arg(error.detail.section(u'\n', 0, 0));
    return error;
}

// A table in use, or a deadlock that went against us.
bool isWorthAnotherTry(const Error& error)
{
    return error.sqlState == u"55P03" || error.sqlState == u"40P01";
}

// One message for the file and its mark, hence one transaction.
Result<void> runFile(Database& database, const QString& file, const QString& sql, const QString& afterwards,
                     bool transactional, const Migrator::Watcher& watcher)
{
    Answer answer;
    for (int i = 0; i < fileTries; ++i) {
        answer =
            database.run(transactional ? migrationsql::settings() + sql + afterwards : sql, fileDeadline);
        if (!answer.error || !isWorthAnotherTry(*answer.error))
            break;
        const Result<void> waited = waitForOthers(
            watcher, QCoreApplication::translate(
                         "Migrator", "Another program is using the tables; waiting for it to end…"));
        if (!waited)
            return waited;
    }
    if (answer.error)
        return failureIn(file, sql, answer, transactional ? migrationsql::settingStatements : 0);
    if (transactional)
        return {};
    const auto marked = database.query(afterwards);
    return marked ? Result<void>() : Result<void>(marked.error());
}

// Plain SQL would not be parsed where the tables do not exist yet; a DO block looks first.
QString stateQuery()
{
    return QStringLiteral(R"(do $$
declare
    state jsonb := '{"history": []}';
begin
    if to_regclass('glowlist.migrations') is not null then
        state := jsonb_build_object('history', (
            select coalesce(jsonb_agg(jsonb_build_array(revision, name, to_char(applied_at at time zone 'utc',
                                      'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by revision), '[]')
            from glowlist.migrations));
    end if;
    if to_regclass('glowlist.workspace') is not null then
        state := state || jsonb_build_object('min_client', (select min_client from glowlist.workspace));
    end if;
    perform set_config('glowlist.state', state::text, true);
end
$$; select current_setting('glowlist.state'))");
}

MigrationState stateFrom(const QJsonObject& json, const QList<Migration>& migrations)
{
    MigrationState state;
    state.head = migrations.isEmpty() ? QString() : migrations.constLast().revision;
    state.minimumClient = json[u"min_client"].toString();
    QStringList applied;
    const QJsonArray history = json[u"history"].toArray();
    for (const QJsonValue& entry : history) {
        Migration migration;
        migration.revision = entry[0].toString();
        migration.name = entry[1].toString();
        const auto known =
            std::find_if(migrations.begin(), migrations.end(),
                         [&migration](const Migration& each) { return each.revision == migration.revision; });
        if (known == migrations.end())
            state.newerThanProgram = true;
        else
            migration = *known;
        applied.append(migration.revision);
        state.history.append({migration, QDateTime::fromString(entry[2].toString(), Qt::ISODate)});
    }
    if (!applied.isEmpty())
        state.revision = applied.constLast();
    for (const Migration& migration : migrations) {
        if (applied.contains(migration.revision))
            continue;
        state.pending.append(migration.revision);
        state.history.append({migration, {}});
    }
    return state;
}

Result<void> mayGoDown(const QList<Migration>& steps, bool dataLossAccepted)
{
    const auto unknown =
        std::find_if(steps.begin(), steps.end(), [](const Migration& step) { return step.down.isEmpty(); });
    if (unknown != steps.end())
        return Error{
            ErrorKind::Migration,
            QCoreApplication::translate(
                "Migrator", "Migration %1 was made by a newer Glowlist, which alone can take it back.")
                .arg(unknown->revision)};
    const QStringList losses = lossesOf(steps);
    if (losses.isEmpty() || dataLossAccepted)
        return {};
    return Error{
        ErrorKind::Refused,
        QCoreApplication::translate("Migrator", "This would delete for good: %1").arg(losses.join(u' '))};
}

} // namespace

Migrator::Migrator(Database& database, QList<Migration> migrations)
    : m_database(database)
    , m_migrations(std::move(migrations))
{}

Result<Migrator::State> Migrator::state()
{
    const auto answer = m_database.query(stateQuery());
    if (!answer)
        return answer.error();
    const QByteArray json = answer->value(0).value(0).value(0).toString().toUtf8();
    return stateFrom(QJsonDocument::fromJson(json).object(), m_migrations);
}

Result<void> Migrator::upgrade(const QString& target, const Watcher& watcher)
{
    MigrationLock lock(m_database);
    if (const Result<void> held = lock.acquire(watcher); !held)
        return held;
    const Result<State> now = state();
    if (!now)
        return now.error();
    const Result<QList<Migration>> steps = stepsUp(*now, target);
    if (!steps)
        return steps.error();
    if (now->revision.isNull() && !steps->isEmpty()) {
        const auto made = m_database.query(migrationsql::record());
        if (!made)
            return made.error();
    }
    return run(*steps, true, watcher);
}

Result<void> Migrator::downgrade(const QString& target, bool dataLossAccepted, const Watcher& watcher)
{
    MigrationLock lock(m_database);
    if (const Result<void> held = lock.acquire(watcher); !held)
        return held;
    const Result<State> now = state();
    if (!now)
        return now.error();
    const Result<QList<Migration>> steps = stepsDown(*now, target);
    if (!steps)
        return steps.error();
    if (const Result<void> allowed = mayGoDown(*steps, dataLossAccepted); !allowed)
        return allowed;
    return run(*steps, false, watcher);
}

Result<void> Migrator::stamp(const QString& revision, const Watcher& watcher)
{
    const Result<State> wanted = stateAt(revision, m_migrations);
    if (!wanted)
        return wanted.error();
    MigrationLock lock(m_database);
    if (const Result<void> held = lock.acquire(watcher); !held)
        return held;
    QList<Migration> applied;
    for (const AppliedMigration& entry : wanted->history) {
        if (entry.appliedAt.isValid())
            applied.append(entry.migration);
    }
    const auto stamped = m_database.query(migrationsql::stamp(applied));
    return stamped ? Result<void>() : Result<void>(stamped.error());
}

Result<void> Migrator::run(const QList<Migration>& steps, bool up, const Watcher& watcher)
{
    const QString oldest = m_migrations.isEmpty() ? QString() : m_migrations.constFirst().revision;
    const int total = static_cast<int>(steps.size());
    for (int i = 0; i < total; ++i) {
        const Migration& step = steps.at(i);
        if (const Result<void> wanted = goOn(watcher); !wanted)
            return wanted;
        if (watcher.step)
            watcher.step(step, i, total);
        const Result<void> done =
            up ? runFile(m_database, step.fileName() + QStringLiteral(".up.sql"), step.up,
                         migrationsql::mark(step), step.transactional, watcher)
               : runFile(m_database, step.fileName() + QStringLiteral(".down.sql"), step.down,
                         migrationsql::unmark(step, step.revision == oldest), true, watcher);
        if (!done)
            return done;
    }
    return {};
}

} // namespace glow::store
