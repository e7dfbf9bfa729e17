#include "core/uid.h"
#include "support/applyclient.h"

#include <QtTest>

using namespace glow;
using namespace glow::tests;

namespace {

const QString task = QStringLiteral("task");

QJsonObject createLike(const QString& uid, const QString& model, const QJsonObject& set)
{
    QJsonObject operation = create(task, uid, set);
    operation.insert(QStringLiteral("like"), model);
    return operation;
}

} // namespace

/// The next occurrence of a recurring task: a create with "like".
class TestApplyRecurrence : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theServerDerivesUidsAsTheProgramDoes_data();
    void theServerDerivesUidsAsTheProgramDoes();
    void whatIsNotSetIsTakenFromTheModel();
    void tagsComeAlong();
    void openSubtasksMoveAndDoneOnesBeginAnew();
    void datesOfSubtasksMoveWithTheDueDate();
    void aSecondTimeChangesNothing();
    void aRevertTakesEverythingBack();
    void aModelThatIsGoneOrForeignIsRefused();

private:
    QString made(const QJsonObject& set = {});
    QString column(const QString& name, const QString& uid) const;
    QString children(const QString& parent) const;

    TemporaryServer m_server;
    store::ConnectionString m_database;
    std::unique_ptr<ApplyClient> m_client;
};

void TestApplyRecurrence::initTestCase()
{
    m_database = m_server.createDatabase();
    migrate(m_database);
    m_client = std::make_unique<ApplyClient>(m_database);
    m_client->sql(QStringLiteral("insert into users values ('other')"));
}

QString TestApplyRecurrence::made(const QJsonObject& set)
{
    const QString fresh = uid();
    QJsonObject values = json(QStringLiteral("{'title':'a','due_date':'2026-11-27','rrule':'FREQ=WEEKLY'}"));
    for (auto it = set.begin(); it != set.end(); ++it)
        values.insert(it.key(), it.value());
    const QJsonObject outcome = m_client->apply({create(task, fresh, values)});
    if (outcome[u"state"].toString() != u"applied")
        qWarning() << outcome;
    return fresh;
}

QString TestApplyRecurrence::column(const QString& name, const QString& uid) const
{
    return m_client->sql(QStringLiteral("select %1::text from tasks where glow_uid = '%2'").arg(name, uid));
}

/// "title/done" of each, in order.
QString TestApplyRecurrence::children(const QString& parent) const
{
    return m_client->sql(
        QStringLiteral("select coalesce(string_agg(title || '/' || completed, ' ' order by glow_path), '') "
                       "from tasks where glow_parent = '%1'")
            .arg(parent));
}

void TestApplyRecurrence::theServerDerivesUidsAsTheProgramDoes_data()
{
    QTest::addColumn<QString>("name");
    for (const int length : {0, 1, 19, 38, 39, 40, 47, 48, 111, 300}) // around the blocks of SHA-1
        QTest::addRow("%d", length) << QString(length, u'7');
    QTest::newRow("not ASCII") << QStringLiteral("tag:äöü€𝄞");
}

void TestApplyRecurrence::theServerDerivesUidsAsTheProgramDoes()
{
    QFETCH(const QString, name);
    const QUuid space(QStringLiteral("6ba7b810-9dad-11d1-80b4-00c04fd430c8"));
    QCOMPARE(
        m_client->sql(QStringLiteral("select glowlist.uid_v5('%1', '%2')").arg(core::uidText(space), name)),
        core::uidText(QUuid::createUuidV5(space, name)));
}

void TestApplyRecurrence::whatIsNotSetIsTakenFromTheModel()
{
    const QString list = uid();
    m_client->apply({create(QStringLiteral("list"), list, json(QStringLiteral("{'name':'L'}")))});
    const QString model =
        made(json(QStringLiteral("{'priority':'high','estimate':30,'notes':'n','list':'%1',"
                                 "'due_zone':'Europe/Berlin','due_date':'2026-11-27T09:00'}")
                      .arg(list)));
    // What another program changed meanwhile counts.
    m_client->sql(QStringLiteral("update tasks set title = 'renamed' where glow_uid = '%1'").arg(model));
    m_client->apply({update(task, model, json(QStringLiteral("{'completed':true,'continued':true}")))});
    const QString next = core::uidText(core::occurrenceUid(QUuid(model), 2));
    const QJsonObject outcome = m_client->apply({createLike(
        next, model,
        json(QStringLiteral("{'due_date':'2026-12-04T09:00','series':'%1','occurrence':2}").arg(model)))});
    QCOMPARE(outcome[u"state"].toString(), QStringLiteral("applied"));
    QCOMPARE(
        m_client->sql(
            QStringLiteral("select concat_ws('|', title, completed, priority, glow_estimate, description, "
                           "glow_list, glow_due_zone, due_date, glow_rrule, glow_series, glow_occurrence, "
                           "glow_continued, glow_completed_at) from tasks where glow_uid = '%1'")
                .arg(next)),
        QStringLiteral("renamed|f|high|30|n|%1|Europe/Berlin|2026-12-04 09:00:00|FREQ=WEEKLY|%2|2|f")
            .arg(list, model));
}

void TestApplyRecurrence::tagsComeAlong()
{
    const QString model = made();
    const QString tag = uid();
    m_client->apply(
        {create(QStringLiteral("tag"), tag, json(QStringLiteral("{'name':'%1'}").arg(tag))),
         create(QStringLiteral("task_tag"), core::uidText(core::taskTagUid(QUuid(model), QUuid(tag))),
                json(QStringLiteral("{'task':'%1','tag':'%2'}").arg(model, tag)))});
    const QString next = uid();
    m_client->apply({createLike(next, model, {})});
    QCOMPARE(m_client->sql(QStringLiteral("select uid from glowlist.task_tag where task = '%1'").arg(next)),
             core::uidText(core::taskTagUid(QUuid(next), QUuid(tag))));
}

