#pragma once
#include "core/reply.h"
#include "store/migrations/migrator.h"
#include "store/migrations/schemacheck.h"
#include "store/workspaces.h"

#include <QObject>
#include <atomic>
#include <memory>

namespace glow::ui {

/// The steps of a migration on their way from the worker.
class MigrationSteps : public QObject {
    Q_OBJECT
Q_SIGNALS: // from the worker's thread
    void began(const QString& title, int done, int total);
    void waiting(const QString& sentence);
};

/// Looks at and migrates the database of a workspace, over its direct connection, on a worker. One thing at a
/// time; ends what is running when it goes: a step is done whole or not at all.
class MigrationJobs : public QObject {
    Q_OBJECT
public:
    explicit MigrationJobs(QString dataDirectory, QObject* parent = nullptr);
    ~MigrationJobs() override;

    struct Look {
        QList<store::Migration> migrations;
        store::MigrationState state;
        store::SchemaCheck::Report check;
    };
    core::Reply<core::Result<Look>> look(const store::WorkspaceEntry& entry, bool secretsInFile);
    core::Reply<core::Result<void>> upgrade(const store::WorkspaceEntry& entry, bool secretsInFile);
    /// The person has seen what is lost.
    core::Reply<core::Result<void>> downgrade(const store::WorkspaceEntry& entry, bool secretsInFile,
                                              const QString& target);
    core::Reply<core::Result<void>> reindex(const store::WorkspaceEntry& entry, bool secretsInFile,
                                            const QList<store::SchemaCheck::StaleIndex>& indexes);
    /// Stops between two steps or while waiting for another program.
    void stop();

Q_SIGNALS:
    void began(const QString& title, int done, int total);
    void waiting(const QString& sentence);

private:
    store::Migrator::Watcher watcher();
    template <typename Work>
    auto run(const store::WorkspaceEntry& entry, bool secretsInFile, Work work)
        -> core::Reply<std::invoke_result_t<Work, store::Database&, const QList<store::Migration>&>>;

    QString m_dataDirectory;
    std::shared_ptr<store::Database> m_database; ///< of what is running, to be interrupted
    std::shared_ptr<std::atomic<bool>> m_stopped;
};

} // namespace glow::ui
