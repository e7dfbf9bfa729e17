#include "ui/windowfixture.h"

#include "ui/actions.h"
#include "ui/editor/conflictbox.h"
#include "ui/editor/taskeditor.h"
#include "ui/editor/titleedit.h"

#include <QLabel>
#include <QPushButton>

using namespace glow;

/// "Changed elsewhere while you edited": a person types while another program writes to the same task.
class TestConflict : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void bothValuesAreShownAndNothingIsOverwrittenUnderTheCaret();
    void mineIsChosenWhereITypedAndTheirsWhereIDidNot();
    void theChoiceIsOneChangeAndOneUndo();
    void allMineCanBeKept();
    void aChoiceIsMadeByKeyboard();
    void whatIStoredAndTheyChangedWhileTheCaretIsThereIsShown();
    void whoDidItAndWhenIsSaid();
    void markupStaysText();
    void anotherTaskHasNoneOfIt();
    void whatWasDeletedMeanwhileIsRestoredByGoingOnWithIt();

private:
    ui::TaskEditor& editor() const { return *m->pane().editor(); }
    ui::TitleEdit& title() const { return *editor().findChild<ui::TitleEdit*>(QStringLiteral("title")); }
    ui::ConflictBox& box() const
    {
        return *editor().findChild<ui::ConflictBox*>(QStringLiteral("conflicts"));
    }
    ui::ConflictChoice* choice(const char* name) const
    {
        // The content is made anew with each news; what is hidden goes.
        const auto all = box().findChildren<ui::ConflictChoice*>(QLatin1String(name));
        for (ui::ConflictChoice* each : all) {
            if (each->isVisible())
                return each;
        }
        return nullptr;
    }
    QPushButton* button(const char* name) const
    {
        const auto all = box().findChildren<QPushButton*>(QLatin1String(name));
        return all.isEmpty() ? nullptr : all.constLast();
    }
    void sql(const QString& statement) const
    {
        tests::onThread([&] { m->builder().sql(statement); });
    }
    QString value(const QString& column) const
    {
        QString text;
        tests::onThread([&] {
            text = m->builder()
                       .sql(QStringLiteral("select %1 from public.tasks where glow_uid = '%2'")
                                .arg(column, core::uidText(m_task)))
                       .trimmed();
        });
        return text;
    }
    void type(const QString& text)
    {
        title().setFocus();
        QTest::keyClick(&title(), Qt::Key_End);
        QTest::keyClicks(&title(), text);
    }
    void meet();
    void shoot();

    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<tests::WindowFixture> m;
    QUuid m_task;
};

void TestConflict::initTestCase()
{
    m_server = std::make_unique<tests::TemporaryServer>();
}

void TestConflict::init()
{
    m = std::make_unique<tests::WindowFixture>(*m_server);
    tests::onThread([this] {
        m->builder().task(QStringLiteral("Another"));
        m_task = m->builder().task(QStringLiteral("Write notes"));
    });
    m->open();
    QTRY_VERIFY(m->isReady());
    QTRY_VERIFY(m->rowOf(QStringLiteral("Write notes")) >= 0);
    m->choose(QStringLiteral("Write notes"));
    QTRY_VERIFY(!editor().isLoading());
}

void TestConflict::cleanup()
{
    m.reset();
}

/// The person has typed " 2", another program has another title and a priority.
void TestConflict::meet()
{
    type(QStringLiteral(" 2"));
    sql(QStringLiteral(
        "update public.tasks set title = 'Write notes 3', priority = 'high' where title like 'Write%'"));
    [this] { QTRY_VERIFY(choice("titleMine")); }();
}

void TestConflict::bothValuesAreShownAndNothingIsOverwrittenUnderTheCaret()
{
    QVERIFY(box().isHidden());
    meet();
    QCOMPARE(title().title(), QStringLiteral("Write notes 2"));
    QVERIFY(choice("titleMine")->accessibleName().startsWith(QStringLiteral("Write notes 2")));
    QVERIFY(choice("titleTheirs")->accessibleName().startsWith(QStringLiteral("Write notes 3")));
    QVERIFY(title().hasFocus());
    QTest::keyClicks(&title(), QStringLiteral("!")); // typing goes on
    QCOMPARE(title().title(), QStringLiteral("Write notes 2!"));
    QTRY_VERIFY(choice("titleMine")->accessibleName().startsWith(QStringLiteral("Write notes 2!")));
}

void TestConflict::mineIsChosenWhereITypedAndTheirsWhereIDidNot()
{
    meet();
    QVERIFY(choice("titleMine")->isChecked());
    QTRY_VERIFY(choice("priorityTheirs"));
    QVERIFY(choice("priorityTheirs")->isChecked());
    QTest::mouseClick(button("useChoice"), Qt::LeftButton);
    QTRY_COMPARE(value(QStringLiteral("title")), QStringLiteral("Write notes 2"));
    QCOMPARE(value(QStringLiteral("priority")), QStringLiteral("high"));
    QVERIFY(box().isHidden());
}

