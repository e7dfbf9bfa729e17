#include "store/local/serveraccount.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <grp.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace glow::store {

namespace {

constexpr int tickMilliseconds = 5000;

core::Error failure(const QString& message, const QString& detail = {})
{
    return {core::ErrorKind::LocalServer, message, {}, detail};
}

QProcessEnvironment cleanEnvironment()
{
    QProcessEnvironment environment;
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PATH"), QStringLiteral("/usr/local/bin:/usr/bin:/bin"));
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C"));
    for (const QString& kept : {QStringLiteral("HOME"), QStringLiteral("LD_LIBRARY_PATH")}) {
        if (own.contains(kept))
            environment.insert(kept, own.value(kept));
    }
    return environment;
}

} // namespace

ServerAccount::ServerAccount(QString name, uid_t uid, gid_t gid)
    : m_name(std::move(name))
    , m_uid(uid)
    , m_gid(gid)
{}

core::Result<ServerAccount> ServerAccount::choose()
{
    if (geteuid() != 0) {
        const passwd* self = getpwuid(geteuid());
        if (!self)
            return failure(
                LocalText::tr("The user id %1 has no name on this computer, but PostgreSQL needs one.")
                    .arg(geteuid()));
        return ServerAccount(QString::fromLocal8Bit(self->pw_name), self->pw_uid, self->pw_gid);
    }
    const QByteArray sudoUser = qgetenv("SUDO_USER");
    const passwd* account = sudoUser.isEmpty() ? nullptr : getpwnam(sudoUser.constData());
    if (!account || account->pw_uid == 0)
        account = getpwnam("postgres");
    if (!account)
        return failure(LocalText::tr(
            "PostgreSQL refuses to run as root, and there is no account “postgres” to run it. Install the "
            "package postgresql."));
    return ServerAccount(QString::fromLocal8Bit(account->pw_name), account->pw_uid, account->pw_gid);
}

core::Result<ServerAccount> ServerAccount::ownerOf(const QString& directory)
{
    struct stat info {};
    if (stat(QFile::encodeName(directory).constData(), &info) != 0)
        return failure(LocalText::tr("The directory %1 cannot be read: %2.")
                           .arg(directory, QString::fromLocal8Bit(strerror(errno))));
    const passwd* owner = getpwuid(info.st_uid);
    const QString name = owner ? QString::fromLocal8Bit(owner->pw_name) : QString::number(info.st_uid);
    if (info.st_uid == 0 || !owner || (geteuid() != 0 && geteuid() != info.st_uid))
        return failure(LocalText::tr("The private database in %1 belongs to the user %2. Start Glowlist as "
                                     "that user, or give it another "
                                     "data directory with --data-dir.")
                           .arg(directory, name));
    return ServerAccount(name, owner->pw_uid, owner->pw_gid);
}

bool ServerAccount::isForeign() const
{
    return geteuid() != m_uid;
}

void ServerAccount::enter(QProcess& process, Lifetime lifetime) const
{
    process.setProcessEnvironment(cleanEnvironment());
    int count = 0;
    std::vector<gid_t> groups;
    if (isForeign()) {
        const QByteArray account = m_name.toLocal8Bit();
        getgrouplist(account.constData(), m_gid, nullptr, &count);
        groups.resize(static_cast<std::size_t>(count));
        getgrouplist(account.constData(), m_gid, groups.data(), &count);
    }
    // Between fork and exec only system calls are allowed, so the groups were looked up before.
    process.setChildProcessModifier([lifetime, foreign = isForeign(), groups, uid = m_uid, gid = m_gid] {
        setsid();
        umask(077);
        if (foreign && (setgroups(groups.size(), groups.data()) != 0 || setgid(gid) != 0 || setuid(uid) != 0))
            _exit(126);
        if (lifetime == Lifetime::EndsWithUs)
            prctl(PR_SET_PDEATHSIG, SIGKILL);
    });
}

core::Result<void> ServerAccount::makePrivateDirectory(const QString& path) const
{
    const QByteArray name = QFile::encodeName(path);
    if (mkdir(name.constData(), 0700) == 0) {
        if (isForeign() && lchown(name.constData(), m_uid, m_gid) != 0)
            return failure(LocalText::tr("The directory %1 cannot be given to %2.").arg(path, m_name));
        return {};
    }
    struct stat info {};
    if (errno != EEXIST || lstat(name.constData(), &info) != 0)
        return failure(LocalText::tr("The directory %1 cannot be made: %2.")
                           .arg(path, QString::fromLocal8Bit(strerror(errno))));
    if (!S_ISDIR(info.st_mode) || info.st_uid != m_uid || (info.st_mode & 077) != 0)
        return failure(
            LocalText::tr("%1 exists, but is not a directory that only %2 can enter.").arg(path, m_name));
    return {};
}

core::Result<QByteArray> ServerAccount::run(const Command& command,
                                            const std::function<void()>& stillRunning) const
{
    QProcess process;
    enter(process, Lifetime::EndsWithUs);
    process.setWorkingDirectory(command.workingDirectory);
    process.start(command.program, command.arguments);
    process.write(command.input);
    process.closeWriteChannel();
    while (!process.waitForFinished(tickMilliseconds)) {
        if (process.state() == QProcess::NotRunning)
            break;
        if (stillRunning)
            stillRunning();
    }
    const QByteArray output = process.readAllStandardOutput();
    if (process.error() == QProcess::FailedToStart)
        return failure(LocalText::tr("%1 cannot be run: %2.").arg(command.program, process.errorString()));
    if (process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0)
        return failure(LocalText::tr("%1 failed.").arg(command.program),
                       QString::fromUtf8(process.readAllStandardError() + output).trimmed());
    return output;
}

} // namespace glow::store
