#include "ui/settings/workspacecheck.h"

#include "app/openers.h"
#include "core/reply.h"
#include "store/local/localserver.h"
#include "store/secretstore.h"

#include <QLocale>
#include <QtConcurrentRun>
#include <mutex>
#include <optional>

namespace glow::ui {

using core::Result;
using store::CheckStep;

namespace {

const QStringList order{QStringLiteral("string"),  QStringLiteral("resolve"),    QStringLiteral("tcp"),
                        QStringLiteral("tls"),     QStringLiteral("signin"),     QStringLiteral("endpoint"),
                        QStringLiteral("version"), QStringLiteral("roundtrip"),  QStringLiteral("wake"),
                        QStringLiteral("rights"),  QStringLiteral("migrations"), QStringLiteral("search"),
                        QStringLiteral("size"),    QStringLiteral("clock"),      QStringLiteral("write")};

/// Steps worth a row when nothing is wrong with them; the others show only when something is.
bool isWorthARow(const QString& name)
{
    return QStringList{QStringLiteral("resolve"),    QStringLiteral("tls"),       QStringLiteral("signin"),
                       QStringLiteral("version"),    QStringLiteral("roundtrip"), QStringLiteral("size"),
                       QStringLiteral("migrations"), QStringLiteral("write")}
        .contains(name);
}

QString duration(qint64 milliseconds)
{
    if (milliseconds < 1000)
        return WorkspaceCheck::tr("%1 ms").arg(milliseconds);
    return WorkspaceCheck::tr("%1 s").arg(
        QLocale().toString(static_cast<double>(milliseconds) / 1000, 'f', 1));
}

CheckRow::Mark markOf(CheckStep::Status status)
{
    switch (status) {
    case CheckStep::Status::Ok:
        return CheckRow::Mark::Ok;
    case CheckStep::Status::Warning:
        return CheckRow::Mark::Warning;
    case CheckStep::Status::Failed:
        return CheckRow::Mark::Failed;
    case CheckStep::Status::Skipped:
        break;
    }
    return CheckRow::Mark::Skipped;
}

} // namespace

/// One check, shared by the worker that runs it and the dialog that may go before it ends.
struct WorkspaceCheck::Run {
    void cancel()
    {
        const std::scoped_lock lock(mutex);
        cancelled = true;
        if (check)
            check->cancel();
    }
    /// Nothing when it was cancelled before it began.
    store::ConnectionCheck* begin(const store::ConnectionString& target, const QString& userId)
    {
        const std::scoped_lock lock(mutex);
        return cancelled ? nullptr : &check.emplace(target, userId);
    }

