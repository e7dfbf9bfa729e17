#include "store/doctor/connectioncheck.h"
#include "store/migrations/migrator.h"
#include "store/sqltext.h"

#include <QLocale>
#include <QVersionNumber>

// The steps that ask the database, once somebody is signed in.

namespace glow::store {

namespace {

using namespace std::chrono_literals;
using Status = CheckStep::Status;
using errorguide::Finding;

constexpr qint64 neonFreeBytes = 512LL * 1024 * 1024;
constexpr qint64 worthMentioning = 1024 * 1024; // of deleted rows; more than the other bound wants a VACUUM
constexpr double worthSeconds = 60;             // of difference between the clocks
constexpr qint64 worthVacuum = 16 * 1024 * 1024;

// to_regclass fails where the schema may not be used. One round trip for what the later steps say.
enum Fact {
    Glowlist,
    Tasks,
    MayCreate,
    MayUse,
    MayWrite,
    Bytes,
    Now,
    ReadOnly,
    SearchIndex,
    Dead,
    MayPublic,
    TrigramHome,
    HasTrigrams,
    FactCount
};
const QString factsSql = QStringLiteral(
    "with known as (select to_regnamespace('glowlist')::oid as ours, to_regnamespace('public')::oid as "
    "base), "
    "found as (select (select c.oid from pg_class c where c.relname = 'workspace' and c.relnamespace = ours) "
    "as "
    "workspace, (select c.oid from pg_class c where c.relname = 'tasks' and c.relnamespace = base) as tasks, "
    "(select c.oid from pg_class c where c.relname = 'glow_title_trgm' and c.relnamespace = base) as "
    "trigrams, "
    "ours, base from known) "
    "select workspace is not null, tasks is not null, "
    "has_database_privilege(current_database(), 'CREATE'), "
    "coalesce(has_schema_privilege(ours, 'USAGE'), false), "
    "coalesce(has_table_privilege(tasks, 'SELECT') and has_table_privilege(tasks, 'INSERT') and "
    "has_table_privilege(tasks, 'UPDATE') and has_table_privilege(tasks, 'DELETE'), false), "
    "pg_database_size(current_database()), extract(epoch from clock_timestamp())::double precision, "
    "current_setting('transaction_read_only') = 'on', trigrams is not null, "
    "(select coalesce(sum(pg_total_relation_size(s.relid) * s.n_dead_tup / greatest(s.n_live_tup + "
    "s.n_dead_tup, "
    "1)), 0)::bigint from pg_stat_user_tables s where s.schemaname = 'glowlist' "
    "or s.schemaname = 'public' and s.relname in ('tasks', 'users')), "
    "coalesce(has_schema_privilege(base, case when tasks is null then 'CREATE' else 'USAGE' end), false), "
    "(select n.nspname from pg_extension e join pg_namespace n on n.oid = e.extnamespace "
    "where e.extname = 'pg_trgm'), "
    "exists (select from pg_available_extensions where name = 'pg_trgm') "
    "from found");

/// What the migration of the search would have made, where the extension is in `home` or nowhere yet.
QString searchSql(const QString& home)
{
    const QString create =
        home.isEmpty() ? QStringLiteral("create extension pg_trgm schema glowlist; ") : QString();
    const QString index = QStringLiteral("create index %1 on public.tasks using gin (%2 %3.gin_trgm_ops);");
    const QString schema = sqlIdentifier(home.isEmpty() ? QStringLiteral("glowlist") : home);
    return create + index.arg(QStringLiteral("glow_title_trgm"), QStringLiteral("title"), schema) + u' ' +
           index.arg(QStringLiteral("glow_notes_trgm"), QStringLiteral("coalesce(glow_notes, description)"),
                     schema);
}

QString bytesText(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 0, QLocale::DataSizeTraditionalFormat);
}

} // namespace

bool ConnectionCheck::checkWake()
{
    end("wake", Status::Ok, tr("Awake"), tr("%L1 ms until signed in").arg(m_report.signInMilliseconds));
    readFacts();
    return m_facts.size() == FactCount;
}

void ConnectionCheck::readFacts()
{
    const auto answer = m_database.query(factsSql, left(5s));
    if (answer && answer->size() == 1 && answer->constFirst().size() == 1) {
        m_facts = answer->constFirst().constFirst();
        return;
    }
    const core::Error error = answer ? core::Error{} : answer.error();
    end("rights", Status::Failed, errorguide::advice(error), error.detail);
}

bool ConnectionCheck::checkRights()
{
    const bool made = m_facts.at(Glowlist).toBool();
    const QString user = sqlIdentifier(m_target.user);
    const auto fail = [this](Finding finding, const QStringList& arguments) {
        end("rights", Status::Failed, errorguide::advice(finding, arguments), whoAmI());
    };
    if (m_facts.at(ReadOnly).toBool())
        fail(Finding::ReadOnly, {});
    else if (!m_facts.at(MayPublic).toBool())
        fail(Finding::NoRightOnPublic,
             {m_facts.at(Tasks).toBool() ? QStringLiteral("usage") : QStringLiteral("create"), user});
    else if (made && !(m_facts.at(MayUse).toBool() && m_facts.at(MayWrite).toBool()))
        fail(Finding::NoRightOnTables, {user});
    else if (!made && !m_facts.at(MayCreate).toBool())
        fail(Finding::NoRightOnDatabase, {sqlIdentifier(m_target.database), user});
    else {
        end("rights", Status::Ok, tr("Rights"),
            made ? tr("may read and write tasks") : tr("may prepare this database"));
        readUsers();
    }
    return true;
}

