#include "app/translation.h"
#include "ui/windowfixture.h"

#include "ui/actions.h"
#include "ui/messagebar.h"
#include "ui/settings/settingsdialog.h"
#include "ui/sidebar/sidebarview.h"
#include "ui/sidebar/workspacebutton.h"
#include "ui/statusline.h"
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
    void ctrlZOverThereTakesTheCopyBackAndCtrlShiftZBringsItAgain();
    void undoInTheBarTakesTheCopyBackOverThere();
    void whatStayedOfALongStepIsAddedUp();
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
    void copyByMouse();
    void press(const QString& inTheBar);
    int countThere(const QString& fromWhere) const;
    bool isShown(const char* title) { return m->isReady() && m->rowOf(QLatin1String(title)) >= 0; }
    void shoot(const char* name) const;
    QString bar() const { return m->pane().messages().text(); }

    std::unique_ptr<tests::TemporaryServer> m_server;
    std::unique_ptr<tests::WindowFixture> m;
};

void TestWorkspaceCopyDialog::initTestCase()
{
    m_server = std::make_unique<tests::TemporaryServer>();
    if (qEnvironmentVariableIsSet("GLOWLIST_PICTURES_LOCALE"))
        app::installTranslations(*qApp, app::useLocale(qEnvironmentVariable("GLOWLIST_PICTURES_LOCALE")));
}

void TestWorkspaceCopyDialog::init()
{
    m = std::make_unique<tests::WindowFixture>(*m_server, 2);
    QApplication::setStyle(new ui::GlowStyle(m->theme()));
    QApplication::setPalette(m->theme().palette());
    QApplication::setFont(m->theme().font(app::Theme::Text::Body));
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
    QApplication::setStyle(QStringLiteral("Fusion"));
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

void TestWorkspaceCopyDialog::copyByMouse()
{
    openByMenu();
    QTRY_VERIFY(part<QPushButton>("copyButton")->isEnabled());
    shoot("before");
    QTest::mouseClick(part<QPushButton>("copyButton"), Qt::LeftButton);
    shoot("during");
    QTRY_VERIFY_WITH_TIMEOUT(
        part<QLabel>("outcome")->text().startsWith(QStringLiteral("2 task(s) were copied")), 60000);
    shoot("after");
    QTest::mouseClick(part<QPushButton>("cancelButton"), Qt::LeftButton);
    QTRY_VERIFY(!dialog());
    QApplication::setActiveWindow(&m->window()); // as the window manager does
}

void TestWorkspaceCopyDialog::press(const QString& inTheBar)
{
    for (auto* button : m->pane().messages().findChildren<QPushButton*>()) {
        if (button->text() == inTheBar) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL(qPrintable(inTheBar + QStringLiteral(" is not in the bar: ") + bar()));
}

int TestWorkspaceCopyDialog::countThere(const QString& fromWhere) const
{
    qint64 count = 0;
    tests::onThread([&] { count = m->builder(1).count(fromWhere); });
    return static_cast<int>(count);
}

/// Light and dark pictures, where GLOWLIST_PICTURES names a directory.
void TestWorkspaceCopyDialog::shoot(const char* name) const
{
    const QString directory = qEnvironmentVariable("GLOWLIST_PICTURES");
    if (directory.isEmpty())
        return;
    for (const auto mode : {app::Theme::Mode::Dark, app::Theme::Mode::Light}) {
        m->theme().setMode(mode);
        QApplication::setPalette(m->theme().palette());
        QTest::qWait(50);
        const auto look = mode == app::Theme::Mode::Dark ? QLatin1String("dark") : QLatin1String("light");
        dialog()->grab().save(QStringLiteral("%1/copy-%2-%3.png").arg(directory, QLatin1String(name), look));
    }
}

void TestWorkspaceCopyDialog::theMenuOfTheWorkspaceButtonCopiesByMouse()
{
    copyByMouse();
    QVERIFY(bar().contains(QStringLiteral("2 task(s) were copied to Workspace 2.")));
    QCOMPARE(countThere(QStringLiteral("tasks")), 2);
}

void TestWorkspaceCopyDialog::ctrlZOverThereTakesTheCopyBackAndCtrlShiftZBringsItAgain()
{
    copyByMouse();
    press(QStringLiteral("Show Workspace 2"));
    QTRY_VERIFY_WITH_TIMEOUT(isShown("Pay"), 60000);
    QVERIFY(m->window().statusLine().text().contains(u"Copy from Workspace 1"));
    QTest::keyClick(&m->page().table(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(m->isReady() && !isShown("Pay") && !isShown("Call"), 60000);
    QCOMPARE(countThere(QStringLiteral("tasks")), 0);
    QCOMPARE(countThere(QStringLiteral("glowlist.list")), 0);
    QTRY_VERIFY(m->pane().workspace().catalogue().lists.isEmpty());
    QTest::keyClick(&m->page().table(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isShown("Pay") && isShown("Call"), 60000);
    QCOMPARE(countThere(QStringLiteral("tasks")), 2);
    QTRY_COMPARE(m->pane().workspace().catalogue().lists.size(), 1);
}

void TestWorkspaceCopyDialog::undoInTheBarTakesTheCopyBackOverThere()
{
    copyByMouse();
    press(QStringLiteral("Undo"));
    QTRY_VERIFY_WITH_TIMEOUT(m->isReady() && m->pane().workspace().entry().name == u"Workspace 2", 60000);
    QTRY_VERIFY_WITH_TIMEOUT(m->pane().workspace().isOpen() && m->pane().workspace().changes().pending() == 0,
                             60000);
    QTRY_VERIFY_WITH_TIMEOUT(m->isReady() && !isShown("Pay"), 60000);
    QCOMPARE(countThere(QStringLiteral("tasks")), 0);
    qint64 here = 0;
    tests::onThread([&] { here = m->builder(0).count(QStringLiteral("tasks")); });
    QCOMPARE(here, 2);
}

void TestWorkspaceCopyDialog::whatStayedOfALongStepIsAddedUp()
{
    app::Changes& changes = m->pane().workspace().changes();
    core::Change part = changes.make(QStringLiteral("Undo: Copy"), {});
    part.group = core::newUid();
    core::ChangeOutcome outcome;
    outcome.applied = true;
    outcome.skipped = {QJsonObject(), QJsonObject()};
    Q_EMIT changes.overwrote(part, outcome);
    part.id = core::newUid();
    outcome.skipped = {QJsonObject()};
    Q_EMIT changes.overwrote(part, outcome);
    QCOMPARE(bar(), QStringLiteral("Undo: Copy. 3 value(s) changed elsewhere since and stayed as they are."));
    part.group = core::newUid();
    Q_EMIT changes.overwrote(part, outcome);
    QCOMPARE(bar(), QStringLiteral("Undo: Copy. 1 value(s) changed elsewhere since and stayed as they are."));
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
