#pragma once
#include "app/backup/backups.h"

#include <QDeadlineTimer>
#include <QTimer>
#include <chrono>

namespace glow::app {

class Workspace;

/// Backs the private workspace up once a day: after a change of one's own, and after opening when something
/// has changed since the newest backup. Never at once, so that nothing waits for it, nor at the end. GUI
/// thread.
class DailyBackup : public QObject {
    Q_OBJECT
public:
    DailyBackup(Workspace& workspace, const QString& dataDirectory, QString folder,
                std::chrono::milliseconds calm = std::chrono::seconds(20), QObject* parent = nullptr);

    void setFolder(const QString& folder);
    void tryAgain(); ///< now, whatever was before

Q_SIGNALS:
    void taken(const glow::store::BackupInfo& info);
    void failed(const glow::core::Error& error);

private:
    void consider();
    void begin();

    Backups m_backups;
    QString m_folder;
    QTimer m_calm;
    QDate m_done;              ///< the day that has its backup
    QDeadlineTimer m_pause{0}; ///< after a failure
    bool m_running = false;
};

} // namespace glow::app
