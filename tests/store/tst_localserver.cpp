#include "store/local/localserver.h"

#include <QtTest>

using namespace glow;

class TestLocalServer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void startsAndStops();
};

void TestLocalServer::startsAndStops()
{
    QTemporaryDir directory;
    {
        store::LocalServer server(directory.path());
        const auto address = server.start();
        QVERIFY2(address, qPrintable(address ? QString() : address.error().message + address.error().detail));
        const auto status = server.status();
        QVERIFY(status->running);
        QVERIFY(status->pid > 0);
    }
    QVERIFY(!store::LocalServer(directory.path()).status()->running);
}

QTEST_GUILESS_MAIN(TestLocalServer)
#include "tst_localserver.moc"
