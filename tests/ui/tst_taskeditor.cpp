#include "app/editor/scheduletext.h"
#include "app/theme.h"
#include "app/workspace.h"
#include "core/recurrence/recurrencetext.h"
#include "core/uid.h"
#include "support/builders.h"
#include "ui/editor/conflictbox.h"
#include "ui/editor/datefield.h"
#include "ui/editor/notesedit.h"
#include "ui/editor/subtaskdelegate.h"
#include "ui/editor/subtaskview.h"
#include "ui/editor/tagfield.h"
#include "ui/editor/taskeditor.h"
#include "ui/editor/titleedit.h"
#include "ui/style/glowstyle.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTextEdit>
#include <QToolButton>
#include <QtConcurrentRun>
#include <QtTest>

using namespace glow;

namespace {

store::WorkspaceEntry entryFor(const store::ConnectionString& database)
{
    store::WorkspaceEntry entry;
    entry.id = core::uidText(core::newUid());
    entry.name = QStringLiteral("Test");
    entry.pooled = entry.direct = database;
    return entry;
}

/// Databases are touched on workers only.
template <typename Work> auto onWorker(Work work)
{
    return QtConcurrent::run(work).result();
}

struct Bench {
    explicit Bench(tests::TemporaryServer& server, const app::Theme& theme)
        : data(onWorker([&server] { return std::make_shared<tests::Builder>(server); }))
        , workspace(entryFor(data->database()), {}, directory.path(),
                    core::Clock::fixedAt(QDateTime(QDate(2026, 11, 23), QTime(10, 0))))
    {
        workspace.open();
        if (!QTest::qWaitFor([this] { return workspace.isOpen(); }, 20000))
            qFatal("the workspace did not open");
        editor = std::make_unique<ui::TaskEditor>(workspace, theme);
        editor->resize(336, 772);
        editor->show();
        QApplication::setActiveWindow(editor.get());
    }

    QUuid task(const QString& title, const QJsonObject& set = {}) const
    {
        return onWorker([this, title, set] { return data->task(title, set); });
    }
    void show(const QUuid& task) const
    {
        editor->showTask(task);
        const auto there = [&] {
            return title()->isVisible() && !title()->title().isEmpty() && editor->task() == task &&
                   !editor->isLoading();
        };
        if (!QTest::qWaitFor(there, 20000))
            qFatal("the task does not appear");
    }
    void settle()
    {
        if (!QTest::qWaitFor([this] { return workspace.changes().pending() == 0; }, 20000))
            qFatal("changes stay pending");
        QTest::qWait(20);
    }
    QString stored(const QUuid& task, const QString& column) const
    {
        return data->sql(
            QStringLiteral("select %1 from tasks where glow_uid = '%2'").arg(column, core::uidText(task)));
    }
    ui::TitleEdit* title() const { return editor->findChild<ui::TitleEdit*>(QStringLiteral("title")); }
    template <typename Widget> Widget* find(const char* name) const
    {
        return editor->findChild<Widget*>(QString::fromLatin1(name));
    }

    std::shared_ptr<tests::Builder> data;
    QTemporaryDir directory;
    app::Workspace workspace;
    std::unique_ptr<ui::TaskEditor> editor;
};

} // namespace

class TestTaskEditor : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void typingATitleIsStoredAfterThePauseOnce();
    void leavingATaskStoresWhatWasTyped();
    void anotherProgramsChangeDoesNotMoveTheCaret();
    void aTitleIsShownExactlyAsStored_data();
    void aTitleIsShownExactlyAsStored();
    void aPastedLineBreakBecomesASpace();
    void theCounterAppearsNearTheLimitAndTheTextStays();
    void datesAreTypedInWords_data();
    void datesAreTypedInWords();
    void aTextThatIsNoDateStaysAndIsExplained();
    void anEmptiedDateIsTakenAway();
    void aDateIsChosenInTheCalendar();
    void aTypedRuleIsStoredWithItsFirstDate();
    void phraseAndControlsSayTheSame();
    void anOccurrenceIsMovedAloneOrWithThoseThatFollow();
    void anOccurrenceIsSkipped();
    void completingMakesTheNextOccurrenceAndUndoTakesItBack();
    void priorityListTagsAndEstimateAreStored();
    void notesAreRenderedWhileReadAndPlainWhileTyped();
    void subtasksAreAddedAndCompleted();
    void tabChangesTheLevelOfASubtask();
    void theChipOfADeeperSubtaskOpensIt();
    void severalTasksShowTheirNumber();
    void escapeStoresAndCloses();
    void thePaneIsNeverWiderThanItsWidth();

