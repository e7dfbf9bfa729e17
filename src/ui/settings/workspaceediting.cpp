#include "ui/settings/workspaceediting.h"

#include "app/theme.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/workspacecheck.h"
#include "ui/settings/workspacelist.h"
#include "ui/settings/workspacespage.h"
#include "ui_settingsdialog.h"

#include <QClipboard>
#include <QGuiApplication>

namespace glow::ui {

WorkspaceEditing::WorkspaceEditing(const SettingsContext& context, const app::Theme& theme,
                                   SettingsJobs& jobs, Ui::SettingsDialog& ui, QObject* parent)
    : QObject(parent)
    , m_jobs(jobs)
    , m_ui(ui)
    , m_list(new WorkspaceList(context.workspaces, context.currentWorkspace, this))
    , m_page(new WorkspacesPage(theme))
    , m_check(new WorkspaceCheck(context.dataDirectory, this))
    , m_secretsInFile(context.settings.value(store::Settings::SecretsInFile).toBool())
{
    m_page->setPrivateText(
        tr("Glowlist runs this PostgreSQL itself, on this computer and for you alone: no network, nothing to "
           "set up. It starts with the window and stops with it."));
    ui.workspaces->setModel(m_list);
    ui.workspaces->setItemDelegate(new WorkspaceRowDelegate(theme, this));
    connect(ui.workspaces->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& current) { choose(current.row()); });
    connect(ui.add, &QPushButton::clicked, this, &WorkspaceEditing::add);
    connect(ui.remove, &QPushButton::clicked, this, &WorkspaceEditing::remove);
    connect(ui.checkAgain, &QPushButton::clicked, this, &WorkspaceEditing::check);
    connect(ui.copyReport, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_check->report()); });
    connect(m_page, &WorkspacesPage::edited, this, &WorkspaceEditing::edited);
    connect(m_page, &WorkspacesPage::openWanted, this,
            [this] { Q_EMIT openWanted(m_page->draft().entry().id); });
    connect(m_page, &WorkspacesPage::addWanted, this, &WorkspaceEditing::addFound);
    connect(m_page, &WorkspacesPage::passwordWanted, this, &WorkspaceEditing::readPassword);
    connect(m_page, &WorkspacesPage::checkActionClicked, this,
            [this] { Q_EMIT reviewWanted(m_page->draft().connectable()); });
    connect(m_check, &WorkspaceCheck::changed, this, &WorkspaceEditing::showCheck);
    m_row = qMax(0, m_list->rowOf(context.currentWorkspace));
    m_ui.workspaces->setCurrentIndex(m_list->index(m_row));
}

QWidget* WorkspaceEditing::page() const
{
    return m_page;
}

void WorkspaceEditing::shown()
{
    if (m_looked)
        return;
    m_looked = true;
    m_jobs.privateCaption().then(this, [this](const std::pair<QString, bool>& caption) {
        m_list->setPrivateCaption(caption.first, caption.second);
    });
    m_jobs.findInEnvironment().then(this, [this](const std::optional<SettingsJobs::Found>& found) {
        if (found)
            offer(*found);
    });
    m_jobs.hasKeychain().then(this, [this](bool has) {
        if (!has)
            offerFile();
    });
    checkCurrent();
}

/// The workspace of the window is awake anyway; another is woken only when the person asks.
void WorkspaceEditing::checkCurrent()
{
    if (m_looked && m_page->draft().entry().id == m_list->current())
        check();
}

void WorkspaceEditing::showButtons()
{
    m_ui.checkAgain->setText(m_check->rows().isEmpty() ? tr("Check connection") : tr("Check again"));
    m_ui.copyReport->setEnabled(m_check->isDone());
}

void WorkspaceEditing::offer(const SettingsJobs::Found& found)
{
    for (int row = 0; row < m_list->rowCount(); ++row) {
        const store::ConnectionString& known = m_list->at(row).entry().pooled;
        if (known.hosts == found.pooled.hosts && known.database == found.pooled.database &&
            known.user == found.pooled.user)
            return;
    }
    m_list->append(WorkspaceDraft::found(found.pooled, found.direct, found.origin));
}

