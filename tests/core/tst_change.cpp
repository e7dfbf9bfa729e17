#include "core/change.h"
#include "core/position.h"
#include "core/taskfield.h"
#include "core/uid.h"

#include <QtTest>

using namespace glow;

class TestChange : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void survivesItsJsonForm();
    void inverseOfAnUpdateSwapsValuesAndIsStrict();
    void inverseRunsBackwards();
    void fieldsRoundTripThroughTheTable();
    void positionsAlwaysFitBetweenTheirNeighbours();
};

static core::Change sample()
{
    core::Change change{core::newUid(), {}, QStringLiteral("Rename"), QDateTime::currentDateTimeUtc(), {}};
    core::Operation update;
    update.uid = core::newUid();
    update.set = {{QStringLiteral("title"), QStringLiteral("new")}};
    update.was = {{QStringLiteral("title"), QStringLiteral("old")}};
    core::Operation create = update;
    create.verb = core::Verb::Create;
    create.uid = core::newUid();
    create.was = {};
    change.operations = {create, update};
    return change;
}

void TestChange::survivesItsJsonForm()
{
    const core::Change change = sample();
    const auto again = core::changeFromJson(core::toJson(change));
    QVERIFY(again);
    QCOMPARE(again->operations, change.operations);
    QCOMPARE(again->id, change.id);
    QCOMPARE(again->label, change.label);
}

void TestChange::inverseOfAnUpdateSwapsValuesAndIsStrict()
{
    core::Change change = sample();
    change.operations.removeFirst();
    const core::Change back = core::inverse(change, QDateTime::currentDateTimeUtc());
    QVERIFY(back.id != change.id);
    QCOMPARE(back.operations.constFirst().set, change.operations.constFirst().was);
    QCOMPARE(back.operations.constFirst().was, change.operations.constFirst().set);
    QVERIFY(back.operations.constFirst().strict);
}

void TestChange::inverseRunsBackwards()
{
    const core::Change change = sample();
    const core::Change back = core::inverse(change, QDateTime::currentDateTimeUtc());
    QCOMPARE(back.operations.constFirst().uid, change.operations.constLast().uid);
    QCOMPARE(back.operations.constLast().verb, core::Verb::Delete);
    QCOMPARE(core::inverse(back, QDateTime::currentDateTimeUtc()).operations.constFirst().verb, core::Verb::Restore);
}

void TestChange::fieldsRoundTripThroughTheTable()
{
    core::Task task;
    task.title = QStringLiteral("Pay");
    task.due = core::WallTime::fromText(u"2026-11-27T09:00");
    task.list = core::newUid();
    task.path = QStringLiteral("a/b");
    core::Task copy;
    copy.path = QStringLiteral("a/x");
    QStringList names;
    for (const core::TaskField& field : core::taskFields())
        names.append(QString::fromLatin1(field.name));
    core::setTaskValues(copy, core::taskValues(task, names));
    QCOMPARE(copy, task);
}

void TestChange::positionsAlwaysFitBetweenTheirNeighbours()
{
    QStringList places{core::positionAtEnd(QDateTime::currentDateTime())};
    for (int i = 0; i < 2000; ++i) {
        const int at = QRandomGenerator::global()->bounded(static_cast<int>(places.size()) + 1);
        const QString before = at == 0 ? QString() : places.at(at - 1);
        const QString after = at == places.size() ? QString() : places.at(at);
        const QString between = core::positionBetween(before, after);
        QVERIFY2(before < between && (after.isEmpty() || between < after), qPrintable(before + u' ' + between));
        places.insert(at, between);
    }
}

QTEST_APPLESS_MAIN(TestChange)
#include "tst_change.moc"
