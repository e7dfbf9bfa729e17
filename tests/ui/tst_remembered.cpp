#include "app/sidebar/sidebarmodel.h"
#include "app/theme.h"
#include "ui/actions.h"
#include "ui/sidebar/sidebarview.h"
#include "windowfixture.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <atomic>

using namespace glow;
using app::TaskTableModel;
using core::SortField;
using tests::WindowFixture;

namespace {

constexpr int patience = 30000;

} // namespace

/// What stays from one start to the next, and what follows the day and the desktop while the window is open.
class TestRemembered : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void sizePlaceAndDensityAreAsBefore();
    void columnsAndOrderAreAsBefore();
    void shownAndHiddenColumnsAreAsBefore();
    void theLastViewOpensAgain();
    void midnightComesWhileTheWindowIsOpen();
    void theDayChangesWhileTheWindowIsOpen();
    void theDesktopsColoursAreFollowed();
    void aPaletteTellsLightFromDarkWhereNoPortalDoes();

private:
    static QStringList headings(WindowFixture& fixture);
    static void toggleColumn(WindowFixture& fixture, TaskTableModel::Column column);

    std::unique_ptr<tests::TemporaryServer> m_server;
};

QStringList TestRemembered::headings(WindowFixture& fixture)
{
    QStringList all;
    for (int row = 0; row < fixture.model().rowCount(); ++row) {
        if (fixture.model().kindAt(row) == TaskTableModel::RowKind::Heading)
            all.append(fixture.model().index(row, 0).data().toString());
    }
    return all;
}

/// By the menu of the column heads.
void TestRemembered::toggleColumn(WindowFixture& fixture, TaskTableModel::Column column)
{
    QHeaderView* header = fixture.page().table().horizontalHeader();
    QContextMenuEvent wanted(QContextMenuEvent::Mouse, QPoint(100, 10), header->mapToGlobal(QPoint(100, 10)));
    QCoreApplication::sendEvent(header->viewport(), &wanted);
    QMenu* menu = header->findChild<QMenu*>();
    QVERIFY(menu);
    const QString name = fixture.model().headerData(column, Qt::Horizontal).toString();
    for (QAction* action : menu->actions()) {
        if (action->text() == name)
            action->trigger();
    }
    menu->close();
    QTRY_VERIFY(!header->findChild<QMenu*>());
}

void TestRemembered::initTestCase()
{
    store::Database::loadDriver();
    tests::onThread([this] { m_server = std::make_unique<tests::TemporaryServer>(); });
}

void TestRemembered::cleanupTestCase()
{
    tests::onThread([this] { m_server.reset(); });
}

void TestRemembered::sizePlaceAndDensityAreAsBefore()
{
    WindowFixture fixture(*m_server);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    fixture.window().setGeometry(40, 30, 700, 500);
    fixture.window().actions().get(QLatin1String("view.compact"))->setChecked(true);
    ui::MainWindow& again = fixture.restart();
    QCOMPARE(again.geometry(), QRect(40, 30, 700, 500));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    QCOMPARE(fixture.theme().density(), app::Theme::Density::Compact);
    QVERIFY(again.actions().get(QLatin1String("view.compact"))->isChecked());
}

void TestRemembered::columnsAndOrderAreAsBefore()
{
    WindowFixture fixture(*m_server);
    tests::onThread([&] { fixture.builder().task(QStringLiteral("a")); });
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady() && fixture.rowOf(QStringLiteral("a")) >= 0, patience);
    QHeaderView* header = fixture.page().table().horizontalHeader();
    header->resizeSection(TaskTableModel::Due, 143);
    header->moveSection(header->visualIndex(TaskTableModel::Updated), 1);
    fixture.page().table().sortBy(SortField::Priority, true);
    const QByteArray arranged = fixture.page().table().saveState();
    fixture.pane().showPlace({core::Scope::Today, {}}); // has an arrangement of its own
    QVERIFY(header->sectionSize(TaskTableModel::Due) != 143);
    fixture.pane().showPlace({core::Scope::All, {}});
    QCOMPARE(fixture.page().table().saveState(), arranged);
    fixture.restart();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady() && fixture.rowOf(QStringLiteral("a")) >= 0, patience);
    header = fixture.page().table().horizontalHeader();
    QCOMPARE(header->sectionSize(TaskTableModel::Due), 143);
    QCOMPARE(header->visualIndex(TaskTableModel::Updated), 1);
    QCOMPARE(fixture.page().table().saveState(), arranged);
    QCOMPARE(fixture.model().query().sort, SortField::Priority);
    QVERIFY(fixture.model().query().descending);
}

