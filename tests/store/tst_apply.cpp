#include "core/change.h"
#include "core/taskfield.h"
#include "support/applyclient.h"

#include <QtTest>

using namespace glow;
using namespace glow::tests;

namespace {

const QString task = QStringLiteral("task");
const QString list = QStringLiteral("list");

QJsonObject title(const QString& text)
{
    return {{QStringLiteral("title"), text}};
}

QJsonObject value(const QString& field, const QJsonValue& content)
{
    return {{field, content}};
}

} // namespace

/// The contract of glowlist.apply, DATABASE.md section 2: what is written and what is answered.
class TestApply : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();

    void aTaskComesBackAsItWasSent();
    void aResentChangeIsADuplicateAndChangesNothing();
    void aChangeIdTwiceInOneRequestIsAppliedOnce();
    void aRefusedChangeBetweenAppliedOnesLeavesNothing();
    void aChangeIsAllOrNone();
    void theFaultyCreateOfARunIsNamed();
    void refusals_data();
    void refusals();
    void refusalsAreNotStored();
    void overwritingIsReported();
    void aStrictChangeLeavesWhatWasChanged();
    void placementAndScheduleAreTakenOrLeftAsOne();
    void whatHasTheNewValueAlreadyIsNoConflict();
    void deletingWhatIsGoneIsApplied();
    void creatingWhatIsThereReportsIt();
    void anotherUsersRowsAreNotAllowed();
    void datesWithAndWithoutTime();
    void midnightIsATimeWhenSentAsOne();
    void longNotesKeepTheirFirstPartForTheOtherProgram();
    void completionIsStampedAndReopened();
    void hostileTextIsStoredAsTyped();
    void aMillionCharactersAreRefusedNotCut();
    void subtasksFollowTheirParent();
    void cyclesAreRefused();
    void tooManyOperationsAreRefused();
    void tooManyBytesAreRefused();
    void anUnreadableRequestIsAnError();
    void positionsAreMadeWhereNoneIsSent();
    void aNewColumnNeedsOnlyARowInTheFieldTable();
    void aRunOfUpdatesJudgesEachRow();
    void theFaultyUpdateOfARunIsNamed();

private:
    QJsonObject row(const QString& uid) const;
    QString column(const QString& name, const QString& uid) const;

    TemporaryServer m_server;
    store::ConnectionString m_database;
    std::unique_ptr<ApplyClient> m_client;
};

void TestApply::initTestCase()
{
    m_database = m_server.createDatabase();
    migrate(m_database);
    m_client = std::make_unique<ApplyClient>(m_database);
    m_client->sql(QStringLiteral("insert into users values ('other')"));
}

void TestApply::init()
{
    m_client->user = QStringLiteral("local");
    m_client->send({}, QJsonValue(), QJsonValue());
}

