#include "store/undosql.h"

#include "core/uid.h"
#include "store/sqltext.h"

#include <QSet>
#include <algorithm>

namespace glow::store::undosql {

QString newest(const QUuid& client)
{
    return QStringLiteral("select c.id::text, coalesce(c.\"group\", c.id)::text, c.label from "
                          "glowlist.change c where c.client = %1 "
                          "order by c.revision desc, c.stored_at desc, c.id limit 1000")
        .arg(sqlUuid(client));
}

QList<Recorded> readNewest(const Rows& rows)
{
    QList<Recorded> changes;
    for (const Row& row : rows)
        changes.append({QUuid(row[0].toString()), QUuid(row[1].toString()), row[2].toString()});
    return changes;
}

QUuid idOfUndo(const QUuid& group)
{
    return QUuid::createUuidV5(group, QStringLiteral("undo"));
}

QString parts(const QUuid& group)
{
    return QStringLiteral("select h.change::text, count(*) from glowlist.history h where h.\"group\" = %1 "
                          "and h.source is null group by h.change order by min(h.id) desc")
        .arg(sqlUuid(group));
}

QList<Part> readParts(const Rows& rows)
{
    QList<Part> parts;
    for (const Row& row : rows)
        parts.append({QUuid(row[0].toString()), row[1].toLongLong()});
    return parts;
}

QUuid idOfUndo(const QUuid& group, const QUuid& change)
{
    return QUuid::createUuidV5(idOfUndo(group), core::uidText(change));
}

std::optional<Recorded> nextToUndo(const QList<Recorded>& changes)
{
    QSet<QUuid> ids;
    QSet<QUuid> undos;
    for (const Recorded& change : changes) {
        ids.insert(change.id);
        undos.insert(idOfUndo(change.group));
    }
    const auto next = std::find_if(changes.begin(), changes.end(), [&](const Recorded& change) {
        return !undos.contains(change.group) && !ids.contains(idOfUndo(change.group));
    });
    return next == changes.end() ? std::nullopt : std::optional(*next);
}

} // namespace glow::store::undosql
