#pragma once
#include <QString>
#include <chrono>

namespace glow::store {

/// What is wrong with a server's certificate, in OpenSSL's words ("certificate has expired", "self-signed
/// certificate"): libpq 15 only says that its verification failed. Greets the server once more as PostgreSQL
/// clients do, without signing in. Empty when nothing is, or it cannot be seen within `deadline`. Worker
/// threads only; `address` is numeric, `host` the name that the server is asked by, `authorities` a PEM file.
QString certificateProblem(const QString& address, quint16 port, const QString& host,
                           const QString& authorities, std::chrono::milliseconds deadline);

} // namespace glow::store
