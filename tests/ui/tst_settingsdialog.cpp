#include "app/theme.h"
#include "core/uid.h"
#include "store/secretstore.h"
#include "support/builders.h"
#include "ui/settings/checklist.h"
#include "ui/settings/connectionfield.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/workspacecheck.h"
#include "ui/settings/workspacedraft.h"
#include "ui/style/glowstyle.h"

#include <QClipboard>
#include <QComboBox>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QProcess>
#include <QPushButton>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtConcurrentRun>
#include <QtTest>

using namespace glow;
using ui::CheckRow;
using ui::WorkspaceDraft;

namespace {

const QString secret = QStringLiteral("pä ss/w:rd@1");
const QString pooledUri = QStringLiteral(
    "postgresql://maya:p%C3%A4%20ss%2Fw%3Ard%401@ep-cool-darkness-pooler.eu-central-1.aws.neon.tech/neondb");

store::WorkspaceEntry privateEntry()
{
    store::WorkspaceEntry entry;
    entry.id = QStringLiteral("private");
    entry.name = QStringLiteral("On this computer");
    entry.isPrivate = true;
    return entry;
}

QByteArray contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSettingsDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void aPastedStringFillsEverything();
    void aPastedEnvironmentFileFillsBothStrings();
    void thePasswordIsMaskedAndTheEyeShowsIt();
    void aNewPasswordIsTypedInOnePlaceForBoth();
    void theHalfTypedStringOfAWorkspaceIsKeptWhileAnotherIsLookedAt();
    void thePasswordIsRotatedInOneField();
    void theAuthorityFileGoesIntoBothStrings();
    void whereThereIsNoKeychainThePersonChooses();
    void anotherHostIsAnotherRisk();
    void aTextThatIsNoConnectionStringStaysAndIsExplained();
    void lowerEncryptionAsksOnce();
    void savingWritesNoPasswordIntoTheFiles();
    void removingAWorkspaceForgetsIt();
    void whatTheEnvironmentOffersIsNotAddedByItself();
    void aGoodConnectionPassesEveryStep();
    void aWrongPasswordIsNamed();
    void aClosedPortIsNamed();
    void aDatabaseThatIsNotMigratedIsUpgradedWhenAsked();
    void goingBackNamesTheLossAndAsks();
    void anUpgradeThatWaitsCanBeStopped();
    void indexesOfAnotherCollationAreBuiltAnewByAButton();
    void theSqlOfAnUpgradeIsSavedToAFile();
    void aLoweredEncryptionIsNotTriedBeforeItIsAccepted();
    void theReportHasNoPassword();
    void appearanceAndLanguageAreSaved();
    void otherKeysOfTheSettingsStay();

private:
    ui::SettingsContext context() const;
    std::unique_ptr<ui::SettingsDialog> open(const ui::SettingsContext& context,
                                             const QString& page = QStringLiteral("workspaces"));
    static void save(ui::SettingsDialog& dialog);
    static ui::ConnectionField* field(const ui::SettingsDialog& dialog, const char* name);
    static void paste(ui::ConnectionField* field, const QString& text);
    QList<CheckRow> check(const store::ConnectionString& target) const;
    static const CheckRow* failed(const QList<CheckRow>& rows);
    static store::WorkspaceEntry entryFor(const store::ConnectionString& target);

    tests::TemporaryServer m_server;
    std::unique_ptr<app::Theme> m_theme;
    std::unique_ptr<QTemporaryDir> m_directory;
};

void TestSettingsDialog::initTestCase()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_theme = std::make_unique<app::Theme>();
    QApplication::setStyle(new ui::GlowStyle(*m_theme));
}

void TestSettingsDialog::init()
{
    m_directory = std::make_unique<QTemporaryDir>();
    qunsetenv("DATABASE_URL");
    qunsetenv("DATABASE_URL_DIRECT");
    QVERIFY(QDir::setCurrent(m_directory->path()));
}

ui::SettingsContext TestSettingsDialog::context() const
{
    ui::SettingsContext context;
    context.dataDirectory = m_directory->path();
    context.workspaces = {privateEntry()};
    context.settings.set(store::Settings::SecretsInFile, true);
    return context;
}