private:
    tests::TemporaryServer m_server;
    std::unique_ptr<app::Theme> m_theme;
};

void TestTaskEditor::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_theme = std::make_unique<app::Theme>();
    m_theme->setMode(app::Theme::Mode::Light);
    QApplication::setStyle(new ui::GlowStyle(*m_theme));
    QApplication::setFont(m_theme->font(app::Theme::Text::Body));
}

void TestTaskEditor::typingATitleIsStoredAfterThePauseOnce()
{
    Bench bench(m_server, *m_theme);
    const QUuid task = bench.task(QStringLiteral("Buy"));
    bench.show(task);
    QSignalSpy confirmed(&bench.workspace.changes(), &app::Changes::confirmed);
    bench.title()->setFocus();
    bench.title()->moveCursor(QTextCursor::End);
    QTest::keyClicks(bench.title(), QStringLiteral(" lemons"), {}, 5);
    QTRY_COMPARE(confirmed.size(), 1);
    QCOMPARE(bench.stored(task, QStringLiteral("title")), QStringLiteral("Buy lemons"));
    QCOMPARE(bench.title()->textCursor().position(), 10);
}

void TestTaskEditor::leavingATaskStoresWhatWasTyped()
{
    Bench bench(m_server, *m_theme);
    const QUuid task = bench.task(QStringLiteral("First"));
    const QUuid other = bench.task(QStringLiteral("Second"));
    bench.show(task);
    bench.title()->setFocus();
    bench.title()->selectAll();
    QTest::keyClicks(bench.title(), QStringLiteral("Changed"));
    bench.show(other);
    QTRY_COMPARE(bench.title()->title(), QStringLiteral("Second"));
    bench.settle();
    QCOMPARE(bench.stored(task, QStringLiteral("title")), QStringLiteral("Changed"));
    QCOMPARE(bench.stored(other, QStringLiteral("title")), QStringLiteral("Second"));
}

void TestTaskEditor::anotherProgramsChangeDoesNotMoveTheCaret()
{
    Bench bench(m_server, *m_theme);
    const QUuid task = bench.task(QStringLiteral("Mine"));
    bench.show(task);
    bench.title()->setFocus();
    bench.title()->moveCursor(QTextCursor::End);
    QTest::keyClicks(bench.title(), QStringLiteral(" and"));
    bench.data->sql(QStringLiteral("update tasks set title = 'Theirs', priority = 'low'"));
    bench.editor->flush();
    bench.settle();
    QTest::keyClicks(bench.title(), QStringLiteral(" more"));
    bench.editor->flush();
    bench.settle();
    QCOMPARE(bench.title()->title(), QStringLiteral("Mine and more"));
    QCOMPARE(bench.stored(task, QStringLiteral("title")), QStringLiteral("Mine and more"));
    QVERIFY(bench.find<QPushButton>("low")->isChecked());
    QVERIFY(bench.find<ui::ConflictBox>("conflicts")->isVisible());
    QCOMPARE(bench.find<ui::ConflictBox>("conflicts")
                 ->findChildren<ui::ConflictChoice*>(QStringLiteral("titleTheirs"))
                 .size(),
             1);
    QTest::mouseClick(bench.find<ui::ConflictChoice>("titleTheirs"), Qt::LeftButton);
    QTest::mouseClick(bench.find<QPushButton>("useChoice"), Qt::LeftButton);
    bench.settle();
    QCOMPARE(bench.stored(task, QStringLiteral("title")), QStringLiteral("Theirs"));
    QVERIFY(!bench.find<ui::ConflictBox>("conflicts")->isVisible());
}

