#include "app/changes.h"

#include "app/changemessage.h"
#include "core/uid.h"
#include "store/trashsql.h"
#include "sync/databasethread.h"
#include "sync/link.h"
#include "sync/outbox.h"

#include <QSet>
#include <QThreadPool>
#include <QTimer>
#include <QtConcurrentRun>
#include <mutex>

namespace glow::app {

using core::Change;
using core::Reply;
using core::Result;

namespace {

constexpr qsizetype operationsPerMessage = 5000;
constexpr int newsPause = 300; // ms between two messages that only bring what others wrote

/// A revert is as long as what it takes back, which is at most a message.
qsizetype weight(const Change& change)
{
    return change.operations.size() == 1 && change.operations.constFirst().verb == core::Verb::Revert
               ? operationsPerMessage
               : change.operations.size();
}

/// Changes on their way to the outbox. The GUI thread adds, the outbox thread takes all there are: one fsync
/// for many.
struct Inbound {
    std::mutex mutex;
    QList<Change> changes;

    bool add(const Change& change) ///< true when nothing waited before
    {
        const std::lock_guard lock(mutex);
        changes.append(change);
        return changes.size() == 1;
    }
    QList<Change> take()
    {
        const std::lock_guard lock(mutex);
        return std::exchange(changes, {});
    }
};

/// What the outbox has written, in the order in which it was handed over.
struct Written {
    qsizetype count = 0;
    std::optional<core::Error> error;
};

} // namespace

struct Changes::Private {
    struct Waiting {
        Change change;
        QByteArray frozen;
        bool written = false; ///< in the outbox, so it may be sent
    };

    Private(Changes* changes, sync::DatabaseThread& thread, sync::Link& line)
        : q(changes)
        , interactive(thread)
        , link(line)
    {}

    template <typename Work> auto onOutboxThread(Work work)
    {
        return Reply(
            QtConcurrent::run(&outboxThread, [box = outbox, work = std::move(work)] { return work(*box); }));
    }
    void adopt(const Result<QList<sync::Outbox::Entry>>& entries);
    void enqueue(const Change& change);
    void writeOutbox();
    void markWritten(const Written& written);
    void send(bool evenWhenDown);
    ChangeMessage nextMessage() const;
    void addLook(ChangeMessage& message) const;
    bool isBehind() const { return wantsLook || newest > since.value_or(0); }
    void hearNews(const SentMessage& sent);
    void newsFailed(const core::Error& error);
    void received(const Result<SentMessage>& result);
    void failed(const SentMessage& sent);
    void refuseFirst(const core::Error& error);
    void answered(const SentMessage& sent);
    void tell(const Change& change, const core::ChangeOutcome& outcome, SentMessage& sent);
    void forget(const QList<QUuid>& ids);
    void sendLater();