std::unique_ptr<ui::SettingsDialog> TestSettingsDialog::open(const ui::SettingsContext& context,
                                                             const QString& page)
{
    auto dialog = std::make_unique<ui::SettingsDialog>(context, *m_theme);
    dialog->showPage(page);
    dialog->show();
    return dialog;
}

void TestSettingsDialog::save(ui::SettingsDialog& dialog)
{
    QSignalSpy done(&dialog, &QDialog::finished);
    QTest::mouseClick(dialog.findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
    QVERIFY2(done.wait(20000), qPrintable(dialog.findChild<QLabel*>(QStringLiteral("saveProblem"))->text()));
}

ui::ConnectionField* TestSettingsDialog::field(const ui::SettingsDialog& dialog, const char* name)
{
    return dialog.findChild<ui::ConnectionField*>(QString::fromLatin1(name));
}

void TestSettingsDialog::paste(ui::ConnectionField* field, const QString& text)
{
    QGuiApplication::clipboard()->setText(text);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
}

store::WorkspaceEntry TestSettingsDialog::entryFor(const store::ConnectionString& target)
{
    store::WorkspaceEntry entry;
    entry.id = core::uidText(core::newUid());
    entry.name = QStringLiteral("Studio");
    entry.pooled = entry.direct = target;
    return entry;
}

void TestSettingsDialog::aPastedStringFillsEverything()
{
    const auto dialog = open(context());
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("add")), Qt::LeftButton);
    paste(field(*dialog, "pooled"),
          QStringLiteral("  psql '") + pooledUri + QStringLiteral("?sslmode=require'\n"));
    QVERIFY(field(*dialog, "pooled")->text().contains(QStringLiteral("ep-cool-darkness-pooler.")));
    QVERIFY(field(*dialog, "direct")->text().contains(QStringLiteral("@ep-cool-darkness.eu-central-1")));
    QVERIFY(!dialog->findChild<QLineEdit*>(QStringLiteral("name"))->text().isEmpty());
    QCOMPARE(dialog->findChild<QComboBox*>(QStringLiteral("encryption"))->currentData().toString(),
             QStringLiteral("verify-full"));
}

void TestSettingsDialog::aPastedEnvironmentFileFillsBothStrings()
{
    WorkspaceDraft draft = WorkspaceDraft::fresh();
    draft.takePooled(QStringLiteral("# Neon\nDATABASE_URL=\"postgresql://a:b@pool.example.org/x\"\n"
                                    "DATABASE_URL_DIRECT=postgresql://a:b@direct.example.org/x\n"));
    QCOMPARE(draft.pooledProblem(), QString());
    QCOMPARE(draft.entry().pooled.hosts.constFirst().host, QStringLiteral("pool.example.org"));
    QCOMPARE(draft.entry().direct.hosts.constFirst().host, QStringLiteral("direct.example.org"));
    QVERIFY(!draft.directIsDerived());
    QCOMPARE(draft.password(), QStringLiteral("b"));
}

void TestSettingsDialog::thePasswordIsMaskedAndTheEyeShowsIt()
{
    const auto dialog = open(context());
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("add")), Qt::LeftButton);
    ui::ConnectionField* pooled = field(*dialog, "pooled");
    paste(pooled, pooledUri);
    QVERIFY(pooled->text().contains(WorkspaceDraft::mask()));
    QVERIFY(!pooled->text().contains(QStringLiteral("ss%2Fw")));
    QVERIFY(!field(*dialog, "direct")->text().contains(QStringLiteral("ss%2Fw")));
    pooled->actions().constFirst()->trigger();
    QVERIFY(pooled->text().contains(QStringLiteral("ss%2Fw")));
    pooled->actions().constFirst()->trigger();
    QVERIFY(!pooled->text().contains(QStringLiteral("ss%2Fw")));
}

