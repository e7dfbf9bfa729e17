#include "app/sidebar/sidebarmodel.h"
#include "mousedrag.h"
#include "ui/editor/tagfield.h"
#include "ui/editor/taskeditor.h"
#include "ui/messagebar.h"
#include "ui/sidebar/listdialog.h"
#include "ui/sidebar/sidebarview.h"
#include "ui/table/sectionmenu.h"
#include "windowfixture.h"

#include <QComboBox>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace glow;
using app::SidebarModel;
using app::TaskTableModel;
using core::Scope;
using tests::WindowFixture;

namespace {

constexpr int patience = 30000;

} // namespace

/// Sections of a list, lists in lists, merged tags and tasks that wait for others, in the whole window.
class TestSections : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void sectionsAreHeadingsInTheirOrder();
    void aSectionFoldsByAClickAndStaysFolded();
    void leftOnATopLevelTaskFoldsItsSection();
    void aSectionIsMadeRenamedMovedAndDeleted();
    void aSectionIsDragged_data();
    void aSectionIsDragged();
    void aSectionMovesByTheKeyboard();
    void theMenuOfASectionComesByTheKeyboard();
    void aTaskIsDraggedToAnotherSection_data();
    void aTaskIsDraggedToAnotherSection();
    void theEditorChoosesTheSection();
    void aTaskThatLeavesTheListLosesItsSectionUntilUndone();
    void aListIsDraggedIntoAnother();
    void aListMovesByTheKeyboard();
    void aListCannotLieBelowItself();
    void aClosedListCountsWhatItHidesAndStaysClosed();
    void renamingATagOntoAnotherMergesThem();
    void aTagMadeUnderAnOldNameIsAnotherTag();
    void theEditorSaysWhatATaskWaitsFor();
    void theLastBlockerDoneUnblocks();
    void aCircleOfBlockersIsRefusedInWords();

private:
    QUuid section(WindowFixture& fixture, const QUuid& list, const QString& name, const QString& position);
    /// A list "Work" with the sections Release (two tasks), Empty and Ideas (one), and a task of none.
    void fill(WindowFixture& fixture);
    QUuid task(WindowFixture& fixture, const QString& title, const QUuid& list, const QUuid& section,
               const QString& position);
    QStringList rows(WindowFixture& fixture);
    QPoint rowPoint(WindowFixture& fixture, int row, int x = 120, int dy = 0);
    int headingOf(WindowFixture& fixture, const QString& name);
    QListView& places(WindowFixture& fixture)
    {
        return *fixture.window().sidebar().findChild<ui::PlaceList*>();
    }
    QPoint placePoint(WindowFixture& fixture, const QUuid& list);
    void block(WindowFixture& fixture, const QString& waiting, const QString& blocker);

    std::unique_ptr<tests::TemporaryServer> m_server;
    QUuid m_list, m_release, m_empty, m_ideas;
    QHash<QString, QUuid> m_tasks;
};

void TestSections::initTestCase()
{
    store::Database::loadDriver();
    tests::onThread([this] { m_server = std::make_unique<tests::TemporaryServer>(); });
}

void TestSections::cleanupTestCase()
{
    tests::onThread([this] { m_server.reset(); });
}

QUuid TestSections::section(WindowFixture& fixture, const QUuid& list, const QString& name,
                            const QString& position)
{
    const QUuid uid = core::newUid();
    fixture.builder().apply({tests::operation(core::Verb::Create, core::Entity::Section, uid,
                                              {{QStringLiteral("name"), name},
                                               {QStringLiteral("list"), core::uidText(list)},
                                               {QStringLiteral("position"), position}})});
    return uid;
}

QUuid TestSections::task(WindowFixture& fixture, const QString& title, const QUuid& list,
                         const QUuid& section, const QString& position)
{
    QJsonObject set{{QStringLiteral("list"), core::uidText(list)}, {QStringLiteral("position"), position}};
    if (!section.isNull())
        set.insert(QStringLiteral("section"), core::uidText(section));
    const QUuid uid = fixture.builder().task(title, set);
    m_tasks.insert(title, uid);
    return uid;
}

