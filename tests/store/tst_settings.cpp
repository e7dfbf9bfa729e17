#include "store/envfile.h"
#include "store/settings.h"
#include "store/workspaces.h"

#include <QtTest>

using namespace glow;
using store::Settings;

class TestSettings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKeyHasAStandardValue();
    void valuesOfEveryKindComeBack();
    void aDirectoryStaysTheSameClient();
    void onlyTheOwnerCanRead();
    void keysOfANewerVersionAreKept();
    void aValueOfAnotherKindIsTheStandardOne();
    void aDamagedFileIsSetAside();
    void damagedWorkspacesAreSetAsideAndThePrivateOneStays();
    void aDirectoryThatCannotBeMadeIsReported();
    void thePrivateWorkspaceIsAlwaysFirst();
    void workspacesComeBackWithoutThePassword();
    void aLoweredEncryptionStays();
    void theEnvironmentIsOfferedBeforeAFile();
    void linesOfAFileAreReadAsAShellWould();
};

static QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSettings::everyKeyHasAStandardValue()
{
    const Settings settings;
    for (int key = 0; key < Settings::KeyCount; ++key)
        QVERIFY(settings.value(static_cast<Settings::Key>(key)).isValid());
    QCOMPARE(settings.text(Settings::Theme), QStringLiteral("system"));
    QCOMPARE(settings.text(Settings::OnClose), QStringLiteral("quit"));
}

void TestSettings::valuesOfEveryKindComeBack()
{
    const QTemporaryDir directory;
    Settings settings;
    settings.set(Settings::Theme, QStringLiteral("dark"));
    settings.set(Settings::FirstDayOfWeek, 7);
    settings.set(Settings::SecretsInFile, true);
    settings.set(Settings::WindowGeometry, QByteArray("\x00\xff\x01", 3));
    settings.set(Settings::CollapsedTasks, QStringList{QStringLiteral("a"), QStringLiteral("b")});
    QVERIFY(settings.save(directory.path()));
    const auto again = Settings::load(directory.path());
    QVERIFY(again);
    for (const Settings::Key key : {Settings::Theme, Settings::FirstDayOfWeek, Settings::SecretsInFile,
                                    Settings::WindowGeometry, Settings::CollapsedTasks})
        QCOMPARE(again->value(key), settings.value(key));
}

void TestSettings::aDirectoryStaysTheSameClient()
{
    const QTemporaryDir parent;
    const QString directory = parent.filePath(QStringLiteral("new folder/gløw"));
    const QString client = Settings::load(directory)->text(Settings::ClientId);
    QVERIFY(!QUuid(client).isNull());
    QCOMPARE(Settings::load(directory)->text(Settings::ClientId), client);
}

void TestSettings::onlyTheOwnerCanRead()
{
    const QTemporaryDir parent;
    const QString directory = parent.filePath(QStringLiteral("data"));
    QVERIFY(Settings().save(directory));
    const QFile::Permissions others =
        QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QCOMPARE(QFile::permissions(directory) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(directory + QStringLiteral("/settings.json")) & others, QFile::Permissions());
}

void TestSettings::keysOfANewerVersionAreKept()
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("settings.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"from-the-future\": [1, {\"a\": true}]}");
    file.close();
    auto settings = Settings::load(directory.path());
    QVERIFY(settings);
    settings->set(Settings::Theme, QStringLiteral("light"));
    QVERIFY(settings->save(directory.path()));
    const QJsonObject json = QJsonDocument::fromJson(contents(file.fileName())).object();
    QCOMPARE(json[u"from-the-future"].toArray().size(), 2);
    QCOMPARE(json[u"theme"].toString(), QStringLiteral("light"));
}

void TestSettings::aValueOfAnotherKindIsTheStandardOne()
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("settings.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"first-day-of-week\": \"soon\", \"theme\": {}}");
    file.close();
    const auto settings = Settings::load(directory.path());
    QCOMPARE(settings->value(Settings::FirstDayOfWeek).toInt(), 0);
    QCOMPARE(settings->text(Settings::Theme), QStringLiteral("system"));
}

void TestSettings::aDamagedFileIsSetAside()
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("settings.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"theme\": \"da");
    file.close();
    QCOMPARE(Settings::load(directory.path()).error().kind, core::ErrorKind::File);
    QCOMPARE(contents(file.fileName() + QStringLiteral(".damaged")), QByteArray("{\"theme\": \"da"));
    QVERIFY(Settings::load(directory.path()));
}

void TestSettings::damagedWorkspacesAreSetAsideAndThePrivateOneStays()
{
    const QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("workspaces.json")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"workspaces\": [{\"id\"");
    file.close();
    const core::Error error = store::loadWorkspaces(directory.path()).error();
    QVERIFY2(error.message.contains(u"workspaces.json.damaged"), qPrintable(error.message));
    QCOMPARE(contents(file.fileName() + QStringLiteral(".damaged")), QByteArray("{\"workspaces\": [{\"id\""));
    const auto entries = store::loadWorkspaces(directory.path());
    QVERIFY(entries);
    QVERIFY(entries->constFirst().isPrivate);
}

