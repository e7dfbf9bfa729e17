#pragma once
#include "core/result.h"
#include "store/keychain.h"

#include <QString>

namespace glow::store {

/// Passwords: the system keychain (QtKeychain) with our own time-out, since its job may never end
/// (PACKAGING.md 5). Where there is none: a file that only the user can read if they chose that
/// (Settings::SecretsInFile), else memory until the program ends. Worker threads only.
class SecretStore {
public:
    SecretStore(QString dataDirectory, bool fileAllowed, Keychain keychain = systemKeychain());

    enum class Place { Keychain, File, Memory };
    core::Result<Place> write(const QString& id, const QString& secret);
    core::Result<QString> read(const QString& id); ///< NotFound when there is none
    core::Result<void> remove(const QString& id);

private:
    QString filePath() const;
    QString memoryKey(const QString& id) const;
    core::Result<void> writeFile(const QString& id, const QString& secret);
    core::Result<void> removeFromFile(const QString& id);

    QString m_dataDirectory;
    bool m_fileAllowed;
    Keychain m_keychain;
};

} // namespace glow::store
