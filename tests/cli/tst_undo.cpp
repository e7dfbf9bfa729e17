#include "program.h"

#include "app/transfer/workspacecopy.h"
#include "core/uid.h"
#include "support/builders.h"

#include <QtTest>

using namespace glow;

/// `undo` of what is longer than one request may be.
class TestUndo : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void aLongCopyIsTakenBackInPartsAndOnce();
    void whatWasCutShortIsGoneOnWith();

private:
    QStringList undo() const
    {
        return {QStringLiteral("--url"), m_target->database().uri(), QStringLiteral("undo"),
                QStringLiteral("--json")};
    }
    void copyHere();

    tests::TemporaryServer m_server;
    std::unique_ptr<tests::Builder> m_source;
    std::unique_ptr<tests::Builder> m_target;
    std::unique_ptr<tests::Program> m_program;
};

void TestUndo::init()
{
    m_source = std::make_unique<tests::Builder>(m_server);
    m_target = std::make_unique<tests::Builder>(m_server);
    m_target->sql(QStringLiteral("update glowlist.workspace set token = gen_random_uuid()"));
    m_program = std::make_unique<tests::Program>();
    QCOMPARE(m_program
                 ->run({QStringLiteral("--url"), m_target->database().uri(), QStringLiteral("add"),
                        QStringLiteral("Mine")})
                 .status,
             0);
    copyHere();
}

/// As the window of this data directory does.
void TestUndo::copyHere()
{
    m_source->bulk(20000);
    const auto end = [](const store::ConnectionString& database) {
        return app::CopyEnd{QStringLiteral("End"), QStringLiteral("local"),
                            [database] { return core::Result(database); }, false};
    };
    const QUuid client(m_target->sql(QStringLiteral("select client from glowlist.change")).trimmed());
    app::WorkspaceCopy copy(end(m_source->database()), end(m_target->database()),
                            {client, QStringLiteral("tester"), {}}, core::Clock());
    QSignalSpy finished(&copy, &app::WorkspaceCopy::finished);
    copy.start();
    QVERIFY(finished.wait(200000));
    QCOMPARE(m_target->count(QStringLiteral("tasks")), 20001);
}

void TestUndo::aLongCopyIsTakenBackInPartsAndOnce()
{
    tests::Run run = m_program->run(undo());
    QVERIFY2(run.status == 0, run.err.constData());
    QVERIFY2(run.err.contains("Undoing: "), run.err.constData());
    QCOMPARE(run.object()[u"skipped"].toArray().size(), 0);
    QCOMPARE(m_target->sql(QStringLiteral("select title from tasks")).trimmed(), QStringLiteral("Mine"));
    run = m_program->run(undo());
    QCOMPARE(run.object()[u"undone"].toString(), QStringLiteral("Add: Mine"));
    QCOMPARE(m_target->count(QStringLiteral("tasks")), 0);
    QCOMPARE(m_program->run(undo()).kind(), QStringLiteral("not-found"));
}

void TestUndo::whatWasCutShortIsGoneOnWith()
{
    QProcess process;
    process.setProcessEnvironment(tests::Program::clean());
    process.setReadChannel(QProcess::StandardError);
    process.start(QStringLiteral(GLOWLIST_PROGRAM),
                  QStringList{QStringLiteral("--data-dir"), m_program->directory().path()} + undo());
    QByteArray err;
    while (!err.contains("Undoing: ") && process.waitForReadyRead(60000))
        err += process.readAllStandardError();
    process.kill();
    process.waitForFinished();
    const qint64 left = m_target->count(QStringLiteral("tasks"));
    QVERIFY2(left > 1 && left < 20001, qPrintable(QString::number(left)));
    const tests::Run run = m_program->run(undo());
    QVERIFY2(run.status == 0, run.err.constData());
    QCOMPARE(m_target->sql(QStringLiteral("select title from tasks")).trimmed(), QStringLiteral("Mine"));
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    store::Database::loadDriver();
    TestUndo test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_undo.moc"
