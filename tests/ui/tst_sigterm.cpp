#include "core/uid.h"
#include "store/local/localserver.h"
#include "support/builders.h"
#include "support/datadirectory.h"
#include "ui/mainwindow.h"
#include "ui/runwindow.h"
#include "ui/taskpage.h"
#include "ui/workspacepane.h"

#include <QApplication>
#include <QProcess>
#include <QTimer>
#include <QtTest>
#include <csignal>
#include <cstdio>

using namespace glow;

namespace {

const char* const addressVariable = "GLOWLIST_TEST_ADDRESS";

/// What runs in the other process: the window on one workspace, closed into the tray as soon as it is there,
/// where changes go on being made.
int runHidden(int argc, char** argv)
{
    QApplication application(argc, argv);
    store::Database::loadDriver();
    ui::WindowOptions options;
    options.dataDirectory = QString::fromLocal8Bit(argv[2]);
    options.hasTray = [] { return true; };
    options.settings.set(store::Settings::OnClose, QStringLiteral("tray"));
    options.workspaces = {store::privateWorkspace()};
    if (qEnvironmentVariableIsSet(addressVariable)) {
        store::WorkspaceEntry entry;
        entry.id = core::uidText(core::newUid());
        entry.name = QStringLiteral("Remote");
        entry.pooled = entry.direct = *store::ConnectionString::parse(qEnvironmentVariable(addressVariable));
        options.given = entry;
    }
    QTimer timer;
    bool isHidden = false;
    QObject::connect(&timer, &QTimer::timeout, &timer, [&isHidden] {
        for (QWidget* each : QApplication::topLevelWidgets()) {
            auto* window = qobject_cast<ui::MainWindow*>(each);
            if (!window || !window->pane() || !window->pane()->page())
                continue;
            app::Changes& changes = window->pane()->workspace().changes();
            changes.apply(
                changes.make(QStringLiteral("add"),
                             {tests::operation(core::Verb::Create, core::Entity::Task, core::newUid(),
                                               {{QStringLiteral("title"), QStringLiteral("x")}})}));
            if (isHidden || changes.pending() > 5)
                continue;
            isHidden = true;
            window->close();
            std::puts(window->isHidden() ? "hidden" : "shown");
            std::fflush(stdout);
        }
    });
    timer.start(200);
    return ui::runWindow(options);
}

} // namespace

/// SIGTERM ends the program whatever closing is set to do and whatever the database does (CLI.md).
class TestSigterm : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void endsItInTheTrayWhileTheDatabaseIsSilent_data();
    void endsItInTheTrayWhileTheDatabaseIsSilent();
};

void TestSigterm::endsItInTheTrayWhileTheDatabaseIsSilent_data()
{
    QTest::addColumn<bool>("isPrivate");
    QTest::newRow("remote") << false;
    QTest::newRow("private") << true;
}

void TestSigterm::endsItInTheTrayWhileTheDatabaseIsSilent()
{
    QFETCH(bool, isPrivate);
    const tests::DataDirectory data;
    tests::TemporaryServer server;
    const tests::Builder builder(server);
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (!isPrivate)
        environment.insert(QLatin1String(addressVariable), builder.database().uri());
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("hidden"), data.path()});
    QVERIFY(process.waitForReadyRead(120000));
    QCOMPARE(process.readAllStandardOutput().trimmed(), QByteArray("hidden"));
    const auto postmaster = isPrivate ? static_cast<pid_t>(store::LocalServer(data.path()).status()->pid) : 0;
    if (isPrivate)
        tests::signalServer(postmaster, SIGSTOP);
    else
        server.suspend();
    QTest::qWait(2000); // changes are under way, and nobody answers
    QCOMPARE(process.state(), QProcess::Running);

    QElapsedTimer time;
    time.start();
    ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
    const bool ended = process.waitForFinished(30000);
    qInfo("ended after %lld ms", time.elapsed());
    if (isPrivate)
        tests::signalServer(postmaster, SIGCONT);
    else
        server.resume();
    QVERIFY(ended);
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
    if (isPrivate)
        QTRY_VERIFY_WITH_TIMEOUT(!store::LocalServer(data.path()).status()->running, 60000);
}

int main(int argc, char** argv)
{
    if (argc > 2 && QByteArrayView(argv[1]) == "hidden")
        return runHidden(argc, argv);
    QCoreApplication application(argc, argv);
    TestSigterm test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sigterm.moc"
