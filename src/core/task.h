#pragma once
#include "core/reminder.h"
#include "core/walltime.h"

#include <QDateTime>
#include <QList>
#include <QUuid>

namespace glow::core {

/// Rank of a stored priority as the server sorts it: high 1, medium and unknown words 2, low 3, none 4.
enum class Priority { High = 1, Medium = 2, Low = 3, None = 4 };

Priority priorityRank(const QString& stored);
QString priorityWord(Priority priority);

/// One task as a value. Dates are wall clock, `createdAt`, `updatedAt`, `completedAt` are UTC.
struct Task {
    QUuid uid;
    qint64 id = 0;
    QString userId;
    QString title;
    QString notes;
    bool completed = false;
    QString priority = QStringLiteral("none"); ///< as stored; another program may have written another word
    std::optional<WallTime> due;
    QString dueZone; ///< IANA name when the due time is fixed to a zone, else empty: floating
    std::optional<WallTime> start;
    std::optional<WallTime> deadline;
    QString rrule; ///< RFC 5545 RRULE without "RRULE:"
    bool fromCompletion = false;
    QUuid series;                      ///< uid of the first task of a recurring one; null: itself
    int occurrence = 0;                ///< number in the series; 0: not counted yet
    std::optional<WallTime> scheduled; ///< due by the rule, where only this occurrence was moved
    bool continued = false;            ///< completed, and the next occurrence is made or there is none
    int estimateMinutes = 0;           ///< 0: none
    int spentSeconds = 0;              ///< without what the timer runs
    QDateTime timerStarted;            ///< UTC; invalid: its timer does not run
    QUuid list;                        ///< null: Inbox
    QUuid section;
    QUuid parent; ///< null: top level
    QString path; ///< manual order; depth = number of '/'
    QList<QUuid> tags;
    QList<Reminder> reminders; ///< before the due time the earliest first, then those at a time
    QDateTime createdAt;
    QDateTime updatedAt;
    QDateTime completedAt; ///< invalid while open

    // Derived by the read path, never written.
    QString parentTitle;
    int subtasksDone = 0;
    int subtasksTotal = 0;
    QList<QUuid> openBlockers; ///< the open tasks that this one waits for

    bool isBlocked() const { return !completed && !openBlockers.isEmpty(); }
    int depth() const { return static_cast<int>(path.count(u'/')); }
    QString position() const { return path.section(u'/', -1); }
    friend bool operator==(const Task&, const Task&) = default;
};

/// Limits shared by field, command line and database; counted in Unicode code points.
inline constexpr int maxTitleLength = 200;
inline constexpr int maxNotesLength = 100000;

/// Code points of a text, as PostgreSQL counts the characters of varchar(n).
qsizetype codePoints(QStringView text);

} // namespace glow::core
