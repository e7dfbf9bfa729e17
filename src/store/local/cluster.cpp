#include "store/local/cluster.h"

#include "store/local/postmaster.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStorageInfo>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace glow::store {

namespace {

constexpr qint64 ballastSize = 8 * 1024 * 1024;
constexpr qint64 nearlyFull = 2 * 1024 * 1024; ///< PostgreSQL cannot start below about this
constexpr qint64 roomForBallast = 4 * ballastSize;
constexpr int longestSocketDirectory =
    80; ///< the system allows 107 bytes with the name of the socket and its lock

core::Error failure(const QString& message, const QString& detail = {})
{
    return {core::ErrorKind::LocalServer, message, {}, detail};
}

QString absolute(const QString& path)
{
    const QString canonical = QFileInfo(path).canonicalFilePath();
    return canonical.isEmpty() ? QDir::cleanPath(QFileInfo(path).absoluteFilePath()) : canonical;
}

} // namespace

Cluster::Cluster(const QString& dataDirectory)
{
    QDir().mkpath(dataDirectory);
    const QString path = absolute(dataDirectory);
    m_hash = QString::fromLatin1(
        QCryptographicHash::hash(QFile::encodeName(path), QCryptographicHash::Sha256).toHex().left(16));
    m_root =
        geteuid() == 0 ? QStringLiteral("/var/lib/glowlist/") + m_hash : path + QStringLiteral("/postgresql");
}

Cluster::Cluster(QString root, QString hash)
    : m_root(std::move(root))
    , m_hash(std::move(hash))
{}

Cluster Cluster::within(const QString& name) const
{
    return {m_root + u'/' + name, m_hash + u'-' + name};
}

QString Cluster::directory(int major) const
{
    return m_root + u'/' + QString::number(major);
}

int Cluster::major() const
{
    int newest = 0;
    const QStringList names = QDir(m_root).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString& name : names) {
        bool isNumber = false;
        const int major = name.toInt(&isNumber);
        if (isNumber && QFileInfo::exists(directory(major)))
            newest = qMax(newest, major);
    }
    return newest;
}

core::Result<void> Cluster::makeRoot() const
{
    if (QFileInfo(m_root).isDir())
        return {};
    // As root the files belong to root, but the account that runs the server must get through to its own.
    const QFile::Permissions owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    const QString parent = QFileInfo(m_root).path();
    if (!QDir().mkpath(parent) || (!QDir().mkdir(m_root) && !QFileInfo(m_root).isDir()))
        return failure(
            LocalText::tr("The directory %1 cannot be made: %2. Choose another one with --data-dir.")
                .arg(m_root, QString::fromLocal8Bit(strerror(errno))));
    QFile::setPermissions(m_root, geteuid() == 0 ? owner | QFile::ExeGroup | QFile::ExeOther : owner);
    return {};
}

core::Result<QString> Cluster::initialize(const PostgresBinaries& binaries, const ServerAccount& account,
                                          const QStringList& options,
                                          const std::function<void()>& stillRunning) const
{
    // What an interrupted attempt has left was never in use.
    const QString unfinished = directory(binaries.major) + QStringLiteral(".unfinished");
    for (const qint64 pid : Postmaster::processesIn(unfinished))
        ::kill(static_cast<pid_t>(pid), SIGKILL);
    QDir(unfinished).removeRecursively();
    if (const auto made = account.makePrivateDirectory(unfinished); !made)
        return made.error();
    const QStringList arguments{QStringLiteral("-D"),
                                unfinished,
                                QStringLiteral("-U"),
                                QStringLiteral("glowlist"),
                                QStringLiteral("--auth=reject"),
                                QStringLiteral("--auth-local=peer"),
                                QStringLiteral("--locale=C.UTF-8"),
                                QStringLiteral("--encoding=UTF8")};
    const auto done =
        account.run({binaries.program(QStringLiteral("initdb")), arguments + options}, stillRunning);
    if (!done) {
        QDir(unfinished).removeRecursively();
        if (done.error().detail.contains(u"No space left on device"))
            return failure(
                LocalText::tr("The disk is full: %1. The private database needs about 60 MB.").arg(m_root),
                done.error().detail);
        return failure(LocalText::tr("The private database could not be made in %1: %2")
                           .arg(m_root, done.error().message),
                       done.error().detail);
    }
    if (const auto written = writeAccessRules(unfinished, account); !written)
        return written.error();
    return unfinished;
}