void TestSettingsDialog::aNewPasswordIsTypedInOnePlaceForBoth()
{
    WorkspaceDraft draft = WorkspaceDraft::fresh();
    draft.takePooled(pooledUri);
    QCOMPARE(draft.password(), secret);
    QString text = draft.pooledText(false);
    draft.takePooled(text); // masked text as it is: the password stays
    QCOMPARE(draft.password(), secret);
    draft.takePooled(text.replace(WorkspaceDraft::mask(), QStringLiteral("rotated")));
    QCOMPARE(draft.password(), QStringLiteral("rotated"));
    const store::WorkspaceEntry entry = draft.connectable();
    QCOMPARE(entry.pooled.password, QStringLiteral("rotated"));
    QCOMPARE(entry.direct.password, QStringLiteral("rotated"));
    QVERIFY(draft.entry().pooled.password.isEmpty());
    draft.takePooled(draft.pooledText(false).replace(WorkspaceDraft::mask(), QStringLiteral("•••x")));
    QVERIFY(!draft.pooledProblem().isEmpty());
    QCOMPARE(draft.password(), QStringLiteral("rotated"));
}

void TestSettingsDialog::theHalfTypedStringOfAWorkspaceIsKeptWhileAnotherIsLookedAt()
{
    ui::SettingsContext context = this->context();
    const auto string = store::ConnectionString::parse(pooledUri);
    context.workspaces.append(entryFor(*string));
    const auto dialog = open(context);
    auto* list = dialog->findChild<QListView*>(QStringLiteral("workspaces"));
    list->setCurrentIndex(list->model()->index(1, 0));
    ui::ConnectionField* pooled = field(*dialog, "pooled");
    pooled->selectAll();
    QTest::keyClicks(pooled, QStringLiteral("postgresql://maya:n3w@ep-new"));
    list->setCurrentIndex(list->model()->index(0, 0));
    list->setCurrentIndex(list->model()->index(1, 0));
    QCOMPARE(pooled->text(), QStringLiteral("postgresql://maya:n3w@ep-new"));
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
    QVERIFY(dialog->findChild<QLabel*>(QStringLiteral("saveProblem"))->isVisible());
    QCOMPARE(list->currentIndex().row(), 1);
}

void TestSettingsDialog::thePasswordIsRotatedInOneField()
{
    ui::SettingsContext context = this->context();
    auto string = store::ConnectionString::parse(pooledUri);
    string->password.clear();
    context.workspaces.append(entryFor(*string));
    const auto dialog = open(context);
    auto* list = dialog->findChild<QListView*>(QStringLiteral("workspaces"));
    list->setCurrentIndex(list->model()->index(1, 0));
    auto* password = dialog->findChild<QLineEdit*>(QStringLiteral("password"));
    QCOMPARE(password->echoMode(), QLineEdit::Password);
    QTest::keyClicks(password, QStringLiteral("r0tated"));
    QVERIFY(!field(*dialog, "pooled")->text().contains(u"r0tated"));
    save(*dialog);
    const QString id = context.workspaces.constLast().id;
    const auto stored = QtConcurrent::run([this, id] {
                            return store::SecretStore(m_directory->path(), true).read(id);
                        }).result();
    QVERIFY(stored.ok());
    QCOMPARE(*stored, QStringLiteral("r0tated"));
}

void TestSettingsDialog::theAuthorityFileGoesIntoBothStrings()
{
    const auto dialog = open(context());
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("add")), Qt::LeftButton);
    paste(field(*dialog, "pooled"), pooledUri);
    auto* authority = dialog->findChild<QLineEdit*>(QStringLiteral("authority"));
    QVERIFY(!authority->isVisible());
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("advanced")), Qt::LeftButton);
    QVERIFY(authority->isVisible());
    QTest::keyClicks(authority, QStringLiteral("/home/maya/our ca.pem"));
    save(*dialog);
    const auto stored =
        QtConcurrent::run([this] { return store::loadWorkspaces(m_directory->path()); }).result();
    const QString key = QStringLiteral("sslrootcert");
    QCOMPARE(stored->constLast().pooled.options.value(key), QStringLiteral("/home/maya/our ca.pem"));
    QCOMPARE(stored->constLast().direct.options.value(key), QStringLiteral("/home/maya/our ca.pem"));
}

void TestSettingsDialog::whereThereIsNoKeychainThePersonChooses()
{
    ui::SettingsContext context = this->context();
    context.settings.set(store::Settings::SecretsInFile, false);
    const auto dialog = open(context);
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("add")), Qt::LeftButton);
    auto* keep = dialog->findChild<QComboBox*>(QStringLiteral("keep"));
    QTRY_VERIFY_WITH_TIMEOUT(keep->isVisible(), 20000);
    QCOMPARE(keep->currentIndex(), 0); // ask each time
    paste(field(*dialog, "pooled"), pooledUri);
    save(*dialog);
    QVERIFY(!QFileInfo::exists(m_directory->filePath(QStringLiteral("secrets/secrets.json"))));
}

