#pragma once
#include "app/sidebar/catalogueactions.h"
#include "app/sidebar/place.h"

#include <QAbstractListModel>
#include <QSet>

namespace glow::app {

/// Rows of the sidebar: the fixed places, then lists, tags and filters under their captions. Lists lie in
/// lists; they are moved by drag and by the keyboard. Tasks can be dropped on Inbox, Today, lists and tags.
/// GUI thread.
class SidebarModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum class Kind { Place, Caption, List, Tag, NewList, Filter };
    enum Role {
        KindRole = Qt::UserRole + 1,
        UidRole,
        ScopeRole,
        IconRole,
        ColourRole,
        CountRole,
        ArchivedRole,
        DepthRole,    ///< int: how many lists it lies in
        FoldsRole,    ///< bool: lists lie in it
        CollapsedRole ///< bool: they are hidden
    };
    /// Where a dragged list would land: before the row `row` with this depth, or (`onto`) in that row's list.
    struct ListPlace {
        int row = 0;
        int depth = 0;
        bool onto = false;
        QUuid parent;
        QUuid before; ///< of the parent's lists; null: the end
    };
    /// Uids of dragged tasks, one a line.
    static QString tasksMimeType() { return QStringLiteral("application/x-glowlist-tasks"); }
    static QString listMimeType() { return QStringLiteral("application/x-glowlist-list"); }

    SidebarModel(CatalogueActions& actions, const core::Catalogue& catalogue, QObject* parent = nullptr);

    void refresh(); ///< the catalogue changed, or the language
    void setCounts(const core::Counts& counts);
    void setArchivedShown(bool shown);
    bool archivedShown() const { return m_archivedShown; }
    void setCollapsedLists(const QSet<QUuid>& lists); ///< as they were remembered
    void setCollapsed(const QUuid& list, bool collapsed);
    /// For a pointer that stands at `part` (0 to 1) of the row's height, wanting this depth; nothing where no
    /// list goes. In its own rows the list stays.
    std::optional<ListPlace> listPlace(const QUuid& list, int row, qreal part, int depth) const;
    void moveList(const QUuid& list, const QUuid& parent, const QUuid& before);
    /// Steps of the keyboard: past the neighbour of its level, into the one above it, out of its parent.
    enum class Step { Up, Down, In, Out };
    bool canStep(const QUuid& list, Step step) const;
    void stepList(const QUuid& list, Step step);
    int rowOf(const Place& place) const; ///< -1: none
    std::optional<Place> placeAt(int row) const;
    Kind kindAt(int row) const { return m_rows.at(row).kind; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override { return {tasksMimeType(), listMimeType()}; }
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction | Qt::CopyAction; }
    Qt::DropActions supportedDragActions() const override { return Qt::MoveAction; }
    bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                         const QModelIndex& parent) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

Q_SIGNALS:
    void collapsedChanged(const QSet<QUuid>& lists); ///< to be remembered
    void said(const QString& sentence);              ///< why a list cannot be moved
    void tasksDropped(const QList<QUuid>& tasks, const glow::app::Place& place);

private:
    struct Row {
        Kind kind = Kind::Place;
        Place place;
        QString text;
        QString icon;
        QString colour;
        bool archived = false;
        int depth = 0;
        bool folds = false;
        friend bool operator==(const Row&, const Row&) = default;
    };
    QList<Row> wanted() const;
    void addLists(QList<Row>& rows, const QUuid& parent, int depth) const;
    QList<core::TaskList> shownChildren(const QUuid& parent) const;
    qint64 countOf(const Row& row) const;
    qint64 countWithin(const QUuid& list, int depth) const;
    std::optional<ListPlace> stepPlace(const QUuid& list, Step step) const;
    bool isListRow(int row) const;

    CatalogueActions& m_actions;
    const core::Catalogue& m_catalogue;
    core::Counts m_counts;
    QList<Row> m_rows;
    bool m_archivedShown = false;
    QSet<QUuid> m_collapsed;
};

} // namespace glow::app