    std::mutex mutex;
    bool cancelled = false;
    std::optional<store::ConnectionCheck> check;
};

WorkspaceCheck::WorkspaceCheck(QString dataDirectory, QObject* parent)
    : QObject(parent)
    , m_dataDirectory(std::move(dataDirectory))
{}

WorkspaceCheck::~WorkspaceCheck()
{
    stop();
}

void WorkspaceCheck::stop()
{
    if (m_run)
        m_run->cancel();
    m_run.reset();
    m_done = false;
    m_steps.clear();
    m_rows.clear();
    m_summary.clear();
}

namespace {

store::CheckReport failedBefore(const core::Error& error)
{
    CheckStep step;
    step.name = QStringLiteral("string");
    step.title = error.message;
    step.status = CheckStep::Status::Failed;
    step.remedy = error.kind == core::ErrorKind::Tls
                      ? store::errorguide::advice(store::errorguide::Finding::UnacceptedRisk).remedy
                      : store::errorguide::advice(store::errorguide::Finding::NoLocalServer).remedy;
    return {{step}, {}, 0, 0};
}

} // namespace

void WorkspaceCheck::start(const store::WorkspaceEntry& entry, bool secretsInFile)
{
    stop();
    m_entry = entry;
    m_run = std::make_shared<Run>();
    showBusy();
    // The worker tells its steps through an object of its own, which lives as long as one of the two needs
    // it.
    auto steps = std::shared_ptr<CheckSteps>(new CheckSteps, [](CheckSteps* gone) { gone->deleteLater(); });
    connect(steps.get(), &CheckSteps::ended, this, [this, run = m_run](const CheckStep& step) {
        if (run == m_run)
            take(step);
    });
    core::Reply<store::CheckReport> report = QtConcurrent::run([run = m_run, entry, secretsInFile, steps,
                                                                directory = m_dataDirectory] {
        std::optional<store::LocalServer> server;
        Result<store::ConnectionString> target = entry.pooled;
        if (entry.isPrivate)
            target = server.emplace(directory).start();
        if (const auto risk = app::unacceptedRisk(entry))
            target = *risk;
        if (!target)
            return failedBefore(target.error());
        if (target->password.isEmpty() && !entry.isPrivate) {
            if (const Result<QString> secret = store::SecretStore(directory, secretsInFile).read(entry.id))
                target->password = *secret;
        }
        store::ConnectionCheck* check = run->begin(*target, entry.userId);
        return check ? check->run([&steps](const CheckStep& step) { Q_EMIT steps->ended(step); })
                     : store::CheckReport();
    });
    report.then(this, [this, run = m_run](const store::CheckReport& result) {
        if (run == m_run)
            finish(result);
    });
}

void WorkspaceCheck::take(const CheckStep& step)
{
    m_steps.append(step);
    const bool fine = step.status == CheckStep::Status::Ok || step.status == CheckStep::Status::Skipped;
    if (!m_rows.isEmpty() && m_rows.constLast().mark == CheckRow::Mark::Busy)
        m_rows.removeLast();
    const bool worth = step.status == CheckStep::Status::Ok && isWorthARow(step.name);
    if (!fine || worth) {
        CheckRow row{markOf(step.status), step.title, step.detail, fine ? QString() : step.remedy, {}};
        if (step.name == u"migrations" && step.status == CheckStep::Status::Warning && !m_entry.isPrivate)
            row.action = tr("Review…");
        m_rows.append(row);
    }
    if (step.name != order.constLast())
        showBusy();
    else
        Q_EMIT changed();
}

void WorkspaceCheck::showBusy()
{
    const qsizetype next = m_steps.isEmpty() ? 0 : order.indexOf(m_steps.constLast().name) + 1;
    const QString step = order.value(next);
    const QString title = step == u"resolve" || step == u"string" ? tr("Finding the address")
                          : step == u"tcp"                        ? tr("Reaching the server")
                          : step == u"tls"                        ? tr("Verifying the certificate")
                          : step == u"signin"                     ? tr("Signing in")
                          : step == u"migrations"                 ? tr("Comparing versions")
                          : step == u"write"                      ? tr("Writing a task")
                                                                  : tr("Asking the server");
    m_rows.append(
        {CheckRow::Mark::Busy, title, step == u"write" ? tr("and taking it back…") : QString(), {}, {}});
    Q_EMIT changed();
}

void WorkspaceCheck::finish(const store::CheckReport& report)
{
    m_run.reset();
    m_done = true;
    if (m_steps.isEmpty() && !report.steps.isEmpty())
        take(report.steps.constFirst()); // it could not even begin
    if (!m_rows.isEmpty() && m_rows.constLast().mark == CheckRow::Mark::Busy)
        m_rows.removeLast();
    constexpr qint64 wokeUp = 700; // a server that was awake lets in sooner
    m_summary = report.signInMilliseconds > wokeUp
                    ? tr("%1 in all, %2 to wake the database")
                          .arg(duration(report.milliseconds), duration(report.signInMilliseconds))
                    : tr("%1 in all").arg(duration(report.milliseconds));
    Q_EMIT changed();
}

QString WorkspaceCheck::report() const
{
    QStringList lines{tr("Connection check of Glowlist %1").arg(QStringLiteral(GLOWLIST_VERSION)),
                      m_entry.isPrivate ? m_entry.name : m_entry.pooled.display()};
    for (const CheckStep& step : m_steps) {
        QStringList parts{store::checkStatusName(step.status), step.name, step.title, step.detail,
                          step.remedy};
        parts.removeAll(QString());
        lines.append(parts.join(QStringLiteral(" · ")));
    }
    if (!m_summary.isEmpty())
        lines.append(m_summary);
    return lines.join(u'\n');
}

} // namespace glow::ui
