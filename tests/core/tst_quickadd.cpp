#include "core/quickadd/datewords.h"
#include "core/quickadd/quickaddparser.h"

#include <QtTest>

using namespace glow::core;

class TestQuickAdd : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsTheWorkedCases_data();
    void readsTheWorkedCases();
    void readsTypedLines_data();
    void readsTypedLines();
    void leavesWhatIsNotAskedForInTheTitle_data();
    void leavesWhatIsNotAskedForInTheTitle();
    void losesNoTextOfRandomLines();
    void survivesRandomBytes();
    void aDismissedTokenBecomesText();
    void readsDateFields_data();
    void readsDateFields();
    void writesAReadingShortly();
};

static QuickAddContext contextOf(const QString& now, const QString& locale)
{
    return {QDateTime::fromString(now, Qt::ISODate),
            QLocale(locale),
            allQuickAddParts,
            QuickAddProfile::Glowlist,
            {}};
}

static QString textOf(const std::optional<WallTime>& time)
{
    return time ? time->toText() : QString();
}

/// The line without its tokens holds exactly the letters of the title; tokens lie where they say and never
/// overlap.
static bool losesNothing(const QString& line, const QuickAddResult& result)
{
    QString rest;
    qsizetype behind = 0;
    for (const QuickAddToken& token : result.tokens) {
        if (token.start < behind || token.length < 1 || line.mid(token.start, token.length) != token.text)
            return false;
        rest += line.mid(behind, token.start - behind);
        behind = token.start + token.length;
    }
    rest += line.mid(behind);
    const QRegularExpression space(QStringLiteral("\\s"), QRegularExpression::UseUnicodePropertiesOption);
    QString title = result.title;
    const auto isSpace = [](QChar letter) { return letter.isSpace(); };
    rest.removeIf(isSpace);
    title.removeIf(isSpace);
    return rest == title;
}

