#include "app/transfer/workspacecopy.h"

#include "app/openers.h"
#include "app/transfer/copyrun.h"

#include <QTimer>
#include <QtConcurrentRun>
#include <mutex>

namespace glow::app {

using core::Result;
namespace copysql = store::copysql;

namespace {

constexpr int patience = 3000; ///< ms for the portion that is being written when a copy is cancelled

} // namespace

/// Outlives the object that a closed dialog takes along.
struct WorkspaceCopy::Shared {
    std::atomic_bool cancelled = false;
    std::mutex mutex;
    store::Database* source = nullptr; ///< while they are in use
    store::Database* target = nullptr;

    void use(store::Database* from, store::Database* to)
    {
        const std::lock_guard lock(mutex);
        source = from;
        target = to;
    }
    void interrupt()
    {
        const std::lock_guard lock(mutex);
        for (store::Database* database : {source, target}) {
            if (database)
                database->interrupt();
        }
    }
};

bool CopyReport::wroteAnything() const
{
    return tasks.fresh + tasks.changed + lists.fresh + lists.changed > 0;
}

QString CopyReport::text(const QString& source, const QString& target) const
{
    QStringList sentences;
    const auto say = [&sentences](const QString& sentence) { sentences.append(sentence); };
    if (cancelled || error)
        say(cancelled ? WorkspaceCopy::tr("Cancelled.") : error->message);
    if (total == 0 && !error && !wroteAnything())
        say(WorkspaceCopy::tr("%1 has no tasks.").arg(source));
    else if (!wroteAnything() && tasks.left == 0 && !cancelled && !error)
        say(WorkspaceCopy::tr("Nothing is new: %1 has all of it.").arg(target));
    if (tasks.fresh > 0)
        say(WorkspaceCopy::tr("%n task(s) were copied to %1.", nullptr, tasks.fresh).arg(target));
    if (tasks.changed > 0)
        say(WorkspaceCopy::tr("%n task(s) were brought up to date.", nullptr, tasks.changed));
    if (tasks.left + lists.left > 0)
        say(WorkspaceCopy::tr("%n had been changed or deleted there since and were left alone.", nullptr,
                              tasks.left + lists.left));
    if ((cancelled || error) && seen < total && seen > 0)
        say(WorkspaceCopy::tr("%1 of %2 are done; copying again completes it.")
                .arg(QLocale().toString(seen), QLocale().toString(total)));
    if (!columnsLeftOut.isEmpty())
        say(WorkspaceCopy::tr("What another program keeps in its own columns was left out: %1.")
                .arg(columnsLeftOut.join(QStringLiteral(", "))));
    return sentences.join(u' ');
}

CopyEnd copyEnd(const store::WorkspaceEntry& entry, const QString& dataDirectory, bool secretsInFile)
{
    if (entry.isPrivate)
        return {entry.title(), entry.userId, privateOpener(dataDirectory, Progress::make()), true};
    const store::ConnectionString direct =
        entry.direct.hosts.isEmpty() ? entry.pooled.direct() : entry.direct;
    return {entry.title(), entry.userId, remoteOpener(entry, direct, dataDirectory, secretsInFile), false};
}

WorkspaceCopy::WorkspaceCopy(CopyEnd source, CopyEnd target, store::changesql::Writer writer,
                             core::Clock clock, QObject* parent)
    : QObject(parent)
    , m_source(std::move(source))
    , m_target(std::move(target))
    , m_writer(std::move(writer))
    , m_clock(std::move(clock))
{
    m_pool.setMaxThreadCount(1);
}

WorkspaceCopy::~WorkspaceCopy()
{
    if (m_shared) {
        m_shared->cancelled = true;
        m_shared->interrupt();
    }
}

core::Reply<Result<copysql::Amount>> WorkspaceCopy::amount()
{
    return core::Reply(QtConcurrent::run(&m_pool, [source = m_source]() -> Result<copysql::Amount> {
        const Result<store::ConnectionString> address = source.opener();
        if (!address)
            return address.error();
        store::Database database;
        if (const Result<void> opened = database.open(*address); !opened)
            return opened.error();
        const Result<QList<store::Rows>> rows = database.query(copysql::amount(source.userId));
        return rows ? Result(copysql::readAmount(rows->value(0))) : rows.error();
    }));
}

void WorkspaceCopy::start()
{
    m_shared = std::make_shared<Shared>();
    const CopyRun::Ears ears{[this](int done, int total) { Q_EMIT progressed(done, total); },
                             [this](const QString& sentence) { Q_EMIT said(sentence); }};
    core::Reply(QtConcurrent::run(&m_pool, [source = m_source, target = m_target, writer = m_writer,
                                            clock = m_clock, shared = m_shared, ears] {
        store::Database from;
        store::Database to;
        shared->use(&from, &to);
        const CopyReport report =
            CopyRun(source, target, writer, clock, shared->cancelled, ears).run(from, to);
        shared->use(nullptr, nullptr);
        return report;
    })).then(this, [this](const CopyReport& report) { Q_EMIT finished(report); });
}

void WorkspaceCopy::cancel()
{
    if (!m_shared || m_shared->cancelled.exchange(true))
        return;
    QTimer::singleShot(patience, this, [shared = m_shared] { shared->interrupt(); });
}

} // namespace glow::app
