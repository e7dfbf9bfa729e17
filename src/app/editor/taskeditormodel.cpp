#include "app/editor/taskeditormodel.h"

#include "app/editor/titlecheck.h"
#include "core/recurrence/nextoccurrence.h"
#include "core/taskfield.h"

#include <QJsonArray>
#include <algorithm>

namespace glow::app {

namespace {

const QString titleField = QStringLiteral("title");
const QString notesField = QStringLiteral("notes");
const QString dueField = QStringLiteral("due_date");
const QString zoneField = QStringLiteral("due_zone");

QJsonValue valueOf(const core::Task& task, const QString& field)
{
    return core::taskField(field)->get(task);
}

void setValue(core::Task& task, const QString& field, const QJsonValue& value)
{
    core::taskField(field)->set(task, value);
}

} // namespace

TaskEditorModel::TaskEditorModel(Reader& reader, Changes& changes, const core::Catalogue& catalogue,
                                 QObject* parent)
    : QObject(parent)
    , m_reader(reader)
    , m_changes(changes)
    , m_catalogue(catalogue)
    , m_subtasks(changes)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(typingPause);
    connect(&m_pause, &QTimer::timeout, this, &TaskEditorModel::flush);
    m_slow.setSingleShot(true);
    m_slow.setInterval(200);
    connect(&m_slow, &QTimer::timeout, this, [this] { setState(State::Loading); });
    m_refresh.setSingleShot(true);
    connect(&m_refresh, &QTimer::timeout, this, [this] {
        refresh();
        m_subtasks.refresh();
    });
    connect(&m_changes, &Changes::patched, &m_refresh, qOverload<>(&QTimer::start));
    connect(&m_changes, &Changes::confirmed, this,
            [this](const core::Change& change, const core::ApplyReply& reply) {
                m_sent.remove(change.id);
                takeReply(reply);
            });
    connect(&m_changes, &Changes::changedElsewhere, this, [this](const core::ApplyReply& reply) {
        takeReply(reply);
        if (m_state == State::Ready && m_confirmed.uid == m_shown.uid)
            compareTyped();
    });
    connect(&m_changes, &Changes::refused, this, &TaskEditorModel::refused);
    connect(&m_changes, &Changes::outdated, this, [this] {
        if (m_wanted.isNull())
            return;
        m_checking = true;
        m_readAgain = m_reading;
        read();
    });
    connect(&m_changes, &Changes::overwrote, this,
            [this](const core::Change&, const core::ChangeOutcome& outcome) { overwrote(outcome); });
}

void TaskEditorModel::show(const QUuid& uid)
{
    if (uid == m_wanted)
        return;
    leave();
    m_wanted = uid;
    m_held.clear();
    m_checking = false;
    m_conflicts.clear();
    m_touched.clear();
    if (!uid.isNull()) {
        m_slow.start();
        read();
        return;
    }
    m_slow.stop();
    m_confirmed = m_shown = {};
    m_blockers.clear();
    m_subtasks.clear();
    setState(State::Empty);
}

void TaskEditorModel::leave()
{
    flush();
    // An emptied title is no text to keep; one that is too long waits for its task to be shown again.
    Drafts& drafts = m_drafts[m_shown.uid];
    if (drafts.contains(titleField) && drafts[titleField].value.toString().trimmed().isEmpty())
        drafts.remove(titleField);
    if (drafts.isEmpty())
        m_drafts.remove(m_shown.uid);
}

void TaskEditorModel::read()
{
    // One read at a time: while the arrow key repeats, only the last task is read.
    if (m_reading)
        return;
    m_reading = true;
    const QUuid uid = m_wanted;
    m_reader.detail(uid).then(this, [this, uid](const core::Result<TaskDetail>& detail) {
        m_reading = false;
        const bool isOld = std::exchange(m_readAgain, false);
        if (uid == m_wanted && !isOld)
            arrived(uid, detail);
        else if (!m_wanted.isNull())
            read();
    });
}

void TaskEditorModel::arrived(const QUuid& uid, const core::Result<TaskDetail>& detail)
{
    m_slow.stop();
    if (detail)
        take(*detail);
    else
        notRead(uid, detail.error());
    if (std::exchange(m_checking, false))
        Q_EMIT checked(uid, m_state != State::Deleted);
}

