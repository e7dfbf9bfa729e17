#include "ui/messagebar.h"
#include "ui/statusline.h"
#include "windowfixture.h"

#include "support/stallmeter.h"
#include "sync/link.h"

#include <QMenu>
#include <QPushButton>
#include <atomic>
#include <dlfcn.h>
#include <netdb.h>
#include <thread>

using namespace glow;
using sync::Link;
using tests::WindowFixture;

namespace {

constexpr int patience = 60000;
const QString linkKey = QStringLiteral("link");

std::atomic<bool> nameServerIsSilent = false;
std::atomic<int> asked = 0;

} // namespace

/// In the place of the C library's: a name server that does not answer, as long as a test wants it.
extern "C" int getaddrinfo(const char* name, const char* service, const addrinfo* hints, addrinfo** found)
{
    using LookUp = int (*)(const char*, const char*, const addrinfo*, addrinfo**);
    static const auto real = reinterpret_cast<LookUp>(::dlsym(RTLD_NEXT, "getaddrinfo"));
    if (name && QByteArrayView(name).endsWith(".silent")) {
        ++asked;
        while (nameServerIsSilent)
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
        return EAI_AGAIN;
    }
    return real(name, service, hints, found);
}

/// The window while the database is away, asleep or not wanted.
class TestOffline : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void editsStayPendingAndGoWhenTheServerIsBack();
    void wakingIsSaidAndCanBeCancelled();
    void aWindowOpenedWhileAwayShowsWhatIsPending();
    void aSilentNameServerStallsNothingAndCanBeCancelled();

private:
    static QPushButton* button(WindowFixture& fixture, const QString& text)
    {
        const auto buttons = fixture.pane().messages().findChildren<QPushButton*>();
        const auto found = std::find_if(buttons.begin(), buttons.end(),
                                        [&text](const QPushButton* each) { return each->text() == text; });
        return found == buttons.end() ? nullptr : *found;
    }
    /// "Show changes", and the entry with this text.
    static void chooseInMenu(WindowFixture& fixture, const QString& text)
    {
        QTest::mouseClick(button(fixture, QStringLiteral("Show changes")), Qt::LeftButton);
        QMenu* menu = nullptr;
        QTRY_VERIFY(menu = qobject_cast<QMenu*>(QApplication::activePopupWidget()));
        const QString directory = qEnvironmentVariable("GLOWLIST_TEST_PICTURES");
        if (!directory.isEmpty())
            menu->grab().save(directory + QStringLiteral("/pending-menu.png"));
        for (QAction* action : menu->actions()) {
            if (action->text().contains(text)) {
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                return;
            }
        }
        QFAIL("no such entry");
    }
    static void picture(WindowFixture& fixture, const QString& name)
    {
        const QString directory = qEnvironmentVariable("GLOWLIST_TEST_PICTURES");
        if (directory.isEmpty())
            return;
        for (const auto mode : {app::Theme::Mode::Light, app::Theme::Mode::Dark}) {
            fixture.theme().setMode(mode);
            QTest::qWait(100);
            const QString look =
                mode == app::Theme::Mode::Dark ? QStringLiteral("dark") : QStringLiteral("light");
            fixture.window().grab().save(QStringLiteral("%1/%2-%3.png").arg(directory, name, look));
        }
    }

    std::unique_ptr<tests::TemporaryServer> m_server;
};

void TestOffline::initTestCase()
{
    store::Database::loadDriver();
}

void TestOffline::init()
{
    m_server = std::make_unique<tests::TemporaryServer>();
}

void TestOffline::editsStayPendingAndGoWhenTheServerIsBack()
{
    WindowFixture fixture(*m_server);
    tests::onThread([&] {
        fixture.builder().task(QStringLiteral("Book flights"));
        fixture.builder().task(QStringLiteral("Water the lemon trees"));
    });
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady() && fixture.rowOf(QStringLiteral("Book flights")) >= 0,
                             patience);
    m_server->stop();
    fixture.choose(QStringLiteral("Book flights"));
    QTest::keyClick(&fixture.page().table(), Qt::Key_Space);
    fixture.type(QStringLiteral("Call Amira"));
    app::Changes& changes = fixture.pane().workspace().changes();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.pane().workspace().link().isDown(), patience);
    QCOMPARE(changes.pending(), 2);
    QVERIFY(fixture.pane().messages().isVisible());
    QVERIFY(fixture.pane().messages().text().contains(u"2 change"));
    QVERIFY(fixture.window().statusLine().text().contains(u"Offline · 2 change"));
    for (const QString& title : {QStringLiteral("Book flights"), QStringLiteral("Call Amira")}) {
        const int row = fixture.rowOf(title);
        QVERIFY(row >= 0);
        QVERIFY(changes.overlay().isPending(fixture.model().uidAt(row)));
    }
    picture(fixture, QStringLiteral("offline"));
    fixture.choose(QStringLiteral("Water the lemon trees"));
    chooseInMenu(fixture, QStringLiteral("Book flights"));
    QTRY_COMPARE(fixture.page().table().currentTask(),
                 fixture.model().uidAt(fixture.rowOf(QStringLiteral("Book flights"))));

    m_server->start();
    QVERIFY(button(fixture, QStringLiteral("Retry")));
    QTest::mouseClick(button(fixture, QStringLiteral("Retry")), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(changes.pending(), 0, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.pane().messages().has(linkKey), patience);
    QCOMPARE(fixture.sql(
                 QStringLiteral("select count(*) from public.tasks where completed or title = 'Call Amira'")),
             QStringLiteral("2"));
}

