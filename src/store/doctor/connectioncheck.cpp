#include "store/doctor/connectioncheck.h"

#include "store/doctor/reachability.h"

#include <QElapsedTimer>
#include <algorithm>
#include <array>

namespace glow::store {

namespace {

using namespace std::chrono_literals;
using Status = CheckStep::Status;
using errorguide::Finding;

constexpr std::array stepNames{"string",     "resolve", "tcp",       "tls",   "signin",
                               "endpoint",   "version", "roundtrip", "wake",  "rights",
                               "migrations", "search",  "size",      "clock", "write"};
constexpr auto inAll = 14s; // the promise is 15
constexpr int oldestServer = 130000;
constexpr qint64 slowMilliseconds = 500;

QString versionText(int version)
{
    return QStringLiteral("%1.%2").arg(version / 10000).arg(version % 10000);
}

bool isSocket(const HostPort& place)
{
    return place.host.startsWith(u'/');
}

} // namespace

QString checkStatusName(CheckStep::Status status)
{
    switch (status) {
    case Status::Ok:
        return QStringLiteral("ok");
    case Status::Warning:
        return QStringLiteral("warning");
    case Status::Failed:
        return QStringLiteral("failed");
    case Status::Skipped:
        break;
    }
    return QStringLiteral("skipped");
}

bool CheckReport::ok() const
{
    return std::none_of(steps.begin(), steps.end(),
                        [](const CheckStep& step) { return step.status == Status::Failed; });
}

ConnectionCheck::ConnectionCheck(ConnectionString target, QString userId)
    : m_target(std::move(target))
    , m_userId(std::move(userId))
{}

void ConnectionCheck::cancel()
{
    m_cancelled = true;
    m_database.interrupt();
}

CheckReport ConnectionCheck::run(const Progress& progress)
{
    m_progress = progress;
    m_deadline.setRemainingTime(inAll);
    m_database.endAt(m_deadline);
    QElapsedTimer timer;
    timer.start();
    constexpr std::array<Step, 14> steps{
        &ConnectionCheck::checkString,     &ConnectionCheck::checkResolve,  &ConnectionCheck::checkTcp,
        &ConnectionCheck::checkSignIn,     &ConnectionCheck::checkEndpoint, &ConnectionCheck::checkVersion,
        &ConnectionCheck::checkRoundTrip,  &ConnectionCheck::checkWake,     &ConnectionCheck::checkRights,
        &ConnectionCheck::checkMigrations, &ConnectionCheck::checkSearch,   &ConnectionCheck::checkSize,
        &ConnectionCheck::checkClock,      &ConnectionCheck::checkWrite};
    for (const Step step : steps) {
        if (m_cancelled || !(this->*step)())
            break;
    }
    skipRest();
    m_database.close();
    m_report.milliseconds = timer.elapsed();
    return m_report;
}

void ConnectionCheck::end(const char* name, Status status, const QString& title, const QString& detail,
                          const QString& remedy)
{
    m_report.steps.append({QString::fromLatin1(name), title, status, detail, remedy});
    if (m_progress)
        m_progress(m_report.steps.constLast());
}

void ConnectionCheck::end(const char* name, Status status, const errorguide::Advice& advice,
                          const QString& detail)
{
    end(name, status, advice.sentence, detail, advice.remedy);
}

void ConnectionCheck::skipRest()
{
    // In the order of the list, whatever ended the check.
    for (std::size_t i = static_cast<std::size_t>(m_report.steps.size()); i < stepNames.size(); ++i)
        end(stepNames.at(i), Status::Skipped, tr("Not checked"),
            m_cancelled ? tr("cancelled") : tr("a step before it failed"));
}

std::chrono::milliseconds ConnectionCheck::left(std::chrono::milliseconds most) const
{
    return std::clamp(std::chrono::milliseconds(m_deadline.remainingTime()), 1ms, most);
}

QString ConnectionCheck::whoAmI() const
{
    return m_target.user + u'@' + m_target.database;
}

bool ConnectionCheck::checkString()
{
    const QString mode = m_target.sslmode();
    const bool lowered = !m_target.isLocal() && mode != u"verify-full";
    const QString detail = (QStringList{m_target.display()} + m_target.notes).join(QStringLiteral(" · "));
    if (lowered)
        end("string", Status::Warning, errorguide::advice(Finding::LoweredEncryption), detail);
    else
        end("string", Status::Ok, tr("Connection string read"), detail);
    // What follows connects to one address, and must not take it for a sign of trust.
    m_target.options.insert(QStringLiteral("sslmode"), mode);
    return true;
}

bool ConnectionCheck::checkResolve()
{
    HostPort& first = m_target.hosts.first();
    const QString given = m_target.options.value(QStringLiteral("hostaddr"));
    if (isSocket(first) || !given.isEmpty()) {
        end("resolve", Status::Ok, isSocket(first) ? tr("On this computer") : tr("Address given"),
            isSocket(first) ? first.host : given);
        return true;
    }
    bool timedOut = false;
    for (const HostPort& place : m_target.hosts) {
        const Resolution found = resolve(place.host, left(4s));
        timedOut = timedOut || found.timedOut;
        if (found.addresses.isEmpty())
            continue;
        end("resolve", Status::Ok, tr("Address found"),
            place.host + QStringLiteral(" · ") + found.addresses.join(QStringLiteral(", ")));
        m_target.hosts = {place};
        m_target.options.insert(QStringLiteral("hostaddr"), found.addresses.join(u','));
        return true;
    }
    end("resolve", Status::Failed,
        errorguide::advice(timedOut ? Finding::SilentNameServer : Finding::UnknownHost), first.host);
    return false;
}

bool ConnectionCheck::checkTcp()
{
    const HostPort place = m_target.hosts.constFirst();
    Reach reach = Reach::Unreachable;
    const QString key = QStringLiteral("hostaddr");
    if (isSocket(place))
        reach = reachSocket(place.host, place.port);
    const QStringList addresses = m_target.options.value(key).split(u',', Qt::SkipEmptyParts);
    for (const QString& address : addresses) {
        reach = reachAddress(address, place.port, left(4s / addresses.size()));
        if (reach != Reach::Open)
            continue;
        m_target.options.insert(key, address);
        break;
    }
    const QString port = isSocket(place) ? place.host : tr("port %1").arg(place.port);
    if (reach == Reach::Open) {
        end("tcp", Status::Ok, tr("Server reached"), port);
        return true;
    }
    end("tcp", Status::Failed,
        errorguide::advice(reach == Reach::Refused    ? Finding::NothingListens
                           : reach == Reach::NoAnswer ? Finding::NoAnswer
                                                      : Finding::NoWay),
        port);
    return false;
}

bool ConnectionCheck::checkSignIn()
{
    QElapsedTimer timer;
    timer.start();
    const auto opened = m_database.open(m_target, left(9s));
    m_report.signInMilliseconds = timer.elapsed();
    if (!opened) {
        reportSignInError(opened.error());
        return false;
    }
    const QString encryption = m_database.encryption();
    if (!encryption.isEmpty())
        end("tls", Status::Ok,
            m_target.sslmode() == u"verify-full" ? tr("Certificate verified") : tr("Encrypted"), encryption);
    else if (m_target.isLocal())
        end("tls", Status::Skipped, tr("Not encrypted"), tr("the connection stays on this computer"));
    else
        end("tls", Status::Warning, errorguide::advice(Finding::NoEncryption), tr("encryption is off"));
    end("signin", Status::Ok, tr("Signed in as %1").arg(m_target.user), whoAmI());
    return true;
}

void ConnectionCheck::reportSignInError(const core::Error& error)
{
    const QString detail = error.detail.isEmpty() ? whoAmI() : error.detail;
    const errorguide::Advice advice =
        error.kind == core::ErrorKind::Timeout
            ? errorguide::advice(m_target.isPooled() ? Finding::SilentPooler : Finding::SilentServer)
            : errorguide::whileOpening(error.detail);
    if (error.kind == core::ErrorKind::Tls) {
        end("tls", Status::Failed, advice, detail);
        return;
    }
    end("tls", Status::Skipped, tr("Encryption not judged"), QString());
    if (error.kind == core::ErrorKind::Connection) {
        // The server itself answered, but not for the sign-in's sake.
        end("signin", Status::Skipped, tr("Not signed in"), whoAmI());
        end("endpoint", Status::Failed, advice, detail);
        return;
    }
    end("signin", Status::Failed, advice, detail);
}

bool ConnectionCheck::checkEndpoint()
{
    const QString label = m_target.hosts.constFirst().host.section(u'.', 0, 0);
    const bool neon = label.startsWith(u"ep-");
    end("endpoint", Status::Ok, neon ? tr("Neon compute") : tr("Database server"),
        (neon ? label : m_target.database) + QStringLiteral(" · ") +
            (m_target.isPooled() ? tr("pooled") : tr("direct")));
    return true;
}

bool ConnectionCheck::checkVersion()
{
    const int version = m_database.serverVersion();
    const QString title = QStringLiteral("PostgreSQL ") + versionText(version);
    if (version < oldestServer) {
        end("version", Status::Failed, errorguide::advice(Finding::OldServer), title);
        return false;
    }
    end("version", Status::Ok, title, {});
    return true;
}

bool ConnectionCheck::checkRoundTrip()
{
    QElapsedTimer timer;
    timer.start();
    const auto answer = m_database.query(QStringLiteral("select 1"), left(5s));
    if (!answer) {
        end("roundtrip", Status::Failed, errorguide::advice(answer.error()), answer.error().detail);
        return false;
    }
    const qint64 took = timer.elapsed();
    const QString detail = tr("%L1 ms").arg(took);
    if (took > slowMilliseconds)
        end("roundtrip", Status::Warning, errorguide::advice(Finding::SlowRoundTrip), detail);
    else
        end("roundtrip", Status::Ok, tr("Round trip"), detail);
    return true;
}

CheckReport checkConnection(const QString& text, const QString& userId,
                            const ConnectionCheck::Progress& progress)
{
    const auto string = ConnectionString::parse(text);
    if (string)
        return ConnectionCheck(*string, userId).run(progress);
    const errorguide::Advice advice = errorguide::advice(Finding::UnreadableString);
    CheckReport report;
    for (const char* name : stepNames) {
        const bool first = report.steps.isEmpty();
        report.steps.append({QString::fromLatin1(name),
                             first ? string.error().message : ConnectionCheck::tr("Not checked"),
                             first ? Status::Failed : Status::Skipped,
                             {},
                             first ? advice.remedy : QString()});
        if (progress)
            progress(report.steps.constLast());
    }
    return report;
}

} // namespace glow::store
