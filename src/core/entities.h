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

/// The section or list that a group of GroupField::Section or List belongs to; null: none. The key of a
/// section.
QUuid uidOfGroup(const QString& group);
QString groupOfSection(const Section& section);

struct Tag {
    QUuid uid;
    QString name;
    QString colour;
    friend bool operator==(const Tag&, const Tag&) = default;
};

/// A query that a person keeps (CLI.md, QUERY), read again at each use, so that "today" goes along.
struct SavedFilter {
    QUuid uid;
    QString name;
    QString query;
    QString colour;
    QString position;
    friend bool operator==(const SavedFilter&, const SavedFilter&) = default;
};

/// All lists, sections, tags and filters of a workspace: few, so kept whole in memory. Tags are sorted by
/// name, the others by position. `revision`, `token` belong to the same reading (DATABASE.md section 2, point
/// 1); `tagNamespace` is the database's token at creation, from which a tag's uid is derived.
struct Catalogue {
    QList<TaskList> lists;
    QList<Section> sections;
    QList<Tag> tags;
    QList<SavedFilter> filters;
    QUuid tagNamespace;
    qint64 revision = 0;
    QUuid token;
    bool dueInUtc = false; ///< due times are stored in UTC, as the program that shares the database does

    const TaskList* list(const QUuid& uid) const;
    /// Null also for a list whose parent is not there.
    QUuid parentOf(const TaskList& list) const;
    QList<TaskList> childrenOf(const QUuid& parent) const;     ///< null: the top level
    bool isBelow(const QUuid& list, const QUuid& above) const; ///< itself too
    const Section* section(const QUuid& uid) const;
    QList<Section> sectionsOf(const QUuid& list) const; ///< in their order
    const Tag* tag(const QUuid& uid) const;
    const SavedFilter* filter(const QUuid& uid) const;
    /// The uid of a tag to be made: v5 of the name, unless the tag that was made under this name is called
    /// something else by now; then v5 of that uid, so that two programs still make one tag.
    QUuid newTagUid(const QString& name) const;
    const TaskList* listNamed(QStringView name) const;      ///< ignores case
    const Tag* tagNamed(QStringView name) const;            ///< ignores case
    const SavedFilter* filterNamed(QStringView name) const; ///< ignores case
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
    QHash<QUuid, qint64> filters; ///< what the filter finds
    friend bool operator==(const Counts&, const Counts&) = default;
};

} // namespace glow::core