void ConnectionCheck::readUsers()
{
    if (!m_facts.at(Tasks).toBool())
        return;
    const auto answer =
        m_database.query(QStringLiteral("select id from public.users order by id limit 100"), left(3s));
    if (!answer)
        return;
    for (const Row& row : answer->constFirst())
        m_report.users.append(row.constFirst().toString());
}

bool ConnectionCheck::checkMigrations()
{
    const auto embedded = embeddedMigrations();
    const auto state = embedded ? Migrator(m_database, *embedded).state() : embedded.error();
    if (!state) {
        const errorguide::Advice advice = state.error().sqlState.isEmpty()
                                              ? errorguide::advice(state.error())
                                              : errorguide::advice(Finding::UnreadableMigrations);
        end("migrations", Status::Failed, advice, state.error().detail);
        return true;
    }
    m_migrated = !state->revision.isNull() && state->pending.isEmpty();
    const auto minimum = QVersionNumber::fromString(state->minimumClient);
    if (!minimum.isNull() && minimum > QVersionNumber::fromString(QStringLiteral(GLOWLIST_VERSION)))
        end("migrations", Status::Failed, errorguide::advice(Finding::OldProgram, {state->minimumClient}),
            state->minimumClient);
    else if (state->newerThanProgram)
        end("migrations", Status::Warning, errorguide::advice(Finding::NewerDatabase), state->revision);
    else if (state->revision.isNull())
        end("migrations", Status::Warning, errorguide::advice(Finding::NotPrepared),
            tr("no tables of Glowlist"));
    else if (!state->pending.isEmpty())
        end("migrations", Status::Warning, errorguide::advice(Finding::Behind),
            state->pending.join(QStringLiteral(", ")));
    else
        end("migrations", Status::Ok, tr("Up to date"), state->revision);
    return true;
}

bool ConnectionCheck::checkSearch()
{
    const QString home = m_facts.at(TrigramHome).toString();
    if (!m_facts.at(Glowlist).toBool())
        end("search", Status::Skipped, tr("Search"), tr("after the upgrade"));
    else if (m_facts.at(SearchIndex).toBool())
        end("search", Status::Ok, tr("Search"), tr("indexed"));
    else
        end("search", Status::Warning,
            errorguide::advice(!home.isEmpty()                    ? Finding::NoSearchIndex
                               : m_facts.at(HasTrigrams).toBool() ? Finding::NoTrigrams
                                                                  : Finding::TrigramsNotInstalled,
                               {searchSql(home)}),
            home.isEmpty() ? tr("without pg_trgm it works, more slowly") : tr("it works, more slowly"));
    return true;
}

bool ConnectionCheck::checkSize()
{
    const qint64 bytes = m_facts.at(Bytes).toLongLong();
    const bool neon = m_target.hosts.constFirst().host.startsWith(u"ep-");
    const qint64 dead = m_facts.at(Dead).toLongLong();
    QString detail = neon ? tr("%1 (the free plan has %2)").arg(bytesText(bytes), bytesText(neonFreeBytes))
                          : bytesText(bytes);
    if (dead > worthMentioning)
        detail += tr(", %1 of it rows that are gone").arg(bytesText(dead));
    if (dead > worthVacuum && dead > bytes / 3)
        end("size", Status::Warning, errorguide::advice(Finding::Bloated), detail);
    else if (neon && bytes > neonFreeBytes * 9 / 10)
        end("size", Status::Warning, errorguide::advice(Finding::NearlyFull), detail);
    else
        end("size", Status::Ok, tr("Size"), detail);
    return true;
}

bool ConnectionCheck::checkClock()
{
    const double difference =
        m_facts.at(Now).toDouble() - static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
    const QString detail = tr("%L1 s apart").arg(std::abs(difference), 0, 'f', 1);
    if (std::abs(difference) > worthSeconds)
        end("clock", Status::Warning, errorguide::advice(Finding::ClocksApart), detail);
    else
        end("clock", Status::Ok, tr("Clock"), detail);
    return true;
}

bool ConnectionCheck::checkWrite()
{
    if (!m_migrated || !m_report.users.contains(m_userId)) {
        end("write", Status::Skipped, tr("Writing a task"),
            m_migrated ? tr("there is no user %1 yet").arg(m_userId) : tr("after the upgrade"));
        return true;
    }
    const Answer answer =
        m_database.run(QStringLiteral("begin; insert into public.tasks (user_id, title, completed, priority, "
                                      "created_at, updated_at) values (") +
                           sqlText(m_userId) +
                           QStringLiteral(", 'Glowlist: connection check', false, 'none', now() at time zone "
                                          "'utc', now() at time zone 'utc')"
                                          " returning title; rollback"),
                       left(5s));
    if (!answer.error) {
        end("write", Status::Ok, tr("Writing a task"), tr("written, read and taken back"));
        return true;
    }
    [[maybe_unused]] const Answer left = m_database.run(QStringLiteral("rollback"));
    end("write", Status::Failed, errorguide::advice(*answer.error), answer.error->detail);
    return true;
}

} // namespace glow::store
