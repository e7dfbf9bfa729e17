#include "sync/changefeed.h"

#include "core/uid.h"

#include <QRandomGenerator>
#include <algorithm>
#include <atomic>
#include <fcntl.h>
#include <unistd.h>

namespace glow::sync {

using core::Result;

/// Carries what the worker hears to the GUI thread; may outlive both ends.
class ChangeFeed::Relay : public QObject {
    Q_OBJECT
Q_SIGNALS:
    void listening();
    void heard(const QString& payload);
};

/// One connection's life, shared by both threads.
struct ChangeFeed::Session {
    Session()
    {
        if (::pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0)
            wake[0] = wake[1] = -1; // without descriptors the end is noticed at the next beat
    }
    ~Session()
    {
        ::close(wake[0]);
        ::close(wake[1]);
    }
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    void end()
    {
        over = true;
        [[maybe_unused]] const ssize_t written = ::write(wake[1], "", 1);
    }
    Result<void> listen(store::Database& database, std::chrono::milliseconds beat);
    /// The newest revision is enough; whatever else came stands for itself.
    void pass(const QStringList& payloads);

    std::shared_ptr<Relay> relay{new Relay, [](Relay* each) { each->deleteLater(); }};
    std::atomic<bool> over{false};
    int wake[2];
};

namespace {

const QString callPrefix = QStringLiteral("call ");
constexpr std::chrono::seconds deadline{8};

qint64 revisionIn(const QString& payload)
{
    return payload.section(u' ', 0, 0).toLongLong();
}

} // namespace

Result<void> ChangeFeed::Session::listen(store::Database& database, std::chrono::milliseconds beat)
{
    const auto ask = [&database](const QString& statement) -> Result<void> {
        const auto rows = database.query(statement, deadline);
        return rows ? Result<void>() : Result<void>(rows.error());
    };
    Result<void> alive = over ? Result<void>() : ask(QStringLiteral("listen glowlist"));
    if (alive && !over)
        Q_EMIT relay->listening();
    while (alive && !over) {
        const auto payloads = database.notifications(beat, wake[0]);
        if (!payloads)
            alive = payloads.error();
        else if (!payloads->isEmpty())
            pass(*payloads);
        else if (!over)
            alive = ask(QStringLiteral("select 1"));
    }
    // Behind a pooler the server's session goes on, and would go on listening for others.
    if (alive && database.isOpen())
        alive = ask(QStringLiteral("unlisten glowlist"));
    database.close();
    return alive;
}

void ChangeFeed::Session::pass(const QStringList& payloads)
{
    QString newest;
    for (const QString& payload : payloads) {
        if (payload.startsWith(callPrefix))
            Q_EMIT relay->heard(payload);
        else if (revisionIn(payload) >= revisionIn(newest))
            newest = payload;
    }
    if (!newest.isEmpty())
        Q_EMIT relay->heard(newest);
}

ChangeFeed::ChangeFeed(DatabaseThread::Opener opener, const Pace& pace, QObject* parent)
    : QObject(parent)
    , m_pace(pace)
    , m_thread(QStringLiteral("changefeed"), std::move(opener))
{
    for (QTimer* timer : {&m_look, &m_answer, &m_retry})
        timer->setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, [this] {
        m_look.start(m_pace.look);
        Q_EMIT lookWanted();
    });
    connect(&m_answer, &QTimer::timeout, this, &ChangeFeed::deaf);
    connect(&m_retry, &QTimer::timeout, this, &ChangeFeed::connectNow);
}

ChangeFeed::~ChangeFeed()
{
    stop();
}

void ChangeFeed::stop()
{
    endSession();
    m_thread.stop();
}

void ChangeFeed::setActive(bool active)
{
    if (active == (m_mode != Mode::Off))
        return;
    m_failures = 0;
    if (active) {
        setMode(Mode::Looking);
        m_look.start(m_pace.firstLook);
        connectNow();
        return;
    }
    m_look.stop();
    m_retry.stop();
    endSession();
    setMode(Mode::Off);
}

void ChangeFeed::connectNow()
{
    auto session = std::make_shared<Session>();
    m_session = session;
    connect(session->relay.get(), &Relay::listening, this, [this, key = session.get()] { listening(key); });
    connect(session->relay.get(), &Relay::heard, this,
            [this, key = session.get()](const QString& payload) { heard(key, payload); });
    m_thread
        .run([session, beat = m_pace.beat](store::Database& database) {
            return session->listen(database, beat);
        })
        .then(this, [this, session](const Result<void>&) { ended(session.get()); });
}

void ChangeFeed::listening(const Session* session)
{
    if (session != m_session.get())
        return;
    m_word = callPrefix + core::uidText(core::newUid());
    m_answer.start(m_pace.answer);
    m_look.start(m_pace.look);
    Q_EMIT lookWanted();
    Q_EMIT callWanted(m_word);
}

void ChangeFeed::heard(const Session* session, const QString& payload)
{
    if (session != m_session.get())
        return;
    if (payload == m_word) {
        m_answer.stop();
        m_look.stop();
        m_failures = 0;
        setMode(Mode::Listening);
    }
    if (!payload.startsWith(callPrefix))
        Q_EMIT changed(revisionIn(payload), QUuid(payload.section(u' ', 1, 1)));
}

void ChangeFeed::ended(const Session* session)
{
    if (session != m_session.get())
        return;
    endSession();
    setMode(Mode::Looking);
    if (!m_look.isActive())
        m_look.start(m_pace.look);
    const auto full = std::min(m_pace.retry * (1 << std::min(m_failures++, 10)), m_pace.longestRetry);
    m_retry.start(full / 2 + full / 2 * QRandomGenerator::global()->bounded(100) / 100);
}

void ChangeFeed::deaf()
{
    endSession();
    m_retry.start(m_pace.deafRetry);
}

void ChangeFeed::endSession()
{
    m_answer.stop();
    if (!m_session)
        return;
    m_session->end();
    m_session.reset();
    m_thread.interrupt(); // it may be opening
}

void ChangeFeed::setMode(Mode mode)
{
    if (m_mode == mode)
        return;
    m_mode = mode;
    Q_EMIT modeChanged();
}

} // namespace glow::sync

#include "changefeed.moc"
