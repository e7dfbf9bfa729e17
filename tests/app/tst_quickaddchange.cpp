#include "app/quickadd/quickaddbatch.h"
#include "app/quickadd/quickaddpreview.h"
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
    void remindersAreStoredOnce();
    void aReminderHasItsChip();
    void aRuleIsStoredWithItsFirstDay();
    void aSectionIsFoundOrMadeInItsList();
    void severalLinesShareWhatTheyName();
    void manyLinesGoInPortionsThatKeepTasksWhole();
    void pastedLinesBecomeReadings();
    void theEndOfALongTitleGoesToTheNotes_data();
    void theEndOfALongTitleGoesToTheNotes();

private:
    app::QuickAddOperations make(const app::QuickAddDefaults& defaults) const
    {
        return app::quickAddOperations(m_reading, defaults, m_catalogue, QDateTime::currentDateTimeUtc());
    }

    core::Catalogue m_catalogue;
    core::QuickAddContext m_context{QDateTime({2026, 11, 23}, {16, 40}),
                                    QLocale::c(),
                                    core::allQuickAddParts,
                                    core::QuickAddProfile::Glowlist,
                                    {}};
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

void TestQuickAddChange::remindersAreStoredOnce()
{
    m_reading = core::parseQuickAdd(
        QStringLiteral("Call tomorrow 9:00 !1 day before !60 min before remind:1h !18:00"), m_context);
    QCOMPARE(m_reading.title, QStringLiteral("Call"));
    const app::QuickAddOperations made = make({});
    QStringList values;
    for (const core::Operation& each : made.operations) {
        if (each.on == core::Entity::Reminder) {
            const core::Reminder reminder = core::reminderFromFields(each.uid, each.set);
            QCOMPARE(each.uid, core::reminderUid(made.task, reminder));
            QCOMPARE(QUuid(each.set[u"task"].toString()), made.task);
            values.append(reminder.toText());
        }
    }
    QCOMPARE(values.join(u' '), QStringLiteral("-P1D -PT1H 2026-11-23T18:00"));
}

void TestQuickAddChange::aReminderHasItsChip()
{
    m_reading = core::parseQuickAdd(QStringLiteral("Call !1 day before @phone !18:00 remind:90m"), m_context);
    QStringList texts;
    for (const app::QuickAddChip& chip : app::quickAddChips(m_reading, m_catalogue, QDate(2026, 11, 23))) {
        if (chip.token.part == core::QuickAddPart::Reminder) {
            QCOMPARE(chip.icon, QStringLiteral("bell"));
            texts.append(chip.text);
        }
    }
    QCOMPARE(texts, (QStringList{QStringLiteral("1 day(s) before"), QStringLiteral("Today, 18:00"),
                                 QStringLiteral("1 h 30 min before")}));
}

void TestQuickAddChange::aRuleIsStoredWithItsFirstDay()
{
    m_reading = core::parseQuickAdd(QStringLiteral("Gym every! 2 weeks from 2026-12-01"), m_context);
    const QJsonObject set = make({}).operations.constFirst().set;
    QCOMPARE(set.value(QStringLiteral("rrule")).toString(), QStringLiteral("FREQ=WEEKLY;INTERVAL=2"));
    QCOMPARE(set.value(QStringLiteral("from_completion")).toBool(), true);
    QCOMPARE(set.value(QStringLiteral("due_date")).toString(), QStringLiteral("2026-12-01"));
}

void TestQuickAddChange::aSectionIsFoundOrMadeInItsList()
{
    const QUuid supplies = core::newUid();
    m_catalogue.sections = {{core::newUid(), QStringLiteral("Supplies"), core::newUid(), {}},
                            {supplies, QStringLiteral("Supplies"), m_home, {}}};
    m_reading = core::parseQuickAdd(QStringLiteral("Paint #Home /supplies"), m_context);
    QList<core::Operation> operations = make({}).operations;
    QCOMPARE(operations.size(), 1);
    QCOMPARE(operations.at(0).set.value(QStringLiteral("section")).toString(), core::uidText(supplies));
    m_reading = core::parseQuickAdd(QStringLiteral("Paint #Shed /Tools"), m_context);
    operations = make({}).operations;
    QCOMPARE(operations.size(), 3);
    QCOMPARE(operations.at(1).on, core::Entity::Section);
    QCOMPARE(operations.at(1).set.value(QStringLiteral("list")).toString(),
             core::uidText(operations.at(0).uid));
    QCOMPARE(operations.at(2).set.value(QStringLiteral("section")).toString(),
             core::uidText(operations.at(1).uid));
}

