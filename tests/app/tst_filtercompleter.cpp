#include "app/filters/filtercompleter.h"
#include "app/filters/filterquery.h"

#include <QtTest>

using namespace glow;

/// What is offered while a query is typed, and how a query becomes a view.
class TestFilterCompleter : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void offersWhatMayStandAtTheCaret_data();
    void offersWhatMayStandAtTheCaret();
    void replacesOnlyTheWordAtTheCaret();
    void offersNoNameThatTheLanguageCannotSay();
    void aFilterInManualOrderIsFlat();
    void neverLeavesTheText();
    void wordsBecomeTheSearchAndTheRestTheFilter();
    void aBrokenQueryIsSearchedForAsItStands();

private:
    static core::Catalogue catalogue();
};

core::Catalogue TestFilterCompleter::catalogue()
{
    core::Catalogue catalogue;
    catalogue.lists = {{QUuid::createUuid(), QStringLiteral("Work"), {}, {}, {}, false},
                       {QUuid::createUuid(), QStringLiteral("Two words"), {}, {}, {}, false}};
    catalogue.tags = {{QUuid::createUuid(), QStringLiteral("errand"), {}},
                      {QUuid::createUuid(), QStringLiteral("phone"), {}}};
    return catalogue;
}

void TestFilterCompleter::offersWhatMayStandAtTheCaret_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("first");
    const auto row = [](const char* text, const char* first) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(first);
    };
    row("", "");
    row("tod", "today");
    row("today", "");
    row("tag:", "errand");
    row("tag:ph", "phone");
    row("tag: ph", "phone");
    row("!(tag:er", "errand");
    row("list:tw", "\"Two words\"");
    row("list:\"two w", "\"Two words\"");
    row("priority>=m", "medium");
    row("due before: to", "today");
    row("due<=tom", "tomorrow");
    row("no d", "due");
    row("has:no", "notes");
    row("sort:ti", "title");
    row("group: pr", "priority");
    row("zzz", "");
}

void TestFilterCompleter::offersWhatMayStandAtTheCaret()
{
    QFETCH(QString, text);
    const app::FilterCompletion completion = app::completeFilter(text, text.size(), catalogue());
    QTEST(completion.words.value(0), "first");
}

void TestFilterCompleter::replacesOnlyTheWordAtTheCaret()
{
    const QString text = QStringLiteral("overdue & tag:er rest");
    const app::FilterCompletion completion = app::completeFilter(text, 16, catalogue());
    QCOMPARE(completion.words.value(0), QStringLiteral("errand"));
    QCOMPARE(QString(text).replace(completion.start, completion.length, completion.words.value(0)),
             QStringLiteral("overdue & tag:errand rest"));
}

void TestFilterCompleter::offersNoNameThatTheLanguageCannotSay()
{
    core::Catalogue odd;
    odd.tags = {{QUuid::createUuid(), QStringLiteral("a\"b"), {}},
                {QUuid::createUuid(), QStringLiteral("x(y"), {}}};
    QCOMPARE(app::completeFilter(QStringLiteral("tag:"), 4, odd).words,
             QStringList{QStringLiteral("\"x(y\"")});
    QCOMPARE(app::narrowing({}, odd),
             (QStringList{QStringLiteral("tag:\"x(y\""), QStringLiteral("due before: friday")}));
    for (const QString& condition : app::narrowing({}, odd)) {
        core::TaskQuery query;
        QVERIFY(app::applyFilter(query, condition, QDateTime::currentDateTime()).ok());
    }
}

void TestFilterCompleter::aFilterInManualOrderIsFlat()
{
    core::TaskQuery query;
    app::applyFilter(query, QStringLiteral("sort: manual"), QDateTime::currentDateTime());
    QVERIFY(query.isTree());
    app::applyFilter(query, QStringLiteral("today sort: manual"), QDateTime::currentDateTime());
    QVERIFY(!query.isTree());
}

void TestFilterCompleter::neverLeavesTheText()
{
    QRandomGenerator random(7);
    const QStringList pieces =
        QStringLiteral("a ( ) & | ! \" tag: list:\" no due before: has: >= : 日 \U0001f600").split(u' ');
    for (int i = 0; i < 20000; ++i) {
        QString text;
        for (int length = random.bounded(8); length > 0; --length)
            text +=
                pieces.at(random.bounded(static_cast<int>(pieces.size()))) + QString(random.bounded(2), u' ');
        const qsizetype caret = random.bounded(static_cast<int>(text.size()) + 1);
        const app::FilterCompletion completion = app::completeFilter(text, caret, catalogue());
        QVERIFY(completion.start >= 0 && completion.length >= 0);
        QVERIFY(completion.start + completion.length == caret);
    }
}

void TestFilterCompleter::wordsBecomeTheSearchAndTheRestTheFilter()
{
    core::TaskQuery query;
    const QDateTime now(QDate(2026, 3, 11), QTime(10, 0));
    const core::ParsedFilter parsed =
        app::applyFilter(query, QStringLiteral("lease \"two words\" tag:phone sort: -title"), now);
    QVERIFY(parsed.ok());
    QCOMPARE(query.search, QStringLiteral("lease"));
    QCOMPARE(query.filter.children.size(), 2);
    QCOMPARE(query.sort, core::SortField::Title);
    QVERIFY(query.descending);
    QVERIFY(!query.withCompleted);
    app::applyFilter(query, QStringLiteral("completed in 7 days"), now);
    QVERIFY(query.withCompleted);
}

void TestFilterCompleter::aBrokenQueryIsSearchedForAsItStands()
{
    core::TaskQuery query;
    const core::ParsedFilter parsed =
        app::applyFilter(query, QStringLiteral("(lease"), QDateTime::currentDateTime());
    QVERIFY(!parsed.ok());
    QCOMPARE(query.search, QStringLiteral("(lease"));
    QCOMPARE(query.filter, core::FilterNode());
}

QTEST_APPLESS_MAIN(TestFilterCompleter)
#include "tst_filtercompleter.moc"
