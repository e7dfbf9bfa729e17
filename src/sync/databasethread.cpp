#include "sync/databasethread.h"

#include <QCoreApplication>
#include <QThread>
#include <algorithm>
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

    void add(Task task, Job job = {}, When when = When::Always);
    void setResting(bool resting);
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
        When when = When::Always;
    };
    using Items = std::deque<Item>;

    std::optional<Item> next(store::Database& database);
    void perform(const Item& item, store::Database& database);
    core::Result<void> openAgain(store::Database& database);
    core::Result<void> openWithin(store::Database& database, const store::ConnectionString& target);
    Items::iterator firstThatMayRun();
    /// Takes what waits, for all of it to get the same answer.
    Items takeAll();
    static void answerAll(const Items& items, const core::Error& error);
    bool isInterrupted();
    template <typename... Parameters, typename... Arguments>
    void tell(void (DatabaseThread::*signal)(Parameters...), Arguments&&... arguments);

    std::mutex m_ownerMutex;
    DatabaseThread* m_owner;
    Opener m_opener;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    Items m_items;
    store::Database* m_database = nullptr;
    bool m_stopping = false;
    bool m_resting = false;
    bool m_interrupted = false; ///< since the last item was begun
};

void DatabaseThread::Worker::add(Task task, Job job, When when)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping) {
            m_items.push_back({task, std::move(job), when});
            m_wake.notify_one();
            return;
        }
    }
    if (job)
        job(cancelled());
}

void DatabaseThread::Worker::setResting(bool resting)
{
    const std::lock_guard lock(m_mutex);
    m_resting = resting;
    m_wake.notify_one();
}

void DatabaseThread::Worker::interrupt()
{
    Items waiting;
    {
        const std::lock_guard lock(m_mutex);
        waiting.swap(m_items);
        m_interrupted = true;
        if (m_database)
            m_database->interrupt();
    }
    answerAll(waiting, cancelled());
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

bool DatabaseThread::Worker::isInterrupted()
{
    const std::lock_guard lock(m_mutex);
    return m_stopping || m_interrupted;
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
    answerAll(takeAll(), cancelled());
    m_opener = {}; // what it holds may take time to let go
    const std::lock_guard lock(m_mutex);
    m_database = nullptr;
}

DatabaseThread::Worker::Items::iterator DatabaseThread::Worker::firstThatMayRun()
{
    return std::find_if(m_items.begin(), m_items.end(),
                        [this](const Item& item) { return !m_resting || item.when == When::Always; });
}

std::optional<DatabaseThread::Worker::Item> DatabaseThread::Worker::next(store::Database& database)
{
    const auto idleSince = std::chrono::steady_clock::now();
    std::unique_lock lock(m_mutex);
    while (!m_stopping && firstThatMayRun() == m_items.end()) {
        m_wake.wait_for(lock, database.isOpen() ? lookAfter : idleLimit);
        if (!database.isOpen() || firstThatMayRun() != m_items.end())
            continue;
        const bool alive = database.isAlive();
        if (!alive || std::chrono::steady_clock::now() - idleSince > idleLimit)
            database.close();
        if (!alive)
            tell(&DatabaseThread::lost);
    }
    if (m_stopping)
        return std::nullopt;
    const auto first = firstThatMayRun();
    Item item = std::move(*first);
    m_items.erase(first);
    m_interrupted = false;
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
    if (!open) {
        if (item.job)
            item.job(open.error());
        answerAll(takeAll(), open.error());
        return;
    }
    if (item.task == Task::Connect) {
        if (wasOpen)
            tell(&DatabaseThread::opened);
        return;
    }
    item.job(&database);
    if (!database.isAlive() && (database.isOpen() || database.loss())) // else it was closed on purpose
        tell(&DatabaseThread::failed,
             database.loss().value_or(
                 error(core::ErrorKind::Connection,
                       QT_TRANSLATE_NOOP("DatabaseThread", "The connection to the database was lost."))));
}

core::Result<void> DatabaseThread::Worker::openAgain(store::Database& database)
{
    database.close();
    tell(&DatabaseThread::opening);
    const core::Result<store::ConnectionString> target = m_opener();
    core::Result<void> result = target ? openWithin(database, *target) : core::Result<void>(target.error());
    if (isInterrupted() && !result)
        result = cancelled();
    if (result)
        tell(&DatabaseThread::opened);
    else
        tell(&DatabaseThread::failed, result.error());
    return result;
}

/// A suspended compute may take longer to wake than libpq waits for one address, so that this tries again
/// until the deadline for all of it. The first answer of a pooler after an outage is an error it remembers
/// from the outage, so any other failure is tried again once.
core::Result<void> DatabaseThread::Worker::openWithin(store::Database& database,
                                                      const store::ConnectionString& target)
{
    const QDeadlineTimer end(store::Database::openDeadline);
    core::Result<void> result = cancelled();
    for (bool again = true, once = true; again && !isInterrupted();) {
        result = database.open(target, std::chrono::milliseconds(end.remainingTime()));
        again = !result && !end.hasExpired() &&
                (result.error().kind == core::ErrorKind::Timeout ||
                 (result.error().kind == core::ErrorKind::Connection && std::exchange(once, false)));
    }
    return result;
}

DatabaseThread::Worker::Items DatabaseThread::Worker::takeAll()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_items, {});
}

void DatabaseThread::Worker::answerAll(const Items& items, const core::Error& error)
{
    for (const Item& item : items) {
        if (item.job)
            item.job(error);
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

void DatabaseThread::setResting(bool resting)
{
    m_worker->setResting(resting);
}

void DatabaseThread::post(When when, Job job)
{
    m_worker->add(Worker::Task::Run, std::move(job), when);
}

} // namespace glow::sync
