#include "store/keychain.h"

#include <QThread>
#include <atomic>
#include <future>
#include <memory>
#include <qt6keychain/keychain.h>

namespace glow::store {

namespace {

constexpr std::chrono::seconds patience{5};
std::atomic<bool> keptSilent{false};

KeychainAnswer answerOf(QKeychain::Job* job)
{
    if (job->error() == QKeychain::EntryNotFound)
        return {KeychainAnswer::State::NotFound, {}};
    if (job->error() != QKeychain::NoError)
        return {};
    const auto* read = qobject_cast<const QKeychain::ReadPasswordJob*>(job);
    return {KeychainAnswer::State::Done, read ? read->textData() : QString()};
}

// A job needs an event loop and may never end, so it gets a thread of its own that is given up when it keeps
// silent.
template <typename Job, typename Fill> KeychainAnswer ask(const QString& id, Fill fill)
{
    if (keptSilent)
        return {};
    const auto promise = std::make_shared<std::promise<KeychainAnswer>>();
    std::future<KeychainAnswer> answer = promise->get_future();
    auto* thread = new QThread;
    auto* starter = new QObject;
    starter->moveToThread(thread);
    QObject::connect(thread, &QThread::started, starter, [=] {
        auto* job = new Job(QStringLiteral("io.github.glowlist.Glowlist"));
        job->setAutoDelete(true);
        job->setKey(id);
        fill(job);
        QObject::connect(job, &QKeychain::Job::finished, starter, [=](QKeychain::Job* done) {
            promise->set_value(answerOf(done));
            thread->quit();
        });
        job->start();
    });
    thread->start();
    if (answer.wait_for(patience) != std::future_status::ready) {
        keptSilent = true;
        return {};
    }
    thread->wait();
    delete starter;
    delete thread;
    return answer.get();
}

} // namespace

Keychain systemKeychain()
{
    return {[](const QString& id, const QString& secret) {
                return ask<QKeychain::WritePasswordJob>(
                    id, [secret](QKeychain::WritePasswordJob* job) { job->setTextData(secret); });
            },
            [](const QString& id) {
                return ask<QKeychain::ReadPasswordJob>(id, [](QKeychain::ReadPasswordJob*) {});
            },
            [](const QString& id) {
                return ask<QKeychain::DeletePasswordJob>(id, [](QKeychain::DeletePasswordJob*) {});
            }};
}

} // namespace glow::store