void TestRemembered::shownAndHiddenColumnsAreAsBefore()
{
    WindowFixture fixture(*m_server);
    tests::onThread([&] { fixture.builder().task(QStringLiteral("a")); });
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady() && fixture.rowOf(QStringLiteral("a")) >= 0, patience);
    const auto isHidden = [&fixture](TaskTableModel::Column column) {
        return fixture.page().table().horizontalHeader()->isSectionHidden(column);
    };
    QVERIFY(isHidden(TaskTableModel::Start) && isHidden(TaskTableModel::Deadline));
    QVERIFY(!isHidden(TaskTableModel::Priority));
    toggleColumn(fixture, TaskTableModel::Deadline);
    toggleColumn(fixture, TaskTableModel::Priority);
    QVERIFY(!isHidden(TaskTableModel::Deadline) && isHidden(TaskTableModel::Priority));
    fixture.page().table().sortBy(SortField::Deadline, false);
    fixture.restart();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady() && fixture.rowOf(QStringLiteral("a")) >= 0, patience);
    QVERIFY(!isHidden(TaskTableModel::Deadline) && isHidden(TaskTableModel::Priority));
    QVERIFY(isHidden(TaskTableModel::Start) && !isHidden(TaskTableModel::List));
    QCOMPARE(fixture.model().query().sort, SortField::Deadline);
}

/// Nobody touches the window: midnight comes by itself, and later the computer sleeps over a weekend.
void TestRemembered::midnightComesWhileTheWindowIsOpen()
{
    const QDateTime evening(QDate(2026, 11, 24), QTime(23, 59, 50));
    std::atomic<qint64> passed{0};
    WindowFixture fixture(*m_server);
    fixture.options().clock = core::Clock::asking([&] { return evening.addSecs(passed); });
    const auto task = [&](const QString& title, const QString& day) {
        fixture.builder().task(title, {{QStringLiteral("due_date"), day}});
    };
    tests::onThread([&] {
        task(QStringLiteral("tuesday"), QStringLiteral("2026-11-24"));
        task(QStringLiteral("wednesday"), QStringLiteral("2026-11-25"));
        task(QStringLiteral("friday"), QStringLiteral("2026-11-27"));
    });
    fixture.open(QStringLiteral("today"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady() && fixture.rowOf(QStringLiteral("tuesday")) == 1, patience);
    QCOMPARE(headings(fixture), QStringList{QStringLiteral("Today")});
    passed = 11;
    const QStringList both{QStringLiteral("Overdue"), QStringLiteral("Today")};
    QTRY_COMPARE_WITH_TIMEOUT(headings(fixture), both, patience);
    QCOMPARE(fixture.rowOf(QStringLiteral("tuesday")), 1);
    QCOMPARE(fixture.rowOf(QStringLiteral("wednesday")), 3);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.pane().sidebar().index(1).data(app::SidebarModel::CountRole).toInt(), 2,
                              patience);
    passed = 3 * 86400;
    QEvent activated(QEvent::ActivationChange); // the lid is opened
    QCoreApplication::sendEvent(&fixture.window(), &activated);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.rowOf(QStringLiteral("friday")), 4, patience);
    QCOMPARE(headings(fixture), both);
}

void TestRemembered::theLastViewOpensAgain()
{
    WindowFixture fixture(*m_server);
    QUuid list;
    tests::onThread([&] { list = fixture.builder().list(QStringLiteral("Home")); });
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    fixture.pane().showPlace({core::Scope::List, list});
    fixture.restart();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    QCOMPARE(fixture.page().place(), (app::Place{core::Scope::List, list}));
}