void TestTaskEditor::aTitleIsShownExactlyAsStored_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("sql") << QStringLiteral("'; DROP TABLE tasks; --");
    QTest::newRow("markup") << QStringLiteral("<b>x</b> & %1");
    QTest::newRow("right to left") << QStringLiteral("مرحبا بالعالم");
    QTest::newRow("emoji") << QString::fromUtf8("👩‍👩‍👧‍👦 🚀");
    QTest::newRow("no-break space") << QString::fromUtf8("10\u00a0km");
    QTest::newRow("wide") << QString(200, u'W');
}

void TestTaskEditor::aTitleIsShownExactlyAsStored()
{
    QFETCH(QString, text);
    Bench bench(m_server, *m_theme);
    const QUuid task = bench.task(text);
    bench.show(task);
    QCOMPARE(bench.title()->title(), text);
    bench.title()->setFocus();
    bench.title()->moveCursor(QTextCursor::End);
    QTest::keyClick(bench.title(), Qt::Key_Backspace);
    QTest::keyClicks(bench.title(), QStringLiteral("z"));
    bench.editor->flush();
    bench.settle();
    QVERIFY(bench.title()->title().endsWith(u'z'));
    QCOMPARE(bench.stored(task, QStringLiteral("title")), bench.title()->title());
}

void TestTaskEditor::aPastedLineBreakBecomesASpace()
{
    Bench bench(m_server, *m_theme);
    bench.show(bench.task(QStringLiteral("x")));
    bench.title()->setFocus();
    bench.title()->selectAll();
    QGuiApplication::clipboard()->setText(QStringLiteral("one\ntwo\r\nthree"));
    bench.title()->paste();
    QCOMPARE(bench.title()->title(), QStringLiteral("one two three"));
}

void TestTaskEditor::theCounterAppearsNearTheLimitAndTheTextStays()
{
    Bench bench(m_server, *m_theme);
    const QUuid task = bench.task(QStringLiteral("short"));
    bench.show(task);
    QVERIFY(!bench.find<QLabel>("titleCounter")->isVisible());
    bench.title()->setFocus();
    bench.title()->selectAll();
    bench.title()->insertPlainText(QString(205, u'y'));
    QVERIFY(bench.find<QLabel>("titleCounter")->text().startsWith(QStringLiteral("205")));
    QVERIFY(bench.find<QLabel>("titleIssue")->isVisible());
    bench.editor->flush();
    QCOMPARE(bench.stored(task, QStringLiteral("title")), QStringLiteral("short"));
    QCOMPARE(bench.title()->title().size(), 205);
}

void TestTaskEditor::datesAreTypedInWords_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("day");
    QTest::addColumn<bool>("hasTime");
    QTest::newRow("today") << QStringLiteral("today") << QStringLiteral("2026-11-23 00:00:00") << false;
    QTest::newRow("tomorrow with time")
        << QStringLiteral("tomorrow 9:00") << QStringLiteral("2026-11-24 09:00:00") << true;
    QTest::newRow("weekday") << QStringLiteral("friday") << QStringLiteral("2026-11-27 00:00:00") << false;
    QTest::newRow("iso") << QStringLiteral("2026-12-01T14:30") << QStringLiteral("2026-12-01 14:30:00")
                         << true;
    QTest::newRow("as it is shown") << QStringLiteral("Today, 17:00") << QStringLiteral("2026-11-23 17:00:00")
                                    << true;
    QTest::newRow("day and month") << QStringLiteral("27 Nov") << QStringLiteral("2026-11-27 00:00:00")
                                   << false;
}

void TestTaskEditor::datesAreTypedInWords()
{
    QFETCH(QString, typed);
    Bench bench(m_server, *m_theme);
    const QUuid task = bench.task(QStringLiteral("Dated"));
    bench.show(task);
    auto* due = bench.find<ui::DateField>("due");
    due->setFocus();
    QTest::keyClicks(due, typed);
    bench.editor->flush();
    bench.settle();
    QTEST(bench.stored(task, QStringLiteral("due_date")), "day");
    QTEST(bench.stored(task, QStringLiteral("glow_due_has_time")) == u"t", "hasTime");
    // What the field shows is read back as the same date.
    bench.title()->setFocus();
    const QString shown = due->text();
    const auto value = due->value();
    due->setFocus();
    due->selectAll();
    QTest::keyClicks(due, shown);
    QVERIFY2(due->value() == value, qPrintable(shown));
}

