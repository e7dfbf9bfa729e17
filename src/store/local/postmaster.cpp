#include "store/local/postmaster.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <sys/stat.h>

namespace glow::store {

namespace {

QString pidFile(const QString& clusterDirectory)
{
    return clusterDirectory + QStringLiteral("/postmaster.pid");
}

/// A postmaster and its children stand in their cluster's directory; nothing else does for long.
bool worksIn(qint64 pid, const QString& clusterDirectory)
{
    struct stat there {};
    struct stat here {};
    const QByteArray cwd = "/proc/" + QByteArray::number(pid) + "/cwd";
    if (stat(cwd.constData(), &there) != 0 ||
        stat(QFile::encodeName(clusterDirectory).constData(), &here) != 0)
        return false;
    if (there.st_dev != here.st_dev || there.st_ino != here.st_ino)
        return false;
    // Not the name of the program: a bundle starts it through its own loader.
    QFile line(QStringLiteral("/proc/%1/cmdline").arg(pid));
    return line.open(QIODevice::ReadOnly) && line.readAll().contains("postgres");
}

Postmaster::State stateNamed(const QByteArray& word)
{
    if (word == "ready" || word == "standby")
        return Postmaster::State::Ready;
    return word == "stopping" ? Postmaster::State::Stopping : Postmaster::State::Starting;
}

} // namespace

Postmaster Postmaster::of(const QString& clusterDirectory)
{
    QFile file(pidFile(clusterDirectory));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QList<QByteArray> lines = file.readAll().split('\n');
    Postmaster postmaster;
    postmaster.pid = lines.value(0).trimmed().toLongLong();
    if (postmaster.pid <= 0 || !isAlive(postmaster.pid) || !worksIn(postmaster.pid, clusterDirectory))
        return {};
    postmaster.port = lines.value(3).trimmed().toInt();
    postmaster.socketDirectory = QFile::decodeName(lines.value(4).trimmed());
    postmaster.state = stateNamed(lines.value(7).trimmed());
    return postmaster;
}

QList<qint64> Postmaster::processesIn(const QString& clusterDirectory)
{
    QList<qint64> found;
    const QStringList entries =
        QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
    for (const QString& entry : entries) {
        const qint64 pid = entry.toLongLong();
        if (worksIn(pid, clusterDirectory) && isAlive(pid))
            found.append(pid);
    }
    return found;
}

bool Postmaster::isAlive(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray line = file.readAll();
    const char state = line.mid(line.lastIndexOf(')') + 2, 1).append(' ').at(0);
    return state != 'Z' && state != 'X';
}

void Postmaster::removeStaleLock(const QString& lockFile)
{
    QFile file(lockFile);
    if (!file.open(QIODevice::ReadOnly))
        return;
    // A number that nobody has PostgreSQL sees through itself, and looks for shared memory in use as well.
    const qint64 pid = qAbs(file.readLine().trimmed().toLongLong());
    if (QFileInfo::exists(QStringLiteral("/proc/%1").arg(pid)))
        file.remove();
}

} // namespace glow::store
