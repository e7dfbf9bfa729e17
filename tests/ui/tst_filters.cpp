#include "ui/windowfixture.h"

#include "ui/filters/filtereditor.h"
#include "ui/filters/searchbox.h"
#include "ui/searchhints.h"
#include "ui/sidebar/sidebarview.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace glow;

namespace {

constexpr int patience = 30000;

} // namespace

/// The query language in the search box and in saved filters, by mouse and keyboard in the whole window.
class TestFilters : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theSearchBoxTakesConditions();
    void aBrokenConditionIsNamedAndNothingIsLost();
    void anOfferedConditionNarrowsTheSearch();
    void aSearchIsSavedCountedAndOpened();
    void theEditorSaysTheConditionsInWords();
    void anotherProgramsFilterAppears();

private:
    void search(const QString& text);
    QStringList titles() const;
    QPushButton* button(const QString& text) const;
    ui::SearchBanner& banner() const { return *m->window().findChild<ui::SearchBanner*>(); }
    template <typename Widget> Widget* part(const char* name) const
    {
        return m->window().findChild<ui::FilterEditor*>()->findChild<Widget*>(QLatin1String(name));
    }
    QStringList sidebar() const;

    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<tests::WindowFixture> m;
};

void TestFilters::initTestCase()
{
    m_server = std::make_unique<tests::TemporaryServer>();
}

void TestFilters::init()
{
    m = std::make_unique<tests::WindowFixture>(*m_server);
    tests::onThread([this] {
        const QUuid home = m->builder().list(QStringLiteral("Home"));
        const QUuid phone = m->builder().tag(QStringLiteral("phone"));
        m->builder().task(QStringLiteral("Sign the lease"),
                          {{QStringLiteral("priority"), QStringLiteral("high")}}, {phone});
        m->builder().task(QStringLiteral("Read the lease"), {{QStringLiteral("list"), core::uidText(home)}});
        m->builder().task(QStringLiteral("Buy milk"), {{QStringLiteral("priority"), QStringLiteral("high")}});
    });
    m->open();
    QTRY_VERIFY_WITH_TIMEOUT(m->isReady(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m->model().taskCount(), 3, patience);
}

void TestFilters::cleanup()
{
    m.reset();
}

void TestFilters::search(const QString& text)
{
    auto* box = m->window().findChild<ui::SearchBox*>();
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, text);
}

QStringList TestFilters::titles() const
{
    QStringList all;
    for (int row = 0; row < m->model().rowCount(); ++row) {
        if (const auto task = m->model().taskAt(row))
            all.append(task->title);
    }
    all.sort();
    return all;
}

QPushButton* TestFilters::button(const QString& text) const
{
    for (auto* each : m->page().findChildren<QPushButton*>()) {
        if (each->isVisible() && each->text() == text)
            return each;
    }
    return nullptr;
}

QStringList TestFilters::sidebar() const
{
    QStringList rows;
    const app::SidebarModel& model = m->pane().sidebar();
    for (int row = 0; row < model.rowCount(); ++row)
        rows.append(model.index(row).data().toString());
    return rows;
}

void TestFilters::theSearchBoxTakesConditions()
{
    search(QStringLiteral("lease priority:high"));
    QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{QStringLiteral("Sign the lease")}, patience);
    QTRY_VERIFY_WITH_TIMEOUT(banner().accessibleName().contains(QStringLiteral("priority high")), patience);
    search(QStringLiteral("list:home | tag:phone"));
    QTRY_COMPARE_WITH_TIMEOUT(
        titles(), (QStringList{QStringLiteral("Read the lease"), QStringLiteral("Sign the lease")}),
        patience);
    search(QStringLiteral("lease"));
    QTRY_COMPARE_WITH_TIMEOUT(titles().size(), 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(banner().accessibleName().contains(QStringLiteral("“lease”")), patience);
}

void TestFilters::aBrokenConditionIsNamedAndNothingIsLost()
{
    search(QStringLiteral("lease priority:urgent"));
    QTRY_VERIFY_WITH_TIMEOUT(banner().accessibleName().contains(QStringLiteral("“urgent”")), patience);
    QCOMPARE(m->window().findChild<ui::SearchBox*>()->text(), QStringLiteral("lease priority:urgent"));
    QVERIFY(!button(QStringLiteral("Save as filter")));
}

