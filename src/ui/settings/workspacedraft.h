#pragma once
#include "store/workspaces.h"

#include <QCoreApplication>
#include <optional>

namespace glow::ui {

/// One workspace while it is edited. The password is held once for both connection strings, whichever it was
/// typed in, and apart from the entry, which goes into a file.
class WorkspaceDraft {
    Q_DECLARE_TR_FUNCTIONS(WorkspaceDraft)
public:
    static QString mask() { return QStringLiteral("••••••••"); }

    explicit WorkspaceDraft(store::WorkspaceEntry entry = {});
    /// An empty one with a new id.
    static WorkspaceDraft fresh();
    /// What was found in the environment or a .env file; it is added when it is saved.
    static WorkspaceDraft found(const store::ConnectionString& pooled, const store::ConnectionString& direct,
                                const QString& origin);

    const store::WorkspaceEntry& entry() const { return m_entry; }
    const QString& origin() const { return m_origin; } ///< ".env"; empty when it is one of the person's own
    bool isAdded() const { return m_added; }
    /// An offer becomes one of the person's own, to be saved.
    void adopt() { m_origin.clear(); }
    bool isEmpty() const; ///< nothing typed yet
    void setAdded() { m_added = true; }
    const std::optional<QString>& newPassword() const { return m_newPassword; } ///< typed here, to be stored
    void setKnownPassword(const QString& password)
    {
        m_knownPassword = password;
    } ///< as it is stored already
    QString password() const { return m_newPassword.value_or(m_knownPassword); }
    void passwordStored();
    bool directIsDerived() const;
    const QStringList& notes() const { return m_entry.pooled.notes; }

    QString pooledText(bool revealed) const;
    QString directText(bool revealed) const;
    /// Takes what was typed or pasted: any form of connection string, or lines of a .env file. What cannot be
    /// read is kept as it stands, beside the string that was there, and its problem says why.
    void takePooled(const QString& text);
    void takeDirect(const QString& text); ///< empty: derived from the pooled one again
    const QString& pooledProblem() const { return m_pooled.problem; }
    const QString& directProblem() const { return m_direct.problem; }
    /// A new password for both strings; empty: the stored one stays.
    void setPassword(const QString& password);
    QString rootCertificate() const; ///< path of the authorities' file; empty: the system's
    void setRootCertificate(const QString& path);
    /// Pooled connections that the window may hold, 1 or 2.
    void setConnections(int connections) { m_entry.connections = connections; }
    void setName(const QString& name) { m_entry.name = name; }
    void setUser(const QString& userId) { m_entry.userId = userId; }
    QString sslmode() const { return m_entry.pooled.sslmode(); }
    void setSslmode(const QString& mode);
    bool isLowered() const { return !m_entry.risk().isEmpty(); } ///< weaker than verify-full over a network
    bool isRiskAccepted() const { return !isLowered() || m_entry.risk() == m_entry.acceptedRisk; }
    void acceptRisk(bool accepted);
    QString problem() const; ///< why it cannot be saved; empty: it can
    bool knowsPassword() const { return m_newPassword.has_value() || !m_knownPassword.isEmpty(); }

    /// The entry with the password in both strings, for connecting now.
    store::WorkspaceEntry connectable() const;

private:
    /// A text that is no connection string yet.
    struct Unread {
        QString text;
        QString problem;
    };

    QString shown(const store::ConnectionString& string, bool revealed) const;
    /// Reads the text and takes the password out of it.
    core::Result<store::ConnectionString> read(const QString& text);

    store::WorkspaceEntry m_entry;
    std::optional<QString> m_newPassword;
    QString m_knownPassword;
    QString m_origin;
    Unread m_pooled;
    Unread m_direct;
    bool m_added = true;
};

} // namespace glow::ui
