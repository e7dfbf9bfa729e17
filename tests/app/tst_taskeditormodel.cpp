#include "app/editor/taskeditormodel.h"
#include "app/workspace.h"
#include "core/taskfield.h"
#include "core/uid.h"
#include "support/builders.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QtTest>

using namespace glow;
using app::TaskEditorModel;
using State = TaskEditorModel::State;

namespace {

const QString titleField = QStringLiteral("title");
const QString notesField = QStringLiteral("notes");

store::WorkspaceEntry entryFor(const store::ConnectionString& database)
{
    store::WorkspaceEntry entry;
    entry.id = core::uidText(core::newUid());
    entry.name = QStringLiteral("Test");
    entry.pooled = entry.direct = database;
    return entry;
}

/// One open workspace with an editor on it.
struct Bench {
    explicit Bench(tests::TemporaryServer& server)
        : data(server)
        , workspace(entryFor(data.database()), {}, directory.path(), {})
        , model(workspace.reader(), workspace.changes(), workspace.catalogue())
        , tester(&model.subtasks(), QAbstractItemModelTester::FailureReportingMode::Fatal)
    {
        workspace.open();
        if (!QTest::qWaitFor([this] { return workspace.isOpen(); }, 20000))
            qFatal("the workspace did not open");
    }

    void show(const QUuid& task)
    {
        model.show(task);
        if (!QTest::qWaitFor(
                [this] { return model.state() == State::Ready && model.task().uid == model.uid(); }, 20000))
            qFatal("the task was not read: %s", qPrintable(model.problem()));
    }
    /// Everything applied is confirmed or refused.
    void settle()
    {
        if (!QTest::qWaitFor([this] { return workspace.changes().pending() == 0; }, 20000))
            qFatal("changes stay pending");
        QCoreApplication::sendPostedEvents();
        QTest::qWait(20); // the model follows the overlay one event later
    }
    QString stored(const QUuid& task, const QString& column) const
    {
        return data.sql(
            QStringLiteral("select %1 from tasks where glow_uid = '%2'").arg(column, core::uidText(task)));
    }
    void foreign(const QUuid& task, const QString& assignment) const
    {
        data.sql(
            QStringLiteral("update tasks set %1 where glow_uid = '%2'").arg(assignment, core::uidText(task)));
    }

    tests::Builder data;
    QTemporaryDir directory;
    app::Workspace workspace;
    TaskEditorModel model;
    QAbstractItemModelTester tester;
};

} // namespace

class TestTaskEditorModel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void typingIsStoredOnceAfterThePause();
    void incomingValuesLeaveTheHeldFieldAlone();
    void aFieldThatIsLetGoFollows();
    void storingOverAnotherProgramsTextTellsIt();
    void hostileTextIsKeptExactly_data();
    void hostileTextIsKeptExactly();
    void aTitleTooLongIsKeptWithItsTaskAndExplained();
    void anEmptyTitleIsNotStored();
    void limitsCountCodePoints();
    void aRefusedValueStaysInItsField();
    void aTaskDeletedElsewhereKeepsItsTextAndCanBeRestored();
    void ownDeletionCanBeUndone();
    void subtasksAreAddedCompletedRenamedMovedAndDeleted();
    void tagsAreMadeAndTakenOff();
    void aTaskMovesToAListAndBackByUndo();
    void aDateWithoutTimeHasNoZone();
    void aTaskThatIsNotStoredYetCanBeShown();
    void theLastTaskAskedForWins();

private:
    tests::TemporaryServer m_server;
};

