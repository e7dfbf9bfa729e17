#pragma once
#include "app/table/outline.h"
#include "app/table/pagecache.h"

#include <QHash>

namespace glow::app {

/// What a table shows, top to bottom, as a value: pending created tasks, then the headings and rows of the
/// outline, of which those that were read are known by uid.
struct TableRows {
    enum class Kind { Heading, Task, Unread };
    struct Slot {
        Kind kind = Kind::Unread;
        QUuid uid;     ///< Task
        QString group; ///< Heading: null when the tasks have no value
        int count = 0; ///< Heading: rows of the group
        QUuid token;   ///< distinguishes rows of one state, the unread ones too
    };

    QList<QUuid> created;
    Outline outline;
    PageCache pages;

    int rowCount() const { return static_cast<int>(created.size()) + outline.rowCount(); }
    Slot at(int row) const;
    int rowOf(const QUuid& uid) const; ///< -1: not known here
    /// Takes known rows out, as if they were deleted already.
    void hide(const QUuid& uid);

    /// See Outline::setSections; what is known of the pages stays.
    void setSections(const QStringList& all, const QSet<QString>& folded);

    /// How many rows two states have in common at the start and at the end, in whole segments.
    static std::pair<int, int> commonEnds(const TableRows& a, const TableRows& b);
};

} // namespace glow::app
