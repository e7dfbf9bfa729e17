#include "support/applyclient.h"

#include <QtTest>

using namespace glow;
using namespace glow::tests;

namespace {

const QString task = QStringLiteral("task");
const QString list = QStringLiteral("list");
const QString section = QStringLiteral("section");
const QString tag = QStringLiteral("tag");
const QString taskTag = QStringLiteral("task_tag");

QJsonObject named(const QString& name)
{
    return {{QStringLiteral("name"), name}};
}

} // namespace

/// Delete, trash, restore and revert: DATABASE.md sections 1 and 2.
class TestApplyTrash : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void aRestoredTaskIsTheSameRow();
    void aTaskTakesItsSubtreeAndTagsAlong();
    void aListTakesItsTasksAndSectionsAlong();
    void whatLostItsPlaceGoesToTheInboxOrTheTopLevel();
    void anEditOfADeletedTaskRestoresIt();
    void aTagOrSubtaskForADeletedTaskRestoresIt();
    void aStrictEditOfADeletedTaskIsSkipped();
    void restoringTwiceIsApplied();
    void restoringWhatNeverWasIsRefused();
    void deletedAndRestoredInOneChange();
    void aForeignDeleteLandsInTheTrash();
    void aForeignDeleteOfAParentFreesItsSubtasks();
    void subtasksReturnToARestoredParent();
    void aRestoredSectionAndTagGetTheirTasksBack();
    void aReturningParentMakesNoCycle();
    void aColumnAddedSinceDoesNotHinderARestore();
    void thousandsAreDeletedAndRestoredInOneChange();
    void revertUndoesAGroup();
    void revertLeavesWhatWasChangedSince();
    void revertOfARevertIsARedo();

private:
    QString state() const;
    QString field(const QString& column, const QString& uid) const;
    void addTree();

    TemporaryServer m_server;
    store::ConnectionString m_database;
    std::unique_ptr<ApplyClient> m_client;
    QString m_list, m_section, m_tag, m_link, m_parent, m_child, m_grandchild;
};

void TestApplyTrash::initTestCase()
{
    m_database = m_server.createDatabase();
    migrate(m_database);
    m_client = std::make_unique<ApplyClient>(m_database);
}

void TestApplyTrash::init()
{
    for (QString* each : {&m_list, &m_section, &m_tag, &m_link, &m_parent, &m_child, &m_grandchild})
        *each = uid();
    m_client->sql(QStringLiteral("delete from tasks; delete from glowlist.list; delete from glowlist.tag; "
                                 "delete from glowlist.trash; select 1"));
    m_client->sql(QStringLiteral("delete from glowlist.trash; select 1"));
    addTree();
}

void TestApplyTrash::addTree()
{
    const QJsonObject outcome = m_client->apply({
        create(list, m_list, named(QStringLiteral("L"))),
        create(section, m_section, json(QStringLiteral("{'name':'S','list':'%1'}").arg(m_list))),
        create(tag, m_tag, named(QStringLiteral("t"))),
        create(task, m_parent,
               json(QStringLiteral("{'title':'parent','list':'%1','section':'%2','position':'a'}")
                        .arg(m_list, m_section))),
        create(task, m_child,
               json(QStringLiteral("{'title':'child','parent':'%1','position':'b'}").arg(m_parent))),
        create(task, m_grandchild,
               json(QStringLiteral("{'title':'grandchild','parent':'%1','position':'c'}").arg(m_child))),
        create(taskTag, m_link, json(QStringLiteral("{'task':'%1','tag':'%2'}").arg(m_child, m_tag))),
    });
    QCOMPARE(outcome[u"state"].toString(), QStringLiteral("applied"));
}

// Everything a person sees, as one text.
QString TestApplyTrash::state() const
{
    return m_client->sql(QStringLiteral(
        "select (select coalesce(string_agg(t::text, E'\\n' order by id), '') from (select id, glow_uid, "
        "title, "
        "description, completed, priority, due_date, created_at, glow_path, glow_list, glow_section, "
        "glow_parent "
        "from tasks) t) || (select coalesce(string_agg(x::text, '' order by uid), '') from glowlist.task_tag "
        "x) "
        "|| (select coalesce(string_agg(x::text, '' order by uid), '') from glowlist.list x) "
        "|| (select coalesce(string_agg(x::text, '' order by uid), '') from glowlist.section x)"));
}