void TestTaskEditor::aTextThatIsNoDateStaysAndIsExplained()
{
    Bench bench(m_server, *m_theme);
    const QUuid task =
        bench.task(QStringLiteral("Dated"), {{QStringLiteral("due_date"), QStringLiteral("2026-11-25")}});
    const QUuid other = bench.task(QStringLiteral("Other"));
    bench.show(task);
    auto* due = bench.find<ui::DateField>("due");
    due->setFocus();
    due->selectAll();
    QTest::keyClicks(due, QStringLiteral("wenesday mb"));
    bench.title()->setFocus();
    QCOMPARE(due->text(), QStringLiteral("wenesday mb"));
    QVERIFY(bench.find<QLabel>("dueIssue")->isVisible());
    QCOMPARE(bench.stored(task, QStringLiteral("due_date::date")), QStringLiteral("2026-11-25"));
    bench.show(other);
    QTRY_COMPARE(due->text(), QString());
    QVERIFY(!bench.find<QLabel>("dueIssue")->isVisible());
    bench.show(task);
    QTRY_COMPARE(due->text(), QStringLiteral("wenesday mb"));
}

void TestTaskEditor::anEmptiedDateIsTakenAway()
{
    Bench bench(m_server, *m_theme);
    const QUuid task = bench.task(QStringLiteral("Dated"),
                                  {{QStringLiteral("deadline"), QStringLiteral("2026-11-25T08:00")}});
    bench.show(task);
    auto* deadline = bench.find<ui::DateField>("deadline");
    QVERIFY(!deadline->text().isEmpty());
    deadline->setFocus();
    deadline->selectAll();
    QTest::keyClick(deadline, Qt::Key_Delete);
    bench.editor->flush();
    bench.settle();
    QCOMPARE(bench.stored(task, QStringLiteral("glow_deadline is null")), QStringLiteral("t"));
}

void TestTaskEditor::aDateIsChosenInTheCalendar()
{
    Bench bench(m_server, *m_theme);
    const QUuid task = bench.task(QStringLiteral("Dated"),
                                  {{QStringLiteral("due_date"), QStringLiteral("2026-11-25T08:00")}});
    bench.show(task);
    auto* due = bench.find<ui::DateField>("due");
    due->setFocus();
    due->openCalendar();
    QWidget* grid = QApplication::activePopupWidget()->findChild<QWidget*>(QStringLiteral("month"));
    QVERIFY(grid);
    QTest::keyClick(grid, Qt::Key_Down);
    QTest::keyClick(grid, Qt::Key_Return);
    QTest::mouseClick(QApplication::activePopupWidget()->findChild<QPushButton*>(QStringLiteral("accept")),
                      Qt::LeftButton);
    bench.editor->flush();
    bench.settle();
    QCOMPARE(bench.stored(task, QStringLiteral("due_date")), QStringLiteral("2026-12-02 08:00:00"));
    QVERIFY(!QApplication::activePopupWidget());
}

void TestTaskEditor::aTypedRuleIsStoredWithItsFirstDate()
{
    Bench bench(m_server, *m_theme);
    const QUuid task = bench.task(QStringLiteral("Notes"));
    bench.show(task);
    auto* due = bench.find<ui::DateField>("due");
    due->setFocus();
    QTest::keyClick(due, Qt::Key_Down, Qt::AltModifier);
    QWidget* popup = QApplication::activePopupWidget();
    QVERIFY(popup);
    auto* phrase = popup->findChild<QTextEdit*>(QStringLiteral("phrase"));
    QTest::keyClicks(phrase, QStringLiteral("every last friday at 17:00"));
    QCOMPARE(popup->findChild<QComboBox*>(QStringLiteral("repeat"))->currentText(),
             QStringLiteral("Monthly"));
    QCOMPARE(popup->findChild<QComboBox*>(QStringLiteral("on"))->currentText(),
             QStringLiteral("the last Friday"));
    QCOMPARE(popup->findChild<QLabel*>(QStringLiteral("words"))->text(),
             QStringLiteral("Every month on the last Friday at 17:00"));
    QTest::keyClick(phrase, Qt::Key_Return);
    bench.settle();
    QCOMPARE(bench.stored(task, QStringLiteral("concat_ws(' ', due_date, glow_rrule, glow_due_has_time)")),
             QStringLiteral("2026-11-27 17:00:00 FREQ=MONTHLY;BYDAY=-1FR t"));
    // The field itself takes such words too.
    due->setFocus();
    due->selectAll();
    QTest::keyClicks(due, QStringLiteral("every 3 days when done"));
    QTest::keyClick(due, Qt::Key_Return);
    bench.settle();
    QCOMPARE(bench.stored(task, QStringLiteral("concat_ws(' ', glow_rrule, glow_from_completion)")),
             QStringLiteral("FREQ=DAILY;INTERVAL=3 t"));
}

