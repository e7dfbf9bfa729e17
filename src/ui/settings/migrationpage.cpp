#include "ui/settings/migrationpage.h"

#include "app/theme.h"
#include "store/migrations/migrationsql.h"
#include "store/migrations/migrationtexts.h"
#include "ui/style/icons.h"
#include "ui_migrationpage.h"

#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLocale>
#include <QSaveFile>

namespace glow::ui {

using core::Result;
using store::SchemaCheck;

namespace {

constexpr int mostDifferences = 50; // more are no help; the command line prints them all

} // namespace

MigrationPage::MigrationPage(const QList<store::WorkspaceEntry>& entries, const QString& current,
                             bool secretsInFile, const QString& dataDirectory, const app::Theme& theme,
                             QWidget* parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::MigrationPage>())
    , m_entries(entries)
    , m_current(current)
    , m_theme(theme)
    , m_jobs(dataDirectory)
    , m_secretsInFile(secretsInFile)
{
    m_ui->setupUi(this);
    m_ui->steps->setTheme(theme);
    m_ui->schema->setTheme(theme);
    m_ui->scroll->viewport()->setAutoFillBackground(false);
    m_ui->copySql->setIcon(icon(theme, QStringLiteral("copy")));
    m_ui->look->setIcon(icon(theme, QStringLiteral("retry")));
    for (const store::WorkspaceEntry& each : entries)
        m_ui->workspace->addItem(each.title(), each.id);
    m_ui->workspace->setCurrentIndex(qMax(0, m_ui->workspace->findData(current)));
    connectButtons();
    showButtons();
}

MigrationPage::~MigrationPage() = default;

void MigrationPage::connectButtons()
{
    connect(m_ui->workspace, &QComboBox::currentIndexChanged, this, &MigrationPage::look);
    connect(m_ui->look, &QPushButton::clicked, this, &MigrationPage::look);
    connect(m_ui->upgradeDatabase, &QPushButton::clicked, this, &MigrationPage::upgrade);
    connect(m_ui->downgrade, &QPushButton::clicked, this, &MigrationPage::downgrade);
    connect(m_ui->downTarget, &QComboBox::currentIndexChanged, this, &MigrationPage::showLoss);
    connect(m_ui->acceptLoss, &QCheckBox::toggled, this, &MigrationPage::showButtons);
    connect(m_ui->copySql, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(script());
        say(tr("The SQL of the upgrade is in the clipboard."));
    });
    connect(m_ui->saveSql, &QPushButton::clicked, this, &MigrationPage::saveScript);
    connect(m_ui->schema, &CheckList::actionClicked, this, &MigrationPage::reindex);
    connect(m_ui->stop, &QPushButton::clicked, this, [this] {
        m_ui->stop->setEnabled(false);
        m_jobs.stop();
    });
    connect(&m_jobs, &MigrationJobs::began, this, [this](const QString& title, int done, int total) {
        say(tr("Step %1 of %2: %3…").arg(done + 1).arg(total).arg(title));
        m_ui->progress->setRange(0, total);
        m_ui->progress->setValue(done);
    });
    connect(&m_jobs, &MigrationJobs::waiting, this, [this](const QString& sentence) { say(sentence); });
}

const store::WorkspaceEntry& MigrationPage::entry() const
{
    return m_entries.at(qMax(0, m_ui->workspace->currentIndex()));
}

void MigrationPage::shown()
{
    if (!m_look && !m_busy)
        look();
}

void MigrationPage::review(const store::WorkspaceEntry& wanted)
{
    const int row = m_ui->workspace->findData(wanted.id);
    if (row < 0) {
        m_entries.append(wanted);
        m_ui->workspace->addItem(wanted.title(), wanted.id);
    } else {
        m_entries[row] = wanted;
    }
    const QSignalBlocker once(m_ui->workspace);
    m_ui->workspace->setCurrentIndex(m_ui->workspace->findData(wanted.id));
    look();
}

