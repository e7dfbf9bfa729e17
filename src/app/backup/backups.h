#pragma once
#include "core/clock.h"
#include "core/reply.h"
#include "core/result.h"
#include "store/backup/backup.h"

#include <QObject>
#include <memory>
#include <optional>

namespace glow::app {

/// Takes, looks at and restores backups of the private workspace of a data directory, on workers with
/// connections of their own, so that neither the table nor the counts wait. What is under way ends when this
/// goes; nobody waits for it. GUI thread.
class Backups : public QObject {
    Q_OBJECT
public:
    Backups(QString dataDirectory, core::Clock clock, QObject* parent = nullptr);
    ~Backups() override;

    struct Preview {
        std::optional<store::backup::Difference> difference; ///< nothing where what is there cannot be read
        QString note;                                        ///< why, and what restoring would then do
        bool canRestore = true;
    };
    struct Restored {
        std::optional<store::BackupInfo> before; ///< the backup of what was there
    };

    core::Reply<QList<store::BackupInfo>> list(const QString& folder);
    core::Reply<core::Result<store::backup::Daily>> takeDaily(const QString& folder);
    core::Reply<core::Result<store::BackupInfo>> take(const QString& folder);
    core::Reply<core::Result<Preview>> preview(const QString& path);
    /// Everything as in the backup; what is there is backed up first. Where the PostgreSQL that made the
    /// private database is gone, into a new one beside it.
    core::Reply<core::Result<Restored>> restore(const QString& path, const QString& folder);
    void stop(); ///< ends what is under way, with ErrorKind::Cancelled

    const core::Clock& clock() const { return m_clock; }

Q_SIGNALS:
    void progressed(qint64 rows);
    void said(const QString& sentence);

private:
    struct Shared;
    template <typename Work> auto run(Work work) -> core::Reply<decltype(work(*std::shared_ptr<Shared>()))>;
    std::shared_ptr<Shared> begin();

    QString m_dataDirectory;
    core::Clock m_clock;
    std::shared_ptr<Shared> m_shared; ///< of the newest work
};

} // namespace glow::app
