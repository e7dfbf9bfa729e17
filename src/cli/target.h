#pragma once
#include "cli/options.h"
#include "store/workspaces.h"

#include <functional>

namespace glow::cli {

/// The workspace that --url, --workspace, --direct-url and --sslmode name; the private one without them. Its
/// `userId` is empty where the database has to be asked. May read standard input and files. `warn` gets a
/// line for a person.
core::Result<store::WorkspaceEntry> chooseWorkspace(const Options& options, const QString& dataDirectory,
                                                    const std::function<void(const QString&)>& warn);

/// Id of an entry of this run only, which has no password in the keychain.
QString givenId();

} // namespace glow::cli
