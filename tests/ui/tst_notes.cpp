#include "ui/windowfixture.h"

#include "ui/actions.h"
#include "ui/editor/notesedit.h"
#include "ui/editor/noteslink.h"
#include "ui/editor/notesrender.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>

using namespace glow;

/// Notes of a task, by mouse and keyboard in the whole window.
class TestNotes : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void cleanupTestCase();
    void aBoxIsFilledByTheMouseAndUndoneInOneStep();
    void boxesAreFilledByTheKeyboardWhileRead();
    void aBoxInCodeIsNoBox();
    void enterContinuesAListAndEndsIt();
    void returnBeginsEditingAndLeavingRenders();
    void aLinkIsShownBeforeItIsOpened();
    void aLinkIsReachedByTheKeyboard();
    void aScriptIsNeverOpened_data();
    void aScriptIsNeverOpened();
    void filesAreAttachedAsLinks();
    void aDroppedFileIsALinkAtTheEnd();
    void whatIsPastedWithFilesIsLinks();
    void aFileIsDroppedAtTheCaretWhileEditing();
    void lineEndsStayAsAnotherProgramWroteThem();
    void nothingIsLoadedAndNoMarkupUnderstood_data();
    void nothingIsLoadedAndNoMarkupUnderstood();
    void longNotesAreShownWhole_data();
    void longNotesAreShownWhole();
    void whatIsTypedWhileLongNotesAppearIsKept();
    void notesThatAreReadStayAsTheyWere_data();
    void notesThatAreReadStayAsTheyWere();
    void opened(const QUrl& url) { m_opened.append(url); }

private:
    void show(const QString& notes);
    ui::NotesEdit& notes() const { return *m->window().findChild<ui::NotesEdit*>(QStringLiteral("notes")); }
    ui::NotesLink& link() const { return *m->window().findChild<ui::NotesLink*>(); }
    template <typename Widget> Widget& part(const char* name) const
    {
        return *m->window().findChild<Widget*>(QLatin1String(name));
    }
    void clickBox(const QString& item) const;
    void clickText(const QString& text) const;
    void leave() const { m->page().table().setFocus(); }
    QString stored() const
    {
        QString text;
        tests::onThread([&] {
            text = m->builder().sql(
                QStringLiteral("select coalesce(glow_notes, description) || '$' from tasks"));
        });
        return text.chopped(1); // the end of the line that the server's answer loses
    }

    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<tests::WindowFixture> m;
    QList<QUrl> m_opened;
    app::Theme m_theme;
};

namespace {

constexpr const char* schemes[]{"https", "http", "mailto", "file", "javascript", "data", "vbscript"};

QTextBlock blockWith(const QTextDocument& document, const QString& text)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        if (block.text().contains(text))
            return block;
    }
    return {};
}

QString shownIn(const ui::NotesEdit& notes)
{
    return notes.document()->toPlainText();
}

} // namespace

void TestNotes::initTestCase()
{
    m_server = std::make_unique<tests::TemporaryServer>();
    for (const char* scheme : schemes)
        QDesktopServices::setUrlHandler(QLatin1String(scheme), this, "opened");
}

void TestNotes::cleanupTestCase()
{
    for (const char* scheme : schemes)
        QDesktopServices::unsetUrlHandler(QLatin1String(scheme));
}

void TestNotes::init()
{
    m_opened.clear();
}

void TestNotes::cleanup()
{
    m.reset();
}

void TestNotes::show(const QString& text)
{
    m = std::make_unique<tests::WindowFixture>(*m_server);
    tests::onThread([&] { m->builder().task(QStringLiteral("Noted"), {{QStringLiteral("notes"), text}}); });
    m->open();
    QTRY_VERIFY(m->isReady() && m->rowOf(QStringLiteral("Noted")) >= 0);
    m->choose(QStringLiteral("Noted"));
    QTRY_COMPARE(notes().notes(), text);
    QTRY_VERIFY(notes().isVisible());
}

void TestNotes::clickBox(const QString& item) const
{
    const QTextBlock block = blockWith(*notes().document(), item);
    const QRect start = notes().cursorRect(QTextCursor(block));
    QTest::mouseClick(notes().viewport(), Qt::LeftButton, {}, {start.left() - 13, start.center().y()});
}