    Changes* q;
    sync::DatabaseThread& interactive;
    sync::Link& link;
    store::changesql::Writer writer;
    core::Clock clock;
    std::shared_ptr<sync::Outbox> outbox;
    std::shared_ptr<Inbound> inbound = std::make_shared<Inbound>();
    QThreadPool outboxThread;
    QList<Waiting> waiting; ///< in the order of sending; the first `inFlight` are under way
    qsizetype inFlight = 0;
    bool busy = false;                       ///< a message is under way
    bool wantsLook = false;                  ///< to ask "changed since n", whatever was heard
    qint64 newest = 0;                       ///< revision that was heard of
    qint64 newestAsked = 0;                  ///< when the message under way was sent
    QTimer pause;                            ///< between messages without changes
    qsizetype atMost = operationsPerMessage; ///< 1 after an error, to find the change that caused it
    bool withLook = true;
    bool adopted = false;
    bool started = false;
    int jams = 0;
    std::optional<qint64> since;
    QUuid token;
    QString readOnly; ///< why nothing may be changed; empty: it may
    std::function<Look()> look;
    std::function<QString()> counting;
};

/// Unconfirmed changes of earlier runs go first.
void Changes::Private::adopt(const Result<QList<sync::Outbox::Entry>>& entries)
{
    adopted = true;
    if (!entries) {
        Q_EMIT q->notKept(entries.error());
    } else {
        QList<Waiting> first;
        for (const sync::Outbox::Entry& entry : *entries) {
            first.append({entry.change, entry.frozenRequest, true});
            q->show(entry.change);
        }
        waiting = first + waiting;
    }
    send(false);
}

void Changes::Private::enqueue(const Change& change)
{
    waiting.append({change, {}, false});
    q->show(change);
    if (inbound->add(change))
        writeOutbox();
}

void Changes::Private::writeOutbox()
{
    onOutboxThread([from = inbound](sync::Outbox& box) {
        const QList<Change> changes = from->take();
        const Result<void> result = box.append(changes);
        return Written{changes.size(), result ? std::nullopt : std::optional(result.error())};
    }).then(q, [this](const Written& written) { markWritten(written); });
}

/// A change that could not be written is sent all the same: better stored now than lost.
void Changes::Private::markWritten(const Written& written)
{
    qsizetype left = written.count;
    for (Waiting& each : waiting) {
        if (left == 0)
            break;
        if (!each.written) {
            each.written = true;
            --left;
        }
    }
    if (written.error)
        Q_EMIT q->notKept(*written.error);
    send(false);
}

void Changes::Private::send(bool evenWhenDown)
{
    if (!started || !adopted || busy || (link.isDown() && !evenWhenDown))
        return;
    ChangeMessage message = nextMessage();
    if (message.changes.isEmpty()) {
        if (!isBehind() || link.isDown() || link.isResting() || pause.isActive())
            return;
        pause.start();
    }
    busy = true;
    inFlight = message.changes.size();
    wantsLook = false;
    newestAsked = newest;
    interactive
        .run([message = std::move(message)](store::Database& database) -> Result<SentMessage> {
            return app::send(database, message);
        })
        .then(q, [this](const Result<SentMessage>& result) { received(result); });
}

ChangeMessage Changes::Private::nextMessage() const
{
    ChangeMessage message;
    message.writer = writer;
    message.since = since;
    message.token = token;
    message.outbox = outbox;
    qsizetype operations = 0;
    for (const Waiting& each : readOnly.isEmpty() ? waiting : QList<Waiting>()) {
        operations += weight(each.change);
        const bool first = message.changes.isEmpty();
        if (first)
            message.frozen = each.frozen;
        const bool full = message.frozen.isEmpty() &&
                          (operations > operationsPerMessage || message.changes.size() >= atMost);
        if (!each.written || each.frozen != message.frozen || (!first && full))
            break;
        message.changes.append(each.change);
    }
    if (!message.changes.isEmpty() || newest > since.value_or(0))
        addLook(message);
    return message;
}

void Changes::Private::addLook(ChangeMessage& message) const
{
    if (withLook && look)
        message.look = look();
    if (withLook && counting)
        message.countsSql = counting();
}

void Changes::Private::received(const Result<SentMessage>& result)
{
    inFlight = 0;
    busy = false;
    // Where the line failed, or a person would not wait, its state says when to send again (Link).
    if (!result)
        return;
    for (qsizetype i = 0; i < result->count; ++i)
        waiting[i].frozen = result->request;
    if (result->outboxError)
        Q_EMIT q->notKept(*result->outboxError);
    if (result->reply)
        answered(*result);
    else
        failed(*result);
}

void Changes::Private::failed(const SentMessage& sent)
{
    const core::Error& error = *sent.error;
    // Whether it was the look that failed shows when the same is sent without one.
    if (!error.sqlState.isEmpty() && withLook && (look || counting)) {
        withLook = false;
        pause.stop();
        wantsLook = wantsLook || sent.count == 0;
        send(true);
        return;
    }
    if (sent.count == 0 && fateOf(error) != Fate::Unknown) {
        newsFailed(error);
        return;
    }
    switch (fateOf(error)) {
    case Fate::Jam:
        link.succeeded();
        sendLater();
        break;
    case Fate::Refused:
        link.succeeded();
        refuseFirst(error);
        break;
    case Fate::Waits:
    case Fate::Unknown:
        if (sent.lineHeld) // else its thread has told it
            link.failed(error);
        break;
    }
}

/// The server took the whole message back, so its changes may be sent one by one to find the one it refuses.
void Changes::Private::refuseFirst(const core::Error& error)
{
    const QByteArray request = waiting.constFirst().frozen;
    const bool alone = waiting.size() == 1 || waiting.at(1).frozen != request || request.isEmpty();
    if (!alone) {
        for (Waiting& each : waiting) {
            if (each.frozen == request)
                each.frozen.clear();
        }
        atMost = 1;
        send(false);
        return;
    }
    const Change change = waiting.takeFirst().change;
    forget({change.id});
    const QList<QUuid> touched = q->m_overlay.remove(change.id);
    q->m_undo.remove(change.id);
    Q_EMIT q->refused(change, error);
    Q_EMIT q->patched(touched);
    Q_EMIT q->undoChanged();
    Q_EMIT q->pendingChanged();
    send(false);
}

void Changes::Private::answered(const SentMessage& result)
{
    SentMessage sent = result;
    const core::ApplyReply& reply = *result.reply;
    QHash<QUuid, core::ChangeOutcome> outcomes;
    for (const core::ChangeOutcome& outcome : reply.changes)
        outcomes.insert(outcome.id, outcome);
    QList<Change> changes;
    QList<QUuid> ids;
    QSet<QUuid> touched;
    for (const Waiting& each : waiting.first(result.count)) {
        changes.append(each.change);
        ids.append(each.change.id);
        const QList<QUuid> uids = q->m_overlay.remove(each.change.id);
        touched.unite(QSet<QUuid>(uids.cbegin(), uids.cend()));
    }
    waiting.remove(0, result.count);
    if (!ids.isEmpty())
        forget(ids);
    withLook = true;
    jams = 0;
    if (result.count > 1 || waiting.isEmpty())
        atMost = operationsPerMessage;
    if (result.count > 0) {
        link.succeeded();
        Q_EMIT q->stored(result.milliseconds);
    }
    if (result.counts)
        Q_EMIT q->counted(*result.counts);
    for (const Change& change : changes)
        tell(change, outcomes.value(change.id), sent);
    if (changes.isEmpty())
        hearNews(sent);
    if (reply.reset)
        Q_EMIT q->outdated();
    if (!changes.isEmpty()) {
        Q_EMIT q->patched(touched.values());
        Q_EMIT q->pendingChanged();
    }
    send(false);
}

/// A database that was restored to an earlier state begins to count from there again.
void Changes::Private::hearNews(const SentMessage& sent)
{
    const bool nothingNew = sent.reply->revision == since && sent.reply->token == token;
    since = sent.reply->revision;
    token = sent.reply->token;
    if (newest == newestAsked)
        newest = *since;
    if (!nothingNew && !sent.reply->reset)
        Q_EMIT q->changedElsewhere(*sent.reply, sent.pages);
}

void Changes::Private::newsFailed(const core::Error& error)
{
    withLook = true;
    newest = 0; // not again before something is heard
    if (fateOf(error) == Fate::Jam) {
        wantsLook = true;
        sendLater();
    } else {
        Q_EMIT q->catchUpFailed(error);
    }
}

void Changes::Private::tell(const Change& change, const core::ChangeOutcome& outcome, SentMessage& sent)
{
    if (!outcome.applied) {
        q->m_undo.remove(change.id);
        Q_EMIT q->refused(change, refusal(outcome));
        Q_EMIT q->undoChanged();
        return;
    }
    // Only here, since rows that come with refusals alone are handed to nobody and must come again.
    since = sent.reply->revision;
    token = sent.reply->token;
    core::ApplyReply own = *sent.reply;
    own.changes = {outcome};
    sent.reply->rows.clear();
    sent.reply->gone.clear();
    Q_EMIT q->confirmed(change, own, std::exchange(sent.pages, {}));
    if (!outcome.overwrote.isEmpty() || !outcome.skipped.isEmpty())
        Q_EMIT q->overwrote(change, outcome);
}

void Changes::Private::forget(const QList<QUuid>& ids)
{
    onOutboxThread([ids](sync::Outbox& box) {
        return box.remove(ids);
    }).then(q, [this](const Result<void>& result) {
        if (!result)
            Q_EMIT q->notKept(result.error());
    });
}

void Changes::Private::sendLater()
{
    constexpr int longest = 5000;
    const int delay = std::min(longest, 100 << std::min(jams++, 6));
    QTimer::singleShot(delay, q, [this] { send(false); });
}

Changes::Changes(sync::DatabaseThread& interactive, sync::Link& link, store::changesql::Writer writer,
                 QString outboxDirectory, core::Clock clock, QObject* parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, interactive, link))
{
    d->writer = std::move(writer);
    d->clock = std::move(clock);
    d->outbox = std::make_shared<sync::Outbox>(std::move(outboxDirectory));
    d->outboxThread.setMaxThreadCount(1);
    d->pause.setSingleShot(true);
    d->pause.setInterval(newsPause);
    connect(&d->pause, &QTimer::timeout, this, [this] { d->send(false); });
    connect(&link, &sync::Link::retry, this, &Changes::flush);
    // Queued: the state changes in the middle of an answer.
    connect(
        &link, &sync::Link::stateChanged, this,
        [this] {
            if (d->link.state() == sync::Link::State::Online)
                d->send(false);
        },
        Qt::QueuedConnection);
    d->onOutboxThread([](sync::Outbox& box) {
         return box.open();
     }).then(this, [this](const Result<QList<sync::Outbox::Entry>>& entries) { d->adopt(entries); });
}

