#include "app/table/taskcommands.h"
#include "app/theme.h"
#include "support/builders.h"
#include "support/onthread.h"
#include "support/openreader.h"
#include "ui/table/tasktableview.h"

#include <QAbstractItemModelTester>
#include <QDBusVariant>
#include <QHeaderView>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QVariantAnimation>
#include <QtTest>

using namespace glow;
using app::TaskTableModel;
using core::Scope;
using core::SortField;

namespace {

const QDate today(2026, 11, 23);
constexpr int rowHeight = 36;
constexpr int patience = 20000;

/// A table in a window, beside the editor's width, on its own database.
struct Window {
    explicit Window(tests::Builder& builder)
        : open(builder.database(), core::Clock::fixedAt(QDateTime(today, QTime(12, 0))))
        , model(open.reader, open.changes, open.clock)
        , commands(model, open.changes)
        , view(model, commands, theme)
        , tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        model.setCatalogue(open.catalogue);
        view.resize(712, 640);
        view.show();
        view.activateWindow();
        view.setFocus();
    }

    void show(Scope scope, SortField sort)
    {
        core::TaskQuery query;
        query.scope = scope;
        query.sort = sort;
        query.today = today;
        query.zone = QStringLiteral("UTC");
        if (scope == Scope::Today)
            query.group = core::GroupField::Day;
        QSignalSpy loaded(&model, &TaskTableModel::loaded);
        model.setQuery(query);
        QVERIFY(loaded.wait(patience));
        QVERIFY(QTest::qWaitForWindowExposed(&view));
    }

    QStringList titles() const
    {
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row)
            all.append(model.index(row, 0).data().toString());
        return all;
    }

    QPoint at(int row, int x) const { return {x, row * rowHeight + rowHeight / 2}; }
    void click(int row, int x, Qt::KeyboardModifiers keys = {})
    {
        QTest::mouseClick(view.viewport(), Qt::LeftButton, keys, at(row, x));
    }
    void press(Qt::Key key, Qt::KeyboardModifiers keys = {}) { QTest::keyClick(&view, key, keys); }
    QLineEdit* field() const { return view.viewport()->findChild<QLineEdit*>(); }
    void settle() { QTRY_COMPARE_WITH_TIMEOUT(open.changes.pending(), 0, patience); }

    tests::OpenReader open;
    TaskTableModel model;
    app::TaskCommands commands;
    app::Theme theme;
    ui::TaskTableView view;
    QAbstractItemModelTester tester;
};

constexpr int circleX = 28;
constexpr int titleX = 70;

} // namespace

class TestTaskTableView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void init();
    void aClickOnTheCircleCompletesAndReopens();
    void spaceCompletesAndGoesOnToTheNextTask();
    void allAreCompletedAtOnceWithOneUndo();
    void arrowKeysSkipHeadings();
    void titlesAreEditedInPlace();
    void aTitleThatIsTooLongIsKeptAndExplained();
    void deleteTakesTheSelectionAsOneChangeAndUndoBringsItBack();
    void enterOpensTheCurrentTask();
    void aClickOnAColumnSorts();
    void draggingInManualOrderMovesATask();
    void draggingDeeperMakesASubtask();
    void tabChangesTheLevelInManualOrder();
    void tabGoesOnToTheNextWidget_data();
    void tabGoesOnToTheNextWidget();
    void aFoldAngleHidesTheSubtasks();
    void foldsAndInsertedRowsMoveUnlessTheDesktopWantsStillness_data();
    void foldsAndInsertedRowsMoveUnlessTheDesktopWantsStillness();
    void overdueTasksMoveToTodayByTheHeading();
    void hostileTitlesAreShownExactly_data();
    void hostileTitlesAreShownExactly();
    void columnsAreRemembered();
    void selectionStaysWithItsTasksWhenRowsMove();
    void rowsOnScreenStayWhenOthersComeAbove();

private:
    QList<QUuid> add(const QStringList& titles, const QJsonObject& set = {});
    void drag(Window& window, const QUuid& task, const QPoint& to);

    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<tests::Builder> m_builder;
};

void TestTaskTableView::initTestCase()
{
    store::Database::loadDriver();
    tests::onThread([this] { m_server = std::make_unique<tests::TemporaryServer>(); });
}

void TestTaskTableView::cleanupTestCase()
{
    tests::onThread([this] {
        m_builder.reset();
        m_server.reset();
    });
}

