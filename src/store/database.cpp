#include "store/database.h"

#include "store/cabundle.h"
#include "store/doctor/certificatelook.h"
#include "store/doctor/errorguide.h"
#include "store/doctor/reachability.h"
#include "store/guithread.h"
#include "store/socketsearch.h"
#include "store/watchdog.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QProcessEnvironment>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlResult>
#include <arpa/inet.h>
#include <atomic>
#include <libpq-fe.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>

namespace glow::store {

using core::Error;
using core::ErrorKind;

namespace {

QString uniqueName()
{
    static std::atomic<int> counter{0};
    return QStringLiteral("glowlist-%1").arg(++counter);
}

// Messages such as 25P01 after `; commit` would land on stderr.
void ignoreNotice(void*, const char*) {}

QString text(const char* utf8)
{
    return QString::fromUtf8(utf8).trimmed();
}

// QVariant holds the pointer itself; its registered type name depends on the driver's build.
template <typename Handle> Handle* handleIn(const QVariant& variant)
{
    return variant.isValid() ? *static_cast<Handle* const*>(variant.constData()) : nullptr;
}

QString serverDetail(const PGresult* result)
{
    QStringList lines;
    for (const int field :
         {PG_DIAG_MESSAGE_PRIMARY, PG_DIAG_MESSAGE_DETAIL, PG_DIAG_MESSAGE_HINT, PG_DIAG_CONTEXT}) {
        if (const char* value = PQresultErrorField(result, field))
            lines.append(text(value));
    }
    return lines.join(u'\n');
}

Rows readRows(QSqlQuery& query)
{
    Rows rows;
    // Not query.record(): it asks the server for the names of tables.
    const int columns = PQnfields(handleIn<PGresult>(query.result()->handle()));
    while (query.next()) {
        Row row;
        row.reserve(columns);
        for (int i = 0; i < columns; ++i)
            row.append(query.value(i));
        rows.append(row);
    }
    return rows;
}

Error interruption(Watchdog::Verdict verdict)
{
    if (verdict == Watchdog::Verdict::Interrupted)
        return {ErrorKind::Cancelled, QCoreApplication::translate("Database", "The work was cancelled.")};
    return {ErrorKind::Timeout,
            QCoreApplication::translate("Database", "The database did not answer in time.")};
}

bool isName(const QString& host)
{
    in6_addr parsed{};
    const QByteArray text = host.section(u'%', 0, 0).toLatin1();
    return !host.isEmpty() && !host.startsWith(u'/') && !host.startsWith(u'@') &&
           ::inet_pton(AF_INET, text.constData(), &parsed) != 1 &&
           ::inet_pton(AF_INET6, text.constData(), &parsed) != 1;
}

Error unknownHost(const QString& host)
{
    const QString detail = QStringLiteral("could not translate host name \"%1\" to address").arg(host);
    return errorguide::error(errorguide::whileOpening(detail), {}, detail);
}

using CancelHandle = std::shared_ptr<PGcancel>;

// A dead link can hold PQcancel for a minute, so nobody waits for it.
void cancelElsewhere(const CancelHandle& handle)
{
    std::thread([handle] {
        char ignored[256];
        PQcancel(handle.get(), ignored, sizeof ignored);
    }).detach();
}

} // namespace

struct Database::Private {
    QString name = uniqueName();
    QSqlDatabase handle;
    PGconn* connection = nullptr;
    CancelHandle cancel;
    Watchdog watchdog;
    std::optional<Error> loss;
    QDeadlineTimer latest{QDeadlineTimer::Forever};

