#include "core/notes/noteslinks.h"
#include "core/notes/noteslists.h"
#include "core/notes/notesportions.h"

#include <QtTest>

using namespace glow::core;

class TestNotesText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void boxesAreFoundInListItemsOnly_data();
    void boxesAreFoundInListItemsOnly();
    void aToggleChangesOneCharacter_data();
    void aToggleChangesOneCharacter();
    void enterContinuesAList_data();
    void enterContinuesAList();
    void portionsHoldTheWholeText_data();
    void portionsHoldTheWholeText();
    void aFenceGoesOnInTheNextPortion();
    void aBoxIsMarkedWithItsPlace();
    void picturesAreMarkedUnlessEscaped_data();
    void picturesAreMarkedUnlessEscaped();
    void linksAreSortedByWhereTheyLead_data();
    void linksAreSortedByWhereTheyLead();
    void filesAreWrittenAsLinks_data();
    void filesAreWrittenAsLinks();
};

namespace {

void column(const char* name, const QString& in, const QString& out)
{
    QTest::newRow(name) << in << out;
}

QString readable(QString text)
{
    for (QChar& each : text) {
        if (each == NotesPortion::boxMark)
            each = u'@';
        else if (each == NotesPortion::pictureMark)
            each = u'^';
        else if (each == NotesPortion::breakMark)
            each = u'$';
        else if (each > NotesPortion::boxMark && each < NotesPortion::pictureMark)
            each =
                QChar(static_cast<char16_t>(u'0' + (each.unicode() - NotesPortion::boxMark.unicode() - 1)));
    }
    return text;
}

} // namespace

void TestNotesText::boxesAreFoundInListItemsOnly_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("box");
    const auto row = [](const char* line, int box) { QTest::newRow(line) << QString::fromUtf8(line) << box; };
    row("- [ ] one", 2);
    row("- [x] one", 2);
    row("* [X] one", 2);
    row("+ [ ] one", 2);
    row("1. [ ] one", 3);
    row("12) [x] one", 4);
    row("  - [ ] nested", 4);
    row("> - [ ] quoted", 4);
    row("> > - [ ] twice", 6);
    row("- - [ ] list in list", 4);
    row("- [ ]", 2);
    row("-   [ ] three spaces", 4);
    row("- [ ]one", -1);
    row("-[ ] one", -1);
    row("[ ] one", -1);
    row("- [] one", -1);
    row("- [y] one", -1);
    row("- text [ ] one", -1);
    row("a - [ ] one", -1);
    row("", -1);
}

void TestNotesText::boxesAreFoundInListItemsOnly()
{
    QFETCH(QString, line);
    QTEST(static_cast<int>(boxOf(line)), "box");
}

void TestNotesText::aToggleChangesOneCharacter_data()
{
    QTest::addColumn<QString>("notes");
    QTest::addColumn<int>("place");
    QTest::addColumn<QString>("toggled");
    const auto row = [](const char* name, const QString& notes, int place, const QString& toggled) {
        QTest::newRow(name) << notes << place << toggled;
    };
    row("empty", QStringLiteral("- [ ] a"), 3, QStringLiteral("- [x] a"));
    row("filled", QStringLiteral("- [x] a"), 3, QStringLiteral("- [ ] a"));
    row("capital", QStringLiteral("- [X] a"), 3, QStringLiteral("- [ ] a"));
    row("the second", QStringLiteral("- [ ] a\r\n- [ ] b  \r\n"), 12,
        QStringLiteral("- [ ] a\r\n- [x] b  \r\n"));
    row("no box", QStringLiteral("a [ ] b"), 3, QStringLiteral("a [ ] b"));
    row("beside", QStringLiteral("- [ ] a"), 2, QStringLiteral("- [ ] a"));
    row("the space after it", QStringLiteral("- [ ] a"), 5, QStringLiteral("- [ ] a"));
    row("outside", QStringLiteral("- [ ] a"), 70, QStringLiteral("- [ ] a"));
    row("before", QStringLiteral("- [ ] a"), -1, QStringLiteral("- [ ] a"));
}

void TestNotesText::aToggleChangesOneCharacter()
{
    QFETCH(QString, notes);
    QFETCH(int, place);
    QFETCH(QString, toggled);
    QCOMPARE(toggledBox(notes, place), toggled);
    QCOMPARE(onlyToggledBox(notes, toggled).value_or(-1), notes == toggled ? -1 : place);
    QVERIFY(!onlyToggledBox(notes, notes + u'a'));
    QVERIFY(!onlyToggledBox(notes, QString(notes).replace(notes.size() - 1, 1, u'#')));
}