void TestSections::fill(WindowFixture& fixture)
{
    tests::onThread([&] {
        m_list = fixture.builder().list(QStringLiteral("Work"));
        m_ideas = section(fixture, m_list, QStringLiteral("Ideas"), QStringLiteral("p"));
        m_release = section(fixture, m_list, QStringLiteral("Release"), QStringLiteral("b"));
        m_empty = section(fixture, m_list, QStringLiteral("Empty"), QStringLiteral("c"));
        task(fixture, QStringLiteral("idea"), m_list, m_ideas, QStringLiteral("a"));
        task(fixture, QStringLiteral("loose"), m_list, {}, QStringLiteral("z"));
        task(fixture, QStringLiteral("second"), m_list, m_release, QStringLiteral("n"));
        task(fixture, QStringLiteral("first"), m_list, m_release, QStringLiteral("m"));
    });
    fixture.open(QStringLiteral("list:Work"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady() && fixture.rowOf(QStringLiteral("idea")) >= 0, patience);
    QVERIFY(QTest::qWaitForWindowExposed(&fixture.window()));
}

QStringList TestSections::rows(WindowFixture& fixture)
{
    QStringList rows;
    for (int row = 0; row < fixture.model().rowCount(); ++row) {
        const QModelIndex index = fixture.model().index(row, 0);
        const bool heading = fixture.model().kindAt(row) == TaskTableModel::RowKind::Heading;
        rows.append(heading ? QStringLiteral("# %1 %2")
                                  .arg(index.data().toString())
                                  .arg(index.data(TaskTableModel::GroupCountRole).toInt())
                            : index.data().toString());
    }
    return rows;
}

int TestSections::headingOf(WindowFixture& fixture, const QString& name)
{
    for (int row = 0; row < fixture.model().rowCount(); ++row) {
        const QModelIndex index = fixture.model().index(row, 0);
        if (!index.data(TaskTableModel::SectionRole).toUuid().isNull() && index.data().toString() == name)
            return row;
    }
    return -1;
}

QPoint TestSections::rowPoint(WindowFixture& fixture, int row, int x, int dy)
{
    ui::TaskTableView& table = fixture.page().table();
    return {x, table.rowViewportPosition(row) + table.rowHeight(row) / 2 + dy};
}

QPoint TestSections::placePoint(WindowFixture& fixture, const QUuid& list)
{
    SidebarModel& model = fixture.pane().sidebar();
    return places(fixture).visualRect(model.index(model.rowOf({Scope::List, list}))).center();
}

void TestSections::block(WindowFixture& fixture, const QString& waiting, const QString& blocker)
{
    const QUuid a = m_tasks.value(waiting);
    const QUuid b = m_tasks.value(blocker);
    tests::onThread([&] {
        fixture.builder().apply({tests::operation(
            core::Verb::Create, core::Entity::Dependency, core::dependencyUid(a, b),
            {{QStringLiteral("task"), core::uidText(a)}, {QStringLiteral("blocker"), core::uidText(b)}})});
    });
}

void TestSections::sectionsAreHeadingsInTheirOrder()
{
    WindowFixture fixture(*m_server);
    fill(fixture);
    const QStringList wanted{QStringLiteral("loose"),     QStringLiteral("# Release 2"),
                             QStringLiteral("first"),     QStringLiteral("second"),
                             QStringLiteral("# Empty 0"), QStringLiteral("# Ideas 1"),
                             QStringLiteral("idea")};
    QCOMPARE(rows(fixture), wanted);
    fixture.page().table().sortBy(core::SortField::Title, false);
    QTRY_COMPARE_WITH_TIMEOUT(rows(fixture).size(), 4, patience); // sections belong to the order by hand
    fixture.page().table().sortBy(core::SortField::Manual, false);
    QTRY_COMPARE_WITH_TIMEOUT(rows(fixture), wanted, patience);
}

void TestSections::aSectionFoldsByAClickAndStaysFolded()
{
    WindowFixture fixture(*m_server);
    fill(fixture);
    const auto click = [&] {
        QTest::mouseClick(fixture.page().table().viewport(), Qt::LeftButton, {},
                          rowPoint(fixture, headingOf(fixture, QStringLiteral("Release"))));
    };
    const QStringList folded{QStringLiteral("loose"), QStringLiteral("# Release 2"),
                             QStringLiteral("# Empty 0"), QStringLiteral("# Ideas 1"),
                             QStringLiteral("idea")};
    click();
    QCOMPARE(rows(fixture), folded); // at once, nothing is read
    click();
    QCOMPARE(rows(fixture).size(), 7);
    click();
    fixture.restart();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady() && fixture.rowOf(QStringLiteral("idea")) >= 0, patience);
    QCOMPARE(rows(fixture), folded);
}