void TestQuickAdd::readsTheWorkedCases_data()
{
    QTest::addColumn<QStringList>("row");
    QFile file(QStringLiteral(GLOWLIST_SOURCE_DIR "/tests/core/quickadd_cases.tsv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines.mid(1))
        QTest::newRow(qPrintable(line.section(u'\t', 0, 0))) << line.split(u'\t');
}

static QString extraOf(const QuickAddResult& result, const QString& key)
{
    const QHash<QString, QString> values{
        {QStringLiteral("section"), result.section},
        {QStringLiteral("duration"), isoDuration(result.durationMinutes)},
        {QStringLiteral("estimate"), isoDuration(result.durationMinutes)},
        {QStringLiteral("spent"), isoDuration(result.spentMinutes)},
        {QStringLiteral("deadline"), textOf(result.deadline)},
        {QStringLiteral("start"), textOf(result.start)},
        {QStringLiteral("scheduled"), textOf(result.start)},
        {QStringLiteral("created"), textOf(result.created)},
        {QStringLiteral("completed"), textOf(result.completed)},
        {QStringLiteral("reminder"), result.reminders.join(u',')},
        {QStringLiteral("repeat_from"),
         result.fromCompletion ? QStringLiteral("completion") : QStringLiteral("schedule")},
    };
    return values.value(key);
}

void TestQuickAdd::readsTheWorkedCases()
{
    QFETCH(QStringList, row);
    QVERIFY(row.size() >= 10);
    QuickAddContext context = contextOf(row.at(1), row.at(2));
    QHash<QString, QString> extra;
    for (const QString& each : row.at(9).split(u';', Qt::SkipEmptyParts))
        extra.insert(each.section(u'=', 0, 0), each.section(u'=', 1));
    if (extra.contains(QStringLiteral("profile")))
        context.profile = *quickAddProfileNamed(extra.take(QStringLiteral("profile")));

    const QuickAddResult result = parseQuickAdd(row.at(0), context);
    QCOMPARE(result.title, row.at(3));
    QCOMPARE(textOf(result.due), row.at(4));
    QCOMPARE(result.rrule, row.at(5));
    QCOMPARE(result.priority ? QString::number(static_cast<int>(*result.priority)) : QString(), row.at(6));
    QCOMPARE(result.tags.join(u','), row.at(7));
    QCOMPARE(result.list, row.at(8));
    for (auto it = extra.begin(); it != extra.end(); ++it)
        QCOMPARE(extraOf(result, it.key()), it.value());
    QVERIFY(losesNothing(row.at(0), result));
}

void TestQuickAdd::readsTypedLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("due");
    const auto row = [](const char* line, const char* locale, const char* title, const char* due) {
        QTest::newRow(line) << QString::fromUtf8(line) << QString::fromUtf8(locale)
                            << QString::fromUtf8(title) << QString::fromUtf8(due);
    };
    // Wednesday 2026-03-11, 10:00
    row("Pay tomorrow #Work 5pm", "en-US", "Pay", "2026-03-12T17:00");
    row("tomorrow call Ann at 5pm", "en-US", "call Ann", "2026-03-12T17:00");
    row("Call wednesday", "en-US", "Call", "2026-03-18");
    row("Call next week", "en-GB", "Call", "2026-03-16");
    row("Write at 5", "en-US", "Write at 5", "");
    row("Read \"Tomorrow Never Dies\" friday", "en-US", "Read \"Tomorrow Never Dies\"", "2026-03-13");
    row("Buy   two  spaces tomorrow", "en-US", "Buy   two  spaces", "2026-03-12");
    row("Ship 5 days", "en-US", "Ship 5 days", "");
    row("Ship +5 days", "en-US", "Ship", "2026-03-16");
    row("Go to the sun", "en-US", "Go to the", "2026-03-15");
    row("Watch the sun rise", "en-US", "Watch the sun rise", "");
    row("Buch am Freitag zurückgeben", "de-DE", "Buch zurückgeben", "2026-03-13");
    row("Anruf in zwei Wochen", "de-DE", "Anruf", "2026-03-25");
    row("Zahnarzt 27. November 2026 um 9:30 Uhr", "de-DE", "Zahnarzt", "2026-11-27T09:30");
    row("Zahnarzt Freitag, 13.3.", "de-DE", "Zahnarzt", "2026-03-13");
    row("Zahnarzt nächsten Freitag 15 Uhr", "de-DE", "Zahnarzt", "2026-03-20T15:00");
    row("Besuch heute Abend", "de-DE", "Besuch", "2026-03-11T19:00");
    row("Besuch übermorgen Nachmittag", "de-DE", "Besuch", "2026-03-13T15:00");
    row("Miete überweisen Monatsende", "de-DE", "Miete überweisen", "2026-03-31");
    row("So machen wir das", "de-DE", "So machen wir das", "");
    row("Sport mo 18:00", "de-DE", "Sport", "2026-03-16T18:00");
    row("am Wochenende putzen", "de-DE", "putzen", "2026-03-14");
    row("Call by 5pm", "en-US", "Call", "2026-03-11T17:00");
    row("Steuer bis Ende April", "de-DE", "Steuer", "2026-04-30");
    row("#123 is an issue", "en-US", "#123 is an issue", "");
    row("https://example.org/a//b read", "en-US", "https://example.org/a//b read", "");
    row("\\server\\share mount", "en-US", "\\server\\share mount", "");
    row("Read \\next friday", "en-US", "Read next friday", "");
    row("'; DROP TABLE tasks; --", "en-US", "'; DROP TABLE tasks; --", "");
}

void TestQuickAdd::readsTypedLines()
{
    QFETCH(QString, line);
    QFETCH(QString, locale);
    const QuickAddResult result = parseQuickAdd(line, contextOf(QStringLiteral("2026-03-11T10:00"), locale));
    QTEST(result.title, "title");
    QTEST(textOf(result.due), "due");
    QVERIFY(losesNothing(line, result));
}

void TestQuickAdd::leavesWhatIsNotAskedForInTheTitle_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("title");
    QTest::newRow("time before") << QStringLiteral("Call !30 min before")
                                 << QStringLiteral("Call !30 min before");
    QTest::newRow("time") << QStringLiteral("Call p1 !10:30") << QStringLiteral("Call !10:30");
    QTest::newRow("key") << QStringLiteral("Call remind:10:30") << QStringLiteral("Call remind:10:30");
}

void TestQuickAdd::leavesWhatIsNotAskedForInTheTitle()
{
    QFETCH(QString, line);
    QuickAddContext context = contextOf(QStringLiteral("2026-03-11T10:00"), QStringLiteral("en-US"));
    context.parts.setFlag(QuickAddPart::Reminder, false);
    const QuickAddResult result = parseQuickAdd(line, context);
    QTEST(result.title, "title");
    QVERIFY(!result.due);
    QVERIFY(result.reminders.isEmpty());
}

static QString randomLine(QRandomGenerator& random)
{
    static const QStringList pieces =
        QStringLiteral("Buy milk tomorrow friday next week 9am at 10 #Work #\"two words\" /part @tag p1 !! "
                       "!30 min before {apr 30} every monday until "
                       "30 jun for 2h in 3 days 12.3. 27th 3/4 due:eom start:monday \\tomorrow \\ \" {x} // "
                       "morgen früh jeden Tag nächsten Montag 🔁 📅 "
                       "2026-12-01 today, - [ ] 明日15時に 'x' last of every! 0 99 + @ : noon")
            .split(u' ');
    QString line;
    for (int i = random.bounded(9); i >= 0; --i)
        line +=
            pieces.at(random.bounded(static_cast<int>(pieces.size()))) + QString(random.bounded(1, 3), u' ');
    return line;
}

