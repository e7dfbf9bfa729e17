#include "core/filter/filtermatcher.h"
#include "core/filter/filterparser.h"
#include "core/taskfield.h"
#include "core/uid.h"
#include "store/filtersql.h"
#include "support/builders.h"

#include <QtTest>

using namespace glow;

/// SQL on a real server finds what the slow matcher finds.
class TestFilterSql : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void findsWhatTheMatcherFinds();
    void takesHostileTextAsText();

private:
    void addOuterList();
    void addSection();
    void addTask();
    void addBlocker(core::Task& task, const core::Task& blocker);
    QSet<QUuid> asked(const core::FilterNode& node);
    QSet<QUuid> expected(const core::FilterNode& node) const;

    const QDateTime m_now = QDateTime(QDate(2026, 3, 11), QTime(10, 0), Qt::UTC);
    QRandomGenerator m_random{20261124};
    tests::TemporaryServer m_server;
    tests::Builder m_builder{m_server};
    store::Database m_database;
    core::Catalogue m_catalogue;
    QList<core::Task> m_tasks;
};

static const QStringList titleWords =
    QStringLiteral("Buy MILK Ärzte 100% a_b \\x 'quote' привет 日本 %1 two").split(u' ');

void TestFilterSql::initTestCase()
{
    for (const auto& name : {QStringLiteral("Work"), QStringLiteral("Two words"), QStringLiteral("Über")})
        m_catalogue.lists.append({m_builder.list(name), name, {}, {}, {}, false});
    addOuterList();
    addSection();
    for (const auto& name : {QStringLiteral("errand"), QStringLiteral("Später"), QStringLiteral("50%")})
        m_catalogue.tags.append({m_builder.tag(name), name, {}});
    for (int i = 0; i < 120; ++i)
        addTask();
    QVERIFY(m_database.open(m_builder.database()));
}

/// Around "Work" and the list in it.
void TestFilterSql::addOuterList()
{
    const QUuid outer = m_builder.list(QStringLiteral("Outer"));
    m_catalogue.lists.append({outer, QStringLiteral("Outer"), {}, {}, {}, false});
    for (const auto& [inner, parent] : {std::pair(0, outer), std::pair(1, m_catalogue.lists.at(0).uid)}) {
        m_builder.apply({tests::operation(core::Verb::Update, core::Entity::List,
                                          m_catalogue.lists.at(inner).uid,
                                          {{QStringLiteral("parent"), core::uidText(parent)}})});
        m_catalogue.lists[inner].parent = parent;
    }
}

void TestFilterSql::addSection()
{
    const core::Section section{core::newUid(), QStringLiteral("Later"), m_catalogue.lists.at(2).uid,
                                QStringLiteral("a")};
    m_builder.apply({tests::operation(core::Verb::Create, core::Entity::Section, section.uid,
                                      {{QStringLiteral("name"), section.name},
                                       {QStringLiteral("list"), core::uidText(section.list)},
                                       {QStringLiteral("position"), section.position}})});
    m_catalogue.sections.append(section);
}

