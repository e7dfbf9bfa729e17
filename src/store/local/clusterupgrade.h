#pragma once
#include "core/result.h"
#include "store/local/cluster.h"

namespace glow::store {

/// Takes the data of one major version over into another with pg_upgrade in copy mode: the new directory
/// stands beside the old one, which stays as it was. Within the cluster's turn, with the server stopped.
class ClusterUpgrade {
public:
    ClusterUpgrade(const Cluster& cluster, const ServerAccount& account, Progress progress);

    core::Result<void> run(const PostgresBinaries& from, const QString& oldDirectory,
                           const PostgresBinaries& to);

private:
    core::Result<QStringList> sameStorage(const PostgresBinaries& from, const QString& oldDirectory) const;
    core::Result<void> copy(const PostgresBinaries& from, const QString& oldDirectory,
                            const PostgresBinaries& to, const QString& newDirectory) const;
    void say() const;
    void sayHowFar(const QString& oldDirectory, const QString& newDirectory) const;

    const Cluster& m_cluster;
    const ServerAccount& m_account;
    Progress m_progress;
    int m_to = 0;
};

} // namespace glow::store