void TestSettingsDialog::anotherHostIsAnotherRisk()
{
    WorkspaceDraft draft = WorkspaceDraft::fresh();
    draft.takePooled(pooledUri);
    QVERIFY(draft.isRiskAccepted());
    draft.setSslmode(QStringLiteral("disable"));
    QVERIFY(!draft.isRiskAccepted() && !draft.problem().isEmpty());
    draft.acceptRisk(true);
    QVERIFY(draft.isRiskAccepted() && draft.problem().isEmpty());
    draft.takePooled(QStringLiteral("postgresql://maya@elsewhere.example.org/todo?sslmode=disable"));
    QVERIFY(!draft.isRiskAccepted());
    draft.takePooled(QStringLiteral("postgresql://maya@localhost/todo?sslmode=disable"));
    draft.takeDirect(QString());
    QVERIFY(draft.isRiskAccepted()); // nobody stands between
}

void TestSettingsDialog::aTextThatIsNoConnectionStringStaysAndIsExplained()
{
    const auto dialog = open(context());
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("add")), Qt::LeftButton);
    ui::ConnectionField* pooled = field(*dialog, "pooled");
    QTest::keyClicks(pooled, QStringLiteral("mysql://x@y/z"));
    dialog->findChild<QLineEdit*>(QStringLiteral("name"))->setFocus();
    QCOMPARE(pooled->text(), QStringLiteral("mysql://x@y/z"));
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
    QVERIFY(!dialog->findChild<QLabel*>(QStringLiteral("saveProblem"))->text().isEmpty());
    QVERIFY(dialog->isVisible());
}

void TestSettingsDialog::lowerEncryptionAsksOnce()
{
    const auto dialog = open(context());
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("add")), Qt::LeftButton);
    paste(field(*dialog, "pooled"), pooledUri);
    auto* encryption = dialog->findChild<QComboBox*>(QStringLiteral("encryption"));
    encryption->setCurrentIndex(encryption->findData(QStringLiteral("require")));
    Q_EMIT encryption->activated(encryption->currentIndex());
    auto* accept = dialog->findChild<QCheckBox*>(QStringLiteral("acceptRisk"));
    QVERIFY(accept->isVisible());
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("save")), Qt::LeftButton);
    QVERIFY(!dialog->findChild<QLabel*>(QStringLiteral("saveProblem"))->text().isEmpty());
    accept->click();
    save(*dialog);
    const auto stored =
        QtConcurrent::run([this] { return store::loadWorkspaces(m_directory->path()); }).result();
    QVERIFY(stored.ok());
    QCOMPARE(stored->constLast().pooled.sslmode(), QStringLiteral("require"));
}

void TestSettingsDialog::savingWritesNoPasswordIntoTheFiles()
{
    const auto dialog = open(context());
    QSignalSpy changed(dialog.get(), &ui::SettingsDialog::workspacesChanged);
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("add")), Qt::LeftButton);
    paste(field(*dialog, "pooled"), pooledUri);
    save(*dialog);
    QCOMPARE(changed.size(), 1);
    const auto workspaces = changed.constFirst().constFirst().value<QList<store::WorkspaceEntry>>();
    QCOMPARE(workspaces.size(), 2);
    QVERIFY(workspaces.constFirst().isPrivate);
    for (const QString& file : {QStringLiteral("workspaces.json"), QStringLiteral("settings.json")}) {
        const QByteArray text = contents(m_directory->filePath(file));
        QVERIFY(!text.isEmpty());
        QVERIFY(!text.contains(secret.toUtf8()));
        QVERIFY(!text.contains("ss%2Fw"));
    }
    const QString id = workspaces.constLast().id;
    const auto stored = QtConcurrent::run([this, id] {
                            return store::SecretStore(m_directory->path(), true).read(id);
                        }).result();
    QVERIFY(stored.ok());
    QCOMPARE(*stored, secret);
}