void TestFilterSql::addTask()
{
    const auto one = [this](const auto& all) {
        return all.at(m_random.bounded(static_cast<int>(all.size())));
    };
    core::Task task;
    task.title = one(titleWords) + u' ' + one(titleWords);
    if (m_random.bounded(2) == 0)
        task.notes = one(titleWords);
    if (m_random.bounded(3) > 0)
        task.due = core::WallTime{QDate(2026, 3, 11).addDays(m_random.bounded(-4, 9)), {}};
    if (task.due && m_random.bounded(2) == 0)
        task.due->time = one(QList<QTime>{QTime(0, 0), QTime(9, 30), QTime(23, 59)});
    task.priority = one(QStringList{QStringLiteral("none"), QStringLiteral("low"), QStringLiteral("medium"),
                                    QStringLiteral("high"), QStringLiteral("urgent")});
    if (m_random.bounded(2) == 0)
        task.list = one(m_catalogue.lists).uid;
    if (m_random.bounded(2) == 0)
        task.tags.append(one(m_catalogue.tags).uid);
    task.completed = m_random.bounded(4) == 0;
    task.updatedAt = m_now.addDays(-m_random.bounded(0, 20)).addSecs(m_random.bounded(-3, 4));
    if (task.list == m_catalogue.sections.constFirst().list && m_random.bounded(2) == 0)
        task.section = m_catalogue.sections.constFirst().uid;
    if (m_random.bounded(2) == 0)
        task.start = core::WallTime{QDate(2026, 3, 11).addDays(m_random.bounded(-1, 2)), {}};
    if (m_random.bounded(2) == 0)
        task.deadline = core::WallTime{QDate(2026, 3, 11).addDays(m_random.bounded(-2, 3)), QTime(8, 0)};
    if (m_random.bounded(3) == 0)
        task.estimateMinutes = 30;
    if (task.due && m_random.bounded(3) == 0)
        task.rrule = QStringLiteral("FREQ=DAILY");
    if (!m_tasks.isEmpty() && m_random.bounded(3) == 0) {
        core::Task& above = m_tasks[m_random.bounded(static_cast<int>(m_tasks.size()))];
        task.parent = above.uid;
        task.list = above.list;
        task.section = above.section;
        ++above.subtasksTotal;
    }
    task.createdAt = task.updatedAt.addDays(-m_random.bounded(0, 3));
    QStringList fields;
    for (const core::TaskField& field : core::taskFields())
        fields.append(QString::fromLatin1(field.name));
    fields.removeAll(QStringLiteral("position"));
    fields.removeAll(QStringLiteral("title"));
    task.uid = m_builder.task(task.title, core::taskValues(task, fields), task.tags);
    if (task.completed)
        task.completedAt = m_now.addDays(-m_random.bounded(0, 9)).addSecs(m_random.bounded(-40000, 40000));
    const auto literal = [](const QDateTime& time) {
        return time.isValid() ? time.toString(u"''yyyy-MM-dd HH:mm:ss''") : QStringLiteral("null");
    };
    m_builder.sql(QStringLiteral("update public.tasks set updated_at = %1, created_at = %2, "
                                 "glow_completed_at = %3 where glow_uid = '%4'")
                      .arg(literal(task.updatedAt), literal(task.createdAt), literal(task.completedAt),
                           core::uidText(task.uid)));
    if (!m_tasks.isEmpty() && m_random.bounded(3) == 0)
        addBlocker(task, one(m_tasks));
    m_tasks.append(task);
}

void TestFilterSql::addBlocker(core::Task& task, const core::Task& blocker)
{
    m_builder.apply({tests::operation(core::Verb::Create, core::Entity::Dependency,
                                      core::dependencyUid(task.uid, blocker.uid),
                                      {{QStringLiteral("task"), core::uidText(task.uid)},
                                       {QStringLiteral("blocker"), core::uidText(blocker.uid)}})});
    if (!blocker.completed)
        task.openBlockers.append(blocker.uid);
}

QSet<QUuid> TestFilterSql::asked(const core::FilterNode& node)
{
    const auto rows = m_database.query(QStringLiteral("select t.glow_uid::text from public.tasks t where ") +
                                       store::filtersql::condition(node, QStringLiteral("t"), m_now));
    if (!rows)
        qFatal("%s", qPrintable(rows.error().detail));
    QSet<QUuid> uids;
    for (const store::Row& row : rows.value().constFirst())
        uids.insert(QUuid(row.constFirst().toString()));
    return uids;
}

QSet<QUuid> TestFilterSql::expected(const core::FilterNode& node) const
{
    QSet<QUuid> uids;
    for (const core::Task& task : m_tasks) {
        if (core::matches(node, task, m_catalogue, m_now))
            uids.insert(task.uid);
    }
    return uids;
}

