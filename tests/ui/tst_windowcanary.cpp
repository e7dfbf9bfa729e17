#include "store/secretstore.h"
#include "support/neonstandin.h"
#include "ui/settings/settingsdialog.h"
#include "ui/statusline.h"
#include "windowfixture.h"

#include <QClipboard>
#include <QComboBox>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace glow;

namespace {

constexpr int patience = 60000;
const QString canary = QStringLiteral("canary:9 f/81@ä");

/// In any form in which it could be written down.
bool tells(const QByteArray& bytes)
{
    const QByteArray utf8 = canary.toUtf8();
    const QByteArray wide(reinterpret_cast<const char*>(canary.utf16()), canary.size() * 2);
    const QByteArray percent = QUrl::toPercentEncoding(canary);
    const QByteArray json =
        QJsonDocument(QJsonArray{canary}).toJson(QJsonDocument::Compact).mid(2).chopped(2);
    for (const QByteArray& form : {utf8, wide, percent, percent.toLower(), json, utf8.toBase64().chopped(2),
                                   utf8.toHex(), canary.toLatin1()}) {
        if (bytes.contains(form))
            return true;
    }
    return false;
}

QByteArray logged;
void keepLog(QtMsgType, const QMessageLogContext&, const QString& text)
{
    logged += text.toUtf8() + '\n';
}

QStringList filesWith(const QString& directory)
{
    QStringList found;
    QDirIterator files(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (tells(file.fileName().toUtf8()) || (file.open(QIODevice::ReadOnly) && tells(file.readAll())))
            found.append(QDir(directory).relativeFilePath(file.fileName()));
    }
    return found;
}

QStringList processesWith()
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

} // namespace

/// A password that is typed in the settings, checked, saved and used lies nowhere but where the person chose.
class TestWindowCanary : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void whatIsTypedInTheSettingsStaysThere_data();
    void whatIsTypedInTheSettingsStaysThere();

private:
    ui::MainWindow* openWindow();
    void fillIn(ui::SettingsDialog& dialog, int keep);
    void check(ui::SettingsDialog& dialog);

    std::unique_ptr<tests::NeonStandIn> m_neon;
    QString m_database;
    QTemporaryDir m_home;
    std::unique_ptr<tests::DataDirectory> m_directory;
    app::Theme m_theme;
    std::unique_ptr<ui::MainWindow> m_window;
};

void TestWindowCanary::initTestCase()
{
    for (const char* name : {"HOME", "TMPDIR", "XDG_RUNTIME_DIR"})
        qputenv(name, m_home.path().toLocal8Bit());
    for (const char* name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME",
                             "DATABASE_URL", "DATABASE_URL_DIRECT"})
        qunsetenv(name);
    QVERIFY(QDir::setCurrent(m_home.path()));
    tests::onThread([this] {
        m_neon = std::make_unique<tests::NeonStandIn>();
        m_database = m_neon->createDatabase();
        m_neon->rotatePassword(canary);
    });
    QApplication::setStyle(new ui::GlowStyle(m_theme));
}

ui::MainWindow* TestWindowCanary::openWindow()
{
    store::WorkspaceEntry other;
    other.id = core::uidText(core::newUid());
    other.name = QStringLiteral("Elsewhere");
    tests::onThread([&] { other.pooled = other.direct = tests::Builder(m_neon->server()).database(); });
    ui::WindowOptions options;
    options.dataDirectory = m_directory->path();
    options.view = QStringLiteral("all");
    options.workspaces = {other};
    options.openWorkspace = other.id;
    m_window = std::make_unique<ui::MainWindow>(options, m_theme);
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    m_window->start();
    return m_window.get();
}

/// The string without the password is pasted, as a console that hides it shows it; the password is typed.
void TestWindowCanary::fillIn(ui::SettingsDialog& dialog, int keep)
{
    QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("add")), Qt::LeftButton);
    auto* choice = dialog.findChild<QComboBox*>(QStringLiteral("keep"));
    QTRY_VERIFY_WITH_TIMEOUT(choice->isVisible(), patience);
    store::ConnectionString shown = m_neon->pooled(m_database);
    shown.password.clear();
    QGuiApplication::clipboard()->setText(shown.uri());
    auto* pooled = dialog.findChild<QLineEdit*>(QStringLiteral("pooled"));
    pooled->setFocus();
    QTest::keyClick(pooled, Qt::Key_V, Qt::ControlModifier);
    auto* password = dialog.findChild<QLineEdit*>(QStringLiteral("password"));
    password->setFocus();
    for (const QChar each : canary)
        QTest::sendKeyEvent(QTest::Click, password, Qt::Key_unknown, QString(each), Qt::NoModifier);
    QCOMPARE(password->text(), canary);
    QCOMPARE(password->echoMode(), QLineEdit::Password);
    choice->setCurrentIndex(keep);
}

