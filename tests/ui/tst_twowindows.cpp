#include "support/builders.h"
#include "ui/editor/taskeditor.h"
#include "ui/editor/titleedit.h"
#include "ui/windowfixture.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace glow;
using tests::WindowFixture;

/// What another program writes into the same database is seen in the window, and eats nothing that is being
/// typed.
class TestTwoWindows : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup() { m.reset(); }
    void whatIsWrittenElsewhereIsSeen();
    void aHalfTypedLineStays();
    void aHalfTypedTitleInTheTableStays();
    void aTitleWhoseRowGoesAwayIsTypedOnInTheEditor();
    void aHalfTypedTitleInTheEditorStays();
    void aHalfTypedSubtaskStays();
    void aDeletionUnderTheEditorIsExplainedAndCanBeUndone();
    void aDeletionAmongThousandsOfChangesIsExplainedToo();
    void aTaskThatLeftTheViewAmongThousandsOfChangesGivesWay();

private:
    ui::TaskEditor& editor() { return *m->pane().editor(); }
    template <typename T> T* part(const char* name) { return editor().findChild<T*>(QLatin1String(name)); }
    QLineEdit* titleField() { return m->page().table().findChild<QLineEdit*>(); }
    void foreign(const QString& statement) { m->sql(statement); }
    static QString manyWith(const QString& statement)
    {
        return QStringLiteral(
                   "insert into tasks (user_id, title, completed, priority, created_at, updated_at) "
                   "select 'local', 'Many ' || n, false, 'none', now(), now() "
                   "from generate_series(1, 1500) n; ") +
               statement;
    }
    bool isShown(const QString& title) { return m->rowOf(title) >= 0; }
    void shoot(const QString& name);

    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<WindowFixture> m;
};

void TestTwoWindows::initTestCase()
{
    m_server = std::make_unique<tests::TemporaryServer>();
}

void TestTwoWindows::init()
{
    m = std::make_unique<WindowFixture>(*m_server);
    tests::onThread([this] {
        m->builder().list(QStringLiteral("Home"));
        m->builder().task(QStringLiteral("First"));
        const QUuid second = m->builder().task(QStringLiteral("Second"));
        m->builder().task(QStringLiteral("Step"), {{QStringLiteral("parent"), core::uidText(second)}});
        m->builder().task(QStringLiteral("Third"));
    });
    m->open(QStringLiteral("inbox"));
    QTRY_VERIFY_WITH_TIMEOUT(m->isReady(), 60000);
    QTRY_COMPARE_WITH_TIMEOUT(m->pane().workspace().feed().mode(), sync::ChangeFeed::Mode::Listening, 60000);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(QStringLiteral("Third")), 30000);
}

/// Light and dark pictures, where GLOWLIST_PICTURES names a directory.
void TestTwoWindows::shoot(const QString& name)
{
    const QString directory = qEnvironmentVariable("GLOWLIST_PICTURES");
    if (!directory.isEmpty())
        m->window().grab().save(directory + u'/' + name + QStringLiteral(".png"));
}

void TestTwoWindows::whatIsWrittenElsewhereIsSeen()
{
    m->choose(QStringLiteral("Second"));
    const int scroll = m->page().table().verticalScrollBar()->value();
    foreign(QStringLiteral("update tasks set title = 'First of all' where title = 'First'"));
    QTRY_VERIFY_WITH_TIMEOUT(isShown(QStringLiteral("First of all")), 30000);
    foreign(QStringLiteral("insert into tasks (user_id, title, completed, priority, created_at, updated_at) "
                           "values ('local', 'From the browser', false, 'none', now(), now())"));
    QTRY_VERIFY_WITH_TIMEOUT(isShown(QStringLiteral("From the browser")), 30000);
    QTRY_COMPARE_WITH_TIMEOUT(m->pane().counts().counts().inbox, 5, 30000);
    foreign(QStringLiteral("delete from tasks where title = 'Third'"));
    QTRY_VERIFY_WITH_TIMEOUT(!isShown(QStringLiteral("Third")), 30000);
    foreign(QStringLiteral("update glowlist.list set name = 'House' where name = 'Home'"));
    QTRY_VERIFY_WITH_TIMEOUT(m->pane().workspace().catalogue().listNamed(u"House"), 30000);
    QCOMPARE(m->page().table().currentTask(), m->model().uidAt(m->rowOf(QStringLiteral("Second"))));
    QCOMPARE(m->page().table().verticalScrollBar()->value(), scroll);
}