void TestSections::leftOnATopLevelTaskFoldsItsSection()
{
    WindowFixture fixture(*m_server);
    fill(fixture);
    fixture.choose(QStringLiteral("first"));
    QTest::keyClick(&fixture.page().table(), Qt::Key_Left);
    QCOMPARE(rows(fixture).size(), 5);
    fixture.choose(QStringLiteral("loose"));
    QTest::keyClick(&fixture.page().table(), Qt::Key_Left);
    QCOMPARE(rows(fixture).size(), 5);
}

void TestSections::aSectionIsMadeRenamedMovedAndDeleted()
{
    WindowFixture fixture(*m_server);
    fill(fixture);
    fixture.page().sections().create(m_list);
    auto* dialog = fixture.window().findChild<ui::ListDialog*>();
    QVERIFY(dialog);
    auto* save = dialog->findChild<QPushButton*>(QStringLiteral("saveButton"));
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), QStringLiteral("ideas"));
    QVERIFY(!save->isEnabled()); // the name is taken
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), QStringLiteral(" & more"));
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(rows(fixture).constLast(), QStringLiteral("# ideas & more 0"), patience);
    app::CatalogueActions& actions = fixture.pane().catalogueActions();
    actions.renameSection(m_release, QStringLiteral("Release 2.4"));
    QTRY_VERIFY_WITH_TIMEOUT(rows(fixture).contains(QStringLiteral("# Release 2.4 2")), patience);
    actions.moveSection(m_ideas, m_release);
    QTRY_COMPARE_WITH_TIMEOUT(rows(fixture).value(1), QStringLiteral("# Ideas 1"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.pane().workspace().changes().pending(), 0, patience);
    actions.deleteSection(m_release);
    QTRY_VERIFY_WITH_TIMEOUT(headingOf(fixture, QStringLiteral("Release 2.4")) < 0, patience);
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.sql(QStringLiteral("select count(*) from tasks where glow_section is null")),
        QStringLiteral("3"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rowOf(QStringLiteral("second")), 1, patience);
    fixture.pane().workspace().changes().undo();
    QTRY_VERIFY_WITH_TIMEOUT(rows(fixture).contains(QStringLiteral("# Release 2.4 2")), patience);
}

void TestSections::aSectionIsDragged_data()
{
    QTest::addColumn<QString>("onto");
    QTest::addColumn<int>("dy");
    QTest::addColumn<QString>("order");
    QTest::newRow("above the first") << "# Release 2" << -8 << "Ideas Release Empty";
    QTest::newRow("below the first") << "second" << 8 << "Release Ideas Empty";
    QTest::newRow("where it stands") << "idea" << 8 << "Release Empty Ideas";
}

void TestSections::aSectionIsDragged()
{
    QFETCH(const QString, onto);
    QFETCH(const int, dy);
    QFETCH(const QString, order);
    WindowFixture fixture(*m_server);
    fill(fixture);
    QWidget& table = *fixture.page().table().viewport();
    const int target = static_cast<int>(rows(fixture).indexOf(onto));
    tests::dragByMouse(table, rowPoint(fixture, headingOf(fixture, QStringLiteral("Ideas"))), table,
                       rowPoint(fixture, target, 90, dy));
    const QString asked =
        QStringLiteral("select string_agg(name, ' ' order by position) from glowlist.section");
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(asked), order, patience);
    QTRY_COMPARE_WITH_TIMEOUT(rows(fixture).size(), 7, patience); // none was folded
    const QString first = QStringLiteral("# ") + order.section(u' ', 0, 0);
    QTRY_VERIFY_WITH_TIMEOUT(rows(fixture).value(1).startsWith(first), patience);
    if (fixture.pane().workspace().changes().undoLabel().isEmpty())
        return;
    fixture.pane().workspace().changes().undo();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(asked), QStringLiteral("Release Empty Ideas"), patience);
}

