#pragma once
#include "core/result.h"
#include "store/connectionstring.h"

namespace glow::store {

/// A workspace of this computer: one connection entry and exactly one user id (DATABASE.md section 1).
/// The connection strings are kept without the password; that lies in the SecretStore under `id`.
struct WorkspaceEntry {
    QString id; ///< uuid text; "private" for the private one
    QString name;
    bool isPrivate = false;
    ConnectionString pooled; ///< unused when private
    ConnectionString direct;
    QString userId = QStringLiteral("local");
    QString token;       ///< token of the last revision seen
    int connections = 2; ///< pooled ones this program may hold: 1 or 2
    /// `risk()` as the person has accepted it: encryption that is weaker than verify-full.
    QString acceptedRisk;
    /// Mode and hosts where the encryption of one of the strings is lowered over a network; else empty. Other
    /// hosts are another risk.
    QString risk() const;
    bool isRiskAccepted() const { return risk().isEmpty() || risk() == acceptedRisk; }
    /// The name to show: the private one has none of its own and is called so in the language of now.
    QString title() const;
    friend bool operator==(const WorkspaceEntry&, const WorkspaceEntry&) = default;
};

/// The private workspace as it is before anything was saved.
WorkspaceEntry privateWorkspace();
/// The list in `<data directory>/workspaces.json` (0600); the private one is always first. A damaged
/// file is set aside as `workspaces.json.damaged`.
core::Result<QList<WorkspaceEntry>> loadWorkspaces(const QString& dataDirectory);
/// Remembers that the person has accepted the entry's risk.
core::Result<void> acceptRisk(const QString& dataDirectory, const WorkspaceEntry& entry);
core::Result<void> saveWorkspaces(const QString& dataDirectory, const QList<WorkspaceEntry>& entries);

} // namespace glow::store
