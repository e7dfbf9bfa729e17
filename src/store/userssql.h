#pragma once
#include "store/database.h"

#include <QStringList>

namespace glow::store::userssql {

/// The user ids of a database, at most a hundred, in order: whose tasks one may choose.
QString ids();
QStringList readIds(const Rows& rows);

} // namespace glow::store::userssql