QString TestApplyTrash::field(const QString& column, const QString& uid) const
{
    return m_client->sql(
        QStringLiteral("select coalesce(%1::text, '-') from tasks where glow_uid = '%2'").arg(column, uid));
}

void TestApplyTrash::aRestoredTaskIsTheSameRow()
{
    const QString before = state();
    const QString number = field(QStringLiteral("id"), m_grandchild);
    const QJsonObject gone = m_client->send({change({remove(task, m_grandchild)})});
    QCOMPARE(gone[u"gone"].toArray(),
             (QJsonArray{json(QStringLiteral("{'on':'task','uid':'%1'}").arg(m_grandchild))}));
    QVERIFY(field(QStringLiteral("id"), m_grandchild).isEmpty());
    QCOMPARE(m_client->sql(QStringLiteral("select \"row\" ->> 'title' from glowlist.trash")),
             QStringLiteral("grandchild"));
    const QJsonObject back = m_client->send({change({restore(task, m_grandchild)})});
    QCOMPARE(back[u"gone"].toArray(), QJsonArray());
    QVERIFY(!back[u"rows"][u"task"].toArray().isEmpty());
    QCOMPARE(field(QStringLiteral("id"), m_grandchild), number);
    QCOMPARE(state(), before);
    QCOMPARE(m_client->sql(QStringLiteral("select count(*) from glowlist.trash")), QStringLiteral("0"));
}

void TestApplyTrash::aTaskTakesItsSubtreeAndTagsAlong()
{
    const QString before = state();
    m_client->apply({remove(task, m_parent)});
    QCOMPARE(m_client->sql(QStringLiteral("select count(*) from tasks")), QStringLiteral("0"));
    QCOMPARE(
        m_client->sql(QStringLiteral("select count(distinct change) || '/' || count(*) from glowlist.trash")),
        QStringLiteral("1/4"));
    m_client->apply({restore(task, m_parent)});
    QCOMPARE(state(), before);
}

void TestApplyTrash::aListTakesItsTasksAndSectionsAlong()
{
    const QString before = state();
    m_client->apply({remove(list, m_list)});
    QCOMPARE(m_client->sql(
                 QStringLiteral("select (select count(*) from tasks) + (select count(*) from glowlist.list) "
                                "+ (select count(*) from glowlist.section)")),
             QStringLiteral("0"));
    m_client->apply({restore(list, m_list)});
    QCOMPARE(state(), before);
}

void TestApplyTrash::whatLostItsPlaceGoesToTheInboxOrTheTopLevel()
{
    m_client->apply({remove(task, m_child)});
    m_client->apply({remove(task, m_parent)});
    m_client->apply({remove(list, m_list)});
    m_client->apply({restore(task, m_child)});
    QCOMPARE(field(QStringLiteral("glow_list"), m_child), QStringLiteral("-"));
    QCOMPARE(field(QStringLiteral("glow_section"), m_child), QStringLiteral("-"));
    QCOMPARE(field(QStringLiteral("glow_parent"), m_child), QStringLiteral("-"));
    QCOMPARE(field(QStringLiteral("glow_path"), m_grandchild), QStringLiteral("b/c"));
    QCOMPARE(m_client->sql(QStringLiteral("select count(*) from glowlist.task_tag")), QStringLiteral("1"));
}

void TestApplyTrash::anEditOfADeletedTaskRestoresIt()
{
    m_client->apply({remove(task, m_child)});
    const QJsonObject outcome =
        m_client->apply({update(task, m_child, json(QStringLiteral("{'title':'wanted'}")),
                                json(QStringLiteral("{'title':'child'}")))});
    QCOMPARE(outcome[u"state"].toString(), QStringLiteral("applied"));
    QCOMPARE(outcome[u"restored"].toArray(),
             (QJsonArray{json(QStringLiteral("{'on':'task','uid':'%1'}").arg(m_child))}));
    QCOMPARE(field(QStringLiteral("title"), m_child), QStringLiteral("wanted"));
    QCOMPARE(field(QStringLiteral("title"), m_grandchild), QStringLiteral("grandchild"));
}

void TestApplyTrash::aTagOrSubtaskForADeletedTaskRestoresIt()
{
    const QString link = uid();
    const QString sub = uid();
    m_client->apply({remove(task, m_parent)});
    QVERIFY(m_client
                ->apply({create(taskTag, link,
                                json(QStringLiteral("{'task':'%1','tag':'%2'}").arg(m_parent, m_tag)))})
                .contains(u"restored"));
    m_client->apply({remove(task, m_parent)});
    QVERIFY(
        m_client
            ->apply({create(task, sub, json(QStringLiteral("{'title':'x','parent':'%1'}").arg(m_parent)))})
            .contains(u"restored"));
    QCOMPARE(field(QStringLiteral("glow_parent"), sub), m_parent);
}

