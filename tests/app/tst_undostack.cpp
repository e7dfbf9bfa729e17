#include "app/undostack.h"
#include "core/uid.h"

#include <QtTest>

using namespace glow;
using app::UndoStack;

class TestUndoStack : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void takesBackTheNewestFirst();
    void redoBringsBackWhatUndoTook();
    void aNewActionEndsRedo();
    void changesOfOneGroupAreOneStep();
    void aRefusedChangeLeavesBothPiles();
    void labelsNameTheNextStep();
};

namespace {

const QDateTime now = QDateTime::currentDateTimeUtc();

core::Change rename(const QString& from, const QString& to, const QUuid& group = {})
{
    core::Operation operation;
    operation.uid = core::newUid();
    operation.set = {{QStringLiteral("title"), to}};
    operation.was = {{QStringLiteral("title"), from}};
    return {core::newUid(), group, QStringLiteral("Rename: ") + to, now, {operation}};
}

QJsonObject setOf(const QList<core::Change>& step)
{
    return step.constFirst().operations.constFirst().set;
}

} // namespace

void TestUndoStack::takesBackTheNewestFirst()
{
    UndoStack stack;
    const core::Change one = rename(QStringLiteral("a"), QStringLiteral("b"));
    const core::Change two = rename(QStringLiteral("c"), QStringLiteral("d"));
    stack.push(one);
    stack.push(two);
    QCOMPARE(setOf(stack.takeUndo(now)), two.operations.constFirst().was);
    QCOMPARE(setOf(stack.takeUndo(now)), one.operations.constFirst().was);
    QVERIFY(stack.takeUndo(now).isEmpty());
}

void TestUndoStack::redoBringsBackWhatUndoTook()
{
    UndoStack stack;
    const core::Change change = rename(QStringLiteral("a"), QStringLiteral("b"));
    stack.push(change);
    const core::Change undone = stack.takeUndo(now).constFirst();
    const core::Change redone = stack.takeRedo(now).constFirst();
    QCOMPARE(redone.operations.constFirst().set, change.operations.constFirst().set);
    QVERIFY(redone.id != change.id && redone.id != undone.id);
    QCOMPARE(setOf(stack.takeUndo(now)), change.operations.constFirst().was);
}

void TestUndoStack::aNewActionEndsRedo()
{
    UndoStack stack;
    stack.push(rename(QStringLiteral("a"), QStringLiteral("b")));
    QVERIFY(!stack.takeUndo(now).isEmpty());
    stack.push(rename(QStringLiteral("c"), QStringLiteral("d")));
    QVERIFY(stack.takeRedo(now).isEmpty());
}

void TestUndoStack::changesOfOneGroupAreOneStep()
{
    UndoStack stack;
    const QUuid group = core::newUid();
    const core::Change one = rename(QStringLiteral("a"), QStringLiteral("b"), group);
    const core::Change two = rename(QStringLiteral("c"), QStringLiteral("d"), group);
    stack.push(one);
    stack.push(two);
    const QList<core::Change> step = stack.takeUndo(now);
    QCOMPARE(step.size(), 2);
    QCOMPARE(step.at(0).operations.constFirst().uid, two.operations.constFirst().uid);
    QCOMPARE(step.at(0).group, step.at(1).group);
    QVERIFY(step.at(0).group != group && !step.at(0).group.isNull());
    QCOMPARE(stack.takeRedo(now).size(), 2);
}

void TestUndoStack::aRefusedChangeLeavesBothPiles()
{
    UndoStack stack;
    const core::Change refused = rename(QStringLiteral("a"), QStringLiteral("b"));
    stack.push(refused);
    stack.remove(refused.id);
    QVERIFY(stack.undoLabel().isEmpty());
    stack.push(rename(QStringLiteral("c"), QStringLiteral("d")));
    const core::Change undo = stack.takeUndo(now).constFirst();
    stack.remove(undo.id);
    QVERIFY(stack.redoLabel().isEmpty());
}

void TestUndoStack::labelsNameTheNextStep()
{
    UndoStack stack;
    QVERIFY(stack.undoLabel().isEmpty());
    stack.push(rename(QStringLiteral("a"), QStringLiteral("b")));
    QCOMPARE(stack.undoLabel(), QStringLiteral("Rename: b"));
    stack.takeUndo(now);
    QVERIFY(stack.undoLabel().isEmpty());
    QCOMPARE(stack.redoLabel(), QStringLiteral("Rename: b"));
}

QTEST_GUILESS_MAIN(TestUndoStack)
#include "tst_undostack.moc"
