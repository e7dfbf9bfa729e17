#include "app/backup/dailybackup.h"
#include "app/workspace.h"
#include "core/uid.h"
#include "store/local/localserver.h"
#include "support/builders.h"
#include "support/datadirectory.h"

#include <QSignalSpy>
#include <QtTest>

using namespace glow;
using app::Backups;
using core::Result;
using store::BackupInfo;

namespace {

constexpr int patience = 60000;
constexpr std::chrono::milliseconds calm{50};

} // namespace

/// The private workspace with its backups, as the window holds them.
class TestDailyBackup : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aChangeIsFollowedByTheBackupOfTheDay();
    void openingBacksUpWhatHasChangedSinceTheNewest();
    void aFailureIsToldAndTriedAgain();
    void goingMeanwhileLeavesNoHalfFile();
    void restoringWhereThePostgresThatMadeItIsGone();

private:
    void open(const QDateTime& now = {});
    void add(const QString& title);
    QString folder() const { return m_directory->path() + QStringLiteral("/backups"); }
    QStringList files() const { return QDir(folder()).entryList(QDir::Files | QDir::Hidden); }

    std::unique_ptr<tests::DataDirectory> m_directory;
    std::unique_ptr<app::Workspace> m_workspace;
};

void TestDailyBackup::init()
{
    m_directory = std::make_unique<tests::DataDirectory>();
}

void TestDailyBackup::cleanup()
{
    m_workspace.reset();
    QThreadPool::globalInstance()->waitForDone();
    m_directory.reset();
}

void TestDailyBackup::open(const QDateTime& now)
{
    m_workspace.reset();
    const core::Clock clock = now.isValid() ? core::Clock::fixedAt(now) : core::Clock();
    m_workspace = std::make_unique<app::Workspace>(store::privateWorkspace(), store::Settings(),
                                                   m_directory->path(), clock);
}

void TestDailyBackup::add(const QString& title)
{
    app::Changes& changes = m_workspace->changes();
    changes.apply(changes.make(QStringLiteral("add"),
                               {tests::operation(core::Verb::Create, core::Entity::Task, core::newUid(),
                                                 {{QStringLiteral("title"), title}})}));
}

void TestDailyBackup::aChangeIsFollowedByTheBackupOfTheDay()
{
    open();
    app::DailyBackup daily(*m_workspace, m_directory->path(), folder(), calm);
    QSignalSpy taken(&daily, &app::DailyBackup::taken);
    m_workspace->open();
    QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, patience); // the first of all
    QCOMPARE(taken.constFirst().constFirst().value<BackupInfo>().tasks, 0);
    add(QStringLiteral("One"));
    QTRY_COMPARE_WITH_TIMEOUT(m_workspace->changes().pending(), 0, patience);
    QTest::qWait(500);
    QCOMPARE(files().size(), 1); // once a day
}

void TestDailyBackup::openingBacksUpWhatHasChangedSinceTheNewest()
{
    const QDateTime first(QDate(2026, 11, 24), QTime(20, 0));
    for (int day = 0; day < 3; ++day) {
        open(first.addDays(day));
        QSignalSpy opened(m_workspace.get(), &app::Workspace::opened);
        app::DailyBackup daily(*m_workspace, m_directory->path(), folder(), calm);
        QSignalSpy taken(&daily, &app::DailyBackup::taken);
        m_workspace->open();
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patience);
        if (day < 2) {
            QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, patience);
        } else { // nothing was changed on the day before
            QTest::qWait(1000);
            QCOMPARE(taken.size(), 0);
            add(QStringLiteral("Day %1").arg(day));
            QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, patience);
        }
        if (day == 0) {
            add(QStringLiteral("Later that day"));
            QTRY_COMPARE_WITH_TIMEOUT(m_workspace->changes().pending(), 0, patience);
        }
    }
    QCOMPARE(files().size(), 3);
}

