#pragma once
#include "core/result.h"

#include <QMap>
#include <QStringList>

namespace glow::store {

struct HostPort {
    QString host; ///< name, address, or directory of a Unix socket
    quint16 port = 5432;
    friend bool operator==(const HostPort&, const HostPort&) = default;
};

/// Where a database is and how to sign in, read from what people paste (DATABASE.md section 5, points 7 and 8;
/// CLI.md `connection`). A plain value; any thread. `display()` never holds the password.
class ConnectionString {
public:
    QList<HostPort> hosts;
    QString database;
    QString user;
    QString password;
    QMap<QString, QString> options; ///< other allow-listed libpq keys, sslmode among them
    QList<HostPort> directHosts;    ///< only where a pasted .env names both
    QStringList notes;              ///< keys of other tools that were left out, encryption that was raised

    static core::Result<ConnectionString> parse(const QString& text);

    QString sslmode() const; ///< as it will be used: verify-full unless said otherwise; loopback and sockets: prefer
    bool isLocal() const;  ///< loopback or Unix socket
    bool isPooled() const; ///< first host label ends in "-pooler"
    ConnectionString direct() const;
    ConnectionString pooled() const;
    QString display() const;       ///< URI without the password
    QString uri() const;           ///< URI with the password, percent-encoded
    QString driverOptions() const; ///< for QSqlDatabase::setConnectOptions: quoted, with our time-outs and TLS rules
    friend bool operator==(const ConnectionString&, const ConnectionString&) = default;
};

} // namespace glow::store
