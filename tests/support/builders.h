#pragma once
#include "core/change.h"
#include "core/entities.h"
#include "store/database.h"
#include "support/temporaryserver.h"

namespace glow::tests {

/// Test data in a migrated database, written the way the program writes (glowlist.apply) or, in bulk, by SQL.
/// Fatal on error. For test programs without a GUI application, or on a thread of its own.
class Builder {
public:
    /// A fresh database of the server, migrated.
    explicit Builder(TemporaryServer& server);
    /// One that is migrated already.
    Builder(TemporaryServer& server, store::ConnectionString database);

    const store::ConnectionString& database() const { return m_database; }
    QString name() const { return m_database.database; }

    QUuid list(const QString& name);
    QUuid tag(const QString& name);
    /// `set` as operations carry it: {"due_date": "2026-11-27", "list": uid …}.
    QUuid task(const QString& title, QJsonObject set = {}, const QList<QUuid>& tags = {});
    void complete(const QUuid& task);
    /// So many plain tasks at once, titles "Task 1" and so on: due dates over a year, every third completed.
    void bulk(int count);

    core::ApplyReply apply(const QList<core::Operation>& operations);
    /// What psql prints for it (-At).
    QString sql(const QString& statement) const;
    qint64 count(const QString& fromWhere) const; ///< select count(*) from …

private:
    TemporaryServer& m_server;
    store::ConnectionString m_database;
    QUuid m_tagNamespace;
};

inline core::Operation operation(core::Verb verb, core::Entity on, const QUuid& uid,
                                 const QJsonObject& set = {}, const QJsonObject& was = {})
{
    core::Operation operation;
    operation.verb = verb;
    operation.on = on;
    operation.uid = uid;
    operation.set = set;
    operation.was = was;
    return operation;
}

} // namespace glow::tests
