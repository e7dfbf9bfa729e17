#include "ui/windowfixture.h"

#include "ui/actions.h"
#include "ui/sidebar/sidebarview.h"
#include "ui/transfer/trashdialog.h"
#include "ui/transfer/trashview.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace glow;

/// The trash, by mouse and keyboard, on real deletions.
class TestTrashDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void aTreeThatWasDeletedIsOneRowAndComesBackWhole();
    void severalAreRestoredAtOnceWithOneUndo();
    void aListIsOneRowAndComesBackWithItsTasks();
    void whatAnotherProgramDeletedIsHereToo();
    void searchFindsSubtasksToo();
    void moreRowsAreReadAsTheyAreScrolledTo();
    void emptyingAsksOnceAndForgetsForGood();
    void anotherUsersTrashIsNeitherShownNorEmptied();
    void theServersRefusalIsToldAndNothingIsLost();

private:
    ui::TrashDialog& openTrash();
    ui::TrashDialog* dialog() const { return m->window().findChild<ui::TrashDialog*>(); }
    ui::TrashView& view() const { return *dialog()->findChild<ui::TrashView*>(); }
    template <typename Widget> Widget& part(const char* name) const
    {
        return *dialog()->findChild<Widget*>(QLatin1String(name));
    }
    QStringList titles() const;
    int rowOf(const QString& title) const { return static_cast<int>(titles().indexOf(title)); }
    void click(int row)
    {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {},
                          view().visualRect(view().model()->index(row, 0)).center());
    }
    void press(const char* button) { QTest::mouseClick(&part<QPushButton>(button), Qt::LeftButton); }
    void remove(const QString& title);
    qint64 count(const QString& table) const
    {
        qint64 n = 0;
        tests::onThread([&] { n = m->builder().count(table); });
        return n;
    }
    void sql(const QString& statement) const
    {
        tests::onThread([&] { m->builder().sql(statement); });
    }

    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<tests::WindowFixture> m;
};

void TestTrashDialog::initTestCase()
{
    m_server = std::make_unique<tests::TemporaryServer>();
}

void TestTrashDialog::init()
{
    m = std::make_unique<tests::WindowFixture>(*m_server);
    tests::onThread([this] {
        const QUuid home = m->builder().list(QStringLiteral("Home"));
        const QUuid tag = m->builder().tag(QStringLiteral("urgent"));
        const QUuid move = m->builder().task(QStringLiteral("Move house"),
                                             {{QStringLiteral("list"), core::uidText(home)}}, {tag});
        const core::Reminder reminder = core::Reminder::beforeDue(30);
        m->builder().apply(
            {tests::operation(core::Verb::Create, core::Entity::Reminder, core::reminderUid(move, reminder),
                              core::reminderFields(move, reminder))});
        m->builder().task(QStringLiteral("Pack books"), {{QStringLiteral("parent"), core::uidText(move)},
                                                         {QStringLiteral("list"), core::uidText(home)}});
        m->builder().task(QStringLiteral("Pack plates"), {{QStringLiteral("parent"), core::uidText(move)},
                                                          {QStringLiteral("list"), core::uidText(home)}});
        m->builder().task(QStringLiteral("Buy tickets"));
        m->builder().task(QStringLiteral("Return parcel"));
    });
    m->open();
    QTRY_VERIFY(m->isReady());
    QTRY_VERIFY(m->rowOf(QStringLiteral("Return parcel")) >= 0);
}

void TestTrashDialog::cleanup()
{
    m.reset();
}

void TestTrashDialog::remove(const QString& title)
{
    m->choose(title);
    QTest::keyClick(&m->page().table(), Qt::Key_Delete);
    QTRY_VERIFY(m->rowOf(title) < 0);
    QTRY_COMPARE(m->pane().workspace().changes().pending(), 0);
}

ui::TrashDialog& TestTrashDialog::openTrash()
{
    auto* button = m->window().sidebar().findChild<QToolButton*>(QStringLiteral("trashButton"));
    QTest::mouseClick(button, Qt::LeftButton);
    [this] { QTRY_VERIFY(dialog() && dialog()->model().isRead()); }();
    return *dialog();
}

QStringList TestTrashDialog::titles() const
{
    QStringList all;
    for (int row = 0; row < view().model()->rowCount(); ++row)
        all.append(view().model()->index(row, app::TrashModel::Title).data().toString());
    return all;
}

