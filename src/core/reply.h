#pragma once
#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

namespace glow::core {

/// An answer that a worker thread gives later. `then` calls on the thread of `context`, which is the
/// caller's, and never once `context` is gone; QFuture::then(context, …) of Qt 6.4 asserts, or races, in that
/// case. No event loop is needed to wait with `result`.
template <typename T> class Reply {
public:
    Reply(QFuture<T> future)
        : m_future(std::move(future))
    {}

    template <typename Use> void then(QObject* context, Use use) const
    {
        auto* watcher = new QFutureWatcher<T>(context);
        QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                         [watcher, use = std::move(use)]() mutable {
                             watcher->deleteLater();
                             if (watcher->future().resultCount() > 0)
                                 use(watcher->result());
                         });
        watcher->setFuture(m_future);
    }
    T result() const { return m_future.result(); }
    void waitForFinished() { m_future.waitForFinished(); }
    bool isFinished() const { return m_future.isFinished(); }

private:
    QFuture<T> m_future;
};

} // namespace glow::core
