#pragma once
#include "store/connectionstring.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace glow::tests {

/// The web application beside Glowlist: runs tests/support/webapplication.py on a database. Keeps its Alembic
/// environment in a directory of its own.
class WebApplication {
public:
    explicit WebApplication(const store::ConnectionString& database, const QStringList& options = {});

    /// What the command prints; fatal when the program itself fails. An error of the database comes as
    /// {"sqlstate", "error"}.
    QJsonDocument run(const QStringList& command) const;
    QJsonObject operator()(const QStringList& command) const { return run(command).object(); }
    /// The same for commands that take the directory first.
    QJsonObject alembic(const QString& command, const QStringList& arguments = {}) const;
    /// Its schema by its own first migration, and its users.
    void setUp(const QStringList& users) const;
    int add(const QString& user, const QString& title, const QString& due = {}) const;
    QString checksum() const; ///< of its rows, byte by byte
    void setOptions(const QStringList& options) { m_options = options; }

private:
    QString m_dsn;
    QStringList m_options;
    QTemporaryDir m_directory;
};

} // namespace glow::tests
