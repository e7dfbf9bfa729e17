#pragma once
#include <QString>
#include <QUuid>

namespace glow::core {

/// A fresh version 4 uid (RFC 4122).
QUuid newUid();
/// Text as PostgreSQL prints a uuid: lower case, no braces; empty for a null uid.
QString uidText(const QUuid& uid);

/// Deterministic uids (version 5) of things that two programs may make at once; rules in DATABASE.md
/// section 2.
QUuid tagUid(const QUuid& tagNamespace, const QString& name);
QUuid taskTagUid(const QUuid& task, const QUuid& tag);
QUuid dependencyUid(const QUuid& task, const QUuid& blocker); ///< v5(task, "blocker:" + blocker)
QUuid occurrenceUid(const QUuid& series, int number); ///< `series`: uid of its first task, which is number 1

} // namespace glow::core
