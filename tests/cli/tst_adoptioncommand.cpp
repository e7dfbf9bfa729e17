#include "cli/program.h"
#include "support/temporaryserver.h"
#include "support/webapplication.h"

#include <QtTest>

using namespace glow;
using tests::Run;

/// The web application's database on the command line.
class TestAdoptionCommand : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void upgradeReportsBeforeItDoes();
    void anUnknownUserIsRefusedBeforeAnythingIsDone();
    void columnsThatDoNotFitAreAFailure();

private:
    Run run(const QString& command) const
    {
        return m_program.run(QProcess::splitCommand(command) + QStringList{QStringLiteral("--url"),
                                                                           m_target.uri(),
                                                                           QStringLiteral("--json")},
                             {}, m_environment);
    }
    void makeDatabase()
    {
        m_target = m_server.createDatabase();
        m_web = std::make_unique<tests::WebApplication>(m_target);
        m_web->setUp({QStringLiteral("jonas"), QStringLiteral("maya")});
    }

    tests::TemporaryServer m_server;
    tests::Program m_program;
    store::ConnectionString m_target;
    std::unique_ptr<tests::WebApplication> m_web;
    QProcessEnvironment m_environment = tests::Program::clean();
};

void TestAdoptionCommand::upgradeReportsBeforeItDoes()
{
    makeDatabase();
    m_web->add(QStringLiteral("maya"), QStringLiteral("Send the lease"),
               QStringLiteral("2026-11-22T23:30:00"));
    const QString before = m_web->checksum();
    QCOMPARE(run(QStringLiteral("list --user maya")).kind(), QStringLiteral("migration"));
    const Run upgraded = run(QStringLiteral("migrate upgrade --user maya"));
    QCOMPARE(upgraded.status, 0);
    QVERIFY(upgraded.object()[u"pending"].toArray().isEmpty());
    for (const char* said : {"1 rows", "maya: 1 open, 0 done", "glow_", "env.py", "include_object"})
        QVERIFY2(upgraded.err.contains(said), said + upgraded.err);
    QCOMPARE(m_web->checksum(), before);
    QCOMPARE(run(QStringLiteral("migrate check")).status, 0);
    const QJsonArray tasks = run(QStringLiteral("list --user maya")).array();
    QCOMPARE(tasks.size(), 1);
    QCOMPARE(tasks.at(0)[u"due"].toString(), QStringLiteral("2026-11-22T23:30"));
    QCOMPARE(run(QStringLiteral("list --user jonas")).array().size(), 0);
    QCOMPARE(run(QStringLiteral("migrate downgrade 0001 --yes")).status, 0);
    QCOMPARE(m_web->checksum(), before);
}

void TestAdoptionCommand::anUnknownUserIsRefusedBeforeAnythingIsDone()
{
    makeDatabase();
    const Run refused = run(QStringLiteral("migrate upgrade --user nobody --yes"));
    QCOMPARE(refused.status, 1);
    QCOMPARE(refused.kind(), QStringLiteral("not-found"));
    QCOMPARE(m_server.psql(m_target.database, QStringLiteral("select to_regnamespace('glowlist') is null"))
                 .trimmed(),
             QStringLiteral("t"));
}

void TestAdoptionCommand::columnsThatDoNotFitAreAFailure()
{
    makeDatabase();
    m_server.psql(m_target.database, QStringLiteral("alter table tasks alter due_date type date"));
    const Run refused = run(QStringLiteral("migrate upgrade --yes"));
    QCOMPARE(refused.status, 1);
    QCOMPARE(refused.kind(), QStringLiteral("migration"));
    QVERIFY(refused.err.contains("due_date"));
}

QTEST_GUILESS_MAIN(TestAdoptionCommand)
#include "tst_adoptioncommand.moc"
