#include "store/watchdog.h"
#include "support/faultrun.h"

using namespace glow;
using tests::FaultRun;

/// What breaks while somebody edits costs nothing: nothing lost, nothing twice. bench_faults does it a
/// hundred times.
class TestFaults : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nothingIsLostAndNothingDoubled_data();
    void nothingIsLostAndNothingDoubled();

private:
    std::unique_ptr<tests::NeonStandIn> m_neon;
};

void TestFaults::initTestCase()
{
    m_neon = std::make_unique<tests::NeonStandIn>();
    store::Watchdog::shortenDeadlines(20);
}

void TestFaults::nothingIsLostAndNothingDoubled_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<bool>("pooled");
    for (int i = 0; i < static_cast<int>(FaultRun::faults().size()); ++i) {
        const FaultRun::Fault& fault = FaultRun::faults().at(static_cast<size_t>(i));
        QTest::addRow("%s, pooled", fault.name) << i << true;
        if (!fault.pooledOnly)
            QTest::addRow("%s, direct", fault.name) << i << false;
    }
}

void TestFaults::nothingIsLostAndNothingDoubled()
{
    QFETCH(int, fault);
    QFETCH(bool, pooled);
    FaultRun run(*m_neon, pooled, static_cast<quint32>(fault + 1));
    QVERIFY2(run.breakOnce(FaultRun::faults().at(static_cast<size_t>(fault))) >= 0,
             qPrintable(run.client.downs.join(u'\n')));
    QCOMPARE(run.verdict(), QString());
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    store::Database::loadDriver();
    TestFaults test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_faults.moc"
