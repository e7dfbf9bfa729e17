#include "ui/windowfixture.h"

#include "ui/actions.h"
#include "ui/editor/historydialog.h"
#include "ui/editor/historyview.h"
#include "ui/editor/taskeditor.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

using namespace glow;
using app::HistoryModel;

/// The history of a task, by mouse and keyboard, beside another program on the same database.
class TestHistory : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void itOpensFromTheEditorTheMenuAndByItsKey();
    void itTellsWhoChangedWhatFromWhatToWhat();
    void anotherProgramsEditComesInWhileItIsOpen();
    void aValueIsRestoredWithOneUndo();
    void aDueDateComesBackAsItWas();
    void theListBeforeComesBackUnlessItIsGone();
    void tagsAreRestoredAsTheyWereUnlessOneIsGone();
    void aDoneTaskIsReopened();
    void changedNotesAreShownWhole();
    void deletedAndRestoredAreRows();
    void whatIsKeptForTheProgramAloneIsNotShown();
    void aLongHistoryIsReadAsItIsScrolledTo();
    void onlyOneFieldIsShownWhenChosen();
    void theChosenLineIsCopied();
    void markupAndControlCharactersStayText();
    void timesStoredInUtcAreToldOnTheWallClock();

private:
    ui::HistoryDialog& open();
    ui::HistoryDialog* dialog() const { return m->window().findChild<ui::HistoryDialog*>(); }
    ui::HistoryView& view() const { return *dialog()->findChild<ui::HistoryView*>(); }
    HistoryModel& model() const { return dialog()->model(); }
    template <typename Widget> Widget& part(const char* name) const
    {
        return *dialog()->findChild<Widget*>(QLatin1String(name));
    }
    QStringList lines() const;
    int rowOf(const QString& field) const;
    QString line(const QString& field) const;
    void click(int row);
    void edit(const QJsonObject& set);
    void sql(const QString& statement) const
    {
        tests::onThread([&] { m->builder().sql(statement); });
    }
    QString value(const QString& column) const
    {
        QString text;
        tests::onThread([&] {
            text = m->builder()
                       .sql(QStringLiteral("select %1 from public.tasks where glow_uid = '%2'")
                                .arg(column, core::uidText(m_task)))
                       .trimmed();
        });
        return text;
    }
    app::Changes& changes() const { return m->pane().workspace().changes(); }

    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<tests::WindowFixture> m;
    QUuid m_task;
};

void TestHistory::initTestCase()
{
    m_server = std::make_unique<tests::TemporaryServer>();
}

void TestHistory::init()
{
    m = std::make_unique<tests::WindowFixture>(*m_server);
    tests::onThread([this] {
        m->builder().list(QStringLiteral("Home"));
        m->builder().tag(QStringLiteral("urgent"));
        m_task = m->builder().task(QStringLiteral("Write notes"));
    });
    m->open();
    QTRY_VERIFY(m->isReady());
    QTRY_VERIFY(m->rowOf(QStringLiteral("Write notes")) >= 0);
    m->choose(QStringLiteral("Write notes"));
    QTRY_VERIFY(!m->pane().editor()->isLoading());
}

void TestHistory::cleanup()
{
    m.reset();
}

/// As the window itself does it.
void TestHistory::edit(const QJsonObject& set)
{
    core::Operation operation;
    operation.uid = m_task;
    operation.set = set;
    changes().apply(changes().make(QStringLiteral("Edit"), {operation}));
    QTRY_COMPARE(changes().pending(), 0);
}

ui::HistoryDialog& TestHistory::open()
{
    QApplication::setActiveWindow(&m->window());
    m->page().table().setFocus();
    QTest::keyClick(&m->page().table(), Qt::Key_H, Qt::ControlModifier);
    [this] { QTRY_VERIFY(dialog() && dialog()->model().isRead() && !dialog()->model().isLoading()); }();
    return *dialog();
}

