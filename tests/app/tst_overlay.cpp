#include "app/overlay.h"
#include "core/uid.h"
#include "support/builders.h"

#include <QtTest>

using namespace glow;
using app::Overlay;
using core::Entity;
using core::Verb;
using tests::operation;

class TestOverlay : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void patchesLieOverTheConfirmedRowInOrder();
    void aConfirmedChangeTakesOnlyItsOwnPatches();
    void aRemoteRowBeneathKeepsThePendingEdit();
    void createdTasksAreShownNewestFirst();
    void aCreatedAndDeletedTaskIsNotShown();
    void restoreTakesADeleteBack();
    void completingSetsTheTimeOfCompletion();
    void tagsShowOnTheirTask();
    void listsAndTagsShowInTheCatalogue();
    void aDeletedListTakesItsSectionsAlong();
};

namespace {

core::Change change(const QList<core::Operation>& operations)
{
    return {core::newUid(), {}, QStringLiteral("x"), QDateTime::currentDateTimeUtc(), operations};
}

core::Task task(const QString& title)
{
    core::Task task;
    task.uid = core::newUid();
    task.title = title;
    return task;
}

QJsonObject title(const QString& text)
{
    return {{QStringLiteral("title"), text}};
}

QJsonObject name(const QString& text, const QString& position = {})
{
    return {{QStringLiteral("name"), text}, {QStringLiteral("position"), position}};
}

} // namespace

void TestOverlay::patchesLieOverTheConfirmedRowInOrder()
{
    Overlay overlay;
    const core::Task row = task(QStringLiteral("a"));
    QCOMPARE(
        overlay.add(change({operation(Verb::Update, Entity::Task, row.uid, title(QStringLiteral("b")))})),
        QList<QUuid>{row.uid});
    overlay.add(change({operation(Verb::Update, Entity::Task, row.uid, title(QStringLiteral("c")))}));
    QCOMPARE(overlay.patched(row).title, QStringLiteral("c"));
    QVERIFY(overlay.isPending(row.uid));
    QCOMPARE(overlay.pendingChanges(), 2);
}

void TestOverlay::aConfirmedChangeTakesOnlyItsOwnPatches()
{
    Overlay overlay;
    const core::Task row = task(QStringLiteral("a"));
    const core::Change first =
        change({operation(Verb::Update, Entity::Task, row.uid, title(QStringLiteral("b")))});
    const core::Change second = change({operation(Verb::Update, Entity::Task, row.uid,
                                                  {{QStringLiteral("priority"), QStringLiteral("high")}})});
    overlay.add(first);
    overlay.add(second);
    QCOMPARE(overlay.remove(first.id), QList<QUuid>{row.uid});
    QCOMPARE(overlay.patched(row).title, QStringLiteral("a"));
    QCOMPARE(overlay.patched(row).priority, QStringLiteral("high"));
    overlay.remove(second.id);
    QVERIFY(!overlay.isPending(row.uid));
    QVERIFY(overlay.remove(second.id).isEmpty());
}

void TestOverlay::aRemoteRowBeneathKeepsThePendingEdit()
{
    Overlay overlay;
    core::Task row = task(QStringLiteral("a"));
    overlay.add(change({operation(Verb::Update, Entity::Task, row.uid, title(QStringLiteral("mine")))}));
    row.title = QStringLiteral("theirs");
    row.notes = QStringLiteral("their notes");
    QCOMPARE(overlay.patched(row).title, QStringLiteral("mine"));
    QCOMPARE(overlay.patched(row).notes, QStringLiteral("their notes"));
}

void TestOverlay::createdTasksAreShownNewestFirst()
{
    Overlay overlay;
    const QUuid first = core::newUid();
    const QUuid second = core::newUid();
    overlay.add(change({operation(Verb::Create, Entity::Task, first, title(QStringLiteral("first")))}));
    const core::Change last =
        change({operation(Verb::Create, Entity::Task, second, title(QStringLiteral("second")))});
    overlay.add(last);
    overlay.add(
        change({operation(Verb::Update, Entity::Task, first, title(QStringLiteral("first, renamed")))}));
    const QList<core::Task> created = overlay.created();
    QCOMPARE(created.size(), 2);
    QCOMPARE(created[0].title, QStringLiteral("second"));
    QCOMPARE(created[1].title, QStringLiteral("first, renamed"));
    QVERIFY(created[0].createdAt.isValid());
    overlay.remove(last.id);
    QCOMPARE(overlay.created().size(), 1);
}