void TestSettingsDialog::removingAWorkspaceForgetsIt()
{
    ui::SettingsContext from = context();
    from.workspaces.append(
        entryFor(*store::ConnectionString::parse(QStringLiteral("postgresql://a@db.example.org/x"))));
    const auto dialog = open(from);
    auto* list = dialog->findChild<QListView*>(QStringLiteral("workspaces"));
    QVERIFY(!dialog->findChild<QPushButton*>(QStringLiteral("remove"))->isEnabled()); // the private one stays
    list->setCurrentIndex(list->model()->index(1, 0));
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("remove")), Qt::LeftButton);
    QCOMPARE(list->model()->rowCount(), 1);
    save(*dialog);
    QVERIFY(!contents(m_directory->filePath(QStringLiteral("workspaces.json"))).contains("db.example.org"));
}

void TestSettingsDialog::whatTheEnvironmentOffersIsNotAddedByItself()
{
    QFile env(m_directory->filePath(QStringLiteral(".env")));
    QVERIFY(env.open(QIODevice::WriteOnly));
    env.write("DATABASE_URL=postgresql://a:hidden@db.example.org/x\n");
    env.close();
    const auto dialog = open(context());
    auto* list = dialog->findChild<QListView*>(QStringLiteral("workspaces"));
    QTRY_COMPARE(list->model()->rowCount(), 2);
    QCOMPARE(list->model()->index(1, 0).data().toString(), QStringLiteral("DATABASE_URL"));
    list->setCurrentIndex(list->model()->index(1, 0));
    QVERIFY(dialog->findChild<ui::CheckList*>(QStringLiteral("check"))->rows().isEmpty());
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("addFound")), Qt::LeftButton);
    save(*dialog);
    const QByteArray stored = contents(m_directory->filePath(QStringLiteral("workspaces.json")));
    QVERIFY(stored.contains("db.example.org"));
    QVERIFY(!stored.contains("hidden"));
}

QList<CheckRow> TestSettingsDialog::check(const store::ConnectionString& target) const
{
    ui::WorkspaceCheck check(m_directory->path());
    QSignalSpy changed(&check, &ui::WorkspaceCheck::changed);
    check.start(entryFor(target), true);
    if (!QTest::qWaitFor([&] { return check.isDone(); }, 30000))
        qWarning("the check does not end");
    // Each step was told as it ended, not all at the end.
    if (changed.size() < check.rows().size())
        qWarning("steps came together");
    return check.rows();
}

const CheckRow* TestSettingsDialog::failed(const QList<CheckRow>& rows)
{
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [](const CheckRow& row) { return row.mark == CheckRow::Mark::Failed; });
    return found == rows.end() ? nullptr : &*found;
}

void TestSettingsDialog::aGoodConnectionPassesEveryStep()
{
    const store::ConnectionString database =
        QtConcurrent::run([this] { return tests::Builder(m_server).database(); }).result();
    const QList<CheckRow> rows = check(m_server.overTcp(database));
    QVERIFY(rows.size() >= 5);
    for (const CheckRow& row : rows)
        QVERIFY2(row.mark == CheckRow::Mark::Ok, qPrintable(row.title + u' ' + row.detail));
}

void TestSettingsDialog::aWrongPasswordIsNamed()
{
    const store::ConnectionString database =
        QtConcurrent::run([this] { return tests::Builder(m_server).database(); }).result();
    m_server.psql(database.database, QStringLiteral("create role visitor login password 'right'"));
    store::ConnectionString target = m_server.overTcp(database);
    target.user = QStringLiteral("visitor");
    target.password = QStringLiteral("wrong");
    const QList<CheckRow> rows = check(target);
    const CheckRow* row = failed(rows);
    QVERIFY(row);
    QVERIFY(!row->remedy.isEmpty());
    for (const CheckRow& each : rows)
        QVERIFY(!(each.title + each.detail + each.remedy).contains(QStringLiteral("wrong")));
}

void TestSettingsDialog::aClosedPortIsNamed()
{
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost));
    const quint16 port = free.serverPort();
    free.close();
    const QList<CheckRow> rows =
        check(*store::ConnectionString::parse(QStringLiteral("postgresql://a:b@127.0.0.1:%1/x").arg(port)));
    const CheckRow* row = failed(rows);
    QVERIFY(row);
    QVERIFY(!row->remedy.isEmpty());
    QVERIFY(row->mark == rows.constLast().mark); // nothing is tried after it
}

