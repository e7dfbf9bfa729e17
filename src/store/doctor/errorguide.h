#pragma once
#include "core/result.h"

namespace glow::store::errorguide {

/// What a server's error means to a person: its kind, one sentence, and what to do about it.
struct Advice {
    core::ErrorKind kind = core::ErrorKind::Query;
    QString sentence;
    QString remedy;
    QString part; ///< "password" where another one helps; as core::Error has it
};

/// While a connection is opened libpq gives no SQLSTATE, so its text decides. libpq speaks English here,
/// since Database::loadDriver hides its translations; what the server wrote in another language is known by
/// its SQLSTATE.
Advice whileOpening(const QString& sqlState, const QString& text);
Advice whileRunning(const QString& sqlState, const QString& text);

/// The advice as an Error; `text` becomes the detail.
core::Error error(const Advice& advice, const QString& sqlState, const QString& text);

} // namespace glow::store::errorguide