void MigrationPage::look()
{
    m_look.reset();
    m_ui->revision->setText(tr("Looking…"));
    m_ui->steps->setRows({});
    m_ui->schema->setRows({});
    say({});
    showButtons();
    m_jobs.look(entry(), m_secretsInFile)
        .then(this, [this, round = ++m_round](const Result<MigrationJobs::Look>& found) {
            if (round == m_round)
                showLook(found);
        });
}

void MigrationPage::showLook(const Result<MigrationJobs::Look>& found)
{
    if (!found) {
        m_ui->revision->setText(tr("unknown"));
        say(found.error().message, true);
        showButtons();
        return;
    }
    m_look = *found;
    const store::MigrationState& state = m_look->state;
    const int behind = static_cast<int>(state.pending.size());
    const QString revision = state.revision.isNull() ? tr("none") : state.revision;
    m_ui->revision->setText(
        state.newerThanProgram ? tr("%1 · newer than this Glowlist, which knows %2").arg(revision, state.head)
        : behind == 0          ? tr("%1 · up to date").arg(revision)
                               : tr("%1 · %n step(s) behind", nullptr, behind).arg(revision));
    showSteps();
    showCheck();
    fillTargets();
}

void MigrationPage::showSteps()
{
    QList<CheckRow> rows;
    for (const store::AppliedMigration& each : m_look->state.history) {
        const bool applied = each.appliedAt.isValid();
        const QString when =
            applied
                ? tr("since %1").arg(QLocale().toString(each.appliedAt.toLocalTime().date(), QLocale::ShortFormat))
                : tr("to be done");
        rows.append({applied ? CheckRow::Mark::Ok : CheckRow::Mark::Warning,
                     each.migration.revision + u' ' + each.migration.name,
                     store::migrationTitle(each.migration) + QStringLiteral(" · ") + when,
                     {},
                     {}});
    }
    m_ui->steps->setRows(rows);
}

void MigrationPage::showCheck()
{
    const SchemaCheck::Report& report = m_look->check;
    const bool comparable = m_look->state.pending.isEmpty() && !m_look->state.newerThanProgram;
    m_ui->checkTitle->setVisible(comparable);
    QList<CheckRow> rows;
    for (const SchemaCheck::Difference& each : report.differences.mid(0, comparable ? mostDifferences : 0)) {
        const bool stale = each.kind == u"collation";
        rows.append(
            {CheckRow::Mark::Warning, each.object, each.sentence, {}, stale ? tr("Build anew") : QString()});
    }
    if (report.isClean())
        rows.append({CheckRow::Mark::Ok, tr("No difference"), tr("as the migrations make it"), {}, {}});
    for (const QString& note : comparable ? report.notes : QStringList())
        rows.append({CheckRow::Mark::Skipped, tr("For information"), note, {}, {}});
    m_ui->schema->setRows(rows);
}

/// What was applied before the newest, newest first.
void MigrationPage::fillTargets()
{
    const QSignalBlocker once(m_ui->downTarget);
    m_ui->downTarget->clear();
    for (const store::AppliedMigration& each : m_look->state.history) {
        if (each.appliedAt.isValid() && each.migration.revision != m_look->state.revision)
            m_ui->downTarget->insertItem(
                0, each.migration.revision + u' ' + store::migrationTitle(each.migration),
                each.migration.revision);
    }
    m_ui->downTarget->setCurrentIndex(0);
    showLoss();
}

void MigrationPage::showLoss()
{
    QStringList losses;
    if (m_look && m_ui->downTarget->count() > 0) {
        if (const auto steps = store::stepsDown(m_look->state, m_ui->downTarget->currentData().toString()))
            losses = store::lossesOf(*steps);
    }
    m_ui->acceptLoss->setChecked(false);
    m_ui->loss->setText(losses.isEmpty() ? QString() : tr("Going back deletes: %1").arg(losses.join(u' ')));
    QPalette bad = m_theme.palette();
    bad.setColor(QPalette::WindowText, m_theme.colours().overdue);
    m_ui->loss->setPalette(bad);
    showButtons();
}

