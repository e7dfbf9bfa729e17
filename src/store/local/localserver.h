#pragma once
#include "core/result.h"
#include "store/connectionstring.h"
#include "store/local/postgresbinaries.h"

#include <functional>
#include <memory>

namespace glow::store {

/// The private PostgreSQL of one data directory (DATABASE.md section 5, point 9). Worker threads only, any of
/// them; may take seconds. A LocalServer that has been started holds the cluster's lock shared; the last
/// holder stops the server.
class LocalServer {
public:
    using Progress = std::function<void(const QString& sentence)>;

    explicit LocalServer(const QString& dataDirectory,
                         QStringList searchPath = PostgresBinaries::searchPath());
    ~LocalServer(); ///< lets go; stops the server when nobody else uses it

    /// `part` of the error of `start` when the PostgreSQL that made the data is not installed, but another
    /// is: `rebuild` can help.
    static constexpr QLatin1String otherVersion{"other-version"};

    struct Status {
        bool running = false;
        qint64 pid = 0;
        QString user; ///< of the operating system, who runs it
        QString dataDirectory;
        QString socketDirectory;
        QString version;
    };

    /// Creates the cluster if there is none, starts or adopts the server, and returns where it listens. May
    /// be called again at any time: a server that is gone is started anew, a full disk gets the reserve. What
    /// a person should know (the disk is full) stands in `notes` of the answer.
    core::Result<ConnectionString> start(const Progress& progress = {});
    /// As `start`, and the server stays when the last user lets go, until `stop`.
    core::Result<ConnectionString> startAndLeave(const Progress& progress = {});
    /// Makes a new cluster for the newest PostgreSQL that is installed and lets `fill` put something into it.
    /// Only when that has succeeded it is the one in use; the former data stay beside it, in "<major>" or
    /// "<major>.kept". The server is stopped meanwhile and afterwards.
    core::Result<void> rebuild(const std::function<core::Result<void>(const ConnectionString&)>& fill,
                               const Progress& progress = {});
    /// Stops the server, whoever uses it, and undoes `startAndLeave`.
    core::Result<void> stop();
    core::Result<Status> status();
    /// Where the server listens, or would.
    core::Result<ConnectionString> address();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace glow::store