void TestFilters::anOfferedConditionNarrowsTheSearch()
{
    search(QStringLiteral("lease"));
    QTRY_COMPARE_WITH_TIMEOUT(titles().size(), 2, patience);
    ui::NarrowButton* offered = nullptr;
    for (auto* each : banner().findChildren<ui::NarrowButton*>()) {
        if (each->text() == u"tag:phone")
            offered = each;
    }
    QVERIFY(offered && offered->isVisible());
    QTest::mouseClick(offered, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{QStringLiteral("Sign the lease")}, patience);
}

void TestFilters::aSearchIsSavedCountedAndOpened()
{
    search(QStringLiteral("priority:high"));
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("Save as filter")), patience);
    QTest::mouseClick(button(QStringLiteral("Save as filter")), Qt::LeftButton);
    QTRY_VERIFY(m->window().findChild<ui::FilterEditor*>());
    QCOMPARE(part<QLineEdit>("queryEdit")->text(), QStringLiteral("priority:high"));
    QTest::keyClicks(part<QLineEdit>("nameEdit"), QStringLiteral("Important"));
    QTest::keyClick(part<QLineEdit>("nameEdit"), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(sidebar().contains(QStringLiteral("Important")), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m->page().place().scope, core::Scope::Filter, patience);
    QTRY_COMPARE_WITH_TIMEOUT(
        titles(), (QStringList{QStringLiteral("Buy milk"), QStringLiteral("Sign the lease")}), patience);
    const int row = static_cast<int>(sidebar().indexOf(QStringLiteral("Important")));
    QTRY_COMPARE_WITH_TIMEOUT(m->pane().sidebar().index(row).data(app::SidebarModel::CountRole).toInt(), 2,
                              patience);
    QVERIFY(button(QStringLiteral("Edit filter")));
    QApplication::setActiveWindow(&m->window()); // the dialog had it
    QTest::keyClick(&m->page().table(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!sidebar().contains(QStringLiteral("Important")), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m->page().place().scope, core::Scope::Inbox, patience);
}

void TestFilters::theEditorSaysTheConditionsInWords()
{
    m->pane().editFilter({});
    QTRY_VERIFY(m->window().findChild<ui::FilterEditor*>());
    auto* query = part<QLineEdit>("queryEdit");
    auto* save = part<QPushButton>("saveButton");
    QTest::keyClicks(part<QLineEdit>("nameEdit"), QStringLiteral("Soon"));
    QVERIFY(!save->isEnabled());
    query->setFocus();
    QTest::keyClicks(query, QStringLiteral("due before: friday & ("));
    QVERIFY(!save->isEnabled());
    QVERIFY(!part<QLabel>("problem")->text().isEmpty());
    query->setText(QStringLiteral("no due & !blocked"));
    QCOMPARE(part<QLabel>("meaning")->text(), QStringLiteral("without a due date and not blocked"));
    QVERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(sidebar().contains(QStringLiteral("Soon")), patience);
}

void TestFilters::anotherProgramsFilterAppears()
{
    tests::onThread([this] {
        m->builder().apply({tests::operation(core::Verb::Create, core::Entity::Filter, core::newUid(),
                                             {{QStringLiteral("name"), QStringLiteral("Theirs")},
                                              {QStringLiteral("query"), QStringLiteral("list:home")},
                                              {QStringLiteral("position"), QStringLiteral("a")}})});
    });
    QTRY_VERIFY_WITH_TIMEOUT(sidebar().contains(QStringLiteral("Theirs")), patience);
    m->pane().showPlace(
        *app::Place::fromText(QStringLiteral("filter:Theirs"), m->pane().workspace().catalogue()));
    QTRY_COMPARE_WITH_TIMEOUT(titles(), QStringList{QStringLiteral("Read the lease")}, patience);
}

QTEST_MAIN(TestFilters)
#include "tst_filters.moc"
