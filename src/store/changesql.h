#pragma once
#include "core/change.h"
#include "store/database.h"

namespace glow::store::changesql {

/// Who writes: `client` is the uuid of this data directory, `actor` the person's sign-in name.
struct Writer {
    QUuid client;
    QString actor;
    QString userId;
    bool dueInUtc = false; ///< due times are stored in UTC (core::Catalogue)
};

/// The request of one message, ready to be frozen in the outbox and resent byte for byte. Due times are on
/// the wall clock in changes and, where the writer says so, in UTC in the request.
QByteArray request(const Writer& writer, const QList<core::Change>& changes, std::optional<qint64> since,
                   const QUuid& token);
/// `select glowlist.apply('…'); commit` — the caller appends what it wants to look at.
QString apply(const QByteArray& request);
/// A notification that only tells that notifications arrive.
QString call(const QString& word);
core::Result<core::ApplyReply> readReply(const Rows& rows, bool dueInUtc = false);

} // namespace glow::store::changesql
