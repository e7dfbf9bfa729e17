#include "store/doctor/connectioncheck.h"
#include "store/doctor/errorguide.h"
#include "store/migrations/migrator.h"
#include "store/sqltext.h"

#include <QLocale>
#include <QVersionNumber>

// The steps that ask the database, once somebody is signed in.

namespace glow::store {

namespace {

using namespace std::chrono_literals;
using Status = CheckStep::Status;

constexpr qint64 neonFreeBytes = 512LL * 1024 * 1024;
constexpr qint64 worthMentioning = 1024 * 1024; // of deleted rows; more than the other bound wants a VACUUM
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
    "coalesce(has_schema_privilege(base, case when tasks is null then 'CREATE' else 'USAGE' end), false) "
    "from found");

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
    end("rights", Status::Failed, tr("The database cannot be looked into"), error.detail,
        errorguide::whileRunning(error.sqlState, error.detail).remedy);
}

bool ConnectionCheck::checkRights()
{
    const bool made = m_facts.at(Glowlist).toBool();
    if (m_facts.at(ReadOnly).toBool()) {
        end("rights", Status::Failed, tr("The database can only be read"), whoAmI(),
            tr("Use the connection string of the primary server."));
        return true;
    }
    if (!m_facts.at(MayPublic).toBool()) {
        const QString right = m_facts.at(Tasks).toBool() ? QStringLiteral("usage") : QStringLiteral("create");
        end("rights", Status::Failed, tr("No rights in the schema public"), whoAmI(),
            tr("As the owner run: grant %1 on schema public to %2;")
                .arg(right, sqlIdentifier(m_target.user)));
        return true;
    }
    const bool may =
        made ? m_facts.at(MayUse).toBool() && m_facts.at(MayWrite).toBool() : m_facts.at(MayCreate).toBool();
    if (may) {
        end("rights", Status::Ok, tr("Rights"),
            made ? tr("may read and write tasks") : tr("may prepare this database"));
        readUsers();
        return true;
    }
    end("rights", Status::Failed, tr("Rights are missing"), whoAmI(),
        made ? tr("As the owner run: grant usage on schema glowlist to %1; grant all on public.tasks to %1;")
                   .arg(sqlIdentifier(m_target.user))
             : tr("As the owner run: grant create on database %1 to %2;")
                   .arg(sqlIdentifier(m_target.database), sqlIdentifier(m_target.user)));
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
    const QString remedy = tr("Run: glowlist migrate upgrade");
    if (!state) {
        end("migrations", Status::Failed, tr("Upgrades cannot be read"), state.error().detail,
            tr("Sign in as the owner of the database."));
        return true;
    }
    m_migrated = !state->revision.isNull() && state->pending.isEmpty();
    const auto minimum = QVersionNumber::fromString(state->minimumClient);
    if (!minimum.isNull() && minimum > QVersionNumber::fromString(QStringLiteral(GLOWLIST_VERSION)))
        end("migrations", Status::Failed, tr("This Glowlist is too old"), state->minimumClient,
            tr("Install Glowlist %1 or newer; until then this database is only read.")
                .arg(state->minimumClient));
    else if (state->newerThanProgram)
        end("migrations", Status::Warning, tr("Newer than this Glowlist"), state->revision,
            tr("Everything works; a newer Glowlist knows more of it."));
    else if (state->revision.isNull())
        end("migrations", Status::Warning, tr("Not prepared yet"), tr("no tables of Glowlist"), remedy);
    else if (!state->pending.isEmpty())
        end("migrations", Status::Warning,
            tr("%n upgrade(s) behind", nullptr, static_cast<int>(state->pending.size())),
            state->pending.join(QStringLiteral(", ")), remedy);
    else
        end("migrations", Status::Ok, tr("Up to date"), state->revision);
    return true;
}

bool ConnectionCheck::checkSearch()
{
    if (!m_facts.at(Glowlist).toBool())
        end("search", Status::Skipped, tr("Search"), tr("after the upgrade"));
    else if (m_facts.at(SearchIndex).toBool())
        end("search", Status::Ok, tr("Search"), tr("indexed"));
    else
        end("search", Status::Warning, tr("Search has no index"), tr("it works, more slowly"),
            tr("As a superuser run: create extension pg_trgm; then downgrade and upgrade the search "
               "migration."));
    return true;
}

bool ConnectionCheck::checkSize()
{
    const qint64 bytes = m_facts.at(Bytes).toLongLong();
    const bool neon = m_target.hosts.constFirst().host.startsWith(u"ep-");
    const qint64 dead = m_facts.at(Dead).toLongLong();
    const bool full = neon && bytes > neonFreeBytes * 9 / 10;
    const bool bloated = dead > worthVacuum && dead > bytes / 3;
    QString detail = neon ? tr("%1 (the free plan has %2)").arg(bytesText(bytes), bytesText(neonFreeBytes))
                          : bytesText(bytes);
    if (dead > worthMentioning)
        detail += tr(", %1 of it rows that are gone").arg(bytesText(dead));
    end("size", full || bloated ? Status::Warning : Status::Ok, tr("Size"), detail,
        bloated ? tr("Run VACUUM in this database; the server’s autovacuum has not come to it.")
        : full  ? tr("Delete what is not needed, or choose a larger plan.")
                : QString());
    return true;
}

bool ConnectionCheck::checkClock()
{
    const double difference =
        m_facts.at(Now).toDouble() - static_cast<double>(QDateTime::currentMSecsSinceEpoch()) / 1000;
    const bool wrong = std::abs(difference) > 60;
    end("clock", wrong ? Status::Warning : Status::Ok, tr("Clock"),
        tr("%L1 s apart").arg(std::abs(difference), 0, 'f', 1),
        wrong ? tr("Set the clock of this computer or of the server: changes would carry wrong times.")
              : QString());
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
    end("write", Status::Failed, answer.error->message, answer.error->detail,
        errorguide::whileRunning(answer.error->sqlState, answer.error->detail).remedy);
    return true;
}

} // namespace glow::store
