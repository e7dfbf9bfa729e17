#include "store/autostart.h"
#include "store/settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using namespace glow;

class TestAutostart : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();

    void itIsSwitchedOnAndOff();
    void whatTheDesktopSwitchedOffIsOff_data();
    void whatTheDesktopSwitchedOffIsOff();
    void anyPathIsQuoted_data();
    void anyPathIsQuoted();
    void theDataDirectoryIsNamedWhereItIsAnother();
    void whatCannotBeWrittenIsSaid();

private:
    QByteArray text() const;

    std::unique_ptr<QTemporaryDir> m_home;
};

void TestAutostart::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(m_home->path()));
}

QByteArray TestAutostart::text() const
{
    QFile file(m_home->filePath(QStringLiteral("autostart/io.github.glowlist.Glowlist.desktop")));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestAutostart::itIsSwitchedOnAndOff()
{
    QVERIFY(!store::startsAtLogin());
    QVERIFY(store::setStartsAtLogin(false, {}).ok());
    QVERIFY(
        store::setStartsAtLogin(true, {QStringLiteral("/usr/bin/glowlist"), QStringLiteral("--tray")}).ok());
    QVERIFY(store::startsAtLogin());
    QVERIFY2(text().contains("\nExec=\"/usr/bin/glowlist\" \"--tray\"\n"), text().constData());
    const QTemporaryDir data;
    QVERIFY(store::Settings::load(data.path())->value(store::Settings::StartInTray).toBool());
    QVERIFY(store::setStartsAtLogin(false, {}).ok());
    QVERIFY(!store::startsAtLogin());
    QVERIFY(!store::Settings::load(data.path())->value(store::Settings::StartInTray).toBool());
    QCOMPARE(text(), QByteArray());
}

void TestAutostart::whatTheDesktopSwitchedOffIsOff_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("hidden") << QByteArray("Hidden=true\n");
    QTest::newRow("GNOME") << QByteArray("X-GNOME-Autostart-enabled=false\n");
}

void TestAutostart::whatTheDesktopSwitchedOffIsOff()
{
    QFETCH(QByteArray, line);
    QVERIFY(store::setStartsAtLogin(true, {QStringLiteral("glowlist")}).ok());
    QFile file(store::autostartPath());
    QVERIFY(file.open(QIODevice::Append) && file.write(line) == line.size());
    file.close();
    QVERIFY(!store::startsAtLogin());
    QVERIFY(store::setStartsAtLogin(true, {QStringLiteral("glowlist")}).ok());
    QVERIFY(store::startsAtLogin());
}

void TestAutostart::anyPathIsQuoted_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("exec");
    QTest::newRow("blank") << QStringLiteral("/a b/glowlist") << QByteArray("\"/a b/glowlist\"");
    QTest::newRow("per cent") << QStringLiteral("/50%u/g") << QByteArray("\"/50%%u/g\"");
    QTest::newRow("dollar") << QStringLiteral("/$HOME/g") << QByteArray("\"/\\\\$HOME/g\"");
    QTest::newRow("quote") << QStringLiteral("/a\"b") << QByteArray("\"/a\\\\\"b\"");
    QTest::newRow("backslash") << QStringLiteral("/a\\b") << QByteArray("\"/a\\\\\\\\b\"");
}

void TestAutostart::anyPathIsQuoted()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, exec);
    QVERIFY(store::setStartsAtLogin(true, {path}).ok());
    QVERIFY2(text().contains("\nExec=" + exec + "\n"), text().constData());
}

void TestAutostart::theDataDirectoryIsNamedWhereItIsAnother()
{
    qputenv("XDG_DATA_HOME", QFile::encodeName(m_home->filePath(QStringLiteral("share"))));
    const QString standard = m_home->filePath(QStringLiteral("share/glowlist"));
    QCOMPARE(store::trayCommand(QStringLiteral("g"), standard),
             QStringList({QStringLiteral("g"), QStringLiteral("--tray")}));
    QCOMPARE(store::trayCommand(QStringLiteral("g"), QStringLiteral("/other")).mid(2),
             QStringList({QStringLiteral("--data-dir"), QStringLiteral("/other")}));
}

void TestAutostart::whatCannotBeWrittenIsSaid()
{
    QFile inTheWay(m_home->filePath(QStringLiteral("autostart")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto done = store::setStartsAtLogin(true, {QStringLiteral("glowlist")});
    QVERIFY(!done);
    QVERIFY2(done.error().message.contains(store::autostartPath()), qPrintable(done.error().message));
}

QTEST_GUILESS_MAIN(TestAutostart)
#include "tst_autostart.moc"
