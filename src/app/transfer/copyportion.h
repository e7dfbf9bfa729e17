#pragma once
#include "store/changesql.h"
#include "store/workspacecopysql.h"

namespace glow::app {

/// What every portion of one copy says about it.
struct CopyFrame {
    store::changesql::Writer writer;
    QUuid sourceToken;
    QString sourceUser;
    QUuid group;
    QString label;
    QDateTime at;
    store::copysql::Target target;
    bool sourceInUtc = false; ///< how due times are stored there; `target` says how here
    qint64 knownThrough = 0;  ///< of the target's history, that the source has been given
    QHash<QUuid, QUuid> tags; ///< of the source → of the target; a tag of the same name is the same tag
};

/// One request of glowlist.copy_in, put together from rows as the source printed them. JSON goes through as
/// text: no number and no time is read on the way, but due times where one of the two keeps them in UTC.
class CopyPortion {
public:
    // DATABASE.md section 2, point 9: 5,000 operations and 4 MB, with room for the frame. Few enough rows
    // that other writers, who wait for the counter meanwhile, come in between.
    static constexpr int mostTasks = 1000;
    static constexpr int mostEntries = 4500;
    static constexpr qsizetype mostBytes = 3 * 1024 * 1024;

    explicit CopyPortion(const CopyFrame& frame)
        : m_frame(&frame)
    {}

    void addRow(const QString& entity, const QString& json);
    void addTag(const QUuid& uid, const QString& json);
    void addTask(const store::Row& row); ///< as fetchTasks gives it
    void addDependency(const QUuid& uid, const QUuid& task, const QUuid& blocker);
    void addHistory(const store::Row& row); ///< as fetchHistory gives it
    void finish(qint64 historyThrough);     ///< this is the last

    bool isEmpty() const { return m_entries == 0 && !m_finished; }
    bool isFull() const;
    void clear() { *this = CopyPortion(*m_frame); }
    int tasks() const { return m_tasks; }
    QByteArray request(const QUuid& change) const;

private:
    void add(const QString& part, const QByteArray& json);
    bool convertsDue() const { return m_frame->sourceInUtc != m_frame->target.dueInUtc; }
    QString due(const QString& time, const QString& zone) const;
    QByteArray taskJson(const QString& json) const;
    QByteArray historyJson(const QString& json) const;
    /// The uid of a task's tag here, and the one it has if the task has to have another uid here.
    QByteArray link(const QUuid& task, const QUuid& tag) const;
    void addReminders(const QUuid& task, const QString& json);

    const CopyFrame* m_frame;
    QMap<QString, QByteArray> m_rows; ///< by entity
    QByteArray m_history;
    int m_entries = 0;
    int m_tasks = 0;
    qsizetype m_bytes = 0;
    bool m_finished = false;
    qint64 m_historyThrough = 0;
};

/// Where each tag of the source goes. Rows: uid, name, JSON.
QHash<QUuid, QUuid> mapTags(const store::Rows& tags, const store::copysql::Target& target);

} // namespace glow::app
