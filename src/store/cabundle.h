#pragma once
#include <QString>
#include <QStringList>
#include <functional>

namespace glow::store {

/// Where systems keep their file of trusted certificate authorities, in the order they are tried: what
/// SSL_CERT_FILE names, the distributions, the BSDs and macOS, then a file beside the program (Windows has
/// none).
QStringList caBundlePlaces(const QString& fromEnvironment, const QString& programDirectory);
/// The first place that exists: libpq 15 cannot find it by itself. Empty when there is none.
QString caBundle();
QString firstExisting(const QStringList& places, const std::function<bool(const QString&)>& exists);

} // namespace glow::store
