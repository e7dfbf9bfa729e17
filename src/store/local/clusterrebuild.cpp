#include "store/local/clusterrebuild.h"

#include "store/local/serverprocess.h"

#include <QDir>
#include <csignal>

namespace glow::store {

using core::Result;

ClusterRebuild::ClusterRebuild(const Cluster& cluster, const ServerAccount& account, Progress progress)
    : m_cluster(cluster)
    , m_account(account)
    , m_progress(std::move(progress))
    , m_fresh(cluster.within(QStringLiteral("restoring")))
{}

Result<void> ClusterRebuild::run(const PostgresBinaries& binaries, const Fill& fill)
{
    clearAway(binaries.major); // what an attempt that was killed has left
    Result<void> done = make(binaries, fill);
    if (done)
        done = putInPlace(binaries.major);
    clearAway(binaries.major);
    return done;
}

void ClusterRebuild::clearAway(int major) const
{
    for (const QString& directory :
         {m_fresh.directory(major), m_fresh.directory(major) + QStringLiteral(".unfinished")}) {
        for (const qint64 pid : Postmaster::processesIn(directory))
            ::kill(static_cast<pid_t>(pid), SIGKILL);
    }
    QDir(m_fresh.root()).removeRecursively();
}

Result<void> ClusterRebuild::make(const PostgresBinaries& binaries, const Fill& fill) const
{
    if (const auto made = m_fresh.makeRoot(); !made)
        return made;
    if (const auto created = m_fresh.create(binaries, m_account, m_progress); !created)
        return created;
    const auto sockets = m_fresh.socketDirectory(m_account);
    if (!sockets)
        return sockets.error();
    const ServerProcess server(m_fresh);
    const auto pid = server.spawn(binaries, m_account, *sockets);
    if (!pid)
        return pid.error();
    if (const auto answered = server.awaitAnswer(*pid, *sockets, m_progress); !answered)
        return answered;
    const Result<void> filled = fill(*sockets);
    const bool stopped = server.stop(ServerProcess::stopDeadline);
    if (filled && !stopped)
        return core::Error{core::ErrorKind::LocalServer,
                           LocalText::tr("The private PostgreSQL has not ended within %1 seconds.")
                               .arg(ServerProcess::stopDeadline / 1000),
                           {},
                           {}};
    return filled;
}

/// The newest version is the one in use. Killed between two steps, the old data are still that, or the new
/// ones already.
Result<void> ClusterRebuild::putInPlace(int major) const
{
    const int before = m_cluster.major();
    if (const auto aside = m_cluster.setAside(major); !aside)
        return aside;
    if (const auto adopted = m_cluster.adopt(m_fresh.directory(major), major); !adopted)
        return adopted;
    return before > major ? m_cluster.setAside(before) : Result<void>();
}

} // namespace glow::store
