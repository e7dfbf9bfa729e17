#include "store/database.h"

#include "store/doctor/errorguide.h"
#include "store/guithread.h"
#include "store/socketsearch.h"
#include "store/watchdog.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcessEnvironment>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlResult>
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

    Error lastError(const QSqlQuery& query) const;
    Error openError(const QString& password) const;
};

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

Error Database::Private::openError(const QString& password) const
{
    const QString detail = handle.lastError().databaseText();
    Error error = errorguide::error(errorguide::whileOpening({}, detail), {}, detail);
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

core::Result<void> Database::open(const ConnectionString& target, std::chrono::milliseconds deadline)
{
    assertNotGuiThread();
    close();
    d->handle = QSqlDatabase::addDatabase(QStringLiteral("QPSQL"), d->name);
    d->handle.setDatabaseName(target.database);
    d->handle.setUserName(target.user);
    d->handle.setPassword(target.password);
    d->handle.setConnectOptions(target.driverOptions());

    d->watchdog.arm(deadline, [known = openSockets(), hosts = target.hosts] {
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
    const Error error =
        verdict == Watchdog::Verdict::InTime ? d->openError(target.password) : interruption(verdict);
    close();
    return error;
}

void Database::close()
{
    d->connection = nullptr;
    d->cancel.reset();
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
        d->watchdog.arm(deadline, [cancel = d->cancel, socket = PQsocket(d->connection)] {
            cancelElsewhere(cancel);
            return ::shutdown(socket, SHUT_RDWR) == 0;
        });
        bool more = query.exec(sql);
        verdict = d->watchdog.disarm();
        for (; more; more = query.nextResult()) {
            ++answer.completed;
            if (query.isSelect())
                answer.results.append(readRows(query));
        }
        if (query.lastError().isValid())
            answer.error = d->lastError(query);
    }
    if (verdict != Watchdog::Verdict::InTime)
        answer.error = interruption(verdict);
    if (!isOpen() || verdict != Watchdog::Verdict::InTime)
        close();
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