void TestTaskEditorModel::typingIsStoredOnceAfterThePause()
{
    Bench bench(m_server);
    const QUuid task = bench.data.task(QStringLiteral("W"));
    bench.show(task);
    QSignalSpy confirmed(&bench.workspace.changes(), &app::Changes::confirmed);
    bench.model.hold(titleField);
    QString typed;
    for (const QChar letter : QStringLiteral("Write it")) {
        typed += letter;
        bench.model.edit(titleField, typed);
        QTest::qWait(10);
    }
    QCOMPARE(bench.workspace.changes().pending(), 0);
    QTRY_COMPARE(confirmed.size(), 1);
    QCOMPARE(bench.stored(task, titleField), QStringLiteral("Write it"));
    QCOMPARE(bench.workspace.changes().undoLabel(), QStringLiteral("Rename: Write it"));
    bench.model.hold({});
    bench.settle();
    QCOMPARE(confirmed.size(), 1);
}

void TestTaskEditorModel::incomingValuesLeaveTheHeldFieldAlone()
{
    Bench bench(m_server);
    const QUuid task = bench.data.task(QStringLiteral("Mine"));
    bench.show(task);
    bench.model.hold(titleField);
    QSignalSpy changed(&bench.model, &TaskEditorModel::fieldChanged);
    bench.foreign(task, QStringLiteral("title = 'Theirs', priority = 'high'"));
    bench.model.edit(notesField, QStringLiteral("a note"));
    bench.model.flush();
    bench.settle();
    QCOMPARE(bench.model.task().title, QStringLiteral("Mine"));
    QCOMPARE(bench.model.task().priority, QStringLiteral("high"));
    for (const QList<QVariant>& signal : changed)
        QVERIFY(signal.constFirst().toString() != titleField);
}

void TestTaskEditorModel::aFieldThatIsLetGoFollows()
{
    Bench bench(m_server);
    const QUuid task = bench.data.task(QStringLiteral("Mine"));
    bench.show(task);
    bench.model.hold(titleField);
    bench.foreign(task, QStringLiteral("title = 'Theirs'"));
    bench.model.edit(notesField, QStringLiteral("a note"));
    bench.model.flush();
    bench.settle();
    QSignalSpy changed(&bench.model, &TaskEditorModel::fieldChanged);
    bench.model.hold({});
    QCOMPARE(bench.model.task().title, QStringLiteral("Theirs"));
    QVERIFY(changed.contains(QVariantList{titleField}));
}

void TestTaskEditorModel::storingOverAnotherProgramsTextTellsIt()
{
    Bench bench(m_server);
    const QUuid task = bench.data.task(QStringLiteral("Before"));
    bench.show(task);
    bench.model.hold(titleField);
    bench.model.edit(titleField, QStringLiteral("Mine"));
    bench.foreign(task, QStringLiteral("title = 'Theirs'"));
    bench.model.flush();
    bench.settle();
    QCOMPARE(bench.stored(task, titleField), QStringLiteral("Mine"));
    QTRY_COMPARE(bench.model.conflicts().value(titleField).theirs.toString(), QStringLiteral("Theirs"));
    bench.model.choose(titleField, true);
    bench.model.useChoice();
    bench.settle();
    QCOMPARE(bench.stored(task, titleField), QStringLiteral("Theirs"));
    QVERIFY(bench.model.conflicts().isEmpty());
}

void TestTaskEditorModel::hostileTextIsKeptExactly_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("sql") << QStringLiteral("'; DROP TABLE tasks; --");
    QTest::newRow("markup") << QStringLiteral("<b>x</b> &amp; \\' $$ %1 :name ?");
    QTest::newRow("right to left") << QStringLiteral("مرحبا بالعالم ‏(٢)");
    QTest::newRow("emoji") << QString::fromUtf8("👩‍👩‍👧‍👦 ship it 🚀");
    QTest::newRow("spaces") << QString::fromUtf8("two  spaces\u00a0and a no-break space");
    QTest::newRow("wide") << QString(200, u'W');
}