    core::Result<ConnectionString> withAddresses(const ConnectionString& target,
                                                 std::chrono::milliseconds deadline);
    Error lastError(const QSqlQuery& query) const;
    Error openError(const QString& password) const;
    std::chrono::milliseconds within(std::chrono::milliseconds deadline) const;
};

namespace {

/// libpq only says that the verification of a certificate failed, so what is wrong with it is looked at.
void nameCertificateProblem(Error& error, const ConnectionString& target, const QDeadlineTimer& end)
{
    constexpr std::chrono::milliseconds most{3000};
    const QStringList addresses = target.options.value(QStringLiteral("hostaddr")).split(u',');
    for (qsizetype i = 0; i < target.hosts.size() && !end.hasExpired(); ++i) {
        const HostPort& place = target.hosts.at(i);
        const QString address = addresses.value(i).isEmpty() ? place.host : addresses.value(i);
        const QString problem = certificateProblem(
            address, place.port, place.host, target.options.value(QStringLiteral("sslrootcert"), caBundle()),
            std::min(most, std::chrono::milliseconds(end.remainingTime())));
        if (problem.isEmpty())
            continue;
        error.detail += u'\n' + problem;
        error.message = errorguide::whileOpening(error.detail).sentence;
        return;
    }
}

} // namespace

Error Database::Private::lastError(const QSqlQuery& query) const
{
    const auto* result = handleIn<PGresult>(query.result()->handle());
    const QString state = query.lastError().nativeErrorCode();
    const bool fromServer = result && !state.isEmpty();
    const QString detail = fromServer ? serverDetail(result) : query.lastError().databaseText();
    Error error = errorguide::error(errorguide::whileRunning(state, detail), state, detail);
    if (fromServer) {
        if (const char* position = PQresultErrorField(result, PG_DIAG_STATEMENT_POSITION))
            error.position = atoi(position);
        // A sentence raised by the database for people stands as it is.
        if (error.kind == ErrorKind::Refused)
            error.message = text(PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
    }
    return error;
}

std::chrono::milliseconds Database::Private::within(std::chrono::milliseconds deadline) const
{
    return latest.isForever() ? deadline
                              : std::min(deadline, std::chrono::milliseconds(latest.remainingTime()));
}

Error Database::Private::openError(const QString& password) const
{
    const QString said = handle.lastError().databaseText();
    const QString detail = said.trimmed().isEmpty() ? QLatin1String(errorguide::letInAndClosed) : said;
    Error error = errorguide::error(errorguide::whileOpening(detail), {}, detail);
    if (!password.isEmpty())
        error.detail.replace(password, QStringLiteral("***"));
    return error;
}

void Database::loadDriver()
{
    for (const QString& name : QProcessEnvironment::systemEnvironment().keys()) {
        if (name.startsWith(u"PG"))
            qunsetenv(name.toLocal8Bit().constData());
    }
    qputenv("PGLOCALEDIR", "/nonexistent");
    const QString name = uniqueName();
    QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), name);
    QSqlDatabase::removeDatabase(name);
}

Database::Database()
    : d(std::make_unique<Private>())
{}

Database::~Database()
{
    close();
}

/// The same target with its names looked up, so that libpq does not: it would hold the thread for as long as
/// a silent name server likes, deadline or not.
core::Result<ConnectionString> Database::Private::withAddresses(const ConnectionString& target,
                                                                std::chrono::milliseconds deadline)
{
    const QString key = QStringLiteral("hostaddr");
    const bool anyName = std::any_of(target.hosts.begin(), target.hosts.end(),
                                     [](const HostPort& place) { return isName(place.host); });
    if (!anyName || target.options.contains(key))
        return target;
    std::atomic<bool> givenUp = false;
    watchdog.arm(deadline, [&givenUp] { return givenUp = true; });
    ConnectionString found = target;
    // What the names say about trust must not change because of where they lead.
    found.options.insert(QStringLiteral("sslmode"), target.sslmode());
    found.hosts.clear();
    QStringList addresses;
    for (const HostPort& place : target.hosts) {
        const QStringList all =
            isName(place.host)
                ? resolve(place.host, deadline, [&givenUp] { return givenUp.load(); }).addresses
                : QStringList{place.host.startsWith(u'/') ? QString() : place.host};
        for (const QString& address : all) {
            found.hosts.append(place);
            addresses.append(address);
        }
    }
    const Watchdog::Verdict verdict = watchdog.disarm();
    if (verdict != Watchdog::Verdict::InTime)
        return interruption(verdict);
    if (found.hosts.isEmpty())
        return unknownHost(target.hosts.constFirst().host);
    found.options.insert(key, addresses.join(u','));
    return found;
}

