#pragma once
#include "store/database.h"
#include "store/doctor/errorguide.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QStringList>
#include <atomic>
#include <functional>

namespace glow::store {

/// One line of a connection check. `name` as CLI.md `doctor` names it; the rest is translated.
struct CheckStep {
    enum class Status { Ok, Warning, Failed, Skipped };
    QString name;
    QString title; ///< "Signed in as maya"
    Status status = Status::Ok;
    QString detail;
    QString remedy; ///< what to do; set when failed, and with most warnings
};
QString checkStatusName(CheckStep::Status status); ///< "ok", "warning", "failed", "skipped"

struct CheckReport {
    QList<CheckStep> steps;
    QStringList users; ///< ids in the database's table `users`, where it can be read; at most 100
    qint64 milliseconds = 0;
    qint64 signInMilliseconds = 0; ///< until the server let us in: what waking took is in here
    bool ok() const;
};

/// Looks into a connection step by step and ends within 15 s whatever the server does. Steps: string,
/// resolve, tcp, tls, signin, endpoint, version, roundtrip, wake, rights, migrations, search, size, clock,
/// write. Worker threads only; `cancel` from any.
class ConnectionCheck {
    Q_DECLARE_TR_FUNCTIONS(ConnectionCheck)
public:
    using Progress = std::function<void(const CheckStep&)>;

    ConnectionCheck(ConnectionString target, QString userId);

    /// `progress` hears of each step as it ends, on this thread. Once for each object.
    CheckReport run(const Progress& progress = {});
    void cancel();

private:
    using Step = bool (ConnectionCheck::*)(); ///< false: what follows makes no sense

    bool checkString();
    bool checkResolve();
    bool checkTcp();
    bool checkSignIn();
    bool checkEndpoint();
    bool checkVersion();
    bool checkRoundTrip();
    bool checkWake();
    bool checkRights();
    bool checkMigrations();
    bool checkSearch();
    bool checkSize();
    bool checkClock();
    bool checkWrite();

    void reportSignInError(const core::Error& error);
    void readFacts();
    void readUsers();
    QString whoAmI() const;
    std::chrono::milliseconds left(std::chrono::milliseconds most) const;
    void end(const char* name, CheckStep::Status status, const QString& title, const QString& detail,
             const QString& remedy = {});
    /// The step did not go well; the guide says why and what helps.
    void end(const char* name, CheckStep::Status status, const errorguide::Advice& advice,
             const QString& detail);
    void skipRest();

    ConnectionString m_target;
    QString m_userId;
    Progress m_progress;
    CheckReport m_report;
    QDeadlineTimer m_deadline;
    Database m_database;
    Row m_facts;
    bool m_migrated = false;
    std::atomic<bool> m_cancelled{false};
};

/// The same for a text that has not been read: the step `string` fails when it cannot be.
CheckReport checkConnection(const QString& text, const QString& userId,
                            const ConnectionCheck::Progress& progress = {});

} // namespace glow::store