void TestTaskEditorModel::hostileTextIsKeptExactly()
{
    QFETCH(QString, text);
    Bench bench(m_server);
    const QUuid task = bench.data.task(QStringLiteral("plain"));
    bench.show(task);
    const QString notes = text + QStringLiteral("\n\n\tend ") + text;
    bench.model.edit(titleField, text);
    bench.model.edit(notesField, notes);
    bench.model.flush();
    bench.settle();
    bench.model.show({});
    bench.show(task);
    QCOMPARE(bench.model.task().title, text);
    QCOMPARE(bench.model.task().notes, notes);
}

void TestTaskEditorModel::aTitleTooLongIsKeptWithItsTaskAndExplained()
{
    Bench bench(m_server);
    const QUuid task = bench.data.task(QStringLiteral("short"));
    const QUuid other = bench.data.task(QStringLiteral("other"));
    bench.show(task);
    const QString tooLong(203, u'x');
    bench.model.edit(titleField, tooLong);
    QVERIFY(bench.model.issue(titleField).contains(QStringLiteral("3 character")));
    bench.show(other);
    QVERIFY(bench.model.issue(titleField).isEmpty());
    QCOMPARE(bench.stored(task, titleField), QStringLiteral("short"));
    bench.show(task);
    QCOMPARE(bench.model.task().title, tooLong);
    QVERIFY(!bench.model.issue(titleField).isEmpty());
    bench.model.edit(titleField, tooLong.left(200));
    QVERIFY(bench.model.issue(titleField).isEmpty());
    bench.model.flush();
    bench.settle();
    QCOMPARE(bench.stored(task, QStringLiteral("length(title)")), QStringLiteral("200"));
}

void TestTaskEditorModel::anEmptyTitleIsNotStored()
{
    Bench bench(m_server);
    const QUuid task = bench.data.task(QStringLiteral("kept"));
    bench.show(task);
    bench.model.edit(titleField, QStringLiteral("  "));
    bench.model.flush();
    QVERIFY(!bench.model.issue(titleField).isEmpty());
    QCOMPARE(bench.workspace.changes().pending(), 0);
    bench.model.show({});
    bench.show(task);
    QCOMPARE(bench.model.task().title, QStringLiteral("kept"));
}

void TestTaskEditorModel::limitsCountCodePoints()
{
    Bench bench(m_server);
    const QUuid task = bench.data.task(QStringLiteral("t"));
    bench.show(task);
    bench.model.edit(titleField, QString::fromUtf8("🚀").repeated(200));
    QVERIFY(bench.model.issue(titleField).isEmpty());
    bench.model.edit(notesField, QString(100001, u'n'));
    QVERIFY(!bench.model.issue(notesField).isEmpty());
    bench.model.edit(notesField, QString(100000, u'n'));
    QVERIFY(bench.model.issue(notesField).isEmpty());
    bench.model.flush();
    bench.settle();
    QCOMPARE(bench.stored(task, QStringLiteral("length(title)")), QStringLiteral("200"));
    QCOMPARE(bench.stored(task, QStringLiteral("length(glow_notes)")), QStringLiteral("100000"));
}

void TestTaskEditorModel::aRefusedValueStaysInItsField()
{
    Bench bench(m_server);
    bench.data.sql(
        QStringLiteral("alter table tasks add constraint other_rule check (title <> 'forbidden')"));
    const QUuid task = bench.data.task(QStringLiteral("fine"));
    bench.show(task);
    bench.model.hold(titleField);
    bench.model.edit(titleField, QStringLiteral("forbidden"));
    bench.model.flush();
    bench.settle();
    QCOMPARE(bench.model.task().title, QStringLiteral("forbidden"));
    QVERIFY(bench.model.issue(titleField).startsWith(QStringLiteral("Not stored")));
    bench.model.hold({});
    QCOMPARE(bench.model.task().title, QStringLiteral("forbidden"));
    QCOMPARE(bench.stored(task, titleField), QStringLiteral("fine"));
    bench.model.edit(titleField, QStringLiteral("allowed"));
    bench.model.flush();
    bench.settle();
    QCOMPARE(bench.stored(task, titleField), QStringLiteral("allowed"));
}

