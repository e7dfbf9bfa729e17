#include "store/doctor/errorguide.h"

#include <QCoreApplication>
#include <algorithm>
#include <iterator>

namespace glow::store::errorguide {

namespace {

using core::ErrorKind;

struct Row {
    Finding finding;
    ErrorKind kind;
    const char* sentence;
    const char* remedy;
};

constexpr Row findings[] = {
    {Finding::UnknownHost, ErrorKind::Connection, QT_TRANSLATE_NOOP("ErrorGuide", "Address not found"),
     QT_TRANSLATE_NOOP("ErrorGuide", "Check the spelling of the host: there is no computer of this name.")},
    {Finding::SilentNameServer, ErrorKind::Timeout,
     QT_TRANSLATE_NOOP("ErrorGuide", "The name server does not answer"),
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "Check the network of this computer: without a name server no address is found.")},
    {Finding::NothingListens, ErrorKind::Connection, QT_TRANSLATE_NOOP("ErrorGuide", "Nothing listens there"),
     QT_TRANSLATE_NOOP("ErrorGuide", "Check the port, and that the server runs.")},
    {Finding::NoAnswer, ErrorKind::Timeout, QT_TRANSLATE_NOOP("ErrorGuide", "No answer"),
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "Check that no firewall stands between, and that the server's address is right.")},
    {Finding::NoWay, ErrorKind::Connection, QT_TRANSLATE_NOOP("ErrorGuide", "No way to the server"),
     QT_TRANSLATE_NOOP("ErrorGuide", "Check the network of this computer.")},
    {Finding::SilentServer, ErrorKind::Timeout, QT_TRANSLATE_NOOP("ErrorGuide", "The server keeps silent"),
     QT_TRANSLATE_NOOP(
         "ErrorGuide",
         "The server took the connection and then kept silent: look whether it is overloaded or paused.")},
    {Finding::SilentPooler, ErrorKind::Timeout,
     QT_TRANSLATE_NOOP("ErrorGuide", "The connection pooler kept us without an answer for too long."),
     QT_TRANSLATE_NOOP(
         "ErrorGuide",
         "It may have no free server connection: end transactions that other programs leave open, "
         "or give the pooler more connections.")},
    {Finding::BusyServer, ErrorKind::Timeout,
     QT_TRANSLATE_NOOP("ErrorGuide", "The database did not answer in time."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Try again; if it stays, look what keeps the database busy.")},
    {Finding::LoweredEncryption, ErrorKind::Tls, QT_TRANSLATE_NOOP("ErrorGuide", "Encryption is lowered"),
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "Set Encryption to “verify-full”, so that nobody between can read the password.")},
    {Finding::UnacceptedRisk, ErrorKind::Tls,
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "The encryption of this workspace was lowered: nothing would prove that the "
                       "server is the right one, and the password could be read on the way."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Confirm it under Encryption, or choose “verify-full”.")},
    {Finding::NoEncryption, ErrorKind::Tls, QT_TRANSLATE_NOOP("ErrorGuide", "Not encrypted"),
     QT_TRANSLATE_NOOP("ErrorGuide", "Set Encryption to “verify-full”.")},
    {Finding::OldServer, ErrorKind::Query, QT_TRANSLATE_NOOP("ErrorGuide", "The server is too old"),
     QT_TRANSLATE_NOOP("ErrorGuide", "Glowlist needs PostgreSQL 13 or newer: upgrade the server.")},
    {Finding::SlowRoundTrip, ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "The way to the server is slow"),
     QT_TRANSLATE_NOOP("ErrorGuide", "Choose a server region that is nearer, or a better network.")},
    {Finding::ReadOnly, ErrorKind::Rights, QT_TRANSLATE_NOOP("ErrorGuide", "The database can only be read"),
     QT_TRANSLATE_NOOP("ErrorGuide", "Use the connection string of the primary server; where this is the "
                                     "primary, set default_transaction_read_only to off.")},
    {Finding::NoRightOnPublic, ErrorKind::Rights,
     QT_TRANSLATE_NOOP("ErrorGuide", "No rights in the schema public"),
     QT_TRANSLATE_NOOP("ErrorGuide", "As the owner run: grant %1 on schema public to %2;")},
    {Finding::NoRightOnTables, ErrorKind::Rights, QT_TRANSLATE_NOOP("ErrorGuide", "Rights are missing"),
     QT_TRANSLATE_NOOP(
         "ErrorGuide",
         "As the owner run: grant usage on schema glowlist to %1; grant all on public.tasks to %1;")},
    {Finding::NoRightOnDatabase, ErrorKind::Rights, QT_TRANSLATE_NOOP("ErrorGuide", "Rights are missing"),
     QT_TRANSLATE_NOOP("ErrorGuide", "As the owner run: grant create on database %1 to %2;")},
    {Finding::UnreadableMigrations, ErrorKind::Rights,
     QT_TRANSLATE_NOOP("ErrorGuide", "Upgrades cannot be read"),
     QT_TRANSLATE_NOOP("ErrorGuide", "Sign in as the owner of the database.")},
    {Finding::OldProgram, ErrorKind::Migration, QT_TRANSLATE_NOOP("ErrorGuide", "This Glowlist is too old"),
     QT_TRANSLATE_NOOP("ErrorGuide", "Install Glowlist %1 or newer; until then this database is only read.")},
    {Finding::NewerDatabase, ErrorKind::Migration,
     QT_TRANSLATE_NOOP("ErrorGuide", "Newer than this Glowlist"),
     QT_TRANSLATE_NOOP("ErrorGuide", "Everything works; a newer Glowlist knows more of it.")},
    {Finding::NotPrepared, ErrorKind::Migration, QT_TRANSLATE_NOOP("ErrorGuide", "Not prepared yet"),
     QT_TRANSLATE_NOOP("ErrorGuide", "Run: glowlist migrate upgrade")},
    {Finding::Behind, ErrorKind::Migration, QT_TRANSLATE_NOOP("ErrorGuide", "Upgrades are missing"),
     QT_TRANSLATE_NOOP("ErrorGuide", "Run: glowlist migrate upgrade")},
    {Finding::NoSearchIndex, ErrorKind::Query, QT_TRANSLATE_NOOP("ErrorGuide", "Search has no index"),
     QT_TRANSLATE_NOOP("ErrorGuide", "As the owner of the tables run: %1")},
    {Finding::NoTrigrams, ErrorKind::Query, QT_TRANSLATE_NOOP("ErrorGuide", "Search has no index"),
     QT_TRANSLATE_NOOP("ErrorGuide", "As a superuser run: %1")},
    {Finding::TrigramsNotInstalled, ErrorKind::Query, QT_TRANSLATE_NOOP("ErrorGuide", "Search has no index"),
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "Install PostgreSQL's contrib modules on the server, then as a superuser run: %1")},
    {Finding::NearlyFull, ErrorKind::Query, QT_TRANSLATE_NOOP("ErrorGuide", "The database is nearly full"),
     QT_TRANSLATE_NOOP("ErrorGuide", "Delete what is not needed, or choose a larger plan.")},
    {Finding::Bloated, ErrorKind::Query,
     QT_TRANSLATE_NOOP("ErrorGuide", "Rows that are gone fill the database"),
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "Run VACUUM in this database; the server’s autovacuum has not come to it.")},
    {Finding::ClocksApart, ErrorKind::Query, QT_TRANSLATE_NOOP("ErrorGuide", "The clocks are apart"),
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "Set the clock of this computer or of the server: changes would carry wrong times.")},
    {Finding::NoLocalServer, ErrorKind::LocalServer,
     QT_TRANSLATE_NOOP("ErrorGuide", "The private PostgreSQL does not run"),
     QT_TRANSLATE_NOOP("ErrorGuide", "Run: glowlist local start; what it says tells what is missing.")},
    {Finding::UnreadableString, ErrorKind::ConnectionString,
     QT_TRANSLATE_NOOP("ErrorGuide", "The connection string cannot be read"),
     QT_TRANSLATE_NOOP("ErrorGuide", "Copy the connection string again where the database is managed.")},
};

} // namespace

Advice advice(Finding finding, const QStringList& arguments)
{
    const auto row = std::find_if(std::begin(findings), std::end(findings),
                                  [finding](const Row& each) { return each.finding == finding; });
    Q_ASSERT(row != std::end(findings));
    const QString text = QCoreApplication::translate("ErrorGuide", row->remedy);
    const QString remedy = arguments.isEmpty()     ? text
                           : arguments.size() == 1 ? text.arg(arguments.constFirst())
                                                   : text.arg(arguments.at(0), arguments.at(1));
    return {row->kind, QCoreApplication::translate("ErrorGuide", row->sentence), remedy, {}};
}

} // namespace glow::store::errorguide