void TestQuickAddChange::severalLinesShareWhatTheyName()
{
    const auto readings =
        app::readPastedLines(QStringLiteral("a #New @x\nb #new /Part\nc #New /part @X"), m_context);
    const app::QuickAddBatch batch =
        app::quickAddBatch(readings, {}, m_catalogue, QDateTime::currentDateTimeUtc());
    QCOMPARE(batch.portions.size(), 1);
    QHash<core::Entity, int> made;
    QStringList places;
    for (const core::Operation& operation : batch.portions.constFirst()) {
        ++made[operation.on];
        if (operation.on == core::Entity::Task)
            places.append(operation.set.value(QStringLiteral("position")).toString());
    }
    QCOMPARE(made.value(core::Entity::List), 1);
    QCOMPARE(made.value(core::Entity::Section), 1);
    QCOMPARE(made.value(core::Entity::Tag), 1);
    QCOMPARE(made.value(core::Entity::Task), 3);
    QVERIFY(std::is_sorted(places.begin(), places.end()));
    QCOMPARE(batch.tasks.size(), 3);
}

void TestQuickAddChange::manyLinesGoInPortionsThatKeepTasksWhole()
{
    const auto readings = app::readPastedLines(QStringLiteral("a @x @y\n").repeated(3000), m_context);
    const app::QuickAddBatch batch =
        app::quickAddBatch(readings, {}, m_catalogue, QDateTime::currentDateTimeUtc());
    QCOMPARE(batch.portions.size(), 2);
    for (const QList<core::Operation>& portion : batch.portions) {
        QVERIFY(portion.size() <= 5000);
        QVERIFY(portion.constFirst().on != core::Entity::TaskTag);
    }
}

void TestQuickAddChange::pastedLinesBecomeReadings()
{
    const auto readings = app::readPastedLines(
        QStringLiteral("- [ ] Milk p1\r\n\r\n   \np1 @errand\n\"tomorrow\"\n") + QString(300, u'x'),
        m_context);
    QCOMPARE(readings.size(), 4);
    QCOMPARE(readings.at(0).title, QStringLiteral("Milk"));
    QCOMPARE(readings.at(0).priority, core::Priority::High);
    QCOMPARE(readings.at(1).title, QStringLiteral("p1 @errand"));
    QVERIFY(!readings.at(1).priority && readings.at(1).tags.isEmpty());
    QCOMPARE(readings.at(2).title, QStringLiteral("tomorrow"));
    const app::QuickAddBatch batch =
        app::quickAddBatch(readings, {}, m_catalogue, QDateTime::currentDateTimeUtc());
    QCOMPARE(batch.shortened, 1);
}

void TestQuickAddChange::theEndOfALongTitleGoesToTheNotes_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("kept");
    QTest::addColumn<QString>("notes");
    QTest::newRow("fits") << QString(200, u'x') << QString(200, u'x') << QStringLiteral("old");
    QTest::newRow("one word") << QString(205, u'x') << QString(200, u'x') << QStringLiteral("xxxxx\nold");
    QTest::newRow("words") << QString(190, u'x') + QStringLiteral(" overflowing words") << QString(190, u'x')
                           << QStringLiteral("overflowing words\nold");
    QTest::newRow("emoji") << QStringLiteral("😀").repeated(201) << QStringLiteral("😀").repeated(200)
                           << QStringLiteral("😀\nold");
}

void TestQuickAddChange::theEndOfALongTitleGoesToTheNotes()
{
    QFETCH(const QString, title);
    m_reading.title = title;
    m_reading.note = QStringLiteral("old");
    const bool moved = app::moveEndOfTitleToNotes(m_reading);
    QCOMPARE(moved, m_reading.title != title);
    QTEST(m_reading.title, "kept");
    QTEST(m_reading.note, "notes");
}

QTEST_APPLESS_MAIN(TestQuickAddChange)
#include "tst_quickaddchange.moc"
