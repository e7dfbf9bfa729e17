#include "cli/sample.h"

#include "cli/givenfields.h"
#include "cli/sampletasks.h"
#include "cli/session.h"
#include "core/position.h"
#include "core/uid.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace glow::cli {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(Sample)
};

/// Makes the operations of all sample tasks. Every uid follows from the database, so that a second run makes
/// nothing twice.
class SampleChange {
public:
    SampleChange(const core::Catalogue& catalogue, const QDateTime& now)
        : m_catalogue(catalogue)
        , m_now(now)
    {}

    QUuid id() const { return uid(QStringLiteral("change")); }
    QList<core::Operation> operations()
    {
        for (const SampleTask& task : sampleTasks())
            append(task);
        return m_operations;
    }

private:
    QUuid uid(const QString& name) const
    {
        return QUuid::createUuidV5(m_catalogue.tagNamespace, QStringLiteral("sample:") + name);
    }
    QString nextPosition() { return core::positionAtEnd(m_now.addMSecs(m_place++)); }

    QUuid list(const QString& name)
    {
        if (const core::TaskList* known = m_catalogue.listNamed(name))
            return known->uid;
        const QUuid made = uid(QStringLiteral("list ") + name);
        if (m_lists.contains(made))
            return made;
        const QString colour = QString::number((m_catalogue.lists.size() + m_lists.size()) % 4);
        m_lists.append(made);
        m_operations.append({core::Verb::Create,
                             core::Entity::List,
                             made,
                             {{QStringLiteral("name"), name},
                              {QStringLiteral("colour"), colour},
                              {QStringLiteral("position"), nextPosition()}},
                             {}});
        return made;
    }

    QUuid tag(const QString& name)
    {
        const QUuid made = core::tagUid(m_catalogue.tagNamespace, name);
        if (!m_catalogue.tag(made) && !m_tags.contains(made)) {
            m_tags.append(made);
            m_operations.append(createTag(made, name));
        }
        return made;
    }

    void append(const SampleTask& sample)
    {
        const QUuid task = uid(QString::fromUtf8(sample.title));
        QJsonObject values{{QStringLiteral("title"), QString::fromUtf8(sample.title)},
                           {QStringLiteral("priority"), QString::fromUtf8(sample.priority)},
                           {QStringLiteral("completed"), sample.completed},
                           {QStringLiteral("position"), nextPosition()}};
        if (*sample.notes)
            values.insert(QStringLiteral("notes"), QString::fromUtf8(sample.notes));
        if (*sample.list)
            values.insert(QStringLiteral("list"), core::uidText(list(QString::fromUtf8(sample.list))));
        if (sample.day != SampleTask::noDay) {
            core::WallTime due{m_now.date().addDays(sample.day), {}};
            if (*sample.time)
                due.time = QTime::fromString(QString::fromUtf8(sample.time), QStringLiteral("HH:mm"));
            values.insert(QStringLiteral("due_date"), due.toText());
        }
        if (sample.isSubtask)
            values.insert(QStringLiteral("parent"), core::uidText(m_parent));
        else
            m_parent = task;
        QList<core::Operation> tagging;
        for (const QString& name : QString::fromUtf8(sample.tags).split(u',', Qt::SkipEmptyParts))
            tagging.append(tagTask(task, tag(name)));
        m_operations.append({core::Verb::Create, core::Entity::Task, task, values, {}});
        m_operations += tagging;
    }

    const core::Catalogue& m_catalogue;
    QDateTime m_now;
    QList<core::Operation> m_operations;
    QList<QUuid> m_lists;
    QList<QUuid> m_tags;
    QUuid m_parent;
    qint64 m_place = 0;
};

} // namespace

core::Result<Reply> sample(Context& context)
{
    Session session(context);
    if (const auto opened = session.openForTasks(); !opened)
        return opened.error();
    if (!session.isPrivate() && !context.options.has(QStringLiteral("yes")))
        return usageError(
            Text::tr("Sample tasks are for the private database; add --yes if this one is meant."));
    SampleChange made(session.catalogue(), context.clock.now());
    core::Change change = session.makeChange(Text::tr("Add sample tasks"), made.operations());
    change.id = made.id();
    const auto written = session.write(change, {});
    if (!written)
        return written.error();
    const int added = written->outcome.duplicate ? 0 : static_cast<int>(sampleTasks().size());
    return Reply{QJsonObject{{QStringLiteral("added"), added}},
                 added > 0 ? Text::tr("%n sample task(s) added.", nullptr, added)
                           : Text::tr("The sample tasks had been added before.")};
}

} // namespace glow::cli