void MigrationPage::showButtons()
{
    const bool behind = m_look && !m_look->state.pending.isEmpty() && !m_look->state.newerThanProgram;
    // Under an open window the tables must stay, and the private database is upgraded at each start.
    const bool mayGoDown = m_look && !m_busy && m_ui->downTarget->count() > 0 && !entry().isPrivate &&
                           entry().id != m_current && !m_look->state.newerThanProgram;
    const bool loses = mayGoDown && !m_ui->loss->text().isEmpty();
    for (QWidget* part : QList<QWidget*>{m_ui->downLabel, m_ui->downTarget, m_ui->downgrade})
        part->setVisible(mayGoDown);
    m_ui->loss->setVisible(loses);
    m_ui->acceptLoss->setVisible(loses);
    m_ui->downgrade->setEnabled(!loses || m_ui->acceptLoss->isChecked());
    m_ui->upgradeDatabase->setVisible(behind && !m_busy);
    m_ui->copySql->setVisible(behind && !m_busy);
    m_ui->saveSql->setVisible(behind && !m_busy);
    m_ui->look->setVisible(!m_busy);
    m_ui->stop->setVisible(m_busy);
    m_ui->progress->setVisible(m_busy);
    m_ui->workspace->setEnabled(!m_busy);
}

void MigrationPage::say(const QString& sentence, bool bad)
{
    QPalette palette = m_theme.palette();
    palette.setColor(QPalette::WindowText, bad ? m_theme.colours().overdue : m_theme.colours().muted);
    m_ui->message->setPalette(palette);
    m_ui->message->setText(sentence);
    m_ui->message->setVisible(!sentence.isEmpty());
}

void MigrationPage::begin()
{
    m_busy = true;
    m_ui->stop->setEnabled(true);
    m_ui->progress->setRange(0, 0);
    say(tr("Connecting…"));
    showButtons();
}

void MigrationPage::finish(const Result<void>& done, const QString& success)
{
    m_busy = false;
    look();
    say(done ? success : done.error().message, !done && done.error().kind != core::ErrorKind::Cancelled);
}

void MigrationPage::upgrade()
{
    begin();
    m_jobs.upgrade(entry(), m_secretsInFile).then(this, [this, id = entry().id](const Result<void>& done) {
        finish(done, tr("The database is upgraded."));
        if (done)
            Q_EMIT upgraded(id);
    });
}

void MigrationPage::downgrade()
{
    begin();
    const QString target = m_ui->downTarget->currentData().toString();
    m_jobs.downgrade(entry(), m_secretsInFile, target).then(this, [this, target](const Result<void>& done) {
        finish(done, tr("The database is at revision %1.").arg(target));
    });
}

void MigrationPage::reindex()
{
    begin();
    m_ui->stop->setEnabled(false);
    m_jobs.reindex(entry(), m_secretsInFile, m_look->check.staleIndexes)
        .then(this, [this](const Result<void>& done) { finish(done, tr("The indexes are built anew.")); });
}

QString MigrationPage::script()
{
    const Result<QString> sql = store::migrationsql::upgradeScript(m_look->state, m_look->migrations);
    return sql ? *sql : sql.error().message;
}

void MigrationPage::saveScript()
{
    auto* dialog = new QFileDialog(this, tr("Save the SQL of the upgrade"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("sql"));
    dialog->selectFile(QStringLiteral("glowlist-upgrade.sql"));
    connect(dialog, &QFileDialog::fileSelected, this, [this, sql = script()](const QString& path) {
        QSaveFile file(path);
        const bool written =
            file.open(QIODevice::WriteOnly) && file.write(sql.toUtf8()) >= 0 && file.commit();
        say(written ? tr("The SQL is in %1.").arg(path)
                    : tr("%1 cannot be written: %2").arg(path, file.errorString()),
            !written);
    });
    dialog->open();
}

} // namespace glow::ui
