#pragma once
#include "store/database.h"

#include <QUuid>

namespace glow::store::undosql {

/// A change as the database recorded it.
struct Recorded {
    QUuid id;
    QUuid group; ///< its own id where it has no group
    QString label;
};

/// The newest changes of one data directory, newest first.
QString newest(const QUuid& client);
QList<Recorded> readNewest(const Rows& rows);

/// The id under which a group is taken back: known from the group, so that it is done once.
QUuid idOfUndo(const QUuid& group);
/// The changes of a group with the entries of history that each of them made, newest first.
struct Part {
    QUuid change;
    qint64 entries = 0;
};
QString parts(const QUuid& group);
QList<Part> readParts(const Rows& rows);
/// A long group is taken back change by change, the oldest last under the group's own id of undo: until then
/// it counts as not taken back, and a repeat goes on where the first try ended.
QUuid idOfUndo(const QUuid& group, const QUuid& change);
/// The newest change that has not been taken back and takes none back.
std::optional<Recorded> nextToUndo(const QList<Recorded>& changes);

} // namespace glow::store::undosql