void TestTaskEditor::phraseAndControlsSayTheSame()
{
    Bench bench(m_server, *m_theme);
    const QUuid task = bench.task(QStringLiteral("Notes"),
                                  {{QStringLiteral("due_date"), QStringLiteral("2026-11-27T17:00")}});
    bench.show(task);
    auto* due = bench.find<ui::DateField>("due");
    due->openCalendar();
    QWidget* popup = QApplication::activePopupWidget();
    auto* phrase = popup->findChild<QTextEdit*>(QStringLiteral("phrase"));
    auto* repeat = popup->findChild<QComboBox*>(QStringLiteral("repeat"));
    const QDateTime now(QDate(2026, 11, 23), QTime(10, 0));
    const auto choose = [](QComboBox* box, int index) {
        box->setCurrentIndex(index);
        Q_EMIT box->activated(index);
    };
    for (int kind = 1; kind < repeat->count(); ++kind) {
        choose(repeat, kind);
        auto* on = popup->findChild<QComboBox*>(QStringLiteral("on"));
        for (int day = 0; day < std::max(1, on->count()); ++day) {
            if (day < on->count() && on->isVisible())
                choose(on, day);
            const QString words = popup->findChild<QLabel*>(QStringLiteral("words"))->text();
            const QString text = phrase->toPlainText();
            const auto read = app::readSchedule(text, now, QLocale());
            QVERIFY2(read && read->due, qPrintable(text));
            QCOMPARE(read->due->toText(), QStringLiteral("2026-11-27T17:00"));
            const auto rule = core::RecurrenceRule::fromText(read->rrule);
            QVERIFY2(rule, qPrintable(text));
            QCOMPARE(core::recurrenceText(*rule, read->fromCompletion, *read->due, QLocale()), words);
        }
    }
    popup->close();
}

void TestTaskEditor::anOccurrenceIsMovedAloneOrWithThoseThatFollow()
{
    Bench bench(m_server, *m_theme);
    const QJsonObject weekly{{QStringLiteral("due_date"), QStringLiteral("2026-11-27")},
                             {QStringLiteral("rrule"), QStringLiteral("FREQ=WEEKLY;BYDAY=FR")}};
    for (const bool following : {false, true}) {
        const QUuid task = bench.task(QStringLiteral("Moved"), weekly);
        bench.show(task);
        bench.find<ui::DateField>("due")->openCalendar();
        QWidget* popup = QApplication::activePopupWidget();
        QWidget* grid = popup->findChild<QWidget*>(QStringLiteral("month"));
        QTest::keyClick(grid, Qt::Key_Right);
        QTest::keyClick(grid, Qt::Key_Return);
        if (following) {
            for (QPushButton* button : popup->findChildren<QPushButton*>()) {
                if (button->text() == u"this and following")
                    QTest::mouseClick(button, Qt::LeftButton);
            }
        }
        QTest::mouseClick(popup->findChild<QPushButton*>(QStringLiteral("accept")), Qt::LeftButton);
        bench.settle();
        QCOMPARE(bench.stored(task, QStringLiteral(
                                        "concat_ws(' ', due_date::date, glow_rrule, glow_scheduled::date)")),
                 following ? QStringLiteral("2026-11-28 FREQ=WEEKLY;BYDAY=SA")
                           : QStringLiteral("2026-11-28 FREQ=WEEKLY;BYDAY=FR 2026-11-27"));
    }
}

