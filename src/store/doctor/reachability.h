#pragma once
#include "store/connectionstring.h"

#include <chrono>
#include <functional>

namespace glow::store {

/// What lies before PostgreSQL: name resolution and the bare connection. Both end at their deadline, which
/// libpq's own way through getaddrinfo cannot promise.
struct Resolution {
    QStringList addresses;
    bool timedOut = false;
};
/// `givenUp` is asked about ten times a second, from this thread; true ends the wait as the deadline does.
Resolution resolve(const QString& host, std::chrono::milliseconds deadline,
                   const std::function<bool()>& givenUp = {});

enum class Reach { Open, Refused, NoAnswer, Unreachable };
Reach reachAddress(const QString& address, quint16 port, std::chrono::milliseconds deadline);
Reach reachSocket(const QString& directory, quint16 port);

} // namespace glow::store
