#include "sync/activity.h"

#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace glow;
using namespace std::chrono_literals;
using sync::Activity;

class TestActivity : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void inputOnScreenIsActivityForFourMinutes();
    void inputInBetweenProlongsIt();
    void nothingIsActiveOffScreen();
    void inputInAnotherWindowCounts();
    void theFileIsTouchedAtMostEveryTenSeconds();
    void aRemovedFileComesBack();
    void aTimeToComeIsNoInput();

private:
    std::unique_ptr<Activity> window()
    {
        auto made = std::make_unique<Activity>(file(), [this] { return m_now; });
        made->setOnScreen(true);
        return made;
    }
    QString file() const { return m_directory->filePath(QStringLiteral("deep/activity")); }
    QDateTime fileTime() const { return QFileInfo(file()).lastModified().toUTC(); }
    void pass(std::chrono::milliseconds time) { m_now = m_now.addDuration(time); }

    std::unique_ptr<QTemporaryDir> m_directory;
    QDateTime m_now;
};

void TestActivity::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    m_now = QDateTime(QDate(2026, 11, 23), QTime(9, 0), Qt::UTC);
}

void TestActivity::inputOnScreenIsActivityForFourMinutes()
{
    const auto one = window();
    QSignalSpy changed(one.get(), &Activity::activeChanged);
    QVERIFY(!one->isActive());
    one->input();
    QVERIFY(one->isActive());
    pass(4min - 1ms);
    one->check();
    QVERIFY(one->isActive());
    pass(1ms);
    one->check();
    QVERIFY(!one->isActive());
    one->input();
    QVERIFY(one->isActive());
    QCOMPARE(changed.size(), 3);
}

void TestActivity::inputInBetweenProlongsIt()
{
    const auto one = window();
    QSignalSpy changed(one.get(), &Activity::activeChanged);
    for (int i = 0; i < 20; ++i) {
        one->input();
        pass(3min);
        one->check();
        QVERIFY(one->isActive());
    }
    QCOMPARE(changed.size(), 1);
}

void TestActivity::nothingIsActiveOffScreen()
{
    const auto one = window();
    one->input();
    one->setOnScreen(false);
    QVERIFY(!one->isActive());
    one->input();
    QVERIFY(!one->isActive());
    one->setOnScreen(true);
    QVERIFY(one->isActive());
}

void TestActivity::inputInAnotherWindowCounts()
{
    const auto one = window();
    const auto other = window();
    one->input();
    QTRY_VERIFY_WITH_TIMEOUT(other->isActive(), 30000);
    pass(5min);
    one->check();
    other->check();
    QVERIFY(!one->isActive() && !other->isActive());
    other->input();
    QTRY_VERIFY_WITH_TIMEOUT(one->isActive(), 30000);
    const auto third = window();
    QTRY_VERIFY_WITH_TIMEOUT(third->isActive(), 30000);
}

void TestActivity::theFileIsTouchedAtMostEveryTenSeconds()
{
    const auto one = window();
    QSignalSpy touched(one.get(), &Activity::touched);
    const QDateTime first = m_now;
    for (int i = 0; i < 100; ++i) {
        one->input();
        pass(99ms);
    }
    QCOMPARE(touched.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(fileTime(), first, 30000);
    pass(1s);
    one->input();
    QCOMPARE(touched.size(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(fileTime(), m_now, 30000);
}

void TestActivity::aRemovedFileComesBack()
{
    const auto one = window();
    const auto other = window();
    one->input();
    QTRY_VERIFY_WITH_TIMEOUT(other->isActive(), 30000);
    QVERIFY(QFile::remove(file()));
    pass(5min);
    other->input();
    QTRY_COMPARE_WITH_TIMEOUT(fileTime(), m_now, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(one->isActive(), 30000);
}

void TestActivity::aTimeToComeIsNoInput()
{
    const auto ahead = window();
    m_now = m_now.addDays(1);
    ahead->input();
    QTRY_COMPARE_WITH_TIMEOUT(fileTime(), m_now, 30000);
    m_now = m_now.addDays(-1);
    ahead->check();
    QVERIFY(!ahead->isActive());
    const auto one = window();
    QTest::qWait(100);
    QVERIFY(!one->isActive());
    one->input();
    QVERIFY(one->isActive());
}

QTEST_GUILESS_MAIN(TestActivity)
#include "tst_activity.moc"