core::Result<void> Cluster::writeAccessRules(const QString& directory, const ServerAccount& account) const
{
    // Only over the socket, and only who owns the server, or root where root runs it (DATABASE.md 5.9).
    QByteArray identities = "glowlist \"" + account.name().toLocal8Bit() + "\" glowlist\n";
    if (geteuid() == 0)
        identities += "glowlist root glowlist\n";
    const QList<std::pair<QString, QByteArray>> files{
        {QStringLiteral("pg_hba.conf"), "local all all peer map=glowlist\n"},
        {QStringLiteral("pg_ident.conf"), identities}};
    for (const auto& [name, content] : files) {
        const auto written =
            account.run({QStringLiteral("/usr/bin/tee"), {directory + u'/' + name}, content});
        if (!written)
            return written.error();
    }
    return {};
}

core::Result<void> Cluster::create(const PostgresBinaries& binaries, const ServerAccount& account,
                                   const Progress& progress) const
{
    const auto say = [&] {
        if (progress)
            progress(LocalText::tr("Making the private database…"));
    };
    say();
    const QStringList options{QStringLiteral("--wal-segsize=1"), QStringLiteral("--data-checksums")};
    const auto unfinished = initialize(binaries, account, options, say);
    if (!unfinished)
        return unfinished.error();
    const QStringList single{QStringLiteral("--single"), QStringLiteral("-D"), *unfinished,
                             QStringLiteral("postgres")};
    const auto made = account.run(
        {binaries.program(QStringLiteral("postgres")), single, "create database glowlist\n"}, say);
    if (!made)
        return failure(LocalText::tr("The private database could not be made in %1.").arg(m_root),
                       made.error().detail);
    return adopt(*unfinished, binaries.major);
}

core::Result<void> Cluster::adopt(const QString& unfinished, int major) const
{
    if (QDir().rename(unfinished, directory(major)))
        return {};
    return failure(LocalText::tr("%1 could not be renamed to %2.").arg(unfinished, directory(major)));
}

core::Result<void> Cluster::setAside(int major) const
{
    if (!QFileInfo::exists(directory(major)))
        return {};
    QString kept = directory(major) + QStringLiteral(".kept");
    for (int i = 2; QFileInfo::exists(kept); ++i)
        kept = directory(major) + QStringLiteral(".kept-%1").arg(i);
    if (QDir().rename(directory(major), kept))
        return {};
    return failure(LocalText::tr("%1 could not be renamed to %2.").arg(directory(major), kept));
}

QString Cluster::plannedSocketDirectory(const ServerAccount& account) const
{
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9/._-]+$"));
    const QString beside = m_root + QStringLiteral("/run");
    if (QFile::encodeName(beside).size() <= longestSocketDirectory && plain.match(beside).hasMatch())
        return beside;
    return QStringLiteral("/tmp/glowlist-%1-%2").arg(account.uid()).arg(m_hash);
}

core::Result<QString> Cluster::socketDirectory(const ServerAccount& account) const
{
    const QString planned = plannedSocketDirectory(account);
    // In /tmp somebody else may have taken the name.
    core::Result<void> made;
    for (int i = 0; i < 10; ++i) {
        const QString path = i == 0 ? planned : planned + u'-' + QString::number(i);
        made = account.makePrivateDirectory(path);
        if (made)
            return path;
    }
    return made.error();
}

void Cluster::fillBallast() const
{
    const QString path = m_root + QStringLiteral("/ballast");
    if (QFileInfo(path).size() == ballastSize || QStorageInfo(m_root).bytesAvailable() < roomForBallast)
        return;
    const int file =
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (file < 0)
        return;
    posix_fallocate(file, 0, ballastSize);
    ::close(file);
}

bool Cluster::releaseBallast() const
{
    return QFile::remove(m_root + QStringLiteral("/ballast"));
}

bool Cluster::diskIsFull() const
{
    return QStorageInfo(m_root).bytesAvailable() < nearlyFull;
}

} // namespace glow::store
