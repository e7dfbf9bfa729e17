#pragma once
#include <QString>

namespace glow::store {

/// The line, from 1, on which the statement with this index (from 0) begins. Only to say where a failure
/// lies: files run whole and are never split. Knows comments, quotes and dollar quotes.
int lineOfStatement(const QString& sql, int index);
/// The line of a character position as the server counts them: from 1, in code points.
int lineOfPosition(const QString& sql, int position);

} // namespace glow::store
