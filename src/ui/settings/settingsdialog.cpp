#include "ui/settings/settingsdialog.h"

#include "app/theme.h"
#include "ui/settings/adoptionpage.h"
#include "ui/settings/adoptionreview.h"
#include "ui/settings/backupspage.h"
#include "ui/settings/migrationpage.h"
#include "ui/settings/settingsjobs.h"
#include "ui/settings/smallpages.h"
#include "ui/settings/workspaceediting.h"
#include "ui/settings/workspacelist.h"
#include "ui/style/glowstyle.h"
#include "ui/style/icons.h"
#include "ui_settingsdialog.h"

namespace glow::ui {

using core::Result;

struct SettingsDialog::Private {
    Private(SettingsContext given, const app::Theme& usedTheme)
        : context(std::move(given))
        , theme(usedTheme)
        , jobs(context.dataDirectory)
    {}

    SettingsContext context;
    const app::Theme& theme;
    SettingsJobs jobs;
    Ui::SettingsDialog ui;
    WorkspaceEditing* editing = nullptr;
    MigrationPage* database = nullptr;
    BackupsPage* backups = nullptr;
    QList<SettingsPage*> pages;
    AdoptionReview* adoption = nullptr;
    QString openAfterwards;
};

SettingsDialog::SettingsDialog(SettingsContext context, const app::Theme& theme, QWidget* parent)
    : QDialog(parent)
    , d(std::make_unique<Private>(std::move(context), theme))
{
    d->ui.setupUi(this);
    resize(1120, 760);
    d->ui.saveProblem->setContentsMargins(24, 12, 24, 0);
    d->adoption = new AdoptionReview(theme, d->context.dataDirectory, this);
    d->editing = new WorkspaceEditing(d->context, theme, d->jobs, d->ui, this);
    addPages();
    d->ui.add->setIcon(icon(theme, QStringLiteral("plus")));
    d->ui.checkAgain->setIcon(icon(theme, QStringLiteral("retry")));
    d->ui.copyReport->setIcon(icon(theme, QStringLiteral("copy")));
    connect(d->ui.cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(d->ui.save, &QPushButton::clicked, this, &SettingsDialog::save);
    connect(d->editing, &WorkspaceEditing::openWanted, this, [this](const QString& id) {
        d->openAfterwards = id;
        save();
    });
    connect(d->editing, &WorkspaceEditing::reviewWanted, this, [this](const store::WorkspaceEntry& entry) {
        d->adoption->look(entry, d->context.settings.value(store::Settings::SecretsInFile).toBool());
    });
    connectAdoption();
    connect(d->database, &MigrationPage::upgraded, this, &SettingsDialog::upgraded);
    connect(d->backups, &BackupsPage::restored, this, &SettingsDialog::restored);
    connect(&theme, &app::Theme::changed, this, &SettingsDialog::dress);
    dress();
    showPage(QStringLiteral("general"));
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::addPages()
{
    d->backups =
        new BackupsPage(d->context.settings, d->context.dataDirectory, d->context.clock, d->theme, this);
    d->pages = {new GeneralPage(d->context.settings, d->context.catalogue, d->context.hasTray, this),
                new AppearancePage(d->context.settings, this), new LanguagePage(d->context.settings, this),
                new AboutPage(this), d->backups};
    d->database = new MigrationPage(d->context.workspaces, d->context.currentWorkspace,
                                    d->context.settings.value(store::Settings::SecretsInFile).toBool(),
                                    d->context.dataDirectory, d->theme, this);
    const QList<std::tuple<QString, QString, QString, QWidget*>> all{
        {QStringLiteral("general"), tr("General"), QStringLiteral("settings"), d->pages.at(0)},
        {QStringLiteral("workspaces"), tr("Workspaces"), QStringLiteral("database"), d->editing->page()},
        {QStringLiteral("database"), tr("Database"), QStringLiteral("table"), d->database},
        {QStringLiteral("backups"), tr("Backups"), QStringLiteral("restore"), d->backups},
        {QStringLiteral("appearance"), tr("Appearance"), QStringLiteral("light"), d->pages.at(1)},
        {QStringLiteral("language"), tr("Language"), QStringLiteral("globe"), d->pages.at(2)},
        {QStringLiteral("about"), tr("About"), QStringLiteral("info"), d->pages.at(3)}};
    d->ui.navigation->viewport()->setAutoFillBackground(false);
    d->ui.navigation->setItemDelegate(new PageRowDelegate(d->theme, this));
    for (const auto& [word, name, picture, page] : all) {
        auto* item = new QListWidgetItem(name, d->ui.navigation);
        item->setData(PageRowDelegate::IconNameRole, picture);
        item->setData(Qt::UserRole, word);
        d->ui.pages->addWidget(page);
    }
    connect(d->ui.navigation, &QListWidget::currentRowChanged, this, [this](int row) {
        d->ui.pages->setCurrentIndex(row);
        const bool workspaces = d->ui.pages->currentWidget() == d->editing->page();
        for (QWidget* part : QList<QWidget*>{d->ui.side, d->ui.sideLine, d->ui.checkAgain, d->ui.copyReport})
            part->setVisible(workspaces);
        d->ui.foot->show();
        if (workspaces)
            d->editing->shown();
        if (d->ui.pages->currentWidget() == d->database)
            d->database->shown();
        if (d->ui.pages->currentWidget() == d->backups)
            d->backups->shown();
    });
}

void SettingsDialog::connectAdoption()
{
    d->ui.pages->addWidget(d->adoption->page());
    connect(d->adoption, &AdoptionReview::shown, this, [this] {
        d->ui.pages->setCurrentWidget(d->adoption->page());
        d->ui.foot->hide(); // the page has its own
    });
    connect(d->adoption, &AdoptionReview::notForeign, this, [this](const store::WorkspaceEntry& entry) {
        showPage(QStringLiteral("database"));
        d->database->review(entry);
    });
    const auto leave = [this] {
        d->ui.pages->setCurrentWidget(d->editing->page());
        d->ui.foot->show();
    };
    connect(d->adoption, &AdoptionReview::left, this, leave);
    connect(d->adoption, &AdoptionReview::openWanted, this,
            [this, leave](const QString& workspace, const QString& userId) {
                leave();
                d->editing->setUser(workspace, userId);
                d->openAfterwards = workspace;
                save();
            });
}

void SettingsDialog::dress()
{
    QPalette bad = d->theme.palette();
    bad.setColor(QPalette::WindowText, d->theme.colours().overdue);
    d->ui.saveProblem->setPalette(bad);
}

/// What an upgrade of the open workspace's database brings: the review of another program's, else the page
/// Database.
void SettingsDialog::reviewOpenWorkspace()
{
    showPage(QStringLiteral("workspaces"));
    for (const store::WorkspaceEntry& entry : std::as_const(d->context.workspaces)) {
        if (entry.id == d->context.currentWorkspace)
            d->adoption->look(entry, d->context.settings.value(store::Settings::SecretsInFile).toBool());
    }
}

void SettingsDialog::showPage(const QString& page)
{
    if (page == u"review") {
        reviewOpenWorkspace();
        return;
    }
    int row = 0;
    for (int i = 0; i < d->ui.navigation->count(); ++i) {
        if (d->ui.navigation->item(i)->data(Qt::UserRole).toString() == page)
            row = i;
    }
    d->ui.navigation->setCurrentRow(row);
}

void SettingsDialog::say(const QString& problem)
{
    d->ui.saveProblem->setText(problem);
    d->ui.saveProblem->setVisible(!problem.isEmpty());
}

void SettingsDialog::save()
{
    if (const QString problem = d->editing->problem(); !problem.isEmpty()) {
        d->openAfterwards.clear();
        showPage(QStringLiteral("workspaces"));
        say(problem);
        return;
    }
    say({});
    d->ui.save->setEnabled(false);
    SettingsJobs::SavePlan plan = d->editing->plan();
    plan.settings = d->context.settings;
    for (const SettingsPage* page : std::as_const(d->pages))
        page->store(plan.settings);
    d->jobs.save(plan).then(this, [this, plan](const Result<SettingsJobs::Saved>& saved) {
        d->ui.save->setEnabled(true);
        if (saved)
            finishSave(plan, *saved);
        else
            say(tr("Not saved: %1").arg(saved.error().message));
    });
}

void SettingsDialog::finishSave(const SettingsJobs::SavePlan& plan, const SettingsJobs::Saved& saved)
{
    const bool workspacesDiffer = plan.workspaces != d->context.workspaces || !plan.passwords.isEmpty();
    d->context.settings = saved.settings;
    d->context.workspaces = plan.workspaces;
    Q_EMIT settingsChanged(saved.settings);
    if (workspacesDiffer)
        Q_EMIT workspacesChanged(plan.workspaces);
    d->editing->saved(plan);
    if (const QString id = std::exchange(d->openAfterwards, QString()); !id.isEmpty()) {
        Q_EMIT openWorkspace(id);
        Q_EMIT upgraded(id); // the window may show it already, not opened for want of an upgrade
    }
    if (saved.onlyInMemory && !d->editing->hasKeychainChoice()) {
        d->editing->offerFile();
        say(tr("Saved, but there is no keychain here: passwords last until Glowlist ends."));
        showPage(QStringLiteral("workspaces"));
        return;
    }
    accept();
}

} // namespace glow::ui