void TestSettingsDialog::aDatabaseThatIsNotMigratedIsUpgradedWhenAsked()
{
    const store::ConnectionString empty =
        QtConcurrent::run([this] { return m_server.overTcp(m_server.createDatabase()); }).result();
    ui::SettingsContext from = context();
    from.workspaces.append(entryFor(empty));
    const auto dialog = open(from);
    auto* list = dialog->findChild<QListView*>(QStringLiteral("workspaces"));
    list->setCurrentIndex(list->model()->index(1, 0));
    auto* rows = dialog->findChild<ui::CheckList*>(QStringLiteral("check"));
    QVERIFY(rows->rows().isEmpty()); // not touched before the person asks
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("checkAgain")), Qt::LeftButton);
    const auto offered = [rows] {
        const QList<CheckRow> all = rows->rows();
        for (int i = 0; i < all.size(); ++i) {
            if (!all.at(i).action.isEmpty())
                return i;
        }
        return -1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(offered() >= 0, 20000);
    QTRY_VERIFY_WITH_TIMEOUT(!dialog->findChild<QLabel*>(QStringLiteral("checkTime"))->text().isEmpty(),
                             20000);
    QCOMPARE(
        m_server.psql(empty.database, QStringLiteral("select to_regclass('glowlist.migrations') is null")),
        QStringLiteral("t"));
    Q_EMIT rows->actionClicked(offered());
    auto* upgrade = dialog->findChild<QPushButton*>(QStringLiteral("upgradeDatabase"));
    QTRY_VERIFY_WITH_TIMEOUT(upgrade->isVisible(), 20000);
    auto* revision = dialog->findChild<QLabel*>(QStringLiteral("revision"));
    auto* steps = dialog->findChild<ui::CheckList*>(QStringLiteral("steps"));
    QVERIFY(steps->rows().size() >= 7);
    QVERIFY(steps->rows().at(3).detail.contains(QStringLiteral("Lists, sections and tags")));
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("copySql")), Qt::LeftButton);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("insert into glowlist.migrations")));
    QSignalSpy upgraded(dialog.get(), &ui::SettingsDialog::upgraded);
    QTest::mouseClick(upgrade, Qt::LeftButton);
    QVERIFY(!upgrade->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(upgraded.size(), 1, 60000);
    QTRY_VERIFY_WITH_TIMEOUT(revision->text().contains(QStringLiteral("up to date")), 20000);
    QCOMPARE(dialog->findChild<ui::CheckList*>(QStringLiteral("schema"))->rows().constFirst().mark,
             CheckRow::Mark::Ok);
    QCOMPARE(
        m_server.psql(empty.database, QStringLiteral("select to_regclass('glowlist.migrations') is null")),
        QStringLiteral("f"));
}

void TestSettingsDialog::goingBackNamesTheLossAndAsks()
{
    const store::ConnectionString database =
        QtConcurrent::run([this] { return m_server.overTcp(tests::Builder(m_server).database()); }).result();
    ui::SettingsContext from = context();
    from.workspaces.append(entryFor(database));
    const auto dialog = open(from);
    dialog->showPage(QStringLiteral("database"));
    auto* downgrade = dialog->findChild<QPushButton*>(QStringLiteral("downgrade"));
    QVERIFY(!downgrade->isVisible()); // the private one is upgraded at each start
    dialog->findChild<QComboBox*>(QStringLiteral("workspace"))->setCurrentIndex(1);
    QTRY_VERIFY_WITH_TIMEOUT(downgrade->isVisible(), 20000);
    auto* loss = dialog->findChild<QLabel*>(QStringLiteral("loss"));
    auto* target = dialog->findChild<QComboBox*>(QStringLiteral("downTarget"));
    target->setCurrentIndex(target->findData(QStringLiteral("0003")));
    QVERIFY(loss->isVisible() && !downgrade->isEnabled());
    QVERIFY2(loss->text().contains(QStringLiteral("Lists, sections and tags")), qPrintable(loss->text()));
    dialog->findChild<QAbstractButton*>(QStringLiteral("acceptLoss"))->click();
    QVERIFY(downgrade->isEnabled());
    QTest::mouseClick(downgrade, Qt::LeftButton);
    auto* revision = dialog->findChild<QLabel*>(QStringLiteral("revision"));
    QTRY_VERIFY_WITH_TIMEOUT(revision->text().startsWith(QStringLiteral("0003")), 60000);
    QCOMPARE(
        m_server.psql(database.database, QStringLiteral("select max(revision) from glowlist.migrations")),
        QStringLiteral("0003"));
}

