#include "app/sidebar/sidebarmodel.h"
#include "ui/actions.h"
#include "ui/editor/taskeditor.h"
#include "ui/filters/searchbox.h"
#include "ui/messagebar.h"
#include "ui/settings/settingsdialog.h"
#include "ui/sidebar/sidebarview.h"
#include "ui/statusline.h"
#include "windowfixture.h"

using namespace glow;
using tests::WindowFixture;

namespace {

constexpr int patience = 30000;

QString open(const QString& title)
{
    return QStringLiteral("select count(*) from public.tasks where not completed and title = '%1'")
        .arg(title);
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<tests::TemporaryServer>(); }
    void aTypedLineIsShownAtOnceAndStored();
    void hostileTitlesAreStoredAsTyped();
    void aLineThatCannotBeStoredStaysAndSaysWhy();
    void spaceCompletesAndCtrlZReopens();
    void deleteTakesTheTaskAwayAndUndoBringsItBack();
    void aTaskDroppedOnAListGoesThere();
    void searchFindsAndEscapeGoesBack();
    void theEditorFoldsAwayInANarrowWindow();
    void theEditorKeepsItsTaskWhileTypedIn();
    void switchingTheWorkspaceShowsTheOtherTasks();
    void aStoppedServerIsSaidAndWhatIsTypedIsSentLater();
    void theLanguageChangesWithoutARestart();

private:
    std::unique_ptr<tests::TemporaryServer> m_server;
};

void TestMainWindow::aTypedLineIsShownAtOnceAndStored()
{
    WindowFixture fixture(*m_server);
    fixture.open(QStringLiteral("today"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    fixture.type(QStringLiteral("Pay the water bill p1 @errand"));
    QVERIFY(fixture.page().quickAdd().text().isEmpty());
    QVERIFY(fixture.line()->hasFocus());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(open(QStringLiteral("Pay the water bill"))), QStringLiteral("1"),
                              patience);
    QCOMPARE(fixture.sql(QStringLiteral("select priority, due_date::date from public.tasks")),
             QStringLiteral("high|") + QDate::currentDate().toString(Qt::ISODate));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.rowOf(QStringLiteral("Pay the water bill")) >= 0, patience);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window().statusLine().text().contains(u"Pay the water bill"), patience);
}

void TestMainWindow::hostileTitlesAreStoredAsTyped()
{
    WindowFixture fixture(*m_server);
    fixture.open(QStringLiteral("inbox"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    const QStringList titles{QStringLiteral("'; DROP TABLE tasks; --"), QStringLiteral("<b>x</b>"),
                             QStringLiteral("مرحبا بالعالم"), QStringLiteral("Plant 🌱 and 👩‍🚀"),
                             QString(200, u'W')};
    for (const QString& title : titles) {
        fixture.page().quickAdd().giveBack(title);
        QTest::keyClick(fixture.line(), Qt::Key_Return);
    }
    for (const QString& title : titles) {
        const QString quoted = QString(title).replace(u'\'', QStringLiteral("''"));
        QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(open(quoted)), QStringLiteral("1"), patience);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.rowOf(title) >= 0, patience);
    }
    fixture.window().grab(); // painted without harm
}

void TestMainWindow::aLineThatCannotBeStoredStaysAndSaysWhy()
{
    WindowFixture fixture(*m_server);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    const QString tooLong(201, u'W');
    fixture.page().quickAdd().giveBack(tooLong);
    QTest::keyClick(fixture.line(), Qt::Key_Return);
    QCOMPARE(fixture.page().quickAdd().text(), tooLong);
    QVERIFY(fixture.line()->accessibleDescription().contains(u"200"));
    QCOMPARE(fixture.sql(QStringLiteral("select count(*) from public.tasks")), QStringLiteral("0"));
}

