#include "sync/link.h"

#include <QSignalSpy>
#include <QtTest>

using namespace glow;
using sync::Link;

class TestLink : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aFailedConnectionIsTriedAgainByItself();
    void severalFailuresAtOnceCountOnce();
    void whatAPersonMustMendIsNotTriedAgain();
    void staysOfflineWhileItTries();
    void successEndsTheWait();
    void retryNowAsksAtOnce();
    void aCancelledCallChangesNothing();
};

static core::Error error(core::ErrorKind kind)
{
    return {kind, QStringLiteral("no"), {}, {}};
}

void TestLink::aFailedConnectionIsTriedAgainByItself()
{
    Link link;
    QSignalSpy retry(&link, &Link::retry);
    link.failed(error(core::ErrorKind::Connection));
    QCOMPARE(link.state(), Link::State::Offline);
    QVERIFY(link.secondsToRetry() >= 0);
    QVERIFY(retry.wait());
}

void TestLink::severalFailuresAtOnceCountOnce()
{
    Link link;
    QSignalSpy retry(&link, &Link::retry);
    for (int i = 0; i < 20; ++i)
        link.failed(error(core::ErrorKind::Connection));
    QVERIFY(link.secondsToRetry() <= 1);
    QVERIFY(retry.wait());
    QCOMPARE(retry.size(), 1);
}

void TestLink::whatAPersonMustMendIsNotTriedAgain()
{
    Link link;
    link.failed(error(core::ErrorKind::SignIn));
    QCOMPARE(link.state(), Link::State::Refused);
    QCOMPARE(link.secondsToRetry(), -1);
    QCOMPARE(link.lastError().kind, core::ErrorKind::SignIn);
}

void TestLink::staysOfflineWhileItTries()
{
    Link link;
    link.failed(error(core::ErrorKind::Connection));
    link.connecting();
    QCOMPARE(link.state(), Link::State::Offline);
}

void TestLink::successEndsTheWait()
{
    Link link;
    QSignalSpy changed(&link, &Link::stateChanged);
    link.connecting();
    QCOMPARE(link.state(), Link::State::Connecting);
    link.failed(error(core::ErrorKind::Timeout));
    link.succeeded();
    QCOMPARE(link.state(), Link::State::Online);
    QCOMPARE(link.secondsToRetry(), -1);
    QCOMPARE(changed.size(), 3);
}

void TestLink::retryNowAsksAtOnce()
{
    Link link;
    QSignalSpy retry(&link, &Link::retry);
    link.failed(error(core::ErrorKind::SignIn));
    link.retryNow();
    QCOMPARE(retry.size(), 1);
}

void TestLink::aCancelledCallChangesNothing()
{
    Link link;
    link.succeeded();
    link.failed(error(core::ErrorKind::Cancelled));
    QCOMPARE(link.state(), Link::State::Online);
}

QTEST_GUILESS_MAIN(TestLink)
#include "tst_link.moc"
