#include "store/doctor/errorguide.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <span>

namespace glow::store::errorguide {

namespace {

using core::ErrorKind;

// A row fits when the SQLSTATE begins with `state` and the text contains one of `texts`, which `|` separates;
// the first that fits counts. Either may be empty, then it fits always.
struct Row {
    const char* state;
    const char* texts;
    ErrorKind kind;
    const char* sentence;
    const char* remedy;
    const char* part = ""; ///< of the connection string that another value mends
};

constexpr Row opening[] = {
    {"", "password authentication failed", ErrorKind::SignIn,
     QT_TRANSLATE_NOOP("ErrorGuide", "The server refused the user name or the password."),
     QT_TRANSLATE_NOOP(
         "ErrorGuide",
         "Copy the connection string again, or reset the password where the database is managed."),
     "password"},
    {"", "no password supplied", ErrorKind::SignIn,
     QT_TRANSLATE_NOOP("ErrorGuide", "The server asks for a password and the connection string has none."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Put the password into the connection string."), "password"},
    {"", "no pg_hba.conf entry", ErrorKind::SignIn,
     QT_TRANSLATE_NOOP("ErrorGuide", "The server does not let this user in from this computer."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Add a line for this user, database and address to the server's "
                                     "pg_hba.conf, or turn encryption on.")},
    {"", "Peer authentication failed", ErrorKind::SignIn,
     QT_TRANSLATE_NOOP("ErrorGuide", "The server does not let this user in over its socket."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Connect over 127.0.0.1 with a password, or map this account to the "
                                     "user in the server's pg_ident.conf.")},
    {"", "authentication failed", ErrorKind::SignIn,
     QT_TRANSLATE_NOOP("ErrorGuide", "The server refused the sign-in."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Check the user name and the password."), "password"},
    {"", "too many connections for", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "This user or this database has no free connection."),
     QT_TRANSLATE_NOOP(
         "ErrorGuide",
         "Close other programs that use this database, or ask its owner for a higher connection limit.")},
    {"", "permission denied for database", ErrorKind::Rights,
     QT_TRANSLATE_NOOP("ErrorGuide", "This user may not connect to this database."),
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "As the owner of the database run: grant connect on database … to this user.")},
    {"", "is not permitted to log in", ErrorKind::SignIn,
     QT_TRANSLATE_NOOP("ErrorGuide", "This user may not sign in."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Use another user, or as a superuser run: alter role … login.")},
    {"", "not currently accepting connections", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "This database takes no connections at the moment."),
     QT_TRANSLATE_NOOP("ErrorGuide", "As a superuser run: alter database … allow_connections true.")},
    {"", "no such database", ErrorKind::SignIn,
     QT_TRANSLATE_NOOP("ErrorGuide", "The connection pooler does not know this database."),
     QT_TRANSLATE_NOOP(
         "ErrorGuide",
         "Check the last part of the connection string, or add the database to the pooler’s list.")},
    {"", "database \"", ErrorKind::SignIn,
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "There is no database of this name on the server, or it is not open to this user."),
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "Check the last part of the connection string, or create the database.")},
    {"", "role \"|no such user", ErrorKind::SignIn,
     QT_TRANSLATE_NOOP("ErrorGuide", "There is no user of this name on the server."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Check the user name in the connection string.")},
    {"", "Endpoint ID is not specified", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "The server cannot tell which Neon project is meant."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Use the host name as Neon shows it; it begins with ep-.")},
    {"", "endpoint could not be found", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "Neon does not know this project, or it was deleted."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Copy the connection string again from the Neon console.")},
    {"", "endpoint is disabled", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "This Neon compute is disabled."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Enable it in the Neon console.")},
    {"", "is not allowed to connect to this endpoint", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "Neon does not let this computer's IP address in."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Add this address to the project's IP Allow list in the Neon console.")},
    {"", "connect to compute|wake up compute", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "Neon cannot reach the compute of this database."),
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "Try again in a minute; if it stays, look at the compute and at Neon's status page.")},
    {"", "query_wait_timeout", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "The connection pooler had no free server connection for too long."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Try again in a minute; end transactions that other programs leave "
                                     "open, or give the pooler more connections.")},
    {"", "No space left on device", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "The server's disk is full."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Free space on the server's disk.")},
    {"", "invalid response to SSL negotiation|expected authentication request from server", ErrorKind::Tls,
     QT_TRANSLATE_NOOP("ErrorGuide", "What answers there is no PostgreSQL."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Check the port: a web server or another program listens on it.")},
    {"", "quota", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "The Neon project has used up its compute time or another limit of its plan."),
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "Wait for the next billing period or change the plan in the Neon console.")},
    {"", "unsupported startup parameter", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "The connection pooler does not accept an option of this connection string."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Remove “options” from the connection string.")},
    {"", "too many clients|remaining connection slots", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "The server has no free connection."),
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "Close other programs that use this database, or use the pooled connection string.")},
    {"", "server login has been failing|cannot connect to server|server login failed|server_login_retry",
     ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "The connection pooler does not reach the database server behind it."),
     QT_TRANSLATE_NOOP(
         "ErrorGuide",
         "Try again in a minute; if it stays, look whether the server behind the pooler runs.")},
    {"", "no more connections allowed", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "The connection pooler has no free connection."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Try again in a minute.")},
    {"", "the database system is", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "The server is starting or stopping."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Try again in a few seconds.")},
    {"", "server does not support SSL", ErrorKind::Tls,
     QT_TRANSLATE_NOOP("ErrorGuide", "The server offers no encryption."),
     QT_TRANSLATE_NOOP(
         "ErrorGuide",
         "Check host and port; if the network is trusted, set Encryption to “off” for this workspace.")},
    {"", "does not match host name", ErrorKind::Tls,
     QT_TRANSLATE_NOOP("ErrorGuide", "The server's certificate was made for another host name."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Use the host name that the certificate names; if that is not possible, "
                                     "lower Encryption knowingly.")},
    {"", "certificate has expired", ErrorKind::Tls,
     QT_TRANSLATE_NOOP("ErrorGuide", "The server's certificate has expired."),
     QT_TRANSLATE_NOOP(
         "ErrorGuide",
         "Renew the certificate on the server; check that the clock of this computer is right.")},
    {"", "certificate is not yet valid", ErrorKind::Tls,
     QT_TRANSLATE_NOOP("ErrorGuide", "The server's certificate is not valid yet."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Check the clock of this computer and that of the server.")},
    {"", "certificate verify failed", ErrorKind::Tls,
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "The server's certificate is not signed by an authority that this computer trusts."),
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "Give the authority's file as sslrootcert, or lower Encryption knowingly.")},
    {"", "root certificate file", ErrorKind::Tls,
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "This computer's list of trusted certificate authorities was not found."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Install the package ca-certificates, or give a file as sslrootcert.")},
    {"", "channel binding", ErrorKind::Tls,
     QT_TRANSLATE_NOOP(
         "ErrorGuide",
         "The server's sign-in is not bound to its encryption, which the connection string asks for."),
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "Check that no proxy stands between, or remove channel_binding=require.")},
    // A line that breaks during the greeting says nothing about the encryption, so it is tried again.
    {"", "SSL SYSCALL error|unexpected eof|SSL connection has been closed unexpectedly",
     ErrorKind::Connection, QT_TRANSLATE_NOOP("ErrorGuide", "The server closed the connection."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Try again in a minute; if it stays, look into the server's log.")},
    {"", "SSL", ErrorKind::Tls,
     QT_TRANSLATE_NOOP("ErrorGuide", "The encrypted connection could not be made."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Check host and port, and that nothing between changes the traffic.")},
    {"", letInAndClosed, ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "The server let us in and then closed the connection without an answer."),
     QT_TRANSLATE_NOOP(
         "ErrorGuide",
         "If a connection pooler stands between, it had no free server connection: end transactions "
         "that other programs leave open, or give the pooler more connections.")},
    {"", "could not translate host name", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "The host name is not known."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Check the spelling of the host and the network of this computer.")},
    {"", "Connection refused", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "Nothing listens at this address and port."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Check the port, and that the server runs.")},
    {"", "Network is unreachable|No route to host", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "There is no way to the server."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Check the network of this computer.")},
    {"", "timeout expired", ErrorKind::Timeout,
     QT_TRANSLATE_NOOP("ErrorGuide", "The server did not answer in time."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Check the network, and that a firewall lets the port through.")},
    {"", "server closed the connection unexpectedly", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "The server closed the connection."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Try again in a minute; if it stays, look into the server's log.")},
    {"", "", ErrorKind::Connection, QT_TRANSLATE_NOOP("ErrorGuide", "The server cannot be reached."),
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "Check host and port, that the server runs, and the network of this computer.")},
};

constexpr Row running[] = {
    {"08", "query_wait_timeout", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "The connection pooler had no free server connection for too long."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Try again in a minute; end transactions that other programs leave "
                                     "open, or give the pooler more connections.")},
    {"53100", "project size limit", ErrorKind::Query,
     QT_TRANSLATE_NOOP("ErrorGuide", "The Neon project has no storage left."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Delete what is not needed, or choose a larger plan.")},
    {"08", "", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "The connection to the database was lost."),
     QT_TRANSLATE_NOOP("ErrorGuide", "It is opened again by itself.")},
    {"57P", "", ErrorKind::Connection, QT_TRANSLATE_NOOP("ErrorGuide", "The server ended the connection."),
     QT_TRANSLATE_NOOP("ErrorGuide", "It is opened again by itself.")},
    {"53300", "", ErrorKind::Connection,
     QT_TRANSLATE_NOOP("ErrorGuide", "The server has no free connection."),
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "Close other programs that use this database, or use the pooled connection string.")},
    {"57014", "", ErrorKind::Timeout,
     QT_TRANSLATE_NOOP("ErrorGuide", "The database took too long and stopped the work."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Try again; if it stays, look what else keeps the database busy.")},
    {"28", "", ErrorKind::SignIn, QT_TRANSLATE_NOOP("ErrorGuide", "The server does not let this user in."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Check the user name and the password.")},
    {"25006", "", ErrorKind::Rights,
     QT_TRANSLATE_NOOP("ErrorGuide", "This database can only be read at the moment."),
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "Use the connection string of the primary server, or free space on its disk.")},
    {"42501", "", ErrorKind::Rights,
     QT_TRANSLATE_NOOP("ErrorGuide", "This user has no right to do that in the database."),
     QT_TRANSLATE_NOOP("ErrorGuide",
                       "Ask the owner of the database for the right, or sign in as the owner.")},
    {"53100", "", ErrorKind::Query, QT_TRANSLATE_NOOP("ErrorGuide", "The server's disk is full."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Free space on the server's disk.")},
    {"55P03", "", ErrorKind::Query,
     QT_TRANSLATE_NOOP("ErrorGuide", "Another program keeps the database busy."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Try again in a few seconds.")},
    {"40", "", ErrorKind::Query,
     QT_TRANSLATE_NOOP("ErrorGuide", "Another program changed the same rows at the same moment."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Try again.")},
    {"3F000", "glow", ErrorKind::Migration,
     QT_TRANSLATE_NOOP("ErrorGuide", "This database is not prepared for Glowlist."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Run: glowlist migrate upgrade")},
    {"42P01", "glow", ErrorKind::Migration,
     QT_TRANSLATE_NOOP("ErrorGuide", "This database is not prepared for Glowlist."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Run: glowlist migrate upgrade")},
    {"42703", "glow", ErrorKind::Migration,
     QT_TRANSLATE_NOOP("ErrorGuide", "This database is not prepared for Glowlist."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Run: glowlist migrate upgrade")},
    {"42883", "glow", ErrorKind::Migration,
     QT_TRANSLATE_NOOP("ErrorGuide", "This database is not prepared for Glowlist."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Run: glowlist migrate upgrade")},
    {"42P01", "tasks", ErrorKind::Migration,
     QT_TRANSLATE_NOOP("ErrorGuide", "This database is not prepared for Glowlist."),
     QT_TRANSLATE_NOOP("ErrorGuide", "Run: glowlist migrate upgrade")},
    {"P0001", "", ErrorKind::Refused, QT_TRANSLATE_NOOP("ErrorGuide", "The database refused this."), ""},
    {"22", "", ErrorKind::Invalid, QT_TRANSLATE_NOOP("ErrorGuide", "The database does not take this value."),
     ""},
    {"23", "", ErrorKind::Invalid, QT_TRANSLATE_NOOP("ErrorGuide", "The database does not take this value."),
     ""},
    {"", "", ErrorKind::Query, QT_TRANSLATE_NOOP("ErrorGuide", "The database reported an error."), ""},
};

bool fits(const Row& row, const QString& sqlState, const QString& text)
{
    if (*row.state && !sqlState.startsWith(QLatin1String(row.state)))
        return false;
    const QStringList texts = QString::fromLatin1(row.texts).split(u'|', Qt::SkipEmptyParts);
    return texts.isEmpty() || std::any_of(texts.begin(), texts.end(),
                                          [&text](const QString& each) { return text.contains(each); });
}

Advice look(std::span<const Row> table, const QString& sqlState, const QString& text)
{
    const auto tr = [](const char* source) { return QCoreApplication::translate("ErrorGuide", source); };
    for (const Row& row : table) {
        if (fits(row, sqlState, text))
            return {row.kind, tr(row.sentence), *row.remedy ? tr(row.remedy) : QString(),
                    QString::fromLatin1(row.part)};
    }
    return {};
}

} // namespace

Advice whileOpening(const QString& text)
{
    return look(opening, {}, text);
}

Advice whileRunning(const QString& sqlState, const QString& text)
{
    // No SQLSTATE: libpq itself noticed that the connection is gone.
    return look(running, sqlState.isEmpty() ? QStringLiteral("08000") : sqlState, text);
}

Advice advice(const core::Error& error)
{
    return error.kind == ErrorKind::Timeout && error.sqlState.isEmpty()
               ? advice(Finding::BusyServer)
               : whileRunning(error.sqlState, error.detail);
}

core::Error error(const Advice& advice, const QString& sqlState, const QString& text)
{
    core::Error error{advice.kind, advice.sentence, sqlState, text.trimmed()};
    error.part = advice.part;
    return error;
}

} // namespace glow::store::errorguide
