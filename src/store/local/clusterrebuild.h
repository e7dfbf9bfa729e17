#pragma once
#include "core/result.h"
#include "store/local/cluster.h"

#include <functional>

namespace glow::store {

/// A new cluster in the place of one whose PostgreSQL is not installed any more. It is made and filled below
/// the root, with a server of its own, and takes its place only when it is whole; the old data keep a name.
/// Within the cluster's turn, with the server stopped.
class ClusterRebuild {
public:
    /// Gets the directory of the socket.
    using Fill = std::function<core::Result<void>(const QString& socketDirectory)>;

    ClusterRebuild(const Cluster& cluster, const ServerAccount& account, Progress progress);

    core::Result<void> run(const PostgresBinaries& binaries, const Fill& fill);

private:
    void clearAway(int major) const;
    core::Result<void> make(const PostgresBinaries& binaries, const Fill& fill) const;
    core::Result<void> putInPlace(int major) const;

    const Cluster& m_cluster;
    const ServerAccount& m_account;
    Progress m_progress;
    Cluster m_fresh;
};

} // namespace glow::store
