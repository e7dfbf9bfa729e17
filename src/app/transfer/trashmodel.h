#pragma once
#include "app/reader.h"
#include "core/clock.h"

#include <QAbstractTableModel>
#include <QSet>
#include <QTimer>

namespace glow::app {

class Changes;

/// The trash, newest first, a row for each tree that was deleted at once; more rows are read as the view asks
/// for them. GUI thread.
class TrashModel : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Title, List, Deleted, By, KeptFor, ColumnCount };
    enum Role { BelowRole = Qt::UserRole, LastDayRole };
    static constexpr int keptDays = 30;

    TrashModel(Reader& reader, Changes& changes, core::Clock clock, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    bool canFetchMore(const QModelIndex& parent) const override;
    void fetchMore(const QModelIndex& parent) override;

    void setSearch(const QString& words); ///< reads anew after a short pause
    const QString& search() const { return m_search; }
    void refresh();
    qint64 total() const { return m_total; }
    bool isLoading() const { return m_loading; }
    bool isRead() const { return m_isRead; } ///< at least once
    const store::TrashRow& row(int row) const { return m_rows.at(row); }
    /// Brings the rows back with all that went with them: one change, one undo.
    void restore(QList<int> rows);
    void empty(); ///< forgets all of it for good; not while searching

Q_SIGNALS:
    void changed(); ///< total or loading
    void failed(const glow::core::Error& error);

private:
    void read(qint64 before);
    void arrived(quint64 asked, qint64 before, const core::Result<TrashPage>& page);
    QString who(const store::TrashRow& row) const;
    QString deletedText(const store::TrashRow& row) const;
    qint64 daysLeft(const store::TrashRow& row) const;

    Reader& m_reader;
    Changes& m_changes;
    core::Clock m_clock;
    QList<store::TrashRow> m_rows;
    QSet<QUuid> m_restoring; ///< changes under way
    QString m_search;
    QTimer m_pause;
    qint64 m_total = 0;
    quint64 m_asked = 0;
    bool m_loading = false;
    bool m_isRead = false;
};

} // namespace glow::app