QStringList TestHistory::lines() const
{
    QStringList all;
    for (int row = 0; row < model().rowCount(); ++row) {
        const QModelIndex index = model().index(row);
        all.append(index.data(HistoryModel::HeadingRole).toBool()
                       ? index.data().toString()
                       : index.data().toString().section(u'\t', 1));
    }
    return all;
}

int TestHistory::rowOf(const QString& field) const
{
    for (int row = 0; row < model().rowCount(); ++row) {
        if (model().index(row).data(HistoryModel::FieldRole).toString() == field)
            return row;
    }
    return -1;
}

QString TestHistory::line(const QString& field) const
{
    const int row = rowOf(field);
    return row < 0 ? QString() : model().index(row).data().toString().section(u'\t', 2);
}

void TestHistory::click(int row)
{
    view().scrollTo(model().index(row));
    QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, view().visualRect(model().index(row)).center());
}

void TestHistory::itOpensFromTheEditorTheMenuAndByItsKey()
{
    QTest::mouseClick(m->pane().editor()->findChild<QToolButton*>(QStringLiteral("history")), Qt::LeftButton);
    QTRY_VERIFY(dialog() && dialog()->model().isRead());
    QCOMPARE(part<QLabel>("task").text(), QStringLiteral("Write notes"));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    m->window().actions().get(QLatin1String("task.history"))->trigger();
    QTRY_VERIFY(dialog());
    QTest::mouseClick(&part<QPushButton>("closeButton"), Qt::LeftButton);
    QTRY_VERIFY(!dialog());
    open();
}

