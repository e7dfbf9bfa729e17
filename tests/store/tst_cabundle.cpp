#include "store/cabundle.h"

#include <QtTest>

using namespace glow;

class TestCaBundle : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isFoundWhereTheSystemKeepsIt_data();
    void isFoundWhereTheSystemKeepsIt();
    void theEnvironmentComesFirst();
    void nowhereIsEmpty();
    void thisComputerHasOne();
};

void TestCaBundle::isFoundWhereTheSystemKeepsIt_data()
{
    QTest::addColumn<QStringList>("existing"); // as a fresh installation of the system has them
    QTest::addColumn<QString>("found");
    const auto row = [](const char* system, const char* existing, const char* found) {
        QTest::newRow(system) << QString::fromLatin1(existing).split(u' ') << QString::fromLatin1(found);
    };
    row("Debian", "/etc/ssl/certs/ca-certificates.crt", "/etc/ssl/certs/ca-certificates.crt");
    row("Fedora",
        "/etc/pki/tls/certs/ca-bundle.crt /etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem "
        "/etc/pki/tls/cert.pem",
        "/etc/pki/tls/certs/ca-bundle.crt");
    row("Fedora 43", "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
        "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem");
    row("Arch",
        "/etc/ca-certificates/extracted/tls-ca-bundle.pem /etc/ssl/certs/ca-certificates.crt "
        "/etc/ssl/cert.pem",
        "/etc/ssl/certs/ca-certificates.crt");
    row("openSUSE", "/etc/ssl/ca-bundle.pem /var/lib/ca-certificates/ca-bundle.pem",
        "/etc/ssl/ca-bundle.pem");
    row("macOS", "/etc/ssl/cert.pem", "/etc/ssl/cert.pem");
    row("FreeBSD", "/usr/local/share/certs/ca-root-nss.crt", "/usr/local/share/certs/ca-root-nss.crt");
    row("Windows", "C:/Glowlist/cacert.pem", "C:/Glowlist/cacert.pem");
}

void TestCaBundle::isFoundWhereTheSystemKeepsIt()
{
    QFETCH(QStringList, existing);
    const QStringList places = store::caBundlePlaces({}, QStringLiteral("C:/Glowlist"));
    QTEST(
        store::firstExisting(places, [&existing](const QString& place) { return existing.contains(place); }),
        "found");
}

void TestCaBundle::theEnvironmentComesFirst()
{
    const QStringList places = store::caBundlePlaces(QStringLiteral("/my/authorities.pem"), {});
    QCOMPARE(store::firstExisting(places, [](const QString&) { return true; }),
             QStringLiteral("/my/authorities.pem"));
    // One that is gone must not leave the person without any.
    QCOMPARE(store::firstExisting(places, [](const QString& place) { return place.startsWith(u"/etc"); }),
             QStringLiteral("/etc/ssl/certs/ca-certificates.crt"));
}

void TestCaBundle::nowhereIsEmpty()
{
    QVERIFY(
        store::firstExisting(store::caBundlePlaces({}, {}), [](const QString&) { return false; }).isEmpty());
}

void TestCaBundle::thisComputerHasOne()
{
    QVERIFY(QFile::exists(store::caBundle()));
}

QTEST_GUILESS_MAIN(TestCaBundle)
#include "tst_cabundle.moc"
