#pragma once
#include "core/result.h"
#include "store/connectionstring.h"

#include <QDeadlineTimer>
#include <QSqlDatabase>
#include <QVariant>
#include <chrono>
#include <memory>
#include <optional>

namespace glow::store {

using Row = QVariantList;
using Rows = QList<Row>;

/// Answer to one message: one entry per statement that returns rows, in order, and the first error. What came
/// before the error is there, since a COMMIT inside the message may have stored it.
struct Answer {
    QList<Rows> results;
    std::optional<core::Error> error;
    int completed = 0; ///< statements that succeeded; the error, if any, is in the one after them
    qint64 elapsedMicroseconds = 0;
};

/// One PostgreSQL connection over QPSQL. Belongs to the thread that opens it (never the GUI thread); only
/// `interrupt()` may be called from another. Every message is one round trip: text with quoted values, never
/// a prepared statement (DATABASE.md section 5). Errors carry the SQLSTATE; an empty one means that the
/// connection failed.
class Database {
public:
    static constexpr std::chrono::milliseconds readDeadline{10000};
    static constexpr std::chrono::milliseconds writeDeadline{20000};
    static constexpr std::chrono::milliseconds openDeadline{40000};

    /// Loads the driver; once, on the main thread, before any other thread starts (QTBUG-112961). Also
    /// forgets PG* of the environment, since an inherited PGOPTIONS or PGHOST must not decide anything.
    static void loadDriver();

    Database();
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    core::Result<void> open(const ConnectionString& target,
                            std::chrono::milliseconds deadline = openDeadline);
    /// No call lasts beyond it, whatever its own deadline.
    void endAt(QDeadlineTimer latest);
    void close();
    bool isOpen() const;
    /// The error with which an open connection ended by itself; none after `open` and `close`.
    const std::optional<core::Error>& loss() const;
    /// "TLSv1.3"; empty when the connection is not encrypted.
    QString encryption() const;
    /// 150020 is 15.20.
    int serverVersion() const;
    /// True when the socket is still good: poll + PQconsumeInput, no round trip.
    bool isAlive();
    /// Payloads of the notifications that have come (LISTEN). Waits for at most `wait` until there is one or
    /// until the descriptor `wake` can be read. An error means that the connection is lost.
    core::Result<QStringList> notifications(std::chrono::milliseconds wait, int wake);
    /// Sends the text as one message and drains every result.
    Answer run(const QString& sql, std::chrono::milliseconds deadline = readDeadline);
    /// The same where an error anywhere makes the whole answer worthless.
    core::Result<QList<Rows>> query(const QString& sql, std::chrono::milliseconds deadline = readDeadline);
    /// Ends a blocked call at once; the connection is closed afterwards. Any thread.
    void interrupt();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace glow::store
