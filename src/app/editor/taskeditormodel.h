#pragma once
#include "app/changes.h"
#include "app/editor/scheduletext.h"
#include "app/editor/subtaskmodel.h"
#include "app/reader.h"
#include "core/entities.h"

#include <QHash>
#include <QMap>
#include <QSet>
#include <QTimer>
#include <chrono>

namespace glow::app {

/// A field that others changed while it, or another one of the task, was being edited here.
struct EditConflict {
    QJsonValue mine; ///< as typed, or as it was when typing began
    QJsonValue theirs;
    bool takeTheirs = false; ///< the choice
    QString who;             ///< empty: not known yet
    QDateTime at;            ///< UTC
};

/// The task in the editor pane: what is stored, what is pending and what is being typed, joined. Typing waits
/// for a short pause and becomes one Change; the field that is held (it has the caret) is deaf to incoming
/// values, the others follow. Text that cannot be stored is kept per task and explained. GUI thread.
class TaskEditorModel : public QObject {
    Q_OBJECT
public:
    enum class State { Empty, Loading, Ready, Deleted, Failed };
    static constexpr std::chrono::milliseconds typingPause{600};
    /// Name of the tags among the fields that `fieldChanged` tells.
    static QString tagsField() { return QStringLiteral("tags"); }
    static QString blockersField() { return QStringLiteral("blockers"); }
    static QString remindersField() { return QStringLiteral("reminders"); }

    /// `catalogue` lives as long as the workspace and is always the current one.
    TaskEditorModel(Reader& reader, Changes& changes, const core::Catalogue& catalogue,
                    QObject* parent = nullptr);

    /// Stores what is typed and reads the task; a null uid empties the model. The newest call wins.
    void show(const QUuid& uid);
    QUuid uid() const { return m_wanted; }
    State state() const { return m_state; }
    const QString& problem() const { return m_problem; } ///< sentence when Deleted or Failed
    const core::Task& task() const { return m_shown; }   ///< as the form shows it
    SubtaskModel& subtasks() { return m_subtasks; }
    bool isPending() const; ///< stored here, not confirmed by the database

    /// A value as operations carry it (`core::taskField`); stored after the pause.
    void edit(const QString& field, const QJsonValue& value);
    void hold(const QString& field); ///< the field with the caret; empty: none, and what was typed is stored
    void flush();
    QString issue(const QString& field) const; ///< why the typed value is not stored; empty: nothing is wrong
    /// By field: what others changed while the person was typing; nothing is lost before one is chosen.
    const QMap<QString, EditConflict>& conflicts() const { return m_conflicts; }
    void choose(const QString& field, bool theirs);
    void useChoice(); ///< stores what is chosen, as one change
    void keepMine();  ///< the same with all that is mine

    void setCompleted(bool completed);
    /// `onlyThis`: the series of a recurring task stays as it is.
    void setSchedule(const glow::app::Schedule& schedule, bool onlyThis);
    void skip();                        ///< passes this occurrence over
    void moveToList(const QUuid& list); ///< null: Inbox
    void addTag(const QString& name);   ///< makes the tag when it is new
    void removeTag(const QUuid& tag);
    void addReminder(core::Reminder reminder);
    void removeReminder(const QUuid& reminder);
    void moveToSection(const QUuid& section);                        ///< of its list, at its end; null: none
    const QList<core::Task>& blockers() const { return m_blockers; } ///< what the task waits for
    void addBlocker(const core::Task& blocker);
    void removeBlocker(const QUuid& blocker);
    void remove();
    void restore(); ///< brings a deleted task back, with what was typed
    void retry();   ///< reads again after Failed

Q_SIGNALS:
    void shown();                            ///< another task, or another state of it
    void fieldChanged(const QString& field); ///< a value came in; never for the held field
    void issueChanged(const QString& field);
    void pendingChanged();
    void conflictsChanged();
    /// Everything that was read before had to be read again, and the task was.
    void checked(const QUuid& task, bool isThere);

private:
    struct Draft {
        QJsonValue value;
        QJsonValue base; ///< what the form showed when typing began
        QString refusal; ///< the database's sentence; not sent again before the next edit
    };
    using Drafts = QMap<QString, Draft>;

    void read();
    void arrived(const QUuid& uid, const core::Result<TaskDetail>& detail);
    void notRead(const QUuid& uid, const core::Error& error);
    void take(const TaskDetail& detail);
    void leave();
    void setState(State state, const QString& problem = {});
    void refresh();
    void takeReply(const core::ApplyReply& reply);
    void takeBlockers(const QJsonObject& row);
    void refused(const core::Change& change, const core::Error& error);
    void overwrote(const core::ChangeOutcome& outcome);
    void beginTyping(const QString& field);
    void compareTyped();
    void tellConflicts();
    void lookUpWriters();
    bool isDeleted() const;
    void gone(bool byUs);
    void apply(const QString& label, const QList<core::Operation>& operations);
    void setDraft(const QString& field, const QJsonValue& value);
    QString problemOf(const QString& field, const QJsonValue& value) const;
    QString labelFor(const QJsonObject& set) const;
    QString title() const; ///< short, for labels

    Reader& m_reader;
    Changes& m_changes;
    const core::Catalogue& m_catalogue;
    SubtaskModel m_subtasks;
    QList<core::Task> m_blockers;
    QUuid m_wanted;
    core::Task m_confirmed;
    core::Task m_shown;
    QString m_held;
    QHash<QUuid, Drafts> m_drafts;        ///< what is typed and not stored, per task
    QHash<QUuid, core::Operation> m_sent; ///< by change: to give the text back when it is refused
    QMap<QString, EditConflict> m_conflicts;
    core::Task m_before;     ///< when typing began
    QSet<QString> m_touched; ///< fields typed in since then
    State m_state = State::Empty;
    QString m_problem;
    QTimer m_pause;
    QTimer m_slow;       ///< the pane empties only when reading takes long
    QTimer m_refresh;    ///< the overlay changed: once the event that changed it is over
    bool m_gone = false; ///< the database said so
    bool m_reading = false;
    bool m_readAgain = false; ///< what is being read may be older than what has been heard
    bool m_checking = false;
    bool m_wasPending = false;
};

} // namespace glow::app