void TestFilterSql::findsWhatTheMatcherFinds()
{
    static const QStringList atoms{QStringLiteral("buy"),
                                   QStringLiteral("\"milk\""),
                                   QStringLiteral("ärzte"),
                                   QStringLiteral("%"),
                                   QStringLiteral("a_b"),
                                   QStringLiteral("\\x"),
                                   QStringLiteral("ПРИВЕТ"),
                                   QStringLiteral("本"),
                                   QStringLiteral("'quote'"),
                                   QStringLiteral("%1"),
                                   QStringLiteral("tag:ERRAND"),
                                   QStringLiteral("tag:später"),
                                   QStringLiteral("tag:50%"),
                                   QStringLiteral("tag:none"),
                                   QStringLiteral("list:work"),
                                   QStringLiteral("list:\"two words\""),
                                   QStringLiteral("list:ÜBER"),
                                   QStringLiteral("list:inbox"),
                                   QStringLiteral("priority:medium"),
                                   QStringLiteral("priority>=low"),
                                   QStringLiteral("priority<medium"),
                                   QStringLiteral("priority>none"),
                                   QStringLiteral("no due"),
                                   QStringLiteral("no tag"),
                                   QStringLiteral("today"),
                                   QStringLiteral("overdue"),
                                   QStringLiteral("due: tomorrow"),
                                   QStringLiteral("due before: friday"),
                                   QStringLiteral("due after: 2026-03-12"),
                                   QStringLiteral("completed"),
                                   QStringLiteral("changed in 7 days"),
                                   QStringLiteral("blocked"),
                                   QStringLiteral("list:outer"),
                                   QStringLiteral("section:later"),
                                   QStringLiteral("no list"),
                                   QStringLiteral("no section"),
                                   QStringLiteral("has: notes"),
                                   QStringLiteral("has: subtasks"),
                                   QStringLiteral("has: parent"),
                                   QStringLiteral("has: priority"),
                                   QStringLiteral("has: estimate"),
                                   QStringLiteral("recurring"),
                                   QStringLiteral("due in 3 days"),
                                   QStringLiteral("due<=tomorrow"),
                                   QStringLiteral("start: today"),
                                   QStringLiteral("no start"),
                                   QStringLiteral("deadline after: today"),
                                   QStringLiteral("created before: today"),
                                   QStringLiteral("created in 3 days"),
                                   QStringLiteral("changed after: 2026-03-01"),
                                   QStringLiteral("changed: 2026-03-09"),
                                   QStringLiteral("completed after: yesterday"),
                                   QStringLiteral("completed in 1 week")};
    static const QStringList joints{QStringLiteral(" "), QStringLiteral(" & "), QStringLiteral(" | ")};
    for (int i = 0; i < 400; ++i) {
        QString query;
        for (int length = i < atoms.size() ? 0 : m_random.bounded(4); length >= 0; --length) {
            const QString atom =
                i < atoms.size() ? atoms.at(i) : atoms.at(m_random.bounded(static_cast<int>(atoms.size())));
            const QString piece = m_random.bounded(3) == 0 ? QStringLiteral("!(") + atom + u')' : atom;
            query = query.isEmpty() ? piece : u'(' + query + joints.at(m_random.bounded(3)) + piece + u')';
        }
        const core::ParsedFilter filter = core::parseFilter(query, m_now, QLocale(QStringLiteral("de-DE")));
        QVERIFY2(filter.ok(), qPrintable(query + filter.error));
        QVERIFY2(asked(filter.root) == expected(filter.root), qPrintable(query));
    }
}

void TestFilterSql::takesHostileTextAsText()
{
    for (const auto& text :
         {QStringLiteral("'; drop table tasks; --"), QStringLiteral("\\'"), QStringLiteral("%1%2"),
          QStringLiteral("$$"), QStringLiteral("\U0001f600"), QStringLiteral("%_\\")}) {
        for (const auto kind :
             {core::FilterNode::Kind::Words, core::FilterNode::Kind::Tag, core::FilterNode::Kind::List}) {
            core::FilterNode node;
            node.kind = kind;
            node.text = text;
            QCOMPARE(asked(node), expected(node));
        }
    }
}

QTEST_GUILESS_MAIN(TestFilterSql)
#include "tst_filtersql.moc"