void TestSections::aSectionMovesByTheKeyboard()
{
    WindowFixture fixture(*m_server);
    fill(fixture);
    fixture.choose(QStringLiteral("idea"));
    ui::TaskTableView& table = fixture.page().table();
    const QString asked =
        QStringLiteral("select string_agg(name, ' ' order by position) from glowlist.section");
    const auto press = [&](Qt::Key key, const char* order) {
        QTest::keyClick(&table, key, Qt::AltModifier | Qt::ShiftModifier);
        QVERIFY(!QApplication::activePopupWidget()); // Alt was not pressed alone
        QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(asked), QLatin1String(order), patience);
        const QString wanted = QStringLiteral("# ") + QString::fromLatin1(order).section(u' ', 2, 2);
        QTRY_VERIFY_WITH_TIMEOUT(rows(fixture).filter(QStringLiteral("# ")).value(2).startsWith(wanted),
                                 patience);
    };
    press(Qt::Key_Up, "Release Ideas Empty");
    press(Qt::Key_Up, "Ideas Release Empty");
    press(Qt::Key_Up, "Ideas Release Empty"); // the first stays the first
    press(Qt::Key_Down, "Release Ideas Empty");
    fixture.choose(QStringLiteral("loose"));
    QTest::keyClick(&table, Qt::Key_Down, Qt::AltModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.pane().messages().has(QStringLiteral("section")), patience);
}

void TestSections::theMenuOfASectionComesByTheKeyboard()
{
    WindowFixture fixture(*m_server);
    fill(fixture);
    fixture.choose(QStringLiteral("first"));
    QTest::keyClick(&fixture.page().table(), Qt::Key_Return, Qt::AltModifier | Qt::ShiftModifier);
    auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
    QVERIFY(menu);
    QVERIFY(menu->activeAction());
    QTest::keyClick(menu, Qt::Key_Return); // Fold
    QTRY_VERIFY_WITH_TIMEOUT(!rows(fixture).contains(QStringLiteral("first")), patience);
}

void TestSections::aTaskIsDraggedToAnotherSection_data()
{
    QTest::addColumn<QString>("onto");
    QTest::addColumn<int>("dy");
    QTest::addColumn<QString>("section");
    QTest::newRow("below a task") << "idea" << 8 << "Ideas";
    QTest::newRow("below an empty heading") << "# Empty 0" << 8 << "Empty";
    QTest::newRow("above the first heading") << "# Release 2" << -8 << "";
}

void TestSections::aTaskIsDraggedToAnotherSection()
{
    QFETCH(const QString, onto);
    QFETCH(const int, dy);
    QFETCH(const QString, section);
    WindowFixture fixture(*m_server);
    fill(fixture);
    QWidget& table = *fixture.page().table().viewport();
    const int target = static_cast<int>(rows(fixture).indexOf(onto));
    tests::dragByMouse(table, rowPoint(fixture, fixture.rowOf(QStringLiteral("first"))), table,
                       rowPoint(fixture, target, 90, dy));
    const QString asked =
        QStringLiteral("select coalesce(s.name, '') from tasks t left join glowlist.section s on s.uid = "
                       "t.glow_section where t.title = 'first'");
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(asked), section, patience);
    fixture.pane().workspace().changes().undo();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(asked), QStringLiteral("Release"), patience);
}

void TestSections::theEditorChoosesTheSection()
{
    WindowFixture fixture(*m_server);
    fill(fixture);
    fixture.choose(QStringLiteral("loose"));
    auto* box = fixture.pane().editor()->findChild<QComboBox*>(QStringLiteral("section"));
    QTRY_VERIFY_WITH_TIMEOUT(box->isVisible() && box->count() == 4, patience);
    QTRY_COMPARE_WITH_TIMEOUT(box->currentIndex(), 0, patience);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QTRY_COMPARE_WITH_TIMEOUT(rows(fixture).value(0), QStringLiteral("# Release 3"), patience);
    QVERIFY(rows(fixture).mid(1, 3).contains(QStringLiteral("loose")));
}