core::Result<void> Database::open(const ConnectionString& target, std::chrono::milliseconds deadline)
{
    assertNotGuiThread();
    close();
    const QDeadlineTimer end(d->within(deadline));
    const core::Result<ConnectionString> found = d->withAddresses(target, d->within(deadline));
    if (!found)
        return found.error();
    d->handle = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), d->name);
    d->handle.setDatabaseName(target.database);
    d->handle.setUserName(target.user);
    d->handle.setPassword(target.password);
    d->handle.setConnectOptions(found->driverOptions());

    d->watchdog.arm(std::chrono::milliseconds(end.remainingTime()),
                    [known = openSockets(), hosts = found->hosts] {
                        shutNewSockets(known, hosts);
                        return false; // the next address of the host opens another
                    });
    const bool opened = d->handle.open() && d->handle.isOpen();
    const Watchdog::Verdict verdict = d->watchdog.disarm();
    if (opened && verdict == Watchdog::Verdict::InTime) {
        d->connection = handleIn<PGconn>(d->handle.driver()->handle());
        d->cancel = CancelHandle(PQgetCancel(d->connection), PQfreeCancel);
        PQsetNoticeProcessor(d->connection, ignoreNotice, nullptr);
        return {};
    }
    Error error =
        verdict == Watchdog::Verdict::InTime ? d->openError(target.password) : interruption(verdict);
    close();
    if (error.detail.contains(u"certificate verify failed"))
        nameCertificateProblem(error, *found, end);
    return error;
}

void Database::endAt(QDeadlineTimer latest)
{
    d->latest = latest;
}

void Database::close()
{
    d->connection = nullptr;
    d->cancel.reset();
    d->loss.reset();
    if (!d->handle.isValid())
        return;
    d->handle.close();
    d->handle = QSqlDatabase();
    QSqlDatabase::removeDatabase(d->name);
}

bool Database::isOpen() const
{
    return d->connection && PQstatus(d->connection) == CONNECTION_OK;
}

const std::optional<Error>& Database::loss() const
{
    return d->loss;
}

QString Database::encryption() const
{
    return isOpen() && PQsslInUse(d->connection) ? text(PQsslAttribute(d->connection, "protocol"))
                                                 : QString();
}

int Database::serverVersion() const
{
    return isOpen() ? PQserverVersion(d->connection) : 0;
}

bool Database::isAlive()
{
    if (!isOpen())
        return false;
    pollfd socket{PQsocket(d->connection), POLLIN, 0};
    while (::poll(&socket, 1, 0) > 0) {
        if (!PQconsumeInput(d->connection))
            return false;
    }
    return isOpen();
}

core::Result<QStringList> Database::notifications(std::chrono::milliseconds wait, int wake)
{
    assertNotGuiThread();
    QStringList payloads;
    const auto take = [this, &payloads] {
        while (PGnotify* notification = PQnotifies(d->connection)) {
            payloads.append(text(notification->extra));
            PQfreemem(notification);
        }
        return !payloads.isEmpty();
    };
    // What came together with the answer to a statement is there already.
    if (isAlive() && !take()) {
        pollfd sockets[] = {{PQsocket(d->connection), POLLIN, 0}, {wake, POLLIN, 0}};
        ::poll(sockets, std::size(sockets), static_cast<int>(wait.count()));
    }
    if (!isAlive())
        return errorguide::error(errorguide::whileRunning({}, {}), {}, {});
    take();
    return payloads;
}

Answer Database::run(const QString& sql, std::chrono::milliseconds deadline)
{
    assertNotGuiThread();
    QElapsedTimer timer;
    timer.start();
    Answer answer;
    if (!isOpen()) {
        answer.error = errorguide::error(errorguide::whileRunning({}, {}), {}, {});
        return answer;
    }
    Watchdog::Verdict verdict{};
    {
        QSqlQuery query(d->handle);
        d->watchdog.arm(d->within(deadline), [cancel = d->cancel, socket = PQsocket(d->connection)] {
            cancelElsewhere(cancel);
            return ::shutdown(socket, SHUT_RDWR) == 0;
        });
        for (bool more = query.exec(sql); more; more = query.nextResult()) {
            ++answer.completed;
            if (query.isSelect())
                answer.results.append(readRows(query));
        }
        if (query.lastError().isValid())
            answer.error = d->lastError(query);
        query.clear(); // reads to the end what an error has left
        verdict = d->watchdog.disarm();
    }
    if (verdict != Watchdog::Verdict::InTime)
        answer.error = interruption(verdict);
    if (!isOpen() || verdict != Watchdog::Verdict::InTime) {
        close();
        d->loss = answer.error;
    }
    answer.elapsedMicroseconds = timer.nsecsElapsed() / 1000;
    return answer;
}

core::Result<QList<Rows>> Database::query(const QString& sql, std::chrono::milliseconds deadline)
{
    Answer answer = run(sql, deadline);
    if (answer.error)
        return *answer.error;
    return std::move(answer.results);
}

void Database::interrupt()
{
    d->watchdog.interrupt();
}

} // namespace glow::store
