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
    void dueDatesInUtcAreReadAndWrittenSo();
    void anUnknownFormOfDueDatesIsAUsageError();

private:
    Run run(const QString& command) const
    {
        QStringList words = QProcess::splitCommand(command);
        return m_program.run(QStringList{words.takeFirst(), QStringLiteral("--url"), m_target.uri(),
                                         QStringLiteral("--json")} +
                                 words,
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
    for (const char* said : {"1 rows", "maya: 1 open, 0 done", "Send the lease: 2026-11-22T23:30",
                             "--due-dates=utc", "glow_", "env.py", "include_object"})
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

void TestAdoptionCommand::dueDatesInUtcAreReadAndWrittenSo()
{
    m_environment.insert(QStringLiteral("TZ"), QStringLiteral("America/New_York")); // UTC-5 in November
    makeDatabase();
    m_web->add(QStringLiteral("maya"), QStringLiteral("Late"), QStringLiteral("2026-11-23T03:30:00"));
    const int day =
        m_web->add(QStringLiteral("maya"), QStringLiteral("Day"), QStringLiteral("2026-11-23T00:00:00"));
    const Run upgraded = run(QStringLiteral("migrate upgrade --due-dates utc"));
    QCOMPARE(upgraded.status, 0);
    QVERIFY2(
        upgraded.err.contains("Late: 2026-11-23T03:30 if stored in local time, 2026-11-22T22:30 if in UTC"),
        upgraded.err);
    QVERIFY2(upgraded.err.contains("Day: 2026-11-23 if stored in local time, 2026-11-23 if in UTC"),
             upgraded.err);
    const auto due = [this](const QString& query) {
        QStringList found;
        const QJsonArray tasks = run(query + QStringLiteral(" --user maya --now 2026-11-22T20:00")).array();
        for (const QJsonValue& task : tasks)
            found.append(task[u"title"].toString() + u' ' + task[u"due"].toString());
        return found.join(u',');
    };
    // Half past three in London is half past ten the evening before in New York; a day is a day.
    QCOMPARE(due(QStringLiteral("list")), QStringLiteral("Late 2026-11-22T22:30,Day 2026-11-23"));
    QCOMPARE(due(QStringLiteral("list today")), QStringLiteral("Late 2026-11-22T22:30"));
    QCOMPARE(due(QStringLiteral("list due: 2026-11-23")), QStringLiteral("Day 2026-11-23"));
    QCOMPARE(due(QStringLiteral("list due before: 2026-11-23")), QStringLiteral("Late 2026-11-22T22:30"));
    QCOMPARE(due(QStringLiteral("list due after: 2026-11-22")), QStringLiteral("Day 2026-11-23"));
    // Written: a time goes to UTC, a day does not.
    const auto stored = [this](const QString& title) {
        const int id = m_web->run({QStringLiteral("find"), QStringLiteral("maya"), title})[0].toInt();
        return (*m_web)({QStringLiteral("show"), QString::number(id)})[u"due_date"].toString();
    };
    const Run added = run(QStringLiteral("add --user maya --literal --due 2026-11-24T22:00 -- Evening"));
    QCOMPARE(added.array().at(0)[u"due"].toString(), QStringLiteral("2026-11-24T22:00"));
    QCOMPARE(stored(QStringLiteral("Evening")), QStringLiteral("2026-11-25 03:00:00"));
    run(QStringLiteral("add --user maya --literal --due 2026-11-24 -- Whole"));
    QCOMPARE(stored(QStringLiteral("Whole")), QStringLiteral("2026-11-24 00:00:00"));
    run(QStringLiteral("edit --user maya %1 --due 2026-11-26T19:00").arg(day));
    QCOMPARE(stored(QStringLiteral("Day")), QStringLiteral("2026-11-27 00:00:00"));
    // Midnight in UTC, written by us, is a time.
    QCOMPARE(due(QStringLiteral("list due: 2026-11-26")), QStringLiteral("Day 2026-11-26T19:00"));
    QCOMPARE(run(QStringLiteral("undo --user maya")).status, 0);
    QCOMPARE(stored(QStringLiteral("Day")), QStringLiteral("2026-11-23 00:00:00"));
}

void TestAdoptionCommand::anUnknownFormOfDueDatesIsAUsageError()
{
    makeDatabase();
    const Run refused = run(QStringLiteral("migrate upgrade --due-dates gmt"));
    QCOMPARE(refused.status, 2);
    QCOMPARE(refused.kind(), QStringLiteral("usage"));
}

QTEST_GUILESS_MAIN(TestAdoptionCommand)
#include "tst_adoptioncommand.moc"
