#pragma once
#include "core/result.h"
#include "store/workspaces.h"

#include <QObject>
#include <memory>

namespace glow::store {
class Database;
}

namespace glow::app {

/// Signs in to a remote workspace with a password that a person types, and keeps it where passwords are kept
/// once the server has taken it; from then on every connection of the workspace uses it. GUI thread; the work
/// is done elsewhere.
class SignIn : public QObject {
    Q_OBJECT
public:
    SignIn(store::WorkspaceEntry entry, QString dataDirectory, bool secretsInFile, QObject* parent = nullptr);
    ~SignIn() override; ///< ends an attempt

    /// Whether typing a password is what helps.
    static bool isPasswordWanted(const core::Error& error);
    /// Whether none was given at all, so that there is nothing wrong yet.
    static bool isPasswordMissing(const core::Error& error);

    QString user() const { return m_entry.pooled.user; }
    void enter(const QString& password); ///< answered by one of the signals

Q_SIGNALS:
    void accepted();
    void refused(const glow::core::Error& error);

private:
    store::WorkspaceEntry m_entry;
    QString m_dataDirectory;
    bool m_secretsInFile;
    std::shared_ptr<store::Database> m_database; ///< of the attempt, to be interrupted
};

} // namespace glow::app
