#pragma once

namespace glow::store {

/// The calling thread draws the window from now on; what blocks may not run on it. Tests that need no window
/// mark none.
void markGuiThread();
/// Stops a debug build where a database, file or keychain call runs on the GUI thread.
void assertNotGuiThread();

} // namespace glow::store
