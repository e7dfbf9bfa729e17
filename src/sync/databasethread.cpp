#include "sync/databasethread.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QThread>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <mutex>

namespace glow::sync {

using namespace std::chrono_literals;

namespace {

constexpr auto idleLimit = 4min;
constexpr auto lookAfter = 2s; // at an unused connection: no statement, only the socket
constexpr auto patience = 4500ms;

core::Error error(core::ErrorKind kind, const char* sentence)
{
    return {kind, QCoreApplication::translate("DatabaseThread", sentence), {}, {}};
}

core::Error cancelled()
{
    return error(core::ErrorKind::Cancelled,
                 QT_TRANSLATE_NOOP("DatabaseThread", "The program stopped waiting for the database."));
}

} // namespace

class DatabaseThread::Worker : public QThread {
public:
    enum class Task { Run, Connect, Close };

    Worker(DatabaseThread* owner, Opener opener)
        : m_owner(owner)
        , m_opener(std::move(opener))
    {}

    void add(Task task, Job job = {});
    void interrupt();
    void stop();
    /// Nobody listens any more; the thread cleans up after itself.
    void abandon();

protected:
    void run() override;

private:
    struct Item {
        Task task;
        Job job;
    };

    std::optional<Item> next(store::Database& database);
    void perform(const Item& item, store::Database& database);
    core::Result<void> openAgain(store::Database& database);
    void cancelRest();
    bool isStopping();
    template <typename... Parameters, typename... Arguments>
    void tell(void (DatabaseThread::*signal)(Parameters...), Arguments&&... arguments);

    std::mutex m_ownerMutex;
    DatabaseThread* m_owner;
    Opener m_opener;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Item> m_items;
    store::Database* m_database = nullptr;
    bool m_stopping = false;
};

void DatabaseThread::Worker::add(Task task, Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping) {
            m_items.push_back({task, std::move(job)});
            m_wake.notify_one();
            return;
        }
    }
    if (job)
        job(cancelled());
}

void DatabaseThread::Worker::interrupt()
{
    const std::lock_guard lock(m_mutex);
    if (m_database)
        m_database->interrupt();
}

void DatabaseThread::Worker::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stopping = true;
    m_wake.notify_one();
    if (m_database)
        m_database->interrupt();
}

void DatabaseThread::Worker::abandon()
{
    const std::lock_guard lock(m_ownerMutex);
    m_owner = nullptr;
    connect(this, &QThread::finished, this, &QObject::deleteLater);
}

bool DatabaseThread::Worker::isStopping()
{
    const std::lock_guard lock(m_mutex);
    return m_stopping;
}

void DatabaseThread::Worker::run()
{
    store::Database database;
    {
        const std::lock_guard lock(m_mutex);
        m_database = &database;
    }
    while (const auto item = next(database))
        perform(*item, database);
    cancelRest();
    m_opener = {}; // what it holds may take time to let go
    const std::lock_guard lock(m_mutex);
    m_database = nullptr;
}

std::optional<DatabaseThread::Worker::Item> DatabaseThread::Worker::next(store::Database& database)
{
    const auto idleSince = std::chrono::steady_clock::now();
    std::unique_lock lock(m_mutex);
    while (!m_stopping && m_items.empty()) {
        m_wake.wait_for(lock, database.isOpen() ? lookAfter : idleLimit);
        if (!database.isOpen() || !m_items.empty())
            continue;
        const bool alive = database.isAlive();
        if (!alive || std::chrono::steady_clock::now() - idleSince > idleLimit)
            database.close();
        if (!alive)
            tell(&DatabaseThread::lost);
    }
    if (m_stopping)
        return std::nullopt;
    Item item = std::move(m_items.front());
    m_items.pop_front();
    return item;
}

void DatabaseThread::Worker::perform(const Item& item, store::Database& database)
{
    if (item.task == Task::Close) {
        database.close();
        return;
    }
    const bool wasOpen = database.isOpen() && database.isAlive();
    const core::Result<void> open = wasOpen ? core::Result<void>() : openAgain(database);
    if (item.task == Task::Connect) {
        if (wasOpen)
            tell(&DatabaseThread::opened);
        return;
    }
    if (!open) {
        item.job(open.error());
        return;
    }
    QElapsedTimer timer;
    timer.start();
    item.job(&database);
    if (database.isOpen() && database.isAlive())
        tell(&DatabaseThread::ran, static_cast<double>(timer.nsecsElapsed()) / 1e6);
    else
        tell(&DatabaseThread::failed,
             error(core::ErrorKind::Connection,
                   QT_TRANSLATE_NOOP("DatabaseThread", "The connection to the database was lost.")));
}

core::Result<void> DatabaseThread::Worker::openAgain(store::Database& database)
{
    database.close();
    tell(&DatabaseThread::opening);
    const core::Result<store::ConnectionString> target = m_opener();
    if (isStopping())
        return cancelled();
    core::Result<void> result = target ? database.open(*target) : core::Result<void>(target.error());
    // The first answer of a pooler after an outage is an error it remembers from the outage.
    if (target && !result && result.error().kind == core::ErrorKind::Connection && !isStopping())
        result = database.open(*target);
    if (result)
        tell(&DatabaseThread::opened);
    else
        tell(&DatabaseThread::failed, result.error());
    return result;
}

void DatabaseThread::Worker::cancelRest()
{
    std::deque<Item> rest;
    {
        const std::lock_guard lock(m_mutex);
        rest.swap(m_items);
    }
    for (const Item& item : rest) {
        if (item.job)
            item.job(cancelled());
    }
}

template <typename... Parameters, typename... Arguments>
void DatabaseThread::Worker::tell(void (DatabaseThread::*signal)(Parameters...), Arguments&&... arguments)
{
    const std::lock_guard lock(m_ownerMutex);
    if (m_owner)
        Q_EMIT(m_owner->*signal)(std::forward<Arguments>(arguments)...);
}

DatabaseThread::DatabaseThread(QString name, Opener opener, QObject* parent)
    : QObject(parent)
    , m_worker(std::make_unique<Worker>(this, std::move(opener)))
{
    m_worker->setObjectName(name);
    m_worker->start();
}

DatabaseThread::~DatabaseThread()
{
    // Asked again and again, since a call may begin just after it was asked.
    do {
        stop();
    } while (!m_worker->wait(QDeadlineTimer(50ms)) && !m_end.hasExpired());
    if (m_worker->isFinished())
        return;
    m_worker->abandon();
    [[maybe_unused]] const Worker* left = m_worker.release();
}

void DatabaseThread::connectNow()
{
    m_worker->add(Worker::Task::Connect);
}

void DatabaseThread::closeWhenIdle()
{
    m_worker->add(Worker::Task::Close);
}

void DatabaseThread::interrupt()
{
    m_worker->interrupt();
}

void DatabaseThread::stop()
{
    if (m_end.isForever())
        m_end = QDeadlineTimer(patience);
    m_worker->stop();
}

void DatabaseThread::post(Job job)
{
    m_worker->add(Worker::Task::Run, std::move(job));
}

} // namespace glow::sync