void TaskEditorModel::notRead(const QUuid& uid, const core::Error& error)
{
    const QList<core::Task> created = m_changes.overlay().created();
    const auto here =
        std::find_if(created.begin(), created.end(), [&](const core::Task& task) { return task.uid == uid; });
    if (here != created.end()) {
        take({*here, {}, {}});
    } else if (error.kind != core::ErrorKind::NotFound) {
        setState(State::Failed, error.message);
    } else if (m_confirmed.uid == uid) {
        m_gone = true;
        refresh();
    } else {
        setState(State::Failed, tr("This task is not in the database any more."));
    }
}

void TaskEditorModel::take(const TaskDetail& detail)
{
    m_confirmed = detail.task;
    m_gone = false;
    m_subtasks.show(detail.task, detail.subtasks);
    if (m_blockers != detail.blockers) {
        m_blockers = detail.blockers;
        Q_EMIT fieldChanged(blockersField());
    }
    if (m_shown.uid == detail.task.uid && m_state == State::Ready) {
        refresh();
        return;
    }
    m_shown = {};
    refresh();
    setState(State::Ready);
}

void TaskEditorModel::setState(State state, const QString& problem)
{
    m_state = state;
    m_problem = problem;
    Q_EMIT shown();
}

void TaskEditorModel::refresh()
{
    if (m_confirmed.uid.isNull() || m_confirmed.uid != m_wanted)
        return;
    const core::Task before = m_shown;
    core::Task next = m_changes.overlay().patched(m_confirmed);
    if (!m_held.isEmpty() && before.uid == next.uid && m_held != tagsField())
        setValue(next, m_held, valueOf(before, m_held));
    const Drafts drafts = m_drafts.value(next.uid);
    for (auto draft = drafts.begin(); draft != drafts.end(); ++draft)
        setValue(next, draft.key(), draft->value);
    m_shown = next;
    if (isDeleted()) {
        if (m_state != State::Deleted)
            gone(!m_gone);
        return;
    }
    for (const core::TaskField& field : core::taskFields()) {
        if (field.get(before) != field.get(next))
            Q_EMIT fieldChanged(QString::fromLatin1(field.name));
    }
    if (before.tags != next.tags)
        Q_EMIT fieldChanged(tagsField());
    if (before.reminders != next.reminders)
        Q_EMIT fieldChanged(remindersField());
    if (m_state == State::Deleted)
        setState(State::Ready);
    if (m_wasPending != isPending()) {
        m_wasPending = !m_wasPending;
        Q_EMIT pendingChanged();
    }
}

bool TaskEditorModel::isDeleted() const
{
    const Overlay& overlay = m_changes.overlay();
    // What is pending on a row that is gone brings it back.
    return overlay.isDeleted(m_confirmed.uid) || (m_gone && !overlay.isPending(m_confirmed.uid));
}

bool TaskEditorModel::isPending() const
{
    return m_changes.overlay().isPending(m_shown.uid);
}

void TaskEditorModel::takeReply(const core::ApplyReply& reply)
{
    if (m_wanted.isNull())
        return;
    m_subtasks.take(reply);
    for (const QJsonObject& row : reply.rows.value(core::Entity::Task)) {
        if (QUuid(row[u"uid"].toString()) != m_confirmed.uid)
            continue;
        m_confirmed = core::taskFromJson(row);
        m_gone = false;
        takeBlockers(row);
    }
    if (reply.gone.contains({core::Entity::Task, m_confirmed.uid}))
        m_gone = true;
    m_refresh.start();
}

/// Reads again when others have changed what the task waits for.
void TaskEditorModel::takeBlockers(const QJsonObject& row)
{
    QSet<QUuid> open;
    for (const core::Task& blocker : std::as_const(m_blockers)) {
        if (!blocker.completed)
            open.insert(blocker.uid);
    }
    const QList<QUuid> there = m_confirmed.openBlockers;
    if (open != QSet<QUuid>(there.begin(), there.end()) ||
        row[u"blockers"].toArray().size() != m_blockers.size())
        read();
}

void TaskEditorModel::gone(bool byUs)
{
    setState(State::Deleted,
             byUs ? tr("This task is deleted.")
                  : tr("Another program deleted this task. Its text is kept here: Restore brings it back."));
}

void TaskEditorModel::refused(const core::Change& change, const core::Error& error)
{
    const auto sent = m_sent.constFind(change.id);
    if (sent == m_sent.constEnd())
        return;
    const core::Operation operation = *sent;
    m_sent.erase(sent);
    if (operation.on == core::Entity::Dependency) {
        read(); // the form shows again what it waits for
        return;
    }
    Drafts& drafts = m_drafts[operation.uid];
    for (auto field = operation.set.begin(); field != operation.set.end(); ++field) {
        if (drafts.contains(field.key()))
            continue; // newer text is there already
        drafts.insert(field.key(), {field.value(), operation.was.value(field.key()), error.message});
        Q_EMIT issueChanged(field.key());
    }
    m_refresh.start();
}