// The row as the reply of `apply` would carry it.
QJsonObject TestApply::row(const QString& uid) const
{
    const QString text = m_client->sql(
        QStringLiteral("select glowlist.task_json(to_jsonb(t)) from tasks t where glow_uid = '%1'").arg(uid));
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

QString TestApply::column(const QString& name, const QString& uid) const
{
    return m_client->sql(QStringLiteral("select %1 from tasks where glow_uid = '%2'").arg(name, uid));
}

void TestApply::aTaskComesBackAsItWasSent()
{
    const QString l = uid();
    const QString a = uid();
    const QJsonObject set = json(
        QStringLiteral(
            "{'title':'Pay','notes':'at "
            "**once**','completed':false,'priority':'high','due_date':'2026-11-27T09:00',"
            "'due_zone':'Europe/Berlin','start':'2026-11-20','deadline':'2026-11-30','rrule':'FREQ=WEEKLY',"
            "'from_completion':true,'estimate':90,'list':'%1','section':null,'parent':null,'position':'"
            "m5kQ2a'}")
            .arg(l));
    const QJsonObject reply = m_client->send(
        {change({create(list, l, json(QStringLiteral("{'name':'Home','colour':'1','position':'a'}"))),
                 create(task, a, set)})});
    QCOMPARE(reply[u"v"].toInt(), 1);
    const QJsonObject outcome = reply[u"changes"][0].toObject();
    QCOMPARE(outcome[u"state"].toString(), QStringLiteral("applied"));
    QCOMPARE(outcome[u"revision"], reply[u"revision"]);
    const QJsonObject stored = reply[u"rows"][u"task"][0].toObject();
    for (auto it = set.begin(); it != set.end(); ++it)
        QCOMPARE(stored[it.key()], it.value());
    const core::Task read = core::taskFromJson(stored);
    QCOMPARE(read.uid, QUuid(a));
    QCOMPARE(read.userId, QStringLiteral("local"));
    QCOMPARE(read.path, QStringLiteral("m5kQ2a"));
    QVERIFY(read.id > 0);
    QVERIFY(read.createdAt.isValid());
    QCOMPARE(reply[u"rows"][u"list"][0][u"name"].toString(), QStringLiteral("Home"));
}

void TestApply::aResentChangeIsADuplicateAndChangesNothing()
{
    const QString a = uid();
    const QJsonArray changes{change({create(task, a, title(QStringLiteral("once")))})};
    const QJsonObject first = m_client->send(changes);
    m_client->apply({update(task, a, title(QStringLiteral("later")))});
    const QJsonValue now = m_client->revision;
    const QJsonObject second = m_client->send(changes, QJsonValue(), QJsonValue());
    QJsonObject expected = first[u"changes"][0].toObject();
    expected.insert(QStringLiteral("duplicate"), true);
    QCOMPARE(second[u"changes"][0].toObject(), expected);
    QCOMPARE(second[u"revision"], now);
    QCOMPARE(row(a)[u"title"].toString(), QStringLiteral("later"));
}

void TestApply::aChangeIdTwiceInOneRequestIsAppliedOnce()
{
    const QString a = uid();
    const QJsonObject same = change({create(task, a, title(QStringLiteral("twice")))});
    const QJsonObject reply = m_client->send({same, same});
    QVERIFY(!reply[u"changes"][0][u"duplicate"].toBool());
    QVERIFY(reply[u"changes"][1][u"duplicate"].toBool());
}

void TestApply::aRefusedChangeBetweenAppliedOnesLeavesNothing()
{
    const QString a = uid();
    const QString b = uid();
    const QString c = uid();
    const QJsonObject reply = m_client->send({
        change({create(task, a, title(QStringLiteral("a")))}),
        change(
            {create(task, b, title(QStringLiteral("b"))), update(task, uid(), title(QStringLiteral("x")))}),
        change({create(task, c, title(QStringLiteral("c")))}),
    });
    QCOMPARE(reply[u"changes"][0][u"state"].toString(), QStringLiteral("applied"));
    const QJsonObject refused = reply[u"changes"][1].toObject();
    QCOMPARE(refused[u"state"].toString(), QStringLiteral("refused"));
    QCOMPARE(refused[u"op"].toInt(), 1);
    QCOMPARE(refused[u"code"].toString(), QStringLiteral("no_such_task"));
    QCOMPARE(refused[u"sqlstate"].toString(), QStringLiteral("P0002"));
    QVERIFY(!refused[u"message"].toString().isEmpty());
    QCOMPARE(reply[u"changes"][2][u"state"].toString(), QStringLiteral("applied"));
    QVERIFY(row(b).isEmpty());
    QVERIFY(!row(c).isEmpty());
}

void TestApply::aChangeIsAllOrNone()
{
    const QString a = uid();
    m_client->apply({create(task, a, title(QStringLiteral("kept")))});
    const QJsonValue before = m_client->revision;
    const QJsonObject outcome = m_client->apply({update(task, a, title(QStringLiteral("lost"))),
                                                 update(task, a, value(QStringLiteral("estimate"), -3))});
    QCOMPARE(outcome[u"state"].toString(), QStringLiteral("refused"));
    QCOMPARE(row(a)[u"title"].toString(), QStringLiteral("kept"));
    QCOMPARE(m_client->revision, before);
}

void TestApply::theFaultyCreateOfARunIsNamed()
{
    QJsonArray operations;
    for (int i = 0; i < 10; ++i)
        operations.append(create(task, uid(), title(QStringLiteral("run %1").arg(i))));
    operations[7] = create(task, uid(), json(QStringLiteral("{'title':'run','list':'%1'}").arg(uid())));
    const QJsonObject outcome = m_client->apply(operations);
    QCOMPARE(outcome[u"op"].toInt(), 7);
    QCOMPARE(outcome[u"code"].toString(), QStringLiteral("no_such_list"));
    QCOMPARE(outcome[u"field"].toString(), QStringLiteral("list"));
    QCOMPARE(m_client->sql(QStringLiteral("select count(*) from tasks where title like 'run%'")),
             QStringLiteral("0"));
}

void TestApply::refusals_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("field");
    const QString nobody = uid();
    const auto add = [](const char* name, const QString& set, const char* code, const char* field) {
        QTest::newRow(name) << set << QString::fromLatin1(code) << QString::fromLatin1(field);
    };
    add("unknown field", QStringLiteral("{'title':'x','nonsense':1}"), "unknown_field", "nonsense");
    add("derived field", QStringLiteral("{'title':'x','due_has_time':true}"), "unknown_field",
        "due_has_time");
    add("base column", QStringLiteral("{'title':'x','user_id':'other'}"), "unknown_field", "user_id");
    add("long title", QStringLiteral("{'title':'%1'}").arg(QString(201, u'W')), "too_long", "title");
    add("long notes", QStringLiteral("{'title':'x','notes':'%1'}").arg(QString(100001, u'n')), "too_long",
        "notes");
    add("long priority", QStringLiteral("{'title':'x','priority':'%1'}").arg(QString(21, u'p')), "too_long",
        "priority");
    add("no title", QStringLiteral("{}"), "invalid", "title");
    add("empty title", QStringLiteral("{'title':'  '}"), "invalid", "title");
    add("title is a number", QStringLiteral("{'title':5}"), "invalid", "title");
    add("title is an object", QStringLiteral("{'title':{'a':1}}"), "invalid", "title");
    add("missing list", QStringLiteral("{'title':'x','list':'%1'}").arg(nobody), "no_such_list", "list");
    add("list is a name", QStringLiteral("{'title':'x','list':'Home'}"), "invalid", "list");
    add("missing parent", QStringLiteral("{'title':'x','parent':'%1'}").arg(nobody), "no_such_task",
        "parent");
    add("missing section", QStringLiteral("{'title':'x','section':'%1'}").arg(nobody), "invalid", "section");
    add("no such day", QStringLiteral("{'title':'x','due_date':'2026-02-30'}"), "invalid", "due_date");
    add("no such hour", QStringLiteral("{'title':'x','due_date':'2026-02-20T25:00'}"), "invalid", "due_date");
    add("a word for a day", QStringLiteral("{'title':'x','due_date':'tomorrow'}"), "invalid", "due_date");
    add("infinity", QStringLiteral("{'title':'x','start':'infinity'}"), "invalid", "start");
    add("an instant", QStringLiteral("{'title':'x','due_date':'2026-02-20T10:00:00Z'}"), "invalid",
        "due_date");
    add("zone", QStringLiteral("{'title':'x','due_zone':'Mars/Olympus'}"), "invalid", "due_zone");
    add("completed is text", QStringLiteral("{'title':'x','completed':'perhaps'}"), "invalid", "completed");
    add("completed is nothing", QStringLiteral("{'title':'x','completed':null}"), "invalid", "completed");
    add("estimate", QStringLiteral("{'title':'x','estimate':-1}"), "invalid", "estimate");
    add("position with a slash", QStringLiteral("{'title':'x','position':'a/b'}"), "invalid", "position");
}

