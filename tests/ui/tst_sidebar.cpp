#include "app/sidebar/sidebarmodel.h"
#include "ui/sidebar/listdialog.h"
#include "ui/sidebar/sidebarview.h"
#include "windowfixture.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace glow;
using app::SidebarModel;
using core::Scope;
using tests::WindowFixture;

namespace {

constexpr int patience = 30000;

} // namespace

class TestSidebar : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_server = std::make_unique<tests::TemporaryServer>(); }
    void aNewListIsStoredShownAndOpened();
    void aNameThatIsTakenCannotBeSaved();
    void listsAreRenamedColouredAndArchived();
    void listsAreReorderedByDropping();
    void aDeletedListComesBackWithItsTasks();
    void tagsAreRenamedAndDeleted();
    void countsFollowTheTasks();
    void tasksCannotBeDroppedWhereTheyWouldNotGo();
    void aPlaceOpensWhenTheButtonIsReleasedOnIt();
    void aRightClickShowsTheMenuAndOpensNothing();
    void theKeyboardOpensWhatItComesTo();

private:
    QListView& places(WindowFixture& fixture)
    {
        return *fixture.window().sidebar().findChild<ui::PlaceList*>();
    }
    QPoint pointOf(WindowFixture& fixture, const app::Place& place)
    {
        const SidebarModel& model = fixture.pane().sidebar();
        return places(fixture).visualRect(model.index(model.rowOf(place))).center();
    }
    bool isChosen(WindowFixture& fixture, const app::Place& place)
    {
        const QModelIndexList chosen = places(fixture).selectionModel()->selectedIndexes();
        return chosen.size() == 1 && chosen.constFirst().row() == fixture.pane().sidebar().rowOf(place);
    }

    std::unique_ptr<tests::TemporaryServer> m_server;
};

void TestSidebar::aNewListIsStoredShownAndOpened()
{
    WindowFixture fixture(*m_server);
    ui::MainWindow& window = fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    const QAbstractItemModelTester tester(&fixture.pane().sidebar(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    window.sidebar().newList();
    auto* dialog = window.findChild<ui::ListDialog*>();
    QVERIFY(dialog);
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), QStringLiteral("Garden & <b>Home</b>"));
    dialog->findChild<QComboBox*>()->setCurrentIndex(2);
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("saveButton")), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(QStringLiteral("select name, colour from glowlist.list")),
                              QStringLiteral("Garden & <b>Home</b>|2"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.page().place().scope, Scope::List, patience);
    QVERIFY(fixture.pane().sidebar().rowOf(fixture.page().place()) > 0);
}

void TestSidebar::aNameThatIsTakenCannotBeSaved()
{
    WindowFixture fixture(*m_server);
    tests::onThread([&] { fixture.builder().list(QStringLiteral("Home")); });
    ui::MainWindow& window = fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    window.sidebar().newList();
    auto* dialog = window.findChild<ui::ListDialog*>();
    auto* save = dialog->findChild<QPushButton*>(QStringLiteral("saveButton"));
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), QStringLiteral("home"));
    QVERIFY(!save->isEnabled());
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), QStringLiteral(" 2"));
    QVERIFY(save->isEnabled());
    dialog->reject();
}