void TestOverlay::aCreatedAndDeletedTaskIsNotShown()
{
    Overlay overlay;
    const QUuid uid = core::newUid();
    overlay.add(change({operation(Verb::Create, Entity::Task, uid, title(QStringLiteral("x")))}));
    overlay.add(change({operation(Verb::Delete, Entity::Task, uid)}));
    QVERIFY(overlay.isDeleted(uid));
    QVERIFY(overlay.created().isEmpty());
}

void TestOverlay::restoreTakesADeleteBack()
{
    Overlay overlay;
    const QUuid uid = core::newUid();
    overlay.add(change({operation(Verb::Delete, Entity::Task, uid)}));
    overlay.add(change({operation(Verb::Restore, Entity::Task, uid)}));
    QVERIFY(!overlay.isDeleted(uid));
}

void TestOverlay::completingSetsTheTimeOfCompletion()
{
    Overlay overlay;
    const core::Task row = task(QStringLiteral("a"));
    const core::Change done =
        change({operation(Verb::Update, Entity::Task, row.uid, {{QStringLiteral("completed"), true}})});
    overlay.add(done);
    QVERIFY(overlay.patched(row).completed);
    QCOMPARE(overlay.patched(row).completedAt, done.at);
}

void TestOverlay::tagsShowOnTheirTask()
{
    Overlay overlay;
    core::Task row = task(QStringLiteral("a"));
    const QUuid old = core::newUid();
    const QUuid fresh = core::newUid();
    row.tags = {old};
    const auto ends = [&row](const QUuid& tag) {
        return QJsonObject{{QStringLiteral("task"), core::uidText(row.uid)},
                           {QStringLiteral("tag"), core::uidText(tag)}};
    };
    const core::Change tagging =
        change({operation(Verb::Create, Entity::TaskTag, core::taskTagUid(row.uid, fresh), ends(fresh)),
                operation(Verb::Delete, Entity::TaskTag, core::taskTagUid(row.uid, old), {}, ends(old))});
    QCOMPARE(overlay.add(tagging), QList<QUuid>{row.uid});
    QCOMPARE(overlay.patched(row).tags, QList<QUuid>{fresh});
    overlay.add(core::inverse(tagging, QDateTime::currentDateTimeUtc()));
    QCOMPARE(overlay.patched(row).tags, QList<QUuid>{old});
}

void TestOverlay::listsAndTagsShowInTheCatalogue()
{
    Overlay overlay;
    core::Catalogue catalogue;
    core::TaskList home;
    home.uid = core::newUid();
    home.name = QStringLiteral("Home");
    home.position = QStringLiteral("m");
    catalogue.lists = {home};
    const QUuid work = core::newUid();
    overlay.add(change(
        {operation(Verb::Create, Entity::List, work, name(QStringLiteral("Work"), QStringLiteral("a"))),
         operation(Verb::Update, Entity::List, home.uid, {{QStringLiteral("archived"), true}}),
         operation(Verb::Create, Entity::Tag, core::newUid(), name(QStringLiteral("urgent")))}));
    const core::Catalogue shown = overlay.patched(catalogue);
    QCOMPARE(shown.lists.size(), 2);
    QCOMPARE(shown.lists[0].uid, work);
    QVERIFY(shown.lists[1].archived);
    QCOMPARE(shown.lists[1].name, QStringLiteral("Home"));
    QVERIFY(shown.tagNamed(u"urgent"));
}

void TestOverlay::aDeletedListTakesItsSectionsAlong()
{
    Overlay overlay;
    core::Catalogue catalogue;
    core::TaskList home;
    home.uid = core::newUid();
    core::Section section;
    section.uid = core::newUid();
    section.list = home.uid;
    catalogue.lists = {home};
    catalogue.sections = {section};
    overlay.add(change({operation(Verb::Delete, Entity::List, home.uid)}));
    QVERIFY(overlay.patched(catalogue).lists.isEmpty());
    QVERIFY(overlay.patched(catalogue).sections.isEmpty());
}

QTEST_GUILESS_MAIN(TestOverlay)
#include "tst_overlay.moc"