void TestMainWindow::spaceCompletesAndCtrlZReopens()
{
    WindowFixture fixture(*m_server);
    tests::onThread([&] { fixture.builder().task(QStringLiteral("Book flights")); });
    ui::MainWindow& window = fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady() && fixture.rowOf(QStringLiteral("Book flights")) >= 0,
                             patience);
    fixture.choose(QStringLiteral("Book flights"));
    QTest::keyClick(&fixture.page().table(), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(open(QStringLiteral("Book flights"))), QStringLiteral("0"),
                              patience);
    QVERIFY(fixture.rowOf(QStringLiteral("Book flights")) >= 0);
    QAction* undo = window.actions().get(QLatin1String("undo"));
    QVERIFY(undo->isEnabled() && undo->text().contains(u"Book flights"));
    QTest::keyClick(&fixture.page().table(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(open(QStringLiteral("Book flights"))), QStringLiteral("1"),
                              patience);
    QTest::keyClick(&fixture.page().table(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(open(QStringLiteral("Book flights"))), QStringLiteral("0"),
                              patience);
}

void TestMainWindow::deleteTakesTheTaskAwayAndUndoBringsItBack()
{
    WindowFixture fixture(*m_server);
    tests::onThread([&] {
        fixture.builder().task(QStringLiteral("First"));
        fixture.builder().task(QStringLiteral("Second"));
    });
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady() && fixture.rowOf(QStringLiteral("First")) >= 0, patience);
    fixture.choose(QStringLiteral("First"));
    QTest::keyClick(&fixture.page().table(), Qt::Key_Delete);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(open(QStringLiteral("First"))), QStringLiteral("0"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rowOf(QStringLiteral("First")), -1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.page().table().currentTask(),
                              fixture.model().uidAt(fixture.rowOf(QStringLiteral("Second"))), patience);
    QVERIFY(fixture.page().table().hasFocus());
    QTest::keyClick(&fixture.page().table(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(open(QStringLiteral("First"))), QStringLiteral("1"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.rowOf(QStringLiteral("First")) >= 0, patience);
}

void TestMainWindow::aTaskDroppedOnAListGoesThere()
{
    WindowFixture fixture(*m_server);
    QUuid home;
    tests::onThread([&] {
        home = fixture.builder().list(QStringLiteral("Home"));
        fixture.builder().task(QStringLiteral("Sign the lease"));
    });
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady() && fixture.rowOf(QStringLiteral("Sign the lease")) >= 0,
                             patience);
    fixture.choose(QStringLiteral("Sign the lease"));
    app::SidebarModel& places = fixture.pane().sidebar();
    const QModelIndex target = places.index(places.rowOf({core::Scope::List, home}));
    const std::unique_ptr<QMimeData> dragged(
        fixture.model().mimeData({fixture.page().table().currentIndex()}));
    QVERIFY(places.canDropMimeData(dragged.get(), Qt::MoveAction, -1, -1, target));
    QVERIFY(places.dropMimeData(dragged.get(), Qt::MoveAction, -1, -1, target));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(QStringLiteral("select glow_list from public.tasks")),
                              core::uidText(home), patience);
    QTRY_COMPARE_WITH_TIMEOUT(target.data(app::SidebarModel::CountRole).toInt(), 1, patience);
}

void TestMainWindow::searchFindsAndEscapeGoesBack()
{
    WindowFixture fixture(*m_server);
    tests::onThread([&] {
        fixture.builder().task(QStringLiteral("Send the signed lease"));
        fixture.builder().task(QStringLiteral("Water the lemon trees"));
    });
    ui::MainWindow& window = fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    ui::SearchBox& box = window.sidebar().searchBox();
    QVERIFY(box.hasFocus());
    QTest::keyClicks(&box, QStringLiteral("lease"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.page().isSearch() && fixture.model().taskCount() == 1, patience);
    QVERIFY(box.hasFocus());
    QTest::keyClick(&box, Qt::Key_Down);
    QVERIFY(fixture.page().table().hasFocus());
    QCOMPARE(fixture.page().table().currentTask(), fixture.model().uidAt(0));
    QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
    QTest::keyClick(&box, Qt::Key_Escape);
    QVERIFY(!fixture.page().isSearch());
    QVERIFY(box.text().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(fixture.model().taskCount(), 2, patience);
}

void TestMainWindow::theEditorFoldsAwayInANarrowWindow()
{
    WindowFixture fixture(*m_server);
    tests::onThread([&] { fixture.builder().task(QStringLiteral("Book flights")); });
    ui::MainWindow& window = fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady() && fixture.rowOf(QStringLiteral("Book flights")) >= 0,
                             patience);
    fixture.choose(QStringLiteral("Book flights"));
    QVERIFY(fixture.pane().editor()->isVisible());
    window.resize(880, 700);
    QTRY_VERIFY(!fixture.pane().editor()->isVisible());
    QTest::keyClick(&fixture.page().table(), Qt::Key_Return);
    QVERIFY(fixture.pane().editor()->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.pane().editor()->isAncestorOf(QApplication::focusWidget()), patience);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!fixture.pane().editor()->isVisible());
    QVERIFY(fixture.page().table().hasFocus());
}