void TestTaskEditorModel::aTaskDeletedElsewhereKeepsItsTextAndCanBeRestored()
{
    Bench bench(m_server);
    const QUuid task = bench.data.task(QStringLiteral("Precious"));
    const QUuid other = bench.data.task(QStringLiteral("other"));
    bench.show(task);
    bench.data.sql(QStringLiteral("delete from tasks where glow_uid = '%1'").arg(core::uidText(task)));
    core::Operation any{
        core::Verb::Update, core::Entity::Task, other, {{titleField, QStringLiteral("o2")}}, {}};
    bench.workspace.changes().apply(bench.workspace.changes().make(QStringLiteral("Rename"), {any}));
    QTRY_COMPARE(bench.model.state(), State::Deleted);
    QVERIFY(!bench.model.problem().isEmpty());
    QCOMPARE(bench.model.task().title, QStringLiteral("Precious"));
    bench.model.edit(notesField, QStringLiteral("typed meanwhile"));
    bench.model.restore();
    bench.settle();
    QCOMPARE(bench.model.state(), State::Ready);
    QCOMPARE(bench.stored(task, titleField), QStringLiteral("Precious"));
    QCOMPARE(bench.stored(task, QStringLiteral("coalesce(glow_notes, description)")),
             QStringLiteral("typed meanwhile"));
}

void TestTaskEditorModel::ownDeletionCanBeUndone()
{
    Bench bench(m_server);
    const QUuid task = bench.data.task(QStringLiteral("Mine"));
    bench.show(task);
    bench.model.remove();
    QCOMPARE(bench.model.state(), State::Deleted);
    bench.settle();
    QCOMPARE(bench.model.state(), State::Deleted);
    bench.workspace.changes().undo();
    bench.settle();
    QTRY_COMPARE(bench.model.state(), State::Ready);
    QCOMPARE(bench.model.task().title, QStringLiteral("Mine"));
    QCOMPARE(bench.data.count(QStringLiteral("tasks")), 1);
}

