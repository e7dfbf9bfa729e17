#include "app/theme.h"
#include "ui/actions.h"
#include "ui/sidebar/sidebarview.h"
#include "windowfixture.h"

#include <QHeaderView>

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
    void theLastViewOpensAgain();
    void theDayChangesWhileTheWindowIsOpen();
    void theDesktopsColoursAreFollowed();

private:
    std::unique_ptr<tests::TemporaryServer> m_server;
};

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
    const auto headings = [&fixture] {
        QStringList all;
        for (int row = 0; row < fixture.model().rowCount(); ++row) {
            if (fixture.model().kindAt(row) == TaskTableModel::RowKind::Heading)
                all.append(fixture.model().index(row, 0).data().toString());
        }
        return all;
    };
    QCOMPARE(headings(), QStringList{QStringLiteral("Today")});
    QCOMPARE(fixture.rowOf(QStringLiteral("later")), -1);
    qputenv("TZ", "Pacific/Kiritimati");
    QEvent activated(QEvent::ActivationChange); // the window comes to the front again
    QCoreApplication::sendEvent(&fixture.window(), &activated);
    QTRY_COMPARE_WITH_TIMEOUT(headings(), (QStringList{QStringLiteral("Overdue"), QStringLiteral("Today")}),
                              patience);
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

QTEST_MAIN(TestRemembered)
#include "tst_remembered.moc"