void TestSettings::aDirectoryThatCannotBeMadeIsReported()
{
    QCOMPARE(Settings().save(QStringLiteral("/dev/null/data")).error().kind, core::ErrorKind::File);
    QVERIFY(Settings::load(QStringLiteral("/dev/null/data")));
}

void TestSettings::thePrivateWorkspaceIsAlwaysFirst()
{
    const QTemporaryDir directory;
    auto entries = store::loadWorkspaces(directory.path());
    QCOMPARE(entries->size(), 1);
    QVERIFY(entries->constFirst().isPrivate);
    QCOMPARE(entries->constFirst().title(), QStringLiteral("On this computer"));
    store::WorkspaceEntry other;
    other.id = QStringLiteral("x");
    other.name = QStringLiteral("Studio");
    entries->prepend(other);
    QVERIFY(store::saveWorkspaces(directory.path(), *entries));
    const auto again = store::loadWorkspaces(directory.path());
    QCOMPARE(again->size(), 2);
    QVERIFY(again->constFirst().isPrivate);
    QCOMPARE(again->constLast(), other);
}

void TestSettings::workspacesComeBackWithoutThePassword()
{
    const QTemporaryDir directory;
    store::WorkspaceEntry entry;
    entry.id = QStringLiteral("x");
    entry.name = QStringLiteral("Maya's");
    entry.userId = QStringLiteral("maya");
    entry.pooled = *store::ConnectionString::parse(QStringLiteral(
        "postgresql://ma%40ya:s3cret@ep-a-pooler.example.org/to%20do?options=endpoint%3Dep-a"));
    entry.direct = entry.pooled.direct();
    QVERIFY(store::saveWorkspaces(directory.path(), {entry}));
    QVERIFY(!contents(directory.filePath(QStringLiteral("workspaces.json"))).contains("s3cret"));
    const auto again = store::loadWorkspaces(directory.path());
    QVERIFY(again);
    entry.pooled.password.clear();
    entry.direct.password.clear();
    QCOMPARE(again->constLast(), entry);
}

void TestSettings::aLoweredEncryptionStays()
{
    const QTemporaryDir directory;
    store::WorkspaceEntry entry;
    entry.id = QStringLiteral("x");
    entry.pooled = *store::ConnectionString::parse(QStringLiteral("postgresql://maya@db.example.org/d"));
    entry.pooled.options.insert(QStringLiteral("sslmode"), QStringLiteral("require"));
    QVERIFY(store::saveWorkspaces(directory.path(), {entry}));
    QCOMPARE(store::loadWorkspaces(directory.path())->constLast().pooled.sslmode(),
             QStringLiteral("require"));
}

void TestSettings::theEnvironmentIsOfferedBeforeAFile()
{
    const QTemporaryDir directory;
    qunsetenv("DATABASE_URL");
    qunsetenv("DATABASE_URL_DIRECT");
    QVERIFY(store::environmentOffer(directory.path()).isEmpty());
    QFile file(directory.filePath(QStringLiteral(".env")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("DATABASE_URL=postgresql://a@file/d\nDATABASE_URL_DIRECT=postgresql://a@direct/d\n");
    file.close();
    store::EnvironmentOffer offer = store::environmentOffer(directory.path());
    QCOMPARE(offer.pooled, QStringLiteral("postgresql://a@file/d"));
    QCOMPARE(offer.direct, QStringLiteral("postgresql://a@direct/d"));
    QCOMPARE(offer.source, file.fileName());
    qputenv("DATABASE_URL", "postgresql://a@environment/d");
    offer = store::environmentOffer(directory.path());
    QCOMPARE(offer.pooled, QStringLiteral("postgresql://a@environment/d"));
    QVERIFY(offer.direct.isEmpty());
    qunsetenv("DATABASE_URL");
}

void TestSettings::linesOfAFileAreReadAsAShellWould()
{
    const auto lines =
        store::environmentLines(QStringLiteral("# A=1\nB=two # note\nexport C='th#ree' # x\n"
                                               "D=\"a=b\"\r\n  E = pass#word \nF=\nnonsense\n"));
    QStringList read;
    for (const auto& [name, value] : lines)
        read.append(name + u'>' + value);
    QCOMPARE(read, (QStringList{QStringLiteral("B>two"), QStringLiteral("C>th#ree"), QStringLiteral("D>a=b"),
                                QStringLiteral("E>pass#word"), QStringLiteral("F>")}));
}

QTEST_APPLESS_MAIN(TestSettings)
#include "tst_settings.moc"
