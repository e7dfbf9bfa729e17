#include "ui/messagebar.h"
#include "ui/settings/backupspage.h"
#include "ui/settings/settingsdialog.h"
#include "windowfixture.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace glow;

namespace {

constexpr int patience = 60000;

} // namespace

/// Backing up and restoring the private workspace in the window.
class TestBackupsPage : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setStyle(new ui::GlowStyle(m_theme)); }
    void aBackupIsTakenLookedAtRestoredAndTheRestoringUndone();
    void aFolderThatCannotBeWrittenIsTold();
    void aDailyBackupThatFailsIsToldInTheMessageBar();

private:
    void openWindow(const tests::DataDirectory& directory, const QString& folder = {});
    void openPage();
    void press(const char* name)
    {
        auto* pressed = m_page->findChild<QPushButton*>(QLatin1String(name));
        QTRY_VERIFY_WITH_TIMEOUT(pressed->isVisible() && pressed->isEnabled(), patience);
        QTest::mouseClick(pressed, Qt::LeftButton);
    }
    QString text(const char* name) const { return m_page->findChild<QLabel*>(QLatin1String(name))->text(); }
    bool shows(int tasks) const
    {
        ui::TaskPage* page = m_window->pane() ? m_window->pane()->page() : nullptr;
        return page && !page->model().isLoading() && page->model().rowCount() == tasks;
    }
    void add(const QString& title)
    {
        ui::QuickAddLine& line = m_window->pane()->page()->quickAdd();
        line.focusLine();
        QTest::keyClicks(line.findChild<QTextEdit*>(), title);
        QTest::keyClick(line.findChild<QTextEdit*>(), Qt::Key_Return);
    }

    app::Theme m_theme;
    std::unique_ptr<ui::MainWindow> m_window;
    ui::BackupsPage* m_page = nullptr;
};

void TestBackupsPage::openWindow(const tests::DataDirectory& directory, const QString& folder)
{
    ui::WindowOptions options;
    options.dataDirectory = directory.path();
    options.workspaces = {store::privateWorkspace()};
    options.settings.set(store::Settings::LastView, QStringLiteral("all"));
    options.settings.set(store::Settings::BackupFolder, folder);
    m_window = std::make_unique<ui::MainWindow>(options, m_theme);
    m_window->resize(1280, 800);
    m_window->show();
    m_window->start();
    QTRY_VERIFY_WITH_TIMEOUT(shows(0), patience);
}

void TestBackupsPage::openPage()
{
    m_page = m_window->openSettings(QStringLiteral("backups"))->findChild<ui::BackupsPage*>();
    QTRY_VERIFY_WITH_TIMEOUT(m_page->isVisible(), patience);
}

void TestBackupsPage::aBackupIsTakenLookedAtRestoredAndTheRestoringUndone()
{
    const tests::DataDirectory directory;
    openWindow(directory);
    add(QStringLiteral("First"));
    QTRY_VERIFY_WITH_TIMEOUT(shows(1) && m_window->pane()->workspace().changes().pending() == 0, patience);
    openPage();
    QVERIFY(!m_page->findChild<QPushButton*>(QStringLiteral("restore"))->isEnabled());
    press("backUp");
    QTRY_VERIFY_WITH_TIMEOUT(text("outcome").startsWith(u"Backed up: 1 task(s) · 0 done"), patience);
    QTRY_COMPARE_WITH_TIMEOUT(m_page->findChildren<QRadioButton*>().size(), 1, patience);

    add(QStringLiteral("Second"));
    QTRY_VERIFY_WITH_TIMEOUT(shows(2) && m_window->pane()->workspace().changes().pending() == 0, patience);
    auto* row = m_page->findChild<QRadioButton*>();
    QTRY_VERIFY_WITH_TIMEOUT(row->isVisible() && row->height() > 20, patience);
    QTest::mouseClick(row, Qt::LeftButton, {}, QPoint(8, row->height() / 2));
    QTRY_COMPARE_WITH_TIMEOUT(
        text("preview"),
        QStringLiteral("What would change: 1 task(s) go. What is there now is backed up first."), patience);
    press("restore");
    QTRY_VERIFY_WITH_TIMEOUT(text("outcome").endsWith(u"is restored."), patience);
    QTRY_VERIFY_WITH_TIMEOUT(shows(1), patience);
    QCOMPARE(m_window->pane()->page()->model().taskAt(0)->title, QStringLiteral("First"));
    press("takeBack");
    QTRY_VERIFY_WITH_TIMEOUT(text("outcome").startsWith(u"Everything is as it was"), patience);
    QTRY_VERIFY_WITH_TIMEOUT(shows(2), patience);
    // And one goes on working in it.
    add(QStringLiteral("Third"));
    QTRY_VERIFY_WITH_TIMEOUT(shows(3) && m_window->pane()->workspace().changes().pending() == 0, patience);
    m_window.reset();
    QThreadPool::globalInstance()->waitForDone();
}

void TestBackupsPage::aFolderThatCannotBeWrittenIsTold()
{
    const tests::DataDirectory directory;
    openWindow(directory);
    openPage();
    m_page->findChild<QLineEdit*>(QStringLiteral("folder"))->setText(QStringLiteral("/proc/backups"));
    press("backUp");
    QTRY_VERIFY_WITH_TIMEOUT(text("outcome").contains(u"/proc/backups"), patience);
    m_window.reset();
    QThreadPool::globalInstance()->waitForDone();
}

void TestBackupsPage::aDailyBackupThatFailsIsToldInTheMessageBar()
{
    const tests::DataDirectory directory;
    openWindow(directory, QStringLiteral("/proc/backups"));
    ui::MessageBar& bar = m_window->pane()->messages();
    QTRY_VERIFY_WITH_TIMEOUT(bar.text().contains(u"The backup of today failed."), patience);
    QVERIFY2(bar.text().contains(u"/proc"), qPrintable(bar.text()));
    for (auto* button : bar.findChildren<QPushButton*>()) {
        if (button->text() == u"Settings…")
            QTest::mouseClick(button, Qt::LeftButton);
    }
    m_page = m_window->findChild<ui::BackupsPage*>();
    QVERIFY(m_page);
    QTRY_VERIFY_WITH_TIMEOUT(m_page->isVisible(), patience);
    m_window.reset();
    QThreadPool::globalInstance()->waitForDone();
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    store::Database::loadDriver();
    TestBackupsPage test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_backupspage.moc"
