#include "app/sidebar/sidebarmodel.h"
#include "mousedrag.h"
#include "ui/sidebar/sidebarview.h"
#include "windowfixture.h"

using namespace glow;
using core::Scope;
using tests::WindowFixture;

namespace {

constexpr int patience = 30000;
constexpr int titleX = 90;
constexpr int indent = 24;

} // namespace

/// Tasks and lists dragged in the whole window by a mouse, from press to release.
class TestDragging : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void aTaskMovesInManualOrder();
    void aTaskBecomesASubtask();
    void aSubtaskComesOut();
    void aTaskGoesWhereItIsDropped_data();
    void aTaskGoesWhereItIsDropped();
    void severalTasksGoTogetherAndOneUndoBringsThemBack();
    void listsAreReordered();
    void theOldPlaceIsAnOutlineUntilItIsDropped();

private:
    void fill(WindowFixture& fixture, const QStringList& titles);
    QStringList titles(WindowFixture& fixture);
    QPoint taskAt(WindowFixture& fixture, const QString& title, int dx = 0, int dy = 0);
    QWidget& rows(WindowFixture& fixture) { return *fixture.page().table().viewport(); }
    QAbstractItemView& places(WindowFixture& fixture)
    {
        return *fixture.window().sidebar().findChild<ui::PlaceList*>();
    }
    QPoint placeAt(WindowFixture& fixture, const app::Place& place, int dy = 0);

    std::unique_ptr<tests::TemporaryServer> m_server;
    QHash<QString, QUuid> m_uids;
};

void TestDragging::initTestCase()
{
    store::Database::loadDriver();
    tests::onThread([this] { m_server = std::make_unique<tests::TemporaryServer>(); });
}

void TestDragging::cleanupTestCase()
{
    tests::onThread([this] { m_server.reset(); });
}

void TestDragging::fill(WindowFixture& fixture, const QStringList& titles)
{
    tests::onThread([&] {
        for (const QString& title : titles)
            m_uids.insert(title, fixture.builder().task(title));
    });
    fixture.open(QStringLiteral("inbox"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady() && fixture.rowOf(titles.constLast()) >= 0, patience);
    QVERIFY(QTest::qWaitForWindowExposed(&fixture.window()));
}

QStringList TestDragging::titles(WindowFixture& fixture)
{
    QStringList all;
    for (int row = 0; row < fixture.model().rowCount(); ++row)
        all.append(fixture.model().index(row, 0).data().toString());
    return all;
}

QPoint TestDragging::taskAt(WindowFixture& fixture, const QString& title, int dx, int dy)
{
    const QModelIndex index = fixture.model().index(fixture.rowOf(title), 0);
    const QRect row = fixture.page().table().visualRect(index);
    return {row.left() + titleX + dx, row.center().y() + dy};
}

QPoint TestDragging::placeAt(WindowFixture& fixture, const app::Place& place, int dy)
{
    app::SidebarModel& model = fixture.pane().sidebar();
    return places(fixture).visualRect(model.index(model.rowOf(place))).center() + QPoint(0, dy);
}

void TestDragging::aTaskMovesInManualOrder()
{
    WindowFixture fixture(*m_server);
    fill(fixture, {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    tests::dragByMouse(rows(fixture), taskAt(fixture, QStringLiteral("c")), rows(fixture),
                       taskAt(fixture, QStringLiteral("a"), 0, -12));
    const QStringList wanted{QStringLiteral("c"), QStringLiteral("a"), QStringLiteral("b")};
    QTRY_COMPARE_WITH_TIMEOUT(titles(fixture), wanted, patience);
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.sql(QStringLiteral("select string_agg(title, '' order by glow_path) from public.tasks")),
        QStringLiteral("cab"), patience);
}

void TestDragging::aTaskBecomesASubtask()
{
    WindowFixture fixture(*m_server);
    fill(fixture, {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    tests::dragByMouse(rows(fixture), taskAt(fixture, QStringLiteral("c")), rows(fixture),
                       taskAt(fixture, QStringLiteral("a"), indent, 12));
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.sql(QStringLiteral("select glow_parent from public.tasks where title = 'c'")),
        core::uidText(m_uids.value(QStringLiteral("a"))), patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rowOf(QStringLiteral("c")), 1, patience);
}

void TestDragging::aSubtaskComesOut()
{
    WindowFixture fixture(*m_server);
    QUuid parent;
    tests::onThread([&] {
        parent = fixture.builder().task(QStringLiteral("parent"));
        fixture.builder().task(QStringLiteral("child"), {{QStringLiteral("parent"), core::uidText(parent)}});
    });
    fill(fixture, {QStringLiteral("last")});
    tests::dragByMouse(rows(fixture), taskAt(fixture, QStringLiteral("child"), indent), rows(fixture),
                       taskAt(fixture, QStringLiteral("last"), -30, 12));
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.sql(QStringLiteral("select count(*) from public.tasks where glow_parent is null")),
        QStringLiteral("3"), patience);
}

void TestDragging::aTaskGoesWhereItIsDropped_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<QString>("holds");
    QTest::newRow("list") << "list:Home"
                          << "glow_list = (select uid from glowlist.list where name = 'Home')";
    QTest::newRow("today") << "today"
                           << "due_date is not null";
    QTest::newRow("tag") << "tag:phone"
                         << "exists (select from glowlist.task_tag x where x.task = glow_uid)";
}

void TestDragging::aTaskGoesWhereItIsDropped()
{
    QFETCH(QString, target);
    QFETCH(QString, holds);
    WindowFixture fixture(*m_server);
    tests::onThread([&] {
        fixture.builder().list(QStringLiteral("Home"));
        fixture.builder().tag(QStringLiteral("phone"));
    });
    fill(fixture, {QStringLiteral("a"), QStringLiteral("b")});
    const auto place = app::Place::fromText(target, fixture.pane().workspace().catalogue());
    QVERIFY(place);
    tests::dragByMouse(rows(fixture), taskAt(fixture, QStringLiteral("b")), *places(fixture).viewport(),
                       placeAt(fixture, *place));
    const QString count = QStringLiteral("select string_agg(title, '') from public.tasks where %1");
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(count.arg(holds)), QStringLiteral("b"), patience);
    QCOMPARE(fixture.page().place().scope, Scope::Inbox); // dropping does not go there
}

