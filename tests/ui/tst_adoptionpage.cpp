#include "store/migrations/migrationlock.h"
#include "support/onthread.h"
#include "support/webapplication.h"
#include "ui/settings/adoptionpage.h"
#include "ui/settings/settingsdialog.h"
#include "windowfixture.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <future>

using namespace glow;

namespace {

const QString maya = QStringLiteral("maya@example.org");
constexpr int patience = 60000;

QPushButton* buttonWith(QWidget* parent, const QString& text)
{
    const auto buttons = parent->findChildren<QPushButton*>();
    for (QPushButton* button : buttons) {
        if (button->isVisible() && button->text() == text)
            return button;
    }
    return nullptr;
}

/// Another program that migrates, until it is told to end.
class OtherMigration {
public:
    explicit OtherMigration(const store::ConnectionString& target)
        : m_thread([this, target] {
            store::Database database;
            store::MigrationLock lock(database);
            m_held.set_value(database.open(target).ok() && lock.acquire({}).ok());
            m_end.get_future().wait();
        })
    {}
    ~OtherMigration()
    {
        m_end.set_value();
        m_thread.join();
    }
    bool isHeld() { return m_held.get_future().get(); }

private:
    std::promise<bool> m_held;
    std::promise<void> m_end;
    std::thread m_thread;
};

} // namespace

/// The web application's database in the window.
class TestAdoptionPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new ui::GlowStyle(m_theme)); }
    void init();
    void cleanup();
    void cancellingTakesEverythingBackAndTheTasksAppearAfterASecondTry();
    void cancellingBeforeLeavesThePage();
    void thePlainUpgradeOfTheWindowPointsToTheReview();

private:
    void openWindow();
    void review();
    QPushButton* button(const QString& name) const { return m_page->findChild<QPushButton*>(name); }
    QString text(const QString& name) const { return m_page->findChild<QLabel*>(name)->text(); }
    bool isShown(const QString& title) const
    {
        ui::TaskPage* page = m_window->pane() ? m_window->pane()->page() : nullptr;
        const auto task = page && page->model().rowCount() > 0 ? page->model().taskAt(0) : std::nullopt;
        return task && task->title == title;
    }

    app::Theme m_theme;
    tests::TemporaryServer m_server;
    std::unique_ptr<tests::DataDirectory> m_directory;
    std::unique_ptr<tests::WebApplication> m_web;
    std::unique_ptr<ui::MainWindow> m_window;
    store::WorkspaceEntry m_entry;
    QString m_before;
    ui::SettingsDialog* m_dialog = nullptr;
    ui::AdoptionPage* m_page = nullptr;
};

void TestAdoptionPage::init()
{
    m_directory = std::make_unique<tests::DataDirectory>();
    m_entry.id = core::uidText(core::newUid());
    m_entry.name = QStringLiteral("Personal");
    tests::onThread([&] { m_entry.pooled = m_entry.direct = m_server.createDatabase(); });
    m_web = std::make_unique<tests::WebApplication>(m_entry.pooled);
    m_web->setUp({QStringLiteral("jonas@example.org"), maya});
    m_web->add(maya, QStringLiteral("From the browser"));
    m_before = m_web->checksum();
    openWindow();
}

void TestAdoptionPage::openWindow()
{
    ui::WindowOptions options;
    options.dataDirectory = m_directory->path();
    options.workspaces = {m_entry};
    options.openWorkspace = m_entry.id;
    options.settings.set(store::Settings::LastView, QStringLiteral("all")); // also after the user is another
    m_window = std::make_unique<ui::MainWindow>(options, m_theme);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->start();
}

void TestAdoptionPage::cleanup()
{
    m_window.reset();
    m_web.reset();
}

void TestAdoptionPage::review()
{
    m_dialog = m_window->openSettings(QStringLiteral("workspaces"));
    QTRY_VERIFY_WITH_TIMEOUT(buttonWith(m_dialog, QStringLiteral("Review…")), patience);
    QTest::mouseClick(buttonWith(m_dialog, QStringLiteral("Review…")), Qt::LeftButton);
    m_page = m_dialog->findChild<ui::AdoptionPage*>();
    QTRY_VERIFY_WITH_TIMEOUT(m_page->isVisible(), patience);
    QVERIFY(!button(QStringLiteral("upgrade"))->isEnabled()); // nobody is chosen
    const auto users = m_page->findChild<QWidget*>(QStringLiteral("users"))->findChildren<QRadioButton*>();
    QCOMPARE(users.size(), 2);
    QVERIFY(!m_page->choice().dueDatesAreUtc);
    for (const QRadioButton* user : users)
        QTRY_VERIFY_WITH_TIMEOUT(user->isVisible() && user->parentWidget()->height() >= 32, patience);
    QTest::mouseClick(users.at(1), Qt::LeftButton, {}, QPoint(8, users.at(1)->height() / 2));
    QCOMPARE(m_page->userId(), maya);
}

void TestAdoptionPage::cancellingTakesEverythingBackAndTheTasksAppearAfterASecondTry()
{
    review();
    if (QTest::currentTestFailed())
        return;
    QPushButton* upgrade = button(QStringLiteral("upgrade"));
    {
        OtherMigration other(m_entry.direct);
        QVERIFY(other.isHeld());
        QTest::mouseClick(upgrade, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(text(QStringLiteral("stepText")).startsWith(u"Another program"), patience);
        QTest::mouseClick(button(QStringLiteral("cancel")), Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(text(QStringLiteral("advice")).startsWith(u"Cancelled."), patience);
    }
    QCOMPARE(m_web->checksum(), m_before);
    QCOMPARE(upgrade->text(), QStringLiteral("Upgrade"));
    QTest::mouseClick(upgrade, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(upgrade->text() != QStringLiteral("Upgrading…"), 2 * patience);
    QVERIFY2(upgrade->text() == u"Show the tasks", qPrintable(text(QStringLiteral("advice"))));
    QCOMPARE(m_web->checksum(), m_before);
    QTest::mouseClick(upgrade, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(isShown(QStringLiteral("From the browser")), patience);
    QCOMPARE(m_window->pane()->workspace().entry().userId, maya);
}

void TestAdoptionPage::cancellingBeforeLeavesThePage()
{
    review();
    if (QTest::currentTestFailed())
        return;
    QTest::mouseClick(button(QStringLiteral("cancel")), Qt::LeftButton);
    QVERIFY(!m_page->isVisible());
    QVERIFY(buttonWith(m_dialog, QStringLiteral("Review…")));
    QCOMPARE(m_web->checksum(), m_before);
}

void TestAdoptionPage::thePlainUpgradeOfTheWindowPointsToTheReview()
{
    const QString plain = QStringLiteral("Upgrade the database");
    QSignalSpy failed(&m_window->pane()->workspace(), &app::Workspace::openFailed);
    QTRY_VERIFY_WITH_TIMEOUT(buttonWith(m_window.get(), plain), patience);
    failed.clear();
    QTest::mouseClick(buttonWith(m_window.get(), plain), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!failed.isEmpty(), patience);
    QVERIFY(failed.at(0).at(0).value<core::Error>().message.contains(QStringLiteral("press “Review…”")));
    QCOMPARE(m_web->checksum(), m_before);
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    store::Database::loadDriver();
    TestAdoptionPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_adoptionpage.moc"