void TestSections::aTaskThatLeavesTheListLosesItsSectionUntilUndone()
{
    WindowFixture fixture(*m_server);
    fill(fixture);
    fixture.choose(QStringLiteral("idea"));
    fixture.page().dropTasks({m_tasks.value(QStringLiteral("idea"))}, {Scope::Inbox, {}});
    const QString asked =
        QStringLiteral("select glow_list is null, glow_section is null from tasks where title = 'idea'");
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(asked), QStringLiteral("t|t"), patience);
    fixture.pane().workspace().changes().undo();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(asked), QStringLiteral("f|f"), patience);
}

void TestSections::aListIsDraggedIntoAnother()
{
    WindowFixture fixture(*m_server);
    QUuid home;
    tests::onThread([&] { home = fixture.builder().list(QStringLiteral("Home")); });
    fill(fixture);
    SidebarModel& model = fixture.pane().sidebar();
    QWidget& list = *places(fixture).viewport();
    tests::dragByMouse(list, placePoint(fixture, m_list), list, placePoint(fixture, home));
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.sql(QStringLiteral("select p.name from glowlist.list l join glowlist.list p "
                                   "on p.uid = l.parent where l.name = 'Work'")),
        QStringLiteral("Home"), patience);
    const QModelIndex nested = model.index(model.rowOf({Scope::List, m_list}));
    QCOMPARE(nested.data(SidebarModel::DepthRole).toInt(), 1);
    // Out again, to the line above its parent.
    tests::dragByMouse(list, placePoint(fixture, m_list), list, placePoint(fixture, home) - QPoint(60, 11));
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.sql(
            QStringLiteral("select string_agg(name, ' ' order by position) from glowlist.list where parent "
                           "is null")),
        QStringLiteral("Work Home"), patience);
}

