#include "store/secretstore.h"
#include "support/neonstandin.h"
#include "windowfixture.h"

#include <QLineEdit>
#include <QPushButton>

using namespace glow;

/// A workspace whose password is not there, or is no longer right, asks for it in the window.
class TestSignIn : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void anUnknownPasswordIsAskedForUntilItIsRight();
    void aStoredPasswordThatIsRefusedCanBeReplaced();

private:
    std::unique_ptr<ui::MainWindow> open(const store::WorkspaceEntry& entry);
    store::WorkspaceEntry entry() const;
    static QLineEdit* field(const ui::MainWindow& window)
    {
        return window.findChild<QLineEdit*>(QStringLiteral("signInPassword"));
    }

    std::unique_ptr<tests::NeonStandIn> m_neon;
    QString m_database;
    tests::DataDirectory m_directory;
    app::Theme m_theme;
};

void TestSignIn::initTestCase()
{
    tests::onThread([this] {
        m_neon = std::make_unique<tests::NeonStandIn>();
        m_database = m_neon->createDatabase();
    });
    QApplication::setStyle(new ui::GlowStyle(m_theme));
}

store::WorkspaceEntry TestSignIn::entry() const
{
    store::WorkspaceEntry entry;
    entry.id = core::uidText(core::newUid());
    entry.name = QStringLiteral("Personal");
    entry.pooled = m_neon->pooled(m_database);
    entry.direct = m_neon->direct(m_database);
    entry.pooled.password.clear();
    entry.direct.password.clear();
    return entry;
}

std::unique_ptr<ui::MainWindow> TestSignIn::open(const store::WorkspaceEntry& entry)
{
    ui::WindowOptions options;
    options.dataDirectory = m_directory.path();
    options.view = QStringLiteral("all");
    options.workspaces = {entry};
    options.openWorkspace = entry.id;
    auto window = std::make_unique<ui::MainWindow>(options, m_theme);
    window->show();
    QApplication::setActiveWindow(window.get());
    window->start();
    return window;
}

void TestSignIn::anUnknownPasswordIsAskedForUntilItIsRight()
{
    const store::WorkspaceEntry personal = entry();
    const auto window = open(personal);
    QTRY_VERIFY_WITH_TIMEOUT(field(*window)->isVisible(), 60000);
    QTRY_VERIFY(field(*window)->hasFocus());
    QCOMPARE(field(*window)->echoMode(), QLineEdit::Password);
    QTest::keyClicks(field(*window), QStringLiteral("wrong"));
    QTest::keyClick(field(*window), Qt::Key_Return);
    QVERIFY(!field(*window)->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(field(*window)->isEnabled(), 60000);
    QVERIFY(field(*window)->accessibleName().contains(u"refused"));
    QCOMPARE(field(*window)->text(), QString());
    QTest::keyClicks(field(*window), QStringLiteral("npg_s3cret"));
    QTest::keyClick(field(*window), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(window->pane()->page(), 60000);
    QVERIFY(!field(*window)->isVisible());
    // No keychain and no file: it is asked for again at the next start, and lies nowhere.
    QString kept;
    tests::onThread([&] { kept = *store::SecretStore(m_directory.path(), false).read(personal.id); });
    QCOMPARE(kept, QStringLiteral("npg_s3cret"));
    QVERIFY(!QFileInfo::exists(m_directory.path() + QStringLiteral("/secrets")));
}

void TestSignIn::aStoredPasswordThatIsRefusedCanBeReplaced()
{
    const store::WorkspaceEntry personal = entry();
    store::SecretStore(m_directory.path(), false).keepInMemory(personal.id, QStringLiteral("old one"));
    const auto window = open(personal);
    const auto button = [&window]() -> QPushButton* {
        for (QPushButton* each : window->findChildren<QPushButton*>()) {
            if (each->isVisible() && each->text() == u"Enter new password")
                return each;
        }
        return nullptr;
    };
    QTRY_VERIFY_WITH_TIMEOUT(button(), 60000);
    QVERIFY(!field(*window)->isVisible());
    QTest::mouseClick(button(), Qt::LeftButton);
    QVERIFY(field(*window)->isVisible());
    QTest::keyClicks(field(*window), QStringLiteral("npg_s3cret"));
    QTest::keyClick(field(*window), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(window->pane()->page(), 60000);
}

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    store::Database::loadDriver();
    TestSignIn test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_signin.moc"