void TestTrashDialog::aTreeThatWasDeletedIsOneRowAndComesBackWhole()
{
    remove(QStringLiteral("Move house"));
    QAbstractItemModelTester tester(&openTrash().model(),
                                    QAbstractItemModelTester::FailureReportingMode::Fatal);
    QCOMPARE(titles(), QStringList{QStringLiteral("Move house")});
    const QModelIndex first = view().model()->index(0, 0);
    QCOMPARE(first.data(app::TrashModel::BelowRole).toString(), QStringLiteral("2 subtask(s)"));
    QCOMPARE(first.siblingAtColumn(app::TrashModel::List).data().toString(), QStringLiteral("Home"));
    QCOMPARE(first.siblingAtColumn(app::TrashModel::By).data().toString(), QStringLiteral("you, here"));
    QCOMPARE(first.siblingAtColumn(app::TrashModel::KeptFor).data().toString(), QStringLiteral("30 day(s)"));
    QVERIFY(!part<QPushButton>("restoreButton").isEnabled());
    click(0);
    QCOMPARE(part<QPushButton>("restoreButton").text(), QStringLiteral("Restore 1 item(s)"));
    press("restoreButton");
    QTRY_COMPARE(count(QStringLiteral("tasks")), 5);
    QTRY_COMPARE(part<QLabel>("amount").text(), QStringLiteral("Nothing here"));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QTRY_VERIFY(m->rowOf(QStringLiteral("Pack plates")) >= 0);
    QCOMPARE(count(QStringLiteral("glowlist.task_tag")), 1);
    QCOMPARE(count(QStringLiteral("glowlist.reminder")), 1);
}

void TestTrashDialog::severalAreRestoredAtOnceWithOneUndo()
{
    remove(QStringLiteral("Buy tickets"));
    remove(QStringLiteral("Return parcel"));
    openTrash();
    QCOMPARE(titles(), (QStringList{QStringLiteral("Return parcel"), QStringLiteral("Buy tickets")}));
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_A, Qt::ControlModifier);
    press("restoreButton");
    QTRY_COMPARE(count(QStringLiteral("tasks")), 5);
    press("closeButton");
    QTRY_VERIFY(!dialog());
    QCOMPARE(m->pane().workspace().changes().undoLabel(), QStringLiteral("Restore 2 item(s)"));
    m->window().actions().get(QLatin1String("undo"))->trigger();
    QTRY_COMPARE(count(QStringLiteral("tasks")), 3);
}

void TestTrashDialog::aListIsOneRowAndComesBackWithItsTasks()
{
    sql(QStringLiteral(
        "select glowlist.apply(jsonb_build_object('v', 1, 'client', gen_random_uuid(), 'actor', 'maya', "
        "'user', (select user_id from glowlist.list), 'changes', jsonb_build_array(jsonb_build_object('id', "
        "gen_random_uuid(), 'at', now(), 'ops', jsonb_build_array(jsonb_build_object('do', 'delete', 'on', "
        "'list', 'uid', (select uid from glowlist.list)))))))"));
    QCOMPARE(count(QStringLiteral("tasks")), 2);
    openTrash();
    QCOMPARE(titles(), QStringList{QStringLiteral("Home")});
    const QModelIndex first = view().model()->index(0, 0);
    QCOMPARE(first.data(app::TrashModel::BelowRole).toString(), QStringLiteral("3 task(s)"));
    QCOMPARE(first.siblingAtColumn(app::TrashModel::By).data().toString(), QStringLiteral("maya"));
    click(0);
    press("restoreButton");
    QTRY_COMPARE(count(QStringLiteral("tasks")), 5);
    QCOMPARE(count(QStringLiteral("glowlist.list")), 1);
}

void TestTrashDialog::whatAnotherProgramDeletedIsHereToo()
{
    sql(QStringLiteral("delete from public.tasks where title = 'Buy tickets'"));
    openTrash();
    QCOMPARE(titles(), QStringList{QStringLiteral("Buy tickets")});
    QCOMPARE(view().model()->index(0, app::TrashModel::By).data().toString(),
             QStringLiteral("another program"));
    view().setFocus();
    QTest::keyClick(&view(), Qt::Key_Down);
    QTest::keyClick(&view(), Qt::Key_Space);
    press("restoreButton");
    QTRY_COMPARE(count(QStringLiteral("tasks")), 5);
}

