#pragma once
#include "core/result.h"
#include "store/keychain.h"

#include <QJsonObject>
#include <QString>
#include <optional>

namespace glow::store {

/// Passwords: the system keychain (QtKeychain) with our own time-out, since its job may never end
/// (PACKAGING.md 5). Where there is none: a file in a folder, both for the user alone, if they chose that
/// (Settings::SecretsInFile), else memory until the program ends: the window asks each time. Worker threads
/// only.
class SecretStore {
public:
    SecretStore(QString dataDirectory, bool fileAllowed, Keychain keychain = systemKeychain());

    enum class Place { Keychain, File, Memory };
    core::Result<Place> write(const QString& id, const QString& secret);
    core::Result<QString> read(const QString& id); ///< NotFound when there is none
    /// Until the program ends, before whatever is stored: what was typed and has not been tried yet.
    void keepInMemory(const QString& id, const QString& secret);
    std::optional<QString> inMemory(const QString& id) const;
    bool hasKeychain() const;
    core::Result<void> remove(const QString& id);

private:
    QString filePath() const;
    QString memoryKey(const QString& id) const;
    core::Result<QJsonObject> readFile() const;
    core::Result<void> writeFile(const QString& id, const QString& secret);
    core::Result<void> removeFromFile(const QString& id);

    QString m_dataDirectory;
    bool m_fileAllowed;
    Keychain m_keychain;
};

} // namespace glow::store
