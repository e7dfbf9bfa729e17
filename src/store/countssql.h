#pragma once
#include "core/entities.h"
#include "store/database.h"

#include <QDate>

namespace glow::store::countssql {

/// Open tasks per place, one grouped statement (TASK_TABLE.md 20). `zone` and `dueInUtc` as in
/// core::TaskQuery.
QString counts(const QString& userId, const QDate& today, const QString& zone, bool dueInUtc = false);
core::Counts readCounts(const Rows& rows);

/// Lists, sections, tags, revision and token, one statement that returns one row.
QString catalogue(const QString& userId);
core::Catalogue readCatalogue(const Rows& rows);

} // namespace glow::store::countssql