Changes::~Changes() = default;

Change Changes::make(const QString& label, const QList<core::Operation>& operations) const
{
    return {core::newUid(), {}, label, d->clock.nowUtc(), operations};
}

void Changes::apply(const Change& change)
{
    if (change.operations.isEmpty())
        return;
    if (!d->readOnly.isEmpty()) {
        Q_EMIT refused(change, {core::ErrorKind::Rights, d->readOnly, {}, {}});
        return;
    }
    m_undo.push(change);
    d->enqueue(change);
    Q_EMIT undoChanged();
}

QList<Change> Changes::waiting() const
{
    QList<Change> changes;
    for (const Private::Waiting& each : d->waiting)
        changes.append(each.change);
    return changes;
}

void Changes::follow(const Change& change)
{
    if (d->readOnly.isEmpty() && !change.operations.isEmpty())
        d->enqueue(change);
}

QDateTime Changes::now() const
{
    return d->clock.now();
}

void Changes::remember(const QList<Change>& changes)
{
    for (const Change& change : changes)
        m_undo.push(change);
    Q_EMIT undoChanged();
}

void Changes::undo()
{
    const QList<Change> step = m_undo.takeUndo(d->clock.nowUtc());
    for (const Change& change : step)
        d->enqueue(change);
    Q_EMIT undoChanged();
}

