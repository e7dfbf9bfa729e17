#pragma once
#include "store/local/cluster.h"
#include "store/local/postmaster.h"

namespace glow::store {

/// Starting, awaiting and stopping the server of a cluster. Within the cluster's turn; worker threads only.
class ServerProcess {
public:
    static constexpr quint16 port = 5432; ///< only part of the socket's name
    static constexpr qint64 stopDeadline = 30000;

    explicit ServerProcess(const Cluster& cluster);

    Postmaster postmaster() const;
    /// Waits for what a killed server has left, ends it, and removes its stale lock file.
    core::Result<void> clearAway(const QString& directory, const Progress& progress) const;
    /// Starts a server that outlives this program; returns its pid.
    core::Result<qint64> spawn(const PostgresBinaries& binaries, const ServerAccount& account,
                               const QString& socketDirectory) const;
    /// Waits until it takes connections; when it ended, the error has the end of its log as detail.
    core::Result<void> awaitAnswer(qint64 pid, const QString& socketDirectory,
                                   const Progress& progress) const;
    /// Tells it to end and waits so many milliseconds; true when it has ended.
    bool stop(qint64 deadline) const;

private:
    const Cluster& m_cluster;
};

} // namespace glow::store
