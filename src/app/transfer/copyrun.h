#pragma once
#include "app/transfer/copyportion.h"
#include "app/transfer/workspacecopy.h"

#include <atomic>

namespace glow::app {

/// The work of one copy on its thread: reads the source in one transaction, writes portions to the target.
class CopyRun {
public:
    struct Ears { ///< called on the thread of the work
        std::function<void(int done, int total)> progressed;
        std::function<void(const QString&)> said;
    };
    CopyRun(const CopyEnd& source, const CopyEnd& target, const store::changesql::Writer& writer,
            const core::Clock& clock, const std::atomic_bool& cancelled, Ears ears);

    CopyReport run(store::Database& source, store::Database& target);

private:
    core::Result<void> copy();
    core::Result<void> openSource();
    core::Result<void> openTarget();
    core::Result<void> migrateTarget();
    void makeFrame(const store::copysql::Source& source);
    core::Result<void> copyCatalogue(const QList<store::Rows>& results);
    core::Result<void> copyTasks();
    core::Result<void> copyDependencies();
    core::Result<void> copyHistory(qint64 through);
    core::Result<void> send(CopyPortion& portion); ///< and begins a new one
    core::Result<void> write(const QByteArray& request);
    void count(const QByteArray& reply);
    void listChanges();
    core::Result<QList<store::Rows>> read(const QString& sql);

    const CopyEnd& m_sourceEnd;
    const CopyEnd& m_targetEnd;
    const core::Clock& m_clock;
    const std::atomic_bool& m_cancelled;
    Ears m_ears;
    store::Database* m_source = nullptr;
    store::Database* m_target = nullptr;
    store::copysql::Source m_from;
    CopyFrame m_frame;
    CopyReport m_report;
};

} // namespace glow::app
