#pragma once
#include "core/reply.h"
#include "core/result.h"
#include "store/database.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QPromise>
#include <functional>
#include <memory>

namespace glow::sync {

/// One worker thread with one connection. Functions run in order of arrival; the connection is opened when
/// the first one needs it and checked (no round trip) before each; found dead, it is opened again at once.
/// `Opener` runs on the worker and says where to connect: it may start the private server or read the
/// keychain. An unused connection is closed after four minutes. When opening fails, all that waits gets the
/// same error. Created, used and destroyed on the GUI thread; needs no event loop but for its signals.
class DatabaseThread : public QObject {
    Q_OBJECT
public:
    /// Whether a function runs while nobody is there (`setResting`). What only keeps the window fresh does
    /// not.
    enum class When { Always, SomebodyIsThere };
    using Opener = std::function<core::Result<store::ConnectionString>()>;

    DatabaseThread(QString name, Opener opener, QObject* parent = nullptr);
    ~DatabaseThread()
        override; ///< interrupts what is running, closes, joins; waiting functions get Cancelled

    /// Runs `work` with an open connection. Result: what `work` returns, a core::Result<T>; its error when
    /// opening failed.
    template <typename Work> auto run(Work work) -> core::Reply<std::invoke_result_t<Work, store::Database&>>
    {
        return run(When::Always, std::move(work));
    }
    template <typename Work>
    auto run(When when, Work work) -> core::Reply<std::invoke_result_t<Work, store::Database&>>
    {
        using Answer = std::invoke_result_t<Work, store::Database&>;
        auto promise = std::make_shared<QPromise<Answer>>();
        QFuture<Answer> future = promise->future();
        promise->start();
        post(when, [promise, work = std::move(work)](core::Result<store::Database*> database) mutable {
            promise->addResult(database ? work(**database) : Answer(database.error()));
            promise->finish();
        });
        return future;
    }

    /// Opens the connection if it is not open; `opened` or `failed` tells the outcome.
    void connectNow();
    /// Closes the connection after what is queued; the next `run` opens it again.
    void closeWhenIdle();
    /// While resting, functions of When::SomebodyIsThere wait in the queue.
    void setResting(bool resting);
    /// Ends what is running or being opened now and what waits; their futures get ErrorKind::Cancelled (what
    /// had just been answered: its answer).
    void interrupt();
    /// Begins the end without waiting; the destructor waits, within 5 s from here. Lets several threads end
    /// side by side.
    void stop();

Q_SIGNALS:
    void opening();
    void opened();
    void failed(const glow::core::Error& error); ///< opening failed or the connection was lost
    void lost(); ///< the unused connection was found dead; the next `run` opens it again

private:
    using Job = std::function<void(core::Result<store::Database*>)>;
    void post(When when, Job job);

    class Worker;
    std::unique_ptr<Worker> m_worker;
    QDeadlineTimer m_end{QDeadlineTimer::Forever};
};

} // namespace glow::sync
