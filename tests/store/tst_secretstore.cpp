#include "store/secretstore.h"

#include <QLocalServer>
#include <QtTest>

using namespace glow;
using store::KeychainAnswer;
using store::SecretStore;

namespace {

const QString id = QStringLiteral("11111111-2222-4333-8444-555555555555");
const QString secret = QStringLiteral("pä'ss; \"w\\örd 🔑");

store::Keychain noKeychain()
{
    return {[](const QString&, const QString&) { return KeychainAnswer{}; },
            [](const QString&) { return KeychainAnswer{}; }, [](const QString&) { return KeychainAnswer{}; }};
}

store::Keychain keychainOver(QMap<QString, QString>& kept)
{
    using State = KeychainAnswer::State;
    return {[&kept](const QString& key, const QString& value) {
                kept.insert(key, value);
                return KeychainAnswer{State::Done, {}};
            },
            [&kept](const QString& key) {
                return KeychainAnswer{kept.contains(key) ? State::Done : State::NotFound, kept.value(key)};
            },
            [&kept](const QString& key) {
                return KeychainAnswer{kept.remove(key) ? State::Done : State::NotFound, {}};
            }};
}

} // namespace

class TestSecretStore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theKeychainComesFirst();
    void withoutAKeychainAFileThatOnlyTheOwnerReads();
    void aFileThatOthersCanReadIsNotUsed();
    void whatWasTypedComesBeforeWhatIsStored();
    void withoutPermissionOnlyMemory();
    void aNewerSecretWinsWhereverItLies();
    void whatIsNotThereIsNotFound();
    void aKeychainThatKeepsSilentIsGivenUp();
};

void TestSecretStore::theKeychainComesFirst()
{
    const QTemporaryDir directory;
    QMap<QString, QString> kept;
    SecretStore store(directory.path(), true, keychainOver(kept));
    QCOMPARE(*store.write(id, secret), SecretStore::Place::Keychain);
    QCOMPARE(kept.value(id), secret);
    QCOMPARE(*store.read(id), secret);
    QVERIFY(QDir(directory.path()).isEmpty());
    QVERIFY(store.remove(id));
    QCOMPARE(store.read(id).error().kind, core::ErrorKind::NotFound);
}

void TestSecretStore::withoutAKeychainAFileThatOnlyTheOwnerReads()
{
    const QTemporaryDir directory;
    SecretStore store(directory.path(), true, noKeychain());
    QCOMPARE(*store.write(id, secret), SecretStore::Place::File);
    const QString file = directory.filePath(QStringLiteral("secrets/secrets.json"));
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(file) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(QFileInfo(file).path()) & (others | QFile::ExeGroup | QFile::ExeOther),
             QFile::Permissions());
    QCOMPARE(*SecretStore(directory.path(), true, noKeychain()).read(id), secret);
    QVERIFY(store.remove(id));
    QVERIFY(!store.read(id));
}

void TestSecretStore::aFileThatOthersCanReadIsNotUsed()
{
    const QTemporaryDir directory;
    SecretStore store(directory.path(), true, noKeychain());
    QVERIFY(store.write(id, secret));
    const QString file = directory.filePath(QStringLiteral("secrets/secrets.json"));
    const QFile::Permissions own = QFile::ReadOwner | QFile::WriteOwner;
    QVERIFY(QFile::setPermissions(file, own | QFile::ReadOther));
    QCOMPARE(store.read(id).error().kind, core::ErrorKind::File);
    QVERIFY(store.read(id).error().message.contains(file));
    QVERIFY(QFile::setPermissions(file, own));
    QVERIFY(store.read(id));
    const QString folder = QFileInfo(file).path();
    QVERIFY(QFile::setPermissions(folder, own | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup));
    QCOMPARE(store.read(id).error().kind, core::ErrorKind::File);
}

void TestSecretStore::whatWasTypedComesBeforeWhatIsStored()
{
    const QTemporaryDir directory;
    QMap<QString, QString> kept;
    SecretStore store(directory.path(), false, keychainOver(kept));
    QVERIFY(store.write(id, secret));
    store.keepInMemory(id, QStringLiteral("typed"));
    QCOMPARE(*store.read(id), QStringLiteral("typed"));
    QCOMPARE(kept.value(id), secret);
    QVERIFY(store.write(id, QStringLiteral("typed")));
    QVERIFY(!store.inMemory(id));
    QCOMPARE(*store.read(id), QStringLiteral("typed"));
}

void TestSecretStore::withoutPermissionOnlyMemory()
{
    const QTemporaryDir directory;
    const QTemporaryDir other;
    QCOMPARE(*SecretStore(directory.path(), false, noKeychain()).write(id, secret),
             SecretStore::Place::Memory);
    QVERIFY(QDir(directory.path()).isEmpty());
    QCOMPARE(*SecretStore(directory.path(), false, noKeychain()).read(id), secret);
    QVERIFY(!SecretStore(other.path(), false, noKeychain()).read(id));
}

void TestSecretStore::aNewerSecretWinsWhereverItLies()
{
    const QTemporaryDir directory;
    QMap<QString, QString> kept;
    QVERIFY(SecretStore(directory.path(), true, noKeychain()).write(id, QStringLiteral("in the file")));
    QVERIFY(
        SecretStore(directory.path(), true, keychainOver(kept)).write(id, QStringLiteral("in the keychain")));
    QCOMPARE(*SecretStore(directory.path(), true, keychainOver(kept)).read(id),
             QStringLiteral("in the keychain"));
    QVERIFY(SecretStore(directory.path(), false, noKeychain()).write(id, QStringLiteral("in memory")));
    QCOMPARE(*SecretStore(directory.path(), true, keychainOver(kept)).read(id), QStringLiteral("in memory"));
}

void TestSecretStore::whatIsNotThereIsNotFound()
{
    const QTemporaryDir directory;
    SecretStore store(directory.path(), true, noKeychain());
    QCOMPARE(store.read(id).error().kind, core::ErrorKind::NotFound);
    QVERIFY(store.remove(id));
}

void TestSecretStore::aKeychainThatKeepsSilentIsGivenUp()
{
    // A message bus that takes every connection and never answers.
    const QTemporaryDir directory;
    QLocalServer bus;
    QVERIFY(bus.listen(directory.filePath(QStringLiteral("bus"))));
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + bus.fullServerName().toLocal8Bit());
    qputenv("XDG_CURRENT_DESKTOP", "GNOME");
    SecretStore store(directory.path(), false);
    QCOMPARE(*store.write(id, secret), SecretStore::Place::Memory);
    QCOMPARE(*store.read(id), secret);
}

QTEST_GUILESS_MAIN(TestSecretStore)
#include "tst_secretstore.moc"