void TaskEditorModel::edit(const QString& field, const QJsonValue& value)
{
    if (m_shown.uid.isNull() || !core::taskField(field))
        return;
    beginTyping(field);
    setDraft(field, value);
    if (const auto conflict = m_conflicts.find(field); conflict != m_conflicts.end()) {
        conflict->mine = value;
        conflict->takeTheirs = false;
        Q_EMIT conflictsChanged();
    }
    if (field == dueField && !value.toString().contains(u'T') && !m_shown.dueZone.isEmpty())
        setDraft(zoneField, {});
    m_pause.start();
    Q_EMIT issueChanged(field);
}

void TaskEditorModel::setDraft(const QString& field, const QJsonValue& value)
{
    Drafts& drafts = m_drafts[m_shown.uid];
    const QJsonValue base = drafts.contains(field) ? drafts[field].base : valueOf(m_shown, field);
    if (value == base)
        drafts.remove(field);
    else
        drafts.insert(field, {value, base, {}});
    setValue(m_shown, field, value);
}

void TaskEditorModel::hold(const QString& field)
{
    if (field == m_held)
        return;
    flush();
    m_held = field;
    refresh(); // the field that was let go follows what came in meanwhile
}

void TaskEditorModel::flush()
{
    m_pause.stop();
    if (m_state != State::Ready)
        return;
    core::Operation operation{core::Verb::Update, core::Entity::Task, m_shown.uid, {}, {}};
    Drafts& drafts = m_drafts[m_shown.uid];
    for (auto draft = drafts.begin(); draft != drafts.end();) {
        if (!draft->refusal.isEmpty() || !problemOf(draft.key(), draft->value).isEmpty()) {
            ++draft;
            continue;
        }
        operation.set.insert(draft.key(), draft->value);
        operation.was.insert(draft.key(), draft->base);
        draft = drafts.erase(draft);
    }
    if (drafts.isEmpty())
        m_drafts.remove(m_shown.uid);
    core::Task before = m_shown;
    core::setTaskValues(before, operation.was);
    core::addSeriesValues(before, operation.set);
    core::bringDueZone(before, operation.set);
    operation.was = core::taskValues(before, operation.set.keys());
    if (!operation.set.isEmpty())
        apply(labelFor(operation.set).arg(title()), {operation});
}

void TaskEditorModel::apply(const QString& label, const QList<core::Operation>& operations)
{
    const core::Change change = m_changes.make(label, operations);
    const core::Operation& first = operations.constFirst();
    if (first.verb == core::Verb::Update || first.on == core::Entity::Dependency)
        m_sent.insert(change.id, operations.constFirst());
    m_changes.apply(change);
    refresh();
}

QString TaskEditorModel::title() const
{
    return shortTitle(m_shown.title);
}

QString TaskEditorModel::problemOf(const QString& field, const QJsonValue& value) const
{
    if (field == titleField)
        return titleProblem(value.toString());
    return field == notesField ? notesProblem(value.toString()) : QString();
}

QString TaskEditorModel::issue(const QString& field) const
{
    const Drafts drafts = m_drafts.value(m_shown.uid);
    const auto draft = drafts.constFind(field);
    if (draft == drafts.constEnd())
        return {};
    return draft->refusal.isEmpty() ? problemOf(field, draft->value)
                                    : tr("Not stored: %1").arg(draft->refusal);
}

QString TaskEditorModel::labelFor(const QJsonObject& set) const
{
    const QStringList fields = set.keys();
    const QString field = fields.constFirst();
    if (field == dueField)
        return set[dueField].isNull() ? tr("Remove due date: %1") : tr("Set due date: %1");
    if (fields.size() > 1)
        return tr("Edit: %1");
    if (field == titleField)
        return tr("Rename: %1");
    if (field == notesField)
        return tr("Edit notes: %1");
    if (field == u"priority")
        return tr("Set priority: %1");
    if (field == u"start")
        return tr("Set start: %1");
    if (field == u"deadline")
        return tr("Set deadline: %1");
    return field == u"estimate" ? tr("Set estimate: %1") : tr("Edit: %1");
}

} // namespace glow::app
