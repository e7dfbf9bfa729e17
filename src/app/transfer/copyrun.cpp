#include "app/transfer/copyrun.h"

#include "app/changemessage.h"
#include "app/openers.h"
#include "core/uid.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QThread>

namespace glow::app {

namespace copysql = store::copysql;
using core::Result;

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(WorkspaceCopy)
};

constexpr int rowsPerFetch = 500;
constexpr int jamsAtMost = 50;

core::Error cancelledError()
{
    return {core::ErrorKind::Cancelled,
            QCoreApplication::translate("WorkspaceCopy", "The copy was cancelled."),
            {},
            {}};
}

} // namespace

CopyRun::CopyRun(const CopyEnd& source, const CopyEnd& target, const store::changesql::Writer& writer,
                 const core::Clock& clock, const std::atomic_bool& cancelled, Ears ears)
    : m_sourceEnd(source)
    , m_targetEnd(target)
    , m_clock(clock)
    , m_cancelled(cancelled)
    , m_ears(std::move(ears))
{
    m_frame.writer = writer;
    m_frame.writer.userId = target.userId;
}

CopyReport CopyRun::run(store::Database& source, store::Database& target)
{
    m_source = &source;
    m_target = &target;
    const Result<void> done = copy();
    if (!done) {
        m_report.cancelled = m_cancelled;
        if (!m_cancelled)
            m_report.error = done.error();
    }
    listChanges();
    return m_report;
}

Result<void> CopyRun::copy()
{
    if (const auto opened = openSource(); !opened)
        return opened.error();
    const Result<QList<store::Rows>> begun = read(copysql::beginSource(m_sourceEnd.userId));
    if (!begun)
        return begun.error();
    m_from = copysql::readSource(*begun);
    m_report.total = static_cast<int>(m_from.amount.tasks);
    if (const auto opened = openTarget(); !opened)
        return opened.error();
    const Result<QList<store::Rows>> there =
        m_target->query(copysql::target(m_from.token, m_sourceEnd.userId, m_targetEnd.userId));
    if (!there)
        return there.error();
    m_frame.target = copysql::readTarget(*there);
    makeFrame(m_from);
    const Result<QList<store::Rows>> catalogue = read(copysql::openCursors(
        m_sourceEnd.userId, m_frame.target.token, m_targetEnd.userId, m_frame.target.historyThrough));
    if (!catalogue)
        return catalogue.error();
    m_frame.knownThrough = copysql::readKnown(*catalogue);
    m_frame.tags = mapTags(catalogue->value(2), m_frame.target);
    if (const auto copied = copyCatalogue(*catalogue); !copied)
        return copied.error();
    if (const auto copied = copyTasks(); !copied)
        return copied.error();
    if (const auto copied = copyDependencies(); !copied)
        return copied.error();
    return copyHistory(m_from.lastHistory);
}

Result<QList<store::Rows>> CopyRun::read(const QString& sql)
{
    if (m_cancelled)
        return cancelledError();
    return m_source->query(sql);
}

Result<void> CopyRun::openSource()
{
    m_ears.said(Text::tr("Opening %1…").arg(m_sourceEnd.name));
    const Result<store::ConnectionString> address = m_sourceEnd.opener();
    return address ? m_source->open(*address) : Result<void>(address.error());
}

/// A database that cannot take a copy says so before anything is written.
Result<void> CopyRun::openTarget()
{
    if (m_cancelled)
        return cancelledError();
    m_ears.said(Text::tr("Opening %1…").arg(m_targetEnd.name));
    const Result<store::ConnectionString> address = m_targetEnd.opener();
    if (!address)
        return address.error();
    if (const auto opened = m_target->open(*address); !opened)
        return opened.error();
    if (m_targetEnd.mayMigrate) {
        if (const auto migrated = migrateTarget(); !migrated)
            return migrated.error();
    }
    const Result<QString> neededVersion = requireMigrated(*m_target);
    if (!neededVersion)
        return neededVersion.error();
    if (!neededVersion->isEmpty())
        return core::Error{core::ErrorKind::Rights,
                           Text::tr("%1 needs Glowlist %2; this is %3. It can be read, not changed.")
                               .arg(m_targetEnd.name, *neededVersion, QStringLiteral(GLOWLIST_VERSION)),
                           {},
                           {}};
    return {};
}

Result<void> CopyRun::migrateTarget()
{
    const std::shared_ptr<Progress> progress = Progress::make();
    QObject::connect(progress.get(), &Progress::said, progress.get(), m_ears.said, Qt::DirectConnection);
    return migrate(*m_target, *progress);
}

void CopyRun::makeFrame(const copysql::Source& source)
{
    m_frame.sourceToken = source.token;
    m_frame.sourceInUtc = source.dueInUtc;
    m_frame.sourceUser = m_sourceEnd.userId;
    m_frame.group = m_frame.target.unfinished.isNull() ? core::newUid() : m_frame.target.unfinished;
    m_frame.label = Text::tr("Copy from %1").arg(m_sourceEnd.name);
    m_frame.at = m_clock.nowUtc();
    for (const QString& column : source.columns) {
        if (!m_frame.target.columns.contains(column))
            m_report.columnsLeftOut.append(column);
    }
}