void TestTwoWindows::aHalfTypedLineStays()
{
    m->page().quickAdd().focusLine();
    QTest::keyClicks(m->line(), QStringLiteral("Buy mi"));
    foreign(QStringLiteral("update glowlist.list set name = 'House' where name = 'Home'"));
    foreign(QStringLiteral("delete from tasks where title in ('First', 'Third')"));
    QTRY_VERIFY_WITH_TIMEOUT(!isShown(QStringLiteral("Third")), 30000);
    QTest::keyClicks(m->line(), QStringLiteral("lk"));
    QTest::keyClick(m->line(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(QStringLiteral("Buy milk")), 30000);
}

void TestTwoWindows::aHalfTypedTitleInTheTableStays()
{
    m->choose(QStringLiteral("Second"));
    m->page().table().editTitle();
    QTRY_VERIFY(titleField());
    QTest::keyClicks(titleField(), QStringLiteral("Half"));
    foreign(QStringLiteral("update tasks set title = 'Second, elsewhere' where title = 'Second'"));
    foreign(QStringLiteral("delete from tasks where title = 'First'"));
    QTRY_VERIFY_WITH_TIMEOUT(!isShown(QStringLiteral("First")), 30000);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(QStringLiteral("Second, elsewhere")), 30000);
    QVERIFY(titleField());
    QTest::keyClicks(titleField(), QStringLiteral(" and all"));
    QTest::keyClick(titleField(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(QStringLiteral("Half and all")), 30000);
    // What was written over is told.
    QTRY_VERIFY_WITH_TIMEOUT(part<QAbstractButton>("titleTheirs"), 30000);
    QVERIFY(part<QAbstractButton>("titleTheirs")->accessibleName().startsWith(u"Second, elsewhere"));
}

void TestTwoWindows::aTitleWhoseRowGoesAwayIsTypedOnInTheEditor()
{
    m->choose(QStringLiteral("Second"));
    QTRY_VERIFY_WITH_TIMEOUT(!editor().isLoading(), 30000);
    m->page().table().editTitle();
    QTRY_VERIFY(titleField());
    QTest::keyClicks(titleField(), QStringLiteral("Half"));
    foreign(QStringLiteral(
        "update tasks set glow_list = (select uid from glowlist.list) where title = 'Second'"));
    auto* title = part<ui::TitleEdit>("title");
    QTRY_COMPARE_WITH_TIMEOUT(title->toPlainText(), QStringLiteral("Half"), 30000);
    QTest::keyClicks(title, QStringLiteral(" and all"));
    QTRY_COMPARE_WITH_TIMEOUT(
        m->sql(QStringLiteral("select count(*) from tasks where title = 'Half and all'")),
        QStringLiteral("1"), 30000);
}

void TestTwoWindows::aHalfTypedTitleInTheEditorStays()
{
    m->choose(QStringLiteral("Second"));
    QTRY_VERIFY_WITH_TIMEOUT(!editor().isLoading(), 30000);
    auto* title = part<ui::TitleEdit>("title");
    title->setFocus();
    title->selectAll();
    QTest::keyClicks(title, QStringLiteral("Ha"));
    foreign(QStringLiteral("update tasks set title = 'Theirs', priority = 'high' where title = 'Second'"));
    foreign(QStringLiteral("update tasks set title = 'First of all' where title = 'First'"));
    QTRY_VERIFY_WITH_TIMEOUT(isShown(QStringLiteral("First of all")), 30000);
    QVERIFY(title->toPlainText().startsWith(u"Ha"));
    QTest::keyClicks(title, QStringLiteral("lf"));
    QCOMPARE(title->toPlainText(), QStringLiteral("Half"));
    QTRY_VERIFY_WITH_TIMEOUT(part<QPushButton>("high")->isChecked(), 30000);
}

void TestTwoWindows::aHalfTypedSubtaskStays()
{
    m->choose(QStringLiteral("Second"));
    auto* subtasks = part<QListView>("subtasks");
    QTRY_COMPARE_WITH_TIMEOUT(subtasks->model()->rowCount(), 1, 30000);
    subtasks->setCurrentIndex(subtasks->model()->index(0, 0));
    subtasks->edit(subtasks->currentIndex());
    auto* field = subtasks->findChild<QLineEdit*>();
    QVERIFY(field);
    QTest::keyClicks(field, QStringLiteral("Half"));
    foreign(QStringLiteral(
        "insert into tasks (user_id, title, completed, priority, created_at, updated_at, glow_parent)"
        " select 'local', 'Another step', false, 'none', now(), now(), glow_uid from tasks"
        " where title = 'Second'"));
    QTRY_COMPARE_WITH_TIMEOUT(subtasks->model()->rowCount(), 2, 30000);
    QCOMPARE(field->text(), QStringLiteral("Half"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(m->sql(QStringLiteral("select count(*) from tasks where title = 'Half'")),
                              QStringLiteral("1"), 30000);
}

void TestTwoWindows::aDeletionUnderTheEditorIsExplainedAndCanBeUndone()
{
    m->choose(QStringLiteral("Second"));
    QTRY_VERIFY_WITH_TIMEOUT(!editor().isLoading(), 30000);
    foreign(QStringLiteral("delete from tasks where title = 'Second'"));
    QTRY_VERIFY_WITH_TIMEOUT(!isShown(QStringLiteral("Second")), 30000);
    auto* notice = part<QLabel>("noticeText");
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), 30000);
    QVERIFY2(notice->text().contains(u"Another program deleted this task"), qPrintable(notice->text()));
    QCOMPARE(part<ui::TitleEdit>("title")->toPlainText(), QStringLiteral("Second"));
    shoot(QStringLiteral("deleted-elsewhere"));
    QTest::mouseClick(part<QPushButton>("restore"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(QStringLiteral("Second")), 30000);
    foreign(QStringLiteral("delete from tasks where title = 'Second'"));
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), 30000);
    m->choose(QStringLiteral("First"));
    QTRY_COMPARE_WITH_TIMEOUT(part<ui::TitleEdit>("title")->toPlainText(), QStringLiteral("First"), 30000);
    QVERIFY(!notice->isVisible());
}

