#include "core/filter/filtermatcher.h"
#include "core/filter/filterparser.h"
#include "core/filter/filtertext.h"
#include "core/uid.h"

#include <QtTest>

using namespace glow::core;

class TestFilter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsTasks_data();
    void findsTasks();
    void namesTheBrokenWord_data();
    void namesTheBrokenWord();
    void bindsNotBeforeAndBeforeOr();
    void takesOrderAndGroupsFromAnywhere();
    void saysInWordsWhatItAsksFor_data();
    void saysInWordsWhatItAsksFor();
    void survivesRandomQueries();
};

static const QDateTime now = QDateTime::fromString(QStringLiteral("2026-03-11T10:00"), Qt::ISODate);

static ParsedFilter parsed(const QString& query)
{
    return parseFilter(query, now, QLocale(QStringLiteral("en-GB")));
}

struct Sample {
    Catalogue catalogue;
    QList<Task> tasks;

    Sample()
    {
        catalogue.lists = {{newUid(), QStringLiteral("Work"), {}, {}, {}, false},
                           {newUid(), QStringLiteral("Two words"), {}, {}, {}, false}};
        catalogue.lists.append({newUid(), QStringLiteral("Outer"), {}, {}, {}, false});
        catalogue.lists[1].parent = catalogue.lists.at(2).uid;
        catalogue.tags = {{newUid(), QStringLiteral("errand"), {}}};
        add(QStringLiteral("today"), QStringLiteral("2026-03-11T17:00"), QStringLiteral("high"));
        add(QStringLiteral("late 100%"), QStringLiteral("2026-03-10"), QStringLiteral("low"));
        add(QStringLiteral("friday"), QStringLiteral("2026-03-13"), QStringLiteral("urgent"));
        add(QStringLiteral("someday_maybe"), QString(), QStringLiteral("none"));
        tasks[0].list = catalogue.lists.at(0).uid;
        tasks[1].list = catalogue.lists.at(1).uid;
        tasks[1].tags = {catalogue.tags.at(0).uid};
        tasks[2].notes = QStringLiteral("Ring ÄRZTE first");
        tasks[3].completed = true;
        tasks[2].openBlockers = {newUid()};
        tasks[3].openBlockers = {newUid()};
        tasks[0].rrule = QStringLiteral("FREQ=DAILY");
        tasks[1].estimateMinutes = 30;
        tasks[2].start = WallTime::fromText(QStringLiteral("2026-03-11"));
        tasks[3].deadline = WallTime::fromText(QStringLiteral("2026-03-12T10:00"));
        tasks[0].createdAt = tasks[2].createdAt = now.toUTC().addSecs(-60);
        tasks[1].createdAt = tasks[3].createdAt = now.toUTC().addDays(-3);
        tasks[3].completedAt = now.toUTC().addDays(-1);
        tasks[3].updatedAt = now.toUTC().addDays(-30);
    }
    void add(const QString& title, const QString& due, const QString& priority)
    {
        Task task;
        task.title = title;
        task.due = WallTime::fromText(due);
        task.priority = priority;
        task.updatedAt = now.toUTC().addDays(-1);
        tasks.append(task);
    }
    QString found(const FilterNode& node) const
    {
        QString numbers;
        for (qsizetype i = 0; i < tasks.size(); ++i)
            numbers += matches(node, tasks.at(i), catalogue, now) ? QString::number(i) : QString();
        return numbers;
    }
};

void TestFilter::findsTasks_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("found");
    const QList<std::pair<const char*, const char*>> rows{
        {"", "0123"},
        {"today", "0"},
        {"\"today\"", "0"},
        {"overdue", "1"},
        {"FRIDAY", "2"},
        {"ärzte", "2"},
        {"100%", "1"},
        {"1%0", ""},
        {"y_m", "3"},
        {"a_e", ""},
        {"tag:errand", "1"},
        {"tag:ERRAND", "1"},
        {"tag:nothing", ""},
        {"list:work", "0"},
        {"list:\"two words\"", "1"},
        {"list: \"two words\"", "1"},
        {"list:inbox", "23"},
        {"priority:high", "0"},
        {"priority>=medium", "02"},
        {"priority>low", "02"},
        {"priority<medium", "13"},
        {"no due", "3"},
        {"no tag", "023"},
        {"due: 2026-03-13", "2"},
        {"due:today", "0"},
        {"due before: today", "1"},
        {"due after: today", "2"},
        {"due before: next week", "012"},
        {"due before:friday", "01"},
        {"due: \"13 march\"", "2"},
        {"completed", "3"},
        {"!completed", "012"},
        {"due in 2 days", "02"},
        {"due<=today", "01"},
        {"due>today", "2"},
        {"list:outer", "1"},
        {"no list", "23"},
        {"no notes", "013"},
        {"has: notes", "2"},
        {"has:priority", "012"},
        {"no priority", "3"},
        {"recurring", "0"},
        {"!recurring", "123"},
        {"has: estimate", "1"},
        {"deadline before: next week", "3"},
        {"start: today", "2"},
        {"created after: yesterday", "02"},
        {"created in 2 days", "02"},
        {"completed after: 2026-03-09", "3"},
        {"completed before: 2026-03-09", ""},
        {"completed in 7 days", "3"},
        {"today sort: title", "0"},
        {"group:list today", "0"},
        {"sort: -due", "0123"},
        {"blocked", "2"},
        {"!blocked", "013"},
        {"changed in 7 days", "012"},
        {"changed in 1 day", "012"},
        {"!(today | overdue) & !completed", "2"},
        {"!no due priority:low", "1"},
        {"!!today", "0"},
        {"due after: 2026-03-01 !tag:errand | completed", "023"},
    };
    for (const auto& [query, found] : rows)
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(found);
}

