#pragma once
#include "store/migrations/migrationset.h"

namespace glow::store {

/// What a migration brings, in words for people ("Lists, sections and tags"); the file's name in words for
/// one that this program does not know. Translated.
QString migrationTitle(const Migration& migration);
/// The sentence of `losesOnDown`, translated; empty when nothing would be lost.
QString migrationLoss(const Migration& migration);
/// Whether both texts of this migration are in the program, so that they can be translated.
bool hasMigrationTexts(const Migration& migration);

} // namespace glow::store