void TestSidebar::listsAreRenamedColouredAndArchived()
{
    WindowFixture fixture(*m_server);
    QUuid list;
    tests::onThread([&] { list = fixture.builder().list(QStringLiteral("Home")); });
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    SidebarModel& places = fixture.pane().sidebar();
    const QAbstractItemModelTester tester(&places, QAbstractItemModelTester::FailureReportingMode::Fatal);
    app::CatalogueActions& actions = fixture.pane().catalogueActions();
    actions.renameList(list, QStringLiteral("House"));
    actions.colourList(list, QStringLiteral("3"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(QStringLiteral("select name, colour from glowlist.list")),
                              QStringLiteral("House|3"), patience);
    const app::Place place{Scope::List, list};
    QTRY_COMPARE_WITH_TIMEOUT(places.index(places.rowOf(place)).data().toString(), QStringLiteral("House"),
                              patience);
    actions.archiveList(list, true);
    QTRY_COMPARE_WITH_TIMEOUT(places.rowOf(place), -1, patience);
    places.setArchivedShown(true);
    QVERIFY(places.rowOf(place) > 0);
}

void TestSidebar::listsAreReorderedByDropping()
{
    WindowFixture fixture(*m_server);
    QUuid first;
    QUuid second;
    tests::onThread([&] {
        first = fixture.builder().list(QStringLiteral("First"));
        second = fixture.builder().list(QStringLiteral("Second"));
    });
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    SidebarModel& places = fixture.pane().sidebar();
    const int top = places.rowOf({Scope::List, first});
    QCOMPARE(places.rowOf({Scope::List, second}), top + 1);
    const std::unique_ptr<QMimeData> dragged(places.mimeData({places.index(top + 1)}));
    places.dropMimeData(dragged.get(), Qt::MoveAction, top, 0, {});
    QTRY_COMPARE_WITH_TIMEOUT(places.rowOf({Scope::List, second}), top, patience);
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.sql(QStringLiteral("select name from glowlist.list order by position limit 1")),
        QStringLiteral("Second"), patience);
}