void TestApply::refusals()
{
    QFETCH(QString, set);
    QFETCH(QString, code);
    QFETCH(QString, field);
    const QString a = uid();
    QJsonObject outcome = m_client->apply({create(task, a, json(set))});
    QCOMPARE(outcome[u"state"].toString(), QStringLiteral("refused"));
    QCOMPARE(outcome[u"code"].toString(), code);
    QCOMPARE(outcome[u"field"].toString(), field);
    QCOMPARE(outcome[u"op"].toInt(-1), 0);
    QVERIFY(row(a).isEmpty());

    QJsonObject fields = json(set);
    if (fields.isEmpty())
        return;
    m_client->apply({create(task, a, title(QStringLiteral("there")))});
    outcome = m_client->apply({update(task, a, fields)});
    QCOMPARE(outcome[u"code"].toString(), code);
    QCOMPARE(outcome[u"field"].toString(), field);
    QCOMPARE(row(a)[u"title"].toString(), QStringLiteral("there"));
}

void TestApply::refusalsAreNotStored()
{
    const QString l = uid();
    const QJsonArray early{
        change({create(task, uid(), json(QStringLiteral("{'title':'x','list':'%1'}").arg(l)))})};
    QCOMPARE(m_client->send(early)[u"changes"][0][u"code"].toString(), QStringLiteral("no_such_list"));
    m_client->apply({create(list, l, json(QStringLiteral("{'name':'Late'}")))});
    QCOMPARE(m_client->send(early)[u"changes"][0][u"state"].toString(), QStringLiteral("applied"));
}

void TestApply::overwritingIsReported()
{
    const QString a = uid();
    m_client->apply({create(task, a, json(QStringLiteral("{'title':'theirs','priority':'high'}")))});
    const QJsonObject outcome =
        m_client->apply({update(task, a, json(QStringLiteral("{'title':'mine','priority':'low'}")),
                                json(QStringLiteral("{'title':'old','priority':'high'}")))});
    QCOMPARE(outcome[u"state"].toString(), QStringLiteral("applied"));
    QCOMPARE(outcome[u"overwrote"].toArray(),
             (QJsonArray{json(QStringLiteral("{'uid':'%1','field':'title','found':'theirs'}").arg(a))}));
    QVERIFY(!outcome.contains(u"skipped"));
    QCOMPARE(row(a)[u"title"].toString(), QStringLiteral("mine"));
    QCOMPARE(row(a)[u"priority"].toString(), QStringLiteral("low"));
}

