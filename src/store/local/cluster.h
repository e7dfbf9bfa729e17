#pragma once
#include "core/result.h"
#include "store/local/postgresbinaries.h"
#include "store/local/serveraccount.h"

#include <QString>

namespace glow::store {

/// The files of the private PostgreSQL of one data directory: `<root>/<major>` holds the data, beside it lie
/// the locks, the log, the ballast and the socket. For root the files lie under /var/lib/glowlist, since the
/// account that runs the server must be able to enter every directory above them. Worker threads only.
class Cluster {
public:
    explicit Cluster(const QString& dataDirectory);
    /// Another one below this one's root, with files, log and socket of its own.
    Cluster within(const QString& name) const;

    const QString& root() const { return m_root; }
    QString directory(int major) const;
    QString logFile() const { return m_root + QStringLiteral("/server.log"); }
    QString keepFile() const { return m_root + QStringLiteral("/keep-running"); }

    /// Version of the data that is in use, the newest; 0 when there is none yet.
    int major() const;
    core::Result<void> makeRoot() const;
    /// initdb, access rules and the empty database, all under another name until it is whole.
    core::Result<void> create(const PostgresBinaries& binaries, const ServerAccount& account,
                              const Progress& progress) const;
    /// A new, empty data directory ready for pg_upgrade or for `create`; `options` go to initdb.
    core::Result<QString> initialize(const PostgresBinaries& binaries, const ServerAccount& account,
                                     const QStringList& options,
                                     const std::function<void()>& stillRunning) const;
    core::Result<void> adopt(const QString& unfinished, int major) const; ///< gives it its final name
    /// Gives the data of this version, where there are any, a name under which they are no longer in use:
    /// "15.kept".
    core::Result<void> setAside(int major) const;

    /// The directory for the socket, made when it is not there: short, plain letters, nobody else enters it.
    core::Result<QString> socketDirectory(const ServerAccount& account) const;
    QString plannedSocketDirectory(const ServerAccount& account) const;

    /// Keeps 8 MB of the disk in reserve, unless it is nearly full.
    void fillBallast() const;
    /// Gives the reserve free. False when there was none.
    bool releaseBallast() const;
    bool diskIsFull() const;

private:
    Cluster(QString root, QString hash);
    core::Result<void> writeAccessRules(const QString& directory, const ServerAccount& account) const;

    QString m_root;
    QString m_hash;
};

} // namespace glow::store
