#include "store/migrations/migrator.h"

#include "store/migrations/statementlines.h"
#include "store/sqltext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>
#include <algorithm>

namespace glow::store {

using core::Error;
using core::ErrorKind;
using core::Result;

namespace {

constexpr std::chrono::minutes fileDeadline{30}; // indexes over a million rows take their time
constexpr int lockTries = 150;
constexpr int fileTries = 10;
constexpr unsigned long lockPauseMilliseconds = 200;

Error failure(const QString& message)
{
    return {ErrorKind::Migration, message};
}

/// Held on the session while migrating. Polled, since a blocking wait deadlocks with CREATE INDEX
/// CONCURRENTLY.
class AdvisoryLock {
public:
    explicit AdvisoryLock(Database& database)
        : m_database(database)
    {}
    ~AdvisoryLock()
    {
        if (m_held && m_database.isOpen())
            m_database.run(QStringLiteral("select pg_advisory_unlock(%1)").arg(key));
    }
    AdvisoryLock(const AdvisoryLock&) = delete;
    AdvisoryLock& operator=(const AdvisoryLock&) = delete;

    Result<void> acquire()
    {
        for (int i = 0; i < lockTries; ++i) {
            const auto answer = m_database.query(QStringLiteral("select pg_try_advisory_lock(%1)").arg(key));
            if (!answer)
                return answer.error();
            m_held = answer->value(0).value(0).value(0).toBool();
            if (m_held)
                return {};
            QThread::msleep(lockPauseMilliseconds);
        }
        return failure(QCoreApplication::translate(
            "Migrator", "Another program is migrating this database. Try again when it is done."));
    }

private:
    static constexpr qint64 key = 0x676c6f776c697374; // "glowlist"
    Database& m_database;
    bool m_held = false;
};

// On the first line of the file, so that its lines keep their numbers.
QString settings()
{
    return QStringLiteral("set local lock_timeout = '3s'; set local statement_timeout = 0; "
                          "set local search_path = pg_catalog, pg_temp; ");
}
constexpr int settingStatements = 3;

QString mark(const Migration& migration)
{
    return QStringLiteral(
               "\n;insert into glowlist.migrations (revision, name, sha256, duration_ms, program) "
               "values (%1, %2, %3, (extract(epoch from clock_timestamp() - now()) * 1000)::int, %4)")
        .arg(sqlText(migration.revision), sqlText(migration.name), sqlText(migration.upSha256),
             sqlText(QStringLiteral("glowlist " GLOWLIST_VERSION)));
}

QString unmark(const Migration& migration, bool last)
{
    if (last)
        return QStringLiteral("\n;drop table glowlist.migrations; drop schema glowlist");
    return QStringLiteral("\n;delete from glowlist.migrations where revision = ") +
           sqlText(migration.revision);
}

Error failureIn(const QString& file, const QString& sql, const Answer& answer, int before)
{
    Error error = *answer.error;
    if (error.sqlState.isEmpty())
        return error;
    const qsizetype prefix = before > 0 ? settings().size() : 0;
    const int line = error.position > prefix ? lineOfPosition(sql, error.position - static_cast<int>(prefix))
                                             : lineOfStatement(sql, answer.completed - before);
    error.kind = ErrorKind::Migration;
    error.message = QCoreApplication::translate("Migrator", "%1, line %2: %3")
                        .arg(file)
                        .arg(line)
                        .arg(error.detail.section(u'\n', 0, 0));
    return error;
}

// One message for the file and its mark, hence one transaction. A table in use (55P03) is tried again.
Result<void> runFile(Database& database, const QString& file, const QString& sql, const QString& afterwards,
                     bool transactional)
{
    Answer answer;
    for (int i = 0; i < fileTries; ++i) {
        answer = database.run(transactional ? settings() + sql + afterwards : sql, fileDeadline);
        if (!answer.error || answer.error->sqlState != u"55P03")
            break;
        QThread::msleep(lockPauseMilliseconds);
    }
    if (answer.error)
        return failureIn(file, sql, answer, transactional ? settingStatements : 0);
    if (transactional)
        return {};
    const auto marked = database.query(afterwards);
    return marked ? Result<void>() : Result<void>(marked.error());
}

// A schema that an administrator made needs no right to make schemas.
QString ownSchema()
{
    return QStringLiteral(R"(do $$ begin
    if to_regnamespace('glowlist') is null then
        create schema glowlist;
    end if;
end $$;
create table if not exists glowlist.migrations (
    revision text primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now(),
    duration_ms integer not null,
    program text not null
))");
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

Migrator::State stateFrom(const QJsonObject& json, const QList<Migration>& migrations)
{
    Migrator::State state;
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

Error unknownTarget(const QString& target)
{
    return failure(QCoreApplication::translate("Migrator", "There is no migration “%1”.").arg(target));
}

QList<Migration> pendingOf(const Migrator::State& state)
{
    QList<Migration> pending;
    for (const Migrator::Applied& entry : state.history) {
        if (!entry.appliedAt.isValid())
            pending.append(entry.migration);
    }
    return pending;
}

Result<QList<Migration>> upwards(const Migrator::State& state, const QString& target)
{
    const QList<Migration> pending = pendingOf(state);
    if (target == u"head")
        return pending;
    if (target.startsWith(u'+')) {
        bool ok = false;
        const int steps = target.mid(1).toInt(&ok);
        return ok && steps > 0 ? Result<QList<Migration>>(pending.mid(0, steps)) : unknownTarget(target);
    }
    const auto reaches = [&target](const auto& migration) { return migration.revision == target; };
    const auto last = std::find_if(pending.begin(), pending.end(), reaches);
    if (last != pending.end())
        return pending.mid(0, std::distance(pending.begin(), last) + 1);
    const bool applied =
        std::any_of(state.history.begin(), state.history.end(),
                    [&reaches](const Migrator::Applied& entry) { return reaches(entry.migration); });
    return applied ? Result<QList<Migration>>(QList<Migration>()) : unknownTarget(target);
}

// Newest first.
Result<QList<Migration>> downwards(const Migrator::State& state, const QString& target)
{
    QList<Migration> applied;
    for (const Migrator::Applied& entry : state.history) {
        if (entry.appliedAt.isValid())
            applied.prepend(entry.migration);
    }
    if (target == u"base")
        return applied;
    if (target.startsWith(u'-')) {
        bool ok = false;
        const int steps = target.mid(1).toInt(&ok);
        return ok && steps > 0 ? Result<QList<Migration>>(applied.mid(0, steps)) : unknownTarget(target);
    }
    for (qsizetype i = 0; i < applied.size(); ++i) {
        if (applied.at(i).revision == target)
            return applied.mid(0, i);
    }
    return unknownTarget(target);
}

Result<void> mayGoDown(const QList<Migration>& steps, bool dataLossAccepted)
{
    QStringList losses;
    for (const Migration& step : steps) {
        if (step.down.isEmpty())
            return failure(
                QCoreApplication::translate(
                    "Migrator", "Migration %1 was made by a newer Glowlist, which alone can take it back.")
                    .arg(step.revision));
        if (!step.losesOnDown.isEmpty())
            losses.append(step.losesOnDown);
    }
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

Result<void> Migrator::upgrade(const QString& target, const Progress& progress)
{
    AdvisoryLock lock(m_database);
    if (const Result<void> held = lock.acquire(); !held)
        return held;
    const Result<State> now = state();
    if (!now)
        return now.error();
    const Result<QList<Migration>> steps = upwards(*now, target);
    if (!steps)
        return steps.error();
    if (now->revision.isNull() && !steps->isEmpty()) {
        const auto made = m_database.query(ownSchema());
        if (!made)
            return made.error();
    }
    for (qsizetype i = 0; i < steps->size(); ++i) {
        const Migration& step = steps->at(i);
        if (progress)
            progress(step, static_cast<int>(i), static_cast<int>(steps->size()));
        const Result<void> done = runFile(m_database, step.fileName() + QStringLiteral(".up.sql"), step.up,
                                          mark(step), step.transactional);
        if (!done)
            return done;
    }
    return {};
}

Result<void> Migrator::downgrade(const QString& target, bool dataLossAccepted, const Progress& progress)
{
    AdvisoryLock lock(m_database);
    if (const Result<void> held = lock.acquire(); !held)
        return held;
    const Result<State> now = state();
    if (!now)
        return now.error();
    const Result<QList<Migration>> steps = downwards(*now, target);
    if (!steps)
        return steps.error();
    if (const Result<void> allowed = mayGoDown(*steps, dataLossAccepted); !allowed)
        return allowed;
    const QString oldest = m_migrations.isEmpty() ? QString() : m_migrations.constFirst().revision;
    for (qsizetype i = 0; i < steps->size(); ++i) {
        const Migration& step = steps->at(i);
        if (progress)
            progress(step, static_cast<int>(i), static_cast<int>(steps->size()));
        const Result<void> done = runFile(m_database, step.fileName() + QStringLiteral(".down.sql"),
                                          step.down, unmark(step, step.revision == oldest), true);
        if (!done)
            return done;
    }
    return {};
}

} // namespace glow::store