void TestApplyTrash::aStrictEditOfADeletedTaskIsSkipped()
{
    m_client->apply({remove(task, m_child)});
    const QJsonObject outcome =
        m_client->apply({update(task, m_child, json(QStringLiteral("{'title':'old'}")),
                                json(QStringLiteral("{'title':'child'}")), true)});
    QCOMPARE(outcome[u"state"].toString(), QStringLiteral("applied"));
    QCOMPARE(outcome[u"skipped"].toArray().size(), 1);
    QVERIFY(field(QStringLiteral("title"), m_child).isEmpty());
}

void TestApplyTrash::restoringTwiceIsApplied()
{
    m_client->apply({remove(task, m_child)});
    for (int i = 0; i < 2; ++i)
        QCOMPARE(m_client->apply({restore(task, m_child)})[u"state"].toString(), QStringLiteral("applied"));
}

void TestApplyTrash::restoringWhatNeverWasIsRefused()
{
    QCOMPARE(m_client->apply({restore(task, uid())})[u"code"].toString(), QStringLiteral("no_such_task"));
    QCOMPARE(m_client->apply({restore(list, uid())})[u"code"].toString(), QStringLiteral("no_such_list"));
}

void TestApplyTrash::deletedAndRestoredInOneChange()
{
    const QString before = state();
    const QJsonObject outcome = m_client->apply(
        {remove(task, m_parent), restore(task, m_parent), remove(task, m_parent), restore(task, m_parent)});
    QCOMPARE(outcome[u"state"].toString(), QStringLiteral("applied"));
    QCOMPARE(state(), before);
}

void TestApplyTrash::aForeignDeleteLandsInTheTrash()
{
    const QString before = state();
    m_client->sql(QStringLiteral("delete from tasks where glow_uid = '%1'; select 1").arg(m_grandchild));
    m_client->sql(QStringLiteral("begin; delete from tasks where glow_uid = '%1'; select 1").arg(m_child));
    m_client->sql(QStringLiteral("commit; select 1"));
    QCOMPARE(m_client->sql(QStringLiteral("select string_agg(distinct actor, ',') from glowlist.trash")),
             QStringLiteral("tester"));
    m_client->apply({restore(task, m_child)});
    m_client->apply({restore(task, m_grandchild)});
    QCOMPARE(state(), before);
}

void TestApplyTrash::aForeignDeleteOfAParentFreesItsSubtasks()
{
    m_client->sql(QStringLiteral("delete from tasks where glow_uid = '%1'; select 1").arg(m_parent));
    QCOMPARE(field(QStringLiteral("glow_parent"), m_child), QStringLiteral("-"));
    QCOMPARE(field(QStringLiteral("glow_path"), m_child), QStringLiteral("b"));
    QCOMPARE(field(QStringLiteral("glow_path"), m_grandchild), QStringLiteral("b/c"));
}

void TestApplyTrash::subtasksReturnToARestoredParent()
{
    const QString before = state();
    m_client->sql(QStringLiteral("delete from tasks where glow_uid = '%1'; select 1").arg(m_parent));
    m_client->apply({restore(task, m_parent)});
    QCOMPARE(state(), before);
}

void TestApplyTrash::aRestoredSectionAndTagGetTheirTasksBack()
{
    const QString before = state();
    m_client->apply({remove(section, m_section)});
    QCOMPARE(field(QStringLiteral("glow_section"), m_parent), QStringLiteral("-"));
    m_client->apply({remove(tag, m_tag)});
    QCOMPARE(m_client->sql(QStringLiteral("select count(*) from glowlist.task_tag")), QStringLiteral("0"));
    m_client->apply({restore(tag, m_tag)});
    m_client->apply({restore(section, m_section)});
    QCOMPARE(state(), before);
}

void TestApplyTrash::aReturningParentMakesNoCycle()
{
    m_client->sql(QStringLiteral("delete from tasks where glow_uid = '%1'; select 1").arg(m_child));
    m_client->apply({update(task, m_parent, json(QStringLiteral("{'parent':'%1'}").arg(m_grandchild)))});
    m_client->apply({restore(task, m_child)});
    QCOMPARE(field(QStringLiteral("glow_parent"), m_child), m_parent);
    QCOMPARE(field(QStringLiteral("glow_parent"), m_grandchild), QStringLiteral("-"));
    QCOMPARE(field(QStringLiteral("glow_path"), m_child), QStringLiteral("c/a/b"));
}