/// More than a reply tells: everything is read again, and the editor asks for its own task.
void TestTwoWindows::aDeletionAmongThousandsOfChangesIsExplainedToo()
{
    m->choose(QStringLiteral("Second"));
    QTRY_COMPARE_WITH_TIMEOUT(part<ui::TitleEdit>("title")->toPlainText(), QStringLiteral("Second"), 30000);
    foreign(manyWith(QStringLiteral("delete from tasks where title = 'Second'")));
    auto* notice = part<QLabel>("noticeText");
    QTRY_VERIFY_WITH_TIMEOUT(notice->isVisible(), 60000);
    QVERIFY2(notice->text().contains(u"Another program deleted this task"), qPrintable(notice->text()));
    QTRY_VERIFY_WITH_TIMEOUT(!isShown(QStringLiteral("Second")), 60000);
    QTest::qWait(500);
    QVERIFY(notice->isVisible());
    QCOMPARE(part<ui::TitleEdit>("title")->toPlainText(), QStringLiteral("Second"));
    QTest::mouseClick(part<QPushButton>("restore"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(QStringLiteral("Second")), 30000);
}

void TestTwoWindows::aTaskThatLeftTheViewAmongThousandsOfChangesGivesWay()
{
    m->choose(QStringLiteral("First"));
    QTRY_COMPARE_WITH_TIMEOUT(part<ui::TitleEdit>("title")->toPlainText(), QStringLiteral("First"), 30000);
    foreign(manyWith(QStringLiteral("update tasks set glow_list = (select uid from glowlist.list limit 1) "
                                    "where title = 'First'")));
    QTRY_VERIFY_WITH_TIMEOUT(!isShown(QStringLiteral("First")), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(part<ui::TitleEdit>("title")->toPlainText() != u"First", 30000);
    QVERIFY(!part<QLabel>("noticeText")->isVisible());
}

QTEST_MAIN(TestTwoWindows)
#include "tst_twowindows.moc"
