#include "core/result.h"

namespace glow::core {

QString errorKindName(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage:
        return QStringLiteral("usage");
    case ErrorKind::ConnectionString:
        return QStringLiteral("connection-string");
    case ErrorKind::Connection:
        return QStringLiteral("connection");
    case ErrorKind::Tls:
        return QStringLiteral("tls");
    case ErrorKind::SignIn:
        return QStringLiteral("signin");
    case ErrorKind::Rights:
        return QStringLiteral("rights");
    case ErrorKind::Migration:
        return QStringLiteral("migration");
    case ErrorKind::NotFound:
        return QStringLiteral("not-found");
    case ErrorKind::Refused:
        return QStringLiteral("refused");
    case ErrorKind::Invalid:
        return QStringLiteral("invalid");
    case ErrorKind::Query:
        return QStringLiteral("query");
    case ErrorKind::LocalServer:
        return QStringLiteral("local-server");
    case ErrorKind::File:
        return QStringLiteral("file");
    case ErrorKind::Timeout:
        return QStringLiteral("timeout");
    case ErrorKind::Cancelled:
    case ErrorKind::Internal:
        break;
    }
    return QStringLiteral("internal");
}

} // namespace glow::core
