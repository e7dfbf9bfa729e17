#pragma once
#include <QString>
#include <QTemporaryDir>

namespace glow::tests {

/// A data directory of Glowlist that goes with its test, the private server and, for root, the cluster
/// elsewhere included.
class DataDirectory {
public:
    explicit DataDirectory(const QString& name = QStringLiteral("data"));
    ~DataDirectory();
    DataDirectory(const DataDirectory&) = delete;
    DataDirectory& operator=(const DataDirectory&) = delete;

    const QString& path() const { return m_path; }
    QString clusterRoot() const;
    /// Runs SQL on the running private server through psql, signed in as whoever runs the test.
    QString psql(const QString& sql) const;

private:
    QTemporaryDir m_directory;
    QString m_path;
    bool m_mounted = false;
};

/// To a PostgreSQL server and its children.
void signalServer(qint64 postmaster, int signal);

} // namespace glow::tests
