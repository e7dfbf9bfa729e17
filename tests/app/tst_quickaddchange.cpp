#include "app/quickadd/quickaddchange.h"
#include "core/uid.h"

#include <QtTest>

using namespace glow;

class TestQuickAddChange : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void theViewsDefaultsFillWhatTheLineDoesNotSay();
    void typedTokensWin();
    void aMissingListAndTagAreMadeBeforeTheTask();
    void tagsAreLinkedOnce();

private:
    app::QuickAddOperations make(const app::QuickAddDefaults& defaults) const
    {
        return app::quickAddOperations(m_reading, defaults, m_catalogue, QDateTime::currentDateTimeUtc());
    }

    core::Catalogue m_catalogue;
    core::QuickAddResult m_reading;
    QUuid m_home = core::newUid();
    QUuid m_phone = core::newUid();
};

void TestQuickAddChange::init()
{
    m_catalogue = {};
    m_catalogue.tagNamespace = core::newUid();
    m_catalogue.lists = {
        {m_home, QStringLiteral("Home"), QStringLiteral("1"), {}, QStringLiteral("a"), false}};
    m_catalogue.tags = {{m_phone, QStringLiteral("phone"), {}}};
    m_reading = {};
    m_reading.title = QStringLiteral("'; DROP TABLE tasks; --");
}

void TestQuickAddChange::theViewsDefaultsFillWhatTheLineDoesNotSay()
{
    app::QuickAddDefaults defaults;
    defaults.due = core::WallTime::fromText(u"2026-11-23");
    defaults.list = m_home;
    defaults.tag = m_phone;
    const app::QuickAddOperations made = make(defaults);
    QCOMPARE(made.operations.size(), 2);
    const QJsonObject set = made.operations.constFirst().set;
    QCOMPARE(set.value(QStringLiteral("title")).toString(), m_reading.title);
    QCOMPARE(set.value(QStringLiteral("due_date")).toString(), QStringLiteral("2026-11-23"));
    QCOMPARE(set.value(QStringLiteral("list")).toString(), core::uidText(m_home));
    QVERIFY(!set.value(QStringLiteral("position")).toString().isEmpty());
    QVERIFY(!set.contains(QStringLiteral("notes")));
    QCOMPARE(made.operations.constLast().uid, core::taskTagUid(made.task, m_phone));
}

void TestQuickAddChange::typedTokensWin()
{
    app::QuickAddDefaults defaults;
    defaults.due = core::WallTime::fromText(u"2026-11-23");
    m_reading.due = core::WallTime::fromText(u"2026-11-27T09:00");
    m_reading.list = QStringLiteral("HOME");
    m_reading.priority = core::Priority::High;
    const QJsonObject set = make(defaults).operations.constFirst().set;
    QCOMPARE(set.value(QStringLiteral("due_date")).toString(), QStringLiteral("2026-11-27T09:00"));
    QCOMPARE(set.value(QStringLiteral("list")).toString(), core::uidText(m_home));
    QCOMPARE(set.value(QStringLiteral("priority")).toString(), QStringLiteral("high"));
}

void TestQuickAddChange::aMissingListAndTagAreMadeBeforeTheTask()
{
    m_reading.list = QStringLiteral("Garden");
    m_reading.tags = {QStringLiteral("errand")};
    const QList<core::Operation> operations = make({}).operations;
    QCOMPARE(operations.size(), 4);
    QCOMPARE(operations.at(0).on, core::Entity::List);
    QCOMPARE(operations.at(1).on, core::Entity::Tag);
    QCOMPARE(operations.at(1).uid, core::tagUid(m_catalogue.tagNamespace, QStringLiteral("errand")));
    QCOMPARE(operations.at(2).set.value(QStringLiteral("list")).toString(),
             core::uidText(operations.at(0).uid));
}

void TestQuickAddChange::tagsAreLinkedOnce()
{
    app::QuickAddDefaults defaults;
    defaults.tag = m_phone;
    m_reading.tags = {QStringLiteral("Phone")};
    QCOMPARE(make(defaults).operations.size(), 2);
}

QTEST_APPLESS_MAIN(TestQuickAddChange)
#include "tst_quickaddchange.moc"
