#include "store/cabundle.h"

#include <QFile>
#include <algorithm>
#include <array>

namespace glow::store {

QString caBundle()
{
    // Debian and Arch; Fedora; openSUSE; Alpine and the BSDs.
    constexpr std::array places{"/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
                                "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"};
    const auto found = std::find_if(places.begin(), places.end(), [](const char* place) {
        return QFile::exists(QString::fromLatin1(place));
    });
    return found == places.end() ? QString() : QString::fromLatin1(*found);
}

} // namespace glow::store