void TestApplyRecurrence::openSubtasksMoveAndDoneOnesBeginAnew()
{
    const QString model = made();
    const auto child = [this](const QString& title, const QString& parent, bool done) {
        const QString position = QStringLiteral("p") + title + QStringLiteral("AAAA");
        return made(json(
            QStringLiteral(
                "{'title':'%1','parent':'%2','completed':%3,'position':'%4','rrule':null,'due_date':null}")
                .arg(title, parent, done ? QStringLiteral("true") : QStringLiteral("false"), position)));
    };
    const QString open = child(QStringLiteral("a"), model, false);
    const QString done = child(QStringLiteral("b"), model, true);
    child(QStringLiteral("c"), open, true);
    child(QStringLiteral("d"), done, true);
    const QString next = uid();
    m_client->apply({update(task, model, json(QStringLiteral("{'completed':true,'continued':true}"))),
                     createLike(next, model, {})});
    QCOMPARE(children(next), QStringLiteral("a/false b/false"));
    QCOMPARE(children(model), QStringLiteral("b/true"));
    QCOMPARE(column(QStringLiteral("glow_parent"), open), next);
    QCOMPARE(children(open), QStringLiteral("c/false"));
    const QString copy = m_client->sql(
        QStringLiteral("select glow_uid from tasks where glow_parent = '%1' and title = 'b'").arg(next));
    QCOMPARE(copy, core::uidText(QUuid::createUuidV5(QUuid(next), done)));
    QCOMPARE(children(copy), QStringLiteral("d/false"));
}

void TestApplyRecurrence::datesOfSubtasksMoveWithTheDueDate()
{
    const QString model = made();
    const QString child = made(json(
        QStringLiteral(
            "{'title':'x','parent':'%1','rrule':null,'due_date':'2026-11-25T08:30','start':'2026-11-24'}")
            .arg(model)));
    m_client->apply({createLike(uid(), model, json(QStringLiteral("{'due_date':'2026-12-04'}")))});
    QCOMPARE(column(QStringLiteral("due_date"), child), QStringLiteral("2026-12-02 08:30:00"));
    QCOMPARE(column(QStringLiteral("glow_start"), child), QStringLiteral("2026-12-01 00:00:00"));
    QCOMPARE(column(QStringLiteral("glow_due_has_time"), child), QStringLiteral("true"));
}

void TestApplyRecurrence::aSecondTimeChangesNothing()
{
    const QString model = made();
    made(json(QStringLiteral("{'title':'x','parent':'%1','rrule':null}").arg(model)));
    const QString next = uid();
    m_client->apply({createLike(next, model, json(QStringLiteral("{'due_date':'2026-12-04'}")))});
    const QString late = made(json(QStringLiteral("{'title':'late','parent':'%1','rrule':null}").arg(model)));
    const QJsonObject again =
        m_client->apply({createLike(next, model, json(QStringLiteral("{'due_date':'2030-01-01'}")))});
    QCOMPARE(again[u"state"].toString(), QStringLiteral("applied"));
    QCOMPARE(again[u"exists"].toArray().size(), 1);
    QCOMPARE(column(QStringLiteral("due_date"), next), QStringLiteral("2026-12-04 00:00:00"));
    QCOMPARE(column(QStringLiteral("glow_parent"), late), model);
}

void TestApplyRecurrence::aRevertTakesEverythingBack()
{
    const QString model = made();
    const QString open = made(
        json(QStringLiteral("{'title':'a','parent':'%1','rrule':null,'due_date':'2026-11-26'}").arg(model)));
    made(json(QStringLiteral("{'title':'b','parent':'%1','rrule':null,'completed':true}").arg(model)));
    const auto state = [this, model] {
        return m_client->sql(QStringLiteral("select string_agg(concat_ws('|', glow_uid, completed, "
                                            "glow_continued, glow_parent, due_date), ' ' order by id) "
                                            "from tasks where glow_uid = '%1' or glow_parent = '%1'")
                                 .arg(model));
    };
    const QString before = state();
    const QString next = uid();
    const QString group = uid();
    m_client->apply({update(task, model, json(QStringLiteral("{'completed':true,'continued':true}"))),
                     createLike(next, model, json(QStringLiteral("{'due_date':'2026-12-04'}")))},
                    group);
    QCOMPARE(column(QStringLiteral("glow_parent"), open), next);
    const QJsonObject back =
        m_client->apply({json(QStringLiteral("{'do':'revert','group':'%1'}").arg(group))});
    QCOMPARE(back[u"state"].toString(), QStringLiteral("applied"));
    QVERIFY2(!back.contains(u"skipped"), QJsonDocument(back).toJson());
    QCOMPARE(state(), before);
    QCOMPARE(column(QStringLiteral("title"), next), QString());
}

void TestApplyRecurrence::aModelThatIsGoneOrForeignIsRefused()
{
    QCOMPARE(m_client->apply({createLike(uid(), uid(), {})})[u"code"].toString(),
             QStringLiteral("no_such_task"));
    const QString model = made();
    m_client->user = QStringLiteral("other");
    QCOMPARE(m_client->apply({createLike(uid(), model, {})})[u"code"].toString(),
             QStringLiteral("not_allowed"));
    m_client->user = QStringLiteral("local");
}

QTEST_GUILESS_MAIN(TestApplyRecurrence)
#include "tst_applyrecurrence.moc"
