#pragma once
#include <QList>
#include <QString>

namespace glow::store {

/// The server process of a cluster as its postmaster.pid and /proc tell. A plain value, read at once; any
/// thread.
struct Postmaster {
    enum class State { Stopped, Starting, Ready, Stopping };

    State state = State::Stopped;
    qint64 pid = 0;          ///< 0 when stopped
    int port = 0;            ///< part of the socket's name; pg_upgrade's own servers take another
    QString socketDirectory; ///< where the running server listens

    static Postmaster of(const QString& clusterDirectory);
    bool isRunning() const { return state != State::Stopped; }

    /// Every process that works in the cluster: the server, and for a moment its children after it was
    /// killed.
    static QList<qint64> processesIn(const QString& clusterDirectory);
    /// True while the process exists and is no zombie.
    static bool isAlive(qint64 pid);
    /// Removes a lock file of PostgreSQL whose number belongs to a zombie or to another program by now:
    /// PostgreSQL itself would refuse to start. Only for a cluster in which no process works.
    static void removeStaleLock(const QString& lockFile);
};

} // namespace glow::store