void TestApply::aStrictChangeLeavesWhatWasChanged()
{
    const QString a = uid();
    m_client->apply({create(task, a, json(QStringLiteral("{'title':'theirs','priority':'high'}")))});
    const QJsonObject outcome =
        m_client->apply({update(task, a, json(QStringLiteral("{'title':'mine','priority':'low'}")),
                                json(QStringLiteral("{'title':'old','priority':'high'}")), true)});
    QCOMPARE(outcome[u"state"].toString(), QStringLiteral("applied"));
    QCOMPARE(outcome[u"skipped"].toArray(),
             (QJsonArray{json(QStringLiteral("{'uid':'%1','field':'title','found':'theirs'}").arg(a))}));
    QVERIFY(!outcome.contains(u"overwrote"));
    QCOMPARE(row(a)[u"title"].toString(), QStringLiteral("theirs"));
    QCOMPARE(row(a)[u"priority"].toString(), QStringLiteral("low"));
}

void TestApply::placementAndScheduleAreTakenOrLeftAsOne()
{
    const QString a = uid();
    m_client->apply({create(
        task, a,
        json(QStringLiteral("{'title':'x','due_date':'2026-01-01','rrule':'FREQ=DAILY','position':'b'}")))});
    const QJsonObject outcome = m_client->apply({update(
        task, a,
        json(QStringLiteral("{'due_date':'2026-02-02','rrule':'FREQ=WEEKLY','title':'y','position':'c'}")),
        json(QStringLiteral("{'due_date':'2026-01-01','rrule':null,'title':'x','position':'b'}")), true)});
    QCOMPARE(outcome[u"skipped"].toArray().size(), 2);
    const QJsonObject after = row(a);
    QCOMPARE(after[u"due_date"].toString(), QStringLiteral("2026-01-01"));
    QCOMPARE(after[u"rrule"].toString(), QStringLiteral("FREQ=DAILY"));
    QCOMPARE(after[u"title"].toString(), QStringLiteral("y"));
    QCOMPARE(after[u"position"].toString(), QStringLiteral("c"));
}

void TestApply::whatHasTheNewValueAlreadyIsNoConflict()
{
    const QString a = uid();
    m_client->apply(
        {create(task, a, json(QStringLiteral("{'title':'same','due_date':'2026-01-01T09:00'}")))});
    for (const bool strict : {false, true}) {
        // The old value is cast through the row's type: seconds or not is the same time.
        const QJsonObject outcome = m_client->apply(
            {update(task, a, json(QStringLiteral("{'title':'same','due_date':'2026-01-02'}")),
                    json(QStringLiteral("{'title':'old','due_date':'2026-01-01T09:00:00'}")), strict),
             update(task, a, json(QStringLiteral("{'due_date':'2026-01-01T09:00'}")))});
        QVERIFY(!outcome.contains(u"overwrote"));
        QVERIFY(!outcome.contains(u"skipped"));
    }
}

void TestApply::deletingWhatIsGoneIsApplied()
{
    for (const char* on : {"task", "list", "section", "tag", "task_tag"}) {
        const QJsonObject outcome = m_client->apply({remove(QString::fromLatin1(on), uid())});
        QCOMPARE(outcome[u"state"].toString(), QStringLiteral("applied"));
    }
}

void TestApply::creatingWhatIsThereReportsIt()
{
    const QString a = uid();
    m_client->apply({create(task, a, title(QStringLiteral("first")))});
    const QString b = uid();
    const QJsonObject outcome = m_client->apply(
        {create(task, a, title(QStringLiteral("second"))), create(task, b, title(QStringLiteral("new")))});
    QCOMPARE(outcome[u"state"].toString(), QStringLiteral("applied"));
    QCOMPARE(outcome[u"exists"].toArray(),
             (QJsonArray{json(QStringLiteral("{'on':'task','uid':'%1'}").arg(a))}));
    QCOMPARE(row(a)[u"title"].toString(), QStringLiteral("first"));
    QCOMPARE(row(b)[u"title"].toString(), QStringLiteral("new"));
}