void TestSettingsDialog::anUpgradeThatWaitsCanBeStopped()
{
    const store::ConnectionString database =
        QtConcurrent::run([this] { return m_server.overTcp(m_server.createDatabase()); }).result();
    QProcess other; // migrates, as it seems
    other.start(QStringLiteral("psql"), {database.uri(), QStringLiteral("-XqAt")});
    other.write("select pg_advisory_lock(x'676c6f776c697374'::bigint);\n");
    QTRY_COMPARE_WITH_TIMEOUT(
        m_server.psql(database.database,
                      QStringLiteral("select count(*) from pg_locks where locktype = 'advisory'")),
        QStringLiteral("1"), 20000);
    ui::SettingsContext from = context();
    from.workspaces.append(entryFor(database));
    const auto dialog = open(from);
    dialog->showPage(QStringLiteral("database"));
    dialog->findChild<QComboBox*>(QStringLiteral("workspace"))->setCurrentIndex(1);
    auto* upgrade = dialog->findChild<QPushButton*>(QStringLiteral("upgradeDatabase"));
    QTRY_VERIFY_WITH_TIMEOUT(upgrade->isVisible(), 20000);
    QTest::mouseClick(upgrade, Qt::LeftButton);
    auto* message = dialog->findChild<QLabel*>(QStringLiteral("message"));
    QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(QStringLiteral("Another program")), 20000);
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("stop")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(upgrade->isVisible(), 20000);
    other.closeWriteChannel();
    QVERIFY(other.waitForFinished());
    QCOMPARE(
        m_server.psql(database.database, QStringLiteral("select to_regclass('glowlist.migrations') is null")),
        QStringLiteral("t"));
}

void TestSettingsDialog::indexesOfAnotherCollationAreBuiltAnewByAButton()
{
    const store::ConnectionString database =
        QtConcurrent::run([this] { return m_server.overTcp(tests::Builder(m_server).database()); }).result();
    m_server.psql(database.database,
                  QStringLiteral("update pg_collation set collversion = '1.0' where collname = 'und-x-icu'"));
    ui::SettingsContext from = context();
    from.workspaces.append(entryFor(database));
    const auto dialog = open(from, QStringLiteral("database"));
    dialog->findChild<QComboBox*>(QStringLiteral("workspace"))->setCurrentIndex(1);
    auto* schema = dialog->findChild<ui::CheckList*>(QStringLiteral("schema"));
    const auto anew = [schema]() -> QPushButton* {
        const auto buttons = schema->findChildren<QPushButton*>();
        const auto found = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton* each) {
            return each->text() == u"Build anew" && each->isVisible();
        });
        return found == buttons.end() ? nullptr : *found;
    };
    QTRY_VERIFY_WITH_TIMEOUT(anew(), 60000);
    QTest::mouseClick(anew(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(
        !schema->rows().isEmpty() && schema->rows().constFirst().mark == CheckRow::Mark::Ok, 60000);
    QVERIFY(
        dialog->findChild<QLabel*>(QStringLiteral("message"))->text().contains(QStringLiteral("built anew")));
}

void TestSettingsDialog::theSqlOfAnUpgradeIsSavedToAFile()
{
    const store::ConnectionString empty =
        QtConcurrent::run([this] { return m_server.overTcp(m_server.createDatabase()); }).result();
    ui::SettingsContext from = context();
    from.workspaces.append(entryFor(empty));
    const auto dialog = open(from, QStringLiteral("database"));
    dialog->findChild<QComboBox*>(QStringLiteral("workspace"))->setCurrentIndex(1);
    auto* save = dialog->findChild<QPushButton*>(QStringLiteral("saveSql"));
    QTRY_VERIFY_WITH_TIMEOUT(save->isVisible(), 60000);
    QTest::mouseClick(save, Qt::LeftButton);
    auto* files = dialog->findChild<QFileDialog*>();
    QVERIFY(files);
    const QString path = m_directory->path() + QStringLiteral("/upgrade.sql");
    auto* name = files->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    QVERIFY(name);
    name->setText(path);
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 20000);
    QProcess psql;
    psql.start(QStringLiteral("psql"), {empty.uri(), QStringLiteral("-Xq1"), QStringLiteral("-v"),
                                        QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-f"), path});
    QVERIFY(psql.waitForFinished(60000));
    QVERIFY2(psql.exitCode() == 0, psql.readAllStandardError());
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("look")), Qt::LeftButton);
    auto* revision = dialog->findChild<QLabel*>(QStringLiteral("revision"));
    QTRY_VERIFY_WITH_TIMEOUT(revision->text().contains(QStringLiteral("up to date")), 60000);
}