Result<void> CopyRun::copyCatalogue(const QList<store::Rows>& results)
{
    CopyPortion portion(m_frame);
    for (const store::Rows& rows : results.first(2)) {
        for (const store::Row& row : rows) {
            if (portion.isFull()) {
                if (const auto sent = send(portion); !sent)
                    return sent.error();
            }
            portion.addRow(row.value(0).toString(), row.value(1).toString());
        }
    }
    for (const store::Row& row : results.value(2)) {
        if (portion.isFull()) {
            if (const auto sent = send(portion); !sent)
                return sent.error();
        }
        portion.addTag(QUuid(row.value(0).toString()), row.value(2).toString());
    }
    return portion.isEmpty() ? Result<void>() : send(portion);
}

Result<void> CopyRun::copyTasks()
{
    m_ears.progressed(0, m_report.total);
    CopyPortion portion(m_frame);
    for (;;) {
        const Result<QList<store::Rows>> fetched = read(copysql::fetchTasks(rowsPerFetch));
        if (!fetched)
            return fetched.error();
        const store::Rows rows = fetched->value(0);
        for (const store::Row& row : rows) {
            portion.addTask(row);
            if (portion.isFull()) {
                if (const auto sent = send(portion); !sent)
                    return sent.error();
            }
        }
        if (rows.size() < rowsPerFetch)
            return portion.isEmpty() ? Result<void>() : send(portion);
    }
}

/// After all tasks, since each needs two of them.
Result<void> CopyRun::copyDependencies()
{
    CopyPortion portion(m_frame);
    for (;;) {
        const Result<QList<store::Rows>> fetched = read(copysql::fetchDependencies(rowsPerFetch));
        if (!fetched)
            return fetched.error();
        const store::Rows rows = fetched->value(0);
        for (const store::Row& row : rows) {
            portion.addDependency(QUuid(row.value(0).toString()), QUuid(row.value(1).toString()),
                                  QUuid(row.value(2).toString()));
            if (portion.isFull()) {
                if (const auto sent = send(portion); !sent)
                    return sent.error();
            }
        }
        if (rows.size() < rowsPerFetch)
            return portion.isEmpty() ? Result<void>() : send(portion);
    }
}

Result<void> CopyRun::copyHistory(qint64 through)
{
    m_ears.said(Text::tr("Copying the history…"));
    CopyPortion portion(m_frame);
    for (;;) {
        const Result<QList<store::Rows>> fetched = read(copysql::fetchHistory(rowsPerFetch));
        if (!fetched)
            return fetched.error();
        const store::Rows rows = fetched->value(0);
        for (const store::Row& row : rows) {
            portion.addHistory(row);
            if (portion.isFull()) {
                if (const auto sent = send(portion); !sent)
                    return sent.error();
            }
        }
        if (rows.size() < rowsPerFetch)
            break;
    }
    portion.finish(through);
    return send(portion);
}

Result<void> CopyRun::send(CopyPortion& portion)
{
    const int tasks = portion.tasks();
    const QByteArray request = portion.request(core::newUid());
    portion.clear();
    if (const auto written = write(request); !written)
        return written.error();
    m_report.seen += tasks;
    if (tasks > 0)
        m_ears.progressed(m_report.seen, m_report.total);
    return {};
}

/// Gives way to other writers like any write, and comes again.
Result<void> CopyRun::write(const QByteArray& request)
{
    const QString sql = copysql::copyIn(request);
    for (int jams = 0;; ++jams) {
        if (m_cancelled)
            return cancelledError();
        const Result<QList<store::Rows>> answer = m_target->query(sql, store::Database::writeDeadline);
        if (answer) {
            count(answer->value(0).value(0).value(0).toString().toUtf8());
            return {};
        }
        if (fateOf(answer.error()) != Fate::Jam || jams == jamsAtMost)
            return answer.error();
        QThread::msleep(static_cast<unsigned long>(50 + 10 * jams));
    }
}

void CopyRun::count(const QByteArray& reply)
{
    const QJsonObject json = QJsonDocument::fromJson(reply).object();
    const auto add = [&json](QLatin1String entity, CopyReport::Count& count) {
        const QJsonObject counted = json[entity].toObject();
        count.fresh += counted[u"new"].toInt();
        count.changed += counted[u"changed"].toInt();
        count.left += counted[u"left"].toInt();
    };
    add(QLatin1String("task"), m_report.tasks);
    add(QLatin1String("list"), m_report.lists);
}

/// Also those of an earlier try that was cut short: together they are one step.
void CopyRun::listChanges()
{
    if (!m_target->isOpen() || m_frame.group.isNull())
        return;
    const Result<QList<store::Rows>> rows = m_target->query(copysql::changesOf(m_frame.group));
    if (!rows)
        return;
    for (const store::Row& row : rows->value(0)) {
        core::Operation copied;
        copied.verb = core::Verb::Revert;
        copied.uid = m_frame.group;
        m_report.changes.append(
            {QUuid(row.value(0).toString()), m_frame.group, m_frame.label, m_frame.at, {copied}});
    }
}

} // namespace glow::app
