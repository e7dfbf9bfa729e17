#include "ui/settings/adoptionreview.h"

#include "app/openers.h"
#include "app/theme.h"
#include "ui/settings/adoptionpage.h"

#include <QCoreApplication>
#include <QtConcurrentRun>

namespace glow::ui {

using core::Result;
namespace adoption = store::adoption;

struct AdoptionReview::Work {
    store::Database database;
    std::atomic<bool> cancelled = false;
};

AdoptionReview::AdoptionReview(const app::Theme& theme, QString dataDirectory, QObject* parent)
    : QObject(parent)
    , m_dataDirectory(std::move(dataDirectory))
    , m_page(new AdoptionPage(theme))
{
    connect(m_page, &AdoptionPage::upgradeWanted, this, &AdoptionReview::upgrade);
    connect(m_page, &AdoptionPage::sqlWanted, this, &AdoptionReview::showSql);
    connect(m_page, &AdoptionPage::cancelWanted, this, &AdoptionReview::cancel);
    connect(m_page, &AdoptionPage::openWanted, this,
            [this] { Q_EMIT openWanted(m_entry.id, m_page->userId()); });
}

AdoptionReview::~AdoptionReview()
{
    if (m_work) {
        m_work->cancelled = true;
        m_work->database.interrupt();
    }
}

/// Runs on a worker with the direct connection open and the migrations read. What ran before ends.
template <typename Run> auto AdoptionReview::run(Run run)
{
    if (m_work) {
        m_work->cancelled = true;
        m_work->database.interrupt();
    }
    m_work = std::make_shared<Work>();
    const store::ConnectionString direct =
        m_entry.direct.hosts.isEmpty() ? m_entry.pooled.direct() : m_entry.direct;
    using Answer = decltype(run(*m_work, QList<store::Migration>()));
    return core::Reply<Answer>(QtConcurrent::run(
        [work = m_work, run,
         target = app::remoteOpener(m_entry, direct, m_dataDirectory, m_secretsInFile)]() -> Answer {
            const Result<store::ConnectionString> endpoint = target();
            if (!endpoint)
                return endpoint.error();
            const Result<QList<store::Migration>> migrations = store::embeddedMigrations();
            if (!migrations)
                return migrations.error();
            if (const Result<void> opened = work->database.open(*endpoint); !opened)
                return opened.error();
            Answer answer = run(*work, *migrations);
            work->database.close();
            return answer;
        }));
}

void AdoptionReview::look(const store::WorkspaceEntry& entry, bool secretsInFile)
{
    if (m_working)
        return;
    m_entry = entry;
    m_secretsInFile = secretsInFile;
    run([](Work& work, const QList<store::Migration>& migrations) {
        return adoption::examine(work.database, migrations);
    }).then(this, [this, id = entry.id](const Result<adoption::Report>& report) {
        if (id != m_entry.id || m_working)
            return;
        if (!report || !report->isForeign) {
            Q_EMIT notForeign(m_entry);
        } else {
            const store::HostPort host = m_entry.pooled.hosts.value(0);
            m_page->showReport(*report, m_entry.userId, host.host.startsWith(u"ep-"));
            Q_EMIT shown();
        }
    });
}

void AdoptionReview::upgrade()
{
    m_working = true;
    m_page->showWaiting(QCoreApplication::translate("AdoptionReview", "Connecting…"));
    auto steps =
        std::shared_ptr<AdoptionSteps>(new AdoptionSteps, [](AdoptionSteps* gone) { gone->deleteLater(); });
    connect(steps.get(), &AdoptionSteps::began, m_page, &AdoptionPage::showStep);
    connect(steps.get(), &AdoptionSteps::waits, m_page, &AdoptionPage::showWaiting);
    run([steps, choice = m_page->choice()](Work& work, const QList<store::Migration>& migrations) {
        store::Migrator::Watcher watcher;
        watcher.step = [&steps](const store::Migration& migration, int done, int total) {
            Q_EMIT steps->began(migration.fileName(), done, total);
        };
        watcher.waiting = [&steps](const QString& sentence) { Q_EMIT steps->waits(sentence); };
        watcher.cancelled = [&work] { return work.cancelled.load(); };
        return adoption::adopt(work.database, migrations, choice, watcher);
    }).then(this, [this](const Result<QStringList>& done) {
        m_working = false;
        if (done)
            m_page->showDone(*done);
        else if (done.error().kind == core::ErrorKind::Cancelled)
            m_page->showProblem(
                QCoreApplication::translate("AdoptionReview", "Cancelled. Everything was taken back."));
        else
            m_page->showProblem(done.error().message);
    });
}

void AdoptionReview::cancel()
{
    if (!m_working) {
        Q_EMIT left();
        return;
    }
    m_work->cancelled = true;
    m_work->database.interrupt();
}

void AdoptionReview::showSql()
{
    run([choice = m_page->choice()](Work& work, const QList<store::Migration>& migrations) {
        return adoption::script(work.database, migrations, choice);
    }).then(this, [this](const Result<QString>& script) {
        if (script)
            m_page->showSql(*script);
        else
            m_page->showProblem(script.error().message);
    });
}

} // namespace glow::ui
