#pragma once
#include "app/changes.h"
#include "app/reader.h"
#include "app/table/tablerows.h"
#include "core/clock.h"

#include <QAbstractTableModel>
#include <QTimer>
#include <functional>
#include <optional>

namespace glow::app {

/// The rows of one TaskQuery (TASK_TABLE.md): reads pages as the viewport asks for them and never waits; what
/// is not read yet is a placeholder. Headings are rows. A change shows at once and finds its place when the
/// database has answered, in the change's own round trip. GUI thread; `reader` and `changes` must outlive it.
class TaskTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    /// Settings keep the numbers: a new one goes to the end.
    enum Column { Title, List, Due, Priority, Updated, Created, Completed, Start, Deadline, ColumnCount };
    Q_ENUM(Column)
    enum class RowKind { Task, Heading, Placeholder };
    Q_ENUM(RowKind)
    enum Role {
        KindRole = Qt::UserRole, ///< RowKind
        UidRole,                 ///< QUuid
        TaskRole,                ///< core::Task, with what is pending
        SnippetRole,             ///< QString: piece of the notes around a hit
        PendingRole,             ///< bool
        CollapsedRole,           ///< bool: its subtasks, or the section's tasks, are hidden
        ListNameRole,            ///< QString, the Inbox too
        ListColourRole,          ///< QString as lists store it; empty: Inbox
        TagNamesRole,            ///< QStringList, sorted
        GroupDayRole,            ///< Heading: QDate; invalid: Overdue or no date
        GroupOverdueRole,        ///< Heading: bool
        GroupCountRole,          ///< Heading: int, rows of the group
        SectionRole              ///< Heading: QUuid of the section; null: another heading
    };

    TaskTableModel(Reader& reader, Changes& changes, core::Clock clock, QObject* parent = nullptr);
    ~TaskTableModel() override;

    /// Shows this view. Another scope starts empty; the same one keeps its rows on screen until the new ones
    /// are there.
    void setQuery(const core::TaskQuery& query);
    const core::TaskQuery& query() const { return m_query; }
    void setCatalogue(const core::Catalogue& catalogue); ///< names and colours of lists and tags
    const core::Catalogue& catalogue() const { return m_catalogue; }
    const core::Clock& clock() const { return m_clock; }
    Reader& reader() { return m_reader; }

    /// Folds or unfolds a section without reading anything; it is kept in the query.
    void foldSection(const QUuid& section, bool folded);

    /// First and last row on screen: decides what is read, and what is read along with a change.
    void setViewport(int first, int last);
    /// Reads again what is on screen; also what failed before (the line is back).
    void refresh();
    /// Completed here: they stay where they stand until the view is opened again.
    void keep(const QList<QUuid>& tasks);

    bool rowCountKnown() const { return m_known; }
    bool isLoading() const { return m_opening; } ///< nothing of this view has been read yet
    int taskCount() const;                       ///< without headings
    std::optional<core::Task> taskAt(int row) const;
    std::optional<core::Task> task(const QUuid& uid) const; ///< if it has been read
    QUuid uidAt(int row) const;                             ///< null: heading or not read
    int rowOf(const QUuid& uid) const;                      ///< -1: not read
    RowKind kindAt(int row) const;
    QList<int> headingRows() const;
    /// Hands over the tasks of these row ranges (first, last), reading what is missing in one trip; not
    /// called when the view changes before.
    void withTasks(const QList<std::pair<int, int>>& ranges,
                   std::function<void(const QList<core::Task>&)> use);
    /// Asks for the row of a task that is not on screen; `located` answers.
    void locate(const QUuid& uid);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDragActions() const override { return Qt::MoveAction | Qt::CopyAction; }

    static QString mimeType(); ///< application/x-glowlist-tasks: one uid a line
    static QList<QUuid> uidsFrom(const QMimeData& data);

Q_SIGNALS:
    void loaded(double ms);         ///< the first rows of a new query are there; how long reading took
    void countChanged();            ///< taskCount, rowCountKnown
    void elapsedChanged(double ms); ///< of the last page read
    void failed(const glow::core::Error& error);
    void located(const QUuid& uid, int row); ///< -1: not in this view
    void aboutToChangeRows(); ///< around all structural signals of one answer: hold the scroll anchor
    void rowsChanged();

private:
    struct Stepping;
    TableRows::Slot slot(int row) const;
    QVariant sectionData(const TableRows::Slot& slot, int role) const;
    QVariant namedData(const TableRows::Slot& slot, int role) const;
    QVariant headingData(const TableRows::Slot& slot, int role) const;
    QVariant taskData(const core::Task& task, int column, int role) const;
    static QVariant dateTip(const core::Task& task, int column);
    QString cellText(const core::Task& task, int column) const;
    QString accessibleText(const core::Task& task) const;

    Look look() const;
    QList<core::PageRequest> visibleRequests() const;
    QList<core::PageRequest> wantedRequests();
    core::PageRequest pageRequest(int segment, int page) const;
    void fetch();
    void take(const Pages& pages);
    void takeWhole(const QList<store::TaskRow>& rows, TableRows& next);
    void takePage(const core::PageRequest& request, const QList<store::TaskRow>& rows, TableRows& next);
    void fetchOutline();
    void takeOutline(const QList<core::Segment>& segments);
    void outdate();
    void settle();
    void takeReply(const core::ApplyReply& reply, const Pages& pages);
    void patched(const QList<QUuid>& tasks);

    void show(TableRows next);
    void showStepByStep(TableRows next, int head, int tail);
    void showAtOnce(TableRows next);
    void addOverlay(TableRows& rows) const;
    void nameSections(TableRows& rows) const;
    void showSections();
    void repaint();
    void forgetUnused();

    Reader& m_reader;
    Changes& m_changes;
    core::Clock m_clock;
    core::TaskQuery m_query;
    core::Catalogue m_catalogue;
    QHash<QUuid, store::TaskRow> m_rows;
    TableRows m_shown;
    std::unique_ptr<Stepping> m_stepping;
    int m_padding = 0; ///< unread rows below m_shown while one state replaces another
    int m_first = 0;
    int m_last = 50;
    quint64 m_generation = 0;
    bool m_known = false;
    bool m_whole = true; ///< at most 200 rows: read and refreshed as a whole
    bool m_opening = false;
    bool m_stale = false; ///< a view read as a whole must be read again
    bool m_busy = false;
    bool m_outlineBusy = false;
    bool m_outlineStale = false;
    bool m_failed = false;
    qint64 m_lookedRevision = -1; ///< of the answer whose pages were shown last
    QTimer m_settle;
};

} // namespace glow::app
