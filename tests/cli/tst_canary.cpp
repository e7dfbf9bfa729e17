#include "program.h"
#include "store/database.h"
#include "support/neonstandin.h"

#include <QDirIterator>
#include <QtTest>
#include <csignal>

using namespace glow;

/// A password that would be known anywhere appears nowhere: no file, no output, no process list, no core.
class TestCanary : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theWindowKeepsItToItself();
    void aCrashLeavesNoCore();
    void commandsKeepItToThemselves_data();
    void commandsKeepItToThemselves();
    void onTheCommandLineItIsOverwritten();
    void cleanupTestCase();

private:
    std::unique_ptr<QProcess> start(const QStringList& arguments, const QByteArray& input);
    void awaitConnections(int least);
    QByteArray end(QProcess& process, int signal);
    QByteArray url() const { return m_neon->pooled(m_database).uri().toUtf8(); }
    static QStringList filesWith(const QString& directory);
    static QStringList processesWith();

    std::unique_ptr<tests::NeonStandIn> m_neon;
    std::unique_ptr<tests::DataDirectory> m_data;
    QTemporaryDir m_home;
    QString m_database;
    QProcessEnvironment m_environment;
};

namespace {

constexpr int patience = 60000;
const QByteArray canary = "canary-5f2d9e81";

bool tells(const QByteArray& bytes)
{
    const QString text = QString::fromLatin1(canary);
    const QByteArray wide(reinterpret_cast<const char*>(text.utf16()), text.size() * 2);
    return bytes.contains(canary) || bytes.contains(wide) || bytes.contains(canary.toBase64().chopped(2)) ||
           bytes.contains(canary.toHex());
}

} // namespace

void TestCanary::initTestCase()
{
    store::Database::loadDriver();
    m_neon = std::make_unique<tests::NeonStandIn>(2, QString::fromLatin1(canary));
    m_database = m_neon->createDatabase();
    m_data = std::make_unique<tests::DataDirectory>(QStringLiteral("home/data"));
    m_environment = tests::Program::clean();
    for (const char* name : {"HOME", "TMPDIR", "XDG_RUNTIME_DIR"})
        m_environment.insert(QString::fromLatin1(name), m_home.path());
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"})
        m_environment.remove(QString::fromLatin1(name));
    m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    m_environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*.debug=true"));
}

/// With a core of any size allowed, and the home as the current directory.
std::unique_ptr<QProcess> TestCanary::start(const QStringList& arguments, const QByteArray& input)
{
    m_neon->pooledLine().reset();
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setWorkingDirectory(m_home.path());
    process->setProcessChannelMode(QProcess::MergedChannels);
    process->start(
        QStringLiteral("/bin/sh"),
        QStringList{QStringLiteral("-c"), QStringLiteral("ulimit -c unlimited; exec \"$0\" \"$@\""),
                    QStringLiteral(GLOWLIST_PROGRAM), QStringLiteral("--data-dir"), m_data->path()} +
            arguments);
    process->write(input);
    process->closeWriteChannel();
    return process;
}

void TestCanary::awaitConnections(int least)
{
    QTRY_VERIFY_WITH_TIMEOUT(m_neon->pooledLine().connections() >= least, patience);
    QTest::qWait(700);
}

QByteArray TestCanary::end(QProcess& process, int signal)
{
    ::kill(static_cast<pid_t>(process.processId()), signal);
    process.waitForFinished(patience);
    return process.readAll();
}

QStringList TestCanary::filesWith(const QString& directory)
{
    QStringList found;
    QDirIterator files(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && tells(file.readAll()))
            found.append(file.fileName());
    }
    return found;
}

QStringList TestCanary::processesWith()
{
    QStringList found;
    for (const QString& pid : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        for (const char* name : {"/cmdline", "/environ"}) {
            QFile file(QStringLiteral("/proc/") + pid + QLatin1String(name));
            if (pid.toInt() > 0 && file.open(QIODevice::ReadOnly) && tells(file.readAll()))
                found.append(file.fileName());
        }
    }
    return found;
}