void TestFilter::findsTasks()
{
    QFETCH(QString, query);
    const ParsedFilter filter = parsed(query);
    QVERIFY2(filter.ok(), qPrintable(filter.error));
    QTEST(Sample().found(filter.root), "found");
}

void TestFilter::namesTheBrokenWord_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("word");
    QTest::addColumn<int>("start");
    const auto row = [](const char* query, const char* word, int start) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(word) << start;
    };
    row("priority:urgent", "urgent", 0);
    row("due: someday", "someday", 5);
    row("due before: 2026-02-30", "2026-02-30", 12);
    row("due after:", "after:", 10);
    row("(today", "(", 0);
    row("today)", ")", 5);
    row("today &", "&", 7);
    row("| today", "|", 0);
    row("today | & x", "|", 8);
    row("!", "!", 1);
    row("()", "(", 1);
    row("tag:", "tag:", 4);
    row("x \"open", "\"open", 2);
    row("changed in many days", "many", 11);
    row("has: wings", "wings", 5);
    row("sort: colour", "colour", 6);
    row("today sort:", "sort:", 11);
    row("group:planet", "planet", 0);
    row("(today sort: title)", "sort:", 7);
    row("today !sort:title", "sort:title", 7);
}

void TestFilter::namesTheBrokenWord()
{
    QFETCH(QString, query);
    QFETCH(QString, word);
    const ParsedFilter filter = parsed(query);
    QVERIFY(!filter.ok());
    QVERIFY2(filter.error.contains(word), qPrintable(filter.error));
    QTEST(static_cast<int>(filter.errorStart), "start");
    QCOMPARE(filter.root, FilterNode());
}

void TestFilter::bindsNotBeforeAndBeforeOr()
{
    QCOMPARE(parsed(QStringLiteral("!a b | c")).root, parsed(QStringLiteral("((!a) & b) | c")).root);
    QVERIFY(parsed(QStringLiteral("a | !(b completed)")).root.asksForCompleted());
    QVERIFY(!parsed(QStringLiteral("a | \"completed\"")).root.asksForCompleted());
}

void TestFilter::takesOrderAndGroupsFromAnywhere()
{
    const ParsedFilter filter = parsed(QStringLiteral("today sort: -title & !blocked group:priority"));
    QVERIFY2(filter.ok(), qPrintable(filter.error));
    QCOMPARE(filter.root, parsed(QStringLiteral("today !blocked")).root);
    QCOMPARE(filter.sort, std::optional(SortField::Title));
    QVERIFY(filter.descending);
    QCOMPARE(filter.group, std::optional(GroupField::Priority));
    QVERIFY(!parsed(QStringLiteral("a | sort: title")).ok());
}

void TestFilter::saysInWordsWhatItAsksFor_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* query, const char* words) {
        QTest::newRow(query) << QString::fromUtf8(query) << QString::fromUtf8(words);
    };
    row("", "");
    row("today", "due today");
    row("overdue !blocked", "due before today and not blocked");
    row("due before: friday", "due before Fri 13 Mar");
    row("due after: 2027-01-01", "due after Fri 1 Jan 2027");
    row("(tag:a | tag:b) no due", "(with the tag “a” or with the tag “b”) and without a due date");
    row("!(a | b) %1",
        "not (with “a” in title or notes or with “b” in title or notes) and with “%1” in title or notes");
    row("priority>=medium sort: -due group: list",
        "priority medium or higher, sorted by due date, last first, grouped by list");
    row("sort: title", "every task, sorted by title");
}

void TestFilter::saysInWordsWhatItAsksFor()
{
    QFETCH(QString, query);
    QTEST(filterText(parsed(query), now.date(), QLocale(QStringLiteral("en-GB"))), "words");
}

void TestFilter::survivesRandomQueries()
{
    static const QStringList pieces =
        QStringLiteral("a ( ) & | ! \" tag: list:\"x priority>= high due: before: due no tag changed in 7 "
                       "days today next week completed has: created sort: -title group:list recurring -")
            .split(u' ');
    QRandomGenerator random(11);
    const Sample sample;
    for (int i = 0; i < 20000; ++i) {
        QString query;
        for (int length = random.bounded(10); length > 0; --length)
            query +=
                pieces.at(random.bounded(static_cast<int>(pieces.size()))) + QString(random.bounded(2), u' ');
        const ParsedFilter filter = parsed(query);
        QVERIFY(filter.ok() ? filter.errorStart < 0 : filter.errorStart <= query.size());
        sample.found(filter.root);
        filterText(filter, now.date(), QLocale::c());
    }
    QVERIFY(!parsed(QString(100000, u'(')).ok());
}

QTEST_APPLESS_MAIN(TestFilter)
#include "tst_filter.moc"