void TestNotes::clickText(const QString& text) const
{
    const QTextBlock block = blockWith(*notes().document(), text);
    QTextCursor place(block);
    place.setPosition(block.position() + static_cast<int>(block.text().indexOf(text)) + 1);
    QTest::mouseClick(notes().viewport(), Qt::LeftButton, {}, notes().cursorRect(place).center());
}

void TestNotes::aBoxIsFilledByTheMouseAndUndoneInOneStep()
{
    const QString before = QStringLiteral("Pack **first**:\n\n- [ ] tent  \n- [x] stove\n* plain\n");
    show(before);
    clickBox(QStringLiteral("tent"));
    const QString after = QString(before).replace(QStringLiteral("[ ]"), QStringLiteral("[x]"));
    QCOMPARE(notes().notes(), after);
    QVERIFY(!notes().isEditing());
    QTRY_COMPARE(stored(), after);
    clickBox(QStringLiteral("stove"));
    const QString both = QStringLiteral("Pack **first**:\n\n- [x] tent  \n- [ ] stove\n* plain\n");
    QTRY_COMPARE(stored(), both);
    QTest::keyClick(&m->window(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(stored(), after);
    QTRY_COMPARE(notes().notes(), after);
    QTest::keyClick(&m->window(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(stored(), before);
    QTRY_COMPARE(notes().notes(), before);
    QVERIFY(!blockWith(*notes().document(), QStringLiteral("tent"))
                 .blockFormat()
                 .boolProperty(ui::NotesRender::checkedProperty));
}

void TestNotes::boxesAreFilledByTheKeyboardWhileRead()
{
    show(QStringLiteral("- [ ] one\n- [ ] two\n- [ ] three"));
    notes().setFocus(Qt::TabFocusReason);
    QVERIFY(!notes().isEditing());
    QTest::keyClick(&notes(), Qt::Key_Down);
    QTest::keyClick(&notes(), Qt::Key_Space);
    QTRY_COMPARE(stored(), QStringLiteral("- [ ] one\n- [x] two\n- [ ] three"));
    QTest::keyClick(&notes(), Qt::Key_Down);
    QTest::keyClick(&notes(), Qt::Key_Down);
    QTest::keyClick(&notes(), Qt::Key_Up);
    QTest::keyClick(&notes(), Qt::Key_Up);
    QTest::keyClick(&notes(), Qt::Key_Space);
    QTRY_COMPARE(stored(), QStringLiteral("- [x] one\n- [x] two\n- [ ] three"));
    QTest::keyClick(&notes(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(notes().notes(), QStringLiteral("- [ ] one\n- [x] two\n- [ ] three"));
    QVERIFY(!notes().isEditing());
}

void TestNotes::aBoxInCodeIsNoBox()
{
    const QString text = QStringLiteral("```\n- [ ] code\n```\n\n- [ ] after");
    show(text);
    QVERIFY(shownIn(notes()).contains(QStringLiteral("- [ ] code")));
    clickBox(QStringLiteral("after"));
    QCOMPARE(notes().notes(), QStringLiteral("```\n- [ ] code\n```\n\n- [x] after"));
}

void TestNotes::enterContinuesAListAndEndsIt()
{
    show(QStringLiteral("- [x] one"));
    notes().setFocus(Qt::OtherFocusReason);
    QTest::keyClick(&notes(), Qt::Key_Return);
    QTest::keyClicks(&notes(), QStringLiteral("two"));
    QTest::keyClick(&notes(), Qt::Key_Return);
    QTest::keyClick(&notes(), Qt::Key_Return);
    QTest::keyClicks(&notes(), QStringLiteral("end"));
    leave();
    QTRY_COMPARE(stored(), QStringLiteral("- [x] one\n- [ ] two\nend"));
}

void TestNotes::returnBeginsEditingAndLeavingRenders()
{
    show(QStringLiteral("- [ ] one\n- [ ] two"));
    notes().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&notes(), Qt::Key_Return);
    QVERIFY(notes().isEditing());
    QCOMPARE(shownIn(notes()), QStringLiteral("- [ ] one\n- [ ] two"));
    QTest::keyClick(&notes(), Qt::Key_End);
    QTest::keyClicks(&notes(), QStringLiteral("!"));
    leave();
    QCOMPARE(shownIn(notes()), QStringLiteral("one!\ntwo"));
    QTRY_COMPARE(stored(), QStringLiteral("- [ ] one!\n- [ ] two"));
}

void TestNotes::aLinkIsShownBeforeItIsOpened()
{
    show(QStringLiteral("See [the guide](https://example.org/a?b=c)."));
    clickText(QStringLiteral("guide"));
    QVERIFY(!notes().isEditing());
    QVERIFY(m_opened.isEmpty());
    QVERIFY(link().isVisible());
    QCOMPARE(part<QLabel>("linkTarget").accessibleName(), QStringLiteral("https://example.org/a?b=c"));
    QTest::mouseClick(&part<QPushButton>("copyLink"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("https://example.org/a?b=c"));
    QVERIFY(m_opened.isEmpty());
    clickText(QStringLiteral("guide"));
    QTest::mouseClick(&part<QPushButton>("openLink"), Qt::LeftButton);
    QCOMPARE(m_opened, QList{QUrl(QStringLiteral("https://example.org/a?b=c"))});
    QVERIFY(link().isHidden());
}

void TestNotes::aLinkIsReachedByTheKeyboard()
{
    show(QStringLiteral("- [ ] a box\n\n[file](file:///tmp/a%20b)"));
    notes().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&notes(), Qt::Key_Down);
    QTest::keyClick(&notes(), Qt::Key_Space);
    QVERIFY(m_opened.isEmpty());
    QTRY_VERIFY(part<QPushButton>("openLink").hasFocus());
    QCOMPARE(part<QLabel>("linkTarget").accessibleName(), QStringLiteral("/tmp/a b"));
    QTest::keyClick(&part<QPushButton>("openLink"), Qt::Key_Space);
    QCOMPARE(m_opened, QList{QUrl(QStringLiteral("file:///tmp/a%20b"))});
}

void TestNotes::aScriptIsNeverOpened_data()
{
    QTest::addColumn<QString>("target");
    QTest::newRow("script") << QStringLiteral("javascript:alert(1)");
    QTest::newRow("script in capitals") << QStringLiteral("JaVaScRiPt:alert(1)");
    QTest::newRow("data") << QStringLiteral("data:text/html,x");
    QTest::newRow("another computer") << QStringLiteral("file://server/share");
}

void TestNotes::aScriptIsNeverOpened()
{
    QFETCH(QString, target);
    show(QStringLiteral("[click me](%1)").arg(target));
    clickText(QStringLiteral("click"));
    QVERIFY(link().isVisible());
    QVERIFY(part<QPushButton>("openLink").isHidden());
    QVERIFY(part<QPushButton>("copyLink").isVisible());
    QVERIFY(m_opened.isEmpty());
}

void TestNotes::filesAreAttachedAsLinks()
{
    QTemporaryDir directory;
    QFile file(directory.filePath(QStringLiteral("offer [2].pdf")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    show(QStringLiteral("See"));
    QTest::mouseClick(&part<QToolButton>("attach"), Qt::LeftButton);
    auto* dialog = m->window().findChild<QFileDialog*>();
    QVERIFY(dialog);
    Q_EMIT dialog->urlsSelected({QUrl::fromLocalFile(file.fileName())});
    dialog->reject();
    const QString link =
        QStringLiteral("[offer \\[2\\].pdf](file://%1/offer%20%5B2%5D.pdf)").arg(directory.path());
    QCOMPARE(notes().notes(), QStringLiteral("See\n") + link);
    QTRY_COMPARE(stored(), QStringLiteral("See\n") + link);
    QVERIFY(shownIn(notes()).contains(QChar::ObjectReplacementCharacter)); // the paper clip
    QVERIFY(shownIn(notes()).contains(QStringLiteral("offer [2].pdf")));
    clickText(QStringLiteral("offer"));
    QCOMPARE(part<QLabel>("linkTarget").accessibleName(), file.fileName());
    QVERIFY(part<QPushButton>("openLink").isVisible());
}

void TestNotes::aDroppedFileIsALinkAtTheEnd()
{
    show(QStringLiteral("See"));
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a.txt"))});
    const QPoint place = notes().viewport()->rect().center();
    QDragEnterEvent enter(place, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(notes().viewport(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(place, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(notes().viewport(), &drop);
    QCOMPARE(drop.dropAction(), Qt::CopyAction);
    QTRY_COMPARE(stored(), QStringLiteral("See\n[a.txt](file:///tmp/a.txt)"));
    QTest::keyClick(&m->window(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE(stored(), QStringLiteral("See"));
}

void TestNotes::whatIsPastedWithFilesIsLinks()
{
    show(QStringLiteral("See "));
    auto* data = new QMimeData;
    data->setUrls(
        {QUrl::fromLocalFile(QStringLiteral("/tmp/a.txt")), QUrl::fromLocalFile(QStringLiteral("/tmp/b"))});
    QGuiApplication::clipboard()->setMimeData(data);
    notes().setFocus(Qt::OtherFocusReason);
    QTest::keyClick(&notes(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(notes().notes(), QStringLiteral("See [a.txt](file:///tmp/a.txt)\n[b](file:///tmp/b)"));
    QGuiApplication::clipboard()->setText(QStringLiteral(" https://example.org"));
    QTest::keyClick(&notes(), Qt::Key_V, Qt::ControlModifier);
    QVERIFY(notes().notes().endsWith(QStringLiteral("(file:///tmp/b) https://example.org")));
}

void TestNotes::aFileIsDroppedAtTheCaretWhileEditing()
{
    show(QStringLiteral("See "));
    notes().setFocus(Qt::OtherFocusReason);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(QStringLiteral("/tmp/a.txt"))});
    const QPoint start = notes().cursorRect(QTextCursor(notes().document())).center();
    QDragEnterEvent enter(start, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(notes().viewport(), &enter);
    QDropEvent drop(start, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(notes().viewport(), &drop);
    QCOMPARE(drop.dropAction(), Qt::CopyAction);
    QCOMPARE(notes().notes(), QStringLiteral("[a.txt](file:///tmp/a.txt)See "));
}

void TestNotes::lineEndsStayAsAnotherProgramWroteThem()
{
    show(QStringLiteral("a\r\n\r\n- [ ] b\r\n"));
    notes().setFocus(Qt::TabFocusReason);
    QTest::keyClick(&notes(), Qt::Key_Return);
    QTest::keyClicks(&notes(), QStringLiteral("> "));
    leave();
    QTRY_COMPARE(stored(), QStringLiteral("a\r\n\r\n- [ ] > b\r\n"));
}

void TestNotes::nothingIsLoadedAndNoMarkupUnderstood_data()
{
    QTest::addColumn<QString>("notes");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* name, const char* notes, const char* shown) {
        QTest::newRow(name) << QString::fromUtf8(notes) << QString::fromUtf8(shown);
    };
    row("picture of a file", "![pic](file:///etc/hostname)", "\ufffc\u00a0pic");
    row("picture of a page", "a ![pic](http://127.0.0.1:9/x.png) b", "a pic b");
    row("escaped picture", "\\![pic](http://127.0.0.1:9/x.png)", "!pic");
    row("picture by reference", "![pic][1]\n\n[1]: http://127.0.0.1:9/x.png", "pic");
    row("picture in code", "`![pic](x.png)`", "![pic](x.png)");
    row("picture in a link", "[![pic](http://127.0.0.1:9/x.png)](http://127.0.0.1:9/)",
        "[pic](http://127.0.0.1:9/)");
    row("html", "<b>x</b> <script>alert(1)</script>", "<b>x</b> <script>alert(1)</script>");
    row("html picture", "<img src=\"file:///etc/hostname\">", "<img src=\"file:///etc/hostname\">");
    row("our own picture", "![](glowlist:attachment)", "glowlist:attachment");
    row("lines and paragraphs", "a\nb\n\nc\n- d\n  e", "a\u2029b\u2029c\u2029d\u2029e");
    row("table", "|a|b|\n|---|---|\n|c|d|", "\u2029a\u2029b\u2029c\u2029d\u2029");
    row("our own marks", "- [ ] \ufdd0\ufdd2a\ufddd", "\ufffd\ufffda\ufffd");
}

void TestNotes::nothingIsLoadedAndNoMarkupUnderstood()
{
    QFETCH(QString, notes);
    struct Watched : ui::NotesEdit {
        using ui::NotesEdit::NotesEdit;
        QStringList loaded;
        QVariant loadResource(int type, const QUrl& name) override
        {
            loaded.append(name.toString());
            return ui::NotesEdit::loadResource(type, name);
        }
    } edit;
    edit.setTheme(m_theme);
    edit.setNotes(notes);
    edit.show();
    edit.grab();
    QString shown = edit.document()->toRawText();
    shown.replace(QChar(0xfdd0), QChar::ParagraphSeparator).replace(QChar(0xfdd1), QChar::ParagraphSeparator);
    QTEST(shown, "shown");
    QCOMPARE(edit.loaded, QStringList());
}

void TestNotes::longNotesAreShownWhole_data()
{
    QTest::addColumn<QString>("piece");
    QTest::newRow("paragraphs") << QStringLiteral("One paragraph of **bold** words.\n\n");
    QTest::newRow("boxes") << QStringLiteral("- [ ] item\n");
    QTest::newRow("table") << QStringLiteral("|a|b|c|d\n");
    QTest::newRow("open brackets") << QStringLiteral("[");
    QTest::newRow("backticks") << QStringLiteral("`a``");
    QTest::newRow("one word") << QStringLiteral("a");
    QTest::newRow("right to left") << QStringLiteral("שלום **עולם**\n");
    QTest::newRow("lines") << QStringLiteral("text\n");
    QTest::newRow("quotes") << QStringLiteral("> > > > > a\n");
}

void TestNotes::longNotesAreShownWhole()
{
    QFETCH(QString, piece);
    const QString text =
        QStringLiteral("start\n\n") + piece.repeated(99900 / piece.size()) + QStringLiteral("\n\nend");
    QWidget window;
    QLineEdit hasTheFocus(&window);
    ui::NotesEdit edit(&window);
    edit.setTheme(m_theme);
    edit.setGeometry(0, 40, 300, 420);
    window.show();
    edit.setNotes(text);
    QVERIFY(!edit.isEditing());
    QVERIFY(edit.toPlainText().startsWith(QStringLiteral("start")));
    QTRY_VERIFY_WITH_TIMEOUT(edit.toPlainText().endsWith(QStringLiteral("end")), 60000);
    QCOMPARE(edit.notes(), text);
    QCOMPARE(edit.verticalScrollBar()->value(), 0);
}

void TestNotes::whatIsTypedWhileLongNotesAppearIsKept()
{
    const QString text = QStringLiteral("One paragraph of **bold** words.\n\n").repeated(2900);
    ui::NotesEdit edit;
    edit.setTheme(m_theme);
    edit.setNotes(text);
    edit.show();
    QApplication::setActiveWindow(&edit);
    edit.setFocus(Qt::OtherFocusReason);
    QTest::keyClicks(&edit, QStringLiteral("typed"));
    QTRY_COMPARE_WITH_TIMEOUT(edit.notes(), text + QStringLiteral("typed"), 60000);
}

void TestNotes::notesThatAreReadStayAsTheyWere_data()
{
    QTest::addColumn<QString>("notes");
    QTest::newRow("line ends") << QStringLiteral("a\r\nb\r\n- [ ] c\r\n");
    QTest::newRow("spaces") << QStringLiteral("  a \n\n\n\t- b  \n ");
    QTest::newRow("escapes") << QStringLiteral("\\*a\\* &amp; &#0; &#xD800;");
    QTest::newRow("no-break space") << QStringLiteral("a\u00a0b\u200fc");
}

void TestNotes::notesThatAreReadStayAsTheyWere()
{
    QFETCH(QString, notes);
    ui::NotesEdit edit;
    QSignalSpy edited(&edit, &ui::NotesEdit::edited);
    QSignalSpy changed(&edit, &ui::NotesEdit::changed);
    edit.setTheme(m_theme);
    edit.setNotes(notes);
    edit.show();
    QApplication::setActiveWindow(&edit);
    edit.setFocus(Qt::OtherFocusReason);
    QVERIFY(edit.isEditing());
    edit.clearFocus();
    edit.selectAll();
    edit.copy();
    QCOMPARE(edit.notes(), notes);
    QCOMPARE(edited.size() + changed.size(), 0);
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(!copied.contains(QChar()) && copied.isValidUtf16());
}

QTEST_MAIN(TestNotes)
#include "tst_notes.moc"
