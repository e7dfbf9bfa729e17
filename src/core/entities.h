#pragma once
#include <QHash>
#include <QList>
#include <QString>
#include <QUuid>

namespace glow::core {

/// A list of tasks. `colour` is an index into the theme's list colours (0…3…), or "#RRGGBB"; empty: none.
struct TaskList {
    QUuid uid;
    QString name;
    QString colour;
    QUuid parent;
    QString position; ///< sorts byte-wise among its siblings
    bool archived = false;
    friend bool operator==(const TaskList&, const TaskList&) = default;
};

struct Section {
    QUuid uid;
    QString name;
    QUuid list;
    QString position;
    friend bool operator==(const Section&, const Section&) = default;
};

struct Tag {
    QUuid uid;
    QString name;
    QString colour;
    friend bool operator==(const Tag&, const Tag&) = default;
};

/// All lists, sections and tags of a workspace: few, so kept whole in memory. Lists and sections sorted by
/// position, tags by name. `revision`, `token` belong to the same reading (DATABASE.md section 2, point 1);
/// `tagNamespace` is the database's token at creation, from which a tag's uid is derived.
struct Catalogue {
    QList<TaskList> lists;
    QList<Section> sections;
    QList<Tag> tags;
    QUuid tagNamespace;
    qint64 revision = 0;
    QUuid token;

    const TaskList* list(const QUuid& uid) const;
    const Tag* tag(const QUuid& uid) const;
    const TaskList* listNamed(QStringView name) const; ///< ignores case
    const Tag* tagNamed(QStringView name) const;       ///< ignores case
};

/// Open tasks per place, for the sidebar. `overdue` and `dueToday` are disjoint.
struct Counts {
    qint64 inbox = 0;
    qint64 today = 0; ///< overdue + due today
    qint64 overdue = 0;
    qint64 dueToday = 0;
    qint64 upcoming = 0;
    qint64 all = 0;
    QHash<QUuid, qint64> lists;
    QHash<QUuid, qint64> tags;
    friend bool operator==(const Counts&, const Counts&) = default;
};

} // namespace glow::core
