#include "support/datadirectory.h"

#include <QImage>
#include <QProcess>
#include <QtTest>
#include <csignal>

using namespace glow;

/// The program itself, as a person or a script starts it, on a private workspace of its own.
class TestProgram : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aScreenshotHasTheWantedSizeAndTheme();
    void aScreenshotThatCannotBeWrittenSaysSo();
    void aDisplayThatDoesNotAnswerIsSaid();
    void aScreenshotOfADatabaseThatIsAwaySaysWhy();
    void sigtermEndsItWithStatusZero();
    void aSecondStartRaisesTheFirst();
    void twoStartsAtTheSameMomentMakeOneWindow();
    void quickAddOpensInTheProgramThatRuns();
    void aPictureOfQuickAddHasItsOwnSize();

private:
    QStringList with(const QStringList& arguments) const
    {
        return QStringList{QStringLiteral("--data-dir"), m_data.path()} + arguments;
    }
    static QString program() { return QStringLiteral(GLOWLIST_PROGRAM); }
    int run(const QStringList& arguments)
    {
        QProcess process;
        process.start(program(), with(arguments));
        if (!process.waitForFinished(120000))
            return -1;
        m_said = QString::fromUtf8(process.readAllStandardError());
        return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    }

    tests::DataDirectory m_data{QStringLiteral("däta with spaces")};
    QString m_said;
};

void TestProgram::aScreenshotHasTheWantedSizeAndTheme()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("shot.png"));
    QCOMPARE(run({QStringLiteral("--screenshot"), file, QStringLiteral("--view"), QStringLiteral("today"),
                  QStringLiteral("--size"), QStringLiteral("900x640"), QStringLiteral("--theme"),
                  QStringLiteral("dark"), QStringLiteral("--scale"), QStringLiteral("2")}),
             0);
    const QImage image(file);
    QCOMPARE(image.size(), QSize(1800, 1280));
    QCOMPARE(image.pixelColor(1700, 1100), QColor(0x1C, 0x20, 0x25));
    QCOMPARE(image.pixelColor(100, 1000), QColor(0x12, 0x15, 0x18));
}

void TestProgram::aScreenshotThatCannotBeWrittenSaysSo()
{
    QCOMPARE(run({QStringLiteral("--screenshot"), QStringLiteral("/proc/no/such/shot.png")}), 1);
    QVERIFY(m_said.contains(u"/proc/no/such/shot.png"));
}

void TestProgram::aDisplayThatDoesNotAnswerIsSaid()
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("QT_QPA_PLATFORM"));
    environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
    environment.insert(QStringLiteral("DISPLAY"), QStringLiteral(":4711"));
    process.setProcessEnvironment(environment);
    process.start(program(), with({}));
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardError().contains("There is no display to open a window on."));
}

void TestProgram::aScreenshotOfADatabaseThatIsAwaySaysWhy()
{
    const QTemporaryDir folder;
    QCOMPARE(run({QStringLiteral("--url"), QStringLiteral("postgresql://maya@127.0.0.1:9/none"),
                  QStringLiteral("--screenshot"), folder.filePath(QStringLiteral("shot.png"))}),
             1);
    QVERIFY2(m_said.contains(u"Nothing listens at this address"), qPrintable(m_said));
}

void TestProgram::sigtermEndsItWithStatusZero()
{
    QProcess process;
    process.start(program(), with({}));
    QVERIFY(process.waitForStarted());
    QTest::qWait(3000);
    QCOMPARE(process.state(), QProcess::Running);
    ::kill(static_cast<pid_t>(process.processId()), SIGTERM);
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 0);
}

void TestProgram::aSecondStartRaisesTheFirst()
{
    QProcess first;
    first.start(program(), with({}));
    QVERIFY(first.waitForStarted());
    QTest::qWait(1000);
    QCOMPARE(run({}), 0); // it has told the first one and is gone
    QCOMPARE(first.state(), QProcess::Running);
    first.terminate();
    QVERIFY(first.waitForFinished(30000));
    QCOMPARE(first.exitCode(), 0);
}

void TestProgram::twoStartsAtTheSameMomentMakeOneWindow()
{
    QProcess first;
    QProcess second;
    first.start(program(), with({}));
    second.start(program(), with({}));
    QTRY_VERIFY_WITH_TIMEOUT(first.state() == QProcess::NotRunning || second.state() == QProcess::NotRunning,
                             60000);
    QProcess& loser = first.state() == QProcess::NotRunning ? first : second;
    QProcess& winner = &loser == &first ? second : first;
    QCOMPARE(loser.exitStatus(), QProcess::NormalExit);
    QCOMPARE(loser.exitCode(), 0);
    QCOMPARE(winner.state(), QProcess::Running);
    winner.terminate();
    QVERIFY(winner.waitForFinished(30000));
    QCOMPARE(winner.exitCode(), 0);
}

void TestProgram::quickAddOpensInTheProgramThatRuns()
{
    QProcess first;
    first.start(program(), with({QStringLiteral("--quick-add")}));
    QVERIFY(first.waitForStarted());
    QTest::qWait(1000);
    QCOMPARE(run({QStringLiteral("--quick-add")}), 0);
    QCOMPARE(run({}), 0); // the big window too
    QCOMPARE(first.state(), QProcess::Running);
    first.terminate();
    QVERIFY(first.waitForFinished(30000));
    QCOMPARE(first.exitCode(), 0);
}

void TestProgram::aPictureOfQuickAddHasItsOwnSize()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("shot.png"));
    QCOMPARE(run({QStringLiteral("--screenshot"), file, QStringLiteral("--view"), QStringLiteral("quick-add"),
                  QStringLiteral("--theme"), QStringLiteral("light")}),
             0);
    const QImage image(file);
    QCOMPARE(image.size(), QSize(640, 340));
    QCOMPARE(image.pixelColor(320, 150), QColor(0xFF, 0xFF, 0xFF));
    QCOMPARE(image.pixelColor(450, 335), QColor(0xEC, 0xEE, 0xF2));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