void TestApply::anotherUsersRowsAreNotAllowed()
{
    const QString l = uid();
    const QString a = uid();
    m_client->apply({create(list, l, json(QStringLiteral("{'name':'Mine'}"))),
                     create(task, a, json(QStringLiteral("{'title':'mine'}")))});
    m_client->user = QStringLiteral("other");
    const QString tagUid = uid();
    const QJsonArray attempts{
        update(task, a, title(QStringLiteral("theirs"))),
        remove(task, a),
        remove(list, l),
        create(task, uid(), json(QStringLiteral("{'title':'x','parent':'%1'}").arg(a))),
        create(task, uid(), json(QStringLiteral("{'title':'x','list':'%1'}").arg(l))),
    };
    for (const QJsonValue& attempt : attempts)
        QCOMPARE(m_client->apply({attempt})[u"code"].toString(), QStringLiteral("not_allowed"));
    const QJsonObject tagged =
        m_client->apply({create(QStringLiteral("tag"), tagUid, json(QStringLiteral("{'name':'t'}"))),
                         create(QStringLiteral("task_tag"), uid(),
                                json(QStringLiteral("{'task':'%1','tag':'%2'}").arg(a, tagUid)))});
    QCOMPARE(tagged[u"code"].toString(), QStringLiteral("not_allowed"));
    QCOMPARE(tagged[u"sqlstate"].toString(), QStringLiteral("42501"));

    m_client->user = QStringLiteral("nobody");
    QCOMPARE(m_client->apply({create(task, uid(), title(QStringLiteral("x")))})[u"code"].toString(),
             QStringLiteral("not_allowed"));
    QCOMPARE(row(a)[u"title"].toString(), QStringLiteral("mine"));

    m_client->user = QStringLiteral("local");
    m_client->apply({remove(task, a)});
    m_client->user = QStringLiteral("other");
    QCOMPARE(m_client->apply({restore(task, a)})[u"code"].toString(), QStringLiteral("not_allowed"));
    QCOMPARE(m_client->apply({update(task, a, title(QStringLiteral("x")))})[u"code"].toString(),
             QStringLiteral("not_allowed"));
}

void TestApply::datesWithAndWithoutTime()
{
    const QString a = uid();
    m_client->apply({create(task, a, json(QStringLiteral("{'title':'x','due_date':'2026-03-29'}")))});
    QCOMPARE(column(QStringLiteral("due_date || ' ' || glow_due_has_time"), a),
             QStringLiteral("2026-03-29 00:00:00 false"));
    m_client->apply(
        {update(task, a, json(QStringLiteral("{'due_date':'2026-03-29T02:30'}")))}); // a gap of summer time
    QCOMPARE(column(QStringLiteral("due_date || ' ' || glow_due_has_time"), a),
             QStringLiteral("2026-03-29 02:30:00 true"));
    QCOMPARE(row(a)[u"due_date"].toString(), QStringLiteral("2026-03-29T02:30"));
    m_client->apply({update(task, a, json(QStringLiteral("{'due_date':null}")))});
    QVERIFY(row(a)[u"due_date"].isNull());
}

void TestApply::midnightIsATimeWhenSentAsOne()
{
    const QString a = uid();
    m_client->apply({create(task, a, json(QStringLiteral("{'title':'x','due_date':'2026-01-01T09:00'}")))});
    m_client->apply({update(task, a, json(QStringLiteral("{'due_date':'2026-01-02T00:00'}")))});
    QCOMPARE(row(a)[u"due_date"].toString(), QStringLiteral("2026-01-02T00:00"));
}

void TestApply::longNotesKeepTheirFirstPartForTheOtherProgram()
{
    const QString a = uid();
    const QString notes = QString(999, u'a') + QStringLiteral("bc");
    m_client->apply({create(
        task, a, {{QStringLiteral("title"), QStringLiteral("x")}, {QStringLiteral("notes"), notes}})});
    QCOMPARE(column(QStringLiteral("description"), a), notes.left(1000));
    QCOMPARE(column(QStringLiteral("glow_notes"), a), notes);
    m_client->apply({update(task, a, value(QStringLiteral("notes"), QStringLiteral("short")))});
    QCOMPARE(column(QStringLiteral("description || coalesce(glow_notes, '-')"), a), QStringLiteral("short-"));
    m_client->apply({update(task, a, value(QStringLiteral("notes"), notes))});
    m_client->sql(QStringLiteral("update tasks set description = 'foreign' where glow_uid = '%1'").arg(a));
    QCOMPARE(row(a)[u"notes"].toString(), QStringLiteral("foreign"));
    QCOMPARE(m_client->sql(QStringLiteral("select old ->> 'notes' from glowlist.history where uid = '%1' "
                                          "order by id desc limit 1")
                               .arg(a)),
             notes);
}

