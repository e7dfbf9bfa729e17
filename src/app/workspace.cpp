#include "app/workspace.h"

#include "app/cataloguepatch.h"
#include "app/openers.h"
#include "app/recurrence/continuations.h"
#include "app/timer/timer.h"
#include "core/uid.h"
#include "store/countssql.h"
#include "sync/databasethread.h"
#include "sync/networkwatch.h"

#include <QCryptographicHash>
#include <QDir>
#include <QThreadPool>

namespace glow::app {

using core::Result;
using sync::DatabaseThread;

store::changesql::Writer writerFor(const store::WorkspaceEntry& entry, const store::Settings& settings)
{
    const QUuid client(settings.text(store::Settings::ClientId));
    return {client.isNull() ? core::newUid() : client,
            qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME")), entry.userId};
}

namespace {

/// Of database and user, not of the entry, whatever the person calls it.
QString placeOf(const store::WorkspaceEntry& entry)
{
    if (entry.isPrivate)
        return QStringLiteral("private");
    const store::ConnectionString direct = entry.pooled.direct();
    QStringList parts{direct.database, direct.user, entry.userId};
    for (const store::HostPort& host : direct.hosts)
        parts += {host.host.toLower(), QString::number(host.port)};
    return QString::fromLatin1(
        QCryptographicHash::hash(parts.join(u'\n').toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

/// What waits for one database must never go to another, and `--url` has no entry.
QString outboxDirectory(const store::WorkspaceEntry& entry, const QString& dataDirectory)
{
    return QDir(dataDirectory).filePath(QStringLiteral("outbox/") + placeOf(entry));
}

bool sameRows(const core::Catalogue& a, const core::Catalogue& b)
{
    return a.lists == b.lists && a.sections == b.sections && a.tags == b.tags && a.filters == b.filters &&
           a.tagNamespace == b.tagNamespace;
}

} // namespace

QString reminderFileOf(const store::WorkspaceEntry& entry)
{
    return entry.isPrivate || QUuid(entry.id).isNull() ? placeOf(entry) : entry.id;
}

struct Workspace::Private {
    std::shared_ptr<Progress> progress = Progress::make();
    DatabaseThread::Opener opener;
    DatabaseThread::Opener directOpener;
    sync::NetworkWatch network;
    std::unique_ptr<DatabaseThread> interactive;
    std::unique_ptr<DatabaseThread> background; ///< null: the interactive one does its work
    std::unique_ptr<DatabaseThread> direct;     ///< only while upgrading
    std::shared_ptr<std::atomic<bool>> upgradeStopped;

    QList<DatabaseThread*> pooled() const
    {
        return background ? QList{interactive.get(), background.get()} : QList{interactive.get()};
    }
};

Workspace::Workspace(store::WorkspaceEntry entry, const store::Settings& settings, QString dataDirectory,
                     core::Clock clock, QObject* parent)
    : QObject(parent)
    , m_entry(std::move(entry))
    , m_clock(std::move(clock))
    , d(std::make_unique<Private>())
    , m_link(std::make_unique<sync::Link>())
{
    const bool inFile = settings.value(store::Settings::SecretsInFile).toBool();
    if (m_entry.isPrivate) {
        d->opener = privateOpener(dataDirectory, d->progress);
    } else {
        d->opener = remoteOpener(m_entry, m_entry.pooled, dataDirectory, inFile);
        const store::ConnectionString direct =
            m_entry.direct.hosts.isEmpty() ? m_entry.pooled.direct() : m_entry.direct;
        d->directOpener = remoteOpener(m_entry, direct, dataDirectory, inFile);
    }
    d->interactive = std::make_unique<DatabaseThread>(QStringLiteral("interactive"), d->opener);
    if (m_entry.connections > 1)
        d->background = std::make_unique<DatabaseThread>(QStringLiteral("background"), d->opener);
    m_reader = std::make_unique<Reader>(*d->interactive, d->background ? *d->background : *d->interactive,
                                        m_entry.userId);
    m_changes = std::make_unique<Changes>(*d->interactive, *m_link, writerFor(m_entry, settings),
                                          outboxDirectory(m_entry, dataDirectory), m_clock);
    m_continuations = std::make_unique<Continuations>(*m_reader, *m_changes);
    m_timer = std::make_unique<Timer>(*m_reader, *m_changes);

    sync::ChangeFeed::Pace pace;
    if (m_entry.isPrivate)
        pace.retry =
            std::chrono::seconds(6); // a stopped server is noticed, said and started by the other line
    m_feed = std::make_unique<sync::ChangeFeed>(m_entry.isPrivate ? d->opener : d->directOpener, pace);

    connect(d->progress.get(), &Progress::said, this, &Workspace::setProgress);
    connect(d->progress.get(), &Progress::noted, this, &Workspace::noted);
    connectThreads();
    connect(m_link.get(), &sync::Link::retry, this, &Workspace::tryAgain);
    connect(m_changes.get(), &Changes::stored, this, &Workspace::acted);
    connect(m_changes.get(), &Changes::patched, this, &Workspace::refreshCatalogue);
    connect(m_changes.get(), &Changes::outdated, this, &Workspace::readCatalogueAgain);
    connect(m_changes.get(), &Changes::pendingChanged, this, &Workspace::updateResting);
    connect(m_changes.get(), &Changes::confirmed, this,
            [this](const core::Change&, const core::ApplyReply& reply) {
                mergeReply(m_stored, reply);
                refreshCatalogue();
            });
    connectFeed();
}

void Workspace::connectThreads()
{
    m_link->follow(*d->interactive);
    // A remote server may close an unused connection as it likes; where the private one did, it was stopped.
    if (m_entry.isPrivate)
        connect(d->interactive.get(), &DatabaseThread::lost, m_link.get(), [this] {
            m_link->failed({core::ErrorKind::Connection, tr("The private PostgreSQL has stopped."), {}, {}});
        });
    else {
        connect(&d->network, &sync::NetworkWatch::changed, m_link.get(), &sync::Link::networkChanged);
        connect(d->interactive.get(), &DatabaseThread::lost, this, &Workspace::keepWarm);
    }
    // Opening again, after the private server was gone, has its sentences too.
    const auto settled = [this] {
        if (m_isOpen)
            setProgress({});
    };
    for (DatabaseThread* thread : d->pooled()) {
        connect(thread, &DatabaseThread::opened, this, settled);
        connect(thread, &DatabaseThread::failed, this, settled);
    }
}

/// While a person is at work the next action shall cost one round trip and not the eleven of connecting first
/// (DATABASE.md 5.4). Once an action, so that a server that soon closes what is unused is not asked for ever.
void Workspace::keepWarm()
{
    if (m_active && m_isOpen && !m_link->isDown() && std::exchange(m_acted, false))
        d->interactive->connectNow();
}

void Workspace::acted(double milliseconds)
{
    m_lastAction = milliseconds;
    m_acted = true;
    Q_EMIT lastActionChanged();
}

void Workspace::connectFeed()
{
    connect(m_link.get(), &sync::Link::stateChanged, this, &Workspace::updateFeed);
    connect(m_feed.get(), &sync::ChangeFeed::changed, m_changes.get(), &Changes::heard);
    connect(m_feed.get(), &sync::ChangeFeed::lookWanted, m_changes.get(), &Changes::catchUp);
    connect(m_feed.get(), &sync::ChangeFeed::callWanted, this, [this](const QString& word) {
        // Unanswered, whatever the reason, it counts as a deaf line.
        d->interactive->run(DatabaseThread::When::SomebodyIsThere,
                            [statement = store::changesql::call(word)](store::Database& database) {
                                return database.query(statement);
                            });
    });
    connect(m_changes.get(), &Changes::changedElsewhere, this, [this](const core::ApplyReply& reply) {
        if (mergeReply(m_stored, reply))
            refreshCatalogue();
    });
}

/// It never connects where the interactive connection cannot: that would start a stopped private server.
void Workspace::updateFeed()
{
    m_feed->setActive(m_isOpen && m_active && !m_link->isDown() && !m_link->isCancelled());
}

/// Both threads end side by side. What stops the private server may take longer and goes on beside us; the
/// application waits for it when it ends.
Workspace::~Workspace()
{
    for (DatabaseThread* thread : {d->interactive.get(), d->background.get(), d->direct.get()}) {
        if (thread)
            thread->stop();
    }
    m_feed->stop();
    m_feed.reset();
    m_timer.reset();
    m_continuations.reset();
    m_changes.reset();
    m_reader.reset();
    d->direct.reset();
    d->background.reset();
    d->interactive.reset();
    QThreadPool::globalInstance()->start([opener = std::move(d->opener)]() mutable { opener = {}; });
}

void Workspace::open()
{
    if (m_opening || m_isOpen)
        return;
    m_opening = true;
    const int attempt = ++m_attempt;
    setProgress(m_entry.isPrivate ? tr("Starting the private PostgreSQL…")
                                  : tr("Connecting to %1…").arg(m_entry.name));
    d->interactive
        ->run([isPrivate = m_entry.isPrivate, userId = m_entry.userId,
               progress = d->progress](store::Database& database) -> Result<Opening> {
            if (isPrivate) {
                if (const Result<void> migrated = migrate(database, *progress); !migrated)
                    return migrated.error();
            }
            const Result<QString> neededVersion = requireMigrated(database);
            if (!neededVersion)
                return neededVersion.error();
            const Result<QList<store::Rows>> rows = database.query(store::countssql::catalogue(userId));
            if (!rows)
                return rows.error();
            return Opening{store::countssql::readCatalogue(rows->value(0)), *neededVersion};
        })
        .then(this, [this, attempt](const Result<Opening>& opening) {
            if (attempt == m_attempt)
                finishOpening(opening);
        });
}

void Workspace::finishOpening(const Result<Opening>& opening)
{
    m_opening = false;
    if (!opening) {
        failOpening(opening.error());
        return;
    }
    m_isOpen = true;
    m_stored = opening->catalogue;
    m_link->succeeded();
    setProgress({});
    if (!opening->neededVersion.isEmpty()) {
        const QString sentence =
            tr("This database needs Glowlist %1; this is %2. It can be read, not changed.")
                .arg(opening->neededVersion, QStringLiteral(GLOWLIST_VERSION));
        m_changes->setReadOnly(sentence);
        Q_EMIT noted(sentence);
    }
    m_reader->setDueInUtc(m_stored.dueInUtc);
    m_changes->setDueInUtc(m_stored.dueInUtc);
    m_changes->start(m_stored.revision, m_stored.token);
    refreshCatalogue();
    updateFeed();
    Q_EMIT opened();
    m_continuations->look();
    m_timer->load();
}

void Workspace::failOpening(const core::Error& error)
{
    setProgress({});
    // What has gone wrong with the line its thread has told already; the rest is the database's.
    if (error.kind == core::ErrorKind::Cancelled)
        return;
    if (!m_link->isDown())
        m_link->failed(error);
    Q_EMIT openFailed(error);
}

void Workspace::tryAgain()
{
    if (!m_isOpen)
        open();
    else
        d->interactive->connectNow();
}

void Workspace::upgrade()
{
    if (m_opening || m_isOpen || m_entry.isPrivate)
        return;
    m_opening = true;
    const int attempt = ++m_attempt;
    setProgress(tr("Upgrading the database…"));
    d->direct = std::make_unique<DatabaseThread>(QStringLiteral("upgrade"), d->directOpener);
    d->upgradeStopped = std::make_shared<std::atomic<bool>>(false);
    Q_EMIT progressChanged();
    d->direct
        ->run([progress = d->progress, stopped = d->upgradeStopped](store::Database& database) {
            return migrate(database, *progress, [stopped] { return stopped->load(); });
        })
        .then(this, [this, attempt](const Result<void>& done) {
            if (attempt != m_attempt)
                return;
            m_opening = false;
            d->direct.reset();
            if (done)
                open();
            else
                failOpening(d->upgradeStopped->load() ? notMigrated() : done.error());
        });
}

bool Workspace::isUpgrading() const
{
    return m_opening && d->direct;
}

void Workspace::stopUpgrade()
{
    if (!isUpgrading())
        return;
    *d->upgradeStopped = true;
    setProgress(tr("Stopping after this step…"));
}

void Workspace::setActive(bool active)
{
    m_active = active;
    updateFeed();
    for (DatabaseThread* thread : d->pooled())
        thread->setResting(!active);
    updateResting();
    if (!active)
        hangUp();
}

/// What a person has typed is sent even if nobody is there any more, with the usual back-off: promise 1
/// weighs more than a compute that suspends. When it is stored the line is closed again.
void Workspace::updateResting()
{
    const bool resting = !m_active && m_changes->pending() == 0;
    if (resting == m_resting)
        return;
    m_resting = resting;
    if (!resting) {
        m_link->wake();
        return;
    }
    if (m_link->isConnecting()) {
        for (DatabaseThread* thread : d->pooled())
            thread->interrupt();
    }
    m_link->rest();
    hangUp();
}

void Workspace::hangUp()
{
    for (DatabaseThread* thread : d->pooled())
        thread->closeWhenIdle();
}

void Workspace::cancel()
{
    m_link->cancel();
    ++m_attempt;
    m_opening = false;
    setProgress({});
    for (DatabaseThread* thread : {d->interactive.get(), d->background.get(), d->direct.get()}) {
        if (thread)
            thread->interrupt();
    }
}

void Workspace::setProgress(const QString& sentence)
{
    if (m_progress == sentence)
        return;
    m_progress = sentence;
    Q_EMIT progressChanged();
}

/// The catalogue that is shown: stored, then what is pending.
void Workspace::refreshCatalogue()
{
    core::Catalogue shown = m_changes->overlay().patched(m_stored);
    if (sameRows(shown, m_catalogue))
        return;
    m_catalogue = std::move(shown);
    Q_EMIT catalogueChanged();
}

void Workspace::readCatalogueAgain()
{
    m_reader->catalogue().then(this, [this](const Result<core::Catalogue>& catalogue) {
        if (!catalogue)
            return;
        m_stored = *catalogue;
        refreshCatalogue();
    });
}

} // namespace glow::app