void TestTaskEditor::anOccurrenceIsSkipped()
{
    Bench bench(m_server, *m_theme);
    const QUuid task =
        bench.task(QStringLiteral("Skipped"), {{QStringLiteral("due_date"), QStringLiteral("2026-11-27")},
                                               {QStringLiteral("rrule"), QStringLiteral("FREQ=WEEKLY")}});
    bench.show(task);
    bench.find<ui::DateField>("due")->openCalendar();
    QTest::mouseClick(QApplication::activePopupWidget()->findChild<QPushButton*>(QStringLiteral("skip")),
                      Qt::LeftButton);
    bench.settle();
    QCOMPARE(bench.stored(task, QStringLiteral("concat_ws(' ', due_date::date, completed, glow_occurrence)")),
             QStringLiteral("2026-12-04 f 2"));
    bench.workspace.changes().undo();
    bench.settle();
    QCOMPARE(bench.stored(task, QStringLiteral("due_date::date")), QStringLiteral("2026-11-27"));
}

void TestTaskEditor::completingMakesTheNextOccurrenceAndUndoTakesItBack()
{
    Bench bench(m_server, *m_theme);
    const QUuid task =
        bench.task(QStringLiteral("Water"), {{QStringLiteral("due_date"), QStringLiteral("2026-11-23")},
                                             {QStringLiteral("rrule"), QStringLiteral("FREQ=DAILY")}});
    bench.show(task);
    const auto dates = [&] {
        return bench.data->sql(
            QStringLiteral("select string_agg(due_date::date || case when completed then ' done' else '' "
                           "end, ', ' order by due_date) from tasks where title = 'Water'"));
    };
    QTest::mouseClick(bench.find<QWidget>("completed"), Qt::LeftButton);
    bench.settle();
    QCOMPARE(dates(), QStringLiteral("2026-11-23 done, 2026-11-24"));
    bench.workspace.changes().undo();
    bench.settle();
    QCOMPARE(dates(), QStringLiteral("2026-11-23"));
    bench.workspace.changes().redo();
    bench.settle();
    QCOMPARE(dates(), QStringLiteral("2026-11-23 done, 2026-11-24"));
}

void TestTaskEditor::priorityListTagsAndEstimateAreStored()
{
    Bench bench(m_server, *m_theme);
    const QUuid list = onWorker([&] { return bench.data->list(QStringLiteral("Garden")); });
    const QUuid task = bench.task(QStringLiteral("Plant"));
    bench.show(task);
    // A change brings the list that was made elsewhere.
    QTest::mouseClick(bench.find<QPushButton>("high"), Qt::LeftButton);
    bench.settle();
    auto* lists = bench.find<QComboBox>("list");
    QTRY_VERIFY(lists->findText(QStringLiteral("Garden")) > 0);
    lists->setCurrentIndex(lists->findText(QStringLiteral("Garden")));
    Q_EMIT lists->activated(lists->currentIndex());
    QLineEdit* tag = bench.find<ui::TagField>("tags")->line();
    tag->setFocus();
    QTest::keyClicks(tag, QStringLiteral("outdoors"));
    QTest::keyClick(tag, Qt::Key_Return);
    auto* estimate = bench.find<QLineEdit>("estimate");
    estimate->setFocus();
    QTest::keyClicks(estimate, QStringLiteral("1h30m"));
    bench.title()->setFocus();
    bench.settle();
    QCOMPARE(bench.stored(task, QStringLiteral("priority")), QStringLiteral("high"));
    QCOMPARE(bench.stored(task, QStringLiteral("glow_list")), core::uidText(list));
    QCOMPARE(bench.stored(task, QStringLiteral("glow_estimate")), QStringLiteral("90"));
    QTRY_COMPARE(bench.data->sql(QStringLiteral("select name from glowlist.tag")),
                 QStringLiteral("outdoors"));
    QTRY_COMPARE(estimate->text(), QStringLiteral("1 h 30 min"));
    QTest::keyClick(tag, Qt::Key_Backspace);
    bench.settle();
    QCOMPARE(bench.data->count(QStringLiteral("glowlist.task_tag")), 0);
}