void TestApply::completionIsStampedAndReopened()
{
    const QString a = uid();
    m_client->apply({create(task, a, title(QStringLiteral("x")))});
    QJsonObject done = change({update(task, a, value(QStringLiteral("completed"), true))});
    done.insert(QStringLiteral("at"), QStringLiteral("2026-11-23T17:00:00Z"));
    m_client->send({done});
    QCOMPARE(row(a)[u"completed_at"].toString(), QStringLiteral("2026-11-23T17:00:00.000Z"));
    m_client->apply({update(task, a, value(QStringLiteral("completed"), false))});
    QVERIFY(row(a)[u"completed_at"].isNull());
}

void TestApply::hostileTextIsStoredAsTyped()
{
    const QStringList texts{
        QStringLiteral("'; DROP TABLE tasks; --"),
        QStringLiteral("<b>x</b> & \"quotes\" \\ \\n $$ $1 %s %I"),
        QString::fromUtf8("\u202Eمرحبا שלום"),
        QString::fromUtf8("👩‍👩‍👧‍👦🎉 e\u0301"),
        QString(200, u'W'),
        QString::fromUtf8("🎉").repeated(200),
        QStringLiteral("  spaces  "),
        QStringLiteral("tab\tnew\nline"),
    };
    for (const QString& text : texts) {
        const QString a = uid();
        const QJsonObject reply = m_client->send(
            {change({create(task, a, {{QStringLiteral("title"), text}, {QStringLiteral("notes"), text}})})});
        QCOMPARE(reply[u"changes"][0][u"state"].toString(), QStringLiteral("applied"));
        QCOMPARE(reply[u"rows"][u"task"][0][u"title"].toString(), text);
        QCOMPARE(row(a)[u"notes"].toString(), text);
        m_client->apply({update(task, a, title(QStringLiteral("other")), title(text), true)});
        QCOMPARE(row(a)[u"title"].toString(), QStringLiteral("other"));
    }
}

void TestApply::aMillionCharactersAreRefusedNotCut()
{
    const QString a = uid();
    QCOMPARE(m_client->apply({create(task, a, title(QString(1000000, u'x')))})[u"code"].toString(),
             QStringLiteral("too_long"));
    QVERIFY(row(a).isEmpty());
}

void TestApply::subtasksFollowTheirParent()
{
    const QString l = uid();
    const QString a = uid();
    const QString b = uid();
    const QString c = uid();
    const auto under = [](const QString& parent, const char* position) {
        return json(QStringLiteral("{'title':'x','parent':'%1','position':'%2'}")
                        .arg(parent, QString::fromLatin1(position)));
    };
    m_client->apply({create(list, l, json(QStringLiteral("{'name':'L'}"))),
                     create(task, a, json(QStringLiteral("{'title':'a','position':'a'}"))),
                     create(task, b, under(a, "b")), create(task, c, under(b, "c"))});
    QCOMPARE(row(c)[u"path"].toString(), QStringLiteral("a/b/c"));
    QCOMPARE(row(a)[u"subtasks_total"].toInt(), 1);

    const QJsonObject moved =
        m_client->send({change({update(task, a, json(QStringLiteral("{'position':'z'}")))})});
    QCOMPARE(row(c)[u"path"].toString(), QStringLiteral("z/b/c"));
    QCOMPARE(moved[u"rows"][u"task"].toArray().size(), 3);
    QCOMPARE(row(c)[u"updated_at"], row(c)[u"created_at"]); // a new place is no news

    m_client->apply({update(task, a, value(QStringLiteral("list"), l))});
    QCOMPARE(row(c)[u"list"].toString(), l);
    m_client->apply({update(task, b, json(QStringLiteral("{'parent':null,'position':'q'}")))});
    QCOMPARE(row(c)[u"path"].toString(), QStringLiteral("q/c"));
    QCOMPARE(row(b)[u"list"].toString(), l);
    // A subtask that is put into another list alone does not stay below its parent.
    m_client->apply({update(task, c, value(QStringLiteral("list"), QJsonValue::Null))});
    QVERIFY(row(c)[u"parent"].isNull());
    QCOMPARE(row(c)[u"path"].toString(), QStringLiteral("c"));
}

