#include "store/local/clusterlock.h"

#include <QElapsedTimer>
#include <QFile>
#include <QThread>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace glow::store {

namespace {

constexpr qint64 giveUpAfter = 120000;

} // namespace

ClusterLock::Turn::~Turn()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

ClusterLock::ClusterLock(QString directory)
    : m_directory(std::move(directory))
{}

ClusterLock::~ClusterLock()
{
    if (m_users >= 0)
        ::close(m_users);
}

core::Result<int> ClusterLock::openFile(const QString& name) const
{
    const QString path = m_directory + u'/' + name;
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor >= 0)
        return descriptor;
    const int reason = errno;
    QString message =
        LocalText::tr("%1 cannot be opened: %2.").arg(path, QString::fromLocal8Bit(strerror(reason)));
    if (reason == EROFS)
        message = LocalText::tr("The data directory is on a read-only file system, so the private database "
                                "cannot run: %1. Make it "
                                "writable, or choose another one with --data-dir.")
                      .arg(m_directory);
    else if (reason == EACCES)
        message = LocalText::tr("You have no right to write in %1, so the private database cannot run. "
                                "Correct its rights, or choose "
                                "another data directory with --data-dir.")
                      .arg(m_directory);
    else if (reason == ENOSPC || reason == EDQUOT)
        message = LocalText::tr("The disk is full: %1. Free some space, then try again.").arg(m_directory);
    return core::Error{core::ErrorKind::LocalServer, message, {}, {}};
}

core::Result<ClusterLock::Turn> ClusterLock::takeTurn(const Progress& progress) const
{
    const auto opened = openFile(QStringLiteral("turn.lock"));
    if (!opened)
        return opened.error();
    Turn turn(*opened);
    QElapsedTimer waited;
    waited.start();
    qint64 sayAgain = 1000;
    while (flock(*opened, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR)
            return core::Error{core::ErrorKind::LocalServer,
                               LocalText::tr("The file system of %1 knows no locks: %2.")
                                   .arg(m_directory, QString::fromLocal8Bit(strerror(errno))),
                               {},
                               {}};
        if (waited.elapsed() > giveUpAfter)
            return core::Error{
                core::ErrorKind::Timeout,
                LocalText::tr(
                    "Another Glowlist has been starting or stopping the private database for two minutes."),
                {},
                {}};
        if (progress && waited.elapsed() > sayAgain) {
            progress(
                LocalText::tr("Waiting for another Glowlist that starts or stops the private database…"));
            sayAgain = waited.elapsed() + 5000;
        }
        QThread::msleep(10);
    }
    return turn;
}

core::Result<void> ClusterLock::use()
{
    if (isUser())
        return {};
    const auto opened = openFile(QStringLiteral("users.lock"));
    if (!opened)
        return opened.error();
    m_users = *opened;
    while (flock(m_users, LOCK_SH) != 0 && errno == EINTR) {
    }
    return {};
}

bool ClusterLock::letGo()
{
    if (!isUser())
        return false;
    const bool last = flock(m_users, LOCK_EX | LOCK_NB) == 0;
    ::close(std::exchange(m_users, -1));
    return last;
}

} // namespace glow::store
