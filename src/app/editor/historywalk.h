#pragma once
#include "app/editor/fieldtexts.h"
#include "core/change.h"
#include "core/clock.h"
#include "core/result.h"
#include "core/task.h"
#include "store/historysql.h"

#include <QSet>

namespace glow::app {

/// One line of a history: one field from what to what, or that the task was made, deleted, restored.
struct HistoryEntry {
    qint64 revision = 0;
    QUuid change;
    QUuid uid; ///< of the task, or of the subtask
    QDateTime at;
    QUuid client; ///< null: another program
    QString actor;
    QString field; ///< FieldTexts
    QString label;
    QString from;
    QString to;
    bool hasFrom = true;
    QString wholeFrom; ///< where `from` and `to` are shortened
    QString wholeTo;
    QJsonObject before; ///< what restoring sets, due times on the wall clock: all that was changed with it
    QStringList links;  ///< of tags, blockers, reminders: those before
    bool isCurrent = false; ///< the value before is the one of now: nothing to restore
};

/// Goes back from the task as it is now, entry by entry, so that each is told with all values of its time.
class HistoryWalk {
    Q_DECLARE_TR_FUNCTIONS(glow::app::HistoryWalk)
public:
    /// `dueInUtc`: core::Catalogue.
    void begin(const store::HistoryStart& start, bool dueInUtc, const core::Clock& clock);
    /// Rows that follow those given before. All rows of a transaction are to be in one call.
    QList<HistoryEntry> entries(const QList<store::HistoryRow>& rows, const QUuid& task);
    /// What brings the value before an entry back; a sentence where what it refers to is gone.
    core::Result<QList<core::Operation>> restoring(const HistoryEntry& entry, const QUuid& task) const;
    const QJsonObject& now() const { return m_now; } ///< due times on the wall clock

private:
    HistoryEntry entryOf(const store::HistoryRow& row, const QString& field) const;
    void addFields(const store::HistoryRow& row, QList<HistoryEntry>& to);
    void addLink(const store::HistoryRow& row, QList<HistoryEntry>& to);
    void addSubtask(const store::HistoryRow& row, QList<HistoryEntry>& to) const;
    void addEvent(const store::HistoryRow& row, QList<HistoryEntry>& to) const;
    QJsonObject onTheWall(QJsonObject values) const;
    QString linkTexts(const QString& field, const QStringList& links) const;
    QString nameOf(const QString& uid) const;
    bool isGone(const QString& uid) const;
    core::Result<QList<core::Operation>> restoringLinks(const HistoryEntry& entry, const QUuid& task) const;
    core::Result<QList<core::Operation>> restoringPlace(const HistoryEntry& entry, const QUuid& task) const;
    core::Task taskNow(const QUuid& task) const;

    core::Clock m_clock;
    bool m_dueInUtc = false;
    QJsonObject m_now;
    QJsonObject m_then;                                  ///< where the walk has come to; due times as stored
    QHash<QString, QStringList> m_linksNow, m_linksThen; ///< by field
    QJsonObject m_names;
};

} // namespace glow::app
