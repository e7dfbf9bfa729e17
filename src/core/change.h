#pragma once
#include <QDateTime>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUuid>
#include <optional>

namespace glow::core {

enum class Entity { Task, List, Section, Tag, TaskTag, Reminder, Dependency, Filter };
enum class Verb { Create, Update, Move, Delete, Restore, Revert };

QString entityName(Entity entity); ///< as operations name it: "task", "list", "task_tag", …
std::optional<Entity> entityNamed(QStringView name);

/// One step of a Change: fields and values as DATABASE.md section 2 names them.
struct Operation {
    Verb verb = Verb::Update;
    Entity on = Entity::Task;
    QUuid uid; ///< for Revert: the group
    QJsonObject set;
    QJsonObject was;     ///< values before, for Update and Move
    bool strict = false; ///< leave a field that no longer has its `was` value
    QUuid change = {};   ///< for Revert: only this change of the group; null: all of it
    QUuid like = {}; ///< for Create of a task: takes the values of this one where `set` has none, its tags
                     ///< and subtasks
    friend bool operator==(const Operation&, const Operation&) = default;
};

/// What the user did once: the undo step, the history group, the idempotency key and the all-or-none unit.
struct Change {
    QUuid id;
    QUuid group;   ///< null unless several changes belong together
    QString label; ///< translated name of the action with its object, for the undo menu and the history
    QDateTime at;  ///< UTC
    QList<Operation> operations;
    friend bool operator==(const Change&, const Change&) = default;
};

/// The change that takes this one back, under a new id: create ↔ delete, delete → restore, update and move
/// swap `set` and `was` and become strict. Operations are in reverse order. What a create with `like` took
/// along only the history knows, so such a change is reverted by it.
Change inverse(const Change& change, const QDateTime& now);

QJsonObject toJson(const Change& change);
std::optional<Change> changeFromJson(const QJsonObject& json);

/// What became of one change.
struct ChangeOutcome {
    QUuid id;
    bool applied = false;
    bool duplicate = false;
    qint64 revision = 0;
    // When refused:
    QString code; ///< no_such_task, unknown_field, too_long, no_such_list, cycle, not_allowed, invalid
    QString field;
    QString sqlState;
    QString message;
    // When applied: [{"uid","field","found"}]
    QList<QJsonObject> overwrote;
    QList<QJsonObject> skipped;
};

/// The reply of glowlist.apply.
struct ApplyReply {
    qint64 revision = 0;
    QUuid token;
    bool reset = false; ///< the client must forget what it cached and its `since`
    QList<ChangeOutcome> changes;
    QHash<Entity, QList<QJsonObject>> rows;
    QList<std::pair<Entity, QUuid>> gone;
};

std::optional<ApplyReply> applyReplyFromJson(const QByteArray& json);

} // namespace glow::core
