#include "store/local/clusterupgrade.h"

#include <QDir>
#include <QDirIterator>
#include <QMap>

namespace glow::store {

namespace {

/// "Name:   value" lines of pg_controldata.
QMap<QString, QString> controlData(const QByteArray& printed)
{
    QMap<QString, QString> values;
    for (const QByteArray& line : printed.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0)
            values.insert(QString::fromUtf8(line.left(colon)),
                          QString::fromUtf8(line.mid(colon + 1)).trimmed());
    }
    return values;
}

qint64 bytesIn(const QString& directory)
{
    qint64 bytes = 0;
    for (QDirIterator files(directory, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         files.hasNext();)
        bytes += files.nextFileInfo().size();
    return bytes;
}

} // namespace

ClusterUpgrade::ClusterUpgrade(const Cluster& cluster, const ServerAccount& account, Progress progress)
    : m_cluster(cluster)
    , m_account(account)
    , m_progress(std::move(progress))
{}

void ClusterUpgrade::say() const
{
    if (m_progress)
        m_progress(LocalText::tr("Taking the private database over to PostgreSQL %1…").arg(m_to));
}

void ClusterUpgrade::sayHowFar(const QString& oldDirectory, const QString& newDirectory) const
{
    const qint64 all = bytesIn(oldDirectory);
    if (m_progress && all > 0)
        m_progress(LocalText::tr("Taking the private database over to PostgreSQL %1, %2 %…")
                       .arg(m_to)
                       .arg(qMin<qint64>(99, bytesIn(newDirectory) * 100 / all)));
}

core::Result<void> ClusterUpgrade::run(const PostgresBinaries& from, const QString& oldDirectory,
                                       const PostgresBinaries& to)
{
    m_to = to.major;
    say();
    const auto options = sameStorage(from, oldDirectory);
    if (!options)
        return options.error();
    const auto fresh = m_cluster.initialize(to, m_account, *options, [this] { say(); });
    if (!fresh)
        return fresh.error();
    if (const auto copied = copy(from, oldDirectory, to, *fresh); !copied) {
        QDir(*fresh).removeRecursively();
        return copied.error();
    }
    return m_cluster.adopt(*fresh, to.major);
}

core::Result<QStringList> ClusterUpgrade::sameStorage(const PostgresBinaries& from,
                                                      const QString& oldDirectory) const
{
    const auto printed =
        m_account.run({from.program(QStringLiteral("pg_controldata")), {QStringLiteral("-D"), oldDirectory}});
    if (!printed)
        return printed.error();
    const QMap<QString, QString> values = controlData(*printed);
    const qint64 segment = values.value(QStringLiteral("Bytes per WAL segment")).toLongLong() / (1024 * 1024);
    QStringList options{QStringLiteral("--wal-segsize=%1").arg(segment)};
    if (values.value(QStringLiteral("Data page checksum version")) != u"0")
        options.append(QStringLiteral("--data-checksums"));
    else if (m_to >= 18)
        options.append(QStringLiteral("--no-data-checksums"));
    if (values.value(QStringLiteral("Database cluster state")) == u"shut down")
        return options;
    // pg_upgrade wants a clean end; single-user mode recovers and ends.
    const QStringList single{QStringLiteral("--single"), QStringLiteral("-D"), oldDirectory,
                             QStringLiteral("postgres")};
    const auto recovered =
        m_account.run({from.program(QStringLiteral("postgres")), single}, [this] { say(); });
    if (!recovered)
        return recovered.error();
    return options;
}

core::Result<void> ClusterUpgrade::copy(const PostgresBinaries& from, const QString& oldDirectory,
                                        const PostgresBinaries& to, const QString& newDirectory) const
{
    const auto sockets = m_cluster.socketDirectory(m_account);
    if (!sockets)
        return sockets.error();
    const QStringList arguments{QStringLiteral("-b"), from.directory,
                                QStringLiteral("-B"), to.directory,
                                QStringLiteral("-d"), oldDirectory,
                                QStringLiteral("-D"), newDirectory,
                                QStringLiteral("-U"), QStringLiteral("glowlist"),
                                QStringLiteral("-s"), *sockets};
    // pg_upgrade writes into its working directory.
    const auto done = m_account.run({to.program(QStringLiteral("pg_upgrade")), arguments, {}, *sockets},
                                    [&] { sayHowFar(oldDirectory, newDirectory); });
    if (!done)
        return core::Error{
            core::ErrorKind::LocalServer,
            LocalText::tr("PostgreSQL %1 could not take over the private database of PostgreSQL %2.")
                .arg(m_to)
                .arg(from.major),
            {},
            done.error().detail};
    return {};
}

} // namespace glow::store