void TestRemembered::theDayChangesWhileTheWindowIsOpen()
{
    // From the last zone of the earth to the first one the day changes whatever the hour is.
    const QByteArray zone = qgetenv("TZ");
    qputenv("TZ", "Pacific/Pago_Pago");
    const QDate before = QDate::currentDate();
    qputenv("TZ", "Pacific/Kiritimati");
    const QDate after = QDate::currentDate();
    QVERIFY(after > before);
    qputenv("TZ", "Pacific/Pago_Pago");
    WindowFixture fixture(*m_server);
    const auto due = [](const QDate& day) {
        return QJsonObject{{QStringLiteral("due_date"), day.toString(Qt::ISODate)}};
    };
    tests::onThread([&] {
        fixture.builder().task(QStringLiteral("now"), due(before));
        fixture.builder().task(QStringLiteral("later"), due(after));
    });
    fixture.open(QStringLiteral("today"));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady() && fixture.rowOf(QStringLiteral("now")) >= 0, patience);
    QCOMPARE(headings(fixture), QStringList{QStringLiteral("Today")});
    QCOMPARE(fixture.rowOf(QStringLiteral("later")), -1);
    qputenv("TZ", "Pacific/Kiritimati");
    QEvent activated(QEvent::ActivationChange); // the window comes to the front again
    QCoreApplication::sendEvent(&fixture.window(), &activated);
    QTRY_COMPARE_WITH_TIMEOUT(headings(fixture),
                              (QStringList{QStringLiteral("Overdue"), QStringLiteral("Today")}), patience);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.rowOf(QStringLiteral("later")) > fixture.rowOf(QStringLiteral("now")),
                             patience);
    zone.isNull() ? qunsetenv("TZ") : qputenv("TZ", zone);
}

void TestRemembered::theDesktopsColoursAreFollowed()
{
    WindowFixture fixture(*m_server);
    app::Theme& theme = fixture.theme();
    QApplication::setStyle(new ui::GlowStyle(theme));
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    theme.setMode(app::Theme::Mode::System);
    // As the desktop portal says it: 1 dark, 2 light.
    const auto desktopSays = [&theme](uint scheme) {
        QMetaObject::invokeMethod(
            &theme, "desktopSettingChanged", Q_ARG(QString, QStringLiteral("org.freedesktop.appearance")),
            Q_ARG(QString, QStringLiteral("color-scheme")), Q_ARG(QDBusVariant, QDBusVariant(scheme)));
    };
    const auto surface = [&fixture] {
        const QImage picture = fixture.window().grab().toImage();
        return picture.pixelColor(picture.width() * 3 / 4, picture.height() * 3 / 4);
    };
    desktopSays(2);
    const QColor light = surface();
    QCOMPARE(light, theme.colours().surface);
    desktopSays(1);
    QVERIFY(theme.isDark());
    QCOMPARE(surface(), theme.colours().surface);
    QVERIFY(surface() != light);
    theme.setMode(app::Theme::Mode::Light); // what is chosen in the settings wins
    desktopSays(1);
    QVERIFY(!theme.isDark());
    QApplication::setStyle(QStringLiteral("Fusion"));
}

void TestRemembered::aPaletteTellsLightFromDarkWhereNoPortalDoes()
{
    WindowFixture fixture(*m_server);
    app::Theme& theme = fixture.theme();
    QApplication::setStyle(new ui::GlowStyle(theme));
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), patience);
    theme.setMode(app::Theme::Mode::System);
    const QPalette dark(QColor(220, 220, 220), QColor(40, 42, 46));
    const QPalette light(QColor(20, 20, 20), QColor(239, 239, 239));
    QApplication::setPalette(dark);
    QTRY_VERIFY_WITH_TIMEOUT(theme.isDark(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::palette().color(QPalette::Window), theme.colours().window,
                              patience);
    QApplication::setPalette(light);
    QTRY_VERIFY_WITH_TIMEOUT(!theme.isDark(), patience);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::palette().color(QPalette::Window), theme.colours().window,
                              patience);
    theme.setMode(app::Theme::Mode::Light); // what is chosen in the settings wins, and keeps its colours
    QApplication::setPalette(dark);
    QTRY_COMPARE_WITH_TIMEOUT(QApplication::palette().color(QPalette::Window), theme.colours().window,
                              patience);
    QVERIFY(!theme.isDark());
    theme.setMode(app::Theme::Mode::System); // the desktop is dark since
    QVERIFY(theme.isDark());
    QApplication::setStyle(QStringLiteral("Fusion"));
}

QTEST_MAIN(TestRemembered)
#include "tst_remembered.moc"
