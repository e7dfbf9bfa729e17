#pragma once
#include <QString>

namespace glow::store::schemacatalogue {

/// One statement with the columns kind, table, object, definition, ours ("our own name or schema"): the
/// objects of schema glowlist and of the tables users and tasks, in forms that do not depend on the server's
/// version.
QString query();
/// Columns index, collation, recorded and actual version of the indexes of these tables whose collation
/// changed.
QString staleIndexes(int serverVersion);

} // namespace glow::store::schemacatalogue