void TestTrashDialog::searchFindsSubtasksToo()
{
    remove(QStringLiteral("Move house"));
    remove(QStringLiteral("Buy tickets"));
    openTrash();
    QTest::keyClicks(&part<QLineEdit>("search"), QStringLiteral("PLATES"));
    QTRY_COMPARE(titles(), QStringList{QStringLiteral("Pack plates")});
    QVERIFY(!part<QPushButton>("emptyButton").isEnabled());
    click(0);
    press("restoreButton");
    QTRY_COMPARE(count(QStringLiteral("tasks")), 2);
    part<QLineEdit>("search").clear();
    QTRY_COMPARE(titles().size(), 2);
    QTest::keyClicks(&part<QLineEdit>("search"), QStringLiteral("100%_"));
    QTRY_COMPARE(part<QLabel>("amount").text(), QStringLiteral("Nothing found"));
}

void TestTrashDialog::moreRowsAreReadAsTheyAreScrolledTo()
{
    sql(QStringLiteral(
        "insert into public.tasks (user_id, title, completed, priority, created_at, updated_at) "
        "select (select user_id from public.tasks limit 1), 'Old ' || n, false, 'none', now(), now() "
        "from generate_series(1, 250) n; delete from public.tasks where title like 'Old %'"));
    openTrash();
    QCOMPARE(titles().size(), 100);
    QCOMPARE(part<QLabel>("amount").text(), QStringLiteral("250 item(s)"));
    for (int tries = 0; tries < 50 && titles().size() < 250; ++tries) {
        view().scrollToBottom();
        QTest::qWait(50);
    }
    QCOMPARE(titles().size(), 250);
    const QStringList all = titles();
    QCOMPARE(QSet<QString>(all.cbegin(), all.cend()).size(), 250);
}

void TestTrashDialog::emptyingAsksOnceAndForgetsForGood()
{
    remove(QStringLiteral("Move house"));
    remove(QStringLiteral("Buy tickets"));
    openTrash();
    press("emptyButton");
    QCOMPARE(part<QLabel>("problem").text(), QStringLiteral("This cannot be undone."));
    press("closeButton"); // Cancel
    QVERIFY(dialog());
    QCOMPARE(part<QPushButton>("emptyButton").text(), QStringLiteral("Empty trash…"));
    QCOMPARE(titles().size(), 2);
    press("emptyButton");
    press("emptyButton");
    QTRY_COMPARE(part<QLabel>("amount").text(), QStringLiteral("Nothing here"));
    QCOMPARE(count(QStringLiteral("glowlist.trash")), 0);
    QVERIFY(!part<QPushButton>("emptyButton").isEnabled());
}

void TestTrashDialog::anotherUsersTrashIsNeitherShownNorEmptied()
{
    sql(QStringLiteral(
        "insert into public.users (id) values ('somebody'); "
        "insert into public.tasks (user_id, title, completed, priority, created_at, updated_at) "
        "values ('somebody', 'Secret', false, 'none', now(), now()); "
        "delete from public.tasks where title = 'Secret'"));
    remove(QStringLiteral("Buy tickets"));
    openTrash();
    QCOMPARE(titles(), QStringList{QStringLiteral("Buy tickets")});
    press("emptyButton");
    press("emptyButton");
    QTRY_COMPARE(part<QLabel>("amount").text(), QStringLiteral("Nothing here"));
    QCOMPARE(count(QStringLiteral("glowlist.trash")), 1);
}

void TestTrashDialog::theServersRefusalIsToldAndNothingIsLost()
{
    remove(QStringLiteral("Buy tickets"));
    openTrash();
    sql(QStringLiteral("delete from glowlist.trash")); // another window emptied it
    click(0);
    press("restoreButton");
    QTRY_VERIFY(!part<QLabel>("problem").text().isEmpty());
    QTRY_COMPARE(part<QLabel>("amount").text(), QStringLiteral("Nothing here"));
    QCOMPARE(count(QStringLiteral("tasks")), 4);
}

QTEST_MAIN(TestTrashDialog)
#include "tst_trashdialog.moc"
