#include "app/backup/dailybackup.h"

#include "app/workspace.h"

namespace glow::app {

using core::Result;
using store::backup::Daily;

namespace {

constexpr auto pauseAfterFailure = std::chrono::hours(1);

} // namespace

DailyBackup::DailyBackup(Workspace& workspace, const QString& dataDirectory, QString folder,
                         std::chrono::milliseconds calm, QObject* parent)
    : QObject(parent)
    , m_backups(dataDirectory, workspace.clock())
    , m_folder(std::move(folder))
{
    m_calm.setSingleShot(true);
    m_calm.setInterval(calm);
    connect(&m_calm, &QTimer::timeout, this, &DailyBackup::begin);
    connect(&workspace, &Workspace::opened, this, &DailyBackup::consider);
    connect(&workspace.changes(), &Changes::confirmed, this, &DailyBackup::consider);
}

void DailyBackup::setFolder(const QString& folder)
{
    if (folder == m_folder)
        return;
    m_folder = folder;
    m_done = {};
    m_pause = QDeadlineTimer(0);
    consider();
}

void DailyBackup::tryAgain()
{
    m_pause = QDeadlineTimer(0);
    if (!m_running)
        begin();
}

void DailyBackup::consider()
{
    if (!m_running && !m_calm.isActive() && m_pause.hasExpired() && m_done != m_backups.clock().today())
        m_calm.start();
}

void DailyBackup::begin()
{
    m_running = true;
    const QDate day = m_backups.clock().today();
    m_backups.takeDaily(m_folder).then(this, [this, day, folder = m_folder](const Result<Daily>& daily) {
        m_running = false;
        if (!daily) {
            m_pause = QDeadlineTimer(pauseAfterFailure);
            if (daily.error().kind != core::ErrorKind::Cancelled)
                Q_EMIT failed(daily.error());
            return;
        }
        if (folder == m_folder && daily->outcome != Daily::Outcome::NothingNew)
            m_done = day;
        if (daily->outcome == Daily::Outcome::Taken)
            Q_EMIT taken(daily->info);
    });
}

} // namespace glow::app