void Changes::redo()
{
    const QList<Change> step = m_undo.takeRedo(d->clock.nowUtc());
    for (const Change& change : step)
        d->enqueue(change);
    Q_EMIT undoChanged();
}

void Changes::show(const Change& change)
{
    const QList<QUuid> touched = m_overlay.add(change);
    Q_EMIT patched(touched);
    Q_EMIT pendingChanged();
}

void Changes::setLook(std::function<Look()> look)
{
    d->look = std::move(look);
}

void Changes::setCounting(std::function<QString()> statement)
{
    d->counting = std::move(statement);
}

void Changes::heard(qint64 revision)
{
    d->newest = std::max(d->newest, revision);
    d->send(false);
}

void Changes::catchUp()
{
    d->wantsLook = true;
    d->send(false);
}

void Changes::start(qint64 revision, const QUuid& token)
{
    d->since = revision;
    d->token = token;
    d->started = true;
    d->send(false);
}

void Changes::setDueInUtc(bool on)
{
    d->writer.dueInUtc = on;
}

void Changes::setReadOnly(const QString& reason)
{
    d->readOnly = reason;
}

void Changes::flush()
{
    d->send(true);
}

const store::changesql::Writer& Changes::writer() const
{
    return d->writer;
}

Reply<Result<void>> Changes::emptyTrash(qint64 through)
{
    const QString statement = store::trashsql::empty(d->writer.userId, through);
    return d->interactive.run([statement, readOnly = d->readOnly](store::Database& database) -> Result<void> {
        if (!readOnly.isEmpty())
            return core::Error{core::ErrorKind::Rights, readOnly};
        const store::Answer answer = database.run(statement, store::Database::writeDeadline);
        if (answer.error)
            return *answer.error;
        return {};
    });
}

} // namespace glow::app
