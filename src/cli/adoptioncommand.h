#pragma once
#include "cli/session.h"
#include "store/migrations/migrator.h"

namespace glow::cli {

/// `migrate upgrade` on the tasks of another program: a report on stderr before anything is done, then the
/// adoption. False: the database is not such a one, and nothing was done.
core::Result<bool> adoptForeignTasks(Context& context, Session& session,
                                     const QList<store::Migration>& migrations);

} // namespace glow::cli