void TestQuickAdd::losesNoTextOfRandomLines()
{
    QRandomGenerator random(20261124);
    const QStringList locales{QStringLiteral("en-US"), QStringLiteral("de-DE"), QStringLiteral("ja-JP"),
                              QStringLiteral("fr-FR")};
    for (int i = 0; i < 20000; ++i) {
        const QString line = randomLine(random);
        QuickAddContext context = contextOf(QStringLiteral("2026-03-11T10:00"), locales.at(i % 4));
        context.parts.setFlag(QuickAddPart::Reminder, i % 3 != 0);
        context.profile = static_cast<QuickAddProfile>(i % 6);
        QVERIFY2(losesNothing(line, parseQuickAdd(line, context)), qPrintable(line));
    }
}

void TestQuickAdd::survivesRandomBytes()
{
    QRandomGenerator random(7);
    for (int i = 0; i < 20000; ++i) {
        QString line;
        for (int length = random.bounded(40); length > 0; --length)
            line += QChar(random.bounded(3) == 0 ? random.bounded(0x10000) : random.bounded(0x80));
        const QuickAddContext context =
            contextOf(QStringLiteral("2024-02-29T23:59"), QStringLiteral("de-DE"));
        QVERIFY2(losesNothing(line, parseQuickAdd(line, context)), line.toUtf8().toHex());
    }
}

void TestQuickAdd::aDismissedTokenBecomesText()
{
    const QuickAddContext context = contextOf(QStringLiteral("2026-03-11T10:00"), QStringLiteral("en-US"));
    QString line = QStringLiteral("Pay next friday 9am every month p1 #Home @errand for 2h {apr 30} !10:30");
    for (int left = 8; left > 0; --left) {
        const QuickAddResult result = parseQuickAdd(line, context);
        QList<QuickAddToken> chips = result.tokens;
        chips.removeIf([](const QuickAddToken& token) { return token.part == QuickAddPart::Escape; });
        QCOMPARE(chips.size(), left);
        line = dismissQuickAddToken(line, chips.at(chips.size() / 2));
    }
    QCOMPARE(parseQuickAdd(line, context).title,
             QStringLiteral("Pay next friday 9am every month p1 #Home @errand for 2h {apr 30} !10:30"));
}

void TestQuickAdd::readsDateFields_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("date");
    QTest::newRow("iso") << QStringLiteral("2026-12-01T14:30") << QStringLiteral("2026-12-01T14:30");
    QTest::newRow("words") << QStringLiteral("tomorrow 9am") << QStringLiteral("2026-03-12T09:00");
    QTest::newRow("weekday") << QStringLiteral("fri") << QStringLiteral("2026-03-13");
    QTest::newRow("weak") << QStringLiteral("sun") << QStringLiteral("2026-03-15");
    QTest::newRow("time") << QStringLiteral("15:00") << QStringLiteral("2026-03-11T15:00");
    QTest::newRow("ordinal") << QStringLiteral("27th") << QStringLiteral("2026-03-27");
    QTest::newRow("german") << QStringLiteral("27. März, 9:00") << QStringLiteral("2026-03-27T09:00");
    QTest::newRow("short") << QStringLiteral("27. Nov. 2026, 09:00") << QStringLiteral("2026-11-27T09:00");
    QTest::newRow("text") << QStringLiteral("tomorrow maybe") << QString();
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("impossible") << QStringLiteral("2026-02-30") << QString();
}

void TestQuickAdd::readsDateFields()
{
    QFETCH(QString, text);
    const QDateTime now = QDateTime::fromString(QStringLiteral("2026-03-11T10:00"), Qt::ISODate);
    QTEST(textOf(parseDatePhrase(text, now, QLocale(QStringLiteral("de-DE")))), "date");
}

void TestQuickAdd::writesAReadingShortly()
{
    const QDate today(2026, 11, 24);
    const QLocale english(QStringLiteral("en-GB"));
    QCOMPARE(shortWallTime(*WallTime::fromText(u"2026-11-27T09:00"), today, english),
             QStringLiteral("27 Nov, 09:00"));
    QCOMPARE(shortWallTime(*WallTime::fromText(u"2027-01-05"), today, english), QStringLiteral("5 Jan 2027"));
    QCOMPARE(shortWallTime(*WallTime::fromText(u"2026-12-05"), today, QLocale(QStringLiteral("de-DE"))),
             QStringLiteral("5. Dez."));
}

QTEST_APPLESS_MAIN(TestQuickAdd)
#include "tst_quickadd.moc"
