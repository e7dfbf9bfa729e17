#include "store/reminderfile.h"

#include "core/taskfield.h"
#include "core/uid.h"
#include "store/guithread.h"
#include "store/jsonfile.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace glow::store {

using core::Reminder;
using core::Task;

namespace {

/// Alone with the reminders of a data directory while it lives. Where a file system knows no locks there is
/// nobody to wait for.
class Turn {
public:
    explicit Turn(const QString& directory)
        : m_descriptor(::open(QFile::encodeName(directory + QStringLiteral("/lock")).constData(),
                              O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600))
    {
        while (m_descriptor >= 0 && ::flock(m_descriptor, LOCK_EX) != 0 && errno == EINTR) {
        }
    }
    ~Turn()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(Turn)

private:
    int m_descriptor;
};

QString directoryIn(const QString& dataDirectory)
{
    return QDir(dataDirectory).filePath(QStringLiteral("reminders"));
}

QString instantText(const QDateTime& instant)
{
    return instant.isValid() ? instant.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime instantOf(const QJsonValue& value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toUTC();
}

/// As `taskFromJson` reads it.
QJsonObject toJson(const ReminderState::Entry& entry)
{
    const Task& task = entry.task;
    QJsonObject row{{QStringLiteral("uid"), core::uidText(task.uid)},
                    {QStringLiteral("path"), task.path},
                    {QStringLiteral("updated_at"), instantText(task.updatedAt)}};
    for (const core::TaskField& field : core::taskFields()) {
        const QString name = QString::fromLatin1(field.name);
        if (name != u"notes" && name != u"position")
            row.insert(name, field.get(task));
    }
    QJsonArray reminders;
    for (const Reminder& each : task.reminders)
        reminders.append(QJsonObject{{QStringLiteral("uid"), core::uidText(each.uid)},
                                     {QStringLiteral("value"), each.value()}});
    row.insert(QStringLiteral("reminders"), reminders);
    if (entry.deleted)
        row.insert(QStringLiteral("deleted"), true);
    if (!entry.readIn.isEmpty())
        row.insert(QStringLiteral("read_in"), entry.readIn);
    return row;
}

QJsonObject toJson(const ReminderState& state)
{
    QJsonArray tasks;
    for (const ReminderState::Entry& entry : state.tasks)
        tasks.append(toJson(entry));
    QJsonObject marks;
    for (auto it = state.marks.begin(); it != state.marks.end(); ++it) {
        QJsonObject mark{{QStringLiteral("fired"), instantText(it->fired)}};
        if (it->snoozed.isValid())
            mark.insert(QStringLiteral("snoozed"), instantText(it->snoozed));
        marks.insert(it.key(), mark);
    }
    return {{QStringLiteral("v"), 1},
            {QStringLiteral("read"), instantText(state.read)},
            {QStringLiteral("tasks"), tasks},
            {QStringLiteral("marks"), marks}};
}

ReminderState fromJson(const QJsonObject& json)
{
    ReminderState state;
    state.read = instantOf(json[u"read"]);
    const QJsonArray tasks = json[u"tasks"].toArray();
    for (const QJsonValue& value : tasks) {
        const QJsonObject row = value.toObject();
        const Task task = core::taskFromJson(row);
        state.tasks.insert(task.uid, {task, row[u"deleted"].toBool(), row[u"read_in"].toString()});
    }
    const QJsonObject marks = json[u"marks"].toObject();
    for (auto it = marks.begin(); it != marks.end(); ++it)
        state.marks.insert(it.key(), {instantOf(it.value()[u"fired"]), instantOf(it.value()[u"snoozed"])});
    return state;
}

} // namespace

QString reminderKey(const Task& task, const Reminder& reminder)
{
    QString key = core::uidText(reminder.uid);
    if (!reminder.at && task.due)
        key += u'@' + task.due->toText() + u' ' + task.dueZone;
    return key;
}

QDateTime ReminderState::fireTime(const Entry& entry, const Reminder& reminder) const
{
    if (entry.deleted || entry.task.completed)
        return {};
    const auto mark = marks.constFind(reminderKey(entry.task, reminder));
    if (mark != marks.constEnd())
        return mark->snoozed;
    const QString& zone = entry.task.dueZone.isEmpty() ? entry.readIn : entry.task.dueZone;
    return core::fireTime(reminder, entry.task.due, zone);
}

ReminderFile::ReminderFile(const QString& dataDirectory, const QString& name)
    : m_directory(directoryIn(dataDirectory))
    , m_path(QStringLiteral("%1/%2.json").arg(m_directory, name))
{}

ReminderFile::Outcome ReminderFile::load()
{
    if (m_unsaved)
        return {*m_unsaved, {}};
    const auto json = readJsonFile(m_path);
    if (json)
        return {fromJson(*json), {}};
    if (json.error().kind == core::ErrorKind::NotFound)
        return {};
    return {{}, setAside(m_path, json.error())};
}

ReminderFile::Outcome ReminderFile::read()
{
    assertNotGuiThread();
    return load(); // files are replaced whole
}

ReminderFile::Outcome ReminderFile::update(const std::function<bool(ReminderState&)>& change)
{
    assertNotGuiThread();
    QDir().mkpath(m_directory);
    QFile::setPermissions(m_directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const Turn turn(m_directory);
    Outcome outcome = load();
    if (!change(outcome.state))
        return outcome;
    const core::Result<void> written = writeJsonFile(m_path, toJson(outcome.state));
    if (written) {
        m_unsaved.reset();
        return outcome;
    }
    m_unsaved = outcome.state;
    outcome.error = written.error();
    return outcome;
}

void ReminderFile::remove(const QString& dataDirectory, const QString& name)
{
    assertNotGuiThread();
    const QString directory = directoryIn(dataDirectory);
    if (!QDir(directory).exists())
        return;
    const Turn turn(directory);
    QFile::remove(QStringLiteral("%1/%2.json").arg(directory, name));
}

} // namespace glow::store