void TestHistory::itTellsWhoChangedWhatFromWhatToWhat()
{
    edit({{QStringLiteral("title"), QStringLiteral("Write the notes")},
          {QStringLiteral("priority"), QStringLiteral("high")}});
    edit({{QStringLiteral("due_date"), core::Clock().today().toString(Qt::ISODate)}});
    sql(QStringLiteral("update public.tasks set title = 'By psql'"));
    QAbstractItemModelTester tester(&open().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QString here = QStringLiteral("you, here\t");
    QCOMPARE(lines(), (QStringList{QStringLiteral("Today"),
                                   QStringLiteral("another program\tTitle: Write the notes → By psql"),
                                   here + QStringLiteral("Due: — → Today"),
                                   here + QStringLiteral("Priority: — → High"),
                                   here + QStringLiteral("Title: Write notes → Write the notes"),
                                   model().index(5).data(HistoryModel::WhoRole).toString() +
                                       QStringLiteral("\tCreated “Write notes”")}));
    QVERIFY(model().index(1).data(HistoryModel::ForeignRole).toBool());
    QVERIFY(!model().index(2).data(HistoryModel::ForeignRole).toBool());
}

void TestHistory::anotherProgramsEditComesInWhileItIsOpen()
{
    edit({{QStringLiteral("title"), QStringLiteral("Second")}});
    QAbstractItemModelTester tester(&open().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    click(rowOf(QStringLiteral("Title")));
    const QString chosen = view().currentIndex().data().toString();
    sql(QStringLiteral("update public.tasks set priority = 'low'"));
    QTRY_COMPARE(line(QStringLiteral("Priority")), QStringLiteral("Priority: — → Low"));
    QCOMPARE(view().currentIndex().data().toString(), chosen);
}

void TestHistory::aValueIsRestoredWithOneUndo()
{
    edit({{QStringLiteral("title"), QStringLiteral("Second")}});
    open();
    QVERIFY(part<QPushButton>("restoreButton").isHidden());
    click(rowOf(QStringLiteral("Title")));
    QTRY_VERIFY(part<QPushButton>("restoreButton").isVisible());
    QTest::mouseClick(&part<QPushButton>("restoreButton"), Qt::LeftButton);
    QTRY_COMPARE(value(QStringLiteral("title")), QStringLiteral("Write notes"));
    QCOMPARE(changes().undoLabel(), QStringLiteral("Restore Title: Second"));
    QTRY_COMPARE(line(QStringLiteral("Title")), QStringLiteral("Title: Second → Write notes"));
    QTRY_COMPARE(part<QLabel>("task").text(), QStringLiteral("Write notes"));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    QTRY_VERIFY(m->rowOf(QStringLiteral("Write notes")) >= 0);
    m->window().actions().get(QLatin1String("undo"))->trigger();
    QTRY_COMPARE(value(QStringLiteral("title")), QStringLiteral("Second"));
}

void TestHistory::aDueDateComesBackAsItWas()
{
    edit({{QStringLiteral("due_date"), QStringLiteral("2026-12-01T09:00")},
          {QStringLiteral("rrule"), QStringLiteral("FREQ=WEEKLY")}});
    edit({{QStringLiteral("due_date"), QJsonValue()}, {QStringLiteral("rrule"), QJsonValue()}});
    open();
    QTest::keyClick(&view(), Qt::Key_Down);
    QCOMPARE(view().currentIndex().row(), 1);
    QVERIFY(!line(QStringLiteral("Repeat")).contains(QStringLiteral("FREQ")));
    QTest::keyClick(&view(), Qt::Key_Return);
    QTRY_COMPARE(value(QStringLiteral("due_date")), QStringLiteral("2026-12-01 09:00:00"));
    QCOMPARE(value(QStringLiteral("glow_rrule")), QStringLiteral("FREQ=WEEKLY"));
}

void TestHistory::theListBeforeComesBackUnlessItIsGone()
{
    const core::TaskList home = m->pane().workspace().catalogue().lists.constFirst();
    edit({{QStringLiteral("list"), core::uidText(home.uid)}});
    edit({{QStringLiteral("list"), QJsonValue()}});
    open();
    QCOMPARE(line(QStringLiteral("List")), QStringLiteral("List: Home → Inbox"));
    click(rowOf(QStringLiteral("List")));
    QTest::mouseClick(&part<QPushButton>("restoreButton"), Qt::LeftButton);
    QTRY_COMPARE(value(QStringLiteral("glow_list")), core::uidText(home.uid));
    edit({{QStringLiteral("list"), QJsonValue()}});
    sql(QStringLiteral("delete from glowlist.list"));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
    open();
    click(rowOf(QStringLiteral("List")));
    QTest::mouseClick(&part<QPushButton>("restoreButton"), Qt::LeftButton);
    QTRY_COMPARE(part<QLabel>("problem").text(),
                 QStringLiteral("The list “Home” is gone, so the task cannot go back there."));
    QCOMPARE(value(QStringLiteral("glow_list")), QString());
}

void TestHistory::tagsAreRestoredAsTheyWereUnlessOneIsGone()
{
    const core::Tag tag = m->pane().workspace().catalogue().tags.constFirst();
    core::Operation link{
        core::Verb::Create,
        core::Entity::TaskTag,
        core::taskTagUid(m_task, tag.uid),
        {{QStringLiteral("task"), core::uidText(m_task)}, {QStringLiteral("tag"), core::uidText(tag.uid)}},
        {}};
    changes().apply(changes().make(QStringLiteral("Tag"), {link}));
    QTRY_COMPARE(changes().pending(), 0);
    link.verb = core::Verb::Delete;
    std::swap(link.set, link.was);
    changes().apply(changes().make(QStringLiteral("Untag"), {link}));
    QTRY_COMPARE(changes().pending(), 0);
    open();
    QCOMPARE(line(QStringLiteral("Tags")), QStringLiteral("Tags: urgent → —"));
    click(rowOf(QStringLiteral("Tags")));
    QTest::mouseClick(&part<QPushButton>("restoreButton"), Qt::LeftButton);
    QTRY_COMPARE(line(QStringLiteral("Tags")), QStringLiteral("Tags: — → urgent"));
    sql(QStringLiteral("delete from glowlist.tag"));
    QTRY_COMPARE(line(QStringLiteral("Tags")), QStringLiteral("Tags: urgent → —"));
    click(rowOf(QStringLiteral("Tags")));
    QTest::mouseClick(&part<QPushButton>("restoreButton"), Qt::LeftButton);
    QTRY_COMPARE(part<QLabel>("problem").text(),
                 QStringLiteral("The tag “urgent” is gone; make it anew to use it again."));
}

void TestHistory::aDoneTaskIsReopened()
{
    edit({{QStringLiteral("completed"), true}});
    m->pane().editor()->openHistory(m_task); // the table does not show it any more
    QTRY_VERIFY(dialog() && model().isRead());
    QCOMPARE(line(QStringLiteral("Status")), QStringLiteral("Status: open → done"));
    click(rowOf(QStringLiteral("Status")));
    QTest::mouseClick(&part<QPushButton>("restoreButton"), Qt::LeftButton);
    QTRY_COMPARE(value(QStringLiteral("completed")), QStringLiteral("f"));
}

void TestHistory::changedNotesAreShownWhole()
{
    edit({{QStringLiteral("notes"), QStringLiteral("one\ntwo")}});
    edit({{QStringLiteral("notes"), QStringLiteral("one\n<b>two</b>\nthree\nfour")}});
    open();
    QVERIFY(line(QStringLiteral("Notes")).contains(QStringLiteral("4 line(s)")));
    QVERIFY(part<QPushButton>("wholeButton").isHidden());
    click(rowOf(QStringLiteral("Notes")));
    QTRY_VERIFY(part<QPushButton>("wholeButton").isVisible());
    QTest::keyClick(&view(), Qt::Key_Space);
    QTRY_VERIFY(part<QPlainTextEdit>("wholeAfter").isVisible());
    QCOMPARE(part<QPlainTextEdit>("wholeBefore").toPlainText(), QStringLiteral("one\ntwo"));
    QCOMPARE(part<QPlainTextEdit>("wholeAfter").toPlainText(),
             QStringLiteral("one\n<b>two</b>\nthree\nfour"));
    QTest::keyClick(&view(), Qt::Key_Return);
    QTRY_COMPARE(value(QStringLiteral("description")), QStringLiteral("one\ntwo"));
}

void TestHistory::deletedAndRestoredAreRows()
{
    QTest::keyClick(&m->page().table(), Qt::Key_Delete);
    QTRY_VERIFY(m->rowOf(QStringLiteral("Write notes")) < 0);
    m->window().actions().get(QLatin1String("undo"))->trigger();
    QTRY_VERIFY(m->rowOf(QStringLiteral("Write notes")) >= 0);
    QTRY_COMPARE(changes().pending(), 0);
    m->choose(QStringLiteral("Write notes"));
    open();
    const QStringList all = lines();
    QVERIFY(all.value(1).endsWith(QStringLiteral("Restored “Write notes”")));
    QVERIFY(all.value(2).endsWith(QStringLiteral("Deleted “Write notes”")));
    QVERIFY(all.value(3).endsWith(QStringLiteral("Created “Write notes”")));
}

void TestHistory::whatIsKeptForTheProgramAloneIsNotShown()
{
    sql(QStringLiteral(
        "update public.tasks set glow_continued = true, glow_occurrence = 4, glow_path = 'zz'"));
    open();
    QCOMPARE(lines().size(), 2);
}

void TestHistory::aLongHistoryIsReadAsItIsScrolledTo()
{
    sql(QStringLiteral(
        "insert into glowlist.history (revision, entity, uid, kind, old, new, at) select 1000 + n, 'task', "
        "glow_uid, 'update', jsonb_build_object('title', 'T' || n), jsonb_build_object('title', 'T' || "
        "(n + 1)), now() from public.tasks, generate_series(1, 450) n"));
    QAbstractItemModelTester tester(&open().model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    QVERIFY(model().rowCount() < 110);
    for (int tries = 0; tries < 200 && model().rowCount() < 452; ++tries) {
        view().scrollToBottom();
        QTest::qWait(20);
    }
    QCOMPARE(model().rowCount(), 452);
    QVERIFY(!model().hasMore());
    QTest::keyClick(&view(), Qt::Key_End);
    QVERIFY(view().currentIndex().data().toString().contains(QStringLiteral("Created")));
    sql(QStringLiteral("update public.tasks set priority = 'low'"));
    QTRY_COMPARE(model().rowCount(), 453); // all of it is still there
    QVERIFY(view().currentIndex().data().toString().contains(QStringLiteral("Created")));
}

void TestHistory::onlyOneFieldIsShownWhenChosen()
{
    edit({{QStringLiteral("title"), QStringLiteral("Second")},
          {QStringLiteral("priority"), QStringLiteral("high")}});
    open();
    QTest::mouseClick(&part<QPushButton>("fieldsButton"), Qt::LeftButton);
    QTRY_VERIFY(dialog()->findChild<QMenu*>());
    QMenu* menu = dialog()->findChild<QMenu*>();
    QStringList names;
    for (QAction* action : menu->actions())
        names.append(action->text());
    QCOMPARE(names, (QStringList{QStringLiteral("All fields"), QStringLiteral("Created, deleted"),
                                 QStringLiteral("Priority"), QStringLiteral("Title")}));
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->actions().at(2)).center());
    QTRY_COMPARE(model().rowCount(), 2);
    QCOMPARE(part<QPushButton>("fieldsButton").text(), QStringLiteral("Priority"));
    QCOMPARE(line(QStringLiteral("Priority")), QStringLiteral("Priority: — → High"));
}

void TestHistory::theChosenLineIsCopied()
{
    edit({{QStringLiteral("title"), QStringLiteral("Second")}});
    open();
    QTest::mouseClick(&part<QPushButton>("copyButton"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 1);
    click(rowOf(QStringLiteral("Title")));
    QTest::mouseClick(&part<QPushButton>("copyButton"), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().endsWith(QStringLiteral("Title: Write notes → Second")));
    QVERIFY(!QGuiApplication::clipboard()->text().contains(u'\n'));
}

void TestHistory::markupAndControlCharactersStayText()
{
    const QString hostile = QStringLiteral("<img src=x>'; drop table public.tasks; -- %1 \u202e");
    edit({{QStringLiteral("title"), hostile}});
    edit({{QStringLiteral("title"), QStringLiteral("Plain")}});
    open();
    QCOMPARE(line(QStringLiteral("Title")),
             QStringLiteral("Title: %1 → Plain").replace(QStringLiteral("%1"), hostile));
    click(rowOf(QStringLiteral("Title")));
    QTest::mouseClick(&part<QPushButton>("restoreButton"), Qt::LeftButton);
    QTRY_COMPARE(value(QStringLiteral("title")), hostile);
    QTRY_COMPARE(part<QLabel>("task").text(), hostile);
    QCOMPARE(part<QLabel>("task").textFormat(), Qt::PlainText);
}

void TestHistory::timesStoredInUtcAreToldOnTheWallClock()
{
    sql(QStringLiteral("update glowlist.workspace set due_dates_utc = true"));
    m->restart();
    QTRY_VERIFY(m->isReady());
    QTRY_VERIFY(m->rowOf(QStringLiteral("Write notes")) >= 0);
    m->choose(QStringLiteral("Write notes"));
    edit({{QStringLiteral("due_date"), QStringLiteral("2026-07-10T09:00")}});
    QCOMPARE(value(QStringLiteral("due_date")), QStringLiteral("2026-07-10 07:00:00")); // Berlin
    edit({{QStringLiteral("due_date"), QJsonValue()}});
    open();
    QVERIFY2(line(QStringLiteral("Due")).contains(QStringLiteral("09:00")),
             qPrintable(line(QStringLiteral("Due"))));
    click(rowOf(QStringLiteral("Due")));
    QTest::mouseClick(&part<QPushButton>("restoreButton"), Qt::LeftButton);
    QTRY_COMPARE(value(QStringLiteral("due_date")), QStringLiteral("2026-07-10 07:00:00"));
}

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("TZ", "Europe/Berlin");
    QApplication application(argc, argv);
    TestHistory test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_history.moc"