void TestTaskEditorModel::subtasksAreAddedCompletedRenamedMovedAndDeleted()
{
    Bench bench(m_server);
    const QUuid list = bench.data.list(QStringLiteral("Work"));
    const QUuid task =
        bench.data.task(QStringLiteral("Parent"), {{QStringLiteral("list"), core::uidText(list)}});
    bench.show(task);
    app::SubtaskModel& subtasks = bench.model.subtasks();
    const auto titles = [&] {
        QStringList all;
        for (int row = 0; row < subtasks.rowCount(); ++row)
            all.append(subtasks.at(row).title);
        return all;
    };
    for (const QString& title : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")})
        QVERIFY(subtasks.add(title));
    QVERIFY(!subtasks.add(QString(201, u'x')));
    QCOMPARE(titles(), QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    bench.settle();
    subtasks.setCompleted(1, true);
    QVERIFY(subtasks.setData(subtasks.index(0), QStringLiteral("first"), Qt::EditRole));
    QVERIFY(subtasks.moveRows({}, 2, 1, {}, 0));
    QCOMPARE(titles(), QStringList({QStringLiteral("c"), QStringLiteral("first"), QStringLiteral("b")}));
    bench.settle();
    QCOMPARE(titles(), QStringList({QStringLiteral("c"), QStringLiteral("first"), QStringLiteral("b")}));
    QCOMPARE(subtasks.done(), 1);
    subtasks.remove(0);
    bench.settle();
    bench.model.show({});
    bench.show(task);
    QCOMPARE(titles(), QStringList({QStringLiteral("first"), QStringLiteral("b")}));
    QCOMPARE(bench.data.count(QStringLiteral("tasks where glow_list = '%1'").arg(core::uidText(list))), 3);
    bench.workspace.changes().undo();
    bench.settle();
    QCOMPARE(titles().size(), 3);
}

void TestTaskEditorModel::tagsAreMadeAndTakenOff()
{
    Bench bench(m_server);
    const QUuid task = bench.data.task(QStringLiteral("Tagged"));
    bench.show(task);
    bench.model.addTag(QStringLiteral(" deep work "));
    bench.model.addTag(QStringLiteral("Deep Work"));
    QCOMPARE(bench.model.task().tags.size(), 1);
    bench.settle();
    QCOMPARE(bench.data.sql(QStringLiteral("select name from glowlist.tag")), QStringLiteral("deep work"));
    QCOMPARE(bench.model.task().tags.size(), 1);
    bench.model.removeTag(bench.model.task().tags.constFirst());
    bench.settle();
    QCOMPARE(bench.data.count(QStringLiteral("glowlist.task_tag")), 0);
    bench.workspace.changes().undo();
    bench.settle();
    QCOMPARE(bench.model.task().tags.size(), 1);
    QCOMPARE(bench.data.count(QStringLiteral("glowlist.task_tag")), 1);
}

void TestTaskEditorModel::aTaskMovesToAListAndBackByUndo()
{
    Bench bench(m_server);
    const QUuid list = bench.data.list(QStringLiteral("Home"));
    const QUuid task = bench.data.task(QStringLiteral("Sweep"));
    bench.show(task);
    bench.model.moveToList(list);
    bench.settle();
    QCOMPARE(bench.stored(task, QStringLiteral("glow_list")), core::uidText(list));
    bench.workspace.changes().undo();
    bench.settle();
    QCOMPARE(bench.stored(task, QStringLiteral("glow_list is null")), QStringLiteral("t"));
    QVERIFY(bench.model.task().list.isNull());
}

void TestTaskEditorModel::aDateWithoutTimeHasNoZone()
{
    Bench bench(m_server);
    const QUuid task = bench.data.task(QStringLiteral("Call"),
                                       {{QStringLiteral("due_date"), QStringLiteral("2026-11-27T09:00")},
                                        {QStringLiteral("due_zone"), QStringLiteral("Europe/Berlin")}});
    bench.show(task);
    bench.model.edit(QStringLiteral("due_date"), QStringLiteral("2026-11-28"));
    bench.model.flush();
    bench.settle();
    QCOMPARE(bench.stored(task, QStringLiteral("due_date::date")), QStringLiteral("2026-11-28"));
    QCOMPARE(bench.stored(task, QStringLiteral("glow_due_has_time")), QStringLiteral("f"));
    QCOMPARE(bench.stored(task, QStringLiteral("glow_due_zone is null")), QStringLiteral("t"));
}

void TestTaskEditorModel::aTaskThatIsNotStoredYetCanBeShown()
{
    Bench bench(m_server);
    const QUuid task = core::newUid();
    core::Operation create{
        core::Verb::Create, core::Entity::Task, task, {{titleField, QStringLiteral("Fresh")}}, {}};
    bench.workspace.changes().apply(bench.workspace.changes().make(QStringLiteral("Add"), {create}));
    bench.show(task);
    QCOMPARE(bench.model.task().title, QStringLiteral("Fresh"));
    bench.model.edit(titleField, QStringLiteral("Fresh one"));
    bench.model.flush();
    bench.settle();
    QCOMPARE(bench.stored(task, titleField), QStringLiteral("Fresh one"));
}

void TestTaskEditorModel::theLastTaskAskedForWins()
{
    Bench bench(m_server);
    QList<QUuid> tasks;
    for (int i = 0; i < 20; ++i)
        tasks.append(bench.data.task(QString::number(i)));
    for (const QUuid& task : std::as_const(tasks))
        bench.model.show(task);
    QTRY_COMPARE(bench.model.task().title, QStringLiteral("19"));
    QTest::qWait(50);
    QCOMPARE(bench.model.task().title, QStringLiteral("19"));
}

QTEST_GUILESS_MAIN(TestTaskEditorModel)
#include "tst_taskeditormodel.moc"