void TestDragging::severalTasksGoTogetherAndOneUndoBringsThemBack()
{
    WindowFixture fixture(*m_server);
    tests::onThread([&] { fixture.builder().list(QStringLiteral("Home")); });
    fill(fixture, {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    QTest::mouseClick(&rows(fixture), Qt::LeftButton, {}, taskAt(fixture, QStringLiteral("a")));
    QTest::mouseClick(&rows(fixture), Qt::LeftButton, Qt::ShiftModifier,
                      taskAt(fixture, QStringLiteral("b")));
    const auto home =
        app::Place::fromText(QStringLiteral("list:Home"), fixture.pane().workspace().catalogue());
    tests::dragByMouse(rows(fixture), taskAt(fixture, QStringLiteral("a")), *places(fixture).viewport(),
                       placeAt(fixture, *home));
    const QString inList = QStringLiteral("select count(*) from public.tasks where glow_list is not null");
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(inList), QStringLiteral("2"), patience);
    fixture.pane().workspace().changes().undo();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(inList), QStringLiteral("0"), patience);
}

void TestDragging::listsAreReordered()
{
    WindowFixture fixture(*m_server);
    QUuid first;
    QUuid last;
    tests::onThread([&] {
        first = fixture.builder().list(QStringLiteral("one"));
        fixture.builder().list(QStringLiteral("two"));
        last = fixture.builder().list(QStringLiteral("three"));
    });
    fill(fixture, {QStringLiteral("a")});
    tests::dragByMouse(*places(fixture).viewport(), placeAt(fixture, {Scope::List, last}),
                       *places(fixture).viewport(), placeAt(fixture, {Scope::List, first}, -12));
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.sql(QStringLiteral("select string_agg(name, ' ' order by position) from glowlist.list")),
        QStringLiteral("three one two"), patience);
    app::SidebarModel& model = fixture.pane().sidebar();
    QTRY_VERIFY_WITH_TIMEOUT(model.rowOf({Scope::List, last}) < model.rowOf({Scope::List, first}), patience);
    QCOMPARE(fixture.page().place().scope, Scope::Inbox); // what is only dragged is not opened
    const QModelIndexList chosen = places(fixture).selectionModel()->selectedIndexes();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.constFirst().row(), model.rowOf({Scope::Inbox, {}}));
}

void TestDragging::theOldPlaceIsAnOutlineUntilItIsDropped()
{
    WindowFixture fixture(*m_server);
    fill(fixture, {QStringLiteral("WWWWWWWWWW"), QStringLiteral("b"), QStringLiteral("c")});
    const app::Colours& colours = fixture.theme().colours();
    const QRect row = fixture.page().table().visualRect(
        fixture.model().index(fixture.rowOf(QStringLiteral("WWWWWWWWWW")), 0));
    const auto inks = [&] { // colours that the row shows
        QSet<QRgb> found;
        const QImage picture = rows(fixture).grab(row).toImage();
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x)
                found.insert(picture.pixel(x, y));
        }
        return found;
    };
    QVERIFY(inks().contains(colours.text.rgb()));
    QSet<QRgb> meanwhile;
    QTimer::singleShot(100, &fixture.window(), [&] { meanwhile = inks(); });
    tests::dragByMouse(rows(fixture), taskAt(fixture, QStringLiteral("WWWWWWWWWW")), rows(fixture),
                       taskAt(fixture, QStringLiteral("c"), 0, -12));
    QVERIFY(meanwhile.contains(colours.ring.rgb()));
    QVERIFY(!meanwhile.contains(colours.text.rgb()));
    QTRY_COMPARE_WITH_TIMEOUT(titles(fixture).constFirst(), QStringLiteral("b"), patience);
    QVERIFY(!inks().contains(colours.ring.rgb()) || inks().contains(colours.text.rgb()));
}

// The "offscreen" platform has no drag and drop, "minimal" has Qt's own.
int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "minimal");
    QApplication application(argc, argv);
    TestDragging test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_dragging.moc"