/// Also when its line breaks, and when it is refused.
void TestCanary::theWindowKeepsItToItself()
{
    const QStringList arguments{QStringLiteral("--url"), QStringLiteral("-")};
    const QByteArray address = url();
    const auto window = start(arguments, address);
    awaitConnections(2); // it shows tasks and counts them
    QCOMPARE(processesWith(), QStringList());
    m_neon->stopPooler();
    QTest::qWait(2500); // it has noticed
    QByteArray said = end(*window, SIGTERM);
    QCOMPARE(window->exitCode(), 0);
    QVERIFY2(!tells(said), said.constData());

    m_neon->rotatePassword(QStringLiteral("another"));
    m_neon->startPooler();
    const auto refused = start(arguments, address);
    awaitConnections(1);
    QCOMPARE(processesWith(), QStringList());
    said = end(*refused, SIGTERM);
    QCOMPARE(refused->exitCode(), 0);
    QVERIFY2(!tells(said), said.constData());
    m_neon->rotatePassword(QString::fromLatin1(canary));
    m_neon->stopPooler();
    m_neon->startPooler();
}

void TestCanary::aCrashLeavesNoCore()
{
    const auto window = start({QStringLiteral("--url"), QStringLiteral("-")}, url());
    awaitConnections(2);
    QFile limits(
        QStringLiteral("/proc/%1/limits").arg(window->processId())); // where cores go is the system's affair
    QVERIFY(limits.open(QIODevice::ReadOnly));
    QVERIFY(QString::fromLatin1(limits.readAll()).simplified().contains(u"Max core file size 0"));
    const QByteArray said = end(*window, SIGABRT);
    QCOMPARE(window->exitStatus(), QProcess::CrashExit);
    QVERIFY2(!tells(said), said.constData());
    QVERIFY(QDir(m_home.path()).entryList({QStringLiteral("core*")}, QDir::Files).isEmpty());
}

void TestCanary::commandsKeepItToThemselves_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<bool>("ok");
    const QStringList given{QStringLiteral("--url"), QStringLiteral("-")};
    const auto row = [&](const char* name, const QStringList& command, const QByteArray& input, bool ok) {
        QTest::newRow(name) << command + given << input << ok;
    };
    const auto changed = [this](const char* before, const char* after) {
        return url().replace(before, after);
    };
    row("list", {QStringLiteral("list")}, url(), true);
    row("add", {QStringLiteral("add"), QStringLiteral("Buy milk")}, url(), true);
    row("doctor", {QStringLiteral("doctor"), QStringLiteral("--json")}, url(), true);
    row("another password", {QStringLiteral("list")}, changed("neondb_owner:", "neondb_owner:x"), false);
    row("another user", {QStringLiteral("list")}, changed("neondb_owner", "nobody"), false);
    row("a host that is not there", {QStringLiteral("list")}, changed("hostaddr=127.0.0.1&", ""), false);
    row("no such port", {QStringLiteral("list")}, changed(".localhost:", ".localhost:x"), false);
    row("an unknown key", {QStringLiteral("list")}, url() + "&frobnicate=1", false);
    row("an @ in the password", {QStringLiteral("doctor")}, changed("canary", "a@canary"), false);
    QTest::newRow("connection") << QStringList{QStringLiteral("connection"), QStringLiteral("-")} << url()
                                << true;
}

void TestCanary::commandsKeepItToThemselves()
{
    QFETCH(QStringList, command);
    QFETCH(QByteArray, input);
    QFETCH(bool, ok);
    QVERIFY(tells(input));
    const auto process = start(command, input);
    QVERIFY(process->waitForFinished(patience));
    const QByteArray said = process->readAll();
    QVERIFY2(!tells(said), said.constData());
    QVERIFY2((process->exitCode() == 0) == ok, said.right(1000).constData());
}

void TestCanary::onTheCommandLineItIsOverwritten()
{
    m_neon->pooledLine().setSlowAnswer(std::chrono::milliseconds(2000));
    const auto process =
        start({QStringLiteral("list"), QStringLiteral("--url"), QString::fromUtf8(url())}, QByteArray());
    awaitConnections(1);
    QCOMPARE(processesWith(), QStringList());
    m_neon->pooledLine().setSlowAnswer(std::chrono::milliseconds(0));
    QVERIFY(process->waitForFinished(patience));
    QVERIFY(!tells(process->readAll()));
}

/// After all of it, whatever was written.
void TestCanary::cleanupTestCase()
{
    QCOMPARE(filesWith(m_home.path()), QStringList());
    QCOMPARE(filesWith(QFileInfo(m_data->path()).path()), QStringList());
    QVERIFY(!tells(m_neon->psql(m_database, QStringLiteral("select * from glowlist.change")).toUtf8()));
}

QTEST_GUILESS_MAIN(TestCanary)
#include "tst_canary.moc"