void TestApply::cyclesAreRefused()
{
    const QString a = uid();
    const QString b = uid();
    const QString l = uid();
    const QString m = uid();
    m_client->apply({create(task, a, title(QStringLiteral("a"))),
                     create(task, b, json(QStringLiteral("{'title':'b','parent':'%1'}").arg(a))),
                     create(list, l, json(QStringLiteral("{'name':'l'}"))),
                     create(list, m, json(QStringLiteral("{'name':'m','parent':'%1'}").arg(l)))});
    const auto under = [](const QString& parent) { return value(QStringLiteral("parent"), parent); };
    QCOMPARE(m_client->apply({update(task, a, under(b))})[u"code"].toString(), QStringLiteral("cycle"));
    QCOMPARE(m_client->apply({update(task, a, under(a))})[u"code"].toString(), QStringLiteral("cycle"));
    QCOMPARE(m_client->apply({update(list, l, under(m))})[u"code"].toString(), QStringLiteral("cycle"));
    const QString self = uid();
    QCOMPARE(m_client
                 ->apply({create(task, self,
                                 json(QStringLiteral("{'title':'s','parent':'%1'}").arg(self)))})[u"code"]
                 .toString(),
             QStringLiteral("cycle"));
    // Two moves in one change that are a cycle only together.
    const QString c = uid();
    m_client->apply({create(task, c, title(QStringLiteral("c")))});
    QCOMPARE(m_client->apply({update(task, a, under(c)), update(task, c, under(b))})[u"code"].toString(),
             QStringLiteral("cycle"));
    QVERIFY(row(a)[u"parent"].isNull());
}

void TestApply::tooManyOperationsAreRefused()
{
    QJsonArray operations;
    for (int i = 0; i < 5001; ++i)
        operations.append(remove(task, uid()));
    const QJsonObject outcome = m_client->apply(operations);
    QCOMPARE(outcome[u"state"].toString(), QStringLiteral("refused"));
    QCOMPARE(outcome[u"code"].toString(), QStringLiteral("invalid"));
    operations.removeLast();
    QCOMPARE(m_client->apply(operations)[u"state"].toString(), QStringLiteral("applied"));
}

void TestApply::tooManyBytesAreRefused()
{
    QJsonArray operations;
    for (int i = 0; i < 45; ++i)
        operations.append(create(task, uid(),
                                 {{QStringLiteral("title"), QStringLiteral("big")},
                                  {QStringLiteral("notes"), QString(99999, u'n')}}));
    const QJsonObject outcome = m_client->apply(operations);
    QCOMPARE(outcome[u"state"].toString(), QStringLiteral("refused"));
    QCOMPARE(m_client->sql(QStringLiteral("select count(*) from tasks where title = 'big'")),
             QStringLiteral("0"));
}

void TestApply::anUnreadableRequestIsAnError()
{
    for (const char* request : {"{}", "{'v':2,'changes':[]}", "{'v':1,'changes':{}}"})
        QVERIFY(m_client->run(json(QString::fromLatin1(request))).error.has_value());
    QCOMPARE(m_client->send({QJsonObject()})[u"changes"][0][u"code"].toString(), QStringLiteral("invalid"));
    const QJsonArray broken{
        json(QStringLiteral("{'do':'explode','on':'task','uid':'%1'}").arg(uid())),
        json(QStringLiteral("{'do':'create','on':'unicorn','uid':'%1'}").arg(uid())),
        json(QStringLiteral("{'do':'create','on':'task','uid':'5','set':{'title':'x'}}")),
        json(QStringLiteral("{'do':'create','on':'task'}")),
        json(QStringLiteral("{'do':'update','on':'task','uid':'%1','set':[1]}").arg(uid())),
        json(QStringLiteral("{'do':'revert','group':'%1'}").arg(uid())),
        QJsonValue(7),
    };
    for (const QJsonValue& operation : broken) {
        const QJsonObject outcome = m_client->apply({operation});
        QCOMPARE(outcome[u"state"].toString(), QStringLiteral("refused"));
        QCOMPARE(outcome[u"code"].toString(), QStringLiteral("invalid"));
    }
    QJsonObject shapeless = change({});
    shapeless.insert(QStringLiteral("ops"), QStringLiteral("none"));
    QCOMPARE(m_client->send({shapeless})[u"changes"][0][u"state"].toString(), QStringLiteral("refused"));
}

void TestApply::positionsAreMadeWhereNoneIsSent()
{
    QJsonArray operations;
    for (int i = 0; i < 50; ++i)
        operations.append(create(task, uid(), title(QStringLiteral("placed %1").arg(i, 2, 10, QChar(u'0')))));
    m_client->apply(operations);
    QCOMPARE(m_client->sql(QStringLiteral(
                 "select string_agg(title, ',' order by glow_path) = string_agg(title, ',' order by title) "
                 "from tasks where title like 'placed%'")),
             QStringLiteral("true"));
    QCOMPARE(m_client->sql(QStringLiteral("select count(*) from tasks where title like 'placed%' and "
                                          "glow_path !~ '^[0-9a-f]{14}[0-9A-Za-z]{4}$'")),
             QStringLiteral("0"));
}

