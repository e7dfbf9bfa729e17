#include "support/editingclient.h"
#include "support/neonstandin.h"

#include <QSet>
#include <QtTest>

using namespace glow;

/// Many windows on few server connections: the pool of a free Neon project, made smaller still.
class TestPool : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eightWindowsOnTwoServerConnections();
};

void TestPool::eightWindowsOnTwoServerConnections()
{
    constexpr int windows = 8;
    const int asked =
        qEnvironmentVariableIntValue("GLOWLIST_POOL_CHANGES"); // 5000: a minute on a busy machine
    const int changes = asked > 0 ? asked / windows * windows : 1000;
    tests::NeonStandIn neon(2);
    const QString database = neon.createDatabase();
    std::vector<std::unique_ptr<tests::EditingClient>> clients;
    for (quint32 i = 0; i < windows; ++i) {
        clients.push_back(std::make_unique<tests::EditingClient>(neon.pooled(database), i + 1));
        clients.back()->start(changes / windows, 1, 3);
    }
    const auto settled = [&clients] {
        return std::all_of(clients.begin(), clients.end(),
                           [](const auto& each) { return each->isSettled(); });
    };
    QElapsedTimer time;
    time.start();
    QTRY_VERIFY_WITH_TIMEOUT(settled(), 280000);
    qInfo("%d changes of %d windows in %.1f s", changes, windows, static_cast<double>(time.elapsed()) / 1000);

    QStringList expected;
    QSet<QUuid> confirmed;
    for (const auto& client : clients) {
        QCOMPARE(client->complaints, QStringList());
        QCOMPARE(client->downs, QStringList());
        expected += client->expected();
        confirmed += QSet<QUuid>(client->confirmed.cbegin(), client->confirmed.cend());
    }
    QCOMPARE(confirmed.size(), changes);
    expected.sort();
    QCOMPARE(tests::storedTasks(neon.server(), database), expected);
    QCOMPARE(tests::doneTwice(neon.server(), database), 0);
    QCOMPARE(neon.psql(database, QStringLiteral("select count(*) from glowlist.change")).toInt(), changes);
    QVERIFY(neon.psql(database, QStringLiteral("select count(*) from pg_stat_activity where datname = '%1' "
                                               "and usename = 'neondb_owner'")
                                    .arg(database))
                .toInt() <= 2);
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    store::Database::loadDriver();
    TestPool test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_pool.moc"
