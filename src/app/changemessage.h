#pragma once
#include "app/changes.h"
#include "core/result.h"

#include <memory>

namespace glow::sync {
class Outbox;
}

namespace glow::app {

/// One message to the database: changes that are sent together, or the frozen request of an earlier try, and
/// the look; or no changes, only to hear what others have written.
struct ChangeMessage {
    QList<core::Change> changes;
    QByteArray frozen; ///< empty: a new request is made of the changes
    store::changesql::Writer writer;
    std::optional<qint64> since;
    QUuid token;
    Look look;         ///< no requests: nothing is read along
    QString countsSql; ///< empty: nothing is counted along
    std::shared_ptr<sync::Outbox> outbox;
};

struct SentMessage {
    qsizetype count = 0; ///< that many of the changes went; the rest would have made the request too long
    QByteArray request;
    std::optional<core::ApplyReply> reply; ///< only when the changes are certainly stored
    Pages pages;
    std::optional<core::Counts> counts;
    double milliseconds = 0; ///< there and back
    std::optional<core::Error> error;
    bool lineHeld = true; ///< the error is the server's answer, and the connection goes on
    std::optional<core::Error> outboxError;
};

/// Freezes, sends, reads. Worker thread.
SentMessage send(store::Database& database, const ChangeMessage& message);

/// What an error of the whole message means for the changes in it.
enum class Fate {
    Unknown, ///< the line failed: resend when it is back
    Jam,     ///< a lock: resend in a moment
    Waits,   ///< nothing wrong with the changes, but a person has to mend something first
    Refused  ///< it is the changes' own fault
};
Fate fateOf(const core::Error& error);
/// Why the database refused one change, as a sentence for a person.
core::Error refusal(const core::ChangeOutcome& outcome);

} // namespace glow::app