void TestNotesText::enterContinuesAList_data()
{
    QTest::addColumn<QString>("before"); // "|" is the caret
    QTest::addColumn<QString>("after");
    column("paragraph", QStringLiteral("abc|"), QStringLiteral("abc\n|"));
    column("bullet", QStringLiteral("- abc|"), QStringLiteral("- abc\n- |"));
    column("in the middle", QStringLiteral("* ab|c"), QStringLiteral("* ab\n* |c"));
    column("number", QStringLiteral("9. abc|"), QStringLiteral("9. abc\n10. |"));
    column("box", QStringLiteral("- [x] abc|"), QStringLiteral("- [x] abc\n- [ ] |"));
    column("nested", QStringLiteral("  - abc|\nnext"), QStringLiteral("  - abc\n  - |\nnext"));
    column("quoted", QStringLiteral("> - abc|"), QStringLiteral("> - abc\n> - |"));
    column("empty item", QStringLiteral("- a\n- |"), QStringLiteral("- a\n|"));
    column("empty box", QStringLiteral("- [ ] |"), QStringLiteral("|"));
    column("before the marker", QStringLiteral("|- abc"), QStringLiteral("\n|- abc"));
    column("within the marker", QStringLiteral("-| abc"), QStringLiteral("-\n| abc"));
    column("code", QStringLiteral("```\n- abc|\n```"), QStringLiteral("```\n- abc\n|\n```"));
}

void TestNotesText::enterContinuesAList()
{
    QFETCH(QString, before);
    QString notes = before;
    const qsizetype place = notes.indexOf(u'|');
    notes.remove(place, 1);
    const ListBreak lineBreak = listBreakAt(notes, place);
    notes.replace(place - lineBreak.remove, lineBreak.remove, lineBreak.insert + u'|');
    QTEST(notes, "after");
}

void TestNotesText::portionsHoldTheWholeText_data()
{
    QTest::addColumn<QString>("notes");
    QTest::newRow("paragraphs") << QStringLiteral("Some words of a paragraph.\n\n").repeated(3000);
    QTest::newRow("list") << QStringLiteral("- [ ] item\n").repeated(9000);
    QTest::newRow("one line") << QStringLiteral("word ").repeated(20000);
    QTest::newRow("one word") << QString(100000, u'a');
    QTest::newRow("surrogates") << QStringLiteral("\U0001f600").repeated(50000);
    QTest::newRow("line breaks") << QString(100000, u'\n');
    QTest::newRow("mixed") << QStringLiteral("a\n") + QString(5000, u'b') + QStringLiteral("\nc\n");
}

void TestNotesText::portionsHoldTheWholeText()
{
    QFETCH(QString, notes);
    NotesPortions portions(notes);
    qsizetype at = 0;
    while (!portions.atEnd()) {
        const NotesPortion portion = portions.next();
        QCOMPARE(portion.begin >= at, true);
        if (portion.plain)
            QCOMPARE(portion.text, notes.mid(portion.begin, portion.text.size()));
        QVERIFY(portion.text.size() <= 3 * NotesPortions::longest);
        QVERIFY(!portion.text.front().isLowSurrogate() && !portion.text.back().isHighSurrogate());
        at = portion.begin + 1;
    }
    QVERIFY(notes.size() - at <= NotesPortions::longest);
}

void TestNotesText::aFenceGoesOnInTheNextPortion()
{
    const QString code = QStringLiteral("- [ ] no box\n").repeated(200);
    NotesPortions portions(QStringLiteral("~~~~ text\n") + code + QStringLiteral("~~~~\n- [ ] a box"));
    QVERIFY(portions.next().text.startsWith(QStringLiteral("~~~~ text\n- [ ] no box\n")));
    const QString second = portions.next().text;
    QVERIFY(second.startsWith(QStringLiteral("~~~~\n- [ ] no box\n")));
    QVERIFY(readable(second).endsWith(QStringLiteral("~~~~  \n- [ ] @2618a box  \n")));
    QVERIFY(portions.atEnd());
}

void TestNotesText::aBoxIsMarkedWithItsPlace()
{
    QCOMPARE(readable(NotesPortions(QStringLiteral("a\n- [ ] one\n- [x]\n```\n- [ ] code\n```")).next().text),
             QStringLiteral("a $  \n- [ ] @5one $  \n- [x] @15\n```\n- [ ] code\n```  \n"));
    QCOMPARE(readBoxMark(NotesPortions(QStringLiteral("- [ ] one")).next().text, 6).box, 3);
}

