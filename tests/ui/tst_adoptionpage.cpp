#include "support/onthread.h"
#include "support/webapplication.h"
#include "ui/settings/adoptionpage.h"
#include "ui/settings/settingsdialog.h"
#include "windowfixture.h"

#include <QLabel>
#include <QPushButton>
#include <QRadioButton>

using namespace glow;

/// The web application's database in the window.
class TestAdoptionPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theDatabaseIsReviewedUpgradedAndItsTasksAppear();

private:
    tests::TemporaryServer m_server;
    tests::DataDirectory m_directory;
    app::Theme m_theme;
};

namespace {

QPushButton* buttonWith(QWidget* parent, const QString& text)
{
    const auto buttons = parent->findChildren<QPushButton*>();
    for (QPushButton* button : buttons) {
        if (button->isVisible() && button->text() == text)
            return button;
    }
    return nullptr;
}

} // namespace

void TestAdoptionPage::theDatabaseIsReviewedUpgradedAndItsTasksAppear()
{
    QApplication::setStyle(new ui::GlowStyle(m_theme));
    ui::WindowOptions options;
    options.dataDirectory = m_directory.path();
    store::WorkspaceEntry entry;
    entry.id = core::uidText(core::newUid());
    entry.name = QStringLiteral("Personal");
    tests::onThread([&] { entry.pooled = entry.direct = m_server.createDatabase(); });
    const tests::WebApplication web(entry.pooled);
    web.setUp({QStringLiteral("jonas@example.org"), QStringLiteral("maya@example.org")});
    web.add(QStringLiteral("maya@example.org"), QStringLiteral("From the browser"));
    const QString before = web.checksum();
    options.workspaces = {entry};
    options.openWorkspace = entry.id;
    options.view = QStringLiteral("all");
    ui::MainWindow window(options, m_theme);
    window.resize(1280, 800);
    window.show();
    window.start();
    window.openSettings(QStringLiteral("workspaces"));
    auto* dialog = window.findChild<ui::SettingsDialog*>();
    QVERIFY(dialog);
    QTRY_VERIFY_WITH_TIMEOUT(buttonWith(dialog, QStringLiteral("Review…")), 60000);
    QTest::mouseClick(buttonWith(dialog, QStringLiteral("Review…")), Qt::LeftButton);
    auto* page = dialog->findChild<ui::AdoptionPage*>();
    QTRY_VERIFY_WITH_TIMEOUT(page->isVisible(), 30000);
    auto* upgrade = page->findChild<QPushButton*>(QStringLiteral("upgrade"));
    QVERIFY(!upgrade->isEnabled()); // nobody is chosen
    const auto users = page->findChildren<QRadioButton*>();
    QCOMPARE(users.size(), 2);
    users.at(1)->click();
    QCOMPARE(page->userId(), QStringLiteral("maya@example.org"));
    const QByteArray pictures = qgetenv("GLOWLIST_PICTURES");
    if (!pictures.isEmpty())
        dialog->grab().save(QString::fromUtf8(pictures + "/adoption-before.png"));
    QTest::mouseClick(upgrade, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(upgrade->text(), QStringLiteral("Show the tasks"), 120000);
    QCOMPARE(web.checksum(), before);
    if (!pictures.isEmpty())
        dialog->grab().save(QString::fromUtf8(pictures + "/adoption-after.png"));
    QTest::mouseClick(upgrade, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(window.pane() && window.pane()->page() &&
                                 window.pane()->page()->model().rowCount() > 0 &&
                                 window.pane()->page()->model().taskAt(0).has_value(),
                             60000);
    QCOMPARE(window.pane()->page()->model().taskAt(0)->title, QStringLiteral("From the browser"));
    QCOMPARE(window.pane()->workspace().entry().userId, QStringLiteral("maya@example.org"));
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    store::Database::loadDriver();
    TestAdoptionPage test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_adoptionpage.moc"
