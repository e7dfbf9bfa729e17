#include "store/secretstore.h"

#include "store/guithread.h"
#include "store/jsonfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QMutex>

namespace glow::store {

namespace {

// Until the program ends: shared by all stores, since each is made where it is needed.
class Memory {
public:
    void insert(const QString& key, const QString& secret)
    {
        const QMutexLocker lock(&m_mutex);
        m_secrets.insert(key, secret);
    }
    void remove(const QString& key)
    {
        const QMutexLocker lock(&m_mutex);
        m_secrets.remove(key);
    }
    std::optional<QString> find(const QString& key) const
    {
        const QMutexLocker lock(&m_mutex);
        const auto found = m_secrets.constFind(key);
        return found == m_secrets.constEnd() ? std::nullopt : std::optional(*found);
    }

private:
    mutable QMutex m_mutex;
    QHash<QString, QString> m_secrets;
};

Memory memory;

constexpr QFile::Permissions forOthers = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                         QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

} // namespace

SecretStore::SecretStore(QString dataDirectory, bool fileAllowed, Keychain keychain)
    : m_dataDirectory(std::move(dataDirectory))
    , m_fileAllowed(fileAllowed)
    , m_keychain(std::move(keychain))
{}

QString SecretStore::filePath() const
{
    return QDir(m_dataDirectory).filePath(QStringLiteral("secrets/secrets.json"));
}

QString SecretStore::memoryKey(const QString& id) const
{
    return m_dataDirectory + u'\n' + id;
}

core::Result<SecretStore::Place> SecretStore::write(const QString& id, const QString& secret)
{
    assertNotGuiThread();
    if (m_keychain.write(id, secret).state == KeychainAnswer::State::Done) {
        memory.remove(memoryKey(id));
        if (const auto removed = removeFromFile(id); !removed)
            return removed.error();
        return Place::Keychain;
    }
    if (m_fileAllowed) {
        if (const auto written = writeFile(id, secret); !written)
            return written.error();
        memory.remove(memoryKey(id));
        return Place::File;
    }
    if (const auto removed = removeFromFile(id); !removed)
        return removed.error();
    memory.insert(memoryKey(id), secret);
    return Place::Memory;
}

core::Result<QString> SecretStore::read(const QString& id)
{
    assertNotGuiThread();
    if (const auto secret = memory.find(memoryKey(id)))
        return *secret;
    const auto file = readFile();
    if (!file && file.error().kind != core::ErrorKind::NotFound)
        return file.error();
    if (file && file->contains(id))
        return (*file)[id].toString();
    const KeychainAnswer answer = m_keychain.read(id);
    if (answer.state == KeychainAnswer::State::Done)
        return answer.secret;
    return core::Error{
        core::ErrorKind::NotFound,
        QCoreApplication::translate("SecretStore", "There is no stored password for this workspace.")};
}

core::Result<void> SecretStore::remove(const QString& id)
{
    assertNotGuiThread();
    memory.remove(memoryKey(id));
    m_keychain.remove(id);
    return removeFromFile(id);
}

void SecretStore::keepInMemory(const QString& id, const QString& secret)
{
    memory.insert(memoryKey(id), secret);
}

std::optional<QString> SecretStore::inMemory(const QString& id) const
{
    return memory.find(memoryKey(id));
}

bool SecretStore::hasKeychain() const
{
    assertNotGuiThread();
    return m_keychain.read(QStringLiteral("is-there-a-keychain")).state != KeychainAnswer::State::Unavailable;
}

core::Result<QJsonObject> SecretStore::readFile() const
{
    const QFileInfo file(filePath());
    for (const QFileInfo& each : {QFileInfo(file.path()), file}) {
        if (each.exists() && (each.permissions() & forOthers))
            return core::Error{
                core::ErrorKind::File,
                QCoreApplication::translate("SecretStore",
                                            "Others on this computer can open %1, so the passwords in it are "
                                            "not used: take their rights away (chmod go= %1).")
                    .arg(each.filePath())};
    }
    return readJsonFile(file.filePath());
}

core::Result<void> SecretStore::writeFile(const QString& id, const QString& secret)
{
    const auto file = readFile();
    if (!file && file.error().kind != core::ErrorKind::NotFound)
        return file.error();
    QJsonObject secrets = file ? *file : QJsonObject();
    secrets.insert(id, secret);
    return writeJsonFile(filePath(), secrets);
}

core::Result<void> SecretStore::removeFromFile(const QString& id)
{
    const auto file = readJsonFile(filePath());
    if (!file || !file->contains(id))
        return {};
    QJsonObject secrets = *file;
    secrets.remove(id);
    return writeJsonFile(filePath(), secrets);
}

} // namespace glow::store
