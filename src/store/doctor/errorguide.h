#pragma once
#include "core/result.h"

#include <QStringList>

namespace glow::store::errorguide {

/// What a server's error means to a person: its kind, one sentence, and what to do about it.
struct Advice {
    core::ErrorKind kind = core::ErrorKind::Query;
    QString sentence;
    QString remedy;
    QString part; ///< "password" where another one helps; as core::Error has it
};

/// While a connection is opened libpq gives no SQLSTATE, so its text decides. libpq speaks English here,
/// since Database::loadDriver hides its translations; what a server wrote in another language is only known
/// to have failed.
Advice whileOpening(const QString& text);
/// The text for a connection that broke at the driver's first questions: it keeps what the server said for
/// itself.
inline constexpr const char* letInAndClosed = "the connection was closed before the first answer";
Advice whileRunning(const QString& sqlState, const QString& text);
/// For the error of a query; one that was not answered in time has an advice too.
Advice advice(const core::Error& error);

/// The advice as an Error; `text` becomes the detail.
core::Error error(const Advice& advice, const QString& sqlState, const QString& text);

/// What a check of a connection finds by looking, without an error of the server.
enum class Finding {
    UnknownHost,
    SilentNameServer,
    NothingListens,
    NoAnswer,
    NoWay,
    SilentServer,
    SilentPooler,
    BusyServer,
    LoweredEncryption,
    UnacceptedRisk,
    NoEncryption,
    OldServer,
    SlowRoundTrip,
    ReadOnly,
    NoRightOnPublic,
    NoRightOnTables,
    NoRightOnDatabase,
    UnreadableMigrations,
    OldProgram,
    NewerDatabase,
    NotPrepared,
    Behind,
    NoSearchIndex,
    NoTrigrams,
    TrigramsNotInstalled,
    NearlyFull,
    Bloated,
    ClocksApart,
    NoLocalServer,
    UnreadableString
};
/// `arguments`, at most two, take the places %1 and %2 of the remedy.
Advice advice(Finding finding, const QStringList& arguments = {});

} // namespace glow::store::errorguide