void TestDailyBackup::aFailureIsToldAndTriedAgain()
{
    open();
    app::DailyBackup daily(*m_workspace, m_directory->path(), QStringLiteral("/proc/backups"), calm);
    QSignalSpy failed(&daily, &app::DailyBackup::failed);
    QSignalSpy taken(&daily, &app::DailyBackup::taken);
    m_workspace->open();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 1, patience);
    QVERIFY(failed.constFirst().constFirst().value<core::Error>().message.contains(u"/proc"));
    add(QStringLiteral("One"));
    QTRY_COMPARE_WITH_TIMEOUT(m_workspace->changes().pending(), 0, patience);
    QTest::qWait(500);
    QCOMPARE(failed.size(), 1); // not with every change
    daily.tryAgain();
    QTRY_COMPARE_WITH_TIMEOUT(failed.size(), 2, patience);
    daily.setFolder(folder());
    QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, patience);
    QCOMPARE(failed.size(), 2);
}

void TestDailyBackup::goingMeanwhileLeavesNoHalfFile()
{
    open();
    QSignalSpy opened(m_workspace.get(), &app::Workspace::opened);
    m_workspace->open();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patience);
    m_directory->psql(
        QStringLiteral("insert into tasks (user_id, title, completed, priority) select 'local', "
                       "repeat('Task ', 30), false, 'none' from generate_series(1, 30000)"));
    {
        Backups backups(m_directory->path(), {});
        QSignalSpy progressed(&backups, &Backups::progressed);
        backups.take(folder()).then(&backups, [](const Result<BackupInfo>&) {});
        QTRY_VERIFY_WITH_TIMEOUT(progressed.size() > 0, patience);
    }
    m_workspace.reset();
    QThreadPool::globalInstance()->waitForDone();
    QCOMPARE(files(), QStringList());
}

void TestDailyBackup::restoringWhereThePostgresThatMadeItIsGone()
{
    open();
    QSignalSpy opened(m_workspace.get(), &app::Workspace::opened);
    m_workspace->open();
    QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, patience);
    add(QStringLiteral("Kept"));
    QTRY_COMPARE_WITH_TIMEOUT(m_workspace->changes().pending(), 0, patience);
    Backups backups(m_directory->path(), {});
    std::optional<BackupInfo> info;
    backups.take(folder()).then(
        this, [&info](const Result<BackupInfo>& taken) { info = taken ? *taken : BackupInfo{}; });
    QTRY_VERIFY_WITH_TIMEOUT(info, patience);
    m_workspace.reset();
    QThreadPool::globalInstance()->waitForDone();
    const QString root = m_directory->clusterRoot();
    const QStringList majors = QDir(root).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
    QCOMPARE(majors.size(), 1);
    QVERIFY(QDir(root).rename(majors.constFirst(), QStringLiteral("9999")));

    std::optional<Result<Backups::Preview>> preview;
    backups.preview(info->path).then(this, [&preview](const Result<Backups::Preview>& found) {
        preview = found;
    });
    QTRY_VERIFY_WITH_TIMEOUT(preview, patience);
    QVERIFY(preview->ok() && (*preview)->canRestore && !(*preview)->difference);
    QVERIFY((*preview)->note.contains(u"9999"));
    std::optional<Result<Backups::Restored>> restored;
    backups.restore(info->path, folder()).then(this, [&restored](const Result<Backups::Restored>& done) {
        restored = done;
    });
    QTRY_VERIFY_WITH_TIMEOUT(restored, patience);
    QVERIFY2(restored->ok(),
             restored->ok() ? "" : qPrintable(restored->error().message + restored->error().detail));
    QVERIFY(QFileInfo::exists(root + QStringLiteral("/9999.kept/PG_VERSION")));
    open();
    QSignalSpy again(m_workspace.get(), &app::Workspace::opened);
    m_workspace->open();
    QTRY_COMPARE_WITH_TIMEOUT(again.size(), 1, patience);
    QCOMPARE(m_directory->psql(QStringLiteral("select title from tasks")), QStringLiteral("Kept"));
}

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    store::Database::loadDriver();
    TestDailyBackup test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_dailybackup.moc"