void WorkspaceEditing::choose(int row)
{
    if (row < 0)
        return;
    const bool another = row != m_row || m_page->draft().entry().id.isEmpty();
    m_row = row;
    const WorkspaceDraft& draft = m_list->at(row);
    if (another) {
        m_check->stop();
        m_page->showCheck({}, {});
    }
    const bool canBeOpened =
        draft.entry().id != m_list->current() && (draft.isAdded() || draft.origin().isEmpty());
    m_page->showDraft(draft, canBeOpened);
    m_ui.remove->setEnabled(!draft.entry().isPrivate);
    showButtons();
    if (another)
        checkCurrent();
}

void WorkspaceEditing::add()
{
    const int row = m_list->append(WorkspaceDraft::fresh());
    m_ui.workspaces->setCurrentIndex(m_list->index(row));
    m_page->focusConnection();
}

void WorkspaceEditing::addFound()
{
    WorkspaceDraft draft = m_page->draft();
    draft.adopt();
    m_list->set(m_row, draft);
    choose(m_row);
}

void WorkspaceEditing::remove()
{
    const WorkspaceDraft& draft = m_list->at(m_row);
    if (draft.entry().isPrivate)
        return;
    if (draft.isAdded())
        m_removed.append(draft.entry().id);
    const int gone = m_row;
    m_row = -1;
    m_list->remove(gone);
    const int next = qMin(gone, m_list->rowCount() - 1);
    m_ui.workspaces->setCurrentIndex(m_list->index(next));
    choose(next);
}

void WorkspaceEditing::edited()
{
    if (m_row >= 0)
        m_list->set(m_row, m_page->draft());
}

void WorkspaceEditing::readPassword()
{
    const QString id = m_page->draft().entry().id;
    m_jobs.readPassword(id, m_secretsInFile).then(this, [this, id](const core::Result<QString>& password) {
        if (password && m_page->draft().entry().id == id) {
            m_page->setKnownPassword(*password);
            edited();
        }
    });
}

void WorkspaceEditing::check()
{
    const WorkspaceDraft& draft = m_page->draft();
    const QString problem = draft.problem();
    m_ui.saveProblem->setText(problem);
    m_ui.saveProblem->setVisible(!problem.isEmpty());
    if (problem.isEmpty())
        m_check->start(draft.connectable(), m_secretsInFile);
}

void WorkspaceEditing::showCheck()
{
    m_page->showCheck(m_check->rows(), m_check->summary());
    showButtons();
}

QString WorkspaceEditing::problem()
{
    for (int row = 0; row < m_list->rowCount(); ++row) {
        const WorkspaceDraft& draft = m_list->at(row);
        if (!draft.origin().isEmpty() || draft.isEmpty() || draft.problem().isEmpty() || row == m_row)
            continue;
        m_ui.workspaces->setCurrentIndex(m_list->index(row));
    }
    const WorkspaceDraft& shownDraft = m_page->draft();
    return shownDraft.origin().isEmpty() ? shownDraft.problem() : QString();
}

SettingsJobs::SavePlan WorkspaceEditing::plan() const
{
    SettingsJobs::SavePlan plan;
    for (int row = 0; row < m_list->rowCount(); ++row) {
        const WorkspaceDraft& draft = m_list->at(row);
        if (!draft.origin().isEmpty() || draft.isEmpty())
            continue; // an offer, or nothing typed yet
        plan.workspaces.append(draft.entry());
        if (draft.newPassword())
            plan.passwords.insert(draft.entry().id, *draft.newPassword());
    }
    plan.removed = m_removed;
    plan.secretsInFile = m_page->hasKeychainChoice() ? m_page->keepInFile() : m_secretsInFile;
    return plan;
}

void WorkspaceEditing::saved(const SettingsJobs::SavePlan& plan)
{
    m_removed.clear();
    m_secretsInFile = plan.secretsInFile;
    for (const store::WorkspaceEntry& entry : plan.workspaces) {
        const int row = m_list->rowOf(entry.id);
        WorkspaceDraft draft = m_list->at(row);
        draft.setAdded();
        m_list->set(row, draft);
    }
}

void WorkspaceEditing::setUser(const QString& id, const QString& userId)
{
    const int row = m_list->rowOf(id);
    if (row < 0)
        return;
    WorkspaceDraft draft = m_list->at(row);
    draft.setUser(userId);
    m_list->set(row, draft);
    if (row == m_row)
        choose(row);
}

void WorkspaceEditing::offerFile()
{
    if (!m_page->hasKeychainChoice())
        m_page->showKeychainChoice(m_secretsInFile);
}

bool WorkspaceEditing::hasKeychainChoice() const
{
    return m_page->hasKeychainChoice();
}

} // namespace glow::ui
