#pragma once
#include "store/connectionstring.h"

#include <chrono>

namespace glow::store {

/// What lies before PostgreSQL: name resolution and the bare connection. Both end at their deadline, which
/// libpq's own way through getaddrinfo cannot promise.
struct Resolution {
    QStringList addresses;
    bool timedOut = false;
};
Resolution resolve(const QString& host, std::chrono::milliseconds deadline);

enum class Reach { Open, Refused, NoAnswer, Unreachable };
Reach reachAddress(const QString& address, quint16 port, std::chrono::milliseconds deadline);
Reach reachSocket(const QString& directory, quint16 port);

} // namespace glow::store
