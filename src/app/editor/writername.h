#pragma once
#include "store/changesql.h"

namespace glow::app {

/// Who made a change, seen from this writer: "you, here", "you, elsewhere", a sign-in name, or another
/// program (null client), which is the web application where the database was `adopted` from it.
QString writerName(const QUuid& client, const QString& actor, const store::changesql::Writer& here,
                   bool adopted);

} // namespace glow::app
