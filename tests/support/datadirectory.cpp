#include "support/datadirectory.h"

#include "store/local/cluster.h"
#include "store/local/localserver.h"

#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <csignal>
#include <sys/mount.h>
#include <unistd.h>

namespace glow::tests {

DataDirectory::DataDirectory(const QString& name)
    // In memory where that is possible: the tests wait for many initdb.
    : m_directory(QFileInfo(QStringLiteral("/dev/shm")).isWritable()
                      ? QStringLiteral("/dev/shm/glowlist-XXXXXX")
                      : QDir::tempPath() + QStringLiteral("/glowlist-XXXXXX"))
    , m_path(m_directory.filePath(name))
{
    // For root the cluster lies elsewhere, so memory goes there.
    if (geteuid() == 0 && QDir().mkpath(clusterRoot()))
        m_mounted = mount("tmpfs", QFile::encodeName(clusterRoot()).constData(), "tmpfs", 0,
                          "size=400m,mode=711") == 0;
}

DataDirectory::~DataDirectory()
{
    const auto stopped = store::LocalServer(m_path).stop();
    if (!stopped)
        qWarning("%s", qPrintable(stopped.error().message));
    if (m_mounted)
        umount2(QFile::encodeName(clusterRoot()).constData(), MNT_DETACH);
    QDir(clusterRoot()).removeRecursively();
}

QString DataDirectory::clusterRoot() const
{
    return store::Cluster(m_path).root();
}

QString DataDirectory::psql(const QString& sql) const
{
    const auto status = store::LocalServer(m_path).status();
    if (!status)
        qFatal("%s", qPrintable(status.error().message));
    QProcess process;
    process.start(QStringLiteral("psql"),
                  {QStringLiteral("-X"), QStringLiteral("-qAt"), QStringLiteral("-v"),
                   QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-h"), status->socketDirectory,
                   QStringLiteral("-U"), QStringLiteral("glowlist"), QStringLiteral("-d"),
                   QStringLiteral("glowlist"), QStringLiteral("-c"), sql});
    process.waitForFinished(60000);
    if (process.exitCode() != 0)
        qFatal("psql failed: %s", process.readAllStandardError().constData());
    return QString::fromUtf8(process.readAllStandardOutput()).trimmed();
}

void signalServer(qint64 postmaster, int signal)
{
    QFile children(QStringLiteral("/proc/%1/task/%1/children").arg(postmaster));
    QList<QByteArray> pids{QByteArray::number(postmaster)};
    if (children.open(QIODevice::ReadOnly))
        pids += children.readAll().trimmed().split(' ');
    for (const QByteArray& each : pids) {
        if (each.toLongLong() > 1)
            ::kill(static_cast<pid_t>(each.toLongLong()), signal);
    }
}

} // namespace glow::tests
