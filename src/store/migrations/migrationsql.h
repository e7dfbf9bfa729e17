#pragma once
#include "store/migrations/migrationplan.h"

namespace glow::store::migrationsql {

/// Of the advisory lock that every program holds while it migrates.
constexpr qint64 lockKey = 0x676c6f776c697374; // "glowlist"

/// Statements before a file, on its first line, so that its lines keep their numbers.
QString settings();
constexpr int settingStatements = 3;
/// Statements after a file that record it. They belong into its transaction.
QString mark(const Migration& migration);
/// `last`: nothing remains; the record goes too.
QString unmark(const Migration& migration, bool last);
/// Schema and table of the record, where they are missing.
QString record();
/// The record as if exactly these migrations were applied.
QString stamp(const QList<Migration>& applied);

/// A script for `psql -1` from one revision to another, up or down; "base" and "head" are revisions too. It
/// refuses a database at another revision, and one that is being migrated. Refused by name: a file without
/// transaction.
core::Result<QString> script(const QString& from, const QString& to, const QList<Migration>& migrations);
/// The script that brings a database in this state to the head.
core::Result<QString> upgradeScript(const MigrationState& state, const QList<Migration>& migrations);

} // namespace glow::store::migrationsql