void TestApply::aNewColumnNeedsOnlyARowInTheFieldTable()
{
    m_client->sql(
        QStringLiteral("alter table tasks add column glow_energy integer; insert into glowlist.field "
                       "(entity, name, \"column\") values ('task', 'energy', 'glow_energy'); select 1"));
    const QString a = uid();
    const QJsonValue made = m_client->send(
        {change({create(task, a, json(QStringLiteral("{'title':'x','energy':3}")))})})[u"rows"][u"task"][0];
    QCOMPARE(made[u"energy"].toInt(), 3);
    QCOMPARE(
        m_client->apply({update(task, a, value(QStringLiteral("energy"), QStringLiteral("much")))})[u"code"]
            .toString(),
        QStringLiteral("invalid"));
    const QJsonObject outcome = m_client->apply(
        {update(task, a, value(QStringLiteral("energy"), 5), value(QStringLiteral("energy"), 1), true)});
    QCOMPARE(outcome[u"skipped"][0][u"found"].toInt(), 3);
}

void TestApply::aRunOfUpdatesJudgesEachRow()
{
    QStringList uids;
    QJsonArray made;
    for (int i = 0; i < 6; ++i) {
        uids.append(uid());
        made.append(create(task, uids.at(i),
                           json(QStringLiteral("{'title':'t','priority':'low','due_date':'2026-01-01'}"))));
    }
    m_client->apply(made);
    m_client->apply({update(task, uids.at(1), value(QStringLiteral("priority"), QStringLiteral("urgent"))),
                     remove(task, uids.at(2))});
    const QJsonObject high = value(QStringLiteral("priority"), QStringLiteral("high"));
    const QJsonObject low = value(QStringLiteral("priority"), QStringLiteral("low"));
    QJsonArray run;
    for (const QString& each : uids)
        run.append(update(task, each, high, low));
    run.append(update(task, uids.at(5), value(QStringLiteral("priority"), QStringLiteral("none")), high));
    const QJsonObject outcome = m_client->apply(run);
    QCOMPARE(outcome[u"state"].toString(), QStringLiteral("applied"));
    QCOMPARE(outcome[u"overwrote"].toArray(),
             (QJsonArray{
                 json(QStringLiteral("{'uid':'%1','field':'priority','found':'urgent'}").arg(uids.at(1)))}));
    QCOMPARE(outcome[u"restored"].toArray(),
             (QJsonArray{json(QStringLiteral("{'on':'task','uid':'%1'}").arg(uids.at(2)))}));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(row(uids.at(i))[u"priority"].toString(), QStringLiteral("high"));
    QCOMPARE(row(uids.at(5))[u"priority"].toString(), QStringLiteral("none"));

    QJsonArray strict;
    for (const QString& each : uids)
        strict.append(update(task, each, json(QStringLiteral("{'due_date':'2026-02-02T10:00'}")),
                             json(QStringLiteral("{'due_date':'2026-01-01'}")), true));
    m_client->apply({update(task, uids.at(3), json(QStringLiteral("{'due_date':'2026-01-01T00:00'}")))});
    QCOMPARE(
        m_client->apply(strict)[u"skipped"].toArray(),
        (QJsonArray{json(
            QStringLiteral("{'uid':'%1','field':'due_date','found':'2026-01-01T00:00'}").arg(uids.at(3)))}));
    QCOMPARE(row(uids.at(0))[u"due_date"].toString(), QStringLiteral("2026-02-02T10:00"));
}

void TestApply::theFaultyUpdateOfARunIsNamed()
{
    QStringList uids;
    QJsonArray made;
    QJsonArray run;
    for (int i = 0; i < 4; ++i) {
        uids.append(uid());
        made.append(create(task, uids.at(i), title(QStringLiteral("t"))));
        run.append(update(task, uids.at(i), title(i == 2 ? QString(201, u'x') : QStringLiteral("new"))));
    }
    m_client->apply(made);
    QCOMPARE(m_client->apply(run)[u"op"].toInt(), 2);
    run[2] = update(task, uid(), title(QStringLiteral("new")));
    QCOMPARE(m_client->apply(run)[u"op"].toInt(), 2);
    run[2] = update(task, uids.at(2), title(QStringLiteral("new")));
    m_client->user = QStringLiteral("other");
    QCOMPARE(m_client->apply(run)[u"code"].toString(), QStringLiteral("not_allowed"));
    QCOMPARE(row(uids.at(0))[u"title"].toString(), QStringLiteral("t"));
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    store::Database::loadDriver();
    TestApply test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_apply.moc"
