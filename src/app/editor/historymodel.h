#pragma once
#include "app/editor/historywalk.h"
#include "app/reader.h"

#include <QAbstractListModel>
#include <QTimer>

namespace glow::app {

class Changes;

/// The history of one task, newest first under headings of days: who, when, what, from what to what. Older
/// entries are read as the view asks for them, all anew when the task changes. GUI thread.
class HistoryModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role {
        HeadingRole = Qt::UserRole, ///< true for the heading of a day; the text is in DisplayRole
        TimeRole,
        WhoRole,
        ForeignRole, ///< another program did it
        FieldRole,
        FromRole, ///< null where there is none
        ToRole,
        RestorableRole
    };

    /// `catalogue` lives as long as the workspace and is always the current one.
    HistoryModel(Reader& reader, Changes& changes, const core::Catalogue& catalogue, core::Clock clock,
                 const QUuid& task, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    void refresh();
    bool isLoading() const { return m_loading; }
    bool isRead() const { return m_isRead; } ///< at least once
    bool hasMore() const { return m_hasMore; }
    QString title() const { return m_walk.now()[u"title"].toString(); }
    QString priority() const { return m_walk.now()[u"priority"].toString(); }
    bool isCompleted() const { return m_walk.now()[u"completed"].toBool(); }
    const HistoryEntry* entry(int row) const;   ///< null for a heading
    int rowOf(const HistoryEntry& entry) const; ///< −1: not there any more

    QStringList fields() const;          ///< of what has been read, in the order of their labels
    void setField(const QString& field); ///< only this one; empty: all
    const QString& field() const { return m_field; }
    /// Brings back the value before the entry of this row: one change, one undo. An error where it cannot.
    core::Result<void> restore(int row);
    QString text(const QList<int>& rows) const; ///< lines to copy

Q_SIGNALS:
    void changed(); ///< loading, or what was read
    void failed(const glow::core::Error& error);

private:
    struct Row {
        int entry = -1; ///< −1: a heading
        QDate day;
    };

    void take(const core::ApplyReply& reply);
    void read(qint64 before, int limit);
    void arrived(quint64 asked, qint64 before, int limit, const core::Result<HistoryPage>& page);
    void append(const QList<HistoryEntry>& entries);
    void showAll(const QList<HistoryEntry>& entries);
    QList<Row> rowsFor(qsizetype first) const;
    QString who(const HistoryEntry& entry) const;
    QString sentence(const HistoryEntry& entry) const;

    Reader& m_reader;
    Changes& m_changes;
    const core::Catalogue& m_catalogue;
    core::Clock m_clock;
    QUuid m_task;
    HistoryWalk m_walk;
    QList<HistoryEntry> m_entries;
    QList<Row> m_rows;
    QString m_field;
    QSet<QUuid> m_restoring; ///< changes under way
    QTimer m_refresh;
    qint64 m_last = 0; ///< id of the oldest row read
    int m_readRows = 0;
    quint64 m_asked = 0;
    bool m_adopted = false;
    bool m_loading = false;
    bool m_isRead = false;
    bool m_hasMore = false;
};

} // namespace glow::app