void TestTaskEditor::notesAreRenderedWhileReadAndPlainWhileTyped()
{
    Bench bench(m_server, *m_theme);
    const QString source = QStringLiteral("Lead with **offline**\nand <b>no markup</b>\n- one");
    const QUuid task = bench.task(QStringLiteral("Noted"), {{QStringLiteral("notes"), source}});
    bench.show(task);
    auto* notes = bench.find<ui::NotesEdit>("notes");
    QVERIFY(!notes->toPlainText().contains(QStringLiteral("**")));
    QVERIFY(notes->toPlainText().contains(QStringLiteral("<b>no markup</b>")));
    notes->setFocus(Qt::TabFocusReason);
    QCOMPARE(notes->toPlainText(), source);
    QTest::keyClicks(notes, QStringLiteral("!"));
    bench.title()->setFocus();
    bench.settle();
    QCOMPARE(notes->notes(), source + u'!');
    QCOMPARE(bench.stored(task, QStringLiteral("coalesce(glow_notes, description)")), source + u'!');
}

void TestTaskEditor::subtasksAreAddedAndCompleted()
{
    Bench bench(m_server, *m_theme);
    const QUuid task = bench.task(QStringLiteral("Parent"));
    bench.show(task);
    auto* line = bench.find<QLineEdit>("addSubtask");
    line->setFocus();
    for (const QString& title : {QStringLiteral("one"), QStringLiteral("two")}) {
        QTest::keyClicks(line, title);
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(line->text().isEmpty());
    }
    bench.settle();
    auto* view = bench.find<ui::SubtaskView>("subtasks");
    QCOMPARE(view->model()->rowCount(), 2);
    const QPoint circle = view->visualRect(view->model()->index(0, 0)).topLeft() + QPoint(8, 14);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, circle);
    bench.settle();
    QCOMPARE(bench.data->count(QStringLiteral("tasks where completed and title = 'one'")), 1);
    QVERIFY(bench.find<QLabel>("subtasksLabel")->text().endsWith(QStringLiteral("1 of 2")));
    QTest::keyClicks(line, QString(201, u'x'));
    QTest::keyClick(line, Qt::Key_Return);
    QVERIFY(bench.find<QLabel>("subtaskIssue")->isVisible());
    QCOMPARE(line->text().size(), 201);
}

void TestTaskEditor::tabChangesTheLevelOfASubtask()
{
    Bench bench(m_server, *m_theme);
    const QUuid top = bench.task(QStringLiteral("Top"));
    const QUuid parent =
        bench.task(QStringLiteral("Parent"), {{QStringLiteral("parent"), core::uidText(top)}});
    bench.task(QStringLiteral("Next"), {{QStringLiteral("parent"), core::uidText(top)}});
    bench.show(parent);
    auto* line = bench.find<QLineEdit>("addSubtask");
    line->setFocus();
    for (const char* title : {"one", "two", "three"}) {
        QTest::keyClicks(line, QLatin1String(title));
        QTest::keyClick(line, Qt::Key_Return);
    }
    bench.settle();
    auto* view = bench.find<ui::SubtaskView>("subtasks");
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Tab); // the first has nothing above it
    QCOMPARE(view->model()->rowCount(), 3);
    view->setCurrentIndex(view->model()->index(1, 0));
    QTest::keyClick(view, Qt::Key_Tab);
    QCOMPARE(view->model()->rowCount(), 2);
    bench.settle();
    const auto parentOf = [&bench](const char* title) {
        return bench.data->sql(QStringLiteral("select p.title from tasks t join tasks p on p.glow_uid = "
                                              "t.glow_parent where t.title = '%1'")
                                   .arg(QLatin1String(title)));
    };
    QCOMPARE(parentOf("two").trimmed(), QStringLiteral("one"));
    const auto chip = [view](int row) {
        return view->model()->index(row, 0).data(app::SubtaskModel::BelowRole).toString();
    };
    QTRY_COMPARE_WITH_TIMEOUT(chip(0), QStringLiteral("0/1"), 20000);
    QCOMPARE(view->currentIndex().row(), 0);
    view->setCurrentIndex(view->model()->index(1, 0));
    QTest::keyClick(view, Qt::Key_Backtab, Qt::ShiftModifier);
    QCOMPARE(view->model()->rowCount(), 1);
    bench.settle();
    QCOMPARE(parentOf("three").trimmed(), QStringLiteral("Top"));
    const QString order = QStringLiteral("select string_agg(title, ' ' order by glow_path) from tasks "
                                         "where glow_parent = '%1'")
                              .arg(core::uidText(top));
    QCOMPARE(bench.data->sql(order).trimmed(), QStringLiteral("Parent three Next"));
    bench.workspace.changes().undo();
    QTRY_COMPARE_WITH_TIMEOUT(view->model()->rowCount(), 2, 20000);
}

