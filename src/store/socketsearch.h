#pragma once
#include "store/connectionstring.h"

#include <set>

namespace glow::store {

/// The sockets of this process, by number.
std::set<int> openSockets();
/// Shuts down the sockets to one of these servers that are not in `known`: the only way to end an attempt to connect,
/// since libpq does not tell the socket before it is through.
void shutNewSockets(const std::set<int>& known, const QList<HostPort>& servers);

} // namespace glow::store
