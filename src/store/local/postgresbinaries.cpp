#include "store/local/postgresbinaries.h"

#include "store/local/serveraccount.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSysInfo>
#include <algorithm>

namespace glow::store {

namespace {

/// Directories that match a pattern with `*` in its last or last but one name.
QStringList matching(const QString& parent, const QString& pattern, const QString& below)
{
    QStringList found;
    const QStringList names =
        QDir(parent).entryList({pattern}, QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    for (const QString& name : names)
        found.append(parent + u'/' + name + below);
    return found;
}

std::optional<PostgresBinaries> binariesIn(const QString& directory)
{
    for (const QString& name : {QStringLiteral("postgres"), QStringLiteral("initdb")}) {
        if (!QFileInfo(directory + u'/' + name).isExecutable())
            return std::nullopt;
    }
    QProcess process;
    process.start(directory + QStringLiteral("/postgres"), {QStringLiteral("--version")});
    process.waitForFinished(10000);
    static const QRegularExpression number(QStringLiteral("\\) (\\d+)([^ \\n]*)"));
    const auto match = number.match(QString::fromUtf8(process.readAllStandardOutput()));
    if (!match.hasMatch())
        return std::nullopt;
    return PostgresBinaries{directory, match.captured(1).toInt(), match.captured(1) + match.captured(2)};
}

QString packageFor(const QString& system, int major)
{
    const QString number = major > 0 ? QString::number(major) : QString();
    if (system == u"debian" || system == u"ubuntu" || system == u"linuxmint")
        return major > 0 ? QStringLiteral("postgresql-") + number : QStringLiteral("postgresql");
    if (system == u"fedora" || system.startsWith(u"opensuse") || system == u"rhel" || system == u"centos")
        return (major > 0 ? QStringLiteral("postgresql%1-server").arg(number)
                          : QStringLiteral("postgresql-server")) +
               QStringLiteral(", postgresql-contrib");
    return QStringLiteral("postgresql") + number;
}

} // namespace

QStringList PostgresBinaries::searchPath()
{
    QStringList path{QCoreApplication::applicationDirPath() +
                     QStringLiteral("/../lib/glowlist/postgresql/bin")};
    path += qEnvironmentVariable("PATH").split(u':', Qt::SkipEmptyParts);
    path += matching(QStringLiteral("/usr/lib/postgresql"), QStringLiteral("*"),
                     QStringLiteral("/bin")); // Debian
    path += matching(QStringLiteral("/usr/lib"), QStringLiteral("postgresql?*"),
                     QStringLiteral("/bin")); // openSUSE
    path += matching(QStringLiteral("/usr"), QStringLiteral("pgsql-*"),
                     QStringLiteral("/bin")); // postgresql.org's RPMs
    path += matching(QStringLiteral("/usr/libexec"), QStringLiteral("postgresql*"), {}); // Alpine
    path += QStringLiteral("/usr/bin");                                                  // Fedora, Arch
    path += QStringLiteral("/usr/local/pgsql/bin");
    return path;
}

QList<PostgresBinaries> PostgresBinaries::installed(const QStringList& searchPath)
{
    QList<PostgresBinaries> found;
    QStringList seen;
    for (const QString& directory : searchPath) {
        const QString real = QFileInfo(directory + QStringLiteral("/postgres")).canonicalPath();
        if (real.isEmpty() || seen.contains(real))
            continue;
        seen.append(real);
        if (const auto binaries = binariesIn(real))
            found.append(*binaries);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const PostgresBinaries& a, const PostgresBinaries& b) { return a.major > b.major; });
    return found;
}

core::Error PostgresBinaries::missing(int major)
{
    const QString package = packageFor(QSysInfo::productType(), major);
    const QString message =
        major == 0
            ? LocalText::tr(
                  "PostgreSQL is not installed on this computer. Install the package %1, then try again.")
                  .arg(package)
            : LocalText::tr("The private database was made by PostgreSQL %1, which is not installed any "
                            "more. Install the package "
                            "%2, then try again; nothing was changed.")
                  .arg(major)
                  .arg(package);
    return {core::ErrorKind::LocalServer, message, {}, {}};
}

} // namespace glow::store