void TestSidebar::aDeletedListComesBackWithItsTasks()
{
    WindowFixture fixture(*m_server);
    QUuid list;
    tests::onThread([&] {
        list = fixture.builder().list(QStringLiteral("Home"));
        fixture.builder().task(QStringLiteral("Water"), {{QStringLiteral("list"), core::uidText(list)}});
    });
    fixture.open(QStringLiteral("list:Home"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    QCOMPARE(fixture.page().place().scope, Scope::List);
    fixture.pane().catalogueActions().deleteList(list);
    const QString both =
        QStringLiteral("select (select count(*) from glowlist.list), (select count(*) from public.tasks)");
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(both), QStringLiteral("0|0"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.page().place().scope, Scope::Inbox, patience);
    fixture.pane().workspace().changes().undo();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(both), QStringLiteral("1|1"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.pane().sidebar().rowOf({Scope::List, list}) > 0, patience);
}

void TestSidebar::tagsAreRenamedAndDeleted()
{
    WindowFixture fixture(*m_server);
    QUuid tag;
    tests::onThread([&] { tag = fixture.builder().tag(QStringLiteral("phone")); });
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    SidebarModel& places = fixture.pane().sidebar();
    fixture.pane().catalogueActions().renameTag(tag, QStringLiteral("calls"));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(QStringLiteral("select name from glowlist.tag")),
                              QStringLiteral("calls"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(places.index(places.rowOf({Scope::Tag, tag})).data().toString(),
                              QStringLiteral("calls"), patience);
    fixture.pane().catalogueActions().deleteTag(tag);
    QTRY_COMPARE_WITH_TIMEOUT(places.rowOf({Scope::Tag, tag}), -1, patience);
}

void TestSidebar::countsFollowTheTasks()
{
    WindowFixture fixture(*m_server);
    fixture.open(QStringLiteral("today"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    SidebarModel& places = fixture.pane().sidebar();
    const auto count = [&places](Scope scope) {
        return places.index(places.rowOf({scope, {}})).data(SidebarModel::CountRole).toInt();
    };
    fixture.type(QStringLiteral("Due today by default"));
    QTRY_COMPARE_WITH_TIMEOUT(count(Scope::Today), 1, patience);
    QCOMPARE(count(Scope::Inbox), 1);
    QCOMPARE(count(Scope::All), 1);
    QVERIFY(places.index(places.rowOf({Scope::Today, {}}))
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(u'1'));
    fixture.pane().workspace().changes().undo();
    QTRY_COMPARE_WITH_TIMEOUT(count(Scope::Today), 0, patience);
}

void TestSidebar::tasksCannotBeDroppedWhereTheyWouldNotGo()
{
    WindowFixture fixture(*m_server);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    SidebarModel& places = fixture.pane().sidebar();
    QMimeData data;
    data.setData(SidebarModel::tasksMimeType(), core::uidText(core::newUid()).toLatin1());
    const auto takes = [&](Scope scope) {
        return places.canDropMimeData(&data, Qt::MoveAction, -1, -1, places.index(places.rowOf({scope, {}})));
    };
    QVERIFY(takes(Scope::Today));
    QVERIFY(takes(Scope::Inbox));
    QVERIFY(!takes(Scope::Completed));
    QVERIFY(!takes(Scope::Upcoming));
    QVERIFY(!places.canDropMimeData(&data, Qt::MoveAction, -1, -1, {}));
}

void TestSidebar::aPlaceOpensWhenTheButtonIsReleasedOnIt()
{
    WindowFixture fixture(*m_server);
    QUuid uid;
    tests::onThread([&] { uid = fixture.builder().list(QStringLiteral("Home")); });
    fixture.open(QStringLiteral("inbox"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    const app::Place inbox{Scope::Inbox, {}};
    const app::Place home{Scope::List, uid};
    QWidget* rows = places(fixture).viewport();
    QTest::mousePress(rows, Qt::LeftButton, {}, pointOf(fixture, home));
    QCOMPARE(fixture.page().place(), inbox);
    QTest::mouseMove(rows, QPoint(20, rows->height() - 4));
    QTest::mouseRelease(rows, Qt::LeftButton, {}, QPoint(20, rows->height() - 4));
    QCOMPARE(fixture.page().place(), inbox);
    QVERIFY(isChosen(fixture, inbox));
    QTest::mousePress(rows, Qt::LeftButton, {}, pointOf(fixture, home));
    QCOMPARE(fixture.page().place(), inbox);
    QTest::mouseRelease(rows, Qt::LeftButton, {}, pointOf(fixture, home));
    QCOMPARE(fixture.page().place(), home);
    QVERIFY(isChosen(fixture, home));
}

void TestSidebar::aRightClickShowsTheMenuAndOpensNothing()
{
    WindowFixture fixture(*m_server);
    QUuid uid;
    tests::onThread([&] { uid = fixture.builder().list(QStringLiteral("Home")); });
    fixture.open(QStringLiteral("inbox"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    const app::Place inbox{Scope::Inbox, {}};
    const QPoint point = pointOf(fixture, {Scope::List, uid});
    QWidget* rows = places(fixture).viewport();
    QTest::mouseClick(rows, Qt::RightButton, {}, point);
    QContextMenuEvent wanted(QContextMenuEvent::Mouse, point, rows->mapToGlobal(point));
    QCoreApplication::sendEvent(rows, &wanted);
    auto* menu = fixture.window().sidebar().findChild<QMenu*>();
    QVERIFY(menu && menu->isVisible());
    QVERIFY(!menu->actions().isEmpty());
    QCOMPARE(fixture.page().place(), inbox);
    QVERIFY(isChosen(fixture, inbox));
    menu->close();
    QCOMPARE(fixture.page().place(), inbox);
}

void TestSidebar::theKeyboardOpensWhatItComesTo()
{
    WindowFixture fixture(*m_server);
    fixture.open(QStringLiteral("inbox"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    fixture.window().sidebar().focusPlaces();
    QTest::keyClick(&places(fixture), Qt::Key_Down);
    QCOMPARE(fixture.page().place().scope, Scope::Today);
    QVERIFY(isChosen(fixture, {Scope::Today, {}}));
    QTest::keyClick(&places(fixture), Qt::Key_Down);
    QCOMPARE(fixture.page().place().scope, Scope::Upcoming);
    QTest::keyClick(&places(fixture), Qt::Key_Up);
    QCOMPARE(fixture.page().place().scope, Scope::Today);
}

QTEST_MAIN(TestSidebar)
#include "tst_sidebar.moc"