void TestSettingsDialog::aLoweredEncryptionIsNotTriedBeforeItIsAccepted()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    store::ConnectionString target = *store::ConnectionString::parse(pooledUri);
    // An address of this computer that is not written as one, so it counts as a host of the network.
    target.hosts = {{QStringLiteral("127.1"), server.serverPort()}};
    target.options = {{QStringLiteral("sslmode"), QStringLiteral("require")}};
    store::WorkspaceEntry entry = entryFor(target);
    ui::WorkspaceCheck check(m_directory->path());
    check.start(entry, true);
    QTRY_VERIFY_WITH_TIMEOUT(check.isDone(), 30000);
    QVERIFY(!server.hasPendingConnections());
    QVERIFY2(check.report().contains(QStringLiteral("Confirm it under Encryption")),
             qPrintable(check.report()));
}

void TestSettingsDialog::theReportHasNoPassword()
{
    ui::WorkspaceCheck check(m_directory->path());
    store::ConnectionString target = *store::ConnectionString::parse(pooledUri);
    target.hosts = {{QStringLiteral("127.0.0.1"), 1}};
    check.start(entryFor(target), true);
    QTRY_VERIFY_WITH_TIMEOUT(check.isDone(), 30000);
    QVERIFY(check.report().contains(QStringLiteral("127.0.0.1")));
    QVERIFY(!check.report().contains(secret));
    QVERIFY(!check.report().contains(QStringLiteral("ss%2Fw")));
}

void TestSettingsDialog::appearanceAndLanguageAreSaved()
{
    const auto dialog = open(context(), QStringLiteral("appearance"));
    QSignalSpy changed(dialog.get(), &ui::SettingsDialog::settingsChanged);
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("dark")), Qt::LeftButton);
    QTest::mouseClick(dialog->findChild<QPushButton*>(QStringLiteral("compact")), Qt::LeftButton);
    auto* language = dialog->findChild<QComboBox*>(QStringLiteral("language"));
    language->setCurrentIndex(language->findData(QStringLiteral("de")));
    QVERIFY(language->currentIndex() > 0);
    save(*dialog);
    QCOMPARE(changed.size(), 1);
    const auto stored =
        QtConcurrent::run([this] { return store::Settings::load(m_directory->path()); }).result();
    QVERIFY(stored.ok());
    QCOMPARE(stored->text(store::Settings::Theme), QStringLiteral("dark"));
    QCOMPARE(stored->text(store::Settings::Density), QStringLiteral("compact"));
    QCOMPARE(stored->text(store::Settings::Locale), QStringLiteral("de"));
}

void TestSettingsDialog::otherKeysOfTheSettingsStay()
{
    const auto dialog = open(context(), QStringLiteral("general"));
    // The window wrote its view while the dialog was open.
    store::Settings window;
    window.set(store::Settings::LastView, QStringLiteral("upcoming"));
    QVERIFY(QtConcurrent::run([this, window] { return window.save(m_directory->path()); }).result().ok());
    save(*dialog);
    const auto stored =
        QtConcurrent::run([this] { return store::Settings::load(m_directory->path()); }).result();
    QVERIFY(stored.ok());
    QCOMPARE(stored->text(store::Settings::LastView), QStringLiteral("upcoming"));
}

QTEST_MAIN(TestSettingsDialog)
#include "tst_settingsdialog.moc"
