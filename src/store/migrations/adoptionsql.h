#pragma once
#include "store/migrations/adoption.h"

namespace glow::store::adoptionsql {

/// Columns, owner and rights: what the catalogue knows.
QString catalogue();
/// Whether the record says that Glowlist made the tasks table; only where it has one.
QString madeByUs();
/// Rows and users; only where the nine columns are there.
QString contents(bool withAlembic);

/// Statements at the beginning of the transaction: lock, count, checksum.
QString before();
/// At its end: compares (a difference raises `rowsDiffer`) and stores the choice.
QString after(const adoption::Choice& choice);
/// SQLSTATE of rows that are not as they were.
QString rowsDiffer();

} // namespace glow::store::adoptionsql
