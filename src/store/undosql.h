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
/// The newest change that has not been taken back and takes none back.
std::optional<Recorded> nextToUndo(const QList<Recorded>& changes);

} // namespace glow::store::undosql
