#pragma once
#include "store/database.h"
#include "support/temporaryserver.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QUuid>

namespace glow::tests {

/// Speaks to glowlist.apply in the words of its contract, request and reply as plain JSON.
class ApplyClient {
public:
    /// An own connection to a database that has been migrated.
    explicit ApplyClient(const store::ConnectionString& database);

    QString user = QStringLiteral("local");
    QString clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);

    /// Sends and keeps `revision` and `token` of the reply for the next `since`.
    QJsonObject send(const QJsonArray& changes);
    QJsonObject send(const QJsonArray& changes, const QJsonValue& since, const QJsonValue& token);
    /// What became of one change of these operations.
    QJsonObject apply(const QJsonArray& operations, const QString& group = {});
    store::Answer run(const QJsonObject& request);
    /// First column of the first row as text; fatal on error.
    QString sql(const QString& statement);
    store::Database& connection() { return m_connection; }

    QJsonValue revision;
    QJsonValue token;

private:
    store::Database m_connection;
};

/// Brings a database to the newest revision; fatal on error.
void migrate(const store::ConnectionString& database, const QString& target = QStringLiteral("head"));

QString uid();
QJsonObject change(const QJsonArray& operations, const QString& group = {});
QJsonObject create(const QString& on, const QString& uid, const QJsonObject& set);
QJsonObject update(const QString& on, const QString& uid, const QJsonObject& set, const QJsonObject& was = {},
                   bool strict = false);
QJsonObject remove(const QString& on, const QString& uid);
QJsonObject restore(const QString& on, const QString& uid);
/// {"title": …} and more, written as JSON text with ' for ".
QJsonObject json(const QString& text);

} // namespace glow::tests
