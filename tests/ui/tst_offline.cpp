#include "ui/messagebar.h"
#include "ui/statusline.h"
#include "windowfixture.h"

#include "sync/link.h"

#include <QPushButton>

using namespace glow;
using sync::Link;
using tests::WindowFixture;

namespace {

constexpr int patience = 60000;
const QString linkKey = QStringLiteral("link");

} // namespace

/// The window while the database is away, asleep or not wanted.
class TestOffline : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void editsStayPendingAndGoWhenTheServerIsBack();
    void wakingIsSaidAndCanBeCancelled();
    void aWindowOpenedWhileAwayShowsWhatIsPending();

private:
    static QPushButton* button(WindowFixture& fixture, const QString& text)
    {
        const auto buttons = fixture.pane().messages().findChildren<QPushButton*>();
        const auto found = std::find_if(buttons.begin(), buttons.end(),
                                        [&text](const QPushButton* each) { return each->text() == text; });
        return found == buttons.end() ? nullptr : *found;
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

QTEST_MAIN(TestOffline)
#include "tst_offline.moc"