void TestSections::aListMovesByTheKeyboard()
{
    WindowFixture fixture(*m_server);
    QUuid home;
    tests::onThread([&] { home = fixture.builder().list(QStringLiteral("Home")); });
    fill(fixture);
    SidebarModel& model = fixture.pane().sidebar();
    QListView& view = places(fixture);
    view.setFocus();
    const auto press = [&](Qt::Key key, Qt::KeyboardModifiers with) {
        view.setCurrentIndex(model.index(model.rowOf({Scope::List, m_list})));
        QTest::keyClick(&view, key, with);
    };
    const int below = model.rowOf({Scope::List, m_list});
    press(Qt::Key_Up, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(model.rowOf({Scope::List, m_list}), below - 1, patience);
    press(Qt::Key_Down, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(model.rowOf({Scope::List, m_list}), below, patience);
    const auto depth = [&] {
        return model.index(model.rowOf({Scope::List, m_list})).data(SidebarModel::DepthRole).toInt();
    };
    press(Qt::Key_Right, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(depth(), 1, patience);
    press(Qt::Key_Left, Qt::AltModifier);
    QTRY_COMPARE_WITH_TIMEOUT(depth(), 0, patience);
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.sql(QStringLiteral("select count(*) from glowlist.list where parent is null")),
        QStringLiteral("2"), patience);
}

void TestSections::aListCannotLieBelowItself()
{
    WindowFixture fixture(*m_server);
    QUuid home;
    tests::onThread([&] { home = fixture.builder().list(QStringLiteral("Home")); });
    fill(fixture);
    SidebarModel& model = fixture.pane().sidebar();
    model.moveList(m_list, home, {});
    QTRY_COMPARE_WITH_TIMEOUT(model.rowOf({Scope::List, m_list}), model.rowOf({Scope::List, home}) + 1,
                              patience);
    QWidget& list = *places(fixture).viewport();
    tests::dragByMouse(list, placePoint(fixture, home), list, placePoint(fixture, m_list));
    QTRY_COMPARE_WITH_TIMEOUT(fixture.pane().messages().text(),
                              QStringLiteral("A list cannot lie below itself."), patience);
    QCOMPARE(fixture.sql(QStringLiteral("select count(*) from glowlist.list where parent is null")),
             QStringLiteral("1"));
}

void TestSections::aClosedListCountsWhatItHidesAndStaysClosed()
{
    WindowFixture fixture(*m_server);
    QUuid home;
    tests::onThread([&] {
        home = fixture.builder().list(QStringLiteral("Home"));
        fixture.builder().task(QStringLiteral("sweep"), {{QStringLiteral("list"), core::uidText(home)}});
    });
    fill(fixture);
    fixture.pane().sidebar().moveList(m_list, home, {});
    const auto of = [&](int role) {
        SidebarModel& model = fixture.pane().sidebar();
        return model.index(model.rowOf({Scope::List, home})).data(role);
    };
    QTRY_VERIFY_WITH_TIMEOUT(of(SidebarModel::FoldsRole).toBool(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(of(SidebarModel::CountRole).toInt(), 1, patience);
    QListView& view = places(fixture);
    view.setFocus();
    view.setCurrentIndex(fixture.pane().sidebar().index(fixture.pane().sidebar().rowOf({Scope::List, home})));
    QTest::keyClick(&view, Qt::Key_Left);
    QCOMPARE(fixture.pane().sidebar().rowOf({Scope::List, m_list}), -1);
    QCOMPARE(of(SidebarModel::CountRole).toInt(), 5);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.pane().workspace().changes().pending(), 0, patience);
    fixture.restart();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    QCOMPARE(fixture.pane().sidebar().rowOf({Scope::List, m_list}), -1);
    fixture.pane().sidebar().setCollapsed(home, false);
    QVERIFY(fixture.pane().sidebar().rowOf({Scope::List, m_list}) > 0);
}

void TestSections::renamingATagOntoAnotherMergesThem()
{
    WindowFixture fixture(*m_server);
    tests::onThread([&] {
        const QUuid phone = fixture.builder().tag(QStringLiteral("phone"));
        const QUuid calls = fixture.builder().tag(QStringLiteral("calls"));
        fixture.builder().task(QStringLiteral("ring"), {}, {phone});
        fixture.builder().task(QStringLiteral("both"), {}, {phone, calls});
        fixture.builder().complete(fixture.builder().task(QStringLiteral("rung"), {}, {phone}));
    });
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    const QString links =
        QStringLiteral("select string_agg(t.title || ':' || g.name, ' ' order by t.title, g.name) "
                       "from glowlist.task_tag x join tasks t on t.glow_uid = x.task join "
                       "glowlist.tag g on g.uid = x.tag");
    const QString before = fixture.sql(links);
    SidebarModel& model = fixture.pane().sidebar();
    const core::Tag phone = *fixture.pane().workspace().catalogue().tagNamed(u"phone");
    const QRect row = places(fixture).visualRect(model.index(model.rowOf({Scope::Tag, phone.uid})));
    Q_EMIT places(fixture).customContextMenuRequested(row.center());
    auto* menu = fixture.window().sidebar().findChild<QMenu*>();
    QVERIFY(menu);
    menu->actions().constFirst()->trigger(); // Rename…
    menu->close();
    auto* dialog = fixture.window().findChild<ui::ListDialog*>();
    QVERIFY(dialog);
    auto* save = dialog->findChild<QPushButton*>(QStringLiteral("saveButton"));
    dialog->findChild<QLineEdit*>()->selectAll();
    QTest::keyClicks(dialog->findChild<QLineEdit*>(), QStringLiteral("Calls"));
    QCOMPARE(save->text(), QStringLiteral("Merge"));
    QVERIFY(
        dialog->findChild<QLabel*>(QStringLiteral("problem"))->text().contains(QStringLiteral("“calls”")));
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(links), QStringLiteral("both:calls ring:calls rung:calls"),
                              patience);
    QTRY_COMPARE_WITH_TIMEOUT(model.rowOf({Scope::Tag, phone.uid}), -1, patience);
    fixture.pane().workspace().changes().undo();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(links), before, patience);
}

/// A tag's uid is made of its first name; the old name is free again and makes a tag of its own.
void TestSections::aTagMadeUnderAnOldNameIsAnotherTag()
{
    WindowFixture fixture(*m_server);
    QUuid phone;
    tests::onThread([&] { phone = fixture.builder().tag(QStringLiteral("phone")); });
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    fixture.pane().catalogueActions().renameTag(phone, QStringLiteral("calls"));
    const QUuid again = fixture.pane().catalogueActions().createTag(QStringLiteral("Phone"), {});
    QVERIFY(again != phone);
    QTRY_COMPARE_WITH_TIMEOUT(
        fixture.sql(QStringLiteral("select string_agg(name, ' ' order by name) from glowlist.tag")),
        QStringLiteral("Phone calls"), patience);
}

void TestSections::theEditorSaysWhatATaskWaitsFor()
{
    WindowFixture fixture(*m_server);
    fill(fixture);
    fixture.choose(QStringLiteral("idea"));
    auto* field = fixture.pane().editor()->findChild<ui::TagField*>(QStringLiteral("blockers"));
    QTRY_VERIFY_WITH_TIMEOUT(field->isVisible(), patience);
    QLineEdit* line = field->line();
    line->setFocus();
    QTest::keyClicks(line, QStringLiteral("fir"));
    QTRY_COMPARE_WITH_TIMEOUT(line->completer()->completionCount(), 1, patience);
    QTest::keyClicks(line, QStringLiteral("st"));
    QTRY_COMPARE_WITH_TIMEOUT(line->completer()->completionCount(), 1, patience);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(QStringLiteral("select count(*) from glowlist.dependency")),
                              QStringLiteral("1"), patience);
    const auto isBlocked = [&] {
        const auto shown = fixture.model().task(m_tasks.value(QStringLiteral("idea")));
        return shown && shown->isBlocked();
    };
    QTRY_VERIFY_WITH_TIMEOUT(isBlocked(), patience);
    QTest::keyClick(line, Qt::Key_Backspace); // takes the last one off
    QTRY_COMPARE_WITH_TIMEOUT(fixture.sql(QStringLiteral("select count(*) from glowlist.dependency")),
                              QStringLiteral("0"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(!isBlocked(), patience);
    QTest::keyClicks(line, QStringLiteral("no such task"));
    QTest::keyClick(line, Qt::Key_Return);
    auto* issue = fixture.pane().editor()->findChild<QLabel*>(QStringLiteral("blockersIssue"));
    QTRY_VERIFY_WITH_TIMEOUT(issue->isVisible() && issue->text().contains(QStringLiteral("no such task")),
                             patience);
}

void TestSections::theLastBlockerDoneUnblocks()
{
    WindowFixture fixture(*m_server);
    fill(fixture);
    block(fixture, QStringLiteral("idea"), QStringLiteral("first"));
    block(fixture, QStringLiteral("idea"), QStringLiteral("second"));
    const auto blockers = [&] {
        return fixture.model().task(m_tasks.value(QStringLiteral("idea")))->openBlockers.size();
    };
    QTRY_COMPARE_WITH_TIMEOUT(blockers(), 2, patience); // made elsewhere
    fixture.choose(QStringLiteral("first"));
    QTest::keyClick(&fixture.page().table(), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(blockers(), 1, patience);
    QVERIFY(!fixture.pane().messages().has(QStringLiteral("unblocked")));
    fixture.choose(QStringLiteral("second"));
    QTest::keyClick(&fixture.page().table(), Qt::Key_Space);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.pane().messages().text(), QStringLiteral("Unblocked now: idea"),
                              patience);
    QCOMPARE(blockers(), 0);
    fixture.pane().workspace().changes().undo();
    QTRY_COMPARE_WITH_TIMEOUT(blockers(), 1, patience);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.pane().messages().has(QStringLiteral("unblocked")), patience);
}

void TestSections::aCircleOfBlockersIsRefusedInWords()
{
    WindowFixture fixture(*m_server);
    fill(fixture);
    block(fixture, QStringLiteral("idea"), QStringLiteral("first"));
    fixture.choose(QStringLiteral("first"));
    auto* field = fixture.pane().editor()->findChild<ui::TagField*>(QStringLiteral("blockers"));
    QTRY_VERIFY_WITH_TIMEOUT(field->isVisible(), patience);
    field->line()->setFocus();
    QTest::keyClicks(field->line(), QStringLiteral("idea"));
    QTRY_COMPARE_WITH_TIMEOUT(field->line()->completer()->completionCount(), 1, patience);
    QTest::keyClick(field->line(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(
        fixture.pane().messages().text().contains(QStringLiteral("These tasks would wait for each other.")),
        patience);
    QCOMPARE(fixture.sql(QStringLiteral("select count(*) from glowlist.dependency")), QStringLiteral("1"));
}

// The "offscreen" platform has no drag and drop, "minimal" has Qt's own.
int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "minimal");
    QApplication application(argc, argv);
    TestSections test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_sections.moc"