void TestWindowCanary::check(ui::SettingsDialog& dialog)
{
    QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("checkAgain")), Qt::LeftButton);
    auto* copy = dialog.findChild<QPushButton*>(QStringLiteral("copyReport"));
    QTRY_VERIFY_WITH_TIMEOUT(!copy->isEnabled(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(copy->isEnabled(), patience);
    QTest::mouseClick(copy, Qt::LeftButton);
    const QString report = QGuiApplication::clipboard()->text();
    QVERIFY2(report.contains(QStringLiteral("signin")), qPrintable(report));
    QVERIFY2(!tells(report.toUtf8()), qPrintable(report));
    QCOMPARE(filesWith(m_home.path()), QStringList()); // nothing is kept before it is saved
}

void TestWindowCanary::whatIsTypedInTheSettingsStaysThere_data()
{
    QTest::addColumn<int>("keep");
    QTest::addColumn<QStringList>("files");
    QTest::newRow("asked for each time") << 0 << QStringList();
    QTest::newRow("kept in a file") << 1 << QStringList{QStringLiteral("secrets/secrets.json")};
}

void TestWindowCanary::whatIsTypedInTheSettingsStaysThere()
{
    QFETCH(int, keep);
    QFETCH(QStringList, files);
    const QtMessageHandler before = qInstallMessageHandler(keepLog);
    m_directory = std::make_unique<tests::DataDirectory>();
    ui::MainWindow* window = openWindow();
    QTRY_VERIFY_WITH_TIMEOUT(window->pane() && window->pane()->page(), patience);
    ui::SettingsDialog* dialog = window->openSettings(QStringLiteral("workspaces"));
    fillIn(*dialog, keep);
    check(*dialog);
    tests::onThread([this] { m_neon->stopPooler(); });
    check(*dialog); // and when it fails
    tests::onThread([this] { m_neon->startPooler(); });

    m_neon->pooledLine().reset();
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("openWorkspace")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(window->pane() && window->pane()->workspace().isOpen() &&
                                 window->pane()->workspace().entry().pooled.database == m_database,
                             patience);
    QTRY_VERIFY_WITH_TIMEOUT(window->pane()->page(), patience);
    window->pane()->page()->quickAdd().focusLine();
    QTest::keyClicks(window->pane()->page()->quickAdd().findChild<QTextEdit*>(), QStringLiteral("Buy milk"));
    QTest::keyClick(window->pane()->page()->quickAdd().findChild<QTextEdit*>(), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(
        m_neon->psql(m_database, QStringLiteral("select count(*) > 0 from tasks where title = 'Buy milk'")),
        QStringLiteral("t"), patience);
    QCOMPARE(processesWith(), QStringList());

    tests::onThread(
        [this] { m_neon->stopPooler(); }); // its error is shown and written down somewhere perhaps
    QTRY_VERIFY_WITH_TIMEOUT(window->pane()->workspace().link().isDown(), patience);
    for (const QLabel* each : window->findChildren<QLabel*>())
        QVERIFY2(!tells(each->text().toUtf8()), qPrintable(each->text()));
    QCOMPARE(filesWith(m_home.path()), QStringList());
    QCOMPARE(filesWith(m_directory->path()), files);
    for (const QString& each : files)
        QCOMPARE(QFileInfo(m_directory->path() + u'/' + each).permissions() & QFile::Permissions(0x77),
                 QFile::Permissions());
    m_window.reset();
    tests::onThread([this] { m_neon->startPooler(); });
    QCOMPARE(filesWith(m_directory->path()), files);
    qInstallMessageHandler(before);
    QVERIFY2(!tells(logged), logged.constData());
}

int main(int argc, char** argv)
{
    qputenv("QT_LOGGING_RULES", "*.debug=true");
    QApplication application(argc, argv);
    store::Database::loadDriver();
    TestWindowCanary test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_windowcanary.moc"