void TestNotesText::picturesAreMarkedUnlessEscaped_data()
{
    QTest::addColumn<QString>("notes");
    QTest::addColumn<QString>("prepared");
    column("picture", QStringLiteral("![a](b)"), QStringLiteral("!^[a](b)  \n"));
    column("without a name", QStringLiteral("![](http://a.de/b.png)"),
           QStringLiteral("!^[http://a.de/b.png](http://a.de/b.png)  \n"));
    column("escaped", QStringLiteral("\\![a](b)"), QStringLiteral("\\![a](b)  \n"));
    column("escaped backslash", QStringLiteral("\\\\![a](b)"), QStringLiteral("\\\\!^[a](b)  \n"));
    column("no picture", QStringLiteral("wow! [a](b)"), QStringLiteral("wow! [a](b)  \n"));
    column("own marks", QStringLiteral("\ufdd0\ufdd2\ufddd"), QStringLiteral("\ufffd\ufffd\ufffd  \n"));
    column("lines", QStringLiteral("a\nb\n\nc"), QStringLiteral("a $  \nb  \n\nc  \n"));
    column("table", QStringLiteral("|a|b\n|-|-\n1|2\nc"), QStringLiteral("|a|b  \n|-|-  \n1|2  \nc  \n"));
    column("underline", QStringLiteral("a\n---\nb"), QStringLiteral("a $  \n---  \nb  \n"));
    column("definition", QStringLiteral("[1]: a\nb"), QStringLiteral("[1]: a  \nb  \n"));
    column("hard break", QStringLiteral("a\\\nb"), QStringLiteral("a\\\nb  \n"));
}

void TestNotesText::picturesAreMarkedUnlessEscaped()
{
    QFETCH(QString, notes);
    QTEST(readable(NotesPortions(notes).next().text), "prepared");
}

void TestNotesText::linksAreSortedByWhereTheyLead_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* target, LinkKind kind, const char* shown) {
        QTest::newRow(target) << QString::fromUtf8(target) << static_cast<int>(kind)
                              << QString::fromUtf8(shown);
    };
    row("https://example.org/a?b=c#d", LinkKind::Page, "https://example.org/a?b=c#d");
    row("HTTP://EXAMPLE.org", LinkKind::Page, "http://example.org");
    row("mailto:a@example.org", LinkKind::Page, "mailto:a@example.org");
    row("https://exаmple.org", LinkKind::Page, "https://xn--exmple-4nf.org"); // a Cyrillic а
    row("https://good.org@evil.org/", LinkKind::Page, "https://good.org@evil.org/");
    row("https://e.org/\u202egpj.exe", LinkKind::Page, "https://e.org/%E2%80%AEgpj.exe");
    row("file:///tmp/a%20b.txt", LinkKind::File, "/tmp/a b.txt");
    row("file:///tmp/%E2%80%AEtxt.sh", LinkKind::File, "file:///tmp/%E2%80%AEtxt.sh");
    row("file://server/share", LinkKind::Other, "file://server/share");
    row("javascript:alert(1)", LinkKind::Other, "javascript:alert(1)");
    row(" JavaScript:alert(1)", LinkKind::Other, "javascript:alert(1)");
    row("data:text/html,x", LinkKind::Other, "data:text/html,x");
    row("vbscript:x", LinkKind::Other, "vbscript:x");
    row("https:", LinkKind::Other, "https:");
    row("/etc/passwd", LinkKind::Other, "/etc/passwd");
    row("#part", LinkKind::Other, "#part");
    row("", LinkKind::Other, "");
}

void TestNotesText::linksAreSortedByWhereTheyLead()
{
    QFETCH(QString, target);
    const NotesLink link = notesLink(target);
    QTEST(static_cast<int>(link.kind), "kind");
    QTEST(link.shown, "shown");
}

void TestNotesText::filesAreWrittenAsLinks_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("link");
    const auto row = [](const char* name, const QUrl& url, const char* link) {
        QTest::newRow(name) << url << QString::fromUtf8(link);
    };
    row("file", QUrl::fromLocalFile(QStringLiteral("/tmp/a.pdf")), "[a.pdf](file:///tmp/a.pdf)");
    row("space", QUrl::fromLocalFile(QStringLiteral("/tmp/a b.pdf")), "[a b.pdf](file:///tmp/a%20b.pdf)");
    row("brackets", QUrl::fromLocalFile(QStringLiteral("/tmp/a[1](2).pdf")),
        "[a\\[1\\](2).pdf](file:///tmp/a%5B1%5D%282%29.pdf)");
    row("umlaut", QUrl::fromLocalFile(QStringLiteral("/tmp/ä.pdf")), "[ä.pdf](file:///tmp/%C3%A4.pdf)");
    row("line break", QUrl::fromLocalFile(QStringLiteral("/tmp/a\nb")), "[a b](file:///tmp/a%0Ab)");
    row("folder", QUrl::fromLocalFile(QStringLiteral("/tmp/folder/")), "[folder](file:///tmp/folder/)");
    row("root", QUrl::fromLocalFile(QStringLiteral("/")), "[/](file:///)");
    row("page", QUrl(QStringLiteral("https://example.org/a_(b)")), "https://example.org/a_(b)");
}

void TestNotesText::filesAreWrittenAsLinks()
{
    QFETCH(QUrl, url);
    QFETCH(QString, link);
    QCOMPARE(linkTo(url), link);
    QVERIFY(!url.isLocalFile() || notesLink(link.section(u'(', -1).chopped(1)).kind == LinkKind::File);
}

QTEST_GUILESS_MAIN(TestNotesText)
#include "tst_notestext.moc"