void TestTaskEditor::theChipOfADeeperSubtaskOpensIt()
{
    Bench bench(m_server, *m_theme);
    const QUuid top = bench.task(QStringLiteral("Top"));
    const QUuid middle =
        bench.task(QStringLiteral("Middle"), {{QStringLiteral("parent"), core::uidText(top)}});
    bench.task(QStringLiteral("Deep"), {{QStringLiteral("parent"), core::uidText(middle)}});
    bench.show(top);
    auto* view = bench.find<ui::SubtaskView>("subtasks");
    const QModelIndex row = view->model()->index(0, 0);
    QCOMPARE(row.data(app::SubtaskModel::BelowRole).toString(), QStringLiteral("0/1"));
    QSignalSpy opened(bench.editor.get(), &ui::TaskEditor::taskActivated);
    const auto* delegate = static_cast<ui::SubtaskDelegate*>(view->itemDelegate());
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                      delegate->chipPlace(view->visualRect(row), row).center());
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.constFirst().constFirst().toUuid(), middle);
}

void TestTaskEditor::severalTasksShowTheirNumber()
{
    Bench bench(m_server, *m_theme);
    const QList<QUuid> tasks{bench.task(QStringLiteral("a")), bench.task(QStringLiteral("b")),
                             bench.task(QStringLiteral("c"))};
    QSignalSpy complete(bench.editor.get(), &ui::TaskEditor::completeRequested);
    bench.editor->showSelection(tasks);
    QVERIFY(bench.find<QLabel>("selectionCount")->isVisible());
    QVERIFY(bench.find<QLabel>("selectionCount")->text().contains(u'3'));
    QTest::mouseClick(bench.find<QPushButton>("completeAll"), Qt::LeftButton);
    QCOMPARE(complete.constFirst().constFirst().value<QList<QUuid>>(), tasks);
    bench.show(tasks.constFirst());
    QVERIFY(!bench.find<QLabel>("selectionCount")->isVisible());
}

void TestTaskEditor::escapeStoresAndCloses()
{
    Bench bench(m_server, *m_theme);
    const QUuid task = bench.task(QStringLiteral("Close"));
    bench.show(task);
    QSignalSpy closed(bench.editor.get(), &ui::TaskEditor::closed);
    bench.editor->focusTitle();
    QTest::keyClicks(bench.title(), QStringLiteral("Closed"));
    QTest::keyClick(bench.title(), Qt::Key_Escape);
    QCOMPARE(closed.size(), 1);
    bench.settle();
    QCOMPARE(bench.stored(task, QStringLiteral("title")), QStringLiteral("Closed"));
}

void TestTaskEditor::thePaneIsNeverWiderThanItsWidth()
{
    Bench bench(m_server, *m_theme);
    bench.show(
        bench.task(QString(200, u'W'), {{QStringLiteral("due_date"), QStringLiteral("2026-11-25T08:00")}}));
    const QWidget* content = bench.find<QWidget>("content");
    QTRY_VERIFY(content->width() <= bench.editor->width());
    for (const QWidget* widget : content->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
        if (widget->isVisible())
            QVERIFY2(widget->geometry().right() <= content->width() - 15, qPrintable(widget->objectName()));
    }
}

QTEST_MAIN(TestTaskEditor)
#include "tst_taskeditor.moc"
