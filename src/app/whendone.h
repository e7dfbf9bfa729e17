#pragma once
#include <QFuture>
#include <QFutureWatcher>

namespace glow::app {

/// Calls `use` with the result on the thread of `context`, unless that has been destroyed meanwhile: what
/// `QFuture::then(context, …)` asserts against (Qt 6.4). For whatever may go before its answer comes.
template <typename Answer, typename Use>
void whenDone(const QFuture<Answer>& future, QObject* context, Use use)
{
    auto* watcher = new QFutureWatcher<Answer>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, use = std::move(use)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             use(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace glow::app
