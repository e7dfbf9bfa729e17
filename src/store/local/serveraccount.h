#pragma once
#include "core/result.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QStringList>
#include <functional>
#include <sys/types.h>

class QProcess;

namespace glow::store {

/// The context of every sentence of this folder.
struct LocalText {
    Q_DECLARE_TR_FUNCTIONS(LocalServer)
};

using Progress = std::function<void(const QString& sentence)>;

/// The operating system's account that runs the private PostgreSQL: whoever runs the program. PostgreSQL
/// refuses root, so for root it is the person behind sudo, else `postgres`. Worker threads only.
class ServerAccount {
public:
    /// For a cluster that does not exist yet.
    static core::Result<ServerAccount> choose();
    /// For one that exists: its owner, since PostgreSQL runs for nobody else.
    static core::Result<ServerAccount> ownerOf(const QString& directory);

    const QString& name() const { return m_name; }
    uid_t uid() const { return m_uid; }
    /// True when the program is root and the server is not.
    bool isForeign() const;

    enum class Lifetime { EndsWithUs, Stays };
    /// Makes the process run as this account, in a session of its own, with a clean environment.
    void enter(QProcess& process, Lifetime lifetime) const;
    /// Makes a directory that only this account can enter, unless it is there already.
    core::Result<void> makePrivateDirectory(const QString& path) const;

    struct Command {
        QString program;
        QStringList arguments;
        QByteArray input = {};
        QString workingDirectory = QStringLiteral("/");
    };
    /// Runs a command to its end; `stillRunning` is called every few seconds. Returns what it printed; its
    /// error output in `Error::detail` when it failed.
    core::Result<QByteArray> run(const Command& command,
                                 const std::function<void()>& stillRunning = {}) const;

private:
    ServerAccount(QString name, uid_t uid, gid_t gid);

    QString m_name;
    uid_t m_uid;
    gid_t m_gid;
};

} // namespace glow::store
