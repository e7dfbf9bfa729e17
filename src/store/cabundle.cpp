#include "store/cabundle.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <algorithm>

namespace glow::store {

QStringList caBundlePlaces(const QString& fromEnvironment, const QString& programDirectory)
{
    constexpr const char* places[] = {
        "/etc/ssl/certs/ca-certificates.crt",                // Debian, Ubuntu, Arch, Gentoo, Alpine
        "/etc/pki/tls/certs/ca-bundle.crt",                  // Fedora, RHEL
        "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", // Fedora from 43 on
        "/etc/ssl/ca-bundle.pem",                            // openSUSE
        "/var/lib/ca-certificates/ca-bundle.pem",            // openSUSE, where the link above is missing
        "/etc/ca-certificates/extracted/tls-ca-bundle.pem",  // Arch
        "/etc/ssl/cert.pem",                                 // macOS, OpenBSD, FreeBSD
        "/opt/homebrew/etc/ca-certificates/cert.pem",        // macOS with Homebrew, on ARM and on Intel
        "/usr/local/etc/ca-certificates/cert.pem",
        "/usr/local/share/certs/ca-root-nss.crt" // FreeBSD's package
    };
    QStringList all;
    if (!fromEnvironment.isEmpty())
        all.append(fromEnvironment);
    for (const char* place : places)
        all.append(QString::fromLatin1(place));
    if (!programDirectory.isEmpty())
        all += {programDirectory + QStringLiteral("/cacert.pem"),
                programDirectory + QStringLiteral("/../etc/ssl/cert.pem")};
    return all;
}

QString firstExisting(const QStringList& places, const std::function<bool(const QString&)>& exists)
{
    const auto found = std::find_if(places.begin(), places.end(), exists);
    return found == places.end() ? QString() : *found;
}

QString caBundle()
{
    const QString directory = qApp ? QCoreApplication::applicationDirPath() : QString();
    return firstExisting(caBundlePlaces(qEnvironmentVariable("SSL_CERT_FILE"), directory),
                         [](const QString& place) { return QFileInfo(place).isFile(); });
}

} // namespace glow::store
