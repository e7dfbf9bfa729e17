#include "ui/editor/taskeditor.h"
#include "ui/settings/settingsdialog.h"
#include "ui/quickadd/quickaddhost.h"
#include "ui/quickadd/quickaddwindow.h"
#include "ui/trayicon.h"
#include "windowfixture.h"

#include <QComboBox>
#include <QMenu>

using namespace glow;
using store::Settings;
using tests::WindowFixture;

namespace {

constexpr int patience = 20000;

} // namespace

/// The window beside a desktop's tray, which the tests say is there or not.
class TestTrayIcon : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void closingQuitsWhereNothingElseIsChosen();
    void closingKeepsItInTheTrayWhenChosen();
    void withoutATrayClosingQuits();
    void theMenuOpensAddsAndQuits();
    void whatIsTypedInTheEditorIsStoredWhenItGoesIntoTheTray();
    void theChoiceIsOfferedOnlyWhereThereIsATray_data();
    void theChoiceIsOfferedOnlyWhereThereIsATray();

private:
    void openWithTray(WindowFixture& fixture, bool hasTray = true);

    std::unique_ptr<tests::TemporaryServer> m_server;
};

void TestTrayIcon::initTestCase()
{
    store::Database::loadDriver();
    tests::onThread([this] { m_server = std::make_unique<tests::TemporaryServer>(); });
}

void TestTrayIcon::cleanupTestCase()
{
    tests::onThread([this] { m_server.reset(); });
}

void TestTrayIcon::openWithTray(WindowFixture& fixture, bool hasTray)
{
    fixture.options().hasTray = [hasTray] { return hasTray; };
    fixture.options().settings.set(Settings::OnClose, QStringLiteral("tray"));
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
}

void TestTrayIcon::closingQuitsWhereNothingElseIsChosen()
{
    WindowFixture fixture(*m_server);
    fixture.options().hasTray = [] { return true; };
    ui::MainWindow& window = fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    const QSignalSpy closed(&window, &ui::MainWindow::closed);
    window.close();
    QCOMPARE(closed.size(), 1);
}

void TestTrayIcon::closingKeepsItInTheTrayWhenChosen()
{
    WindowFixture fixture(*m_server);
    openWithTray(fixture);
    ui::MainWindow& window = fixture.window();
    const QSignalSpy closed(&window, &ui::MainWindow::closed);
    window.close();
    QVERIFY(window.isHidden());
    QCOMPARE(closed.size(), 0);
    window.raiseWindow(); // a second start
    QVERIFY(window.isVisible());
    QVERIFY(fixture.isReady());
    window.quit();
    QCOMPARE(closed.size(), 1);
}

void TestTrayIcon::withoutATrayClosingQuits()
{
    WindowFixture fixture(*m_server);
    openWithTray(fixture, false);
    const QSignalSpy closed(&fixture.window(), &ui::MainWindow::closed);
    fixture.window().close();
    QCOMPARE(closed.size(), 1);
}

void TestTrayIcon::theMenuOpensAddsAndQuits()
{
    WindowFixture fixture(*m_server);
    openWithTray(fixture);
    ui::MainWindow& window = fixture.window();
    const QSignalSpy closed(&window, &ui::MainWindow::closed);
    const QList<QAction*> entries = window.tray()->menu().actions();
    window.close();
    entries.at(0)->trigger();
    QVERIFY(window.isVisible());
    window.close();
    entries.at(1)->trigger();
    QVERIFY(window.isHidden());
    QVERIFY(window.quickAdd().window()->isVisible());
    entries.at(3)->trigger();
    QCOMPARE(closed.size(), 1);
}

void TestTrayIcon::whatIsTypedInTheEditorIsStoredWhenItGoesIntoTheTray()
{
    WindowFixture fixture(*m_server);
    tests::onThread([&] { fixture.builder().task(QStringLiteral("Book flights")); });
    openWithTray(fixture);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.rowOf(QStringLiteral("Book flights")) >= 0, patience);
    fixture.choose(QStringLiteral("Book flights"));
    ui::TaskEditor* editor = fixture.pane().editor();
    QTRY_VERIFY_WITH_TIMEOUT(!editor->isLoading(), patience);
    editor->focusTitle();
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("Book trains"));
    fixture.window().close();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(QStringLiteral("select title from public.tasks")),
                              QStringLiteral("Book trains"), patience);
}

void TestTrayIcon::theChoiceIsOfferedOnlyWhereThereIsATray_data()
{
    QTest::addColumn<bool>("hasTray");
    QTest::newRow("tray") << true;
    QTest::newRow("none") << false;
}

void TestTrayIcon::theChoiceIsOfferedOnlyWhereThereIsATray()
{
    QFETCH(bool, hasTray);
    WindowFixture fixture(*m_server);
    openWithTray(fixture, hasTray);
    ui::SettingsDialog* dialog = fixture.window().openSettings(QStringLiteral("general"));
    auto* choice = dialog->findChild<QComboBox*>(QStringLiteral("onClose"));
    QCOMPARE(choice->count(), hasTray ? 2 : 1);
    QSignalSpy saved(dialog, &ui::SettingsDialog::settingsChanged);
    QMetaObject::invokeMethod(dialog->findChild<QAbstractButton*>(QStringLiteral("save")), "click");
    QVERIFY(saved.wait(patience));
    // Chosen on another desktop, it is kept on one without a tray.
    QCOMPARE(saved.constFirst().constFirst().value<Settings>().text(Settings::OnClose),
             QStringLiteral("tray"));
}

QTEST_MAIN(TestTrayIcon)
#include "tst_trayicon.moc"