void TestApplyTrash::aColumnAddedSinceDoesNotHinderARestore()
{
    m_client->apply({remove(task, m_child)});
    m_client->sql(
        QStringLiteral("alter table tasks add column colour varchar not null default 'red'; select 1"));
    QCOMPARE(m_client->apply({restore(task, m_child)})[u"state"].toString(), QStringLiteral("applied"));
    QCOMPARE(field(QStringLiteral("colour"), m_child), QStringLiteral("red"));
    m_client->sql(QStringLiteral("alter table tasks drop column colour; select 1"));
}

void TestApplyTrash::thousandsAreDeletedAndRestoredInOneChange()
{
    QJsonArray made;
    QJsonArray gone;
    QJsonArray back;
    for (int i = 0; i < 1500; ++i) {
        const QString each = uid();
        made.append(create(task, each, json(QStringLiteral("{'title':'many %1'}").arg(i))));
        gone.append(remove(task, each));
        back.append(restore(task, each));
    }
    m_client->apply(made);
    const QString before = state();
    QCOMPARE(m_client->apply(gone)[u"state"].toString(), QStringLiteral("applied"));
    QCOMPARE(m_client->apply(back)[u"state"].toString(), QStringLiteral("applied"));
    QCOMPARE(state(), before);
}

void TestApplyTrash::revertUndoesAGroup()
{
    const QString before = state();
    const QString group = uid();
    const QString fresh = uid();
    m_client->apply(
        {update(task, m_parent, json(QStringLiteral("{'list':null,'title':'moved','completed':true}")))},
        group);
    m_client->apply({create(task, fresh, json(QStringLiteral("{'title':'fresh'}"))), remove(task, m_child),
                     create(task, uid(), json(QStringLiteral("{'title':'under','parent':'%1'}").arg(fresh)))},
                    group);
    const QJsonObject outcome = m_client->apply(
        {QJsonObject{{QStringLiteral("do"), QStringLiteral("revert")}, {QStringLiteral("group"), group}}});
    QCOMPARE(outcome[u"state"].toString(), QStringLiteral("applied"));
    QVERIFY(!outcome.contains(u"skipped"));
    QCOMPARE(state(), before);
}

void TestApplyTrash::revertLeavesWhatWasChangedSince()
{
    const QString group = uid();
    const QString imported = uid();
    const QString touched = uid();
    m_client->apply({update(task, m_child, json(QStringLiteral("{'title':'first','priority':'high'}"))),
                     create(task, imported, json(QStringLiteral("{'title':'imported'}"))),
                     create(task, touched, json(QStringLiteral("{'title':'touched'}")))},
                    group);
    m_client->apply({update(task, m_child, json(QStringLiteral("{'title':'second'}"))),
                     update(task, touched, json(QStringLiteral("{'title':'mine now'}")))});
    const QJsonObject outcome = m_client->apply(
        {QJsonObject{{QStringLiteral("do"), QStringLiteral("revert")}, {QStringLiteral("group"), group}}});
    QCOMPARE(outcome[u"skipped"].toArray().size(), 2);
    QCOMPARE(field(QStringLiteral("title"), m_child), QStringLiteral("second"));
    QCOMPARE(field(QStringLiteral("priority"), m_child), QStringLiteral("none"));
    QVERIFY(field(QStringLiteral("title"), imported).isEmpty());
    QCOMPARE(field(QStringLiteral("title"), touched), QStringLiteral("mine now"));
}

void TestApplyTrash::revertOfARevertIsARedo()
{
    const QJsonObject first =
        change({update(task, m_child, json(QStringLiteral("{'title':'new'}"))), remove(task, m_grandchild)});
    m_client->send({first});
    const auto revert = [](const QJsonObject& of) {
        return change({QJsonObject{{QStringLiteral("do"), QStringLiteral("revert")},
                                   {QStringLiteral("group"), of[u"id"]}}});
    };
    const QString done = state();
    const QJsonObject undo = revert(first);
    m_client->send({undo});
    QCOMPARE(field(QStringLiteral("title"), m_child), QStringLiteral("child"));
    m_client->send({revert(undo)});
    QCOMPARE(state(), done);
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    store::Database::loadDriver();
    TestApplyTrash test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_applytrash.moc"
