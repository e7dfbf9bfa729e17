#include "ui/windowfixture.h"

#include "ui/actions.h"
#include "ui/messagebar.h"
#include "ui/settings/settingsdialog.h"
#include "ui/sidebar/sidebarview.h"
#include "ui/sidebar/workspacebutton.h"
#include "ui/transfer/workspacecopydialog.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QToolButton>

using namespace glow;

/// "Copy this workspace's tasks to…", by mouse and keyboard.
class TestWorkspaceCopyDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theMenuOfTheWorkspaceButtonCopiesByMouse();
    void whatIsThereIsCounted();
    void aWorkspaceThatWasAddedIsOffered();
    void anOldTargetIsUpgradedOnRequest();

private:
    ui::WorkspaceCopyDialog* dialog() const { return m->window().findChild<ui::WorkspaceCopyDialog*>(); }
    template <typename Widget> Widget* part(const char* name) const
    {
        return dialog()->findChild<Widget*>(QLatin1String(name));
    }
    void openByMenu();
    QString bar() const { return m->pane().messages().text(); }

    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<tests::WindowFixture> m;
};

void TestWorkspaceCopyDialog::initTestCase()
{
    m_server = std::make_unique<tests::TemporaryServer>();
}

void TestWorkspaceCopyDialog::init()
{
    m = std::make_unique<tests::WindowFixture>(*m_server, 2);
    tests::onThread([this] {
        m->builder(1).sql(QStringLiteral("update glowlist.workspace set token = gen_random_uuid()"));
        m->builder().list(QStringLiteral("Home"));
        const QUuid tag = m->builder().tag(QStringLiteral("urgent"));
        m->builder().task(QStringLiteral("Pay"), {}, {tag});
        m->builder().task(QStringLiteral("Call"));
    });
    m->open();
    QTRY_VERIFY(m->isReady());
}

void TestWorkspaceCopyDialog::cleanup()
{
    m.reset();
}

void TestWorkspaceCopyDialog::openByMenu()
{
    auto* button = m->window().sidebar().findChild<ui::WorkspaceButton*>();
    QTest::mouseClick(button, Qt::LeftButton);
    QMenu* menu = nullptr;
    QTRY_VERIFY(menu = qobject_cast<QMenu*>(QApplication::activePopupWidget()));
    QAction* copy = nullptr;
    for (QAction* action : menu->actions()) {
        if (action->text().contains(QStringLiteral("tasks to")))
            copy = action;
    }
    QVERIFY(copy);
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(copy).center());
    QTRY_VERIFY(dialog());
}

void TestWorkspaceCopyDialog::theMenuOfTheWorkspaceButtonCopiesByMouse()
{
    openByMenu();
    QTRY_VERIFY(part<QPushButton>("copyButton")->isEnabled());
    QTest::mouseClick(part<QPushButton>("copyButton"), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(
        part<QLabel>("outcome")->text().startsWith(QStringLiteral("2 task(s) were copied")), 60000);
    QTest::mouseClick(part<QPushButton>("cancelButton"), Qt::LeftButton);
    QTRY_VERIFY(!dialog());
    QVERIFY(bar().contains(QStringLiteral("2 task(s) were copied to Workspace 2.")));
    qint64 count = 0;
    tests::onThread([&] { count = m->builder(1).count(QStringLiteral("tasks")); });
    QCOMPARE(count, 2);
}

void TestWorkspaceCopyDialog::whatIsThereIsCounted()
{
    openByMenu();
    QTRY_COMPARE(part<QLabel>("amount")->text(), QStringLiteral("2 task(s), 1 list(s), 1 tag(s)"));
    QCOMPARE(part<QComboBox>("target")->count(), 1);
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
}

void TestWorkspaceCopyDialog::aWorkspaceThatWasAddedIsOffered()
{
    store::WorkspaceEntry added;
    added.id = core::uidText(core::newUid());
    added.name = QStringLiteral("Neon");
    added.pooled = added.direct = m->builder(1).database();
    QList<store::WorkspaceEntry> entries = m->options().workspaces;
    entries.append(added);
    auto* settings = m->window().openSettings(QString());
    QVERIFY(QMetaObject::invokeMethod(settings, "workspacesChanged",
                                      Q_ARG(QList<glow::store::WorkspaceEntry>, entries)));
    settings->close();
    QTRY_COMPARE(bar(), QStringLiteral("Copy your 2 task(s) from Workspace 1 to Neon?"));
    QPushButton* copy = nullptr;
    for (auto* button : m->pane().messages().findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Copy…"))
            copy = button;
    }
    QVERIFY(copy);
    QTest::mouseClick(copy, Qt::LeftButton);
    QTRY_VERIFY(dialog());
    QCOMPARE(part<QComboBox>("target")->currentText(), QStringLiteral("Neon"));
}

void TestWorkspaceCopyDialog::anOldTargetIsUpgradedOnRequest()
{
    tests::onThread([this] { m->builder(1).sql(QStringLiteral("drop schema glowlist cascade")); });
    openByMenu();
    QTRY_VERIFY(part<QPushButton>("copyButton")->isEnabled());
    QTest::mouseClick(part<QPushButton>("copyButton"), Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(part<QPushButton>("copyButton")->text(),
                              QStringLiteral("Upgrade the database and copy"), 60000);
    QVERIFY(part<QLabel>("outcome")->text().contains(QStringLiteral("has to be upgraded")));
    QTest::keyClick(dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!dialog());
}

QTEST_MAIN(TestWorkspaceCopyDialog)
#include "tst_workspacecopydialog.moc"