void TestConflict::theChoiceIsOneChangeAndOneUndo()
{
    meet();
    QTRY_COMPARE(value(QStringLiteral("title")), QStringLiteral("Write notes 2")); // stored after the pause
    QTRY_VERIFY(choice("titleTheirs") && choice("priorityMine"));
    QTest::mouseClick(choice("titleTheirs"), Qt::LeftButton);
    QTest::mouseClick(choice("priorityMine"), Qt::LeftButton);
    QVERIFY(title().hasFocus());
    QTest::mouseClick(button("useChoice"), Qt::LeftButton);
    QTRY_COMPARE(value(QStringLiteral("title")), QStringLiteral("Write notes 3"));
    QTRY_COMPARE(value(QStringLiteral("priority")), QStringLiteral("none"));
    QCOMPARE(title().title(), QStringLiteral("Write notes 3"));
    QTRY_COMPARE(m->pane().workspace().changes().pending(), 0);
    m->window().actions().get(QLatin1String("undo"))->trigger();
    QTRY_COMPARE(value(QStringLiteral("title")), QStringLiteral("Write notes 2"));
    QTRY_COMPARE(value(QStringLiteral("priority")), QStringLiteral("high"));
}

void TestConflict::allMineCanBeKept()
{
    meet();
    QTRY_VERIFY(choice("priorityMine"));
    QTest::mouseClick(button("keepMine"), Qt::LeftButton);
    QTRY_COMPARE(value(QStringLiteral("title")), QStringLiteral("Write notes 2"));
    QTRY_COMPARE(value(QStringLiteral("priority")), QStringLiteral("none"));
    QVERIFY(box().isHidden());
}

void TestConflict::aChoiceIsMadeByKeyboard()
{
    meet();
    choice("titleTheirs")->setFocus(Qt::TabFocusReason);
    QTest::keyClick(choice("titleTheirs"), Qt::Key_Space);
    QTRY_VERIFY(choice("titleTheirs")->isChecked());
    button("useChoice")->setFocus(Qt::TabFocusReason);
    QTest::keyClick(button("useChoice"), Qt::Key_Space);
    QTRY_COMPARE(value(QStringLiteral("title")), QStringLiteral("Write notes 3"));
    QCOMPARE(title().title(), QStringLiteral("Write notes 3"));
}

void TestConflict::whatIStoredAndTheyChangedWhileTheCaretIsThereIsShown()
{
    type(QStringLiteral(" 2"));
    QTRY_COMPARE(value(QStringLiteral("title")), QStringLiteral("Write notes 2"));
    QTRY_COMPARE(m->pane().workspace().changes().pending(), 0);
    QVERIFY(box().isHidden());
    sql(QStringLiteral("update public.tasks set title = 'Theirs' where title like 'Write%'"));
    QTRY_VERIFY(choice("titleTheirs"));
    QCOMPARE(title().title(), QStringLiteral("Write notes 2"));
    QTest::mouseClick(button("useChoice"), Qt::LeftButton);
    QTRY_COMPARE(value(QStringLiteral("title")), QStringLiteral("Write notes 2"));
}

void TestConflict::whoDidItAndWhenIsSaid()
{
    meet();
    QTRY_VERIFY(
        choice("titleTheirs")->accessibleName().contains(QStringLiteral("another program · just now")));
    QVERIFY(choice("titleMine")->accessibleName().contains(QStringLiteral("yours · now")));
    shoot();
}

/// For the eye, beside design/conflict-light.png.
void TestConflict::shoot()
{
    const QString directory = qEnvironmentVariable("GLOWLIST_PICTURES");
    if (directory.isEmpty())
        return;
    QApplication::setStyle(new ui::GlowStyle(m->theme()));
    for (const auto& [mode, name] :
         {std::pair(app::Theme::Mode::Dark, "dark"), std::pair(app::Theme::Mode::Light, "light")}) {
        m->theme().setMode(mode);
        QTest::qWait(300);
        QVERIFY(
            m->window().grab().save(directory + QStringLiteral("/conflict-%1.png").arg(QLatin1String(name))));
    }
    QApplication::setStyle(QStringLiteral("Fusion")); // the theme goes with the window
}

void TestConflict::markupStaysText()
{
    type(QStringLiteral(" 2"));
    sql(QStringLiteral("update public.tasks set title = '<b>x</b> &amp; %1' where title like 'Write%'"));
    QTRY_VERIFY(choice("titleTheirs"));
    QVERIFY(choice("titleTheirs")->accessibleName().startsWith(QStringLiteral("<b>x</b> &amp; %1")));
}

void TestConflict::anotherTaskHasNoneOfIt()
{
    meet();
    m->choose(QStringLiteral("Another"));
    QTRY_COMPARE(title().title(), QStringLiteral("Another"));
    QVERIFY(box().isHidden());
}

void TestConflict::whatWasDeletedMeanwhileIsRestoredByGoingOnWithIt()
{
    type(QStringLiteral(" 2"));
    sql(QStringLiteral("delete from public.tasks where title like 'Write%'"));
    // Whether the news or the pause comes first: the text is stored by itself, or stays and is restored by a
    // button.
    auto* restore = editor().findChild<QPushButton*>(QStringLiteral("restore"));
    QTRY_VERIFY(restore->isVisible() || value(QStringLiteral("title")) == u"Write notes 2");
    if (restore->isVisible())
        QTest::mouseClick(restore, Qt::LeftButton);
    QTRY_COMPARE(value(QStringLiteral("title")), QStringLiteral("Write notes 2"));
    QTRY_VERIFY(!restore->isVisible());
    QCOMPARE(title().title(), QStringLiteral("Write notes 2"));
}

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    TestConflict test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_conflict.moc"