void TestOffline::wakingIsSaidAndCanBeCancelled()
{
    tests::ChaosProxy proxy(m_server->port());
    proxy.setSilent(true);
    WindowFixture fixture(*m_server);
    fixture.setProxy(proxy);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.pane().messages().has(linkKey), patience);
    QVERIFY(fixture.pane().messages().text().contains(u"Waking the database…"));
    QVERIFY(fixture.window().statusLine().text().contains(u"Waking the database…"));
    picture(fixture, QStringLiteral("waking"));
    QTest::mouseClick(button(fixture, QStringLiteral("Cancel")), Qt::LeftButton);
    QCOMPARE(fixture.pane().workspace().link().state(), Link::State::Closed);
    QVERIFY(fixture.pane().messages().text().contains(u"Not connected."));
    QVERIFY(fixture.window().statusLine().text().contains(u"Not connected"));
    picture(fixture, QStringLiteral("cancelled"));

    proxy.setSilent(false);
    QTest::qWait(200);
    QVERIFY(!fixture.pane().workspace().isOpen());
    QTest::mouseClick(button(fixture, QStringLiteral("Try again")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.pane().workspace().isOpen(), patience);
    fixture.type(QStringLiteral("Call Amira"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(QStringLiteral("select title from public.tasks")),
                              QStringLiteral("Call Amira"), patience);
    QVERIFY(!fixture.pane().messages().has(linkKey));
}

void TestOffline::aWindowOpenedWhileAwayShowsWhatIsPending()
{
    tests::ChaosProxy proxy(m_server->port());
    WindowFixture fixture(*m_server);
    fixture.setProxy(proxy);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    proxy.setDown(true);
    fixture.type(QStringLiteral("Call Amira"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.pane().workspace().link().isDown(), patience);
    fixture.restart();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.pane().page() && fixture.rowOf(QStringLiteral("Call Amira")) >= 0,
                             patience);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.pane().messages().text().contains(u"1 change"), patience);
    picture(fixture, QStringLiteral("away"));
    proxy.setDown(false);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.pane().workspace().isOpen(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.pane().workspace().changes().pending(), 0, patience);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.rowOf(QStringLiteral("Call Amira")) >= 0, patience);
    QCOMPARE(fixture.sql(QStringLiteral("select count(*) from public.tasks")), QStringLiteral("1"));
}

void TestOffline::aSilentNameServerStallsNothingAndCanBeCancelled()
{
    nameServerIsSilent = true;
    WindowFixture fixture(*m_server);
    tests::StallMeter meter;
    auto host = QStringLiteral("ep-x.silent");
    fixture.open(QStringLiteral("all"), {1280, 800}, [&host](store::WorkspaceEntry& entry) {
        entry.pooled.hosts = entry.direct.hosts = {{host, 5432}};
    });
    QTRY_VERIFY_WITH_TIMEOUT(fixture.pane().messages().has(linkKey), patience);
    QVERIFY(fixture.pane().messages().text().contains(u"Waking the database…"));
    QVERIFY(asked > 0);
    QTest::mouseClick(button(fixture, QStringLiteral("Cancel")), Qt::LeftButton);
    QCOMPARE(fixture.pane().workspace().link().state(), Link::State::Closed);
    fixture.type(QStringLiteral("Call Amira"));
    QTRY_COMPARE(fixture.pane().workspace().changes().pending(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.rowOf(QStringLiteral("Call Amira")) >= 0, patience);
    qInfo("longest stall %.1f ms, work %.1f ms", meter.longestMilliseconds(),
          meter.longestWorkMilliseconds());
    QVERIFY(nameServerIsSilent); // it has never answered
    nameServerIsSilent = false;
}

QTEST_MAIN(TestOffline)
#include "tst_offline.moc"