void TestTaskTableView::init()
{
    tests::onThread([this] { m_builder = std::make_unique<tests::Builder>(*m_server); });
}

QList<QUuid> TestTaskTableView::add(const QStringList& titles, const QJsonObject& set)
{
    QList<QUuid> uids;
    tests::onThread([&] {
        for (const QString& title : titles)
            uids.append(m_builder->task(title, set));
    });
    return uids;
}

void TestTaskTableView::aClickOnTheCircleCompletesAndReopens()
{
    const QUuid uid = add({QStringLiteral("a")}).constFirst();
    Window window(*m_builder);
    window.show(Scope::All, SortField::Title);
    window.click(0, circleX);
    QVERIFY(window.model.task(uid)->completed);
    window.settle();
    QCOMPARE(window.titles(), QStringList{QStringLiteral("a")});
    window.click(0, circleX + 15); // still inside 36 x 36
    QVERIFY(!window.model.task(uid)->completed);
    window.settle();
    QCOMPARE(m_builder->count(QStringLiteral("tasks where completed")), 0);
}

void TestTaskTableView::spaceCompletesAndGoesOnToTheNextTask()
{
    const QList<QUuid> uids = add({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    Window window(*m_builder);
    window.show(Scope::All, SortField::Title);
    window.view.showTask(uids.at(0));
    window.press(Qt::Key_Space);
    QCOMPARE(window.view.currentTask(), uids.at(1));
    window.press(Qt::Key_Space);
    window.settle();
    QCOMPARE(m_builder->count(QStringLiteral("tasks where completed")), 2);
    QCOMPARE(window.view.currentTask(), uids.at(2));
    QCOMPARE(window.view.selectedTasks(), QList<QUuid>{uids.at(2)});
}

void TestTaskTableView::allAreCompletedAtOnceWithOneUndo()
{
    const auto recurring = [](const char* rule) {
        return QJsonObject{{QStringLiteral("due_date"), QStringLiteral("2026-11-23")},
                           {QStringLiteral("rrule"), QLatin1String(rule)}};
    };
    add({QStringLiteral("once"), QStringLiteral("twice")});
    add({QStringLiteral("weekly")}, recurring("FREQ=WEEKLY"));
    add({QStringLiteral("daily")}, recurring("FREQ=DAILY"));
    Window window(*m_builder);
    window.show(Scope::All, SortField::Title);
    window.press(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(window.view.selectedTasks().size(), 4);
    window.press(Qt::Key_Space);
    window.settle();
    QCOMPARE(m_builder->count(QStringLiteral("tasks where completed")), 4);
    const QString next = QStringLiteral("tasks where not completed and due_date = '%1' and title = '%2'");
    QCOMPARE(m_builder->count(next.arg(QStringLiteral("2026-11-30"), QStringLiteral("weekly"))), 1);
    QCOMPARE(m_builder->count(next.arg(QStringLiteral("2026-11-24"), QStringLiteral("daily"))), 1);
    window.open.changes.undo();
    window.settle();
    QCOMPARE(m_builder->count(QStringLiteral("tasks where completed")), 0);
    QCOMPARE(m_builder->count(QStringLiteral("tasks")), 4);
    QVERIFY(window.open.changes.undoLabel().isEmpty());
}

void TestTaskTableView::arrowKeysSkipHeadings()
{
    add({QStringLiteral("late")}, {{QStringLiteral("due_date"), QStringLiteral("2026-11-01")}});
    add({QStringLiteral("now")}, {{QStringLiteral("due_date"), QStringLiteral("2026-11-23")}});
    Window window(*m_builder);
    window.show(Scope::Today, SortField::Due);
    QCOMPARE(window.model.rowCount(), 4);
    window.press(Qt::Key_Home);
    QCOMPARE(window.view.currentIndex().row(), 1);
    window.press(Qt::Key_Down);
    QCOMPARE(window.view.currentIndex().row(), 3);
    window.press(Qt::Key_Down);
    QCOMPARE(window.view.currentIndex().row(), 3);
    window.press(Qt::Key_Up);
    window.press(Qt::Key_Up);
    QCOMPARE(window.view.currentIndex().row(), 1);
    window.press(Qt::Key_End);
    QCOMPARE(window.view.currentIndex().row(), 3);
}

void TestTaskTableView::titlesAreEditedInPlace()
{
    const QUuid uid = add({QStringLiteral("old")}).constFirst();
    Window window(*m_builder);
    window.show(Scope::All, SortField::Title);
    window.view.showTask(uid);
    window.press(Qt::Key_F2);
    QTRY_VERIFY(window.field());
    QTest::keyClicks(window.field(), QStringLiteral("new"));
    QTest::keyClick(window.field(), Qt::Key_Return);
    QTRY_COMPARE(window.model.task(uid)->title, QStringLiteral("new"));
    window.settle();
    QTRY_VERIFY(!window.field());
    QTest::mouseDClick(window.view.viewport(), Qt::LeftButton, {}, window.at(0, titleX));
    QTRY_VERIFY(window.field());
    QTest::keyClicks(window.field(), QStringLiteral("unwanted"));
    QTest::keyClick(window.field(), Qt::Key_Escape);
    QTRY_VERIFY(!window.field());
    QCOMPARE(window.model.task(uid)->title, QStringLiteral("new"));
    QCOMPARE(m_builder->sql(QStringLiteral("select title from tasks")), QStringLiteral("new"));
}

void TestTaskTableView::aTitleThatIsTooLongIsKeptAndExplained()
{
    const QUuid uid = add({QStringLiteral("short")}).constFirst();
    Window window(*m_builder);
    window.show(Scope::All, SortField::Title);
    window.view.showTask(uid);
    QSignalSpy said(&window.view, &ui::TaskTableView::said);
    window.press(Qt::Key_F2);
    QTRY_VERIFY(window.field());
    const QString tooLong(201, u'W');
    QTest::keyClicks(window.field(), tooLong);
    QTest::keyClick(window.field(), Qt::Key_Return);
    QCOMPARE(said.size(), 1);
    QVERIFY(window.field());
    QCOMPARE(window.field()->text(), tooLong);
    QTest::keyClick(window.field(), Qt::Key_Backspace);
    QTest::keyClick(window.field(), Qt::Key_Return);
    QTRY_COMPARE(window.model.task(uid)->title, QString(200, u'W'));
    window.settle();
}

void TestTaskTableView::deleteTakesTheSelectionAsOneChangeAndUndoBringsItBack()
{
    const QList<QUuid> uids =
        add({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")});
    Window window(*m_builder);
    window.show(Scope::All, SortField::Title);
    window.click(1, titleX);
    window.click(2, titleX, Qt::ShiftModifier);
    QCOMPARE(window.view.selectedTasks(), uids.mid(1, 2));
    window.press(Qt::Key_Delete);
    QCOMPARE(window.titles(), (QStringList{QStringLiteral("a"), QStringLiteral("d")}));
    QCOMPARE(window.view.currentTask(), uids.at(3));
    window.settle();
    window.open.changes.undo(); // one step brings both back
    QTRY_COMPARE_WITH_TIMEOUT(window.model.taskCount(), 4, patience);
    window.settle();
    QCOMPARE(m_builder->count(QStringLiteral("tasks")), 4);
}

void TestTaskTableView::enterOpensTheCurrentTask()
{
    const QUuid uid = add({QStringLiteral("a")}).constFirst();
    Window window(*m_builder);
    window.show(Scope::All, SortField::Title);
    window.view.showTask(uid);
    QSignalSpy opened(&window.view, &ui::TaskTableView::openRequested);
    window.press(Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.constFirst().constFirst().toUuid(), uid);
}

void TestTaskTableView::aClickOnAColumnSorts()
{
    const QUuid low =
        add({QStringLiteral("a")}, {{QStringLiteral("priority"), QStringLiteral("low")}}).constFirst();
    const QUuid high =
        add({QStringLiteral("b")}, {{QStringLiteral("priority"), QStringLiteral("high")}}).constFirst();
    Window window(*m_builder);
    window.show(Scope::All, SortField::Title);
    window.view.showTask(low);
    QHeaderView* header = window.view.horizontalHeader();
    const auto clickHead = [&](int column) {
        const QPoint place(header->sectionViewportPosition(column) + 20, 14);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    };
    clickHead(TaskTableModel::Priority);
    QTRY_COMPARE_WITH_TIMEOUT(window.model.uidAt(0), high, patience);
    QCOMPARE(window.view.currentTask(), low);
    clickHead(TaskTableModel::Priority);
    QTRY_COMPARE_WITH_TIMEOUT(window.model.uidAt(0), low, patience);
    clickHead(TaskTableModel::Title);
    QTRY_COMPARE_WITH_TIMEOUT(window.model.query().sort, SortField::Title, patience);
}

void TestTaskTableView::drag(Window& window, const QUuid& task, const QPoint& to)
{
    std::unique_ptr<QMimeData> data(window.model.mimeData({window.model.index(window.model.rowOf(task), 0)}));
    QDragEnterEvent enter(to, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(window.view.viewport(), &enter);
    QDragMoveEvent move(to, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(window.view.viewport(), &move);
    QVERIFY(move.isAccepted());
    QDropEvent drop(to, Qt::MoveAction, data.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(window.view.viewport(), &drop);
}

void TestTaskTableView::draggingInManualOrderMovesATask()
{
    const QList<QUuid> uids =
        add({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")});
    Window window(*m_builder);
    window.show(Scope::All, SortField::Manual);
    drag(window, uids.at(3), QPoint(78, rowHeight + 4)); // between a and b
    QTRY_COMPARE_WITH_TIMEOUT(
        window.titles(),
        (QStringList{QStringLiteral("a"), QStringLiteral("d"), QStringLiteral("b"), QStringLiteral("c")}),
        patience);
    window.settle();
    drag(window, uids.at(0), QPoint(78, 4 * rowHeight - 4)); // below the last
    QTRY_COMPARE_WITH_TIMEOUT(
        window.titles(),
        (QStringList{QStringLiteral("d"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("a")}),
        patience);
    window.settle();
}

void TestTaskTableView::draggingDeeperMakesASubtask()
{
    const QList<QUuid> uids = add({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    Window window(*m_builder);
    window.show(Scope::All, SortField::Manual);
    drag(window, uids.at(2), QPoint(78 + 26, rowHeight + 4)); // below a, one level in
    QTRY_COMPARE_WITH_TIMEOUT(window.titles(),
                              (QStringList{QStringLiteral("a"), QStringLiteral("c"), QStringLiteral("b")}),
                              patience);
    window.settle();
    QCOMPARE(window.model.task(uids.at(2))->parent, uids.at(0));
    QTRY_COMPARE_WITH_TIMEOUT(window.model.task(uids.at(0))->subtasksTotal, 1, patience);
}

void TestTaskTableView::tabChangesTheLevelInManualOrder()
{
    const QList<QUuid> uids =
        add({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")});
    Window window(*m_builder);
    window.show(Scope::All, SortField::Manual);
    const auto parentOf = [&](int i) { return window.model.task(uids.at(i))->parent; };
    window.click(1, titleX + 20);
    window.click(2, titleX + 20, Qt::ShiftModifier);
    window.press(Qt::Key_Tab);
    window.settle();
    QCOMPARE(parentOf(1), uids.at(0));
    QCOMPARE(parentOf(2), uids.at(0));
    QCOMPARE(window.titles(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"),
                                           QStringLiteral("d")}));
    window.view.showTask(uids.at(2));
    window.press(Qt::Key_Tab); // below its sibling
    window.settle();
    QCOMPARE(parentOf(2), uids.at(1));
    window.press(Qt::Key_Backtab, Qt::ShiftModifier);
    window.settle();
    QCOMPARE(parentOf(2), uids.at(0));
    window.press(Qt::Key_Backtab, Qt::ShiftModifier);
    window.settle();
    QVERIFY(parentOf(2).isNull());
    QCOMPARE(window.titles(), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"),
                                           QStringLiteral("d")}));
    window.view.showTask(uids.at(0));
    window.press(Qt::Key_Tab); // nothing stands above it
    QCOMPARE(window.open.changes.pending(), 0);
}

void TestTaskTableView::tabGoesOnToTheNextWidget_data()
{
    QTest::addColumn<SortField>("sort");
    QTest::addColumn<Qt::FocusReason>("arrival");
    QTest::newRow("sorted") << SortField::Title << Qt::MouseFocusReason;
    QTest::newRow("travelling through") << SortField::Manual << Qt::TabFocusReason;
}

void TestTaskTableView::tabGoesOnToTheNextWidget()
{
    QFETCH(SortField, sort);
    QFETCH(Qt::FocusReason, arrival);
    const QList<QUuid> uids = add({QStringLiteral("a"), QStringLiteral("b")});
    Window window(*m_builder);
    window.show(Scope::All, sort);
    window.view.showTask(uids.at(1));
    window.view.clearFocus();
    window.view.setFocus(arrival);
    window.press(Qt::Key_Tab);
    QCOMPARE(window.open.changes.pending(), 0);
    QVERIFY(window.model.task(uids.at(1))->parent.isNull());
}

void TestTaskTableView::aFoldAngleHidesTheSubtasks()
{
    const QUuid parent = add({QStringLiteral("a")}).constFirst();
    add({QStringLiteral("child")}, {{QStringLiteral("parent"), core::uidText(parent)}});
    Window window(*m_builder);
    window.show(Scope::All, SortField::Manual);
    QCOMPARE(window.model.rowCount(), 2);
    QSignalSpy remembered(&window.view, &ui::TaskTableView::collapsedChanged);
    window.click(0, 32);
    QTRY_COMPARE_WITH_TIMEOUT(window.model.rowCount(), 1, patience);
    QCOMPARE(remembered.size(), 1);
    window.view.showTask(parent);
    window.press(Qt::Key_Right);
    QTRY_COMPARE_WITH_TIMEOUT(window.model.rowCount(), 2, patience);
    window.press(Qt::Key_Right);
    QCOMPARE(window.view.currentIndex().row(), 1);
    window.press(Qt::Key_Left);
    QCOMPARE(window.view.currentTask(), parent);
}

void TestTaskTableView::foldsAndInsertedRowsMoveUnlessTheDesktopWantsStillness_data()
{
    QTest::addColumn<QString>("group");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<bool>("moves");
    const QString gnome = QStringLiteral("org.gnome.desktop.interface");
    const QString kde = QStringLiteral("org.kde.kdeglobals.KDE");
    const QString common = QStringLiteral("org.freedesktop.appearance");
    QTest::newRow("no wish") << common << QStringLiteral("reduced-motion") << QVariant(0U) << true;
    QTest::newRow("reduced") << common << QStringLiteral("reduced-motion") << QVariant(1U) << false;
    QTest::newRow("GNOME") << gnome << QStringLiteral("enable-animations") << QVariant(false) << false;
    QTest::newRow("KDE") << kde << QStringLiteral("AnimationDurationFactor") << QVariant(QStringLiteral("0"))
                         << false;
}

void TestTaskTableView::foldsAndInsertedRowsMoveUnlessTheDesktopWantsStillness()
{
    QFETCH(QString, group);
    QFETCH(QString, key);
    QFETCH(QVariant, value);
    QFETCH(bool, moves);
    const QUuid parent = add({QStringLiteral("a")}).constFirst();
    add({QStringLiteral("child")}, {{QStringLiteral("parent"), core::uidText(parent)}});
    add({QStringLiteral("b")});
    Window window(*m_builder);
    QMetaObject::invokeMethod(&window.theme, "desktopSettingChanged", Q_ARG(QString, group),
                              Q_ARG(QString, key), Q_ARG(QDBusVariant, QDBusVariant(value)));
    window.show(Scope::All, SortField::Manual);
    auto* motion = window.view.findChild<QVariantAnimation*>(QString(), Qt::FindDirectChildrenOnly);
    QSignalSpy finished(motion, &QVariantAnimation::finished);
    window.click(0, 32);
    QTRY_COMPARE_WITH_TIMEOUT(window.model.rowCount(), 2, patience);
    QCOMPARE(motion->state() == QAbstractAnimation::Running, moves);
    QCOMPARE(window.view.rowAt(rowHeight + 4), 1); // a click goes where the row will be
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), moves ? 1 : 0, patience);
    tests::onThread([&] { m_builder->task(QStringLiteral("c")); });
    window.model.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(window.model.rowCount(), 3, patience);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), moves ? 2 : 0, patience);
    QCOMPARE(motion->duration() == 120, moves);
}

void TestTaskTableView::overdueTasksMoveToTodayByTheHeading()
{
    add({QStringLiteral("a"), QStringLiteral("b")},
        {{QStringLiteral("due_date"), QStringLiteral("2026-11-01T09:00")}});
    Window window(*m_builder);
    window.show(Scope::Today, SortField::Due);
    window.click(0, window.view.viewport()->width() - 40);
    QTRY_COMPARE_WITH_TIMEOUT(window.titles().constFirst(), QStringLiteral("Today"), patience);
    window.settle();
    QCOMPARE(m_builder->count(QStringLiteral("tasks where due_date = '2026-11-23 09:00'")), 2);
    window.open.changes.undo();
    QTRY_COMPARE_WITH_TIMEOUT(window.titles().constFirst(), QStringLiteral("Overdue"), patience);
    window.settle();
}

void TestTaskTableView::hostileTitlesAreShownExactly_data()
{
    QTest::addColumn<QString>("title");
    QTest::newRow("sql") << QStringLiteral("'; DROP TABLE tasks; --");
    QTest::newRow("html") << QStringLiteral("<b>x</b> &amp; &x");
    QTest::newRow("right to left") << QStringLiteral("مراجعة العقد (v2) قبل إرساله");
    QTest::newRow("emoji") << QStringLiteral("👩‍👩‍👧 🇨🇿 buy 🥐");
    QTest::newRow("wide") << QString(200, u'W');
    QTest::newRow("percent") << QStringLiteral("100 %1 %n \\n {} $1");
}

void TestTaskTableView::hostileTitlesAreShownExactly()
{
    QFETCH(QString, title);
    const QUuid uid = add({QStringLiteral("x")}).constFirst();
    Window window(*m_builder);
    window.show(Scope::All, SortField::Title);
    window.view.showTask(uid);
    window.press(Qt::Key_F2);
    QTRY_VERIFY(window.field());
    window.field()->clear();
    window.field()->insert(title);
    QTest::keyClick(window.field(), Qt::Key_Return);
    QTRY_COMPARE(window.model.index(0, 0).data().toString(), title);
    window.settle();
    QCOMPARE(m_builder->sql(QStringLiteral("select title from tasks")), title);
    QVERIFY(!window.view.grab().isNull());
    QCOMPARE(m_builder->count(QStringLiteral("tasks")), 1);
}

void TestTaskTableView::columnsAreRemembered()
{
    Window window(*m_builder);
    QHeaderView* header = window.view.horizontalHeader();
    QCOMPARE(header->sectionSize(TaskTableModel::List), 92);
    QCOMPARE(header->sectionSize(TaskTableModel::Updated), 88);
    QVERIFY(header->isSectionHidden(TaskTableModel::Created));
    header->resizeSection(TaskTableModel::List, 130);
    header->moveSection(header->visualIndex(TaskTableModel::Updated), 1);
    const QByteArray state = window.view.saveState();
    Window again(*m_builder);
    QVERIFY(again.view.restoreState(state));
    QCOMPARE(again.view.horizontalHeader()->sectionSize(TaskTableModel::List), 130);
    QCOMPARE(again.view.horizontalHeader()->visualIndex(TaskTableModel::Updated), 1);
    QVERIFY(!again.view.restoreState({}));
}

void TestTaskTableView::selectionStaysWithItsTasksWhenRowsMove()
{
    const QList<QUuid> uids = add({QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d")});
    Window window(*m_builder);
    window.show(Scope::All, SortField::Title);
    window.click(0, titleX);
    window.click(2, titleX, Qt::ControlModifier);
    tests::onThread([&] {
        m_builder->task(QStringLiteral("a"));
        m_builder->sql(QStringLiteral("update tasks set title = 'z' where title = 'b'"));
    });
    window.model.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(window.titles().constFirst(), QStringLiteral("a"), patience);
    QCOMPARE(window.titles().constLast(), QStringLiteral("z"));
    const QList<QUuid> selected = window.view.selectedTasks();
    QCOMPARE(QSet<QUuid>(selected.begin(), selected.end()), (QSet<QUuid>{uids.at(0), uids.at(2)}));
    QCOMPARE(window.view.currentTask(), uids.at(2));
}

void TestTaskTableView::rowsOnScreenStayWhenOthersComeAbove()
{
    QStringList titles;
    for (int i = 0; i < 60; ++i)
        titles.append(QStringLiteral("m %1").arg(i, 2, 10, QLatin1Char('0')));
    const QList<QUuid> uids = add(titles);
    Window window(*m_builder);
    window.show(Scope::All, SortField::Title);
    window.view.verticalScrollBar()->setValue(20 * rowHeight + 11);
    QCOMPARE(window.model.uidAt(window.view.rowAt(0)), uids.at(20));
    add({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")});
    window.model.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(window.model.taskCount(), 63, patience);
    QCOMPARE(window.model.uidAt(window.view.rowAt(0)), uids.at(20));
    QCOMPARE(window.view.rowViewportPosition(window.view.rowAt(0)), -11);
}

QTEST_MAIN(TestTaskTableView)
#include "tst_tasktableview.moc"
