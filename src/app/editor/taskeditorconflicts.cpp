#include "app/editor/fieldtexts.h"
#include "app/editor/taskeditormodel.h"
#include "app/editor/writername.h"
#include "core/recurrence/nextoccurrence.h"
#include "core/taskfield.h"

#include <algorithm>

// What others changed while a person was typing: both values are kept until one is chosen.
namespace glow::app {

namespace {

constexpr int newestEntries = 30;

// Fields whose values can be set back and forth by themselves.
const QStringList comparable{QStringLiteral("title"),    QStringLiteral("notes"),
                             QStringLiteral("due_date"), QStringLiteral("start"),
                             QStringLiteral("deadline"), QStringLiteral("rrule"),
                             QStringLiteral("priority"), QStringLiteral("estimate")};

QJsonValue valueOf(const core::Task& task, const QString& field)
{
    return core::taskField(field)->get(task);
}

} // namespace

/// Typing begins: what others change from here on they change meanwhile.
void TaskEditorModel::beginTyping(const QString& field)
{
    if (m_conflicts.isEmpty() && !m_drafts.contains(m_shown.uid)) {
        m_before = m_changes.overlay().patched(m_confirmed);
        m_touched.clear();
    }
    m_touched.insert(field);
}

void TaskEditorModel::overwrote(const core::ChangeOutcome& outcome)
{
    bool any = false;
    for (const QJsonObject& each : outcome.overwrote) {
        const QString field = each[u"field"].toString();
        if (QUuid(each[u"uid"].toString()) != m_shown.uid || !comparable.contains(field))
            continue;
        any = true;
        if (!m_touched.contains(field))
            m_before = {}; // it was typed elsewhere in the window: since when is not known
        EditConflict& conflict = m_conflicts[field];
        conflict.mine = valueOf(m_shown, field);
        conflict.theirs = each[u"found"];
    }
    if (any)
        tellConflicts();
}

/// Another program's values have come in: those of fields in which the person types stay out of the form, and
/// are shown beside it.
void TaskEditorModel::compareTyped()
{
    const core::Task stored = m_changes.overlay().patched(m_confirmed);
    QStringList typed = m_drafts.value(m_shown.uid).keys();
    if (m_touched.contains(m_held) && !typed.contains(m_held))
        typed.append(m_held);
    bool any = !m_conflicts.isEmpty();
    for (const QString& field : std::as_const(typed)) {
        if (!comparable.contains(field))
            continue;
        const QJsonValue theirs = valueOf(stored, field);
        const QJsonValue mine = valueOf(m_shown, field);
        if (theirs == mine || theirs == valueOf(m_before, field))
            continue;
        any = true;
        EditConflict& conflict = m_conflicts[field];
        conflict.mine = mine;
        conflict.theirs = theirs;
        conflict.who.clear();
    }
    if (any)
        tellConflicts();
}

void TaskEditorModel::tellConflicts()
{
    // What was changed along with it in fields nobody typed in: theirs stands, and can be taken back too.
    const core::Task stored = m_changes.overlay().patched(m_confirmed);
    for (const QString& field : comparable) {
        const QJsonValue theirs = valueOf(stored, field);
        const QJsonValue mine = valueOf(m_before, field);
        if (m_touched.contains(field) || m_conflicts.contains(field) || theirs == mine ||
            m_before.uid != m_shown.uid)
            continue;
        m_conflicts.insert(field, {mine, theirs, true, {}, {}});
    }
    Q_EMIT conflictsChanged();
    lookUpWriters();
}

/// Who it was, and when: the history knows.
void TaskEditorModel::lookUpWriters()
{
    const QUuid task = m_shown.uid;
    m_reader.history(task, {}, 0, newestEntries)
        .then(this, [this, task](const core::Result<HistoryPage>& page) {
            if (!page || task != m_shown.uid)
                return; // without it they are "elsewhere"
            for (const store::HistoryRow& row : page->rows) {
                if (row.uid != task || row.client == m_changes.writer().client)
                    continue;
                for (auto conflict = m_conflicts.begin(); conflict != m_conflicts.end(); ++conflict) {
                    if (!conflict->who.isEmpty() || !row.after.contains(conflict.key()))
                        continue;
                    conflict->who =
                        writerName(row.client, row.actor, m_changes.writer(), page->start.adopted);
                    conflict->at = row.at;
                }
            }
            if (!m_conflicts.isEmpty())
                Q_EMIT conflictsChanged();
        });
}

void TaskEditorModel::choose(const QString& field, bool theirs)
{
    const auto conflict = m_conflicts.find(field);
    if (conflict != m_conflicts.end())
        conflict->takeTheirs = theirs;
}

void TaskEditorModel::keepMine()
{
    for (EditConflict& conflict : m_conflicts)
        conflict.takeTheirs = false;
    useChoice();
}

void TaskEditorModel::useChoice()
{
    const QMap<QString, EditConflict> chosen = std::exchange(m_conflicts, {});
    Drafts& drafts = m_drafts[m_shown.uid];
    for (auto conflict = chosen.begin(); conflict != chosen.end(); ++conflict)
        drafts.remove(conflict.key());
    flush();
    const core::Task stored = m_changes.overlay().patched(m_confirmed);
    core::Operation operation{core::Verb::Update, core::Entity::Task, m_shown.uid, {}, {}};
    for (auto conflict = chosen.begin(); conflict != chosen.end(); ++conflict) {
        const QJsonValue value = conflict->takeTheirs ? conflict->theirs : conflict->mine;
        core::taskField(conflict.key())->set(m_shown, value);
        if (!problemOf(conflict.key(), value).isEmpty())
            setDraft(conflict.key(), value); // too long to be stored: it stays with its sentence
        else if (value != valueOf(stored, conflict.key()))
            operation.set.insert(conflict.key(), value);
    }
    if (!operation.set.isEmpty()) {
        const QString label = labelFor(operation.set).arg(title());
        core::addSeriesValues(stored, operation.set);
        core::bringDueZone(stored, operation.set);
        operation.was = core::taskValues(stored, operation.set.keys());
        apply(label, {operation});
    }
    for (auto conflict = chosen.begin(); conflict != chosen.end(); ++conflict)
        Q_EMIT fieldChanged(conflict.key());
    m_before = m_changes.overlay().patched(m_confirmed);
    m_touched.clear();
    Q_EMIT conflictsChanged();
}

} // namespace glow::app
