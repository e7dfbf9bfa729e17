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
    for (const auto& name : {QStringLiteral("errand"), QStringLiteral("Später"), QStringLiteral("50%")})
        m_catalogue.tags.append({m_builder.tag(name), name, {}});
    for (int i = 0; i < 120; ++i)
        addTask();
    QVERIFY(m_database.open(m_builder.database()));
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
    task.uid = m_builder.task(task.title,
                              core::taskValues(task, {QStringLiteral("notes"), QStringLiteral("due_date"),
                                                      QStringLiteral("priority"), QStringLiteral("list"),
                                                      QStringLiteral("completed")}),
                              task.tags);
    m_builder.sql(QStringLiteral("update public.tasks set updated_at = '%1' where glow_uid = '%2'")
                      .arg(task.updatedAt.toString(u"yyyy-MM-dd HH:mm:ss"), core::uidText(task.uid)));
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
                                   QStringLiteral("blocked")};
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