void TestMainWindow::theEditorKeepsItsTaskWhileTypedIn()
{
    WindowFixture fixture(*m_server);
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    QUuid task;
    tests::onThread([&] {
        task = fixture.builder().task(QStringLiteral("Moved on"), {{QStringLiteral("due_date"), today}});
        fixture.builder().task(QStringLiteral("Stays"), {{QStringLiteral("due_date"), today}});
    });
    fixture.open(QStringLiteral("today"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady() && fixture.rowOf(QStringLiteral("Moved on")) >= 0, patience);
    fixture.choose(QStringLiteral("Moved on"));
    ui::TaskEditor* editor = fixture.pane().editor();
    QTRY_VERIFY_WITH_TIMEOUT(!editor->isLoading(), patience);
    auto* due = editor->findChild<QLineEdit*>(QStringLiteral("due"));
    QVERIFY(due);
    due->setFocus();
    due->selectAll();
    QTest::keyClicks(due, QStringLiteral("2099-01-01"));
    QTest::keyClick(due, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.rowOf(QStringLiteral("Moved on")) < 0, patience);
    QCOMPARE(editor->task(), task);
    fixture.page().focusTasks();
    QTRY_VERIFY(editor->task() != task);
}

void TestMainWindow::switchingTheWorkspaceShowsTheOtherTasks()
{
    WindowFixture fixture(*m_server, 2);
    tests::onThread([&] {
        fixture.builder(0).task(QStringLiteral("One"));
        fixture.builder(1).task(QStringLiteral("Two"));
    });
    ui::MainWindow& window = fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady() && fixture.rowOf(QStringLiteral("One")) >= 0, patience);
    const QString first = fixture.pane().workspace().entry().id;
    Q_EMIT window.sidebar().workspaceChosen(QStringLiteral("there is none"));
    QCOMPARE(fixture.pane().workspace().entry().id, first);
    Q_EMIT window.sidebar().workspaceChosen(fixture.idOf(1));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady() && fixture.rowOf(QStringLiteral("Two")) >= 0, patience);
    QCOMPARE(fixture.rowOf(QStringLiteral("One")), -1);
    fixture.type(QStringLiteral("Three"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(open(QStringLiteral("Three")), 1), QStringLiteral("1"), patience);
    QCOMPARE(fixture.sql(open(QStringLiteral("Three")), 0), QStringLiteral("0"));
}

void TestMainWindow::aStoppedServerIsSaidAndWhatIsTypedIsSentLater()
{
    WindowFixture fixture(*m_server);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    m_server->stop(true);
    fixture.type(QStringLiteral("Typed while it was away"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.pane().messages().has(QStringLiteral("link")), patience);
    QVERIFY(fixture.pane().messages().isVisible());
    QVERIFY(fixture.rowOf(QStringLiteral("Typed while it was away")) >= 0);
    m_server->start();
    fixture.pane().workspace().link().retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(open(QStringLiteral("Typed while it was away"))),
                              QStringLiteral("1"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.pane().messages().has(QStringLiteral("link")), patience);
}

void TestMainWindow::theLanguageChangesWithoutARestart()
{
    WindowFixture fixture(*m_server);
    ui::MainWindow& window = fixture.open(QStringLiteral("today"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    ui::SettingsDialog* dialog = window.openSettings(QStringLiteral("language"));
    const auto choose = [&](const QString& language) {
        store::Settings settings;
        settings.set(store::Settings::Locale, language);
        Q_EMIT dialog->settingsChanged(settings);
    };
    app::SidebarModel& places = fixture.pane().sidebar();
    const auto today = [&] { return places.index(places.rowOf({core::Scope::Today, {}})).data().toString(); };
    choose(QStringLiteral("de"));
    QTRY_COMPARE(today(), QStringLiteral("Heute"));
    QVERIFY(window.actions().get(QLatin1String("settings"))->text().contains(u"Einstellungen"));
    choose(QStringLiteral("en"));
    QTRY_COMPARE(today(), QStringLiteral("Today"));
}

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
