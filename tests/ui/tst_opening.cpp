#include "support/temporaryserver.h"
#include "ui/messagebar.h"
#include "windowfixture.h"

#include <QProcess>
#include <QPushButton>

using namespace glow;

/// What stands between a workspace and its tasks is said in the window, with the way out beside it.
class TestOpening : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void anEncryptionThatWasLoweredByHandIsAskedAboutOnce();
    void anUpgradeThatWaitsIsCancelled();

private:
    void open(const store::WorkspaceEntry& entry);
    store::WorkspaceEntry entryOf(const store::ConnectionString& target) const;
    QPushButton* button(const QString& text) const;
    void press(const QString& text);
    store::WorkspaceEntry kept(const QString& id) const;

    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<tests::DataDirectory> m_directory;
    app::Theme m_theme;
    std::unique_ptr<ui::MainWindow> m_window;
};

void TestOpening::initTestCase()
{
    tests::onThread([this] { m_server = std::make_unique<tests::TemporaryServer>(); });
    QApplication::setStyle(new ui::GlowStyle(m_theme));
}

void TestOpening::init()
{
    m_window.reset();
    m_directory = std::make_unique<tests::DataDirectory>();
}

void TestOpening::open(const store::WorkspaceEntry& entry)
{
    ui::WindowOptions options;
    options.dataDirectory = m_directory->path();
    options.workspaces = {entry};
    options.openWorkspace = entry.id;
    m_window = std::make_unique<ui::MainWindow>(options, m_theme);
    m_window->show();
    QApplication::setActiveWindow(m_window.get());
    m_window->start();
}

store::WorkspaceEntry TestOpening::entryOf(const store::ConnectionString& target) const
{
    store::WorkspaceEntry entry;
    entry.id = core::uidText(core::newUid());
    entry.name = QStringLiteral("Studio");
    entry.pooled = entry.direct = target;
    return entry;
}

QPushButton* TestOpening::button(const QString& text) const
{
    for (QPushButton* each : m_window->findChildren<QPushButton*>()) {
        if (each->isVisible() && each->text() == text)
            return each;
    }
    return nullptr;
}

void TestOpening::press(const QString& text)
{
    QTRY_VERIFY_WITH_TIMEOUT(button(text), 60000);
    QTest::mouseClick(button(text), Qt::LeftButton);
}

store::WorkspaceEntry TestOpening::kept(const QString& id) const
{
    QList<store::WorkspaceEntry> entries;
    tests::onThread([&] { entries = *store::loadWorkspaces(m_directory->path()); });
    for (const store::WorkspaceEntry& each : entries) {
        if (each.id == id)
            return each;
    }
    return {};
}

void TestOpening::anEncryptionThatWasLoweredByHandIsAskedAboutOnce()
{
    store::ConnectionString target;
    tests::onThread([&] { target = m_server->overTcp(tests::Builder(*m_server).database()); });
    // An address of this computer that is not written as one, so it counts as a host of the network.
    target.hosts = {{QStringLiteral("127.1"), m_server->port()}};
    target.options = {{QStringLiteral("sslmode"), QStringLiteral("disable")}};
    store::WorkspaceEntry studio = entryOf(target);
    QVERIFY(!studio.isRiskAccepted());
    tests::onThread([&] { QVERIFY(store::saveWorkspaces(m_directory->path(), {studio}).ok()); });

    open(studio);
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("Connect all the same")), 60000);
    QVERIFY(m_window->pane()->messages().text().contains(
        QStringLiteral("encryption of this workspace was lowered")));
    QVERIFY(!m_window->pane()->page());
    QCOMPARE(m_server->psql(target.database, QStringLiteral("select count(*) from pg_stat_activity where "
                                                            "application_name = 'Glowlist'")),
             QStringLiteral("0"));
    press(QStringLiteral("Connect all the same"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->pane()->page(), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(kept(studio.id).isRiskAccepted(), 60000);

    open(kept(studio.id));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->pane()->page(), 60000);
    QVERIFY(!button(QStringLiteral("Connect all the same")));
}

void TestOpening::anUpgradeThatWaitsIsCancelled()
{
    store::ConnectionString target;
    tests::onThread([&] { target = m_server->overTcp(m_server->createDatabase()); });
    QProcess other; // migrates, as it seems
    other.start(QStringLiteral("psql"), {target.uri(), QStringLiteral("-XqAt")});
    other.write("select pg_advisory_lock(x'676c6f776c697374'::bigint);\n");
    QTRY_COMPARE_WITH_TIMEOUT(
        m_server->psql(target.database,
                       QStringLiteral("select count(*) from pg_locks where locktype = 'advisory'")),
        QStringLiteral("1"), 60000);
    open(entryOf(target));
    press(QStringLiteral("Upgrade the database"));
    const auto says = [this](const QString& text) {
        return m_window->pane()->messages().text().contains(text);
    };
    QTRY_VERIFY_WITH_TIMEOUT(says(QStringLiteral("Another program is migrating")), 60000);
    QVERIFY(!button(QStringLiteral("Upgrade the database")));
    press(QStringLiteral("Cancel"));
    QTRY_VERIFY_WITH_TIMEOUT(button(QStringLiteral("Upgrade the database")), 60000);
    QCOMPARE(
        m_server->psql(target.database, QStringLiteral("select to_regclass('glowlist.migrations') is null")),
        QStringLiteral("t"));
    other.closeWriteChannel();
    QVERIFY(other.waitForFinished(60000));
    press(QStringLiteral("Upgrade the database"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->pane()->page(), 60000);
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    store::Database::loadDriver();
    TestOpening test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_opening.moc"
